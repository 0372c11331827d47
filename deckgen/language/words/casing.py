"""Which words keep their capital inside a sentence: learned from the summary itself, not from a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from deckgen.language.words.parsing import Parse
from deckgen.language.words.second_opinion import common_words

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_FUNCTION_TAGS = frozenset(
    {"DT", "IN", "PRP", "PRP$", "VBG", "CC", "WDT", "WRB", "WP", "EX", "TO", "RB", "PDT", "VBN", "JJR"}
)
_PREFIXES = frozenset(
    {"non", "meta", "multi", "self", "semi", "pre", "co", "sub", "cross", "inter", "intra", "auto", "bi", "anti"}
)
_PLAIN = re.compile(r"[A-Z][a-z]*(?:-[a-z]+)*\Z")


@dataclass(frozen=True, slots=True)
class Casing:
    """What a summary shows about the case of its words.

    Attributes:
        small: words that occur in lower case.
        names: words that occur with a capital inside a sentence, in lower case here.
    """

    small: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def inside(self, text: str, tag: str) -> str:
        """`text` as it stands inside a sentence, given the tag of its first word.

        Example:
            >>> Casing().inside("The network", "DT")
            'the network'
        """
        first, _, rest = text.partition(" ")
        bare = first.rstrip(",.;:")
        if not _PLAIN.match(bare) or bare == "I":
            return text
        following = rest.split(" ", 1)[0]
        if following in ("et", "and") and " et al." in text[: len(first) + 8]:
            return text
        acronym = sum(sign.isupper() for sign in following) > 1
        if tag not in _FUNCTION_TAGS and following[:1].isupper() and len(following) > 1 and not acronym:
            return text
        low = bare.lower()
        common = _common(low, following)
        keep = low in self.names and low not in self.small
        if tag in _FUNCTION_TAGS or low in self.small or (not keep and (tag not in _NAME_TAGS or common)):
            return text[0].lower() + text[1:]
        return text


def _common(word: str, following: str) -> bool:
    """Whether a capital at the start of a sentence is only that: a common word, or a hyphenated one that starts so."""
    first, hyphen, rest = word.partition("-")
    return (
        len(first) > 1
        and (
            bool(hyphen and rest)
            or (bool(following) and (following.islower() or sum(sign.isupper() for sign in following) > 1))
        )
        and first in common_words() | _PREFIXES
    )


def learn(parses: Iterable[Parse], topic: str = "") -> Casing:
    """What these sentences show about the case of their words; the words of the topic are names as it writes them."""
    small: set[str] = set()
    names = {word.lower() for word in topic.split() if word[:1].isupper()}
    for parse in parses:
        for word in parse.words:
            if word.text.islower():
                small.add(word.text)
            elif word.i > 0 and word.text[:1].isupper() and parse.words[word.i - 1].text not in ".:?!\"“'(":
                names.add(word.text.lower())
    return Casing(frozenset(small), frozenset(names))
