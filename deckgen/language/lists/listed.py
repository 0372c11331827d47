"""The lead of a list turned into the question that the list answers.

    X has two bottlenecks:              which two bottlenecks does X have?
    X is tested on three tasks:         on which three tasks is X tested?
    Four losses are used for Y:         which four losses are used for Y?
    There are three phases in Y:        which three phases are there in Y?
    X consists of two parts:            which two parts does X consist of?
    The two parts of X are:             which two parts does X have?
    Two ways to do Y:                   which two ways are there to do Y?

A lead that only points ("The following:", "Two components:") gives no question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.language.grammar.clauses import Clause, main_clause
from deckgen.language.grammar.questions import ask
from deckgen.language.lists.counting import NUMBERS, WORDS, asked_noun, counts
from deckgen.language.lists.noun_leads import phrase, there
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Word, parse_text

_FILLER = re.compile(
    r"\b(?:(?:the )?following|basically|mainly|mostly|namely|as follows|as well|in total|in (?:the|this) "
    r"(?:paper|work)|(?<=s )here"
    r"|(?:a few|several|some|multiple|various|a (?:couple|number|set) of)(?= (?:[a-z-]+ ){0,2}[a-z-]+s\b)"
    r"|(?<=two )different|(?<=three )different|(?<=four )different)\b ?"
)
_ONE_OF_MANY = re.compile(
    r"\A((?:[Mm]ain |[Kk]ey )?(?:Problem|Limitation|Advantage|Disadvantage|Drawback|Benefit|Challenge))"
    r"(?= (?:of|with|in|for) )"
)  # "Problem with parsers:" over a list of problems
_PUT = re.compile(
    r"(?:The )?(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[2-4]) (?P<what>[a-z][\w-]+ [\w -]{2,40}s) "
    r"(?P<verb>used|considered|proposed|introduced|compared|defined)(?: (?:are|were))?\Z"
)
_ALONGSIDE = re.compile(
    r"\s\([^()]{1,60}\)(?=[\s:]*$)|,? (?:along with|together with|as well as|in addition to) [^,:;()]{2,60},"
)
_OPEN = re.compile(
    r"\b(?:e\.g\.|such as|for example|for instance|includ(?:e|es|ing)|some|several|many|numerous|various|multiple|"
    r"couple|both|most|different|others?|further|few|among|any|at least|more than|up to|Fig|Table|this|"
    r"these|those|here|above|below|I|you|we|our|they|them|their|it|its|such|respectively|things?|points?|previous|existing|related|future|next|open|remaining|let|letting)\b",
    re.IGNORECASE,
)
_TAKES = frozenset(
    "predict store output contain comprise require need return maintain track support guarantee optimize learn receive "
    "combine provide".split()
)
_LEFT_BEHIND = frozenset({"of", "into", "from"})
_LAST = frozenset({"of", "into", "from", "on", "in"})
_FRONTED = (
    "In ",
    "On ",
    "For ",
    "Under ",
    "To ",
    "During ",
    "With ",
    "At ",
    "By ",
    "According to ",
    "Within ",
    "After ",
)
_MAX_LEAD, _MAX_QUESTION = 24, 24


def question_of(lead: str, count: int, casing: Casing, names: frozenset[str] = frozenset()) -> str | None:
    """The question that a list of `count` members answers, without a capital; None where the lead gives none.

    Args:
        lead: masked text of the lead, with or without its colon.
        count: how many members the list has.
        casing: which words keep their capital.
        names: words known to be names.

    Example:
        >>> question_of("The prover has two bottlenecks:", 2, Casing())
        'which two bottlenecks does the prover have?'
    """
    text = re.sub(r"^[^\w\"'(#]+", "", " ".join(_FILLER.sub("", _ALONGSIDE.sub("", lead)).rstrip(" :.;-–—").split()))
    text = _ONE_OF_MANY.sub(r"\1s", text)
    opening, comma, _ = text.partition(", ")
    if not text or len(text.split()) > _MAX_LEAD or _OPEN.search(text) or ":" in text or text.count(",") > 1:
        return None
    number = any(word.lower() in NUMBERS for word in text.split())
    if (comma and not opening.startswith(_FRONTED)) or (text.startswith(("Each ", "Every ")) and not number):
        return None
    put = _PUT.match(text)
    if put and NUMBERS[put["number"].lower()] == count:
        return f"which {WORDS[count]} {put['what']} are {put['verb']}?"
    named = re.match(r"(?P<what>\S.*\S) (?:are|is)\Z", text)
    if named:
        return phrase(parse_text(named["what"], names), count, casing)
    parse = parse_text(text + ".", names)
    clause = main_clause(parse)
    asked = _clause(clause, count, casing) if clause else there(parse, count) or phrase(parse, count, casing)
    return asked if asked and len(asked.split()) <= _MAX_QUESTION else None


def _clause(clause: Clause, count: int, casing: Casing) -> str | None:
    parse = clause.parse
    if (
        clause.second is not None
        or clause.negated
        or re.search(r"\b(?:contain|comprise|include)s? of\b", parse.text)
        or any(word.dep == "relcl" for word in parse.words)
    ):
        return None
    if counts(parse, clause.subject_head, count):
        return _of_subject(clause, count)
    for noun, part in _parts(clause):
        if not counts(parse, noun, count):
            continue
        places = parse.subtree(part.i)
        if places[-1] - places[0] + 1 != len(places):
            return None
        return ask_in_place(clause, asked_noun(parse, noun, count), part, places, casing)
    return _unsaid(clause, casing)


def _unsaid(clause: Clause, casing: Casing) -> str | None:
    """A lead that breaks off before what it lists: "X differs from Y in", "Every node stores"."""
    parse, verb = clause.parse, clause.verb
    last = [word for word in parse.words if word.tag not in (".", ":", ",")][-1]
    if clause.subject_head.tag in ("PRP", "DT", "EX"):
        return None
    if last.text in _LAST and last.head == verb.i and last.dep == "prep" and parse.child(last.i, "pobj") is None:
        question = ask(clause, "what", (last.i,), casing)
        return question and f"{question[:-1]} {last.text}?"
    told = (verb.tag != "VBD" and len(clause.subject) > 1) or clause.subject_head.tag == "NNP"
    bare = told and not parse.children(verb.i, "dobj", "prep", "xcomp", "ccomp", "conj", "advcl", "dep")
    return ask(clause, "what", (), casing) if last == verb and bare and verb.lemma in _TAKES else None


def ask_in_place(clause: Clause, asked: str, part: Word, places: tuple[int, ...], casing: Casing) -> str | None:
    """The clause asked about one part of it, a preposition in front ("on which tasks") or left behind ("consist of").

    Args:
        clause: what is known.
        asked: the question words, such as "which two tasks".
        part: the object itself, or the preposition that governs it.
        places: of the part, left out of the question.
        casing: which words keep their capital.
    """
    if part.dep not in ("prep", "agent"):
        return ask(clause, asked, places, casing)
    preposition = part.text.lower()
    last = [word.i for word in clause.parse.words if word.tag not in (".", ":", ",")][-1]
    if preposition in _LEFT_BEHIND and places[-1] == last:
        question = ask(clause, asked, places, casing)
        return question and f"{question[:-1]} {preposition}?"
    return ask(clause, f"{preposition} {asked}", places, casing)


def _parts(clause: Clause) -> Iterator[tuple[Word, Word]]:
    """Nouns behind the verb that may be listed, each with the part of the clause that it stands in."""
    parse = clause.parse
    if clause.copular:
        yield from _sums(clause)
        return
    yield from ((word, word) for word in parse.children(clause.verb.i, "dobj"))
    for preposition in parse.children(clause.verb.i, "prep", "agent"):
        noun = parse.child(preposition.i, "pobj")
        if noun is not None and preposition.i > clause.verb.i and preposition.text.lower() != "with":
            yield noun, preposition


def _sums(clause: Clause) -> Iterator[tuple[Word, Word]]:
    """The parts of what something is a sum of: "the loss is a weighted sum of three terms"."""
    whole = clause.complement("attr")
    of = whole and clause.parse.child(whole.i, "prep")
    parts = of and clause.parse.child(of.i, "pobj")
    if whole and of and parts and of.text == "of" and whole.lemma in ("sum", "combination", "mixture", "product"):
        yield parts, of


def _of_subject(clause: Clause, count: int) -> str | None:
    """`Four losses are used for X` as `which four losses are used for X`."""
    parse = clause.parse
    rest = parse.text[parse.words[clause.subject[-1]].end :].strip(" .:")
    told = len(rest.split()) >= 3 or (clause.passive and len(rest.split()) == 2 and len(clause.subject) >= 3)
    if clause.fronted or not told or clause.copular or not parse.child(clause.subject_head.i, "nummod"):
        return None
    return f"{asked_noun(parse, clause.subject_head, count)} {rest}?"


def lead_of(text: str, count: int) -> str:
    """A lead as it stands above its list: with a number in the place of "the following".

    Example:
        >>> lead_of("RainDrop uses the following improvements:", 6)
        'RainDrop uses six improvements:'
    """
    number = "" if any(word.lower() in NUMBERS for word in text.split()) else f"{WORDS[count]} "
    return re.sub(r"\b(?:the )?following ", number, text, count=1)
