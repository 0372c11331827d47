"""The whole program, top to bottom: summaries in, notes and a lock out.

    read      file            -> summaries     readers/
    picture   summaries       -> summaries     album/         remote images that are pinned become media
    extract   summary         -> facts         facts/
    compose   fact            -> cards         cards.py, templates/
    check     card            -> findings      rules/
    select    cards, findings -> choices       selection.py
    curate    choices         -> choices       curation/      the user's word on single cards
    reconcile lock, choices   -> notes, lock   lockfile/
    write     notes           -> .apkg         writers/

`build` is this list but for its last line, which is `write`. Each stage is a pure function of its input: only `read`
opens the summaries, only `build` looks at the deck and the lock of the last time, and only `write` changes the disk.
`picture` reads what is pinned, and opens a connection only when `build` is handed a way to fetch. The commands show
parts of what `build` returns; none is a second pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from deckgen import album, cards, curation, facts, files, lockfile, readers, rules, selection, sources, writers
from deckgen.config import Deck
from deckgen.errors import DeckgenError, LockError, SourceError
from deckgen.lockfile import Entry, Lock, Reconciled
from deckgen.model import Card, Choice, Finding, Summary
from deckgen.plain import images
from deckgen.readers import sidefile
from deckgen.readers.sidefile import SideFile
from deckgen.readers.source import Source
from deckgen.writers import earlier

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with the stage's name, how many of its steps are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What the readers understood.

    Attributes:
        summaries: in the order of the sources, ids unique, each text once.
        problems: the files that were skipped.
        notices: what else the user should know; nothing was skipped for it but what stands there twice.
    """

    summaries: tuple[Summary, ...]
    problems: tuple[DeckgenError, ...]
    notices: tuple[DeckgenError, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """Every card that could be made, with the verdict on it, in source order."""

    choices: tuple[Choice, ...]
    findings: tuple[Finding, ...]

    @property
    def kept(self) -> tuple[Choice, ...]:
        """The choices that go into the deck."""
        return tuple(choice for choice in self.choices if choice.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One deck, built and not yet written.

    Attributes:
        deck: what was asked for.
        texts: what the readers understood.
        judged: every card with the verdict on it, the user's word included.
        notices: lines of the curation file that are stale or name nothing.
        before: the lock of the last build, empty before the first.
        forgotten: what was dropped from that lock at the user's word.
        reconciled: the notes of the deck, the lock of this build, and what changed.
        files: path -> content of what `write` has to replace; empty when nothing changed.
        images: path -> content of the remote images that were fetched.
    """

    deck: Deck
    texts: Texts
    judged: Judged
    notices: tuple[DeckgenError, ...]
    before: Lock
    forgotten: tuple[Entry, ...]
    reconciled: Reconciled
    files: Mapping[Path, bytes]
    images: Mapping[Path, bytes]


def build(
    deck: Deck,
    now: int,
    *,
    refresh: bool = False,
    base: Path | None = None,
    forget: Collection[str] = (),
    fetch: album.Fetch | None = None,
    progress: Progress = lambda *_: None,
) -> Build:
    """A deck from its summaries, its lock and the time; nothing is written.

    Args:
        deck: what to build.
        now: seconds since the epoch; the time of what is new or changed in this build.
        refresh: apply today's selection to published notes too.
        base: an earlier package that stands in for the lock.
        forget: keys of retired notes to drop.
        fetch: gets the remote images that a card would show; None stays offline.
        progress: is told how far it is.

    Raises:
        DeckgenError: the lock, a template or the deck cannot be used; a summary that cannot is in `texts.problems`.
    """
    before, forgotten = lockfile.forget(_published(deck, base), forget)
    texts = read(sources.find(deck.summaries, deck.root))
    illustrated = album.illustrate(texts.summaries, deck, fetch, progress)
    texts = replace(texts, summaries=illustrated.summaries, notices=(*texts.notices, *illustrated.notices))
    judged = judge(texts.summaries, deck, progress)
    curated = curation.apply(curation.read(curation.curation_path(deck.output)), before, judged.choices)
    policy = lockfile.Policy(
        now=now,
        deck=lambda card: deck.deck_of(card.summary),
        refresh=refresh,
        limit=deck.limit,
        incomplete=bool(texts.problems),
    )
    reconciled = lockfile.reconcile(before, curated.choices, texts.summaries, curated.policy(policy))
    return Build(
        deck=deck,
        texts=texts,
        judged=replace(judged, choices=curated.choices),
        notices=curated.problems,
        before=before,
        forgotten=forgotten,
        reconciled=reconciled,
        files={**_changed_files(deck, reconciled, curated.choices), **illustrated.files},
        images=illustrated.images,
    )


def read(found: Iterable[Source | SourceError]) -> Texts:
    """Summaries out of sources; a source that could not be opened comes as its error and is passed on."""
    summaries: list[Summary] = []
    problems: list[DeckgenError] = []
    notices: list[DeckgenError] = []
    sides: dict[Path, SideFile | None] = {}
    for source in found:
        if isinstance(source, SourceError):
            problems.append(source)
            continue
        folder = Path() if source.path is None else source.path.parent
        if folder not in sides:
            sides[folder] = sidefile.load(folder)
        try:
            understood = readers.read(source, sides[folder])
        except SourceError as error:
            problems.append(error)
            continue
        summaries.extend(understood.summaries)
        (notices if understood.summaries else problems).extend(understood.warnings)
    distinct, repeated = readers.distinct(summaries)
    return Texts(distinct, tuple(problems), (*notices, *repeated))


def judge(summaries: Sequence[Summary], deck: Deck, progress: Progress = lambda *_: None) -> Judged:
    """Extract, compose, check and select: every card of these summaries with the verdict on it."""
    made: list[Card] = []
    for number, summary in enumerate(summaries):
        progress("extract", number, len(summaries))
        found = facts.extract(summary, deck.kinds)
        composed = cards.compose(found, summary, deck.templates)
        made.extend(replace(card, tags=tuple(sorted({*card.tags, *deck.tags}))) for card in composed)
    progress("extract", len(summaries), len(summaries))
    findings = tuple(rules.check(made))
    return Judged(tuple(selection.select(made, findings, deck.limit)), findings)


def write(built: Build) -> tuple[Path, ...]:
    """Replace deck and lock together, or not at all; the paths of what was written, none when nothing changed.

    The images go first: until the pins name them they are nothing but files in a folder of their own.

    Raises:
        WriteError: they cannot be written; what was there before is untouched.
    """
    stored = album.store(built.images)
    if built.files:
        files.write_together(built.files, files.journal_of(lockfile.lock_path(built.deck.output)))
    return (*built.files, *stored)


def _published(deck: Deck, base: Path | None) -> Lock:
    """What was published: the deck's lock, or an earlier package where there is none."""
    path = lockfile.lock_path(deck.output)
    if base is None:
        return lockfile.read(path)
    if path.exists():
        message = f"is there already; delete it if {base} shall stand in for it, or leave --base out"
        raise LockError(message, path=path)
    return lockfile.from_apkg(base)


def _changed_files(deck: Deck, reconciled: Reconciled, choices: Sequence[Choice]) -> dict[Path, bytes]:
    """The new contents of deck and lock where they are not what is there already; a deck without notes is none."""
    if not reconciled.notes:
        return {}
    looks = {kind: look.mtime for kind, look in reconciled.lock.looks.items()}
    shown = {name for note in reconciled.notes for html in note.fields.values() for name in images(html)}
    pictures = {**earlier.media(deck.output), **{m.name: m.content for choice in choices for m in choice.card.media}}
    wanted = {name: content for name, content in pictures.items() if name in shown}
    package = writers.WRITERS["apkg"](reconciled.notes, mtimes=looks, media=wanted)
    lock = lockfile.dump(reconciled.lock).encode()
    changed = {}
    if not earlier.same(deck.output, package):
        changed[deck.output] = package
    path = lockfile.lock_path(deck.output)
    if not path.is_file() or path.read_bytes() != lock:
        changed[path] = lock
    return changed
