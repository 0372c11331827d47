"""Commands that look at a learner's collection: simulate and learn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import anki_helpers as anki
from tests.commandline import NOTE, run


@pytest.fixture
def learner(note: Path) -> Path:
    """A learner who imported the deck and edited the author's own card."""
    run("build", "pallas.md", "-o", "x.apkg")
    folder = note.parent / "learner"
    with anki.collection(folder) as col:
        anki.load(col, Path("x.apkg"))
        edited = own(col)
        edited["Back"] = "The hinge loss, of course."
        col.update_note(edited)
    return folder / "collection.anki2"


def own(col: Any) -> Any:
    (number,) = col.find_notes('"Front:Which loss trains the gates of Pallas?"')
    return col.get_note(number)


def test_simulate_tells_what_would_be_lost_and_touches_nothing(learner: Path, note: Path) -> None:
    before = learner.read_bytes()
    assert run("simulate", str(learner), "-o", "x.apkg").exit_code == 0
    note.write_text(NOTE.replace("The hinge loss.", "A hinge loss."))
    run("build", "pallas.md", "-o", "x.apkg", SOURCE_DATE_EPOCH="4000000000")
    result = run("simulate", str(learner), "-o", "x.apkg")
    assert result.exit_code == 1
    assert "'The hinge loss, of course.' -> 'A hinge loss.'" in result.stdout
    assert json.loads(run("simulate", str(learner), "-o", "x.apkg", "--json").stdout)["harmless"] is False
    assert learner.read_bytes() == before


def test_learn_proposes_the_learners_edit_and_writes_it_when_told(learner: Path) -> None:
    proposed = run("learn", str(learner), "-o", "x.apkg")
    assert (proposed.exit_code, "edited in Anki" in proposed.stdout) == (0, True)
    assert "back: The hinge loss, of course." in proposed.stdout
    assert not Path("x.curation.yaml").exists()
    assert "1 line added" in run("learn", str(learner), "-o", "x.apkg", "--write").stdout
    run("build", "pallas.md", "-o", "x.apkg")
    assert "The hinge loss, of course." in Path("x.lock.jsonl").read_text()


@pytest.mark.parametrize("command", ["simulate", "learn"])
def test_what_is_no_collection_is_one_line(learner: Path, command: str) -> None:
    result = run(command, "pallas.md", "-o", "x.apkg")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith("pallas.md: ")


def test_a_deck_that_is_not_built_is_wrong_use(learner: Path) -> None:
    result = run("simulate", str(learner), "-o", "other.apkg")
    assert (result.exit_code, result.stderr) == (2, "other.apkg: no such deck; run deckgen build first\n")
