"""`deckgen curate`: the user's word on a card, written to the curation file beside the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands import _options, _steps
from deckgen.errors import ConfigError

if TYPE_CHECKING:
    from deckgen.config import Deck
    from deckgen.curation import Line


@click.command()
@click.argument("action", type=click.Choice(["reject", "edit", "pin"]))
@click.argument("key")
@click.option("--front", metavar="HTML", help="For an edit: the question.")
@click.option("--back", metavar="HTML", help="For an edit: the answer.")
@click.option("--text", metavar="HTML", help="For an edit: the text of a cloze, with its {{c1::blanks}}.")
@_options.choosing_by_option
@_options.making
@click.pass_context
def command(
    ctx: click.Context,
    action: str,
    key: str,
    front: str | None,
    back: str | None,
    text: str | None,
    refresh: bool,
    **wanted: Unpack[_options.Wanted],
) -> None:
    """Reject, edit or pin a card; it stays so when its sentence is reworded.

    \b
    deckgen curate reject revnet#reason-8b1d0a2c
    deckgen curate edit revnet#reason-8b1d0a2c --front "Why does RevNet save memory?"
    deckgen curate pin revnet#keypoint-4f0e

    The word is kept in DECK.curation.yaml beside the deck; comments in that file stay. The next build follows it.
    The beginning of a key is enough where no other card begins like it.
    """
    from deckgen import curation

    given = {"Front": front, "Back": back, "Text": text}
    fields = {name: html for name, html in given.items() if html is not None}
    if bool(fields) != (action == "edit"):
        raise ConfigError(f"{action} takes {'one of' if action == 'edit' else 'no'} --front, --back, --text")
    for deck in _options.decks(wanted):
        line = _line(deck, action, key, fields)
        if line is not None:
            path = curation.curation_path(deck.output)
            curation.add(path, [line])
            click.echo(f"{path.as_posix()}: {action} {line.key}; run deckgen build")
            ctx.exit(0)
    raise ConfigError(f"no card is named {key!r}; deckgen cards --all --json lists the keys")


def _line(deck: Deck, action: str, key: str, fields: dict[str, str]) -> Line | None:
    """The line about the published note with this key, or else about the card."""
    from deckgen import curation, lockfile

    lock = lockfile.read(lockfile.lock_path(deck.output))
    if entry := lock.find(_whole(key, [name for entry in lock.entries for name in entry.names])):
        return curation.line_for_entry(action, entry, fields)
    cards = {choice.card.key: choice.card for choice in _steps.judge(deck)[1].choices}
    card = cards.get(_whole(key, list(cards)))
    return None if card is None else curation.line_for(action, card, fields)


def _whole(key: str, keys: list[str]) -> str:
    """The only key that begins like this, or the key as it is."""
    found = [each for each in keys if each == key] or sorted({each for each in keys if each.startswith(key)})
    if len(found) > 1:
        raise ConfigError(f"{key!r} begins {len(found)} keys; write more of it: {', '.join(found[:3])} ...")
    return found[0] if found else key
