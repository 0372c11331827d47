"""Nothing is half-added: every table names what its folder holds, and every entry has what it needs."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from deckgen import cli, commands, facts, rules, writers
from deckgen.facts import KINDS
from deckgen.readers import READERS
from deckgen.readers.source import Source
from deckgen.rules import RULES
from deckgen.writers import WRITERS

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates" / "cards"
CASES = ROOT / "tests" / "facts" / "cases"


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """The modules of a package that are not its private helpers."""
    for info in pkgutil.iter_modules(package.__path__):
        if not info.name.startswith("_"):
            yield importlib.import_module(f"{package.__name__}.{info.name}")


def test_every_module_that_finds_facts_is_in_the_table_of_kinds() -> None:
    listed = {find.__module__ for find in KINDS.values()}
    missing = [m.__name__ for m in modules(facts) if hasattr(m, "find") and m.__name__ not in listed]
    assert not missing, f"add {missing} to KINDS in deckgen/facts/__init__.py"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_templates_and_cases(kind: str) -> None:
    assert sorted((TEMPLATES / kind).glob("*.html.j2")), f"add templates/cards/{kind}/<variant>.html.j2"
    assert sorted(CASES.glob(f"{kind}*.md")), f"add tests/facts/cases/{kind}.md with good cases and near misses"


def test_every_folder_of_templates_and_every_file_of_cases_belongs_to_a_kind() -> None:
    folders = {path.name for path in TEMPLATES.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders <= set(KINDS), f"no kind is named {folders - set(KINDS)}"
    strays = [path.name for path in CASES.glob("*.md") if not path.stem.startswith(tuple(KINDS))]
    assert not strays, f"no kind begins like {strays}"


def test_every_module_with_a_rule_is_in_the_table_of_rules() -> None:
    listed = [rule.slug for rule in RULES]
    found = [m.RULE.slug for m in modules(rules) if hasattr(m, "RULE")]
    assert sorted(listed) == sorted(found), "RULES in deckgen/rules/__init__.py and the folder differ"
    assert len({rule.code for rule in RULES}) == len(RULES), "two rules have one code"


def test_every_command_module_is_in_the_table_of_commands() -> None:
    found = {m.__name__.rpartition(".")[2] for m in modules(commands)}
    assert found == set(cli.COMMANDS), "COMMANDS in deckgen/cli.py and the folder differ"


def test_every_writer_is_named_by_its_extension_and_every_reader_by_its_format() -> None:
    assert "apkg" in WRITERS
    assert all(writer.__module__.startswith(writers.__name__) for writer in WRITERS.values())
    names = [reader.name for reader in READERS]
    assert len(set(names)) == len(names)
    assert READERS[-1].takes(Source("anything", "text\n")), "the last reader takes what no other does"
