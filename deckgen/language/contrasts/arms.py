"""The outcome of a trial in its two groups: one measure, two amounts.

The rate of X was 8.6% in A and 5.0% in B        what was the rate of X in A and in B?
X was higher in A, 7.3% vs 4.1% in B             what was X in A, compared with B?
... no difference in X between A and B           how did X differ between A and B?
S was associated with lower X (odds ratio, 0.8)  what was the odds ratio for X with S?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.language.contrasts.amounts import amounts
from deckgen.language.grammar.asking import Question
from deckgen.language.words.casing import Casing
from deckgen.model import Summary

_GROUP = r"(?P<{}>[^,;().\d]{{3,70}}?)"
_NUM = r"(?:about |around |approximately )?[<>~≈∼]?\d{1,4}(?:[.,]\d{1,3})?\s?(?:%|[a-z]{1,9})?"
_TWO = re.compile(
    rf"^(?P<what>(?:The |Median |Mean |Overall )?[^,;()\d]{{4,80}}?(?: at \d{{1,3}} \w{{3,7}})?[^,;()\d]{{0,40}}?) "
    rf"(?P<be>was|were|is|are) (?P<first>{_NUM}) "
    rf"(?P<in>in|for|with|among) {_GROUP.format('a')},? (?:and|vs\.?|versus|compared (?:with|to)|as compared with|"
    rf"whereas it was|against) "
    rf"(?P<second>{_NUM}) (?P<in2>in|for|with|among) {_GROUP.format('b')}(?:\.|,|;| \(|\Z)"
)
_HIGHER = re.compile(
    r"^(?P<what>[^,;()\d]{4,90}?) (?P<be>was|were|is|are) (?:significantly |much |slightly )?"
    r"(?:higher|lower|longer|shorter|greater|smaller|more frequent|less frequent|better|worse|larger|reduced|"
    r"increased) "
    rf"(?P<in>in|for|with|among|after) {_GROUP.format('a')}(?: than (?:in|for|with) {_GROUP.format('b')})?,? "
    rf"\(?(?P<said>{_NUM} (?:vs\.?|versus|compared (?:with|to)|against|and) {_NUM})(?: in {_GROUP.format('c')})?"
    r"(?:\)|\.|,|;|\Z)"
)
_SAME = re.compile(
    r"\b(?P<said>no (?:statistically )?(?:significant )?differences?) in (?P<what>[^,;.()]{4,90}?) between "
    r"(?P<pair>[^,;.()]{3,60} and [^,;.()]{3,60}?)(?:[,;.(]|\Z)"
)
_RATIO = re.compile(
    r"(?:^|, )(?P<what>[^,;()]{4,100}?) (?:was|were|is) (?:independently |significantly |strongly )?associated with "
    r"(?:an? )?(?:higher|lower|increased|decreased|reduced|greater) (?P<of>[^,;()]{4,80}?) "
    r"\((?:adjusted )?(?P<kind>odds|hazard|risk|rate) ratio(?: \[?\w{2,3}\]?)?[,:]? (?P<said>\d{1,2}[.·]\d{1,3}"
    r"(?: per \w{3,9})?)"
)
_POINTS = re.compile(r"\b(?:this|these|those|it|they|its|their|either|both|each|former|latter|respectively)\b", re.I)
_TRIAL = re.compile(r"\b(?:[Tt]he )?(?P<name>[A-Z][A-Z0-9]{2,}[A-Za-z0-9-]{0,12}) (?:trial|study)\b")
_MAX_ANSWER = 18


def asked_arms(text: str, casing: Casing) -> Iterator[Question]:
    """The question that a sentence about two groups answers, without the name of the trial; none or one.

    Args:
        text: one masked sentence, without brackets that hold statistics where they stand between the groups.
        casing: which words keep their capital.

    Example:
        >>> list(asked_arms("The rate of fever was 8% with ice and 5% with tea.", Casing()))[0].question
        'what was the rate of fever with ice and with tea?'
    """
    for form in (_two, _higher, _ratio, _same):
        found = form(text, casing)
        if found is not None and len(found.answer.split()) <= _MAX_ANSWER and not _POINTS.search(found.question):
            yield found
            return


def trial(summary: Summary) -> str:
    """The name of the one trial that a summary speaks of ("RELIEF"), or "".

    Two names leave it open which one a number belongs to.
    """
    names = dict.fromkeys(found["name"] for block in summary.blocks for found in _TRIAL.finditer(block.text))
    return next(iter(names)) if len(names) == 1 else ""


def _two(text: str, casing: Casing) -> Question | None:
    found = _TWO.match(text)
    if found is None or len(list(amounts(found["what"]))) > 1:
        return None
    what = casing.inside(found["what"], "DT" if found["what"].startswith("The ") else "NN")
    question = f"what {found['be']} {what} {found['in']} {found['a']} and {found['in2']} {found['b']}?"
    return Question(question, text[found.start("first") : found.end("b")])


def _higher(text: str, casing: Casing) -> Question | None:
    found = _HIGHER.match(text)
    if found is None:
        return None
    what = casing.inside(found["what"], "DT" if found["what"].startswith("The ") else "NN")
    other = found["b"] or found["c"]
    if not other:
        return None
    return Question(f"what {found['be']} {what} {found['in']} {found['a']}, compared with {other}?", found["said"])


def _ratio(text: str, casing: Casing) -> Question | None:
    found = _RATIO.search(text)
    if found is None:
        return None
    what = casing.inside(found["what"], "DT")
    return Question(f"what was the {found['kind']} ratio for {found['of']} with {what}?", found["said"])


def _same(text: str, casing: Casing) -> Question | None:
    found = _SAME.search(text)
    if found is None:
        return None
    verb = "does" if re.search(r"\b(?:is|are|shows?|finds?)\b", text[: found.start()]) else "did"
    return Question(f"how {verb} {casing.inside(found['what'], 'NN')} differ between {found['pair']}?", found["said"])
