"""The self-contained sentences of a summary: what facts are found in.

A statement is a sentence brought into the form a card can quote: openers stripped, "they" named where that is
sure, parsed. What still keeps it from standing alone is listed in its `problems`; an extractor builds on a
statement only when there are none, and `lint` shows the ones that almost made a card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen import citation
from deckgen.language import sentences, tidy
from deckgen.language.agreement import disagreements
from deckgen.language.anaphora import Antecedent, named, unresolved
from deckgen.language.casing import Casing, learn
from deckgen.language.clauses import Clause, main_clause
from deckgen.language.opinion import opinionated
from deckgen.language.parsing import Parse, parse_all
from deckgen.model import Block, Evidence, Role, Summary

_READ = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE})
_LABEL = re.compile(r"(?P<label>[^\s:.;?!][^:.;?!]{1,70}?)(?:\s?:|\s[-–—])\s+(?P<rest>\S.{8,})\Z", re.DOTALL)
_MAX_LABEL_WORDS = 7
_LONG, _SHORT = 36, 5
_MARKUP = re.compile(
    r"\*\*|__|\$|\|\||#{2,}|https?:|www\.|\\[a-zA-Z]+|\[\[|\]\]|&[a-z]+;|<[a-z/]|\{\{|\}\}|`|\?\?|\(\?\)|^>"
)
_POINTING = re.compile(
    r"\b(?:[Ff]ig(?:ure|s)?\.?|[Tt]ables?|[Ss]ections?|[Ee]qs?\.|[Ee]quations?|[Aa]ppendix|[Aa]lgorithm|"
    r"[Tt]heorem|[Ll]emma|[Cc]hapter) ?\(?[0-9A-Z]\b"
    r"|\b(?:see|shown|given|listed|described|mentioned|discussed|as|the|from) (?:above|below)\b|\b(?:above|below)[.:),]"
    r"|\b(?:respectively|aforementioned|as follows|the following)\b"
    r"|\b[Ss]ee (?:the )?(?:paper|original|post|blog|video|link|here)\b"
)
_HEDGE = re.compile(
    r"\b(?:perhaps|maybe|presumably|apparently|somehow|probably|supposedly|seemingly|arguably|hopefully|kind of|"
    r"sort of|"
    r"I|my|me|I'm|I've|you|your|let's|us|TODO|TBD|wip|FIXME|lol|btw|afaik|imo|imho)\b"
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


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    label: str
    evidence: Evidence


def readable(block: Block) -> bool:
    """Whether facts may be looked for in this block."""
    return block.role in _READ and block.mark is None and block.certain


def split_label(text: str) -> tuple[str, str]:
    """`Label: sentence` as label and sentence; the label is empty where there is none."""
    found = _LABEL.match(text)
    if not found or len(found["label"].split()) > _MAX_LABEL_WORDS:
        return "", text
    return found["label"].strip(), found["rest"]


def _drafts(summary: Summary) -> Iterator[_Draft]:
    for block in filter(readable, summary.blocks):
        for index, (start, end) in enumerate(sentences.split(block.text)):
            evidence = Evidence(text=block.text[start:end], block=block, index=index)
            plain = tidy.without_references(evidence.text, summary.elements)
            label, rest = split_label(tidy.without_opener(plain))
            yield _Draft(_finished(tidy.without_opener(tidy.capitalised(rest))), label, evidence)


def _finished(text: str) -> str:
    text = text.strip(" ,;–—")
    return text if not text or text[-1] in ".!?:" else text + "."


def _words(text: str) -> int:
    return len(text.split())


def _problems(draft: _Draft, parse: Parse, clause: Clause | None) -> Iterator[str]:
    text = draft.text
    if not _SHORT <= _words(text) <= _LONG:
        yield "too short" if _words(text) < _SHORT else "too long"
    if text.endswith(("?", ":", "!")) or "?" in text:
        yield "not a statement"
    if _MARKUP.search(text):
        yield "leftover markup"
    if text.count("(") != text.count(")") or text.count("[") != text.count("]") or text.count('"') % 2:
        yield "unbalanced brackets or quotes"
    if _POINTING.search(text):
        yield "points elsewhere in the text"
    if _HEDGE.search(text) or opinionated(draft.evidence.text):
        yield "opinion or aside"
    if clause is None:
        yield "not one well-formed clause"
    if any(disagreements(parse)):
        yield "a verb does not agree with its subject"
    yield from unresolved(parse, clause)


def _names(summary: Summary) -> frozenset[str]:
    return frozenset(word for word in summary.topic.split() if word[:1].isupper() and len(summary.topic.split()) == 1)


def read(summary: Summary) -> Reading:
    """Every sentence of the readable blocks of a summary, in order, as statements.

    Block marks, uncertain stretches and other roles are passed over; sentences that cannot stand alone are kept
    with their problems.
    """
    drafts = [draft for draft in _drafts(summary) if draft.text]
    names = _names(summary)
    parses = list(parse_all([draft.text for draft in drafts], names))
    casing = learn(parses)
    drafts = _resolved(drafts, parses, summary)
    changed = [draft.text for draft, parse in zip(drafts, parses, strict=True) if draft.text != parse.text]
    again = iter(parse_all(changed, names))
    final = [p if d.text == p.text else next(again) for d, p in zip(drafts, parses, strict=True)]
    return Reading(summary, tuple(map(_statement, drafts, final)), casing)


def _statement(draft: _Draft, parse: Parse) -> Statement:
    clause = main_clause(parse)
    problems = tuple(dict.fromkeys(_problems(draft, parse, clause)))
    return Statement(
        text=draft.text, evidence=draft.evidence, parse=parse, clause=clause, label=draft.label, problems=problems
    )


def _resolved(drafts: Sequence[_Draft], parses: Sequence[Parse], summary: Summary) -> list[_Draft]:
    """The drafts with "they", "it" and "the method" named where that is sure."""
    found: list[_Draft] = []
    before: Antecedent | None = None
    for draft, parse in zip(drafts, parses, strict=True):
        same = before is not None and before.block is draft.evidence.block
        text = named(parse, citation.authors(summary), summary.topic, before if same else None)
        found.append(draft if text == draft.text else replace(draft, text=text))
        clause = main_clause(parse)
        before = Antecedent(clause, draft.evidence.block) if clause else None
    return found
