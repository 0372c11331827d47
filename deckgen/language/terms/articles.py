"""How a question names a term: "a merge procedure", "the growth rate", "plasma", "RaidEx".

A term that stands alone in front of its explanation has lost its article; the kind that explains it, and the rest of
the summary, tell most of the time which one it wants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.language.prose.statements import Reading
from deckgen.language.terms.term import ARTICLE, bare
from deckgen.language.terms.termwords import ABSTRACT, NAMED_THINGS, PARTS
from deckgen.language.words.agreement import bare_nouns
from deckgen.language.words.parsing import Word, parse_text

_UNCOUNTED = re.compile(r"(?:ing|ion|ity|ness|ment|ance|ence|ancy|ency|ism|ics|tics|metry|ware|put|width|sis|ship)\Z")
_AGENT = re.compile(r"(?!transfer|power|order|behavior|labor|water|weather|paper|number)[a-z]{3,30}(?:er|or)\Z")
_QUOTED_TERM = re.compile(r"the (?:term|word|phrase|name) (?=[\"“'‘])|(?<=[^\s])[\"”](?=\s?\Z)", re.IGNORECASE)
_NAMED_PARTS = PARTS - {"memory", "loss", "pass"}
_EACH = re.compile(r"(?:each|one|any)\s(?!of\b)", re.IGNORECASE)


def plural(term: str) -> bool:
    """Whether a term that stands alone is a plural, by its ending.

    Example:
        >>> plural("payment channels"), plural("strategies of play"), plural("loss"), plural("LSTMs")
        (True, True, False, True)
    """
    last = term.split(" of ")[0].split()[-1]
    return len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is", "ics")) and not last.isupper()


def uncounted(term: str) -> bool:
    """Whether a term names what is not counted, by its ending: a process, a property, a field.

    Example:
        >>> uncounted("data parallelism"), uncounted("attention module")
        (True, False)
    """
    return bool(_UNCOUNTED.search(term.split(" of ")[0]))


def definite(term: str) -> str:
    """A term with "the", unless it has an article."""
    return term if ARTICLE.match(term) else f"the {term}"


def named_inside(term: str, reading: Reading) -> str:
    """A term that stood alone as it stands inside a sentence: "Landing Mask" as the text has it elsewhere."""
    words = term.split()
    if term.casefold() == reading.summary.topic.casefold():
        return reading.summary.topic
    titled = len(words) > 1 and all(word[:1].isupper() and word[1:].islower() for word in words)
    if titled:
        return term.lower() if _said(term.lower(), reading) else term
    return reading.casing.inside(term, parse_text(term).words[0].tag)


def with_article(term: str, kind: Word, opening: str, reading: Reading) -> str:
    """A term that stood alone with the article it wants.

    Args:
        term: as it stands inside a sentence.
        kind: the noun that explains it, "image" in "Landing mask: a binary image".
        opening: the first word of the explanation; its article is a hint.
        reading: the summary, whose other sentences show the term with its article.
    """
    last = term.split(" of ")[0].split()[-1]
    if " of " in term and term[0].islower() and not ARTICLE.match(term):
        return f"the {term}"
    if ARTICLE.match(term) or kind.tag == "NNS" or not last.replace("-", "").isalpha():
        return term
    name = any(sign.isupper() for sign in last) or (" " not in term and not term.islower())
    if last.lower().split("-")[-1] in _NAMED_PARTS and (name or " " not in term):
        return f"the {term}"
    titled = " " in term and last.istitle() and opening.lower() in ("a", "an") and not is_name_of(kind)
    if titled and _AGENT.search(last.lower()):
        return _indefinite(term)
    if name or uncounted(last):
        return term
    seen = _seen_with(term, reading)
    if opening.lower() == "the":
        return f"the {term}" if seen in ("the", "a", "an") else _indefinite(term) if wants_article(last) else term
    if seen in ("a", "an") or (seen == "the" and opening.lower() in ("a", "an")):
        return _indefinite(term)
    single = opening.lower() in ("a", "an") or wants_article(kind.text.lower())
    concrete = single and kind.lemma not in ABSTRACT and " " in term
    return _indefinite(term) if concrete or _AGENT.search(last) or wants_article(term) else term


def as_written(phrase: str) -> str:
    """A noun phrase of a sentence as a question names it: without brackets, "each node" as "a node".

    Example:
        >>> as_written("each executor"), as_written("bounded staleness (BS)")
        ('an executor', 'bounded staleness')
    """
    plain = bare(_QUOTED_TERM.sub("", phrase))
    each = _EACH.match(plain)
    return _indefinite(plain[each.end() :]) if each else plain


def is_name_of(kind: Word) -> bool:
    """Whether what is of this kind has a name: a tool, a data set."""
    return kind.lemma in NAMED_THINGS


def is_part(term: str) -> bool:
    """Whether a term is a part that a method has one of: "generator"."""
    return term in PARTS


def wants_article(term: str) -> bool:
    """Whether a term lacks its article inside a sentence."""
    return any(bare_nouns(parse_text(f"The reader needs {term}.")))


def _indefinite(term: str) -> str:
    vowel = term[0].lower() in "aeiou" and not re.match(r"(?:uni|use|usu|eu|one|once|ut)", term, re.IGNORECASE)
    return f"{'an' if vowel else 'a'} {term}"


def _said(term: str, reading: Reading) -> bool:
    return any(term in block.text for block in reading.summary.blocks)


def _seen_with(term: str, reading: Reading) -> str:
    """The article with which the summary uses a term elsewhere, "a" before "the"; "" where it is not seen."""
    shown = re.compile(rf"\b(a|an|the|The|A|An|each|every) {re.escape(term)}\b")
    found = [match.group(1).lower() for block in reading.summary.blocks for match in shown.finditer(block.text)]
    order: Sequence[str] = ("a", "an", "each", "every", "the")
    for article in order:
        if article in found:
            return "a" if article in ("each", "every") else article
    return ""
