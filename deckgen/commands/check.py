"""`deckgen check`: whether deck and lock are what the summaries give now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands import _options, _steps

if TYPE_CHECKING:
    from deckgen.pipeline import Build


@click.command()
@_options.choosing
@_options.making
@click.pass_context
def command(ctx: click.Context, refresh: bool, **wanted: Unpack[_options.Wanted]) -> None:
    """Tell whether deck and lock are what the summaries give now; nothing is written.

    \b
    deckgen check
    deckgen check notes/*.md -o mine.apkg

    Exit code 0: they are; 1: they are not, or a summary cannot be read; 2: wrong use.
    """
    stale = False
    for deck in _options.decks(wanted):
        built = _steps.build(deck, refresh=refresh)
        for line in _lines(built):
            click.echo(line)
        stale = stale or bool(built.files) or bool(built.texts.problems)
    ctx.exit(1 if stale else 0)


def _lines(built: Build) -> Iterator[str]:
    name = built.deck.output.as_posix()
    if not built.files:
        yield f"{name}: is what the summaries give"
        return
    for change in built.reconciled.changes:
        yield f"{name}: {change.kind.value} {change.after.key}{': ' + change.remark if change.remark else ''}"
    for path in built.files:
        state = "is not what the summaries give" if path.exists() else "is missing"
        yield f"{path.as_posix()}: {state}; run deckgen build"
