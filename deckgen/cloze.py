"""Anki's cloze markup as text: escaping what goes in, finding what is there, and giving numbers.

Pure functions on strings. Anki's own parser is the reference: it opens at `{{c1::`, closes at the next `}}`, nests, and
takes what follows the first `::` inside as the hint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HIGHEST = 500
"""The highest number Anki takes: it cuts higher ones, and far higher ones make a whole import fail."""

_OPEN = re.compile(r"\{\{c(\d{1,9}(?:,\d{1,9}){0,99})::")


@dataclass(frozen=True, slots=True)
class Deletion:
    """One deletion of a cloze text.

    Attributes:
        number: the card it belongs to, counted from 1.
        text: what is blanked, as HTML with nested deletions opened, without the hint.
    """

    number: int
    text: str


def escape_cloze(html: str) -> str:
    """Make HTML safe to stand inside a deletion; Anki then shows exactly what was meant.

    Example:
        >>> escape_cloze("std::vector"), escape_cloze("x_{a_{b}}")
        ('std:&#58;vector', 'x_{a_{b}&#125;')

    `}}` would close the deletion, `::` would start a hint, a last `}` or `:` would run into what follows.
    """
    html = html.replace("{{", "{&#123;").replace("}}", "}&#125;").replace("::", ":&#58;")
    last = {"}": "&#125;", ":": "&#58;"}.get(html[-1:])
    return html if last is None else html[:-1] + last


def deletion(number: int, html: str, hint: str = "") -> str:
    """The markup of one deletion around HTML that may hold anything.

    Example:
        >>> deletion(2, "76.1 %", "accuracy")
        '{{c2::76.1 %::accuracy}}'
    """
    return f"{{{{c{number}::{escape_cloze(html)}{'::' + escape_cloze(hint) if hint else ''}}}}}"


def deletions(text: str) -> tuple[Deletion, ...]:
    """Every deletion in order of its opening, nested ones too; `{{c1,2::a}}` counts for both numbers.

    One that is never closed is none, as in Anki.
    """
    return tuple(Deletion(number, inside) for numbers_, inside in _parse(text)[0] for number in numbers_)


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of its deletions, each once, ascending: the cards Anki makes of it."""
    return tuple(sorted({found.number for found in deletions(text)}))


def renumber(text: str, mapping: Mapping[int, int]) -> str:
    """Give the deletions other numbers; a number the mapping does not name stays.

    Example:
        >>> renumber("{{c1::a}} {{c2::b}}", {1: 2, 2: 1})
        '{{c2::a}} {{c1::b}}'
    """

    def other(opening: re.Match[str]) -> str:
        listed = (str(mapping.get(number, number)) for number in _listed(opening))
        return "{{c" + ",".join(listed) + "::"

    return _OPEN.sub(other, text)


def reveal(text: str) -> str:
    """The text with every deletion opened: what the back of the card reads, without its markup."""
    return _parse(text)[1]


def unclosed(text: str) -> bool:
    """Whether a deletion is opened and never closed; Anki would show its markup."""
    return sum(1 for _ in _OPEN.finditer(text)) != len(_parse(text)[0])


def _listed(opening: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(number) for number in opening[1].split(","))


def _parse(text: str) -> tuple[list[tuple[tuple[int, ...], str]], str]:
    """Numbers and inside of every closed deletion in order of its opening, and the text with all opened."""
    found: list[tuple[int, tuple[int, ...], str]] = []
    stack: list[tuple[int, tuple[int, ...]]] = []
    pieces: list[list[str]] = [[]]
    position = 0
    while position < len(text):
        if opening := _OPEN.match(text, position):
            stack.append((position, _listed(opening)))
            pieces.append([])
            position = opening.end()
        elif stack and text.startswith("}}", position):
            start, listed = stack.pop()
            inside = "".join(pieces.pop()).split("::")[0]
            found.append((start, listed, inside))
            pieces[-1].append(inside)
            position += 2
        else:
            pieces[-1].append(text[position])
            position += 1
    return [(listed, inside) for _, listed, inside in sorted(found)], "".join("".join(each) for each in pieces)
