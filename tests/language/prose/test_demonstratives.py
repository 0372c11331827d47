"""What "this filter" and "these lamps" take up is named where the sentence before has only one such phrase."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.prose.demonstratives import resolved
from deckgen.language.prose.mentions import Antecedent, Mention, told
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block, Origin, Role

BLOCK = Block(role=Role.PARAGRAPH, text="", origin=Origin("tower.md", 1))


def spoken(text: str, before: str = "") -> str:
    """The sentence with its opening phrase named, perhaps after another one."""
    clause = main_clause(parse_text(before)) if before else None
    assert clause is not None or not before
    found = resolved(parse_text(text), Antecedent(clause, BLOCK, told(clause)) if clause else None)
    return found.text if found else text


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("The tower has a snow filter.", "This filter hides lamps.", "The snow filter hides lamps."),
        ("The tower has two runway lamps.", "These lamps freeze.", "The runway lamps freeze."),
        ("TowerNet is a network.", "This network hides lamps.", "TowerNet hides lamps."),
        ("TowerNet reads photos.", "This method hides lamps.", "TowerNet hides lamps."),
        ("", "This choice of lamps saves oil.", "The choice of lamps saves oil."),
    ],
)
def test_a_phrase_is_taken_up(before: str, text: str, expected: str) -> None:
    assert spoken(text, before) == expected


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("The snow filter is near the dust filter.", "This filter hides lamps."),  # two
        ("The tower has a filter.", "This filter hides lamps."),  # says no more
        ("The lamps have a real effect.", "This effect is small."),  # an adjective does not tell which
        ("The tower uses a snow model in the lamp model of the town.", "This model hides lamps."),
        ("The lamps have frozen.", "This problem is known as frost."),
        ("The tower has a snow filter.", "This hides the lamps."),
        ("The tower has a snow filter.", "This kind of filter hides the lamps."),
        ("", "This filter hides the lamps."),
    ],
)
def test_a_phrase_with_no_one_match_stays(before: str, text: str) -> None:
    assert spoken(text, before) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is trained on photos.", "The spotter is trained on photos."),
        ("This helps the pilots.", "This helps the pilots."),
        ("These are trained on photos.", "These are trained on photos."),
    ],
)
def test_right_under_a_head_this_is_the_head(text: str, expected: str) -> None:
    head = Antecedent(None, BLOCK, Mention("The spotter", "the spotter", named=True), head=True)
    found = resolved(parse_text(text), head)
    assert (found.text if found else text) == expected
