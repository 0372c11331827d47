"""A question reads as a person would ask it.

Two question words, a stray conjunction or a comma before the verb show that a clause was turned round wrongly; a
comma splice or a semicolon in a question means that it asks two things.

Bad:  Why can thus an attacker use noise? -> Because the model is linear.
Good: Why can an attacker use noise? -> Because the model is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_STRAY = re.compile(
    r"\b(?:why|how|what) (?:does|do|did|is|are|was|were|can|could|may|might|must|should|will|would|has|have) "
    r"(?:thus|also|even|either|then|hence|however|therefore|often|usually|still|not|only|just|and|or|but|to|of|"
    r"that|which|because|"
    r"since|so|if|when|while|there)\b"
    r"|\b(?:why|how) (?:does|do|did|is|are|was|were|can|could|may|might|must|should|will|would|has|"
    r"have) be(?:en|ing)?\b"
    r"|\b(?:why|how|what)\b.{3,60}\b(?:why|how|whether or not)\b|[;!]|, (?:but|yet|so)\b|"
    r"^[^,]*, and\b|\b(?:e\.g\.|i\.e\.|etc\b)|"
    r"\b(?:is|are|was|were) (?:consists|contains|uses|allows|makes|takes|gives|means|includes|requires|describes)\b|"
    r"^what are as\b|"
    r"\?.+\?|"
    r"\bdo(?:es)? not to\b"
    r"|\b(?:do|are|were|have) (?:an?|each|every) (?!few|lot|number|couple|variety|majority)|\b(?:does|is|was|"
    r"has) (?:many|several|two|three|few|both|these|those) "
    r"|\b(?:is|are|was|were|does|do|has|have|can) (?:is|are|was|were|does|do|can|has)\b|\s,|,,|, \?|\(\s|\s\)",
    re.IGNORECASE,
)
_FRONTED = re.compile(r"^[^,]{1,80}, (?:why|how|what)\b.*,.*,", re.IGNORECASE)


def check(face: Face) -> Iterator[str]:
    """Speaks against questions that were turned round wrongly."""
    if face.is_cloze:
        return
    found = _STRAY.search(face.asked) or _FRONTED.search(face.asked)
    if found:
        yield f"the question reads badly near “{found.group()[:40].strip()}”"


RULE = Rule(
    code="W104",
    slug="clumsy-question",
    page=__doc__ or "",
    check=check,
    bad=Face("Why can thus an attacker use noise?", "Because the model is linear."),
    good=Face("Why can an attacker use noise?", "Because the model is linear."),
)
