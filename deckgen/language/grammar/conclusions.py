"""Which sentence is drawn from the one before: "R, so S" and "R. Therefore, S."."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.language.grammar.clauses import NOUNS
from deckgen.language.prose.statements import Statement
from deckgen.language.words.stems import stem
from deckgen.model import Evidence

_LINK = r"(?:so|thus|hence|therefore|consequently|as a result|which is why|that is why)\b(?! (?:that|far|called)\b)"
_JOINED = re.compile(rf"\W{{0,3}}(?:and )?{_LINK}", re.IGNORECASE)
_CONCLUDES = re.compile(r"(?:therefore|thus|hence|consequently|as a result|for this reason|so)\b,? ", re.IGNORECASE)
_IDEA = re.compile(r"\b(?:idea|goal|aim|motivation|intuition|hope)s? (?:behind|of|is|here)\b", re.IGNORECASE)
_TAIL = 16


def follows(before: Statement, statement: Statement) -> bool:
    """Whether the second statement is drawn from the first, in the same sentence or in the next."""
    first, second = before.evidence, statement.evidence
    if first.block is not second.block:
        return False
    if second.index == first.index + 1:
        return _CONCLUDES.match(second.text) is not None
    tail = before.text.rstrip(".")[-_TAIL:]
    at = first.text.find(tail)
    return second.index == first.index and at >= 0 and bool(_JOINED.match(first.text, at + len(tail)))


def belongs(before: Statement, statement: Statement) -> bool:
    """Whether the reason of another sentence shares a noun with what is drawn from it, and is more than an idea."""
    if before.evidence.index == statement.evidence.index:
        return True
    if _IDEA.search(before.text):
        return False
    return bool(_nouns(before) & _nouns(statement))


def _nouns(statement: Statement) -> frozenset[str]:
    words = statement.clause.parse.words if statement.clause is not None else ()
    return frozenset(stem(w.text) for w in words if w.tag in NOUNS)


def joint(before: Statement, statement: Statement) -> Evidence:
    """Both sentences, as they stand in the summary."""
    first, second = before.evidence, statement.evidence
    start = first.block.text.find(first.text)
    end = first.block.text.find(second.text, start) + len(second.text)
    return replace(first, text=first.block.text[start:end]) if first is not second and start >= 0 < end else first
