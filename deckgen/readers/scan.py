"""One pass over one piece of inline text: what the handlers of `inline` share.

A handler looks at a position, takes what it recognises and says where to go on; what no handler wants is copied. What
it takes leaves a marker of private-use characters behind, which the Markdown parser treats as letters and `inline`
settles last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from deckgen.model import Element

ELEMENT: Final = "\ue000"  # ELEMENT number END
END: Final = "\ue001"
LINK: Final = "\ue002"  # LINK number END words LINK_END
LINK_END: Final = "\ue003"
OPEN: Final = {"em": "\ue004", "strong": "\ue006", "mark": "\ue008", "del": "\ue00a"}
CLOSE: Final = {"em": "\ue005", "strong": "\ue007", "mark": "\ue009", "del": "\ue00b"}
PRIVATE: Final = dict.fromkeys(range(0xE000, 0xE00C))

_BRACKET: Final = re.compile(r"\\.|[\[\]]")
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler may need to know about the note.

    Attributes:
        base: the folder of the note, against which local images are looked up; None when there is none.
        references: targets of reference links by lower-case label.
        warn: takes a message and a line.
        line: the line the text stands on.
    """

    base: Path | None
    references: Mapping[str, str]
    warn: Callable[[str, int], None]
    line: int


@dataclass(slots=True)
class Scan:
    """The text, how far we are, and what was found."""

    text: str
    context: Context
    out: list[str] = field(default_factory=list)
    found: list[Element] = field(default_factory=list)
    jumps: dict[int, int] = field(default_factory=dict)
    partners: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.partners = _partners(self.text)

    def put(self, element: Element) -> None:
        """Leave a marker for an element."""
        self.out.append(f"{ELEMENT}{len(self.found)}{END}")
        self.found.append(element)

    def open_link(self, element: Element, close: int, end: int) -> None:
        """Begin a link whose words stay in the text: at `close` the pass goes on at `end`."""
        self.out.append(f"{LINK}{len(self.found)}{END}")
        self.found.append(element)
        self.jumps[close] = end


Handler = Callable[[Scan, int], int | None]


def _partners(text: str) -> dict[int, int]:
    """Each opening square bracket that has a closing one, and where that stands."""
    stack: list[int] = []
    pairs: dict[int, int] = {}
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            stack.append(match.start())
        elif match[0] == "]" and stack:
            opening = stack.pop()
            if len(stack) < _DEEPEST:
                pairs[opening] = match.start()
    return pairs
