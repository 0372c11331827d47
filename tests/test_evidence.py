"""The sentence on the back says where a card comes from; where the card shows the same already, it is left out."""

from __future__ import annotations

import pytest

from deckgen import cards, facts
from deckgen.model import Card
from deckgen.readers import markdown, source

NOTE = """\
---
title: Sparse Gates for Wide Networks
topic: Pallas
---

# Method

- Pallas uses hard gates because soft gates leave every unit a little active.
- A **hard gate** is a unit that stops all small activations of a layer.
- The gates are trained with a ==hinge loss==.

![The architecture of Pallas](net.png)

Q: Which loss trains the gates of Pallas?
A: The hinge loss.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Card]:
    folder = tmp_path_factory.mktemp("notes")
    (folder / "net.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "pallas.md").write_text(NOTE, encoding="utf-8")
    (summary,) = markdown.read(source.load(folder / "pallas.md", "pallas.md"), None, lambda *_: None)
    return list(cards.compose(facts.extract(summary), summary))


def evidence(made: list[Card], kind: str) -> set[str]:
    found = {card.fields["Evidence"] for card in made if card.kind == kind}
    assert found, f"no card of the kind {kind}"
    return found


def test_a_reason_and_a_definition_show_their_sentence(made: list[Card]) -> None:
    assert evidence(made, "reason") == {"Pallas uses hard gates because soft gates leave every unit a little active."}
    assert evidence(made, "definition") == {"A <b>hard gate</b> is a unit that stops all small activations of a layer."}


def test_an_image_is_not_shown_twice(made: list[Card]) -> None:
    assert evidence(made, "image") == {""}


def test_an_authors_own_card_is_its_own_evidence(made: list[Card]) -> None:
    assert evidence(made, "own") == {""}
