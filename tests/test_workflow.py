"""The workflow that rebuilds the decks: its steps are run in a clone, on a good and on a stale deck."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

Environment: TypeAlias = Callable[..., dict[str, str]]
ROOT = Path(__file__).parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "decks.yml"

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git and a clone, not an unpacked archive"
)


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What is committed, in a folder of its own."""
    git(tmp_path, "clone", "--quiet", str(ROOT), "clone")
    return tmp_path / "clone"


def run_steps(clone: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the steps as the runner does; of the installation only the result, this environment with the clone's code."""
    workflow: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    steps = [step for step in workflow["jobs"]["rebuild"]["steps"] if "run" in step and step["name"] != "Install"]
    assert [step["name"] for step in steps] == ["Build", "Compare with what is committed"]
    done = subprocess.CompletedProcess[str]([], 0, "", "")
    for step in steps:
        command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=clone, env=variables, capture_output=True, text=True, check=False)
        if done.returncode:
            break
    return done


def test_the_committed_decks_are_what_the_summaries_give(clone: Path, environment: Environment) -> None:
    done = run_steps(clone, environment(clone.parent, clone))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_changed_summary_without_its_deck_fails_and_names_the_lock(clone: Path, environment: Environment) -> None:
    summary = sorted((clone / "seeds").glob("*.md"))[0]
    with summary.open("a", encoding="utf-8") as file:
        file.write("\n## Cards\n\nQ: Which sentence did a test add to this summary?\n\nA: The last one.\n")
    git(clone, "commit", "--all", "--message", "A summary changed")
    done = run_steps(clone, environment(clone.parent, clone))
    assert done.returncode == 1, done.stdout + done.stderr
    assert ".lock.jsonl" in done.stdout


def test_it_watches_everything_that_a_deck_is_made_of() -> None:
    workflow: dict[Any, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    triggers = workflow[True]  # YAML 1.1 reads the key `on` as true
    for event in ("push", "pull_request"):
        assert {"seeds/**", "templates/**", "deckgen/**"} <= set(triggers[event]["paths"])
