"""Who "they" and "it" are: the authors, the paper, its method, the subject of the sentence before."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.prose.anaphora import named
from deckgen.language.prose.mentions import Antecedent, told
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block, Origin, Role

BLOCK = Block(role=Role.PARAGRAPH, text="", origin=Origin("tower.md", 1))
AUTHORS = "the TowerNet authors"


def spoken(text: str, *, topic: str = "TowerNet", before: str = "") -> str:
    """The sentence with its subject named, perhaps after another one of the same block."""
    clause = main_clause(parse_text(before)) if before else None
    assert clause is not None or not before
    return named(parse_text(text), AUTHORS, topic, Antecedent(clause, BLOCK, told(clause)) if clause else None).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They train the filter on photos.", "The TowerNet authors train the filter on photos."),
        ("We train the filter on photos.", "The TowerNet authors train the filter on photos."),
        ("The authors train the filter on photos.", "The TowerNet authors train the filter on photos."),
        ("The authors of the paper train a filter.", "The TowerNet authors train a filter."),
        ("For this, the authors train a filter.", "For this, the TowerNet authors train a filter."),
        ("This paper describes a filter.", "The TowerNet paper describes a filter."),
        ("The proposed method hides the lamps.", "The TowerNet method hides the lamps."),
        ("Lamps are hidden by their new model.", "Lamps are hidden by the TowerNet model."),
    ],
)
def test_authors_paper_and_method_are_named(text: str, expected: str) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize("text", ["This paper describes a filter.", "The article describes a filter."])
def test_a_paper_without_a_short_name_is_the_paper(text: str) -> None:
    assert spoken(text, topic="") == "The paper describes a filter."
    assert spoken(text, topic="A Long Title Of A Paper") == "The paper describes a filter."


def test_a_method_without_a_short_name_stays_as_it_is() -> None:
    assert spoken("The proposed method hides the lamps.", topic="") == "The proposed method hides the lamps."


@pytest.mark.parametrize(
    "text",
    [
        "They contain four filters.",  # things do that
        "They are blurred by a filter.",  # passive
        "They can hide the lamps.",  # a modal says of things what is possible
        "The authors' filter hides the lamps.",
    ],
)
def test_they_are_the_authors_only_where_that_is_sure(text: str) -> None:
    assert spoken(text) == text


def test_behind_another_sentence_they_are_the_authors_only_if_they_do_what_authors_do() -> None:
    before = "The lamps stand on the runway."
    assert spoken("They propose a filter.", before=before) == "The TowerNet authors propose a filter."
    assert spoken("They shine at night.", before=before) == "They shine at night."


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The spotter reads a photo.", "The spotter finds the lamps."),
        ("The spotter of the tower is small.", "The spotter of the tower finds the lamps."),
        ("Swapout is small.", "Swapout finds the lamps."),
    ],
)
def test_it_is_the_subject_of_the_sentence_before(before: str, expected: str) -> None:
    assert spoken("It finds the lamps.", before=before) == expected


@pytest.mark.parametrize(
    "before",
    [
        "The spotters read a photo.",  # another number
        "The spotter and the filter are small.",  # two
        "This spotter is small.",  # points itself
        "The small spotter on the roof of the tower is old.",  # too long to repeat
        "",
    ],
)
def test_it_stays_where_its_noun_is_not_sure(before: str) -> None:
    assert spoken("It finds the lamps.", before=before) == "It finds the lamps."


@pytest.mark.parametrize(
    "text",
    [
        "It is easy to see that the lamps fail.",
        "It is hard to train a large network.",
        "It is clear that the lamps fail.",
        "It turns out that lamps fail.",
    ],
)
def test_it_that_stands_for_the_clause_behind_it_stays(text: str) -> None:
    assert spoken(text, before="The spotter reads a photo.") == text


@pytest.mark.parametrize("rest", ["is able to hide the lamps.", "is robust to fresh snow.", "is easy to train."])
def test_it_with_an_adjective_and_an_aim_is_named(rest: str) -> None:
    assert spoken(f"It {rest}", before="The spotter is small.") == f"The spotter {rest}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In this paper the authors train a filter.", "The TowerNet authors train a filter."),
        ("The idea in this paper is a filter.", "The idea in the paper is a filter."),
        ("The filter hides the lamps as well.", "The filter hides the lamps."),
        ("The tower, on the other hand, is dark.", "The tower is dark."),
    ],
)
def test_what_only_ties_a_sentence_to_its_neighbours_is_left_out(text: str, expected: str) -> None:
    assert spoken(text) == expected


def test_what_is_named_is_handed_on() -> None:
    method = named(parse_text("Their model hides the lamps."), AUTHORS, "TowerNet", None)
    assert method.subject is not None
    assert method.subject.text == "The TowerNet model"
    authors = named(parse_text("They train a filter."), AUTHORS, "TowerNet", None)
    assert authors.subject is not None
    assert authors.subject.people
    topic = named(parse_text("TowerNet hides the lamps."), AUTHORS, "TowerNet", None)
    assert topic.subject is not None
    assert topic.subject.topic
