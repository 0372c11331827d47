"""What the paper brings: `the authors propose X to VP`, `the authors introduce X, a Y that ...`.

Examples: "The R-FCN authors propose position-sensitive score maps to restore position." -> "What do the R-FCN authors
propose to restore position?" / "Position-sensitive score maps."
"The authors introduce Swapout, a method that drops units and layers at random." -> "What is Swapout?"
"The R-FCN authors propose a detector that shares its computation." (topic R-FCN) -> "What is R-FCN?"
"They propose a scheduler called LateRead that drops old requests." -> "What does LateRead do?"
Not matched: a contribution that is not narrowed by a purpose or a name: "What do the authors propose?" fits anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.asking import answer_text, contiguous
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.clauses import NOUNS, Clause
from deckgen.language.grammar.questions import DO, subject_inside
from deckgen.language.prose.statements import Reading
from deckgen.language.terms import kinds
from deckgen.language.terms.term import known
from deckgen.language.words.parsing import Parse, Word
from deckgen.model import Fact, Summary

_BRINGS = frozenset("propose introduce present suggest develop describe design build create".split())
_SELF = ("authors", "paper", "work", "article", "study")
_CALLED = frozenset({"called", "named", "dubbed", "termed"})
_METHODS = frozenset(
    "method model architecture network algorithm system framework approach technique detector dataset benchmark loss "
    "function layer module protocol scheme strategy optimizer autoencoder store database library language tool agent "
    "classifier metric measure representation embedding procedure engine scheduler platform".split()
)
_WHOSE = frozenset({"speaks of a paper that is not named"})  # what has a name needs no paper in front
_ADDS, _START = re.compile(r"\b(?:also|further|furthermore|additionally|then)\b", re.IGNORECASE), 6
_STEM, _TOLD = 5, 0.5
_NAME = re.compile(r"(?=[\w-]*[A-Z][\w-]*[A-Z]|[A-Z][a-z]+\Z|[\w-]*\d)[A-Za-z][\w-]{2,24}\Z")
_MAX_ANSWER, _MIN_CONTENT = 22, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Fact):
    """What the authors bring, as a masked question with its answer."""

    kind: ClassVar[str] = "contribution"

    question: str


def _by_the_authors(clause: Clause) -> bool:
    return (
        (clause.subject_head.text.lower() in _SELF or clause.subject_text.endswith("et al."))
        and clause.verb.lemma in _BRINGS
        and not clause.passive
    )


def _goal(clause: Clause, thing: Word) -> tuple[int, ...]:
    """Places of "to VP" or "for N" that says what the contribution is for."""
    parse = clause.parse
    for parent in (clause.verb, thing):
        for word in parse.children(parent.i, "advcl", "acl", "relcl", "xcomp"):
            to = parse.child(word.i, "aux")
            if word.i > thing.i and word.tag == "VB" and to is not None and to.tag == "TO":
                return parse.subtree(word.i)
    for parent in (clause.verb, thing):
        for word in parse.children(parent.i, "prep"):
            if word.i > thing.i and word.text == "for":
                return parse.subtree(word.i)
    return ()


def _proposed_for(clause: Clause, reading: Reading) -> tuple[str, str] | None:
    parse = clause.parse
    thing = clause.complement("dobj")
    if thing is None or thing.tag not in NOUNS or clause.second or clause.fronted:
        return None
    goal = _goal(clause, thing)
    places = [i for i in parse.subtree(thing.i) if i not in goal]
    last = max((*goal, *places), default=0)
    if not goal or not contiguous(places) or any(w.tag not in (".", ",") for w in parse.words[last + 1 :]):
        return None
    if len(content(parse, places)) < _MIN_CONTENT or len(places) > _MAX_ANSWER or goal[0] < places[-1]:
        return None
    if parse.words[places[0]].tag == "CD" or kinds.explanation(parse, places, "", least=_MIN_CONTENT) is None:
        return None
    if _told(answer_text(parse, places), reading.summary):
        return None
    helper = DO.get(clause.finite.tag)
    if helper is None:
        return None
    verb, aim = clause.verb.lemma, answer_text(parse, goal)
    return f"what {helper} {subject_inside(clause, reading.casing)} {verb} {aim}?", answer_text(parse, places)


def _told(answer: str, summary: Summary) -> bool:
    """Whether the title tells the answer: it has the name of the paper, or most of its words."""
    if summary.topic and summary.topic.casefold() in answer.casefold():
        return True
    shown = {word[:_STEM] for word in re.findall(r"\w+", summary.title.casefold())}
    said = [word[:_STEM] for word in re.findall(r"\w{4,}", answer.casefold())]
    return sum(word in shown for word in said) >= _TOLD * max(len(said), 1)


def _named(clause: Clause) -> tuple[str, str] | None:
    """`introduce X, a Y that ...`: a named thing with what it is in apposition."""
    parse = clause.parse
    thing = clause.complement("dobj")
    if thing is None:
        return None
    kind = parse.child(thing.i, "appos")
    name = [w.i for w in parse.words[: kind.i if kind else 0] if w.i > clause.verb.i and w.i <= thing.i]
    if kind is None or not name or kind.tag not in NOUNS or not parse.children(kind.i, "relcl", "acl", "prep"):
        return None
    if thing.tag not in ("NNP", "NN") or not parse.words[name[0]].text[:1].isupper():
        return None
    places = [i for i in parse.subtree(kind.i) if parse.words[i].tag not in (".",)]
    if not contiguous(places) or len(content(parse, places)) < _MIN_CONTENT or len(places) > _MAX_ANSWER:
        return None
    return f"what is {parse.span(name)}?", answer_text(parse, places)


def _topical(clause: Clause, topic: str) -> tuple[str, str] | None:
    """`the X authors propose a KIND that ...`, where X is the name of what they propose: what X is."""
    parse, thing = clause.parse, clause.complement("dobj")
    if thing is None or thing.lemma.lower() not in _METHODS or not _NAME.match(topic) or known(topic):
        return None
    if clause.fronted or clause.second or parse.children(clause.verb.i, "conj") or parse.children(thing.i, "conj"):
        return None
    places = list(parse.subtree(thing.i))
    if parse.words[places[0]].text.lower() not in ("a", "an") or not kinds.ends_well(parse, places[-1]):
        return None
    if not kinds.is_kind(parse, thing, parse.words[places[0]]) or topic in parse.span(places):
        return None
    answer = kinds.explanation(parse, places, topic)
    return (f"what is {topic}?", answer) if answer else None


def _also(written: str) -> bool:
    """Whether the sentence, as written, adds to what the authors brought before."""
    return bool(_ADDS.search(" ".join(written.split()[:_START])))


def _called(clause: Clause) -> tuple[str, str] | None:
    """`propose a KIND called X that VP`, `propose X, which VP`: what X does."""
    parse, thing = clause.parse, clause.complement("dobj")
    if thing is None or clause.second:
        return None
    naming = next((w for w in parse.children(thing.i, "acl") if w.text.lower() in _CALLED), None)
    name = parse.child(naming.i, "oprd") if naming is not None else thing
    if name is None or name.tag not in ("NNP", "NN") or not _NAME.match(name.text) or known(name.text):
        return None
    if name.text.lower() in _METHODS:
        return None
    for owner in (thing, name):
        for verb in parse.children(owner.i, "relcl"):
            answer = _deed(parse, verb, name)
            if answer:
                return f"what does {name.text} do?", answer
    return None


def _deed(parse: Parse, verb: Word, name: Word) -> str | None:
    """The words behind "that" or "which" of a relative clause that says what a thing does."""
    subject = parse.child(verb.i, "nsubj")
    if subject is None or subject.text.lower() not in ("that", "which") or verb.tag != "VBZ" or verb.i < name.i:
        return None
    if verb.lemma in ("be", "have", "include", "contain", "achieve", "outperform", "consist"):
        return None
    places = [i for i in parse.subtree(verb.i) if i > subject.i]
    return kinds.explanation(parse, places, name.text) if kinds.ends_well(parse, places[-1]) else None


def find(reading: Reading) -> Iterator[Contribution]:
    """The contributions of a summary, in source order; what the paper's own name means once."""
    topic, told = reading.summary.topic, False
    for statement in reading.statements:
        clause = statement.clause
        if set(statement.problems) - _WHOSE or clause is None or not _by_the_authors(clause):
            continue
        coined = _named(clause) or _called(clause)
        if not coined and not statement.sound:
            continue
        own = None if told or _also(statement.evidence.text) else _topical(clause, topic)
        told = True
        found = coined or own or _proposed_for(clause, reading)
        if found:
            yield Contribution(
                evidence=statement.evidence, question=found[0], answer=found[1], subject=clause.subject_text
            )
