"""What a Markdown note says about its own structure, read line by line and carried through flattening.

Marks from the private use area are set before the note is flattened and read off afterwards, so the truth about a
flattened line does not depend on any reader of this project.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

HEAD, HEAD_END, ITEM, SPAN, SPAN_END = "\ue000", "\ue001", "\ue002", "\ue004", "\ue005"

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?\r?\n(---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:[ \t]+(.*?)[ \t]*|([A-Z].*?)[ \t]*)$")
_ITEM = re.compile(r"^((?:[ \t]*>)?[ \t]*)([*+\-•]|\d{1,2}[.)])([ \t]+\S.*|[ \t]*)$")
_RULE = re.compile(r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_LABEL = re.compile(r"^\s*(?:\*\*[^*]+\*\*:?|__[^_]+__:?|[A-Z][\w/&' -]{1,40}:)\s*$")
_NO_TEXT = re.compile(r"^\s*(?:>\s?\[!|>\s*$|\[[^\]]+\]:|<|!\[)")
_STOP = re.compile(
    r"^\s*(?:[*+-]\s|[*+-]$|\d{1,2}[.)]\s|#{1,6}\s|!\[|\$\$|>|```|---|\*\*\*|\||<|https?:|\*\*[^*]+\*\*\s*$)"
)
_SPANS = re.compile(
    r"(?<!`)(`+)(?!`)[^`]+(?<!`)\1(?!`)|\$\$[^$]+\$\$|(?<![\\$\w])\$(?![\s$])[^$]+?(?<![\s\\])\$(?![\w$])"
)


@dataclass(frozen=True)
class Line:
    """A line of a note: blank, rule, fence, display, heading, label, item, paragraph (its first line) or text (others).

    `depth` is that of an item; `prose` whether prose follows a heading.
    """

    number: int
    kind: str
    text: str
    depth: int = 0
    prose: bool = False


@dataclass(frozen=True)
class Truth:
    """The flattened line of a note, and where its headings, items, code and formulas are in it.

    `heads` maps the start of each heading to its end and whether prose follows it.
    """

    text: str
    heads: dict[int, tuple[int, bool]]
    items: frozenset[int]
    depths: dict[int, int]
    spans: tuple[tuple[int, int], ...]


def lines(markdown: str) -> list[Line]:
    """The lines of a note that are no front matter, with their numbers in the file."""
    text = markdown.lstrip("\ufeff").replace("\r\n", "\n")
    front = _FRONT.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    return list(_lines(text[front.end() :].split("\n") if front else text.split("\n"), skipped + 1))


def _lines(texts: list[str], first: int) -> Iterator[Line]:
    fence = ""
    display = False
    fresh = True
    indents: list[int] = []
    for i, text in enumerate(texts):
        bare = text.strip()
        kind, depth = "text", 0
        display = display and bool(bare) and not re.match(r"#{1,6} ", bare)
        if fence or bare.startswith(("```", "~~~")):
            kind = "fence"
            closes = bare.startswith(fence) if fence else bare.count("```") > 1
            fence = "" if closes else fence or bare[:3]
        elif display or bare.startswith("$$"):
            kind = "display" if not display else "text"
            display ^= bare.count("$$") % 2 == 1
        elif not bare:
            kind = "blank"
        elif _RULE.match(text):
            kind, indents = "rule", []
        elif (heading := _HEADING.match(text)) and (heading[1] or heading[2] or "").strip("# "):
            kind, indents = "heading", []
        elif item := _ITEM.match(text):
            kind, depth = "item", _depth(indents, len(item[1].replace(">", " ").expandtabs(4)))
        elif fresh and not _NO_TEXT.match(text):
            kind = "label" if _LABEL.match(text) else "paragraph"
        yield Line(first + i, kind, text, depth, kind == "heading" and _prose_follows(texts, i))
        fresh = kind in ("blank", "heading", "rule")


def _depth(indents: list[int], indent: int) -> int:
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)


def _prose_follows(texts: list[str], i: int) -> bool:
    following = next((text for text in texts[i + 1 :] if text.strip()), "")
    return bool(following) and not _STOP.match(following)


def truth(markdown: str, flatten: Callable[[str], str]) -> Truth:
    """Mark the note line by line, flatten it, and read the marks off."""
    found = lines(markdown)
    flat = flatten("\n".join(_marked(line) for line in found))
    return _read_off(
        flat, [line.prose for line in found if line.kind == "heading"], [line.depth for line in found if line.depth]
    )


def _marked(line: Line) -> str:
    text = line.text
    if line.kind not in ("fence", "display"):
        text = _SPANS.sub(lambda match: f"{SPAN}{match[0]}{SPAN_END}", text)
    if line.kind == "heading":
        return f"{HEAD}{text.strip()}{HEAD_END}"
    if item := _ITEM.match(text):
        return f"{item[1]}{ITEM}{text[len(item[1]) :]}" if line.kind == "item" else text
    return text


def _read_off(flat: str, prose: list[bool], depths: list[int]) -> Truth:
    chars: list[str] = []
    heads: dict[int, tuple[int, bool]] = {}
    items: list[int] = []
    spans: list[tuple[int, int]] = []
    opened = {HEAD: 0, SPAN: 0}
    for char in flat:
        if char in opened:
            opened[char] = len(chars)
        elif char == HEAD_END:
            heads[opened[HEAD]] = (len(chars), prose[len(heads)])
        elif char == SPAN_END:
            spans.append((opened[SPAN], len(chars)))
        elif char == ITEM:
            items.append(len(chars))
        else:
            chars.append(char)
    return Truth("".join(chars), heads, frozenset(items), dict(zip(items, depths, strict=True)), tuple(spans))
