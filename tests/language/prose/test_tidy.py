"""What is cut off a raw sentence: openers, attributions, citations, references."""

from __future__ import annotations

import pytest

from deckgen.language.prose import tidy
from deckgen.model import Element, ElementKind

ELEMENTS = {
    "Zq0x": Element(kind=ElementKind.CITATION, text="[1]"),
    "Zq1x": Element(kind=ElementKind.LINK, text="https://example.org", href="https://example.org"),
    "Zq2x": Element(kind=ElementKind.LINK, text="the code", href="https://example.org"),
    "Zq3x": Element(kind=ElementKind.IMAGE, text="a plot"),
    "Zq4x": Element(kind=ElementKind.MATH, text="x"),
}


@pytest.mark.parametrize(
    "text",
    [
        "However, dropout helps.",
        "In this paper, dropout helps.",
        "First, dropout helps.",
        "TLDR: dropout helps.",
        "Key idea: dropout helps.",
        "Note that dropout helps.",
        "So dropout helps.",
        "1. Dropout helps.",
        "(2) Dropout helps.",
        "a) Dropout helps.",
        "- Dropout helps.",
        "The authors show that dropout helps.",
        "They also find that dropout helps.",
        "It has been shown that dropout helps.",
        "Experiments show that dropout helps.",
        "Shows experimentally that dropout helps.",
        "However, in this paper, they show that dropout helps.",
        "In this paper the authors show that dropout helps.",
        "In Section 3.2, dropout helps.",
        "As shown in Figure 2, dropout helps.",
        "It turns out that dropout helps.",
        "It is important to note that dropout helps.",
        "This means that dropout helps.",
        "They find out that dropout helps.",
    ],
)
def test_openers_numbers_and_attributions_go(text: str) -> None:
    assert tidy.without_opener(text) == "Dropout helps."


@pytest.mark.parametrize(
    "text",
    [
        "Still waters run deep.",
        "First lamps are sorted.",
        "Weber et al. show that dropout helps.",
        "The authors show dropout.",
        "iGAN, however, edits images.",
        "Zq0x helps.",
        "Dropout, however, helps.",
        "",
    ],
)
def test_what_carries_the_claim_stays(text: str) -> None:
    assert tidy.without_opener(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Dropout helps Zq0x.",
        "Dropout helps (Zq1x).",
        "Dropout helps Zq3x.",
        "Dropout helps [3, 4-6].",
        "Dropout helps (see Fig. 2).",
        "Dropout helps (Section 3).",
        "Dropout helps (see the notes on it).",
        "Dropout helps (Weber et al., 2015).",
        "Dropout helps (Weber and Ng 2015a; others 2016).",
        "Dropout helps \U0001f680.",
        "Dropout  helps :tada: .",
    ],
)
def test_citations_references_images_and_emoji_go(text: str) -> None:
    assert tidy.without_references(text, ELEMENTS) == "Dropout helps."


@pytest.mark.parametrize(
    "text",
    [
        "Dropout helps as Zq2x shows.",
        "Dropout keeps Zq4x small.",
        "Dropout helps (on small sets).",
        "Dropout dates from (about) 2012.",
        "Zq9x is a token of nothing.",
    ],
)
def test_links_with_words_math_and_other_brackets_stay(text: str) -> None:
    assert tidy.without_references(text, ELEMENTS) == text


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("dropout helps", "Dropout helps"),
        ("dropout's noise", "Dropout's noise"),
        ("iGAN helps", "iGAN helps"),
        ("3 nets help", "3 nets help"),
        ("", ""),
    ],
)
def test_a_sentence_gets_a_capital_and_a_name_keeps_its_own(text: str, capital: str) -> None:
    assert tidy.capitalised(text) == capital


@pytest.mark.parametrize("text", ['"Dropout helps."', "“Dropout helps”.", '"Dropout helps.', 'Dropout helps."'])
def test_quotation_marks_round_a_whole_sentence_go(text: str) -> None:
    assert tidy.unquoted(text) == "Dropout helps"


@pytest.mark.parametrize(
    "text", ['"Dropout" helps.', 'The "dropout" helps.', '"Dropout" and "noise"', "Dropout helps."]
)
def test_quotation_marks_round_a_word_stay(text: str) -> None:
    assert tidy.unquoted(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The net is also trained on photos.", "The net is trained on photos."),
        ("The lamps still need oil.", "The lamps need oil."),
        ("The net needs not only lamps but also oil.", "The net needs not only lamps but also oil."),
        ("Although lamps are dim, pilots still see them.", "Although lamps are dim, pilots still see them."),
        ("Dimming, also known as shading, saves oil.", "Dimming, also known as shading, saves oil."),
        ("The net detects lamps in still images.", "The net detects lamps in still images."),
        ("The lamps, however, need oil.", "The lamps need oil."),
        ("At night however lamps need oil.", "At night lamps need oil."),
        ("The net finally hides the lamps.", "The net hides the lamps."),
        ("The lamps are hidden, though.", "The lamps are hidden."),
        ("The lamps are hidden then.", "The lamps are hidden."),
    ],
)
def test_words_that_only_tie_a_sentence_to_the_one_before_go(text: str, told: str) -> None:
    assert tidy.untied(text) == told


def test_a_sentence_that_comes_next_stands_alone() -> None:
    assert tidy.without_opener("Then the lamps are lit.") == "The lamps are lit."
    assert tidy.without_opener("Then lamps are lit.") == "Then lamps are lit."
