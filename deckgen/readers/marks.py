"""Which blocks are no place to look for facts, and why: metadata, opinions, questions, link lists, empty templates ...

A marked fact is lost and an unmarked opinion becomes a bad card, so a mark needs a reason in the block itself, in the
section it stands under, or in the label it hangs under.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from deckgen.language.prose import sentences
from deckgen.language.prose.opinion import opinionated
from deckgen.model import Block, Element, ElementKind, Mark, Role
from deckgen.readers import mark_lines, mark_runs, mark_sections
from deckgen.readers.mark_links import LinkTexts

_ANSWERS = re.compile(r"(?:^|\s)(?:A|Answer|Ans):|\[A: |=> |-> ")


@dataclass(frozen=True, slots=True)
class _View:
    """A block with what its marks depend on: its readable text, the block behind it, and the elements."""

    block: Block
    text: str
    following: Block | None
    elements: Mapping[str, Element]
    links: LinkTexts
    early: bool


def mark(blocks: tuple[Block, ...], elements: Mapping[str, Element]) -> tuple[Block, ...]:
    """The blocks with `mark` set where one holds no facts.

    Headings are marked only when nothing was ever written under them. What is marked already stays as it is.

    Args:
        blocks: of one summary, in order.
        elements: what its masked tokens stand for.
    """
    marks: list[Mark | None] = []
    links = LinkTexts(elements)
    content = 0
    for i, block in enumerate(blocks):
        view = _View(block, _readable(block.text, elements), _following(blocks, i), elements, links, content < 2)
        found = block.mark or _mark_of(view)
        content += found is None and block.role in (Role.PARAGRAPH, Role.ITEM) and len(view.text.split()) > 12
        marks.append(found)
    for run in (mark_runs.outlines, mark_runs.empty_sections, mark_runs.captions, mark_runs.answers):
        marks = run(blocks, marks)
    return tuple(
        block if found is block.mark else replace(block, mark=found) for block, found in zip(blocks, marks, strict=True)
    )


def _following(blocks: Sequence[Block], i: int) -> Block | None:
    return blocks[i + 1] if i + 1 < len(blocks) else None


def _readable(text: str, elements: Mapping[str, Element]) -> str:
    """The text with links as their words and every other token as a short noun."""

    def word(match: re.Match[str]) -> str:
        element = elements.get(match.group())
        if element is None:
            return match.group()
        return element.text if element.kind in (ElementKind.LINK, ElementKind.WORD, ElementKind.LITERAL) else "X"

    return re.sub(r"Zq\d+x", word, text)


def _mark_of(view: _View) -> Mark | None:
    if view.block.role in (Role.HEADING, Role.CODE, Role.TABLE, Role.IMAGE, Role.FORMULA):
        return _by_section(view) if view.block.role is not Role.HEADING else None
    for rule in _RULES:
        found = rule(view)
        if found is not None:
            return found
    return None


def _by_line(view: _View) -> Mark | None:
    return mark_lines.line_mark(view.block, view.text, view.elements, view.links, early=view.early)


def _by_section(view: _View) -> Mark | None:
    return mark_sections.section_mark(view.block, view.text)


def _question(view: _View) -> Mark | None:
    """A block of nothing but questions, unless its answer hangs under it or follows it."""
    text = view.text.rstrip(" *_")
    if not text.endswith("?") or _ANSWERS.search(view.text):
        return None
    if not all(s.rstrip(" *_)").endswith("?") for s in _sentences(view.text)):
        return None
    return None if _has_children(view) else Mark.QUESTION


def _has_children(view: _View) -> bool:
    after = view.following
    return (
        after is not None
        and after.role is Role.ITEM
        and after.level > view.block.level
        and after.section == view.block.section
    )


def _opinion(view: _View) -> Mark | None:
    """More than half of the sentences are the reader's own view; one of many leaves the block alone."""
    if view.block.quoted:
        return None
    found = _sentences(view.text)
    doubtful = sum(opinionated(s) or s.endswith("?") for s in found)
    held = sum(map(opinionated, found))
    return Mark.OPINION if held and 2 * doubtful > len(found) else None


def _sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences.split(text[:20_000])]


_RULES: tuple[Callable[[_View], Mark | None], ...] = (_by_line, _by_section, _question, _opinion)
