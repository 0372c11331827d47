"""What importing a deck would do to a learner's collection, found out in a copy of it with Anki's own import."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from deckgen.notetypes import FIELDS
from deckgen.plain import plain
from deckgen.simulate.collection import LearnersNote, broken_cards, copied, imported, our_notes

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.lockfile import Lock

_KEY_AT = {len(fields): fields.index("Key") for fields in FIELDS.values()}
_IGNORED = ("Key", "Retired")


@dataclass(frozen=True, slots=True)
class Overwritten:
    """A text or tag of the learner's that the import replaces.

    Attributes:
        key: of the note.
        field: name of the field, or "tags".
        theirs: what the learner has now.
        ours: what would be there then.
    """

    key: str
    field: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What an import would do; notes are named by their keys.

    Attributes:
        new: notes that come in.
        updated: notes whose text is replaced.
        unchanged: how many stay as they are.
        conflicting: notes that Anki refuses to update, because the learner changed their note type.
        kept: notes that were edited after this deck was built and so miss its change.
        overwritten: the learner's edits that would be lost.
        blank: keys of the notes of which a card would show an error or nothing, and did not before.
        certain: whether a lock could tell the learner's edits from earlier versions of the deck.
    """

    new: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: int
    conflicting: tuple[str, ...]
    kept: tuple[str, ...]
    overwritten: tuple[Overwritten, ...]
    blank: tuple[str, ...]
    certain: bool

    @property
    def harmless(self) -> bool:
        """Whether nothing of the learner's is lost and no card breaks."""
        return not (self.overwritten or self.blank or self.conflicting)


def simulate(collection: Path, deck: Path, lock: Lock) -> Simulation:
    """Import a deck into a copy of a collection and compare.

    Args:
        collection: `collection.anki2` of an Anki profile; it is only read.
        deck: the .apkg.
        lock: of the deck; an empty one if there is none.

    Raises:
        SourceError: the anki library is missing, Anki is running, or one of the files cannot be used.
    """
    with copied(collection) as opened:
        before, broken = our_notes(opened), set(broken_cards(opened))
        log = imported(opened, deck)
        after = our_notes(opened)
        blank = {guid for card, guid in broken_cards(opened).items() if card not in broken}
    changed = [guid for guid in after if guid in before and after[guid] != before[guid]]
    edited = [guid for guid in changed if _edited(before[guid], lock)]
    return Simulation(
        new=_keys(after[guid] for guid in after.keys() - before.keys()),
        updated=_keys(after[guid] for guid in changed),
        unchanged=len(before) - len(changed),
        conflicting=tuple(sorted(_logged_key(note) for note in log.conflicting)),
        kept=_keys(note for guid, note in after.items() if guid not in changed and _misses(note, lock)),
        overwritten=tuple(each for guid in sorted(edited) for each in _lost(before[guid], after[guid])),
        blank=_keys(after[guid] for guid in blank if guid in after),
        certain=bool(lock.entries),
    )


def as_text(found: Simulation) -> str:
    """For a terminal; one line for each thing the learner should know."""
    lines = [
        f"{len(found.new)} new, {len(found.updated)} updated, {found.unchanged} unchanged,"
        f" {len(found.conflicting)} conflicting"
    ]
    for each in found.overwritten:
        lines.append(f"overwrites  {each.key}  {each.field}: {_short(each.theirs)} -> {_short(each.ours)}")
    lines += [f"conflicts   {key}  its note type was changed in Anki: it gets no update" for key in found.conflicting]
    lines += [f"keeps       {key}  edited after this deck was built, it gets the next update" for key in found.kept]
    lines += [f"goes blank  {key}  run Tools > Empty Cards in Anki, or suspend the card" for key in found.blank]
    if found.overwritten and not found.certain:
        lines.append("There is no lock beside the deck, so an older version of the deck may look like an edit.")
    return "\n".join(lines)


def as_json(found: Simulation) -> str:
    """One JSON document with everything."""
    return json.dumps({"version": 1, **asdict(found), "harmless": found.harmless}, ensure_ascii=False, indent=1)


def _keys(notes: Iterable[LearnersNote]) -> tuple[str, ...]:
    return tuple(sorted(note.fields.get("Key", note.guid) for note in notes))


def _edited(note: LearnersNote, lock: Lock) -> bool:
    """Whether the learner changed the note: its time is none at which the deck ever published it."""
    times = {time for entry in lock.entries if entry.guid == note.guid for time in (*entry.past, entry.mtime)}
    return note.mtime not in times


def _misses(note: LearnersNote, lock: Lock) -> bool:
    """Whether the note holds an edit that keeps the deck's latest text out."""
    entry = next((entry for entry in lock.entries if entry.guid == note.guid), None)
    if entry is None or note.mtime <= entry.mtime:
        return False
    published = entry.note().fields
    return any(note.fields.get(name) != text for name, text in published.items())


def _lost(before: LearnersNote, after: LearnersNote) -> Iterable[Overwritten]:
    key = after.fields.get("Key", after.guid)
    for name, text in before.fields.items():
        if name not in _IGNORED and text != after.fields.get(name, ""):
            yield Overwritten(key, name, _readable(text), _readable(after.fields.get(name, "")))
    if gone := set(before.tags) - set(after.tags):
        yield Overwritten(key, "tags", " ".join(sorted(gone)), "")


def _readable(text: str) -> str:
    return " / ".join(plain(text).splitlines()) or text


def _logged_key(note: Any) -> str:
    at = _KEY_AT.get(len(note.fields))
    return str(note.fields[at] if at is not None else note.fields[0])


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
