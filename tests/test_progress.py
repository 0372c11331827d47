"""The progress bar: on a terminal, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "deckgen", "cards", "pallas.md"]


def test_a_pipe_gets_no_bar(note: Path) -> None:
    done = subprocess.run(COMMAND, capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_terminal_gets_a_bar(note: Path) -> None:
    import pty

    terminal, other_end = pty.openpty()
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=other_end) as running:
        os.close(other_end)
        shown = b""
        while True:
            try:
                piece = os.read(terminal, 1024)
            except OSError:  # how a pseudo-terminal says that nobody writes any more
                break
            if not piece:
                break
            shown += piece
        out = running.stdout.read() if running.stdout else b""
    os.close(terminal)
    assert b"1/1" in shown
    assert b"The hinge loss." in out
    assert b"The hinge loss." not in shown
