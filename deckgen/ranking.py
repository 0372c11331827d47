"""How likely a strict reader keeps a card: a logistic score over a few dozen features.

The coefficients lie in `ranking.json` and are learned from cards that strict readers judged blind;
`tests/quality/train.py` fits them again and prints what they are worth on sources they were not fitted to.
A feature is a number that a person can check by looking at the card.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path

from deckgen.face import BLANK, Face, face
from deckgen.language.grammar.clauses import FINITE, consistent
from deckgen.language.words.agreement import bare_nouns
from deckgen.language.words.frequency import zipfs
from deckgen.language.words.parsing import Parse, parse_text
from deckgen.language.words.second_opinion import agreement, known_words
from deckgen.language.words.stems import content_stems, stem
from deckgen.model import Card, Role, Summary

_STOP = re.compile(r"[.!?](?=\s|$)")
_SAID = (Role.PARAGRAPH, Role.ITEM, Role.QUOTE)
HERE = Path(__file__).parent
_CAPITAL = re.compile(r"(?<=[\w,] )[A-Z][\w-]+|\b\w*[A-Z]\w*[A-Z]\w*")
_HEDGE = re.compile(
    r"\b(?:may|might|can|could|should|would|often|usually|generally|typically|some|sometimes|likely|tend|seem)\b"
)
_MAIN = re.compile(
    r"summary|key|tl;?dr|main|takeaway|abstract|overview|contribution|conclusion|highlight", re.IGNORECASE
)
_RESULTS = re.compile(r"result|experiment|evaluation|finding|performance|benchmark", re.IGNORECASE)
_METHOD = re.compile(r"method|model|approach|architecture|how|training|algorithm|idea|design|technique", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:why|how|what) \w+ the ([a-z][a-z-]*)\b(?! of\b)|^The ([a-z][a-z-]*)\b(?! of\b)")
_OPEN_BLANK = re.compile(r"\b(?:is|are|was|were|be|uses?|has|have) (?:an? |the )?\[\.\.\.\]\.?$")
_HEADED_BLANK = re.compile(
    r"\[\.\.\.\] [a-z]+s?\b(?<!of)(?<!to)(?<!and)(?<!for)(?<!in)(?<!with)(?<!on)(?<!by)(?<!than)"
)
_WORD = re.compile(r"[A-Za-z][a-z]{3,}")
_SIGNS = re.compile(r" (?:[&+=<>/~]|->|=>|[-–—]) ")
_LINKS = re.compile(
    r"\b(?:also|still|only|even|just|so|now|here|again|too|then|finally|later|further|moreover)\b", re.I
)
_BENCHMARK = re.compile(r"\b(?:experiments?|data ?sets?|benchmarks?|baselines?|evaluat\w+|results?|scores?)\b", re.I)
_PROBLEM = re.compile(r"\b(?:problems?|challenges?|issues?|goals?|aims?|motivation|ideas?)\b", re.I)
_WOULD = re.compile(r"\b(?:would|could|should|might|may)\b")
_PROPOSED = re.compile(
    r"\b[Tt]he (?:(?:proposed|presented|new|final|full) \w+|"
    r"(?:paper|model|method|network|approach|algorithm|system)\b(?! of))"
)
_POSSESSIVE = re.compile(r"\b(?:its|his|her|our)\b")
_PLAIN = 6.5  # the Zipf value from which on a word tells nothing
_CAUSAL = re.compile(r"\b(?:because|since|so that|in order to|to|by|instead|unlike|without|only)\b")


@lru_cache(maxsize=64)
def _counts(blocks: tuple[str, ...]) -> Mapping[str, int]:
    return Counter(stem(word) for text in blocks for word in _WORD.findall(text))


def _repeated(text: str, summary: Summary) -> float:
    """How often, in the mean, the content words of a text occur in its summary: a sign of what it is about."""
    counts = _counts(tuple(block.text for block in summary.blocks))
    stems = [s for s in content_stems(text) if s.isalpha()]
    return sum(min(counts.get(s, 0), 6) for s in stems) / len(stems) if stems else 0.0


def _odd_words(text: str, summary: Summary) -> int:
    """Lower-case words that neither a large lexicon nor the rest of the summary knows: typos and private shorthand."""
    counts = _counts(tuple(block.text for block in summary.blocks))
    known = known_words()
    return sum(
        1
        for word in set(re.findall(r"(?<![\w\\{-])[a-z]{4,}(?![\w-])", text))
        if word not in known and word.rstrip("s") not in known and counts.get(stem(word), 0) < 2
    )


def _overlap(answer: str, other: str) -> float:
    stems = content_stems(answer)
    return len(stems & content_stems(other)) / len(stems) if stems else 1.0


def _shape(seen: Face, parse: Parse) -> dict[str, float]:
    """Lengths, and how plain the sentence is."""
    front, back = len(seen.asked.split()), len(seen.back.split())
    finite = sum(1 for word in parse.words if word.tag in FINITE)
    return {
        "front_words": front / 10,
        "front_long": max(0, front - 18) / 10,
        "front_short": max(0, 6 - front) / 5,
        "back_words": back / 10,
        "back_one": float(back == 1),
        "back_long": max(0, back - 14) / 10,
        "finite_verbs": finite / 2,
        "commas": seen.asked.count(",") / 2,
        "brackets": float("(" in seen.asked or "(" in seen.back),
        "math": float("\\(" in seen.front + seen.back or "\\[" in seen.back),
        "quotes": float('"' in seen.front),
        "signs": min(len(_SIGNS.findall(f"{seen.asked} {seen.back}")), 2) / 2,
        "links": min(len(_LINKS.findall(seen.whole)), 2) / 2,
        "benchmark": float(bool(_BENCHMARK.search(f"{seen.asked} {seen.back}"))),
        "problem": float(bool(_PROBLEM.search(seen.asked))),
        "passive": float(any(word.dep == "auxpass" for word in parse.words)),
        "would": float(bool(_WOULD.search(seen.asked))),
        "proposed": float(bool(_PROPOSED.search(seen.whole))),
        "possessive": float(bool(_POSSESSIVE.search(seen.asked))),
        "hedge": float(bool(_HEDGE.search(seen.whole))),
        "negated": float(" not " in seen.whole or " no " in seen.whole),
        "sound_parse": float(consistent(parse)),
        "agreement": agreement(parse),
        "bare_nouns": float(any(bare_nouns(parse))),
        "said": min(len(content_stems(seen.asked)), 12) / 6,
    }


def _information(seen: Face) -> dict[str, float]:
    """How common the words are that are asked for and those that ask: common ones are easily guessed, or say little."""
    back, front = zipfs(seen.back) or (6.0,), zipfs(seen.asked.replace(BLANK, " ")) or (6.0,)
    rarest, three = min(back), sum(sorted(front)[:3]) / len(front[:3])
    plain = float(seen.kind == "participant")
    told, asks = sum(max(0.0, _PLAIN - value) for value in back), sum(max(0.0, _PLAIN - value) for value in front)
    return {
        "back_common": max(0.0, rarest - 3.5) / 2,
        "back_plain": max(0.0, rarest - 4.5),
        "back_rare": max(0.0, 2.5 - rarest) / 2,
        "back_common_participant": plain * max(0.0, rarest - 3.5) / 2,
        "back_plain_participant": plain * max(0.0, rarest - 4.5),
        "back_alone": float(len(back) == 1),
        "back_alone_common": float(len(back) == 1 and rarest > 4),
        "back_told": min(told, 20.0) / 10,
        "back_little_told": max(0.0, 4 - told) / 2,
        "back_mean": sum(back) / len(back) / 4,
        "back_commonest": max(back) / 4,
        "back_commons": sum(value >= 4.5 for value in back) / 3,
        "front_common": max(0.0, three - 3.5) / 2,
        "front_rare": max(0.0, 2.5 - three) / 2,
        "front_told": min(asks, 40.0) / 10,
        "front_little_told": max(0.0, 10 - asks) / 5,
        "front_mean": sum(front) / len(front) / 4,
        "front_commonest": max(front) / 4,
        "front_terms": sum(value < 3.5 for value in front) / 3,
        "front_rarities": sum(value < 2 for value in front) / 2,
        "unheard": sum(value == 0 for value in (*front, *back)) / 2,
    }


def _about(seen: Face, card: Card) -> dict[str, float]:
    """What the card names, and how central that is to its summary."""
    topic = card.summary.topic
    subject = card.fact.subject
    return {
        "topic_subject": float(bool(topic) and topic.lower() in subject.lower()),
        "topic_asked": float(bool(topic) and topic.lower() in seen.asked.lower()),
        "names": min(len(_CAPITAL.findall(seen.asked)), 4) / 2,
        "names_back": min(len(_CAPITAL.findall(seen.back)), 3) / 2,
        "definite": float(bool(_DEFINITE.search(seen.asked)) and not (topic and topic.lower() in seen.asked.lower())),
        "authors": float("authors" in seen.front or "paper" in seen.front),
        "digits": float(any(c.isdigit() for c in seen.back)),
        "digits_front": float(any(c.isdigit() for c in seen.asked)),
        "repeated_front": _repeated(seen.asked.replace(BLANK, " "), card.summary) / 3,
        "repeated_back": _repeated(seen.back, card.summary) / 3,
        "odd_words": min(_odd_words(seen.front + " " + seen.back, card.summary), 3) / 2,
        "overlap": _overlap(seen.back, seen.asked),
        "in_title": _overlap(seen.back, f"{seen.title} {seen.context}"),
        "causal": float(bool(_CAUSAL.search(seen.whole))),
    }


@lru_cache(maxsize=64)
def _care(texts: tuple[str, ...]) -> Mapping[str, float]:
    """How carefully a summary is written: full stops, and words a lexicon knows; the same in flattened text."""
    words = [word for text in texts for word in re.findall(r"(?<![\w\\{-])[a-z]{4,}(?![\w-])", text)]
    known = known_words()
    said = " ".join(texts)
    return {
        "stops": min(12 * len(_STOP.findall(said)) / max(len(said.split()), 1), 2.0),
        "unknown": 10 * sum(word not in known and word.rstrip("s") not in known for word in words) / max(len(words), 1),
    }


def _place(card: Card) -> dict[str, float]:
    """Where the evidence stands."""
    evidence = card.fact.evidence
    section = " ".join(evidence.block.section[-2:])
    blocks = card.summary.blocks
    before = sum(len(block.text) for block in takewhile(lambda block: block is not evidence.block, blocks))
    return {
        "item": float(evidence.block.role == "item"),
        "quoted": float(evidence.block.quoted),
        "section_main": float(bool(_MAIN.search(section))),
        "section_results": float(bool(_RESULTS.search(section))),
        "section_method": float(bool(_METHOD.search(section))),
        "late": before / max(sum(len(block.text) for block in blocks), 1),
        "emphasised": float(any(mark.kind == "strong" for mark in evidence.block.emphasis)),
        "full_stop": float(evidence.text.rstrip().endswith(".")),
        **_care(tuple(block.text for block in blocks if block.role in _SAID)),
    }


def features(card: Card, seen: Face | None = None) -> dict[str, float]:
    """The features of a card, by name; every value lies between 0 and about 4.

    Args:
        card: the card.
        seen: the card as the learner reads it, where that is at hand already.
    """
    seen = seen or face(card)
    parse = parse_text(seen.whole)
    kind = {f"kind_{card.kind}": 1.0, "cloze": float(seen.is_cloze)}
    if card.variant not in ("question", "cloze"):
        kind[f"{card.kind}_{card.variant}"] = 1.0
    if seen.is_cloze:
        kind["blank_late"] = seen.front.find(BLANK) / max(len(seen.front), 1)
        kind["blank_open"] = float(bool(_OPEN_BLANK.search(seen.front)))
        kind["blank_headed"] = float(bool(_HEADED_BLANK.search(seen.front)))
    return kind | _shape(seen, parse) | _information(seen) | _about(seen, card) | _place(card)


@cache
def coefficients() -> Mapping[str, float]:
    """Feature name -> coefficient; "" is the intercept."""
    found: Mapping[str, float] = json.loads((HERE / "ranking.json").read_text(encoding="utf-8"))["coefficients"]
    return found


def score(card: Card, seen: Face | None = None) -> float:
    """Estimated probability that a strict reader keeps this card unchanged, 0 to 1; arguments as of `features`."""
    weights = coefficients()
    total = weights[""] + sum(weights.get(name, 0.0) * value for name, value in features(card, seen).items())
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
