"""A formula with what it computes.

    The loss of X is FORMULA           "What is the formula for the loss of X?"
    X computes the output as FORMULA   "How does X compute the output?"
    X is robust if FORMULA             "When is X robust?"
    any sound sentence: FORMULA        a cloze: the sentence with the formula blanked

The formula stands in the sentence or in the display behind it. Sentences beside it that say what a symbol is go on the
back. Not matched: settings (beta = 0.006), arrays, formulas too long to recall, several symbols that the card does not
explain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from deckgen.language.grammar.clauses import Clause, main_clause
from deckgen.language.grammar.questions import ask
from deckgen.language.prose import sentences, tidy
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.tables import tex
from deckgen.language.terms.glossary import glossary
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block, Element, Evidence, Fact, Role, Summary

_TOKEN = re.compile(r"Zq\d+x")
_IS = re.compile(
    r"\s(?:is|are|becomes|equals|(?:is|are|can be) (?:then )?"
    r"(?:defined|given|computed|calculated|written|expressed|obtained|described)"
    r" (?:as|by|through|via)(?: follows)?|(?:is|are) defined to be)\Z"
)
_AS = re.compile(r"\s(?:as|by|via)(?: follows)?\Z")
_TITLES = re.compile(r"^(?:the )?(?:main |basic |key )?(?:formula|equation|definition|update rule)\W*$", re.IGNORECASE)
_COMPUTES = frozenset(
    "compute calculate define express estimate write update combine obtain approximate parameterize measure".split()
)
_EXPLAINS = re.compile(r"^(?:where|Where|Here|with|in which)\b|^(?:The|An?) (?:[\w-]+ ){1,3}Zq\d+x\b")
_ELSEWHERE = frozenset({"refers to another sentence", "a pronoun without its noun"})  # the question is checked instead
_POINTING = re.compile(
    r"\b(?:this|these|those|its?|their|they|another|such|above|below|following|previous|same|other)\b"
)
_IF = re.compile(r"\s(?:if|when|if and only if|iff)\Z")
_EXPECTED = frozenset({"not a statement", "too short", "not one well-formed clause"})
_QUANTITIES = frozenset(
    "loss objective score reward bonus probability gradient rate distance entropy energy likelihood bound "
    "information divergence".split()
)
_APPOSED = re.compile(
    r"\b(?!(?:by|with|of|to|for|in|as|is|are|has|than|from|on|at|and|or|if|when|where|between|over|under|be|let|that)\b)"
    r"(?P<noun>[a-z-]{2,40}) (?P<token>Zq\d+x)"
)
_FRONTED = re.compile(r"(?:In|On|For|Under|With|At|By|Given|During)\b")
_PROOF = re.compile(r"(?:Assume|Let|Suppose|Then|Note|Consider|Zq)")  # a step of a proof, or a premise of it
_MAX_UNKNOWN, _MAX_LEGEND, _MAX_SUBJECT, _MAX_LEAD, _MAX_WHERE = 0, 4, 16, 30, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula(Fact):
    """A formula: the answer to a masked `question`, or the blank behind the masked sentence `lead`."""

    kind: ClassVar[str] = "formula"

    question: str = ""
    lead: str = ""
    where: str = ""
    legend: str = ""


def find(reading: Reading) -> Iterator[Formula]:
    """The formulas of a summary, in source order."""
    blocks = reading.summary.blocks
    places = {id(block): place for place, block in enumerate(blocks)}
    last = {id(statement.evidence.block): statement for statement in reading.statements}
    known = glossary(reading)
    yield from _of_topic(reading)
    for statement in reading.statements:
        block = statement.evidence.block
        place = places[id(block)]
        display = blocks[place + 1] if place + 1 < len(blocks) else None
        if last[id(block)] is statement and display is not None and display.role is Role.FORMULA:
            yield from _made(
                statement, display.text, statement.text.rstrip(" .:,"), blocks[place + 2 : place + 4], reading, known
            )
        else:
            token = _closing(statement.text)
            if token:
                lead = statement.text[: statement.text.rindex(token)].rstrip(" :,")
                if _IS.search(lead) or statement.text[: statement.text.rindex(token)].rstrip().endswith(":"):
                    yield from _made(statement, token, lead, (), reading, known)


def _of_topic(reading: Reading) -> Iterator[Formula]:
    """The formula right under a heading "Formula", of what the paper is about."""
    blocks, topic = reading.summary.blocks, reading.summary.topic
    for place, (heading, display) in enumerate(pairwise(blocks)):
        if heading.role is not Role.HEADING or display.role is not Role.FORMULA or not topic:
            continue
        element = reading.summary.elements.get(display.text)
        if element is None or not _TITLES.match(heading.text) or not tex.simple(element) or not tex.relation(element):
            continue
        if tex.run_together(element):
            continue
        where = _where(display.text, blocks[place + 2 : place + 4], reading.summary)
        if len(tex.unusual(tex.symbols(element)) - _named(where, reading.summary)) <= _MAX_UNKNOWN:
            evidence = Evidence(text=display.text, block=display)
            question = f"what is the formula for {topic}?"
            yield Formula(evidence=evidence, question=question, where=where, answer=display.text, subject=topic)


def _closing(text: str) -> str:
    """The token that ends the sentence."""
    found = re.search(r"(Zq\d+x)\.?\Z", text)
    return found[1] if found else ""


def _made(
    statement: Statement, token: str, lead: str, after: Sequence[Block], reading: Reading, known: Mapping[str, str]
) -> Iterator[Formula]:
    """The formula `token` with the lead before it and the blocks after it, where the card explains its symbols."""
    summary = reading.summary
    token = token.strip(" .,")
    element = summary.elements.get(token)
    if element is None or not tex.simple(element) or not tex.relation(element) or tex.setting(element):
        return
    if tex.run_together(element):
        return
    problems = set(statement.problems) - _EXPECTED
    if problems - _ELSEWHERE or len(lead.split()) > _MAX_LEAD:
        return
    question = _question(lead, reading) or _of_quantity(statement, element, reading)
    if _POINTING.search(question) or (problems and not question and not re.search(r"\b(?:those|that) of\b", lead)):
        return
    where = _where(token, after, summary)
    where = where if question or where.startswith(("where", "Here")) else ""
    named = tex.defined(element) if question else frozenset()
    unknown = tex.unusual(tex.symbols(element)) - named - _named(lead + " " + where, summary)
    legend = dict.fromkeys(known[symbol] for symbol in sorted(unknown) if symbol in known)
    if len(unknown - known.keys()) > _MAX_UNKNOWN or len(legend) > _MAX_LEGEND:
        return
    blank = "" if question else _lead(statement, lead, token)
    if question or blank:
        yield Formula(
            evidence=statement.evidence,
            question=question,
            lead=blank,
            where=where,
            legend=", ".join(legend),
            answer=token,
            subject=question or blank,
        )


def _named(text: str, summary: Summary) -> frozenset[str]:
    """The symbols that the inline formulas of `text` show."""
    shown = (summary.elements[token] for token in dict.fromkeys(_TOKEN.findall(text)) if token in summary.elements)
    return frozenset(symbol for element in shown for symbol in tex.symbols(element))


def _where(token: str, after: Sequence[Block], summary: Summary) -> str:
    """The sentences behind a display that say what its symbols are, joined."""
    wanted = tex.unusual(tex.symbols(summary.elements[token]))
    found: list[str] = []
    for block in after:
        if block.role not in (Role.PARAGRAPH, Role.ITEM) or block.mark:
            break
        start, end = next(iter(sentences.split(block.text)), (0, 0))
        text = block.text[start:end]
        whole = text.endswith(".") and (text[:1].isupper() or text.startswith("where "))
        if not whole or not _EXPLAINS.search(text) or not _named(text, summary) & wanted:
            break
        found.append(text)
    joined = " ".join(found)
    return joined if len(joined.split()) <= _MAX_WHERE else ""


def _question(lead: str, reading: Reading) -> str:
    """The question that a lead cut before its formula gives, or ""."""
    lead = tidy.capitalised(
        re.sub(r"^(?:Then|Therefore|Thus|Hence|(?:In )?[Ff]ormulas?|In symbols|Formally),? ", "", lead)
    )
    named = _IS.search(lead)
    if named:
        return _formula_for(lead[: named.start()], reading)
    if _IF.search(lead):
        return _asked("when", _IF.sub("", lead), reading)
    clause = main_clause(parse_text(lead + "."))
    if clause is None or clause.second is not None:
        return ""
    if clause.verb.lemma in _COMPUTES and _AS.search(lead):
        return _asked("how", _AS.sub("", lead), reading)
    if clause.copular and clause.verb.text in ("is", "are") and not clause.fronted:
        return _formula_for(clause.subject_text, reading)
    return ""


def _asked(wh: str, text: str, reading: Reading) -> str:
    """The clause as a question; where symbols behind nouns lose the parser, it reads the clause without them."""
    clause = main_clause(parse_text(text + "."))
    question = (clause and ask(clause, wh, (), reading.casing)) or ""
    if question or not _APPOSED.search(text):
        return question
    clause = main_clause(parse_text(_APPOSED.sub(r"\g<noun>", text) + "."))
    question = (clause and ask(clause, wh, (), reading.casing)) or ""
    for found in _APPOSED.finditer(text if question else ""):
        question = re.sub(rf"\b{re.escape(found['noun'])}\b(?! Zq)", found.group(), question, count=1)
    return question


def _of_quantity(statement: Statement, element: Element, reading: Reading) -> str:
    """The question for an equation behind a sentence about the quantity that it defines: a loss, a score, a bonus."""
    if statement.clause is None or not tex.defined(element):
        return ""
    head = statement.clause.subject_head.lemma.lower()
    return _formula_for(statement.clause.subject_text, reading) if head in _QUANTITIES else ""


def _formula_for(subject: str, reading: Reading) -> str:
    """`what is the formula for` with the noun phrase, behind its fronted phrase if it has one."""
    fronted, comma, rest = subject.partition(", ")
    named = rest if comma else subject
    parse = parse_text(_APPOSED.sub(r"\g<noun>", named) + " is good.")  # "a label Zq1x" loses the parser
    clause = main_clause(parse)
    if clause is None or clause.fronted or not _specific(clause) or len(named.split()) > _MAX_SUBJECT or "," in named:
        return ""
    if comma and not _FRONTED.match(fronted):
        return ""
    opening = f"{fronted[0].lower()}{fronted[1:]}, " if comma else ""
    return f"{opening}what is the formula for {reading.casing.inside(named, parse.words[0].tag)}?"


def _specific(clause: Clause) -> bool:
    """Whether the subject says which quantity: a noun with something that tells it from others."""
    words = [clause.parse.words[i] for i in clause.subject]
    if any(word.tag in ("PRP", "PRP$", "EX", "WDT", "WP") for word in words) or words[0].text.lower() in (
        "this",
        "these",
    ):
        return False
    spoken = [w for w in words if w.tag[:2] in ("NN", "JJ", "VB") and not _TOKEN.match(w.text)]
    return len(spoken) >= 2 or bool(spoken and spoken[0].text[1:] != spoken[0].text[1:].lower())


def _lead(statement: Statement, lead: str, token: str) -> str:
    """The sentence for a cloze, with its colon; "" where it is not sound on its own."""
    if _PROOF.match(lead) or "proof" in " ".join(statement.evidence.block.section).casefold():
        return ""
    if statement.clause is None or not statement.evidence.text.rstrip(" .").endswith((":", token)):
        return ""
    if not statement.text.rstrip().endswith(":") and f": {token}" not in statement.text:
        return ""
    return lead + ":" if len(lead.split()) >= 6 and ":" not in lead else ""
