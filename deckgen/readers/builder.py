"""Blocks as they come in: the one place where Markdown and HTML become `Block`s.

A reader says what it met and where; the builder masks it, keeps the section path, finds headings that are no
headings, and drops what is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from deckgen.language.prose import sentences
from deckgen.model import Block, ElementKind, Emphasis, Origin, Role
from deckgen.readers import heads, paragraphs
from deckgen.readers.inline import TOKEN, Inliner

_TASK: Final = re.compile(r"\[[ xX/>-]\]\s+")
_IMAGE_ONLY: Final = re.compile(
    r"!\[[^\[\]]{0,2000}\]\([^()]{0,2000}(?:\([^()]{0,300}\))?[^()]{0,300}\)|<img\b[^<>]{0,2000}>|!\[\[[^\[\]]{1,300}\]\]"
)
_FORMULA: Final = re.compile(r"(Zq\d+x)[.,;]?")
_OPEN_ENDS: Final = (":", "\uff1a", ",")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the nesting a piece stands.

    Attributes:
        depth: list depth, 0 outside lists.
        parents: masked texts of the items around it, outermost first.
        lead: masked text of what introduces the list.
        quoted: inside a block quote or callout.
        callout: inside a callout, whose text is the note's own.
    """

    depth: int = 0
    parents: tuple[str, ...] = ()
    lead: str = ""
    quoted: bool = False
    callout: bool = False


TOP: Final = Place()
"""Outside lists and quotes."""


@dataclass(frozen=True, slots=True)
class _Section:
    level: int
    words: str
    rank: int = 0  # 0 a real heading, 1 a bold line, 2 a `Word:` line


