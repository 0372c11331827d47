r"""Card HTML and masked text to readable text: what the commands and the tests show of a field or a block.

Tags go, entities are decoded, math stays as `\( \)` and `\[ \]`, list items get a marker and a line each, digits and
signs in `<sup>` and `<sub>` become their Unicode twins, an image is named. Cloze markup stays as it is.

>>> plain("<p>Error falls to <b>10<sup>-3</sup></b> &amp; stays</p>")
'Error falls to 10⁻³ & stays'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Final

from deckgen.model import Element, ElementKind

_BLOCKS: Final = frozenset(("p", "div", "ul", "ol", "dl", "dt", "dd", "table", "tr", "blockquote", "pre", "h1", "h2"))
_SUPER: Final = str.maketrans("0123456789+-=()ni−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ⁻")
_SUB: Final = str.maketrans("0123456789+-=()−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋")
_RAISED: Final = {"sup": ("^", _SUPER), "sub": ("_", _SUB)}
_TOKEN: Final = re.compile(r"Zq\d+x")
_DELIMITED: Final = {ElementKind.MATH: r"\({}\)", ElementKind.DISPLAY: r"\[{}\]", ElementKind.CODE: "`{}`"}
_SPACES: Final = re.compile(r"[^\S\n]+")


def plain(html: str) -> str:
    """The text that a person sees in a piece of card HTML; lines have no space at their ends, none is empty."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parser.parts).splitlines())
    return "\n".join(line for line in lines if line)


def unmasked(text: str, elements: Mapping[str, Element]) -> str:
    """Masked text as a person would write it: each token is replaced by what it stands for, without markup."""

    def readable(token: re.Match[str]) -> str:
        element = elements.get(token[0])
        if element is None:
            return token[0]
        if element.kind is ElementKind.IMAGE:
            return f"[image: {element.text or element.href}]"
        before, _, after = _DELIMITED.get(element.kind, "{}").partition("{}")
        return before + element.text + after

    return _TOKEN.sub(readable, text)


class _Text(HTMLParser):
    """Collects the text, with line breaks where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._raised: list[str] = []
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _RAISED:
            self._raised.append(tag)
        elif tag == "img":
            self.parts.append(_image(dict(attrs)))
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


def _image(attrs: dict[str, str | None]) -> str:
    return f"[image: {attrs.get('alt') or attrs.get('src') or ''}]"


def _raise(text: str, tag: str) -> str:
    sign, table = _RAISED[tag]
    if all(ord(char) in table for char in text):
        return text.translate(table)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"
