"""Which lines of a page dump are summaries, and where each stands."""

from __future__ import annotations

import pytest

from deckgen.readers import pages

LONG = "Gates are closed when idle, which halves the memory that the net needs during training. " * 3


def texts(page: str) -> list[tuple[int, str]]:
    return [(part.line, part.text) for part in pages.parts(page)]


def test_furniture_is_cut_and_lines_are_counted_in_the_page() -> None:
    page = "[link]\nFirst. |\n[link]\nSecond.\n12 Comments\n|\n[link]\nThird. |\n"
    assert texts(page) == [(2, "First."), (4, "Second."), (8, "Third.")]


def test_a_front_page_has_a_welcome_and_may_lack_separators() -> None:
    page = "Welcome to ShortScience.org! |\nFirst.\nSecond. |\nThird. |"
    assert texts(page) == [(2, "First."), (3, "Second."), (4, "Third.")]


def test_blank_lines_and_line_endings_do_not_matter() -> None:
    assert texts("\ufeff[link]\r\n\r\nFirst. |\r\n\r\n[link]\r\nSecond. |\r\n") == [(3, "First."), (6, "Second.")]


def test_a_page_that_lost_all_its_line_breaks_is_cut_at_its_links() -> None:
    assert texts("[link] First. | [link] Second. |") == [(1, "First."), (1, "Second.")]


def test_one_line_without_furniture_is_one_summary() -> None:
    assert texts("They use left | right gates.") == [(1, "They use left | right gates.")]


@pytest.mark.parametrize("line", ["The bar | is part of the text.", "a||b", "1 Comment on the method: it is cheap."])
def test_what_only_resembles_furniture_stays(line: str) -> None:
    assert texts(line) == [(1, line)]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (f"[link]\n{LONG} |\n", True),
        (f"{LONG} |", True),
        (f"{LONG}\n", False),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", False),
    ],
)
def test_a_page_is_told_by_its_furniture(text: str, page: bool) -> None:
    assert pages.looks_like_page(text) is page
