"""A card says which paper it is about.

Years later, in the middle of other decks, "the authors" and "the model" are nobody. The question or the context line
names the paper or its method; with neither known, the card must not lean on "the authors" or "the model".

Bad:  Why do the authors use two networks? -> Because one forgets.
Good: Double DQN: why do the authors use two networks? -> Because one overestimates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_LEANS = re.compile(
    r"\b(?:the|this|their|our|proposed) (?:new |novel |proposed |final )?(?:authors?|paper|model|method|approach|"
    r"network|algorithm|"
    r"architecture|system|framework|study|work|experiments?|results?|generator|discriminator|encoder|decoder|"
    r"agent|loss|baseline)\b",
    re.IGNORECASE,
)


def check(face: Face) -> Iterator[str]:
    """Speaks against cards that lean on a paper they do not name."""
    if not face.topic and not face.title and not face.context.startswith("paper that") and _LEANS.search(face.front):
        yield "the paper is not known; give its title or topic in the front matter or in summaries.yaml"


RULE = Rule(
    code="A202",
    slug="unnamed-paper",
    page=__doc__ or "",
    check=check,
    bad=Face("Why do the authors use two networks?", "Because one forgets."),
    good=Face("Double DQN: why do the authors use two networks?", "Because one overestimates.", topic="Double DQN"),
)
