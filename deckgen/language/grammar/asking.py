"""One part of a clause asked about: the question without it, and the part as the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from re import Pattern

from deckgen.language.grammar.carrier import Half
from deckgen.language.grammar.clauses import FINITE, Clause, main_clause
from deckgen.language.grammar.questions import ask
from deckgen.language.prose.anaphora import unresolved
from deckgen.language.prose.statements import Statement
from deckgen.language.words.agreement import bare_nouns, disagreements
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Parse, Word, parse_text

_MAX_QUESTION, _MAX_ANSWER, _MIN_ANSWER = 26, 24, 2
_WE = re.compile(r"\b(\w+) [Ww]e\b")
_FOR_ONE = {"do": "does", "have": "has", "are": "is", "were": "was"}
_LEFT_OUT = frozenset({"too long", "a pronoun without its noun", "refers to another sentence"})
_ASIDE = re.compile(r" \((?!Zq)[^()]*? [^()]*\)")
_LEFT_HEDGE = re.compile(r",? (?:most likely|likely|probably|mainly|mostly|largely|partly|primarily|in large part)\?\Z")
_FOR_INSTANCE = re.compile(r"\bfor (?:instance|example)\b|\bsuch as\?")
_POINTING = frozenset({"this", "that", "these", "those"})
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_CLAUSAL = frozenset({"WDT", "WP", "WRB", "VBG", "VBZ", "VBP", "VBD", "MD"})
_TRIM = re.compile(
    r"^(?:(?:mainly|probably|partly|simply|only|just|mostly|largely|presumably|likely|primarily|partially)\s+)+"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question without its capital, and the span that answers it; both masked."""

    question: str
    answer: str


def marked(parse: Parse, verb: Word, *conjunctions: str) -> Word | None:
    """The conjunction that opens the subordinate clause of `verb`, if it is one of these."""
    first = parse.subtree(verb.i)[0]
    for word in parse.children(verb.i, "mark", "advmod"):
        if word.text.lower() in conjunctions and word.i <= first + 1:
            return word
    return None


def behind(parse: Parse, word: Word, *deps: str) -> bool:
    """Whether `word` governs something with one of these relations."""
    return parse.child(word.i, *deps) is not None


def contiguous(places: Sequence[int]) -> bool:
    """Whether these places have no gap: what is between them belongs to the same part."""
    return bool(places) and places[-1] - places[0] + 1 == len(places)


def answer_text(parse: Parse, places: Sequence[int]) -> str:
    """The part as an answer: without the signs round it and without a hedge in front."""
    text = parse.span(places)
    behind = parse.text[parse.words[places[-1]].end :] if places else ""
    if text.count("(") > text.count(")") and behind.startswith((")", ".)")):
        text += behind[: behind.index(")") + 1]  # the parser gives a closing bracket to the whole sentence
    return _TRIM.sub("", text.strip(" ,;.–—"))


def askable(statement: Statement) -> bool:
    """Whether a part of the statement may be asked about: it stands alone, though it may be long as a whole."""
    return statement.clause is not None and set(statement.problems) <= {"too long"}


def usable(statement: Statement, found: Question) -> bool:
    """Whether a question stands alone, though its sentence may not: what points elsewhere was left out of it.

    A pronoun that came before its noun is no case of that; it would get another noun behind it.
    """
    if askable(statement):
        return True
    if set(statement.problems) - _LEFT_OUT:
        return False
    said = parse_text(f"{found.question.removesuffix('?')} {found.answer}")
    pronoun = any(w.tag in ("PRP", "PRP$") and w.text.lower() != "one" for w in said.words)
    return not pronoun and not any(unresolved(said, None))


def _two_verbs(clause: Clause, gone: frozenset[int]) -> bool:
    """Whether a second verb that stays in the question hangs on the first: two claims in one question."""
    joined = clause.parse.children(clause.verb.i, "conj")
    return any(word.tag.startswith("VB") and word.i not in gone for word in joined)


