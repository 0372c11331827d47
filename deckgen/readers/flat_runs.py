"""Runs of numbers 1, 2, 3 in a flattened line, which were the ordinals of a numbered list."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

_NUMBER = re.compile(r"(?:^|(?<= ))(\d{1,2})([.)])(?= )")
_GOES_ON = re.compile(r"(?:[,;]|\b(?:and|or|by|to|the)) $")
_ASKS = re.compile(r"\b(?:of|that|which|are|is|can|to|following|by|we|they|it|includes?|contains?) $")
_BULLET_BEFORE = re.compile(r"(?:^|\s)[*+-] $")
_REFERENCE = re.compile(
    r"\b(?:Fig|Figs|Figure|Table|Tab|Section|Sec|Eq|Equation|Chapter|Step|Theorem|Lemma|Phase|Stage|"
    r"Algorithm|Appendix|Part|"
    r"Version|v|no|No|vol|than|at)\.? ?$"
)


@dataclass(frozen=True, slots=True)
class Number:
    """One candidate ordinal: its offsets, the offset of its text, its value and its style (`.` or `)`)."""

    start: int
    end: int
    value: int
    style: str
    good: bool


def runs(text: str, ends_before: Callable[[str, int], bool], in_headings: Collection[int]) -> list[Number]:
    """The members of every run 1, 2, 3 ... of one style with two members or more, in order of position.

    Args:
        text: the masked line.
        ends_before: whether a sentence or label ends right before an offset.
        in_headings: offsets at which a number belongs to a heading ("## 2. Method").

    Example:
        >>> [n.value for n in runs("Steps: 1. Fit. 2. Test.", lambda text, at: text[at - 2] in ".:", ())]
        [1, 2]
    """
    candidates: dict[str, list[Number]] = {}
    for match in _NUMBER.finditer(text):
        if match.start() in in_headings or _BULLET_BEFORE.search(text[max(0, match.start() - 3) : match.start()]):
            continue
        style = match.group(2)
        number = Number(match.start(), match.end() + 1, int(match.group(1)), style, ends_before(text, match.start()))
        candidates.setdefault(style, []).append(number)
    found = [n for style, numbers in sorted(candidates.items()) for n in _runs_of(text, style, numbers)]
    return sorted(found, key=lambda n: n.start)


def _runs_of(text: str, style: str, numbers: list[Number]) -> list[Number]:
    """Follow each 1 to its 2 and 3; a 1 within a run opens a nested one."""
    open_runs: list[list[Number]] = []
    closed: list[list[Number]] = []
    for number in numbers:
        depth = _continued(open_runs, number.value)
        if depth is not None:
            closed += open_runs[depth + 1 :]
            del open_runs[depth + 1 :]
            open_runs[depth].append(number)
        elif (earlier := _continued(closed[-6:], number.value)) is not None:
            closed[-6:][earlier].append(number)
        elif number.value in (0, 1) and not _is_reference(text, number.start):
            if len(open_runs) >= 6:
                closed.append(open_runs.pop(0))
            open_runs.append([number])
    every = closed + open_runs
    strong = any(len(run) >= 3 and _is_list(text, style, run, strong=False) for run in every)
    return [n for run in every for n in run if _is_list(text, style, run, strong=strong)]


def _continued(open_runs: list[list[Number]], value: int) -> int | None:
    """Index of the innermost open run that `value` is the next member of."""
    for depth in range(len(open_runs) - 1, -1, -1):
        if open_runs[depth][-1].value + 1 == value:
            return depth
    return None


def _is_list(text: str, style: str, run: list[Number], *, strong: bool) -> bool:
    """Two members at least; brackets must also follow sentence ends, else they enumerate inside a sentence."""
    if len(run) < 2 or _is_enumeration(text, run):
        return False
    good = sum(n.good for n in run)
    if style == ".":
        capitals = all(text[n.end : n.end + 1].isupper() for n in run)
        return (
            good >= 1
            or len(run) >= 3
            or (capitals and (strong or bool(_ASKS.search(text, max(0, run[0].start - 12), run[0].start))))
        )
    if any(_GOES_ON.search(text, max(0, n.start - 6), n.start) for n in run[1:]):
        return False
    return good >= 1 and (len(run) >= 3 or run[0].good)


def _is_enumeration(text: str, run: list[Number]) -> bool:
    """Members in lower case between semicolons are one sentence: "because 1. it fits; 2. it is fast"."""
    return all(text[n.end : n.end + 1].islower() for n in run) and all(text[n.start - 2] == ";" for n in run[1:])


def _is_reference(text: str, start: int) -> bool:
    return bool(_REFERENCE.search(text, max(0, start - 14), start))
