"""Code, math, links and tags of one flattened line blanked out, so that markers are looked for only outside them.

The masked line is as long as the line itself: an offset in one is an offset in the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_FILL = "x"
_LONGEST_CODE = 600
_LONGEST_MATH = 6000
_LONGEST_FENCE = 20_000

_TICKS = re.compile(r"`+")
_TILDES = re.compile(r"(?<!\S)~{3,}(?=\S| )")
_DOLLARS = re.compile(r"(?<!\\)\${1,2}")
_TEX_SIGN = re.compile(r"\\[A-Za-z]|[\^_{}=<>|+]|^\W*\w\W*$")
_WORDS = re.compile(r"(?<![\\\w{])[A-Za-z]{3,}(?![\w}(])")
_BEGIN = re.compile(r"\\(begin|end)\{([A-Za-z]{1,20})\*?\}")
_BRACKETS = re.compile(r"\\[\[\]]")
_COMMENT = re.compile(r"<!--|-->|%%|\{%|%\}")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<(?:https?|mailto):[^<> ]{1,500}>")
_IMAGE = re.compile(r"!\[[^\]\[]{0,1000}\](?=\()|!\[\[[^\]\[]{1,300}\]\]")
_TARGET = re.compile(
    r"(?<=\]\()(?:<[^<>]{1,500}>(?=\))"
    r"|<?[^()<>\s]{0,2000}(?:\([^()\s]{0,300}\)[^()<>\s]{0,500})?>?(?:\s\"[^\"]{0,1500}\")?\s?(?=\)))"
)
_URL = re.compile(r"\bhttps?://[^\s<>\"`]{1,2000}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A masked stretch `[start:end]` of the line: fence, code, display, math, image, target, tag or url."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A line, the same line with its code and math filled with `x`, and the stretches that were filled."""

    source: str
    text: str
    stretches: tuple[Stretch, ...]

    def inside(self, position: int) -> Stretch | None:
        """The stretch that `position` lies strictly inside of, if any."""
        index = bisect_right(self.stretches, position, key=lambda s: s.start) - 1
        if index < 0:
            return None
        stretch = self.stretches[index]
        return stretch if stretch.start < position < stretch.end else None


def mask(source: str) -> Masked:
    """Blank out everything in which a `*`, `#` or `1.` is no marker.

    Example:
        >>> mask("Use `a * b` * next").text
        'Use `xxxxx` * next'
    """
    chars = list(source)
    found: list[Stretch] = []
    for finder in (_fences, _code, _comments, _displays, _environments, _math, _images, _targets, _tags, _urls):
        current = "".join(chars)
        for stretch in finder(current):
            found.append(stretch)
            _fill(chars, stretch)
    return Masked(source, "".join(chars), _outermost(found))


def _fill(chars: list[str], stretch: Stretch) -> None:
    """Blank the inside, keep the delimiters: a backtick or a dollar before a marker says that something ended."""
    edge = 2 if stretch.kind == "display" and stretch.end - stretch.start > 4 else 1
    edge = 0 if stretch.kind in ("target", "url") else edge
    fill = _FILL.upper() if stretch.kind == "url" else _FILL
    for i in range(stretch.start + edge, stretch.end - edge):
        chars[i] = fill


def _outermost(found: list[Stretch]) -> tuple[Stretch, ...]:
    kept: list[Stretch] = []
    for stretch in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or stretch.start >= kept[-1].end:
            kept.append(stretch)
    return tuple(kept)


def _paired_runs(runs: list[tuple[int, int]], longest: int) -> Iterator[tuple[int, int]]:
    """Pair each run of a delimiter with the next run of the same length, if that is near enough."""
    by_length: dict[int, list[int]] = {}
    for start, end in runs:
        by_length.setdefault(end - start, []).append(start)
    reached = 0
    for start, end in runs:
        if start < reached:
            continue
        starts = by_length[end - start]
        index = bisect_right(starts, start)
        if index < len(starts) and starts[index] - start <= longest:
            reached = starts[index] + end - start
            yield start, reached


def _fences(text: str) -> Iterator[Stretch]:
    runs = [m.span() for m in _TICKS.finditer(text) if m.end() - m.start() >= 3]
    for start, end in _paired_runs(runs, _LONGEST_FENCE):
        yield Stretch(start, end, "fence")
    runs = [m.span() for m in _TILDES.finditer(text)]
    for start, end in _paired_runs(runs, _LONGEST_FENCE):
        yield Stretch(start, end, "fence")


