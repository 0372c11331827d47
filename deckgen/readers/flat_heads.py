"""Heads that run into a stretch of flattened prose (`TL;DR ...`, `**Results.** ...`, `METHODS: ...`), as in Markdown.

Flattening leaves no line of its own to a bold line or a `Word:` line either: what the other stages cut off as a
stretch of its own is read by the same rules as a line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from deckgen.readers import heads

BOLD, WORD = 7, 8
"""Levels below every real heading: a bold line or run-in head, and a `Word:` line under it."""


_BOLD: Final = r"(?:\*\*|__)?"
ASKED: Final = re.compile(
    rf"(?:^|(?<= )){_BOLD}Q\d{{0,3}}{_BOLD}:{_BOLD} (?=[^?]{{3,300}}\?{_BOLD} {_BOLD}A\d{{0,3}}{_BOLD}:)"
)
"""Where a card begins that its author wrote: `Q: ...? A: ...`."""


class Part(NamedTuple):
    """A stretch of prose and the head before it, "" where there is none."""

    head: str
    level: int
    rest: str


def behead(raw: str, *, quoted: bool = False) -> list[Part]:
    """A stretch of raw inline Markdown parted from its heads.

    Args:
        raw: the stretch.
        quoted: whether it stands in a block quote, where only the labels of a structured abstract are heads.

    Example:
        >>> behead("TL;DR: It is fast."), behead("It is fast.")
        ([Part(head='TL;DR', level=7, rest='It is fast.')], [Part(head='', level=0, rest='It is fast.')])
    """
    labelled = heads.labelled(raw, least=1)
    if len(labelled) > 1 or labelled[0][0]:
        return [Part(label, BOLD if label else 0, rest) for label, rest in labelled]
    bold, word = heads.bold_line(raw), heads.word_line(raw) or heads.name_line(raw)
    if quoted:
        return [Part(word, WORD, "") if word and heads.is_known(word) else Part("", 0, raw)]
    if bold or word:
        return [Part(bold or word, BOLD if bold else WORD, "")]
    head, rest = heads.run_in(raw)
    return [Part(head, BOLD if head else 0, rest)]
