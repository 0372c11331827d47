"""What speaks against a method, what for it: `the drawback of X is Y`, an item under "Limitations" of a named thing.

Example: "The drawback of the à trous trick is a longer running time." -> "What is the drawback of the à trous trick?" /
"A longer running time."
Not matched: the reader's own complaints, praise without content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.asking import answer_text, contiguous
from deckgen.language.blanks import content
from deckgen.language.clauses import Clause
from deckgen.language.questions import subject_inside
from deckgen.language.statements import Reading
from deckgen.model import Fact

_TRAIT = re.compile(
    r"drawback|limitation|disadvantage|shortcoming|downside|weakness|problem|bottleneck|challenge|caveat|cost|price|"
    r"advantage|benefit|strength|upside|purpose|goal|aim|objective|role|function|task|input|output|motivation|cause",
    re.IGNORECASE,
)
_CHIEF = frozenset({"primary", "main", "central", "principal", "key", "core", "chief"})
_ONE_OF = frozenset(
    "outcome endpoint metric objective hypothesis finding assumption limitation conclusion claim question".split()
)
_MAX_ANSWER = 24


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


def _trait(clause: Clause, reading: Reading) -> tuple[str, str] | None:
    parse, head = clause.parse, clause.subject_head
    if clause.verb.lemma != "be" or clause.auxiliaries or clause.fronted or clause.second or clause.negated:
        return None
    of = next((w for w in parse.children(head.i, "prep") if w.text in ("of", "with", "for")), None)
    named = of is not None and _TRAIT.fullmatch(head.lemma) is not None
    if not (named or _chief(clause)) or clause.verb.tag not in ("VBZ", "VBP", "VBD"):
        return None
    places = [w.i for w in parse.words[clause.verb.i + 1 :] if w.tag != "."]
    if not contiguous(places) or len(places) > _MAX_ANSWER or len(content(parse, places)) < 2:
        return None
    answer = answer_text(parse, places).removeprefix("that ")
    return f"what {clause.verb.text.lower()} {subject_inside(clause, reading.casing)}?", answer


def find(reading: Reading) -> Iterator[Limitation]:
    """Drawbacks, advantages, purposes and the like of named things, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        found = _trait(clause, reading) if statement.sound and clause is not None else None
        if found and clause is not None:
            yield Limitation(
                evidence=statement.evidence, question=found[0], answer=found[1], subject=clause.subject_text
            )
