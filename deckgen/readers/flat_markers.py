"""Where the headings and list items of a flattened line begin: which `#`, `*`, `-` and `2.` are markers and which are text.

A mark is decided by the document: ` - ` is a bullet where most of them stand after the end of a sentence, a dash where
they do not; a number counts only as a member of a run 1, 2, 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.readers.flat_bullets import bullets, ends_before
from deckgen.readers.flat_mask import Masked
from deckgen.readers.flat_runs import runs

_HEADING = re.compile(r"(?:^|(?<= ))(#{1,6}) +(?=\S)|^#{1,6}(?=[A-Z])|(?:^|(?<= ))#{2,6}(?=[A-Z])")
_COUNT = re.compile(r"#{1,2} +(?:of\b|[a-z]+ (?:of|in|per)\b|[=<>0-9])")


@dataclass(frozen=True, slots=True)
class Marker:
    """A heading mark or list marker.

    Attributes:
        start: offset of the mark itself.
        body: offset of the text behind it.
        kind: `heading`, `bullet` or `number`.
        level: of a heading, 1 to 6.
        number: of a numbered item.
    """

    start: int
    body: int
    kind: str
    level: int = 0
    number: int | None = None


def heading_marks(masked: Masked) -> list[Marker]:
    """Every `#` to `######` that opens a heading; not the sign for "number of"."""
    text = masked.text
    marks = []
    for match in _HEADING.finditer(text):
        if _COUNT.match(text, match.start()) and not ends_before(text, match.start()):
            continue
        hashes = len(match.group().rstrip())
        marks.append(Marker(match.start(), match.end(), "heading", level=hashes))
    return marks


def list_markers(masked: Masked, headings: list[Marker]) -> list[Marker]:
    """The bullets and numbers that open list items, in order."""
    text = masked.text
    bodies = [h.body for h in headings]
    ordered = [Marker(n.start, n.end, "number", number=n.value) for n in runs(text, ends_before, set(bodies))]
    signs = [Marker(at, min(at + 2, len(text)), "bullet") for at in bullets(text, bodies, {m.body for m in ordered})]
    return sorted(ordered + signs, key=lambda m: m.start)
