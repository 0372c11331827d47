"""Which reader takes a file, and what becomes of files in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen import readers
from deckgen.errors import SourceError
from deckgen.readers import sidefile
from deckgen.readers.source import Source

FLAT = (
    "# Gates ## Idea * Gates are cheap units. * They let a signal pass when it is large. ## Cost The cost is low. " * 3
)


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("note.md", "# Gates\n\n* Cheap.\n", "markdown"),
        ("note.markdown", "Gates - doors - valves.\n", "markdown"),
        ("abstract.txt", "We build a gate.\nIt is cheap.\n", "markdown"),
        ("-", "# Gates\n\n* Cheap.\n", "markdown"),
        ("dump.txt", FLAT, "flattened"),
        ("dump.txt", f"[link]\n{FLAT} |\n[link]\n{FLAT} |\n", "flattened"),
        ("crawled.md", FLAT, "flattened"),
        ("page.html", "<p>Gates</p>", "html"),
        ("page.HTM", "Gates", "html"),
        ("-", "\n<!DOCTYPE html><html><p>Gates</p></html>", "html"),
    ],
)
def test_a_file_is_taken_by_its_reader(name: str, text: str, reader: str) -> None:
    assert next(each.name for each in readers.READERS if each.takes(Source(name, text))) == reader


def test_the_last_reader_takes_anything() -> None:
    assert readers.READERS[-1].takes(Source("x", ""))


def test_a_text_in_another_language_is_passed_over_with_a_line() -> None:
    text = (
        "# Les portes\n\nNous proposons une porte qui laisse passer le signal quand il est grand. "
        "Elle est moins chère que les autres portes, et les résultats sont meilleurs sur toutes les données.\n"
    )
    found = readers.read(Source("porte.md", text))
    assert found.summaries == ()
    assert [str(warning) for warning in found.warnings] == [
        "porte.md:1: is in French, and only English is understood; it is skipped"
    ]


def test_a_missing_image_is_a_warning_with_its_line() -> None:
    found = readers.read(Source("note.md", "Gates are cheap.\n\n![Cost](cost.png)\n"))
    assert len(found.summaries) == 1
    assert [str(warning) for warning in found.warnings] == [
        "note.md:3: image cost.png not found; add the file or mend its path"
    ]


def test_broken_front_matter_stops_its_own_file_only() -> None:
    with pytest.raises(SourceError, match=r"note\.md:2: front matter is not valid YAML"):
        readers.read(Source("note.md", "---\ntitle: [Gates\n---\nText.\n"))


def test_the_side_file_names_and_skips_summaries_of_markdown_too(tmp_path: Path) -> None:
    path = tmp_path / "summaries.yaml"
    path.write_text(
        'papers.md:\n  - {skip: true}\n  - {id: doors, title: "Wide doors", topic: Door}\n', encoding="utf-8"
    )
    side = sidefile.read(path)
    text = "# Gates (2019)\n\nThey are cheap.\n\n# Doors (2020)\n\nThey are wide.\n"
    (summary,) = readers.read(Source("papers.md", text), side).summaries
    assert (summary.id, summary.title, summary.topic) == ("doors", "Wide doors", "Door")
