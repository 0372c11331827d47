"""What can be a term."""

from __future__ import annotations

import pytest

from deckgen.language.terms import term as terms
from deckgen.language.words.parsing import parse_text
from deckgen.model import Origin, Summary

NOTES = Summary(id="notes", origin=Origin("notes.md", 1))
NAMED = Summary(id="notes", origin=Origin("notes.md", 1), topic="StreamDB")


@pytest.mark.parametrize("term", ["Landing mask", "Envy freeness", "Rate of decay", "LateRead", "payment channels"])
def test_a_noun_phrase_of_its_own_is_a_term(term: str) -> None:
    assert terms.is_term(terms.label_words(term), NOTES)


@pytest.mark.parametrize(
    "term",
    ["Neg", "Input", "The second", "Simplest case", "GANs", "Challenge of data", "Why it works",
     "Describes method for tuning", "Models and data", "All numbers", "Model 2"],
)  # fmt: skip
def test_a_label_that_fits_any_paper_is_no_term(term: str) -> None:
    assert not terms.is_term(terms.label_words(term), NOTES)


def test_the_name_of_the_paper_is_a_term_in_any_case() -> None:
    assert terms.is_term(terms.label_words("GAN"), Summary(id="x", origin=Origin("x.md", 1), topic="GAN"))


def test_the_output_of_a_thing_is_a_term_only_as_what_the_thing_has() -> None:
    words = terms.label_words("the output of the spotter")
    assert terms.is_term(words, NOTES, attribute=True)
    assert not terms.is_term(words, NOTES)


def test_each_and_brackets_are_not_spoken() -> None:
    parse = parse_text("Each late reader (LR) drops a page.")
    assert [word.text for word in terms.spoken(parse, range(6))] == ["late", "reader"]


@pytest.mark.parametrize(
    ("term", "alone"),
    [("the scheduler", False), ("LateRead", True), ("landing mask", True), ("the height of the tide", True)],
)
def test_the_scheduler_needs_the_name_of_its_paper(term: str, alone: bool) -> None:
    assert terms.stands_alone(term, NOTES) is alone
    assert terms.stands_alone(term, NAMED)


@pytest.mark.parametrize(("label", "alone"), [("Encoder", False), ("Quine", True), ("Pixel encoder", True)])
def test_a_part_that_every_method_has_needs_the_name_of_its_paper(label: str, alone: bool) -> None:
    assert terms.labels_alone(label, NOTES) is alone
