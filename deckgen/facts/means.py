"""How something is done: `S V-s O by V-ing ...`, `S V-s O using ...`, asked as "How ...?".

Example: "DGN-AM finds the image by optimizing the code of the generator." -> "How does DGN-AM find the image?" /
"By optimizing the code of the generator."
Not matched: "by" before an amount or an agent, verbs of evaluation, means inside a subordinate clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.asking import asked
from deckgen.language.clauses import Clause
from deckgen.language.statements import Reading
from deckgen.model import Fact

_CHECKS = frozenset(
    "show evaluate test demonstrate compare analyze analyse verify illustrate report start begin end conclude".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means(Fact):
    """Something achieved with how it is achieved, as a masked question with its answer."""

    kind: ClassVar[str] = "means"

    question: str


def _places(clause: Clause) -> tuple[int, ...]:
    parse = clause.parse
    for word in parse.children(clause.verb.i, "prep", "agent"):
        gerund = parse.child(word.i, "pcomp")
        if word.text.lower() == "by" and gerund is not None and gerund.tag == "VBG" and word.i > clause.verb.i:
            return parse.subtree(word.i)
    for word in parse.children(clause.verb.i, "advcl"):
        places = parse.subtree(word.i)
        opens = word.text.lower() == "using" and places[0] == word.i  # else the object was taken for its subject
        if opens and word.i > clause.verb.i and parse.child(word.i, "dobj"):
            return places
    return ()


def find(reading: Reading) -> Iterator[Means]:
    """The means of a summary, in source order."""
    for statement in reading.statements:
        if not statement.sound or statement.clause is None:
            continue
        clause = statement.clause
        places = () if clause.verb.lemma in _CHECKS or clause.negated else _places(clause)
        found = asked(clause, "how", places, reading.casing) if places else None
        if found:
            yield Means(
                evidence=statement.evidence, question=found.question, answer=found.answer, subject=clause.subject_text
            )
