"""Where a long sentence is divided, and where it stays whole."""

from __future__ import annotations

import pytest

from deckgen.language.prose.division import divide
from deckgen.language.words.parsing import parse_text


def parts(text: str) -> tuple[str, ...]:
    """The parts of a sentence."""
    return divide([parse_text(text)])[0]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The filter hides the lamps; the spotter marks the runway.", "the spotter marks the runway."),
        ("The filter hides the lamps - the spotter marks the runway.", "the spotter marks the runway."),
        ("The filter hides the lamps: the spotter marks the runway.", "the spotter marks the runway."),
        ("The filter hides the lamps -> the spotter marks the runway.", "the spotter marks the runway."),
        ("The filter hides the lamps, but the spotter marks the runway.", "the spotter marks the runway."),
    ],
)
def test_a_sentence_is_cut_at_its_joint(text: str, second: str) -> None:
    assert parts(text) == ("The filter hides the lamps", second)


def test_three_clauses_are_three_parts() -> None:
    text = "The filter hides the lamps; the spotter marks the runway; the pilot waits for the signs."
    assert parts(text) == (
        "The filter hides the lamps",
        "the spotter marks the runway",
        "the pilot waits for the signs.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The filter has two parts: a mask and a map of the runway.",
        "The filter hides the lamps - all of them at once - and marks the runway.",
        "The filter hides the lamps (at night; in the snow the pilots wait for it).",
        "If snow falls, the filter hides the lamps; the spotter marks the runway.",
        "The filter hides the lamps; uses of the mask.",
        "The filter hides the lamps - all are red at night.",
    ],
)
def test_a_part_that_is_no_clause_or_is_shared_keeps_it_whole(text: str) -> None:
    assert parts(text) == (text,)


def test_a_relative_clause_at_the_end_gets_its_noun() -> None:
    text = "The filter of the old tower sends the photos through a small network, which consists of three layers."
    assert parts(text) == (
        "The filter of the old tower sends the photos through a small network",
        "the small network consists of three layers.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The filter of the old tower sends the photos through a small network, which reduces the noise by half.",
        "The filter of the old tower sends a mask and a map to the pilots, which is small and fast at night.",
        "The filter hides lamps, which are red.",
    ],
)
def test_a_relative_clause_whose_noun_is_not_sure_stays(text: str) -> None:
    assert parts(text) == (text,)
