"""What the parser sees as one word, and what it is spared."""

from __future__ import annotations

import pytest

from deckgen.language.words import parsing
from deckgen.language.words.parsing import MAX_CHARACTERS, Parse, parse_ahead, parse_all, parse_text

NAMES = frozenset({"NNP", "NNPS"})


def words(text: str) -> list[str]:
    return [word.text for word in parse_text(text).words]


@pytest.mark.parametrize("name", ["R-FCN", "ResNet-101", "GPT-3.5", "I/O", "Dai et al.", "O'Neil et al."])
def test_a_name_with_signs_in_it_stays_one_word(name: str) -> None:
    assert name in words(f"{name} shares features.")


def test_a_plain_compound_is_cut_at_its_hyphen() -> None:
    assert words("A low-pass filter helps.")[:4] == ["A", "low", "-", "pass"]


def test_a_cited_group_is_a_plural_subject() -> None:
    first, verb = parse_text("Dai et al. share features.").words[:2]
    assert (first.tag, first.dep) == ("NNS", "nsubj")
    assert verb.dep == "ROOT"


@pytest.mark.parametrize("name", ["R-FCN", "Zq0x", "SeqGAN"])
def test_an_odd_name_or_a_masked_token_behaves_as_a_name(name: str) -> None:
    first, verb, *_ = parse_text(f"{name} bounds the loss.").words
    assert (first.text, first.lemma, first.dep) == (name, name, "nsubj")
    assert first.tag in NAMES
    assert (verb.text, verb.tag, verb.dep) == ("bounds", "VBZ", "ROOT")


def test_a_known_name_behaves_as_a_name() -> None:
    text = "Swapout drops units."
    assert parse_text(text, frozenset({"Swapout"})).words[0].tag in NAMES


def test_offsets_point_into_the_text_as_written() -> None:
    parse = parse_text("Dai et al. train R-FCN on photos (of lamps).")
    assert all(parse.text[word.start : word.end] == word.text for word in parse.words)


def test_a_text_over_the_limit_comes_back_without_words() -> None:
    long, short = "a" * (MAX_CHARACTERS + 1), "Lamps fail."
    over, under = parse_all([long, short])
    assert (over.text, over.words) == (long, ())
    assert [word.text for word in under.words] == ["Lamps", "fail", "."]


def test_a_text_with_odd_white_space_comes_back_without_words() -> None:
    assert parse_text("Lamps  fail\tat night.").words == ()


def test_a_text_parsed_ahead_is_parsed_as_one_alone() -> None:
    texts = ["The filter hides lamps.", "Weber et al. sort the photos.", "Zq3x hides lamps.", "The filter hides lamps."]
    parse_ahead(texts)
    alone = [next(parse_all([text])) for text in texts]
    assert [parse_text(text) for text in texts] == alone


def test_a_parse_does_not_depend_on_what_was_parsed_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_parsed", {})
    together = list(parse_all(["Lamps fail.", "The filter hides lamps.", "Snow falls on the runway at night."]))
    assert together[1] == parse_text("The filter hides lamps.")


def test_names_are_part_of_what_a_parse_is_remembered_by() -> None:
    text = "Swapout drops units."
    assert parse_text(text, frozenset({"Swapout"})).words[0].lemma == "Swapout"
    assert parse_text(text) == next(parse_all([text]))


@pytest.fixture
def parse() -> Parse:
    return parse_text("The filter of the tower hides lamps.")


def test_children_are_the_direct_dependents_in_order(parse: Parse) -> None:
    verb = parse.roots[0]
    assert [word.text for word in parse.children(verb.i, "nsubj", "dobj")] == ["filter", "lamps"]
    child = parse.child(verb.i, "dobj")
    assert child is not None
    assert child.text == "lamps"
    assert parse.child(verb.i, "expl") is None


def test_a_subtree_holds_all_that_hangs_under_a_word(parse: Parse) -> None:
    assert parse.span(parse.subtree(1)) == "The filter of the tower"


def test_no_places_span_nothing(parse: Parse) -> None:
    assert parse.span(()) == ""


@pytest.mark.parametrize(("word", "known"), [("lamp", True), ("lampx", False)])
def test_the_vocabulary_holds_words_and_not_what_was_parsed(word: str, known: bool) -> None:
    parse_text(f"A {word} fails.")
    assert parsing.in_vocabulary(word) is known
