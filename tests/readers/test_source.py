"""Files as text: what is cleaned, what is refused and with which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.errors import SourceError
from deckgen.readers import source


def test_line_breaks_spaces_and_invisible_characters_become_plain() -> None:
    text = source.normalise("\ufeffefﬁcient\u00a0nets\r\nzero\u200bwidth\rsoft\u00adhyphen\n")
    assert text == "efficient nets\nzerowidth\nsofthyphen\n"


def test_cleaning_moves_no_line() -> None:
    text = "a\r\nb\u2028c\x0cd\n\ne"
    assert source.normalise(text).count("\n") == 3


def test_emoji_keep_their_joiners() -> None:
    assert source.normalise("👩\u200d🔬 a\u200db") == "👩\u200d🔬 ab"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xff\xfea\x00", "UTF-16"),
        (b"GIF89a\x00\x01", "binary"),
        (b"good line\nbad \xe9 line\n", "not UTF-8 at byte 14"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=message):
        source.load(path, "note.md")


def test_the_line_of_a_broken_character_is_named(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"good line\nbad \xe9 line\n")
    with pytest.raises(SourceError) as caught:
        source.load(path, "notes/note.md")
    assert str(caught.value).startswith("notes/note.md:2: ")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        source.load(tmp_path / "nothing.md", "nothing.md")
    with pytest.raises(SourceError, match="is a folder"):
        source.load(tmp_path, "notes")
