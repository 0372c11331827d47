"""A lock out of an earlier package, for decks whose lock is lost or was never committed."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from typing import TYPE_CHECKING, Any

from deckgen.cloze import reveal
from deckgen.errors import LockError
from deckgen.lockfile.entry import RETIRED_TAG, Cause, Entry, Lock, Look, full_fields, full_tags, meaning
from deckgen.lockfile.numbering import blanks
from deckgen.model import NoteType, State
from deckgen.notetypes import FIELDS, kind_of, spec
from deckgen.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LARGEST = 1 << 30  # bytes of an unpacked collection; a crafted archive could unpack to anything
_OWN = ("Key", "Retired")


def from_apkg(path: Path) -> Lock:
    """What a package that deckgen built earlier says was published: keys, GUIDs, texts and times.

    Args:
        path: an .apkg as `deckgen build` wrote it, or exported from Anki with "Support older Anki versions" ticked.

    Raises:
        LockError: it is no such package, or holds no note of deckgen's.
    """
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(_collection(path))
        models = json.loads(base.execute("select models from col").fetchone()[0])
        decks = {int(number): deck["name"] for number, deck in json.loads(_one(base, "decks")).items()}
        entries = {entry.key: entry for entry in _entries(base, decks)}
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise LockError(f"holds no collection that can be read ({error})", path=path) from error
    finally:
        base.close()
    if not entries:
        raise LockError("holds no note that deckgen made, so nothing can be recovered from it", path=path)
    return Lock(tuple(entries[key] for key in sorted(entries)), _looks(models))


def _collection(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "collection.anki21b" in names:
                cure = 'export it with "Support older Anki versions" ticked'
                raise LockError(f"is in Anki's newer format, which is not read here: {cure}", path=path)
            name = "collection.anki21" if "collection.anki21" in names else "collection.anki2"
            if archive.getinfo(name).file_size > _LARGEST:
                raise LockError("holds a collection of more than a gigabyte", path=path)
            return archive.read(name)
    except OSError as error:
        raise LockError(f"cannot be read ({error.strerror})", path=path) from error
    except (zipfile.BadZipFile, KeyError) as error:
        raise LockError("is no Anki package", path=path) from error


def _one(base: sqlite3.Connection, column: str) -> str:
    return str(base.execute(f"select {column} from col").fetchone()[0])


def _entries(base: sqlite3.Connection, decks: Mapping[int, str]) -> Iterator[Entry]:
    rows = base.execute(
        "select n.guid, n.mid, n.mod, n.tags, n.flds, min(c.did) from notes n join cards c on c.nid = n.id"
        " group by n.id order by n.id"
    )
    for guid, model, mtime, tags, text, deck in rows:
        kind = kind_of(int(model))
        values = text.split("\x1f")
        if kind is not None and len(values) == len(FIELDS[kind]):
            fields = dict(zip(FIELDS[kind], values, strict=True))
            if fields["Key"]:
                yield _entry(guid, kind, mtime, tags.split(), fields, decks.get(deck, ""))


def _entry(guid: str, type_: NoteType, mtime: int, tags: list[str], fields: dict[str, str], deck: str) -> Entry:
    key, retired = fields["Key"], bool(fields["Retired"])
    summary, _, rest = key.partition("#")
    text = fields.get("Text", "")
    answer = "; ".join(blanks(text).values()) if type_ is NoteType.CLOZE else plain(fields["Back"])
    evidence = plain(fields["Evidence"] or reveal(text) or f"{fields['Front']} {fields['Back']}")
    entry = Entry(
        key=key,
        state=State.RETIRED if retired else State.LIVE,
        cause=Cause.SOURCE if retired else Cause.NONE,
        fields={name: value for name, value in fields.items() if value and name not in _OWN},
        tags=tuple(sorted(set(tags) - {RETIRED_TAG})),
        evidence=" ".join(evidence.split()),
        answer=" ".join(answer.split()),
        cloze=blanks(text),
        summary=summary,
        kind=rest.rpartition("-")[0],
        type=type_,
        deck=deck,
        guid=guid,
        hash="",
        mtime=int(mtime),
    )
    return _hashed(entry)


def _hashed(entry: Entry) -> Entry:
    import msgspec

    return msgspec.structs.replace(entry, hash=meaning(full_fields(entry), full_tags(entry)))


def _looks(models: Mapping[str, Mapping[str, Any]]) -> dict[NoteType, Look]:
    """The looks of the note types in the package; one that differs from today's gets a later time at the next build."""
    looks = {}
    for model in models.values():
        kind = kind_of(int(model["id"]))
        if kind is None:
            continue
        ours = spec(kind)
        theirs = [model["css"], *(t[side] for t in model["tmpls"] for side in ("qfmt", "afmt"))]
        same = theirs == [ours.css, *(side for t in ours.templates for side in (t.front, t.back))]
        looks[kind] = Look(ours.look if same else "", int(model["mod"]))
    return looks
