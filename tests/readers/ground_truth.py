"""What a Markdown note says about its own structure, read line by line and carried through flattening.

Marks from the private use area are set before the note is flattened and read off afterwards, so the truth about a
flattened line does not depend on any reader of this project.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

HEAD, HEAD_END, ITEM, PARAGRAPH = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = HEAD + HEAD_END + ITEM + PARAGRAPH

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?\r?\n(---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^( {0,3})(#{1,6})(?:[ \t]+(.*?)[ \t]*|)$|^()(#{1,6})([A-Z].*?)[ \t]*$")
_ITEM = re.compile(r"^((?:[ \t]*>)?[ \t]*)([*+\-•]|\d{1,2}[.)])([ \t]+\S.*|[ \t]*)$")
_RULE = re.compile(r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_PROSE_STOP = re.compile(
    r"^\s*(?:[*+-]\s|[*+-]$|\d{1,2}[.)]\s|#{1,6}\s|!\[|\$\$|>|```|---|\*\*\*|\||<|https?:|\*\*[^*]+\*\*\s*$)"
)


@dataclass(frozen=True)
class Truth:
    """The flattened line of a note and where its headings and items begin in it.

    `heads` maps the start of each heading to its end and whether prose follows it.
    """

    text: str
    heads: dict[int, tuple[int, bool]]
    items: frozenset[int]
    paragraphs: frozenset[int]
    depths: dict[int, int] = field(default_factory=dict)


def body(markdown: str) -> str:
    """The note without front matter, newlines as LF."""
    return _FRONT.sub("", markdown.lstrip("\ufeff"), count=1).replace("\r\n", "\n")


def truth(markdown: str, flatten: Callable[[str], str]) -> Truth:
    """Mark the note line by line, flatten it, and read the marks off."""
    marked, prose, depths = _mark(body(markdown))
    return _read_off(flatten(marked), prose, depths)


def _mark(text: str) -> tuple[str, list[bool], list[int]]:
    lines = text.split("\n")
    out: list[str] = []
    prose: list[bool] = []
    depths: list[int] = []
    indents: list[int] = []
    fence = ""
    display = False
    after_blank = True
    for number, line in enumerate(lines):
        stripped = line.strip()
        if fence or stripped.startswith(("```", "~~~")):
            run = stripped[:3]
            one_line = not fence and stripped.count("```") > 1
            fence = "" if fence and stripped.startswith(fence) or one_line else fence or run
            out.append(line)
            continue
        display = display and not heading_or_blank(stripped)
        if display or stripped.startswith("$$"):
            display ^= stripped.count("$$") % 2 == 1
            out.append(line)
            continue
        heading = _HEADING.match(line)
        item = _ITEM.match(line)
        if _RULE.match(line):
            out.append(line)
            indents = []
        elif heading and (heading.group(3) or heading.group(6) or "").strip("# "):
            head = line.strip()
            out.append(HEAD + head + HEAD_END)
            prose.append(_prose_follows(lines, number))
            indents = []
        elif item:
            indent = len(item.group(1).replace(">", " ").expandtabs(4))
            while indents and indents[-1] > indent:
                indents.pop()
            if not indents or indents[-1] < indent:
                indents.append(indent)
            depths.append(len(indents))
            out.append(item.group(1) + ITEM + line[len(item.group(1)) :])
        elif stripped and after_blank:
            out.append(re.sub(r"^(\s*)", r"\1" + PARAGRAPH, line, count=1))
        else:
            out.append(line)
        after_blank = not stripped or bool(heading)
    return "\n".join(out), prose, depths


def heading_or_blank(line: str) -> bool:
    """Whether a line ends a formula that nobody closed."""
    return not line or bool(re.match(r"#{1,6} ", line))


def _prose_follows(lines: list[str], number: int) -> bool:
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    return bool(following) and not _PROSE_STOP.match(following)


def _read_off(flat: str, prose: list[bool], depths: list[int]) -> Truth:
    chars: list[str] = []
    heads: dict[int, tuple[int, bool]] = {}
    items: list[int] = []
    paragraphs: set[int] = set()
    opened = 0
    for char in flat:
        if char == HEAD:
            opened = len(chars)
        elif char == HEAD_END:
            heads[opened] = (len(chars), prose[len(heads)])
        elif char == ITEM:
            items.append(len(chars))
        elif char == PARAGRAPH:
            paragraphs.add(len(chars))
        else:
            chars.append(char)
    return Truth("".join(chars), heads, frozenset(items), frozenset(paragraphs), dict(zip(items, depths, strict=True)))
