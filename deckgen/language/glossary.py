"""What the symbols of a summary stand for, as the summary names them in passing: "the latent code $c$"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deckgen.language import tex
from deckgen.language.parsing import Parse, Word
from deckgen.language.statements import Reading
from deckgen.model import Element, ElementKind

_TOKEN = re.compile(r"Zq\d+x\Z")
_MATH = frozenset({ElementKind.MATH, ElementKind.CODE})
_NAMING = frozenset({"NN", "JJ", "VBN", "VBG", "NNP"})
_VAGUE = frozenset("factor case value number formula term equation form size step".split())
_MAX_WORDS = 3


def glossary(reading: Reading) -> Mapping[str, str]:
    """Symbol -> masked noun phrase with the symbol behind it, the first one of the summary.

    Example:
        "A generator reads the latent code $c$." gives {"c": "latent code Zq0x"}.
    """
    found: dict[str, str] = {}
    for statement in reading.statements:
        for symbol, named in _named(statement.parse, reading.summary.elements):
            found.setdefault(symbol, named)
    return found


def _named(parse: Parse, elements: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    for word in parse.words:
        element = elements.get(word.text)
        if not _TOKEN.match(word.text) or element is None or element.kind not in _MATH:
            continue
        symbols = tex.symbols(element)
        naming = _before(parse, word)
        if len(symbols) == 1 and not re.search(r"[=<>+]", element.text) and naming:
            yield next(iter(symbols)), f"{' '.join(w.text for w in naming)} {word.text}"


def _before(parse: Parse, token: Word) -> list[Word]:
    """The noun with its adjectives right before a symbol; empty where there is no noun."""
    naming: list[Word] = []
    for word in reversed(parse.words[: token.i]):
        if word.tag not in _NAMING or len(naming) == _MAX_WORDS or _TOKEN.match(word.text):
            break
        naming.insert(0, word)
    noun = bool(naming) and naming[-1].tag == "NN" and naming[-1].text.islower()
    return naming if noun and naming[-1].lemma.lower() not in _VAGUE else []
