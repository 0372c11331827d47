"""What looks mistyped, and technical words that do not."""

from __future__ import annotations

import pytest

from deckgen.language.words.spelling import misspelt


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The retrived page", ["retrived"]),
        ("The recieved batch of erorrs", ["recieved", "erorrs"]),
        ("Recieved batches", ["Recieved"]),
    ],
)
def test_a_slip_of_the_fingers_is_found_where_it_stands(text: str, wrong: list[str]) -> None:
    assert list(misspelt(text)) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The retrieved page",
        "An autoencoder with hyperparameters and embeddings",
        "preprocessing of subsampled microbatches",
        "untrained, disentangled, reparameterized and downsampled",
        "TowerNet and StreamDB by Weber",
        "the name Recieved inside a sentence",
        r"\recieved and x/recieved",
        "short wrds",
        "",
    ],
)
def test_technical_words_names_and_code_are_no_slips(text: str) -> None:
    assert list(misspelt(text)) == []


def test_a_word_that_nobody_writes_is_a_slip_unless_the_summary_uses_it_again() -> None:
    assert list(misspelt("An instanciation of the lamp")) == ["instanciation"]
    assert list(misspelt("An instanciation of the lamp", {"instanciation"})) == []


def test_a_rare_term_is_no_slip() -> None:
    assert list(misspelt("An aneuploid cell loses a kinetochore to immunotherapies")) == []
