"""A term with the question for it and its explanation: what every way of defining gives."""

from __future__ import annotations

from dataclasses import dataclass

REFUSED = frozenset({"opinion or aside", "leftover markup", "unbalanced brackets or quotes", "not a statement"})
"""Problems of a statement that keep even a part of it from being shown."""


@dataclass(frozen=True, slots=True)
class Defined:
    """A term that is asked for, with its explanation; all masked."""

    term: str
    question: str
    answer: str
