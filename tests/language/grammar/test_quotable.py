"""Which sentences are worth learning as they stand."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.grammar.quotable import quotable
from deckgen.language.words.parsing import parse_text


def learned(text: str) -> bool:
    """Whether the sentence, which has to have a main clause, is worth learning."""
    clause = main_clause(parse_text(text))
    assert clause is not None, text
    return quotable(clause)


@pytest.mark.parametrize(
    "text",
    [
        "The tower compares each photo with a map of the lamps.",
        "The log is written to two spinning disks.",
        "The tower keeps a map of the lamps instead of a photo.",
        "The engineers constructed the map from photos of the harbour.",
    ],
)
def test_a_sentence_about_what_a_thing_does_is_learned(text: str) -> None:
    assert learned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Most towers keep a map of the runway.",
        "Towers usually keep a map of the runway.",
        "In the past, towers kept a map of the runway.",
    ],
)
def test_what_others_do_is_background(text: str) -> None:
    assert not learned(text)


@pytest.mark.parametrize(
    "text",
    ["The tower also keeps a map of the runway.", "The tower then reads the map.", "The tower instead reads the map."],
)
def test_a_sentence_that_goes_on_from_the_one_before_cannot_stand_alone(text: str) -> None:
    assert not learned(text)


@pytest.mark.parametrize(
    "text",
    [
        "The goal is to guide each plane to the runway.",
        "TowerNet outperforms the older towers on the harbour photos.",
        "It is easy to draw the map of a runway.",
    ],
)
def test_plans_and_victories_and_asides_are_not_learned(text: str) -> None:
    assert not learned(text)


def test_a_participle_without_its_verb_to_be_makes_no_sentence() -> None:
    assert not learned("Towers built from photos of the harbour.")
