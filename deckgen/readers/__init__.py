"""Readers: from a source to summaries.

`READERS` is tried from top to bottom; the first whose `takes` is true reads the file. A new format is one module and
one line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from deckgen.errors import SourceError
from deckgen.model import Block, Mark, Role, Summary
from deckgen.readers import flattened, markdown, page, pages, tongue
from deckgen.readers.distinct import distinct
from deckgen.readers.inline import TOKEN
from deckgen.readers.sidefile import SideFile
from deckgen.readers.source import Source

__all__ = ["READERS", "Read", "Reader", "distinct", "read"]


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave.

    Attributes:
        summaries: in source order; none when the file was passed over.
        warnings: what the user should know, each with its line.
    """

    summaries: tuple[Summary, ...]
    warnings: tuple[SourceError, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    Attributes:
        name: of the format.
        takes: whether a source is of this format.
        read: its summaries.
    """

    name: str
    takes: Callable[[Source], bool]
    read: Callable[[Source, SideFile | None, markdown.Warn], tuple[Summary, ...]]


_LONG_LINE: Final = 300  # nobody types a line this long in an editor, with headings in its middle


def _suffix(source: Source) -> str:
    return PurePath(source.name).suffix.lower()


def _is_html(source: Source) -> bool:
    start = source.text[:500].lstrip().lower()
    return _suffix(source) in (".html", ".htm", ".xhtml") or start.startswith(("<!doctype html", "<html"))


def _is_flattened(source: Source) -> bool:
    """Any text that lost its line breaks; a Markdown file only when it has next to none, or is a page dump."""
    if not flattened.looks_flattened(source.text):
        return False
    lines = [line for line in source.text.split("\n") if line.strip()]
    unbroken = len(lines) <= 3 and max(len(line) for line in lines) >= _LONG_LINE
    return _suffix(source) not in (".md", ".markdown") or unbroken or pages.looks_like_page(source.text)


READERS: Final = (
    Reader("html", _is_html, page.read),
    Reader("flattened", _is_flattened, lambda source, side, _warn: flattened.read(source, side)),
    Reader("markdown", lambda _source: True, markdown.read),  # plain text is Markdown without markup
)


def read(source: Source, side: SideFile | None = None) -> Read:
    """The summaries of a file; those in another language than English are passed over with a warning.

    Args:
        source: the file.
        side: what the user states about its summaries.

    Raises:
        SourceError: the file cannot be understood at all.
    """
    warnings: list[SourceError] = []

    def warn(message: str, line: int) -> None:
        warnings.append(SourceError(message, path=source.name, line=line or None))

    reader = next(reader for reader in READERS if reader.takes(source))
    kept = []
    for summary in reader.read(source, side, warn):
        language = tongue.foreign(prose(summary.blocks))
        if language:
            warn(f"is in {language}, and only English is understood; it is skipped", summary.origin.line)
        else:
            kept.append(summary)
    return Read(tuple(kept), tuple(warnings))


def prose(blocks: Sequence[Block]) -> str:
    """The words of a summary: its sentences without code, math and metadata."""
    spoken = (Role.PARAGRAPH, Role.ITEM, Role.QUOTE, Role.HEADING)
    texts = (block.text for block in blocks if block.role in spoken and block.mark is not Mark.METADATA)
    return TOKEN.sub(" ", "\n".join(texts))
