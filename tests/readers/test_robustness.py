"""No text makes a reader crash, hang, or break what a summary promises."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen import readers
from deckgen.errors import SourceError
from deckgen.model import Block, Element, ElementKind, Role, Summary
from deckgen.readers import markdown, page, tree
from deckgen.readers.builder import Builder
from deckgen.readers.inline import TOKEN, Inliner
from deckgen.readers.source import Source, normalise

CASES = Path(__file__).parent / "cases"
NOTES = [part for path in sorted(CASES.glob("*.md")) for part in path.read_text("utf-8").split("\n.\n")[1::3]]
SHARE = 100 if "CI" in os.environ else 8  # of 10,000 cases in CI, in percent


def thorough(cases: int) -> settings:
    """The settings of a property; `cases` of all its properties add up to 10,000."""
    return settings(
        max_examples=cases * SHARE // 100,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
    )


PIECES = (
    "# ", "## ", "\n", "\n\n", "* ", "- ", "  - ", "\t- ", "1. ", "(1) ", "> ", "> [!note] ", "|", "\n|-|-|\n",
    "```", "`", "$", "$$",
    "\\(", "\\)", "\\[", "\\]", "\\begin{a}", "\\end{a}", "**", "*", "_", "~~", "==", "[", "]", "(", ")", "![",
    "](", "[[", "]]",
    "<b>", "</b>", "<sub>", "</sub>", "<table>", "<tr><td>", "</table>", "<ul><li>", "<!--", "-->", "%%", "{{c1::",
    "}}", "{%", "%}",
    "---\n", "+++\n", "===\n", ": ", " :: ", "Q: ", "A: ", "Results:", "**Results.** ", "[^1]", "[1]",
    "https://e.org/", "\\", "&amp;",
    "&#x", "Zq0x", "\u00a0", "\u200b", "ﬁ", "é", "中", "🚀", "\r\n", "\ue000", "0", "gate", " opens ",
    "The loss falls. ", "a", "  ",
)  # fmt: skip

text_of_pieces = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
edits_of_text = st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 30), st.sampled_from(PIECES)), max_size=6)
any_text = st.text(max_size=200)


def check(summary: Summary, lines: int, *, flat: bool) -> None:
    """What every summary promises."""
    assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", summary.id)
    for block in summary.blocks:
        check_block(block, summary, lines, flat=flat)


def check_block(block: Block, summary: Summary, lines: int, *, flat: bool) -> None:
    assert block.text.strip() or flat  # flattened text shows where an item was left empty
    assert 1 <= block.origin.line <= lines
    if block.role is not Role.CODE:
        for text in (block.text, block.lead, *block.parents, *(cell for row in block.rows for cell in row)):
            check_masked(text, summary.elements)
    for each in block.emphasis:
        assert 0 <= each.start < each.end <= len(block.text)
        assert each.kind in ("em", "strong", "mark", "del")
    assert (block.level > 0) == (block.role in (Role.HEADING, Role.ITEM))
    if not any("Zq" in element.text for element in summary.elements.values()):
        assert not any(TOKEN.search(words) for words in block.section)


def check_masked(text: str, elements: dict[str, Element] | object) -> None:
    assert text == " ".join(text.split())
    assert not re.search("[\ue000-\ue00f]", text)
    assert all(token in elements for token in TOKEN.findall(text))  # type: ignore[operator]


def read(text: str, name: str = "note.md") -> None:
    source = Source(name, normalise(text))
    format_ = next(reader.name for reader in readers.READERS if reader.takes(source))
    try:
        found = readers.read(source)
    except SourceError:
        return
    for summary in found.summaries:
        check(summary, text.count("\n") + text.count("\r") + 1, flat=format_ == "flattened")


@thorough(3500)
@given(text_of_pieces | any_text)
def test_any_markdown_is_read(text: str) -> None:
    read(text)


@thorough(3500)
@given(st.sampled_from(NOTES), edits_of_text)
def test_a_mutated_note_is_read(note: str, edits: list[tuple[int, int, str]]) -> None:
    for at, length, piece in edits:
        place = at % (len(note) + 1)
        note = note[:place] + piece + note[place + length :]
    read(note)


@thorough(2000)
@given(text_of_pieces | any_text, st.sampled_from(["page.html", "dump.txt"]))
def test_any_page_is_read(text: str, name: str) -> None:
    read(text, name)


vocabulary = st.sampled_from(["gates", "open", "slowly", "when", "signals", "arrive", "late"])
words = st.lists(vocabulary, min_size=2, max_size=12).map(" ".join)
outline = st.lists(
    st.one_of(
        st.tuples(st.just("heading"), st.integers(1, 6), words),
        st.tuples(st.just("item"), st.integers(1, 5), words),
        st.tuples(st.just("paragraph"), st.just(0), words),
    ),
    min_size=1,
    max_size=12,
)


@thorough(1000)
@given(outline, st.sampled_from("*-+"))
def test_what_was_written_is_what_is_read(pieces: list[tuple[str, int, str]], bullet: str) -> None:
    note, expected, depth = "", [], 0
    for kind, level, text in pieces:
        if kind == "item":
            depth = min(level, depth + 1)
            note += f"{'    ' * (depth - 1)}{bullet} {text}\n"
            expected.append((Role.ITEM, depth, text))
        else:
            depth = 0
            note += f"\n{'#' * level + ' ' if level else ''}{text}\n\n"
            expected.append((Role(kind), level, text))
    (summary,) = markdown.read(Source("note.md", note))
    assert [(b.role, b.level, b.text) for b in summary.blocks] == expected


def calls(action: Callable[[], object]) -> int:
    """How many functions an action calls: its cost, without a clock."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


