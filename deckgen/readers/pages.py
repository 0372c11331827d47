"""Page dumps: several flattened summaries with the furniture of the page they stood on.

A dump has one summary a line. Before it may stand `[link]`; behind it ` |`, or the lines `N Comments` and `|`; the
first line may welcome the visitor. Any of it can be missing: only the line breaks are reliable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r"^\[link\]\s*")
_COMMENTS = re.compile(r"^\d+ Comments?$")
_WELCOME = re.compile(r"^Welcome to [\w. ]{1,60}!?(?: \|)?$")
_BAR = re.compile(r"(?:(?<=\s)|^)\|$")
_GLUED = re.compile(r" \| \[link\] ")


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one summary of a page and the line it stands on, counted from 1."""

    text: str
    line: int


def parts(text: str) -> tuple[Part, ...]:
    r"""The summaries of a page, in order, without the furniture.

    Example:
        >>> [p.text for p in parts("[link]\nFirst. |\n[link]\nSecond.\n1 Comments\n|\n")]
        ['First.', 'Second.']
    """
    found = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        for piece in _GLUED.split(line):
            bare = _bare(piece)
            if bare:
                found.append(Part(bare, number))
    return tuple(found)


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to a summary."""
    stripped = line.strip()
    return stripped in {"[link]", "|"} or bool(_COMMENTS.match(stripped) or _WELCOME.match(stripped))


def looks_like_page(text: str) -> bool:
    """Whether the text has the furniture of a page around its lines."""
    lines = [line.strip() for line in text.lstrip("\ufeff").split("\n") if line.strip()]
    furniture = sum(is_furniture(line) for line in lines)
    rest = [line for line in lines if not is_furniture(line)]
    closed = sum(line.endswith(" |") and not line.startswith("|") for line in rest)
    return bool(rest) and furniture + closed >= max(1, len(rest) // 2)


def _bare(line: str) -> str:
    stripped = line.strip()
    if is_furniture(stripped):
        return ""
    return _BAR.sub("", _LINK.sub("", stripped)).strip()
