"""A blank is not half of a fixed pair or of an expression.

"both precision and [...]", "[...] x 7" and "from [...] to the last" can be filled in without knowing the paper, and so
can "[...] instead of circles". "in the [form of a list]" cuts a phrase in two, and a blank in quotes cuts a quotation.

Bad:  The first layer of AlexNet has kernels of size 11 x [...]. -> 11
Good: The first layer of AlexNet has kernels of size [...]. -> 11 x 11
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import BLANK, Face
from deckgen.rules.rule import Rule

_HALF = re.compile(
    r"\d\s?[x×*/]\s?\[\.\.\.\]|\[\.\.\.\]\s?[x×*/]\s?\d|[=^_<>≤≥~±+/]\s?\[\.\.\.\]|\[\.\.\.\](?:-\w|\s?[=^_/±])|"
    r"\w-\[\.\.\.\]"
    r"|\bboth [\w-]+ and \[\.\.\.\]|\bbetween [\w-]+ and \[\.\.\.\]|\beither [\w-]+ or \[\.\.\.\]|\bon the one "
    r"\[|\([^)]{0,40}\[\.\.\.\]\w"
)
_FIXED = re.compile(r"\b(?:in|by|at|from|on|for) \[\.\.\.\](?: to\b| of\b|\.| and)")
_CONTRAST = re.compile(
    r"\[\.\.\.\](?:,? \(?(?:instead|rather|not|as opposed)\b|, (?:to|and|or|but|followed|then|not|an?|the) )|"
    r"\[\.\.\.\], [\w-]+(?:\.|,)|\bnot only\b[^,]{0,80}\[\.\.\.\]"
)
_CUT_PHRASE = re.compile(
    r"(?:form|kind|type|sort|view|heart|terms|order|process|piece|handful|series|multitude|difficulty|difficulties|onus|"
    r"manner|purpose|cost|price|expense|expenses|large parts?|parts?) (?:of|from)\b"
)
_LINKED = re.compile(r"^(?:to|for|in|from|with|as|by|on|at|of) | of .{1,60} (?:to|from|on|for|into) |-wise\Z")
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
    elif face.kind == "keypoint":
        yield from _cut(face)


def _cut(face: Face) -> Iterator[str]:
    """Speaks against a blank that its contrast fills in, or that ends within a phrase or a quotation."""
    before = face.front.split(BLANK)[0]
    if _CONTRAST.search(face.front):
        yield "the contrast fills in the blank"
    elif _CUT_PHRASE.match(face.back) or _LINKED.search(face.back) or before.count('"') % 2 or before[-1:].isalpha():
        yield "the blank cuts a phrase in two"


RULE = Rule(
    code="T502",
    slug="half-of-pair",
    page=__doc__ or "",
    check=check,
    bad=Face("The first layer of AlexNet has kernels of size 11 x [...].", "11"),
    good=Face("The first layer of AlexNet has kernels of size [...].", "11 x 11"),
)
