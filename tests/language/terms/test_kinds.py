"""Kind and difference: what an explanation has to have."""

from __future__ import annotations

import pytest

from deckgen.language.terms import kinds
from deckgen.language.words.parsing import Parse, Word, parse_text


def headed(phrase: str) -> tuple[Parse, Word]:
    """A parsed explanation with its noun."""
    parse = parse_text(f"It is {phrase}.")
    noun = parse.child(1, "attr")
    assert noun is not None
    return parse, noun


@pytest.mark.parametrize(
    "phrase",
    ["a scheduler that drops requests", "the number of requests in the queue", "a way to drop requests",
     "the rotation of the picture"],
)  # fmt: skip
def test_a_kind_has_something_that_tells_it_apart(phrase: str) -> None:
    parse, noun = headed(phrase)
    assert kinds.is_kind(parse, noun, parse.words[2])


@pytest.mark.parametrize(
    "phrase", ["a scheduler", "the scheduler that won", "an example of a scheduler", "a problem for ships"]
)
def test_a_bare_kind_an_example_and_a_verdict_explain_nothing(phrase: str) -> None:
    parse, noun = headed(phrase)
    assert not kinds.is_kind(parse, noun, parse.words[2])


def test_a_glossary_may_leave_the_article_out() -> None:
    parse, noun = headed("image that marks the safe pixels")
    assert kinds.is_kind(parse, noun, parse.words[2], loose=True)
    assert not kinds.is_kind(parse, noun, parse.words[2])


@pytest.mark.parametrize(
    ("text", "term", "answer"),
    [
        ("A store that drops old pages, e.g. at night.", "late store", "A store that drops old pages"),
        ("A store that keeps its pages in order.", "page keeper", "A store that keeps its pages in order"),
        ("A store that drops something nice.", "late store", None),
        ("The names of the editors.", "editor", None),
        ("A poor indicator of the trade of ports.", "harbour index", None),
        ("A late store that drops old pages.", "late store", None),
        ("A log of the writes that they sent late.", "diary", "A log of the writes that they sent late"),
        ("A log that he keeps.", "write log", None),
    ],
)
def test_an_explanation_says_something_new_and_stands_alone(text: str, term: str, answer: str | None) -> None:
    parse = parse_text(text)
    assert kinds.explanation(parse, range(len(parse)), term) == answer


def test_a_phrase_ends_well_before_a_sign_or_a_second_predicate() -> None:
    parse = parse_text("It is a store and drops pages, as told.")
    assert kinds.ends_well(parse, 3, (1,))
    assert not kinds.ends_well(parse, 3)
    assert kinds.ends_well(parse, 6)


@pytest.mark.parametrize(
    ("term", "answer", "goes_round"),
    [
        ("apologies", "Sections that contain the apologies of pilots", True),
        ("runway knowledge", "Runway specific knowledge for the landing", True),
        ("lamp control", "Ability to control some group of lamps", False),
        ("landing mask", "A binary image of the safe pixels", False),
    ],
)
def test_a_circle_says_the_term_again(term: str, answer: str, goes_round: bool) -> None:
    assert kinds.circular(term, answer) is goes_round
