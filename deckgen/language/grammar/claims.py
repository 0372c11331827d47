"""What a statement claims: its clause without asides, and the clause that it says the authors found.

Masks help (see the ablation).               Masks help.
The authors find that masks help the box.    masks help the box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.language.grammar.asking import Question
from deckgen.language.grammar.clauses import Clause, by_people, main_clause
from deckgen.language.prose.anaphora import unresolved
from deckgen.language.prose.statements import Statement
from deckgen.language.words.parsing import parse_text

_ASIDE = re.compile(r"\s\([^()]{1,200}\)|\s--?\s[^-–—.;:]{1,120}\s--?(?=\s)|\s[–—]\s[^-–—.;:]{1,120}\s[–—](?=\s)")
_REASON = re.compile(r"^(?:Since|As|Because) [^,]{4,120}, (?=\w)")
_OUTCOME = re.compile(
    r", (?:which|where|thus|thereby|so that|so|allowing|making|leading|resulting|suggesting|implying|showing|"
    r"indicating|enabling|in order to|causing|i\.e\.|e\.g\.|because|since|as this|as it) .{1,300}\Z"
)
_MENDED = frozenset({"too long", "not one well-formed clause", "a verb does not agree with its subject"})
_ELSEWHERE = frozenset({"a pronoun without its noun", "refers to another sentence"})
FOUND = frozenset("find show report observe note demonstrate claim argue state see notice discover conclude".split())
_MAX_WORDS = 40


def claims(statement: Statement) -> Iterator[Clause]:
    """The clauses that a statement may be asked by, the barest first; what they are asked has to `stand_alone`.

    Args:
        statement: "The authors find that masks (of boxes) help the net." gives two: "Masks help the net.", the whole.
    """
    for text in wordings(statement):
        clause = _clause(statement, text)
        inner = _inner(clause) if clause is not None else None
        yield from (found for found in (inner, clause) if found is not None)


def wordings(statement: Statement) -> Iterator[str]:
    """The texts that a statement may be taken apart by: without asides, then without the reason or the outcome too.

    Example: "Since disks fail, the log is used rather than the cache, which is slow." is tried as
    "the log is used rather than the cache." as well.
    """
    if set(statement.problems) - _MENDED - _ELSEWHERE:
        return
    bare = _ASIDE.sub("", statement.text)
    cut = _OUTCOME.sub(".", _REASON.sub("", bare))
    yield bare
    if cut != bare:
        yield cut[0].upper() + cut[1:]


def stands_alone(statement: Statement, found: Question) -> bool:
    """Whether nothing in a question and its answer points at another sentence, where the statement does."""
    if not _ELSEWHERE & set(statement.problems):
        return True
    said = parse_text(f"{found.question.removesuffix('?')} {found.answer}")
    pronoun = any(w.tag in ("PRP", "PRP$") and w.text.lower() != "one" for w in said.words)
    return not pronoun and not any(unresolved(said, None))


def _clause(statement: Statement, text: str) -> Clause | None:
    if text == statement.text:
        return statement.clause
    return main_clause(parse_text(text)) if len(text.split()) <= _MAX_WORDS else None


def _inner(clause: Clause) -> Clause | None:
    """What the authors find: the clause behind "find", where nothing else of the sentence is lost."""
    if not by_people(clause) or clause.verb.lemma not in FOUND or clause.negated or clause.fronted:
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
