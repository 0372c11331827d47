"""A card ends where its sentence ends.

An answer or a question that stops at a comma, a conjunction, a preposition or an article was cut, and brackets or
quotation marks that open must close.

Bad:  How is the target computed? -> By averaging the (
Good: How is the target computed? -> By averaging the last five scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_CUT = re.compile(
    r"(?:\b(?:and|or|but|the|an?|of|to|for|with|by|from|than|that|which|as|in|on|at|is|are|was|because|since|namely|using|via|their|its|e\.g|i\.e)|[,;:(–—-])[.?]?\s*$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:what|which) ", re.IGNORECASE)
_LAST = re.compile(r"\b(?:for|of|to|with|by|from|on|in|as)\?$", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def check(face: Face) -> Iterator[str]:
    """Speaks against ends that are cut and pairs that do not close."""
    for text in (face.asked if not face.is_cloze else face.whole, face.back):
        asks_for_object = _ASKS.search(text) and _LAST.search(text)  # "What does it depend on?"
        if _CUT.search(text) and not asks_for_object:
            yield f"the text is cut off: “… {text[-25:].strip()}”"
            return
        plain = text.replace("[...]", "")
        if any(plain.count(a) != plain.count(b) for a, b in _PAIRS) or plain.count('"') % 2:
            yield "brackets or quotation marks do not close"
            return
    if face.back[:1] in "([,;:)" and not face.back.startswith(("((", "[image: ")):
        yield "the answer opens with a loose sign"


RULE = Rule(
    code="W103",
    slug="broken-off",
    page=__doc__ or "",
    check=check,
    bad=Face("How is the target computed?", "By averaging the ("),
    good=Face("How is the target computed?", "By averaging the last five scores."),
)
