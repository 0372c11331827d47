"""`deckgen diff`: which cards differ between two states of a deck, word by word."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands import _options, _steps
from deckgen.errors import ConfigError

if TYPE_CHECKING:
    from deckgen.config import Deck
    from deckgen.lockfile import Lock


@click.command()
@click.argument("old", required=False, metavar="[OLD")
@click.argument("new", required=False, metavar="[NEW]]")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="Exit with 1 when something differs.")
@_options.choosing_by_option
@_options.making
@click.pass_context
def command(
    ctx: click.Context,
    old: str | None,
    new: str | None,
    form: str,
    exit_code: bool,
    refresh: bool,
    **wanted: Unpack[_options.Wanted],
) -> None:
    """Show the cards that differ between two states of a deck.

    \b
    deckgen diff                              the lock, and what a build gives now
    deckgen diff main                         the lock in a git revision, and a build now
    deckgen diff v1.0 v1.1 --format markdown  two git revisions, for a pull request
    deckgen diff old.apkg new.apkg            two packages
    deckgen diff a.lock.jsonl b.lock.jsonl    two locks
    deckgen diff -s 'notes/*.md' -o mine.apkg a deck that deckgen.yaml does not describe
    """
    from deckgen import diffing

    differs = False
    states = tuple(state for state in (old, new) if state)
    for deck in (None,) if all(map(_is_file, states)) and len(states) == 2 else _options.decks(wanted):
        before = _state(old, deck)
        after = _steps.build(deck, refresh=refresh).reconciled.lock if new is None and deck else _state(new, deck)
        found = diffing.compare(before, after)
        title = deck.name if deck else f"{old} and {new}"
        text = diffing.as_markdown(found, title) if form == "markdown" else diffing.FORMATS[form](found)
        click.echo(text.rstrip("\n") or f"{title}: nothing differs")
        differs = differs or bool(found)
    ctx.exit(1 if exit_code and differs else 0)


def _is_file(state: str) -> bool:
    return state.endswith((".apkg", ".jsonl"))


def _state(state: str | None, deck: Deck | None) -> Lock:
    """The lock that a word of the command line stands for; of none, the lock on disk."""
    from deckgen import lockfile

    if state and _is_file(state):
        if not Path(state).is_file():
            raise ConfigError("no such file; check the spelling", path=state)
        return lockfile.from_apkg(Path(state)) if state.endswith(".apkg") else lockfile.read(Path(state))
    assert deck is not None  # without a deck both states are files
    path = lockfile.lock_path(deck.output)
    return lockfile.read(path) if state is None else _in_git(state, path)


def _in_git(revision: str, path: Path) -> Lock:
    """The lock as it was committed; empty when the revision does not have it."""
    from deckgen import lockfile

    commit = _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        message = f"{revision!r} is no git revision, .apkg or .lock.jsonl; name one of them"
        raise ConfigError(message)
    content = _git(path.parent, "show", f"{commit.decode().strip()}:./{path.name}")
    return lockfile.load(content, f"{revision}:{path.as_posix()}") if content else lockfile.Lock()


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints, or nothing when it fails."""
    if not folder.is_dir():
        return b""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise ConfigError("git is not installed; compare files instead") from None
    return done.stdout if done.returncode == 0 else b""
