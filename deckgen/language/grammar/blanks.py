"""A sentence with one part blanked, and which part is its point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.language.grammar.asking import contiguous
from deckgen.language.grammar.clauses import FINITE, NOUNS, Clause
from deckgen.language.words.parsing import Parse, Word

_SPOKEN_OF = frozenset({"DT", "PRP$", "PDT"})
_MAX_WORDS = 8
_VAGUE = frozenset(
    (
        "way ways thing things case cases problem problems result results approach method model paper work authors "
        "idea time number part parts kind kinds type types order use fact example examples task tasks data information "
        "issue issues performance improvement improvements baseline baselines experiments experiment state step steps "
        "set factor factors aspect aspects point points role roles goal advantage solution answer question term terms "
        "amount lot area areas"
    ).split()
)
_KINDS = frozenset(
    (
        "model mechanism function network algorithm loss system technique strategy representation procedure scheme "
        "objective layer classifier estimator test rule method optimizer distribution attack protocol"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A masked sentence in three pieces; `answer` is what is blanked."""

    before: str
    answer: str
    after: str


def blank(parse: Parse, places: Sequence[int]) -> Blank | None:
    """The sentence with the words at `places` blanked; None where they are not one stretch."""
    if not contiguous(places):
        return None
    start, end = parse.words[places[0]].start, parse.words[places[-1]].end
    return Blank(parse.text[:start], parse.text[start:end], parse.text[end:])


def without_article(parse: Parse, places: Sequence[int]) -> tuple[int, ...]:
    """The places without a leading article, which stays in front of the blank."""
    first = parse.words[places[0]]
    return tuple(places[1:]) if first.tag in _SPOKEN_OF and len(places) > 1 else tuple(places)


def content(parse: Parse, places: Sequence[int]) -> tuple[Word, ...]:
    """The nouns, adjectives, verbs and numbers among these places that say something."""
    words = (parse.words[i] for i in places)
    return tuple(
        w
        for w in words
        if w.tag in NOUNS | {"JJ", "JJR", "JJS", "CD", "VB", "VBG", "VBN"} and w.lemma.lower() not in _VAGUE
    )


def points(clause: Clause) -> Iterator[tuple[int, ...]]:
    """Parts of a clause that can be its point, likeliest first: what it says about its subject, from the end forwards.

    English puts what is new at the end of the clause (Quirk et al. 1985, 18.3), so the last full complement of
    the verb comes first, then the ones before it. Parts that say nothing, or are long, are left out.
    """
    parse = clause.parse
    parts = [word for word in parse.children(clause.verb.i) if word.i > clause.verb.i]
    seen: set[tuple[int, ...]] = set()
    for word in reversed(parts):
        for places in _nominal(parse, word):
            whole = without_article(parse, places)
            for part in (_telling(parse, whole), whole, *_inside(parse, word, whole)):
                if part not in seen and _askable(parse, part):
                    seen.add(part)
                    yield part


def _inside(parse: Parse, word: Word, places: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The nouns that the head noun of a part is narrowed by: "layers" in "the output of the first layers"."""
    for preposition in parse.words[places[0] : places[-1] + 1]:
        if preposition.dep == "prep" and preposition.head != word.i:
            for noun in parse.children(preposition.i, "pobj"):
                inner = parse.subtree(noun.i)
                if inner[-1] <= places[-1]:
                    yield without_article(parse, inner)


def _askable(parse: Parse, places: tuple[int, ...]) -> bool:
    return (
        len(places) <= _MAX_WORDS
        and bool(content(parse, places))
        and contiguous(places)
        and not _pronoun(parse, places)
        and not any(parse.words[i].tag in FINITE for i in places)
        and not _plain_verb(parse, places)
        and not _in_brackets(parse, places)
        and not _joined(parse, places)
        and not _loosely_narrowed(parse, places)
    )


def _telling(parse: Parse, places: tuple[int, ...]) -> tuple[int, ...]:
    """The modifiers of a plain noun phrase, so that its head stays in sight and says what kind of answer is wanted.

    "an epsilon-greedy policy" is blanked as "an [...] policy", "a logistic regression model" as "a [...] model"; a
    phrase with something behind its head is kept whole, and so is a term of two nouns: "gradient flow" does not come
    apart.
    """
    head = places[-1]
    modifiers = places[:-1]
    if modifiers and parse.words[head].lemma.lower() in _KINDS and _modifying(parse, modifiers, head):
        return modifiers
    whole = all(parse.words[i].dep in ("amod", "punct", "npadvmod", "advmod") for i in modifiers)
    if not modifiers or not whole or parse.words[head].tag not in ("NN", "NNS"):
        return places
    said = content(parse, modifiers)
    return modifiers if any(word.dep == "amod" for word in said) else places


def _modifying(parse: Parse, modifiers: tuple[int, ...], head: int) -> bool:
    """Whether these words are at least two nouns or adjectives that stand in front of the head and belong to it."""
    inside = {*modifiers, head}
    return len(content(parse, modifiers)) > 1 and all(
        parse.words[i].dep in ("amod", "compound", "punct", "npadvmod", "advmod", "nmod")
        and parse.words[i].head in inside
        for i in modifiers
    )


def _joined(parse: Parse, places: tuple[int, ...]) -> bool:
    """Whether the part is one half of an "A and B" or of a compound: its other half would stand beside the blank."""
    beside = [parse.words[i].text for i in (places[0] - 1, places[-1] + 1) if 0 <= i < len(parse)]
    return any(sign in ("and", "or", "/", "-", "&", "nor", "but", "where", "that") for sign in beside)


def _loosely_narrowed(parse: Parse, places: tuple[int, ...]) -> bool:
    """Whether more than "of ..." follows the head noun: a second idea, or a phrase that belongs to the verb."""
    inside = set(places)
    heads = [w for w in (parse.words[i] for i in places) if w.head not in inside or w.head == w.i]
    return any(
        child.i > head.i and (child.dep in ("relcl", "acl", "appos") or (child.dep == "prep" and child.text != "of"))
        for head in heads
        for child in parse.children(head.i)
        if child.i in inside
    )


def _plain_verb(parse: Parse, places: tuple[int, ...]) -> bool:
    """Whether an infinitive without "to" stands in the part: "the image and select actions" runs over two verbs."""
    return any(parse.words[i].tag == "VB" and (i == 0 or parse.words[i - 1].text.lower() != "to") for i in places)


def _in_brackets(parse: Parse, places: tuple[int, ...]) -> bool:
    """Whether the part stands within brackets: an aside is not what a sentence is about."""
    before = parse.text[: parse.words[places[0]].start]
    return before.count("(") > before.count(")")


def _pronoun(parse: Parse, places: Sequence[int]) -> bool:
    return any(parse.words[i].tag in ("PRP", "WDT", "WP", "EX") for i in places)


def _nominal(parse: Parse, word: Word) -> Iterator[tuple[int, ...]]:
    """The noun phrases or adjective under a complement of the verb."""
    if word.dep in ("dobj", "attr", "oprd", "acomp", "dative"):
        yield parse.subtree(word.i)
    elif word.dep in ("prep", "agent"):
        for inner in parse.children(word.i, "pobj"):
            yield parse.subtree(inner.i)
        for inner in parse.children(word.i, "pcomp"):
            yield parse.subtree(inner.i)
    elif word.dep in ("xcomp", "advcl"):
        for inner in reversed(parse.children(word.i)):
            if inner.i > word.i:
                yield from _nominal(parse, inner)
