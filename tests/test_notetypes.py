"""The note types are final: any change but of their look would freeze the notes of all who imported a deck."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from deckgen import notetypes
from deckgen.model import NoteType

GOLDEN = Path(__file__).with_name("notetypes.golden.json")


def schema() -> list[dict[str, Any]]:
    """Everything of the note types that Anki compares when it imports."""
    return [
        {
            "id": spec.id,
            "name": spec.name,
            "kind": spec.kind.value,
            "fields": [[field.name, field.id] for field in spec.fields],
            "templates": [[template.name, template.id] for template in spec.templates],
        }
        for spec in notetypes.specs()
    ]


def test_nothing_that_anki_compares_has_changed() -> None:
    # Never update this file: a new field or template needs a new model id and a note to all users.
    assert schema() == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_fields_are_those_of_the_design() -> None:
    assert notetypes.FIELDS[NoteType.BASIC][:4] == ("Front", "Back", "ReverseFront", "ReverseBack")
    assert notetypes.FIELDS[NoteType.CLOZE][0] == "Text"
    assert all(
        fields[-5:] == ("Context", "Evidence", "Source", "Key", "Retired") for fields in notetypes.FIELDS.values()
    )


@pytest.mark.parametrize("spec", notetypes.specs(), ids=lambda spec: spec.name)
def test_templates_name_only_fields_of_their_type(spec: notetypes.NoteTypeSpec) -> None:
    names = {field.name for field in spec.fields} | {"FrontSide"}
    for template in spec.templates:
        for side in (template.front, template.back):
            assert {name.split(":")[-1] for name in re.findall(r"\{\{[#/^]?([^}]*)\}\}", side)} <= names


@pytest.mark.parametrize("spec", notetypes.specs(), ids=lambda spec: spec.name)
def test_ids_differ_and_are_what_anki_can_store(spec: notetypes.NoteTypeSpec) -> None:
    ids = [part.id for part in (*spec.fields, *spec.templates)]
    assert len(set(ids)) == len(ids)
    assert all(0 < number < 2**63 for number in (*ids, spec.id))


def test_the_style_knows_night_mode_and_small_screens() -> None:
    css = notetypes.spec(NoteType.BASIC).css
    assert ".nightMode" in css
    assert "@media (max-width" in css
    assert "url(" not in css


def test_night_colours_are_stronger_than_those_of_ankis_own_page() -> None:
    # Anki's reviewer says `body.nightMode { background-color: ...; color: ... }`, which beats a plain `.card`.
    night = re.search(r"^\.card\.nightMode,[^{]*\{([^}]*)\}", notetypes.spec(NoteType.BASIC).css, re.MULTILINE)
    assert night
    assert {"background: var(--paper)", "color: var(--ink)"} <= {
        line.split(";")[0].strip() for line in night[1].split("\n")
    }


def test_a_change_of_style_is_a_change_of_look() -> None:
    from dataclasses import replace

    spec = notetypes.spec(NoteType.BASIC)
    assert replace(spec, css=spec.css + " ").look != spec.look


def test_a_model_id_tells_the_note_type() -> None:
    assert [notetypes.kind_of(spec.id) for spec in notetypes.specs()] == list(NoteType)
    assert notetypes.kind_of(1) is None
