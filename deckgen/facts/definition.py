"""What something is: kind and difference.

    X is a KIND that ...               "What is X?"
    X is the number of ...             "What is X?"
    X refers to / denotes ...          "What does X refer to?"
    X is defined as ...                "How is X defined?"
    a KIND that ... is called X        "What is X?"
    the N of X is Y                    "What is the N of X?"
    X: a KIND that ... (an item)       "What is X?"      language/terms/glosses.py
    ..., X, a KIND that ..., ...       "What is X?"      language/terms/appositions.py

Example: "A region proposal is a bounding box that might contain an object." -> "What is a region proposal?" /
"A bounding box that might contain an object."
Not matched: a kind without a difference ("Adam is an optimizer"), evaluations ("is a good idea"), examples, findings
filed under a term, generic subjects ("The model is a ..."), terms that the whole field knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.clauses import NOUNS, Clause, by_people
from deckgen.language.grammar.questions import ask
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.terms import articles, kinds
from deckgen.language.terms import term as terms
from deckgen.language.terms.appositions import passing
from deckgen.language.terms.defined import REFUSED, Defined
from deckgen.language.terms.glosses import gloss
from deckgen.language.words.parsing import Parse, Word, parse_ahead
from deckgen.model import Fact

_MEANS = frozenset("refer denote describe mean measure represent quantify".split())
_CALLED = frozenset("call name term dub know".split())
_CONDITIONS = frozenset("if when whether unless until assuming suppose then once".split())
_PLACES = frozenset({"ROOT", "conj", "parataxis", "advcl"})
_AIMS = frozenset("goal aim purpose idea advantage intuition problem reason motivation objective result".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Fact):
    """A term with what it is; `question` asks for it."""

    kind: ClassVar[str] = "definition"

    question: str


def find(reading: Reading) -> Iterator[Definition]:
    """The definitions of a summary, in source order; each term once."""
    seen: set[str] = set()
    parse_ahead([terms.bare(statement.label) for statement in reading.statements if statement.label])
    for statement in reading.statements:
        for found in _found(statement, reading):
            term = terms.ARTICLE.sub("", found.term).casefold()
            if term not in seen:
                seen.add(term)
                yield Definition(
                    evidence=statement.evidence, question=found.question, answer=found.answer, subject=found.term
                )


def _found(statement: Statement, reading: Reading) -> Iterator[Defined]:
    clause = statement.clause
    main = None
    if statement.sound and clause is not None:
        main = _stated(clause, reading)
    main = main or gloss(statement, reading)
    if main:
        yield main
    elif not REFUSED & set(statement.problems):
        yield from _copulas(statement.parse, reading)
        yield from passing(statement.parse, reading)


def _stated(clause: Clause, reading: Reading) -> Defined | None:
    """What the main clause of a sound statement defines."""
    if clause.second or clause.negated or clause.finite.tag not in ("VBZ", "VBP", "MD"):
        return None
    if clause.verb.lemma == "be":
        return _attribute(clause, reading)
    if clause.passive:
        return _defined_as(clause, reading) or _called(clause, reading)
    return _meaning(clause, reading)


def _subject(clause: Clause, reading: Reading, *, attribute: bool = False) -> str:
    """The subject as the question names it; "" where it can be no term."""
    return _named(clause.parse, clause.subject, reading, attribute=attribute)


def _named(parse: Parse, places: Sequence[int], reading: Reading, *, attribute: bool = False) -> str:
    """A noun phrase of a sentence as the question names it; "" where it can be no term of its own."""
    written = articles.as_written(parse.span(places))
    if not written or not terms.is_term(terms.spoken(parse, places), reading.summary, attribute=attribute):
        return ""
    topic, first = reading.summary.topic, parse.words[places[0]]
    inside = topic if written.casefold() == topic.casefold() else reading.casing.inside(written, first.tag)
    return inside if terms.stands_alone(inside, reading.summary) else ""


def _attribute(clause: Clause, reading: Reading) -> Defined | None:
    """The N of X is Y."""
    parse, kind, head = clause.parse, clause.complement("attr"), clause.subject_head
    if kind is None or kind.tag not in NOUNS or clause.auxiliaries or clause.verb.tag not in ("VBZ", "VBP"):
        return None
    definite = parse.words[clause.subject[0]].text.lower() == "the"
    if not definite or not any(w.text == "of" for w in parse.children(head.i, "prep")) or head.lemma in _AIMS:
        return None
    places = [i for i in parse.subtree(kind.i) if i > clause.verb.i]
    term = _subject(clause, reading, attribute=True)
    if not term or not kinds.ends_well(parse, places[-1], (clause.verb.i,)) or parse.words[places[0]].tag == "CD":
        return None
    answer = kinds.explanation(parse, places, term)
    full = ask(clause, "what", places, reading.casing) if clause.fronted else None
    return Defined(term, full or f"what {clause.verb.text.lower()} {term}?", answer) if answer else None


def _copulas(parse: Parse, reading: Reading) -> Iterator[Defined]:
    """X is a KIND that ..., wherever it stands in a sentence."""
    for verb in parse.words:
        if verb.text.lower() in ("is", "are") and verb.dep in _PLACES:
            found = _copular(parse, verb, reading)
            if found:
                yield found


def _copular(parse: Parse, verb: Word, reading: Reading) -> Defined | None:
    subject = parse.child(verb.i, "nsubj")
    kind = parse.child(verb.i, "attr") or _when(parse, verb)
    if subject is None or kind is None or not subject.i < verb.i < kind.i or parse.child(verb.i, "aux", "neg"):
        return None
    if any(w.text.lower() in _CONDITIONS for w in parse.children(verb.i, "mark", "advmod")):
        return None
    before = [w for w in parse.children(verb.i) if w.i < subject.i and w.dep not in ("cc", "punct", "advmod", "mark")]
    above, own = parse.subtree(subject.i), [i for i in parse.subtree(kind.i) if i > verb.i]
    places = kinds.whole(parse, own) if own else ()
    if before or above[-1] > verb.i or not places or not kinds.ends_well(parse, places[-1], (verb.i,)):
        return None
    if kind.dep == "attr" and not kinds.is_kind(parse, kind, parse.words[places[0]]):
        return None
    term = _counted(_named(parse, above, reading), parse, above)
    if kind.dep == "attr" and not kinds.agrees(kind, plural=subject.tag in ("NNS", "NNPS")):
        return None
    if not term or (term.startswith("the ") and parse.words[places[0]].text.lower() == "the"):
        return None
    answer = kinds.explanation(parse, places, term)
    if answer is None or kinds.circular(terms.ARTICLE.sub("", term), answer):
        return None
    return Defined(term, f"what {verb.text.lower()} {term}?", answer)


def _counted(term: str, parse: Parse, places: Sequence[int]) -> str:
    """The term, or "" where a countable noun lacks its article; a part of the method gets it."""
    if not term or parse.words[places[0]].tag == "DT":
        return term
    return articles.definite(term) if articles.is_part(term) else "" if articles.wants_article(term) else term


def _when(parse: Parse, verb: Word) -> Word | None:
    """The verb of "when ..." behind "is": "Forgetting is when a network ..."."""
    following = parse.words[verb.i + 1].text.lower() if verb.i + 1 < len(parse) else ""
    return parse.child(verb.i, "advcl") if following == "when" else None


def _meaning(clause: Clause, reading: Reading) -> Defined | None:
    """X refers to Y, X denotes Y."""
    parse = clause.parse
    if clause.verb.lemma not in _MEANS or clause.fronted or clause.auxiliaries or by_people(clause):
        return None
    if parse.child(clause.verb.i, "ccomp") is not None or parse.child(clause.verb.i, "conj") is not None:
        return None
    term = _subject(clause, reading)
    behind = [w.i for w in parse.words[clause.verb.i + 1 :] if w.tag != "."]
    answer = kinds.explanation(parse, behind, term, least=3) if term and behind else None
    if answer is None:
        return None
    do, tail = "does" if clause.verb.tag == "VBZ" else "do", clause.verb.lemma
    if answer.startswith("to ") and clause.verb.lemma == "refer":
        tail, answer = "refer to", answer[3:]
    return Defined(term, f"what {do} {term} {tail}?", answer)


def _defined_as(clause: Clause, reading: Reading) -> Defined | None:
    """X is defined as Y."""
    parse = clause.parse
    linked = next((w for w in parse.children(clause.verb.i, "prep") if w.text == "as" and w.i > clause.verb.i), None)
    if clause.verb.lemma != "define" or linked is None or clause.fronted or len(clause.auxiliaries) > 1:
        return None
    term = _subject(clause, reading)
    places = [i for i in parse.subtree(linked.i) if i > linked.i]
    answer = kinds.explanation(parse, places, term) if term and places else None
    if answer is None or not kinds.ends_well(parse, places[-1]):
        return None
    return Defined(term, f"how {clause.finite.text.lower()} {term} defined?", answer)


def _called(clause: Clause, reading: Reading) -> Defined | None:
    """A KIND that ... is called X."""
    parse = clause.parse
    if clause.verb.lemma not in _CALLED or clause.fronted or clause.finite.tag == "MD":
        return None
    name = _name(parse, clause.verb)
    head = clause.subject_head
    first = parse.words[clause.subject[0]]
    if not name or not kinds.is_kind(parse, head, first):
        return None
    written = articles.as_written(parse.span(name))
    if not terms.is_term(terms.spoken(parse, name), reading.summary) or name[-1] < len(parse) - 2:
        return None
    answer = kinds.explanation(parse, clause.subject, written)
    plural = "are" if clause.finite.tag == "VBP" else "is"
    return Defined(written, f"what {plural} {written}?", answer) if answer else None


def _name(parse: Parse, verb: Word) -> tuple[int, ...] | None:
    """The places of what something is called: "called X", "known as X"."""
    found = next((w for w in parse.children(verb.i, "oprd", "attr", "dobj") if w.i > verb.i), None)
    if found is None:
        linked = next((w for w in parse.children(verb.i, "prep") if w.text == "as"), None)
        found = parse.child(linked.i, "pobj") if linked is not None else None
    return parse.subtree(found.i) if found is not None and found.tag in NOUNS else None
