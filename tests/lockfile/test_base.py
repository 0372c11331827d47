"""An earlier package stands in for a lost lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.errors import LockError
from deckgen.lockfile import Lock, from_apkg
from deckgen.writers import WRITERS
from tests import anki_helpers as anki
from tests.lockfile.test_reconcile import BRIEF, LOSS, build, published
from tests.making import basic, cloze, kept, summary

HOME = summary("attention", BRIEF, LOSS)
CARDS = basic(HOME, BRIEF, "all hidden states", tags=["papers"]), cloze(HOME, LOSS, "penalty", "smooth")


def package(folder: Path, lock: Lock) -> Path:
    looks = {kind: look.mtime for kind, look in lock.looks.items()}
    path = folder / "old.apkg"
    path.write_bytes(WRITERS["apkg"]([entry.note() for entry in lock.entries], mtimes=looks, media={}))
    return path


def test_a_build_on_an_earlier_package_changes_nothing(tmp_path: Path) -> None:
    lock = published(*CARDS)
    recovered = from_apkg(package(tmp_path, lock))
    done = build(recovered, kept(*CARDS), HOME, now=5000)
    assert not done.changes
    assert {(n.key, n.guid, n.mtime, n.hash) for n in done.notes} == {
        (e.key, e.guid, e.mtime, e.hash) for e in lock.entries
    }
    assert done.lock.looks == lock.looks


def test_a_retired_note_of_an_earlier_package_returns(tmp_path: Path) -> None:
    gone = build(published(*CARDS), kept(CARDS[1]), summary("attention", LOSS)).lock
    recovered = from_apkg(package(tmp_path, gone))
    assert [entry.live for entry in recovered.entries] == [entry.live for entry in gone.entries]
    done = build(recovered, kept(*CARDS), HOME, now=5000)
    assert [change.kind.value for change in done.changes] == ["returned"]


def test_a_package_exported_by_anki_serves_as_well(tmp_path: Path) -> None:
    from anki.collection import ExportAnkiPackageOptions

    lock = published(*CARDS)
    with anki.collection(tmp_path / "col") as col:
        anki.load(col, package(tmp_path, lock))
        options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=True)
        col.export_anki_package(out_path=str(tmp_path / "export.apkg"), options=options, limit=None)
    recovered = from_apkg(tmp_path / "export.apkg")
    assert {(e.key, e.guid, e.mtime, e.hash) for e in recovered.entries} == {
        (e.key, e.guid, e.mtime, e.hash) for e in lock.entries
    }


def test_what_is_no_package_of_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.apkg"
    for content in (b"", b"PK\x05\x06" + bytes(18), b"text"):
        path.write_bytes(content)
        with pytest.raises(LockError):
            from_apkg(path)
    with pytest.raises(LockError):
        from_apkg(tmp_path / "none.apkg")
