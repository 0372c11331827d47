"""Every note that the tests and the project bring along, with its cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from deckgen import cards, facts, readers
from deckgen.model import Card, Summary
from deckgen.readers.source import Source
from tests.facts.test_cases import ALL, Case, summaries

SEEDS = Path(__file__).parents[1] / "seeds"
NOTES: dict[str, Case | Path] = {f"{case.kind}: {case.name}": case for case in ALL} | {
    path.name: path for path in sorted(SEEDS.glob("*.md"))
}


def _summaries(note: Case | Path) -> Iterator[Summary]:
    if isinstance(note, Case):
        yield from summaries(note.note)
    else:
        yield from readers.read(Source(note.name, note.read_text(encoding="utf-8"))).summaries


@cache
def made(name: str) -> tuple[Card, ...]:
    """Every card that can be made of the note of this name."""
    found = (cards.compose(facts.extract(summary), summary) for summary in _summaries(NOTES[name]))
    return tuple(card for each in found for card in each)


def every_card() -> list[Card]:
    """The cards of all notes."""
    return [card for name in NOTES for card in made(name)]
