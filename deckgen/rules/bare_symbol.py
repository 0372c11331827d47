r"""A symbol is explained on the card that uses it.

A letter that only the paper's page explains cannot be recalled: the question names what the symbol stands for, or the
fact is asked without it.

Bad:  Why is \\(s\\) scaled by \\(t\\)? -> To keep the variance.
Good: Why is the score \\(s\\) scaled by the temperature \\(t\\)? -> To keep the variance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_LONE = re.compile(r"(?<![\w\\(\[{'’-])(?![AaI]\b)[A-Za-z](?:_\w|['′]|\d)?(?![\w)\]}'’.-])")
_MATH = re.compile(r"\\\((.{1,120}?)\\\)")
_NAMED = re.compile(r"[a-z]{3,}[ -]$")
_VALUE = re.compile(r"[=<>]|\\(?:ge|le|to|times|in|approx)|^[\d.,%\s^]+$|\d")
_PREFIX = re.compile(r"\b(?:top|L|F|k|K|n|N|Q|V|R|C|t|p|z|x|y|GPT|H|E|T|type|vitamin|group|class|plan|phase)[ -]$")


def _lone_letters(text: str) -> list[str]:
    plain = _MATH.sub("", text)
    return [m.group() for m in _LONE.finditer(plain) if not _NAMED.search(plain[max(0, m.start() - 20) : m.start()])]


def _lone_math(text: str) -> list[str]:
    found = []
    for match in _MATH.finditer(text):
        named = _NAMED.search(text[max(0, match.start() - 20) : match.start()])
        before = text[max(0, match.start() - 12) : match.start()]
        article = re.search(r"\b(?:of|by|to|is|are|and|with|for|from|the|a|does|do|why|on|in|that|as|an) $", before)
        if (not named or article) and not _VALUE.search(match[1]):
            found.append(match[1])
    return found


def check(face: Face) -> Iterator[str]:
    """Speaks against fronts with a symbol that no noun in front of it names."""
    if face.kind in ("formula", "symbol", "own"):
        return
    loose = _lone_letters(face.asked) or _lone_math(face.asked)
    if loose:
        yield f"the symbol {loose[0]} is not explained on the card"


RULE = Rule(
    code="O402",
    slug="bare-symbol",
    page=__doc__ or "",
    check=check,
    bad=Face(r"Why is \(s\) scaled by \(t\)?", "To keep the variance."),
    good=Face(r"Why is the score \(s\) scaled by the temperature \(t\)?", "To keep the variance."),
)
