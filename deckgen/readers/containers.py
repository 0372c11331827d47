"""Boxes that site generators add to Markdown: `:::info`, `!!! note "Title"`, `[TOC]`.

In go the lines of a note, out come as many lines: the fences of a box become blank, the indented text of an
admonition becomes a quote, a mark for a table of contents goes.
"""

from __future__ import annotations

import re
from typing import Final

_FENCE: Final = re.compile(r"\s*:{3,}\s*(?:\{.{0,80}\}|[A-Za-z][\w -]{0,40})?\s*(?:[\"'].{0,80})?$")
_ADMONITION: Final = re.compile(r"(?:!!!|\?\?\?\+?)\s+([\w-]{1,30})(?:\s+\".{0,200}\")?\s*$")
_CONTENTS: Final = re.compile(r"\s*\[{1,2}_?TOC_?\]{1,2}\s*$", re.IGNORECASE)
_INDENT: Final = "    "


def unwrap(lines: list[str]) -> list[str]:
    """The lines without their boxes.

    Example:
        >>> unwrap(['!!! note "Mind"', "    Gates leak.", "", ":::info", "They do.", ":::"])
        ['> [!note]', '> Gates leak.', '>', '', 'They do.', '']
    """
    out: list[str] = []
    inside = False
    for line in lines:
        admonition = _ADMONITION.match(line) if line[:3] in ("!!!", "???") else None
        inside = bool(admonition) or (inside and (line.startswith((_INDENT, "\t")) or not line.strip()))
        if admonition:
            out.append(f"> [!{admonition[1]}]")
        elif inside:
            out.append(f"> {line.removeprefix(_INDENT).removeprefix(chr(9))}" if line.strip() else ">")
        else:
            out.append("" if _is_mark(line) else line)
    return out


def _is_mark(line: str) -> bool:
    bare = line.lstrip()
    return (bare.startswith(":::") and bool(_FENCE.match(line))) or (bare[:1] == "[" and bool(_CONTENTS.match(line)))
