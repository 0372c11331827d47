"""Answers cut after their first thought, and reasons that say what the question has said."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.asking import Question
from deckgen.language.grammar.finishing import circular, without_tail


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("if the lamps are lit, then", "if the lamps are lit"),
        ("since each lamp has a row. storm lamps have two", "since each lamp has a row"),
        (
            "to predict the landing place of each plane in a storm, which the airport calls its daily riddle",
            "to predict the landing place of each plane in a storm",
        ),
        ("because of the snow, which melts", "because of the snow, which melts"),
        ("lamps, i.e. beacons", "lamps, i.e. beacons"),
    ],
)
def test_an_answer_ends_with_its_first_thought(answer: str, kept: str) -> None:
    assert without_tail(answer) == kept


@pytest.mark.parametrize(
    ("question", "answer", "same"),
    [
        ("why does the parity disk use XOR?", "to find the parity of all disks", True),
        ("why does the parity disk use XOR?", "to rebuild a lost block from the others", False),
        ("why is the disk idle?", "because the reads of the disk are sorted by track", False),
        ("how does the parity disk use XOR?", "by finding the parity of all disks", False),
    ],
)
def test_a_reason_made_of_the_words_of_its_question_is_circular(question: str, answer: str, *, same: bool) -> None:
    assert circular(Question(question, answer)) is same
