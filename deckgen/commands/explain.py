"""`deckgen explain`: where a card comes from and why it is kept or not, or what came of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Unpack

import click

from deckgen.commands import _options, _report, _steps
from deckgen.errors import ConfigError
from deckgen.markup import unmask_plain

if TYPE_CHECKING:
    from deckgen.model import Choice, Finding, Summary
    from deckgen.pipeline import Judged, Texts

_PLACE: Final = re.compile(r"(?P<path>.+):(?P<line>[0-9]{1,9})")


@click.command()
@click.argument("what", metavar="KEY|FILE:LINE")
@_options.choosing
@click.pass_context
def command(ctx: click.Context, what: str, **wanted: Unpack[_options.Wanted]) -> None:
    """Tell why a card is as it is, or what came of a line.

    \b
    deckgen explain revnet#reason-8b1d0a2c        a card, by the beginning of its key
    deckgen explain seeds/revnet.md:26            every card that the line could give
    deckgen explain gan#result-1f notes/*.md      among the cards of other summaries

    For a line its file is read; for a key the decks of deckgen.yaml, or the paths that follow.
    """
    place = None if "#" in what else _PLACE.fullmatch(what)
    if place and not wanted["paths"]:
        wanted["paths"] = (place["path"],)
    said = False
    for deck in _options.decks(wanted):
        texts, judged = _steps.judge(deck)
        lines = list(_of_line(texts, judged, int(place["line"])) if place else _of_key(judged, what))
        click.echo("\n".join(lines), nl=bool(lines))
        said = said or bool(lines)
    if not said:
        raise ConfigError(f"nothing is known about {what!r}; deckgen cards --all --json lists the keys")
    ctx.exit(0)


def _of_key(judged: Judged, key: str) -> Iterator[str]:
    for choice in judged.choices:
        if choice.card.key.startswith(key):
            yield from _of_card(choice, judged.findings)


def _of_line(texts: Texts, judged: Judged, line: int) -> Iterator[str]:
    """What came of the block that the line is in: the last one that begins there or before."""
    for summary in texts.summaries:
        before = [block for block in summary.blocks if block.origin.line <= line]
        if not before or _is_behind(summary, texts, line):
            continue
        block = before[-1]
        yield click.style(f"{block.origin}  {block.role.value}", bold=True)
        yield f"   {unmask_plain(block.text, summary.elements)}"
        if block.mark is not None:
            yield f"   it is marked as {block.mark.value}, which is no place to look for facts"
        cards = [choice for choice in judged.choices if choice.card.origin == block.origin]
        for choice in cards:
            yield from _of_card(choice, judged.findings)
        if not cards and block.mark is None:
            yield "   no fact was found in it"


def _is_behind(summary: Summary, texts: Texts, line: int) -> bool:
    """Whether another summary of the file begins between this one and the line."""
    same_file = (other for other in texts.summaries if other.origin.path == summary.origin.path)
    return any(summary.origin.line < other.origin.line <= line for other in same_file)


def _of_card(choice: Choice, findings: tuple[Finding, ...]) -> Iterator[str]:
    card = choice.card
    yield _report.card(choice)
    yield f"   key       {card.key}"
    yield f"   template  templates/cards/{card.kind}/{card.variant}.html.j2"
    yield f"   evidence  {unmask_plain(card.fact.evidence.text, card.summary.elements)}"
    yield f"   score     {choice.score:.2f}, {'kept' if choice.kept else 'left out'}"
    for finding in findings:
        if finding.key == card.key:
            yield f"   finding   {finding.code} {finding.message}; see deckgen rules {finding.code}"
