"""Whether two pieces of text are one fact in two wordings.

A sentence is compared as its words in their order. Words that tell siblings apart (numbers, names, abbreviations) count
for more than their share: two sentences that differ in nothing else speak of different things.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

_EDGE = ".,;:!?\"'()[]{}«»“”‘’…-–—"
_PIECE = re.compile(r"(?<=[.!?;:])\s+|\n")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_LONGEST = 120  # words of one evidence that are compared; aligning many more of a listing or a table takes long


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence cut into words.

    Attributes:
        words: folded, without punctuation at their edges.
        telling: for each word, whether it is a number, a name or an abbreviation.
        bag: each word with how often it stood before, so that common words can be counted quickly.
    """

    words: tuple[str, ...]
    telling: tuple[bool, ...]
    bag: frozenset[tuple[str, int]] = field(compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two wordings of a sentence relate.

    Attributes:
        swapped: positions in both of telling words that stand where another telling word stood.
        plain: whether anything else differs.
        pairs: positions of words that correspond, equal or replaced one by one.
    """

    swapped: tuple[tuple[int, int], ...]
    plain: bool
    pairs: tuple[tuple[int, int], ...]


@lru_cache(maxsize=20_000)
def wording(text: str) -> Wording:
    """Cut plain text into comparable words.

    Example:
        >>> wording("On ImageNet, it reaches 76.1 %.").words
        ('on', 'imagenet', 'it', 'reaches', '76.1', '%')
    """
    pairs = [(word, _tells(word, index)) for index, raw in enumerate(text.split()) if (word := raw.strip(_EDGE))]
    pairs = pairs[:_LONGEST]
    words = tuple(word.casefold() for word, _ in pairs)
    before: Counter[str] = Counter()
    bag = set()
    for word in words:
        bag.add((word, before[word]))
        before[word] += 1
    return Wording(words, tuple(tells for _, tells in pairs), frozenset(bag))


def folded(text: str) -> str:
    """The text as it is looked up: all its words, folded, one space between them."""
    return " ".join(word.casefold() for raw in text.split() if (word := raw.strip(_EDGE)))


def pieces(text: str) -> tuple[str, ...]:
    """A text cut at the ends of its sentences and clauses, folded; the cut need not be right, only always the same."""
    return tuple(piece for part in _PIECE.split(text) if (piece := folded(part)))


def sentences(text: str) -> tuple[str, ...]:
    """A text cut at what looks like the ends of its sentences."""
    return tuple(sentence for part in _SENTENCE.split(text) if (sentence := part.strip()))


def mark(piece: str) -> str:
    """Six hexadecimal digits that stand for a folded piece in the lock."""
    return hashlib.sha256(piece.encode()).hexdigest()[:6]


def bag_ratio(one: Wording, other: Wording) -> float:
    """Share of common words in whatever order: an upper bound of `ratio`, and quicker still."""
    total = len(one) + len(other)
    return 2 * len(one.bag & other.bag) / total if total else 1.0


@lru_cache(maxsize=50_000)
def ratio(one: Wording, other: Wording) -> float:
    """Share of common words in common order, 0 to 1; quick also where one word is repeated over and over.

    The length of the longest common subsequence, bit by bit (Hyyrö, "Bit-parallel LCS-length computation revisited",
    2004): each bit of `row` is one word of `one`, and turns to 0 where the subsequence grows.
    """
    total = len(one) + len(other)
    if one.words == other.words or not total:
        return 1.0
    places = _places(one)
    every = row = (1 << len(one)) - 1
    for word in other.words:
        hits = row & places.get(word, 0)
        row = ((row + hits) | (row - hits)) & every
    return 2 * (len(one) - row.bit_count()) / total


@lru_cache(maxsize=20_000)
def _places(wording: Wording) -> dict[str, int]:
    """Word -> a number with one bit for each place where it stands."""
    places: dict[str, int] = {}
    for index, word in enumerate(wording.words):
        places[word] = places.get(word, 0) | 1 << index
    return places


@lru_cache(maxsize=50_000)
def compare(one: Wording, other: Wording) -> Comparison:
    """Align two wordings word by word; slow where one word is repeated, so ask `ratio` first."""
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    swapped: list[tuple[int, int]] = []
    pairs: list[tuple[int, int]] = []
    plain = False
    for operation, i1, i2, j1, j2 in matcher.get_opcodes():
        aligned = list(zip(range(i1, i2), range(j1, j2), strict=False))
        pairs += aligned
        if operation == "equal":
            continue
        telling = [(i, j) for i, j in aligned if one.telling[i] and other.telling[j]]
        swapped += telling
        plain = plain or len(telling) != max(i2 - i1, j2 - j1)
    return Comparison(tuple(swapped), plain, tuple(pairs))


def place(answer: str, sentence: Wording) -> frozenset[int]:
    """Where in a sentence the words of an answer stand; its parts may be joined by "; ", and need not be in it."""
    return frozenset(index for part in answer.split("; ") for index in _stretch(wording(part).words, sentence.words))


def _stretch(words: tuple[str, ...], sentence: tuple[str, ...]) -> range:
    size = len(words)
    starts = (start for start in range(len(sentence) - size + 1) if size and sentence[start : start + size] == words)
    start = next(starts, None)
    return range(0) if start is None else range(start, start + size)


def _tells(word: str, index: int) -> bool:
    inner = word[1:] if index == 0 else word
    return any(letter.isdigit() or letter.isupper() for letter in word[1:]) or inner[:1].isupper() or word[:1].isdigit()
