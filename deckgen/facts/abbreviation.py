"""What a name that the paper coins stands for: `long form (ABBR)` and `ABBR (long form)`.

After Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, 2003;
stricter: the initials of the long form must give every letter (or every capital) of the short one, since letters that
merely occur in order made a wrong card in half of the cases. Not matched: what readers of the field know, what the
title or a heading spells out, what is hardly used again, short forms of two letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.prose import sentences
from deckgen.language.prose.drafts import readable
from deckgen.language.prose.statements import Reading
from deckgen.language.words.parsing import MAX_CHARACTERS
from deckgen.language.words.wellknown import well_known
from deckgen.model import Block, Evidence, Fact, Summary

_BEHIND = re.compile(r"(?P<before>[\w'’/ -]{4,90}?)\s\(\s?(?P<short>[A-Za-z][\w-]{1,11})\s?\)")
_BEFORE = re.compile(r"(?<![\w-])(?P<short>[A-Z][\w-]{1,11})\s\((?P<long>[A-Za-z][\w'’/ -]{5,70})\)")
_WORD = re.compile(r"\w+(?:-\w+)*")
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "a", "an", "on", "with", "by", "via", "as", "from", "or"})
_MAX_WORDS = 8
_COINS = re.compile(r"\b(?:propose|introduce|present|call|name|dub|term|new|novel|develop|suggest)", re.IGNORECASE)
_MIN_MENTIONS, _MIN_COINED, _MOST = 4, 3, 2
_MIN_CAPITALS = 2  # "mCE" has two
_MIN_LETTERS = 3  # of two letters strict readers kept none: they stand for too much
_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(Fact):
    """A short form; the answer is what it stands for."""

    kind: ClassVar[str] = "abbreviation"

    short: str


def find(reading: Reading) -> Iterator[Abbreviation]:
    """The abbreviations that this summary coins or lives on, at most two, in source order."""
    found = list(_all(reading.summary))
    best = sorted(found, key=lambda pair: -pair[1])[:_MOST]
    yield from (fact for fact, weight in found if (fact, weight) in best)


def _all(summary: Summary) -> Iterator[tuple[Abbreviation, int]]:
    """Every abbreviation worth a thought, each once, with how much the summary makes of it."""
    uses = _uses(summary)
    seen: set[str] = set()
    for block in filter(readable, summary.blocks):
        for index, (start, end) in enumerate(sentences.split(block.text)):
            evidence = Evidence(text=block.text[start:end], block=block, index=index)
            for short, long in _pairs(evidence.text):
                single = _singular(short)
                if single in seen:
                    continue
                seen.add(single)
                weight = _weight(single, evidence.text, uses, summary)
                if not weight or not _worth(single, long, block, summary):
                    continue
                answer = long[:-1] if single != short and long.endswith("s") and not long.endswith("ss") else long
                yield Abbreviation(evidence=evidence, short=single, answer=answer, subject=single), weight


def _uses(summary: Summary) -> Counter[str]:
    """How often each word occurs, "RPN-based" also as "RPN"."""
    words = [word for block in summary.blocks for word in _WORD.findall(block.text)]
    return Counter([*words, *(word.split("-")[0] for word in words if "-" in word)])


def _weight(short: str, sentence: str, uses: Counter[str], summary: Summary) -> int:
    """How often the summary uses it, more where it coins it; 0 where that is too little."""
    count = uses[short] + uses[f"{short}s"]
    if short == summary.topic:
        return count + 100
    return count + 10 if _COINS.search(sentence) and count >= _MIN_COINED else count if count >= _MIN_MENTIONS else 0


def _pairs(sentence: str) -> Iterator[tuple[str, str]]:
    """Short forms with their long forms, as written."""
    if "(" not in sentence or len(sentence) > MAX_CHARACTERS:
        return
    for found in _BEHIND.finditer(sentence):
        words = found["before"].split()[-_MAX_WORDS:]
        long = _fitting([words[-count:] for count in range(2, len(words) + 1)], found["short"])
        if long:
            yield found["short"], " ".join(long)
    for found in _BEFORE.finditer(sentence):
        words = found["long"].split()
        if 2 <= len(words) <= _MAX_WORDS and _fitting([words], found["short"]):
            yield found["short"], found["long"]


def _fitting(candidates: Sequence[Sequence[str]], short: str) -> Sequence[str]:
    """The first of these word sequences that the short form abbreviates: by all its letters, else by its capitals."""
    for wanted in _letters(_singular(short)):
        for words in candidates:
            if _spells(words, wanted) and _keeps(short, words):
                return words
    return ()


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[-2:-1].isupper() else short


def _letters(short: str) -> tuple[str, ...]:
    """What initials have to give: all letters of the short form, or else its capitals; nothing for an ordinary word."""
    capitals = "".join(sign for sign in short if sign.isupper()).lower()
    if len(capitals) < _MIN_CAPITALS:
        return ()
    letters = "".join(sign for sign in short if sign.isalpha()).lower()
    return (letters, capitals) if letters != capitals else (letters,)


def _spells(words: Sequence[str], wanted: str) -> bool:
    """Whether the initials of the words give these letters."""
    return words[0].lower() not in _SMALL and _initials(words, wanted)


def _keeps(short: str, words: Sequence[str]) -> bool:
    """Whether what the short form writes out, as in "RoI-Pooling", is written so in the long form."""
    pieces = re.findall(r"[A-Z][a-z]{2,}", short)
    return all(any(word.lower().startswith(piece.lower()) for word in words) for piece in pieces)


def _initials(words: Sequence[str], wanted: str) -> bool:
    if not words:
        return not wanted
    first, rest = words[0], words[1:]
    readings = {first[0].lower(), "".join(part[0] for part in first.split("-") if part).lower()}
    if first.isupper():
        readings.add(first.lower())
    if first.lower() in _SMALL:
        readings.add("")
    return any(wanted.startswith(said) and _initials(rest, wanted[len(said) :]) for said in sorted(readings))


def _worth(short: str, long: str, block: Block, summary: Summary) -> bool:
    """Whether nobody knows it and nothing on the card gives it away."""
    letters = sum(sign.isalpha() for sign in short)
    if short[:_STEM].casefold() == long[:_STEM].casefold():  # "ReasoNet" tells "Reasoning" itself
        return False
    if well_known(short) or "Zq" in long or long.isupper() or letters < _MIN_LETTERS:
        return False
    return not any(_spelt_in(long, shown) for shown in (summary.title, summary.topic, *block.section))


def _spelt_in(long: str, shown: str) -> bool:
    """Whether every word of the long form stands in `shown`, give or take an ending."""
    there = {word[:_STEM] for word in re.findall(r"\w+", shown.casefold())}
    return all(word[:_STEM] in there for word in re.findall(r"\w+", long.casefold()) if word not in _SMALL)
