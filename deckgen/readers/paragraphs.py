"""The lines of one paragraph, joined where they were only wrapped and parted where each says something of its own."""

from __future__ import annotations

import re
from typing import Final

from deckgen.readers import heads
from deckgen.readers.flat_words import BINDERS

_HARD: Final = re.compile(r"(?:\s{2,}|(?<!\\)\\|<br\s?/?>\s*)$", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?:\*\*|__)[^*_]{1,60}?(?::\s?(?:\*\*|__)|(?:\*\*|__)\s?:)|[A-Z][\w/&'’-]{0,25}(?: [\w/&'’-]{1,20}){0,2}:\s"
)
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]{1,60}\]:")
_CARD: Final = re.compile(r"(?:\*\*|__)?(?:[QA]|Question|Answer) ?\d{0,3}(?:\*\*|__)?[:.)](?:\*\*|__)?(?:\s|$)")
_CLOZE: Final = re.compile(r"\{\{c\d+::")
_TERM: Final = re.compile(r"(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__)\s?(?:=|–|—|->|→|-\s)")
_IMAGE: Final = re.compile(
    r"!\[[^\[\]]{0,500}\]\([^()]{0,1000}(?:\([^()]{0,300}\)[^()]{0,300})?\)|<img\b[^<>]{0,1000}>|!\[\[[^\[\]]{1,300}\]\]"
)
_FORMULA: Final = re.compile(r"\$\$[^$]{1,6000}\$\$[.,;]?|\\begin\{.{1,6000}\\end\{[a-z*]{1,20}\}")
_FIRST: Final = re.compile(r"(?<=:) 1\. (?=[A-Za-z\"“*`$(\[])")
_NEXT: Final = re.compile(r" (\d{1,2})\. (?=[A-Za-z\"“*`$(\[])")
_WRAPPED: Final = 55  # a line shorter than this was not broken by an editor


def pieces(text: str) -> list[tuple[str, int]]:
    r"""The parts of a paragraph, each with the index of its first line.

    Example:
        >>> pieces("It is fast\nand small.\nCode: not yet")
        [('It is fast and small.', 0), ('Code: not yet', 2)]
    """
    lines = text.split("\n")
    starts = [index for index in range(len(lines)) if index == 0 or _parts(lines[index - 1], lines[index])]
    parts = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        joined = " ".join(_HARD.sub("", line).strip() for line in lines[start:end])
        if joined.strip():
            parts.append((joined.strip(), start))
    return parts


def _parts(before: str, line: str) -> bool:
    """Whether a new piece begins with `line`."""
    line, ended = line.strip(), before.rstrip().rstrip("\\").endswith((".", "!", "?", ":", ";", "**", ")"))
    if heads.bold_line(line) or heads.bold_line(before) or heads.word_line(before):
        return True
    if heads.name_line(before) or (heads.name_line(line) and (ended or len(before.strip()) < _WRAPPED)):
        return True
    if _FOOTNOTE.match(line) or _CARD.match(line):
        return True
    if is_card(before) or is_card(line):
        return bool(_HARD.search(before)) or not _goes_on(before.strip(), line, ended=ended)
    if before.count("::") == line.count("::") == 1 and not _CLOZE.search(before + line):
        return True
    if _is_apart(before.strip(), line):
        return True
    if _HARD.search(before):
        return ended or not line[:1].islower()
    if _LABEL.match(line) or _TERM.match(line) or heads.word_line(line):
        return (
            ended
            or len(before.strip()) < _WRAPPED
            or bool(_LABEL.match(before.strip()))
            or line.startswith(("**", "__"))
        )
    return False


def _is_apart(before: str, line: str) -> bool:
    """Whether an image or a formula stands on a line of its own; a formula in the middle of a sentence does not."""
    if _IMAGE.fullmatch(line) or _IMAGE.fullmatch(before):
        return True
    if _FORMULA.fullmatch(line):
        return not before or before.endswith((".", "!", "?", ":", ";")) or bool(_FORMULA.fullmatch(before))
    return bool(_FORMULA.fullmatch(before)) and not line[:1].islower()


def _goes_on(before: str, line: str, *, ended: bool) -> bool:
    """Whether a card was only wrapped between two lines: in its back, or in a front that fills the line."""
    if is_card(line):
        return not ended and "::" not in before and len(before) >= _WRAPPED and line[:1].islower()
    return not ended and (line[:1].islower() or before.split()[-1].lower() in BINDERS)


def answered(parts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The parts with each answer joined to the question before it, but for one that announces a list.

    Example:
        >>> answered([("Q: Why?", 0), ("A: So.", 1), ("Q: Which?", 2), ("A: These:", 3)])
        [('Q: Why? A: So.', 0), ('Q: Which?', 2), ('A: These:', 3)]
    """
    found: list[tuple[str, int]] = []
    for text, line in parts:
        asked = found and found[-1][0].lstrip("*_").startswith("Q") and _CARD.match(found[-1][0])
        if asked and text.lstrip("*_").startswith("A") and _CARD.match(text) and not text.endswith(":"):
            found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
        else:
            found.append((text, line))
    return found


def is_card(line: str) -> bool:
    """Whether a line is a card its author wrote: `front :: back`."""
    if _CLOZE.search(line):
        return False
    front, _, back = line.partition("::")
    apart = front.endswith(" ") or back.startswith(" ") or " " in front.strip()
    return apart and bool(front.strip()) and bool(back.strip(": "))


def enumerated(text: str) -> tuple[str, list[str]]:
    """A text that counts its members (`Two reasons: 1. speed 2. size`) as its lead and these; else all of it and none.

    Example:
        >>> enumerated("Two reasons: 1. speed; 2. size"), enumerated("It takes: 1. time")
        (('Two reasons:', ['speed;', 'size']), ('It takes: 1. time', []))
    """
    first = _FIRST.search(text)
    if not first:
        return text, []
    edges = [(first.start(), first.end())]
    for found in _NEXT.finditer(text, first.end()):
        if int(found[1]) == len(edges) + 1:
            edges.append(found.span())
    if len(edges) < 2:
        return text, []
    ends = [start for start, _ in edges[1:]] + [len(text)]
    return text[: first.start()], [text[start:end].strip() for (_, start), end in zip(edges, ends, strict=True)]
