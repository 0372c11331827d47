"""What many tests share: golden files that `pytest --update` rewrites, and a folder to work in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.commandline import NOTE

ROOT = Path(__file__).parents[1]
Golden: TypeAlias = Callable[[Path, str], None]
Environment: TypeAlias = Callable[..., dict[str, str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden files and the README's output")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are rewritten instead of compared."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def golden(update: bool) -> Golden:
    """Compare a text with a golden file, or rewrite the file."""

    def compare(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing: run pytest --update and read it"
        assert text == path.read_text(encoding="utf-8"), f"{path} differs: run pytest --update and read the diff"

    return compare


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one during the test."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def note(folder: Path) -> Path:
    """A summary in the current folder, which holds nothing else."""
    path = folder / "pallas.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def environment() -> Environment:
    """The environment of a shell that has the command `deckgen`, with the code of a checkout, in this interpreter."""

    def make(folder: Path, checkout: Path = ROOT) -> dict[str, str]:
        programs = folder / "bin"
        programs.mkdir(exist_ok=True)
        command = programs / "deckgen"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m deckgen "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DECKGEN", "SOURCE_DATE"))}
        path = os.pathsep.join((str(programs), os.environ.get("PATH", os.defpath)))
        return {**kept, "PATH": path, "PYTHONPATH": str(checkout), "NO_COLOR": "1"}

    return make
