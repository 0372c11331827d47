"""Formats a deck can be written in; a new one is a module here and a line in the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from deckgen.model import Note, NoteType
from deckgen.writers import apkg


class Writer(Protocol):
    """Turns notes into the bytes of a file."""

    def __call__(self, notes: Sequence[Note], *, mtimes: Mapping[NoteType, int], media: Mapping[str, bytes]) -> bytes:
        """The file's content; the same arguments give the same bytes.

        Args:
            notes: in the order in which they shall be learned.
            mtimes: note type -> seconds since the epoch of its last change of look.
            media: file name -> content.

        Raises:
            WriteError: the format cannot hold these notes.
        """


WRITERS: Mapping[str, Writer] = MappingProxyType({"apkg": apkg.pack})
"""Name of the format, which is also the file's extension -> its writer."""
