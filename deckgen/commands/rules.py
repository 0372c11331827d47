"""`deckgen rules`: the manual of what a good card is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckgen.errors import ConfigError
from deckgen.yamlfile import nearest

if TYPE_CHECKING:
    from deckgen.rules.rule import Rule


@click.command()
@click.argument("code", required=False, metavar="[CODE]")
def command(code: str | None) -> None:
    """Show the rules for cards, or the page of one.

    \b
    deckgen rules
    deckgen rules T501
    deckgen rules answer-in-front
    """
    from deckgen.rules import RULES

    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.slug:20}  {_title(rule)}")
        return
    names = {name.casefold(): rule for rule in RULES for name in (rule.code, rule.slug)}
    if code.casefold() not in names:
        raise ConfigError(f"there is no rule {code!r}; {nearest(code.casefold(), names)}")
    rule = names[code.casefold()]
    effect = "leaves a card out" if rule.drops else "lowers a card's rank"
    click.echo(f"{click.style(f'{rule.code} {rule.slug}', bold=True)}, {effect}\n\n{rule.page.strip()}")


def _title(rule: Rule) -> str:
    return rule.page.strip().splitlines()[0].rstrip(".")
