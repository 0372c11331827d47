"""How deep the items of a flattened list hang, and under what: a guess, but for the item right behind a colon.

Flattening keeps no indentation. An item that is one sentence and ends with a colon is followed by a deeper one in
95 of 100 cases; the second one behind it hangs there in 75, the third in 53, the fourth in 33. Only numbers tell how
long such a list goes on: those of its items, or the one its lead states ("Two ways to do so:"). A sentence without a
subject right behind a label ("Reader", "Uses one pass.") hung under it in all of ten cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model import Role
from deckgen.readers.flat_split import Piece
from deckgen.readers.flat_subjects import lacks_subject

_DEEPEST = 6
_USUAL_LENGTH = 3
_LABEL_WORDS = 6
_STATED = {word: n for n, word in enumerate("two three four five six seven eight".split(), start=2)}
_LEAD = 160


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item hangs.

    Attributes:
        level: a guess.
        parent: index of the item it hangs under, where that is sure.
        lead: index of the text that introduces its list, where that is sure.
        astray: whether it may hang under an earlier item, but which is not sure.
    """

    level: int
    parent: int | None = None
    lead: int | None = None
    astray: bool = False


@dataclass(slots=True)
class _List:
    """One list that is still open: its level, parent and lead, its size, the size its lead states, its last number."""

    level: int
    parent: int | None = None
    lead: int | None = None
    size: int = 0
    number: int | None = None
    stated: int = 0


def places(text: str, pieces: Sequence[Piece]) -> dict[int, Place]:
    """The place of each item, by its index in `pieces`."""
    found: dict[int, Place] = {}
    lists = [_List(1)]
    opened = False
    for i, piece in enumerate(pieces):
        if piece.role is not Role.ITEM:
            introduces = piece.role is Role.PARAGRAPH and piece.certain and text[piece.end - 1] == ":"
            lists = [_List(1, lead=i if introduces else None)]
            opened = False
            continue
        sure = _open(lists, text, pieces, i) or _enter(lists, piece)
        here = lists[-1]
        lead = here.lead if sure or here.parent is None else None
        found[i] = Place(here.level, here.parent if sure else None, lead, opened and not sure)
        opened = opened or _opens(text, piece)
    return found


def _open(lists: list[_List], text: str, pieces: Sequence[Piece], i: int) -> bool:
    """Open a list under the item before this one, where it surely hangs there; whether it does."""
    above = pieces[i - 1] if i else None
    if above is None or above.role is not Role.ITEM:
        return False
    colon = _introduces(text, above)
    if not colon and not _is_said_of(text, above, pieces[i]):
        return False
    opened = _List(min(lists[-1].level + 1, _DEEPEST), i - 1, i - 1 if colon else None, 1, pieces[i].number)
    opened.stated = _stated(text, pieces, i - 1) if colon else 0
    lists.append(opened)
    return True


def _is_said_of(text: str, label: Piece, item: Piece) -> bool:
    """Whether an item is a sentence whose subject is the label before it."""
    words, said = text[label.body : label.end], text[item.body : item.end]
    return (
        label.certain
        and item.number is None
        and _opens(text, label)
        and not lacks_subject(words)
        and said.endswith(".")
        and lacks_subject(said)
    )


def _stated(text: str, pieces: Sequence[Piece], lead: int) -> int:
    """How many items a lead says follow, where so many do and none before the last opens a list of its own; else 0."""
    words = re.findall(r"[a-z]+", text[pieces[lead].body : pieces[lead].end][-_LEAD:].lower())
    counts = [_STATED[word] for word in words if word in _STATED]
    count = counts[0] if len(counts) == 1 else 0
    items = pieces[lead + 1 : lead + 1 + count]
    whole = len(items) == count and all(item.role is Role.ITEM and item.number is None for item in items)
    return count if whole and not any(_opens(text, item) for item in items[:-1]) else 0


def _opens(text: str, item: Piece) -> bool:
    """Whether other items may hang under this one: it ends with a colon, or is a label without a full stop."""
    bare = text[item.body : item.end].rstrip(" *_")
    return bare.endswith(":") or (not bare.endswith((".", "!", "?", ";", ",")) and len(bare.split()) <= _LABEL_WORDS)


def _introduces(text: str, item: Piece) -> bool:
    return item.certain and text[item.end - 1] == ":"


def _enter(lists: list[_List], piece: Piece) -> bool:
    """Continue or close lists for an item, or open a numbered one; whether its parent is sure."""
    if lists[-1].stated:
        if lists[-1].size < lists[-1].stated:
            lists[-1].size += 1
            return True
        lists.pop()
    if piece.number == 1 and lists[-1].number is not None:
        lists.append(_List(min(lists[-1].level + 1, _DEEPEST), size=1, number=1))
        return False
    if piece.number is not None and piece.number > 1:
        depth = next((d for d in range(len(lists) - 1, -1, -1) if lists[d].number == piece.number - 1), None)
        if depth is not None:
            del lists[depth + 1 :]
            lists[-1].number = piece.number
            lists[-1].size += 1
            return lists[-1].parent is not None
    if len(lists) > 1 and (lists[-1].size >= _USUAL_LENGTH or (lists[-1].number is not None and piece.number is None)):
        lists.pop()
    lists[-1].size += 1
    if piece.number is not None:
        lists[-1].number = piece.number
    return False
