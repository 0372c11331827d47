"""What several commands print: problems, counts, and cards as text or JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import click

from deckgen.markup import unmask_plain
from deckgen.plain import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from deckgen.errors import DeckgenError
    from deckgen.model import Choice, Finding

_REASONS: Final = {
    "score ": "not sure enough",
    "asks for the same fact": "same fact as a better card",
    "contradicts ": "contradicts another summary",
    "beyond the limit": "beyond the limit",
}
"""A sign of a reason that selection gives -> the reason in short."""


def problems(errors: Iterable[DeckgenError]) -> None:
    """One line each on standard error."""
    for error in errors:
        click.echo(str(error), err=True)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `1 card`, `2 cards`, `27 summaries`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def by_count(names: Iterable[str]) -> str:
    """How often each name occurs, most frequent first: `12 result, 7 reason`."""
    counts = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}" for name, count in counts)


def in_short(reason: str, findings: Collection[Finding]) -> str:
    """A reason without what belongs to one card alone, so that reasons can be counted: the name of the rule, or why."""
    code = reason.partition(" ")[0]
    rule = next((finding.slug.replace("-", " ") for finding in findings if finding.code == code), None)
    return rule or next((short for sign, short in _REASONS.items() if sign in reason), reason)


def record(choice: Choice) -> dict[str, Any]:
    """A card as plain data for `--json`; a side that the card does not have is an empty text."""
    card = choice.card
    text = {name.lower(): plain(html) for name, html in card.fields.items()}
    return {
        "key": card.key,
        "kind": card.kind,
        "variant": card.variant,
        **{name: text.get(name, "") for name in ("front", "back", "text", "context")},
        "evidence": unmask_plain(card.fact.evidence.text, card.summary.elements),
        "summary": card.summary.id,
        "title": card.summary.title,
        "origin": {"path": card.origin.path, "line": card.origin.line},
        "kept": choice.kept,
        "reasons": list(choice.reasons),
    }


def json_line(data: dict[str, Any]) -> str:
    """One JSON object on one line, in the letters it was written in."""
    return json.dumps(data, ensure_ascii=False)


def card(choice: Choice) -> str:
    """A card as a person reads it: where it comes from, its sides, and why it is left out."""
    made = choice.card
    sides = {name: plain(html) for name, html in made.fields.items()}
    lines = [click.style(f"{made.origin}  {made.kind}", dim=True)]
    lines += [click.style(f"   {sides['Context']}", dim=True)] if sides.get("Context") else []
    for mark, name in (("Q", "Front"), ("A", "Back"), ("Q", "ReverseFront"), ("A", "ReverseBack"), ("C", "Text")):
        if sides.get(name):
            lines.append(f"{mark}  " + sides[name].replace("\n", "\n   "))
    lines += [click.style(f"-  left out: {', '.join(choice.reasons)}", fg="yellow")] if choice.reasons else []
    return "\n".join(lines)
