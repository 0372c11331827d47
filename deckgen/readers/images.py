"""Images a note shows: a local file becomes media that travels with the deck, a remote one stays an address.

In goes the address as written and the folder of the note, out comes the file, or nothing when there is none. Only
files that end like a picture are opened, so that a note cannot pull anything else into a deck.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from deckgen.model import Media

SUFFIXES: Final = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".ico"}
)
_FOLDERS: Final = (
    "",
    "images",
    "image",
    "img",
    "imgs",
    "figures",
    "figs",
    "attachments",
    "assets",
    "files",
    "media",
    "static",
)
_REMOTE: Final = re.compile(r"(?:https?:|ftp:|data:|//)", re.IGNORECASE)
_LEVELS_UP: Final = 4
_LARGEST: Final = 20_000_000


def is_remote(address: str) -> bool:
    """Whether an address is no file beside the note."""
    return bool(_REMOTE.match(address))


def is_image(address: str) -> bool:
    """Whether an address ends like a picture, whatever query follows (`x.png?raw=true`)."""
    return Path(_bare(address)).suffix.lower() in SUFFIXES


def find(address: str, base: Path | None) -> Media | None:
    """The picture an address names.

    Args:
        address: as written in the note, with `?raw=true`, `%20` or a leading slash.
        base: folder of the note; without it nothing is found.

    Returns:
        The file under a name made from its content (`chart-0f3c...png`), or None.
    """
    path = _locate(_bare(address), base) if base and is_image(address) else None
    if path is None:
        return None
    content = path.read_bytes()
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", path.stem).strip("-")[:40] or "image"
    return Media(f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{path.suffix.lower()}", content)


def _bare(address: str) -> str:
    return unquote(address.strip().partition("?")[0].partition("#")[0])


def _locate(address: str, base: Path) -> Path | None:
    """The file beside the note, in a folder of pictures there, or under a root further up, as in sites and vaults."""
    relative = address.lstrip("/")
    roots = (base, *base.resolve().parents[:_LEVELS_UP])
    for root in roots:
        for folder in _FOLDERS:
            path = root / folder / relative
            try:
                if path.is_file() and path.stat().st_size <= _LARGEST:
                    return path
            except (OSError, ValueError):
                return None
    return None
