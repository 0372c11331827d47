"""`summaries.yaml`: what the user states about summaries whose own text does not say it.

Page dumps name no paper. A side file beside them gives, for each file and each position in it, what is known; what it
says beats everything the text suggests.

    dump.txt:
      - {id: sparse-nets, title: "Sparse Nets: Less Is Enough", authors: [Ada Low, Bo Chan], year: 2016}
      - {topic: WideNet}
      - {skip: true}
    other.txt:
      4: {title: "A later summary of a long page"}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.errors import ConfigError
from deckgen.yamlfile import YamlFile

NAME = "summaries.yaml"
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_YEAR = re.compile(r"[12]\d{3}")
_URL = re.compile(r"https?://\S+|doi:\S+|10\.\d{4,9}/\S+")
_BETWEEN = re.compile(r",| and ")
_KEYS = ("id", "title", "authors", "year", "venue", "url", "topic", "tags", "skip")
_NO_LINES: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the user states about one summary; what is None or empty is not stated.

    Attributes:
        line: in the side file.
        id: of the summary.
        title: of the paper.
        authors: names.
        year: of publication.
        venue: where it was published.
        url: link to the paper.
        topic: the short name a question uses; "" says that there is none, None says nothing.
        tags: added to every card.
        skip: whether the summary is to be left out.
    """

    line: int
    id: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    url: str = ""
    topic: str | None = None
    tags: tuple[str, ...] = ()
    skip: bool = False


@dataclass(frozen=True, slots=True)
class SideFile:
    """The entries of a side file, by file name and position.

    Attributes:
        path: of the side file, for messages.
        entries: file name -> position counted from 1 -> entry.
        lines: file name -> line, for messages about files that are not there.
    """

    path: Path
    entries: Mapping[str, Mapping[int, Entry]]
    lines: Mapping[str, int] = field(default_factory=lambda: _NO_LINES)

    def entry(self, file_name: str, position: int = 1) -> Entry | None:
        """What is stated about the summary at `position` (from 1) of the file, which may be given with its folder."""
        for name in (file_name, Path(file_name).name):
            if name in self.entries:
                return self.entries[name].get(position)
        return None


def load(folder: Path) -> SideFile | None:
    """The side file of a folder, or None if it has none; errors as for `read`."""
    path = folder / NAME
    return read(path) if path.is_file() else None


def read(path: Path) -> SideFile:
    """The side file at `path`.

    Raises:
        ConfigError: it cannot be read, or says something that means nothing; the message names the line.
    """
    file = YamlFile(path)
    root = file.document()
    if root is None:
        return SideFile(path, {})
    entries: dict[str, dict[int, Entry]] = {}
    lines: dict[str, int] = {}
    for key, value in _pairs(file, root, "file names with what is known about their summaries"):
        name = str(key.value)
        if name in entries:
            raise file.error(key, f"file {name!r} stands here twice; join the two")
        entries[name] = _positions(file, value)
        lines[name] = key.start_mark.line + 1
    _check_ids(entries, path)
    return SideFile(path, entries, lines)


def _pairs(file: YamlFile, node: Node, expected: str) -> list[tuple[Node, Node]]:
    """The pairs of a mapping whose keys are free."""
    if not isinstance(node, MappingNode):
        raise file.error(node, f"expected {expected}")
    return list(node.value)


def _positions(file: YamlFile, node: Node) -> dict[int, Entry]:
    """A list in the order of the page, a mapping by position, or one summary's entry."""
    if isinstance(node, SequenceNode):
        return {i: _entry(file, item) for i, item in enumerate(node.value, start=1) if not _is_null(item)}
    pairs = _pairs(file, node, "a list of summaries, or positions with one summary each")
    if pairs and all(str(key.value) in _KEYS for key, _ in pairs):
        return {1: _entry(file, node)}
    found: dict[int, Entry] = {}
    for key, value in pairs:
        written = str(key.value)
        if not written.isdecimal() or int(written) < 1:
            keys = ", ".join(_KEYS)
            raise file.error(key, f"{written!r} is no position; count summaries from 1, or use one of: {keys}")
        if int(written) in found:
            raise file.error(key, f"position {written} stands here twice; keep one")
        found[int(written)] = _entry(file, value)
    return found


def _is_null(node: Node) -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")


def _entry(file: YamlFile, node: Node) -> Entry:
    pairs = file.mapping(node, _KEYS, "a summary")
    values = {name: _value(file, name, value) for name, value in pairs.items() if not _is_null(value)}
    return Entry(line=node.start_mark.line + 1, **values)


def _value(file: YamlFile, name: str, node: Node) -> Any:
    if name in ("authors", "tags"):
        return _texts(file, name, node)
    if name == "skip":
        return file.flag(node, name)
    if not isinstance(node, ScalarNode):
        raise file.error(node, f"{name} takes one value")
    text = str(node.value).strip()  # a title such as 1984 needs no quotes
    if name == "year" and not _YEAR.fullmatch(text):
        raise file.error(node, f"year {text!r} is no year such as 2016")
    if name == "id" and not _ID.fullmatch(text):
        raise file.error(
            node, f"id {text!r} may hold a-z, 0-9, '.', '_' and '-' only, and starts with a letter or digit"
        )
    if name == "url" and not _URL.fullmatch(text):
        raise file.error(node, f"url {text!r} does not start with http://, https:// or doi:")
    return int(text) if name == "year" else text


def _texts(file: YamlFile, name: str, node: Node) -> tuple[str, ...]:
    """The texts of a list; names may also stand in one line, with commas or "and" between them."""
    if isinstance(node, ScalarNode):
        return tuple(part.strip() for part in _BETWEEN.split(str(node.value)) if part.strip())
    return tuple(file.string(item, f"each of {name}").strip() for item in file.sequence(node, name))


def _check_ids(entries: Mapping[str, Mapping[int, Entry]], path: Path) -> None:
    seen: dict[str, int] = {}
    for of_file in entries.values():
        for entry in of_file.values():
            if entry.id and entry.id in seen:
                raise ConfigError(
                    f"id {entry.id!r} is already used in line {seen[entry.id]}; give another",
                    path=path,
                    line=entry.line,
                )
            seen[entry.id] = entry.line
