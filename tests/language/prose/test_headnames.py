"""Whom a block speaks of by the headings it stands under."""

from __future__ import annotations

import pytest

from deckgen.language.prose import headnames
from deckgen.model import Block, Origin, Role, Summary

SUMMARY = Summary(
    id="tower", origin=Origin("tower.md", 1), title="TowerNet: Dim Lamps for Blinded Pilots", topic="TowerNet"
)


def under(*section: str) -> Block:
    return Block(role=Role.PARAGRAPH, text="The lamps are dim.", origin=Origin("tower.md", 1), section=section)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("LAMP-5: Rotating lamps", "LAMP-5"),
        ("LMP-k (1993)", "LMP-k"),
        ("2Q (OSDI '94, used in towers)", "2Q"),
        ("2031 DimNet: Solving the glare of lamps", "DimNet"),
        ("Training", ""),
        ("RESULTS", ""),
        ("INTRODUCTION", ""),
        ("MNIST", ""),
        ("ICML 2031", ""),
        ("ArXiv:2031, ICML", ""),
        ("Two words", ""),
        ("Q1", ""),
        ("III", ""),
    ],
)
def test_a_heading_names_a_thing_by_a_coined_name(heading: str, name: str) -> None:
    assert headnames.headed(heading) == name


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ((), "TowerNet"),
        (("Summary",), "TowerNet"),
        (("TowerNet: Dim Lamps for Blinded Pilots", "Training"), "TowerNet"),
        (("TowerNet details",), "TowerNet"),
        (("Related work",), ""),
        (("Existing lamps", "Glare"), ""),
        (("Existing lamps", "LAMP-5"), "LAMP-5"),
        (("Limitations of previous lamps",), ""),
        (("LAMP-5", "Pros"), "LAMP-5"),
        (("LAMP-5", "Experiments"), "TowerNet"),
        (("Related work", "TowerNet"), "TowerNet"),
    ],
)
def test_the_innermost_heading_that_says_it_decides(section: tuple[str, ...], name: str) -> None:
    assert headnames.speaker(under(*section), SUMMARY, "TowerNet") == name


def test_a_title_alone_is_not_about_others() -> None:
    assert not headnames.of_others(under("State of the art in lamps", "Method"))
    assert headnames.of_others(under("TowerNet", "Previous work", "Lamps"))
