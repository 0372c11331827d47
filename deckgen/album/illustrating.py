"""Summaries with the remote images that their deck has pinned, or fetches now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from deckgen import cards, facts, files
from deckgen.album import pins
from deckgen.album.fetching import Fetch
from deckgen.album.pins import Pin
from deckgen.errors import DeckgenError, SourceError
from deckgen.model import Element, ElementKind, Media, Origin, Summary
from deckgen.readers.images import is_remote
from deckgen.writers import earlier

if TYPE_CHECKING:
    from deckgen.config import Deck

_SHOWING: Final = frozenset({"image", "own"})
"""The kinds of card whose point can be an image; the author's own are made whatever kinds are asked for."""

_Progress: TypeAlias = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Illustrated:
    """Summaries whose pinned images are media.

    Attributes:
        summaries: in the order they came.
        notices: images that could not be had, one line each; they stay links.
        files: path -> content of the pins, when they have changed; they stand beside the deck.
        images: path -> content of the images that are not yet in the deck's folder.
    """

    summaries: tuple[Summary, ...]
    notices: tuple[DeckgenError, ...] = ()
    files: Mapping[Path, bytes] = field(default_factory=dict)
    images: Mapping[Path, bytes] = field(default_factory=dict)


def illustrate(
    summaries: Sequence[Summary], deck: Deck, fetch: Fetch | None = None, progress: _Progress = lambda *_: None
) -> Illustrated:
    """Turn remote images into media: the pinned ones, and with `fetch` those that a card would show.

    Args:
        summaries: of the deck.
        deck: beside whose output the pins and the images are.
        fetch: gets an image; None stays offline.
        progress: is told how many images are fetched.

    Raises:
        LockError: the pins cannot be trusted.
    """
    addresses = {element.href for summary in summaries for element in _remote(summary).values()}
    if not addresses:
        return Illustrated(tuple(summaries))
    known = pins.read(pins.pins_path(deck.output))
    album = _Album(deck, known, _kept(deck, [pin for address, pin in known.items() if address in addresses]))
    if fetch is not None:
        album.complete(summaries, fetch, progress)
    else:
        album.miss(summaries)
    shown = tuple(_with_media(summary, album.media) for summary in summaries)
    return Illustrated(shown, tuple(album.notices), album.changed(), album.new)


def store(images: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write images into their folder; nothing else names them yet, so a killed build leaves no harm.

    Raises:
        WriteError: they cannot be written.
    """
    for folder in sorted({path.parent for path in images}):
        files.write_together({p: c for p, c in images.items() if p.parent == folder}, folder / ".journal")
    return tuple(images)


@dataclass(slots=True)
class _Album:
    """What is pinned, what is there, and what this build adds to either."""

    deck: Deck
    pins: dict[str, Pin]
    media: dict[str, Media]
    notices: list[DeckgenError] = field(default_factory=list)
    new: dict[Path, bytes] = field(default_factory=dict)

    def complete(self, summaries: Sequence[Summary], fetch: Fetch, progress: _Progress) -> None:
        """Fetch each image that a card would show and that is not there."""
        wanted: dict[str, Origin] = {}
        for summary in summaries:
            for address, origin in _on_cards(summary, self.deck, self.media):
                wanted.setdefault(address, origin)
        for number, (address, origin) in enumerate(wanted.items()):
            progress("fetch", number, len(wanted))
            try:
                self._add(address, fetch)
            except SourceError as error:
                message = f"image {address} stays a link: {error.message}"
                self.notices.append(SourceError(message, path=origin.path, line=origin.line))

    def miss(self, summaries: Sequence[Summary]) -> None:
        """Say which pinned images are gone; without a network there is no more to do."""
        named = {element.href for summary in summaries for element in _remote(summary).values()}
        for address in sorted(named & self.pins.keys() - self.media.keys()):
            where = pins.folder_of(self.deck.output) / self.pins[address].name
            message = f"is not what was pinned for {address}; restore it, or build with --fetch-images"
            self.notices.append(SourceError(message, path=where.as_posix()))

    def changed(self) -> dict[Path, bytes]:
        """The file of pins, when it is not what is there already."""
        path = pins.pins_path(self.deck.output)
        content = pins.dump(self.pins.values())
        stands = path.read_bytes() if path.is_file() else b""
        return {path: content} if self.new and content != stands else {}

    def _add(self, address: str, fetch: Fetch) -> None:
        pin, media = pins.pinned(address, fetch(address))
        old = self.pins.get(address)
        if old is not None and old.sha256 != pin.sha256:
            lines = pins.pins_path(self.deck.output)
            raise SourceError(f"it is another image now than was pinned; to take it, delete its line in {lines}")
        pin, media = (pin, media) if old is None else (old, Media(old.name, media.content))
        self.pins[address], self.media[address] = pin, media
        self.new[pins.folder_of(self.deck.output) / pin.name] = media.content


def _kept(deck: Deck, wanted: Sequence[Pin]) -> dict[str, Media]:
    """The pinned images that are in the deck's folder or, where that was not committed, in its package."""
    folder, packed = pins.folder_of(deck.output), cache(lambda: earlier.media(deck.output))
    found: dict[str, Media] = {}
    for pin in wanted:
        path = folder / pin.name
        content = path.read_bytes() if path.is_file() else packed().get(pin.name, b"")
        if pins.is_of(pin, content):
            found[pin.address] = Media(pin.name, content)
    return found


def _remote(summary: Summary) -> dict[str, Element]:
    """The images of a summary that are no file, by token."""
    return {
        token: element
        for token, element in summary.elements.items()
        if element.kind is ElementKind.IMAGE and element.media is None and is_remote(element.href)
    }


def _on_cards(summary: Summary, deck: Deck, there: Mapping[str, Media]) -> Iterator[tuple[str, Origin]]:
    """The addresses that a card would show if they were fetched, and where its evidence stands."""
    lacking = [each for each in _remote(summary).items() if each[1].href not in there]
    stand_ins = {f"pending-{number}.png": each for number, each in enumerate(lacking)}
    if not stand_ins:
        return
    elements = {token: replace(element, media=Media(name, b"")) for name, (token, element) in stand_ins.items()}
    probe = replace(summary, elements={**summary.elements, **elements})
    kinds = _SHOWING if deck.kinds is None else _SHOWING & deck.kinds
    for card in cards.compose(facts.extract(probe, kinds), probe, deck.templates):
        for media in card.media:
            if media.name in stand_ins:
                yield stand_ins[media.name][1].href, card.origin


def _with_media(summary: Summary, media: Mapping[str, Media]) -> Summary:
    found = {token: each for token, each in _remote(summary).items() if each.href in media}
    if not found:
        return summary
    elements = {token: replace(element, media=media[element.href]) for token, element in found.items()}
    return replace(summary, elements={**summary.elements, **elements})
