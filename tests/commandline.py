"""The command line in a test: a small note of our own, and a runner that lets no traceback pass."""

from __future__ import annotations

from click.testing import CliRunner, Result

from deckgen import cli

NOTE = """\
---
title: Sparse Gates for Wide Networks
topic: Pallas
authors: [Ada Low, Bo Chan]
year: 2019
---

# Method

- Pallas is a gating layer that switches off nine tenths of the units of a wide network.
- Pallas uses hard gates because soft gates leave every unit a little active.

## Cards

Q: Which loss trains the gates of Pallas?
A: The hinge loss.
"""


def run(*arguments: str, stdin: str | bytes | None = None, **variables: str) -> Result:
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": "1700000000", **variables})
    result = runner.invoke(cli.main, arguments, input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # a traceback is a bug, whatever the exit code
    return result
