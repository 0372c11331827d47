"""Every case in `cases/`: a note in Markdown, and the cards of one kind that it gives.

A case is a heading of the second level, a block fenced as `markdown` and a block fenced as `cards`:

    ## a lead with its count
    ```markdown
    ...
    ```
    ```cards
    front => back
    a sentence with {{c1::a blank}}
    ```

A line is a card; a list on a card is written in one line, its members after " / "; `nothing` says that there is no
card. The kind is the name of the file (`list.md` and `list-more.md` are both about "list"). A front matter `topic: X`
in the note is the paper's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from deckgen import cards, facts, readers
from deckgen.language.prose import statements
from deckgen.model import Card, Summary
from deckgen.plain import plain
from deckgen.readers.source import Source

CASES = Path(__file__).parent / "cases"
_FENCED = re.compile(r"^(?P<fence>`{3,})(?P<what>markdown|cards)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One note with the cards it gives."""

    kind: str
    name: str
    note: str
    expected: str


def cases() -> Iterator[Case]:
    """Every case of every kind."""
    for file in sorted(CASES.glob("*.md")):
        text, end = file.read_text(encoding="utf-8"), 0
        heads = list(re.finditer(r"^## (.+)$", _blanked(text), re.MULTILINE))
        for head, following in zip(heads, [*heads[1:], None], strict=True):
            end = following.start() if following else len(text)
            parts = {found["what"]: found["text"] for found in _FENCED.finditer(text[head.end() : end])}
            expected = parts.get("cards", "").strip()
            yield Case(file.stem.split("-")[0], head[1].strip(), parts.get("markdown", ""), expected)


def _blanked(text: str) -> str:
    """The text with fenced blocks blanked, so that a heading in a note is no heading of the file."""
    return _FENCED.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def shown(card: Card) -> str:
    """A card in one line."""
    if "Text" in card.fields:
        return _line(card.fields["Text"])
    return f"{_line(card.fields['Front'])} => {_line(card.fields['Back'])}"


def _line(html: str) -> str:
    lines = (line.removeprefix("- ") for line in plain(html).splitlines())
    return " / ".join(lines)


def summaries(note: str) -> Iterator[Summary]:
    """The summaries of a note, with the topic that its front matter states."""
    for summary in readers.read(Source("case.md", note)).summaries:
        yield replace(summary, topic=summary.metadata.get("topic", summary.topic))


ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[f"{case.kind}: {case.name}" for case in ALL])
def test_a_note_gives_the_cards_of_its_case(case: Case) -> None:
    made = [
        shown(card)
        for summary in summaries(case.note)
        for card in cards.compose(facts.extract(summary, frozenset({case.kind})), summary)
        if card.kind == case.kind
    ]
    assert "\n".join(made) == ("" if case.expected == "nothing" else case.expected)


@pytest.mark.parametrize("case", ALL, ids=[f"{case.kind}: {case.name}" for case in ALL])
def test_every_case_has_a_note_and_says_what_comes_of_it(case: Case) -> None:
    assert case.note.strip()
    assert case.expected


@pytest.mark.parametrize("case", ALL, ids=[f"{case.kind}: {case.name}" for case in ALL])
def test_every_answer_is_made_of_spans_of_the_note(case: Case) -> None:
    for summary in summaries(case.note):
        cells = (cell for block in summary.blocks for row in block.rows for cell in row)
        named = (statement.text for statement in statements.read(summary).statements)  # "they" replaced by the name
        text = "\n".join((*(block.text for block in summary.blocks), *cells, *named))
        for fact in facts.extract(summary, frozenset({case.kind})):
            for part in fact.answer.split("; "):
                assert part.casefold() in text.casefold(), f"{part!r} is invented"
