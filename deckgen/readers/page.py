"""A page saved from a browser, to a summary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.model import Summary
from deckgen.readers import html
from deckgen.readers.assemble import finish
from deckgen.readers.builder import Builder
from deckgen.readers.inline import Inliner
from deckgen.readers.markdown import Warn
from deckgen.readers.sidefile import SideFile
from deckgen.readers.source import Source

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_META: Final = {
    "citation_title": "title", "dc.title": "title", "og:title": "title",
    "citation_author": "authors", "dc.creator": "authors",
    "citation_date": "date", "citation_publication_date": "date", "dc.date": "date",
    "citation_doi": "doi", "dc.identifier": "doi", "citation_pdf_url": "pdf",
    "citation_journal_title": "venue", "citation_conference_title": "venue",
}  # fmt: skip


def _ignore(message: str, line: int) -> None:
    """Nobody asked for warnings."""


def read(source: Source, side: SideFile | None = None, warn: Warn = _ignore) -> tuple[Summary, ...]:
    """The summary a page holds, found in its article.

    Args:
        source: the file.
        side: what the user states about it.
        warn: called with a message and a line for what cannot be found.
    """
    entry = side.entry(source.name, 1) if side else None
    if entry and entry.skip:
        return ()
    page = html.parse(source.text)
    metadata = _metadata(page)
    html.clean(page)
    builder = Builder(source.name, Inliner(source.path.parent if source.path else None, warn))
    html.build(html.article(page), builder)
    return (finish(source, builder, metadata=metadata, entry=entry),)


def _metadata(page: BeautifulSoup) -> dict[str, object]:
    """What the head of the page says about the paper; several authors as a list."""
    found: dict[str, object] = {}
    for meta in page.find_all("meta"):
        key = _META.get(str(meta.get("name") or meta.get("property") or "").lower())
        value = " ".join(str(meta.get("content") or "").split())
        if key == "authors" and value:
            known = found.setdefault(key, [])
            if isinstance(known, list):
                known.append(value)
        elif key and value:
            found.setdefault(key, value)
    title = page.find("title")
    if "title" not in found and title is not None:
        found["title"] = re.split(r"\s+[|–—·]\s+", " ".join(title.get_text().split()))[0]
    return found
