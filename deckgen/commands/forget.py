"""`deckgen forget`: retired notes leave the deck, at the user's word."""

from __future__ import annotations

from typing import Unpack

import click

from deckgen.commands import _options, _report, _steps
from deckgen.errors import ConfigError
from deckgen.plain import plain


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--all", "everything", is_flag=True, help="Every retired note.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_options.choosing_by_option
@_options.making
@click.pass_context
def command(
    ctx: click.Context,
    keys: tuple[str, ...],
    everything: bool,
    yes: bool,
    refresh: bool,
    **wanted: Unpack[_options.Wanted],
) -> None:
    """Drop retired notes from deck and lock. Learners who imported them keep theirs.

    \b
    deckgen forget --all
    deckgen forget revnet#reason-8b1d0a2c --yes

    A note that the summaries support is never dropped. Should the sentence come back, its card is a new one.
    """
    from deckgen import lockfile, pipeline

    found = False
    for deck in _options.decks(wanted):
        lock = lockfile.read(lockfile.lock_path(deck.output))
        names = {entry.key for entry in lock.entries} if everything else set(keys)
        gone = lockfile.forget(lock, names)[1]
        for entry in gone:
            click.echo(f"{entry.key}  {_question(entry.fields)}")
        if not gone or not (yes or click.confirm(f"Forget {_report.counted(len(gone), 'note')} of {deck.name}?")):
            continue
        found = True
        built = _steps.build(deck, refresh=refresh, forget=frozenset(names))
        pipeline.write(built)
        click.echo(f"{deck.output.as_posix()}: forgot {_report.counted(len(built.forgotten), 'note')}")
    if keys and not found:
        raise ConfigError(f"nothing was forgotten; no retired note is named {', '.join(keys)}")
    if not keys and not everything:
        raise ConfigError("name the keys of retired notes, or give --all")
    ctx.exit(0)


def _question(fields: dict[str, str]) -> str:
    return plain(fields.get("Front") or fields.get("Text", "")).replace("\n", " ")
