r"""Card HTML to readable text: what the commands and the tests show of a field.

Tags go, entities are decoded, math stays as `\( \)` and `\[ \]`, list items get a marker and a line each, digits and
signs in `<sup>` and `<sub>` become their Unicode twins, an image is named. Cloze markup stays as it is.

>>> plain("<p>Error falls to <b>10<sup>-3</sup></b> &amp; stays</p>")
'Error falls to 10⁻³ & stays'
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from deckgen.markup import unmask_plain

_BLOCKS: Final = frozenset(("p", "div", "ul", "ol", "dl", "dt", "dd", "table", "tr", "blockquote", "pre", "h1", "h2"))
_SUPER: Final = str.maketrans("0123456789+-=()ni−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ⁻")
_SUB: Final = str.maketrans("0123456789+-=()−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋")
_RAISED: Final = {"sup": ("^", _SUPER), "sub": ("_", _SUB)}
_SPACES: Final = re.compile(r"[^\S\n]+")


def plain(html: str) -> str:
    """The text that a person sees in a piece of card HTML; lines have no space at their ends, none is empty."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parser.parts).splitlines())
    return "\n".join(line for line in lines if line)


unmasked = unmask_plain
"""Masked text to readable text: the other half of what a person can be shown."""


def images(html: str) -> tuple[str, ...]:
    """The media files that a piece of card HTML shows, in order.

    >>> images('<img src="net-1a2b.png"> and text')
    ('net-1a2b.png',)
    """
    parser = _Text()
    parser.feed(html)
    parser.close()
    return tuple(parser.images)


class _Text(HTMLParser):
    """Collects the text, with line breaks where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.images: list[str] = []
        self._raised: list[str] = []
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _RAISED:
            self._raised.append(tag)
        elif tag == "img":
            image = dict(attrs)
            self.images.append(image.get("src") or "")
            self.parts.append(f"[image: {image.get('alt') or image.get('src') or ''}]")
        elif tag == "li":
            self.parts.append(f"\n{self._marker()} ")
        elif tag in ("td", "th"):
            self.parts.append(" | ")
        elif tag == "br" or tag in _BLOCKS:
            self.parts.append("\n")
        if tag in ("ol", "ul"):
            self._numbers.append(0 if tag == "ol" else None)

    def handle_endtag(self, tag: str) -> None:
        if self._raised and tag == self._raised[-1]:
            self._raised.pop()
        elif tag in ("ol", "ul") and self._numbers:
            self._numbers.pop()
        if tag == "li" or tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(_raise(data, self._raised[-1]) if self._raised else data)

    def _marker(self) -> str:
        if not self._numbers or self._numbers[-1] is None:
            return "-"
        self._numbers[-1] += 1
        return f"{self._numbers[-1]}."


def _raise(text: str, tag: str) -> str:
    sign, table = _RAISED[tag]
    if all(ord(char) in table for char in text):
        return text.translate(table)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"
