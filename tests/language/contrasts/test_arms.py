"""Sentences about the two groups of a trial, and the name of the trial."""

from __future__ import annotations

import pytest

from deckgen.language.contrasts.arms import asked_arms, trial
from deckgen.language.words.casing import Casing
from deckgen.model import Block, Origin, Role, Summary

HERE = Origin("trial.md", 1)


def _summary(text: str) -> Summary:
    block = Block(role=Role.PARAGRAPH, text=text, origin=HERE)
    return Summary(id="trial", origin=HERE, title="", topic="", blocks=(block,))


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Mortality at 28 days was 20% in the ice group and 18% in the tea group.",
            "what was mortality at 28 days in the ice group and in the tea group?",
            "20% in the ice group and 18% in the tea group",
        ),
        (
            "Shivering was higher in the ice group (9% vs 5%) than in summer.",
            "",
            "",
        ),
        (
            "They found no difference in survival at one year between ice and tea.",
            "how did survival at one year differ between ice and tea?",
            "no difference",
        ),
        ("Mortality was 20% in both groups.", "", ""),
    ],
)
def test_the_two_groups_are_asked_for_together(text: str, question: str, answer: str) -> None:
    asked = next(iter(asked_arms(text, Casing())), None)
    assert (asked.question, asked.answer) == (question, answer) if asked else not question


def test_one_trial_gives_its_name_and_two_give_none() -> None:
    assert trial(_summary("The ICEBATH trial was small.")) == "ICEBATH"
    assert trial(_summary("The ICEBATH trial followed the HOTBATH trial.")) == ""
