"""What a sentence without a subject speaks of, and when it is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deckgen import readers
from deckgen.language.prose import statements
from deckgen.model import Summary
from deckgen.readers.source import Source


def summaries(note: str, topic: str) -> Iterator[Summary]:
    for summary in readers.read(Source("tower.md", note)).summaries:
        yield replace(summary, topic=topic)


def last(note: str, topic: str = "TowerNet") -> str:
    """The last statement of a note."""
    found = [statement for summary in summaries(note, topic) for statement in statements.read(summary).statements]
    return found[-1].text


@pytest.mark.parametrize(
    ("fragment", "whole"),
    [
        ("Trained on photos of the runway", "TowerNet is trained on photos of the runway."),
        ("Does not need a map of the runway", "TowerNet does not need a map of the runway."),
        ("Directly learns a map of the runway", "TowerNet directly learns a map of the runway."),
        ("Introduces a mask for the lamps", "The TowerNet paper introduces a mask for the lamps."),
        ("Propose a mask for the lamps", "The TowerNet authors propose a mask for the lamps."),
        ("Trained a filter on the photos", "The TowerNet authors trained a filter on the photos."),
        ("Train the filter on the photos", "The TowerNet authors train the filter on the photos."),
        ("Use a mask for the lamps", "TowerNet uses a mask for the lamps."),
        ("Goal is to hide the lamps", "The goal of TowerNet is to hide the lamps."),
        ("Main idea: hide the lamps of the runway", "The main idea of TowerNet is to hide the lamps of the runway."),
    ],
)
def test_an_item_about_the_paper_speaks_of_the_paper(fragment: str, whole: str) -> None:
    assert last(f"- {fragment}") == whole


@pytest.mark.parametrize(
    ("fragment", "whole"),
    [
        ("Lamp decoder: maps the signs to words", "The lamp decoder maps the signs to words."),
        ("Mask R-CNN: uses a mask for the lamps", "Mask R-CNN uses a mask for the lamps."),
        ("Simplest filter: uses a mask for the lamps", "The simplest filter uses a mask for the lamps."),
        ("Night filters: use a mask for the lamps", "Night filters use a mask for the lamps."),
        ("Night filter: use a mask for the lamps", "Night filter uses a mask for the lamps."),
        ("Night filter: trained on photos of the runway", "Night filter is trained on photos of the runway."),
    ],
)
def test_a_label_is_the_subject_of_what_it_labels(fragment: str, whole: str) -> None:
    assert last(f"- {fragment}") == whole


def test_a_completed_sentence_has_no_label_any_more() -> None:
    (summary,) = summaries("- Lamp decoder: maps the signs to words", "TowerNet")
    assert [statement.label for statement in statements.read(summary).statements] == [""]


@pytest.mark.parametrize("label", ["Results", "Training", "In the snow", "First step", "Signs and lamps"])
def test_a_label_that_names_no_thing_is_no_subject(label: str) -> None:
    assert last(f"- {label}: uses a mask for the lamps") == "Uses a mask for the lamps."


@pytest.mark.parametrize(
    "note",
    [
        "The decoder:\n\n- maps the signs to words",
        "# Decoder\n\n## Lamp decoder\n\n- maps the signs to words",
        "- Decoder:\n  - maps the signs to words",
        "- The decoder is a network.\n  - Maps the signs to words",
    ],
)
def test_the_nearest_place_that_names_a_thing_is_the_subject(note: str) -> None:
    assert last(note).lower() in ("the decoder maps the signs to words.", "the lamp decoder maps the signs to words.")


@pytest.mark.parametrize("lead", ["Main contributions:", "Advantages:"])
def test_a_list_of_contributions_is_about_the_paper(lead: str) -> None:
    assert last(f"{lead}\n\n- Uses a mask for the lamps") == "TowerNet uses a mask for the lamps."


def test_a_heading_names_the_paper_in_notes_about_many() -> None:
    note = "# RunwayNet: Masks for Lamps\n\n## Summary\n\n- Uses a mask for the lamps"
    assert last(note, "Airports") == "RunwayNet uses a mask for the lamps."


@pytest.mark.parametrize("heading", ["Related work", "Baselines", "Earlier filters", "Lamps of Paris"])
def test_elsewhere_nobody_knows_the_subject(heading: str) -> None:
    assert last(f"# TowerNet\n\n## {heading}\n\n- Uses a mask for the lamps") == "Uses a mask for the lamps."


@pytest.mark.parametrize(
    "fragment",
    [
        "Uses of the mask are rare at night.",
        "Was Paris a large airport for lamps.",
        "Depends on the lamps of the runway.",
        "Imagine a runway with many lamps.",
        "Allows a landing in the snow.",
    ],
)
def test_what_is_no_predicate_or_says_something_about_a_sentence_stays(fragment: str) -> None:
    assert last(f"- {fragment}") == fragment


@pytest.mark.parametrize("topic", ["", "Landing in the Snow", "Lamp Hiding", "Towers and Lamps"])
def test_a_topic_that_names_no_method_is_no_subject(topic: str) -> None:
    assert last("- Uses a mask for the lamps", topic) == "Uses a mask for the lamps."


def test_the_second_sentence_speaks_of_the_subject_of_the_first() -> None:
    assert last("- The filter is small. Uses a mask for the lamps.") == "The filter uses a mask for the lamps."


def test_a_passive_gets_its_copula() -> None:
    assert last("Max-pooling replaced by a map of the runway") == "Max-pooling is replaced by a map of the runway."


def test_a_noun_with_a_participle_stays() -> None:
    assert last("The lamps replaced by signs at night") == "The lamps replaced by signs at night."


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Dim Lamps for Blinded Pilots", "The authors introduce a mask for the lamps."),
        ("Lecture 1: Dim Lamps", "Introduce a mask for the lamps."),
        ("My lamp notes", "Introduce a mask for the lamps."),
    ],
)
def test_a_lecture_has_no_authors(title: str, whole: str) -> None:
    assert last(f"# {title}\n\n- Introduce a mask for the lamps", topic="") == whole
