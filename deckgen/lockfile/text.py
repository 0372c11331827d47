"""The lock as a text: one JSON object a line, the header first, then the note types, then the notes sorted by key.

A line depends on its own note alone, holds no clock and no tool version, and so merges in git line by line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from deckgen.errors import LockError
from deckgen.files import journal_of, settle
from deckgen.lockfile.entry import Entry, Lock, Look
from deckgen.model import NoteType

if TYPE_CHECKING:
    from collections.abc import Iterable

VERSION = 1
_CONFLICT = re.compile(rb"<<<<<<< |=======(?:\r?$)|>>>>>>> |\|\|\|\|\|\|\| ")
_BUILD = "then run `deckgen build`"
_T = TypeVar("_T")


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lock: int


class _AnyHeader(msgspec.Struct, frozen=True):
    lock: int


class _LookLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    notetype: NoteType
    look: str
    mtime: int


def lock_path(deck: Path) -> Path:
    """Where the lock of a deck is: beside it, `x.apkg` keeps `x.lock.jsonl`."""
    return deck.with_name(f"{deck.name.removesuffix('.apkg')}.lock.jsonl")


def read(path: Path) -> Lock:
    """Read a lock; one that does not exist yet is empty.

    A build that was killed while it replaced deck and lock is finished first, so that both fit.

    Raises:
        LockError: naming the line, what is wrong with it and the cure.
    """
    settle(journal_of(path))
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        raise LockError(f"cannot be read ({error.strerror})", path=path) from error
    return load(content, path)


def load(content: bytes, path: object) -> Lock:
    """A lock out of its text; `path` only names it in errors."""
    lines = content.splitlines()
    _refuse_conflicts(lines, path)
    if not lines:
        raise LockError(f"is empty: restore it from git, or delete it and {_BUILD} --base DECK.apkg`", path=path)
    _check_header(lines[0], path)
    entries: list[Entry] = []
    numbers: list[int] = []
    looks: dict[NoteType, Look] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith(b'{"notetype"'):
            look = _decode(line, _LookLine, path, number)
            looks[look.notetype] = Look(look.look, look.mtime)
        elif line.strip():
            entries.append(_decode(line, Entry, path, number))
            numbers.append(number)
    _refuse_twins(entries, numbers, path)
    return Lock(tuple(sorted(entries, key=lambda entry: entry.key)), looks)


def dump(lock: Lock) -> str:
    """The text of a lock; the same lock gives the same text."""
    looks = (_LookLine(kind, look.hash, look.mtime) for kind, look in sorted(lock.looks.items()))
    notes = sorted(lock.entries, key=lambda entry: entry.key)
    lines: list[msgspec.Struct] = [_Header(VERSION), *looks, *notes]
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines).decode()


def _refuse_conflicts(lines: Iterable[bytes], path: object) -> None:
    for number, line in enumerate(lines, start=1):
        if _CONFLICT.match(line):
            raise LockError(
                "holds the marks of a git merge: keep the lines of both sides, delete the three marker lines, where"
                f" one key stands twice keep the line with the higher mtime, {_BUILD}",
                path=path,
                line=number,
            )


def _check_header(line: bytes, path: object) -> None:
    try:
        version = msgspec.json.decode(line, type=_AnyHeader).lock
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LockError('does not begin with {"lock":1}: restore it from git', path=path, line=1) from error
    if version > VERSION:
        cure = "upgrade with `pip install -U summary-deckgen`"
        raise LockError(
            f"was written by a newer deckgen (format {version}, this is {VERSION}): {cure}", path=path, line=1
        )


def _decode(line: bytes, kind: type[_T], path: object, number: int) -> _T:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.ValidationError as error:
        message = str(error).replace("Object", "the note").replace("`", "'")
        raise LockError(f"{message}: restore the line from git", path=path, line=number) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LockError(f"is not JSON ({error}): restore the line from git", path=path, line=number) from error


def _refuse_twins(entries: Iterable[Entry], numbers: Iterable[int], path: object) -> None:
    seen: dict[tuple[str, str], int] = {}
    for entry, number in zip(entries, numbers, strict=True):
        for field, value in (("key", entry.key), ("guid", entry.guid)):
            first = seen.setdefault((field, value), number)
            if first != number:
                raise LockError(
                    f"{field} {value} stands in line {first} too: delete the line with the lower mtime, {_BUILD}",
                    path=path,
                    line=number,
                )
