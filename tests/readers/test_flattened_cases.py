"""Every case in `flat_cases/`: a title, one flattened line, and its blocks, each part closed by a line with a dot."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.model import Block
from deckgen.readers import flattened
from deckgen.readers.source import Source
from tests.readers.case_files import cases

CASES = Path(__file__).parent / "flat_cases"


def line(block: Block) -> str:
    """One block: role with level or number, `?` where an end is uncertain, mark, text, what it hangs under."""
    level = f".{block.level}" if block.level else ""
    number = "" if block.number is None else f" {block.number})"
    unsure = "" if block.certain else " ?"
    marked = f" [{block.mark}]" if block.mark else ""
    parts = [f"{block.role}{level}{number}{unsure}{marked} {block.text}".rstrip()]
    parts += ["row: " + " / ".join(row) for row in block.rows]
    parts += [f"lead: {block.lead}"] if block.lead else []
    parts += [f"under: {' > '.join(block.parents)}"] if block.parents else []
    return " | ".join(parts)


def outline(text: str) -> str:
    """The blocks of every summary of a flattened text, one a line."""
    summaries = flattened.read(Source("dump.txt", text))
    return "\n".join(line(block) for summary in summaries for block in summary.blocks)


ALL = cases(CASES)


@pytest.mark.parametrize(("text", "expected"), [c[2:] for c in ALL], ids=[f"{c[0]}: {c[1]}" for c in ALL])
def test_a_flattened_line_becomes_these_blocks(text: str, expected: str) -> None:
    assert outline(text) == expected
