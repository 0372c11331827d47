"""What Obsidian and Zotero vaults add to Markdown: inline tags, block ids, callouts.

Only the parts that are no business of a single link, embed, comment or highlight (`links` and `markup` read those).
"""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"(?<!\S)#[A-Za-z][\w/-]*(?!\S)")
_TAG_RUN: Final = re.compile(r"(?:(?<=[.!?:)])\s+|^\s*)(?:#[A-Za-z][\w/-]*(?:\s+|$))+$")
_COMPOUND: Final = re.compile(r"(?<!\S)#[A-Za-z]\w*[/-][\w/-]*(?!\S)")
_BLOCK_ID: Final = re.compile(r"(?:^|\s)\^(?=[\w-]{0,40}[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]{2,40}$")
_CALLOUT: Final = re.compile(r"\s*\[!([\w -]{1,40})(?:\|[^\]]{0,40})?\][+-]?\s*(.*)$")


def without_tags(text: str) -> str:
    """The text without inline tags (`#reading/done`, tags alone or behind the last sentence) and without its block id.

    A lone `#word` inside a sentence stays: "#params" is how many people write "number of parameters".
    """
    if "^" in text[-44:]:
        text = _BLOCK_ID.sub("", text)
    if "#" not in text:
        return text
    return _TAG_RUN.sub("", _COMPOUND.sub("", text))


def callout(line: str) -> tuple[str, str] | None:
    """Kind and title of a callout's first line (`[!abstract] The paper's own words`), or None.

    Example:
        >>> callout("[!question]- Why three?")
        ('question', 'Why three?')
    """
    match = _CALLOUT.match(line)
    return (match[1].strip().lower(), match[2].strip()) if match else None
