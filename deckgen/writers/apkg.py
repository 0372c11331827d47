"""The Anki package: genanki makes models, notes and cards; packing them is ours, so that equal decks have equal bytes.

genanki's own packing depends on the clock, the time zone, the umask and the hash seed, and stamps the time of the build
on every note, which makes each import overwrite what a learner edited. Here every time comes from the lock.
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

from deckgen import cloze
from deckgen.model import Note, NoteType
from deckgen.notetypes import NoteTypeSpec, spec
from deckgen.writers.validation import is_empty, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# Ids look like creation times in milliseconds. Each deck has a stretch of its own between 2014 and 2023: never 0, never
# in the future (Anki would replace the ids), and hardly ever the ids of another deck.
_FIRST_ID, _STRETCH, _STRETCHES = 1_400_000_000_000, 1 << 24, 17_000
_SQLITE_VERSION = 3_040_000


def pack(notes: Sequence[Note], *, mtimes: Mapping[NoteType, int], media: Mapping[str, bytes]) -> bytes:
    """The bytes of an .apkg; the same arguments give the same bytes on every machine.

    Args:
        notes: in the order in which Anki shall show them as new cards.
        mtimes: note type -> seconds since the epoch of the first build that had its present style and templates.
        media: file name -> content, for the files that the fields name.

    Raises:
        WriteError: Anki would refuse the deck, or would silently change or lose something.
    """
    validate(notes, media)
    names = sorted(media)
    listing = json.dumps({str(number): name for number, name in enumerate(names)}, ensure_ascii=False)
    files = [("collection.anki2", _collection(notes, mtimes)), ("media", listing.encode())]
    files += [(str(number), media[name]) for number, name in enumerate(names)]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 6)
    return target.getvalue()


def _collection(notes: Sequence[Note], mtimes: Mapping[NoteType, int]) -> bytes:
    from genanki.apkg_col import APKG_COL
    from genanki.apkg_schema import APKG_SCHEMA

    statements = [statement for statement in APKG_SCHEMA.split(";") if statement.strip()]
    rows = list(_rows(notes))
    base = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for setting in ("page_size=4096", "auto_vacuum=NONE", "encoding='UTF-8'"):
            base.execute(f"PRAGMA {setting}")
        base.executescript(";".join(s for s in statements if "CREATE INDEX" not in s) + ";" + APKG_COL)
        base.execute("BEGIN")
        base.executemany(f"insert into notes values({','.join('?' * 11)})", [note for note, _ in rows])
        base.executemany(
            f"insert into cards values({','.join('?' * 18)})", [card for _, cards in rows for card in cards]
        )
        decks = json.loads(base.execute("select decks from col").fetchone()[0])
        decks.update(_decks(notes))
        base.execute("update col set id=1, decks=?, models=?", (_json(decks), _json(_models(notes, mtimes))))
        base.execute("COMMIT")
        base.executescript(";".join(s for s in statements if "CREATE INDEX" in s))
        return _without_version(base.serialize())
    finally:
        base.close()


def _without_version(content: bytes) -> bytes:
    """The database file without SQLite's change counters and version number, which differ between machines."""
    out = bytearray(content)
    out[24:28] = out[92:96] = (1).to_bytes(4, "big")
    out[96:100] = _SQLITE_VERSION.to_bytes(4, "big")
    return bytes(out)


