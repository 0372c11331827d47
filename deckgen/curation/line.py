"""One line of the user's word, and the file of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.lockfile.trace import answer_of, evidence_of

if TYPE_CHECKING:
    from deckgen.lockfile import Entry
    from deckgen.model import Card

ACTIONS = ("reject", "edit", "pin")
FIELDS = {"front": "Front", "back": "Back", "text": "Text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the file.

    Attributes:
        action: reject, edit or pin.
        key: of a note or card, as `deckgen cards` prints it.
        fields: for an edit, Anki field -> HTML.
        evidence: the sentence it was written for, or "".
        answer: what that card asked for, or "".
        line: where it stands in the file, from 1; 0 for one that is not written yet.
    """

    action: str
    key: str
    fields: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""
    answer: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Curation:
    """All lines of a curation file, in its order."""

    path: Path
    lines: tuple[Line, ...] = ()


def curation_path(deck: Path) -> Path:
    """Where the curation of a deck is: beside it, `x.apkg` is curated by `x.curation.yaml`."""
    return deck.with_name(f"{deck.name.removesuffix('.apkg')}.curation.yaml")


def line_for(action: str, card: Card, fields: Mapping[str, str] | None = None) -> Line:
    """A line about a card of this build, with the evidence that lets it follow the card.

    Args:
        action: reject, edit or pin.
        card: the card.
        fields: for an edit, Anki field -> HTML.
    """
    return Line(action=action, key=card.key, fields=fields or {}, evidence=evidence_of(card), answer=answer_of(card))


def line_for_entry(action: str, entry: Entry, fields: Mapping[str, str] | None = None) -> Line:
    """The same about a published note."""
    return Line(action=action, key=entry.key, fields=fields or {}, evidence=entry.evidence, answer=entry.answer)
