"""What something does to something: `S minimizes O`, `S allows O to VP`, asked for the object or what is possible.

Examples: "The critic estimates the value of each state." -> "What does the critic estimate?" / "The value of each
state."
"Masking allows the decoder to train in parallel." -> "What does masking allow the decoder to do?" / "Train in
parallel."
Not matched: verbs whose object could be anything (use, have, show), objects that are one plain word, the authors as
subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.asking import Question, answer_text, asked, contiguous
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.clauses import NOUNS, Clause, by_people
from deckgen.language.grammar.finishing import finished
from deckgen.language.grammar.questions import ask
from deckgen.language.prose.statements import Reading
from deckgen.model import Fact

_ACTS = frozenset(
    (
        "prevent cause encourage ensure measure represent describe control determine predict compute calculate "
        "estimate minimize minimise maximize maximise output emit return approximate encode decode store remove "
        "replace avoid eliminate preserve guarantee promote inhibit induce trigger penalize penalise reward detect "
        "identify select learn model capture regulate produce generate yield receive exploit share "
        "reuse ignore bound update optimize optimise reconstruct recover separate require assume violate activate "
        "suppress encode extract count track normalize normalise constrain decrease increase reduce improve"
    ).split()
)
_ENABLES = frozenset("allow enable force help encourage cause require lead permit teach push drive".split())
_STRANDED = re.compile(r" (?:as|to|into|of|with|from|by|for|on|in|at|and|or|slightly|significantly|considerably)\?\Z")
_LOST = re.compile(r"\b(?:does|do|did) .* (?:but|only)\b|\bbut\b|\bwhat (?:may|might|could)\b")
_PLAIN = re.compile(
    r"(?:improve|increase|boost|enhance) (?:the |its |their )?(?:\w+ )?(?:performance|accuracy|results|"
    r"generali[sz]ation)",
    re.IGNORECASE,
)
_VERBAL = frozenset({"VB", "VBP", "VBZ"})
_OPEN = frozenset(
    (
        "compute calculate receive replace reuse use produce generate require learn predict represent return output "
        "emit optimize optimise minimize minimise maximize maximise count track compare share model extract update "
        "capture assume improve reduce increase decrease describe exploit ignore remove select identify yield separate"
    ).split()
)
_MAX_ANSWER, _MIN_CONTENT, _MIN_SAID = 16, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect(Fact):
    """What something does, as a masked question with its answer."""

    kind: ClassVar[str] = "effect"

    question: str


def _object(clause: Clause, reading: Reading) -> Question | None:
    """`S minimizes O`: asked for O."""
    thing = clause.complement("dobj")
    if clause.verb.lemma not in _ACTS or clause.passive or thing is None or thing.tag not in NOUNS:
        return None
    places = clause.parse.subtree(thing.i)
    if any(clause.parse.words[i].tag in _VERBAL and clause.parse.words[i].dep == "conj" for i in places):
        return None  # a second verb, taken for a second thing
    follows = clause.parse.words[places[-1] + 1] if places[-1] + 1 < len(clause.parse) else None
    if follows is not None and follows.tag not in ("IN", "RB", ".", "WRB"):
        return None
    if clause.verb.lemma in _OPEN and _said(clause, places, reading.summary.topic) < _MIN_SAID:
        return None
    if places[0] != clause.verb.i + 1 or len(content(clause.parse, places)) < _MIN_CONTENT or len(places) > _MAX_ANSWER:
        return None
    found = asked(clause, "what", places, reading.casing)
    return None if found is None or _STRANDED.search(found.question) or _LOST.search(found.question) else found


def _said(clause: Clause, places: tuple[int, ...], topic: str) -> int:
    """How many content words narrow the question, the verb and the name of the paper not counted."""
    names = set(topic.lower().split())
    rest = [
        w.i for w in clause.parse.words if w.i not in places and w.i != clause.verb.i and w.text.lower() not in names
    ]
    return len(content(clause.parse, rest))


def _enabled(clause: Clause, reading: Reading) -> Question | None:
    """`S allows O to VP`: asked for VP."""
    parse = clause.parse
    nested = any(parse.child(i, "relcl") is not None for i in clause.subject)
    if clause.verb.lemma not in _ENABLES or clause.second is not None or nested or clause.complement("agent"):
        return None
    for done in parse.children(clause.verb.i, "ccomp", "xcomp"):
        to = parse.child(done.i, "aux")
        if done.tag != "VB" or to is None or to.tag != "TO":
            continue
        places = [i for i in parse.subtree(done.i) if i > to.i]
        question = ask(clause, "what", places, reading.casing)
        answer = answer_text(parse, places) if places and contiguous(places) else ""
        if _PLAIN.fullmatch(answer):
            continue
        ends = bool(places) and places[-1] >= len(parse) - 2
        if question and ends and question.endswith(" to?") and 2 <= len(answer.split()) <= _MAX_ANSWER:
            return Question(question.removesuffix("?") + " do?", answer)
    return None


def find(reading: Reading) -> Iterator[Effect]:
    """The effects of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if not statement.sound or clause is None or clause.negated or by_people(clause):
            continue
        found = _enabled(clause, reading) or _object(clause, reading)
        found = finished(found, clause, reading, statement.evidence)
        if found:
            yield Effect(
                evidence=statement.evidence, question=found.question, answer=found.answer, subject=clause.subject_text
            )
