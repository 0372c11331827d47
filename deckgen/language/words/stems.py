"""Words compared by their stems, so that "increase" and "increases" are one word: the doorway to nltk."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.stem.snowball import EnglishStemmer

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FUNCTION = frozenset(
    (
        "a an the and or but nor so yet of to in on at by for from with without as than that which who whom whose "
        "this these those it its they them their he she his her we our us you your i my me is are was were be been "
        "being am do does did done doing have has had having can could may might must shall should will would not no "
        "only also very more most less least much many few some any each every all both either neither other others "
        "another such same own too then there here when where why how what if while because since due into onto over "
        "under between among through during before after above below up down out off about against per via"
    ).split()
)


@cache
def _stemmer() -> EnglishStemmer:
    from nltk.stem.snowball import EnglishStemmer

    return EnglishStemmer()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word, by Porter's second algorithm (https://snowballstem.org/algorithms/english/stemmer.html)."""
    return str(_stemmer().stem(word.lower()))


@lru_cache(maxsize=16384)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning, numbers included.

    Example:
        >>> sorted(content_stems("The detectors are detecting"))
        ['detect', 'detector']
    """
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _FUNCTION)
