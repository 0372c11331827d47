"""A card stands alone.

A question that opens with "it", "they" or "this", points at "the former", "the above", "the following", or goes on
from the sentence before with "then" or "instead", needs what the learner does not see.

Bad:  Why does this help? -> Because gradients shrink.
Good: Why does gradient clipping help recurrent networks? -> Because it bounds the step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_POINTS = re.compile(
    r"\b(?:this|these|those(?! (?:of|that|which|who|with|in)\b)|such(?! (?:as|that|an?\b))|here|above|below|"
    r"aforementioned|former|latter|"
    r"previous(?:ly)?|following|said|"
    r"the (?:same|other|others|rest|two|three|second|third|next|resulting|remaining) \w+|our|we|us|my|your|you|"
    r"I)\b(?!-)",
)
_OPENS_WITH = re.compile(
    r"(?:^|, )(?:why|how|what|when) (?:does|do|did|is|are|was|were|can|could|may|might|must|should|will|would|has|"
    r"have) "
    r"(?:it|they|its|their|he|she|that)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:Yet|Instead(?! of)|Then|Else|Otherwise|Now|Therefore|Thus|Hence|Rather(?! than)|Afterwards|Also|Later|"
    r"Finally|Next|Again|Lastly)\b(?! that)"
    r"|\b(?:therefore|hence|thereby that|for this reason|as a consequence|in turn)\b|\bthen\?",
    re.IGNORECASE,
)
_THE_SAME_AS = re.compile(r"\bthe same \w+ (?:as|for)\b|\bin this\b|\b[Ww]hat are the (?:two|three)\b")


def check(face: Face) -> Iterator[str]:
    """Speaks against words that point outside the card."""
    asked = _THE_SAME_AS.sub("", face.asked)
    found = _POINTS.search(asked) or _OPENS_WITH.search(asked) or _GOES_ON.search(asked)
    if found:
        yield f"“{found.group()}” points at something that the card does not show"


RULE = Rule(
    code="O401",
    slug="loose-pronoun",
    page=__doc__ or "",
    check=check,
    bad=Face("Why does this help?", "Because gradients shrink."),
    good=Face("Why does gradient clipping help recurrent networks?", "Because it bounds the step."),
)
