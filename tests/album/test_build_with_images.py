"""`deckgen build --fetch-images`: what is fetched, what is pinned, and that later builds need no network."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.album.web import OTHER_PNG, PNG, Answer, Web
from tests.commandline import run

if TYPE_CHECKING:
    from click.testing import Result

NOTE = """\
---
title: Sparse Gates for Wide Networks
topic: Pallas
---

# Method

Pallas is a gating layer that switches off nine tenths of the units of a wide network. ![A badge]({web}/badge.png)

![The architecture of Pallas]({web}/net.png?raw=true)

## Cards

Q: What does a gate look like?
A: ![a gate]({web}/my%20gate)
"""


ZEROS = "0" * 64


@pytest.fixture
def remote(folder: Path, web: Web) -> Path:
    """A note with three remote images, of which two are the point of a card."""
    web.answers |= {"/net.png?raw=true": Answer(), "/my%20gate": Answer(OTHER_PNG), "/badge.png": Answer()}
    path = folder / "pallas.md"
    path.write_text(NOTE.replace("{web}", web.address), encoding="utf-8")
    return path


def build(*options: str) -> Result:
    return run("build", "pallas.md", "-o", "x.apkg", *options)


def media(deck: str = "x.apkg") -> dict[str, bytes]:
    """The media of a package by the first word of their names."""
    with zipfile.ZipFile(deck) as archive:
        names = json.loads(archive.read("media"))
        return {name.rpartition("-")[0]: archive.read(number) for number, name in names.items()}


def pins() -> list[dict[str, str]]:
    lines = Path("x.images.jsonl").read_text().splitlines()
    assert json.loads(lines[0]) == {"images": 1}
    return [json.loads(line) for line in lines[1:]]


def test_without_the_option_nothing_is_asked_for_and_images_stay_links(remote: Path, web: Web) -> None:
    assert build().exit_code == 0
    assert media() == {}
    assert not web.asked
    assert sorted(path.name for path in Path().iterdir()) == ["pallas.md", "x.apkg", "x.lock.jsonl"]


def test_images_that_a_card_shows_are_fetched_and_packed(remote: Path, web: Web) -> None:
    result = build("--fetch-images")
    assert (result.exit_code, result.stderr.count("image")) == (0, 0)
    assert media() == {"net": PNG, "my-gate": OTHER_PNG}
    assert sorted(web.asked) == ["/my%20gate", "/net.png?raw=true"]  # the badge is on no card


def test_pins_name_address_and_content(remote: Path, web: Web) -> None:
    build("--fetch-images")
    first, second = pins()
    assert [first["address"], second["address"]] == [f"{web.address}/my%20gate", f"{web.address}/net.png?raw=true"]
    for pin, content in ((first, OTHER_PNG), (second, PNG)):
        assert (Path("x.images") / pin["name"]).read_bytes() == content
        assert pin["sha256"].startswith(Path(pin["name"]).stem.rpartition("-")[2])


@pytest.mark.parametrize("options", [(), ("--fetch-images",)])
def test_a_later_build_takes_what_is_pinned_and_asks_nobody(remote: Path, web: Web, options: tuple[str, ...]) -> None:
    build("--fetch-images")
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in Path().rglob("*.*") if path.is_file()}
    web.asked.clear()
    web.answers["/net.png?raw=true"] = Answer(b"\x89PNG\r\n\x1a\n somebody else's")
    result = build(*options)
    assert "wrote      nothing" in result.stdout
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in before} == before
    assert not web.asked


def test_the_same_deck_comes_from_pins_and_images_alone(remote: Path) -> None:
    build("--fetch-images")
    first = Path("x.apkg").read_bytes()
    Path("x.apkg").unlink()
    Path("x.lock.jsonl").unlink()
    build()
    assert media() == {"net": PNG, "my-gate": OTHER_PNG}
    Path("x.apkg").unlink()
    Path("x.lock.jsonl").unlink()
    shutil.rmtree("x.images")
    build("--fetch-images")
    assert Path("x.apkg").read_bytes() == first


def test_where_only_deck_and_pins_were_committed_the_deck_has_the_images(remote: Path) -> None:
    build("--fetch-images")
    shutil.rmtree("x.images")
    result = build()
    assert "wrote      nothing" in result.stdout
    assert result.stderr == ""


def test_an_image_that_changed_is_not_taken_until_its_line_is_deleted(remote: Path, web: Web) -> None:
    build("--fetch-images")
    shutil.rmtree("x.images")
    Path("x.apkg").unlink()
    web.answers["/net.png?raw=true"] = Answer(PNG + b" repainted")
    result = build("--fetch-images")
    assert result.exit_code == 0
    (line,) = [line for line in result.stderr.splitlines() if "net.png" in line]
    assert line.startswith("pallas.md:10: image ")
    assert "delete its line in x.images.jsonl" in line
    kept = [line for line in Path("x.images.jsonl").read_text().splitlines() if "net.png" not in line]
    Path("x.images.jsonl").write_text("\n".join(kept) + "\n")
    build("--fetch-images")
    assert media()["net"] == PNG + b" repainted"


def test_a_failed_fetch_is_one_line_and_the_link_stays(remote: Path, web: Web) -> None:
    web.answers["/my%20gate"] = Answer(b"gone", 410, "text/plain")
    result = build("--fetch-images")
    assert result.exit_code == 0
    (line,) = [line for line in result.stderr.splitlines() if "gate" in line]
    assert line == f"pallas.md:14: image {web.address}/my%20gate stays a link: the server says 410 Gone"
    assert media() == {"net": PNG}
    assert f"{web.address}/my%20gate" in Path("x.lock.jsonl").read_text()
    assert [pin["name"].rpartition("-")[0] for pin in pins()] == ["net"]


def test_a_damaged_image_is_named_and_fetched_again_on_demand(remote: Path) -> None:
    build("--fetch-images")
    Path("x.apkg").unlink()
    (damaged,) = Path("x.images").glob("net-*")
    damaged.write_bytes(PNG[:-1])
    assert f"{damaged.as_posix()}: is not what was pinned" in build().stderr
    build("--fetch-images")
    assert damaged.read_bytes() == PNG
    assert media()["net"] == PNG


def test_a_published_card_outlives_the_loss_of_its_image(remote: Path) -> None:
    build("--fetch-images")
    for path in ("x.images.jsonl", "x.apkg"):
        Path(path).unlink()
    shutil.rmtree("x.images")
    build()
    lines = [json.loads(line) for line in Path("x.lock.jsonl").read_text().splitlines()]
    assert not [line["key"] for line in lines if "retired" in line.get("tags", ()) or line.get("state") == "retired"]


def test_check_and_cards_use_pins_and_never_the_network(remote: Path, web: Web) -> None:
    Path("deckgen.yaml").write_text(
        "decks:\n  - {name: Papers, summaries: [pallas.md], output: x.apkg, fetch-images: true}\n"
    )
    assert run("check").exit_code == 1
    assert not web.asked
    assert run("build").exit_code == 0
    assert media() == {"net": PNG, "my-gate": OTHER_PNG}
    web.asked.clear()
    assert run("check").exit_code == 0
    assert "image" in run("cards").stdout
    assert not web.asked


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "is no pin of an image"),
        ('{"address":"a"}', "is no pin of an image"),
        (f'{{"address":"a","sha256":"{ZEROS}","name":"../x-{ZEROS[:12]}.png"}}', "not named by its content"),
        (f'{{"address":"a","sha256":"{ZEROS}","name":"x-0123456789ab.png"}}', "not named by its content"),
        ("<<<<<<< mine", "is no pin of an image"),
    ],
)
def test_pins_that_cannot_be_trusted_stop_the_build(remote: Path, line: str, complaint: str) -> None:
    Path("x.images.jsonl").write_text(f'{{"images":1}}\n{line}\n')
    result = build()
    assert result.exit_code == 2
    assert result.stderr.startswith("x.images.jsonl:2: ")
    assert complaint in result.stderr
    assert not Path("x.apkg").exists()


def test_pins_of_a_newer_deckgen_are_left_alone(remote: Path) -> None:
    Path("x.images.jsonl").write_text('{"images":2}\n')
    assert "newer deckgen" in build("--fetch-images").stderr
    assert Path("x.images.jsonl").read_text() == '{"images":2}\n'
