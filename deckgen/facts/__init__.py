"""What can be found in a summary: one module a kind, and the table that names them all.

A kind is a module with a dataclass (a `Fact` with what its templates need) and `find(reading)`, a generator
that yields the facts in source order. Kinds never import each other; what they share lies in `deckgen.language`.
To add one: the module, a line in `KINDS`, a folder `templates/cards/<kind>/`, cases in `tests/facts/cases/<kind>.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from deckgen.facts import (
    abbreviation,
    comparison,
    condition,
    contribution,
    definition,
    dependence,
    effect,
    formula,
    image,
    keypoint,
    limitation,
    listing,
    means,
    own,
    participant,
    purpose,
    question,
    reason,
    result,
    symbol,
    table,
)
from deckgen.language.prose import statements
from deckgen.language.prose.statements import Reading
from deckgen.model import Fact, Summary

Finder: TypeAlias = Callable[[Reading], Iterator[Fact]]

KINDS: dict[str, Finder] = {
    "own": own.find,
    "definition": definition.find,
    "abbreviation": abbreviation.find,
    "contribution": contribution.find,
    "reason": reason.find,
    "purpose": purpose.find,
    "means": means.find,
    "condition": condition.find,
    "effect": effect.find,
    "dependence": dependence.find,
    "result": result.find,
    "comparison": comparison.find,
    "limitation": limitation.find,
    "formula": formula.find,
    "symbol": symbol.find,
    "list": listing.find,
    "table": table.find,
    "image": image.find,
    "question": question.find,
    "participant": participant.find,
    "keypoint": keypoint.find,
}
"""Every kind of fact, the more specific first: of two cards on one fact the one of the earlier kind stays."""


def extract(summary: Summary, kinds: frozenset[str] | None = None) -> tuple[Fact, ...]:
    """The facts of a summary, kind after kind and in source order within a kind; the author's own cards always."""
    reading = statements.read(summary)
    chosen = [name for name in KINDS if kinds is None or name in kinds or name == "own"]
    return tuple(fact for name in chosen for fact in KINDS[name](reading))
