"""The parts of a clause that can be asked for."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.grammar.constituents import Constituent, constituents
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import parse_text


def parts(text: str) -> list[Constituent]:
    """What can be asked of a sentence."""
    clause = main_clause(parse_text(text))
    assert clause is not None, text
    return list(constituents(clause, Casing()))


def questions(text: str) -> list[str]:
    """The questions alone."""
    return [part.question for part in parts(text)]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The encoder maps each frame to a sparse vector.", "what does the encoder map each frame to?"),
        (
            "The weights of the critic are clipped by a fixed rule.",
            "by which rule are the weights of the critic clipped?",
        ),
        ("The running time of the search grows with the tree.", "what does the running time of the search grow with?"),
        ("The gating mechanism controls the flow of gradients.", "which mechanism controls the flow of gradients?"),
        ("The encoder maps each frame with a Fourier layer.", "with which layer does the encoder map each frame?"),
        ("The search aims to reduce the height of the tree.", "what does the search aim to reduce?"),
        ("In the second phase, the scheduler evicts idle jobs.", "what evicts idle jobs in the second phase?"),
    ],
)
def test_a_part_is_asked_for_with_the_rest_of_its_clause(text: str, question: str) -> None:
    assert question in questions(text)


def test_the_answer_is_the_part_as_written() -> None:
    found = parts("The encoder maps each frame to a sparse vector.")
    assert [(part.part, part.answer) for part in found] == [
        ("object", "each frame"),
        ("circumstance", "a sparse vector"),
        ("subject", "the encoder"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The encoder does not map the frames of a foggy night.",
        "The encoder reads each frame and writes it to the log.",
        "It maps them to that.",
        "The encoder maps the frame of the encoder to a frame.",
    ],
)
def test_nothing_is_asked_that_has_no_clear_answer(text: str) -> None:
    assert questions(text) == []


def test_a_part_with_a_clause_inside_is_no_answer() -> None:
    assert all("which" not in part.answer for part in parts("The reader skips each page which the writer has locked."))
