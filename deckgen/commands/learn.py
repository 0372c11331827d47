"""`deckgen learn`: what the learner did in Anki, as lines for the curation file."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from deckgen.commands import _options, _report


@click.command()
@click.argument("collection", type=click.Path(path_type=Path), metavar="COLLECTION.anki2|DECK.apkg")
@click.option("--write", is_flag=True, help="Add the lines to the curation file.")
@_options.choosing_by_option
@_options.making
@click.pass_context
def command(
    ctx: click.Context, collection: Path, write: bool, refresh: bool, **wanted: Unpack[_options.Wanted]
) -> None:
    """Propose what your deletions, suspensions and edits in Anki say about the cards.

    \b
    deckgen learn ~/.local/share/Anki2/User\\ 1/collection.anki2
    deckgen learn exported.apkg --write

    The collection is only read; close Anki first. Needs: pip install 'summary-deckgen[anki]'
    """
    from deckgen import curation, lockfile

    for path in _options.outputs(wanted):
        learnt = curation.learn(collection, lockfile.read(lockfile.lock_path(path)))
        target = curation.curation_path(path)
        lines = [proposal.line for proposal in learnt.proposals]
        for proposal in learnt.proposals:
            click.echo(f"# {proposal.line.action} {proposal.line.key}: {proposal.reason}")
        click.echo(curation.as_text(lines) if lines else f"{target.as_posix()}: nothing to propose", nl=not lines)
        if learnt.outdated:
            old = _report.counted(len(learnt.outdated), "note")
            click.echo(
                f"{path.as_posix()}: {old} in Anki from an earlier deck; import this one, then ask again", err=True
            )
        if write and lines:
            curation.add(target, lines)
            click.echo(f"{target.as_posix()}: {_report.counted(len(lines), 'line')} added; run deckgen build")
    ctx.exit(0)
