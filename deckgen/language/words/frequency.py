"""How common words are: the doorway to wordfreq.

A word's Zipf value is the logarithm of how often it occurs in a thousand million words: "the" has 7.7, "method" 4.8,
"gradient" 3.3, "aneuploidy" 1.8, a word that nobody writes 0 (van Heuven et al., SUBTLEX-UK, 2014).
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*[A-Za-z]")
_FUNCTION = frozenset(
    (
        "the an of to in on for with and or each every all its by as at from is are be because since due that which it "
        "they what why how does do did was were has have can when if not than"
    ).split()
)


@lru_cache(maxsize=65_536)
def zipf(word: str) -> float:
    """The Zipf value of a word, 0 to about 8; 0 for a word that is in no list.

    Example:
        >>> zipf("method") > zipf("gradient") > zipf("aneuploidy") > 0
        True
    """
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))


def words(text: str) -> tuple[str, ...]:
    """The words of a text that are longer than a letter, in lower case and in order."""
    return tuple(word.lower() for word in _WORD.findall(text))


def zipfs(text: str) -> tuple[float, ...]:
    """The Zipf values of the content words of a text, in order."""
    return tuple(zipf(word) for word in words(text) if word not in _FUNCTION)
