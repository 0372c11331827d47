"""How many of what a text speaks of: nouns that say what a list is made of, as they stand in a question."""

from __future__ import annotations

from deckgen.language.grammar.clauses import text_of
from deckgen.language.words.parsing import Parse, Word
from deckgen.language.words.second_opinion import common_words

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {str(n): n for n in range(2, 8)}
WORDS = ("", "", "two", "three", "four", "five", "six", "seven")
_LISTED = frozenset(
    "advantage approach aspect assumption axis benefit bottleneck category cause challenge change characteristic "
    "class component condition consequence contribution criterion difference dimension disadvantage drawback element "
    "form guideline issue paradigm "
    "extension factor feature function goal guarantee improvement ingredient input insight kind layer level "
    "limitation loss mechanism method metric mode module objective observation operation option output part phase "
    "principle problem property question reason requirement rule setting source stage step strategy strength task "
    "technique term trick type variant version way weakness".split()
)
_ADJECTIVES = frozenset({"main", "key", "core", "major", "basic", "important", "fundamental", "common", "traditional"})
DETERMINERS = frozenset({"the", "these", "those", "its", "their", "a", "an", "all"})


def counts(parse: Parse, noun: Word, count: int) -> bool:
    """Whether this noun says what is listed: with the number of the members, or as a plural that lists are made of."""
    if noun.tag not in ("NNS", "NNPS"):
        return False
    number = parse.child(noun.i, "nummod")
    if number is not None:
        return NUMBERS.get(number.text.lower()) == count
    return lists(noun)


def lists(noun: Word) -> bool:
    """Whether lists are made of what this noun names: steps, reasons, parts."""
    return noun.lemma.lower() in _LISTED


def asked_noun(parse: Parse, noun: Word, count: int) -> str:
    """`which two losses of X`, out of the noun with all that hangs under it."""
    places = list(parse.subtree(noun.i))
    number = parse.child(noun.i, "nummod")
    while places and (parse.words[places[0]].text.lower() in DETERMINERS or parse.words[places[0]] == number):
        places.pop(0)
    kept = [i for i in places if number is None or i != number.i]
    return f"which {WORDS[count]} {small(parse, kept, noun)}"


def small(parse: Parse, places: list[int], noun: Word) -> str:
    """A noun phrase as it stands inside a question: the capital of a plain first word or of the noun is none."""
    swap = {noun.i: noun.text.lower()} if noun.lemma.lower() in _LISTED and noun.text.istitle() else {}
    what = text_of(parse, places, swap)
    first = what.split(" ", 1)[0]
    known = first.isalpha() and first[1:].islower() and (first.lower() in common_words() or first.endswith("al"))
    opens = places[0] == 0 or (places[0] == 1 and parse.words[0].tag == "CD")
    behind = what[len(first) + 1 :]
    name = parse.words[places[0]].tag in ("NNP", "NNPS") and not (opens and behind[:1].islower())
    plain = (known and not name) or first.lower() in _ADJECTIVES
    return what[0].lower() + what[1:] if plain else what
