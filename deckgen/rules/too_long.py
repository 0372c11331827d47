"""One fact, recalled in one breath.

A question over 30 words or an answer over 24 is not read, and an answer with a second sentence is two answers.

Bad:  an answer that goes on and on
Good: What does OHEM select? -> Boxes with a high loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_MAX_FRONT, _MAX_CLOZE, _MAX_BACK, _MAX_BLANK = 30, 38, 24, 9
_LISTS = ("list", "own", "table", "formula", "image", "question")
_SECOND = re.compile(r"[a-z)][.!?] [A-Z]")


def check(face: Face) -> Iterator[str]:
    """Speaks against long fronts and backs."""
    if face.kind in _LISTS:
        return
    front, back = len(face.front.split()), len(face.back.split())
    if front > (_MAX_CLOZE if face.is_cloze else _MAX_FRONT):
        yield f"the front has {front} words"
    elif back > (_MAX_BLANK if face.is_cloze else _MAX_BACK):
        yield f"the answer has {back} words"
    elif _SECOND.search(face.back):
        yield "the answer has two sentences"


RULE = Rule(
    code="L601",
    slug="too-long",
    page=__doc__ or "",
    check=check,
    bad=Face("What does OHEM select?", "Boxes. " + "And then it goes on about other boxes " * 4),
    good=Face("What does OHEM select?", "Boxes with a high loss."),
)
