"""What to build, as frozen data: deckgen.yaml, or the same from the command line.

In comes the file, out come its decks. A key that deckgen does not know, a value of the wrong type, a name that Anki
would change or two decks in one file are errors that name the line; nothing is guessed and nothing is ignored.

    decks:
      - name: "Deep learning papers"       # Anki deck name, :: makes subdecks
        summaries: ["seeds/*.md"]          # paths and globs, from this file's folder
        output: decks/deep-learning-papers.apkg
        kinds: [definition, result]        # default: all
        limit: 10                          # new cards per summary, default: no limit
        subdecks: by-paper                 # default: none
        tags: [papers]                     # on every note, default: none
        templates: my-templates            # goes before the built-in ones, one template at a time
        fetch-images: true                 # as `deckgen build --fetch-images`, default: false
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from deckgen.errors import ConfigError
from deckgen.model import Summary
from deckgen.yamlfile import YamlFile, nearest

if TYPE_CHECKING:
    from yaml import Node

FILE_NAME: Final = "deckgen.yaml"
KEYS: Final = ("name", "summaries", "output", "kinds", "limit", "subdecks", "tags", "templates", "fetch-images")
_REQUIRED: Final = ("name", "summaries", "output")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """One deck to build.

    Attributes:
        name: Anki's name for it, `::` between levels.
        summaries: paths and globs as the user wrote them, relative to `root`; "-" is standard input.
        output: the `.apkg` to write; its lock lies beside it.
        root: the folder that relative paths start from.
        kinds: kinds of fact to ask about; None for all.
        limit: most new cards a summary; None for no limit.
        by_paper: whether each paper gets a subdeck of its own.
        tags: put on every note.
        templates: the user's folder of templates, which goes before ours one template at a time.
        fetch_images: whether `deckgen build` fetches the remote images that cards show.
    """

    name: str
    summaries: tuple[str, ...]
    output: Path
    root: Path = Path()
    kinds: frozenset[str] | None = None
    limit: int | None = None
    by_paper: bool = False
    tags: tuple[str, ...] = ()
    templates: Path | None = None
    fetch_images: bool = False

    def deck_of(self, summary: Summary) -> str:
        """Anki's name of the deck that the cards of a summary go to: this one, or the paper's own below it."""
        if not self.by_paper:
            return self.name
        title = " ".join((summary.topic or summary.title or summary.id).replace('"', "'").split())
        return f"{self.name}::{re.sub('::+', ':', title).strip(' :')}"


def load(path: Path, kinds: Collection[str] | None = None) -> tuple[Deck, ...]:
    """The decks that a configuration file describes, in its order.

    Args:
        path: the file; its folder is the root of every relative path in it.
        kinds: the kinds of fact there are; None leaves the names unchecked.

    Raises:
        ConfigError: the file cannot be read or does not mean anything sensible; names the line.
    """
    file = YamlFile(path, f"name summaries on the command line, or write a {FILE_NAME}")
    decks = [_deck(file, node, kinds) for node in _deck_nodes(file)]
    _no_two_alike(path, decks)
    return tuple(deck for deck, _ in decks)


def problem_of_name(name: str) -> str:
    """Why Anki would refuse or silently change a deck name, or "".

    >>> problem_of_name("Papers::Vision")
    ''
    >>> problem_of_name("Papers::::Vision")
    'has an empty level; write one name on each side of every "::"'
    """
    parts = name.split("::")
    if not name.strip():
        return "is empty; give the deck a name"
    if any(not part.strip() for part in parts):
        return 'has an empty level; write one name on each side of every "::"'
    if any(unicodedata.category(char) in ("Cc", "Zl", "Zp") or char == '"' for char in name):
        return "holds a line break, a control character or a double quote; leave it out"
    if any(part != part.strip(" :") for part in parts):
        return 'has a space or a colon at the edge of a level; write "A::B"'
    if parts[0].casefold() == "default":
        return "is the name of Anki's own first deck; choose another"
    return ""


def problem_of_tag(tag: str) -> str:
    """Why Anki would refuse or silently change a tag, or ""."""
    if not tag:
        return "is empty"
    if any(char.isspace() or unicodedata.category(char) == "Cc" for char in tag):
        return "holds a space; write it with a hyphen or an underscore"
    if any(not part for part in tag.split("::")):
        return 'has an empty level; write one name on each side of every "::"'
    return ""


def problem_of_output(output: Path) -> str:
    """Why a deck cannot be written there, as far as the path alone tells, or ""."""
    return "" if output.suffix == ".apkg" and output.stem else 'is no deck; let its name end in ".apkg"'


def problem_of_kinds(names: Collection[str], known: Collection[str]) -> str:
    """Which of the kinds is unknown, with the nearest that exists, or ""."""
    for name in names:
        if name not in known:
            return f"unknown kind {name!r}; {nearest(name, known)}"
    return ""


_Place: TypeAlias = tuple[Deck, Mapping[str, int]]
"""A deck and the lines of its keys."""


def _deck_nodes(file: YamlFile) -> list[Node]:
    root = file.document()
    if root is None:
        raise file.error(None, 'is empty; begin with "decks:"')
    pairs = file.mapping(root, ("decks",), "the file")
    nodes = file.sequence(pairs["decks"], "decks") if pairs else []
    if not nodes:
        raise file.error(root, 'describes no deck; begin with "decks:" and a list')
    return nodes


def _deck(file: YamlFile, node: Node, kinds: Collection[str] | None) -> _Place:
    pairs = file.mapping(node, KEYS, "a deck")
    for key in _REQUIRED:
        if key not in pairs:
            raise file.error(node, f"the deck has no {key}; add one")
    root = file.path.parent
    deck = Deck(
        name=_name(file, pairs["name"]),
        summaries=_summaries(file, pairs["summaries"]),
        output=root / _output(file, pairs["output"]),
        root=root,
        kinds=_kinds(file, pairs["kinds"], kinds) if "kinds" in pairs else None,
        limit=file.count(pairs["limit"], "limit") if "limit" in pairs else None,
        by_paper="subdecks" in pairs and _by_paper(file, pairs["subdecks"]),
        tags=_tags(file, pairs["tags"]) if "tags" in pairs else (),
        templates=_folder(file, pairs["templates"]) if "templates" in pairs else None,
        fetch_images="fetch-images" in pairs and file.flag(pairs["fetch-images"], "fetch-images"),
    )
    return deck, {key: value.start_mark.line + 1 for key, value in pairs.items()}


def _no_two_alike(path: Path, decks: Collection[_Place]) -> None:
    names: set[str] = set()
    outputs: set[Path] = set()
    for deck, lines in decks:
        if deck.name.casefold() in names:
            message = f"two decks are named {deck.name!r}, and Anki would make them one; rename one"
            raise ConfigError(message, path=path, line=lines["name"])
        if deck.output.resolve() in outputs:
            message = f"two decks are written to {deck.output.name}; give each its own file"
            raise ConfigError(message, path=path, line=lines["output"])
        names.add(deck.name.casefold())
        outputs.add(deck.output.resolve())


def _name(file: YamlFile, node: Node) -> str:
    name = unicodedata.normalize("NFC", file.string(node, "name"))
    if problem := problem_of_name(name):
        raise file.error(node, f"the deck name {name!r} {problem}")
    return name


def _summaries(file: YamlFile, node: Node) -> tuple[str, ...]:
    patterns = file.strings(node, "summaries")
    if "-" in patterns:
        raise file.error(node, "standard input has no place in a file; give - on the command line")
    return patterns


def _output(file: YamlFile, node: Node) -> Path:
    output = Path(file.string(node, "output"))
    if problem := problem_of_output(output):
        raise file.error(node, f"the output {str(output)!r} {problem}")
    return output


def _kinds(file: YamlFile, node: Node, known: Collection[str] | None) -> frozenset[str]:
    names = file.strings(node, "kinds")
    if known is not None and (problem := problem_of_kinds(names, known)):
        raise file.error(node, problem)
    return frozenset(names)


def _by_paper(file: YamlFile, node: Node) -> bool:
    if file.string(node, "subdecks") != "by-paper":
        raise file.error(node, "subdecks can only be by-paper; leave the key out for one deck")
    return True


def _tags(file: YamlFile, node: Node) -> tuple[str, ...]:
    tags = file.strings(node, "tags")
    for tag in tags:
        if problem := problem_of_tag(tag):
            raise file.error(node, f"the tag {tag!r} {problem}")
    return tuple(sorted(set(tags)))


def _folder(file: YamlFile, node: Node) -> Path:
    folder = file.path.parent / file.string(node, "templates")
    if not folder.is_dir():
        raise file.error(node, f"there is no folder {folder.as_posix()}; make it, or leave templates out")
    return folder
