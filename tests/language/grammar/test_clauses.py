"""A sentence as a clause, and what is none."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.clauses import Clause, by_people, consistent, main_clause, text_of
from deckgen.language.words.parsing import parse_text


def clause(text: str) -> Clause:
    found = main_clause(parse_text(text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "subject", "verb", "finite"),
    [
        ("The lamps of the runway fail at night.", "The lamps of the runway", "fail", "fail"),
        ("The photos are blurred by a filter.", "The photos", "blurred", "are"),
        ("The filter cannot remove the flicker.", "The filter", "remove", "can"),
        ("On RunwayBench, the spotter beats the pilots.", "the spotter", "beats", "beats"),
        ("A skip list is a linked list.", "A skip list", "is", "is"),
        ("Training the spotter takes hours.", "Training the spotter", "takes", "takes"),
        ("R-FCN and ResNet-101 use the same layers.", "R-FCN and ResNet-101", "use", "use"),
        ("Dai et al. share features.", "Dai et al.", "share", "share"),
    ],
)
def test_a_clause_has_a_subject_and_a_verb_group(text: str, subject: str, verb: str, finite: str) -> None:
    found = clause(text)
    assert (found.subject_text, found.verb.text, found.finite.text) == (subject, verb, finite)


@pytest.mark.parametrize(
    "text",
    [
        "A sorted queue with a spare disk.",
        "Sort the photos by age.",
        "Does the filter help?",
        "Which filter hides the lamps?",
        "There is a lamp on the runway.",
        "When the lamps fail.",
        "Because the lamps fail at night.",
        "Never did the spotter fail.",
        "The queue which is short.",
        "",
    ],
)
def test_fragments_orders_questions_and_turned_clauses_are_none(text: str) -> None:
    assert main_clause(parse_text(text)) is None


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("The filter hides the lamps.", set()),
        ("The filter does not hide the lamps.", {"negated"}),
        ("The lamps are hidden by the filter.", {"passive"}),
        ("The lamps are not hidden by the filter.", {"passive", "negated"}),
        ("The queue is short.", {"copular"}),
        ("A skip list is not a linked list.", {"copular", "negated"}),
    ],
)
def test_traits_of_a_clause(text: str, traits: set[str]) -> None:
    found = clause(text)
    assert {name for name in ("copular", "passive", "negated") if getattr(found, name)} == traits


def test_what_stands_before_the_subject_is_fronted() -> None:
    found = clause("At night, the spotter needs lamps.")
    assert found.parse.span(found.fronted) == "At night,"


def test_a_second_clause_is_noticed_and_a_second_verb_is_none() -> None:
    both = clause("If snow falls, the lamps fail and the pilots wait.")
    assert both.second is not None
    assert both.second.text == "wait"
    assert clause("The scheduler drops old photos and stores the log.").second is None


def test_a_complement_stands_behind_its_verb() -> None:
    found = clause("The filter hides the lamps of the tower.")
    lamps = found.complement("dobj")
    assert lamps is not None
    assert lamps.text == "lamps"
    assert found.complement("attr") is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The authors hide the lamps.", True),
        ("Dai et al. share features.", True),
        ("The paper describes a filter.", True),
        ("The filter hides the lamps.", False),
    ],
)
def test_authors_and_cited_groups_are_people(text: str, people: bool) -> None:
    assert by_people(clause(text)) is people


def test_a_parse_without_a_verb_at_its_root_is_not_consistent() -> None:
    assert consistent(parse_text("The filter hides the lamps."))
    assert not consistent(parse_text("A filter for old lamps."))


def test_words_are_spaced_as_they_were_written() -> None:
    parse = parse_text("The low-pass filter (of the tower), hides lamps.")
    assert text_of(parse, range(len(parse) - 1)) == "The low-pass filter (of the tower), hides lamps"


def test_words_are_swapped_or_left_out() -> None:
    parse = parse_text("The filter hides lamps.")
    assert text_of(parse, (1, 2, 3), {2: "hide"}) == "filter hide lamps"
    assert text_of(parse, (1, 2, 3), {2: ""}) == "filter lamps"
