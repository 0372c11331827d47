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

import yaml

from deckgen.errors import ConfigError, SourceError

NAME = "summaries.yaml"
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
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
    """The side file of a folder, or None if it has none.

    Raises:
        SourceError: it cannot be read.
        ConfigError: it says something that means nothing; the message names the line.
    """
    path = folder / NAME
    if not path.is_file():
        return None
    return read(path)


def read(path: Path) -> SideFile:
    """The side file at `path`; errors as for `load`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot be read ({type(error).__name__}); save it as UTF-8 text", path=path) from None
    return parse(text, path)


def parse(text: str, path: Path) -> SideFile:
    """The side file with this text; `path` is for messages."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = None if mark is None else mark.line + 1
        problem = getattr(error, "problem", None) or "not YAML"
        raise ConfigError(f"is not YAML ({problem}); check indentation and quotes", path=path, line=line) from None
    if root is None:
        return SideFile(path, {})
    files = _pairs(root, path, "file names with what is known about their summaries")
    entries: dict[str, dict[int, Entry]] = {}
    lines: dict[str, int] = {}
    for key, value in files:
        name = str(key.value)
        if name in entries:
            raise _error(path, key, f"file {name!r} stands here twice; join the two")
        entries[name] = _positions(value, path)
        lines[name] = key.start_mark.line + 1
    _check_ids(entries, path)
    return SideFile(path, entries, lines)


def _error(path: Path, node: yaml.Node, message: str) -> ConfigError:
    return ConfigError(message, path=path, line=node.start_mark.line + 1)


def _pairs(node: yaml.Node, path: Path, expected: str) -> list[tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, f"expected {expected}")
    return list(node.value)


def _positions(node: yaml.Node, path: Path) -> dict[int, Entry]:
    """A list in the order of the page, a mapping by position, or one summary's entry."""
    if isinstance(node, yaml.SequenceNode):
        return {i: _entry(item, path) for i, item in enumerate(node.value, start=1) if not _is_null(item)}
    pairs = _pairs(node, path, "a list of summaries, or positions with one summary each")
    if pairs and all(str(key.value) in _KEYS for key, _ in pairs):
        return {1: _entry(node, path)}
    found: dict[int, Entry] = {}
    for key, value in pairs:
        written = str(key.value)
        if not written.isdecimal() or int(written) < 1:
            raise _error(
                path, key, f"{written!r} is no position; count summaries from 1, or use one of: {', '.join(_KEYS)}"
            )
        if int(written) in found:
            raise _error(path, key, f"position {written} stands here twice; keep one")
        found[int(written)] = _entry(value, path)
    return found


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _entry(node: yaml.Node, path: Path) -> Entry:
    values: dict[str, Any] = {}
    for key, value in _pairs(node, path, f"a summary with some of: {', '.join(_KEYS)}"):
        name = str(key.value)
        if name not in _KEYS:
            raise _error(path, key, f"unknown key {name!r}; known are: {', '.join(_KEYS)}")
        if name in values:
            raise _error(path, key, f"{name!r} stands here twice; keep one")
        if not _is_null(value):
            values[name] = _value(name, value, path)
    return Entry(line=node.start_mark.line + 1, **values)


def _value(name: str, node: yaml.Node, path: Path) -> Any:
    if name in ("authors", "tags"):
        return _texts(name, node, path)
    if not isinstance(node, yaml.ScalarNode):
        raise _error(path, node, f"{name!r} takes one value")
    text = str(node.value).strip()
    if name == "year":
        if not re.fullmatch(r"[12]\d{3}", text):
            raise _error(path, node, f"year {text!r} is no year such as 2016")
        return int(text)
    if name == "skip":
        if text.lower() not in ("true", "false", "yes", "no"):
            raise _error(path, node, f"skip is true or false, not {text!r}")
        return text.lower() in ("true", "yes")
    if name == "id" and not _ID.fullmatch(text):
        raise _error(
            path, node, f"id {text!r} may hold a-z, 0-9, '.', '_' and '-' only, and starts with a letter or digit"
        )
    if name == "url" and not re.match(r"https?://\S+$|doi:\S+$|10\.\d{4,9}/\S+$", text):
        raise _error(path, node, f"url {text!r} does not start with http://, https:// or doi:")
    return text


def _texts(name: str, node: yaml.Node, path: Path) -> tuple[str, ...]:
    if isinstance(node, yaml.ScalarNode):
        return tuple(part.strip() for part in re.split(r",| and ", str(node.value)) if part.strip())
    if isinstance(node, yaml.SequenceNode) and all(isinstance(n, yaml.ScalarNode) for n in node.value):
        return tuple(str(n.value).strip() for n in node.value if str(n.value).strip())
    raise _error(path, node, f"{name!r} takes a list such as [one, two]")


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
