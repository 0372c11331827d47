"""Headings that name the algorithm or the phase in which a question is asked."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import Clause, main_clause
from deckgen.language.grammar.scenes import scene
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import parse_text

ASKED = "when is a reader stopped?"


def told(sentence: str = "A reader is stopped.") -> Clause:
    clause = main_clause(parse_text(sentence))
    assert clause is not None, "no clause, so no test of the scene"
    return clause


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("Blocking Algorithm", "in the blocking algorithm, when is a reader stopped?"),
        ("The gossip protocol", "in the gossip protocol, when is a reader stopped?"),
        ("TwinRow mode", "in the TwinRow mode, when is a reader stopped?"),
    ],
)
def test_a_heading_that_names_an_algorithm_a_phase_or_a_mode_opens_the_question(heading: str, question: str) -> None:
    assert scene(ASKED, told(), ("StreamDB", heading), Casing()) == question


@pytest.mark.parametrize("heading", ["Proposed algorithm", "Algorithm", "Second phase", "Results", "Reader mode"])
def test_a_heading_that_tells_nothing_new_leaves_the_question_alone(heading: str) -> None:
    assert scene(ASKED, told(), ("StreamDB", heading), Casing()) == ASKED


def test_a_question_that_opens_with_something_else_gets_no_second_opening() -> None:
    clause = told("In a storm, a reader is stopped.")
    assert scene(f"in a storm, {ASKED}", clause, ("Blocking algorithm",), Casing()) == f"in a storm, {ASKED}"


def test_no_heading_gives_no_scene() -> None:
    assert scene(ASKED, told(), (), Casing()) == ASKED
