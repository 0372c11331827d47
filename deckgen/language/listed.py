"""The lead of a list turned into the question that the list answers.

    X has two bottlenecks:              which two bottlenecks does X have?
    X is tested on three tasks:         on which three tasks is X tested?
    Four losses are used for Y:         which four losses are used for Y?
    There are three phases in Y:        which three phases are there in Y?
    The parts of X are:                 what are the parts of X?
    Two ways to do Y:                   what are the two ways to do Y?

A lead that only points ("The following:", "Two components:") gives no question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.language.casing import Casing
from deckgen.language.clauses import FINITE, NOUNS, Clause, main_clause, text_of
from deckgen.language.parsing import Parse, Word, parse_text
from deckgen.language.questions import ask

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {str(n): n for n in range(2, 8)}
_WORDS = ("", "", "two", "three", "four", "five", "six", "seven")
_LISTED = frozenset(
    "advantage aspect assumption axis benefit bottleneck category cause challenge change characteristic class "
    "component condition "
    "consequence contribution criterion difference dimension disadvantage drawback element extension factor "
    "feature function goal "
    "guarantee improvement ingredient input insight kind layer level limitation loss mechanism method metric "
    "mode module objective "
    "observation operation option output part phase principle problem property question reason requirement rule "
    "setting source "
    "stage step strategy strength task technique term trick type variant version way weakness".split()
)
_FILLER = re.compile(
    r"\b(?:(?:the )?following|basically|mainly|mostly|namely|as follows|as well|in total|in (?:the|this) "
    r"(?:paper|work)|(?<=s )here)\b ?"
)
_OPEN = re.compile(
    r"\b(?:e\.g\.|such as|for example|for instance|includ(?:e|es|ing)|some|several|many|numerous|various|multiple|"
    r"couple|both|each|every|most|different|others?|further|few|among|any|at least|more than|up to|Fig|Table|this|"
    r"these|those|here|above|below|I|you|we|our|they|them|their|it|its|such|respectively|things?|points?)\b",
    re.IGNORECASE,
)
_DETERMINERS = frozenset({"the", "these", "those", "its", "their", "a", "an", "all"})
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
    text = re.sub(r"^[^\w\"'(#]+", "", " ".join(_FILLER.sub("", lead).rstrip(" :.;-–—").split()))
    opening, comma, _ = text.partition(", ")
    if not text or len(text.split()) > _MAX_LEAD or _OPEN.search(text) or ":" in text or text.count(",") > 1:
        return None
    if comma and not opening.startswith(_FRONTED):
        return None
    named = re.match(r"(?P<what>\S.*\S) (?:are|is)\Z", text)
    if named:
        return _phrase(parse_text(named["what"], names), count, casing)
    parse = parse_text(text + ".", names)
    clause = main_clause(parse)
    asked = _clause(clause, count, casing) if clause else _there(parse, count) or _phrase(parse, count, casing)
    return asked if asked and len(asked.split()) <= _MAX_QUESTION else None


def _counts(parse: Parse, noun: Word, count: int) -> bool:
    """Whether this noun says what is listed: with the number of the members, or as a plural that lists are made of."""
    if noun.tag not in ("NNS", "NNPS"):
        return False
    number = parse.child(noun.i, "nummod")
    if number is not None:
        return NUMBERS.get(number.text.lower()) == count
    return noun.lemma.lower() in _LISTED


def _asked_noun(parse: Parse, noun: Word, count: int) -> str:
    """`which two losses of X`, out of the noun with all that hangs under it."""
    places = list(parse.subtree(noun.i))
    number = parse.child(noun.i, "nummod")
    while places and (parse.words[places[0]].text.lower() in _DETERMINERS or parse.words[places[0]] == number):
        places.pop(0)
    kept = [i for i in places if number is None or i != number.i]
    return f"which {_WORDS[count]} {text_of(parse, kept)}"


def _clause(clause: Clause, count: int, casing: Casing) -> str | None:
    parse = clause.parse
    if clause.second is not None or clause.negated:
        return None
    if _counts(parse, clause.subject_head, count):
        return _of_subject(clause, count)
    for noun, part in _parts(clause):
        if not _counts(parse, noun, count):
            continue
        places = parse.subtree(part.i)
        if places[-1] - places[0] + 1 != len(places):
            return None
        before = "" if part == noun else f"{part.text.lower()} "
        return ask(clause, before + _asked_noun(parse, noun, count), places, casing)
    return None


def _parts(clause: Clause) -> Iterator[tuple[Word, Word]]:
    """Nouns behind the verb that may be listed, each with the part of the clause that it stands in."""
    parse = clause.parse
    if clause.copular:
        return
    yield from ((word, word) for word in parse.children(clause.verb.i, "dobj"))
    for preposition in parse.children(clause.verb.i, "prep", "agent"):
        noun = parse.child(preposition.i, "pobj")
        if noun is not None and preposition.i > clause.verb.i and preposition.text.lower() != "with":
            yield noun, preposition


def _of_subject(clause: Clause, count: int) -> str | None:
    """`Four losses are used for X` as `which four losses are used for X`."""
    parse = clause.parse
    rest = parse.text[parse.words[clause.subject[-1]].end :].strip(" .:")
    if clause.fronted or len(rest.split()) < 3 or clause.copular or not parse.child(clause.subject_head.i, "nummod"):
        return None
    return f"{_asked_noun(parse, clause.subject_head, count)} {rest}?"


def _there(parse: Parse, count: int) -> str | None:
    """`There are two reasons for X` as `which two reasons are there for X`."""
    found = re.match(r"(?P<fronted>[A-Z][^,]{3,60}, )?[Tt]here (?:are|were) ", parse.text)
    noun = next((w for w in parse.words if w.dep == "attr" and w.tag == "NNS"), None)
    if found is None or noun is None or not _counts(parse, noun, count):
        return None
    whole = parse.child(noun.i, "prep")
    last = max(parse.subtree(whole.i)) if whole is not None and whole.text == "of" else noun.i
    rest = parse.text[parse.words[last].end :].strip(" .:")
    head = [w for w in parse.words if found.end() <= w.start and w.i <= last]
    head = [w for w in head if w.dep != "nummod" and w.text.lower() not in _DETERMINERS]
    if len(rest.split()) < 2 or len(head) > 5:
        return None
    fronted = found["fronted"] or ""
    opening = fronted[:1].lower() + fronted[1:]
    return f"{opening}which {_WORDS[count]} {' '.join(w.text for w in head)} are there {rest}?"


def _phrase(parse: Parse, count: int, casing: Casing) -> str | None:
    """`Two ways to do X` as `what are the two ways to do X`."""
    roots = [w for w in parse.words if w.dep == "ROOT"]
    if len(roots) != 1 or roots[0].tag not in NOUNS or not _counts(parse, roots[0], count):
        return None
    root = roots[0]
    said = any(w.i > root.i and w.tag in NOUNS for w in parse.words)
    finite = any(w.tag in FINITE and w.dep not in ("relcl", "aux", "auxpass", "advcl") for w in parse.words)
    if finite or not said or not parse.child(root.i, "prep", "acl", "relcl", "advcl"):
        return None
    text = casing.inside(parse.text.rstrip(" .:"), parse.words[0].tag)
    first = parse.words[0].text.lower()
    return f"what are {'' if first in ('the', 'their', 'its') else 'the '}{text}?"
