"""One text, one summary: the same text in two files is used once, and ids are unique."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.errors import SourceError
from deckgen.model import Summary

_WORD = re.compile(r"\w+")


def _fingerprint(summary: Summary) -> tuple[str, ...]:
    return tuple(word.lower() for block in summary.blocks for word in _WORD.findall(block.text))


def distinct(summaries: Sequence[Summary]) -> tuple[tuple[Summary, ...], tuple[SourceError, ...]]:
    """The summaries without repeated texts and with unique ids, and a line for each that was left out.

    The first in source order stays. A second summary with the id of another gets `-2`, `-3` ... behind it.
    """
    first: dict[tuple[str, ...], Summary] = {}
    ids: dict[str, int] = {}
    repeated: list[SourceError] = []
    for summary in summaries:
        words = _fingerprint(summary)
        if words and words in first:
            same = first[words].origin
            message = f"the same summary as {same}; it is used once"
            repeated.append(SourceError(message, path=summary.origin.path, line=summary.origin.line))
            continue
        count = ids[summary.id] = ids.get(summary.id, 0) + 1
        first[words or (summary.id, str(count))] = (
            summary if count == 1 else replace(summary, id=f"{summary.id}-{count}")
        )
    return tuple(first.values()), tuple(repeated)
