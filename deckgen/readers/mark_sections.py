"""Sections and labels whose content is no fact of the paper: "Thoughts", "References", "Tags", "Outline"."""

from __future__ import annotations

import re

from deckgen.model import Block, Mark

_NAMES = {
    Mark.OPINION: (
        "thoughts; thought; my thoughts; own thoughts; comments; comment; remarks; my comments; opinion; "
        "opinions; my opinion; personal opinion; critique; critiques; criticism; criticisms; my critique; "
        "impressions; my take; personal thoughts; personal notes; what i think; what i liked; what i did not "
        "like; likes; dislikes; my notes; final thoughts; closing thoughts; verdict; my review; reflections; "
        "reflection"
    ),
    Mark.QUESTION: (
        "questions; question; my questions; open questions for me; things i did not understand; unclear; "
        "confusions; doubts; to ask; what i don't understand"
    ),
    Mark.LINKS: (
        "references; reference; bibliography; links; link; resources; further reading; reference papers; see "
        "also; useful links; external links; links & references; links and references; code; citations; "
        "citation; source; sources; related papers; papers to read; more resources; other resources; "
        "additional resources; footnotes; acknowledgements; acknowledgments"
    ),
    Mark.NAVIGATION: (
        "outline; paper structure outline; paper outline; contents; table of contents; toc; paper structure; "
        "structure of the paper"
    ),
    Mark.METADATA: (
        "tags; tag; keywords; key words; metadata; meta; paper info; paper information; bibliographic "
        "information; authors; info; bibtex; publication; cite"
    ),
    Mark.TODO: "todo; todos; to do; to read; to-do; next steps for me; follow up; follow-up",
    Mark.RATING: "rating; score; grade; stars",
    Mark.COMMENT: "grader comments; graders' comments; reviewer comments; reviews",
}
_BY_NAME = {name.strip(): mark for mark, names in _NAMES.items() for name in names.split(";")}
_LOOSE_LINKS = frozenset(
    {
        "related",
        "related work",
        "related works",
        "code",
        "source",
        "sources",
        "see also",
        "citation",
        "citations",
        "footnotes",
    }
)
_LABEL = re.compile(r"^\W{0,6}([A-Za-z][A-Za-z/&' -]{2,40}?)\W{0,3}:(?:\W|$)")


def named(name: str) -> Mark | None:
    """The mark of everything under a heading or label of this name, or None.

    A name joined of several ("Questions/Thoughts") counts only if every part of it does.
    """
    plain = re.sub(r"^[\W\d]+|[\W]+$", "", name.lower().replace("’", "'"))
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    parts = [p.strip() for p in re.split(r"\s*(?:/|&|,|\band\b)\s*", plain) if p.strip()]
    marks = [_BY_NAME.get(part) for part in parts]
    if len(parts) < 2 or None in marks:
        return None
    return Mark.OPINION if Mark.OPINION in marks else marks[0]


def section_mark(block: Block, text: str) -> Mark | None:
    """The mark a block gets from the headings it stands under, its label or its list's label."""
    for name in reversed(block.section):
        found = named(name)
        if found is Mark.LINKS and _is_loose(name) and not _points_away(text):
            continue
        if found is not None:
            return found
    for label in (block.lead, *block.parents, *_own_label(text)):
        found = named(label) if len(label) <= 60 else None
        if found is not None and found is not Mark.LINKS:
            return found
    return None


def _own_label(text: str) -> list[str]:
    match = _LABEL.match(text)
    return [match.group(1)] if match else []


def _is_loose(name: str) -> bool:
    return name.lower().strip(" :.*") in _LOOSE_LINKS


def _points_away(text: str) -> bool:
    """Whether a line under "Code" or "Related" is a pointer and not a sentence."""
    return len(text.split()) <= 12 or "http" in text or not text.rstrip().endswith(".")
