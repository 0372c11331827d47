r"""What a symbol of a formula stands for, asked with the formula in view.

Example: "The loss is $L = l + \lambda r$, where $\lambda$ is the weight of the penalty." -> "In $L = l + \lambda r$,
what is $\lambda$?" / "The weight of the penalty."
Not matched: symbols without their formula (strict readers keep none), explanations of one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.tables import tex
from deckgen.model import Element, Fact, Summary

_MEANS = re.compile(
    r"(?P<symbol>Zq\d+x) (?:is|denotes|represents|stands for) "
    r"(?P<what>(?:the|an?) [^.,;:()]{8,90}?)(?= and (?:the |an? )?\w*\s?Zq|[.,;:(]|\Z)"
)
_TOKEN = re.compile(r"Zq\d+x")
_OPENS = re.compile(r"\b(?:where|Where|Here|with)\b")
_COMMON = frozenset(
    {
        "input",
        "output",
        "time",
        "step",
        "number",
        "index",
        "label",
        "vector",
        "matrix",
        "parameter",
        "constant",
        "image",
    }
)
_MIN_WORDS, _MAX_WORDS = 4, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol(Fact):
    """A symbol of a formula with what it stands for; all masked."""

    kind: ClassVar[str] = "symbol"

    formula: str
    symbol: str


def find(reading: Reading) -> Iterator[Symbol]:
    """The explained symbols of a summary, in source order; at most one a formula."""
    seen: set[str] = set()
    before = ""
    for statement in reading.statements:
        formula = _formula(statement, reading.summary) or before
        before = _formula(statement, reading.summary)
        text = statement.evidence.text
        opened = _OPENS.search(text)
        for found in _MEANS.finditer(text, opened.end() if opened else len(text)):
            if formula and formula not in seen and _fits(found, formula, reading.summary):
                seen.add(formula)
                yield Symbol(
                    evidence=statement.evidence,
                    formula=formula,
                    symbol=found["symbol"],
                    answer=found["what"].strip(),
                    subject=f"{found['symbol']} in {formula}",
                )


def _formula(statement: Statement, summary: Summary) -> str:
    """The first formula of a sentence that states something."""
    tokens: list[str] = list(dict.fromkeys(_TOKEN.findall(statement.evidence.text)))
    for token in tokens:
        element = summary.elements.get(token)
        if element and _equation(element) and tex.simple(element) and not tex.setting(element):
            return token
    return ""


def _equation(element: Element) -> bool:
    """Whether a formula states what something equals; a set in braces with a condition does not."""
    return "=" in element.text and not element.text.lstrip().startswith("\\{")


def _fits(found: re.Match[str], formula: str, summary: Summary) -> bool:
    """Whether the symbol is part of the formula and its explanation says something."""
    symbol, whole = summary.elements.get(found["symbol"]), summary.elements[formula]
    if symbol is None or symbol.kind not in tex.FORMULAS or len(symbol.text.strip()) > 12:
        return False
    words = found["what"].split()
    said = [
        word for word in words[1:] if len(word) > 3 and word[:2] != "Zq" and word.lower().rstrip("s") not in _COMMON
    ]
    return symbol.text.strip() in whole.text and _MIN_WORDS <= len(words) <= _MAX_WORDS and len(said) >= 2
