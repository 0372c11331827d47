"""What holds when something else does: `If A, B`, `B when A`, asked as "What happens if A?".

Example: "If the mutual information is high, knowing Y helps to predict X." -> "What happens if the mutual information
is high?" / "Knowing Y helps to predict X."
Not matched: "when" of training and evaluation set-ups, conditions with a pronoun that nothing before it explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.asking import answer_text, contiguous, marked
from deckgen.language.clauses import Clause
from deckgen.language.parsing import Word
from deckgen.language.statements import Reading
from deckgen.model import Fact

_MARKS = ("if", "when", "once", "unless")
_MAX_CONDITION, _MAX_ANSWER, _MIN_ANSWER = 18, 20, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Fact):
    """What follows from a condition, as a masked question with its answer."""

    kind: ClassVar[str] = "condition"

    question: str


def _conditional(clause: Clause) -> tuple[Word, tuple[int, ...]] | None:
    parse = clause.parse
    for word in parse.children(clause.verb.i, "advcl"):
        mark = marked(parse, word, *_MARKS)
        if mark is not None and parse.child(word.i, "nsubj", "nsubjpass", "csubj"):
            return mark, parse.subtree(word.i)
    return None


def _free_of_pronouns(clause: Clause, places: tuple[int, ...]) -> bool:
    return not any(clause.parse.words[i].tag in ("PRP", "PRP$") for i in places)


def find(reading: Reading) -> Iterator[Condition]:
    """The conditions of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        found = _conditional(clause) if statement.sound and clause is not None and clause.second is None else None
        if clause is None or found is None:
            continue
        mark, places = found
        rest = [w.i for w in clause.parse.words if w.i not in places and w.tag != "."]
        while rest and clause.parse.words[rest[0]].tag in (",", ":", "RB"):
            rest.pop(0)
        while rest and clause.parse.words[rest[-1]].tag in (",", ":"):
            rest.pop()
        if not contiguous(places) or not contiguous(rest) or not _free_of_pronouns(clause, places):
            continue
        said, answer = answer_text(clause.parse, places), answer_text(clause.parse, rest)
        said = reading.casing.inside(said, mark.tag)
        if len(said.split()) <= _MAX_CONDITION and _MIN_ANSWER <= len(answer.split()) <= _MAX_ANSWER:
            yield Condition(
                evidence=statement.evidence,
                question=f"what happens {said}?",
                answer=answer,
                subject=clause.subject_text,
            )
