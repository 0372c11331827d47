"""Who wrote the paper, where it is, and the short name a question would use for it.

Sources in order of trust: front matter, the heading, metadata lines, the file name, the names of images, the text.
Where none of them is sure the answer is empty: a wrong name would stand on every card.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from deckgen.model import Block, Element
from deckgen.readers import who_fields, who_fit, who_front, who_heading, who_names
from deckgen.readers.sidefile import Entry
from deckgen.readers.source import Source

_SHORT_TITLE, _LONGEST_TOPIC = 4, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """What is known about the paper of a summary; empty where nothing is sure.

    Attributes:
        title: of the paper.
        topic: the short name a question would use (R-FCN).
        authors: names as written.
        year: of publication.
        venue: conference or journal.
        url: link to the paper.
        tags: as Anki tags.
    """

    title: str = ""
    topic: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


def identify(
    *,
    blocks: tuple[Block, ...],
    elements: Mapping[str, Element],
    metadata: Mapping[str, object],
    source: Source,
    position: int,
) -> Who:
    """What the text of a summary and its surroundings say about the paper.

    Args:
        blocks: of the summary, marked.
        elements: what its masked tokens stand for.
        metadata: the front matter, by lower-case key.
        source: the file; a name that is a title or the name of a method is used.
        position: of the summary in its file, from 1; only the first can be named after the file.
    """
    found = Who()
    reads = (
        who_front.known(metadata),
        who_fields.known(blocks, elements),
        who_heading.known(blocks, elements),
        who_names.from_file(source.name) if position <= 1 else {},
    )
    for known in reads:
        missing = {key: value for key, value in known.items() if not getattr(found, key)}
        if known is reads[-1] and not _said(missing.get("topic", ""), found.title, blocks):
            missing.pop("topic", None)
        found = replace(found, **missing)
    topic = found.topic or _topic(found.title, blocks, elements)
    return replace(found, topic=topic if found.topic in _stated(metadata) or who_fit.fits(topic) else "")


def _stated(metadata: Mapping[str, object]) -> tuple[object, ...]:
    """The short name that the front matter states, if any; it is taken as it is."""
    topic = who_front.known(metadata).get("topic")
    return (topic,) if topic else ()


def _said(name: str, title: str, blocks: tuple[Block, ...]) -> bool:
    """Whether a name taken from the file's name is one that the title or the text uses; an id is not."""
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])") if name else None
    return word is not None and (bool(word.search(title)) or sum(bool(word.search(b.text)) for b in blocks) >= 2)


def _topic(title: str, blocks: tuple[Block, ...], elements: Mapping[str, Element]) -> str:
    """The topic: a name in the title, in image names or in the text, else a short title itself."""
    plain = not re.search(r"Zq\d+x|[:?]", title) and not who_names.is_part(title)
    if plain and 0 < len(title.split()) <= _SHORT_TITLE:
        return title.rstrip(".") if who_fit.is_name(title, blocks) else ""
    named = who_names.from_title(title)
    if named and who_fit.is_name(named, blocks, rare=True):
        return named
    found = who_names.from_images(elements) or _told(title, blocks, elements)
    if who_fit.fits(found) and who_fit.is_name(found, blocks, rare=True) and not who_fit.inside(found, title):
        return found
    words = title.split()
    return title.rstrip(".") if plain and 0 < len(words) <= _LONGEST_TOPIC else ""


def _told(title: str, blocks: tuple[Block, ...], elements: Mapping[str, Element]) -> str:
    """The name in the text; none that is a data set, where the title names something else."""
    found = who_names.from_text(blocks, elements)
    return "" if title and who_names.is_data(found, blocks) else found


def corrected(who: Who, entry: Entry) -> Who:
    """What is known, with what the user states about it in the side file in its place."""
    stated = {key: getattr(entry, key) for key in ("title", "authors", "year", "venue", "url") if getattr(entry, key)}
    tags = tuple(dict.fromkeys((*who.tags, *(who_front.tag(t) for t in entry.tags))))
    topic = entry.topic if entry.topic is not None else who_names.from_title(entry.title) or who.topic
    if entry.title and entry.topic is None and not who_names.from_title(entry.title):
        short = len(entry.title.split()) <= 6
        topic = entry.title if short and not who.topic else who.topic
    return replace(who, **stated, tags=tags, topic=topic)
