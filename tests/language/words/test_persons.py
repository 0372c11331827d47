"""People by their given names."""

import pytest

from deckgen.language.words.persons import is_person


@pytest.mark.parametrize("term", ["Alex Towerman", "Peter J. Harbour", "Anna Maria Runway"])
def test_a_given_name_with_a_surname_is_a_person(term: str) -> None:
    assert is_person(term)


@pytest.mark.parametrize("term", ["Adam", "Apache Zeppelin", "Adam optimizer", "max pooling", "TridentNet Fast"])
def test_other_names_are_no_persons(term: str) -> None:
    assert not is_person(term)
