"""The title that the first heading of a summary gives, with its link and year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.model import Block, Element, ElementKind, Mark, Role
from deckgen.readers.flat_known import is_known
from deckgen.readers.who_front import clean_title

_YEAR = re.compile(r"\s*[\[(](?:([A-Za-z][\w &'’-]{1,30}?)[ ,]*)?((?:19|20)\d\d)[\])]\s*$")
_PREFIX = re.compile(r"^[\[(](?:((?:19|20)\d\d) ?)?([A-Za-z]{2,12})(?:[ '’-]?((?:19|20)?\d\d))?[\])]\s*")
_TOKEN = re.compile(r"Zq\d+x")
_FURNITURE = re.compile(
    r"\W*(?:pdf|paper|website|site|link|code|github|arxiv|video|slides|poster|talk|project(?: page)?|html|"
    r"doi|https?:\S*|(?:my )?blog(?: ?post)?|\d{1,2})\W*\Z",
    re.IGNORECASE,
)
_MOST_WORDS = 30


def known(blocks: tuple[Block, ...], elements: Mapping[str, Element]) -> dict[str, Any]:
    """Title, url, year and venue of the first heading, if it is the paper's title and not a section's.

    It is when it is a link, or when it stands first and every other heading ranks below it.
    """
    heading = _first(blocks)
    if heading is None:
        return {}
    url = _target(heading, elements)
    if not url and not _outranks(heading, blocks):
        return {}
    title, found = _without_year(_readable(heading.text, elements))
    title = clean_title(title)
    words = title.split()
    if not words or len(words) > _MOST_WORDS or is_known(title) or not re.search(r"[^\W\d_]{2}", title):
        return {}
    if url:
        found["url"] = url
    return {"title": title, **found}


def _first(blocks: tuple[Block, ...]) -> Block | None:
    """The heading at the top; only marked lines such as metadata may stand before it."""
    for block in blocks[:6]:
        if block.role is Role.HEADING:
            return block if block.certain and block.mark is not Mark.TEMPLATE else None
        if block.mark not in (Mark.METADATA, Mark.LINKS, Mark.NAVIGATION) and block.role is not Role.IMAGE:
            return None
    return None


def _outranks(heading: Block, blocks: tuple[Block, ...]) -> bool:
    """Whether every other heading ranks below the first."""
    others = [b.level for b in blocks if b.role is Role.HEADING and b is not heading]
    return all(level > heading.level for level in others)


def _readable(text: str, elements: Mapping[str, Element]) -> str:
    return _TOKEN.sub(lambda m: _spoken(elements.get(m.group())), text)


def _spoken(element: Element | None) -> str:
    """What an element adds to a title: links such as "[pdf]" and "website" behind it add nothing."""
    if element is None or (element.kind is ElementKind.LINK and _FURNITURE.match(element.text)):
        return ""
    return "" if element.kind is ElementKind.CITATION else element.text


def _target(heading: Block, elements: Mapping[str, Element]) -> str:
    """The address the heading links to, if its words are those of the link."""
    text = heading.text.strip(" #*_")
    for element in list(elements.values())[:40]:
        if element.kind is ElementKind.LINK and re.match(r"https?://", element.href) and element.text:
            plain = " ".join(element.text.split())
            if plain == text or (len(plain.split()) >= 2 and text.startswith(plain) and len(plain) >= 0.6 * len(text)):
                return element.href
    return ""


def _without_year(text: str) -> tuple[str, dict[str, Any]]:
    """The heading without "(NIPS 2016)" behind or "[2018 NIPS]" before it, and what that says."""
    found: dict[str, Any] = {}
    text = " ".join(text.split()).strip()
    behind = _YEAR.search(text)
    if behind:
        found["year"] = int(behind.group(2))
        found["venue"] = (behind.group(1) or "").strip(" ,")
        text = text[: behind.start()]
    before = _PREFIX.match(text)
    if before and not behind and (before.group(1) or before.group(3)):
        year = before.group(1) or before.group(3)
        found["year"] = int(year) if len(year) == 4 else 2000 + int(year)
        found["venue"] = before.group(2)
        text = text[before.end() :]
    return text.strip(), {key: value for key, value in found.items() if value}
