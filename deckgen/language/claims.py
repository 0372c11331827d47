"""What a statement claims: its clause without asides, and the clause that it says the authors found.

Masks help (see the ablation).               Masks help.
The authors find that masks help the box.    masks help the box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.language.clauses import Clause, by_people, main_clause
from deckgen.language.parsing import parse_text
from deckgen.language.statements import Statement

_ASIDE = re.compile(r"\s\([^()]{1,200}\)|\s--?\s[^-–—.;:]{1,120}\s--?(?=\s)|\s[–—]\s[^-–—.;:]{1,120}\s[–—](?=\s)")
_MENDED = frozenset({"too long", "not one well-formed clause", "a verb does not agree with its subject"})
_FOUND = frozenset("find show report observe note demonstrate claim argue state see notice discover conclude".split())
_MAX_WORDS = 40


def claims(statement: Statement) -> Iterator[Clause]:
    """The clauses that a statement may be asked by, the barest first; none where it leans on another sentence.

    Args:
        statement: "The authors find that masks (of boxes) help the net." gives two: "Masks help the net.", the whole.
    """
    clause = _clause(statement)
    if clause is None:
        return
    inner = _inner(clause)
    if inner is not None:
        yield inner
    yield clause


def _clause(statement: Statement) -> Clause | None:
    bare = _ASIDE.sub("", statement.text)
    if bare == statement.text:
        return statement.clause if statement.sound else None
    if set(statement.problems) - _MENDED or len(bare.split()) > _MAX_WORDS:
        return None
    return main_clause(parse_text(bare))


def _inner(clause: Clause) -> Clause | None:
    """What the authors find: the clause behind "find", where nothing else of the sentence is lost."""
    if not by_people(clause) or clause.verb.lemma not in _FOUND or clause.negated or clause.fronted:
        return None
    text = clause.parse.text
    behind = text[clause.verb.end :]
    found = re.match(r" (?:that )?(?=\w)", behind)
    if found is None:
        return None
    rest = behind[found.end() :]
    inner = main_clause(parse_text(rest[0].upper() + rest[1:]))
    pronoun = inner is not None and inner.subject_head.tag in ("PRP", "DT", "EX")
    return None if pronoun else inner
