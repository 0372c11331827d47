"""What speaks against a method, what for it: `the drawback of X is Y`, `X fails to VP`, `X cannot VP`, `X lacks Y`.

Examples: "The drawback of the à trous trick is a longer running time." -> "What is the drawback of the à trous
trick?" / "A longer running time."
"Greedy search fails to correct an early error." -> "What does greedy search fail to do?" / "Correct an early error."
Not matched: one drawback or goal among others, the reader's own complaints, praise without content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.asking import Question, answer_text, contiguous
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.clauses import NOUNS, Clause, by_people
from deckgen.language.grammar.finishing import finished
from deckgen.language.grammar.questions import ask, subject_inside
from deckgen.language.prose.statements import Reading
from deckgen.language.words.parsing import Parse, Word
from deckgen.model import Fact

_TRAIT = re.compile(
    r"drawback|limitation|disadvantage|shortcoming|downside|weakness|problem|bottleneck|challenge|caveat|cost|price|"
    r"advantage|benefit|strength|upside|purpose|goal|aim|objective|role|function|task|input|output|cause|reason",
    re.IGNORECASE,
)
_CHIEF = frozenset({"primary", "main", "central", "principal", "key", "core", "chief"})
_ONE_OF = frozenset(
    "outcome endpoint metric objective hypothesis finding assumption limitation conclusion claim question".split()
)
_PAPER = frozenset("paper work article study authors author project".split())
_GENERIC = frozenset("model network method approach system algorithm agent data architecture".split())
_MAX_ANSWER, _MAX_DONE, _MIN_DONE = 24, 18, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Limitation(Fact):
    """A trait of a thing with what it is, as a masked question with its answer."""

    kind: ClassVar[str] = "limitation"

    question: str


def _chief(clause: Clause) -> bool:
    """Whether the subject is the one thing of its kind in a paper: the primary outcome, the main hypothesis."""
    head = clause.subject_head
    marked = any(word.text.lower() in _CHIEF for word in clause.parse.children(head.i, "amod"))
    definite = clause.parse.words[clause.subject[0]].text.lower() == "the"
    return marked and definite and head.tag == "NN" and head.lemma in _ONE_OF


def _about_a_thing(parse: Parse, of: Word) -> bool:
    """Whether the trait is that of a thing, not of the paper or of the people who wrote it."""
    thing = parse.child(of.i, "pobj", "pcomp")
    return thing is not None and thing.lemma.lower() not in _PAPER


def _trait(clause: Clause, reading: Reading) -> tuple[str, str] | None:
    parse, head = clause.parse, clause.subject_head
    if clause.verb.lemma != "be" or clause.auxiliaries or clause.fronted or clause.second or clause.negated:
        return None
    of = next((w for w in parse.children(head.i, "prep") if w.text in ("of", "with", "for")), None)
    one = parse.words[clause.subject[0]].text.lower() in ("a", "an", "one", "another", "some")
    bare = head.tag == "NN" and not parse.children(head.i, "det", "poss")
    named = (
        of is not None
        and not one
        and not bare
        and _TRAIT.fullmatch(head.lemma) is not None
        and _about_a_thing(parse, of)
    )
    if not (named or _chief(clause)) or clause.verb.tag not in ("VBZ", "VBP", "VBD"):
        return None
    places = [w.i for w in parse.words[clause.verb.i + 1 :] if w.tag != "."]
    if not contiguous(places) or len(places) > _MAX_ANSWER or len(content(parse, places)) < 2:
        return None
    answer = answer_text(parse, places).removeprefix("that ")
    return f"what {clause.verb.text.lower()} {subject_inside(clause, reading.casing)}?", answer


def _shortcoming(clause: Clause, reading: Reading) -> tuple[str, str] | None:
    """`S fails to VP`, `S is unable to VP`, `S cannot VP`, `S lacks N`."""
    parse = clause.parse
    if clause.second or clause.passive or by_people(clause) or clause.subject_head.tag not in NOUNS:
        return None
    joined = any(w.tag.startswith("VB") for w in parse.children(clause.verb.i, "conj"))
    if joined or _anything(clause, reading.summary.topic):
        return None
    places, ending = _lacking(clause)
    answer = answer_text(parse, places) if contiguous(places) else ""
    ends = bool(places) and places[-1] >= len(parse) - 2
    if not ends or len(content(parse, places)) < _MIN_DONE or len(places) > _MAX_DONE:
        return None
    question = ask(clause, "what", places, reading.casing)
    return (question.removesuffix("?") + ending, answer) if question else None


def _anything(clause: Clause, topic: str) -> bool:
    """Whether what the subject cannot do could be anything: "the model", or the method of the paper itself."""
    subject = clause.subject_text.lower().removeprefix("the ")
    return subject in _GENERIC or subject == topic.lower()


def _lacking(clause: Clause) -> tuple[list[int], str]:
    """Places of what the subject does not do or have, and how the question for it ends."""
    parse, verb = clause.parse, clause.verb
    goal = _infinitive(parse, verb if verb.lemma == "fail" else clause.complement("acomp"))
    if goal and not clause.negated:
        return goal, " do?"
    if verb.lemma == "lack" and not clause.negated and (thing := clause.complement("dobj")) is not None:
        return list(parse.subtree(thing.i)), "?"
    able = any(w.text.lower() in ("can", "ca", "could") for w in clause.auxiliaries)
    if able and clause.negated and verb.lemma != "be":
        return [w.i for w in parse.words[verb.i :] if w.tag != "."], " do?"
    return [], ""


def _infinitive(parse: Parse, governor: Word | None) -> list[int]:
    """Places of the VP of "fails to VP" and "unable to VP", without "to"."""
    if governor is None or governor.lemma.lower() not in ("fail", "unable", "incapable"):
        return []
    goal = parse.child(governor.i, "xcomp")
    to = parse.child(goal.i, "aux") if goal is not None else None
    if goal is None or to is None or to.tag != "TO":
        return []
    return [i for i in parse.subtree(goal.i) if i > to.i]


def find(reading: Reading) -> Iterator[Limitation]:
    """Drawbacks, advantages, purposes and the like of named things, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        sound = statement.sound and clause is not None
        found = (_trait(clause, reading) or _shortcoming(clause, reading)) if sound and clause is not None else None
        ready = finished(Question(*found), clause, reading, statement.evidence) if found and clause else None
        if ready and clause is not None:
            yield Limitation(
                evidence=statement.evidence, question=ready.question, answer=ready.answer, subject=clause.subject_text
            )
