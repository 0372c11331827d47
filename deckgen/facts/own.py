"""The author's own cards: always kept, worded as they stand.

Five ways to write one: `Q: ... A: ...` (in one block or in two that follow each other), `front :: back`, a
`==highlight==` (a blank in its sentence), Anki's `{{c1::...}}`, and under a heading "Cards" or "Flashcards" also
`question? answer` or a question with the answers as its sub-items. Own cards ignore marks: whoever wrote them meant
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from deckgen.language.prose import sentences
from deckgen.language.prose.outline import children, deeper, in_cards
from deckgen.language.prose.statements import Reading
from deckgen.model import Block, Evidence, Fact, Role

_WRITTEN = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE})
_TURN = re.compile(r"(?:^|(?<=\s))(?P<who>Q|A|Question|Answer) ?\d{0,3}[:.]\s+(?=\S)")
_SPACED, _TIGHT = re.compile(r"\s::\s"), re.compile(r"\s?::\s?")
_DELETION = re.compile(r"\{\{c(?P<number>\d{1,3})::(?P<text>[^{}]{1,600}?)(?:::(?P<hint>[^{}:]{1,80}))?\}\}")
_ASKED = re.compile(r"[^?]{6,300}\?(?=\s|\Z)")
_MIN_AROUND = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cloze text; one with a number is blanked."""

    text: str
    number: int = 0
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own(Fact):
    """A card of the author: a `front` with its `answer`, or the `pieces` of a text with blanks."""

    kind: ClassVar[str] = "own"

    front: str = ""
    pieces: tuple[Piece, ...] = ()


def find(reading: Reading) -> Iterator[Own]:
    """The author's cards of a summary, in source order."""
    blocks = reading.summary.blocks
    taken: set[int] = set()
    for place, block in enumerate(blocks):
        if block.role not in _WRITTEN or place in taken:
            continue
        found = tuple(_pairs(blocks, place, taken)) or tuple(_sided(block)) or tuple(_deletions(block))
        if not found and in_cards(block):
            found = tuple(_answered(blocks, place, taken))
        yield from found or _highlights(block)


def _question(block: Block, front: str, answer: str) -> Iterator[Own]:
    if front.strip() and answer.strip():
        yield Own(evidence=Evidence(text=block.text, block=block), front=front.strip(), answer=answer.strip())


def _pairs(blocks: Sequence[Block], place: int, taken: set[int]) -> Iterator[Own]:
    """`Q:` with `A:`, in this block or with the answer in the next one."""
    block = blocks[place]
    turns = list(_turns(block.text))
    if not turns or not block.text.startswith(("Q", "Question")):
        return
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if turns[-1][0] == "Q" and following is not None and following.role in _WRITTEN:
        answers = list(_turns(following.text))
        if len(answers) == 1 and answers[0][0] == "A" and following.text.startswith("A"):
            below = deeper(blocks, place + 1)
            lead = [] if below and answers[0][1].endswith(":") else [answers[0][1]]
            turns.append(("A", "; ".join([*lead, *(item.text for item in below)])))
            taken.update(range(place + 1, place + 2 + len(below)))
    for (who, asked), (other, answer) in pairwise(turns):
        if (who, other) == ("Q", "A"):
            yield from _question(block, asked, answer)


def _turns(text: str) -> Iterator[tuple[str, str]]:
    """The turns of a dialogue: `Q` or `A`, and what is said."""
    marks = list(_TURN.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        yield mark["who"][0], text[mark.end() : end].strip()


def _sided(block: Block) -> Iterator[Own]:
    """`front :: back`."""
    sides = (_TIGHT if in_cards(block) else _SPACED).split(block.text)
    if len(sides) == 2 and not all(": " in side for side in sides):  # "A : B :: C : D" is an analogy
        yield from _question(block, *sides)


def _deletions(block: Block) -> Iterator[Own]:
    """Anki's own markup."""
    pieces: list[Piece] = []
    done = 0
    for found in _DELETION.finditer(block.text):
        pieces += [
            Piece(block.text[done : found.start()]),
            Piece(found["text"], int(found["number"]), found["hint"] or ""),
        ]
        done = found.end()
    if pieces and "{{c" not in "".join(piece.text for piece in (*pieces, Piece(block.text[done:]))):
        yield _cloze(Evidence(text=block.text, block=block), (*pieces, Piece(block.text[done:])))


def _cloze(evidence: Evidence, pieces: Sequence[Piece]) -> Own:
    filled = tuple(piece for piece in pieces if piece.text)
    return Own(evidence=evidence, answer="; ".join(p.text for p in filled if p.number), pieces=filled)


def _answered(blocks: Sequence[Block], place: int, taken: set[int]) -> Iterator[Own]:
    """Under "Cards": a question with the rest of its block, or with its sub-items, as the answer."""
    block = blocks[place]
    asked = _ASKED.match(block.text)
    if not asked:
        return
    rest = block.text[asked.end() :].strip()
    below = children(blocks, place) if not rest else ()
    if below:
        taken.update(range(place + 1, place + 1 + len(deeper(blocks, place))))
    yield from _question(block, asked.group(), rest or "; ".join(item.text for item in below))


def _highlights(block: Block) -> Iterator[Own]:
    """Every highlight of a sentence is a blank of one cloze."""
    marks = sorted((mark.start, mark.end) for mark in block.emphasis if mark.kind == "mark")
    for index, (start, end) in enumerate(sentences.split(block.text) if marks else ()):
        inside = [(a, b) for a, b in marks if start <= a < b <= end]
        around = block.text[start:end]
        for a, b in reversed(inside):
            around = around[: a - start] + around[b - start :]
        if not inside or len(around.split()) < _MIN_AROUND:
            continue
        pieces: list[Piece] = []
        done = start
        for number, (a, b) in enumerate(inside, start=1):
            pieces += [Piece(block.text[done:a]), Piece(block.text[a:b], number)]
            done = b
        pieces.append(Piece(block.text[done:end]))
        yield _cloze(Evidence(text=block.text[start:end], block=block, index=index), pieces)
