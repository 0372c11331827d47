"""A learner's Anki collection, looked at without touching it: everything happens in a copy.

The official library is loaded only here, by those who ask: `pip install 'summary-deckgen[anki]'`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.errors import SourceError
from deckgen.notetypes import FIELDS, MODEL_IDS, kind_of

ERRORS = ("front of this card is blank", "No cloze", "template has a problem")


@dataclass(frozen=True, slots=True)
class LearnersNote:
    """One of our notes as it stands in a collection.

    Attributes:
        guid: Anki's identity of the note.
        mtime: of its last change, by an import or by the learner.
        fields: field name -> HTML.
        tags: the learner's too.
        suspended: whether all of its cards are.
    """

    guid: str
    mtime: int
    fields: dict[str, str]
    tags: tuple[str, ...]
    suspended: bool


@contextmanager
def copied(path: Path) -> Iterator[Any]:
    """A copy of a collection, or of an exported package, opened with Anki's own library; gone afterwards.

    Args:
        path: `collection.anki2` of an Anki profile, or an `.apkg` that was exported from Anki.

    Raises:
        SourceError: the library is not installed, the file is no collection, or Anki has it open.
    """
    library = _library()
    with tempfile.TemporaryDirectory(prefix="deckgen-") as folder:
        copy = Path(folder) / "collection.anki2"
        package = path.suffix == ".apkg"
        if not package:
            _copy(path, copy)
        try:
            opened = library.Collection(str(copy))
        except Exception as error:  # the library raises errors of many kinds for files it cannot use
            raise SourceError(
                "is no Anki collection that this version of the anki library can open", path=path
            ) from error
        try:
            if package:
                _import(opened, path, library, library.ImportAnkiPackageOptions(with_scheduling=True))
            yield opened
        finally:
            opened.close()


def imported(opened: Any, package: Path) -> Any:
    """Import a package with the options the learner's own Anki would use, and return Anki's log of it."""
    return _import(opened, package, _library(), opened._backend.get_import_anki_package_presets())


def our_notes(opened: Any) -> dict[str, LearnersNote]:
    """GUID -> every note of our note types in a collection, also where the learner added fields of their own."""
    found = {}
    for model in opened.models.all():
        kind = kind_of(int(model.get("originalId") or model["id"])) or kind_of(int(model["id"]))
        if kind is None:
            continue
        for number in opened.models.nids(model["id"]):
            note = opened.get_note(number)
            fields = {name: note[name] for name in FIELDS[kind] if name in note}
            queues = opened.db.list("select queue from cards where nid=?", number)
            suspended = bool(queues) and all(queue == -1 for queue in queues)
            found[note.guid] = LearnersNote(note.guid, note.mod, fields, tuple(note.tags), suspended)
    return found


def broken_cards(opened: Any) -> dict[int, str]:
    """Card id -> GUID of its note, for every card of ours on which Anki shows an error or nothing."""
    listed = ",".join(str(number) for number in MODEL_IDS.values())
    ids = opened.db.list(f"select c.id from cards c join notes n on n.id = c.nid where n.mid in ({listed})")
    return {number: opened.get_card(number).note().guid for number in ids if _shows_error(opened.get_card(number))}


def _shows_error(card: Any) -> bool:
    sides = card.question() + card.answer()
    return any(error in sides for error in ERRORS)


def _import(opened: Any, package: Path, library: Any, options: Any) -> Any:
    request = library.ImportAnkiPackageRequest(package_path=str(package.resolve()), options=options)
    try:
        return opened.import_anki_package(request).log
    except Exception as error:  # as above
        raise SourceError(f"Anki cannot import it ({error})", path=package) from error


def _copy(path: Path, copy: Path) -> None:
    # Anki keeps this file for as long as it has the collection open; asking SQLite instead would leave files behind.
    if path.with_name(f"{path.name}-wal").exists():
        cure = "close Anki; if it is closed already, open and close it once"
        raise SourceError(f"is in use by Anki: {cure}", path=path)
    try:
        shutil.copyfile(path, copy)
    except OSError as error:
        raise SourceError(f"cannot be read ({error.strerror})", path=path) from error


def _library() -> Any:
    try:
        from anki import collection
    except ImportError as error:
        raise SourceError("this command needs the anki library: pip install 'summary-deckgen[anki]'") from error
    return collection
