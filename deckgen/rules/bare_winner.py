"""A card does not only say who won.

"A outperforms B", "reaches state-of-the-art results" is true of nearly every paper's own method. What is worth a review
is by how much, at what price, or why.

Bad:  What does EPOpt outperform on three environments? -> PPO.
Good: By how many points does OHEM raise the mAP of R-FCN? -> About 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_WINS = re.compile(
    r"\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|beaten|state[- ]of[- ]the[- ]arts?|SOTA|"
    r"competitive (?:with|results?|performance)|on par with|(?:superior|comparable) (?:performance|results?))\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\d|\b(?:because|since|due to|despite|although|without)\b", re.IGNORECASE)


def check(face: Face) -> Iterator[str]:
    """Speaks against cards that tell of a win and of nothing else."""
    said = f"{face.asked} {face.back}"
    if face.kind not in ("own", "table") and _WINS.search(said) and not _SIZE.search(said):
        yield "it says who won and not by how much or why"


RULE = Rule(
    code="V304",
    slug="bare-winner",
    page=__doc__ or "",
    check=check,
    bad=Face("What does EPOpt outperform on three environments?", "PPO.", kind="participant"),
    good=Face("By how many points does OHEM raise the mAP of R-FCN?", "About 2.", kind="result", topic="R-FCN"),
)
