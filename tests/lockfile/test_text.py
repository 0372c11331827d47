"""The lock as a file: read exactly as written, refused when it cannot be trusted, merged line by line."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from deckgen.errors import LockError
from deckgen.lockfile import Lock, dump, load, lock_path, read
from deckgen.model import NoteType
from tests.lockfile.test_reconcile import BRIEF, LOSS, RESULT, build, published
from tests.making import basic, cloze, kept, summary


def example() -> Lock:
    home = summary("attention", BRIEF, LOSS, "Größer — “quoted” <b>&amp;</b>.")
    return published(basic(home, BRIEF, "all hidden states", tags=["é"]), cloze(home, LOSS, "penalty", "smooth"))


def lines(lock: Lock) -> list[str]:
    return dump(lock).splitlines()


def refused(text: str | bytes) -> str:
    with pytest.raises(LockError) as caught:
        load(text if isinstance(text, bytes) else text.encode(), "d.lock.jsonl")
    return str(caught.value)


def test_what_was_written_is_read_again() -> None:
    assert load(dump(example()).encode(), "x") == example()


def test_a_lock_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert read(tmp_path / "none.lock.jsonl") == Lock()


def test_the_lock_is_beside_its_deck() -> None:
    assert lock_path(Path("out/x.apkg")) == Path("out/x.lock.jsonl")


def test_one_note_is_one_line_sorted_by_key_with_its_text_readable() -> None:
    header, *rest = lines(example())
    assert json.loads(header) == {"lock": 1}
    notes = [json.loads(line) for line in rest if "key" in json.loads(line)]
    assert [note["key"] for note in notes] == sorted(note["key"] for note in notes)
    assert any("The {{c1::penalty}}" in line or "adds a {{c1::penalty}}" in line for line in rest)
    assert any('"é"' in line for line in rest)


def test_the_time_of_each_note_type_is_kept() -> None:
    assert {kind: look.mtime for kind, look in example().looks.items()} == dict.fromkeys(NoteType, 1000)


def test_the_order_of_lines_does_not_matter() -> None:
    header, *rest = lines(example())
    assert load("\n".join([header, *reversed(rest)]).encode(), "x") == example()


def test_one_changed_summary_changes_only_its_own_lines() -> None:
    a, b = summary("a", BRIEF, LOSS), summary("b", RESULT)
    cards = basic(a, BRIEF, "all hidden states"), basic(a, LOSS, "smooth"), basic(b, RESULT, "3.57 percent")
    first = published(*cards)
    text = BRIEF.replace("every", "each")
    after = summary("a", text, LOSS)
    second = build(
        first, kept(basic(after, text, "all hidden states"), basic(after, LOSS, "smooth"), cards[2]), after, b, now=2000
    ).lock
    changed = set(lines(first)) ^ set(lines(second))
    assert len(changed) == 2
    assert all('"key":"a#' in line for line in changed)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda t: "", "is empty"),
        (lambda t: "<html>", "restore it from git"),
        (lambda t: t.replace('{"lock":1}', '{"lock":2}'), "newer deckgen"),
        (lambda t: t.replace('"mtime":1000}', '"mtime":"x"}'), "mtime"),
        (lambda t: t.replace('"guid"', '"gui"'), "gui"),
        (lambda t: t.replace('"deck":"Papers",', ""), "deck"),
        (lambda t: t[: len(t) - 40], "is not JSON"),
        (lambda t: t + t.splitlines()[-1] + "\n", "stands in line"),
        (lambda t: t.replace('"type":"cloze"', '"type":"other"'), "type"),
    ],
)
def test_a_damaged_lock_is_refused_with_its_place_and_the_cure(damage, says: str) -> None:  # type: ignore[no-untyped-def]
    message = refused(damage(dump(example())))
    assert says in message
    assert message.startswith("d.lock.jsonl")
    assert "\n" not in message


def test_one_guid_on_two_notes_is_refused() -> None:
    lock = example()
    twin = lines(lock)[-1].replace('"key":"attention#', '"key":"attention#other-')
    assert "guid" in refused("\n".join([*lines(lock), twin]))


def test_a_lock_with_conflict_markers_names_the_first_of_them() -> None:
    first, *rest = lines(example())
    message = refused("\n".join([first, "<<<<<<< HEAD", *rest, "=======", *rest, ">>>>>>> other"]))
    assert message.startswith("d.lock.jsonl:2: ")
    assert "higher mtime" in message


def test_changes_to_different_notes_merge_in_git(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        given = ("git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words)
        subprocess.run(given, cwd=tmp_path, check=True, capture_output=True)

    homes = [summary(f"paper-{n}", f"{BRIEF} In part {n}.") for n in range(12)]
    cards = [basic(home, BRIEF, "all hidden states") for home in homes]
    base = published(*cards)
    file = tmp_path / "d.lock.jsonl"

    def with_tag(*numbers: int) -> Lock:
        tagged = [basic(h, BRIEF, "all hidden states", tags=["t"] if n in numbers else []) for n, h in enumerate(homes)]
        return build(base, kept(*tagged), *homes, now=2000).lock

    git("init", "-q", "-b", "one")
    for branch, lock in (("one", base), ("two", with_tag(2)), ("three", with_tag(9))):
        if branch != "one":
            git("checkout", "-q", "-b", branch, "one")
        file.write_text(dump(lock), encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "-m", branch)
    git("merge", "-q", "two")
    assert read(file) == with_tag(2, 9)
