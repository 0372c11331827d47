"""The command line: which commands there are, and how an error ends one.

Each command is a module in `deckgen/commands/`, loaded when it is asked for or listed; what it needs is imported inside
its function, so that `--help` costs next to nothing. Exit codes: 0 all well, 1 something was skipped or found, 2 wrong
use or configuration.
"""

from __future__ import annotations

import importlib
from typing import Any, Final

import click

from deckgen.errors import DeckgenError

COMMANDS: Final = (
    *("build", "cards", "outline"),
    *("check", "diff", "curate", "forget", "simulate", "learn"),
    *("explain", "lint", "stats", "rules"),
)
"""In the order of `deckgen --help`: what a newcomer needs first stands first."""


class Commands(click.Group):
    """A group that knows its commands by name and ends an expected error with one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command's module; None for a name that is not in the table."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"deckgen.commands.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the user can mend ends in one line and the error's exit code."""
        try:
            return super().invoke(ctx)
        except DeckgenError as error:
            click.echo(f"deckgen: {error}" if error.path is None else str(error), err=True)
            ctx.exit(error.exit_code)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="summary-deckgen", prog_name="deckgen")
def main() -> None:
    """Turn summaries of papers into Anki decks.

    \b
    deckgen build                           what deckgen.yaml describes
    deckgen build notes/*.md -o mine.apkg   a deck of your own
    deckgen cards notes/gan.md              look at the cards first

    Each command tells more: deckgen build --help
    """
