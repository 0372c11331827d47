"""What the paper brings: `the authors propose X to VP`, `the authors introduce X, a Y that ...`.

Examples: "The R-FCN authors propose position-sensitive score maps to restore position." -> "What do the R-FCN authors
propose to restore position?" / "Position-sensitive score maps."
"The authors introduce Swapout, a method that drops units and layers at random." -> "What is Swapout?"
Not matched: a contribution that is not narrowed by a purpose or a name: "What do the authors propose?" fits anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.asking import answer_text, contiguous
from deckgen.language.blanks import content
from deckgen.language.clauses import NOUNS, Clause
from deckgen.language.parsing import Word
from deckgen.language.questions import DO, subject_inside
from deckgen.language.statements import Reading
from deckgen.model import Fact

_BRINGS = frozenset("propose introduce present suggest develop describe design build create".split())
_SELF = ("authors", "paper", "work", "article", "study")
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
    helper = DO.get(clause.finite.tag)
    if helper is None:
        return None
    verb, aim = clause.verb.lemma, answer_text(parse, goal)
    return f"what {helper} {subject_inside(clause, reading.casing)} {verb} {aim}?", answer_text(parse, places)


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


def find(reading: Reading) -> Iterator[Contribution]:
    """The contributions of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if not statement.sound or clause is None or not _by_the_authors(clause):
            continue
        found = _named(clause) or _proposed_for(clause, reading)
        if found:
            yield Contribution(
                evidence=statement.evidence, question=found[0], answer=found[1], subject=clause.subject_text
            )
