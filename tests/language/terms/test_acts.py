"""Verbs in front of notes in telegraph style."""

import pytest

from deckgen.language.terms import acts
from deckgen.language.words.parsing import parse_text


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("Captures context in several ranges.", "It captures context in several ranges."),
        ("Compute the vector of every photo.", "To compute the vector of every photo."),
    ],
)
def test_a_verb_in_front_gets_the_words_that_it_lacks(note: str, read: str) -> None:
    parse = acts.acting(parse_text(note))
    assert parse is not None
    assert parse.text == read


@pytest.mark.parametrize("note", ["Use of photos at night.", "A photo of the runway.", "Maps of the harbour."])
def test_a_noun_in_front_is_no_verb(note: str) -> None:
    assert acts.acting(parse_text(note)) is None


@pytest.mark.parametrize(
    ("word", "does"),
    [("Preserving", True), ("computing", True), ("Learning", False), ("Running", False), ("ing", False)],
)
def test_words_that_tell_what_one_does(word: str, does: bool) -> None:
    assert acts.doing(word) is does
