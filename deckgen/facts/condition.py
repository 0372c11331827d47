"""What holds when something else does: `If A, B`, `B when A`, asked for the condition or for what follows.

Examples: "If the queue is full, the scheduler drops the oldest read." -> "When does the scheduler drop the oldest
read?" / "If the queue is full."
"If a set has more members than dimensions, it is dependent." -> "What happens if a set has more members than
dimensions?" / "It is dependent."
Asked for is the vaguer half, so that the question is the specific one. Not matched: "when" of training and evaluation
set-ups, definitions, examples, guesses ("might"), conditions with a pronoun that nothing before it explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.asking import Question, answer_text, asked_half, contiguous, marked, usable
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.carrier import carrier, half
from deckgen.language.grammar.clauses import FINITE, NOUNS, SUBJECTS, Clause, by_people
from deckgen.language.grammar.finishing import finished
from deckgen.language.prose.statements import Reading
from deckgen.language.words.parsing import Parse, Word
from deckgen.model import Fact

_MARKS = ("if", "when", "once", "unless", "whenever", "until", "only")
_SAYS = frozenset(
    "call say define denote refer mean see show find observe report compare guarantee know evaluate test train".split()
)
_UNTOLD = re.compile(
    r"\b(?:some|different|several|various|certain) (?:\w+ )?(?:methods|optimi[sz]ations|techniques|things)\b"
)
_DEEMS = frozenset({"consider", "regard", "treat", "deem", "count", "label"})
_MAY_DO = re.compile(r"(?:it|they|he|she) (?:can|could|may|might)\b", re.IGNORECASE)
_NO_EVENT = frozenset({"need", "have", "include", "contain"})
_STARTS = frozenset({"start", "begin", "proceed", "stop", "continue"})
_ELSE = re.compile(r"\b(?:otherwise|else)\b")
_GUESS = frozenset({"might", "may", "would", "could", "should"})
_EXAMPLE = re.compile(r"\bexamples?\b|\bfor instance\b|\be\.g\.|\bthen\?|\bsome of\b", re.IGNORECASE)
_SET_UPS = frozenset(
    "train test evaluate use compare run do report measure add apply pretrain fine-tune look consider set".split()
)
_WEAK = frozenset("be have become work happen get do make use need occur apply help perform".split())
_MAX_CONDITION, _MAX_ANSWER, _MIN_ANSWER = 18, 20, 3
_MIN_SAID, _MIN_CONDITION = 3, 1
_FULL = ("dobj", "acomp")
_LOOSE = ("prep", "xcomp", "ccomp", "attr", "prt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Fact):
    """A condition and what follows from it, as a masked question with its answer."""

    kind: ClassVar[str] = "condition"

    question: str


def _conditions(clause: Clause) -> Iterator[tuple[Word, Word, tuple[int, ...]]]:
    """Conjunction, the verb it holds for, and places of each condition."""
    parse = clause.parse
    for word in parse.words:
        mark = marked(parse, word, *_MARKS) if word.dep == "advcl" else None
        if mark is None or not (parse.child(word.i, *SUBJECTS) or _of_the_subject(parse, word)):
            continue
        verb = carrier(clause, word)
        places = parse.subtree(word.i)
        if verb is not None and contiguous(places) and _plain(parse, places):
            yield mark, verb, places


def _of_the_subject(parse: Parse, word: Word) -> bool:
    """Whether the condition is "when V-ing" of the subject, not of those who try it out."""
    rest = content(parse, parse.subtree(word.i))
    return word.tag == "VBG" and word.lemma not in _SET_UPS and len(rest) >= _MIN_SAID


def _plain(parse: Parse, places: Sequence[int]) -> bool:
    """Whether the condition stands alone: short and without pronouns."""
    words = [parse.words[i] for i in places]
    whole = parse.text[words[-1].end : words[-1].end + 1] not in ("-", "/")
    return whole and len(words) <= _MAX_CONDITION and not any(w.tag in ("PRP", "PRP$") for w in words)


def _rest(clause: Clause, places: Sequence[int]) -> list[int]:
    """Places of what follows from the condition."""
    rest = [w.i for w in clause.parse.words if w.i not in places and w.tag != "."]
    while rest and clause.parse.words[rest[0]].tag in (",", ":", "RB"):
        rest.pop(0)
    while rest and clause.parse.words[rest[-1]].tag in (",", ":"):
        rest.pop()
    return rest


def _when(clause: Clause, verb: Word, places: tuple[int, ...], reading: Reading) -> Question | None:
    """`B when A` as "when B?", where B is specific enough to be asked about."""
    parse = clause.parse
    anyone = clause.subject if clause.subject_text.lower() == "we" else ()
    others = [w for w in parse.words if w.i not in places and w.i not in anyone]
    if clause.subject_head.tag == "DT" or _ELSE.search(parse.text):
        return None
    first = parse.words[places[0]]
    if any(w.tag in ("PRP", "PRP$") for w in others) or first.tag == "RB" or first.text.lower() == "unless":
        return None
    said = len(content(parse, _rest(clause, places))) + (verb.tag in FINITE and verb.lemma not in _WEAK)
    if len(content(parse, places)) < _MIN_CONDITION or said < (_MIN_SAID - _state(clause)):
        return None
    follows = parse.children(verb.i, *(_FULL if verb.lemma in _WEAK else (*_FULL, *_LOOSE)))
    if not clause.passive and not any(w.i > verb.i for w in follows):
        return None
    wh = "until when" if first.text.lower() == "until" else "when"
    return asked_half(half(clause, verb, places), wh, places, reading.casing)


def _state(clause: Clause) -> bool:
    """Whether the clause tells how a thing is: "the caching protocol is useful when ..." asks for no event."""
    return clause.copular and clause.subject_head.tag in NOUNS and len(clause.subject) > 1 and not clause.fronted


def _what_happens(clause: Clause, verb: Word, mark: Word, places: tuple[int, ...], reading: Reading) -> Question | None:
    """`If A, B` as "what happens if A?", where A is specific enough and B is an event."""
    parse, rest = clause.parse, _rest(clause, places)
    if clause.second is not None or verb.i != clause.verb.i or not contiguous(rest):
        return None
    if not any(w.dep in SUBJECTS for w in map(parse.words.__getitem__, places)) or len(parse.words[rest[0]].text) == 1:
        return None
    if parse.words[places[0]].text.lower() == "even" or verb.lemma in _NO_EVENT:
        return None
    if verb.lemma in _DEEMS or _ELSE.search(parse.text) or not content(parse, rest):
        return None
    if len(content(parse, places)) < _MIN_SAID or mark.text.lower() not in ("if", "when", "once"):
        return None
    said, answer = reading.casing.inside(answer_text(parse, places), mark.tag), answer_text(parse, rest)
    if not _MIN_ANSWER <= len(answer.split()) <= _MAX_ANSWER or "'" in answer.split()[0] or _MAY_DO.match(answer):
        return None
    return Question(f"what happens {said}?", answer)


def _worth(clause: Clause, verb: Word) -> bool:
    """Whether the sentence tells a fact: no definition, no example, no guess."""
    guess = any(w.text.lower() in _GUESS for w in clause.auxiliaries)
    if by_people(clause) and verb.lemma.lower() in _STARTS:
        return False
    return not guess and verb.lemma.lower() not in _SAYS and _EXAMPLE.search(clause.parse.text) is None


def find(reading: Reading) -> Iterator[Condition]:
    """The conditions of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if clause is None:
            continue
        for mark, verb, places in _conditions(clause):
            if not _worth(clause, verb):
                continue
            found = _when(clause, verb, places, reading) or _what_happens(clause, verb, mark, places, reading)
            found = finished(found, clause, reading, statement.evidence)
            if found and usable(statement, found) and not _UNTOLD.search(f"{found.question} {found.answer}"):
                yield Condition(
                    evidence=statement.evidence,
                    question=found.question,
                    answer=found.answer,
                    subject=clause.subject_text,
                )
                break
