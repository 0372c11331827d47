"""What still stands in the summaries, whether or not today's extractors make a card of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from deckgen.lockfile.entry import composed
from deckgen.lockfile.similarity import Wording, bag_ratio, folded, mark, pieces, ratio, sentences, wording
from deckgen.lockfile.trace import MARGIN, SAME, evidence_of, of_entry, still_said
from deckgen.plain import unmasked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.lockfile.entry import Entry
    from deckgen.model import Choice, Summary


_NONE: frozenset[str] = frozenset()
_MOST = 40  # rivals of one note; a table of hundreds of like rows must not fill the lock


class Standing:
    """The texts of the summaries, ready to be asked.

    Args:
        summaries: all of the deck.
        choices: every card made of them; their evidence tells where sentences begin and end.
    """

    def __init__(self, summaries: Iterable[Summary], choices: Iterable[Choice]) -> None:
        self._texts: dict[str, str] = {}
        self._pieces: dict[str, dict[Wording, frozenset[str]]] = defaultdict(dict)
        for summary in summaries:
            texts = [composed(text) for text in _texts(summary)]
            self._texts[summary.id] = f" {' '.join(folded(text) for text in texts)} "
            for text in texts:
                self._remember(summary.id, *pieces(text), *sentences(text))
        for choice in choices:
            self._remember(choice.card.summary.id, evidence_of(choice.card))

    def __contains__(self, summary: object) -> bool:
        """Whether there is a summary of this id."""
        return summary in self._texts

    def holds(self, entry: Entry, home: str) -> bool:
        """Whether the note's evidence still stands, word for word, in its summary or in another."""
        sentence = folded(entry.evidence)
        if not sentence:
            return False
        return any(f" {sentence} " in text for text in (self._texts.get(home, ""), *self._texts.values()))

    def reworded(self, entry: Entry, home: str) -> frozenset[str]:
        """Marks of the sentence that is clearly a new wording of the note's evidence though no card is made of it."""
        trace, rivals = of_entry(entry), set(entry.rivals)
        told = self._pieces.get(home, {}).items()
        near = [
            (ratio(trace.evidence, other), marks, other)
            for other, marks in told
            if bag_ratio(trace.evidence, other) >= SAME and not marks <= rivals
        ]
        best, found, sentence = max(near, key=lambda each: (each[0], sorted(each[1])), default=(0.0, _NONE, None))
        others = (alike for alike, marks, _ in near if marks.isdisjoint(found))
        clear = best - max(others, default=0.0) >= MARGIN
        if sentence is None or not clear or not still_said(trace, sentence):
            return _NONE
        return found if trace.where or self._answered(entry, home) else _NONE

    def rivals(self, evidence: str, summary: str, same: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Marks of the other sentences of the summary that read like this one; they are no later wordings of it.

        Args:
            evidence: the sentence.
            summary: its id.
            same: marks of its new wording, which is no rival.
        """
        sentence, own = wording(evidence), same.union(mark(piece) for piece in pieces(evidence))
        near = [
            (bag, sorted(marks - own), other)
            for other, marks in self._pieces.get(summary, {}).items()
            if (bag := bag_ratio(sentence, other)) >= SAME and not marks <= own
        ]
        nearest = sorted(near, key=lambda each: (-each[0], each[1]))[:_MOST]
        return tuple(sorted({each for _, marks, other in nearest if ratio(sentence, other) >= SAME for each in marks}))

    def _answered(self, entry: Entry, home: str) -> bool:
        """Whether most parts of an answer that is no stretch of its evidence, such as a list's items, stand there."""
        parts = [f" {folded(part)} " in self._texts.get(home, "") for part in entry.answer.split("; ")]
        return 2 * sum(parts) > len(parts)

    def _remember(self, summary: str, *texts: str) -> None:
        for text in texts:
            self._pieces[summary].setdefault(wording(text), frozenset(mark(piece) for piece in pieces(text)))


def _texts(summary: Summary) -> Iterator[str]:
    for block in summary.blocks:
        yield unmasked(block.text, summary.elements)
        for row in block.rows:
            yield unmasked(" ".join(row), summary.elements)
