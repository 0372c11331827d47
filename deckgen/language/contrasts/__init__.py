"""Two things held against each other, and amounts: which question such a sentence answers."""
