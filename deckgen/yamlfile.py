"""A YAML file read node by node, so that every error about a value names the value's line.

In comes a path, out come nodes; the methods turn a node into the Python value that it must be, or raise. Values stay
as written: no dates, no `yes` for true, no anchors that run away.

>>> from pathlib import Path
>>> document = YamlFile(Path("deckgen.yaml"))
>>> document.error(None, "is empty").path
'deckgen.yaml'
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.errors import ConfigError

if TYPE_CHECKING:
    from yaml import Node


class YamlFile:
    """One file of settings.

    Args:
        path: the file.
        missing: what to do when there is no such file, for the error.
    """

    def __init__(self, path: Path, missing: str = "write one") -> None:
        self.path = path
        self._missing = missing

    def error(self, node: Node | None, message: str) -> ConfigError:
        """An error at the node's line, to be raised by the caller."""
        return ConfigError(message, path=self.path, line=None if node is None else node.start_mark.line + 1)

    def document(self) -> Node | None:
        """The outermost node; None for a file with nothing in it but comments.

        Raises:
            ConfigError: the file cannot be read, is not UTF-8 or not YAML.
        """
        import yaml

        text = self._text()
        try:
            return yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            message = f"is not valid YAML, {error.problem}; mend it there"
            raise ConfigError(message, path=self.path, line=line) from None
        except yaml.YAMLError as error:
            message = f"is not valid YAML, {str(error).splitlines()[0]}; remove it"
            raise ConfigError(message, path=self.path) from None
        except RecursionError:
            raise ConfigError("is nested too deeply to be meant; flatten it", path=self.path) from None

    def mapping(self, node: Node, keys: Collection[str], what: str) -> dict[str, Node]:
        """Keys to the nodes of their values; an unknown or repeated key is an error."""
        import yaml

        if not isinstance(node, yaml.MappingNode):
            raise self.error(node, f"{what} must be a mapping of keys to values")
        pairs: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name not in keys:
                raise self.error(key, f"unknown key {name!r}; {nearest(name, keys)}")
            if name in pairs:
                raise self.error(key, f"{name} stands there twice; keep one")
            pairs[name] = value
        return pairs

    def sequence(self, node: Node, what: str) -> list[Node]:
        """The nodes of a list."""
        import yaml

        if not isinstance(node, yaml.SequenceNode):
            raise self.error(node, f"{what} must be a list: [one, two], or lines that begin with a hyphen")
        items: list[Node] = node.value
        return items

    def string(self, node: Node, what: str) -> str:
        """A text; a number or a bare `yes` is an error."""
        import yaml

        if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:str":
            raise self.error(node, f"{what} must be text; put it in quotes")
        return str(node.value)

    def strings(self, node: Node, what: str) -> tuple[str, ...]:
        """The texts of a list that is not empty."""
        texts = tuple(self.string(item, f"each of {what}") for item in self.sequence(node, what))
        if not texts:
            raise self.error(node, f"{what} is empty; fill it, or leave the key out")
        return texts

    def count(self, node: Node, what: str) -> int:
        """A whole number that is not negative."""
        import yaml

        is_whole = isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:int"
        if not is_whole or not str(node.value).isdecimal():
            raise self.error(node, f"{what} must be a whole number, 0 or more")
        return int(node.value)

    def flag(self, node: Node, what: str) -> bool:
        """True or false; `yes` and `on` are an error, for not every reader of YAML takes them for true."""
        import yaml

        if not isinstance(node, yaml.ScalarNode) or node.value not in ("true", "false") or node.style:
            raise self.error(node, f"{what} must be true or false")
        return bool(node.value == "true")

    def _text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise ConfigError("is not UTF-8 text; save it as UTF-8", path=self.path) from None
        except FileNotFoundError:
            raise ConfigError(f"no such file; {self._missing}", path=self.path) from None
        except OSError as error:
            raise ConfigError(f"cannot be read ({error.strerror}); name another file", path=self.path) from None


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that was probably meant, as the second half of an error.

    >>> nearest("nmae", ("name", "limit"))
    "did you mean 'name'?"
    """
    near = difflib.get_close_matches(word, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
