"""What metadata lines of a note ("Authors: ...", a line of names, a link "Paper") say about the paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen.model import Block, Element, ElementKind, Mark
from deckgen.readers.who_front import clean_title, split_names

_FIELD = re.compile(r"^\W{0,4}([A-Za-z][A-Za-z ()]{1,24}?)\W{0,4}[:=]\s*(.{1,1200})$")
_TOKEN = re.compile(r"Zq\d+x")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAPER_URL = re.compile(
    r"arxiv\.org|openreview\.net|doi\.org|aclweb|aclanthology|neurips|nips\.cc|mlr\.press|thecvf|\.pdf\b|"
    r"dl\.acm|ieeexplore|biorxiv|medrxiv|nature\.com|science|springer|pubmed|semanticscholar|usenix|jmlr",
    re.IGNORECASE,
)
_KEYS = {
    "title": "title", "paper title": "title", "paper": "title",
    "author": "authors", "authors": "authors", "author(s)": "authors",
    "year": "year", "date": "year", "date published": "year", "published": "year", "publication date": "year",
    "venue": "venue", "conference": "venue", "journal": "venue", "published in": "venue", "presented at": "venue",
    "link": "url", "links": "url", "url": "url", "doi": "url", "arxiv": "url", "pdf": "url", "arxiv link": "url",
    "paper link": "url", "link to paper": "url",
}  # fmt: skip
_EARLY = 8


def known(blocks: tuple[Block, ...], elements: Mapping[str, Element]) -> dict[str, Any]:
    """Title, authors, year, venue and url out of the blocks marked as metadata, and of links at the top.

    Example:
        >>> from deckgen.model import Origin, Role
        >>> line = Block(role=Role.ITEM, text="Year: 2017", origin=Origin("n.md", 2), level=1, mark=Mark.METADATA)
        >>> known((line,), {})
        {'year': 2017}
    """
    found: dict[str, Any] = {}
    for i, block in enumerate(blocks[:40]):
        if block.mark is Mark.METADATA and block.certain:
            for key, value in _field(block, elements).items():
                found.setdefault(key, value)
        if i < _EARLY and block.mark in (Mark.METADATA, Mark.LINKS) and "url" not in found:
            url = _link_in(block.text, elements)
            if url:
                found["url"] = url
    return found


def _field(block: Block, elements: Mapping[str, Element]) -> dict[str, Any]:
    match = _FIELD.match(block.text)
    if match is None:
        return {} if block.quoted or _TOKEN.search(block.text) else _names(block)
    key = _KEYS.get(match.group(1).strip().lower())
    value = _TOKEN.sub(lambda m: elements[m.group()].text if m.group() in elements else "", match.group(2)).strip()
    if key is None or not value:
        return {}
    return _typed(key, value, match.group(2), elements)


def _typed(key: str, value: str, raw: str, elements: Mapping[str, Element]) -> dict[str, Any]:
    year = _YEAR.search(value)
    if key == "title":
        title = clean_title(value)
        return {"title": title} if len(title.split()) >= 2 and not re.match(r"https?:", title) else {}
    if key == "authors":
        names = [re.sub(r"\b(?:19|20)\d\d\b|[*†‡\d]", "", n).strip(" ,.()") for n in split_names(value)]
        more = any(n.lower().strip(".") in ("et al", "others") for n in names)
        names = [n for n in names if n and n.lower().strip(".") not in ("et al", "others")]
        names = (
            [f"{re.sub(r',? et al$', '', names[0])} et al."]
            if names and (more or names[0].endswith(" et al"))
            else names
        )
        found: dict[str, Any] = (
            {"authors": tuple(names)}
            if names and all(len(n.split()) <= 6 and not re.search(r"[:/]", n) for n in names)
            else {}
        )
        return {**found, "year": int(year.group())} if year else found
    if key == "year":
        return {"year": int(year.group())} if year else {}
    if key == "venue":
        venue = {"venue": value} if len(value.split()) <= 12 else {}
        return {**venue, "year": int(year.group())} if year else venue
    url = _link_in(raw, elements)
    return {"url": url} if url else {}


def _names(block: Block) -> dict[str, Any]:
    """A line of nothing but names."""
    names = split_names(block.text)
    if len(names) >= 2 and all(1 < len(n.split()) <= 5 and n[:1].isupper() for n in names):
        return {"authors": tuple(re.sub(r"[*†‡\d]+$", "", n).strip() for n in names)}
    return {}


def _link_in(text: str, elements: Mapping[str, Element]) -> str:
    """The first address in a text that looks like that of a paper."""
    for token in _TOKEN.findall(text):
        element = elements.get(token)
        if element is not None and element.kind is ElementKind.LINK and _PAPER_URL.search(element.href):
            return element.href
    bare = re.search(r"https?://[^\s\])>]{4,300}", text)
    return bare.group().rstrip(".,;") if bare and _PAPER_URL.search(bare.group()) else ""
