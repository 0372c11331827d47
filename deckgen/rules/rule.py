"""What a rule is: a code, a slug, a check, its manual page, and a bad and a good card to test it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deckgen.face import Face


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule about cards.

    Attributes:
        code: a letter for what a kept card is (W written, A one answer, V worth it, O stands alone, T not given
            away, L short) and a number.
        slug: its name.
        page: the manual page, the docstring of its module.
        check: yields what is wrong with a card, in words; nothing for a card that is fine.
        bad: a card it speaks against.
        good: the same card mended.
        drops: whether a card it speaks against is left out; else the card only loses rank.
    """

    code: str
    slug: str
    page: str
    check: Callable[[Face], Iterator[str]]
    bad: Face
    good: Face
    drops: bool = True
