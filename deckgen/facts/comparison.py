"""How two named things differ, asked for what is said of the first.

Examples: "Unlike LogStore, StreamDB writes each batch to two disks." -> "Unlike LogStore, what does StreamDB write
each batch to?"; "StreamDB needs fewer disks than LogStore." -> "What advantage does StreamDB have over LogStore?"
Not matched: winners ("A outperforms B"), amounts ("more than ten"), sides that are only "the baseline", "other
methods" or a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.contrasts.forms import asked_contrast
from deckgen.language.grammar.claims import claims, stands_alone, wordings
from deckgen.language.grammar.clauses import Clause
from deckgen.language.prose.statements import Reading
from deckgen.model import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Fact):
    """What one thing does or is that another does not, as a masked question."""

    kind: ClassVar[str] = "comparison"

    question: str


def find(reading: Reading) -> Iterator[Comparison]:
    """The comparisons of a summary, in source order, each question once."""
    seen: set[str] = set()
    for statement in reading.statements:
        said: tuple[str | Clause, ...] = (*wordings(statement), *claims(statement))
        asked = (asked_contrast(wording, reading.casing) for wording in said)
        found = next((a for a in asked if a is not None and stands_alone(statement, a)), None)
        if found is None or found.question in seen or found.answer not in statement.text:
            continue
        seen.add(found.question)
        yield Comparison(
            evidence=statement.evidence, question=found.question, answer=found.answer, subject=found.question
        )
