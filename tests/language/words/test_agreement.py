"""Verbs agree with their subjects, and countable nouns have articles."""

from __future__ import annotations

import pytest

from deckgen.language.words.agreement import bare_nouns, disagreements
from deckgen.language.words.parsing import parse_text


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The nodes corresponds to objects.", ["corresponds"]),
        ("The lamps of the runway fails.", ["fails"]),
        ("The lamps has failed.", ["has"]),
        ("The lamps fail and the filter is dark.", []),
        ("The nodes correspond to objects.", []),
        ("A number of nodes correspond to objects.", []),
        ("The node and the disk agree.", []),
        ("The data are sorted.", []),
        ("The nodes that store the log are slow.", []),
        ("R-FCNs wins.", []),
        ("The lamps failed.", []),
    ],
)
def test_verbs_that_do_not_agree_are_named(text: str, verbs: list[str]) -> None:
    assert list(disagreements(parse_text(text))) == verbs


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The node sends batch to the disk.", ["batch"]),
        ("The node sends a batch to the disk.", []),
        ("The node sends its batch to the disk.", []),
        ("The node sends batches to the disk.", []),
        ("The filter maps layer 3 to lamps.", []),
        ("Dropout helps.", []),
        ("Any lamp signal based landing can be flown.", []),
        ("Rare words have lower probability in the corpus.", []),
        ("Snow covers the lamps.", []),
    ],
)
def test_countable_nouns_without_an_article_are_named(text: str, nouns: list[str]) -> None:
    assert list(bare_nouns(parse_text(text))) == nouns
