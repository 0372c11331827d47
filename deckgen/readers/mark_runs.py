"""Marks that several blocks share: outlines of section titles, empty sections, captions, answered questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.model import Block, Mark, Role
from deckgen.readers.flat_known import is_known
from deckgen.readers.mark_lines import is_caption

_SHORTEST_OUTLINE = 4
_LABEL_WORDS = 7
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|can|does|do|uses?|shows?|gives?|makes?|be|will|should)\b")

Marks = list[Mark | None]


def outlines(blocks: Sequence[Block], marks: Marks) -> Marks:
    """Lists of section titles: short items without verbs, several of which are what people call sections."""
    found = list(marks)
    i = 0
    while i < len(blocks):
        j = i
        while j < len(blocks) and blocks[j].role is Role.ITEM:
            j += 1
        if j - i >= _SHORTEST_OUTLINE and _is_outline(blocks[i:j]):
            found[i:j] = [Mark.NAVIGATION] * (j - i)
        i = max(j, i + 1)
    return found


def _is_outline(items: Sequence[Block]) -> bool:
    short = sum(
        len(b.text.split()) <= _LABEL_WORDS and not _VERB.search(b.text) and not b.text.endswith(".") for b in items
    )
    known = sum(is_known(b.text) for b in items)
    return short >= 0.9 * len(items) and known >= 3 and 4 * known >= len(items)


def empty_sections(blocks: Sequence[Block], marks: Marks) -> Marks:
    """Headings under which nothing was written before the next heading of the same rank."""
    found = list(marks)
    filled = 0
    for i in range(len(blocks) - 1, -1, -1):
        block = blocks[i]
        if block.role is not Role.HEADING:
            filled |= 0 if marks[i] is Mark.TEMPLATE else ~0
            continue
        if not filled >> block.level & 1 and found[i] is None and i > 0:
            found[i] = Mark.TEMPLATE
        filled &= (1 << block.level) - 1
        filled |= (1 << block.level) - 1 if found[i] is None else 0
    return found


def captions(blocks: Sequence[Block], marks: Marks) -> Marks:
    """The line below an image that is all emphasis or calls itself a figure."""
    found = list(marks)
    for i in range(1, len(blocks)):
        block = blocks[i]
        if found[i] is not None or block.role not in (Role.PARAGRAPH, Role.ITEM):
            continue
        below = block.role is Role.PARAGRAPH and blocks[i - 1].role in (Role.IMAGE, Role.TABLE)
        if (below and _is_emphasised(block) and not block.text.endswith(":")) or is_caption(block.text):
            found[i] = Mark.NAVIGATION
    return found


def _is_emphasised(block: Block) -> bool:
    covered = max((e.end - e.start for e in block.emphasis), default=0)
    return covered >= 0.9 * len(block.text) > 0


def answers(blocks: Sequence[Block], marks: Marks) -> Marks:
    """A question is no question to self when the next paragraph or the items below answer it."""
    found = list(marks)
    for i in range(len(blocks) - 1):
        block, after = blocks[i], blocks[i + 1]
        if found[i] is not Mark.QUESTION or found[i + 1] is not None or after.section != block.section:
            continue
        if block.role is Role.PARAGRAPH and after.role in (Role.PARAGRAPH, Role.ITEM) and len(block.text.split()) <= 25:
            found[i] = None
    return found
