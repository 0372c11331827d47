"""How something is done: `S V-s O by V-ing ...`, `using ...`, `via ...`, `with the help of ...`, asked as "How ...?".

Examples: "DGN-AM finds the image by optimizing the code of the generator." -> "How does DGN-AM find the image?" / "By
optimizing the code of the generator."
"Workers talk to the master via short heartbeats." -> "How do workers talk to the master?" / "Via short heartbeats."
Not matched: "by" before an amount or an agent, "through" of a place, verbs of evaluation, what a thing has or is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.asking import Question, asked_half, asked_whole, contiguous, cut_at, usable
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.carrier import NOMINAL, carrier, half
from deckgen.language.grammar.clauses import NOUNS, Clause
from deckgen.language.grammar.finishing import finished
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.words.parsing import Parse, Word
from deckgen.model import Fact

_CHECKS = frozenset(
    (
        "show evaluate test demonstrate compare analyze analyse verify illustrate report start begin end conclude "
        "experiment validate"
    ).split()
)
_STATES = frozenset(
    "be have include contain propose present introduce describe involve consider use employ consist mean suggest "
    "offer give provide become see know".split()
)
_PUTS_FORWARD = frozenset({"propose", "present", "introduce", "suggest", "motivate", "describe"})
_TRAVELS = frozenset(
    "pass feed run go cycle push send flow move travel propagate backpropagate iterate loop walk look come scroll "
    "step read get live navigate throw march bring pull channel".split()
)
_OPENS_ANEW = frozenset({"so", "and", "but", "thus", "then", "hence", "therefore", ";", "-", "–"})
_HELP = frozenset({"help", "aid", "means", "use", "combination"})
_TOLD = re.compile(r"\b[Bb]y (?:either )?\w{2,20}ing\b")
_LATE = re.compile(r"(?<=\w) by \w{2,20}ing (?!\w{1,20}ing\b)|(?<=\w) using (?=\w+ \w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Means(Fact):
    """Something achieved with how it is achieved, as a masked question with its answer."""

    kind: ClassVar[str] = "means"

    question: str


def _means(clause: Clause) -> Iterator[tuple[Word, tuple[int, ...]]]:
    """The verbs of a clause that are told how they are done, with the places that tell it."""
    fronted = [w for w in clause.parse.words[: clause.subject[0]] if w.text.lower() == "by"]
    for word in (*clause.parse.words[clause.verb.i + 1 :], *fronted):
        if not (_by(clause.parse, word) or _with(clause.parse, word) or _using(clause, word)):
            continue
        loose = word.text.lower() in ("using", "by") and _closes(clause.parse, word)
        verb = carrier(clause, word, NOMINAL if loose else frozenset())
        if verb is not None and _acts(clause, word, verb):
            yield verb, clause.parse.subtree(word.i)


def _by(parse: Parse, word: Word) -> bool:
    """`by V-ing`, `by means of N`."""
    if word.dep not in ("prep", "agent") or word.text.lower() != "by":
        return False
    gerund = parse.child(word.i, "pcomp")
    return (gerund is not None and gerund.tag == "VBG") or _of_help(parse, word)


def _with(parse: Parse, word: Word) -> bool:
    """`via N`, `through N`, `with the help of N`."""
    thing = parse.child(word.i, "pobj")
    if word.dep != "prep" or thing is None:
        return False
    if word.text.lower() == "with":
        return _of_help(parse, word)
    if word.text.lower() not in ("via", "through") or (thing.tag not in NOUNS and thing.tag != "VBG"):
        return False
    travels = parse.words[word.head].lemma.lower() in _TRAVELS
    return not (travels and word.text.lower() == "through")


def _of_help(parse: Parse, word: Word) -> bool:
    thing = parse.child(word.i, "pobj")
    of = parse.child(thing.i, "prep") if thing is not None else None
    return thing is not None and thing.text.lower() in _HELP and of is not None and of.text == "of"


def _using(clause: Clause, word: Word) -> bool:
    """`using N`, unless the object was taken for its subject."""
    opens = word.text in ("using", "utilizing", "leveraging") and clause.parse.subtree(word.i)[0] == word.i
    own = clause.parse.words[word.i - 1].text.lower() not in _OPENS_ANEW
    return own and opens and word.dep in ("advcl", "acl") and clause.parse.child(word.i, "dobj") is not None


def _closes(parse: Parse, word: Word) -> bool:
    """Whether nothing follows: at the end of the sentence "using" speaks of the verb, not of the noun before it."""
    return parse.subtree(word.i)[-1] >= len(parse) - 2


def _acts(clause: Clause, word: Word, verb: Word) -> bool:
    """Whether the verb is something that is done; what a noun has in it is no means."""
    parse = clause.parse
    if verb.lemma == "be":
        able = parse.child(verb.i, "acomp")
        return able is not None and able.lemma.lower() in ("able", "possible", "feasible", "capable", "easy")
    follows = parse.children(verb.i, "dobj", "prep", "acomp", "xcomp", "ccomp", "auxpass", "advmod")
    if word.dep in ("advcl", "acl") and not any(w.i != word.i for w in follows) and not clause.passive:
        return False
    if verb.lemma.lower() in _PUTS_FORWARD:
        return False
    return verb.lemma.lower() not in _STATES or word.text.lower() == "by" or parse.words[word.head].tag == "VB"


def _how(clause: Clause, reading: Reading) -> Question | None:
    deed = clause.parse.words[clause.subject[0]].text.lower().endswith("ing")
    if deed and not clause.passive and not clause.copular and not _has_object(clause):
        return None  # "Debugging crashes by reading logs": the name of a task
    for verb, places in _means(clause):
        found = asked_half(half(clause, verb, places), "how", places, reading.casing)
        if verb.lemma == "use" and not clause.passive and not _has_object(clause):  # "used to search"
            continue
        if verb.lemma in _CHECKS or not contiguous(places) or found is None or _TOLD.search(found.question):
            continue
        rest = [w.i for w in clause.parse.words if w.i not in places]
        if len(content(clause.parse, rest)) >= 2 and _specific(clause, places):
            return found
    return None


def _cut(statement: Statement, reading: Reading) -> tuple[Clause, Question] | None:
    """The same of a sentence that is well-formed as far as its means."""
    found = cut_at(statement, _LATE)
    if found is None or found[0].negated or found[0].verb.lemma.lower() in _CHECKS | _STATES | _PUTS_FORWARD:
        return None
    question = asked_whole(found[0], "how", found[1], reading.casing)
    return (found[0], question) if question and (found[0].passive or _has_object(found[0])) else None


def _has_object(clause: Clause) -> bool:
    return clause.complement("dobj") is not None


def _specific(clause: Clause, places: tuple[int, ...]) -> bool:
    """Whether the answer says more than "via the network": a verb with its object, a name, or a noun with its kind."""
    words = [clause.parse.words[i] for i in places]
    if any(w.text.lower() in ("etc", "e.g.", "various") for w in words):
        return False
    named = any(w.tag in ("NNP", "NNPS") or w.text[:2] == "Zq" for w in words[1:])
    return named or len(content(clause.parse, places)) >= 2


def find(reading: Reading) -> Iterator[Means]:
    """The means of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if clause is None:
            late = _cut(statement, reading)
            yield from _told(statement, late[0], late[1], reading) if late else ()
        elif not clause.negated and (found := _how(clause, reading)) and usable(statement, found):
            yield from _told(statement, clause, found, reading)


def _told(statement: Statement, clause: Clause, found: Question, reading: Reading) -> Iterator[Means]:
    ready = finished(found, clause, reading, statement.evidence)
    if ready is not None:
        yield Means(
            evidence=statement.evidence, question=ready.question, answer=ready.answer, subject=clause.subject_text
        )
