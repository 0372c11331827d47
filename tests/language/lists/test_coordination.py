"""Words joined by commas and "and"."""

from __future__ import annotations

import pytest

from deckgen.language.lists.coordination import chain, texts
from deckgen.language.words.parsing import parse_text


def joined(text: str, first: str) -> tuple[str, ...]:
    """The texts of what is joined to the word `first`."""
    parse = parse_text(text)
    word = next(word for word in parse.words if word.text == first)
    return texts(parse, chain(parse, word))


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("The tram needs a map and a driver.", "map", ("a map", "a driver")),
        ("The tram predicts a mask, a box and a class.", "mask", ("a mask", "a box", "a class")),
        ("The tram predicts a mask, a box and a class for every stop.", "mask", ("a mask", "a box", "a class")),
    ],
)
def test_every_joined_word_stands_with_what_hangs_on_it_alone(text: str, first: str, expected: tuple[str, ...]) -> None:
    assert joined(text, first) == expected


def test_alternatives_are_not_joined() -> None:
    assert joined("The tram needs a map or a driver.", "map") != ("a map", "a driver")
