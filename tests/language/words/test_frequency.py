"""How common words are."""

from __future__ import annotations

from deckgen.language.words.frequency import zipf, zipfs


def test_a_common_word_has_a_higher_value_than_a_rare_one() -> None:
    assert zipf("method") > zipf("gradient") > zipf("aneuploidy") > 0


def test_a_word_that_nobody_writes_has_none() -> None:
    assert zipf("instanciation") == 0


def test_function_words_and_signs_of_a_text_are_passed_over() -> None:
    assert zipfs("The method of the gradient (x), 12") == (zipf("method"), zipf("gradient"))
    assert zipfs("") == ()
