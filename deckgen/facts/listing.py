"""Lists worth recalling: the parts, steps, reasons, kinds that a lead announces or a sentence enumerates.

    lead with 2-4 short members          "Which two bottlenecks does theorem proving have?"
    label with 2-4 short members         "Which three phases does ARCID have?"
    lead with steps, or longer members   a cloze: one blank a member, the others shown
    X has three measures: a, b and c     "Which three measures does X have?"
    X trains an a coder and a b coder    "Which two coders does X train?"
    X consists of a, b and c             "What does X consist of?"

Not matched: labels that nothing sure owns ("Some notes:"), leads that give examples ("such as"), a number that is
not the number of the members, members that are long or point elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from deckgen import citation
from deckgen.language.grammar.clauses import Clause, main_clause
from deckgen.language.lists import members as listed
from deckgen.language.lists.counting import NUMBERS
from deckgen.language.lists.enumerated import counted, enumerations, equated, says_number
from deckgen.language.lists.listed import lead_of, question_of
from deckgen.language.lists.made_of import made_of
from deckgen.language.lists.orders import imperative
from deckgen.language.lists.owned import of_another, owned_question
from deckgen.language.lists.plainly import plainly
from deckgen.language.prose import tidy
from deckgen.language.prose.drafts import readable
from deckgen.language.prose.outline import children
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block, Evidence, Fact, Role

_MAX_ASKED, _MAX_BLANK, _MAX_MEMBERS = 4, 8, 7
_GENERIC = re.compile(r"\bthe (?:authors?(?! of [A-Z])|paper(?! [A-Z])|system|model|method)\b")
_NAMED = re.compile(r"[A-Z]|Zq|\w-\w|\b(?:\w+ ){9}")  # a question without a name has to say much to be clear
_UNSAID = re.compile(
    r"which \w+ (?:(?:main|key|important) )?(?:reasons|problems|challenges|issues|aspects|contributions|factors|"
    r"questions|conditions|ideas|settings|cases) (?:do|did|does|are) (?:the .*authors.*|there)(?: \w+)?\?"
)  # of what, is not said
_SENTENCES = re.compile(
    r"\b(?:assumptions|challenges|properties|advantages|reasons|limitations|drawbacks|problems|differences|conditions|"
    r"requirements|insights|contributions|principles|benefits|disadvantages|rules|guarantees|steps|goals|ways)\b"
)  # what is told in sentences
_TOLD_OF = re.compile(r" (?:of|for|to) ")
_ARTICLE = re.compile(
    r"\b(?:do|does|did|is|are|was|were|can|has|have) "
    r"(?:(?P<sure>[Pp]aper(?= \w+\?)|author|goal|discriminator|generator)|"
    r"[Mm]odel|network|method|encoder|decoder|agent|system|algorithm|approach|dataset|user|server|client|node)\b"
)  # "does paper focus": the note left the article out
_SYMBOL = re.compile(r"Zq\w+")
_LONE_KIND = re.compile(r" of \w+ are there\?$")
_MAX_TITLE, _MIN_WHOLE = 9, 5
_MAX_SERIES_MEMBER, _MAX_PLAIN = 9, 7
_STEPS = re.compile(r"\b(?:steps|stages|phases)\b")
_NUMBERED_PROBLEMS = frozenset(
    {"not one well-formed clause", "unbalanced brackets or quotes", "a noun lacks its article"}
)  # what brackets round numbers do to a parse; the sentence without them is parsed again
_EXPECTED = frozenset(
    {
        "not a statement",
        "points elsewhere in the text",
        "too short",
        "not one well-formed clause",
        "refers to another sentence",  # the question is checked instead
        "a pronoun without its noun",
        "speaks of a paper that is not named",
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
    """The lists of a summary: those under a lead, then those inside a sentence; each once."""
    told: set[frozenset[str]] = set()
    for fact in _all(reading):
        same = frozenset(member.casefold() for member in fact.members)
        if same not in told:
            told.add(same)
            yield fact


def _all(reading: Reading) -> Iterator[Listing]:
    """Every list, those that the notes tell twice too."""
    last = {id(statement.evidence.block): statement for statement in reading.statements}
    firsts = {id(statement.evidence.block): statement for statement in reversed(reading.statements)}
    for place, block in enumerate(reading.summary.blocks):
        statement = _heading(block) if block.role is Role.HEADING else last.get(id(block))
        if statement is not None and (readable(block) or block.role is Role.HEADING):
            items = children(reading.summary.blocks, place) or _subheadings(reading.summary.blocks, place)
            yield from _under(statement, items, firsts, reading)
    for statement in reading.statements:
        yield from _inside(statement, reading)


def _subheadings(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    """The headings one level under the heading at `place`; none where they are not all of one kind."""
    level, found = blocks[place].level, []
    if blocks[place].role is not Role.HEADING:
        return ()
    for block in blocks[place + 1 :]:
        if block.role is Role.HEADING and block.level <= level:
            break
        if block.role is Role.HEADING:
            found.append(block)
    counted = says_number(blocks[place].text, len(found))  # else the sections only follow one another
    return tuple(found) if counted and len({block.level for block in found}) == 1 else ()


def _heading(block: Block) -> Statement | None:
    """A heading over a list, as the lead that it may be: "RainDrop combines five improvements", "Advantages"."""
    if block.mark is not None or not block.certain:
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
    question = owned_question(lead, count, evidence.block, reading.summary, reading.casing)
    lead = re.sub(r"^(?:Their|Our)\b", "The", lead)
    doer = "" if of_another(evidence.block, reading.summary) else topic
    for text in (lead, *imperative(lead, doer)):
        question = question or question_of(text, count, reading.casing, names) or ""
    question = _with_title(question, reading)
    if not _clear(question, reading):
        return ""
    subject = re.search(r" (?:do|does|did|is|are|was|were|can) the [\w-]+ \w+", question)
    if evidence.index and subject and re.search(r"\. The [\w-]+ ", evidence.block.text):
        return ""
    return plainly(question, topic)


def _clear(question: str, reading: Reading) -> bool:
    """Whether the question says what it is about, by itself or with the paper's name before it."""
    if _UNSAID.match(question) or _lacks_article(question):
        return False
    if citation.name(reading.summary):
        return True
    whole = (
        bool(reading.summary.title)
        and not _LONE_KIND.search(question)
        and " the " not in question
        and len(question.split()) > _MIN_WHOLE
    )
    return whole or bool(_NAMED.search(question) and not _GENERIC.search(question))


