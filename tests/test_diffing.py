"""What changed in a deck, told to people and to programs."""

from __future__ import annotations

import json
import re

import pytest
from markdown_it import MarkdownIt

from deckgen import diffing
from deckgen.diffing import Kind
from deckgen.lockfile import Lock, forget, from_apkg
from tests.lockfile.test_base import package
from tests.lockfile.test_reconcile import BRIEF, LOSS, RESULT, build, published
from tests.making import basic, cloze, kept, summary

HOME = summary("paper", BRIEF, LOSS)
ONE, TWO = basic(HOME, BRIEF, "all hidden states"), cloze(HOME, LOSS, "penalty")
WORDED = BRIEF.replace("every", "each")
AFTER = summary("paper", WORDED, RESULT)
BEFORE_LOCK = published(ONE, TWO)
AFTER_LOCK = build(
    BEFORE_LOCK,
    kept(basic(AFTER, WORDED, "all hidden states"), basic(AFTER, RESULT, "3.57 percent")),
    AFTER,
    now=2000,
).lock


def found() -> tuple[diffing.Difference, ...]:
    return diffing.compare(BEFORE_LOCK, AFTER_LOCK)


def test_equal_states_do_not_differ() -> None:
    assert diffing.compare(BEFORE_LOCK, BEFORE_LOCK) == ()
    assert diffing.as_text(()) == ""
    assert "nothing changed" in diffing.as_markdown(())


def test_each_note_is_told_once_by_what_became_of_it() -> None:
    assert [each.kind for each in found()] == [Kind.ADDED, Kind.REWORDED, Kind.RETIRED]
    back = diffing.compare(AFTER_LOCK, BEFORE_LOCK)
    assert [each.kind for each in back] == [Kind.REWORDED, Kind.RETURNED, Kind.DROPPED]


def test_a_forgotten_note_is_dropped_and_a_new_time_alone_is_told_too() -> None:
    left, _ = forget(AFTER_LOCK, [TWO.key])
    assert [each.kind for each in diffing.compare(AFTER_LOCK, left)] == [Kind.DROPPED]
    later = build(Lock(), kept(ONE, TWO), HOME, now=7000).lock
    assert {each.kind for each in diffing.compare(BEFORE_LOCK, later)} == {Kind.REDATED}


def test_a_reworded_card_shows_its_words() -> None:
    (reworded,) = [each for each in found() if each.kind is Kind.REWORDED]
    assert ("-", "every") in reworded.words["Front"]
    assert ("+", "each") in reworded.words["Front"]
    assert "Back" not in reworded.words
    assert not reworded.rendering


def test_a_card_worded_anew_over_the_same_sentence_is_told_apart() -> None:
    card = basic(HOME, BRIEF, "all hidden states", question="What does the decoder attend to?")
    (each,) = diffing.compare(BEFORE_LOCK, build(BEFORE_LOCK, kept(card, TWO), HOME, now=2000).lock)
    assert each.rendering
    assert "wording only" in diffing.as_text([each])


def test_a_change_of_markup_alone_is_shown_as_markup() -> None:
    card = basic(HOME, BRIEF, "all hidden states", question=ONE.fields["Front"].replace("decoder", "<b>decoder</b>"))
    (each,) = diffing.compare(BEFORE_LOCK, build(BEFORE_LOCK, kept(card, TWO), HOME, now=2000).lock)
    assert "<b>" in "".join(text for _, text in each.words["Front"])


def test_the_text_form_marks_old_and_new_words() -> None:
    text = diffing.as_text(found())
    assert "[-every-]{+each+}" in text
    assert re.search(r"^added\s+paper#", text, re.MULTILINE)
    assert re.search(r"^retired\s+paper#\S+  \(source\)$", text, re.MULTILINE)


def test_the_json_form_holds_everything() -> None:
    document = json.loads(diffing.as_json(found()))
    assert document["counts"] == {"added": 1, "reworded": 1, "retired": 1}
    assert [note["kind"] for note in document["notes"]] == ["added", "reworded", "retired"]
    assert document["notes"][1]["mtime"] == {"before": 1000, "after": 2000}


def test_the_markdown_form_begins_with_its_mark_and_the_counts() -> None:
    mark, _, heading = diffing.as_markdown(found(), "Papers").splitlines()[:3]
    assert mark == "<!-- deckgen diff: Papers -->"
    assert heading == "### Papers: 1 added, 1 reworded, 1 retired"


@pytest.mark.parametrize("evil", ["<img src=x>", "@everyone #12", "*a* _b_ `c` [d](e)", "</details>", "--> x"])
def test_nothing_on_a_card_is_markup_in_a_comment(evil: str) -> None:
    from html import escape, unescape

    sentence = f"The note says {evil} today."
    home = summary("evil", sentence)
    card = basic(home, escape(sentence), "today", question=escape(f"{evil} when?"))
    lock = build(Lock(), kept(card), home).lock
    text = diffing.as_markdown(diffing.compare(Lock(), lock))
    html = MarkdownIt("commonmark").render(text)
    assert html.count("</details>") == html.count("<details")
    assert not re.search(r"<(img|em|strong|a)\b|(?<!&)#12|@everyone", text)
    assert evil in unescape(unescape(html.replace("</b></ins>", "")))


def test_a_comment_never_outgrows_what_github_takes() -> None:
    home = summary("big", *(f"Sentence {n} says something. {'word ' * 60}" for n in range(260)))
    lock = build(Lock(), kept(*(basic(home, f"Sentence {n} {'word ' * 60}", "word") for n in range(260))), home).lock
    text = diffing.as_markdown(diffing.compare(Lock(), lock))
    assert 30_000 < len(text) < 65_536
    assert re.search(r"and \d+ more", text)


def test_two_packages_can_be_compared(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "b").mkdir()
    old, new = (
        from_apkg(package(folder, lock)) for folder, lock in ((tmp_path, BEFORE_LOCK), (tmp_path / "b", AFTER_LOCK))
    )
    assert [each.kind for each in diffing.compare(old, new)] == [each.kind for each in found()]
