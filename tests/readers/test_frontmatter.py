"""Front matter: YAML and TOML, what is none, and errors that name the line."""

from __future__ import annotations

import datetime

import pytest

from deckgen.errors import SourceError
from deckgen.readers import frontmatter, markdown
from deckgen.readers.source import Source


def split(text: str) -> frontmatter.FrontMatter:
    return frontmatter.split(Source("note.md", text))


def test_yaml_is_read_and_blanked_without_moving_a_line() -> None:
    front = split('---\ntitle: "Gates: a survey"\nYear: 2019\nauthors: [Ada Low, Bo Chan]\n---\n\n# Gates\n')
    assert front.values == {"title": "Gates: a survey", "year": 2019, "authors": ["Ada Low", "Bo Chan"]}
    assert front.body.split("\n")[6] == "# Gates"
    assert front.lines == {"title": 2, "year": 3, "authors": 4}


def test_toml_is_read() -> None:
    front = split('+++\ntitle = "Gates"\ndate = 2019-05-01\ntags = ["gates"]\n+++\nBody.\n')
    assert front.values == {"title": "Gates", "date": datetime.date(2019, 5, 1), "tags": ["gates"]}


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nGates are cheap.\n\n---\n\nMore.\n",
        "---\nGates are cheap.\n",
        "Gates\n---\ntitle: x\n---\n",
        "***\nGates\n***\n",
    ],
)
def test_rules_around_text_are_no_front_matter(text: str) -> None:
    assert split(text).values == {}
    assert split(text).body == text


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Gates: a survey", "Gates: a survey"),
        ("title: @low2019", "@low2019"),
        ("title: `gates` in use", "`gates` in use"),
        ("title: *gates*", "*gates*"),
        ("title: 50% of gates", "50% of gates"),
        ("title:\tGates", "Gates"),
    ],
)
def test_values_that_people_forget_to_quote_are_read(line: str, value: str) -> None:
    assert split(f"---\n{line}\n---\nBody.\n").values == {"title": value}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nyear: 2019\ntitle: [unclosed\n---\nBody.\n", 3),
        ('---\ntitle: "unclosed\n---\nBody.\n', 2),
        ("+++\ntitle = unquoted\n+++\nBody.\n", 2),
    ],
)
def test_broken_front_matter_is_an_error_with_its_line(text: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        split(text)
    assert caught.value.line is not None
    assert abs(caught.value.line - line) <= 1
    assert str(caught.value).startswith("note.md:")


def test_aliases_cannot_unfold_to_gigabytes() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nBody.\n"
    with pytest.raises(SourceError, match="alias"):
        split(bomb)


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    with pytest.raises(SourceError):
        split("---\na: " + "[" * 5000 + "\n---\nBody.\n")


def test_an_abstract_that_only_the_front_matter_holds_is_text() -> None:
    text = '---\ntitle: Gates\nabstract: "We build a gate. It\n  is cheap, with $g > 0$."\n---\n'
    (summary,) = markdown.read(Source("note.md", text))
    (block,) = summary.blocks
    assert block.text == "We build a gate. It is cheap, with Zq0x."
    assert str(block.origin) == "note.md:3"


def test_an_abstract_that_the_body_repeats_is_read_once() -> None:
    words = "We build a gate that opens only for what it has seen before, and it is cheap."
    (summary,) = markdown.read(Source("note.md", f"---\nabstract: {words}\n---\n{words}\n"))
    assert [block.text for block in summary.blocks] == [words]


def test_the_id_of_the_front_matter_becomes_the_id_of_the_summary() -> None:
    (summary,) = markdown.read(Source("notes/Long Name.md", "---\nid: Gates 2019\n---\nText here.\n"))
    assert summary.id == "gates-2019"


def test_without_an_id_the_file_names_the_summary() -> None:
    (summary,) = markdown.read(Source("notes/Señor_Gate (2019).md", "Text here.\n"))
    assert summary.id == "senor-gate-2019"
