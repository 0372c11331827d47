"""Blocks that are little more than links to pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.model import Element, ElementKind

_WEB = re.compile(r"https?:|www\.|doi:|mailto:", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_PLAIN = re.compile(r"[^\W_]{2,}")
_LONGEST_BLOCK = 80
_LONGEST_LINK = 40
_MOST_REST = 6
_POINTERS = frozenset(
    "link links to the paper papers code source see here also available at on in from for and or by of is "
    "read more pdf arxiv github project page website "
    "blog post slides video talk poster implementation official original full article summary notes note "
    "this my supplementary material demo data dataset repo".split()
)


class LinkTexts:
    """The words of every link of a summary that leads to a page; a link to another note may be a claim of its own."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        links = (e for e in elements.values() if e.kind is ElementKind.LINK and _WEB.match(e.href))
        self._texts = frozenset(" ".join(e.text.split()) for e in links)
        self._first = frozenset(text.split()[0] for text in self._texts if text)

    def fill(self, text: str) -> bool:
        """Whether hardly a word of the text is outside of links.

        Example:
            >>> link = Element(kind=ElementKind.LINK, text="Paper", href="https://example.org")
            >>> LinkTexts({"Zq0x": link}).fill("The Paper")
            True
        """
        words = [match.group() for match in _WORD.finditer(text[:4000])]
        if not self._texts or len(words) > _LONGEST_BLOCK:
            return False
        rest: list[str] = []
        linked = 0
        i = 0
        while i < len(words):
            width = self._width(words, i)
            linked += width > 0
            if not width:
                rest.append(words[i])
            i += max(width, 1)
        outside = [word.lower() for word in _PLAIN.findall(" ".join(rest))]
        return linked > 0 and len(outside) <= _MOST_REST and sum(word not in _POINTERS for word in outside) <= 1

    def _width(self, words: list[str], start: int) -> int:
        """How many words from `start` are the text of a link."""
        word = words[start].lstrip('([*_"')
        if word not in self._first and word.rstrip('].,;:)*_"') not in self._first:
            return 0
        joined = word
        for width in range(1, min(_LONGEST_LINK, len(words) - start) + 1):
            if width > 1:
                joined += " " + words[start + width - 1]
            if joined in self._texts or joined.rstrip('].,;:)*_"') in self._texts:
                return width
        return 0
