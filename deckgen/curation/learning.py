"""What the learner did in Anki, as proposals for the curation file; the collection is only read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.curation.line import FIELDS, Line, line_for_entry
from deckgen.simulate.collection import LearnersNote, copied, our_notes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deckgen.lockfile import Entry, Lock


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line the user may want, and what in Anki speaks for it."""

    line: Line
    reason: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was read out of a collection.

    Attributes:
        proposals: by the key of the note.
        outdated: keys of notes that the learner has in an earlier version; import the newest deck, then ask again.
    """

    proposals: tuple[Proposal, ...]
    outdated: tuple[str, ...]


def learn(collection: Path, lock: Lock) -> Learnt:
    """Propose what the learner's deletions, suspensions and edits say about the cards.

    Args:
        collection: `collection.anki2` of a profile, or an `.apkg` exported from Anki with scheduling.
        lock: of the deck.

    Raises:
        SourceError: the anki library is missing, Anki is running, or the file cannot be used.
    """
    with copied(collection) as opened:
        return compare(our_notes(opened), lock)


def compare(notes: Mapping[str, LearnersNote], lock: Lock) -> Learnt:
    """The same, for notes that were read already (GUID -> note)."""
    proposals, outdated = [], []
    present = [notes[entry.guid].mtime for entry in lock.entries if entry.guid in notes]
    imported = max((entry.mtime for entry in lock.entries if _has(entry, notes)), default=0) if present else 0
    for entry in lock.live:
        note = notes.get(entry.guid)
        if note is None:
            if min((*entry.past, entry.mtime)) <= imported:
                proposals.append(Proposal(line_for_entry("reject", entry), "deleted in Anki"))
            continue
        edit = _edit(entry, note)
        if note.suspended:
            reason = "suspended as a leech in Anki" if "leech" in note.tags else "suspended in Anki"
            proposals.append(Proposal(line_for_entry("reject", entry), reason))
        elif edit and note.mtime > entry.mtime:
            proposals.append(Proposal(line_for_entry("edit", entry, edit), "edited in Anki"))
        elif note.mtime < entry.mtime:
            outdated.append(entry.key)
    return Learnt(tuple(proposals), tuple(outdated))


def _has(entry: Entry, notes: Mapping[str, LearnersNote]) -> bool:
    """Whether the learner imported a deck that had the entry as it is now."""
    return entry.guid in notes and notes[entry.guid].mtime == entry.mtime


def _edit(entry: Entry, note: LearnersNote) -> dict[str, str]:
    """The fields that the learner worded otherwise."""
    published = entry.note().fields
    names = [name for name in FIELDS.values() if name in published and name in note.fields]
    return {name: note.fields[name] for name in names if note.fields[name] != published[name]}
