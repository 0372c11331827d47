"""From a parsed sentence to a question, or to a sentence with a blank."""
