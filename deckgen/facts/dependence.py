"""What something hangs on: `S depends on X`, `S is caused by X`, `S is split into X`, with the preposition last.

Example: "The running time depends on the length of the longest path." -> "What does the running time depend on?" / "The
length of the longest path."
Not matched: prepositions that only tell place or time, objects that are one plain word, anything behind the object.
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
from deckgen.language.grammar.questions import ask
from deckgen.language.prose.statements import Reading
from deckgen.model import Fact

_BOUND = frozenset(
    (
        "depend+on rely+on base+on consist+of correspond+to lead+to result+in focus+on suffer+from differ+from "
        "converge+to amount+to stem+from derive+from inspire+by initialize+with initialise+with replace+by "
        "replace+with condition+on parameterize+by measure+by divide+into split+into decompose+into transform+into "
        "associate+with limit+by limit+to cause+by determine+by control+by compose+of build+on combine+with "
        "arise+from act+as serve+as treat+as view+as interpret+as model+as encode+as represent+as "
        "represent+by express+as formulate+as know+as regularize+by optimize+by compute+from compute+by sample+from "
        "draw+from learn+from bound+by produce+by generate+by drive+by mediate+by weight+by feed+into reduce+to "
        "contribute+to account+for benefit+from proportional+to equal+to sensitive+to robust+to "
        "invariant+to responsible+for similar+to equivalent+to due+to independent+of dependent+on prone+to "
        "susceptible+to"
    ).split()
)
_OPEN = re.compile(
    r"\bwhat (?:may|might|could)\b|\b(?:it|them|him|her)\b|\b(?:different|various|several) |\breasons? for\b|"
    r"\b(?:over|to|of|in|on|at|by|with|from) (?:to|of|on|from|into|as|by|with)\?\Z"
)
_THE_ONE = re.compile(r"(?:the ones?|those|that)\b|an? (?:drop|decrease|increase|improvement|boost)\b", re.IGNORECASE)
_MAX_ANSWER, _MIN_CONTENT = 16, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence(Fact):
    """What something hangs on, as a masked question with its answer."""

    kind: ClassVar[str] = "dependence"

    question: str


def _places(clause: Clause) -> tuple[int, ...]:
    """Places of the noun phrase behind a preposition that belongs to the verb or to its adjective."""
    parse = clause.parse
    adjective = clause.complement("acomp")
    for parent in (clause.verb, adjective):
        if parent is None:
            continue
        for word in parse.children(parent.i, "prep", "agent"):
            thing = parse.child(word.i, "pobj")
            bound = f"{parent.lemma.lower()}+{word.text.lower()}" in _BOUND
            if bound and word.i > clause.verb.i and thing is not None and thing.tag in NOUNS:
                return parse.subtree(thing.i)
    return ()


def find(reading: Reading) -> Iterator[Dependence]:
    """The dependences of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if not statement.sound or clause is None or clause.negated or clause.second or by_people(clause):
            continue
        parse, places = clause.parse, _places(clause)
        ends = bool(places) and not any(w.tag not in (".",) for w in parse.words[places[-1] + 1 :])
        if not ends or not contiguous(places) or len(places) > _MAX_ANSWER:
            continue
        question = ask(clause, "what", places, reading.casing)
        if question is None or len(content(parse, places)) < _MIN_CONTENT or _OPEN.search(question):
            continue
        found = finished(Question(question, answer_text(parse, places)), clause, reading, statement.evidence)
        if found and not _THE_ONE.match(found.answer):
            yield Dependence(
                evidence=statement.evidence, question=found.question, answer=found.answer, subject=clause.subject_text
            )
