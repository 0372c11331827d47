"""Commands that look inside: explain, lint, stats, rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckgen.rules import RULES
from tests.commandline import run


def keys() -> list[str]:
    return [json.loads(line)["key"] for line in run("cards", "pallas.md", "--json").stdout.splitlines()]


def test_explain_tells_everything_about_a_card(note: Path) -> None:
    key = next(key for key in keys() if "#own-" in key)
    result = run("explain", key, "pallas.md")
    assert result.exit_code == 0
    assert "pallas.md:15  own" in result.stdout
    assert f"   key       {key}" in result.stdout
    assert "   template  templates/cards/own/question.html.j2" in result.stdout
    assert "   score     1.00, kept" in result.stdout


def test_explain_tells_what_came_of_a_line(note: Path) -> None:
    result = run("explain", "pallas.md:11")
    assert result.stdout.startswith("pallas.md:11  item\n   Pallas uses hard gates because")
    assert "score" in result.stdout
    note.write_text("# Title\n\nNothing much.\n\n- TODO\n")
    assert "no fact was found in it" in run("explain", "pallas.md:3").stdout
    assert "it is marked as todo" in run("explain", "pallas.md:5").stdout


def test_explain_of_nothing_is_wrong_use(note: Path) -> None:
    result = run("explain", "pallas#own-nothing", "pallas.md")
    assert (result.exit_code, "nothing is known about" in result.stderr) == (2, True)


def test_lint_is_silent_on_a_note_that_has_no_faults(folder: Path) -> None:
    (folder / "a.md").write_text("# Cards\n\nQ: Which loss trains the gates of Pallas?\nA: The hinge loss.\n")
    assert run("lint", "a.md").output == ""


def test_lint_names_the_line_and_the_rule_of_a_card_that_could_be_better(folder: Path) -> None:
    (folder / "a.md").write_text("# Cards\n\nQ: What is the hinge loss?\nA: The hinge loss.\n")
    result = run("lint", "a.md")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.md:3: T501 ")


def test_stats_count_cards_by_summary_and_kind(note: Path) -> None:
    rows = [line.split() for line in run("stats", "pallas.md").stdout.splitlines()]
    assert rows[0] == ["words", "made", "kept", "per", "1000", "summary"]
    assert rows[1][2] == str(len(keys()))
    assert rows[1][-1] == "pallas"
    assert ["1", "1", "1.00", "own"] in rows


def test_rules_lists_every_rule_and_prints_a_page_by_code_or_name() -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]
    rule = RULES[0]
    page = run("rules", rule.code).stdout
    assert rule.page.strip() in page
    assert run("rules", rule.slug).stdout == page


@pytest.mark.parametrize("name", ["X999", ""])
def test_a_rule_that_does_not_exist_is_wrong_use(name: str) -> None:
    result = run("rules", name)
    assert (result.exit_code, "there is no rule" in result.stderr) == (2, True)
