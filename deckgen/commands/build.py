"""`deckgen build`: summaries in, decks out, and a summary of what was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands import _options, _report, _steps
from deckgen.errors import ConfigError, DeckgenError

if TYPE_CHECKING:
    from deckgen.pipeline import Build


@click.command()
@_options.choosing
@_options.making
@click.option(
    "--base", type=click.Path(path_type=Path, exists=True), metavar="OLD.apkg", help="Stands in for a lost lock."
)
@click.option("--fetch-images", is_flag=True, help="Fetch the remote images that cards show, and pin them.")
@click.pass_context
def command(
    ctx: click.Context, refresh: bool, base: Path | None, fetch_images: bool, **wanted: Unpack[_options.Wanted]
) -> None:
    """Build decks that Anki imports.

    \b
    deckgen build                                 the decks of deckgen.yaml
    deckgen build notes/*.md -o mine.apkg         a deck of your own
    deckgen build - -o gan.apkg < gan.md          from standard input
    deckgen build notes/*.md --kinds definition,result --limit 5 --subdecks by-paper

    Commit DECK.lock.jsonl beside DECK.apkg: with it a later build updates the same cards. The same goes for
    DECK.images.jsonl and DECK.images/, where --fetch-images keeps what it fetched: later builds take the images from
    there, with the option or without. Delete an image's line to have it fetched anew. Without the option no build
    touches the network.

    Exit code 0: all well; 1: some summary was skipped, or no card is sure enough; 2: wrong use, nothing was written.
    """
    from deckgen import album, pipeline

    builds: list[Build] = []
    decks = _options.decks(wanted)
    if base and len(decks) > 1:
        raise ConfigError(f"--base is the earlier package of one deck, and there are {len(decks)}; choose with --deck")
    for deck in decks:
        fetch = album.fetch if fetch_images or deck.fetch_images else None
        builds.append(_steps.build(deck, refresh=refresh, base=base, fetch=fetch))
    for built in builds:  # every deck is built before one is written: an error leaves all of them as they were
        written = pipeline.write(built)
        click.echo("\n".join(_lines(built, written)))
        _report.problems(_warnings(built))
    ctx.exit(0 if all(built.reconciled.notes and not built.texts.problems for built in builds) else 1)


def _lines(built: Build, written: tuple[Path, ...]) -> Iterator[str]:
    judged, done = built.judged, built.reconciled
    left_out = [_report.in_short(choice.reasons[0], judged.findings) for choice in judged.choices if choice.reasons]
    live = sum(entry.live for entry in done.lock.entries)
    changes = _report.by_count(change.kind.value for change in done.changes)
    yield click.style(built.deck.name, bold=True)
    yield f"  read       {_report.counted(len(built.texts.summaries), 'summary', 'summaries')}"
    yield f"  made       {_report.counted(len(judged.kept), 'card')}{_kinds(built)}"
    if left_out:
        yield f"  left out   {_report.counted(len(left_out), 'card')}: {_report.by_count(left_out)}"
    if done.held:
        yield f"  held back  {_report.counted(len(done.held), 'card')}: {_report.by_count(h.reason for h in done.held)}"
    yield f"  deck       {_report.counted(live, 'note')}, {changes or 'nothing changed'}"
    yield f"  wrote      {', '.join(path.as_posix() for path in written) or 'nothing'}"


def _kinds(built: Build) -> str:
    kinds = _report.by_count(choice.card.kind for choice in built.judged.kept)
    return f": {kinds}" if kinds else ""


def _warnings(built: Build) -> Iterator[DeckgenError]:
    from deckgen import lockfile

    output = built.deck.output
    if not built.texts.summaries:
        yield DeckgenError("is left as it is; no summary could be read", path=output)
    elif not built.reconciled.notes:
        message = "no card is sure enough, so there is no deck; `deckgen cards --all` tells why"
        yield DeckgenError(message, path=output)
    elif not built.before.entries:
        message = (
            "is new. If you imported this deck before, restore the old lock or build with --base OLD.apkg:"
            " otherwise its cards come in a second time"
        )
        yield DeckgenError(message, path=lockfile.lock_path(output))
    doubtful = [change for change in built.reconciled.changes if change.remark and "too alike" in change.remark]
    for change in doubtful:
        yield DeckgenError(f"{change.after.key} is {change.kind.value} and {change.remark}", path=output)
    retired = [change.after.key for change in built.reconciled.changes if change.kind.value == "retired"]
    if retired:
        message = f"{_report.counted(len(retired), 'note')} retired; find them in Anki with {lockfile.search(retired)}"
        yield DeckgenError(message, path=output)
