"""`deckgen build`: the decks, and what was done."""
from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Build decks."""
