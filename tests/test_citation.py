"""The small lines round a card, and what a paper and its authors are called."""

from __future__ import annotations

import pytest

from deckgen import citation
from deckgen.model import Block, Element, ElementKind, Media, Origin, Role, Summary


def block(text: str = "The tower hides the lamps.", **rest: object) -> Block:
    return Block(role=Role.PARAGRAPH, text=text, origin=Origin("tower.md", 1), **rest)  # type: ignore[arg-type]


def summary(**rest: object) -> Summary:
    return Summary(id="tower", origin=Origin("tower.md", 1), **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("Geoffrey Hinton",), "Hinton"),
        (("Hinton, Geoffrey",), "Hinton"),
        (("Ada Ng", "Bo Weber"), "Ng and Weber"),
        (("Ada Ng", "Bo Weber", "Cy Li"), "Ng et al."),
        (("Ada Ng et al.",), "Ng et al."),
        (("Ada Ng", "et al."), "Ng et al."),
        (("Ada Ng and others",), "Ng et al."),
    ],
)
def test_names_are_cited_by_their_last_part(names: tuple[str, ...], said: str) -> None:
    assert citation.by(names) == said


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"topic": "TowerNet"}, "TowerNet"),
        ({"topic": "TowerNet", "authors": ("Ada Ng",), "year": 2031}, "TowerNet"),
        ({"authors": ("Ada Ng",), "year": 2031}, "Ng (2031)"),
        ({"authors": ("Ada Ng",)}, ""),
        ({"topic": "A Far Too Long Topic", "authors": ("Ada Ng",), "year": 2031}, "Ng (2031)"),
        ({"title": "Dim Lamps"}, ""),
        ({}, ""),
    ],
)
def test_a_paper_has_the_shortest_sure_name(known: dict[str, object], name: str) -> None:
    assert citation.name(summary(**known)) == name


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"topic": "TowerNet"}, "the TowerNet authors"),
        ({"authors": ("A Ng", "B Weber", "C Li")}, "Ng et al."),
        ({"authors": ("A Ng", "B Weber")}, "Ng and Weber"),
        ({"topic": "The Dim Tower"}, "the Dim Tower authors"),
        ({"topic": "Learning to Dim"}, "the authors"),
        ({"topic": "Lamps in Towers", "authors": ("A Ng", "B Weber")}, "Ng and Weber"),
        ({"authors": ("A Ng",)}, "the authors"),
        ({}, "the authors"),
    ],
)
def test_a_sentence_speaks_of_the_authors(known: dict[str, object], said: str) -> None:
    assert citation.authors(summary(**known)) == said


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ({}, ""),
        ({"title": "Dim Lamps"}, "Dim Lamps."),
        ({"title": "Why Lamps?", "venue": "NIPS", "year": 2031}, "(2031). Why Lamps? NIPS."),
        (
            {"title": "Dim & Dark", "authors": ("Ada Ng",), "year": 2031, "url": "https://example.org/?a&b"},
            'Ng (2031). <a href="https://example.org/?a&amp;b">Dim &amp; Dark</a>.',
        ),
        ({"url": "https://example.org"}, '<a href="https://example.org">https://example.org</a>.'),
        ({"title": "Dim Lamps", "url": "javascript:alert(1)"}, "Dim Lamps."),
        ({"title": "<b>Dim", "venue": "<i>", "authors": ("Ada <Ng",)}, "&lt;Ng. &lt;b&gt;Dim. &lt;i&gt;."),
    ],
)
def test_the_source_line_is_the_citation_with_its_link(known: dict[str, object], line: str) -> None:
    assert citation.source_line(summary(**known)) == line


def test_the_context_goes_from_paper_to_label() -> None:
    found = block(section=("Training", "Losses"), parents=("The hinge loss:",))
    assert citation.context_parts(summary(topic="TowerNet"), found) == (
        "TowerNet",
        "Training",
        "Losses",
        "The hinge loss",
    )


@pytest.mark.parametrize(
    "heading", ["Summary", "TL;DR", "Key points", "How", "Notes:", "Dim Lamps", "Dim Lamps (2031)"]
)
def test_headings_that_say_nothing_new_are_no_context(heading: str) -> None:
    assert citation.context_parts(summary(title="Dim Lamps"), block(section=(heading,))) == ("Dim Lamps",)


def test_long_parents_are_no_context_and_long_parts_are_cut_at_a_word() -> None:
    assert citation.context_parts(summary(), block(parents=("one two three four five six seven eight",))) == ()
    (part,) = citation.context_parts(summary(title="lamp " * 30), block())
    assert part.endswith("lamp…")
    assert len(part) <= 70


def test_a_part_of_the_context_is_said_once() -> None:
    assert citation.context_parts(summary(), block(section=("Lamps",), parents=("Lamps",))) == ("Lamps",)


def test_the_context_line_is_escaped() -> None:
    assert citation.context_line(summary(topic="<b>"), block(section=("a & b",))) == "&lt;b&gt; › a &amp; b"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The authors propose a class of dim lamps, which nobody sees.",
            "paper that proposes a class of dim lamps",
        ),
        ("This paper studies the glare of old lamps. It is long.", "paper that studies the glare of old lamps"),
        ("The lamps are dim.", ""),
        ("They propose lamps.", ""),
    ],
)
def test_a_paper_without_a_name_is_described_in_its_own_words(text: str, said: str) -> None:
    assert citation.described(summary(blocks=(block(text),))) == said


def test_only_local_images_that_the_text_names_are_shown() -> None:
    local = Element(kind=ElementKind.IMAGE, text="map", media=Media("map-1.png", b""))
    elements = {
        "Zq0x": local,
        "Zq1x": Element(kind=ElementKind.IMAGE, text="far", href="https://example.org/a.png"),
        "Zq2x": local,
    }
    assert citation.images(summary(elements=elements), "Zq0x Zq1x") == ('<img src="map-1.png" alt="map">',)
