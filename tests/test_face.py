"""A card as the learner reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.face import Face, face
from deckgen.model import Card
from tests.making import basic, cloze, summary

HOME = summary("tower", "The tower hides the lamps.", topic="TowerNet")


def question(front: str, back: str) -> Card:
    card = basic(HOME, "The tower hides the lamps.", "the lamps")
    return replace(card, fields={**card.fields, "Front": front, "Back": back})


def blanked(text: str) -> Card:
    card = cloze(HOME, "The tower hides the lamps.", "the lamps")
    return replace(card, fields={**card.fields, "Text": text})


def test_a_question_is_read_as_plain_text() -> None:
    seen = face(question("TowerNet: what hides <b>a &lt; b</b>?", "The <code>tower</code>."))
    assert (seen.front, seen.back) == ("TowerNet: what hides a < b?", "The tower.")
    assert not seen.is_cloze
    assert seen.whole == seen.asked == "what hides a < b?"


def test_the_name_of_the_paper_is_no_part_of_the_question() -> None:
    assert Face("TowerNet: why so?", "a", paper="TowerNet").asked == "why so?"
    assert Face("TowerNet: why so?", "a").asked == "TowerNet: why so?"
    assert Face("Why is TowerNet dark?", "a", paper="TowerNet").asked == "Why is TowerNet dark?"


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        ("The tower hides {{c1::the lamps}}.", "The tower hides [...].", "the lamps"),
        ("{{c1::The tower}} hides {{c2::the lamps}}.", "[...] hides [...].", "The tower; the lamps"),
        ("It hides {{c1::the {{c2::old}} lamps}}.", "It hides [...].", "the old lamps; old"),
        ("It hides {{c1::lamps::what}}.", "It hides [...].", "lamps"),
        (r"The loss is {{c1::\(a_{b&#125;\)}}.", "The loss is [...].", r"\(a_{b}\)"),
    ],
)
def test_a_cloze_is_read_with_its_blanks_open(text: str, front: str, back: str) -> None:
    seen = face(blanked(text))
    assert (seen.front, seen.back, seen.is_cloze) == (front, back, True)


def test_the_whole_of_a_cloze_is_its_sentence() -> None:
    assert face(blanked("TowerNet: the tower hides {{c1::the lamps}}.")).whole == "the tower hides the lamps."


def test_a_list_is_read_in_one_line() -> None:
    assert face(question("Which parts?", "<ul><li>Lamps</li><li>Signs</li></ul>")).back == "Lamps; Signs"


def test_a_face_knows_its_card_and_its_paper() -> None:
    seen = face(basic(HOME, "The tower hides the lamps.", "the lamps"))
    assert (seen.kind, seen.topic, seen.paper, seen.title) == ("made", "TowerNet", "TowerNet", "Tower")
    assert seen.evidence == "The tower hides the lamps."


def test_the_words_that_a_summary_uses_again_are_familiar() -> None:
    twice = replace(
        HOME, blocks=tuple(replace(HOME.blocks[0], text=text) for text in ("A maxout lamp.", "Maxout wins."))
    )
    assert face(basic(twice, "The tower hides the lamps.", "the lamps")).familiar == {"maxout"}
