"""The whole program, top to bottom: summaries in, notes and a lock out.

    read      file            -> summaries     readers/
    extract   summary         -> facts         facts/
    compose   fact            -> cards         cards.py, templates/
    check     card            -> findings      rules/
    select    cards, findings -> choices       selection.py
    reconcile lock, choices   -> notes, lock   lockfile/
    write     notes           -> .apkg         writers/

Each stage is a pure function of its input; only `read` opens the summaries and only `write` touches the disk.
The commands show parts of what `build` returns; none is a second pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from deckgen import cards, facts, readers, rules, selection
from deckgen.config import Deck
from deckgen.errors import DeckgenError, SourceError
from deckgen.model import Card, Choice, Finding, Summary
from deckgen.readers.sidefile import SideFile
from deckgen.readers.source import Source

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the stage's name, how many of its steps are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What the readers understood.

    Attributes:
        summaries: in the order of the sources, ids unique, each text once.
        problems: the files that were skipped and what else the user should know.
    """

    summaries: tuple[Summary, ...]
    problems: tuple[DeckgenError, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """Every card that could be made, with the verdict on it, in source order."""

    choices: tuple[Choice, ...]
    findings: tuple[Finding, ...]

    @property
    def kept(self) -> tuple[Choice, ...]:
        """The choices that go into the deck."""
        return tuple(choice for choice in self.choices if choice.kept)


def read(sources: Iterable[Source | SourceError], side: SideFile | None = None) -> Texts:
    """Summaries out of sources; a source that could not be opened comes as its error and is passed on."""
    summaries: list[Summary] = []
    problems: list[DeckgenError] = []
    for source in sources:
        if isinstance(source, SourceError):
            problems.append(source)
            continue
        try:
            found = readers.read(source, side)
        except SourceError as error:
            problems.append(error)
            continue
        summaries.extend(found.summaries)
        problems.extend(found.warnings)
    distinct, repeated = readers.distinct(summaries)
    return Texts(distinct, (*problems, *repeated))


def judge(summaries: Sequence[Summary], deck: Deck, progress: Progress = lambda *_: None) -> Judged:
    """Extract, compose, check and select: every card of these summaries with the verdict on it."""
    made: list[Card] = []
    for number, summary in enumerate(summaries):
        progress("extract", number, len(summaries))
        found = facts.extract(summary, deck.kinds)
        made.extend(cards.compose(found, summary, deck.templates))
    progress("extract", len(summaries), len(summaries))
    findings = tuple(rules.check(made))
    return Judged(tuple(selection.select(made, findings, deck.limit)), findings)
