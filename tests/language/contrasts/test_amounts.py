"""Which numbers of a sentence are amounts, and which only name or set something up."""

from __future__ import annotations

import pytest

from deckgen.language.contrasts.amounts import amounts, setting, without_statistics


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The recall rises by about 2 percentage points.", ["about 2 percentage points"]),
        ("It is an order of magnitude faster.", ["an order of magnitude"]),
        ("The filter saves 3-6% of the reads.", ["3-6%"]),
        ("The mask adds 4.2 to 6.3 points AP.", ["4.2 to 6.3 points AP"]),
        ("The log drops from 40 ms to 12 ms.", ["40 ms", "12 ms"]),
        ("The harbour was built in 1998.", []),
        ("The error on VOC 2007 is low.", []),
        ("The grid of Layer 3 is read first.", []),
        ("The map is 3x3 and small.", []),
    ],
)
def test_an_amount_is_read_with_its_unit_and_a_name_or_year_is_none(text: str, found: list[str]) -> None:
    assert [amount.text for amount in amounts(text)] == found


def test_an_amount_knows_whether_it_has_a_unit() -> None:
    assert [amount.unit for amount in amounts("5 boats use 3% of the berths")] == [False, True]


@pytest.mark.parametrize("text", ["A batch size of 64 helps.", "The net is trained on 8 GPUs.", "trained for 3 epochs"])
def test_a_set_up_is_told_from_a_result(text: str) -> None:
    assert setting(text)


def test_brackets_with_statistics_go_and_others_stay() -> None:
    assert without_statistics("Fever fell (P<0.001) with ice (crushed).") == "Fever fell with ice (crushed)."
