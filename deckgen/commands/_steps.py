"""The parts of the pipeline that several commands run, with a progress bar, and the problems printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.commands import _options, _report
from deckgen.progress import shown

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.album import Fetch
    from deckgen.config import Deck
    from deckgen.pipeline import Build, Judged, Texts


def read(deck: Deck) -> Texts:
    """What the readers understood of a deck's summaries."""
    from deckgen import pipeline, sources

    texts = pipeline.read(sources.find(deck.summaries, deck.root))
    _report.problems((*texts.problems, *texts.notices))
    return texts


def judge(deck: Deck) -> tuple[Texts, Judged]:
    """The same, and every card with the verdict on it."""
    from deckgen import album, pipeline

    texts = read(deck)
    with shown() as progress:
        illustrated = album.illustrate(texts.summaries, deck)
        return texts, pipeline.judge(illustrated.summaries, deck, progress)


def build(
    deck: Deck,
    *,
    refresh: bool = False,
    base: Path | None = None,
    forget: frozenset[str] = frozenset(),
    fetch: Fetch | None = None,
) -> Build:
    """A deck, built and not written; without `fetch` it stays offline."""
    from deckgen import pipeline

    with shown() as progress:
        built = pipeline.build(
            deck, _options.now(), refresh=refresh, base=base, forget=forget, fetch=fetch, progress=progress
        )
    _report.problems((*built.texts.problems, *built.texts.notices, *built.notices))
    return built
