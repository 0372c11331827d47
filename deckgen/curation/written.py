"""The curation file as YAML: read strictly, and added to without touching what the user wrote."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from deckgen.curation.line import ACTIONS, FIELDS, Curation, Line
from deckgen.errors import CurationError, WriteError
from deckgen.files import journal_of, write_together

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> Curation:
    """Read a curation file; one that does not exist is empty.

    Raises:
        CurationError: naming the line and what is wrong with it.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Curation(path)
    except (OSError, UnicodeDecodeError) as error:
        raise CurationError("cannot be read: save it as UTF-8 text", path=path) from error
    return Curation(path, tuple(_lines(_parsed(content, path), path)))


def add(path: Path, lines: Sequence[Line]) -> None:
    """Write lines to the end of their lists; everything else in the file stays as it is, comments too.

    A line about a key that the list has already takes the place of the old one.

    Raises:
        CurationError: the file as it is cannot be understood.
        WriteError: it cannot be written.
    """
    read(path)
    yaml = _yaml()
    try:
        content = yaml.load(path.read_text(encoding="utf-8")) if path.exists() else None
        content = yaml.map() if content is None else content
        for line in lines:
            listed = content.setdefault(line.action, yaml.seq())
            for index in [n for n, item in enumerate(listed) if _key_of(item) == line.key]:
                del listed[index]
            listed.append(_as_yaml(line, yaml))
        out = io.StringIO()
        yaml.dump(content, out)
    except OSError as error:
        raise WriteError(f"cannot be read ({error.strerror})", path=path) from error
    write_together({path: out.getvalue().encode()}, journal_of(path))


def as_text(lines: Sequence[Line]) -> str:
    """The lines as they would stand in the file; for showing before anything is written."""
    yaml, out = _yaml(), io.StringIO()
    actions = [action for action in ACTIONS if any(line.action == action for line in lines)]
    yaml.dump({a: [_as_yaml(line, yaml) for line in lines if line.action == a] for a in actions}, out)
    return out.getvalue()


class _Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    evidence: str = ""
    answer: str = ""


class _Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    front: str | None = None
    back: str | None = None
    text: str | None = None
    evidence: str = ""
    answer: str = ""


def _parsed(content: str, path: Path) -> Mapping[str, Any]:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        parsed = _yaml().load(content)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise CurationError(f"is not YAML ({error.problem}): mend this line", path=path, line=line) from error
    except YAMLError as error:
        raise CurationError("is not YAML: mend it or delete it", path=path) from error
    if parsed is None:
        return {}
    if not isinstance(parsed, Mapping) or set(parsed) - set(ACTIONS):
        wrong = ", ".join(sorted(set(map(str, parsed)) - set(ACTIONS))) if isinstance(parsed, Mapping) else "no lists"
        raise CurationError(f"holds {wrong}: it takes the lists reject, edit and pin", path=path, line=1)
    return parsed


def _lines(parsed: Mapping[str, Any], path: Path) -> list[Line]:
    lines = []
    for action, items in parsed.items():
        if items is None:
            continue
        if not isinstance(items, list):
            raise CurationError(f"{action} is no list: begin each of its lines with `- `", path=path)
        places: Any = items  # ruamel's list, which knows where its items stand
        for index, item in enumerate(items):
            lines.append(_line(action, item, path, int(places.lc.item(index)[0]) + 1))
    return lines


def _line(action: str, item: object, path: Path, number: int) -> Line:
    plain = {"key": item} if isinstance(item, str) else item
    try:
        item_ = msgspec.convert(plain, _Edit) if action == "edit" else msgspec.convert(plain, _Item)
    except msgspec.ValidationError as error:
        raise CurationError(f"{action}: {error}".replace("`", "'"), path=path, line=number) from error
    fields = {name: text for key, name in FIELDS.items() if (text := getattr(item_, key, None)) is not None}
    if action == "edit" and not fields:
        raise CurationError(f"edit {item_.key} changes nothing: give front, back or text", path=path, line=number)
    return Line(action=action, key=item_.key, fields=fields, evidence=item_.evidence, answer=item_.answer, line=number)


def _key_of(item: object) -> object:
    return item.get("key") if isinstance(item, Mapping) else item


def _as_yaml(line: Line, yaml: Any) -> Any:
    shown = {key: line.fields[name] for key, name in FIELDS.items() if name in line.fields}
    values = {"key": line.key, **shown, "evidence": line.evidence, "answer": line.answer}
    item = yaml.map()
    item.update({name: value for name, value in values.items() if value or name in shown})
    return item


def _yaml() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 110
    return yaml
