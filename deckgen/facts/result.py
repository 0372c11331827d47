"""A measured result, asked for its amount; the question says of what, against what and where.

Examples: "On the coast, SkyNetto raises the recall by 4.5 points." -> "On the coast, by how much does SkyNetto raise
the recall?"; "The rate of fever was 8% in the ice group and 5% in the water group." -> "What was the rate of fever in
the ice group and in the water group?"
Not matched: levels without another to hold them against, set-ups, sizes of data sets, years, numbers of names,
sentences with several unrelated numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.contrasts.amounts import amounts, setting, without_statistics
from deckgen.language.contrasts.arms import asked_arms, trial
from deckgen.language.contrasts.measured import asked_amount
from deckgen.language.contrasts.sides import named_subject
from deckgen.language.grammar.asking import Question
from deckgen.language.grammar.claims import claims, stands_alone
from deckgen.language.grammar.clauses import Clause, by_people
from deckgen.language.prose.statements import Reading, Statement
from deckgen.model import Fact

_MAX_AMOUNTS, _MAX_QUESTION = 3, 34
_LONG_OR_LOST = frozenset({"too long", "not one well-formed clause"})
_OPEN = re.compile(r"\b(?:by how much|how much|how large|how far)\b.*\b(?:the baselines?|the state of the art|SOTA)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Fact):
    """A masked question for an amount; `trial` is the trial that it was measured in, or ""."""

    kind: ClassVar[str] = "result"

    question: str
    trial: str = ""


def find(reading: Reading) -> Iterator[Result]:
    """The results of a summary, in source order, each question once."""
    name = trial(reading.summary)
    seen: set[str] = set()
    for statement in reading.statements:
        asked = _result(statement, reading)
        if asked is None or asked.question in seen or not _said(asked.answer, statement):
            continue
        seen.add(asked.question)
        in_trial = "" if name.casefold() in asked.question.casefold() else name
        yield Result(
            evidence=statement.evidence,
            question=f"in the {in_trial} trial, {asked.question}" if in_trial else asked.question,
            trial=name,
            answer=asked.answer,
            subject=asked.question,
        )


def _result(statement: Statement, reading: Reading) -> Question | None:
    """What a statement is asked for, or None."""
    text = without_statistics(statement.text)
    arms = next((asked for said in (text, statement.text) for asked in asked_arms(said, reading.casing)), None)
    if arms is not None and not set(statement.problems) - _LONG_OR_LOST:
        return arms if len(arms.question.split()) <= _MAX_QUESTION else None
    whole = [statement.clause] if statement.sound and statement.clause else []
    for clause in (*claims(statement), *whole):
        asked = _asked(clause, reading)
        if asked is not None and stands_alone(statement, asked):
            return asked
    return None


def _asked(clause: Clause, reading: Reading) -> Question | None:
    text = clause.parse.text
    found = tuple(amounts(text))
    if not 1 <= len(found) <= _MAX_AMOUNTS or setting(text) or not named_subject(clause):
        return None
    if by_people(clause) and not clause.fronted:
        return None
    asked = (asked_amount(clause, amount, reading.casing) for amount in found)
    return next((a for a in asked if a is not None and not _OPEN.search(a.question)), None)


def _said(answer: str, statement: Statement) -> bool:
    """Whether the answer stands in the summary as it is: cutting statistics out can join what was apart."""
    return answer in statement.text or answer in statement.evidence.block.text
