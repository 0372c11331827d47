"""Entries out of cards: the first publication of a note, its next wording, its retirement."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

import msgspec

from deckgen.lockfile.entry import RETIRED_TAG, Cause, Entry, Look, composed, full_fields, full_tags, meaning
from deckgen.lockfile.numbering import settle_numbers
from deckgen.lockfile.trace import answer_of, evidence_of
from deckgen.model import Card, NoteType, State
from deckgen.notetypes import FIELDS, specs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_OURS = ("Key", "Retired")


def first(card: Card, *, deck: str, now: int, taken: Collection[str], guids: Collection[str]) -> Entry:
    """The entry of a note that is published for the first time.

    Args:
        card: what it shows.
        deck: full Anki deck name.
        now: seconds since the epoch; the note's mtime.
        taken: keys that other notes have, which may be this card's own after its former note was reworded away.
        guids: GUIDs that other notes have.
    """
    key = _free(card.key, taken)
    empty = Entry(
        key=key, fields={}, kind="", type=card.note_type, deck=deck, guid=guid(key, guids), hash="", mtime=now
    )
    return msgspec.structs.replace(reworded(empty, card, deck=deck, now=now), mtime=now, past=())


def reworded(entry: Entry, card: Card, *, deck: str, now: int) -> Entry:
    """The entry with what its card says today; live. Its mtime moves only when that is something else."""
    fields = {name: composed(card.fields[name]) for name in FIELDS[entry.type] if name in card.fields}
    cloze: dict[int, str] = {}
    if entry.type is NoteType.CLOZE:
        fields["Text"], cloze = settle_numbers(fields.get("Text", ""), entry.fields.get("Text", ""), entry.cloze)
    content = msgspec.structs.replace(
        entry,
        state=State.LIVE,
        cause=Cause.NONE,
        fields={name: text for name, text in fields.items() if text and name not in _OURS},
        tags=tuple(sorted({composed(tag) for tag in card.tags} - {RETIRED_TAG})),
        evidence=evidence_of(card),
        answer=answer_of(card),
        cloze=cloze,
        summary=card.summary.id,
        kind=card.kind,
        deck=deck,
    )
    return dated(_called(content, card.key), entry, now)


def followed(entry: Entry, card: Card) -> Entry:
    """The entry with its text as it was, and with its evidence where it stands today, so that it is found again."""
    summary, evidence, answer = card.summary.id, evidence_of(card), answer_of(card)
    return _called(msgspec.structs.replace(entry, summary=summary, evidence=evidence, answer=answer), card.key)


def retired(entry: Entry, cause: Cause, now: int) -> Entry:
    """The entry with its banner; its content stays what it was."""
    return dated(msgspec.structs.replace(entry, state=State.RETIRED, cause=cause), entry, now)


def revived(entry: Entry, now: int) -> Entry:
    """The entry without its banner."""
    return dated(msgspec.structs.replace(entry, state=State.LIVE, cause=Cause.NONE), entry, now)


def dated(entry: Entry, before: Entry, now: int) -> Entry:
    """The entry with the hash of its content, and with a later mtime when that content is new."""
    content = meaning(full_fields(entry), full_tags(entry))
    if content == before.hash:
        return msgspec.structs.replace(entry, hash=content, mtime=before.mtime)
    past = (*before.past, before.mtime)
    return msgspec.structs.replace(entry, hash=content, mtime=max(now, before.mtime + 1), past=past)


def guid(key: str, taken: Collection[str]) -> str:
    """A GUID for a new note: 96 bits of the hash of its key, in letters, digits, `-` and `_`; none that is taken."""
    attempt = 0
    while True:
        seed = key if not attempt else f"{key}\x1f{attempt}"
        found = base64.urlsafe_b64encode(hashlib.sha256(seed.encode()).digest()[:12]).decode()
        if found not in taken:
            return found
        attempt += 1


def looks(before: Mapping[NoteType, Look], now: int) -> dict[NoteType, Look]:
    """The note types' looks as of now: a new mtime only for one whose style or templates changed."""
    fresh = {}
    for spec in specs():
        old = before.get(spec.kind)
        if old is None or old.hash != spec.look:
            old = Look(spec.look, now if old is None else max(now, old.mtime + 1))
        fresh[spec.kind] = old
    return fresh


def _called(entry: Entry, card: str) -> Entry:
    """The entry under the key of today's card; the key in between is remembered."""
    if card == entry.card_key:
        return entry
    former = dict.fromkeys((*entry.former, *((entry.card,) if entry.card else ())))
    former.pop(card, None)
    return msgspec.structs.replace(entry, card="" if card == entry.key else card, former=tuple(former))


def _free(key: str, taken: Collection[str]) -> str:
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
