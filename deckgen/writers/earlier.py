"""What the package of an earlier build holds: its media, and whether it is what a build would write now.

A package that cannot be read holds nothing and is nothing's equal; the build then replaces it.
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_DAMAGED: Final = (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, RuntimeError)


def media(path: Path) -> Mapping[str, bytes]:
    """The media files of a package, by name; none when there is no package."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = json.loads(archive.read("media"))
            return {name: archive.read(number) for number, name in names.items()}
    except _DAMAGED:
        return {}


def same(path: Path, content: bytes) -> bool:
    """Whether the package at `path` holds what `content` holds.

    Bytes are no measure of it: another release of zlib or SQLite packs the same notes in other bytes.
    """
    try:
        old = path.read_bytes()
        return old == content or _members(old) == _members(content)
    except (*_DAMAGED, sqlite3.Error):
        return False


def _members(package: bytes) -> dict[str, object]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: _content(name, archive.read(name)) for name in archive.namelist()}


def _content(name: str, content: bytes) -> object:
    if not name.startswith("collection."):
        return content
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(content)
        return list(connection.iterdump())
    finally:
        connection.close()
