"""Summaries, cards and choices made in one line, for tests of what comes after composing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from deckgen.model import Block, Card, Choice, Evidence, Fact, NoteType, Origin, Role, Summary


class Made(Fact):
    """A fact of a test."""

    kind = "made"


def summary(id: str, *sentences: str, **rest: object) -> Summary:
    """A summary of one paragraph."""
    block = Block(role=Role.PARAGRAPH, text=" ".join(sentences), origin=Origin(f"{id}.md", 1))
    return Summary(id=id, origin=block.origin, title=id.title(), blocks=(block,), **rest)  # type: ignore[arg-type]


def basic(
    home: Summary, sentence: str, answer: str, *, question: str = "", kind: str = "made", tags: Sequence[str] = ()
) -> Card:
    """A question-and-answer card about a sentence; its key follows from the fact, as with real cards."""
    front = question or sentence.replace(answer, "what?")
    fields = {"Front": front, "Back": answer, "Context": home.title, "Evidence": sentence, "Source": ""}
    return _card(home, sentence, answer, kind, NoteType.BASIC, fields, tags)


def cloze(home: Summary, sentence: str, *answers: str, kind: str = "made-cloze") -> Card:
    """A cloze card that blanks each answer under its own number."""
    text = sentence
    for number, answer in enumerate(answers, start=1):
        text = text.replace(answer, f"{{{{c{number}::{answer}}}}}", 1)
    fields = {"Text": text, "Context": home.title, "Evidence": "", "Source": ""}
    return _card(home, sentence, "; ".join(answers), kind, NoteType.CLOZE, fields, ())


def kept(*cards: Card) -> list[Choice]:
    """Choices that selection keeps, the surest first."""
    return [Choice(card, 0.9 - index / 1000) for index, card in enumerate(cards)]


def left_out(card: Card, reason: str = "others are better") -> Choice:
    """A choice that selection does not keep."""
    return Choice(card, 0.1, (reason,))


def _card(
    home: Summary, sentence: str, answer: str, kind: str, type_: NoteType, fields: dict[str, str], tags: Sequence[str]
) -> Card:
    block = Block(role=Role.PARAGRAPH, text=sentence, origin=home.origin)
    fact = Made(evidence=Evidence(text=sentence, block=block), answer=answer)
    digest = hashlib.sha256(f"{answer}|{sentence}".encode()).hexdigest()[:10]
    return Card(
        key=f"{home.id}#{kind}-{digest}",
        kind=kind,
        variant="plain",
        note_type=type_,
        fields=fields,
        fact=fact,
        summary=home,
        tags=tuple(tags),
    )
