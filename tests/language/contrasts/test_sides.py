"""Which sides of a comparison are named, and what is said of the first."""

from __future__ import annotations

import pytest

from deckgen.language.contrasts.sides import auxiliary, named, named_subject, predicate
from deckgen.language.grammar.clauses import Clause, main_clause
from deckgen.language.words.parsing import parse_text


def _clause(text: str) -> Clause:
    clause = main_clause(parse_text(text))
    assert clause is not None
    return clause


@pytest.mark.parametrize("side", ["LogStore", "a hash table", "existing stores HAWQ and HiveDB", "one that uses a map"])
def test_a_thing_is_named(side: str) -> None:
    assert named(side)


@pytest.mark.parametrize(
    "side",
    ["other methods", "the baseline", "previous work", "it", "this store", "the model", "Zq3x", "expected", "in"],
)
def test_what_could_be_anything_is_not_named(side: str) -> None:
    assert not named(side)


def test_a_vague_word_may_stand_where_the_kind_is_told() -> None:
    assert named("more traditional indexes for disks", told=True)
    assert not named("more traditional methods for disks", told=True)


def test_a_bare_noun_is_no_named_subject() -> None:
    assert named_subject(_clause("The median latency of StreamDB drops."))
    assert not named_subject(_clause("The performance drops."))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The log is small.", "does"),
        ("The logs are small.", "do"),
        ("The log became small.", "did"),
        ("Logs grow.", "do"),
    ],
)
def test_do_agrees_with_the_subject_and_the_time(text: str, form: str) -> None:
    assert auxiliary(_clause(text)) == form


def test_a_predicate_leaves_out_a_plain_copula_and_keeps_a_denial() -> None:
    assert predicate(_clause("The log is small.")) == "small"
    assert predicate(_clause("The log is not small.")) == "is not small"
    assert predicate(_clause("The log also keeps two copies.")) == "keeps two copies"
