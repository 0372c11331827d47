"""Paths, globs and `-` become sources, in the order given, each file once.

In come patterns as the user wrote them and the folder that they start from; out come sources, named as the user would
name them, and for each file that cannot be read the error instead, so that the others are still built.

    notes/gan.md      that file, also when its name holds a star or a bracket
    notes/*.md        every match that is a file, by name; hidden files only when the pattern names them
    notes/**/*.md     the folders below, too
    -                 standard input, once

A folder is an error that says which glob to write: which of its files are summaries is for the user to say.
"""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final

from deckgen.errors import SourceError
from deckgen.readers import source
from deckgen.readers.source import Source

STANDARD_INPUT: Final = "-"
STANDARD_INPUT_NAME: Final = "<stdin>"


def find(patterns: Sequence[str], root: Path = Path()) -> Iterator[Source | SourceError]:
    """The sources that the patterns name.

    Args:
        patterns: paths and globs relative to `root`, or "-".
        root: the folder to start from.
    """
    seen: set[Path] = set()
    for name in _named(patterns, root):
        if isinstance(name, SourceError):
            yield name
        elif name == STANDARD_INPUT:
            yield _standard_input()
        elif (real := (root / name).resolve()) not in seen:
            seen.add(real)
            yield _opened(root / name, name)


def _named(patterns: Sequence[str], root: Path) -> Iterator[str | SourceError]:
    for pattern in dict.fromkeys(patterns):
        if "\x00" in pattern:  # no system has such names, and Python's own functions stop at them
            yield SourceError("is no file name; check the spelling", path=pattern.replace("\x00", "\\0"))
            continue
        if pattern == STANDARD_INPUT or not glob.has_magic(pattern) or (root / pattern).exists():
            yield _as_written(pattern)
            continue
        found = glob.glob(pattern, root_dir=root, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        files = sorted((name for name in found if (root / name).is_file()), key=lambda name: PurePath(name).parts)
        yield from (_as_written(name) for name in files)
        if not files:
            yield SourceError("no file matches; check the spelling", path=pattern)


def _as_written(name: str) -> str:
    """The name with forward slashes and without `./`, so that it is the same on every system."""
    return name if name == STANDARD_INPUT else PurePath(name).as_posix()


def _opened(path: Path, name: str) -> Source | SourceError:
    try:
        if path.is_dir():
            raise SourceError(f"is a folder; name the files in it, such as '{name}/*.md'", path=name)
        return source.load(path, name)
    except SourceError as error:
        return error
    except OSError as error:
        return SourceError(f"cannot be read ({error.strerror}); check its permissions", path=name)


def _standard_input() -> Source | SourceError:
    try:
        return source.decode(sys.stdin.buffer.read(), STANDARD_INPUT_NAME)
    except SourceError as error:
        return error
