"""`deckgen simulate`: what importing a deck would do to a learner's collection."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from deckgen.commands import _options
from deckgen.errors import ConfigError


@click.command()
@click.argument("collection", type=click.Path(path_type=Path), metavar="COLLECTION.anki2")
@click.option("--json", "as_json", is_flag=True, help="One JSON document for each deck.")
@_options.choosing_by_option
@_options.making
@click.pass_context
def command(
    ctx: click.Context, collection: Path, as_json: bool, refresh: bool, **wanted: Unpack[_options.Wanted]
) -> None:
    """Import a deck into a copy of a collection and tell what would happen.

    \b
    deckgen simulate ~/.local/share/Anki2/User\\ 1/collection.anki2
    deckgen simulate collection.anki2 -o mine.apkg

    It counts new, updated and conflicting notes and names the edits of yours that would be overwritten and the cards
    that would go blank. The collection itself is only read; close Anki first.

    Needs: pip install 'summary-deckgen[anki]'

    Exit code 0: nothing of yours is lost; 1: something is; 2: wrong use.
    """
    from deckgen import lockfile, simulate

    harmless = True
    for path in _options.outputs(wanted):
        if not path.is_file():
            raise ConfigError("no such deck; run deckgen build first", path=path)
        found = simulate.simulate(collection, path, lockfile.read(lockfile.lock_path(path)))
        click.echo(simulate.as_json(found) if as_json else f"{path.as_posix()}: {simulate.as_text(found)}")
        harmless = harmless and found.harmless
    ctx.exit(0 if harmless else 1)
