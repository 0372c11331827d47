"""Where the headings and list items of a flattened line begin: which `#`, `*`, `-` and `2.` are markers.

A mark is decided by the document: ` - ` is a bullet where most of them stand after the end of a sentence, a dash where
they do not; a number counts only as a member of a run 1, 2, 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.readers.flat_bullets import bullets, ends_before
from deckgen.readers.flat_mask import Masked
from deckgen.readers.flat_runs import runs

_HEADING = re.compile(r"(?:^|(?<= ))(#{1,6}) +(?=\S)(?!#{1,6} )|^#{1,6}(?=[A-Z])|(?:^|(?<= ))#{2,6}(?=[A-Z])")
_LONGEST_LINK = 1500
_COUNT = re.compile(r"# +(?:of\b|[a-z]+ (?:of|in|per)\b|[=<>0-9])")


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
    marks: list[Marker] = []
    for match in _HEADING.finditer(text):
        hashes = len(match.group().rstrip())
        closes = (
            marks
            and marks[-1].level == hashes
            and text[match.end()] != "["
            and _is_link(text, marks[-1].body, match.start())
        )
        if not closes and not _counts(text, match.start(), hashes):
            marks.append(Marker(match.start(), match.end(), "heading", level=hashes))
    return marks


def _is_link(text: str, start: int, end: int) -> bool:
    """Whether a heading is one link, so that the same mark behind it closes it and opens nothing."""
    return (
        text[start] == "["
        and text[end - 2 : end] in (") ", "] ")
        and end - start < _LONGEST_LINK
        and text.count("](", start, end) == 1
    )


def _counts(text: str, at: int, hashes: int) -> bool:
    """Whether a `#` stands for "number of", as in "# layers"."""
    before = text[max(0, at - 3) : at].rstrip()[-1:]
    if hashes > 1 or before in ("", ".", "!", "?"):
        return False
    if _COUNT.match(text, at):
        return True
    return before in ",:;(=/" or text[at + 2 : at + 3].islower()


def list_markers(masked: Masked, headings: list[Marker]) -> list[Marker]:
    """The bullets and numbers that open list items, in order."""
    text = masked.text
    bodies = [h.body for h in headings]
    ordered = [Marker(n.start, n.end, "number", number=n.value) for n in runs(text, ends_before, set(bodies))]
    signs = [Marker(at, min(at + 2, len(text)), "bullet") for at in bullets(text, bodies, {m.body for m in ordered})]
    return sorted(ordered + signs, key=lambda m: m.start)
