"""The options that several commands share, and the decks they ask for.

Paths on the command line make a deck of their own, without a file; without paths the decks are those of deckgen.yaml.
The options that say how a deck is made apply to either.
"""

from __future__ import annotations

import os
import re
import time
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Required, TypedDict, TypeVar

import click

from deckgen import config
from deckgen.config import Deck
from deckgen.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

_Function = TypeVar("_Function", bound="Callable[..., Any]")
_FILE: Final = click.Path(path_type=Path, dir_okay=False)
_FOLDER: Final = click.Path(path_type=Path, exists=True, file_okay=False)


class Wanted(TypedDict, total=False):
    """The options of `choosing`, and those of `making` where a command has them, as click hands them over."""

    paths: Required[tuple[str, ...]]
    config_file: Required[Path | None]
    deck: Required[str | None]
    kinds: Required[tuple[str, ...]]
    limit: Required[int | None]
    templates: Required[Path | None]
    output: Path | None
    tags: tuple[str, ...]
    subdecks: str | None


def choosing(function: _Function) -> _Function:
    """Add the argument and the options that say which summaries, and which cards of them."""
    return click.argument("paths", nargs=-1, metavar="[PATH|GLOB|-]...")(_choosing(function))


def choosing_by_option(function: _Function) -> _Function:
    """The same for commands whose arguments are something else; the summaries are an option there."""
    option = _option("-s", "--summaries", "paths", multiple=True, metavar="PATH|GLOB", help="The deck's summaries.")
    return option(_choosing(function))


def _choosing(function: _Function) -> _Function:
    return _decorated(
        function,
        _option("--config", "config_file", type=_FILE, metavar="FILE", help="Read the decks from FILE."),
        _option("--deck", metavar="NAME", help="Name of the deck, :: between levels."),
        _option("--kinds", metavar="KIND,...", callback=_listed, help="Ask only about these kinds of fact."),
        _option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N new cards a summary."),
        _option("--templates", type=_FOLDER, metavar="FOLDER", help="Your card templates go before the built-in ones."),
    )


def making(function: _Function) -> _Function:
    """Add the options that say how a deck is made; they have to be the same for every command on one deck."""
    return _decorated(
        function,
        _option("-o", "--output", type=click.Path(path_type=Path), metavar="DECK.apkg", help="The deck's file."),
        _option("--tags", metavar="TAG,...", callback=_listed, help="Put these tags on every note."),
        _option("--subdecks", type=click.Choice(["by-paper"]), help="Give each paper a deck of its own below."),
        _option("--refresh", is_flag=True, help="Apply today's selection to published notes too."),
    )


def _decorated(function: _Function, *decorators: Callable[[_Function], _Function]) -> _Function:
    for decorate in reversed(decorators):
        function = decorate(function)
    return function


def _option(*names: str, **settings: Any) -> Callable[[_Function], _Function]:
    return click.option(*names, **settings)


def _listed(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    return tuple(item.strip() for item in (value or "").split(",") if item.strip())


def now() -> int:
    """Seconds since the epoch: what SOURCE_DATE_EPOCH says, or the clock.

    Raises:
        ConfigError: the variable holds something else.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return int(time.time())
    if not fixed.isdecimal():
        raise ConfigError(f"SOURCE_DATE_EPOCH is {fixed!r}; give whole seconds since 1970, or unset it")
    return int(fixed)


def decks(wanted: Wanted) -> tuple[Deck, ...]:
    """The decks that a command works on.

    Raises:
        ConfigError: there is no such deck or file, or what was asked for makes no sense.
    """
    output = wanted.get("output")
    if wanted["paths"]:
        chosen: tuple[Deck, ...] = (_own(wanted, output),)
    else:
        chosen = _configured(wanted, output)
    return tuple(_with_options(deck, wanted) for deck in chosen)


def outputs(wanted: Wanted) -> tuple[Path, ...]:
    """The files of the decks that a command works on; for one named by -o alone its summaries do not matter."""
    output = wanted.get("output")
    if output is not None and not wanted["paths"] and wanted["deck"] is None:
        return (_checked(output),)
    return tuple(deck.output for deck in decks(wanted))


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
    for tag in wanted.get("tags", ()):
        if problem := config.problem_of_tag(tag):
            raise ConfigError(f"the tag {tag!r} {problem}")
    return replace(
        deck,
        tags=tuple(sorted({*deck.tags, *wanted.get("tags", ())})),
        by_paper=deck.by_paper or wanted.get("subdecks") is not None,
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
