"""Drawings to be recalled: images that travel in the package and whose caption says what they show."""

from __future__ import annotations

import pytest

from deckgen import cards, facts
from deckgen.model import Block, Card, Element, ElementKind, Media, Origin, Role, Summary

PICTURE = Media(name="deckgen-1.png", content=b"png")


def made(caption: str, *, title: str = "", topic: str = "WideNet", media: Media | None = PICTURE) -> list[Card]:
    image = Element(kind=ElementKind.IMAGE, text=caption, title=title, href="wide.png", media=media)
    block = Block(role=Role.IMAGE, text="Zq0x", origin=Origin("wide.md", 3))
    summary = Summary(id="wide", origin=block.origin, topic=topic, blocks=(block,), elements={"Zq0x": image})
    return list(cards.compose(facts.extract(summary, frozenset({"image"})), summary))


@pytest.mark.parametrize(
    ("caption", "front"),
    [
        ("The architecture of WideNet", "Sketch the architecture of WideNet."),
        ("Structure of a residual block", "WideNet: sketch the structure of a residual block."),
        ("WideNet architecture", "Sketch the architecture of WideNet."),
        ("Architecture", "Sketch the architecture of WideNet."),
        ("Architecture of the proposed model", "Sketch the architecture of WideNet."),
    ],
)
def test_a_caption_that_names_a_drawing_asks_for_a_sketch(caption: str, front: str) -> None:
    (card,) = made(caption)
    assert card.fields["Front"] == front
    assert 'src="deckgen-1.png"' in card.fields["Back"]
    assert card.media == (PICTURE,)


def test_the_title_of_an_image_counts_as_its_caption() -> None:
    (card,) = made("figure 2", title="Pipeline of WideNet")
    assert card.fields["Front"] == "Sketch the pipeline of WideNet."


@pytest.mark.parametrize("caption", ["Results on CIFAR-10", "Example images", "Accuracy of WideNet", "fig1", ""])
def test_a_plot_or_an_example_gives_nothing(caption: str) -> None:
    assert made(caption) == []


def test_an_image_that_is_no_local_file_gives_nothing() -> None:
    assert made("The architecture of WideNet", media=None) == []


def test_a_bare_label_needs_the_name_of_the_paper() -> None:
    assert made("Architecture", topic="") == []
