"""The header of a table column and the label of a row, put together into a question or a sentence.

    "Divergence that is minimized", "RAML"    for RAML, which divergence is minimized?
    "Factors discovered by InfoGAN", "SVHN"   for SVHN, which factors are discovered by InfoGAN?
    "Samples come from", "RAML"               For RAML, samples come from [...]
    "Weight Normalization", "normalizes by"   Weight Normalization normalizes by [...]

A header or label that gives no grammatical sentence gives nothing.
"""

from __future__ import annotations

import re

from deckgen.language.grammar.clauses import main_clause
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import parse_text

_RELATIVE = re.compile(
    r"(?P<noun>[A-Z][\w -]{2,40}?) (?:that|which) (?P<be>is|are|was|were) (?P<done>\w+(?:ed|en|wn|lt)\b.{0,40})\Z"
)
_REDUCED = re.compile(r"(?P<noun>[A-Z][\w -]{2,40}s) (?P<done>\w+(?:ed|en|wn) (?:by|in|for|from|with) .{2,40})\Z")
_OPEN_END = re.compile(r"\b(?:on|from|by|with|to|for|in|of|as|over|into|at)\Z")


def question(header: str, label: str, casing: Casing) -> str:
    """The question whether-free and without a capital that a header asks of a row, or "".

    Example:
        >>> question("Divergence that is minimized", "RAML", Casing())
        'for RAML, which divergence is minimized?'
    """
    row = casing.inside(label, "NN")
    found = _RELATIVE.match(header)
    if found:
        return f"for {row}, which {casing.inside(found['noun'], 'NN')} {found['be']} {found['done']}?"
    found = _REDUCED.match(header)
    return f"for {row}, which {casing.inside(found['noun'], 'NN')} are {found['done']}?" if found else ""


def sentence(header: str, label: str, cell: str, casing: Casing) -> str:
    """The sentence that goes before the cell, or "".

    Example:
        >>> sentence("Samples come from", "RAML", "the model", Casing())
        'For RAML, samples come from'
    """
    for start in (f"For {casing.inside(label, 'NN')}, {casing.inside(header, 'NN')}", f"{header} {label}"):
        if _OPEN_END.search(start) and _is_clause(f"{start.split(', ', 1)[-1]} {cell}."):
            return start
    return ""


def _is_clause(text: str) -> bool:
    clause = main_clause(parse_text(text))
    return clause is not None and clause.second is None and clause.verb.tag in ("VBZ", "VBP", "VBD", "VBN")
