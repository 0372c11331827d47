"""Why something is so: `S because R`, `Since R, S`, `S due to R`, asked as "Why S?".

Example: "R-FCN is fast because RoI pooling only averages." -> "Why is R-FCN fast?" / "Because RoI pooling only
averages."
Not matched: "as" of manner or time, "since 2014", reasons inside a subordinate clause, sentences with a second main
clause, reasons the parser attached to another verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.asking import Question, asked, behind, marked
from deckgen.language.clauses import Clause
from deckgen.language.statements import Reading
from deckgen.model import Fact

_MARKS = ("because", "since", "as")
_MANNER = frozenset(
    {"show", "expect", "describe", "see", "do", "know", "hope", "mention", "propose", "use", "define", "be"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Fact):
    """A claim with its reason; `question` is the claim as a masked "why" question."""

    kind: ClassVar[str] = "reason"

    question: str


def _places(clause: Clause) -> tuple[int, ...]:
    """Places of the reason, with its conjunction."""
    parse = clause.parse
    for word in parse.children(clause.verb.i, "advcl"):
        mark = marked(parse, word, *_MARKS)
        if mark is None or not parse.child(word.i, "nsubj", "nsubjpass", "csubj", "expl"):
            continue
        comma = mark.i > 0 and parse.words[mark.i - 1].text == ","
        if mark.text.lower() == "as" and (not comma or word.lemma in _MANNER):
            continue
        return parse.subtree(word.i)
    for word in parse.children(clause.verb.i, "prep"):
        if word.lemma.lower() in ("because", "due") and behind(parse, word, "pobj", "pcomp", "prep"):
            return parse.subtree(word.i)
    return ()


def find(reading: Reading) -> Iterator[Reason]:
    """The reasons of a summary, in source order."""
    for statement in reading.statements:
        if not statement.sound or statement.clause is None:
            continue
        places = _places(statement.clause)
        found: Question | None = asked(statement.clause, "why", places, reading.casing) if places else None
        if found:
            yield Reason(
                evidence=statement.evidence,
                question=found.question,
                answer=found.answer,
                subject=statement.clause.subject_text,
            )
