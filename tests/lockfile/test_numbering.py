"""Cloze numbers are permanent: a number means the same blank for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.cloze import numbers
from deckgen.lockfile.numbering import blanks, settle_numbers

WORDS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")


def text(*chosen: str) -> str:
    """The six words with the chosen ones blanked, numbered from 1 in their order, as a template does it."""
    count = iter(range(1, 7))
    return " ".join(f"{{{{c{next(count)}::{word}}}}}" if word in chosen else word for word in WORDS)


@given(st.lists(st.sets(st.sampled_from(WORDS), min_size=1), min_size=2, max_size=8))
def test_a_number_never_passes_to_another_blank(history: list[set[str]]) -> None:
    before, ever, meaning = "", dict[int, str](), dict[int, str]()
    for chosen in history:
        before, ever = settle_numbers(text(*chosen), before, ever)
        now = blanks(before)
        assert set(now.values()) <= chosen
        assert len(now) == len(chosen)
        for number, word in now.items():
            assert meaning.setdefault(number, word) == word
        assert set(now) <= set(ever)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("{{c1::a}} and {{c2::b}}", "{{c1::b}} and {{c2::a}}", "{{c2::b}} and {{c1::a}}"),
        ("{{c1::a}} and {{c2::b}}", "{{c1::b}} alone", "{{c2::b}} alone"),
        ("the {{c1::old net}} wins", "the {{c1::older net}} wins", "the {{c1::older net}} wins"),
        ("error of {{c1::3.57}} percent", "error of {{c1::3.75}} percent", "error of {{c1::3.75}} percent"),
        ("{{c1::a}} b", "{{c1::x}} {{c2::a}} b", "{{c2::x}} {{c1::a}} b"),
        ("{{c1::p}} q {{c2::r}} s", "{{c1::p}} {{c2::q}} r {{c3::s}}", "{{c1::p}} {{c3::q}} r {{c4::s}}"),
    ],
)
def test_blanks_keep_their_numbers(before: str, after: str, expected: str) -> None:
    first, ever = settle_numbers(before, "", {})
    assert first == before
    assert settle_numbers(after, first, ever)[0] == expected


def test_a_blank_that_comes_back_takes_up_its_own_number() -> None:
    first, ever = settle_numbers("{{c1::a}} and {{c2::b}}", "", {})
    second, ever = settle_numbers("{{c1::b}} and c", first, ever)
    third, ever = settle_numbers("{{c1::a}} and {{c2::b}}", second, ever)
    assert third == first
    assert ever == {1: "a", 2: "b"}


def test_a_retired_number_is_never_given_again() -> None:
    first, ever = settle_numbers("{{c1::a}} and {{c2::b}} {{c3::c}}", "", {})
    second, ever = settle_numbers("{{c1::a}} and b c", first, ever)
    third, _ = settle_numbers("{{c1::a}} and b c {{c2::d}}", second, ever)
    assert numbers(third) == (1, 4)
