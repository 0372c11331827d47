"""No markup is left on a card.

Stars, dollar signs, table bars, brackets of links and replacement characters on a card mean that the source was
misread there, and so may be the fact.

Bad:  What does **OHEM select? -> Boxes with a high loss.
Good: What does OHEM select? -> Boxes with a high loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_MARKUP = re.compile(
    r"\*\*|__|\|\||#{2,}|\]\(|\[\[|\]\]|!\[|\ufffd|Zq\d+x|</?\w+>|&\w+;|(?<!\\)\$|`|\{\{|\}\}|\(\)|\[\s?\]|\.\.$|"
    r"\?\?|=>|->|<-|(?<=[a-z] )=(?= )"
)
_MATH = re.compile(r"\\\((?:[^\\]|\\(?!\())*?\\\)|\\\[(?:[^\\]|\\(?!\[))*?\\\]")  # linear: none opens inside another


def check(face: Face) -> Iterator[str]:
    """Speaks against signs of markup outside math."""
    if face.kind in ("formula", "symbol", "own"):
        return
    for text in (face.front, face.back):
        plain = _MATH.sub("", text)
        found = _MARKUP.search(plain)
        if found:
            yield f"markup is left on the card: {found.group()!r}"
            return


RULE = Rule(
    code="W102",
    slug="leftover-markup",
    page=__doc__ or "",
    check=check,
    bad=Face("What does **OHEM select?", "Boxes with a high loss."),
    good=Face("What does OHEM select?", "Boxes with a high loss."),
)
