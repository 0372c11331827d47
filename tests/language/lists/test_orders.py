"""Leads that leave out who acts."""

from __future__ import annotations

import pytest

from deckgen.language.lists.orders import imperative


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("Split the rows into two groups:", "StopNet splits the rows into two groups:"),
        ("Proposes two losses:", "StopNet proposes two losses:"),
        ("You can classify trams into two groups:", "Trams can be classified into two groups:"),
        ("The authors propose TramNet, a planner that has two parts:", "TramNet has two parts:"),
        ("The authors propose a tram planner that has two parts:", "The proposed tram planner has two parts:"),
    ],
)
def test_who_acts_is_named(lead: str, said: str) -> None:
    assert said in list(imperative(lead, "StopNet"))


def test_a_full_sentence_is_left_alone() -> None:
    assert list(imperative("The planner has two parts:", "StopNet")) == []


def test_nobody_is_named_where_the_paper_has_no_short_name() -> None:
    assert list(imperative("Split the rows into two groups:", "Planning trams at night")) == []
