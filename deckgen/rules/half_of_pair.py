"""A blank is not half of a fixed pair or of an expression.

"both precision and [...]", "[...] x 7" and "from [...] to the last" can be filled in without knowing the paper.

Bad:  The first layer of AlexNet has kernels of size 11 x [...]. -> 11
Good: The first layer of AlexNet has kernels of size [...]. -> 11 x 11
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_HALF = re.compile(
    r"\d\s?[x×*/]\s?\[\.\.\.\]|\[\.\.\.\]\s?[x×*/]\s?\d|[=^_<>≤≥~±+/]\s?\[\.\.\.\]|\[\.\.\.\](?:-\w|\s?[=^_/±])|"
    r"\w-\[\.\.\.\]"
    r"|\bboth [\w-]+ and \[\.\.\.\]|\bbetween [\w-]+ and \[\.\.\.\]|\beither [\w-]+ or \[\.\.\.\]|\bon the one "
    r"\[|\([^)]{0,40}\[\.\.\.\]\w"
)
_FIXED = re.compile(r"\b(?:in|by|at|from|on|for) \[\.\.\.\](?: to\b| of\b|\.| and)")
_IDIOM = frozenset(
    {
        "order",
        "hand",
        "scratch",
        "first",
        "contrast",
        "practice",
        "general",
        "particular",
        "end",
        "front",
        "terms",
        "place",
        "account",
        "advantage",
    }
)


def check(face: Face) -> Iterator[str]:
    """Speaks against blanks that the rest of their expression fills in."""
    if not face.is_cloze:
        return
    if _HALF.search(face.front):
        yield "the blank is half of an expression"
    elif _FIXED.search(face.front) and face.back.split()[0].lower() in _IDIOM:
        yield "the blank is a fixed phrase"


RULE = Rule(
    code="T502",
    slug="half-of-pair",
    page=__doc__ or "",
    check=check,
    bad=Face("The first layer of AlexNet has kernels of size 11 x [...].", "11"),
    good=Face("The first layer of AlexNet has kernels of size [...].", "11 x 11"),
)
