"""Who does what to whom, with what and where: one part of a plain statement asked for.

Examples: "The encoder compresses each frame with a recurrent network." -> "What does the encoder
compress each frame with?" / "A recurrent network."
"During the forward pass only the activations at partition boundaries are stored." -> "What is stored during the
forward pass?" / "The activations at partition boundaries."
Not matched: negated statements, two verbs joined by "and", what the authors say or propose, parts that say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from deckgen import citation
from deckgen.language.clauses import by_people
from deckgen.language.constituents import SUBJECT, constituents
from deckgen.language.statements import Reading
from deckgen.model import Fact

_MOST, _PAST = 5, 0.25
_SAYS = frozenset(
    (
        "propose introduce present suggest show find argue claim state report discuss describe demonstrate observe "
        "note conclude believe think mention explain be have do"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Fact):
    """A statement with one part asked for: `part` says which, `question` is masked and without its capital."""

    kind: ClassVar[str] = "participant"

    question: str
    part: str


def _told_in_the_past(reading: Reading) -> bool:
    """Whether a summary tells things in the past tense; where it does not, "the nodes called leaders" is no clause."""
    told = [s.clause.finite.tag for s in reading.statements if s.clause is not None and s.clause.finite.tag != "MD"]
    return told.count("VBD") > _PAST * len(told)


def find(reading: Reading) -> Iterator[Participant]:
    """The participants of the statements of a summary, in source order; several questions may share a statement."""
    past = _told_in_the_past(reading)
    for statement in reading.statements:
        clause = statement.clause
        if not statement.sound or clause is None or (clause.finite.tag == "VBD" and not past):
            continue
        people = by_people(clause) or clause.subject_text.casefold() == citation.authors(reading.summary).casefold()
        if clause.verb.lemma in _SAYS and (people or clause.verb.lemma != "be") and not clause.passive:
            continue
        for found in islice(constituents(clause, reading.casing), _MOST):
            if people and found.part == SUBJECT:
                continue
            yield Participant(
                evidence=statement.evidence,
                question=found.question,
                answer=found.answer,
                subject=clause.subject_text,
                part=found.part,
            )
