"""Giving the cards of a build the user's verdicts and texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from deckgen.errors import CurationError
from deckgen.lockfile import Entry, Lock, Policy, match
from deckgen.lockfile.similarity import folded
from deckgen.lockfile.trace import evidence_of
from deckgen.markup import sanitise
from deckgen.model import Card, Choice, NoteType

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from deckgen.curation.line import Curation, Line

REJECTED = "rejected in the curation file"


@dataclass(frozen=True, slots=True)
class Applied:
    """What a curation did.

    Attributes:
        choices: as they were, but for the verdicts and texts that the user changed.
        rejected: keys of notes and cards that never enter the deck, for `Policy.rejected`.
        pinned: keys of cards that always do, for `Policy.pinned`.
        problems: lines that are stale or name nothing; the build goes on.
    """

    choices: tuple[Choice, ...]
    rejected: frozenset[str]
    pinned: frozenset[str]
    problems: tuple[CurationError, ...]

    def policy(self, policy: Policy) -> Policy:
        """The policy with the user's word in it."""
        return replace(policy, rejected=self.rejected, pinned=self.pinned)


def apply(curation: Curation, lock: Lock, choices: Sequence[Choice]) -> Applied:
    """Give the choices the user's verdicts and texts.

    Args:
        curation: what the user said.
        lock: what was published; it knows the former keys of a card.
        choices: every card that could be made, with selection's verdict.
    """
    cards_of = _found(curation, lock, choices)
    changed = {choice.card.key: choice for choice in choices}
    rejected, pinned, problems = set[str](), set[str](), list[CurationError]()
    for line in curation.lines:
        cards = [changed[key] for key in cards_of[line.line, line.key]]
        entry = lock.find(line.key)
        problems += _problems(line, cards, entry, curation.path)
        keys = {choice.card.key for choice in cards}
        if line.action == "reject":
            rejected |= keys | {line.key} | ({entry.key} if entry else set())
        elif line.action == "pin":
            pinned |= keys
        for choice in cards:
            changed[choice.card.key] = _curated(choice, line)
    ordered = tuple(changed[choice.card.key] for choice in choices)
    return Applied(ordered, frozenset(rejected), frozenset(pinned - rejected), tuple(problems))


def _found(curation: Curation, lock: Lock, choices: Sequence[Choice]) -> dict[tuple[int, str], tuple[str, ...]]:
    """For each line the cards it is about: the card of the note it names, the card it names, or one worded anew."""
    by_note: dict[str, str] = {note: card for card, note in match(lock, choices).entry_of.items()}
    known = {choice.card.key for choice in choices}
    found: dict[tuple[int, str], tuple[str, ...]] = {}
    lost: list[Line] = []
    for line in curation.lines:
        entry = lock.find(line.key)
        card = by_note.get(entry.key) if entry else None
        card = card or (line.key if line.key in known else None)
        found[line.line, line.key] = (card,) if card else ()
        if card is None and line.evidence and entry is None:
            lost.append(line)
    taken = {key for keys in found.values() for key in keys}
    free = [choice for choice in choices if choice.card.key not in taken]
    for line in lost:
        found[line.line, line.key] = tuple(match(_as_lock(line), free).entry_of)
    return found


def _as_lock(line: Line) -> Lock:
    """A lock of one card that was never published, so that its new wording is recognised as a note's would be."""
    summary, _, rest = line.key.partition("#")
    common: dict[str, Any] = {"fields": {}, "deck": "", "hash": "", "mtime": 1, "kind": rest.rpartition("-")[0]}
    common |= {"summary": summary, "evidence": line.evidence, "answer": line.answer}
    return Lock(tuple(Entry(key=f"{line.key} {type_}", guid=type_, type=type_, **common) for type_ in NoteType))


def _curated(choice: Choice, line: Line) -> Choice:
    if line.action == "reject":
        return Choice(choice.card, 0.0, (REJECTED,))
    if line.action == "pin":
        return choice if choice.reasons == (REJECTED,) else Choice(choice.card, 1.0)
    fields = {name: sanitise(text) for name, text in line.fields.items() if name in choice.card.fields}
    return replace(choice, card=replace(choice.card, fields={**choice.card.fields, **fields}))


def _problems(line: Line, cards: Collection[Choice], entry: Entry | None, path: Path) -> list[CurationError]:
    """What the user should know of a line."""

    def problem(message: str) -> list[CurationError]:
        return [CurationError(f"{line.action} {line.key} {message}", path=path, line=line.line)]

    if not cards:
        if line.action == "reject" or (entry is not None and entry.live):
            return []  # a rejected card that is gone is what was asked for; a live note keeps its edited text
        return problem("names no card of this build: delete the line, or look the key up with `deckgen cards --all`")
    for choice in cards:
        if wrong := sorted(set(line.fields) - set(choice.card.fields)):
            return problem(f"sets {', '.join(wrong).lower()}, which a {choice.card.note_type} card does not have")
        if line.action == "edit" and _stale(line, choice.card, entry):
            return problem(
                f"is stale: its evidence now reads {evidence_of(choice.card)!r}; check the edit and its evidence"
            )
    return []


def _stale(line: Line, card: Card, entry: Entry | None) -> bool:
    before = line.evidence or (entry.evidence if entry else "")
    return bool(before) and folded(before) != folded(evidence_of(card))