HARD = (
    "[", "]", "*", "_", "$", "`", ">", "(", "|", "<", "!", "\\", "{", "~", "=", "&", "-", "#", "%", "* ", "> ",
    "- ", "1. ",
    "[a](", "![a](", "[[a", "**a ", "*a _b ", "$a ", "$$a\n", "- a\n", "> a\n", "> b\n\n", "|a|b|\n", "[a]: b\n",
    "<a b", "<!-- \n",
    "`a``b", "```\n", "\\begin{a}\n", "<table>\n", "<div>\n", "<sub>", "{{c1::a", "a :: b\n", "Q: a\nA: b\n",
    "Word:\n\n", "%%\n",
    "**B**\n\n", "t\n: d\n\n", "a ", "a\n", "\\(a", "\\[a\n", "http://a", "x<sub>i</sub>", "[^a]: b\n", "  - a\n",
    "&amp;", "==a", "`` ` ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HARD)
def test_the_work_grows_in_proportion_to_the_length(piece: str) -> None:
    def cost(size: int) -> int:
        text = (piece * (size // len(piece) + 1))[:size]
        return calls(lambda: tree.blocks(text, Builder("note.md", Inliner())))

    cost(100)  # what is only done once is done here
    assert cost(16_000) < 2.6 * cost(8_000) + 2_000


@pytest.mark.parametrize("name", ["note.md", "dump.txt", "page.html"])
@pytest.mark.parametrize("piece", HARD)
def test_no_repetition_stops_a_reader(piece: str, name: str) -> None:
    read(piece * (3000 // len(piece)), name)


def test_lists_and_quotes_nested_without_end_are_read() -> None:
    stairs = "".join("  " * depth + "- a\n" for depth in range(300))
    for text in (stairs, ">" * 3000 + " a", "- " * 3000 + "a", "> - " * 2000 + "a"):
        read(text)


def test_pages_nested_without_end_are_read() -> None:
    for tag in ("div", "ul><li", "blockquote", "b", "table><tr><td", "dl><dd", "p"):
        (summary,) = page.read(Source("page.html", f"<{tag}>" * 2000 + "text"))
        assert "text" in "".join(block.text for block in summary.blocks)


def test_a_long_line_of_formulas_is_masked_whole() -> None:
    inliner = Inliner()
    text, _ = inliner.read("Let $x$ be. " * 3000)
    assert text.count("Zq") == len(inliner.elements) == 3000
    assert {element.kind for element in inliner.elements.values()} == {ElementKind.MATH}
