"""A drawing to be recalled: an image of the summary whose caption names an architecture, a block or a pipeline.

Example: `![The architecture of R-FCN](architecture.png)` -> "Sketch the architecture of R-FCN." / the image.
Not matched: plots, examples, results, captions that do not say of what, images that are not local files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.prose.statements import Reading
from deckgen.model import Block, ElementKind, Evidence, Fact, Role

_DRAWN = r"architecture|structure|pipeline|building block|computation(?:al)? graph|data flow|workflow|network diagram"
_OF = re.compile(
    rf"^(?:(?:the|an?) )?(?P<what>(?:[\w-]+ ){{0,2}}?(?:{_DRAWN})) (?:of|for) (?P<whole>[^.,;:()]{{2,50}})\.?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"^(?:the )?(?P<whole>(?=[\w-]*[A-Z0-9])[\w-]+) (?P<what>{_DRAWN})\.?$")
_ALONE = re.compile(rf"^(?:the )?(?:(?:network|model) )?(?P<what>{_DRAWN})\.?$", re.IGNORECASE)
_VAGUE = re.compile(
    r"^(?:the |their |our |this |an? )?(?:proposed |full |used )?"
    r"(?:model|network|method|system|approach|architecture)s?$",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"Zq\d+x")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Fact):
    """An image that answers a masked request."""

    kind: ClassVar[str] = "image"

    request: str


def find(reading: Reading) -> Iterator[Image]:
    """The drawings of a summary, in source order."""
    for block in reading.summary.blocks:
        if block.mark is not None or block.role not in (Role.IMAGE, Role.PARAGRAPH, Role.ITEM):
            continue
        for token in _TOKEN.findall(block.text):
            yield from _drawing(token, block, reading)


def _drawing(token: str, block: Block, reading: Reading) -> Iterator[Image]:
    element = reading.summary.elements.get(token)
    if element is None or element.kind is not ElementKind.IMAGE or element.media is None:
        return
    for caption in dict.fromkeys((element.title.strip(), element.text.strip())):
        request = _request(caption, reading.summary.topic)
        if request:
            yield Image(evidence=Evidence(text=block.text, block=block), request=request, answer=token, subject=caption)
            return


def _request(caption: str, topic: str) -> str:
    """What to sketch, or "" where the caption does not say it."""
    found = _OF.match(caption) or _BEFORE.match(caption)
    if found and not _VAGUE.match(found["whole"]):
        return f"sketch the {_small(found['what'])} of {found['whole']}."
    vague = found or _ALONE.match(caption)
    return f"sketch the {_small(vague['what'])} of {topic}." if vague and topic else ""


def _small(text: str) -> str:
    return text[0].lower() + text[1:] if text[1:2].islower() else text
