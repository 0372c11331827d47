"""How the blocks of a summary hang together: which items stand under a block, which blocks are the author's cards."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.model import Block, Role

_CARDS = frozenset({"cards", "flashcards", "flash cards", "anki", "anki cards"})


def in_cards(block: Block) -> bool:
    """Whether it stands in a section in which the author wrote cards."""
    return any(heading.strip(" :").casefold() in _CARDS for heading in block.section)


def deeper(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    """All blocks under the one at `place`: the list behind a paragraph, or what is nested in an item.

    Example:
        >>> from deckgen.model import Origin
        >>> lead = Block(role=Role.PARAGRAPH, text="Two losses:", origin=Origin("a.md", 1))
        >>> item = Block(role=Role.ITEM, text="style", level=1, origin=Origin("a.md", 2))
        >>> [block.text for block in deeper([lead, item], 0)]
        ['style']
    """
    level = blocks[place].level if blocks[place].role is Role.ITEM else 0
    found: list[Block] = []
    for block in blocks[place + 1 :]:
        if block.role is not Role.ITEM or block.level <= level:
            break
        found.append(block)
    return tuple(found)


def children(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    """The items directly under the block at `place`."""
    below = deeper(blocks, place)
    level = min((block.level for block in below), default=0)
    return tuple(block for block in below if block.level == level)
