"""Which sentences are the note taker's own view, and which only sound like it."""

from __future__ import annotations

import pytest

from deckgen.language.prose.opinion import opinionated


@pytest.mark.parametrize(
    "sentence",
    [
        "I think the gates are too small.",
        "I'm not sure that this scales.",
        "In my opinion the baseline is weak.",
        "It is unclear why the gates close.",
        "This would be interesting to see on speech.",
        "Nice idea.",
        "The paper is well written.",
        "The experiments are not very convincing.",
        "Apparently they skip the last layer.",
        "Seems to be the same trick again.",
        "The results look really promising :)",
        "The authors should have compared with doors.",
        "Makes sense, but why so slow??",
        "It reminds me of an older trick.",
        "TODO write down the formula.",
    ],
)
def test_a_view_is_told(sentence: str) -> None:
    assert opinionated(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The gates close when the input is zero.",
        "They present a neat trick that halves the memory.",
        "The authors argue that gates help.",
        "I(X; Y) is the mutual information of X and Y.",
        "Gates of type I are faster, and the I/O cost falls.",
        "Read my writes is a guarantee of the store.",
        'One rater wrote "I think this is a gate" on every slide.',
        "“I was surprised”, the patient said.",
        "Deep gates are good at storing rare events.",
        "An interesting property of gates follows from the lemma.",
        "The mean is not zero.",
        "Gates work very well on long sequences.",
        "Each thread asks how many gates it would like to open.",
    ],
)
def test_a_statement_is_left_alone(sentence: str) -> None:
    assert not opinionated(sentence)
