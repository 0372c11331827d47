"""Cloze numbers that never change their meaning: number 2 is the same blank for ever, or nobody's.

Anki keeps a learner's history by the number of a blank. A blank whose number another takes hands its history to other
content, so a blank that is not clearly an old one gets a number that was never used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.cloze import deletions, numbers, renumber, reveal
from deckgen.lockfile.similarity import Wording, compare, place, ratio, wording
from deckgen.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAME = 0.5


def settle_numbers(text: str, before: str, ever: Mapping[int, str]) -> tuple[str, dict[int, str]]:
    """Give the blanks of a new wording the numbers they had.

    Args:
        text: the new cloze text, numbered from 1 by its template.
        before: the cloze text as it was published last; "" at the first publication.
        ever: every number ever given -> what was blanked.

    Returns:
        The text with its permanent numbers, and every number ever given, now with those of this text.

    Example:
        >>> settle_numbers("{{c1::b}} and {{c2::a}}", "{{c1::a}} and {{c2::b}}", {1: "a", 2: "b"})
        ('{{c2::b}} and {{c1::a}}', {1: 'a', 2: 'b'})
    """
    new, old = blanks(text), blanks(before)
    given = _by_text(new, {**old, **{number: shown for number, shown in ever.items() if number not in old}})
    _by_place(given, new, old, _sentence(text), _sentence(before))
    fresh = max([0, *ever, *old]) + 1
    for number in new:
        if number not in given:
            given[number], fresh = fresh, fresh + 1
    return renumber(text, given), dict(sorted({**ever, **{given[n]: new[n] for n in new}}.items()))


def blanks(text: str) -> dict[int, str]:
    """Number -> what is blanked, as plain text; several blanks of one number are joined."""
    found: dict[int, str] = dict.fromkeys(numbers(text), "")
    for deletion in deletions(text):
        shown = " ".join(plain(deletion.text).split())
        found[deletion.number] = f"{found[deletion.number]}; {shown}" if found[deletion.number] else shown
    return found


def _by_text(new: Mapping[int, str], known: Mapping[int, str]) -> dict[int, int]:
    """Blanks that read exactly as one known before, in order; one that comes back takes up its own number."""
    given: dict[int, int] = {}
    for number, text in new.items():
        same = (old for old, shown in known.items() if shown == text and old not in given.values())
        if (old := next(same, None)) is not None:
            given[number] = old
    return given


def _by_place(
    given: dict[int, int], new: Mapping[int, str], old: Mapping[int, str], text: Wording, was: Wording
) -> None:
    """Blanks whose own words were edited: they stand at the same place, or share half of their words."""
    moved = dict(compare(was, text).pairs)
    scores = []
    for number, shown in new.items():
        for before, showed in old.items():
            if number in given or before in given.values():
                continue
            there = {moved[i] for i in place(showed, was) if i in moved}
            here = place(shown, text)
            overlap = 2 * len(there & here) / (len(there) + len(here)) if there and here else 0.0
            score = max(overlap, ratio(wording(showed), wording(shown)))
            scores.append((-score, number, before))
    for score, number, before in sorted(scores):
        if -score >= _SAME and number not in given and before not in given.values():
            given[number] = before


def _sentence(text: str) -> Wording:
    return wording(" ".join(plain(reveal(text)).split()))
