"""The cards of our own summaries are ones that strict readers keep."""

from __future__ import annotations

import pytest

from tests.quality.report import Verdicts, judged, verdicts


@pytest.fixture(scope="module")
def found() -> Verdicts:
    return verdicts()


def test_at_least_two_hundred_cards_were_read_by_two_readers() -> None:
    assert sum(len(said) >= 2 for said in judged().values()) >= 200


def test_readers_keep_three_of_four_kept_cards(found: Verdicts) -> None:
    assert found.share("keep") >= 0.75


def test_readers_refuse_few_kept_cards_outright(found: Verdicts) -> None:
    assert found.share("reject") <= 0.07


def test_most_kept_cards_have_a_verdict(found: Verdicts) -> None:
    assert len(found.kept) >= 2 * found.unread
