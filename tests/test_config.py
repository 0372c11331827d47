"""deckgen.yaml: what it means, and which line an error names."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from deckgen import config
from deckgen.errors import ConfigError

KINDS = ("definition", "result", "reason")


def load(folder: Path, text: str) -> tuple[config.Deck, ...]:
    path = folder / "deckgen.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return config.load(path, KINDS)


def test_three_keys_are_enough(tmp_path: Path) -> None:
    (deck,) = load(
        tmp_path,
        """\
        decks:
          - name: Papers
            summaries: [notes/*.md]
            output: decks/papers.apkg
        """,
    )
    assert deck == config.Deck(
        name="Papers", summaries=("notes/*.md",), output=tmp_path / "decks/papers.apkg", root=tmp_path
    )


def test_every_key_has_its_meaning(tmp_path: Path) -> None:
    (tmp_path / "look").mkdir()
    (deck,) = load(
        tmp_path,
        """\
        decks:
          - name: "Papers::Vision"
            summaries: ["vision/*.md", extra.md]
            output: vision.apkg
            kinds: [definition, result]
            limit: 10
            subdecks: by-paper
            tags: [vision, papers::cv]
            templates: look
            fetch-images: true
        """,
    )
    assert deck.kinds == {"definition", "result"}
    assert (deck.limit, deck.by_paper, deck.tags) == (10, True, ("papers::cv", "vision"))
    assert deck.templates == tmp_path / "look"
    assert deck.fetch_images


DECK = "decks:\n  - name: A\n    summaries: [a.md]\n    output: a.apkg\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 0, "is empty"),
        ("# only a comment\n", 0, "is empty"),
        ("decks:\n", 1, "must be a list"),
        ("decks: []\n", 1, "describes no deck"),
        ("[]\n", 1, "must be a mapping"),
        ("deks: []\n", 1, "did you mean 'decks'?"),
        (DECK + "    sumaries: [b.md]\n", 5, "unknown key 'sumaries'; did you mean 'summaries'?"),
        (DECK + "    ? [x]\n    : y\n", 5, "unknown key"),
        (DECK + "    name: B\n", 5, "name stands there twice"),
        (DECK + "    limit: ten\n", 5, "limit must be a whole number"),
        (DECK + "    limit: -1\n", 5, "limit must be a whole number"),
        (DECK + "    limit: yes\n", 5, "limit must be a whole number"),
        (DECK + "    kinds: result\n", 5, "kinds must be a list"),
        (DECK + "    kinds: []\n", 5, "kinds is empty"),
        (DECK + "    kinds: [reslt]\n", 5, "did you mean 'result'?"),
        (DECK + "    kinds: [zzz]\n", 5, "there are: definition, result, reason"),
        (DECK + "    tags: [two words]\n", 5, "the tag 'two words' holds a space"),
        (DECK + "    tags: ['a::']\n", 5, "has an empty level"),
        (DECK + "    tags: [1]\n", 5, "each of tags must be text"),
        (DECK + "    subdecks: by-year\n", 5, "can only be by-paper"),
        (DECK + "    templates: nowhere\n", 5, "there is no folder"),
        (DECK + "    fetch-images: yes\n", 5, "fetch-images must be true or false"),
        (DECK + "    fetch-images: 'true'\n", 5, "fetch-images must be true or false"),
        ("decks:\n  - name: 2020\n    summaries: [a.md]\n    output: a.apkg\n", 2, "name must be text"),
        ("decks:\n  - name: A\n    output: a.apkg\n", 2, "the deck has no summaries"),
        ("decks:\n  - name: A\n    summaries: ['-']\n    output: a.apkg\n", 3, "standard input"),
        ("decks:\n  - name: A\n    summaries: a.md\n    output: a.apkg\n", 3, "summaries must be a list"),
        ("decks:\n  - name: A\n    summaries: [a.md]\n    output: a.zip\n", 4, "'.apkg'".replace("'", '"')),
        (DECK + DECK.removeprefix("decks:\n"), 5, "two decks are named 'A'"),
        (DECK + DECK.removeprefix("decks:\n").replace("name: A", "name: B"), 7, "two decks are written to a.apkg"),
        ("decks: [\n", 2, "is not valid YAML"),
        ("decks:\n\t- name: A\n", 2, "is not valid YAML"),
        ("decks: \x00\n", 0, "is not valid YAML"),
        ("[" * 5000, 0, "is nested too deeply"),
    ],
)
def test_an_error_names_its_line_and_what_to_do(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "deckgen.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path / "deckgen.yaml", KINDS)
    assert says in caught.value.message
    assert (caught.value.line or 0) == line
    assert caught.value.exit_code == 2


def test_a_file_that_is_no_text_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "deckgen.yaml"
    path.write_bytes(b"decks:\xff\xfe")
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        config.load(path)


def test_a_folder_and_a_missing_file_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path)
    with pytest.raises(ConfigError, match="no such file"):
        config.load(tmp_path / "deckgen.yaml")


@pytest.mark.parametrize(
    "name", ["", " ", "A::::B", "::A", "A::", "Default", "default::x", "A\nB", "A\x1fB", " A", "A:: B"]
)
def test_a_deck_name_that_anki_would_change_is_refused(name: str) -> None:
    assert config.problem_of_name(name)


@pytest.mark.parametrize("name", ["Papers", "Papers::Vision", "Статьи", "C: notes", "論文::2020", "My defaults"])
def test_a_name_that_anki_keeps_is_taken(name: str) -> None:
    assert config.problem_of_name(name) == ""


def test_a_name_is_stored_composed_as_anki_stores_it(tmp_path: Path) -> None:
    (deck,) = load(tmp_path, DECK.replace("name: A", "name: Re\u0301sume\u0301s"))
    assert deck.name == "R\u00e9sum\u00e9s"
