"""Sentences that put one thing in the place of another, or change something and tell what comes of it.

    S does V with O instead of U    what does S do V with instead of U?    O
    S does P instead of doing U     what does S do instead of doing U?     P
    O is used rather than U         what is used rather than U?            O
    S replaces T with O             what does S replace T with?            O
    Using T instead of U does P     what is the effect of using T instead of U?    P

Each function takes a sentence or its clause and gives None where it has not this form, or where a side is not named.
"""

from __future__ import annotations

import re

from deckgen.language.contrasts.compared import clause_of, object_asked, said_of
from deckgen.language.contrasts.sides import auxiliary, named, named_subject, predicate
from deckgen.language.grammar.asking import Question, answer_text, contiguous
from deckgen.language.grammar.claims import FOUND
from deckgen.language.grammar.clauses import Clause, by_people
from deckgen.language.grammar.questions import ask, subject_inside
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import parse_text

_INSTEAD = re.compile(
    r"^(?P<main>[^,;]{8,}?),? (?P<how>instead of|rather than|in place of|as opposed to) (?P<side>[^,;]{2,110})\.\Z"
)
_INSTEAD_FIRST = re.compile(r"^(?P<how>Instead of|Rather than|In place of) (?P<side>[^,;]{2,110}), (?P<main>.{8,})\Z")
_FOR = "(?P<how>instead of|rather than|in place of) "
_OUTCOMES = frozenset(
    "improve reduce increase decrease lead result hurt harm help degrade give yield make cause boost speed "
    "slow lower raise worsen simplify stabilize stabilise produce accelerate mitigate alleviate eliminate drop "
    "compensate".split()
)
_MADE = frozenset("use usage addition removal absence lack introduction omission inclusion choice".split())
_BARE_ADD = re.compile(
    r"(?:Adding|Inserting|Including|Addition of|The addition of) "
    r"(?!.*\b(?:to|in|into|on|at|between|before|after)\b)"
)  # to what, is not said
_MIN_DONE = 3


def instead(text: str, casing: Casing) -> Question | None:
    """`S does V with O instead of U`, the side in front or behind."""
    found = _INSTEAD.match(text) or _INSTEAD_FIRST.match(text)
    main = clause_of(found["main"]) if found else None
    if found is None or main is None or main.second is not None or main.fronted:
        return None
    how, side = found["how"].lower().replace("as opposed to", "instead of"), found["side"]
    words = parse_text(side).words
    people = by_people(main)
    if not words or (people and main.verb.lemma in FOUND) or not (people or named_subject(main)):
        return None
    if words[0].tag == "VBG":
        told = main.parse.child(main.verb.i, "ccomp")
        if told is not None and main.parse.child(told.i, "mark"):
            return None
        if main.passive or main.copular or main.auxiliaries:
            return None
        question = f"what {auxiliary(main)} {subject_inside(main, casing)} do {how} {side}?"
        return said_of(main, question)
    if not named(side, told=True) or words[0].tag.startswith("VB") or words[0].tag in ("IN", "TO", "RB"):
        return None
    done = object_asked(main, casing)
    return Question(f"{done.question.rstrip('?')} {how} {side}?", done.answer) if done else None


def used(text: str, casing: Casing) -> Question | None:
    """`O is used instead of U`: asked for what is used."""
    found = re.match(rf"^(?P<main>[^;]{{8,}}?),? {_FOR}(?P<side>[^,;]{{2,110}})\.\Z", text)
    main = clause_of(found["main"]) if found else None
    if found is None or main is None or not main.passive or main.verb.lemma not in ("use", "employ", "apply", "choose"):
        return None
    fronted = main.parse.span(main.fronted).strip(" ,")
    if not named(found["side"]) or parse_text(found["side"]).words[0].tag.startswith("VB") or len(fronted.split()) > 9:
        return None
    if main.second is not None or not named_subject(main):
        return None
    front = f"{casing.inside(fronted, 'IN')}, " if fronted else ""
    rest = predicate(main).removeprefix(main.finite.text).strip()
    number = {"are": "is", "were": "was"}.get(main.finite.text, main.finite.text)
    return Question(f"{front}what {number} {rest} {found['how']} {found['side']}?", main.subject_text)


def replaces(clause: Clause, casing: Casing) -> Question | None:
    """`S replaces T with O`."""
    parse = clause.parse
    if clause.verb.lemma not in ("replace", "substitute", "swap") or clause.second is not None or clause.negated:
        return None
    prep = next((w for w in parse.children(clause.verb.i, "prep", "agent") if w.text in ("with", "by")), None)
    noun = parse.child(prep.i, "pobj") if prep is not None else None
    thing = clause.complement("dobj")
    if prep is None or noun is None or not (clause.passive or thing):
        return None
    replaced = parse.span(parse.subtree(thing.i)) if thing else clause.subject_text
    if clause.passive and prep.text == "by" and parse.child(clause.verb.i, "dobj"):
        return None
    whole = parse.subtree(noun.i)
    known = not clause.passive or clause.subject_head.tag != "NN" or parse.words[clause.subject[0]].tag in ("DT", "NNP")
    if (
        not known
        or not named(replaced)
        or not named(parse.span(whole))
        or not contiguous(whole)
        or any(w.tag.startswith("VB") for w in (parse.words[i] for i in whole))
    ):
        return None
    if whole[-1] < len(parse) - 2 and parse.words[whole[-1] + 1].tag != "IN":
        return None
    question = ask(clause, "what", whole, casing)
    return Question(question, answer_text(parse, whole)) if question else None


def effect(clause: Clause, casing: Casing) -> Question | None:
    """`Using T does P`: the effect of a change, asked for what it does."""
    parse = clause.parse
    first = parse.words[clause.subject[0]]
    made = clause.subject_head.lemma.lower() in _MADE and " of " in clause.subject_text
    if (
        (not made and (first.tag != "VBG" or first.i != clause.subject_head.i))
        or clause.second is not None
        or clause.negated
    ):
        return None
    if (
        "," in clause.subject_text
        or len(clause.subject) < _MIN_DONE
        or (clause.verb.lemma not in _OUTCOMES and not _has_effect(clause))
    ):
        return None
    if (
        not named_subject(clause)
        or (clause.auxiliaries and clause.finite.tag != "MD")
        or _BARE_ADD.match(clause.subject_text)
    ):
        return None
    front = parse.span(clause.fronted).strip(" ,")
    if len(front.split()) > 8:
        return None
    opening = f"{casing.inside(front, 'IN')}, " if front else ""
    return said_of(clause, f"{opening}what is the effect of {subject_inside(clause, casing)}?")


def _has_effect(clause: Clause) -> bool:
    thing = clause.complement("dobj")
    return clause.verb.lemma == "have" and thing is not None and thing.lemma in ("effect", "impact", "influence")
