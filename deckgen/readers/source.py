"""A file as text: decoded, and cleaned of the characters nobody typed on purpose.

Line breaks, and so line numbers, stay as they are in the file. Only UTF-8 is read; whatever else a file holds is an
error that names the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from deckgen.errors import SourceError

_LIGATURES: Final = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_SPACES: Final = "\u00a0\u1680\u202f\u205f\u3000\x0b\x0c\x85\u2028\u2029" + "".join(map(chr, range(0x2000, 0x200B)))
_NOTHING: Final = (
    "\ufeff\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u00ad\ufffc"
)
_CONTROLS: Final = {code: None for code in range(32) if chr(code) not in "\t\n\x0b\x0c"} | {127: None}
_PRIVATE: Final = dict.fromkeys(range(0xE000, 0xE010))
_CLEAN: Final = {
    **_CONTROLS,
    **_PRIVATE,
    **{ord(sign): " " for sign in _SPACES},
    **{ord(sign): None for sign in _NOTHING},
    **{ord(sign): letters for sign, letters in _LIGATURES.items()},
}
_JOINER: Final = re.compile(r"(?<=[\w\s])\u200d|\u200d(?=[\w\s])")  # between emoji it joins them and stays


@dataclass(frozen=True, slots=True)
class Source:
    r"""The text of one file.

    Attributes:
        name: the file as the user wrote it; every origin repeats it.
        text: cleaned text, `\n` line breaks.
        path: where it is, None for standard input.
    """

    name: str
    text: str
    path: Path | None = None


def load(path: Path, name: str) -> Source:
    """The file at `path`.

    Raises:
        SourceError: there is no such file, it cannot be opened, it is a folder, empty, binary, or not UTF-8.
    """
    if path.is_dir():
        raise SourceError("is a folder; name the files in it, such as *.md", path=name)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise SourceError("no such file; check the spelling", path=name) from None
    except OSError as error:
        raise SourceError(f"cannot be read ({error.strerror}); check its permissions", path=name) from None
    return decode(content, name, path)


def decode(content: bytes, name: str, path: Path | None = None) -> Source:
    """The source that some bytes are, for standard input and archives.

    Raises:
        SourceError: they are empty, binary, or not UTF-8.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise SourceError("is UTF-16; save it as UTF-8", path=name, line=1)
    if b"\x00" in content:
        raise SourceError("is a binary file, not text; leave it out", path=name)
    try:
        text = normalise(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(f"is not UTF-8 at byte {error.start}; save it as UTF-8", path=name, line=line) from None
    if not text.strip():
        raise SourceError("is empty; write a summary in it or leave it out", path=name)
    return Source(name, text, path)


def normalise(text: str) -> str:
    r"""Text with plain line breaks, plain spaces, no invisible characters and no ligatures; the number of lines stays.

    Example:
        >>> normalise("\ufeffefficient\u00a0nets\r\n")
        'efficient nets\n'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _JOINER.sub("", text.translate(_CLEAN))
