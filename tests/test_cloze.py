"""Cloze markup as Anki reads it."""

from __future__ import annotations

import pytest

from deckgen import cloze


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("{{c1::a}} {{c3::b::hint}}", (1, 3)),
        ("{{c1::x {{c2::y}} z}}", (1, 2)),
        ("{{c1,2::a}}", (1, 2)),
        ("{{C1::a}} {{c1:a}} {{ c1::a}}", ()),
        ("{{c1::a", ()),
        ("none", ()),
    ],
)
def test_numbers_are_the_cards_anki_makes(text: str, numbers: tuple[int, ...]) -> None:
    assert cloze.numbers(text) == numbers


def test_revealing_opens_nested_blanks_and_drops_hints() -> None:
    assert cloze.reveal("{{c1::x {{c2::y::why}} z::hint}}!") == "x y z!"


def test_deletions_hold_their_text() -> None:
    found = cloze.deletions("{{c2::b}} {{c1::x {{c3::y}} z::hint}}")
    assert [(each.number, each.text) for each in found] == [(2, "b"), (1, "x y z"), (3, "y")]


def test_renumbering_swaps_at_once() -> None:
    assert cloze.renumber("{{c1::a}} {{c2::b}} {{c1,2::c}}", {1: 2, 2: 1}) == "{{c2::a}} {{c1::b}} {{c2,1::c}}"


@pytest.mark.parametrize("text", ["std::vector", "{a}", "x_{a_{b}}", "}}", "{{c1::x}}", ":::", "a:::b"])
def test_an_escaped_text_neither_closes_nor_opens_nor_hints(text: str) -> None:
    marked = cloze.deletion(7, text, "why")
    (found,) = cloze.deletions(marked)
    assert found.number == 7
    assert not cloze.unclosed(marked)
    assert found.text.replace("&#123;", "{").replace("&#125;", "}").replace("&#58;", ":") == text


def test_an_open_blank_is_noticed() -> None:
    assert cloze.unclosed("{{c1::a}} {{c2::b")
    assert not cloze.unclosed("{{c1::a}} {{x")


def test_crafted_text_is_read_in_linear_time() -> None:
    assert cloze.numbers("{{c1::" * 5_000 + "}}" * 5_000) == (1,)
