"""Questions after lists, in plain words."""

from __future__ import annotations

import pytest

from deckgen.language.lists.plainly import plainly


@pytest.mark.parametrize(
    ("question", "topic", "plain"),
    [
        ("which two ways are there to sort maps?", "", "what are the two ways to sort maps?"),
        ("in fog, which two kinds of lamps are there?", "", "in fog, what are the two kinds of lamps?"),
        ("which two tested lamps are there for fog?", "", "which two lamps are tested for fog?"),
        ("which two changes are there in the loss?", "MapNet", "which two changes does MapNet make in the loss?"),
        ("which two Tamm's laws of lamps are there?", "", "what are Tamm's two laws of lamps?"),
        ("which two parts does MapNet have?", "MapNet", "which two parts does MapNet have?"),
    ],
)
def test_a_question_is_put_as_one_would_say_it(question: str, topic: str, plain: str) -> None:
    assert plainly(question, topic) == plain


@pytest.mark.parametrize(
    "question",
    [
        "which two places does an ensemble of which reach?",
        "which two variants are compared on the harbour trace?",
        "which three tasks does HarbourSet contain?",
        "which two changes are there in the loss?",
    ],
)
def test_what_no_reader_could_answer_is_no_question(question: str) -> None:
    assert plainly(question, "") == ""
