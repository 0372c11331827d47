"""A card as the learner reads it: plain text, the blank as [...]."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from deckgen import citation, cloze
from deckgen.model import Card, NoteType
from deckgen.plain import plain

BLANK = "[...]"
_WORD = re.compile(r"[A-Za-z]{5,20}")
_MOST_BLANKS = 20  # that are filled: a note can hold the sign itself, any number of times


def _plain(text: str) -> str:
    return "; ".join(line.removeprefix("- ") for line in plain(text).splitlines())


@dataclass(frozen=True)
class Face:
    """What a rule looks at.

    Attributes:
        front: the question, or the sentence with its blank as `[...]`.
        back: the answer, or what was blanked.
        context: the small line above the question.
        kind: of the fact.
        topic: short name of the paper, or "".
        paper: what the front calls the paper: its topic, or authors and year.
        title: of the paper, or "".
        evidence: the sentence the card was made from.
        familiar: the words that its summary uses more than once, in lower case.
    """

    front: str
    back: str
    context: str = ""
    kind: str = "reason"
    topic: str = ""
    paper: str = ""
    title: str = ""
    evidence: str = ""
    familiar: frozenset[str] = frozenset()

    @property
    def is_cloze(self) -> bool:
        """Whether the card blanks a part of a sentence."""
        return BLANK in self.front

    @cached_property
    def asked(self) -> str:
        """The question without the "R-FCN: " in front of it."""
        return self.front.removeprefix(f"{self.paper}: ") if self.paper else self.front

    @cached_property
    def whole(self) -> str:
        """The sentence of a cloze with its blank filled; for a question the question."""
        return self.asked.replace(BLANK, self.back, _MOST_BLANKS) if self.is_cloze else self.asked


def face(card: Card) -> Face:
    """The card as the learner reads it."""
    is_cloze = card.note_type is NoteType.CLOZE
    if is_cloze:
        text = card.fields["Text"]
        answers = "; ".join(found.text for found in cloze.deletions(text))
        front, back = _blanked(text), answers
    else:
        front, back = card.fields["Front"], card.fields["Back"]
    return Face(
        front=_plain(front),
        back=_plain(back),
        context=_plain(card.fields.get("Context", "")),
        kind=card.kind,
        topic=card.summary.topic,
        paper=citation.name(card.summary),
        title=card.summary.title,
        evidence=_plain(card.fields.get("Evidence", "")),
        familiar=_familiar(tuple(block.text for block in card.summary.blocks)),
    )


@lru_cache(maxsize=64)
def _familiar(texts: tuple[str, ...]) -> frozenset[str]:
    counts = Counter(word.lower() for text in texts for word in _WORD.findall(text))
    return frozenset(word for word, count in counts.items() if count > 1)


def _blanked(text: str) -> str:
    """The text with each outermost deletion as `[...]`."""
    pieces, depth, place = [], 0, 0
    opening = re.compile(r"\{\{c\d{1,3}::")
    while place < len(text):
        found = opening.match(text, place)
        if found:
            pieces.append(BLANK if depth == 0 else "")
            depth, place = depth + 1, found.end()
        elif depth and text.startswith("}}", place):
            depth, place = depth - 1, place + 2
        else:
            pieces.append("" if depth else text[place])
            place += 1
    return "".join(pieces)
