"""What a clause says something is made of: "X consists of a, b and c" as "what does X consist of?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.language.grammar.clauses import Clause
from deckgen.language.grammar.questions import ask
from deckgen.language.lists.coordination import chain
from deckgen.language.lists.enumerated import Enumeration
from deckgen.language.lists.members import series
from deckgen.language.words.casing import Casing

_VERBS = frozenset({"consist", "compose", "comprise", "combine"})
_POINTS = re.compile(r"(?:[Ee]ach|[Ee]very|[Tt]his|[Tt]hese)\b")
_MAX_QUESTION = 14


def made_of(clause: Clause, casing: Casing) -> Iterator[Enumeration]:
    """The question after the parts of something with its parts; nothing where the clause names none or only one.

    Args:
        clause: what is known.
        casing: which words keep their capital.
    """
    parse = clause.parse
    up = clause.verb.lemma == "make" and parse.child(clause.verb.i, "prt") is not None
    if not (up or clause.verb.lemma in _VERBS) or clause.second is not None or _POINTS.match(clause.subject_text):
        return
    inside = parse.child(clause.verb.i, "prep")
    whole = (inside and inside.text == "of" and parse.child(inside.i, "pobj")) or parse.child(clause.verb.i, "dobj")
    if not whole:
        return
    places = parse.subtree(whole.i)
    parts = series(parse.span(places))
    if len(parts) < 2 or len(parts) != len(chain(parse, whole)) or places[-1] - places[0] + 1 != len(places):
        return
    question = ask(clause, "what", places, casing)
    if question and len(question.split()) <= _MAX_QUESTION and "(" not in question:
        yield Enumeration(question, parts)
