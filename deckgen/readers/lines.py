"""The lines of a note made ready for the Markdown parser, each with its number in the file.

Here the forms of the wild that CommonMark does not know become ones it does: `#Title`, `•` and `(1)` as markers,
math, tables and comments over several lines, reference links, an opening fence that nothing closes. No line is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from deckgen.readers import containers, math

_BULLET: Final = re.compile(r"^([\s>]*)[•◦▪●‣·∙○■◆➢➤✓✔–—](?:\s+|(?=[A-Z]))")
_PLUS: Final = re.compile(r"^\s*\+\s")
_PARENS: Final = re.compile(r"^([\s>]*)\((\d{1,3})\)\s+(?=\S)")
_TIGHT: Final = re.compile(r"^(\s*)([-+])(?=[A-Z][a-z]+ )")
_TIGHT_HEADING: Final = re.compile(r"^(#{1,6})(?=[^\s#!])(.*)$")
_TAGS_ONLY: Final = re.compile(r"#[\w/-]+(?:\s+#[\w/-]+)*\s*")
_REFERENCE: Final = re.compile(r"""^\s{0,3}\[([^\[\]^][^\[\]]{0,200})\]:\s*<?([^\s<>]+)>?(?:\s+["'(].*["')])?\s*$""")
_FENCE: Final = re.compile(r"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})([^`]*)$")
_QUOTE: Final = re.compile(r"^[\s>]*")
_BEGIN: Final = re.compile(r"\\begin\{([A-Za-z]+\*?)\}")
_HTML: Final = re.compile(r"^\s{0,8}<(table|ul|ol|dl|script|style|svg|iframe|video)\b", re.IGNORECASE)
_HEADING: Final = re.compile(r"#{1,6}\s")
_BLANK: Final = re.compile(r"[\s>]*$")
_BREAK: Final = re.compile(r"[\s>]*(?:$|[-*+]\s|\d{1,3}[.)]\s|#{1,6}\s)")
_PROPERTY: Final = re.compile(r"\s*(?:id|collapsed|exclude-from-graph-view|logseq\.[\w-]{1,40})::\s")
_NEST: Final = re.compile(r"\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))")
_LONGEST: Final = 80  # lines a formula may run over
_LONGEST_HTML: Final = 3000
_DEEPEST: Final = 14


@dataclass(frozen=True, slots=True)
class _Span:
    """What closes something, in lower case, within how many lines, and which line says that it was never open."""

    closing: str
    longest: int
    stops: re.Pattern[str] | None


@dataclass(slots=True)
class Lines:
    """Prepared lines.

    Attributes:
        text: the lines.
        numbers: for each, its number in the file.
        references: addresses of reference links by lower-case label.
    """

    text: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)

    def add(self, line: str, number: int) -> None:
        """Append a line."""
        self.text.append(line)
        self.numbers.append(number)


def prepare(body: str, first: int = 1) -> Lines:
    """The lines of a body whose first line has the number `first`."""
    raw = containers.unwrap(_uncommented(body.split("\n")))
    fenced = _fenced(raw)
    lines, index = Lines(), 0
    seen: dict[_Span, int] = {}
    tight = sum(bool(_TIGHT.match(line)) for line in raw) > 1
    dashes = sum(line.lstrip().startswith(("– ", "— ")) for line in raw) > 1
    plus = sum(bool(_PLUS.match(line)) for line in raw) > 1
    while index < len(raw):
        if index in fenced:
            lines.add(raw[index], first + index)
            index += 1
            continue
        end = _joined(raw, index, fenced, seen)
        text = raw[index] if end == index else _join(raw[index : end + 1])
        reference = _REFERENCE.match(text)
        if reference:
            lines.references[" ".join(reference[1].split()).casefold()] = reference[2]
            text = ""
        if not plus and lines.text and lines.text[-1].strip() and _PLUS.match(text):
            lines.text[-1] += " " + text.strip()  # a sum that an editor wrapped before its sign
        else:
            lines.add(_known(text, tight=tight, dashes=dashes), first + index)
        index = end + 1
    return lines


def _known(line: str, *, tight: bool, dashes: bool) -> str:
    """The line in a form CommonMark knows."""
    if _PROPERTY.match(line):
        return ""
    if line.startswith("#"):
        line = _heading(line)
    elif (bullet := _BULLET.match(line)) and (dashes or bullet[0].strip(" >\t") not in ("–", "—")):
        line = f"{bullet[1]}- {line[bullet.end() :]}"
    elif parens := _PARENS.match(line):
        line = f"{parens[1]}{parens[2]}) {line[parens.end() :]}"
    elif tight and _TIGHT.match(line):
        line = _TIGHT.sub(r"\1\2 ", line)
    words = math.heading(line)
    if words:
        line = f"**{words}**"
    return _shallow(line)


def _heading(line: str) -> str:
    """`#Title` with its space; a line of tags (`#to-read #vision`) becomes blank."""
    match = _TIGHT_HEADING.match(line)
    if not match:
        return line
    hashes, title = match[1], match[2]
    if _TAGS_ONLY.fullmatch(line) and (" " in line.strip() or not title[:1].isupper()) and len(hashes) == 1:
        return ""
    return f"{hashes} {title}" if len(hashes) > 1 or title[:1].isupper() or title[:1] in "[*" else line


def _shallow(line: str) -> str:
    """The line with no more nested markers than a person would write; beyond, they are text."""
    at = 0
    for depth in range(_DEEPEST + 1):
        match = _NEST.match(line, at)
        if not match:
            return line
        if depth == _DEEPEST:
            return line[:at] + " " + re.sub(r"^[\s>*+-]+", "", line[at:])
        at = match.end()
    return line


def _uncommented(lines: list[str]) -> list[str]:
    """The lines with comments over several of them blanked."""
    out, closing = [], ""
    remaining = {"%%": sum("%%" in line for line in lines), "-->": sum("-->" in line for line in lines)}
    for line in lines:
        for mark in remaining:
            remaining[mark] -= mark in line
        if closing:
            _, found, line = line.partition(closing)
            closing = "" if found else closing
            if closing:
                out.append("")
                continue
        opened = _opened_comment(line)
        if opened and remaining[opened[1]] > 0:
            line, closing = line[: opened[0]], opened[1]
        out.append(line)
    return out


def _opened_comment(line: str) -> tuple[int, str] | None:
    """Where a comment opens that this line does not close, and what would close it."""
    at = line.rfind("<!--")
    if at >= 0 and "-->" not in line[at:] and "`" not in line[:at]:
        return at, "-->"
    if line.lstrip().startswith("%%") and line.count("%%") % 2:
        return line.rfind("%%"), "%%"
    return None


def _fenced(lines: list[str]) -> frozenset[int]:
    """The lines inside fences, with the fences; one that nothing closes is blanked, for none was meant."""
    inside: set[int] = set()
    opened, mark = -1, ""
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if mark and fence and fence[1].startswith(mark) and not fence[2].strip():
            inside.update(range(opened, index + 1))
            mark = ""
        elif not mark and fence:
            opened, mark = index, fence[1]
    if mark:
        lines[opened] = re.sub(r"`{3,}|~{3,}", "", lines[opened])
        if any(_FENCE.match(line) for line in lines[opened + 1 :]):
            inside.update(_fenced_after(lines, opened + 1))
    return frozenset(inside)


def _fenced_after(lines: list[str], start: int) -> Iterable[int]:
    """Pairs of fences of the same kind behind an unclosed one."""
    opened, mark = -1, ""
    for index in range(start, len(lines)):
        fence = _FENCE.match(lines[index])
        if fence and mark and fence[1][:3] == mark:
            yield from range(opened, index + 1)
            mark = ""
        elif fence and not mark:
            opened, mark = index, fence[1][:3]


def _joined(lines: list[str], at: int, fenced: frozenset[int], seen: dict[_Span, int]) -> int:
    """The last line of the formula or HTML block that begins on line `at`; `at` itself when there is none.

    `seen` says up to which line each kind of end was looked for in vain, so that no line is searched twice for it.
    """
    span = _wants(lines[at])
    if span is None:
        return at
    last = min(len(lines), at + span.longest)
    start = max(at + 1, seen.get(span, 0))
    for index in range(start, last):
        if index in fenced or (span.stops and span.stops.match(lines[index])):
            return at
        if span.closing in lines[index].lower():
            return index
    seen[span] = max(last, start)
    return at


def _wants(line: str) -> _Span | None:
    """What must close something this line opens."""
    bare = line.lstrip(" >\t-*+")
    if line.count("$$") % 2 and "`" not in line:
        return _Span("$$", _LONGEST, _HEADING if bare.startswith("$$") else _BREAK)
    if bare.startswith(r"\[") and r"\]" not in bare:
        return _Span(r"\]", _LONGEST, _BLANK)
    begin = _BEGIN.search(line) if "\\begin" in line and "$" not in line else None
    if begin and rf"\end{{{begin[1]}}}" not in line:
        return _Span(rf"\end{{{begin[1].lower()}}}", _LONGEST, _BLANK)
    opened = _HTML.match(line)
    if opened and f"</{opened[1].lower()}>" not in line.lower():
        return _Span(f"</{opened[1].lower()}>", _LONGEST_HTML, None)
    return None


def _join(lines: list[str]) -> str:
    rest = [_QUOTE.sub("", line) for line in lines[1:]]
    return " ".join([lines[0].rstrip(), *(line.strip() for line in rest if line.strip())])
