"""Which part of a sentence is its point, and how it is blanked."""

from __future__ import annotations

import pytest

from deckgen.language.grammar.blanks import Blank, blank, content, points, without_article
from deckgen.language.grammar.clauses import main_clause
from deckgen.language.words.parsing import Parse, parse_text

TEXT = "The tower keeps an old map of the runway."


@pytest.fixture
def parse() -> Parse:
    return parse_text(TEXT)


def likeliest(text: str) -> list[str]:
    """The answers of the parts that can be the point of a sentence, likeliest first."""
    parse = parse_text(text)
    clause = main_clause(parse)
    assert clause is not None
    found = (blank(parse, places) for places in points(clause))
    return [each.answer for each in found if each is not None]


def test_a_blank_cuts_a_sentence_in_three(parse: Parse) -> None:
    assert blank(parse, (4, 5)) == Blank("The tower keeps an ", "old map", " of the runway.")


def test_words_with_a_gap_between_them_are_no_blank(parse: Parse) -> None:
    assert blank(parse, (1, 3)) is None
    assert blank(parse, ()) is None


def test_an_article_stays_in_front_of_the_blank(parse: Parse) -> None:
    assert without_article(parse, (3, 4, 5)) == (4, 5)
    assert without_article(parse, (4, 5)) == (4, 5)
    assert without_article(parse, (3,)) == (3,)


def test_content_is_what_says_something(parse: Parse) -> None:
    assert [word.text for word in content(parse, range(len(parse)))] == ["tower", "old", "map", "runway"]
    vague = parse_text("The method is a way of doing things.")
    assert [word.text for word in content(vague, range(len(vague)))] == ["doing"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The tower compares each photo with a map of the lamps.", "map of the lamps"),
        ("TowerNet writes each batch to two disks.", "two disks"),
        ("The network uses an epsilon-greedy policy.", "epsilon-greedy"),
        ("The network uses a sparse beacon model.", "sparse beacon"),
        ("The network uses a beacon model.", "beacon model"),
        ("The delay is caused by the rotation of the disks.", "rotation of the disks"),
    ],
)
def test_the_point_stands_at_the_end_of_the_clause(text: str, first: str) -> None:
    assert likeliest(text)[0] == first


def test_parts_before_the_last_come_after_it() -> None:
    assert likeliest("TowerNet writes each batch to two disks.") == ["two disks", "batch"]


def test_a_part_is_offered_once() -> None:
    found = likeliest("The tower compares each photo with a map of the lamps of the runway.")
    assert len(found) == len(set(found)) > 1


@pytest.mark.parametrize(
    "text",
    [
        "The authors describe the method of the paper.",  # says nothing
        "The lamps fail.",  # nothing behind the verb
        "The pilots trust it.",  # a pronoun
    ],
)
def test_a_clause_that_says_nothing_has_no_point(text: str) -> None:
    assert likeliest(text) == []


def test_one_half_of_a_pair_is_no_point() -> None:
    assert not {"maps", "photos"} & set(likeliest("The tower reads maps and photos."))


def test_an_aside_in_brackets_is_no_point() -> None:
    assert "harbour ledger" not in likeliest("The log is copied (as a page of the harbour ledger).")


def test_a_part_that_runs_over_two_verbs_is_no_point() -> None:
    assert not any("select" in answer for answer in likeliest("The tower has to read the map and select the lamps."))


def test_a_long_part_is_no_point() -> None:
    text = "The tower keeps a map of the lamps of the runway of the harbour of the old town."
    assert all(len(answer.split()) <= 8 for answer in likeliest(text))
