"""The run-in label of a sentence: "Encoder: maps words to vectors."."""

from __future__ import annotations

import re

_LABEL = re.compile(r"(?P<label>[^\s:.;?!][^:.;?!]{1,70}?)(?:\s?:|\s[-–—])\s+(?P<rest>\S.{8,})\Z", re.DOTALL)
_MAX_WORDS = 7


def split_label(text: str) -> tuple[str, str]:
    """`Label: sentence` as label and sentence; the label is empty where there is none.

    Example:
        >>> split_label("Encoder: maps words to vectors.")
        ('Encoder', 'maps words to vectors.')
    """
    found = _LABEL.match(text)
    if not found or len(found["label"].split()) > _MAX_WORDS:
        return "", text
    return found["label"].strip(), found["rest"]
