"""The command line on small notes of our own: exit codes, what is printed, what is written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import pytest

from deckgen import cli
from tests.commandline import NOTE, run

CARD_KEYS = "key kind variant front back text context evidence summary title origin kept reasons".split()


def commands() -> list[str]:
    return cli.main.list_commands(click.Context(cli.main))


# help


@pytest.mark.parametrize("command", commands())
def test_every_command_has_a_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"deckgen {command}" in result.stdout.split("\n", 2)[2]


def test_help_lists_every_command_with_its_short_help() -> None:
    listed = run("--help").stdout.partition("Commands:")[2].splitlines()[1:]
    assert [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "] == commands()
    assert all(len(line.split()) > 1 for line in listed if line.strip())


def test_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert run("--version").stdout == f"deckgen, version {version('summary-deckgen')}\n"


def test_an_unknown_command_is_wrong_use() -> None:
    result = run("bild")
    assert (result.exit_code, "No such command 'bild'" in result.stderr) == (2, True)


# build


def test_a_build_writes_deck_and_lock_and_says_what_it_did(note: Path) -> None:
    result = run("build", "pallas.md", "-o", "out/pallas.apkg", "--deck", "Papers::Gates")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["pallas.apkg", "pallas.lock.jsonl"]
    lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in result.stdout.splitlines()[1:]}
    assert result.stdout.splitlines()[0] == "Papers::Gates"
    assert lines["read"] == "1 summary"
    assert "1 own" in lines["made"]
    assert lines["wrote"] == "out/pallas.apkg, out/pallas.lock.jsonl"


def test_a_second_build_writes_nothing(note: Path) -> None:
    run("build", "pallas.md", "-o", "x.apkg")
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path().glob("x.*")}
    result = run("build", "pallas.md", "-o", "x.apkg", SOURCE_DATE_EPOCH="1800000000")
    assert "nothing changed" in result.stdout
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path().glob("x.*")} == before


def test_a_lost_deck_is_written_again_as_it_was(note: Path) -> None:
    run("build", "pallas.md", "-o", "x.apkg")
    deck = Path("x.apkg").read_bytes()
    Path("x.apkg").unlink()
    run("build", "pallas.md", "-o", "x.apkg", SOURCE_DATE_EPOCH="1800000000")
    assert Path("x.apkg").read_bytes() == deck


def test_the_name_of_the_only_file_names_deck_and_output(note: Path) -> None:
    assert run("build", "pallas.md").stdout.splitlines()[0] == "pallas"
    assert Path("pallas.apkg").is_file()


def test_standard_input_makes_a_deck(folder: Path) -> None:
    assert run("build", "-", stdin=NOTE).exit_code == 0
    assert Path("summaries.apkg").is_file()


def test_without_paths_the_configuration_says_what_to_build(note: Path) -> None:
    Path("deckgen.yaml").write_text(
        "decks:\n"
        "- {name: One, summaries: [pallas.md], output: one.apkg, kinds: [own]}\n"
        "- {name: Two, summaries: [pallas.md], output: two.apkg, tags: [gates]}\n"
    )
    result = run("build")
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if not line.startswith(" ")] == ["One", "Two"]
    assert "made       1 card: 1 own" in result.stdout
    assert '"gates"' in Path("two.lock.jsonl").read_text()
    assert run("build", "--deck", "Two").stdout.splitlines()[0] == "Two"


def test_a_configuration_elsewhere_counts_from_its_own_folder(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deckgen.yaml").write_text("decks:\n- {name: One, summaries: [pallas.md], output: one.apkg}\n")
    Path("below").mkdir()
    monkeypatch.chdir("below")
    assert run("build", "--config", "../deckgen.yaml").exit_code == 0
    assert (note.parent / "one.apkg").is_file()


def test_options_make_a_custom_deck(note: Path) -> None:
    options = ("--kinds", "own", "--tags", "b,a", "--subdecks", "by-paper", "--limit", "1")
    result = run("build", "pallas.md", "-o", "x.apkg", *options)
    assert "made       1 card: 1 own" in result.stdout
    entry = json.loads(Path("x.lock.jsonl").read_text().splitlines()[-1])
    assert entry["deck"] == "x::Pallas"
    assert {"a", "b"} <= set(entry["tags"])


# bad input


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("latin.md", b"Gr\xf6\xdfe ist alles.\n", "latin.md:1: is not UTF-8"),
        ("empty.md", b"", "empty.md: is empty"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "picture.md: is a binary file"),
        ("gone.md", None, "gone.md: no such file"),
        (".", None, ".: is a folder"),
    ],
)
def test_a_bad_file_is_one_line_and_the_rest_is_built(note: Path, name: str, content: bytes | None, says: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    result = run("build", name, "pallas.md", "-o", "x.apkg")
    assert result.exit_code == 1
    assert result.stderr.startswith(says)
    assert "read       1 summary" in result.stdout
    assert Path("x.apkg").is_file()


def test_a_file_that_cannot_be_read_retires_nothing(note: Path) -> None:
    run("build", "pallas.md", "-o", "x.apkg")
    before = Path("x.lock.jsonl").read_bytes()
    note.write_bytes(b"\x00")
    assert run("build", "pallas.md", "-o", "x.apkg").exit_code == 1
    assert Path("x.lock.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--deck", "A::::B"], "the deck name 'A::::B' has an empty level"),
        (["--deck", "Default"], "is the name of Anki's own first deck"),
        (["--kinds", "definitoin"], "did you mean 'definition'?"),
        (["--tags", "two words"], "the tag 'two words' holds a space"),
        (["--limit", "-1"], "-1 is not in the range x>=0"),
        (["--templates", "nowhere"], "'nowhere' does not exist"),
        (["--subdecks", "by-year"], "'by-year' is not 'by-paper'"),
        (["-o", "deck.zip"], 'let its name end in ".apkg"'),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(note: Path, arguments: list[str], says: str) -> None:
    result = run("build", "pallas.md", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["pallas.md"]


def test_without_paths_and_configuration_it_says_what_to_do(folder: Path) -> None:
    result = run("build")
    assert result.exit_code == 2
    assert result.stderr == (
        "deckgen.yaml: no such file; name summaries on the command line, or write a deckgen.yaml\n"
    )


def test_a_wrong_configuration_names_its_line(note: Path) -> None:
    Path("deckgen.yaml").write_text("decks:\n- name: One\n  sumaries: [pallas.md]\n")
    result = run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith("deckgen.yaml:3: unknown key 'sumaries'")


def test_a_clock_that_is_none_is_wrong_use(note: Path) -> None:
    result = run("build", "pallas.md", SOURCE_DATE_EPOCH="yesterday")
    assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.stderr) == (2, True)


def test_an_unwritable_target_leaves_the_old_deck_as_it_was(note: Path) -> None:
    run("build", "pallas.md", "-o", "x.apkg")
    before = {path: path.read_bytes() for path in Path().glob("x.*")}
    note.write_text(NOTE.replace("hinge", "logistic"))
    Path("x.apkg").chmod(0o444)
    if os.access("x.apkg", os.W_OK):  # root may write everything; a folder in its place stops even root
        Path("x.apkg").unlink()
        Path("x.apkg").mkdir()
        before.pop(Path("x.apkg"))
    result = run("build", "pallas.md", "-o", "x.apkg")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in before} == before


def test_a_text_without_facts_makes_no_deck_and_says_so(folder: Path) -> None:
    (folder / "todo.md").write_text("# Notes\n\n- TODO\n")
    result = run("build", "todo.md")
    assert result.exit_code == 1
    assert "no card is sure enough" in result.stderr
    assert not Path("todo.apkg").exists()


# cards and outline


def test_cards_are_shown_as_a_person_reads_them(note: Path) -> None:
    result = run("cards", "pallas.md")
    assert result.exit_code == 0
    assert "Q  Which loss trains the gates of Pallas?\nA  The hinge loss." in result.stdout
    assert list(Path().iterdir()) == [Path("pallas.md")]


def test_cards_as_json_have_exactly_these_keys(note: Path) -> None:
    cards = [json.loads(line) for line in run("cards", "pallas.md", "--json").stdout.splitlines()]
    assert all(list(card) == CARD_KEYS for card in cards)
    own = next(card for card in cards if card["kind"] == "own")
    assert (own["front"], own["back"], own["text"]) == ("Which loss trains the gates of Pallas?", "The hinge loss.", "")
    assert own["summary"] == "pallas"
    assert own["origin"]["path"] == "pallas.md"
    assert own["kept"] is True
    assert own["reasons"] == []


def test_all_shows_what_is_left_out_and_why(note: Path) -> None:
    with note.open("a") as file:
        file.write("\n## Notes\n\n- A GAN is a network. It is good because it works.\n")
    cards = [json.loads(line) for line in run("cards", "pallas.md", "--json", "--all").stdout.splitlines()]
    left_out = [card for card in cards if not card["kept"]]
    assert left_out
    assert all(card["reasons"] for card in left_out)
    assert len(run("cards", "pallas.md", "--json").stdout.splitlines()) == len(cards) - len(left_out)


def test_outline_shows_what_was_understood(note: Path) -> None:
    (summary,) = [json.loads(line) for line in run("outline", "pallas.md", "--json").stdout.splitlines()]
    assert (summary["id"], summary["topic"]) == ("pallas", "Pallas")
    assert summary["title"] == "Sparse Gates for Wide Networks"
    assert summary["metadata"]["authors"] == ["Ada Low", "Bo Chan"]
    assert summary["blocks"][0] == {"role": "heading", "level": 1, "text": "Method", "line": 8, "section": []}
    item = summary["blocks"][1]
    assert (item["role"], item["depth"], item["line"], item["section"]) == ("item", 1, 10, ["Method"])
    assert "    10    - Pallas is a gating layer" in run("outline", "pallas.md").stdout


def test_an_interrupted_pipe_and_a_broken_note_are_no_traceback(note: Path) -> None:
    note.write_text("---\ntitle: [\n---\n\nText.\n")
    result = run("cards", "pallas.md")
    assert result.exit_code == 1
    assert result.stderr.startswith("pallas.md:")