class Builder:
    """Collects the blocks of one summary.

    Args:
        name: the file, for origins.
        inliner: masks inline text; its elements are the summary's.
    """

    def __init__(self, name: str, inliner: Inliner) -> None:
        self.blocks: list[Block] = []
        self.inliner = inliner
        self._name = name
        self._sections: list[_Section] = []

    @property
    def sections(self) -> tuple[_Section, ...]:
        """The headings we are under, to be restored with `leave`."""
        return tuple(self._sections)

    def leave(self, sections: Sequence[_Section]) -> None:
        """Go back to the headings of before a quote or callout."""
        self._sections = list(sections)

    def enter(self, words: str) -> None:
        """Go under a heading that is none of the text: the kind of a callout."""
        self._sections.append(_Section(9, words, 1))

    def heading(self, raw: str, line: int, level: int, place: Place = TOP, rank: int = 0) -> None:
        """A heading; rank 1 for a bold line or run-in head, 2 for a `Word:` line, placed under what is open."""
        text, emphasis = self.inliner.read(raw, line)
        words = self.inliner.plain(text).strip(" :#")
        while self._sections and self._ends_section(self._sections[-1], level, rank):
            self._sections.pop()
        if rank:
            level = min(6, (self._sections[-1].level if self._sections else 1) + 1)
        if not words:
            return
        self._add(Role.HEADING, text, line, place, level=level, emphasis=emphasis)
        self._sections.append(_Section(level, words, rank))

    @staticmethod
    def _ends_section(open_: _Section, level: int, rank: int) -> bool:
        return open_.rank >= rank if rank else bool(open_.rank) or open_.level >= level

    def paragraph(self, raw: str, lines: Sequence[int], place: Place = TOP) -> None:
        """A paragraph; `lines` are the numbers of its lines, the last of which stands for any beyond."""
        for part, index in paragraphs.pieces(raw):
            line = lines[min(index, len(lines) - 1)]
            self._piece(part, line, place)

    def _piece(self, raw: str, line: int, place: Place) -> None:
        parts = heads.labelled(raw)
        if len(parts) == 1 and place.depth == 0 and not (place.quoted and not place.callout):
            parts = [("", self._head(raw, line, place))]
        for label, part in parts:
            if label:
                self.heading(label, line, 0, place, rank=1)
            self.text(part, line, place)

    def _head(self, raw: str, line: int, place: Place) -> str:
        """Emit a heading the piece is or begins with; what is left of it."""
        bold, word = heads.bold_line(raw), heads.word_line(raw) or heads.name_line(raw)
        if bold or word:
            self.heading(bold or word, line, 0, place, rank=1 if bold else 2)
            return ""
        head, rest = heads.run_in(raw)
        if head:
            self.heading(head, line, 0, place, rank=1)
        return rest

    def text(self, raw: str, line: int, place: Place = TOP) -> None:
        """Text of a paragraph that is no heading: prose, a formula, an image, a quote."""
        if _IMAGE_ONLY.fullmatch(raw.strip()):
            self._image(raw, line, place)
            return
        text, emphasis = self.inliner.read(raw, line)
        if not any(char.isalnum() for char in text):
            return
        tokens = TOKEN.findall(text)
        kinds = {self.inliner.elements[token].kind for token in tokens if token in self.inliner.elements}
        bare = not TOKEN.sub("", text).strip(" .,;&|")
        if tokens and bare and kinds == {ElementKind.IMAGE}:
            for token in tokens:
                self._add(Role.IMAGE, token, line, place)
        elif _FORMULA.fullmatch(text) and kinds <= {ElementKind.DISPLAY, ElementKind.MATH}:
            self._add(Role.FORMULA, tokens[0], line, place)
        elif text:
            role = Role.QUOTE if place.quoted and not place.callout else Role.PARAGRAPH
            self._add(role, text, line, place, emphasis=emphasis)

    def _image(self, raw: str, line: int, place: Place) -> None:
        text, emphasis = self.inliner.read(raw, line)
        if text:
            self._add(Role.IMAGE, text, line, place, emphasis=emphasis)

    def item(self, raw: str, lines: Sequence[int], place: Place, number: int | None = None) -> str:
        """A list item; its masked text, under which the lists inside it hang. More lines of it become paragraphs."""
        parts = paragraphs.answered(paragraphs.pieces(_TASK.sub("", raw.lstrip(), count=1)))
        if not parts:
            return ""
        said, members = paragraphs.enumerated(parts[0][0])
        text, emphasis = self.inliner.read(said, lines[0])
        if any(char.isalnum() for char in text):
            self._add(Role.ITEM, text, lines[0], place, level=place.depth, number=number, emphasis=emphasis)
        inside = Place(place.depth + 1, (*place.parents, text), introduction(text), place.quoted, place.callout)
        for count, member in enumerate(members, start=1):
            self.item(member, lines[:1], inside, count)
        below = replace(place, parents=(*place.parents, text) if text else place.parents, lead="")
        for part, index in parts[1:]:
            self.text(part, lines[min(index, len(lines) - 1)], below)
        return text

    def code(self, raw: str, line: int, place: Place = TOP) -> None:
        """A block of code, raw."""
        if raw.strip():
            self._add(Role.CODE, raw.strip("\n"), line, place)

    def formula(self, tex: str, line: int, place: Place = TOP) -> None:
        """A display formula without its delimiters."""
        if tex.strip():
            self.text(f"$${tex.strip()}$$", line, place)

    def table(self, rows: Sequence[Sequence[str]], line: int, place: Place = TOP) -> None:
        """A table, its cells raw; the first row is the header."""
        cells = tuple(tuple(self.inliner.read(cell, line)[0] for cell in row) for row in rows)
        cells = tuple(row for row in cells if any(row))
        if cells:
            self._add(Role.TABLE, " | ".join(cell for cell in cells[0] if cell), line, place, rows=cells)

    def lead(self) -> str:
        """The text of the last block if it introduces what follows, else ""."""
        if not self.blocks or self.blocks[-1].role not in (Role.PARAGRAPH, Role.ITEM, Role.QUOTE):
            return ""
        return introduction(self.blocks[-1].text)

    def _add(
        self,
        role: Role,
        text: str,
        line: int,
        place: Place,
        *,
        level: int = 0,
        number: int | None = None,
        emphasis: tuple[Emphasis, ...] = (),
        rows: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.blocks.append(
            Block(
                role=role,
                text=text,
                origin=Origin(self._name, line),
                level=level,
                number=number,
                section=tuple(section.words for section in self._sections),
                parents=place.parents,
                lead=place.lead,
                emphasis=emphasis,
                rows=rows,
                quoted=place.quoted,
            )
        )


def introduction(text: str) -> str:
    """The sentence that a text ends with if it is left open for a list, else "".

    Example:
        >>> introduction("It is small. The losses are:")
        'The losses are:'
    """
    if not text.endswith(_OPEN_ENDS):
        return ""
    start, end = sentences.split(text)[-1]
    return text[start:end]
