"""What the rules say against blanked sentences, and that they leave other kinds alone."""

from __future__ import annotations

import pytest

from deckgen.face import Face
from deckgen.rules import half_of_pair, open_blank, open_list, says_nothing
from deckgen.rules.rule import Rule

SOUND = Face("The tower compares each photo with a map of the [...].", "luminescent runway lamps", kind="keypoint")


@pytest.mark.parametrize("rule", [half_of_pair.RULE, open_blank.RULE, open_list.RULE, says_nothing.RULE])
def test_a_weighty_part_of_a_full_sentence_is_a_good_blank(rule: Rule) -> None:
    assert not list(rule.check(SOUND))


@pytest.mark.parametrize(
    ("rule", "front", "back"),
    [
        (half_of_pair.RULE, "In space the photos are mapped to [...] instead of circles.", "hyperspheres"),
        (half_of_pair.RULE, "The tower stores the lamps of the runway in the [...].", "form of quadtrees"),
        (half_of_pair.RULE, 'The engineers call the map of the lamps a "harbour [...]".', "quadtree"),
        (half_of_pair.RULE, "The tower matches the lamps of the runway [...].", "to harbour lighthouses"),
        (open_blank.RULE, "The scheduler of the tower waits for all [...].", "luminescent beacons"),
        (open_blank.RULE, "The map of the harbour and the runway contains [...].", "luminescent beacons"),
        (open_blank.RULE, "The pilots of the harbour rely on [...].", "old photos"),
        (open_list.RULE, "The tower guides each plane with [...].", "lamps, not that reliable"),
        (says_nothing.RULE, "The tower sends each plane to the [...].", "large rivers"),
        (says_nothing.RULE, "The tower sends each plane to the [...].", "river"),
        (says_nothing.RULE, "The tower sends each plane to the [...].", "QFK"),
        (half_of_pair.RULE, "The tower maps the [...].", "glow of luminescent lamps to runways"),
    ],
)
def test_a_blank_that_is_open_or_given_away_is_spoken_against(rule: Rule, front: str, back: str) -> None:
    assert list(rule.check(Face(front, back, kind="keypoint")))
    assert not list(rule.check(Face(front, back, kind="own")))


def test_a_measured_answer_needs_no_rare_word() -> None:
    assert not list(says_nothing.RULE.check(Face("The lamps cut the delay by [...].", "4.5 points", kind="keypoint")))
