"""What the lock remembers: one entry for each note ever published, and when each note type last changed its look."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from deckgen.model import Note, NoteType, State
from deckgen.notetypes import FIELDS

RETIRED_TAG = "deckgen::retired"
BANNER = "No longer in the summary. Suspend or delete this card if you do not need it."


class Cause(StrEnum):
    """Why a note is retired; it decides what brings it back."""

    NONE = ""
    SOURCE = "source"  # its evidence is gone: it returns with the evidence
    CHOICE = "choice"  # a refresh no longer chose it: it returns when it is chosen again
    REJECTED = "rejected"  # the user rejected it: it returns when the user takes that back
    MERGED = "merged"  # another note asks the same since two sources became one


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One published note; one line of the lock.

    Attributes:
        key: the stable name, given at the first publication; also the note's field Key.
        state: live or retired.
        cause: why it is retired.
        fields: name -> HTML, without empty ones and without Key and Retired, which follow from the rest.
        tags: sorted, without the retired tag.
        evidence: the sentence behind it as plain text; later wordings are recognised by it.
        answer: what has to be recalled, as plain text.
        cloze: every cloze number ever given -> the text that was blanked; a number is never given again.
        summary: id of the summary it was last seen in.
        card: key of today's card where that is not `key`.
        former: keys its cards had in between, oldest first.
        rivals: hashes of other sentences of the summary that read like its evidence and never inherit the note.
        kind: kind of fact.
        type: basic or cloze.
        deck: full Anki deck name.
        guid: Anki's identity of the note.
        hash: of the meaning, see `meaning`.
        mtime: seconds since the epoch of the first build that had this content.
        past: the mtimes it had before, oldest first; a note in a collection with any other time was edited there.
    """

    key: str
    state: State = State.LIVE
    cause: Cause = Cause.NONE
    fields: dict[str, str]
    tags: tuple[str, ...] = ()
    evidence: str = ""
    answer: str = ""
    cloze: dict[int, str] = {}
    summary: str = ""
    card: str = ""
    former: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    kind: str
    type: NoteType
    deck: str
    guid: str
    hash: str
    mtime: int
    past: tuple[int, ...] = ()

    @property
    def live(self) -> bool:
        """Whether the summaries still support it."""
        return self.state is State.LIVE

    @property
    def card_key(self) -> str:
        """Key of today's card."""
        return self.card or self.key

    @property
    def names(self) -> tuple[str, ...]:
        """Every key it can be called by, the stable one first."""
        return (self.key, *self.former, *((self.card,) if self.card else ()))

    def note(self) -> Note:
        """The note as it goes into a package: all fields in their order, banner and tag when retired."""
        return Note(
            key=self.key,
            guid=self.guid,
            kind=self.kind,
            note_type=self.type,
            deck=self.deck,
            fields=full_fields(self),
            tags=full_tags(self),
            hash=self.hash,
            mtime=self.mtime,
            state=self.state,
        )


@dataclass(frozen=True, slots=True)
class Look:
    """When a note type last changed its style or templates: their hash and the time of the first build that had it."""

    hash: str
    mtime: int


@dataclass(frozen=True, slots=True)
class Lock:
    """Everything ever published in one deck; an empty one is the state before the first build.

    Attributes:
        entries: sorted by key.
        looks: note type -> its look.
    """

    entries: tuple[Entry, ...] = ()
    looks: Mapping[NoteType, Look] = field(default_factory=dict)

    def find(self, name: str) -> Entry | None:
        """The entry with this key, now or formerly; its stable key wins over another's former one."""
        exact = next((entry for entry in self.entries if entry.key == name), None)
        return exact or next((entry for entry in self.entries if name in entry.names), None)

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries that the summaries still support."""
        return tuple(entry for entry in self.entries if entry.live)


def full_fields(entry: Entry) -> dict[str, str]:
    """Every field of the note type in its order, with the key and, when retired, the banner."""
    banner = "" if entry.live else BANNER
    own = {"Key": entry.key, "Retired": banner}
    return {name: own.get(name, entry.fields.get(name, "")) for name in FIELDS[entry.type]}


def full_tags(entry: Entry) -> tuple[str, ...]:
    """The tags as they go into the package, sorted; a retired note carries one more."""
    return tuple(sorted({*entry.tags, *(() if entry.live else (RETIRED_TAG,))}))


def meaning(fields: Mapping[str, str], tags: Iterable[str]) -> str:
    r"""Hash of what a learner sees: the fields in their order and the sorted tags, in Unicode's composed form.

    Example:
        >>> meaning({"Front": "cafe\u0301"}, ["b", "a"]) == meaning({"Front": "café"}, ["a", "b"])
        True
    """
    content = [[composed(name), composed(text)] for name, text in fields.items()], sorted(composed(tag) for tag in tags)
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def composed(text: str) -> str:
    """Unicode's composed form (NFC), the one Anki stores."""
    return unicodedata.normalize("NFC", text)
