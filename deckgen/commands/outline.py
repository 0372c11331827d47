"""`deckgen outline`: what the readers understood of each summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import click

from deckgen.commands import _options, _report, _steps
from deckgen.markup import unmask_plain
from deckgen.model import Block, Role, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@_options.choosing
@click.option("--json", "as_json", is_flag=True, help="One JSON object a summary, one a line.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, **wanted: Unpack[_options.Wanted]) -> None:
    """Show what deckgen understood: titles, topics, and every block with its line.

    \b
    deckgen outline notes/gan.md
    deckgen outline --json notes/*.md | jq .title

    A block that is marked, such as [opinion] or [todo], is no place to look for facts.
    """
    skipped = False
    for deck in _options.decks(wanted):
        texts = _steps.read(deck)
        skipped = skipped or bool(texts.problems)
        for summary in texts.summaries:
            click.echo(_report.json_line(_record(summary)) if as_json else "\n".join(_lines(summary)) + "\n")
    ctx.exit(1 if skipped else 0)


def _record(summary: Summary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "title": summary.title,
        "topic": summary.topic,
        "origin": {"path": summary.origin.path, "line": summary.origin.line},
        "metadata": _metadata(summary),
        "blocks": [_block(block, summary) for block in summary.blocks],
    }


def _metadata(summary: Summary) -> dict[str, Any]:
    known = {
        "authors": list(summary.authors),
        "year": summary.year,
        "venue": summary.venue,
        "url": summary.url,
        "tags": list(summary.tags),
    }
    other = {name: value for name, value in summary.metadata.items() if name not in ("title", "topic")}
    return {**other, **{name: value for name, value in known.items() if value}}


def _block(block: Block, summary: Summary) -> dict[str, Any]:
    record: dict[str, Any] = {"role": block.role.value}
    if block.role is Role.HEADING:
        record["level"] = block.level
    elif block.role is Role.ITEM:
        record["depth"] = block.level
    record |= {"text": _text(block, summary), "line": block.origin.line, "section": list(block.section)}
    if block.number is not None:
        record["number"] = block.number
    if block.rows:
        record["rows"] = [[unmask_plain(cell, summary.elements) for cell in row] for row in block.rows]
    if block.mark is not None:
        record["mark"] = block.mark.value
    if not block.certain:
        record["certain"] = False
    return record


def _text(block: Block, summary: Summary) -> str:
    return block.text if block.role is Role.CODE else unmask_plain(block.text, summary.elements)


def _lines(summary: Summary) -> Iterator[str]:
    yield click.style(f"{summary.origin}  {summary.title or 'no title'}", bold=True)
    yield f"   id {summary.id}, topic {summary.topic or 'unknown'}"
    for name, value in _metadata(summary).items():
        yield f"   {name} {', '.join(value) if isinstance(value, list) else value}"
    for block in summary.blocks:
        mark = f"[{block.mark.value}] " if block.mark else ""
        yield f"{block.origin.line:6}  {'  ' * block.level}{_sign(block)}{mark}{_text(block, summary)}"


def _sign(block: Block) -> str:
    if block.role is Role.ITEM:
        return "- " if block.number is None else f"{block.number}. "
    return "" if block.role is Role.PARAGRAPH else f"{block.role.value}: "
