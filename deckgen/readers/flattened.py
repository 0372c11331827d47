"""Flattened Markdown: text that lost its line breaks, as page dumps and web crawls hold it.

    looks_flattened   whether a text is of this kind
    read              its summaries, one for each line that is no furniture

The stages stand in files of their own: flat_mask (code and math out of the way), flat_markers with flat_bullets and
flat_runs (where headings and items begin), flat_headings (where headings end), flat_split (pieces), flat_tails (what
is certain), flat_lists and flat_subjects (nesting).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from deckgen.language.prose import sentences
from deckgen.model import Block, Emphasis, Origin, Role, Summary
from deckgen.readers import pages
from deckgen.readers.flat_heads import BOLD, behead
from deckgen.readers.flat_lists import Place, places
from deckgen.readers.flat_mask import Masked, mask
from deckgen.readers.flat_split import Piece, references, split
from deckgen.readers.flat_subjects import lacks_subject
from deckgen.readers.flat_tails import settle
from deckgen.readers.inline import Inliner
from deckgen.readers.marks import mark
from deckgen.readers.sidefile import Entry, SideFile
from deckgen.readers.source import Source
from deckgen.readers.who import corrected, identify

_INNER_HEADING = re.compile(r"(?<=\S) #{1,6} [^\s#a-z]")
_INNER_ITEM = re.compile(r"(?<=[.:;?!)\]`*\"]) (?:[*\-]|\d\.) (?=\S)")
_LONG_HEADING = re.compile(r"#{1,6} .{400}")  # no heading is that long
_LONG_LINE = 200
_CALLOUT = re.compile(r"^\[![A-Za-z-]{1,20}\][+-]?\s*")
_QUOTE_MARKS = re.compile(r"(?:^|(?<= ))>+(?: |$)")
_FENCE = re.compile(r"^(`{3,}|~{3,})(?:[\w+-]{1,20}(?= ))? ?(.*?) ?\1$", re.DOTALL)
_SPACES = re.compile(r" ?&(?:#x20|#32|nbsp);(?= |$)")
_DISPLAY = re.compile(r"^(?:\$\$|\\\[)\s*(.*?)\s*(?:\$\$|\\\])$", re.DOTALL)


def looks_flattened(text: str) -> bool:
    r"""Whether a text is flattened: a page dump, or lines that hold headings and items in their middle.

    Example:
        >>> looks_flattened("# Title ## Idea * First point. * Second point.")
        True
        >>> looks_flattened("# Title\n\n* First point.\n* Second point.\n")
        False
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return False
    if pages.looks_like_page(text) and max(len(line) for line in lines) >= _LONG_LINE:
        return True
    total = sum(len(line) for line in lines)
    flat = sum(len(line) for line in lines if _is_flat(line))
    return 2 * flat > total


def _is_flat(line: str) -> bool:
    if line.endswith(" |") and not line.startswith("|"):
        return True
    masked = mask(line).text if len(line) < 100_000 else line
    if _INNER_HEADING.search(masked) or (_LONG_HEADING.match(masked) and ". " in masked):
        return True
    opens = masked.lstrip()[:2] in ("* ", "- ", "# ", "##") or masked[:2] == "1."
    inner = sum(1 for _ in _INNER_ITEM.finditer(masked))
    return inner >= (1 if opens else 2)


def read(source: Source, side: SideFile | None = None) -> tuple[Summary, ...]:
    """The summaries of a flattened file, each with the line it stands on.

    Args:
        source: the file.
        side: what the user states about its summaries, by position.

    Returns:
        One summary for each line of text. Ids are `<stem>-<n>` with n counted from 1, or what the side file says;
        those the side file skips are left out.
    """
    parts = pages.parts(source.text)
    alone = len(parts) == 1
    found = []
    for position, part in enumerate(parts, start=1):
        entry = side.entry(source.name, position) if side else None
        if entry is None or not entry.skip:
            found.append(_summary(source, part, position, entry, alone=alone))
    return tuple(found)


def _summary(source: Source, part: pages.Part, position: int, entry: Entry | None, *, alone: bool) -> Summary:
    inliner = Inliner(source.path.parent if source.path else None)
    blocks = _Reader(source.name, part, inliner).blocks()
    blocks = mark(blocks, inliner.elements)
    named = source if alone else replace(source, name="")  # a page is not named after one of its papers
    who = identify(blocks=blocks, elements=inliner.elements, metadata={}, source=named, position=position)
    who = corrected(who, entry) if entry else who
    return Summary(
        id=entry.id if entry and entry.id else f"{stem(source.name)}-{position}",
        origin=Origin(source.name, part.line),
        title=who.title,
        topic=who.topic,
        authors=who.authors,
        year=who.year,
        venue=who.venue,
        url=who.url,
        tags=who.tags,
        blocks=blocks,
        elements=dict(inliner.elements),
    )


