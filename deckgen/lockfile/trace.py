"""What a published note and a new card are compared by: summary, kind, evidence and answer, as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.lockfile.entry import composed
from deckgen.lockfile.similarity import (
    Comparison,
    Wording,
    bag_ratio,
    compare,
    folded,
    mark,
    pieces,
    place,
    ratio,
    wording,
)
from deckgen.plain import plain, unmasked

if TYPE_CHECKING:
    from deckgen.lockfile.entry import Entry
    from deckgen.model import Card, Choice, NoteType

SAME = 0.6
"""Least share of common words of two wordings of one sentence: a third of its words may be others."""
SAME_ELSEWHERE = 0.85
"""The same for a sentence that has moved to another summary, or comes back after it was retired."""
MARGIN = 0.05
"""By how much the best of several possible matches has to lead."""
SAME_ANSWER = 0.5
SAME_ANSWER_OTHER_KIND = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One side of a comparison.

    Attributes:
        key: of the entry, or of the card.
        summary: id of its summary.
        evidence: its sentence as words.
        answer: what is recalled, as words.
        where: positions of the answer's words in the evidence.
        rivals: marks of sentences that are known to be others, for entries.
        marks: marks of the evidence's own pieces.
        kept: whether selection keeps it, for cards.
    """

    key: str
    summary: str
    kind: str
    type: NoteType
    evidence: Wording
    answer: Wording
    where: frozenset[int]
    rivals: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    kept: bool = True

    @property
    def content(self) -> tuple[NoteType, tuple[str, ...], tuple[str, ...]]:
        """What makes two traces the same fact beyond doubt."""
        return self.type, self.evidence.words, self.answer.words


def of_entry(entry: Entry) -> Trace:
    """The trace of a published note."""
    return _trace(entry.key, entry.summary, entry.kind, entry.type, entry.evidence, entry.answer, entry.rivals)


def of_choice(choice: Choice) -> Trace:
    """The trace of a card of this build."""
    card = choice.card
    evidence, answer = evidence_of(card), answer_of(card)
    return _trace(card.key, card.summary.id, card.kind, card.note_type, evidence, answer, (), choice.kept)


def evidence_of(card: Card) -> str:
    """The card's evidence as a person would write it, on one line."""
    return composed(" ".join(unmasked(card.fact.evidence.text, card.summary.elements).split()))


def answer_of(card: Card) -> str:
    """The card's answer as a person would write it, on one line."""
    return composed(" ".join(unmasked(card.fact.answer, card.summary.elements).split()))


def likeness(old: Trace, new: Trace, *, home: str, strict: bool = False) -> float:
    """How surely a card asks what a published note asks: 0 when it does not, at most 1.1.

    Args:
        old: the note, whose own card is gone.
        new: the card.
        home: id of the summary the note's summary is called today.
        strict: ask for more, as for notes that were retired earlier.
    """
    if old.type is not new.type:
        return 0.0  # Anki never turns a note of one type into one of another
    near = new.summary == home
    least = SAME if near and not strict else SAME_ELSEWHERE
    if bag_ratio(old.evidence, new.evidence) < least:  # a quick no, before the words are aligned
        return 0.0
    alike = ratio(old.evidence, new.evidence)
    if alike < least:
        return 0.0
    comparison = compare(old.evidence, new.evidence)
    answer = answer_likeness(old, new, comparison)
    same_kind = old.kind == new.kind
    if answer < (SAME_ANSWER if same_kind or alike == 1 else SAME_ANSWER_OTHER_KIND):
        return 0.0
    if alike < 1 and _another_fact(old, new, comparison, strict=strict or not near):
        return 0.0
    return 0.6 * alike + 0.3 * answer + 0.1 * same_kind + 0.1 * near


def answer_likeness(old: Trace, new: Trace, comparison: Comparison) -> float:
    """Whether the same is recalled: by its words, or by where it stands when its own words were edited."""
    by_words = ratio(old.answer, new.answer)
    moved = {j for i, j in comparison.pairs if i in old.where}
    common, shorter = len(moved & new.where), min(len(old.where), len(new.where))
    by_place = 2 * common / (len(old.where) + len(new.where)) if shorter else 0.0
    within = SAME_ANSWER if shorter > 1 and common == shorter else 0.0  # the answer was cut short, or taken further
    return max(by_words, by_place, within)


def still_said(old: Trace, sentence: Wording) -> bool:
    """Whether a sentence of which no card is made says what a note was made of, with most of its names and numbers."""
    if ratio(old.evidence, sentence) < SAME or compare(old.evidence, sentence).swapped:
        return False
    if not old.where:  # the answer stands elsewhere
        return True
    asked = old.answer.bag
    telling = {word for word, tells in zip(old.answer.words, old.answer.telling, strict=True) if tells}
    return 2 * len(asked & sentence.bag) >= len(asked) and 2 * len(telling & set(sentence.words)) >= len(telling)


def _another_fact(old: Trace, new: Trace, comparison: Comparison, *, strict: bool) -> bool:
    """Whether numbers or names say that this is a sibling and no rewording."""
    if new.marks and new.marks <= old.rivals:
        return True
    inside = any(i in old.where or j in new.where for i, j in comparison.swapped)
    outside = any(i not in old.where and j not in new.where for i, j in comparison.swapped)
    if strict:
        return inside or outside
    if inside and outside:
        return True
    return outside and not comparison.plain and bool(old.rivals)


def _trace(
    key: str,
    summary: str,
    kind: str,
    type_: NoteType,
    evidence: str,
    answer: str,
    rivals: tuple[str, ...],
    kept: bool = True,
) -> Trace:
    sentence = wording(evidence)
    return Trace(
        key=key,
        summary=summary,
        kind=kind,
        type=type_,
        evidence=sentence,
        answer=wording(answer),
        where=place(answer, sentence),
        rivals=frozenset(rivals),
        marks=frozenset(mark(piece) for piece in pieces(evidence)),
        kept=kept,
    )


def same_question(entry: Entry, choice: Choice) -> bool:
    """Whether a card asks what a note asks: the same of the same evidence, or in the same words of another sentence."""
    front = entry.fields.get("Front", "")
    if front and folded(plain(front)) == folded(plain(choice.card.fields.get("Front", ""))):
        return True
    old, new = of_entry(entry), of_choice(choice)
    return old.evidence.words == new.evidence.words and asks_alike(old, new)


def asks_alike(old: Trace, new: Trace, *, whole: bool = False) -> bool:
    """Whether both ask for the same piece of their evidence; `whole` when not just a part of that piece will do."""
    likeness_ = answer_likeness(old, new, compare(old.evidence, new.evidence))
    return likeness_ > SAME_ANSWER if whole else likeness_ >= SAME_ANSWER
