"""The front does not give the answer away.

When most words of the answer stand in the question, in the rest of the sentence or in the context line, there is
nothing left to recall.

Bad:  Why is weight sharing used in the shared network? -> Because weights are shared.
Good: Why is weight sharing used in the siamese network? -> Because both inputs must be embedded alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.language.words.stems import content_stems
from deckgen.rules.rule import Rule

_SHARE, _SHORT_SHARE = 0.6, 0.99
_SHORT = 2


def check(face: Face) -> Iterator[str]:
    """Speaks against answers whose words mostly stand on the front."""
    if face.kind in ("formula", "symbol", "image"):  # TeX shares its letters, an image its caption with the front
        return
    answer = content_stems(re.sub(r"^(?:Because|Since|By|To)\b", "", face.back))
    if not answer:
        return
    given = content_stems(face.asked) | content_stems(face.context) | content_stems(face.topic)
    share = len(answer & given) / len(answer)
    if share >= (_SHORT_SHARE if len(answer) <= _SHORT else _SHARE):
        yield "the front already says the answer"
    elif len(answer) <= _SHORT and face.is_cloze and answer & content_stems(face.context):
        yield "the context line says the answer"


RULE = Rule(
    code="T501",
    slug="answer-in-front",
    page=__doc__ or "",
    check=check,
    bad=Face("Why is weight sharing used in the shared network?", "Because weights are shared."),
    good=Face("Why is weight sharing used in the siamese network?", "Because both inputs must be embedded alike."),
)
