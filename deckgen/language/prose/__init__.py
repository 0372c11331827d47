"""From the text of a block to sentences that stand alone: cut out, tidied, divided, completed, named, judged."""
