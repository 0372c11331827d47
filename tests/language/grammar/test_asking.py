"""Parts of a sentence asked about, and parts that are cut where the sentence goes on."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.asking import Question, asked
from deckgen.language.grammar.clauses import main_clause
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import parse_text


def about(sentence: str, part: str) -> Question | None:
    """The sentence asked about one part of it."""
    parse = parse_text(sentence)
    clause = main_clause(parse)
    assert clause is not None, "no clause, so no test of the question"
    start = sentence.index(part)
    places = [word.i for word in parse.words if start <= word.start < start + len(part)]
    return asked(clause, "why", places, Casing())


def test_a_whole_part_is_the_answer() -> None:
    found = about("The tower keeps a score to tell which lamps are lit.", "to tell which lamps are lit")
    assert found == Question("why does the tower keep a score?", "to tell which lamps are lit")


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("The tower keeps a score to tell which lamps are lit.", "to tell which lamps"),
        ("The tower keeps a score to tell which is lit.", "to tell which"),
    ],
)
def test_a_part_that_breaks_off_before_its_verb_gives_no_question(sentence: str, part: str) -> None:
    assert about(sentence, part) is None
