"""Markdown as people write it, to summaries.

front matter -> frontmatter    lines made ready -> lines    blocks -> tree, builder    inline text -> inline
several papers in one file -> several    what is no fact -> marks    title, authors, topic -> who
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from deckgen.model import Summary
from deckgen.readers import frontmatter, several, tree
from deckgen.readers.assemble import finish, slug, stem
from deckgen.readers.builder import Builder
from deckgen.readers.inline import Inliner
from deckgen.readers.sidefile import SideFile
from deckgen.readers.source import Source

Warn: TypeAlias = Callable[[str, int], None]
_ENOUGH: Final = 12  # words of a body beside which an abstract in the front matter is not needed


def _ignore(message: str, line: int) -> None:
    """Nobody asked for warnings."""


def read(source: Source, side: SideFile | None = None, warn: Warn = _ignore) -> tuple[Summary, ...]:
    """The summaries of a Markdown file: one, unless it holds a heading a paper.

    Args:
        source: the file.
        side: what the user states about its summaries.
        warn: called with a message and a line for what cannot be found.

    Raises:
        SourceError: its front matter is not valid.
    """
    front = frontmatter.split(source)
    parts = several.parts(front.body)
    if not parts:
        return tuple(_one(source, front, side, warn))
    return tuple(_many(source, front, parts, side, warn))


def _one(source: Source, front: frontmatter.FrontMatter, side: SideFile | None, warn: Warn) -> list[Summary]:
    entry = side.entry(source.name, 1) if side else None
    if entry and entry.skip:
        return []
    builder = _builder(source, warn)
    tree.blocks(front.body, builder)
    _abstract(front, builder)
    ident = slug(frontmatter.as_text(front.values.get("id")))
    return [finish(source, builder, metadata=front.values, ident=ident, entry=entry)]


def _many(
    source: Source, front: frontmatter.FrontMatter, parts: tuple[several.Part, ...], side: SideFile | None, warn: Warn
) -> list[Summary]:
    lines = front.body.split("\n")
    shared = {key: value for key, value in front.values.items() if key in ("tags", "categories", "keywords")}
    found: list[Summary] = []
    taken: dict[str, int] = {}
    for position, part in enumerate(parts, start=1):
        entry = side.entry(source.name, position) if side else None
        builder = _builder(source, warn)
        tree.blocks("\n".join(lines[part.start : part.end]), builder, part.start + 1)
        if (entry and entry.skip) or len(builder.blocks) < 2:
            continue
        ident = _ident(source, part, position, taken)
        found.append(
            finish(source, builder, metadata=shared, position=position, line=part.start + 1, ident=ident, entry=entry)
        )
    return found


def _ident(source: Source, part: several.Part, position: int, taken: dict[str, int]) -> str:
    """`<stem>-<slug of the title>`, or with the position where there is no title or it stands twice."""
    words = re.sub(r"\]\([^()]*\)|\]\[[^\]]*\]|[\[\]*_`]", "", part.title)
    ident = f"{stem(source.name)}-{slug(words, 50) or position}"
    taken[ident] = taken.get(ident, 0) + 1
    return ident if taken[ident] == 1 else f"{ident}-{position}"


def _builder(source: Source, warn: Warn) -> Builder:
    return Builder(source.name, Inliner(source.path.parent if source.path else None, warn))


def _abstract(front: frontmatter.FrontMatter, builder: Builder) -> None:
    """An abstract that only the front matter holds is text to read."""
    said = sum(len(block.text.split()) for block in builder.blocks)
    abstract = _text(front.values, "abstract") or (_text(front.values, "summary") if said == 0 else "")
    if not abstract or (said >= _ENOUGH and _stands(abstract, builder)):
        return
    key = "abstract" if _text(front.values, "abstract") else "summary"
    before = builder.blocks[:]
    builder.blocks.clear()
    builder.leave(())
    for part in re.split(r"\n\s*\n", abstract):
        builder.paragraph(" ".join(part.split()), (front.lines.get(key, 1),))
    builder.blocks.extend(before)


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _stands(abstract: str, builder: Builder) -> bool:
    """Whether the body says the abstract already, word for word at its beginning."""
    start = " ".join(abstract.split())[:60]
    return any(start in block.text for block in builder.blocks)
