"""What can go wrong, as one small tree.

    DeckgenError           the user can act on it: one line, never a traceback
      ConfigError          deckgen.yaml or the command line cannot mean anything sensible
      SourceError          a summary cannot be read
      TemplateError        a card template cannot be rendered
      LockError            the lock cannot be trusted
      CurationError        the curation file cannot be understood
      WriteError           the deck cannot be written, or Anki would refuse it

Each message reads ``path:line: what is wrong, and what to do``; the line is left out where there is none.
"""

from __future__ import annotations


class DeckgenError(Exception):
    """Something the user can mend.

    Args:
        message: what is wrong and what to do, without a full stop's worth of jargon.
        path: the file it is about, as the user would write it.
        line: the line in that file, counted from 1.
    """

    exit_code = 1

    def __init__(self, message: str, *, path: object = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else str(path)
        self.line = line

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}: " if self.line is None else f"{self.path}:{self.line}: "
        return place + self.message


class ConfigError(DeckgenError):
    """deckgen.yaml or the command line cannot mean anything sensible."""

    exit_code = 2


class SourceError(DeckgenError):
    """A summary cannot be read; the other files still are."""


class TemplateError(DeckgenError):
    """A card template cannot be rendered."""

    exit_code = 2


class LockError(DeckgenError):
    """The lock cannot be trusted, so nothing is written."""

    exit_code = 2


class CurationError(DeckgenError):
    """The curation file cannot be understood, so nothing is written."""

    exit_code = 2


class WriteError(DeckgenError):
    """The deck cannot be written, or Anki would refuse it; what was there before is untouched."""

    exit_code = 2
