"""The features of a card and the score made of them."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from deckgen import ranking
from deckgen.facts import KINDS
from tests.fixtures import every_card
from tests.making import basic, cloze, summary

HOME = summary("tower", "The tower hides the lamps.", topic="TowerNet")


def test_the_features_of_every_card_are_finite_and_bounded() -> None:
    for card in every_card():
        for name, value in ranking.features(card).items():
            assert math.isfinite(value), name
            assert 0 <= value <= 12, f"{name} of {card.key}"


def test_every_coefficient_is_of_a_feature_that_cards_have() -> None:
    known = {name for card in every_card() for name in ranking.features(card)} | {f"kind_{kind}" for kind in KINDS}
    assert set(ranking.coefficients()) - {""} <= known


def test_every_feature_but_rare_kinds_has_a_coefficient() -> None:
    found = {name for card in every_card() for name in ranking.features(card)}
    missing = found - set(ranking.coefficients())
    rare = ("kind_", *(f"{kind}_" for kind in KINDS))
    assert all(name.startswith(rare) for name in missing), f"fit the coefficients again: {sorted(missing)}"


def test_coefficients_are_finite() -> None:
    assert all(math.isfinite(value) for value in ranking.coefficients().values())


def test_every_card_has_a_score_between_0_and_1() -> None:
    assert all(0 < ranking.score(card) < 1 for card in every_card())


def test_a_score_does_not_overflow(monkeypatch: pytest.MonkeyPatch) -> None:
    card = basic(HOME, "The tower hides the lamps.", "the lamps")
    for weight, score in ((1e6, 1.0), (-1e6, 0.0)):
        monkeypatch.setattr(ranking, "coefficients", lambda weight=weight: {"": weight})
        assert ranking.score(card) == pytest.approx(score)


def test_features_tell_questions_and_blanks_apart() -> None:
    question = ranking.features(basic(HOME, "The tower hides the lamps.", "the lamps"))
    blank = ranking.features(cloze(HOME, "The tower hides the lamps.", "the lamps"))
    assert (question["cloze"], blank["cloze"]) == (0.0, 1.0)
    assert "blank_late" not in question
    assert blank["blank_late"] > 0.5


def test_an_answer_that_stands_in_the_question_overlaps_it() -> None:
    card = basic(HOME, "The tower hides the lamps.", "the lamps", question="Which lamps are hidden?")
    assert ranking.features(card)["overlap"] == 1.0
    other = basic(HOME, "The tower hides the lamps.", "the lamps", question="What does the tower hide?")
    assert ranking.features(other)["overlap"] == 0.0


def test_an_empty_card_has_features_too() -> None:
    card = basic(HOME, "The tower hides the lamps.", "the lamps")
    empty = replace(card, fields={**card.fields, "Front": "", "Back": ""})
    assert all(math.isfinite(value) for value in ranking.features(empty).values())
