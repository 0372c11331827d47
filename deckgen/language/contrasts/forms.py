"""A sentence that holds two things against each other, turned into the question that it answers.

The forms are in `differences` (unlike, differs from, whereas), `grades` (than, compared with) and `swaps` (instead of,
replaces, using T instead of U). An answer that only says who wins is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deckgen.language.contrasts import differences, grades, swaps
from deckgen.language.grammar.asking import Question
from deckgen.language.grammar.clauses import Clause
from deckgen.language.words.casing import Casing

_EMPTY = re.compile(
    r"^(?:\w{1,20} )?(?:\w{1,20} )?(?:\w{1,20} )?"
    r"(?:looks?|improves?|improved|helps?|hurts?|increases?|performs?|works?|affects?|reduces?|"
    r"worsens?|worsened|harms?)"
    r"(?: the| all| overall| final| their| its| much| slightly| significantly| even| baselines'?){0,3}"
    r"(?: performance| results?| quality| better| worse| well| model| learning| accuracy| scores?| predictions?){0,2}"
    r"(?: significantly| slightly| further| a lot| of (?:all )?the \w{1,20}| in (?:most|some) cases|"
    r" for some \w{1,20}){0,2}\Z"
    r"|\b(?:in|to|of|for|with|by|on|from|that)\Z|\bsense\Z"
    r"|\b(?:we|us|of course|certainly|principled|elegant|interesting)\b"
    r"|^(?:\w{1,20} )?(?:\w{1,20} )?(?:\w{1,20} )?"
    r"(?:leads?|led|results?|resulted|gives?|gave|yields?|yielded|brings?|shows?|showed) (?:to |in )?"
    r"(?:an? )?(?:\w{1,20} )?"
    r"(?:improve[d\w]{0,10}|better|gains?|good|diminishing|superior|promising|competitive|boosts?)"
    r"(?: (?:performance|results?|returns|accuracy|gains?|scores?))?(?: (?:over|than|to|for) (?!\d).{1,60})?\Z"
    r"|\b(?:so|too|not|more|less|likewise|the same|otherwise)\Z|\b(?:this|these|those|above|below|following)\b"
)
_TORN = re.compile(
    r"\b(?:as|and|or|of|than|the|a|across|among|through) (?:instead of|rather than|in place of)\b"
    r"|\bwhat \w+ (?:it|they|this|there)\b"
)
_CUT = re.compile(r"\w-(?:[,?]| (?!and\b|or\b|to\b))|\b(?:it|them)\b")  # "Using the re-, what is ...", "recovering it"
_DEGREE = re.compile(
    r"\b(?:more|less|fewer|most|least|better|worse|best|as|too|equal\w*|same|simil\w*|compar\w*|match\w*|half|twice|"
    r"double|\w+er|outperform\w*|par|rather|only|while|but|orders?|times|increas\w*|decreas\w*|reduc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)|"
    r"lower\w*|rais\w*|\d\S*)\b",
    re.IGNORECASE,
)  # without one of these an answer compares nothing
_OF_TEXTS: tuple[Callable[[str, Casing], Question | None], ...] = (
    differences.unlike,
    grades.beside,
    swaps.used,
    swaps.instead,
)
_OF_CLAUSES: tuple[Callable[[Clause, Casing], Question | None], ...] = (
    swaps.effect,
    swaps.replaces,
    differences.differs,
    differences.alike,
    differences.whereas,
    differences.difference,
    grades.on_par,
    grades.graded,
)
_MAX_ANSWER, _MAX_QUESTION = 20, 32


def asked_contrast(said: str | Clause, casing: Casing) -> Question | None:
    """The question that a comparing sentence answers, or None.

    Args:
        said: the text of a sentence, for the forms that are cut in two before they are parsed; its clause for the rest.
        casing: which words keep their capital.

    Example:
        >>> asked_contrast("Unlike LogStore, StreamDB writes each batch to two disks.", Casing())
        Question(question='unlike LogStore, what does StreamDB write each batch to?', answer='two disks')
    """
    if isinstance(said, str):
        found = next(filter(None, (form(said, casing) for form in _OF_TEXTS)), None)
    else:
        found = next(filter(None, (form(said, casing) for form in _OF_CLAUSES)), None)
    return found if found is not None and _fits(found) else None


def _fits(asked: Question) -> bool:
    said = asked.answer.split()
    if _EMPTY.search(asked.answer) or asked.answer.count('"') % 2 or _TORN.search(asked.question):
        return False
    if _CUT.search(asked.question) or (" compare with " in asked.question and not _DEGREE.search(asked.answer)):
        return False
    return bool(said) and len(said) <= _MAX_ANSWER and len(asked.question.split()) <= _MAX_QUESTION
