"""A sentence a reader would underline, with its point blanked.

Example: "R-FCN brings position information back through position-sensitive score maps." -> the same with
"[position-sensitive score maps]".
Not matched: sentences with two main clauses, sentences that tell of others' work, of plans or of who was beaten, a
point that only says "the method", a point whose words stand elsewhere in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from deckgen.language.grammar.blanks import Blank, blank, content, points
from deckgen.language.grammar.clauses import Clause
from deckgen.language.grammar.quotable import quotable
from deckgen.language.prose.statements import Reading
from deckgen.model import Fact

_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint(Fact):
    """A sentence with its point blanked: `before`, the answer, `after`, all masked."""

    kind: ClassVar[str] = "keypoint"

    before: str
    after: str


def _points(clause: Clause, topic: str) -> Iterator[Blank]:
    """The parts that can be the point of the sentence, likeliest first; selection keeps the best card of them."""
    for places in islice(points(clause), _MOST):
        words = {w.lemma.lower() for w in content(clause.parse, places)}
        elsewhere = {w.lemma.lower() for w in clause.parse.words if w.i not in places}
        found = blank(clause.parse, places)
        if found and not words & elsewhere and (not topic or topic.lower() not in found.answer.lower()):
            yield found


def find(reading: Reading) -> Iterator[KeyPoint]:
    """The key points of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if not statement.sound or clause is None or clause.second is not None or not quotable(clause):
            continue
        for found in _points(clause, reading.summary.topic):
            yield KeyPoint(
                evidence=statement.evidence,
                before=found.before,
                answer=found.answer,
                after=found.after,
                subject=clause.subject_text,
            )
