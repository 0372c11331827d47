"""Sentences that hold one thing against another by degree.

    S is P than T            how does S compare with T?      P (what advantage, where P is plainly one)
    Compared with T, S does P    how does S compare with T?  P
    S matches T while P      how does S compare with T?      matches T while P

Each function takes a sentence or its clause and gives None where it has not this form, or where a side is not named.
"""

from __future__ import annotations

import re

from deckgen.language.contrasts.compared import both_named, clause_of, said_of
from deckgen.language.contrasts.sides import auxiliary, named, named_subject, predicate
from deckgen.language.grammar.asking import Question
from deckgen.language.grammar.clauses import FINITE, Clause, by_people
from deckgen.language.grammar.questions import subject_inside
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Word

_BESIDE = re.compile(r"^(?P<how>Compared (?:to|with)|In comparison (?:to|with)) (?P<side>[^,]{2,90}), (?P<main>.+)\Z")
_COMPARED = re.compile(r"^(?P<main>[^,]{8,}?),? (?:as |when )?compared (?:to|with) (?P<side>[^,]{2,90})\.\Z")
_WEAK = frozenset({"better", "worse", "rather", "other", "later", "further"})
_MAX_OPENING = 7
_GRADE = frozenset({"JJR", "RBR"})
_LEVELS = frozenset("reduce increase decrease improve lower raise halve double low high small large fast slow".split())
_PLAINLY = re.compile(
    r"^(?:\w+ ){0,4}?(?:faster|cheaper|simpler|safer|more (?:robust|accurate|efficient\w*|stable|flexible|reliabl[ey]|"
    r"expressive|scalable|interpretable|powerful|general|generally|precise|memory[- ]efficient|sample[- ]efficient|"
    r"parameter[- ]efficient|energy[- ]efficient|data[- ]efficient|resilient|fault[- ]tolerant|quickly)|"
    r"less (?:memory|computation|data|energy|time|space|noise|overfitting|bandwidth|overhead|power|storage|prone|"
    r"sensitive|vulnerable|expensive|computationally expensive|susceptible)|"
    r"fewer (?:parameters|computations|operations|samples|messages|labels|FLOPs|steps|errors|resources|examples|"
    r"queries|iterations|comparisons|disks|round trips)|"
    r"lower (?:\w+ ){0,2}?(?:error|errors|latency|latencies|cost|costs|variance|perplexity|overhead|loss|energy|"
    r"power|mortality)|"
    r"higher (?:\w+ ){0,2}?(?:accuracy|accuracies|throughput|precision|recall|quality|resolution|availability|"
    r"sensitivity|specificity|scores?)|"
    r"easier to (?:train|implement|use|optimize|optimise|understand|scale|parallelize|parallelise|learn|compute))\b"
)
_TAIL = re.compile(
    r",? (?:due to|because|since|thanks to|as it|as they|so that|which is|and (?:thus|hence|so)) .{1,200}\Z"
)
_THAN_CLAUSE = re.compile(
    r"^(?:with|without|in|on|at|by|for|to|from|when|if|what|it|\d|[a-z]+ing (?:more|less)|is|are|was|does)\b|^\d"
)
_WHERE = re.compile(r" (?:in|on|for|at|under|when|with) ")
_LIST = re.compile(r"\A[^,]{2,60}(?:, [A-Z][\w-]{1,20}){1,4},? and [A-Z][\w-]{1,20}\Z")
_PAR = re.compile(
    r"^(?:outperforms?|beats?|matche?s?|surpass(?:es)?|exceeds?|"
    r"(?:performs?|is|are) (?:on par with|comparabl[ey] (?:to|with)|similarly to|as well as)|"
    r"(?:achieves?|reach(?:es)?|has|have|obtains?|gets?|gives?|shows?) "
    r"(?:similar|comparable|the same|competitive) [^,;]{3,40}? (?:to|with|as)) (?P<side>[^,;]{2,70}?),? "
    r"(?:while|but|yet|even though|although|despite|using only|"
    r"with (?:only|fewer|less|far|much)|at (?:a|the|lower)) .{6,}\Z"
)


def beside(text: str, casing: Casing) -> Question | None:
    """`Compared with T, S does P`, the side in front or behind."""
    found = _BESIDE.match(text) or _COMPARED.match(text)
    main = clause_of(found["main"]) if found else None
    if found is None or main is None or by_people(main) or not both_named(main, found["side"]):
        return None
    if not any(w.tag in _GRADE or w.lemma in _LEVELS for w in main.parse.words) and not main.complement("acomp"):
        return None
    return said_of(main, f"how {auxiliary(main)} {subject_inside(main, casing)} compare with {found['side']}?")


def graded(clause: Clause, casing: Casing) -> Question | None:
    """`S is P than T`."""
    parse, than = clause.parse, _than(clause)
    if than is None or clause.second is not None or not named_subject(clause) or by_people(clause):
        return None
    side, said = _TAIL.sub("", parse.text[than.end :].strip(" .")), predicate(clause, than.start)
    opening = _opening(clause, casing)
    if opening is None or not _held_against(side) or not said or re.search(r"\d", said):
        return None
    subject, form = subject_inside(clause, casing), auxiliary(clause)
    if _PLAINLY.match(said) and not clause.negated and not side.startswith(("that", "those")):
        return Question(f"{opening}what advantage {form} {subject} have over {side}?", said)
    return Question(f"{opening}how {form} {subject} compare with {side}?", said)


def _than(clause: Clause) -> Word | None:
    """The "than" behind a comparative of the main verb's own; None where the comparative alone says little."""
    parse, first = clause.parse, clause.verb.i + 1
    than = next((w for w in parse.words[first:] if w.text == "than" and w.dep != "quantmod"), None)
    between = parse.words[first : than.i] if than is not None else ()
    degree = next((w for w in between if w.tag in _GRADE), None)
    if than is None or degree is None or degree.text.lower() in _WEAK or between[-1].text.lower() in ("more", "less"):
        return None
    if any(w.tag in FINITE for w in between) or (degree.i + 1 == than.i and not clause.copular):
        return None
    # in "care more about speed than cost" the objects are held against each other
    following = parse.words[degree.i + 1]
    return None if following.tag == "IN" and following.i < than.i else than


def _held_against(side: str) -> bool:
    """Whether what stands behind "than" is a named thing, or a list of names."""
    return not _THAN_CLAUSE.match(side) and named(side) and ("," not in side or bool(_LIST.search(side)))


def _opening(clause: Clause, casing: Casing) -> str | None:
    """The phrase that opens the sentence, with its comma, for the front of the question; None where it is no phrase."""
    front = clause.parse.span(clause.fronted).strip(" ,") if clause.fronted else ""
    if not front:
        return ""
    phrase = clause.parse.words[clause.fronted[0]].tag == "IN" and len(front.split()) <= _MAX_OPENING
    return f"{casing.inside(front, 'IN')}, " if phrase else None


def on_par(clause: Clause, casing: Casing) -> Question | None:
    """`S matches T while P`: how the two compare, and at what price."""
    parse, said = clause.parse, predicate(clause)
    found = _PAR.match(said)
    if found is None or clause.second is not None or clause.fronted or not named_subject(clause) or by_people(clause):
        return None
    side = _WHERE.split(found["side"])[0]
    if not named(side):
        return None
    subject = subject_inside(clause, casing)
    return Question(f"how {auxiliary(clause)} {subject} compare with {side}?", parse.text[-len(said) - 1 : -1])
