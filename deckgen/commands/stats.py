"""`deckgen stats`: how many cards, of which kind, out of which summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands import _options, _report, _steps

if TYPE_CHECKING:
    from deckgen.model import Summary
    from deckgen.pipeline import Judged, Texts


@click.command()
@_options.choosing
@click.pass_context
def command(ctx: click.Context, **wanted: Unpack[_options.Wanted]) -> None:
    """Count words and cards, by summary and by kind.

    \b
    deckgen stats
    deckgen stats notes/*.md
    """
    skipped = False
    for deck in _options.decks(wanted):
        texts, judged = _steps.judge(deck)
        click.echo("\n".join(_lines(texts, judged)))
        skipped = skipped or bool(texts.problems)
    ctx.exit(1 if skipped else 0)


def _lines(texts: Texts, judged: Judged) -> Iterator[str]:
    made = Counter(choice.card.summary.id for choice in judged.choices)
    kept = Counter(choice.card.summary.id for choice in judged.kept)
    words = {summary.id: _words(summary) for summary in texts.summaries}
    yield _row("words", "made", "kept", "per 1000", "summary")
    for summary in texts.summaries:
        yield _row(words[summary.id], made[summary.id], kept[summary.id], _rate(kept, words, summary.id), summary.id)
    total = sum(kept.values()) * 1000 / max(sum(words.values()), 1)
    yield _row(sum(words.values()), sum(made.values()), sum(kept.values()), f"{total:.1f}", "all")
    yield ""
    yield _row("", "made", "kept", "mean", "kind")
    for kind, count in sorted(Counter(choice.card.kind for choice in judged.choices).items()):
        chosen = [choice.score for choice in judged.kept if choice.card.kind == kind]
        yield _row("", count, len(chosen), f"{sum(chosen) / len(chosen):.2f}" if chosen else "", kind)
    reasons = [_report.in_short(choice.reasons[0], judged.findings) for choice in judged.choices if choice.reasons]
    yield ""
    yield f"left out: {_report.by_count(reasons) or 'none'}"


def _rate(kept: Counter[str], words: dict[str, int], name: str) -> str:
    return f"{kept[name] * 1000 / max(words[name], 1):.1f}"


def _row(*cells: object) -> str:
    return "".join(f"{cell!s:>9}" for cell in cells[:-1]) + f"  {cells[-1]}"


def _words(summary: Summary) -> int:
    return sum(len(block.text.split()) for block in summary.blocks)
