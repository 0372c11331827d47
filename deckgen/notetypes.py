"""The two Anki note types, final since the first release.

Anki compares note types by id and by the ids, the number and the order of their fields and templates. Whatever of
that changes freezes the notes of everybody who imported an earlier deck, so nothing here may change but the text of
the templates and the style; `tests/test_notetypes.py` holds the golden copy. Never reorder, rename, add or remove.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from deckgen.model import NoteType

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent

# The style and the templates carry no note's content, so a new wording of them moves the note type's own mtime only.
_COMMON = ("Context", "Evidence", "Source", "Key", "Retired")

FIELDS: Mapping[NoteType, tuple[str, ...]] = MappingProxyType(
    {
        NoteType.BASIC: ("Front", "Back", "ReverseFront", "ReverseBack", *_COMMON),
        NoteType.CLOZE: ("Text", *_COMMON),
    }
)

MODEL_IDS: Mapping[NoteType, int] = MappingProxyType(
    {NoteType.BASIC: 1_700_345_671_801, NoteType.CLOZE: 1_700_345_671_802}
)

# Written out, not computed: a constant must not follow a change of the function that made it.
_FIELD_IDS: Mapping[NoteType, tuple[int, ...]] = MappingProxyType(
    {
        NoteType.BASIC: tuple(range(7_305_110_100_001, 7_305_110_100_010)),
        NoteType.CLOZE: tuple(range(7_305_110_200_001, 7_305_110_200_007)),
    }
)
_TEMPLATES: Mapping[NoteType, tuple[tuple[str, int, str], ...]] = MappingProxyType(
    {
        NoteType.BASIC: (
            ("Forward", 7_305_110_300_001, "forward_{side}.html"),
            ("Reverse", 7_305_110_300_002, "reverse_{side}.html"),
        ),
        NoteType.CLOZE: (("Cloze", 7_305_110_300_003, "{side}.html"),),
    }
)


@dataclass(frozen=True, slots=True)
class Template:
    """One card template: its name, its stable id, and the HTML of both sides in Anki's syntax."""

    name: str
    id: int
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a note type: its name and its stable id."""

    name: str
    id: int


@dataclass(frozen=True, slots=True)
class NoteTypeSpec:
    """One note type as Anki stores it.

    Attributes:
        kind: basic or cloze.
        id: Anki's model id, a constant.
        name: as Anki shows it.
        fields: in their order; the first is the one Anki sorts by.
        templates: in their order, which is the number of the card.
        css: the style.
    """

    kind: NoteType
    id: int
    name: str
    fields: tuple[FieldSpec, ...]
    templates: tuple[Template, ...]
    css: str

    @property
    def look(self) -> str:
        """Sha256 of the style and the templates: what an import updates in place, by the note type's mtime."""
        parts = [self.css, *(text for t in self.templates for text in (t.front, t.back))]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def folder() -> Path:
    """Where the templates of the note types are: inside the installed package, or beside it in a checkout."""
    inside = HERE / "templates" / "notetypes"
    return inside if inside.is_dir() else HERE.parent / "templates" / "notetypes"


@cache
def spec(kind: NoteType) -> NoteTypeSpec:
    """The note type that carries cards of this kind.

    Example:
        >>> [template.name for template in spec(NoteType.BASIC).templates]
        ['Forward', 'Reverse']
    """
    return NoteTypeSpec(
        kind=kind,
        id=MODEL_IDS[kind],
        name=f"deckgen {kind.value}",
        fields=tuple(FieldSpec(name, number) for name, number in zip(FIELDS[kind], _FIELD_IDS[kind], strict=True)),
        templates=tuple(
            Template(name, number, _read(kind, file, "front"), _read(kind, file, "back"))
            for name, number, file in _TEMPLATES[kind]
        ),
        css=(folder() / "style.css").read_text(encoding="utf-8"),
    )


def specs() -> tuple[NoteTypeSpec, ...]:
    """Both note types, basic first."""
    return tuple(spec(kind) for kind in NoteType)


def kind_of(model_id: int) -> NoteType | None:
    """Which of our note types has this Anki model id, or None when it is somebody else's."""
    return next((kind for kind, number in MODEL_IDS.items() if number == model_id), None)


def _read(kind: NoteType, file: str, side: str) -> str:
    return (folder() / kind.value / file.format(side=side)).read_text(encoding="utf-8").strip()
