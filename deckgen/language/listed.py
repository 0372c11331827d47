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

from deckgen.language.casing import Casing
from deckgen.language.clauses import FINITE, NOUNS, Clause, main_clause, text_of
from deckgen.language.parsing import Parse, Word, parse_text
from deckgen.language.questions import ask
from deckgen.language.second_opinion import common_words

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {str(n): n for n in range(2, 8)}
_WORDS = ("", "", "two", "three", "four", "five", "six", "seven")
_LISTED = frozenset(
    "advantage aspect assumption axis benefit bottleneck category cause challenge change characteristic class "
    "component condition consequence contribution criterion difference dimension disadvantage drawback element "
    "extension factor feature function goal guarantee improvement ingredient input insight kind layer level "
    "limitation loss mechanism method metric mode module objective observation operation option output part phase "
    "principle problem property question reason requirement rule setting source stage step strategy strength task "
    "technique term trick type variant version way weakness".split()
)
_FILLER = re.compile(
    r"\b(?:(?:the )?following|basically|mainly|mostly|namely|as follows|as well|in total|in (?:the|this) "
    r"(?:paper|work)|(?<=s )here)\b ?"
)
_OPEN = re.compile(
    r"\b(?:e\.g\.|such as|for example|for instance|includ(?:e|es|ing)|some|several|many|numerous|various|multiple|"
    r"couple|both|most|different|others?|further|few|among|any|at least|more than|up to|Fig|Table|this|"
    r"these|those|here|above|below|I|you|we|our|they|them|their|it|its|such|respectively|things?|points?)\b",
    re.IGNORECASE,
)
_HAD = frozenset(
    "advantage aspect benefit characteristic component disadvantage drawback effect element feature goal ingredient "
    "layer limitation mode module part phase problem property sign stage step strength weakness".split()
)
_LEFT_BEHIND = frozenset({"of", "into", "from"})
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
    if (comma and not opening.startswith(_FRONTED)) or text.startswith(("Each ", "Every ")):
        return None
    named = re.match(r"(?P<what>\S.*\S) (?:are|is)\Z", text)
    if named:
        return _phrase(parse_text(named["what"], names), count)
    parse = parse_text(text + ".", names)
    clause = main_clause(parse)
    asked = _clause(clause, count, casing) if clause else _there(parse, count) or _phrase(parse, count)
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
    what = text_of(parse, kept)
    first = what.split(" ", 1)[0]
    plain = first.isalpha() and first[1:].islower() and first.lower() in common_words()
    return f"which {_WORDS[count]} {what[0].lower() + what[1:] if plain else what}"


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
        return _of_part(clause, noun, part, places, count, casing)
    return None


def _of_part(clause: Clause, noun: Word, part: Word, places: tuple[int, ...], count: int, casing: Casing) -> str | None:
    """The clause asked about a noun, its preposition in front ("on which tasks") or left behind ("consist of")."""
    asked = _asked_noun(clause.parse, noun, count)
    if part == noun:
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
    fronted = found["fronted"] or ""
    asked, rest = _are_there(parse, noun, found.end(), count)
    return f"{fronted[:1].lower()}{fronted[1:]}{asked} {rest}?" if len(rest.split()) >= 2 else None


def _are_there(parse: Parse, noun: Word, start: int, count: int) -> tuple[str, str]:
    """`which two variants of X are there`, and what follows in the text."""
    whole = parse.child(noun.i, "prep")
    last = max(parse.subtree(whole.i)) if whole is not None and whole.text == "of" else noun.i
    number = parse.child(noun.i, "nummod")
    kept = [w.i for w in parse.words if start <= w.start and w.i <= last and w != number]
    while kept and parse.words[kept[0]].text.lower() in _DETERMINERS:
        kept.pop(0)
    rest = parse.text[parse.words[last].end :].strip(" .:")
    return f"which {_WORDS[count]} {text_of(parse, kept)} are there", rest


def _phrase(parse: Parse, count: int) -> str | None:
    """`Two ways to do X` as `which two ways are there to do X`."""
    roots = [w for w in parse.words if w.dep == "ROOT"]
    if len(roots) != 1 or roots[0].tag not in NOUNS or not _counts(parse, roots[0], count):
        return None
    root = roots[0]
    said = any(w.i > root.i and w.tag in NOUNS for w in parse.words)
    finite = any(w.tag in FINITE and w.dep not in ("relcl", "aux", "auxpass", "advcl") for w in parse.words)
    if finite or not said or not parse.child(root.i, "prep", "acl", "relcl", "advcl"):
        return None
    asked, rest = _are_there(parse, root, 0, count)
    return _has(parse, root, asked) if root.lemma.lower() in _HAD and not rest else f"{asked} {rest}".rstrip() + "?"


def _has(parse: Parse, root: Word, asked: str) -> str:
    """`which three parts of X are there` as `which three parts does X have`."""
    of = parse.child(root.i, "prep")
    owner = of and of.text == "of" and parse.child(of.i, "pobj")
    if not of or not owner:
        return f"{asked}?"
    whole = parse.span(parse.subtree(owner.i))
    do = "do" if owner.tag in ("NNS", "NNPS") or parse.child(owner.i, "conj") else "does"
    return f"{asked.removesuffix(f' of {whole} are there')} {do} {whole} have?" if whole in asked else f"{asked}?"


def lead_of(text: str, count: int) -> str:
    """A lead as it stands above its list: with a number in the place of "the following".

    Example:
        >>> lead_of("RainDrop uses the following improvements:", 6)
        'RainDrop uses six improvements:'
    """
    number = "" if any(word.lower() in NUMBERS for word in text.split()) else f"{_WORDS[count]} "
    return re.sub(r"\b(?:the )?following ", number, text, count=1)
