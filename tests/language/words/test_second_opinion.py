"""What a second tagger makes of a sentence."""

from __future__ import annotations

import pytest

from deckgen.language.words.parsing import parse_text
from deckgen.language.words.second_opinion import agreement, known_words


def test_two_taggers_agree_on_plain_english() -> None:
    assert agreement(parse_text("The cat sleeps on the mat.")) == 1.0


def test_two_taggers_disagree_on_words_that_can_be_two_things() -> None:
    assert agreement(parse_text("The model learns to rank documents fast.")) < 1.0


@pytest.mark.parametrize("text", ["Zq0x = Zq1x", "3.5 %", ""])
def test_a_text_without_plain_words_has_no_agreement(text: str) -> None:
    assert agreement(parse_text(text)) == 0.0


def test_names_and_tokens_do_not_count() -> None:
    plain = agreement(parse_text("The cat sleeps."))
    assert agreement(parse_text("The cat sleeps near Zq0x.")) <= plain
    assert agreement(parse_text("R-FCN sleeps.")) == agreement(parse_text("Zq0x sleeps."))


@pytest.mark.parametrize(("word", "known"), [("lamp", True), ("Lamp", False), ("lampx", False)])
def test_the_lexicon_holds_plain_words_in_lower_case(word: str, known: bool) -> None:
    assert (word in known_words()) is known
