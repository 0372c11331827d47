"""Lists worth recalling: the parts, steps, reasons, kinds that a lead announces or a sentence enumerates.

    lead with 2-4 short members          "Which two bottlenecks does theorem proving have?"
    lead with steps, or longer members   a cloze: one blank a member, the others shown
    X has three measures: a, b and c     "Which three measures does X have?"
    X consists of a, b and c             "What does X consist of?"

Not matched: leads that are labels ("Two components:"), leads that give examples ("such as", "several"), a number that
is not the number of the members, members that are long or point elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from deckgen import citation
from deckgen.language import tidy
from deckgen.language.clauses import NOUNS, Clause, main_clause
from deckgen.language.drafts import readable, split_label
from deckgen.language.listed import NUMBERS, lead_of, question_of
from deckgen.language.outline import children
from deckgen.language.parsing import Word, parse_text
from deckgen.language.questions import ask
from deckgen.language.statements import Reading, Statement
from deckgen.model import Block, Evidence, Fact, Role

_SHORT_MEMBER, _SHORT_ALL, _MAX_ASKED, _MAX_BLANK, _MAX_MEMBERS, _MAX_SUBJECT = 13, 26, 4, 8, 7, 6
_GENERIC = re.compile(r"\bthe (?:authors?|paper|system|model|method)\b")
_NAMED = re.compile(r"[A-Z]|Zq|\w-\w|\b(?:\w+ ){9}")  # a question without a name has to say much to be clear
_LONG_MEMBER, _LONG_ALL, _MAX_STEPS, _MAX_CONSISTS = 12, 45, 6, 14
_SERIES = re.compile(r";\s+(?:and\s+)?|,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:\d|[a-f]|i{1,3}|iv|v)\)\s+")
_STEPS = re.compile(r"\b(?:steps|stages|phases)\b")
_LOOSE = re.compile(r"^(?:and|or|then)\s+|[,;.:]*(?:\s+(?:and|or))?\s*$")
_EXAMPLE = re.compile(r"\s*\((?:e\.g\.|for example|such as)[^()]{0,80}\)$")
_DANGLING = re.compile(
    r"\b(?:[Ii]ts?|[Tt]hey|[Tt]hem|[Tt]heir|[Tt]his|[Tt]h[eo]se|[Hh]ere|[Hh]e|[Ss]he|[Ww]e|I|[Yy]ou|etc|above|below|former"
    r"|latter|same)\b|\?|\.\.\.|\)\.|(?<!\.g)(?<!\.e)[.;] [A-Z]"
)
_POINTING = re.compile(r"\b(?:this|these|those|here|he|she|we|I|you|etc|above|below|former|latter|same)\b|\?|\.\.\.")
_CONSISTS = frozenset({"consist", "compose", "comprise", "combine"})
_EXPECTED = frozenset(
    {
        "not a statement",
        "points elsewhere in the text",
        "too short",
        "not one well-formed clause",
        "refers to another sentence",  # the question is checked instead
        "a pronoun without its noun",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Fact):
    """A list: a masked `question` that its members answer, or a `lead` to show above blanked members."""

    kind: ClassVar[str] = "list"

    members: tuple[str, ...]
    question: str = ""
    lead: str = ""
    ordered: bool = False


def find(reading: Reading) -> Iterator[Listing]:
    """The lists of a summary: those under a lead, then those inside a sentence."""
    last = {id(statement.evidence.block): statement for statement in reading.statements}
    firsts = {id(statement.evidence.block): statement for statement in reversed(reading.statements)}
    for place, block in enumerate(reading.summary.blocks):
        statement = _heading(block) if block.role is Role.HEADING else last.get(id(block))
        if statement is not None and (readable(block) or block.role is Role.HEADING):
            yield from _under(statement, children(reading.summary.blocks, place), firsts, reading)
    for statement in reading.statements:
        yield from _inside(statement, reading)


def _heading(block: Block) -> Statement | None:
    """A heading that counts what stands under it, as the lead that it is: "RainDrop combines five improvements"."""
    if block.mark is not None or not any(word.lower() in NUMBERS for word in block.text.split()):
        return None
    parse = parse_text(block.text.rstrip(" :.") + ":")
    evidence = Evidence(text=parse.text, block=block)
    return Statement(text=parse.text, evidence=evidence, parse=parse, clause=main_clause(parse))


def _usable(statement: Statement) -> bool:
    """Whether nothing but the form of a lead keeps the statement from being asked about."""
    return not set(statement.problems) - _EXPECTED


def _asked(lead: str, count: int, evidence: Evidence, reading: Reading) -> str:
    """The question of a lead, or "" where it gives none that stands alone."""
    topic = reading.summary.topic
    names = frozenset({topic} if topic and " " not in topic else ())
    question = question_of(lead, count, reading.casing, names) or ""
    if not _clear(question, reading):
        return ""
    subject = re.search(r" (?:do|does|did|is|are|was|were|can) the [\w-]+ \w+", question)
    return "" if evidence.index and subject and re.search(r"\. The [\w-]+ ", evidence.block.text) else question


def _clear(question: str, reading: Reading) -> bool:
    """Whether the question says what it is about, by itself or with the paper's name before it."""
    return bool(citation.name(reading.summary)) or bool(_NAMED.search(question) and not _GENERIC.search(question))


