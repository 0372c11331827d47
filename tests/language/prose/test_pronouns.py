"""Pronouns that are the subject of their sentence are named where only one reading is left."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.prose.mentions import Antecedent, Mention, told
from deckgen.language.prose.pronouns import resolved
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block, Origin, Role

BLOCK = Block(role=Role.PARAGRAPH, text="", origin=Origin("tower.md", 1))
AUTHORS = "the TowerNet authors"


def spoken(text: str, before: str = "", *, near: bool = True, half: bool = False) -> str:
    """The sentence with its pronoun named, perhaps after another one."""
    clause = main_clause(parse_text(before)) if before else None
    assert clause is not None or not before
    earlier = Antecedent(clause, BLOCK, told(clause), near=near, half=half) if clause else None
    found = resolved(parse_text(text), AUTHORS, earlier)
    return found.text if found else text


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("The lamps freeze at night.", "They are cleaned by pilots.", "The lamps are cleaned by pilots."),
        ("The lamps freeze at night.", "They can fail.", "The lamps can fail."),
        ("The lamps freeze at night.", "They propose a filter.", "The TowerNet authors propose a filter."),
        ("The tower hides a lamp.", "They use a filter.", "The TowerNet authors use a filter."),
        ("The spotter reads a photo.", "At night, it finds the lamps.", "At night, the spotter finds the lamps."),
        ("The spotter reads a photo.", "Its lamps fail.", "The spotter's lamps fail."),
        ("The spotter reads a photo.", "Their results are good.", "The TowerNet authors' results are good."),
        ("Dai et al. describe a lamp.", "Their tower is dark.", "Dai et al.'s tower is dark."),
        ("The lamps freeze at night.", "Their glass breaks.", "The lamps' glass breaks."),
        ("The paper introduces SpotNet.", "It finds the lamps.", "SpotNet finds the lamps."),
        ("The authors propose a small spotter.", "It finds the lamps.", "The small spotter finds the lamps."),
        ("The paper presents SpotNet.", "It also describes a filter.", "The paper also describes a filter."),
    ],
)
def test_a_pronoun_is_what_the_sentence_before_was_about(before: str, text: str, expected: str) -> None:
    assert spoken(text, before) == expected


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("The lamps freeze at night.", "They use a filter."),  # lamps or authors
        ("Google hides the lamps.", "They split the tower."),  # perhaps not the authors
        ("Google hides the lamps.", "Their tower is dark."),
        ("The lamps freeze at night.", "To find a way, they need to be hidden."),
        ("The spotter reads a photo.", "In the tower it's dark."),
        ("The main idea hides the lamps.", "It reads a photo."),
        ("The spotter reads a photo.", "Suppose we begin at night, we use a filter."),
        ("The filter is small.", "We want to estimate the loss."),
    ],
)
def test_a_pronoun_with_two_readings_stays(before: str, text: str) -> None:
    assert spoken(text, before) == text


def test_the_other_half_of_a_sentence_owns_what_is_theirs() -> None:
    before, text = "The tower and its lamps are old.", "Their glass is thin."
    assert "authors" not in spoken(text, before, half=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It describes a filter.", "This paper describes a filter."),
        ("It finds the lamps.", "It finds the lamps."),
        ("They train a filter.", "The TowerNet authors train a filter."),
        ("For lamps, they propose a filter.", "For lamps, the TowerNet authors propose a filter."),
        ("To hide lamps, they use a filter.", "To hide lamps, the TowerNet authors use a filter."),
        ("For lamps, they use a filter.", "For lamps, they use a filter."),
    ],
)
def test_at_the_head_of_a_block_the_verb_decides(text: str, expected: str) -> None:
    assert spoken(text) == expected


def test_the_topic_is_taken_up_across_blocks_and_other_subjects_are_not() -> None:
    for topic, expected in ((True, "TowerNet finds the lamps."), (False, "It finds the lamps.")):
        mention = Mention("TowerNet", "TowerNet", named=True, topic=topic)
        found = resolved(parse_text("It finds the lamps."), AUTHORS, Antecedent(None, BLOCK, mention, near=False))
        assert found is not None
        assert found.text == expected
