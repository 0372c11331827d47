"""What in a sentence points at another one, and what only looks like it."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.prose.pointers import lost, unresolved
from deckgen.language.words.parsing import parse_text


@pytest.mark.parametrize(
    "text",
    [
        "The former hides the lamps.",
        "The other filter hides the lamps.",
        "Another filter hides the lamps.",
        "The filter hides the lamps as well.",
        "This hides the lamps.",
        "These filters hide the lamps.",
        "Such filters hide the lamps.",
        "It hides the lamps.",
        "Its lamps fail at night.",
        "They hide the lamps.",
        "The tower hides their lamps.",
        "The filter hides the lamps here.",
        "Our filter hides the lamps.",
        "Both hide the lamps.",
        "Another reason is the snow.",
        "The second filter is larger.",
        "The same filter hides the lamps.",
        "The resulting photo shows the lamps.",
        "The two filters hide the lamps.",
        "To do so, pilots use a filter.",
        "Otherwise the tower hides the lamps.",
        "Other towers hide the lamps.",
        "One issue is that the lamps are dim.",
        "From then on, the lamps are dim.",
        "During training, it hides the lamps.",
        "At night it is fixed.",
        "It can then be used to hide the lamps.",
        "We call the filter a veil.",
        "The pilots use the filter for that.",
        "The tower stores the photo and these three lamps.",
    ],
)
def test_a_sentence_that_points_outside_itself_says_so(text: str) -> None:
    parse = parse_text(text)
    assert list(unresolved(parse, main_clause(parse)))


@pytest.mark.parametrize(
    "text",
    [
        "The filter hides the lamps.",
        "The filter hides the lamps because it is dark.",
        "The lamps fail when they freeze.",
        "The filter is trained such that the lamps vanish.",
        "Both the filter and the spotter hide the lamps.",
        "The pilots say that the lamps fail.",
        "The tower hides lamps that fail.",
        "The filter hides the lamps as well as the signs.",
        "The filter reads the next photo and hides the last row.",
        "The tower compares one photo with another.",
        "One filter hides the lamps and the other hides the signs.",
        "The filters share the same glass.",
        "The filter and the spotter are trained together, and the two networks share the glass.",
        "The filter sorts the photos and drops the rest of the lamps.",
        "Given the mask, we can paint the lamps.",
        "One can sort the lamps with a filter.",
        "It is possible to hide the lamps with a filter.",
        "It can be shown that the lamps fail.",
        "The tower replaces the lamps with larger ones.",
        "A log keeps the photos until this log is full.",
        "Each pilot cleans their lamps.",
        "The filter removes pixels similar to those of the signs.",
        "The tower allows us to hide the lamps.",
    ],
)
def test_a_sentence_that_points_inside_itself_stands_alone(text: str) -> None:
    parse = parse_text(text)
    assert not list(unresolved(parse, main_clause(parse)))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why do the lamps it hides fail?", ["it"]),
        ("Why does the filter fail when it freezes?", []),
        ("Why do the pilots clean their lamps?", []),
    ],
)
def test_a_pronoun_without_a_noun_before_it_is_lost(question: str, words: list[str]) -> None:
    assert list(lost(parse_text(question))) == words


def test_a_text_without_words_points_at_nothing() -> None:
    assert list(unresolved(parse_text("The  former" + " x" * 1_200), None)) == []
