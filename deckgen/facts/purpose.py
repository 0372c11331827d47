"""What something is done for: `S uses X to VP`, `To VP, S does X`.

Examples: "SeqGAN uses REINFORCE to train the generator." -> "What does SeqGAN use REINFORCE for?" / "To train the
generator."
"To compensate for the lost accuracy, SqueezeNet downsamples late." -> "What does SqueezeNet do to compensate for the
lost accuracy?" / "Downsamples late."
Not matched: "to" after verbs that want it (try, allow, help, need), evaluations ("to test this"), purposes inside
subordinate clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.asking import Question, answer_text, asked, contiguous
from deckgen.language.clauses import Clause, text_of
from deckgen.language.parsing import Word
from deckgen.language.questions import DO, subject_inside
from deckgen.language.second_opinion import can_be_verb
from deckgen.language.statements import Reading, Statement
from deckgen.model import Fact

_WANTS_TO = frozenset(
    (
        "try aim attempt need seem tend allow enable help lead force require want fail manage continue learn begin "
        "start appear happen cause encourage lead like be have go expect ask intend decide choose hope prove turn come "
        "get suffice know show motivate find believe consider say report think assume suppose see observe take inspire "
        "propose recommend advise tell urge permit invite agree refuse promise threaten offer plan wait work constrain "
        "limit restrict confine oblige bind prefer deserve"
    ).split()
)
_CHECKS = frozenset("test evaluate see check verify show demonstrate compare illustrate validate assess do be".split())
_MADE_TO = frozenset("train design build optimize optimise pretrain learn teach program fit encourage force".split())
_GOAL = re.compile(r"(?:in order |so as )?to (?!(?:get|be|do|have|become)\b)\w", re.IGNORECASE)
_MAX_ANSWER = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Fact):
    """Something done with what it is done for, as a masked question with its answer."""

    kind: ClassVar[str] = "purpose"

    question: str


def _infinitive(clause: Clause, word: Word) -> bool:
    """Whether `word` heads a "to VP" of purpose."""
    to = clause.parse.child(word.i, "aux")
    opens = clause.parse.subtree(word.i)[0]
    if word.tag != "VB" or to is None or to.tag != "TO" or word.lemma in _CHECKS or not can_be_verb(word.text):
        return False
    return to.i <= opens + 2 and not clause.parse.child(word.i, "nsubj", "nsubjpass")


def _after(clause: Clause) -> tuple[int, ...]:
    """Places of a purpose behind the verb and its object."""
    for word in clause.parse.children(clause.verb.i, "advcl", "xcomp"):
        has_object = clause.parse.child(clause.verb.i, "dobj") is not None or clause.passive
        if word.i > clause.verb.i and has_object and _infinitive(clause, word):
            return clause.parse.subtree(word.i)
    return ()


def _why(statement: Statement, clause: Clause, reading: Reading) -> Question | None:
    places = _after(clause)
    able = any(word.lemma in ("can", "could", "may", "might") for word in clause.auxiliaries)
    if not places or clause.verb.lemma in _WANTS_TO or (able and clause.passive):
        return None
    if clause.passive and clause.verb.lemma in _MADE_TO:
        return _made_to(clause, places, reading)
    found = asked(clause, "why", places, reading.casing)
    if found is None or not _GOAL.match(found.answer):
        return None
    question = found.question
    if clause.verb.lemma == "use" and not clause.passive and places[-1] >= len(clause.parse) - 2:
        question = question.replace("why ", "what ", 1).removesuffix("?") + " for?"
    return Question(question, found.answer)


def _made_to(clause: Clause, places: tuple[int, ...], reading: Reading) -> Question | None:
    """`S is trained to VP` as "what is S trained to do?"."""
    found = asked(clause, "what", places, reading.casing)
    if found is None or places[-1] < len(clause.parse) - 2:
        return None
    return Question(found.question.removesuffix("?") + " to do?", found.answer.removeprefix("to ").removeprefix("To "))


def _what_is_done(clause: Clause, reading: Reading) -> Question | None:
    """`To VP, S does X` as "what does S do to VP?"."""
    parse = clause.parse
    front = [w for w in parse.children(clause.verb.i, "advcl") if w.i < clause.subject[0] and _infinitive(clause, w)]
    helps = clause.verb.lemma in _WANTS_TO or clause.subject_head.text.lower() in ("paper", "work", "article")
    if len(front) != 1 or clause.passive or clause.auxiliaries or clause.copular or clause.second or helps:
        return None
    purpose = parse.subtree(front[0].i)
    if not contiguous(purpose) or set(clause.fronted) - set(purpose) - {
        i for i in clause.fronted if parse.words[i].tag == ","
    }:
        return None
    goal = reading.casing.inside(answer_text(parse, purpose), "TO").removeprefix("in order ").removeprefix("In order ")
    done = text_of(parse, [w.i for w in parse.words[clause.subject[-1] + 1 :] if w.tag != "."])
    helper = DO.get(clause.verb.tag)
    if helper is None or not 3 <= len(done.split()) <= _MAX_ANSWER:
        return None
    return Question(f"what {helper} {subject_inside(clause, reading.casing)} do {goal}?", done)


def find(reading: Reading) -> Iterator[Purpose]:
    """The purposes of a summary, in source order."""
    for statement in reading.statements:
        if not statement.sound or statement.clause is None:
            continue
        clause = statement.clause
        found = _why(statement, clause, reading) or _what_is_done(clause, reading)
        if found:
            yield Purpose(
                evidence=statement.evidence, question=found.question, answer=found.answer, subject=clause.subject_text
            )
