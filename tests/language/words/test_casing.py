"""Which words keep their capital inside a sentence."""

from __future__ import annotations

import pytest

from deckgen.language.words.casing import Casing, learn
from deckgen.language.words.parsing import parse_text


@pytest.mark.parametrize(
    ("text", "tag", "inside"),
    [
        ("The network", "DT", "the network"),
        ("In practice", "IN", "in practice"),
        ("Training, once begun", "VBG", "training, once begun"),
        ("Deep nets", "JJ", "deep nets"),
        ("R-FCN", "NNP", "R-FCN"),
        ("ImageNet", "NNP", "ImageNet"),
        ("BLEU", "NNP", "BLEU"),
        ("Zq0x", "NNP", "Zq0x"),
        ("Markov chains", "NNP", "Markov chains"),
        ("Weber et al.", "NNP", "Weber et al."),
        ("Batch Normalization", "NN", "Batch Normalization"),
        ("I", "PRP", "I"),
        ("the network", "DT", "the network"),
        ("", "", ""),
    ],
)
def test_names_keep_their_capital_and_other_words_lose_it(text: str, tag: str, inside: str) -> None:
    assert Casing().inside(text, tag) == inside


def test_a_word_that_the_summary_writes_small_is_no_name() -> None:
    shown = learn([parse_text("Later the gates of the net open.")])
    assert shown.inside("Gates", "NNP") == "gates"
    assert Casing().inside("Gates", "NNP") == "Gates"


def test_a_word_that_the_summary_writes_large_inside_a_sentence_is_a_name() -> None:
    shown = learn([parse_text("The optimizer is called Dropout here.")])
    assert shown.inside("Dropout", "NN") == "Dropout"
    assert Casing().inside("Dropout", "NN") == "dropout"


def test_the_capital_of_a_first_word_shows_nothing() -> None:
    assert learn([parse_text("Gates open.")]).names == frozenset()