def _rows(notes: Sequence[Note]) -> Iterator[tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
    """Table rows of every note and of its cards, through genanki's classes."""
    start = _stretch(notes[0].deck) if notes else 0
    ids = _spread(start, (note.guid for note in notes))
    card_ids = _spread(start, (f"{note.guid} {ord_}" for note in notes for ord_ in card_ords(note)))
    for due, note in enumerate(notes):
        made = _genanki_note(note)
        note_id, deck_id = ids[note.guid], _deck_id(note.deck)
        row = (note_id, made.guid, made.model.model_id, note.mtime, -1, made._format_tags(), made._format_fields())
        cards = [
            (card_ids[f"{note.guid} {card.ord}"], note_id, deck_id, card.ord, note.mtime, -1, 0, 0, due, *(0,) * 8, "")
            for card in made.cards
        ]
        yield (*row, made.sort_field, 0, 0, ""), cards


def _genanki_note(note: Note) -> Any:
    import genanki

    model = genanki.Model(spec(note.note_type).id, spec(note.note_type).name, model_type=_model_type(note.note_type))
    made = _note_class()(model=model, fields=list(note.fields.values()), guid=note.guid, tags=sorted(note.tags))
    made.ords = card_ords(note)
    return made


@cache
def _note_class() -> Any:
    """A note of genanki's with cards by Anki's own rules, which its guesses at templates and cloze markup miss."""
    import genanki

    class OurNote(genanki.Note):  # type: ignore[misc]
        ords: tuple[int, ...] = ()

        @property
        def cards(self) -> list[Any]:
            return [genanki.Card(ord_) for ord_ in self.ords]

    return OurNote


def card_ords(note: Note) -> tuple[int, ...]:
    """The positions of the cards that Anki makes of a note: which templates, or which cloze numbers, less one."""
    if note.note_type is NoteType.CLOZE:
        return tuple(number - 1 for number in cloze.numbers(note.fields["Text"]))
    return (0,) if is_empty(note.fields["ReverseFront"]) else (0, 1)


def _models(notes: Iterable[Note], mtimes: Mapping[NoteType, int]) -> dict[str, Any]:
    import genanki

    models = {}
    for kind in sorted({note.note_type for note in notes}):
        ours = spec(kind)
        model = genanki.Model(
            ours.id,
            ours.name,
            fields=[{"name": field.name, "id": field.id, "preventDeletion": True} for field in ours.fields],
            templates=[{"name": t.name, "id": t.id, "qfmt": t.front, "afmt": t.back} for t in ours.templates],
            css=ours.css,
            model_type=_model_type(kind),
        )
        model._req = _requirements(ours)  # Anki works it out by itself; genanki's way of guessing it takes a while
        models[str(ours.id)] = {**model.to_json(mtimes[kind], None), "did": None}
    return models


def _requirements(ours: NoteTypeSpec) -> list[list[Any]]:
    names = [field.name for field in ours.fields]
    gate = "ReverseFront"
    return [[number, "any", [names.index(gate) if gate in t.front else 0]] for number, t in enumerate(ours.templates)]


def _model_type(kind: NoteType) -> int:
    return 1 if kind is NoteType.CLOZE else 0


def _decks(notes: Iterable[Note]) -> dict[str, Any]:
    import genanki

    decks = {}
    for name in sorted({note.deck for note in notes}):
        deck = genanki.Deck(_deck_id(name), name)
        today = {name: [0, 0] for name in ("lrnToday", "newToday", "revToday", "timeToday")}
        decks[str(deck.deck_id)] = {**deck.to_json(), **today}
    return decks


def _deck_id(name: str) -> int:
    """Anki matches decks by name; the id only has to differ within the package and never be 1."""
    return _FIRST_ID + _number(f"deck\x1f{name}") % (_STRETCH * _STRETCHES)


def _spread(start: int, names: Iterable[str]) -> dict[str, int]:
    """An id for every name, which stays the same when other names come and go, but for rare collisions."""
    taken: set[int] = set()
    ids = {}
    for name in sorted(names):
        slot = _number(name) % _STRETCH
        while slot in taken:
            slot = (slot + 1) % _STRETCH
        taken.add(slot)
        ids[name] = start + slot
    return ids


def _stretch(deck: str) -> int:
    """Where the ids of a deck and its subdecks begin."""
    root = deck.split("::")[0]
    return _FIRST_ID + _number(f"ids\x1f{root}") % _STRETCHES * _STRETCH


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
