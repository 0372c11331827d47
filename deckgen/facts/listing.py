"""Lists worth recalling: the parts, steps, reasons, kinds that a lead announces or a sentence enumerates.

    lead with 2-4 short members          "Which two bottlenecks does theorem proving have?"
    lead with steps, or longer members   a cloze: one blank a member, the others shown
    X has three measures: a, b and c     "Which three measures does X have?"
    X consists of a, b and c             "What does X consist of?"

Not matched: leads that are labels ("Two components:"), leads that give examples ("such as", "several"), a number that is not
the number of the members, members that are long or hold a list themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language import tidy
from deckgen.language.clauses import NOUNS, Clause
from deckgen.language.listed import NUMBERS, question_of
from deckgen.language.outline import children
from deckgen.language.parsing import Word
from deckgen.language.questions import ask
from deckgen.language.statements import Reading, Statement, readable, split_label
from deckgen.model import Block, Fact, Role

_SHORT_MEMBER, _SHORT_ALL, _MAX_ASKED = 11, 30, 4
_LONG_MEMBER, _LONG_ALL, _MAX_STEPS = 20, 90, 6
_SERIES = re.compile(r";\s+(?:and\s+)?|,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:\d|[a-f]|i{1,3}|iv|v)\)\s+")
_STEPS = re.compile(r"\b(?:steps|stages|phases)\b")
_LOOSE = re.compile(r"^(?:and|or|then)\s+|[,;.:]*(?:\s+(?:and|or))?\s*$")
_DANGLING = re.compile(
    r"\b(?:it|its|they|them|their|this|that one|these|those|here|he|she|we|I|you|etc|above|below|former|latter|same)\b|\?|\.\.\."
)
_CONSISTS = frozenset({"consist", "compose", "comprise", "combine"})
_EXPECTED = frozenset({"not a statement", "points elsewhere in the text", "too short", "not one well-formed clause"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Fact):
    """A list: a masked `question` that its members answer, or a `lead` to show above blanked members."""

    kind: ClassVar[str] = "list"

    members: tuple[str, ...]
    question: str = ""
    lead: str = ""


def find(reading: Reading) -> Iterator[Listing]:
    """The lists of a summary: those under a lead, then those inside a sentence."""
    last = {id(statement.evidence.block): statement for statement in reading.statements}
    names = frozenset({reading.summary.topic} if reading.summary.topic and " " not in reading.summary.topic else ())
    for place, block in enumerate(reading.summary.blocks):
        statement = last.get(id(block))
        if statement is not None and readable(block):
            yield from _under(statement, children(reading.summary.blocks, place), reading, names)
    for statement in reading.statements:
        yield from _inside(statement, reading, names)


def _usable(statement: Statement) -> bool:
    """Whether nothing but the form of a lead keeps the statement from being asked about."""
    return not set(statement.problems) - _EXPECTED


def _under(statement: Statement, items: Sequence[Block], reading: Reading, names: frozenset[str]) -> Iterator[Listing]:
    if not 2 <= len(items) <= _MAX_STEPS or not _usable(statement) or any(item.mark for item in items):
        return
    ends = statement.evidence.text.rstrip().endswith(":")
    counted = any(NUMBERS.get(word.text.lower()) == len(items) for word in statement.parse.words)
    if not (ends or counted):
        return
    lead = f"{statement.label}: {statement.text}" if statement.label else statement.text
    question = question_of(lead, len(items), reading.casing, names)
    if question is None:
        return
    members = _members(items)
    if members and _short(members):
        yield Listing(
            evidence=statement.evidence, question=question, members=members, answer="; ".join(members), subject=question
        )
        return
    whole = tuple(_bare(tidy.without_references(item.text, reading.summary.elements)) for item in items)
    steps = all(item.number is not None for item in items) or _STEPS.search(question)
    if steps and statement.clause is not None and ends and _fits(whole):
        yield Listing(evidence=statement.evidence, lead=statement.text, members=whole, answer="; ".join(whole))


def _members(items: Sequence[Block]) -> tuple[str, ...]:
    """The members, cut to their labels where all of them have one."""
    labels = [split_label(item.text)[0] or _emphasised(item) for item in items]
    if all(labels):
        return tuple(map(_bare, labels))
    return tuple(_bare(item.text) for item in items)


def _emphasised(item: Block) -> str:
    """The strong or emphasised start of an item that goes on behind it: a label without a colon."""
    first = next((mark for mark in item.emphasis if mark.start == 0 and mark.kind in ("strong", "em")), None)
    if first is None or not item.text[first.end :].lstrip().startswith((":", "(", "-", "–", ".")):
        return ""
    return item.text[: first.end].strip(" :.")


def _bare(text: str) -> str:
    return _LOOSE.sub("", _LOOSE.sub("", tidy.without_opener(text).strip())).strip()


def _short(members: Sequence[str]) -> bool:
    sizes = [len(member.split()) for member in members]
    clean = all(
        member and not _DANGLING.search(member) and member.count("(") == member.count(")") for member in members
    )
    return clean and len(members) <= _MAX_ASKED and max(sizes) <= _SHORT_MEMBER and sum(sizes) <= _SHORT_ALL


def _fits(members: Sequence[str]) -> bool:
    sizes = [len(member.split()) for member in members]
    clean = all(member and not _DANGLING.search(member) for member in members)
    return clean and len(members) >= 3 and max(sizes) <= _LONG_MEMBER and sum(sizes) <= _LONG_ALL


def _inside(statement: Statement, reading: Reading, names: frozenset[str]) -> Iterator[Listing]:
    """A list inside its sentence: behind a colon with its number, or behind "consists of"."""
    text = f"{statement.label}: {statement.text}" if statement.label else statement.text
    lead, colon, rest = text.partition(": ")
    if colon and rest and _usable(statement):
        members = _series(rest)
        question = question_of(lead, len(members), reading.casing, names) if _counted(lead, members) else None
        if question and _short(members):
            yield Listing(
                evidence=statement.evidence,
                question=question,
                members=members,
                answer="; ".join(members),
                subject=question,
            )
    elif statement.sound and statement.clause is not None and statement.clause.verb.lemma in _CONSISTS:
        yield from _consists(statement, statement.clause, reading)


def _counted(lead: str, members: Sequence[str]) -> bool:
    return any(NUMBERS.get(word.lower()) == len(members) for word in lead.split())


def _series(text: str) -> tuple[str, ...]:
    """The members of `a, b and c`, or of `1) a 2) b`."""
    text = text.strip(" .")
    parts = _NUMBERED.split(text) if _NUMBERED.match(text) else re.split(r";\s+(?:and\s+)?", text)
    if len(parts) < 2:
        parts = _SERIES.split(text)
    return tuple(filter(None, map(_bare, parts)))


def _consists(statement: Statement, clause: Clause, reading: Reading) -> Iterator[Listing]:
    """`X consists of a, b and c` as "What does X consist of?"."""
    parse = clause.parse
    inside = parse.child(clause.verb.i, "prep")
    whole = (inside and inside.text == "of" and parse.child(inside.i, "pobj")) or parse.child(clause.verb.i, "dobj")
    if not whole or clause.second is not None:
        return
    places = parse.subtree(whole.i)
    members = _series(parse.span(places))
    if (
        len(members) < 2
        or len(members) != len(list(_joined(statement, whole)))
        or places[-1] - places[0] + 1 != len(places)
    ):
        return
    question = ask(clause, "what", places, reading.casing)
    if question and _short(members):
        yield Listing(
            evidence=statement.evidence, question=question, members=members, answer="; ".join(members), subject=question
        )


def _joined(statement: Statement, first: Word) -> Iterator[Word]:
    """The nouns joined to `first` by commas and "and", itself among them."""
    word: Word | None = first
    while word is not None and word.tag in NOUNS | {"VBG"}:
        yield word
        word = statement.parse.child(word.i, "conj")
