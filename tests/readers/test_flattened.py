"""Telling flattened text from Markdown, and what every summary out of it keeps."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.model import Role
from deckgen.readers import flattened
from deckgen.readers.flat_mask import mask
from deckgen.readers.flat_split import split
from deckgen.readers.flat_tails import settle
from deckgen.readers.source import Source

MARKDOWN = """# Sparse gates

Gates are closed - mostly - when idle. See Section 2. for the rest.

* They open on demand.
* They cost little: see below.

## Results

1. Half the memory.
2. Twice the speed.
"""
PIECES = (
    "# ", "## ", "* ", "- ", "+ ", "1. ", "2. ", "1) ", "> ", "|", " | ", "|-|-|", "```", "`", "$", "$$", "\\(", "\\[",
    "\\begin{a}", "**", "_", "[", "](", ")", "![", "<b>", "<!--", "-->", "%%", ": ", ". ", "? ",
    "[1]: http://e.org/ ",
    "https://e.org/a.png ", "gate ", "Gates are ", "The loss ", "x", " ", "Zq0x",
    "**Results.** ",
    "Summary ", "The ", ", ", "---", "é", "\U0001f680",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        (MARKDOWN, False),
        (" ".join(MARKDOWN.split()), True),
        ("Gates are closed when idle. They open on demand.", False),
        ("* Gates are closed.", False),
        ("* Gates are closed. * They open on demand.", True),
        ("[link]\n" + "Gates are closed when idle. " * 10 + "|\n", True),
        ("", False),
    ],
)
def test_flattened_text_is_told_by_structure_within_its_lines(text: str, flat: bool) -> None:
    assert flattened.looks_flattened(text) is flat


def test_each_summary_of_a_page_has_its_line_and_number() -> None:
    page = "[link]\n# Gates * Closed. |\n[link]\n# Doors * Open.\n3 Comments\n|\n"
    found = flattened.read(Source("dumps/Front Page.txt", page))
    assert [(summary.id, summary.origin.line) for summary in found] == [("front-page-1", 2), ("front-page-2", 4)]
    assert {block.origin.line for block in found[1].blocks} == {4}


def test_a_page_is_not_named_after_its_file_but_a_single_note_is() -> None:
    note = "* GateNet closes gates. * GateNet opens them on demand. |\n"
    assert flattened.read(Source("GateNet.flat.txt", note))[0].topic == "GateNet"
    assert flattened.read(Source("GateNet.txt", f"[link]\n{note}[link]\n{note}"))[0].topic == ""


def test_flattening_a_note_keeps_its_headings_and_items() -> None:
    summary = flattened.read(Source("note.txt", " ".join(MARKDOWN.split())))[0]
    assert [b.text for b in summary.blocks if b.role is Role.HEADING] == ["Sparse gates", "Results"]
    assert [b.text for b in summary.blocks if b.role is Role.ITEM][2:] == ["Half the memory.", "Twice the speed."]


def test_sections_are_the_headings_above() -> None:
    line = "# Sparse Gates ## Method ### Training * Fit. ## Results * Fast."
    blocks = flattened.read(Source("note.txt", line))[0].blocks
    assert [b.section for b in blocks if b.role is Role.ITEM] == [
        ("Sparse Gates", "Method", "Training"),
        ("Sparse Gates", "Results"),
    ]


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_pieces_follow_each_other_and_cut_no_code_or_math(text: str) -> None:
    masked = mask(re.sub(r"\s+", " ", text).strip())
    pieces = settle(masked, split(masked))
    assert len(masked.text) == len(masked.source)
    for before, after in pairwise(pieces):
        assert before.end <= after.start
    for piece in pieces:
        assert piece.start <= piece.body <= piece.end
        if piece.role not in (Role.CODE, Role.TABLE, Role.HEADING):
            assert masked.inside(piece.start) is None
            assert masked.inside(piece.end) is None


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
def test_any_text_is_read(text: str) -> None:
    for summary in flattened.read(Source("any.txt", text)):
        for block in summary.blocks:
            assert set(re.findall(r"Zq\d+x", block.text)) <= set(summary.elements) or block.role is Role.CODE


def test_a_heading_longer_than_any_is_flattened_text() -> None:
    summary = "# Sparse gates (2019) Ada Low, Bo Chan --- " + "Gates are closed when idle. " * 15
    assert flattened.looks_flattened(summary)
    assert not flattened.looks_flattened("# A heading that is long for a heading. It holds two sentences.\n\nProse.")
