"""A term explained in passing, inside a sentence that says something else.

    ..., X, a KIND that ..., ...        what is X?
    ... X (a KIND that ...) ...         what is X?
    ... X, which is a KIND that ...     what is X?
    ... X, i.e. the N of ...            what is X?
    ... X, which VP                     what does X do?      where X is a name

The sentence round it need not be one that a card can quote: only term and explanation are shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.language.grammar.asking import contiguous
from deckgen.language.grammar.clauses import NOUNS
from deckgen.language.prose.statements import Reading
from deckgen.language.terms import articles, kinds
from deckgen.language.terms import term as terms
from deckgen.language.terms.defined import Defined
from deckgen.language.words.parsing import Parse, Word

_NO_DEED = frozenset("be have include contain need require consist mean make show outperform achieve lead seem".split())
_SIGNS = frozenset(",(–—")
_OUTSIDE = ("appos", "relcl", "acl", "punct", "conj", "cc", "advmod", "prep")


def passing(parse: Parse, reading: Reading) -> Iterator[Defined]:
    """The terms that a sentence explains in passing, in order."""
    for term in parse.words:
        if term.tag not in NOUNS or term.i + 2 >= len(parse):
            continue
        kind = _apposed(parse, term) or _which_is(parse, term)
        found = _defined(parse, term, kind, reading) if kind else _doing(parse, term, reading)
        if found:
            yield found


def _apposed(parse: Parse, term: Word) -> Word | None:
    kind = next((w for w in parse.children(term.i, "appos") if w.i > term.i), None)
    if kind is None or kind.tag not in NOUNS:
        return None
    opening = _start(parse, kind)
    between = [w.text for w in parse.words[term.i + 1 : opening]]
    signs = [text for text in between if text.lower() not in ("i.e.", "i.e", "ie")]
    return kind if signs and set(signs) <= _SIGNS and len(between) <= 3 else None


def _which_is(parse: Parse, term: Word) -> Word | None:
    verb = next((w for w in parse.children(term.i, "relcl") if w.text.lower() in ("is", "are")), None)
    following = [w.text.lower() for w in parse.words[term.i + 1 : term.i + 3]]
    if verb is None or "which" not in following or set(following) - {"which", ",", "is", "are"}:
        return None
    kind = parse.child(verb.i, "attr")
    return kind if kind is not None and kind.i > verb.i and parse.child(verb.i, "neg") is None else None


def _doing(parse: Parse, term: Word, reading: Reading) -> Defined | None:
    """`..., X, which VP`: what a thing with a name does."""
    following = [w.text.lower() for w in parse.words[term.i + 1 : term.i + 3]]
    verb = next((w for w in parse.children(term.i, "relcl") if w.tag == "VBZ"), None)
    if following != [",", "which"] or verb is None or verb.lemma in _NO_DEED or parse.child(verb.i, "neg"):
        return None
    places = [i for i in parse.subtree(verb.i) if i > term.i + 2]
    named = _name(parse, term)
    phrase = articles.as_written(parse.span(named)) if named else ""
    if not phrase or phrase.islower() or not terms.is_term(terms.spoken(parse, named), reading.summary):
        return None
    if places[0] > verb.i or not kinds.ends_well(parse, places[-1]) or not _fit(phrase, plural=False, reading=reading):
        return None
    answer = kinds.explanation(parse, places, phrase)
    return Defined(phrase, f"what does {phrase} do?", answer) if answer else None


def _start(parse: Parse, kind: Word) -> int:
    """Where the noun phrase of the kind begins: at its article or its first adjective."""
    return min(i for i in parse.subtree(kind.i) if parse.words[i].tag not in (",", "-LRB-", "FW", "RB") or i == kind.i)


def _defined(parse: Parse, term: Word, kind: Word, reading: Reading) -> Defined | None:
    opening = _start(parse, kind)
    places = [i for i in parse.subtree(kind.i) if i >= opening]
    named = _name(parse, term)
    if not named or not contiguous(places) or parse.children(kind.i, "conj"):
        return None
    if not kinds.is_kind(parse, kind, parse.words[opening]) or not kinds.ends_well(parse, places[-1]):
        return None
    phrase = articles.as_written(parse.span(named))
    if not phrase or not terms.is_term(terms.spoken(parse, named), reading.summary):
        return None
    plural = term.tag in ("NNS", "NNPS")
    if plural != (kind.tag == "NNS") or not _fit(phrase, plural=plural, reading=reading):
        return None
    answer = kinds.explanation(parse, places, phrase)
    inside = reading.casing.inside(phrase, parse.words[named[0]].tag) if named[0] == 0 else phrase
    return Defined(phrase, f"what {'are' if plural else 'is'} {inside}?", answer) if answer else None


def _name(parse: Parse, term: Word) -> list[int]:
    """The places of the term itself, from its article or first adjective to its noun."""
    left = [w.i for w in parse.children(term.i) if w.i < term.i and w.dep not in _OUTSIDE]
    if any(w.tag in ("PRP$", "POS") or w.dep == "poss" for w in parse.children(term.i)):
        return []
    places = list(range(min([*left, term.i]), term.i + 1))
    return places if not any(parse.words[i].tag in (",", "-LRB-", "-RRB-", "VBZ", "VBP") for i in places) else []


def _fit(phrase: str, *, plural: bool, reading: Reading) -> bool:
    """Whether the question can name the term so: "the scheduler" only of a named paper, a bare word not at all."""
    if not terms.stands_alone(phrase, reading.summary):
        return False
    bare_noun = phrase.islower() and " " not in phrase
    return plural or not bare_noun
