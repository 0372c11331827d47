"""A blank has something to hold on to.

"SqueezeNet is a [...]." and "The authors use [...]." can be filled in a hundred ways. What stands round the blank must
say what kind of answer is wanted and narrow it to one. Behind "on", "in", "for", "of" most things fit, so that only a
weighty answer does there; "all [...]" and "contains [...]" narrow nothing.

Bad:  The authors use a [...]. -> replay memory
Good: To break the correlation of successive frames, DQN samples its batches from a [...]. -> replay memory
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import BLANK, Face
from deckgen.language.grammar.weight import weight
from deckgen.language.words.stems import content_stems
from deckgen.rules.rule import Rule

_OPEN = re.compile(
    r"\b(?:is|are|was|were|be|been|being|becomes?|uses?|used|has|have|had|provides?|proposed?|proposes|presents?|introduces?|"
    r"do|does|did|makes?|takes?|gets?|requires?|needs?|contains?|includes?|considers?|apply|applies|follows?|seems?) "
    r"(?:an? |the |some )?\[\.\.\.\][.]?$"
)
_LOOSE = re.compile(
    r"\b(?:an|all|some|any|both|each|every|most|many|other|these|such|another|"
    r"(?:contains?|employs?|gives?|have|has|provides?|shows?|introduces?|proposes?|presents?|takes?|requires?|"
    r"performs?|needs?|expects?|incurs?|induces?|involves?|tests?|tested|does|do|computes?|considers?)"
    r"(?: an?| the| their| its)?) \[\.\.\.\]"
)
_BEHIND = re.compile(
    r"\b(?:on|for|in|from|within|across|via|using|under|of)(?: the| an?| its| their)? \[\.\.\.\]", re.IGNORECASE
)
_NARROW, _HELD, _WEIGHTY = 4, 3, 4.0


def check(face: Face) -> Iterator[str]:
    """Speaks against blanks that too little narrows down."""
    if not face.is_cloze or face.kind in ("own", "list", "result", "formula"):
        return
    said = content_stems(face.asked.replace(BLANK, " "))
    if len(said) < _HELD or (_OPEN.search(face.front) and len(said) < _NARROW + 2):
        yield "the blank can be filled in many ways"
    elif face.kind == "keypoint" and _loose(face):
        yield "nothing narrows the blank"


def _loose(face: Face) -> bool:
    """Whether what stands in front of the blank of a sentence lets anything follow."""
    light = weight(face.back) < _WEIGHTY and not any(sign.isdigit() for sign in face.back)
    return bool(_LOOSE.search(face.front)) or (light and bool(_BEHIND.search(face.front)))


RULE = Rule(
    code="A204",
    slug="open-blank",
    page=__doc__ or "",
    check=check,
    bad=Face("The authors use a [...].", "replay memory"),
    good=Face("To break the correlation of successive frames, DQN samples its batches from a [...].", "replay memory"),
)
