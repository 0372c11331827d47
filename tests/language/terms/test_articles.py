"""How a question names a term."""

from __future__ import annotations

import pytest

from deckgen import readers
from deckgen.language.prose import statements
from deckgen.language.prose.statements import Reading
from deckgen.language.terms import articles
from deckgen.language.words.parsing import parse_text
from deckgen.readers.source import Source


def reading(text: str) -> Reading:
    """A note as it is read."""
    return statements.read(readers.read(Source("notes.md", text)).summaries[0])


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
    assert articles.with_article(term, noun, opening, reading("The port sleeps.")) == asked


def test_the_note_itself_shows_which_article_a_term_wants() -> None:
    noun = parse_text("It is the height of ships.").words[3]
    shown = reading("Every ship waits for a tide window at night.")
    assert articles.with_article("tide window", noun, "The", shown) == "the tide window"
    assert articles.with_article("tide window", noun, "Mean", shown) == "a tide window"


def test_a_label_in_title_case_is_written_as_the_note_has_it_elsewhere() -> None:
    assert articles.named_inside("Tide Window", reading("Every ship waits for a tide window.")) == "tide window"
    assert articles.named_inside("Tide Window", reading("Every ship waits.")) == "Tide Window"


@pytest.mark.parametrize(
    ("phrase", "asked"),
    [
        ('The term "harbour memory"', "harbour memory"),
        ("each executor", "an executor"),
        ("bounded staleness (BS)", "bounded staleness"),
    ],
)
def test_a_phrase_is_asked_without_quotes_each_and_brackets(phrase: str, asked: str) -> None:
    assert articles.as_written(phrase) == asked
