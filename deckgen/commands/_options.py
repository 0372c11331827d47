"""The options that several commands share, and the decks they ask for.

Paths on the command line make a deck of their own, without a file; without paths the decks are those of deckgen.yaml.
The options that say how a deck is made apply to either.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from deckgen import config
from deckgen.config import Deck
from deckgen.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

_Function = TypeVar("_Function", bound="Callable[..., Any]")


class Wanted(TypedDict):
    """The options of `choosing`, as click hands them over."""

    paths: tuple[str, ...]
    config_file: Path | None
    deck: str | None
    kinds: tuple[str, ...]
    limit: int | None
    templates: Path | None


def choosing(function: _Function) -> _Function:
    """Add the argument and the options that say which summaries and which cards."""
    for decorate in reversed(
        (
            click.argument("paths", nargs=-1, metavar="[PATH|GLOB|-]..."),
            click.option(
                "--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                help=f"Read the decks from FILE instead of {config.FILE_NAME}.",
            ),
            click.option("--deck", metavar="NAME", help="Name of the deck, :: between levels."),
            click.option("--kinds", metavar="KIND,...", callback=listed, help="Ask only about these kinds of fact."),
            click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N new cards a summary."),
            click.option(
                "--templates", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="FOLDER",
                help="Card templates of your own; they go before the built-in ones.",
            ),
        )
    ):  # fmt: skip
        function = decorate(function)
    return function


def listed(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The parts of an option's value between its commas, for click."""
    return tuple(item.strip() for item in (value or "").split(",") if item.strip())


def decks(wanted: Wanted, output: Path | None = None) -> tuple[Deck, ...]:
    """The decks that a command works on.

    Raises:
        ConfigError: there is no such deck or file, or what was asked for makes no sense.
    """
    if wanted["paths"]:
        chosen: tuple[Deck, ...] = (_own(wanted, output),)
    else:
        chosen = _configured(wanted, output)
    return tuple(_with_options(deck, wanted) for deck in chosen)


def _own(wanted: Wanted, output: Path | None) -> Deck:
    name = wanted["deck"] or (output.stem if output else _name_of(wanted["paths"]))
    name = unicodedata.normalize("NFC", name)
    if problem := config.problem_of_name(name):
        raise ConfigError(f"the deck name {name!r} {problem}")
    return Deck(name=name, summaries=wanted["paths"], output=_checked(output or Path(_file_name(name))))


def _configured(wanted: Wanted, output: Path | None) -> tuple[Deck, ...]:
    from deckgen import facts

    path = wanted["config_file"] or Path(config.FILE_NAME)
    found = config.load(path, tuple(facts.KINDS))
    if name := wanted["deck"]:
        found = tuple(deck for deck in found if deck.name == name)
        if not found:
            raise ConfigError(f"describes no deck named {name!r}; name summaries too, to make one", path=path)
    if output is None:
        return found
    if len(found) > 1:
        raise ConfigError(f"describes {len(found)} decks; say with --deck which goes to {output}", path=path)
    return (replace(found[0], output=_checked(output)),)


def _with_options(deck: Deck, wanted: Wanted) -> Deck:
    from deckgen import facts

    if problem := config.problem_of_kinds(wanted["kinds"], tuple(facts.KINDS)):
        raise ConfigError(problem)
    return replace(
        deck,
        kinds=frozenset(wanted["kinds"]) or deck.kinds,
        limit=deck.limit if wanted["limit"] is None else wanted["limit"],
        templates=wanted["templates"] or deck.templates,
    )


def _checked(output: Path) -> Path:
    if problem := config.problem_of_output(output):
        raise ConfigError(f"the output {str(output)!r} {problem}")
    return output


def _name_of(paths: tuple[str, ...]) -> str:
    """The name of a deck that was given none: that of its only file, else a plain word."""
    only = paths[0] if len(paths) == 1 else "-"
    stem = "" if only == "-" or re.search(r"[*?\[]", only) else Path(only).stem.strip()
    return stem if stem and not config.problem_of_name(stem) else "Summaries"


def _file_name(name: str) -> str:
    """A file's name out of a deck's: `Papers::Vision 2020` becomes `papers-vision-2020.apkg`."""
    words = re.findall(r"\w+", name.casefold())
    return "-".join(words or ["deck"]) + ".apkg"
