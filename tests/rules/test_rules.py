"""Each rule speaks against its bad card and is silent on its good one."""

from __future__ import annotations

import pytest

from deckgen.rules import RULES
from deckgen.rules.rule import Rule

by_slug = pytest.mark.parametrize("rule", RULES, ids=[rule.slug for rule in RULES])


@by_slug
def test_speaks_against_its_bad_card(rule: Rule) -> None:
    assert list(rule.check(rule.bad))


@by_slug
def test_is_silent_on_its_good_card(rule: Rule) -> None:
    assert not list(rule.check(rule.good))


@by_slug
def test_no_other_rule_that_drops_speaks_against_its_good_card(rule: Rule) -> None:
    said = {other.slug: list(other.check(rule.good)) for other in RULES if other.drops}
    assert not any(said.values()), said


@by_slug
def test_has_a_manual_page_with_a_bad_and_a_good_card(rule: Rule) -> None:
    assert "\nBad:" in rule.page
    assert "\nGood:" in rule.page


def test_codes_and_slugs_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.slug for rule in RULES}) == len(RULES)
