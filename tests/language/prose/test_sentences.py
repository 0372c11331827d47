"""Where a sentence ends: not behind an abbreviation, not inside brackets, not in a number."""

from __future__ import annotations

import pytest

from deckgen.language.prose import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gates, e.g. those of Fig. 2, open.",
        "The tower, i.e. The Tower, is tall.",
        "Weber et al. sort the photos.",
        "It costs 2.5 GB vs. 4 GB before.",
        "The gain w.r.t. Adam is small.",
        "J. Weber sorts the photos.",
        "Dr. Weber and Prof. Ng disagree.",
        "The proof of Thm. 3 and Eq. 4 is short.",
        "Step no. 5 fails.",
        "The loss falls by 3.5 percent.",
        "It waits ... Then it runs.",
        "The net ends here. zebra crossings remain.",
        "The queue (cf. Sec. 3. It is long) grows.",
        "no stop at all",
    ],
)
def test_a_stop_that_ends_nothing_splits_nothing(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("The loss falls.", "The error follows."),
        ("Is it fast?", "Yes!", "It is."),
        ("The error is 3.5 percent.", "It fell."),
        ("Weber et al. sort the photos.", "They are fast."),
        ("It costs 2.5 GB vs. 4 GB before.", "Nobody minds."),
        ("See eq. 4.", "It holds."),
        ("Version 2.", "It is new."),
        ('The pilots said "it works."', "Then they left."),
        ("Zq0x is small.", "Zq1x is large."),
        ("The queue (cf. Sec. 3. It is long) grows.", "It ends."),
        ("1. Sort the photos.", "2. Drop them."),
    ],
)
def test_sentences_end_where_the_next_begins(parts: tuple[str, ...]) -> None:
    assert split(" ".join(parts)) == list(parts)


def test_a_sentence_in_brackets_stays_with_the_one_before() -> None:
    text = "The queue is short. (The photos are sorted.) Nobody waits."
    assert split(text) == ["The queue is short. (The photos are sorted.)", "Nobody waits."]


@pytest.mark.parametrize("text", ["", "   "])
def test_no_words_are_no_sentence(text: str) -> None:
    assert split(text) == []


def test_spans_leave_out_the_spaces_around_a_sentence() -> None:
    assert split("  The loss falls.   The error follows.  ") == ["The loss falls.", "The error follows."]
