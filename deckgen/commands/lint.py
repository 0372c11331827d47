"""`deckgen lint`: what the author of the summaries could mend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Unpack

import click

from deckgen.commands import _options, _steps
from deckgen.plain import plain

if TYPE_CHECKING:
    from deckgen.model import Choice, Finding
    from deckgen.pipeline import Judged

_WORTH_MENDING: Final = 0.4
"""A card that one finding keeps out of the deck is shown when its score says that it would nearly have been kept."""


@click.command()
@_options.choosing
@click.pass_context
def command(ctx: click.Context, **wanted: Unpack[_options.Wanted]) -> None:
    """Point at what could be said better: your own cards, the deck, and sentences that almost made a card.

    \b
    deckgen lint notes/*.md
    deckgen rules T501        what a code means

    Exit code 0: nothing to say; 1: there is something; 2: wrong use.
    """
    found = False
    for deck in _options.decks(wanted):
        texts, judged = _steps.judge(deck)
        lines = list(_lines(judged))
        for line in lines:
            click.echo(line)
        found = found or bool(lines) or bool(texts.problems)
    ctx.exit(1 if found else 0)


def _lines(judged: Judged) -> Iterator[str]:
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in judged.findings:
        findings[finding.key].append(finding)
    for choice in judged.choices:
        against = findings[choice.card.key]
        if choice.card.own or choice.kept:
            yield from map(str, against)
        elif len(against) == 1 and choice.score >= _WORTH_MENDING:
            yield f"{against[0]}; it almost made the card: {_said(choice)}"


def _said(choice: Choice) -> str:
    fields = choice.card.fields
    return plain(fields.get("Front") or fields.get("Text", "")).replace("\n", " ")
