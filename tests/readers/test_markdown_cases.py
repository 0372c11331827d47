"""Every case in `cases/`: a title, Markdown, and the blocks it becomes, each part closed by a line with a dot."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from deckgen.model import Block, Element, Role
from deckgen.readers import markdown, source
from deckgen.readers.inline import TOKEN
from tests.readers.case_files import cases

CASES = Path(__file__).parent / "cases"


def shown(text: str, elements: Mapping[str, Element]) -> str:
    """Masked text with each token as `⟨kind:text⟩`."""
    return TOKEN.sub(lambda m: f"⟨{elements[m[0]].kind}:{elements[m[0]].text}⟩", text)


def line(block: Block, elements: Mapping[str, Element]) -> str:
    """One block: line number, role with its level, text, and what else is set."""
    head = f"{block.origin.line} {block.role.value}"
    if block.role in (Role.HEADING, Role.ITEM):
        head += f".{block.level}"
    if block.number is not None:
        head += f" {block.number})"
    if block.quoted:
        head += " quoted"
    parts = [f"{head} {shown(block.text, elements)}".replace("\n", "⏎")]
    parts += [f"{e.kind}: {shown(block.text[e.start : e.end], elements)}" for e in block.emphasis]
    parts += ["row: " + " / ".join(shown(cell, elements) for cell in row) for row in block.rows]
    parts += [f"lead: {shown(block.lead, elements)}"] if block.lead else []
    parts += ["under: " + " > ".join(shown(text, elements) for text in block.parents)] if block.parents else []
    parts += ["in: " + " > ".join(block.section)] if block.section else []
    return " | ".join(parts)


ALL = cases(CASES)


@pytest.mark.parametrize(("note", "expected"), [c[2:] for c in ALL], ids=[f"{c[0]}: {c[1]}" for c in ALL])
def test_a_note_becomes_these_blocks(note: str, expected: str) -> None:
    summaries = markdown.read(source.decode((note + "\n").encode(), "note.md"))
    shown = [line(block, summary.elements) for summary in summaries for block in summary.blocks]
    assert "\n".join(shown) == expected
