"""Files that hold many summaries: one heading a paper, a README of papers.

In goes the body of a note, out come the stretches that are summaries. A heading is a paper's when it is a link to
one, when lines of metadata follow it, or when it ends with a year; a file is split only where most headings of one
level are. A note on one paper with several top headings ("# Summary", "# Notes") stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deckgen.readers import heads

_HEADING: Final = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE: Final = re.compile(r"^\s*(`{3,}|~{3,})")
_PAPER_LINK: Final = re.compile(
    r"\]\(<?(?:https?://|doi:)[^)\s]*(?:arxiv\.org|doi\.org|openreview|\.pdf|aclweb|aclanthology|acm\.org|ieee|springer|nature\.com"
    r"|sciencedirect|pubmed|ncbi\.nlm|biorxiv|medrxiv|nips\.cc|neurips|mlr\.press|jmlr|thecvf|semanticscholar|scholar\.google"
    r"|usenix|wiley|pnas|plos|cell\.com|science\.org|papers)",
    re.IGNORECASE,
)
_METADATA: Final = re.compile(
    r"^[\s>*+_-]*(?:authors?|by|link|links|paper|url|pdf|arxiv|doi|year|venue|published|conference|journal|date|title|citation)"
    r"\s?(?:\*\*|__|_)?\s?:",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:\(|\[|,\s)(?:[A-Za-z’' ]{0,20})(?:19|20)\d\d[a-z]?[)\]]?\s*\)?$")
_LOOK: Final = 6  # lines under a heading in which metadata is looked for
_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Part:
    """One summary of several: its title as written and its lines `[start:end]`, counted from 0."""

    title: str
    start: int
    end: int


def parts(body: str) -> tuple[Part, ...]:
    """The summaries of a body; empty when it is one summary."""
    lines = body.split("\n")
    headings = _headings(lines)
    for level in range(1, 5):
        here = [(index, title) for index, depth, title in headings if depth == level]
        papers = [(index, title) for index, title in here if _is_paper(lines, index, title)]
        if len(papers) >= 2 and len(papers) >= _SHARE * len(here):
            return _cut(papers, headings, level, len(lines))
    return ()


def _headings(lines: Sequence[str]) -> list[tuple[int, int, str]]:
    """Line, level and words of each heading outside fences."""
    found, fence = [], ""
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1][:3]
        elif not fence and line.startswith("#") and (heading := _HEADING.match(line)):
            found.append((index, len(heading[1]), heading[2]))
    return found


def _is_paper(lines: Sequence[str], index: int, title: str) -> bool:
    if heads.is_known(title) or len(title) < 4:
        return False
    if _PAPER_LINK.search(title) or _YEAR.search(re.sub(r"\]\([^()]*\)", "", title)):
        return True
    following = [line for line in lines[index + 1 : index + 1 + _LOOK] if line.strip()]
    for line in following[:3]:
        if line.startswith("#"):
            return False
        if _METADATA.match(line):
            return True
    return False


def _cut(
    papers: Sequence[tuple[int, str]], headings: Sequence[tuple[int, int, str]], level: int, last: int
) -> tuple[Part, ...]:
    """From each paper's heading to the next heading of its level or above."""
    ends = [index for index, depth, _ in headings if depth <= level] + [last]
    found, at = [], 0
    for index, title in papers:
        while ends[at] <= index:
            at += 1
        found.append(Part(title, index, ends[at]))
    return tuple(found)
