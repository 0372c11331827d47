"""Articles fit what follows.

"a estimate" and "an novel method" are slips of the source that a card should not repeat.

Bad:  What does a estimate of the norm show? -> How far the weights have moved.
Good: What does an estimate of the norm show? -> How far the weights have moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import BLANK, Face
from deckgen.rules.rule import Rule

_A_VOWEL = re.compile(
    r"\b[Aa] (?!(?:uni|use|usu|eu|one|once|ut|u[bcdfghjklmnpqrstvwxyz]i)\w*)(?:[aeio]\w|un\w|[AEFHILMNORSX][A-Z]{2,})"
)
_AN_CONSONANT = re.compile(
    r"\b[Aa]n (?![aeioAEIO]|u(?!ni|se|su|ti)|hour|hono|heir|[FHLMNRSX][A-Z0-9\-]|[FLMNRSX]\b|\d|\\|[\[\"“'`])\w"
)


def check(face: Face) -> Iterator[str]:
    """Speaks against "a" before a vowel and "an" before a consonant."""
    text = face.whole if face.is_cloze else f"{face.asked} {face.back}"
    wrong = _A_VOWEL.search(text) or _AN_CONSONANT.search(text.replace(BLANK, ""))
    if wrong:
        yield f"the article does not fit in “{wrong.group()}…”"


RULE = Rule(
    code="W106",
    slug="wrong-article",
    page=__doc__ or "",
    check=check,
    bad=Face("What does a estimate of the norm show?", "How far the weights have moved."),
    good=Face("What does an estimate of the norm show?", "How far the weights have moved."),
)
