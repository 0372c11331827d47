"""A sentence that holds two things against each other, turned into the question that it answers.

The forms are in `differences` (unlike, differs from, whereas), `grades` (than, compared with) and `swaps` (instead of,
replaces, using T instead of U). An answer that only says who wins is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deckgen.language import differences, grades, swaps
from deckgen.language.asking import Question
from deckgen.language.casing import Casing
from deckgen.language.clauses import Clause

_EMPTY = re.compile(
    r"^(?:\w+ )?(?:improves?|improved|helps?|hurts?|increases?|performs?|works?|affects?|reduces?)"
    r"(?: the| overall| final| their| its| much| slightly| significantly| even)*"
    r"(?: performance| results?| quality| better| worse| well| model| learning| accuracy)?"
    r"(?: significantly| slightly| further| of (?:all )?the \w+| in most cases)?\Z"
    r"|\b(?:so|too|not|more|less|likewise|the same|otherwise)\Z|\b(?:this|these|those|above|below|following)\b"
)
_TORN = re.compile(
    r"\b(?:as|and|or|of|than|the|a) (?:instead of|rather than|in place of)\b|\bwhat \w+ (?:it|they|this|there)\b"
)
_FORMS: tuple[Callable[[Clause, Casing], Question | None], ...] = (
    differences.unlike,
    grades.beside,
    swaps.effect,
    swaps.used,
    swaps.instead,
    swaps.replaces,
    differences.differs,
    differences.alike,
    differences.whereas,
    differences.difference,
    grades.on_par,
    grades.graded,
)
_MAX_ANSWER, _MAX_QUESTION = 20, 32


def asked_contrast(clause: Clause, casing: Casing) -> Question | None:
    """The question that a comparing clause answers, or None.

    Example:
        >>> from deckgen.language.compared import clause_of
        >>> clause = clause_of("Unlike LogStore, StreamDB writes each batch to two disks.")
        >>> asked_contrast(clause, Casing()) if clause else None
        Question(question='unlike LogStore, what does StreamDB write each batch to?', answer='two disks')
    """
    found = next(filter(None, (form(clause, casing) for form in _FORMS)), None)
    return found if found is not None and _fits(found) else None


def _fits(asked: Question) -> bool:
    said = asked.answer.split()
    if _EMPTY.search(asked.answer) or _TORN.search(asked.question):
        return False
    return bool(said) and len(said) <= _MAX_ANSWER and len(asked.question.split()) <= _MAX_QUESTION
