"""Who does what to whom, with what and where: one part of a plain statement asked for.

Examples: "The encoder maps each frame to a sparse vector." -> "What does the encoder map each frame to?" / "A sparse
vector."
"During the forward pass only the activations at partition boundaries are stored." -> "What is stored during the
forward pass?" / "The activations at partition boundaries."
Not matched: negated statements, two verbs joined by "and", what the authors say or propose, parts that say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from deckgen import citation
from deckgen.language.grammar.clauses import Clause, by_people
from deckgen.language.grammar.constituents import SUBJECT, Constituent, constituents
from deckgen.language.prose.statements import Reading
from deckgen.model import Fact

_WORD = re.compile(r"[^\W_][\w-]*[^\W_]|[^\W_]")
_MOST, _PAST, _FUNCTION_WORDS = 5, 0.25, 2
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


def _names(reading: Reading) -> frozenset[str]:
    """The words by which a card calls its paper."""
    summary = reading.summary
    told = f"{summary.topic} {citation.name(summary)} {citation.authors(summary)}"
    return frozenset(w.casefold() for w in _WORD.findall(told) if w[0].isupper() or "-" in w)


def _named(answer: str, names: frozenset[str]) -> bool:
    """Whether an answer is the paper's own thing, which the question or its context names already."""
    return any(word.casefold() in names for word in _WORD.findall(answer))


def _bare(found: Constituent, clause: Clause, names: frozenset[str]) -> bool:
    """Whether nothing but the paper's name and the verb narrows a question: "What does StreamDB support?"."""
    subject = set(_WORD.findall(clause.subject_text))
    if found.part == SUBJECT or any(w.casefold() not in names | {"the", "authors"} for w in subject):
        return False
    said = set(_WORD.findall(found.question)) - subject
    return len(said - {clause.verb.lemma, clause.verb.text}) <= _FUNCTION_WORDS


def find(reading: Reading) -> Iterator[Participant]:
    """The participants of the statements of a summary, in source order; several questions may share a statement."""
    past, names = _told_in_the_past(reading), _names(reading)
    for statement in reading.statements:
        clause = statement.clause
        if not statement.sound or clause is None or (clause.finite.tag == "VBD" and not past):
            continue
        people = by_people(clause) or clause.subject_text.casefold() == citation.authors(reading.summary).casefold()
        if clause.verb.lemma in _SAYS and (people or clause.verb.lemma != "be") and not clause.passive:
            continue
        for found in islice(constituents(clause, reading.casing), _MOST):
            if (people and found.part == SUBJECT) or _named(found.answer, names) or _bare(found, clause, names):
                continue
            yield Participant(
                evidence=statement.evidence,
                question=found.question,
                answer=found.answer,
                subject=clause.subject_text,
                part=found.part,
            )
