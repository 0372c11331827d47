"""Which cards are kept, and why not the others.

Few cards, best first, no quota: a card is kept when no rule speaks against it, its score reaches the bar, and no better
card asks for the same sentence or the same fact. Facts that contradict each other make no card. The author's own
cards are always kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckgen import ranking
from deckgen.face import BLANK, Face, face
from deckgen.language.words.parsing import parse_ahead
from deckgen.language.words.stems import content_stems
from deckgen.model import Card, Choice, Finding

FIRST_BAR, LAST_BAR, STEP, EASY = 0.26, 0.65, 0.05, 2
"""What score the first card of a summary must reach, what any later one, how fast the bar rises in between, and for
how many cards it stays low.

A deck with nothing about a paper is worth less than one with its best card; its tenth card has to be better than that.
"""

_SAME = 0.75
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    card: Card
    score: float
    seen: Face
    stems: frozenset[str]


def select(cards: Sequence[Card], findings: Sequence[Finding], limit: int | None = None) -> Iterator[Choice]:
    """The verdict on each card, in the order of the cards.

    Args:
        cards: of all summaries of a deck.
        findings: what the rules say against them.
        limit: most cards a summary, own cards not counted; None for no limit.
    """
    against = _by_key(findings)
    candidates = _candidates(cards, against)
    verdicts: dict[int, tuple[str, ...]] = {c.place: _faults(c, against) for c in candidates}
    standing = [c for c in candidates if not verdicts[c.place] and not c.card.own]
    verdicts |= _contradictions(standing)
    standing = [c for c in standing if not verdicts[c.place]]
    verdicts |= _crowded(
        sorted(standing, key=lambda c: (-c.score, c.place)), [c for c in candidates if c.card.own], limit
    )
    for candidate in candidates:
        yield Choice(candidate.card, candidate.score, verdicts[candidate.place])


def _by_key(findings: Sequence[Finding]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.drops:
            found[finding.key].append(f"{finding.code} {finding.message}")
    return {key: tuple(messages) for key, messages in found.items()}


def _candidates(cards: Sequence[Card], against: Mapping[str, tuple[str, ...]]) -> list[_Candidate]:
    """The cards with their scores; one that a rule drops is not scored."""
    seen = [face(card) for card in cards]
    parse_ahead(s.whole for card, s in zip(cards, seen, strict=True) if not card.own and card.key not in against)
    return [_candidate(place, card, s, against) for place, (card, s) in enumerate(zip(cards, seen, strict=True))]


def _candidate(place: int, card: Card, seen: Face, against: Mapping[str, tuple[str, ...]]) -> _Candidate:
    stems = content_stems(seen.whole) | content_stems(seen.back)
    score = 1.0 if card.own else 0.0 if card.key in against else round(ranking.score(card, seen), 4)
    return _Candidate(place, card, score, seen, stems)


def _faults(candidate: _Candidate, against: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if candidate.card.own:
        return ()
    return against.get(candidate.card.key, ())


def _contradictions(candidates: Sequence[_Candidate]) -> dict[int, tuple[str, ...]]:
    """Numbers that the same sentence gives differently, in one summary or two: neither is asked for."""
    numeric = [c for c in candidates if c.seen.is_cloze and _NUMBER.search(c.seen.back)]
    said: dict[frozenset[str], list[_Candidate]] = defaultdict(list)
    for candidate in numeric:
        said[content_stems(candidate.seen.asked.replace(BLANK, " "))].append(candidate)
    return {
        c.place: (f"contradicts {other.card.origin}, which says {other.seen.back}",)
        for group in said.values()
        for c in group
        for other in group
        if other.seen.back.casefold() != c.seen.back.casefold()
    }


def _crowded(
    best_first: Sequence[_Candidate], own: Sequence[_Candidate], limit: int | None
) -> dict[int, tuple[str, ...]]:
    """Verdicts on cards that stand behind a better one, or beyond the limit of their summary."""
    kept: list[_Candidate] = list(own)
    counts: dict[str, int] = defaultdict(int)
    verdicts: dict[int, tuple[str, ...]] = {}
    for candidate in best_first:
        better = next((k for k in kept if _same(candidate, k)), None)
        summary = candidate.card.summary.id
        bar = _bar(counts[summary])
        if better is not None:
            verdicts[candidate.place] = (f"{better.card.key} asks for the same fact",)
        elif candidate.score < bar:
            verdicts[candidate.place] = (f"score {candidate.score:.2f} is below {bar:.2f}",)
        elif limit is not None and counts[summary] >= limit:
            verdicts[candidate.place] = (f"beyond the limit of {limit} cards a summary",)
        else:
            verdicts[candidate.place] = ()
            kept.append(candidate)
            counts[summary] += 1
    return verdicts


def _bar(kept: int) -> float:
    """What score the next card of a summary must reach of which so many are kept."""
    return min(LAST_BAR, FIRST_BAR + STEP * max(0, kept - EASY))


def _same(one: _Candidate, other: _Candidate) -> bool:
    """Whether two cards ask for one fact: out of one sentence, with one question, or in nearly the same words."""
    here, there = one.card.fact.evidence, other.card.fact.evidence
    if here.block is there.block and here.index == there.index:
        return True
    if one.seen.front.casefold() == other.seen.front.casefold():
        return True
    fewer, more = sorted((len(one.stems), len(other.stems)))
    if fewer < _SAME * more:  # too unlike in size to share so many words: most pairs of a large deck
        return False
    union = one.stems | other.stems
    return bool(union) and len(one.stems & other.stems) / len(union) >= _SAME
