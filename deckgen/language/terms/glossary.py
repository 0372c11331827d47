"""What the symbols of a summary stand for, as the summary names them in passing: "the latent code $c$"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deckgen.language.prose.statements import Reading
from deckgen.language.tables import tex
from deckgen.language.words.parsing import Parse, Word
from deckgen.model import Element, ElementKind

_TOKEN = re.compile(r"Zq\d+x\Z")
_MATH = frozenset({ElementKind.MATH, ElementKind.CODE})
_NAMING = frozenset({"NN", "NNS", "JJ", "VBN", "VBG", "NNP"})
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
        naming = _before(parse, word)
        if not naming:
            continue
        tokens = _together(parse, word) if naming[-1].tag == "NNS" else [word.text]
        phrase = f"{' '.join(w.text for w in naming)} {' and '.join(tokens)}"
        for symbols in (tex.symbols(elements[token]) for token in tokens if token in elements):
            if len(symbols) == 1 and not re.search(r"[=<>+]", element.text):
                yield next(iter(symbols)), phrase


def _together(parse: Parse, token: Word) -> list[str]:
    """This symbol and the one that "and" joins to it."""
    following = [word.text for word in parse.words[token.i + 1 : token.i + 3]]
    joined = len(following) == 2 and following[0] == "and" and _TOKEN.match(following[1])
    return [token.text, following[1]] if joined else [token.text]


def _before(parse: Parse, token: Word) -> list[Word]:
    """The noun with its adjectives right before a symbol; empty where there is no noun."""
    naming: list[Word] = []
    for word in reversed(parse.words[: token.i]):
        if word.tag not in _NAMING or len(naming) == _MAX_WORDS or _TOKEN.match(word.text):
            break
        naming.insert(0, word)
    noun = bool(naming) and naming[-1].tag in ("NN", "NNS") and naming[-1].text.islower()
    return naming if noun and naming[-1].lemma.lower() not in _VAGUE else []
