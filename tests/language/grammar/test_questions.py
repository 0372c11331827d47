"""Sentences and the questions made of them, and sentences of which none is made."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.grammar.questions import ask
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import parse_text


def asked(sentence: str, wh: str = "why", without: str = "") -> str | None:
    """The sentence as a question; `without` is the stretch of it that is asked about."""
    parse = parse_text(sentence)
    clause = main_clause(parse)
    assert clause is not None, "no clause, so no test of the question"
    start = sentence.index(without)
    drop = [word.i for word in parse.words if without and start <= word.start < start + len(without)]
    return ask(clause, wh, drop, Casing())


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        # a full verb gets "do"
        ("The filter reduces the flicker.", "why does the filter reduce the flicker?"),
        ("The gates open slowly.", "why do the gates open slowly?"),
        ("The authors trained the spotter.", "why did the authors train the spotter?"),
        ("Training the spotter takes hours.", "why does training the spotter take hours?"),
        # auxiliaries, modals and be go before the subject
        ("The disk has failed twice.", "why has the disk failed twice?"),
        ("The filter can remove the flicker.", "why can the filter remove the flicker?"),
        ("The queue must hold every photo.", "why must the queue hold every photo?"),
        ("The queue is short.", "why is the queue short?"),
        ("The spotter was a network.", "why was the spotter a network?"),
        # passive
        ("The photos are blurred by a filter.", "why are the photos blurred by a filter?"),
        ("The photos have been blurred.", "why have the photos been blurred?"),
        # negation
        ("The filter does not remove the flicker.", "why does the filter not remove the flicker?"),
        ("The queue is not sorted.", "why is the queue not sorted?"),
        ("The filter cannot remove the flicker.", "why can the filter not remove the flicker?"),
        ("The filter doesn't remove the flicker.", "why does the filter not remove the flicker?"),
        ("The filter can't remove the flicker.", "why can the filter not remove the flicker?"),
        # what stands in front stays in front
        ("On RunwayBench, the spotter beats the pilots.", "on RunwayBench, why does the spotter beat the pilots?"),
        ("At night, the spotter needs lamps.", "at night, why does the spotter need lamps?"),
        # what ties the sentence to the one before it goes
        ("However, the spotter needs lamps.", "why does the spotter need lamps?"),
        ("The spotter also needs lamps.", "why does the spotter need lamps?"),
        ("The spotter therefore needs lamps.", "why does the spotter need lamps?"),
        ("Realistically, the spotter needs lamps.", "why does the spotter need lamps?"),
        # names keep their capital
        ("R-FCN shares its layers.", "why does R-FCN share its layers?"),
    ],
)
def test_a_sentence_becomes_a_question(sentence: str, question: str) -> None:
    assert asked(sentence) == question


@pytest.mark.parametrize(
    ("sentence", "wh", "without", "question"),
    [
        (
            "The spotter fails because the lamps are dim.",
            "why",
            "because the lamps are dim",
            "why does the spotter fail?",
        ),
        (
            "Because the lamps are dim, the spotter fails.",
            "why",
            "Because the lamps are dim,",
            "why does the spotter fail?",
        ),
        (
            "The queue depends on the age of the lamps.",
            "what",
            "the age of the lamps",
            "what does the queue depend on?",
        ),
        ("The photos are split into tiles.", "what", "tiles", "what are the photos split into?"),
        (
            "The spotter measures the glare of the snow.",
            "what",
            "the glare of the snow",
            "what does the spotter measure?",
        ),
        (
            "The tower finds snow (by comparing photos).",
            "how",
            "by comparing photos",
            "how does the tower find snow?",
        ),
        (
            "The tower finds snow by comparing photos, at night.",
            "how",
            "by comparing photos",
            "how does the tower find snow at night?",
        ),
    ],
)
def test_what_is_asked_about_is_left_out(sentence: str, wh: str, without: str, question: str) -> None:
    assert asked(sentence, wh, without) == question


@pytest.mark.parametrize(
    ("sentence", "without"),
    [
        ("The tower reads photos and sends alarms.", ""),  # "does" would have to be said twice
        ("If snow falls, the spotter fails.", ""),  # a clause in front
        ("In the first case, the spotter fails.", ""),  # one case of those before
        ("The lamps of the tower flickers at night.", ""),  # what does not agree
        ("The spotter measures the glare.", "The spotter"),  # the subject itself
    ],
)
def test_a_clause_that_the_grammar_does_not_cover_gives_no_question(sentence: str, without: str) -> None:
    assert asked(sentence, without=without) is None


def test_two_verbs_under_one_auxiliary_make_one_question() -> None:
    assert asked("The tower can read photos and send alarms.") == "why can the tower read photos and send alarms?"