def stem(name: str) -> str:
    """The file name as the beginning of an id: lower case, ASCII letters, digits and single dashes."""
    plain = PurePath(name).name
    for ending in (".txt", ".flat", ".md", ".markdown", ".html"):
        plain = plain.removesuffix(ending)
    slug = re.sub(r"[^a-z0-9_]+", "-", plain.lower()).strip("-")
    return slug or "summary"


class _Reader:
    """Turns the pieces of one line into blocks, with one numbering of masked tokens."""

    def __init__(self, name: str, part: pages.Part, inliner: Inliner) -> None:
        self._origin = Origin(name, part.line)
        self._masked: Masked = mask(_SPACES.sub("", part.text))
        self._inliner = inliner
        self._section: list[tuple[int, str]] = []
        self._texts: dict[int, str] = {}

    def blocks(self) -> tuple[Block, ...]:
        self._inliner.references.update(references(self._masked))
        pieces = settle(self._masked, split(self._masked))
        where = places(self._masked.text, pieces)
        return tuple(
            block
            for i, piece in enumerate(pieces)
            for head, raw in self._beheaded(piece)
            for block in (head, self._block(i, piece, raw, where.get(i)))
            if block is not None
        )

    def _beheaded(self, piece: Piece) -> Iterator[tuple[Block | None, str]]:
        """The raw texts of a piece, each with the heading that ran into it."""
        raw = self._masked.source[piece.body : piece.end]
        if piece.role not in (Role.PARAGRAPH, Role.QUOTE):
            yield None, raw
            return
        for part in behead(self._unquoted(piece, raw), quoted=piece.quoted):
            if not part.head:
                yield None, part.rest
                continue
            text, emphasis = self._inliner.read(part.head, self._origin.line)
            yield self._heading(replace(piece, level=part.level, certain=True), text, emphasis), part.rest

    def _block(self, index: int, piece: Piece, raw: str, place: Place | None) -> Block | None:
        if piece.role is Role.CODE:
            return self._plain(piece, _FENCE.sub(r"\2", raw.strip()))
        if piece.role is Role.TABLE:
            return self._table(piece)
        text, emphasis = self._inliner.read(self._unquoted(piece, raw), self._origin.line)
        self._texts[index] = text
        if piece.role is Role.HEADING:
            return self._heading(piece, text, emphasis)
        if not text and piece.role is not Role.ITEM:
            return None
        return self._made(piece, text, emphasis, place)

    def _unquoted(self, piece: Piece, raw: str) -> str:
        if piece.quoted:
            return _CALLOUT.sub("", _QUOTE_MARKS.sub("", raw))
        return re.sub(r"(?: >+)+$", "", raw)

    def _heading(self, piece: Piece, text: str, emphasis: tuple[Emphasis, ...]) -> Block:
        outer = [(level, name) for level, name in self._section if level < piece.level]
        section = tuple(name for _, name in outer)
        self._section = [*outer, (piece.level, self._readable(text))]
        return Block(
            role=Role.HEADING,
            text=text,
            origin=self._origin,
            level=piece.level if piece.level < BOLD else min(6, (outer[-1][0] if outer else 1) + 1),
            section=section,
            emphasis=emphasis,
            certain=piece.certain,
        )

    def _readable(self, text: str) -> str:
        """Heading text with its tokens replaced by the words they stand for."""
        return re.sub(
            r"Zq\d+x",
            lambda m: self._inliner.elements[m.group()].text if m.group() in self._inliner.elements else m.group(),
            text,
        )

    def _plain(self, piece: Piece, text: str) -> Block:
        return Block(role=piece.role, text=text, origin=self._origin, section=self._names(), certain=piece.certain)

    def _table(self, piece: Piece) -> Block | None:
        if piece.table is None:
            return None
        source = self._masked.source
        rows = tuple(
            tuple(self._inliner.read(source[a:b].strip(), self._origin.line)[0] for a, b in row)
            for row in piece.table.rows
        )
        text = " | ".join(rows[0])
        return Block(
            role=Role.TABLE, text=text, origin=self._origin, section=self._names(), rows=rows, certain=piece.certain
        )

    def _names(self) -> tuple[str, ...]:
        return tuple(name for _, name in self._section)

    def _made(self, piece: Piece, text: str, emphasis: Sequence[Emphasis], place: Place | None) -> Block:
        parent = self._texts.get(place.parent) if place and place.parent is not None else None
        lead = self._texts.get(place.lead, "") if place and place.lead is not None else ""
        return Block(
            role=piece.role,
            text=text,
            origin=self._origin,
            level=place.level if place else piece.level,
            number=piece.number,
            section=self._names(),
            parents=(parent,) if parent else (),
            lead=_last_sentence(lead),
            emphasis=tuple(emphasis),
            certain=piece.certain and not (place is not None and place.astray and lacks_subject(text)),
            quoted=piece.quoted,
        )


def _last_sentence(text: str) -> str:
    spans = sentences.split(text)
    return text[spans[-1][0] : spans[-1][1]] if spans else ""
