"""The progress bar: on a terminal only, on standard error, gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.pipeline import Progress


def _silent(stage: str, done: int, total: int) -> None:
    """A pipe and a log get no bar."""


@contextmanager
def shown() -> Iterator[Progress]:
    """Within the block, a function that the pipeline calls to say how far it is."""
    if not sys.stderr.isatty():
        yield _silent
        return
    import click

    with click.progressbar(length=1, file=sys.stderr, show_eta=False, show_pos=True) as bar:

        def show(stage: str, done: int, total: int) -> None:
            bar.label, bar.length = stage, max(total, 1)
            bar.update(done - bar.pos)

        yield show
