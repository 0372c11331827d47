"""What can be a term, and how a question names it."""

from __future__ import annotations

import pytest

from deckgen import readers
from deckgen.language import statements, terms
from deckgen.language.parsing import parse_text
from deckgen.language.statements import Reading
from deckgen.model import Origin, Summary
from deckgen.readers.source import Source

NOTES = Summary(id="notes", origin=Origin("notes.md", 1))
NAMED = Summary(id="notes", origin=Origin("notes.md", 1), topic="StreamDB")


def reading(text: str) -> Reading:
    """A note as it is read."""
    return statements.read(readers.read(Source("notes.md", text)).summaries[0])


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


@pytest.mark.parametrize(
    ("term", "kind", "opening", "asked"),
    [
        ("landing mask", "image", "A", "a landing mask"),
        ("envy freeness", "property", "A", "envy freeness"),
        ("encoder", "network", "A", "the encoder"),
        ("LateRead", "scheduler", "A", "LateRead"),
        ("height of tide", "difference", "The", "the height of tide"),
        ("the tide", "wave", "A", "the tide"),
        ("plasma", "concept", "A", "plasma"),
        ("curved bonding", "score", "A", "curved bonding"),
    ],
)
def test_a_term_that_stood_alone_gets_the_article_it_wants(term: str, kind: str, opening: str, asked: str) -> None:
    noun = next(word for word in parse_text(f"It is the {kind} of ships.").words if word.text == kind)
    assert terms.with_article(term, noun, opening, reading("The port sleeps.")) == asked


def test_the_note_itself_shows_which_article_a_term_wants() -> None:
    noun = parse_text("It is the height of ships.").words[3]
    shown = reading("Every ship waits for a tide window at night.")
    assert terms.with_article("tide window", noun, "The", shown) == "the tide window"
    assert terms.with_article("tide window", noun, "Mean", shown) == "a tide window"


def test_a_label_in_title_case_is_written_as_the_note_has_it_elsewhere() -> None:
    assert terms.named_inside("Tide Window", reading("Every ship waits for a tide window.")) == "tide window"
    assert terms.named_inside("Tide Window", reading("Every ship waits.")) == "Tide Window"