def asked(
    clause: Clause, wh: str, places: Sequence[int], casing: Casing, cut: frozenset[int] = frozenset()
) -> Question | None:
    """Ask a clause about the part at `places` with `wh`; None where that gives no clear question.

    None for a second main clause (two ideas), a part with gaps, a question that is too long, an answer of one
    word or too long to recall. What stands at `cut` belongs to another claim and is left out.
    """
    gone = cut | frozenset(places)
    second = clause.second is not None and clause.second.i not in gone
    if second or not contiguous(places) or _two_verbs(clause, gone) or _breaks_off(clause, places):
        return None
    question = ask(clause, wh, gone, casing)
    if question is not None and clause.subject_text.lower() == "we":
        question = _WE.sub(lambda m: f"{_FOR_ONE.get(m[1], m[1])} one", question, count=1)
    answer = answer_text(clause.parse, places)
    if question is None or len(question.split()) > _MAX_QUESTION:
        return None
    if not _MIN_ANSWER <= len(answer.split()) <= _MAX_ANSWER or " - " in answer or "{" in question + answer:
        return None
    return Question(question, answer)


def _breaks_off(clause: Clause, places: Sequence[int]) -> bool:
    """Whether a finite verb follows the part: "to see which lamps" of "to see which lamps are lit"."""
    behind = clause.parse.words[places[-1] + 1 : places[-1] + 2]
    return places[0] > clause.verb.i and any(word.tag in FINITE for word in behind)


def cut_at(statement: Statement, before: Pattern[str]) -> tuple[Clause, str] | None:
    """The clause in front of an adverbial, and the adverbial, of a sentence that the parser could not make out whole.

    None where the sentence has other faults, or where what is in front is no sentence that stands alone.

    Args:
        statement: a sentence without a clause.
        before: matches the start of the adverbial, which goes to the end of the sentence.
    """
    found = before.search(statement.text)
    if found is None or statement.problems != ("not one well-formed clause",) or "(" in statement.text[found.start() :]:
        return None
    parse = parse_text(statement.text[: found.start()].rstrip(" ,") + ".")
    clause = main_clause(parse)
    faults = (any(unresolved(parse, clause)), any(disagreements(parse)), any(bare_nouns(parse)))
    if clause is None or any(faults) or clause.fronted or clause.second is not None:
        return None
    return clause, statement.text[found.start() :].strip(" ,.;")


def asked_whole(clause: Clause, wh: str, answer: str, casing: Casing) -> Question | None:
    """A whole clause as a question, with an answer from behind it."""
    question = None if _two_verbs(clause, frozenset()) else ask(clause, wh, (), casing)
    fits = _MIN_ANSWER < len(answer.split()) <= _MAX_ANSWER and question and len(question.split()) <= _MAX_QUESTION
    return Question(question, _TRIM.sub("", answer)) if fits and question else None


def asked_half(found: Half | None, wh: str, places: Sequence[int], casing: Casing) -> Question | None:
    """The same of one half of a sentence, without its asides; None where there is none.

    None, too, where a clause of its own follows the part: "via TCP, closing it early" would leave it in the question.
    """
    if found is None or _trails(found, places) or _points(found, places):
        return None
    question = asked(found.clause, wh, places, casing, found.cut)
    if question is None or _FOR_INSTANCE.search(question.question):
        return None
    return Question(_LEFT_HEDGE.sub("?", _ASIDE.sub("", question.question)), question.answer)


def _points(found: Half, places: Sequence[int]) -> bool:
    """Whether "this" or "that" stands for a thing of its own in what is left of the clause."""
    left = (w for w in found.clause.parse.words if w.i not in places and w.i not in found.cut)
    return any(w.tag == "DT" and w.dep in _THINGS and w.text.lower() in _POINTING for w in left)


def _trails(found: Half, places: Sequence[int]) -> bool:
    words = tuple(takewhile(lambda w: w.text != "(", found.clause.parse.words[places[-1] + 1 :]))
    return places[0] > found.clause.verb.i and any(w.tag in _CLAUSAL and w.i not in found.cut for w in words)
