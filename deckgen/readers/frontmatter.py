"""The front matter of a note: YAML between `---` lines, TOML between `+++` lines.

In goes the source, out come what it says and the body, whose line numbers stay: the lines of the front matter become
blank. A thematic break at the top of a note is no front matter, and neither is text between two of them.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from deckgen.errors import SourceError
from deckgen.readers.source import Source

_LARGEST: Final = 200_000
_KEY: Final = re.compile(r"[A-Za-z_][\w -]{0,60}\s?:(?:\s|$)")
_LOOSE: Final = re.compile(r"([A-Za-z_][\w -]{0,60}):\s+([^\s\"'|>\[{#].*)$")
_TOML_LINE: Final = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a note says about itself.

    Attributes:
        values: by lower-case key, as YAML or TOML types them.
        lines: the line each key stands on, from 1.
        body: the text of the note with the front matter blanked.
    """

    values: Mapping[str, object]
    lines: Mapping[str, int]
    body: str


class _Loader(yaml.SafeLoader):
    """Safe, and without aliases: a few lines of them can unfold to gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias (*name) is not understood here", problem_mark=event.start_mark)
        return super().compose_node(parent, index)


def split(source: Source) -> FrontMatter:
    """What the front matter says, and the body.

    Raises:
        SourceError: there is front matter, but it is not valid YAML or TOML.
    """
    lines = source.text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    fence = lines[first].rstrip()
    last = _closing(lines, first, fence)
    if last is None:
        return FrontMatter({}, {}, source.text)
    text = "\n".join(lines[first + 1 : last])
    values = _toml(text, source, first) if fence == "+++" else _yaml(text, source, first)
    if values is None:
        return FrontMatter({}, {}, source.text)
    body = "\n".join([""] * (last + 1) + lines[last + 1 :])
    return FrontMatter({key.strip().lower(): value for key, value in values.items()}, _places(lines, first, last), body)


def _closing(lines: list[str], first: int, fence: str) -> int | None:
    if fence not in ("---", "+++"):
        return None
    ends = ("---", "...") if fence == "---" else ("+++",)
    size = 0
    for index in range(first + 1, len(lines)):
        size += len(lines[index]) + 1
        if lines[index].rstrip() in ends:
            return index
        if size > _LARGEST:
            return None
    return None


def _places(lines: list[str], first: int, last: int) -> dict[str, int]:
    places: dict[str, int] = {}
    for index in range(first + 1, last):
        key = re.match(r"[\"']?([A-Za-z_][\w -]{0,60}?)[\"']?\s?[:=]", lines[index])
        if key:
            places.setdefault(key[1].strip().lower(), index + 1)
    return places


def _yaml(text: str, source: Source, first: int) -> dict[str, Any] | None:
    try:
        values = _load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        values = _repaired(text)
        if values is None:
            if not any(_KEY.match(line) for line in text.split("\n")):
                return None
            raise _yaml_error(error, source, first) from None
    if values is None:
        return {}
    return {str(key): value for key, value in values.items()} if isinstance(values, dict) else None


def _load(text: str) -> Any:
    return yaml.load(text.replace("\t", "    "), Loader=_Loader)


def _repaired(text: str) -> dict[str, Any] | None:
    """The values after quoting what people leave unquoted: `title: Attention: a survey`, `citekey: @smith`."""
    lines = []
    for line in text.split("\n"):
        loose = _LOOSE.match(line)
        needs = loose and (re.search(r":(?:\s|$)| #", loose[2]) or loose[2][0] in "@%`*&!")
        lines.append(f"{loose[1]}: {json.dumps(loose[2].strip())}" if loose and needs else line)
    try:
        values = _load("\n".join(lines))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _yaml_error(error: Exception, source: Source, first: int) -> SourceError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "nested too deeply"
    line = first + 2 + (mark.line if mark else 0)
    return SourceError(f"front matter is not valid YAML ({problem}); quote the value", path=source.name, line=line)


def _toml(text: str, source: Source, first: int) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _TOML_LINE.search(str(error))
        line = first + 1 + (int(place[1]) if place else 1)
        raise SourceError(f"front matter is not valid TOML ({error}); mend it", path=source.name, line=line) from None


def as_text(value: object) -> str:
    """A value of front matter in one line of text: lists joined with commas, mappings by their values."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return " ".join(as_text(part) for part in value.values())
    if isinstance(value, (list, tuple)):
        return ", ".join(as_text(part) for part in value)
    return " ".join(str(value).split())
