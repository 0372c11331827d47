"""Questions and answers that read well and are still worth no review."""

from __future__ import annotations

import pytest

from deckgen.face import Face
from deckgen.rules import bare_winner, clumsy_question, loose_pronoun, misspelt, says_nothing, vague_question
from deckgen.rules.rule import Rule


def speaks(rule: Rule, front: str, back: str, kind: str = "participant") -> bool:
    """Whether a rule says anything against a card."""
    return bool(list(rule.check(Face(front, back, kind=kind))))


@pytest.mark.parametrize(
    ("front", "back", "refused"),
    [
        ("What does SpotterNet outperform on foggy runways?", "Every other spotter.", True),
        ("What does SpotterNet reach on foggy runways?", "State-of-the-art results.", True),
        ("Why does SpotterNet outperform a human in fog?", "Because it sees infrared.", False),
        ("By how much does SpotterNet beat a human in fog?", "By 12 points.", False),
    ],
)
def test_a_win_needs_its_size_or_its_cause(front: str, back: str, refused: bool) -> None:
    assert speaks(bare_winner.RULE, front, back) is refused


@pytest.mark.parametrize(
    ("back", "refused"),
    [
        ("Improves the performance significantly.", True),
        ("Leads to better results.", True),
        ("A lot of lamps.", True),
        ("Several different lamps.", True),
        ("Improves the range by 12 %.", False),
        ("Halves the glare of distant lamps.", False),
    ],
)
def test_an_answer_tells_which_and_how_much(back: str, refused: bool) -> None:
    assert speaks(says_nothing.RULE, "What does the filter of the spotter do?", back) is refused


@pytest.mark.parametrize(
    ("front", "refused"),
    [
        ("How does a spotter compare with a pilot?", True),
        ("Unlike a pilot, what does a spotter do?", True),
        ("What can a spotter not do?", True),
        ("While a pilot reads the map, what does a spotter do?", False),
        ("What does a spotter do to see through fog?", False),
    ],
)
def test_a_question_that_fits_many_answers_is_refused(front: str, refused: bool) -> None:
    assert speaks(vague_question.RULE, front, "Counts the lamps of the runway.") is refused


@pytest.mark.parametrize(
    ("front", "refused"),
    [
        ("Then the spotter counts the [...].", True),
        ("Instead the spotter counts the [...].", True),
        ("Instead of planes, the spotter counts the [...].", False),
    ],
)
def test_a_sentence_that_goes_on_from_another_does_not_stand_alone(front: str, refused: bool) -> None:
    assert speaks(loose_pronoun.RULE, front, "lamps", "keypoint") is refused


def test_a_series_in_a_question_is_no_second_question() -> None:
    assert not speaks(clumsy_question.RULE, "Why are lamps, signs, and flags hidden?", "Because of fog.")
    assert speaks(clumsy_question.RULE, "Why are lamps hidden, and what follows?", "Because of fog.")
    assert speaks(clumsy_question.RULE, "What is consists of lamps?", "A sign.")


def test_a_rare_word_that_the_summary_uses_again_is_no_typing_error() -> None:
    card = Face("What does the lampograph count?", "Lamps.")
    assert list(misspelt.RULE.check(card))
    assert not list(misspelt.RULE.check(Face(card.front, card.back, familiar=frozenset({"lampograph"}))))
