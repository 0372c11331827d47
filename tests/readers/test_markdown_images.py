"""Images: local files travel, remote ones stay links, missing ones leave their words and a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.model import Element, ElementKind, Role, Summary
from deckgen.readers import markdown, source

PICTURE = b"\x89PNG\r\n\x1a\n not really"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notes = tmp_path / "vault" / "notes"
    (notes / "images").mkdir(parents=True)
    (notes / "images" / "my gate.png").write_bytes(PICTURE)
    (tmp_path / "vault" / "attachments").mkdir()
    (tmp_path / "vault" / "attachments" / "door.png").write_bytes(PICTURE + b"2")
    (notes / "secret.txt").write_text("secret", encoding="utf-8")
    return notes


def read(folder: Path, text: str) -> tuple[Summary, list[tuple[str, int]]]:
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    warnings: list[tuple[str, int]] = []
    (summary,) = markdown.read(source.load(path, "note.md"), None, lambda *warning: warnings.append(warning))
    return summary, warnings


def images(summary: Summary) -> list[Element]:
    return [element for element in summary.elements.values() if element.kind is ElementKind.IMAGE]


@pytest.mark.parametrize(
    "markup",
    [
        '![A gate](images/my%20gate.png?raw=true "Gate")',
        '![A gate](<images/my gate.png> "Gate")',
        '![A gate](images/my gate.png "Gate")',
        '<img src="images/my gate.png" alt="A gate" title="Gate">',
    ],
)
def test_a_local_image_becomes_media_named_by_its_content(folder: Path, markup: str) -> None:
    summary, warnings = read(folder, f"{markup}\n")
    (image,) = images(summary)
    assert (image.text, image.title) == ("A gate", "Gate")
    assert image.media is not None
    assert image.media.content == PICTURE
    assert image.media.name.startswith("my-gate-")
    assert image.media.name.endswith(".png")
    assert summary.blocks[0].role is Role.IMAGE
    assert not warnings


def test_an_embed_is_found_in_the_vault(folder: Path) -> None:
    summary, warnings = read(folder, "![[door.png|300]]\n")
    (image,) = images(summary)
    assert image.media is not None
    assert not warnings


def test_a_remote_image_stays_an_address(folder: Path) -> None:
    summary, warnings = read(folder, "- ![Plot](https://example.org/plot.png)\n")
    (image,) = images(summary)
    assert (image.href, image.media) == ("https://example.org/plot.png", None)
    assert summary.blocks[0].role is Role.ITEM
    assert not warnings


def test_a_missing_image_leaves_its_words_and_a_warning(folder: Path) -> None:
    summary, warnings = read(folder, "Text.\n\n![The loss falls](loss.png)\n")
    assert [(block.role, block.text) for block in summary.blocks[1:]] == [(Role.IMAGE, "The loss falls")]
    assert [line for _, line in warnings] == [3]
    assert "loss.png" in warnings[0][0]


@pytest.mark.parametrize("address", ["secret.txt", "../../../../../../etc/passwd", "/etc/hostname", "images", "."])
def test_only_pictures_are_opened(folder: Path, address: str) -> None:
    summary, _ = read(folder, f"Text ![x]({address}) here.\n")
    assert not images(summary)


def test_images_on_lines_of_their_own_are_blocks_of_their_own(folder: Path) -> None:
    summary, _ = read(folder, "![a](https://example.org/a.png)\n![b](https://example.org/b.png)\nA caption.\n")
    assert [(block.role, block.origin.line) for block in summary.blocks] == [
        (Role.IMAGE, 1),
        (Role.IMAGE, 2),
        (Role.PARAGRAPH, 3),
    ]
