"""What something is: kind and difference.

    X is a KIND that ...          "What is X?"
    X: a KIND that ... (an item)  "What is X?"
    X refers to / denotes ...     "What does X refer to?"
    the N of X is Y               "What is the N of X?"

Example: "A region proposal is a bounding box that might contain an object." -> "What is a region proposal?" /
"A bounding box that might contain an object."
Not matched: a kind without a difference ("Adam is an optimizer"), evaluations ("is a good idea"), examples, findings
filed under a term, generic subjects ("The model is a ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.asking import answer_text, contiguous
from deckgen.language.blanks import content
from deckgen.language.clauses import FINITE, NOUNS, Clause
from deckgen.language.parsing import Parse, Word, parse_text
from deckgen.language.questions import subject_inside
from deckgen.language.statements import Reading, Statement
from deckgen.model import Fact

_GENERIC = frozenset(
    (
        "method model approach paper result results author authors network task idea step work algorithm system "
        "problem output input data goal aim reason way advantage figure table section architecture technique "
        "framework contribution loss baseline metric dataset experiment evaluation training setting setup figure "
        "claim view state action layer weight node feature entity label zone vector matrix value parameter variable "
        "block component module part unit point sample example token word sentence document"
    ).split()
)
_EMPTY_KIND = frozenset(
    "way thing idea example problem choice alternative solution question issue part case result step challenge "
    "improvement "
    "contribution reason fact matter paper work study variant extension success candidate version point".split()
)
_MEANS = frozenset("refer denote describe mean measure represent quantify".split())
_MAX_TERM, _MAX_ANSWER, _MIN_CONTENT = 7, 26, 3
_ARTICLE = re.compile(r"(?:an?|the|any|one|those|all)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Fact):
    """A term with what it is; `question` asks for it."""

    kind: ClassVar[str] = "definition"

    question: str


def _plain_term(parse: Parse, places: tuple[int, ...]) -> bool:
    """Whether these words can be a term: few, nouns and adjectives, not a generic word alone."""
    words = [parse.words[i] for i in places]
    if len(words) > _MAX_TERM or any(w.tag in ("PRP", "PRP$", "EX", "WDT", "WP", "CC") for w in words):
        return False
    nouns = [w for w in words if w.tag in NOUNS or w.tag == "VBG"]
    return bool(nouns) and not all(w.lemma.lower() in _GENERIC for w in nouns)


def _difference(parse: Parse, head: Word) -> bool:
    """Whether the noun at `head` is narrowed by a clause or phrase: the difference of a definition."""
    return any(child.i > head.i and child.dep in ("relcl", "acl", "prep") for child in parse.children(head.i))


def _copular(clause: Clause, reading: Reading) -> tuple[str, str] | None:
    parse = clause.parse
    kind = clause.complement("attr")
    if not clause.copular or kind is None or kind.tag not in NOUNS or clause.negated or clause.auxiliaries:
        return None
    if clause.fronted or clause.second or clause.verb.tag not in ("VBZ", "VBP"):
        return None
    places = tuple(i for i in parse.subtree(kind.i))
    subject_head = clause.subject_head
    definite = parse.words[clause.subject[0]].text.lower() == "the"
    attribute = definite and any(w.text == "of" for w in parse.children(subject_head.i, "prep"))
    if not attribute:
        article = parse.words[places[0]].text.lower()
        indefinite = article in ("a", "an", "any") or kind.tag == "NNS"
        if not indefinite or kind.lemma.lower() in _EMPTY_KIND or not _difference(parse, kind):
            return None
        if definite and subject_head.lemma.lower() in _GENERIC:
            return None
    answer = _answer(parse, [i for i in places if i > clause.verb.i])
    if any(w.tag in FINITE for w in parse.words[places[-1] + 1 :]):  # the parser ended the phrase too early
        return None
    if answer is None or not _plain_term(parse, clause.subject):
        return None
    be = clause.verb.text.lower()
    return f"what {be} {subject_inside(clause, reading.casing)}?", answer


def _answer(parse: Parse, places: list[int]) -> str | None:
    while places and parse.words[places[-1]].tag in (".", ",", ":"):
        places.pop()
    if not contiguous(places) or len(content(parse, places)) < _MIN_CONTENT or len(places) > _MAX_ANSWER:
        return None
    return answer_text(parse, places)


def _meaning(clause: Clause, reading: Reading) -> tuple[str, str] | None:
    """X refers to Y, X denotes Y."""
    parse = clause.parse
    if clause.verb.lemma not in _MEANS or clause.verb.tag not in ("VBZ", "VBP") or clause.fronted or clause.auxiliaries:
        return None
    behind = [w.i for w in parse.words[clause.verb.i + 1 :] if w.tag != "."]
    answer = _answer(parse, behind)
    if answer is None or clause.second or clause.negated or not _plain_term(parse, clause.subject):
        return None
    do = "does" if clause.verb.tag == "VBZ" else "do"
    tail = clause.verb.lemma
    if answer.startswith("to ") and clause.verb.lemma == "refer":
        tail, answer = "refer to", answer[3:]
    return f"what {do} {subject_inside(clause, reading.casing)} {tail}?", answer


def _glossary(statement: Statement, reading: Reading) -> tuple[str, str] | None:
    """`X: a KIND that ...`, the first sentence of an item or paragraph."""
    term = statement.label.strip(" \"'*_“”")
    if not term or statement.evidence.index or statement.clause is not None or len(term.split()) > 5:
        return None
    if {"refers to another sentence", "a pronoun without its noun", "opinion or aside", "points elsewhere in the text",
        "leftover markup", "unbalanced brackets or quotes", "not a statement"} & set(statement.problems):  # fmt: skip
        return None
    parse = statement.parse
    head = next((w for w in parse.words if w.dep == "ROOT"), None)
    if head is not None and head.tag == "VBZ" and head.i == 0:
        return _function(statement, reading)
    if head is None or head.tag not in ("NN", "NNS") or not (_ARTICLE.match(statement.text) or _marked(statement)):
        return None
    if head.lemma.lower() in _EMPTY_KIND or not _difference(parse, head):
        return None
    said = parse_text(term)
    if not said.words or not _plain_term(said, tuple(range(len(said)))):
        return None
    answer = _answer(parse, list(range(len(parse))))
    if answer is None:
        return None
    last = said.words[-1]
    inside = reading.casing.inside(term, said.words[0].tag)
    return f"what {'are' if last.tag in ('NNS', 'NNPS') else 'is'} {_with_article(inside, last, head)}?", answer


def _marked(statement: Statement) -> bool:
    """Whether the author set the term apart, in bold or italics."""
    return any(mark.start <= 2 and mark.kind in ("strong", "em") for mark in statement.evidence.block.emphasis)


def _function(statement: Statement, reading: Reading) -> tuple[str, str] | None:
    """`Encoder: maps the input to ...` as "what does the encoder do?"."""
    parse = statement.parse
    said = parse_text(statement.label)
    answer = _answer(parse, list(range(len(parse))))
    if answer is None or not said.words or not _plain_term(said, tuple(range(len(said)))):
        return None
    if said.words[-1].tag not in ("NN", "NNP"):
        return None
    inside = reading.casing.inside(statement.label, said.words[0].tag)
    article = "" if inside[:1].isupper() or _ARTICLE.match(inside) else "the "
    return f"what does {article}{inside} do?", answer


def _with_article(term: str, last: Word, kind: Word) -> str:
    """`term` with the article that a countable term wants, told by the article of its kind."""
    countable = last.tag in ("NN", "NNP") and not last.text.endswith(
        ("ing", "ion", "ity", "ness", "ment", "ance", "ence", "ism", "ics")
    )
    if not countable or _ARTICLE.match(term) or term[:1].isupper() or kind.tag != "NN":
        return term
    return f"{'an' if term[0] in 'aeiou' else 'a'} {term}"


def find(reading: Reading) -> Iterator[Definition]:
    """The definitions of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        found = None
        if statement.sound and clause is not None:
            found = _copular(clause, reading) or _meaning(clause, reading)
        elif clause is None:
            found = _glossary(statement, reading)
        if found:
            question, answer = found
            subject = clause.subject_text if clause is not None else statement.label
            yield Definition(evidence=statement.evidence, question=question, answer=answer, subject=subject)
