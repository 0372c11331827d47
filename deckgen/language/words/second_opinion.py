"""What a second tagger makes of a sentence: the doorway to textblob.

Where two taggers of different make agree, the sentence is plain English; agreement is the best single sign of a good
card that was found. PatternTagger carries its lexicon with it and needs no download.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from deckgen.language.words.parsing import Parse

_COARSE = {"N": "N", "V": "V", "J": "J", "R": "R", "I": "I", "D": "D", "M": "V", "T": "I", "C": "C"}


@cache
def _tagger() -> Any:  # textblob is not typed
    from textblob import en

    return en.parser


def agreement(parse: Parse) -> float:
    """Share of the words on which PatternTagger and the parser's tagger agree, 0 to 1, in coarse classes.

    Names and masked tokens are left out: every tagger guesses there.
    """
    words = [w for w in parse.words if w.text.isalpha() and (w.text.islower() or w.i == 0)]
    if not words:
        return 0.0
    tagged = _tagger().find_tags([word.text for word in words])
    same = sum(_coarse(str(found[1])) == _coarse(word.tag) for found, word in zip(tagged, words, strict=True))
    return same / len(words)


def _coarse(tag: str) -> str:
    return _COARSE.get(tag[:1], tag)


def can_be_verb(word: str) -> bool:
    """Whether the second tagger, too, takes a word for a verb when it stands after "to"."""
    return str(_tagger().find_tags(["to", word.lower()])[1][1]).startswith(("VB", "NN"))


@cache
def common_words() -> frozenset[str]:
    """The words that textblob's lexicon writes in lower case: no names."""
    return frozenset(word for word in map(str, _tagger().lexicon) if word.islower())


@cache
def known_words() -> frozenset[str]:
    """The words of textblob's lexicon, in lower case: about 90,000."""
    return frozenset(str(word).lower() for word in _tagger().lexicon)
