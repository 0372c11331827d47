"""What keeps a sentence from standing alone is listed."""

from __future__ import annotations

import pytest

from deckgen.language.prose import statements
from deckgen.language.prose.statements import Statement
from deckgen.model import Block, Origin, Role, Summary


def read(text: str, topic: str = "") -> tuple[Statement, ...]:
    block = Block(role=Role.PARAGRAPH, text=text, origin=Origin("tower.md", 3))
    return statements.read(Summary(id="tower", origin=block.origin, topic=topic, blocks=(block,))).statements


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Lamps fail.", "too short"),
        (
            "The filter of the tower hides the lamps of the runway and "
            + "the lamps of the old town and " * 6
            + "the signs.",
            "too long",
        ),
        ("Is the filter of the tower dark?", "not a statement"),
        ("The filter of the tower is dark!", "not a statement"),
        ("The filter hides **the lamps of the runway.", "leftover markup"),
        ("The filter hides the lamps of https://example.org at night.", "leftover markup"),
        ("The filter (of the tower hides the lamps.", "unbalanced brackets or quotes"),
        ('The filter hides the "lamps of the runway.', "unbalanced brackets or quotes"),
        ("Fig. 2 shows the lamps of the runway.", "points elsewhere in the text"),
        ("The lamps of the runway are listed below.", "points elsewhere in the text"),
        ("I like the filter of the tower.", "opinion or aside"),
        ("You can hide the lamps with a filter.", "opinion or aside"),
        ("Maybe the filter hides the lamps.", "opinion or aside"),
        ("The filter is kind of dark at night.", "opinion or aside"),
        ("Recent work hides the lamps with filters.", "speaks of its own time or to the reader"),
        ("Most towers currently use lamps of glass.", "speaks of its own time or to the reader"),
        ("In the original formulation, the lamps are dark.", "speaks of its own time or to the reader"),
        ("The proposed filter network hides the lamps.", "speaks of a paper that is not named"),
        ("The paper studies the lamps of the runway.", "speaks of a paper that is not named"),
        ("Equation (12) bounds the loss of the spotter.", "points elsewhere in the text"),
        ("The filter of the tower is specified as.", "not a statement"),
        ("E.g. the filter of the tower is dark.", "not a statement"),
        ("Predicts lamps and signs of the runway.", "not one well-formed clause"),
        ("The pilots call the filter “the veil.", "unbalanced brackets or quotes"),
        ("Lamps shine at night.", "too short"),
        ("Perhaps the filter hides the lamps.", "opinion or aside"),
        ("A filter for the lamps of the runway.", "not one well-formed clause"),
        ("The lamps of the runway fails at night.", "a verb does not agree with its subject"),
        ("The node sends batch to the disk.", "a noun lacks its article"),
        ("The former hides the lamps of the runway.", "refers to another sentence"),
        ("This hides the lamps of the runway.", "a pronoun without its noun"),
    ],
)
def test_a_problem_is_named_and_no_card_is_built_on_it(text: str, problem: str) -> None:
    (statement,) = read(text)
    assert problem in statement.problems
    assert not statement.sound


@pytest.mark.parametrize(
    "text",
    [
        "The filter hides the lamps of the runway.",
        "Zq0x bounds the loss of the spotter.",
        "The filter (of the tower) hides the lamps.",
        'The pilots call the filter "the veil".',
        "The lamps fail because the glass is cold.",
        "Sharding splits large tables.",
        "The lamps need some kind of filter.",
    ],
)
def test_a_sentence_that_stands_alone_has_no_problem(text: str) -> None:
    (statement,) = read(text)
    assert statement.problems == ()
    assert statement.sound


def test_a_statement_keeps_the_sentence_as_it_was_written_and_its_place() -> None:
    first, second = read("The filter hides the lamps. However, they train the filter on photos.", "TowerNet")
    assert second.text == "The TowerNet authors train the filter on photos."
    assert second.evidence.text == "However, they train the filter on photos."
    assert (first.evidence.index, second.evidence.index) == (0, 1)
    assert str(second.evidence.origin) == "tower.md:3"


def test_the_parse_of_a_statement_is_of_its_own_text() -> None:
    for statement in read("The filter hides the lamps, and it is small. They train the filter.", "TowerNet"):
        assert statement.parse.text == statement.text


def test_a_problem_is_named_once() -> None:
    (statement,) = read("This hides these lamps (of the runway here.")
    assert len(set(statement.problems)) == len(statement.problems)


def test_a_summary_without_readable_blocks_has_no_statements() -> None:
    assert statements.read(Summary(id="tower", origin=Origin("tower.md", 1))).statements == ()


@pytest.mark.parametrize(
    "text", ["The paper introduces a filter for the lamps.", "The proposed network hides the lamps of the runway."]
)
def test_a_paper_with_a_name_is_called_by_it(text: str) -> None:
    (statement,) = read(text, "TowerNet")
    assert "TowerNet" in statement.text
    assert statement.sound


def test_what_a_paper_with_a_title_proposes_is_told() -> None:
    block = Block(role=Role.PARAGRAPH, text="The paper proposes a filter for lamps.", origin=Origin("tower.md", 3))
    for title, sound in (("Dim Lamps for Blinded Pilots", True), ("", False)):
        summary = Summary(id="tower", origin=block.origin, title=title, blocks=(block,))
        (statement,) = statements.read(summary).statements
        assert statement.sound is sound
