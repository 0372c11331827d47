"""How much an answer asks one to recall."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.weight import weight


def test_rare_words_weigh_more_than_everyday_words() -> None:
    assert weight("lamps") > weight("lights") > weight("things")


def test_the_words_of_an_answer_add_up() -> None:
    assert weight("runway lamps") == pytest.approx(weight("runway") + weight("lamps"))


@pytest.mark.parametrize("answer", ["", "more", "the same", "many different", "12"])
def test_degrees_and_counts_weigh_nothing(answer: str) -> None:
    assert weight(answer) == 0
