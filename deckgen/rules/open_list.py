"""A blank or an answer is not one of several examples.

"such as [...]", "for example [...]" and "and others" have more than one right answer. A blanked sentence asks for one
thing, and not for a list of remarks with commas.

Bad:  RevNet can be used for tasks such as [...]. -> video
Good: RevNet saves the most memory on [...]. -> deep networks with large inputs
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import BLANK, Face
from deckgen.rules.rule import Rule

_OPEN = re.compile(
    r"\b(?:such as|e\.g\.?,?|for example,?|for instance,?|like|including|among others|namely)\s*(?:an? |the )?$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r", | \+ | - |\bresp\b|n't\b|: |^(?:either|both|only|just|not)\b|\bnor\b|\\\([^)]*=")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_AND_OTHERS = re.compile(
    r"\b(?:etc|and others|and so on|among others|or others?|or similar|or some other|or another)\b|…$|\be\.g\.",
    re.IGNORECASE,
)


def check(face: Face) -> Iterator[str]:
    """Speaks against blanks that stand for one of several examples."""
    before = face.front.split(BLANK)[0] if face.is_cloze else ""
    if _OPEN.search(before):
        yield "the blank is one of several examples"
    elif face.kind == "keypoint" and _SEVERAL.search(face.back):
        yield "the answer is more than one thing"
    elif _AND_OTHERS.search(_IN_BRACKETS.sub("", face.back)):
        yield "the answer is an open list"


RULE = Rule(
    code="A203",
    slug="open-list",
    page=__doc__ or "",
    check=check,
    bad=Face("RevNet can be used for tasks such as [...].", "video"),
    good=Face("RevNet saves the most memory on [...].", "deep networks with large inputs"),
)
