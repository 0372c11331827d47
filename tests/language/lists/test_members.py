"""What a list names, short enough to recall."""

from __future__ import annotations

import pytest

from deckgen.language.lists.members import cut, heads, new, series, short


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("a stem, a body and a head", ("A stem", "A body", "A head")),
        ("1) a growing queue, 2) a flat counter", ("A growing queue", "A flat counter")),
        ("depth; width; and slack", ("Depth", "Width", "Slack")),
    ],
)
def test_a_series_is_cut_where_its_members_meet(text: str, members: tuple[str, ...]) -> None:
    assert series(text) == members


def test_a_head_is_all_before_the_explanation() -> None:
    assert heads(["Sketching: a coarse route", "Timing - every stop gets a minute"]) == ("Sketching", "Timing")


def test_a_sentence_has_no_head() -> None:
    assert heads(["The tram stops at night: it is late", "Timing"]) == ()


def test_examples_are_no_part_of_a_member() -> None:
    assert cut(["Rare stops, e.g. at the zoo"]) == ("Rare stops",)


@pytest.mark.parametrize("member", ["its lamp", "the other tram", "and more", "Network details", "see below"])
def test_a_member_that_points_elsewhere_is_not_short(member: str) -> None:
    assert not short([member, "a lamp"])


def test_members_are_new_unless_the_question_says_them_or_they_only_count() -> None:
    assert new(["a lamp", "a bell"], "which two parts does a tram have?")
    assert not new(["a lamp", "a tram"], "which two parts does a tram have?")
    assert not new(["Layer 1", "Layer 2"], "which two layers does a tram have?")
    assert not new(["a lamp", "A lamp"], "which two parts does a tram have?")
