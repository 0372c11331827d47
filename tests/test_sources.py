"""Paths, globs and standard input become sources."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from deckgen import sources
from deckgen.errors import SourceError
from deckgen.readers.source import Source


@pytest.fixture
def notes(folder: Path) -> Path:
    for name in ("notes/b.md", "notes/a.md", "notes/deep/c.md", "notes/.hidden.md", "notes/data.csv"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}.\n", encoding="utf-8")
    return folder


def names(*patterns: str, root: Path = Path()) -> list[str]:
    return [item.name if isinstance(item, Source) else str(item) for item in sources.find(patterns, root)]


def test_a_path_is_that_file_under_the_name_it_was_given(notes: Path) -> None:
    (source,) = sources.find(["./notes/a.md"])
    assert isinstance(source, Source)
    assert (source.name, source.text) == ("notes/a.md", "Text of notes/a.md.\n")


def test_a_glob_is_its_files_by_name_without_folders_and_hidden_files(notes: Path) -> None:
    assert names("notes/*") == ["notes/a.md", "notes/b.md", "notes/data.csv"]
    assert names("notes/**/*.md") == ["notes/a.md", "notes/b.md", "notes/deep/c.md"]


def test_the_order_is_as_given_and_a_file_named_twice_counts_once(notes: Path) -> None:
    assert names("notes/b.md", "notes/*.md", str(notes / "notes/a.md")) == ["notes/b.md", "notes/a.md"]


def test_patterns_start_from_the_root(notes: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "x.md").write_text("Text.\n", encoding="utf-8")
    assert names("*.md", root=elsewhere) == ["x.md"]


def test_an_absolute_glob_works_too(notes: Path) -> None:
    assert names(f"{notes}/notes/a*") == [(notes / "notes/a.md").as_posix()]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(notes: Path) -> None:
    (notes / "notes" / "[a].md").write_text("Text.\n", encoding="utf-8")
    assert names("notes/[a].md") == ["notes/[a].md"]


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Größe.\n".encode())))
    (source,) = sources.find(["-", "-"])
    assert isinstance(source, Source)
    assert (source.name, source.text) == ("<stdin>", "Größe.\n")


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("notes", "notes: is a folder; name the files in it, such as 'notes/*.md'"),
        ("nowhere.md", "nowhere.md: no such file; check the spelling"),
        ("notes/*.txt", "notes/*.txt: no file matches; check the spelling"),
        ("empty.md", "empty.md: is empty"),
        ("latin.md", "latin.md:2: is not UTF-8"),
        ("picture.png", "picture.png: is a binary file"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_the_rest_is_read(notes: Path, pattern: str, says: str) -> None:
    (notes / "empty.md").write_text(" \n")
    (notes / "latin.md").write_bytes(b"Line one.\nGr\xf6\xdfe\n")
    (notes / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    error, source = sources.find([pattern, "notes/a.md"])
    assert isinstance(error, SourceError)
    assert str(error).startswith(says)
    assert "\n" not in str(error)
    assert isinstance(source, Source)


def test_a_name_with_a_nul_is_no_crash(notes: Path) -> None:
    (error,) = sources.find(["a\x00b.md"])
    assert isinstance(error, SourceError)