def _under(
    statement: Statement, items: Sequence[Block], firsts: Mapping[int, Statement], reading: Reading
) -> Iterator[Listing]:
    """The list under a lead."""
    if not 2 <= len(items) <= _MAX_MEMBERS or not _usable(statement) or any(item.mark for item in items):
        return
    ends = statement.evidence.text.rstrip().endswith(":")
    counted = any(NUMBERS.get(word.text.lower()) == len(items) for word in statement.parse.words)
    if not (ends or counted):
        return
    lead = f"{statement.label}: {statement.text}" if statement.label else statement.text
    question = _asked(lead, len(items), statement.evidence, reading)
    whole = tuple(_bare(tidy.without_references(item.text, reading.summary.elements)) for item in items)
    members = _members(items, whole, firsts, question, counted) if question else ()
    if members:
        yield from _listing(statement, question, members, ends)
    elif question and ends and statement.clause is not None and _fits(whole) and _ordered(items, question):
        answer = "; ".join(whole)
        yield Listing(
            evidence=statement.evidence,
            lead=lead_of(statement.text, len(whole)),
            members=whole,
            answer=answer,
            ordered=True,
        )


def _members(
    items: Sequence[Block], whole: tuple[str, ...], firsts: Mapping[int, Statement], question: str, counted: bool
) -> tuple[str, ...]:
    """What answers the question: labels, short items, or what the items are about; empty where nothing is short."""
    told = any(id(item) in firsts and firsts[id(item)].clause is not None for item in items)
    candidates = [_labels(items), whole, _subjects(items, firsts)] if counted else [] if told else [whole]
    found = next((members for members in candidates if _short(members) and _new(members, question)), ())
    return _without_common(found, question) if found else ()


def _ordered(items: Sequence[Block], question: str) -> bool:
    """Whether the items are steps."""
    return all(item.number is not None for item in items) or bool(_STEPS.search(question))


def _listing(statement: Statement, question: str, members: tuple[str, ...], ends: bool) -> Iterator[Listing]:
    """A question for up to four members, overlapping blanks for more."""
    answer = "; ".join(members)
    if len(members) <= _MAX_ASKED:
        yield Listing(evidence=statement.evidence, question=question, members=members, answer=answer, subject=question)
    elif ends and max(len(member.split()) for member in members) <= _MAX_BLANK:
        lead = lead_of(statement.text.partition(": ")[0].rstrip(" :") + ":", len(members))
        yield Listing(evidence=statement.evidence, lead=lead, members=members, answer=answer, subject=question)


def _labels(items: Sequence[Block]) -> tuple[str, ...]:
    """The labels of the members, where all of them have one."""
    labels = [split_label(item.text)[0] or _emphasised(item) for item in items]
    return tuple(map(_bare, labels)) if all(labels) else ()


def _subjects(items: Sequence[Block], firsts: Mapping[int, Statement]) -> tuple[str, ...]:
    """What the members are about, where each is a sentence on another thing of one kind: "recurrent network", ..."""
    clauses = [firsts[id(item)].clause if id(item) in firsts else None for item in items]
    known = next((clause for clause in clauses if clause and 2 <= len(clause.subject) <= _MAX_SUBJECT), None)
    if known is None:
        return ()
    kind = re.escape(known.subject_text.rsplit(" ", 1)[-1])
    told = [re.match(rf"(?:The|A|An) (?P<what>\w[\w-]*(?: \w[\w-]*){{0,4}}? {kind})\b", item.text) for item in items]
    subjects = tuple(found["what"] if found else "" for found in told)
    return subjects if all(subjects) and len(set(subjects)) == len(subjects) else ()


def _new(members: Sequence[str], question: str) -> bool:
    """Whether the question gives none of the members away."""
    said = _stems(question)
    return all(_stems(member) - said for member in members)


