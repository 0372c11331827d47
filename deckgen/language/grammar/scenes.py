"""The algorithm, phase or mode that a heading names, put in front of a question on what happens in it.

Under the heading "Blocking algorithm", "When is a reader stopped?" is asked as "In the blocking algorithm, when is a
reader stopped?".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.language.grammar.clauses import Clause
from deckgen.language.words.casing import Casing
from deckgen.language.words.stems import content_stems

_SCENE = re.compile(
    r"(?:The |the )?((?:[A-Za-z][\w-]*[a-z] ){1,3}(?:[Aa]lgorithm|[Pp]hase|[Mm]ode|[Ss]tage|[Pp]rotocol))"
)
_ANY = re.compile(
    r"\b(?:our|your|proposed|main|final|new|basic|first|second|third|overall|full|next|whole|the|this|and|or|of|for|in|"
    r"with|to|on|using|how|why|what|general|actual|original|simple|algorithm)\b (?=.)",
    re.IGNORECASE,
)


def scene(question: str, clause: Clause, section: Sequence[str], casing: Casing) -> str:
    """The question with "in the blocking algorithm, " in front, where the innermost heading names such a thing.

    Left alone are questions that open with something else, and those that speak of what the heading names.
    """
    found = _SCENE.fullmatch(section[-1].strip()) if section else None
    if found is None or clause.fronted or _ANY.search(found[1]):
        return question
    if content_stems(found[1].rsplit(" ", 1)[0]) & content_stems(question):
        return question
    name = " ".join(_inside(word, casing) for word in found[1].split())
    return f"in the {name}, {question}"


def _inside(word: str, casing: Casing) -> str:
    """The word of a heading as it stands inside a sentence."""
    name = not word[1:].islower() or (word.lower() in casing.names and word.lower() not in casing.small)
    return word if name else word.lower()
