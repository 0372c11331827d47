"""Which cards are kept, and why not the others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen import ranking, selection
from deckgen.model import Card, Choice, Finding, Summary
from deckgen.selection import FIRST_BAR, LAST_BAR, select
from tests.making import basic, cloze, summary

ROOT = Path(__file__).parents[1]
SENTENCES = (
    ("The spotter of the tower marks the runway.", "the runway"),
    ("Fresh snow hides the lamps of the harbour.", "the lamps of the harbour"),
    ("A second radio warns every pilot.", "every pilot"),
    ("Old maps show the depth of the river.", "the depth of the river"),
    ("The night shift counts the planes.", "the planes"),
    ("Heavy rain delays the mail of the island.", "the mail of the island"),
    ("The engineer repairs the broken bridge.", "the broken bridge"),
    ("Two ferries carry cars across the bay.", "cars across the bay"),
    ("The museum lends its oldest clock.", "its oldest clock"),
    ("A wooden fence protects the young trees.", "the young trees"),
    ("The baker sells bread before sunrise.", "bread before sunrise"),
    ("Fine sand polishes the copper roof.", "the copper roof"),
)


def many(count: int = len(SENTENCES), home: Summary | None = None) -> list[Card]:
    """Cards that have nothing in common, each of a block of its own."""
    home = home or summary("tower", "The tower is dark.")
    return [basic(home, sentence, answer) for sentence, answer in SENTENCES[:count]]


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """What score each card gets: by its key, 0.9 for one that is not named."""
    scores: dict[str, float] = {}
    monkeypatch.setattr(ranking, "score", lambda card, _seen: scores.get(card.key, 0.9))
    return scores


def kept(cards: Sequence[Card], findings: Sequence[Finding] = (), limit: int | None = None) -> list[str]:
    return [choice.card.key for choice in select(cards, findings, limit) if choice.kept]


def reasons(cards: Sequence[Card], findings: Sequence[Finding] = (), limit: int | None = None) -> Mapping[str, str]:
    """Key -> why the card is left out, for those that are."""
    return {c.card.key: " | ".join(c.reasons) for c in select(cards, findings, limit) if not c.kept}


def against(card: Card, *, drops: bool = True) -> Finding:
    return Finding("X999", "test", "reads badly", card.key, card.origin, drops)


def test_there_is_one_verdict_a_card_in_the_order_of_the_cards(scored: dict[str, float]) -> None:
    cards = many()
    scored.update({card.key: index / 20 for index, card in enumerate(cards)})
    found = list(select(cards, [against(cards[3])], 2))
    assert [choice.card.key for choice in found] == [card.key for card in cards]
    assert all(choice.kept == (not choice.reasons) for choice in found)


def test_no_cards_are_no_choices() -> None:
    assert list(select([], [])) == []


def test_a_card_that_a_rule_drops_is_left_out_with_what_the_rule_says(scored: dict[str, float]) -> None:
    first, second = many(2)
    assert reasons([first, second], [against(first)]) == {first.key: "X999 reads badly"}
    assert next(iter(select([first], [against(first)]))).score == 0.0


def test_a_rule_that_does_not_drop_leaves_the_card(scored: dict[str, float]) -> None:
    (card,) = many(1)
    assert kept([card], [against(card, drops=False)]) == [card.key]


def test_own_cards_are_kept_whatever_speaks_against_them(scored: dict[str, float]) -> None:
    cards = [replace(card, own=True) for card in many()]
    scored.update(dict.fromkeys((card.key for card in cards), 0.0))
    assert kept(cards, [against(card) for card in cards], limit=1) == [card.key for card in cards]
    assert {choice.score for choice in select(cards, [])} == {1.0}


def test_own_cards_do_not_count_for_the_limit(scored: dict[str, float]) -> None:
    first, *others = many(4)
    assert len(kept([replace(first, own=True), *others], limit=2)) == 3


def test_a_card_of_a_sentence_that_the_author_made_a_card_of_gives_way(scored: dict[str, float]) -> None:
    home = summary("tower", "The tower is dark.")
    own = replace(basic(home, *SENTENCES[0], question="What does the spotter mark?"), own=True)
    other = basic(home, *SENTENCES[0], question="Which thing does the tower's spotter mark?")
    other = replace(other, key="tower#made-other", fact=own.fact)
    assert reasons([other, own]) == {other.key: f"{own.key} asks for the same fact"}


def test_the_limit_holds_for_each_summary_and_keeps_the_best(scored: dict[str, float]) -> None:
    here, there = many(3), many(5, summary("harbour", "The harbour is old."))[3:]
    scored.update({here[0].key: 0.6, here[1].key: 0.8, here[2].key: 0.7})
    found = reasons([*here, *there], limit=2)
    assert found == {here[0].key: "beyond the limit of 2 cards a summary"}


def test_the_first_card_of_a_summary_has_to_reach_less_than_later_ones(scored: dict[str, float]) -> None:
    cards = many()
    low = (FIRST_BAR + LAST_BAR) / 2
    scored.update(dict.fromkeys((card.key for card in cards), low))
    found = kept(cards)
    assert 1 <= len(found) < len(cards)
    assert found == [card.key for card in cards[: len(found)]]
    scored.update(dict.fromkeys((card.key for card in cards), FIRST_BAR - 0.01))
    assert kept(cards) == []
    scored.update(dict.fromkeys((card.key for card in cards), LAST_BAR))
    assert len(kept(cards)) == len(cards)


def test_a_score_below_the_bar_is_told(scored: dict[str, float]) -> None:
    (card,) = many(1)
    scored[card.key] = 0.01
    assert reasons([card])[card.key] == f"score 0.01 is below {FIRST_BAR:.2f}"


def test_one_card_is_made_of_one_sentence_and_it_is_the_best(scored: dict[str, float]) -> None:
    home = summary("tower", "The tower is dark.")
    question = basic(home, "The spotter marks the runway.", "the runway")
    blank = replace(cloze(home, "The spotter marks the runway.", "spotter"), fact=question.fact)
    scored.update({question.key: 0.7, blank.key: 0.8})
    assert reasons([question, blank]) == {question.key: f"{blank.key} asks for the same fact"}


@pytest.mark.parametrize(
    ("sentence", "answer", "question"),
    [
        ("The spotter of the tower marked the runway.", "the runway", ""),  # nearly the same words
        ("Rain never falls in the desert.", "the desert", "The spotter of the tower marks what?."),  # one question
    ],
)
def test_two_cards_that_ask_for_one_fact_are_one(
    scored: dict[str, float], sentence: str, answer: str, question: str
) -> None:
    (first,) = many(1)
    second = basic(summary("other", "Other."), sentence, answer, question=question)
    assert reasons([first, second]) == {second.key: f"{first.key} asks for the same fact"}


def test_numbers_that_contradict_each_other_make_no_card(scored: dict[str, float]) -> None:
    here, there = summary("tower", "The tower."), summary("harbour", "The harbour.")
    one = cloze(here, "On RunwayBench, the spotter reaches an accuracy of 91 percent.", "91")
    other = cloze(there, "On RunwayBench, the spotter reaches an accuracy of 87 percent.", "87")
    assert reasons([one, other]) == {
        one.key: "contradicts harbour.md:1, which says 87",
        other.key: "contradicts tower.md:1, which says 91",
    }


def test_numbers_that_agree_make_one_card(scored: dict[str, float]) -> None:
    here, there = summary("tower", "The tower."), summary("harbour", "The harbour.")
    cards = [cloze(home, "The spotter reaches an accuracy of 91 percent.", "91") for home in (here, there)]
    assert kept(cards) == [cards[0].key]


def test_a_card_that_a_rule_drops_contradicts_nothing(scored: dict[str, float]) -> None:
    home = summary("tower", "The tower.")
    one = cloze(home, "The spotter reaches an accuracy of 91 percent.", "91")
    other = cloze(home, "The spotter reaches an accuracy of 87 percent.", "87")
    assert kept([one, other], [against(other)]) == [one.key]


_CHOICES = """
import json, pathlib
from deckgen import cards, facts, readers, rules, selection
from deckgen.readers.source import Source
text = pathlib.Path("seeds/r-fcn.md").read_text(encoding="utf-8")
made = [c for s in readers.read(Source("r-fcn.md", text)).summaries for c in cards.compose(facts.extract(s), s)]
found = selection.select(made, list(rules.check(made)), 10)
print(json.dumps([[c.card.key, c.score, c.reasons, dict(c.card.fields)] for c in found]))
"""


def test_choices_do_not_depend_on_the_seed_of_hashes() -> None:
    def choices(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", _CHOICES]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    first, second = choices("1"), choices("2")
    assert first == second
    assert any(not reasons for _, _, reasons, _ in json.loads(first))


def test_the_order_of_summaries_decides_nothing_within_one(scored: dict[str, float]) -> None:
    here, there = many(3), many(6, summary("harbour", "The harbour."))[3:]
    assert sorted(kept([*here, *there], limit=2)) == sorted(kept([*there, *here], limit=2))


def test_bars_rise() -> None:
    assert 0 < FIRST_BAR < LAST_BAR < 1
    assert selection.STEP > 0


def test_a_choice_is_kept_exactly_when_nothing_speaks_against_it() -> None:
    (card,) = many(1)
    assert Choice(card, 0.1).kept
    assert not Choice(card, 0.9, ("no",)).kept