def _code(text: str) -> Iterator[Stretch]:
    runs = [m.span() for m in _TICKS.finditer(text) if m.end() - m.start() < 3]
    for start, end in _paired_runs(runs, _LONGEST_CODE):
        if not re.search(r" #{1,6} [A-Z]", text[start:end]):
            yield Stretch(start, end, "code")


def _comments(text: str) -> Iterator[Stretch]:
    """HTML comments, Obsidian comments and template code."""
    closer = {"<!--": "-->", "{%": "%}", "%%": "%%"}
    opened: re.Match[str] | None = None
    for match in _COMMENT.finditer(text):
        if opened is None:
            opened = match if match.group() in closer else None
        elif match.group() == closer[opened.group()]:
            if match.end() - opened.start() <= _LONGEST_CODE:
                yield Stretch(opened.start(), match.end(), "tag")
            opened = None


def _displays(text: str) -> Iterator[Stretch]:
    marks = [m.start() for m in _DOLLARS.finditer(text) if m.end() - m.start() == 2]
    i = 0
    while i + 1 < len(marks):
        start, end = marks[i], marks[i + 1] + 2
        if 4 < end - start <= _LONGEST_MATH and _is_formula(text[start + 2 : end - 2], strict=False):
            yield Stretch(start, end, "display")
            i += 2
        else:
            i += 1
    yield from _bracketed(text)


def _bracketed(text: str) -> Iterator[Stretch]:
    opened = -1
    for match in _BRACKETS.finditer(text):
        if match.group() == "\\[":
            opened = match.start()
        elif opened >= 0:
            inner = text[opened + 2 : match.start()]
            if len(inner) <= _LONGEST_MATH and _is_formula(inner, strict=True):
                yield Stretch(opened, match.end(), "display")
            opened = -1


def _environments(text: str) -> Iterator[Stretch]:
    opened: re.Match[str] | None = None
    for match in _BEGIN.finditer(text):
        if opened is None:
            opened = match if match.group(1) == "begin" else None
        elif match.group(1) == "end" and match.group(2) == opened.group(2):
            if match.end() - opened.start() <= _LONGEST_MATH:
                yield Stretch(opened.start(), match.end(), "math")
            opened = None


def _math(text: str) -> Iterator[Stretch]:
    marks = [m.start() for m in _DOLLARS.finditer(text) if m.end() - m.start() == 1]
    reached = -1
    for start, close in pairwise(marks):
        inner = text[start + 1 : close]
        if start > reached and close - start <= _LONGEST_MATH and _closes(text, inner, close):
            yield Stretch(start, close + 1, "math")
            reached = close


def _closes(text: str, inner: str, close: int) -> bool:
    """Whether two dollars enclose math; prices ("$5 and $6") do not."""
    if not inner.strip():
        return False
    tight = not inner[0].isspace() and not inner[-1].isspace()
    if tight and not text[close + 1 : close + 2].isdigit():
        return _is_formula(inner, strict=False)
    return _is_formula(inner, strict=True)


def _is_formula(inner: str, *, strict: bool) -> bool:
    words = len(_WORDS.findall(inner))
    signs = len(_TEX_SIGN.findall(inner))
    if strict:
        return signs > 0 and words <= 3 + 2 * signs
    return words <= 4 + 3 * signs


def _images(text: str) -> Iterator[Stretch]:
    for match in _IMAGE.finditer(text):
        end = match.end()
        target = _TARGET.match(text, end + 1)
        yield Stretch(match.start(), target.end() + 1 if target else end, "image")


def _targets(text: str) -> Iterator[Stretch]:
    for match in _TARGET.finditer(text):
        if match.end() > match.start():
            yield Stretch(match.start(), match.end(), "target")


def _tags(text: str) -> Iterator[Stretch]:
    for match in _TAG.finditer(text):
        yield Stretch(match.start(), match.end(), "image" if match.group()[:4].lower() == "<img" else "tag")


def _urls(text: str) -> Iterator[Stretch]:
    for match in _URL.finditer(text):
        yield Stretch(match.start(), match.end(), "url")
