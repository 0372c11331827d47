"""What a side file may say about summaries, and how its mistakes are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.errors import ConfigError, DeckgenError
from deckgen.readers import flattened, sidefile
from deckgen.readers.sidefile import SideFile
from deckgen.readers.source import Source

HERE = Path(__file__).parent
PAGE = "[link]\nGates are closed when idle. |\n[link]\nDoors are open at night. |\n[link]\nWalls never move. |\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def parse(text: str) -> SideFile:
    path = Path(sidefile.NAME)
    path.write_text(text, encoding="utf-8")
    return sidefile.read(path)


def test_a_list_follows_the_order_of_the_page() -> None:
    side = parse("page.txt:\n  - {title: Gates, year: 2016}\n  -\n  - {authors: 'Ada Low, Bo Chan'}\n")
    first, second, third = (side.entry("page.txt", n) for n in (1, 2, 3))
    assert first is not None
    assert (first.title, first.year, first.line) == ("Gates", 2016, 2)
    assert second is None
    assert third is not None
    assert third.authors == ("Ada Low", "Bo Chan")


def test_positions_may_be_given_one_by_one_and_one_summary_without_any() -> None:
    side = parse("page.txt:\n  3: {skip: true}\nnote.txt: {topic: '', tags: [vision, gates]}\n")
    third, note = side.entry("dumps/page.txt", 3), side.entry("note.txt")
    assert third is not None
    assert third.skip
    assert side.entry("page.txt", 1) is None
    assert note is not None
    assert (note.topic, note.tags) == ("", ("vision", "gates"))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("page.txt:\n  - {titel: Gates}\n", 2, "unknown key 'titel'"),
        ("page.txt:\n  - title: Gates\n    year: soon\n", 3, "no year"),
        ("page.txt:\n  - {id: 'Two Words'}\n", 2, "id 'Two Words'"),
        ("page.txt:\n  - {id: a}\n  - {id: a}\n", 3, "already used in line 2"),
        ("page.txt:\n  first: {id: a}\n", 2, "no position"),
        ("page.txt:\n  - {url: example}\n", 2, "does not start with"),
        ("page.txt:\n  - {skip: maybe}\n", 2, "true or false"),
        ("page.txt:\n  - {title: [a, b]}\n", 2, "one value"),
        ("page.txt:\n  - {title: a, title: b}\n", 2, "twice"),
        ("page.txt: []\npage.txt: []\n", 2, "twice"),
        ("page.txt:\n  - [a\n", 3, "not valid YAML"),
        ("- page.txt\n", 1, "expected file names"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        parse(text)
    assert str(caught.value).startswith(f"summaries.yaml:{line}: ")


def test_a_folder_without_a_side_file_has_none(tmp_path: Path) -> None:
    assert sidefile.load(tmp_path) is None


def test_a_side_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / sidefile.NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="UTF-8"):
        sidefile.load(tmp_path)


def test_no_text_makes_it_fail_otherwise() -> None:
    for text in (
        "",
        "# nothing\n",
        "a: {b: {c: d}}\n",
        "1: 2\n",
        "? [a]\n: b\n",
        "a: *b\n",
        "a: !!python/object:os {}\n",
    ):
        try:
            parse(text)
        except DeckgenError:
            continue


def test_what_it_says_beats_what_the_text_says() -> None:
    side = parse(
        "page.txt:\n  - {id: gates, title: 'Gating: A Study', year: 2016, url: 'https://example.org/a'}\n  2: "
        "{}\n".replace("  2: {}\n", "")
    )
    first, second, third = flattened.read(Source("page.txt", PAGE), side)
    assert (first.id, first.title, first.topic, first.year) == ("gates", "Gating: A Study", "Gating", 2016)
    assert (second.id, second.title) == ("page-2", "")
    assert third.id == "page-3"


def test_a_skipped_summary_leaves_the_others_their_ids() -> None:
    side = parse("page.txt:\n  1: {skip: true}\n")
    assert [summary.id for summary in flattened.read(Source("page.txt", PAGE), side)] == ["page-2", "page-3"]


def test_the_example_names_every_summary_of_two_pages() -> None:
    side = sidefile.load(HERE / "side")
    assert side is not None
    named = {name: sorted(entries) for name, entries in side.entries.items()}
    assert [len(positions) for positions in named.values()] == [23, 5]
    assert all(entry.title or entry.skip for entries in side.entries.values() for entry in entries.values())
