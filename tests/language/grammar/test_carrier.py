"""Which half of a sentence a part belongs to."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.carrier import carrier, half
from deckgen.language.grammar.clauses import Clause, main_clause
from deckgen.language.words.parsing import Word, parse_text


def clause_of(sentence: str) -> Clause:
    clause = main_clause(parse_text(sentence))
    assert clause is not None, "no clause, so no test of its halves"
    return clause


def word(clause: Clause, text: str) -> Word:
    return next(w for w in clause.parse.words if w.text == text)


def left(sentence: str, verb: str, asked: str) -> str | None:
    """What is left of the sentence for a question about the stretch `asked` of the half of `verb`."""
    clause = clause_of(sentence)
    start = sentence.index(asked)
    places = [w.i for w in clause.parse.words if start <= w.start < start + len(asked)]
    found = half(clause, word(clause, verb), places)
    words = clause.parse.words
    return None if found is None else " ".join(w.text for w in words if w.i not in {*places, *found.cut})


@pytest.mark.parametrize(
    ("sentence", "verb", "asked", "rest"),
    [
        ("The tower reads maps by comparing photos.", "reads", "by comparing photos", "The tower reads maps ."),
        (
            "The queue is short because of the disk and holds reads.",
            "is",
            "because of the disk",
            "The queue is short .",
        ),
        (
            "The spotter watches the runway and counts planes by comparing photos.",
            "counts",
            "by comparing photos",
            "The spotter counts planes .",
        ),
        (
            "Old reads are removed and kept by sweeping the queue.",
            "kept",
            "by sweeping the queue",
            "Old reads are kept .",
        ),
    ],
)
def test_the_other_half_is_left_out(sentence: str, verb: str, asked: str, rest: str) -> None:
    assert left(sentence, verb, asked) == rest


def test_a_half_that_holds_what_is_asked_about_is_not_left_out() -> None:
    sentence = "The spotter watches the runway and counts planes by comparing photos."
    assert left(sentence, "watches", "by comparing photos") is None


def test_nothing_asked_about_has_no_half() -> None:
    clause = clause_of("The tower reads maps.")
    assert half(clause, clause.verb, ()) is None


@pytest.mark.parametrize(
    ("sentence", "part", "verb"),
    [
        ("The tower reads maps by comparing photos.", "by", "reads"),
        ("The towers are able to see planes by probing the sky.", "by", "are"),
        ("The spotter watches the runway and counts planes by comparing photos.", "by", "counts"),
    ],
)
def test_a_part_is_carried_by_its_verb(sentence: str, part: str, verb: str) -> None:
    clause = clause_of(sentence)
    found = carrier(clause, word(clause, part))
    assert found is not None
    assert found.text == verb


def test_a_part_of_a_subordinate_clause_is_not_carried() -> None:
    clause = clause_of("The pilots hope that the filter removes the flicker by averaging frames.")
    assert carrier(clause, word(clause, "by")) is None
