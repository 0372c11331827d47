"""The picture of the cards in the README, and sheets of any cards to look at.

    python tests/picture.py                               makes .github/images/card.png anew
    python tests/picture.py sheet.png 380 night KEY ...   question and answer of these cards, as a phone shows them

The cards are those of the committed deck, or of the package that DECK names. Anki's own renderer fills their templates,
Chromium draws them, pngquant makes the file small. WEB may name the folder `_aqt/data/web` of the package aqt: then the
sheet has Anki's own style sheets, and MathJax draws the formulas. Not run by pytest: it needs Chromium, pngquant and a
good font (Roboto).
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests import anki_helpers as anki  # noqa: E402 - the line above lets it be found

PICTURE = ROOT / ".github" / "images" / "card.png"
DECK = Path(os.environ.get("DECK", ROOT / "decks" / "deep-learning-papers.apkg"))
WEB = os.environ.get("WEB", "")
REASON, CLOZE = "r-fcn#reason-22f9bbe69b25", "squeezenet#result-4e7be06d48db"
"""The cards of the README's picture: by day both sides, by night the answer."""

PAGE = """<!doctype html><html class="{night}"><meta charset="utf-8">
<base href="{base}">{head}<body class="card {night}">
<div id="qa">{content}</div>"""
PLAIN = "<style>body { margin: 20px } img { max-width: 100% }</style>"  # what Anki gives every card
ANKI = """<link rel="stylesheet" href="{web}/css/webview.css"><link rel="stylesheet" href="{web}/css/reviewer.css">
<script src="{web}/js/mathjax.js"></script>
<script>MathJax.loader.paths.mathjax = "{web}/js/vendor/mathjax"; MathJax.startup.typeset = true</script>
<script src="{web}/js/vendor/mathjax/tex-chtml-full.js"></script>"""
SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 20px; display: inline-grid; gap: 20px; grid-template-columns: repeat({columns}, {width}px);
        align-items: {align} }}
iframe {{ border: 1px solid #d8d8d8; border-radius: 10px; width: {width}px; height: 700px; box-sizing: border-box }}
</style>{frames}<script>
onload = () => setTimeout(() => {{
  const frames = [...document.querySelectorAll("iframe")];
  const heights = frames.map(frame => frame.contentDocument.body.offsetHeight + 2);
  frames.forEach((frame, i) => frame.style.height = (frame.dataset.even ? Math.max(...heights) : heights[i]) + "px");
  document.title = document.body.offsetWidth + "x" + document.body.offsetHeight;
}}, {wait});
</script>"""


@dataclass(frozen=True)
class Side:
    """One side of a card, by day or by night."""

    content: str
    night: bool = False


def sides(keys: Sequence[str], media: Path) -> dict[str, tuple[Side, Side]]:
    """Question and answer of the first card of these notes, as Anki renders them; their images go to `media`."""
    found = {}
    with tempfile.TemporaryDirectory() as folder, anki.collection(Path(folder)) as col:
        anki.load(col, DECK)
        for card in anki.cards(col):
            key = card.note()["Key"]
            if key in keys and key not in found:
                found[key] = Side(card.question()), Side(card.answer())
        for file in Path(col.media.dir()).iterdir():
            (media / file.name).write_bytes(file.read_bytes())
    if missing := [key for key in keys if key not in found]:
        sys.exit(f"{DECK} has no card {missing[0]}")
    return found


def sheet(frames: Sequence[Side], *, base: Path, width: int, columns: int, even: bool) -> str:
    """A page with the sides in a grid, each in a window of its own; with `even` all are as high as the highest."""
    head = ANKI.format(web=f"file://{WEB}") if WEB else PLAIN

    def frame(side: Side) -> str:
        night = "night-mode nightMode" if side.night else ""
        page = PAGE.format(base=f"{base.as_uri()}/", head=head, night=night, content=side.content)
        return f'<iframe srcdoc="{html.escape(page)}"{" data-even=1" if even else ""}></iframe>'

    drawn = "".join(frame(side) for side in frames)
    wait, align = 3000 if WEB else 200, "stretch" if even else "start"
    return SHEET.format(columns=columns, width=width, frames=drawn, wait=wait, align=align)


def shoot(page: str, picture: Path, scale: float = 1) -> None:
    """Draw a page at the size that it says it has."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheet.html"
        file.write_text(page, encoding="utf-8")
        size = re.search(r"<title>(\d+)x(\d+)</title>", chromium(file, "--dump-dom", "--window-size=4000,4000"))
        if size is None:
            sys.exit("Chromium has not drawn the page")
        window = f"--window-size={size[1]},{size[2]}"
        chromium(file, f"--screenshot={picture}", window, f"--force-device-scale-factor={scale}")


def chromium(file: Path, *options: str) -> str:
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--hide-scrollbars")
    page = ("--allow-file-access-from-files", "--default-background-color=00000000", "--virtual-time-budget=20000")
    command = ["chromium", *flags, *page, *options, file.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def chosen(found: dict[str, tuple[Side, Side]], night: bool) -> Iterator[Side]:
    for pair in found.values():
        yield from (replace(side, night=night) for side in pair)


def main(arguments: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        media = Path(folder)
        if arguments:
            picture, width, mode, *keys = arguments
            frames = tuple(chosen(sides(keys, media), mode == "night"))
            page = sheet(frames, base=media, width=int(width), columns=4 if int(width) < 500 else 2, even=False)
            shoot(page, Path(picture).resolve())
            return
        found = sides((REASON, CLOZE), media)
        frames = (*found[REASON], replace(found[CLOZE][1], night=True))
        shoot(sheet(frames, base=media, width=360, columns=3, even=True), PICTURE, scale=2)
        subprocess.run(["pngquant", "--force", "--ext=.png", "--strip", "64", PICTURE], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
