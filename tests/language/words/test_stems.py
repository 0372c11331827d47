"""Words are compared by their stems."""

from __future__ import annotations

import pytest

from deckgen.language.words.stems import content_stems, stem


@pytest.mark.parametrize("forms", [("increase", "increases", "Increasing"), ("detect", "detects", "detected")])
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The detectors are detecting", {"detector", "detect"}),
        ("increase increases increasing", {"increas"}),
        ("is the of and", set()),
        ("", set()),
        ("the error is 76.1 %", {"error", "76", "1"}),
        ("the state-of-the-art R-FCN", {"state-of-the-art", "r-fcn"}),
        ("Naïve lamps", {"naïv", "lamp"}),
    ],
)
def test_only_words_that_carry_meaning_count(text: str, stems: set[str]) -> None:
    assert content_stems(text) == stems
