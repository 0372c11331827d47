"""A flattened line cut into its pieces: headings, items, paragraphs, quotes, images, formulas, code and tables.

Pieces are spans of the line; `deckgen.readers.flat_tails` then separates what is certain from what is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model import Role
from deckgen.readers.flat_bullets import ends_before
from deckgen.readers.flat_headings import ending
from deckgen.readers.flat_heads import ASKED
from deckgen.readers.flat_known import is_known
from deckgen.readers.flat_markers import Marker, heading_marks, list_markers
from deckgen.readers.flat_mask import Masked, Stretch
from deckgen.readers.flat_tables import Table, tables

_MOST_EMPTY = 20
_NEAR = 120
_RULE = re.compile(r"(?:^|(?<= ))(?:-{3,}|\*{3,}|_{3,}|={3,}|\* \* \*|- - -)(?= |$)")
_STOP = re.compile(
    r" \| |(?<= )[*_][A-Z][^*_]{2,120}(?:,|et\.? al)[^*_]{0,120}[*_](?= |$)|"
    r"(?<= )\*\*[^*]{1,60}(?:[.:]\*\*|\*\* ?[:.])(?= )"
)
_QUOTE = re.compile(r"(?:^|(?<= ))(?:> ?)+(?=[^\s>=]|$)")
_QUOTE_BEFORE = frozenset(".:!?\"”'’*)]>")
_TEX_HEADING = re.compile(
    r"(?:^|(?<= ))\$\s?\{?\\(?:bf|textbf|mathbf|"
    r"boldsymbol)\b[\s{]{0,2}([A-Z][A-Za-z /&-]{2,40}):?\s?\}{0,2}:?\$:?(?= |$)"
)
_LINE_TAG = re.compile(r"</?(p|div|center|ul|ol|li|br|hr|blockquote|details)\b[^<>]{0,300}>", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?:^|(?<= ))\[([^\]\[^]{1,40})\]: ?<?(https?://[^\s>]{1,1000})>?(?: \"[^\"]{0,200}\")?(?= |$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a flattened line.

    Attributes:
        role: what it is.
        start: offset of its first character, the heading or list mark included.
        body: offset of its text.
        end: offset behind its last character.
        level: heading level, or 1 for items until nesting is guessed.
        number: ordinal of a numbered item.
        certain: whether both ends are certain.
        quoted: whether it stands in a block quote.
        rule: for headings, which rule found the end; for the score script.
        table: the cells, for tables.
    """

    role: Role
    start: int
    body: int
    end: int
    level: int = 0
    number: int | None = None
    certain: bool = True
    quoted: bool = False
    rule: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where a piece begins; `end` is known for what encloses itself, such as an image."""

    start: int
    body: int
    role: Role | None
    end: int | None = None
    marker: Marker | None = None
    table: Table | None = None


def split(masked: Masked) -> list[Piece]:
    """The pieces of the line in order, without the empty ones."""
    headings = heading_marks(masked)
    markers = list_markers(masked, headings)
    grids = tables(masked)
    marked = [m for m in sorted(headings + markers, key=lambda m: m.start) if not _in_table(grids, m.start)]
    breaks = _breaks(masked, marked, grids)
    return _pieces(masked, breaks, _heading_stops(masked, breaks))


def references(masked: Masked) -> dict[str, str]:
    """Addresses of reference links (`[1]: https://...`) by lower-case label."""
    return {match.group(1).lower(): match.group(2) for match in _REFERENCE.finditer(masked.source)}


def _in_table(grids: list[Table], position: int) -> bool:
    index = bisect_left(grids, position, key=lambda t: t.end)
    return index < len(grids) and grids[index].start <= position


def _breaks(masked: Masked, marked: list[Marker], grids: list[Table]) -> list[_Break]:
    roles = {"heading": Role.HEADING, "bullet": Role.ITEM, "number": Role.ITEM}
    found = [_Break(m.start, m.body, roles[m.kind], marker=m) for m in marked]
    found += [_Break(t.start, t.start, Role.TABLE, t.end, table=t) for t in grids]
    starts = sorted(b.start for b in found)
    bodies = {b.body for b in found}
    taken = {b.start for b in found}
    for rule in _RULE.finditer(masked.text):
        if not _in_table(grids, rule.start()) and rule.start() not in taken:
            found.append(_Break(rule.start(), rule.end(), None, rule.end()))
    for stretch in masked.stretches:
        if masked.source.startswith("{%", stretch.start) and stretch.start not in taken:
            found.append(_Break(stretch.start, stretch.start, None, stretch.end))
    for tag in _LINE_TAG.finditer(masked.source):
        if tag.start() not in taken and not _in_table(grids, tag.start()) and masked.inside(tag.start()) is None:
            item = tag.group()[:3].lower() == "<li"
            found.append(_Break(tag.start(), tag.end(), Role.ITEM if item else None, None if item else tag.end()))
    for title in _TEX_HEADING.finditer(masked.source):
        found.append(_Break(title.start(), title.start(1), Role.HEADING, title.end(1)))
    for reference in _REFERENCE.finditer(masked.source):
        found.append(_Break(reference.start(), reference.end(), None, reference.end()))
    found += [b for b in _quotes(masked.text, bodies, marked) if not _in_table(grids, b.start)]
    heads = [m.start for m in marked if m.kind == "heading"]
    found += [b for b in _standing(masked, starts, bodies, heads) if not _in_table(grids, b.start)]
    return sorted(found, key=lambda b: (b.start, b.body))


def _quotes(text: str, bodies: set[int], marked: list[Marker]) -> Iterator[_Break]:
    """The quotes; a `>` in the middle of a sentence only marks the next line of the one that is open."""
    last = -1
    for quote in _QUOTE.finditer(text):
        if _opens_quote(text, quote, bodies, marked, last):
            last = quote.start()
            yield _Break(last, quote.end(), Role.QUOTE)


def _opens_quote(text: str, quote: re.Match[str], bodies: set[int], marked: list[Marker], last: int) -> bool:
    at = quote.start()
    before = text[:at].rstrip()[-1:] if at < 60 else text[at - 60 : at].rstrip()[-1:]
    if not before or at in bodies:
        return True
    if text[quote.end() : quote.end() + 1].isdigit():
        return False
    if before in _QUOTE_BEFORE:
        return True
    index = bisect_left(marked, at, key=lambda m: m.start) - 1
    return index >= 0 and marked[index].kind == "heading" and last < marked[index].start >= at - 250


def _standing(masked: Masked, starts: list[int], bodies: set[int], heads: list[int]) -> list[_Break]:
    roles = {"fence": Role.CODE, "display": Role.FORMULA, "image": Role.IMAGE, "math": Role.FORMULA}
    found = []
    for stretch in masked.stretches:
        role = roles.get(stretch.kind)
        if role is not None and stretch.start not in bodies and _stands_alone(masked, stretch, role, starts, heads):
            found.append(_Break(stretch.start, stretch.start, role, stretch.end))
    return found


def _stands_alone(masked: Masked, stretch: Stretch, role: Role, starts: list[int], heads: list[int]) -> bool:
    """Whether an image, formula or fence is a block of its own and not part of a sentence."""
    text = masked.text
    if role is Role.CODE:
        return stretch.end - stretch.start > 20 or ends_before(text, stretch.start)
    if stretch.kind == "math":
        return False
    following = _next_start(text, stretch.end)
    index = bisect_left(starts, following)
    behind_heading = _behind_heading(text, stretch.start, heads)
    at_marker = following >= len(text) or (index < len(starts) and starts[index] == following)
    opens = text[following : following + 1]
    ended = behind_heading or ends_before(text, stretch.start)
    if role is Role.IMAGE:
        return at_marker or ended or opens.isupper() or opens in "!#>"
    return ended and (at_marker or opens.isupper() or opens in "$!#>*")


def _behind_heading(text: str, at: int, heads: list[int]) -> bool:
    """Whether nothing but a known heading stands between the last heading mark and an offset."""
    index = bisect_left(heads, at) - 1
    return index >= 0 and at - heads[index] < _NEAR and is_known(text[heads[index] : at].lstrip("# "))


def _next_start(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _heading_stops(masked: Masked, breaks: list[_Break]) -> list[int]:
    """Offsets at which a heading ends at the latest."""
    kinds = {"fence", "display", "image", "tag", "url"}
    stops = [b.start for b in breaks]
    stops += [s.start for s in masked.stretches if s.kind in kinds and not _in_link(masked.text, s)]
    stops += [m.start() for pattern in (_STOP, ASKED) for m in pattern.finditer(masked.text)]
    return sorted(stops)


def _in_link(text: str, stretch: Stretch) -> bool:
    return text[stretch.start - 1 : stretch.start] == "(" or text[stretch.start - 1 : stretch.start] == "["


def _pieces(masked: Masked, breaks: list[_Break], stops: list[int]) -> list[Piece]:
    text = masked.text
    pieces: list[Piece] = []
    first = breaks[0].start if breaks else len(text)
    _append(pieces, text, Role.PARAGRAPH, 0, first)
    for i, here in enumerate(breaks):
        following = breaks[i + 1].start if i + 1 < len(breaks) else len(text)
        if here.role is Role.HEADING and here.end is not None:
            pieces.append(Piece(Role.HEADING, here.start, here.body, here.end, level=2, rule="tex"))
            after = text.find("$", here.end) + 1
            _append(pieces, text, Role.PARAGRAPH, after + (text[after : after + 1] == ":"), following)
        elif here.role is Role.HEADING:
            _add_heading(pieces, text, here, following, stops)
        elif here.end is not None:
            if here.role is not None:
                pieces.append(Piece(here.role, here.start, here.body, here.end, table=here.table))
            _append(pieces, text, Role.PARAGRAPH, here.end, following)
        elif not _is_void(pieces, here, following):
            pieces.append(_open_piece(text, here, following))
    return pieces


def _is_void(pieces: list[Piece], here: _Break, following: int) -> bool:
    """Whether this is one more in a long row of empty items, which nobody wrote as a list."""
    if following - here.body > 1 or len(pieces) < _MOST_EMPTY:
        return False
    first, last = pieces[-_MOST_EMPTY], pieces[-1]
    return first.role is last.role is Role.ITEM and last.end == last.body and last.end - first.start <= 4 * _MOST_EMPTY


def _open_piece(text: str, here: _Break, following: int) -> Piece:
    number = here.marker.number if here.marker else None
    role = here.role or Role.PARAGRAPH
    level = 1 if role is Role.ITEM else 0
    end = max(here.body, _trim_end(text, here.body, following))
    return Piece(role, here.start, here.body, end, level=level, number=number, quoted=role is Role.QUOTE)


def _append(pieces: list[Piece], text: str, role: Role, start: int, end: int) -> None:
    start = _next_start(text, start)
    end = _trim_end(text, start, end)
    if start < end:
        pieces.append(Piece(role, start, start, end))


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _add_heading(pieces: list[Piece], text: str, here: _Break, following: int, stops: list[int]) -> None:
    """The heading, then the prose up to the next break."""
    assert here.marker is not None
    index = bisect_left(stops, here.body)
    stop = stops[index] if index < len(stops) else len(text)
    found = ending(text[here.body : here.body + 600], min(stop, following) - here.body)
    end = _trim_end(text, here.body, min(here.body + found.end, following))
    level = here.marker.level
    pieces.append(Piece(Role.HEADING, here.start, here.body, end, level=level, certain=found.sure, rule=found.rule))
    tail = re.compile(r" *#+(?= |$)").match(text, end)
    _append(pieces, text, Role.PARAGRAPH, tail.end() if tail else end, following)
