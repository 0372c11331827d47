"""No card for an abbreviation that every reader of the field knows.

Strict readers kept none of "What does GAN stand for?"; only what the paper itself coins is worth a review.

Bad:  What does GAN stand for? -> Generative adversarial network.
Good: What does UVFA stand for? -> Universal value function approximator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.language.words.wellknown import well_known
from deckgen.rules.rule import Rule

_ASKED = re.compile(r"what does (\S+) stand for\?", re.IGNORECASE)


def check(face: Face) -> Iterator[str]:
    """Speaks against abbreviations that every reader knows."""
    found = _ASKED.search(face.asked)
    if found and well_known(found[1]):
        yield f"every reader knows {found[1]}"


RULE = Rule(
    code="V303",
    slug="known-abbreviation",
    page=__doc__ or "",
    check=check,
    bad=Face("What does GAN stand for?", "Generative adversarial network.", kind="abbreviation"),
    good=Face("What does UVFA stand for?", "Universal value function approximator.", kind="abbreviation"),
)