def _stems(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w{3,}", text.lower())}


def _without_common(members: tuple[str, ...], question: str) -> tuple[str, ...]:
    """The members without the subject that all of them repeat and the question names."""
    split = [member.split() for member in members]
    same = 0
    while all(len(words) > same + 2 for words in split) and len({words[same] for words in split}) == 1:
        same += 1
    while same and len(split[0][same - 1]) < 4:  # never cut behind an article or a preposition
        same -= 1
    common = re.escape(" ".join(split[0][:same]))
    named = same and re.search(rf"\b{common}\b", question, re.IGNORECASE)
    return tuple(" ".join(words[same:]) for words in split) if named else members


def _emphasised(item: Block) -> str:
    """The strong or emphasised start of an item that goes on behind it: a label without a colon."""
    first = next((mark for mark in item.emphasis if mark.start == 0 and mark.kind in ("strong", "em")), None)
    if first is None or not item.text[first.end :].lstrip().startswith((":", "(", "-", "–", ".")):
        return ""
    return item.text[: first.end].strip(" :.")


def _bare(text: str) -> str:
    return _EXAMPLE.sub("", _LOOSE.sub("", _LOOSE.sub("", tidy.without_opener(text).strip()))).strip()


def _short(members: Sequence[str]) -> bool:
    sizes = [len(member.split()) for member in members]
    clean = all(
        member and not _DANGLING.search(member) and member.count("(") == member.count(")") for member in members
    )
    return bool(members) and clean and max(sizes) <= _SHORT_MEMBER and sum(sizes) <= _SHORT_ALL


def _fits(members: Sequence[str]) -> bool:
    sizes = [len(member.split()) for member in members]
    clean = all(member and not _POINTING.search(member) for member in members)
    return clean and 3 <= len(members) <= _MAX_STEPS and max(sizes) <= _LONG_MEMBER and sum(sizes) <= _LONG_ALL


def _inside(statement: Statement, reading: Reading) -> Iterator[Listing]:
    """A list inside its sentence: behind a colon with its number, or behind "consists of"."""
    text = f"{statement.label}: {statement.text}" if statement.label else statement.text
    lead, colon, rest = text.partition(": ")
    numbered = _NUMBERED.search(rest) is not None
    if (
        colon
        and rest
        and not set(statement.problems) - _EXPECTED - ({"unbalanced brackets or quotes"} if numbered else set())
    ):
        members = _series(rest)
        question = _asked(lead, len(members), statement.evidence, reading) if _counted(lead, members) else ""
        if question and _short(members) and _new(members, question):
            yield from _listing(replace(statement, text=text), question, members, True)
    elif statement.sound and statement.clause is not None and statement.clause.verb.lemma in _CONSISTS:
        yield from _consists(statement, statement.clause, reading)


def _counted(lead: str, members: Sequence[str]) -> bool:
    return any(NUMBERS.get(word.lower()) == len(members) for word in lead.split())


def _series(text: str) -> tuple[str, ...]:
    """The members of `a, b and c`, or of `1) a 2) b`."""
    text = text.strip(" .")
    parts = _NUMBERED.split(text)[1:] if _NUMBERED.match(text) else re.split(r";\s+(?:and\s+)?", text)
    if len(parts) < 2:
        parts = _SERIES.split(text)
    return tuple(filter(None, map(_bare, parts)))


def _consists(statement: Statement, clause: Clause, reading: Reading) -> Iterator[Listing]:
    """`X consists of a, b and c` as "What does X consist of?"."""
    parse = clause.parse
    inside = parse.child(clause.verb.i, "prep")
    whole = (inside and inside.text == "of" and parse.child(inside.i, "pobj")) or parse.child(clause.verb.i, "dobj")
    if (
        not whole
        or clause.second is not None
        or re.match(r"(?:[Ee]ach|[Ee]very|[Tt]his|[Tt]hese)\b", clause.subject_text)
    ):
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
    plain = question and len(question.split()) <= _MAX_CONSISTS and "(" not in question and _clear(question, reading)
    if question and plain and _short(members):
        yield Listing(
            evidence=statement.evidence, question=question, members=members, answer="; ".join(members), subject=question
        )


def _joined(statement: Statement, first: Word) -> Iterator[Word]:
    """The nouns joined to `first` by commas and "and", itself among them."""
    word: Word | None = first
    while word is not None and word.tag in NOUNS | {"VBG"}:
        yield word
        word = statement.parse.child(word.i, "conj")
