"""Every note that the tests and the project bring along, with its cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from deckgen import cards, facts, readers
from deckgen.model import Card, Summary
from deckgen.readers.source import Source
from tests.facts.test_cases import ALL, summaries

ROOT = Path(__file__).parents[1]


def _notes() -> Iterator[tuple[str, Summary]]:
    for case in ALL:
        for summary in summaries(case.note):
            yield f"{case.kind}: {case.name}", summary
    for path in sorted((ROOT / "seeds").glob("*.md")):
        for summary in readers.read(Source(path.name, path.read_text(encoding="utf-8"))).summaries:
            yield path.name, summary


@cache
def made() -> dict[str, tuple[Card, ...]]:
    """Name of a note -> every card that can be made of it."""
    found: dict[str, tuple[Card, ...]] = {}
    for name, summary in _notes():
        found[name] = (*found.get(name, ()), *cards.compose(facts.extract(summary), summary))
    return found


def every_card() -> list[Card]:
    """The cards of all notes."""
    return [card for each in made().values() for card in each]
