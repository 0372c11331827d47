"""What can be a term, and how a question names it: "a merge procedure", "the growth rate", "plasma", "RaidEx".

A term is a short noun phrase that means one thing to the reader: no pronoun, no "second one", no word such as
"network" that fits any paper, no abbreviation that everybody in the field knows. A term that stands alone in front of
its explanation has lost its article; the kind that explains it tells most of the time which one it wants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deckgen import citation
from deckgen.language.agreement import bare_nouns
from deckgen.language.clauses import NOUNS
from deckgen.language.parsing import Parse, Word, parse_text
from deckgen.language.statements import Reading
from deckgen.language.termwords import (
    ABSTRACT,
    GENERIC,
    HEADS,
    KNOWN,
    NAMED_THINGS,
    PARTS,
    POINTING,
    ROLES,
)
from deckgen.language.wellknown import well_known
from deckgen.model import Summary

MAX_WORDS = 7
_UNCOUNTED = re.compile(r"(?:ing|ion|ity|ness|ment|ance|ence|ancy|ency|ism|ics|tics|metry|ware|put|width|sis|ship)\Z")
_AGENT = re.compile(r"(?!transfer|power|order|behavior|labor|water|weather|paper|number)[a-z]{3}[a-z]*(?:er|or)\Z")
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_SYMBOL = re.compile(r"Zq\d+x\Z")
_EACH = re.compile(r"(?:each|one|any)\s(?!of\b)", re.IGNORECASE)
_BRACKET = re.compile(r"\s?(?:\([^()]{0,80}(?:\)|\Z)|\[[^\[\]]{0,80}\])")
_QUOTES = frozenset({'"', "'", "“", "”", "``", "''", "‘", "’"})
_TRIM = " \"'*_“”‘’:.,;–—-"
_BAD_TAGS = frozenset(
    {"PRP", "PRP$", "EX", "WDT", "WP", "WRB", "CC", "MD", "VBZ", "VBP", "VBD", "VB", "TO", "RBR", "UH"}
)


def bare(term: str) -> str:
    """A term without what stands in brackets behind it and without quotes and signs round it.

    Example:
        >>> bare("“Bounded staleness” (BS)")
        'Bounded staleness'
    """
    return _BRACKET.sub("", term).strip(_TRIM)


def spoken(parse: Parse, places: Iterable[int]) -> tuple[Word, ...]:
    """The words of a noun phrase that name the thing: without "each", quotes and what stands in brackets."""
    kept: list[Word] = []
    depth = 0
    for word in (parse.words[i] for i in places):
        depth += word.text in ("(", "[")
        if not depth and word.text not in _QUOTES and not (not kept and word.text.lower() in ("each", "any")):
            kept.append(word)
        depth -= word.text in (")", "]")
    return tuple(kept)


def label_words(term: str) -> tuple[Word, ...]:
    """The words of a term that stands alone; where the parser sees a verb in it, as it is seen behind "the"."""
    words = parse_text(term).words
    if words and words[-1].tag.startswith("VB") and words[-1].tag != "VBG":
        return parse_text(f"the {term[0].lower()}{term[1:]}").words[1:]
    return words


def is_term(phrase: Sequence[Word], summary: Summary, *, attribute: bool = False) -> bool:
    """Whether a noun phrase can be a term of this summary.

    Args:
        phrase: its words, the article included.
        summary: whose topic is a term in any case.
        attribute: whether it may be what something has, such as "the output of the encoder".
    """
    words = [w for w in phrase if w.text.lower() not in ("a", "an", "the")]
    if words and summary.topic and " ".join(w.text for w in words).casefold() == summary.topic.casefold():
        return True
    if not words or len(words) > MAX_WORDS or not any(w.tag in NOUNS or w.tag == "VBG" for w in words):
        return False
    if any(w.tag in _BAD_TAGS or (w.tag == "IN" and w.text != "of") or w.text in "?!:;/=" for w in words):
        return False
    if any(_SYMBOL.match(w.text) or w.text.isdigit() for w in words) and not any(w.text == "of" for w in words):
        return False
    first = words[0].text.lower()
    if first in POINTING or words[0].tag in ("CD", "IN", "RB", "DT", "JJR", "JJS") or "of" in (first,):
        return False
    head = next((w for w in reversed(words[: _of(words)])), words[-1])
    if (
        first.endswith("est")
        or {head.lemma.lower(), head.text.lower()} & HEADS
        or (head.lemma.lower() in ROLES and not attribute)
        or any("/" in w.text for w in words)
    ):
        return False
    if head.tag not in NOUNS and head.tag != "VBG" and not head.text[:1].isupper():
        return False
    plain = " ".join(w.text for w in words).casefold()
    if known(plain) or all(w.lemma.lower() in GENERIC for w in words if w.tag not in ("IN", "DT")):
        return False
    return len(plain) > 2 and not plain.isdigit()


def _of(words: Sequence[Word]) -> int:
    """How many words stand before the first "of"."""
    return next((i for i, w in enumerate(words) if w.text == "of" and i), len(words))


def known(term: str) -> bool:
    """Whether everybody in the field knows this term.

    Example:
        >>> known("CNNs"), known("word embeddings"), known("merge procedure")
        (True, True, False)
    """
    plain = term.casefold()
    return plain in KNOWN or plain.removesuffix("s") in KNOWN or (" " not in term and well_known(term))


def stands_alone(term: str, summary: Summary) -> bool:
    """Whether the question tells which thing is meant: a name, a term of two words, or any term of a named paper.

    "The X" without the name of the paper in front points at what only the summary shows.
    """
    plain = _ARTICLE.sub("", term)
    if citation.name(summary) or any(sign.isupper() for sign in plain):
        return True
    return " " in plain and (" of " in plain or not term.lower().startswith("the "))


def labels_alone(term: str, summary: Summary) -> bool:
    """Whether a label tells which thing is meant: "Encoder" does so only in the notes on a named paper."""
    return " " in term or term.lower() not in PARTS or stands_alone(term.lower(), summary)


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
    return term if _ARTICLE.match(term) else f"the {term}"


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
    if " of " in term and term[0].islower() and not _ARTICLE.match(term):
        return f"the {term}"
    if _ARTICLE.match(term) or kind.tag == "NNS" or not last.replace("-", "").isalpha():
        return term
    name = any(sign.isupper() for sign in last) or (" " not in term and not term.islower())
    if last.lower().split("-")[-1] in PARTS and (name or " " not in term):
        return f"the {term}"
    if name or uncounted(last):
        return term
    seen = _seen_with(term, reading)
    if opening.lower() == "the":
        return f"the {term}" if seen in ("the", "a", "an") else term
    if seen in ("a", "an") or (seen == "the" and opening.lower() in ("a", "an")):
        return _indefinite(term)
    single = opening.lower() in ("a", "an") or _counted(kind.text.lower())
    concrete = single and kind.lemma not in ABSTRACT and " " in term
    return _indefinite(term) if concrete or _AGENT.search(last) or _counted(term) else term


def as_written(phrase: str) -> str:
    """A noun phrase of a sentence as a question names it: without brackets, "each node" as "a node".

    Example:
        >>> as_written("each executor"), as_written("bounded staleness (BS)")
        ('an executor', 'bounded staleness')
    """
    plain = bare(phrase)
    each = _EACH.match(plain)
    return _indefinite(plain[each.end() :]) if each else plain


def is_name_of(kind: Word) -> bool:
    """Whether what is of this kind has a name: a tool, a data set."""
    return kind.lemma in NAMED_THINGS


def _counted(term: str) -> bool:
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
