"""No answer is invented: every one is a span of its summary, or is put together of spans."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest

from deckgen import citation, cloze, markup
from deckgen.language.prose import statements
from deckgen.model import Card, NoteType, Summary
from deckgen.plain import plain
from tests.fixtures import NOTES, every_card, made

_JOINS = re.compile(r"\n|; ")  # lines of a list, the spans of one answer
_BULLET = re.compile(r"^(?:- |\d+\. )")
_LEGEND = re.compile(r"\((.+)\)")


@cache
def said(name: str) -> Mapping[str, str]:
    """Id of each summary of a note that gives cards -> all that it says."""
    return {summary.id: everything(summary) for summary in {c.summary.id: c.summary for c in made(name)}.values()}


def everything(summary: Summary) -> str:
    """All that a summary says; its sentences also with the names that stand for their pronouns, as cards show them."""
    blocks = [text for block in summary.blocks for text in (block.text, block.lead, *block.parents)]
    cells = [cell for block in summary.blocks for row in block.rows for cell in row]
    named = [statement.text for statement in statements.read(summary).statements]
    return flat("\n".join(markup.unmask_plain(text, summary.elements) for text in (*blocks, *cells, *named)))


def flat(text: str) -> str:
    """A text as it is compared: without case and double spaces."""
    return " ".join(text.casefold().split())


def spans(card: Card) -> list[str]:
    """What a card wants to be recalled, in its parts, without final stops and bullets."""
    if card.note_type is NoteType.CLOZE:
        texts = [found.text for found in cloze.deletions(card.fields["Text"])]
    else:
        texts = [card.fields["Back"]]
    return [part for text in texts for line in _JOINS.split(plain(text)) for part in _parts(flat(line))]


def _parts(line: str) -> list[str]:
    legend = _LEGEND.fullmatch(line)  # the symbols that a summary names elsewhere
    parts = legend[1].split(", ") if legend else [_BULLET.sub("", line)]
    return [part.strip(" .") for part in parts]


@pytest.mark.parametrize("name", NOTES)
def test_every_answer_is_made_of_spans_of_its_summary(name: str) -> None:
    for card in made(name):
        for span in spans(card):
            assert span, f"{card.key} asks for nothing"
            assert span in said(name)[card.summary.id], f"{span!r} of {card.key} is invented"


@pytest.mark.parametrize("name", NOTES)
def test_the_sentence_of_a_blank_is_a_sentence_of_its_summary(name: str) -> None:
    for card in made(name):
        if card.kind == "keypoint":
            sentence = flat(plain(cloze.reveal(card.fields["Text"])))
            sentence = sentence.removeprefix(f"{citation.name(card.summary)}: ".casefold())
            assert sentence.strip(" .") in said(name)[card.summary.id], f"{sentence!r} of {card.key} is invented"


def test_there_is_a_card_of_every_kind_that_needs_no_picture() -> None:
    assert {card.kind for card in every_card()} >= {
        "own", "definition", "abbreviation", "contribution", "reason", "purpose", "means", "condition", "effect",
        "dependence", "result", "comparison", "limitation", "formula", "symbol", "list", "table", "question",
        "keypoint",
    }  # fmt: skip
