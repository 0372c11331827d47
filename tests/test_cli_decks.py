"""Commands on a deck that was built before: check, diff, curate, forget, and an earlier package as base."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.commandline import NOTE, run

DECK = ("-s", "pallas.md", "-o", "x.apkg")
REWORDED = NOTE.replace("The hinge loss.", "A hinge loss.")


@pytest.fixture
def built(note: Path) -> Path:
    assert run("build", "pallas.md", "-o", "x.apkg").exit_code == 0
    return note


def entries() -> dict[str, dict[str, object]]:
    lines = [json.loads(line) for line in Path("x.lock.jsonl").read_text().splitlines()]
    return {line["key"]: line for line in lines if "key" in line}


def own_key() -> str:
    return next(key for key in entries() if "#own-" in key)


def check() -> tuple[int, str]:
    result = run("check", "pallas.md", "-o", "x.apkg")
    return result.exit_code, result.stdout


def test_check_is_content_after_a_build_and_writes_nothing(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in Path().iterdir()}
    assert check() == (0, "x.apkg: is what the summaries give\n")
    assert {path: path.stat().st_mtime_ns for path in Path().iterdir()} == before


def test_check_lists_what_changed(built: Path) -> None:
    key = own_key()
    built.write_text(REWORDED)
    code, text = check()
    assert code == 1
    assert text.splitlines()[0] == f"x.apkg: reworded {key}"
    assert "x.lock.jsonl: is not what the summaries give; run deckgen build" in text


def test_check_misses_a_deck_that_is_gone(built: Path) -> None:
    Path("x.apkg").unlink()
    assert check() == (1, "x.apkg: is missing; run deckgen build\n")


def test_diff_shows_a_reworded_card_word_by_word(built: Path) -> None:
    built.write_text(REWORDED)
    result = run("diff", *DECK)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"reworded  {own_key()}")
    assert "[-The-]{+A+} hinge loss." in result.stdout
    assert run("diff", "--exit-code", *DECK).exit_code == 1


def test_diff_of_equal_states_says_so(built: Path) -> None:
    assert run("diff", *DECK).stdout == "x: nothing differs\n"


def test_diff_compares_files_of_either_kind(built: Path) -> None:
    Path("x.apkg").rename("old.apkg")
    built.write_text(REWORDED)
    run("build", "pallas.md", "-o", "x.apkg")
    result = run("diff", "old.apkg", "x.lock.jsonl", "--format", "json")
    assert json.loads(result.stdout)["counts"] == {"reworded": 1}


def test_diff_compares_git_revisions_for_a_pull_request(built: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "Before the deck")
    git("add", "x.lock.jsonl")
    git("commit", "--quiet", "--message", "The deck")
    result = run("diff", "HEAD~1", "HEAD", "--format", "markdown", *DECK)
    assert f"### x: {len(entries())} added" in result.stdout
    assert run("diff", "HEAD", *DECK).stdout == "x: nothing differs\n"


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("nowhere", "'nowhere' is no git revision, .apkg or .lock.jsonl"),
        ("nowhere.apkg", "nowhere.apkg: no such file"),
        ("--nowhere", "No such option"),
    ],
)
def test_diff_of_what_does_not_exist_is_wrong_use(built: Path, state: str, says: str) -> None:
    result = run("diff", state, *DECK)
    assert (result.exit_code, says in result.stderr) == (2, True)


def test_a_rejected_card_leaves_the_deck_and_stays_away_when_it_is_reworded(built: Path) -> None:
    key = own_key()
    result = run("curate", "reject", key[:-3], *DECK)
    assert result.stdout == f"x.curation.yaml: reject {key}; run deckgen build\n"
    built.write_text(REWORDED)
    result = run("build", "pallas.md", "-o", "x.apkg")
    assert "1 retired" in result.stdout
    assert "find them in Anki with" in result.stderr
    assert entries()[key]["state"] == "retired"


def test_an_edited_card_reads_as_the_user_wrote_it(built: Path) -> None:
    key = own_key()
    assert run("curate", "edit", key, "--front", "Which loss?", *DECK).exit_code == 0
    run("build", "pallas.md", "-o", "x.apkg")
    assert entries()[key]["fields"]["Front"] == "Which loss?"  # type: ignore[index]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["reject", "nothing#own-1"], "no card is named 'nothing#own-1'"),
        (["reject", "pallas#"], "write more of it"),
        (["edit", "pallas#own"], "edit takes one of --front, --back, --text"),
        (["pin", "pallas#own", "--front", "x"], "pin takes no --front, --back, --text"),
        (["drop", "pallas#own"], "'drop' is not one of"),
    ],
)
def test_a_word_that_means_nothing_is_wrong_use_and_writes_nothing(
    built: Path, arguments: list[str], says: str
) -> None:
    result = run("curate", *arguments, *DECK)
    assert (result.exit_code, says in result.stderr) == (2, True)
    assert not Path("x.curation.yaml").exists()


def test_a_curation_file_that_is_broken_stops_the_build(built: Path) -> None:
    before = Path("x.lock.jsonl").read_bytes()
    Path("x.curation.yaml").write_text("reject:\n- [\n")
    result = run("build", "pallas.md", "-o", "x.apkg")
    assert (result.exit_code, result.stderr.startswith("x.curation.yaml:")) == (2, True)
    assert Path("x.lock.jsonl").read_bytes() == before


def test_retired_notes_are_forgotten_at_the_users_word_only(built: Path) -> None:
    key = own_key()
    built.write_text(NOTE[: NOTE.index("## Cards")])
    run("build", "pallas.md", "-o", "x.apkg")
    refused = run("forget", "--all", *DECK, stdin="n\n")
    assert "Which loss trains the gates of Pallas?" in refused.stdout
    assert key in entries()
    assert "forgot 1 note" in run("forget", "--all", *DECK, stdin="y\n").stdout
    assert key not in entries()
    assert check()[0] == 0


def test_a_live_note_is_never_forgotten(built: Path) -> None:
    result = run("forget", own_key(), "--yes", *DECK)
    assert (result.exit_code, "nothing was forgotten" in result.stderr) == (2, True)
    assert own_key() in entries()


def test_an_earlier_package_stands_in_for_a_lost_lock(built: Path) -> None:
    guids = {key: entry["guid"] for key, entry in entries().items()}
    Path("x.apkg").rename("old.apkg")
    Path("x.lock.jsonl").unlink()
    result = run("build", "pallas.md", "-o", "x.apkg", "--base", "old.apkg", SOURCE_DATE_EPOCH="1800000000")
    assert "nothing changed" in result.stdout
    assert {key: entry["guid"] for key, entry in entries().items()} == guids
    again = run("build", "pallas.md", "-o", "x.apkg", "--base", "old.apkg")
    assert (again.exit_code, "x.lock.jsonl: is there already" in again.stderr) == (2, True)


def test_a_lock_with_the_marks_of_a_merge_is_refused(built: Path) -> None:
    lock = Path("x.lock.jsonl")
    lock.write_text(lock.read_text() + "<<<<<<< HEAD\n")
    deck = Path("x.apkg").read_bytes()
    result = run("build", "pallas.md", "-o", "x.apkg")
    assert (result.exit_code, result.stderr.startswith("x.lock.jsonl:")) == (2, True)
    assert Path("x.apkg").read_bytes() == deck