def _lacks_article(question: str) -> bool:
    """Whether the thing asked about lacks its article: "on which tasks does paper focus"."""
    found = _ARTICLE.search(question)
    thing = found and next((w for w in parse_text(question).words if w.end == found.end()), None)
    return thing is not None and (bool(found and found["sure"]) or thing.dep != "compound")


def _with_title(question: str, reading: Reading) -> str:
    """The question with "the authors" named by the paper's title, where they have no shorter name."""
    title = reading.summary.title
    if citation.name(reading.summary) or not title or len(title.split()) > _MAX_TITLE or "Zq" in title:
        return question
    named = re.sub(r"\bthe authors\b(?! of)", lambda _: f"the authors of {title}", question, count=1)
    return re.sub(r"\bthe paper\b", lambda _: f"the paper {title}", named, count=1)


def _under(
    statement: Statement, items: Sequence[Block], firsts: Mapping[int, Statement], reading: Reading
) -> Iterator[Listing]:
    """The list under a lead."""
    if not 2 <= len(items) <= _MAX_MEMBERS or not _usable(statement) or any(item.mark for item in items):
        return
    ends = statement.evidence.text.rstrip().endswith((":", "-", "–", "—")) or statement.clause is None
    known = any(NUMBERS.get(word.text.lower()) == len(items) for word in statement.parse.words)
    if not (ends or known):
        return
    lead = f"{statement.label}: {statement.text}" if statement.label else statement.text
    question = _asked(lead, len(items), statement.evidence, reading)
    whole = tuple(listed.bare(tidy.without_references(item.text, reading.summary.elements)) for item in items)
    members = _members(items, whole, firsts, question, known) if question else ()
    if members:
        yield from _listing(statement, question, members, ends)
    elif question and ends and statement.clause is not None and listed.steps(whole) and _ordered(items, question):
        answer = "; ".join(whole)
        yield Listing(
            evidence=statement.evidence,
            lead=lead_of(statement.text, len(whole)),
            members=whole,
            answer=answer,
            ordered=True,
        )


