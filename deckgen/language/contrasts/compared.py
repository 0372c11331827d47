"""The main half of a comparing sentence, read as a sentence of its own and asked about."""

from __future__ import annotations

import re

from deckgen.language.contrasts.sides import named, named_subject, predicate
from deckgen.language.grammar.asking import Question, answer_text, contiguous
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.clauses import NOUNS, Clause, main_clause
from deckgen.language.grammar.questions import ask
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Word, parse_text

_OPEN = re.compile(r"how \w+ .* (?:differ from|compare with) ")
_ASPECTS = frozenset({"in", "on", "during", "for", "at"})
_POINTS = re.compile(r"\b(?:it|its|this|that|these|their|them|which|order|terms?|general|practice|fact)\b")
_MIN_LEFT, _MAX_ASPECT = 3, 7
_SAYS = frozenset({"VBZ", "VBP", "VBD"})


def clause_of(text: str) -> Clause | None:
    """The clause of a piece of a sentence, with the capital and the full stop that a sentence has.

    Example:
        >>> clause = clause_of("the log keeps its index in memory")
        >>> clause.subject_text if clause else ""
        'The log'
    """
    text = text[0].upper() + text[1:] if text[:1].islower() else text
    return main_clause(parse_text(text if text.endswith(".") else text + "."))


def both_named(main: Clause, side: str) -> bool:
    """Whether the subject of a plain clause and the side it is held against both say what they are."""
    return main.second is None and not main.fronted and named_subject(main) and named(side)


def said_of(main: Clause, question: str, end: int | None = None) -> Question | None:
    """A question that the predicate of a clause answers; None where it says nothing, or two things of two kinds."""
    answer = predicate(main, end)
    if main.copular and any(w.dep == "conj" and w.tag in _SAYS for w in main.parse.words[main.verb.i + 1 :]):
        return None  # "cheap and needs less": what is left without its "is" is no phrase
    if not answer:
        return None
    where = _where(main, answer) if _OPEN.match(question) else ""
    if not where:
        return Question(question, answer)
    return Question(f"{question[:-1]} {where}?", answer[: -len(where)].rstrip(" ,"))


def _where(main: Clause, answer: str) -> str:
    """The phrase at the end of a clause that tells in which respect it holds: "in the first layer"; or ""."""
    last = next((w for w in reversed(main.parse.children(main.verb.i, "prep")) if w.text in _ASPECTS), None)
    places = main.parse.subtree(last.i) if last is not None else ()
    phrase = main.parse.span(places) if contiguous(places) and places else ""
    left = len(answer.split()) - len(phrase.split())
    sure = phrase and answer.endswith(phrase) and left >= _MIN_LEFT and len(phrase.split()) <= _MAX_ASPECT
    return phrase if sure and not _POINTS.search(phrase) else ""


def object_asked(main: Clause, casing: Casing) -> Question | None:
    """A clause asked for the last noun phrase that its verb governs; None where it ends otherwise.

    Example:
        >>> clause = clause_of("StreamDB writes to two disks")
        >>> object_asked(clause, Casing()) if clause else None
        Question(question='what does StreamDB write to?', answer='two disks')
    """
    parse = main.parse
    behind = [w for w in parse.children(main.verb.i, "dobj", "attr", "prep", "oprd", "agent") if w.i > main.verb.i]
    if not behind or main.copular or len(behind) > 2 or (main.passive and behind[-1].dep not in ("prep", "agent")):
        return None
    last = behind[-1]
    noun: Word | None = parse.child(last.i, "pobj") if last.dep in ("prep", "agent") else last
    if noun is None or noun.tag not in NOUNS:
        return None
    whole = parse.subtree(noun.i)
    if whole[-1] < len(parse) - 2 or not contiguous(whole) or not content(parse, whole):
        return None
    if any(parse.words[i].tag in ("VB", "VBZ", "VBP", "MD") for i in whole):
        return None
    question = ask(main, "what", whole, casing)
    return Question(question, answer_text(parse, whole)) if question else None
