"""What can be a term: "merge procedure", "rate of growth", "RaidEx".

A term is a short noun phrase that means one thing to the reader: no pronoun, no "second one", no word such as
"network" that fits any paper, no abbreviation that everybody in the field knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deckgen import citation
from deckgen.language.grammar.clauses import NOUNS
from deckgen.language.terms.termwords import (
    GENERIC,
    HEADS,
    KNOWN,
    LONE,
    PARTS,
    POINTING,
    ROLES,
)
from deckgen.language.words.frequency import zipf
from deckgen.language.words.parsing import Parse, Word, parse_text
from deckgen.language.words.persons import is_person
from deckgen.language.words.wellknown import well_known
from deckgen.model import Summary

MAX_WORDS = 7
_SYMBOL_LENGTH = 3
_EVERYDAY = 4.3  # "lightning" 4.2, "reward" 4.3, "cell" 4.9
ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_SYMBOL = re.compile(r"Zq\d+x\Z")
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
    if is_person(" ".join(w.text for w in words)):
        return False
    plain = " ".join(w.text for w in words).casefold()
    if len(words) == 1 and {words[0].lemma.lower(), words[0].text.lower()} & LONE:
        return False
    if known(plain) or all(w.lemma.lower() in GENERIC for w in words if w.tag not in ("IN", "DT")):
        return False
    symbol = len(plain) <= _SYMBOL_LENGTH and all(w.text.islower() for w in words)  # "eij"
    return not symbol and len(plain) >= _SYMBOL_LENGTH and not plain.isdigit()


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
    """Whether the question tells which thing is meant: a name, a term without "the", or any term of a named paper.

    "The X" without the name of the paper in front points at what only the summary shows.
    """
    plain = ARTICLE.sub("", term)
    if citation.name(summary) or any(sign.isupper() for sign in plain):
        return True
    if " " not in plain:
        return plain == term and plain not in PARTS and not _common(plain)
    return " of " in plain or not term.lower().startswith("the ")


def _common(word: str) -> bool:
    """Whether everybody uses a word, so that its meaning here is that of one text; "seeing" and its like are asked."""
    return not word.endswith("ing") and max(zipf(word), zipf(word.removesuffix("s"))) >= _EVERYDAY


def labels_alone(term: str, summary: Summary) -> bool:
    """Whether a label tells which thing is meant: "Encoder" does so only in the notes on a named paper."""
    return " " in term or not (term.lower() in PARTS or _common(term.lower())) or stands_alone(term.lower(), summary)