def _members(
    items: Sequence[Block], whole: tuple[str, ...], firsts: Mapping[int, Statement], question: str, known: bool
) -> tuple[str, ...]:
    """What answers the question: labels, short items, or what the items are about; empty where nothing is short."""
    clauses = {id(item): clause for item in items if id(item) in firsts and (clause := firsts[id(item)].clause)}
    sentences = _SENTENCES.search(question) is not None
    short = whole if known or sentences or not clauses else ()
    pieces = (short, listed.heads(whole), listed.cut(whole) if sentences else ())
    wordy = max(len(member.split()) for member in whole) > _MAX_PLAIN
    subjects = listed.subjects(items, clauses) if known else ()
    candidates = (listed.labels(items), subjects, *((pieces[1], pieces[0], pieces[2]) if wordy else pieces))
    found = next((some for some in candidates if listed.short(some) and listed.new(some, question)), ())
    return listed.without_common(found, question) if found else ()


def _ordered(items: Sequence[Block], question: str) -> bool:
    """Whether the items are steps."""
    return all(item.number is not None for item in items) or bool(_STEPS.search(question))


def _listing(statement: Statement, question: str, members: tuple[str, ...], ends: bool) -> Iterator[Listing]:
    """A question for up to four members, overlapping blanks for more."""
    answer = "; ".join(members)
    if len(members) <= _MAX_ASKED:
        yield Listing(evidence=statement.evidence, question=question, members=members, answer=answer, subject=question)
    elif (
        ends
        and (statement.clause is not None or _TOLD_OF.search(question))
        and max(len(member.split()) for member in members) <= _MAX_BLANK
    ):
        lead = lead_of(statement.text.partition(": ")[0].rstrip(" :") + ":", len(members))
        yield Listing(evidence=statement.evidence, lead=lead, members=members, answer=answer, subject=question)


def _inside(statement: Statement, reading: Reading) -> Iterator[Listing]:
    """A list inside its sentence: behind a colon, behind its number, behind "consists of", or enumerated."""
    found = next(_announced(statement, reading), None)
    clause, sound = statement.clause, statement.sound
    if found is None and listed.numbered(statement.text) and not set(statement.problems) - _NUMBERED_PROBLEMS:
        clause = main_clause(parse_text(listed.without_numbers(statement.text)))
        sound = clause is not None
    if found is None and sound and clause is not None:
        found = next(_enumerated(statement, clause, reading), None)
    if found is not None:
        yield found


def _announced(statement: Statement, reading: Reading) -> Iterator[Listing]:
    """Members behind a colon, in brackets or behind a dash, with the lead that announces them."""
    text = f"{statement.label}: {statement.text}" if statement.label else statement.text
    lead, colon, rest = text.partition(": ")
    brackets = {"unbalanced brackets or quotes"} if listed.numbered(rest) else set()
    if set(statement.problems) - _EXPECTED - brackets:
        return
    pairs = [(lead, rest)] if colon and rest else [*counted(statement.text), *equated(statement.clause)]
    for announced, told in pairs:
        members = listed.series(told)
        if not _serial(announced, told, members):
            continue
        question = _asked(announced, len(members), statement.evidence, reading)
        if question and listed.short(members) and listed.new(members, question):
            yield from _listing(replace(statement, text=text), question, members, True)


def _serial(lead: str, told: str, members: Sequence[str]) -> bool:
    """Whether a lead announces these members: by their number, or by a noun in front of plain phrases."""
    if not 2 <= len(members) <= _MAX_MEMBERS:
        return False
    if says_number(lead, len(members)):
        return True
    number = any(word.lower() in NUMBERS for word in lead.split())
    joined = re.search(r"\b(?:and|&) ", told) is not None and " or " not in told
    plain = all(len(member.split()) <= _MAX_SERIES_MEMBER for member in members) and listed.phrases(members)
    return not number and joined and plain


def _enumerated(statement: Statement, clause: Clause, reading: Reading) -> Iterator[Listing]:
    """What a clause says something is made of, or things of one kind that it enumerates."""
    for found in (*made_of(clause, reading.casing), *enumerations(clause, reading.casing)):
        members = tuple(map(listed.bare, found.members))
        question = plainly(found.question, reading.summary.topic) if _clear(found.question, reading) else ""
        bare = question.startswith("what ") and all(map(_SYMBOL.fullmatch, members))  # "combines a and b", of what
        if question and not bare and listed.short(members) and listed.new(members, question):
            yield from _listing(statement, question, members, False)
