"""The README does what it says: its console blocks are run, and their output is what stands there.

`pytest --update tests/test_readme.py` writes the output anew; a long one is cut with a line of three dots.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

Environment: TypeAlias = Callable[..., dict[str, str]]
ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
LONGEST = 14
CUT = "..."

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A command and the output that stands below it."""

    command: str
    output: tuple[str, ...]


def examples(text: str) -> list[Example]:
    found = []
    for block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *output = part.splitlines()
            found.append(Example(command, tuple(output)))
    return found


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory, environment: Environment) -> dict[int, tuple[str, ...]]:
    """What each example really prints, in a copy of the project's summaries, one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "decks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "deckgen.yaml", folder)
    variables = environment(tmp_path_factory.mktemp("programs"))
    printed = {}
    for number, example in enumerate(examples(README.read_text(encoding="utf-8"))):
        done = subprocess.run(
            ["bash", "-c", example.command], cwd=folder, env=variables, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{example.command}\n{done.stdout}{done.stderr}"
        printed[number] = tuple(done.stdout.rstrip().splitlines())
    return printed


def shortened(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if len(lines) <= LONGEST else (*lines[: LONGEST - 2], CUT)


def rewritten(text: str, outputs: dict[int, tuple[str, ...]]) -> str:
    """The document with what the commands print now below each of them."""
    numbers = iter(range(len(outputs)))

    def block(found: re.Match[str]) -> str:
        commands = [example.command for example in examples(found[0])]
        lines = [line for command in commands for line in (f"$ {command}", *shortened(outputs[next(numbers)]))]
        return "\n".join(("```console", *lines, "```"))

    return _BLOCK.sub(block, text)


def test_every_command_prints_what_stands_below_it(outputs: dict[int, tuple[str, ...]], update: bool) -> None:
    text = README.read_text(encoding="utf-8")
    if update:
        text = rewritten(text, outputs)
        README.write_text(text, encoding="utf-8")
    found = examples(text)
    assert found
    for number, example in enumerate(found):
        printed = outputs[number]
        if example.output and example.output[-1] == CUT:
            printed = (*printed[: len(example.output) - 1], CUT)
        assert example.output == printed, f"{example.command}: run pytest --update tests/test_readme.py, read the diff"


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    block = re.search(r"^```bash\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert block
    commands = block[1].splitlines()
    assert len(commands) == 2
    assert all(command.startswith("$ ") for command in commands)
    first, second = commands
    assert "deckgen build" in first
    assert second.endswith("pytest")


def test_every_file_that_the_documents_link_to_exists() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        links = re.findall(r"\]\(([^)#\s]+)\)|src=\"([^\"]+)\"", text)
        local = [a or b for a, b in links if not (a or b).startswith(("http:", "https:"))]
        missing = [link for link in local if not (ROOT / link).exists()]
        assert not missing, f"{document} links to {missing}"
