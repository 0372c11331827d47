"""A question is a question.

The front of a question card opens with a question word or an auxiliary, after a phrase in front of it at most, and
ends with a question mark. A heading or a label ("Main idea?") asks nothing.

Bad:  Main idea? -> Reversible blocks.
Good: What is the main idea of RevNet? -> Reversible blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_OPENS = re.compile(
    r"(?:^|[,:] )(?:in |on |for |at |by |from |to |into |onto |with |without |under |over |after |"
    r"before |through |via |between |across |within |against )?"
    r"(?:what|which|why|how|when|where|who|whose|whom|is|are|does|do|did|can|was|were|has|have|should|sketch|name|list|give)\b",
    re.IGNORECASE,
)


def check(face: Face) -> Iterator[str]:
    """Speaks against a front that is no question."""
    if face.is_cloze or face.kind == "image":
        return
    if not _OPENS.search(face.front) or not face.front.rstrip().endswith(("?", ".")):
        yield "the front is not a question; ask with what, which, why or how"


RULE = Rule(
    code="W101",
    slug="not-a-question",
    page=__doc__ or "",
    check=check,
    bad=Face("Main idea?", "Reversible blocks."),
    good=Face("What is the main idea of RevNet?", "Reversible blocks."),
)
