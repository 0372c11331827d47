"""The last step of every reader that works block by block: from collected blocks to a `Summary`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from deckgen.model import Element, Origin, Summary
from deckgen.readers import marks, who
from deckgen.readers.builder import Builder
from deckgen.readers.frontmatter import as_text
from deckgen.readers.sidefile import Entry
from deckgen.readers.source import Source

_ENDINGS: Final = re.compile(r"(?:\.(?:md|markdown|mdown|mkd|txt|text|html?|xhtml|flat))+$", re.IGNORECASE)


def finish(
    source: Source,
    builder: Builder,
    *,
    metadata: Mapping[str, object],
    position: int = 1,
    line: int = 1,
    ident: str = "",
    entry: Entry | None = None,
) -> Summary:
    """The summary that the collected blocks are.

    Args:
        source: the file.
        builder: holds the blocks and the elements.
        metadata: what the front matter said, by lower-case key.
        position: which summary of the file this is, from 1.
        line: the line it begins on.
        ident: its id, unless the side file states one.
        entry: what the side file states.
    """
    elements: Mapping[str, Element] = dict(builder.inliner.elements)
    blocks = marks.mark(tuple(builder.blocks), elements)
    known = who.identify(blocks=blocks, elements=elements, metadata=metadata, source=source, position=position)
    if entry is not None:
        known = who.corrected(known, entry)
    return Summary(
        id=(entry.id if entry else "") or ident or stem(source.name),
        origin=Origin(source.name, line),
        title=known.title,
        topic=known.topic,
        authors=known.authors,
        year=known.year,
        venue=known.venue,
        url=known.url,
        tags=known.tags,
        blocks=blocks,
        elements=elements,
        metadata={key: as_text(value) for key, value in metadata.items() if key != "abstract"},
    )


def stem(name: str) -> str:
    """A file name as an id.

    Example:
        >>> stem("notes/Señor Net (2016).md")
        'senor-net-2016'
    """
    return slug(_ENDINGS.sub("", PurePath(name).name)) or "summary"


def slug(words: str, longest: int = 80) -> str:
    """Words as lower-case ASCII letters, digits and single dashes, cut at a dash."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return parts if len(parts) <= longest else parts[:longest].rpartition("-")[0] or parts[:longest]
