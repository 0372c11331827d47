"""How two named things differ: `Unlike X, S does Y`, `S is faster than X`, with both sides in the sentence.

Example: "Unlike Faster R-CNN, R-FCN spends almost no computation on a region proposal." -> the same with
"[almost no computation]".
Not matched: winners ("A outperforms B"), amounts ("more than ten"), sides that are only "the baseline" or "other
methods".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.blanks import Blank, blank, points
from deckgen.language.clauses import Clause
from deckgen.language.statements import Reading
from deckgen.model import Fact

_OPENS = re.compile(
    r"^(?:Unlike|In contrast to|As opposed to|Contrary to|Compared (?:to|with)|In comparison (?:to|with)|Instead "
    r"of|Rather than|While|Whereas)\s"
)
_VAGUE_SIDE = re.compile(
    r"\b(?:other|others|previous|prior|existing|earlier|most|many|baselines?|state[- ]of[- ]the[- ]art|"
    r"traditional|standard "
    r"approaches|related|past|competing|alternative) ?(?:methods?|models?|works?|approaches|algorithms|papers?|"
    r"techniques|ones)?\b",
    re.IGNORECASE,
)
_GRADE = frozenset({"JJR", "RBR"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Fact):
    """A comparing sentence with its difference blanked: `before`, the answer, `after`, all masked."""

    kind: ClassVar[str] = "comparison"

    before: str
    after: str


def _contrast(clause: Clause) -> Blank | None:
    """The point of a main clause after "Unlike X,"."""
    text = clause.parse.text
    if not _OPENS.match(text) or "," not in text:
        return None
    side = text[: text.index(",")]
    if _VAGUE_SIDE.search(side) or len(side.split()) > 14:
        return None
    places = next(points(clause), None)
    return blank(clause.parse, places) if places else None


def _grade(clause: Clause) -> Blank | None:
    """The comparative itself where "than X" names the other side: faster, fewer parameters."""
    parse = clause.parse
    than = next((w for w in parse.words if w.text == "than" and w.dep != "quantmod" and w.i > clause.verb.i), None)
    if than is None or _VAGUE_SIDE.search(parse.text[than.end :]):
        return None
    graded = next((w for w in parse.words[clause.verb.i + 1 : than.i] if w.tag in _GRADE), None)
    if graded is None or graded.text.lower() in ("better", "worse", "rather", "other"):
        return None
    return blank(parse, tuple(range(graded.i, than.i))) if than.i - graded.i <= 4 else None


def find(reading: Reading) -> Iterator[Comparison]:
    """The comparisons of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if not statement.sound or clause is None or clause.second is not None:
            continue
        found = _contrast(clause) or _grade(clause)
        if found:
            yield Comparison(
                evidence=statement.evidence,
                before=found.before,
                answer=found.answer,
                after=found.after,
                subject=clause.subject_text,
            )
