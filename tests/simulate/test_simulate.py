"""What an import would do to a learner's collection, told beforehand and without touching it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from deckgen import curation, simulate
from deckgen.errors import SourceError
from deckgen.lockfile import Lock
from tests import anki_helpers as anki
from tests.lockfile.test_base import package
from tests.lockfile.test_reconcile import BRIEF, LOSS, RESULT, build
from tests.making import basic, cloze, kept, summary

NOW = int(time.time())
HOME = summary("paper", BRIEF, LOSS, RESULT)
ONE, TWO, THREE = (
    basic(HOME, BRIEF, "all hidden states"),
    cloze(HOME, LOSS, "penalty", "smooth"),
    basic(HOME, RESULT, "3.57 percent"),
)
FIRST = build(Lock(), kept(ONE, TWO), HOME, now=NOW - 500).lock
WORDED = BRIEF.replace("every", "each")
LATER = summary("paper", WORDED, LOSS, RESULT)
SECOND = build(
    FIRST, kept(basic(LATER, WORDED, "all hidden states"), cloze(LATER, LOSS, "penalty"), THREE), LATER, now=NOW + 500
).lock
GUID = {entry.evidence: entry.guid for entry in FIRST.entries}


@pytest.fixture
def learner(tmp_path: Path) -> tuple[Path, Any]:
    """A learner who imported the first deck: the path of the collection, and a way to act in it."""
    folder = tmp_path / "learner"
    with anki.collection(folder) as col:
        anki.load(col, package(tmp_path, FIRST))

    def act(work: Any) -> None:
        with anki.collection(folder) as col:
            work(col)

    return folder / "collection.anki2", act


def second(folder: Path) -> Path:
    target = folder / "second"
    target.mkdir()
    return package(target, SECOND)


def test_tells_what_is_new_and_updated_and_leaves_the_collection_alone(learner: Any, tmp_path: Path) -> None:
    path, _ = learner
    before = {each: hashlib.sha256(each.read_bytes()).hexdigest() for each in path.parent.rglob("*") if each.is_file()}
    found = simulate.simulate(path, second(tmp_path), SECOND)
    assert (found.new, found.updated, found.unchanged) == ((THREE.key,), tuple(sorted((ONE.key, TWO.key))), 0)
    assert found.overwritten == ()
    after = {each: hashlib.sha256(each.read_bytes()).hexdigest() for each in path.parent.rglob("*") if each.is_file()}
    assert after == before


def test_tells_which_edits_would_be_lost(learner: Any, tmp_path: Path) -> None:
    path, act = learner
    act(lambda col: anki.edit(col, GUID[BRIEF], "Back", "MINE"))
    found = simulate.simulate(path, second(tmp_path), SECOND)
    assert ("Back", "MINE", "all hidden states") in [(each.field, each.theirs, each.ours) for each in found.overwritten]
    assert not found.harmless
    assert "overwrites" in simulate.as_text(found)
    assert json.loads(simulate.as_json(found))["overwritten"][0]["key"] == ONE.key


def test_tells_which_tags_would_be_lost(learner: Any, tmp_path: Path) -> None:
    path, act = learner

    def tag(col: Any) -> None:
        note = anki.note(col, GUID[BRIEF])
        note.tags.append("mine")
        col.update_note(note)

    act(tag)
    found = simulate.simulate(path, second(tmp_path), SECOND)
    assert ("tags", "mine") in [(each.field, each.theirs) for each in found.overwritten]


def test_tells_which_cards_would_go_blank(learner: Any, tmp_path: Path) -> None:
    found = simulate.simulate(learner[0], second(tmp_path), SECOND)
    assert found.blank == (TWO.key,)


def test_tells_which_notes_cannot_be_updated(learner: Any, tmp_path: Path) -> None:
    path, act = learner

    def other_type(col: Any) -> None:
        from anki.models import ChangeNotetypeRequest

        note = anki.note(col, GUID[BRIEF])
        target = col.models.by_name("Basic")["id"]
        info = col.models.change_notetype_info(old_notetype_id=note.mid, new_notetype_id=target)
        request = ChangeNotetypeRequest()
        request.ParseFromString(info.input.SerializeToString())
        request.note_ids.append(note.id)
        col.models.change_notetype_of_notes(request)

    act(other_type)
    found = simulate.simulate(path, second(tmp_path), SECOND)
    assert found.conflicting == (ONE.key,)


def test_tells_which_edits_keep_the_latest_text_out(learner: Any, tmp_path: Path) -> None:
    path, act = learner
    earlier = build(FIRST, kept(basic(LATER, WORDED, "all hidden states"), TWO), LATER, now=NOW - 100).lock
    act(lambda col: anki.edit(col, GUID[BRIEF], "Back", "MINE"))
    target = tmp_path / "e"
    target.mkdir()
    found = simulate.simulate(path, package(target, earlier), earlier)
    assert found.kept == (ONE.key,)
    assert found.overwritten == ()


def test_a_running_anki_is_noticed(learner: Any, tmp_path: Path) -> None:
    path, _ = learner
    script = (
        f"from anki.collection import Collection; c = Collection({str(path)!r}); print('open', flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdin=-1, stdout=-1, text=True) as running:
        assert running.stdout
        assert running.stdout.readline()
        try:
            with pytest.raises(SourceError, match="close Anki"):
                simulate.simulate(path, second(tmp_path), SECOND)
        finally:
            running.communicate("\n")


def test_what_is_no_collection_or_no_deck_is_one_clear_error(learner: Any, tmp_path: Path) -> None:
    other = tmp_path / "other.anki2"
    other.write_bytes(b"nothing")
    deck = second(tmp_path)
    with pytest.raises(SourceError, match="no Anki collection"):
        simulate.simulate(other, deck, SECOND)
    with pytest.raises(SourceError, match="cannot be read"):
        simulate.simulate(tmp_path / "none.anki2", deck, SECOND)
    with pytest.raises(SourceError, match="cannot import"):
        simulate.simulate(learner[0], other, SECOND)


def test_a_missing_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "anki", None)
    with pytest.raises(SourceError, match=r"summary-deckgen\[anki\]"):
        simulate.simulate(tmp_path / "c.anki2", tmp_path / "d.apkg", Lock())


def test_learning_proposes_what_the_learner_deleted_suspended_and_edited(learner: Any) -> None:
    path, act = learner

    def acts(col: Any) -> None:
        anki.edit(col, GUID[BRIEF], "Front", "Mine?")
        col.sched.suspend_cards([card.id for card in anki.note(col, GUID[LOSS]).cards()])

    act(acts)
    learnt = curation.learn(path, FIRST)
    assert [(p.line.action, p.line.key, p.reason) for p in learnt.proposals] == [
        ("edit" if key == ONE.key else "reject", key, "edited in Anki" if key == ONE.key else "suspended in Anki")
        for key in sorted((ONE.key, TWO.key))
    ]
    act(lambda col: col.remove_notes([anki.note(col, GUID[LOSS]).id]))
    deleted = [each for each in curation.learn(path, FIRST).proposals if each.line.key == TWO.key]
    assert not deleted, "the only note left has an edit's time, so nothing tells that the deck was imported"


def test_a_deleted_note_is_proposed_once_it_is_sure_that_it_was_there(learner: Any) -> None:
    path, act = learner
    act(lambda col: col.remove_notes([anki.note(col, GUID[LOSS]).id]))
    (proposal,) = curation.learn(path, FIRST).proposals
    assert (proposal.line.key, proposal.reason) == (TWO.key, "deleted in Anki")
    later = curation.learn(path, SECOND)
    assert THREE.key not in [each.line.key for each in later.proposals]
    assert later.outdated == (ONE.key,)


def test_learning_reads_an_exported_package_too(learner: Any, tmp_path: Path) -> None:
    from anki.collection import ExportAnkiPackageOptions

    _, act = learner

    def acts(col: Any) -> None:
        anki.edit(col, GUID[BRIEF], "Front", "Mine?")
        options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=False)
        col.export_anki_package(out_path=str(tmp_path / "mine.apkg"), options=options, limit=None)

    act(acts)
    (proposal,) = curation.learn(tmp_path / "mine.apkg", FIRST).proposals
    assert proposal.line.fields == {"Front": "Mine?"}
    assert proposal.line.evidence == BRIEF
