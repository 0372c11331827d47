"""Each sentence of a summary hands on what it was about to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.language.prose.naming import Spoken, all_named
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block, Origin, Role, Summary

SUMMARY = Summary(id="tower", origin=Origin("tower.md", 1), topic="TowerNet")


def block(text: str, *parents: str) -> Block:
    return Block(role=Role.ITEM, text=text, origin=Origin("tower.md", 1), parents=parents)


def test_a_chain_of_pronouns_is_followed() -> None:
    one = block("")
    texts = ["The spotter reads a photo.", "It finds the lamps.", "It is small."]
    spoken = [Spoken(parse_text(text), "", one, index) for index, text in enumerate(texts)]
    assert all_named(spoken, SUMMARY) == [texts[0], "The spotter finds the lamps.", "The spotter is small."]


def test_the_first_item_below_speaks_of_the_item_above() -> None:
    above, below = block("Lamp decoder"), block("It finds the lamps.", "Lamp decoder")
    spoken = [Spoken(parse_text(text.text), "", text, 0) for text in (above, below)]
    assert all_named(spoken, SUMMARY)[1] == "The lamp decoder finds the lamps."


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Lamp decoder", "The lamp decoder finds the lamps."), ("In short", "It finds the lamps.")],
)
def test_a_sentence_speaks_of_its_label_if_that_names_a_thing(label: str, expected: str) -> None:
    one = block("")
    spoken = [
        Spoken(parse_text("The tower is dark."), "", one, 0),
        Spoken(parse_text("It finds the lamps."), label, one, 1),
    ]
    assert all_named(spoken, SUMMARY)[1] == expected


def test_another_block_hands_on_only_the_topic() -> None:
    for first, expected in (("TowerNet", "TowerNet finds the lamps."), ("The tower", "It finds the lamps.")):
        texts = (f"{first} reads a photo.", "It finds the lamps.")
        spoken = [Spoken(parse_text(text), "", block(text), 0) for text in texts]
        assert all_named(spoken, SUMMARY)[1] == expected


def test_a_heading_ends_what_a_sentence_hands_on() -> None:
    first, second = block("TowerNet reads a photo."), replace(block("It finds the lamps."), section=("Night",))
    spoken = [Spoken(parse_text(each.text), "", each, 0) for each in (first, second)]
    assert all_named(spoken, SUMMARY)[1] == "It finds the lamps."


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (("Training",), ["The TowerNet authors train a spotter.", "The TowerNet method is slow."]),
        (("TowerNet", "Related work"), ["They train a spotter.", "The proposed method is slow."]),
    ],
)
def test_among_the_work_of_others_nobody_is_the_authors(section: tuple[str, ...], expected: list[str]) -> None:
    texts = ("They train a spotter.", "The proposed method is slow.")
    blocks = [replace(block(text), section=section) for text in texts]
    assert all_named([Spoken(parse_text(each.text), "", each, 0) for each in blocks], SUMMARY) == expected
