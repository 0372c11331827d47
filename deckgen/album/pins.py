"""The pins of a deck: which bytes an address stood for when it was fetched.

    {"images":1}
    {"address":"https://example.org/net.png","sha256":"0f3c...","name":"net-0f3c12ab45cd.png"}

A line depends on its own image alone, so that the file merges in git line by line. It may have come with somebody's
repository: a name in it names a file in the deck's folder of images and nothing else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

from deckgen.album.fetching import Fetched
from deckgen.errors import LockError
from deckgen.model import Media

VERSION: Final = 1
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}-([0-9a-f]{12})\.[a-z]{3,4}")


class Pin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One image: its address as the notes have it, the hash of its bytes, its name in the folder and in Anki."""

    address: str
    sha256: str
    name: str


class _Header(msgspec.Struct, frozen=True):
    images: int


def pins_path(deck: Path) -> Path:
    """Where the pins of a deck are: beside it, `x.apkg` keeps `x.images.jsonl`."""
    return deck.with_name(f"{deck.name.removesuffix('.apkg')}.images.jsonl")


def folder_of(deck: Path) -> Path:
    """Where the images themselves are: `x.images/` beside `x.apkg`."""
    return deck.with_name(f"{deck.name.removesuffix('.apkg')}.images")


def pinned(address: str, image: Fetched) -> tuple[Pin, Media]:
    """The pin of a fetched image, and the image under the name that the pin gives it."""
    digest = hashlib.sha256(image.content).hexdigest()
    stem = PurePosixPath(unquote(urlsplit(address).path)).stem
    words = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-_")[:40] or "image"
    name = f"{words}-{digest[:12]}{image.suffix}"
    return Pin(address, digest, name), Media(name, image.content)


def is_of(pin: Pin, content: bytes) -> bool:
    """Whether these are the bytes that were pinned."""
    return hashlib.sha256(content).hexdigest() == pin.sha256


def read(path: Path) -> dict[str, Pin]:
    """The pins by address; none where there is no file.

    Raises:
        LockError: naming the line, what is wrong with it and the cure.
    """
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise LockError(f"cannot be read ({error.strerror})", path=path) from error
    _check_header(lines[0] if lines else b"", path)
    pins: dict[str, Pin] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            pin = _decode(line, path, number)
            if pins.setdefault(pin.address, pin) != pin:
                message = "pins an address a second time, to another image: keep one of the lines"
                raise LockError(message, path=path, line=number)
    return pins


def dump(pins: Iterable[Pin]) -> bytes:
    """The text of the file; the same pins give the same text."""
    lines: list[msgspec.Struct] = [_Header(VERSION), *sorted(pins, key=lambda pin: pin.address)]
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def _check_header(line: bytes, path: Path) -> None:
    try:
        version = msgspec.json.decode(line, type=_Header).images
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LockError('does not begin with {"images":1}: restore it from git', path=path, line=1) from error
    if version > VERSION:
        cure = "upgrade with `pip install -U summary-deckgen`"
        raise LockError(f"was written by a newer deckgen (format {version}): {cure}", path=path, line=1)


def _decode(line: bytes, path: Path, number: int) -> Pin:
    cure = "restore the line from git, or delete it"
    try:
        pin = msgspec.json.decode(line, type=Pin)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LockError(f"is no pin of an image ({error}): {cure}", path=path, line=number) from error
    name = _NAME.fullmatch(pin.name)
    if name is None or not pin.sha256.startswith(name[1]):
        raise LockError(f"names a file that is not named by its content: {cure}", path=path, line=number)
    return pin
