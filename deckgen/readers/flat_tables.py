"""Tables in a flattened line: pipe tables, whose rule below the header tells the width of a row, and HTML tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from deckgen.readers.flat_mask import Masked

_DELIMITER = re.compile(r"\|(?: ?:?-{1,80}:? ?\|){1,40}")
_LONGEST_HEADER = 2000
_TAG = re.compile(r"<(/?(?:table|tr|td|th))\b[^<>]{0,300}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A table `[start:end]` of the line with the spans of its cells, row by row, the header first."""

    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...]


def tables(masked: Masked) -> list[Table]:
    """The tables whose rows can be counted out, in order."""
    found = _piped(masked) + _tagged(masked)
    found.sort(key=lambda table: table.start)
    return [t for i, t in enumerate(found) if i == 0 or t.start >= found[i - 1].end]


def _tagged(masked: Masked) -> list[Table]:
    """HTML tables, from their first to their last tag."""
    found: list[Table] = []
    rows: list[list[tuple[int, int]]] = []
    opened = cell = -1
    for tag in _TAG.finditer(masked.source):
        name = tag.group(1).lower()
        if cell >= 0:
            rows[-1].append((cell, tag.start()))
            cell = -1
        if name == "table":
            opened, rows = tag.start(), []
        elif opened >= 0 and name == "tr":
            rows.append([])
        elif opened >= 0 and name in ("td", "th"):
            rows = rows or [[]]
            cell = tag.end()
        elif opened >= 0 and name == "/table":
            kept = tuple(tuple(row) for row in rows if row)
            if kept:
                found.append(Table(opened, tag.end(), kept))
            opened = -1
    return found


def _piped(masked: Masked) -> list[Table]:
    text = masked.text
    found: list[Table] = []
    for rule in _DELIMITER.finditer(text):
        width = rule.group().count("|") - 1
        floor = found[-1].end if found else 0
        header = _header(text, rule.start(), width, floor)
        if header is None or (width < 2 and "--" not in rule.group()):
            continue
        rows = [header]
        end = rule.end()
        while (row := _row(text, end, width)) is not None:
            rows.append(row)
            end = row[-1][1] + 1
        found.append(Table(header[0][0] - 1, end, tuple(rows)))
    return found


def _header(text: str, rule: int, width: int, floor: int) -> tuple[tuple[int, int], ...] | None:
    """The row of `width` cells that ends right before the rule."""
    last = rule - 1
    while last > floor and text[last] == " ":
        last -= 1
    if last < floor or text[last] != "|":
        return None
    bars = [last]
    while len(bars) <= width:
        at = text.rfind("|", max(floor, rule - _LONGEST_HEADER), bars[-1])
        if at < 0:
            return None
        bars.append(at)
    bars.reverse()
    return tuple((a + 1, b) for a, b in pairwise(bars))


def _row(text: str, at: int, width: int) -> tuple[tuple[int, int], ...] | None:
    while at < len(text) and text[at] == " ":
        at += 1
    if text[at : at + 1] != "|":
        return None
    bars = [at]
    while len(bars) <= width:
        following = text.find("|", bars[-1] + 1, bars[-1] + _LONGEST_HEADER)
        if following < 0:
            return None
        bars.append(following)
    return tuple((a + 1, b) for a, b in pairwise(bars))
