"""Everything Anki would refuse, change silently or show as an error, found before anything is written.

Each rule was measured against the official library; the tests import what passes and render every card.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from deckgen.cloze import HIGHEST, numbers, unclosed
from deckgen.errors import WriteError
from deckgen.model import Note, NoteType
from deckgen.notetypes import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# What Anki takes for nothing: ASCII white space, br and div tags. A no-break space or an empty <b> counts as something.
_NOTHING = re.compile(r"(?:[ \t\r\n\f\v]|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LATEX = re.compile(r"\[(?:latex|\$\$?)\]", re.IGNORECASE)
_LARGEST = 1_000_000


def validate(notes: Sequence[Note], media: Mapping[str, bytes]) -> None:
    """Refuse what would not arrive in Anki as it is meant.

    Raises:
        WriteError: naming the note by its key and what is wrong with it.
    """
    guids: dict[str, Note] = {}
    for note in notes:
        twin = guids.setdefault(note.guid, note)
        if twin is not note:
            raise WriteError(f"{twin.key} and {note.key} have one GUID, {note.guid}: delete one of them from the lock")
        problem = next(_problems(note), None)
        if problem:
            raise WriteError(f"{note.key}: {problem}")
    for name in media:
        if problem := media_problem(name):
            raise WriteError(f"{name}: {problem}")


def is_empty(html: str) -> bool:
    """Whether Anki takes a field for empty, so that a gate on it stays shut and a front of it alone is blank."""
    return _NOTHING.fullmatch(html) is not None


def deck_problem(name: str) -> str:
    """What is wrong with a deck name, or "": names that Anki refuses or silently changes.

    Example:
        >>> deck_problem("Papers::Vision"), deck_problem("Papers::")
        ('', 'a deck name has an empty part between `::`')
    """
    if not name.strip():
        return "the deck has no name"
    if name != unicodedata.normalize("NFC", name) or _CONTROL.search(name) or '"' in name or "\n" in name:
        return "a deck name must be composed Unicode (NFC) without line breaks, control characters and double quotes"
    parts = name.split("::")
    if any(not part.strip() for part in parts):
        return "a deck name has an empty part between `::`"
    if any(part != part.strip() or part.startswith(":") or part.endswith(":") for part in parts):
        return "a part of a deck name begins or ends with a space or a colon"
    if name.casefold() == "default":
        return "Anki keeps the deck name Default for itself: choose another"
    return ""


def tag_problem(tag: str) -> str:
    """What is wrong with a tag, or ""."""
    if not tag or any(letter.isspace() or unicodedata.category(letter) in ("Cc", "Zs") for letter in tag):
        return f"tag {tag!r} is empty or holds a space"
    if any(not part for part in tag.split("::")) or '"' in tag:
        return f"tag {tag!r} has an empty part between `::` or a quote"
    return ""


def media_problem(name: str) -> str:
    """What is wrong with the name of a media file, or ""."""
    if name != unicodedata.normalize("NFC", name) or not re.fullmatch(r"[^\x00-\x1f/\\:*?\"<>|^]{1,120}", name):
        return "Anki would rename this media file: use letters, digits, `-`, `_` and one dot"
    if name.startswith(("_", ".", " ")) or name.endswith((".", " ")):
        return "a media file's name must not begin with `_`, a dot or a space, nor end with a dot or a space"
    return ""


def _problems(note: Note) -> Iterator[str]:
    if problem := deck_problem(note.deck):
        yield f"{problem} ({note.deck!r})"
    if tuple(note.fields) != FIELDS[note.note_type]:
        yield f"has the fields {', '.join(note.fields)}, not those of its note type"
    if not note.guid or not note.key:
        yield "has no GUID or no key"
    if note.mtime <= 0:
        yield "has no time of its last change"
    for name, text in note.fields.items():
        yield from _field_problems(name, text)
    for tag in note.tags:
        if problem := tag_problem(tag):
            yield problem
    yield from _cloze_problems(note.fields.get("Text", "")) if note.note_type is NoteType.CLOZE else _sides(note)


def _field_problems(name: str, text: str) -> Iterator[str]:
    if control := _CONTROL.search(text):
        yield f"field {name} holds the control character {control[0]!r}"
    if len(text) > _LARGEST:
        yield f"field {name} is {len(text)} characters long: Anki would take seconds to show it"
    if latex := _LATEX.search(text):
        yield f"field {name} holds {latex[0]}: Anki shows an error instead, write the formula as MathJax"
    if text != unicodedata.normalize("NFC", text):
        yield f"field {name} is not composed Unicode (NFC)"


def _sides(note: Note) -> Iterator[str]:
    for name in ("Front", "Back"):
        if is_empty(note.fields[name]):
            yield f"field {name} is empty"
    if is_empty(note.fields["ReverseFront"]) != is_empty(note.fields["ReverseBack"]):
        yield "one of ReverseFront and ReverseBack is empty and the other is not"


def _cloze_problems(text: str) -> Iterator[str]:
    found = numbers(text)
    if not found:
        yield "its text blanks nothing, so Anki would make no card of it"
    if unclosed(text):
        yield "a blank of its text is never closed"
    if found and not 1 <= found[0] <= found[-1] <= HIGHEST:
        yield f"its blanks have the numbers {found[0]} to {found[-1]}; Anki takes 1 to {HIGHEST}"
