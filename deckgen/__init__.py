"""deckgen turns summaries of research papers into Anki decks that can be rebuilt for years."""
