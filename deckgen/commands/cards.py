"""`deckgen cards`: the cards as text or JSON, without writing anything."""

from __future__ import annotations

from typing import Unpack

import click

from deckgen.commands import _options, _report, _steps


@click.command()
@_options.choosing
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--all", "everything", is_flag=True, help="Also the cards that are left out, with the reason.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, everything: bool, **wanted: Unpack[_options.Wanted]) -> None:
    """Show the cards that the summaries give; nothing is written.

    \b
    deckgen cards notes/gan.md
    deckgen cards --all --json notes/*.md | jq -r .front
    cat notes/gan.md | deckgen cards -

    Without paths it shows the cards of the decks in deckgen.yaml.
    """
    skipped = False
    for deck in _options.decks(wanted):
        texts, judged = _steps.judge(deck)
        skipped = skipped or bool(texts.problems)
        for choice in judged.choices if everything else judged.kept:
            click.echo(_report.json_line(_report.record(choice)) if as_json else _report.card(choice) + "\n")
    ctx.exit(1 if skipped else 0)
