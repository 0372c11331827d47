"""The self-contained sentences of a summary: what facts are found in.

A statement is a sentence brought into the form a card can quote: openers stripped, "they" named where that is
sure, parsed. What still keeps it from standing alone is listed in its `problems`; an extractor builds on a
statement only when there are none, and `lint` shows the ones that almost made a card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen import citation
from deckgen.language.grammar.clauses import NOUNS, Clause, main_clause
from deckgen.language.prose import drafts
from deckgen.language.prose.anaphora import unresolved
from deckgen.language.prose.drafts import Draft
from deckgen.language.prose.opinion import opinionated
from deckgen.language.words.agreement import bare_nouns, disagreements
from deckgen.language.words.casing import Casing, learn
from deckgen.language.words.parsing import Parse, parse_all
from deckgen.model import Evidence, Summary

_LONG, _SHORT = 36, 5
_CUT_OFF = re.compile(
    r"\A(?:\((?!\w\) )|[Ii]\.e\.|[Ee]\.g\b)|\w\.\.\. \w|\s(?:as|of|the|an?|and|or|if|becomes|where|than|"
    r"they note|authors note|authors find|authors show)[ .]*\Z"
)
_NO_SUBJECT = re.compile(  # verbs that the parser takes for the plural of a noun
    r"(?:\w+ly )?(?:Allows|Provides|Assigns|Makes|Takes|Learns|Achieves|Outperforms|Introduces|Proposes|Represents|"
    r"Helps|Requires|Contains|Consists|Enables|Computes|Generates|Produces|Predicts|Applies|Improves|Reduces|Combines|"
    r"Uses|Gives|Creates|Performs|Extends|Adds|Removes|Replaces|Treats|Encodes) (?!of\b|and\b|are\b|for\b|in\b)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"Zq\d+x")
_MARKUP = re.compile(
    r"\*\*|__|\$|\|\||#{2,}|https?:|www\.|\\[a-zA-Z]+|\[\[|\]\]|&[a-z]+;|<[a-z/]|\{\{|\}\}|`|\?\?|\(\?\)|^>"
)
_POINTING = re.compile(
    r"\b(?:[Ff]ig(?:ure|s)?\.?|[Tt]ables?|[Ss]ections?|[Ee]qs?\.|[Ee]quations?|[Aa]ppendix|[Aa]lgorithm|"
    r"[Tt]heorem|[Ll]emma|[Cc]hapter) ?\(?[0-9A-Z]{1,3}\b"
    r"|\b(?:see|shown|given|listed|described|mentioned|discussed|as|the|from) (?:above|below)\b|\b(?:above|below)[.:),]"
    r"|\b(?:respectively|aforementioned|as follows|the following)\b"
    r"|\b[Ss]ee (?:the )?(?:paper|original|post|blog|video|link|here)\b"
)
_HEDGE = re.compile(
    r"\b(?:[Pp]erhaps|[Mm]aybe|presumably|apparently|somehow|[Pp]robably|supposedly|seemingly|arguably|hopefully|"
    r"(?<=\()(?:kind|sort) of|"
    r"(?:is|are|was|were|be|just|seems?|looks?) (?:kind|sort) of|"
    r"I|[Mm]y|me|I'm|I've|[Yy]ou|[Yy]our|let's|TODO|TBD|wip|FIXME|lol|btw|afaik|imo|imho)\b"
)
_THEN = re.compile(  # true when it was written, of work that the sentence does not name
    r"\b(?:nowadays|in (?:the )?(?:recent|last few|past few) years|as of now|at the time of writing)\b"
    r"|\b[Rr]ecent(?:ly)? (?:work|works|papers|research|studies|approaches|methods|advances?|progress|trends?)\b"
    r"|\b(?:is|are|was|were) currently\b|\bcurrently (?:being|the|used|operate|use|rely|relies)\b"
    r"|\A(?:Currently|Recently|Today)\b|\b[Ii]n the original (?:formulation|version|paper|setup)\b",
)
_UNNAMED = re.compile(
    r"\b[Tt]he(?: newly)? (?:proposed|presented|suggested) (?:\w+ ){0,2}?(?:method|model|approach|architecture|network|"
    r"algorithm|framework|system|technique|scheme|solution|strategy)\b|\A(?:The|This) paper\b"
)
_PROPOSES = re.compile(r"\AThe paper (?:proposes?d?|introduce[sd]?|present(?:s|ed)?) ")  # its title says which paper
_ADVICE = re.compile(
    r"\A(?:[A-Z]\w*ly )?(?:Recommend|Highly recommend|Read|Check out|Have a look|Take a look|Don't|Remember|Make sure|"
    r"Be sure|Feel free)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of a summary, ready to be asked about.

    Attributes:
        text: masked, a full sentence with capital and full stop.
        evidence: the sentence as it stands in the summary.
        parse: of `text`.
        clause: its main clause, or None where it is not one well-formed clause.
        label: the masked run-in label it stood under ("Encoder: ..."), or "".
        problems: what keeps it from standing alone; empty for a statement worth asking about.
    """

    text: str
    evidence: Evidence
    parse: Parse
    clause: Clause | None
    label: str = ""
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether a card may be built on it."""
        return not self.problems and self.clause is not None


@dataclass(frozen=True, slots=True)
class Reading:
    """A summary with its statements, and what it shows about the case of its words."""

    summary: Summary
    statements: tuple[Statement, ...]
    casing: Casing


def _words(text: str) -> int:
    return len(text.split())


def _brief(clause: Clause | None) -> bool:
    """Whether the clause has an object, so that four words can say enough: "Sharding splits large tables."."""
    made = clause.complement("dobj", "attr") if clause is not None else None
    if clause is None or made is None or clause.finite.tag not in ("VBZ", "VBP"):
        return False
    return made.tag in NOUNS and "=" not in clause.parse.text and not _TOKEN.search(clause.parse.text)


def _problems(draft: Draft, parse: Parse, clause: Clause | None, paper: str, titled: bool) -> Iterator[str]:
    text = draft.text
    if not (_SHORT - _brief(clause)) <= _words(text) <= _LONG:
        yield "too short" if _words(text) < _SHORT else "too long"
    if text.endswith(("?", ":", "!")) or "?" in text or _CUT_OFF.search(text):
        yield "not a statement"
    if _MARKUP.search(text):
        yield "leftover markup"
    if (
        text.count("(") != text.count(")")
        or text.count("[") != text.count("]")
        or text.count('"') % 2
        or text.count("“") != text.count("”")
    ):
        yield "unbalanced brackets or quotes"
    if _POINTING.search(text):
        yield "points elsewhere in the text"
    if _HEDGE.search(text) or opinionated(draft.evidence.text):
        yield "opinion or aside"
    if _THEN.search(text) or _ADVICE.match(text):
        yield "speaks of its own time or to the reader"
    if not paper and _UNNAMED.search(text) and not (titled and _PROPOSES.match(text)):
        yield "speaks of a paper that is not named"
    if clause is None or _NO_SUBJECT.match(text):
        yield "not one well-formed clause"
    if any(disagreements(parse)):
        yield "a verb does not agree with its subject"
    if any(bare_nouns(parse)):
        yield "a noun lacks its article"
    yield from unresolved(parse, clause)


def _names(summary: Summary) -> frozenset[str]:
    return frozenset(word for word in summary.topic.split() if word[:1].isupper() and len(summary.topic.split()) == 1)


def read(summary: Summary) -> Reading:
    """Every sentence of the readable blocks of a summary, in order, as statements.

    Block marks, uncertain stretches and other roles are passed over; sentences that cannot stand alone are kept
    with their problems. Two clauses joined by "and", "but" or ";" become two statements.
    """
    names = _names(summary)
    first = list(drafts.first(summary))
    parses = list(parse_all([draft.text for draft in first], names))
    casing = learn(parses, summary.topic)
    drafted, parses = _again(drafts.divided(first, parses), first, parses, names)
    completed = drafts.completed(drafted, parses, summary)
    drafted, parses = _again(completed, drafted, parses, names)
    named = drafts.named(drafted, parses, summary)
    drafted, parses = _again(named, drafted, parses, names)
    paper = citation.name(summary)
    titled = bool(summary.title)
    said = (_statement(draft, parse, paper, titled) for draft, parse in zip(drafted, parses, strict=True))
    return Reading(summary, tuple(said), casing)


def _again(
    new: list[Draft], old: Sequence[Draft], parses: Sequence[Parse], names: frozenset[str]
) -> tuple[list[Draft], list[Parse]]:
    """The new drafts with their parses; only texts that changed are parsed again."""
    known = {draft.text: parse for draft, parse in zip(old, parses, strict=True)}
    texts = list(dict.fromkeys(draft.text for draft in new if draft.text not in known))
    known |= dict(zip(texts, parse_all(texts, names), strict=True))
    return new, [known[draft.text] for draft in new]


def _statement(draft: Draft, parse: Parse, paper: str, titled: bool) -> Statement:
    clause = main_clause(parse)
    problems = tuple(dict.fromkeys(_problems(draft, parse, clause, paper, titled)))
    return Statement(
        text=draft.text, evidence=draft.evidence, parse=parse, clause=clause, label=draft.label, problems=problems
    )
