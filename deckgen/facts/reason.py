"""Why something is so: `S because R`, `Since R, S`, `S due to R`, `R. Therefore, S.`, asked as "Why S?".

Examples: "R-FCN is fast because RoI pooling only averages." -> "Why is R-FCN fast?" / "Because RoI pooling only
averages."
"The reads are sorted, so the disk head hardly moves." -> "Why does the disk head hardly move?" / "The reads are
sorted."
Not matched: "as" of manner or time, "since 2014", reasons inside a subordinate clause, reasons the parser attached to
a noun, "so that" of a consequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from deckgen.language.grammar.asking import Question, asked, asked_half, asked_whole, behind, cut_at, marked, usable
from deckgen.language.grammar.carrier import carrier, half
from deckgen.language.grammar.clauses import SUBJECTS, Clause, by_people, main_clause
from deckgen.language.grammar.conclusions import belongs, follows, joint
from deckgen.language.grammar.finishing import finished
from deckgen.language.grammar.questions import ask
from deckgen.language.prose.anaphora import unresolved
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.words.parsing import Parse, Word, parse_text
from deckgen.model import Evidence, Fact

_MARKS = ("because", "since", "as", "so", "given")
_PREPOSITIONS = frozenset({"because", "due", "owing", "thanks"})
_MANNER = frozenset(
    (
        "show expect describe see do know hope mention propose use define be suggest imply indicate note say state "
        "argue illustrate mean explain discuss"
    ).split()
)
_THIS_IS = re.compile(
    r"(?:this|that|it) (?:is|was|happens) (?:mainly |mostly |largely |simply |partly )?"
    r"(?P<reason>(?:because|due to|since) .+)|the (?:main )?reason(?: for (?:this|that))? is that (?P<bare>.+)",
    re.IGNORECASE,
)
_LATE = re.compile(r",? (?:because|due to|owing to)\b|, since\b", re.IGNORECASE)
_WHICH_IS_WHY = re.compile(r"(?P<first>[^,;:]{20,160}), (?:which|that) is why (?P<then>[^;:]{12,160}\.)")
_AS = re.compile(r"\A[Aa]s (?=\w)")
_SO = frozenset({"so", "thus", "hence", "therefore"})
_NOMINAL = frozenset({"dobj", "attr", "pobj", "prep"})
_UNTOLD = re.compile(
    r"\b(?:some|several|a few|certain|various|many) (?:\w+ )?(?:optimi[sz]ations|tricks|techniques|changes|things|"
    r"methods|modifications|problems|cases|experiments|steps|measures)\b"
)
_VIEW = re.compile(r"\b(?:unfair|interesting|surprising|impressive|hugely|nice|weird|exciting|strange|disappointing)\b")
_MIN_NAMED = 2
_MAX_QUESTION, _MAX_ANSWER, _MIN_ANSWER = 26, 24, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Fact):
    """A claim with its reason; `question` is the claim as a masked "why" question."""

    kind: ClassVar[str] = "reason"

    question: str


def _causal(clause: Clause, word: Word, mark: Word) -> bool:
    """Whether the conjunction gives a reason, not a time, a manner or a consequence."""
    parse, said = clause.parse, mark.text.lower()
    comma = mark.i > 0 and parse.words[mark.i - 1].text == ","
    subject = parse.child(word.i, *SUBJECTS)
    if said == "as":
        own = subject is not None and subject.tag == "PRP" and clause.copular
        return (comma or own) and word.lemma not in _MANNER
    if said == "since":
        return not any(aux.lemma == "have" for aux in clause.auxiliaries)
    following = parse.words[mark.i + 1].text.lower() if mark.i + 1 < len(parse) else ""
    if said == "given":
        return following == "that"
    modal = any(aux.tag == "MD" for aux in clause.auxiliaries)
    done = by_people(clause) or (clause.passive and not comma)
    return said != "so" or (following == "that" and done and not modal)


def _reasons(clause: Clause) -> Iterator[tuple[Word, tuple[int, ...]]]:
    """What the reasons of a clause hang on, with the places of each, conjunction and all."""
    parse = clause.parse
    for word in parse.words:
        if word.dep == "advcl":
            mark = marked(parse, word, *_MARKS) or _opener(clause, word)
            full = parse.child(word.i, *SUBJECTS, "expl")
            if mark is None or full is None or not _causal(clause, word, mark):
                continue
        elif word.lemma.lower() not in _PREPOSITIONS or not _governs(parse, word):
            continue
        verb = carrier(clause, word, _through(clause, word))
        if verb is not None:
            yield verb, parse.subtree(word.i)


def _opener(clause: Clause, verb: Word) -> Word | None:
    """The "as" of ", as often the lamps are dim", which the parser gives to the adverb."""
    first = clause.parse.words[clause.parse.subtree(verb.i)[0]]
    return first if first.text.lower() == "as" and first.head != verb.i else None


def _governs(parse: Parse, word: Word) -> bool:
    """Whether "due" has its "to" with a noun."""
    if word.dep not in ("prep", "amod"):
        return False
    to = parse.child(word.i, "pcomp", "prep")
    return behind(parse, word, "pobj") or (to is not None and behind(parse, to, "pobj", "pcomp"))


def _through(clause: Clause, word: Word) -> frozenset[str]:
    """The relations between a verb and its reason: the parser gives ", due to snow" to the noun before the comma."""
    comma = clause.parse.words[word.i - 1].text == ","
    goal = frozenset({"advcl"}) if clause.copular else frozenset()
    return goal | _NOMINAL if comma else goal


def _why(statement: Statement, clause: Clause, reading: Reading) -> Question | None:
    for verb, places in _reasons(clause):
        found = asked_half(half(clause, verb, places), "why", places, reading.casing)
        if found and _told(found) and (usable(statement, found) or _explained(statement, clause, found)):
            return found
    return None


def _told(found: Question) -> bool:
    """Whether the answer opens with its conjunction and names something: no "because of that", no "more due to"."""
    opens = found.answer.split(" ", 1)[0].lower() in (*_MARKS, *_PREPOSITIONS)
    named = sum(w.tag[:2] in ("NN", "JJ", "VB") or w.text[:2] == "Zq" for w in parse_text(found.answer).words)
    return opens and named >= _MIN_NAMED and not (_UNTOLD.search(found.question) or _VIEW.search(found.question))


def _explained(statement: Statement, clause: Clause, found: Question) -> bool:
    """Whether all that kept the sentence from standing alone is a pronoun of the reason that means the subject."""
    if set(statement.problems) - {"too long", "a pronoun without its noun"}:
        return False
    head = clause.subject_head
    fitting = {"they", "their", "them"} if head.tag in ("NNS", "NNPS") else {"it", "its"}
    pronouns = {w.text.lower() for w in parse_text(found.answer).words if w.tag in ("PRP", "PRP$")}
    one_noun = sum(w.tag.startswith("NN") and w.dep in ("nsubj", "nsubjpass", "dobj") for w in clause.parse.words) <= 2
    return bool(pronouns) and pronouns <= fitting and one_noun and _stands_alone(found)


def _stands_alone(found: Question) -> bool:
    """Whether the answer, read behind the question, points at nothing else."""
    return not any(unresolved(parse_text(f"{found.question.removesuffix('?')} {found.answer}"), None))


def _named_reason(clause: Clause, reading: Reading) -> Question | None:
    """`The reason why S is that R`."""
    parse, head = clause.parse, clause.subject_head
    inner = parse.child(head.i, "relcl", "acl")
    what = clause.complement("ccomp", "attr", "advcl")
    if head.lemma != "reason" or clause.verb.lemma != "be" or inner is None or what is None or clause.auxiliaries:
        return None
    subject = parse.child(inner.i, "nsubj", "nsubjpass")
    if parse.words[clause.subject[0]].text.lower() != "the" or subject is None or subject.tag in ("WDT", "WP"):
        return None
    auxiliaries = tuple(w for w in parse.children(inner.i, "aux", "auxpass") if w.i < inner.i)
    claim = replace(clause, verb=inner, subject=parse.subtree(subject.i), auxiliaries=auxiliaries, fronted=())
    cut = frozenset(range(parse.subtree(inner.i)[-1] + 1, len(parse)))
    found = asked(claim, "why", parse.subtree(what.i), reading.casing, cut)
    return replace(found, answer=found.answer.removeprefix("that ")) if found else None


def _comma_so(clause: Clause, reading: Reading) -> Question | None:
    """`R, so S`, which the parser takes for "R, S said" or for "R because S"."""
    parse = clause.parse
    said = next((w for w in parse.children(clause.verb.i, "ccomp") if w.i < clause.subject[0]), None)
    if said is not None and parse.child(said.i, *SUBJECTS):
        places = parse.subtree(said.i)
        links = {w.text.lower() for w in parse.words[places[-1] + 1 : clause.subject[0]]}
        fits = bool(links & _SO) and _MIN_ANSWER <= len(places) <= _MAX_ANSWER
        return asked(clause, "why", places, reading.casing) if fits else None
    return _so_behind(clause, reading)


def _so_behind(clause: Clause, reading: Reading) -> Question | None:
    parse = clause.parse
    for word in parse.children(clause.verb.i, "advcl"):
        mark, subject = marked(parse, word, "so"), parse.child(word.i, "nsubj", "nsubjpass")
        if mark is None or subject is None or parse.words[mark.i - 1].text != "," or clause.fronted:
            continue
        if parse.words[mark.i + 1].text.lower() == "that" or mark.i - 1 < _MIN_ANSWER:
            continue
        auxiliaries = tuple(w for w in parse.children(word.i, "aux", "auxpass") if w.i < word.i)
        claim = replace(clause, verb=word, subject=parse.subtree(subject.i), auxiliaries=auxiliaries, fronted=())
        return asked(claim, "why", range(mark.i - 1), reading.casing)
    return None


def _from_before(before: Statement, statement: Statement, reading: Reading) -> Question | None:
    """`R, so S` and `R. Therefore, S.`: the sentence before is the reason."""
    first, clause = before.clause, statement.clause
    if first is None or clause is None or not (before.sound and statement.sound) or clause.fronted:
        return None
    if first.second or any(w.tag.startswith("VB") for w in first.parse.children(first.verb.i, "conj")):
        return None  # which of the two is the reason?
    if not (follows(before, statement) and _MIN_ANSWER <= len(before.text.split()) <= _MAX_ANSWER):
        return None
    question = _plain(clause, reading)
    return Question(question, before.text.rstrip(".")) if question and belongs(before, statement) else None


def _plain(clause: Clause, reading: Reading) -> str | None:
    """The whole clause as a question."""
    goal = clause.verb.lemma == "be" and clause.parse.child(clause.verb.i, "xcomp") and not clause.copular
    question = None if clause.second or goal else ask(clause, "why", (), reading.casing)
    return question if question and len(question.split()) <= _MAX_QUESTION else None


def _this_is_why(before: Statement, statement: Statement, reading: Reading) -> Question | None:
    """`S. This is because R.`: the sentence behind is the reason."""
    said = _THIS_IS.match(statement.text)
    near = before.evidence.block is statement.evidence.block and statement.evidence.index == before.evidence.index + 1
    if said is None or not near or not before.sound or before.clause is None:
        return None
    question = _plain(before.clause, reading)
    answer = (said["reason"] or said["bare"]).rstrip(" .")
    if question is None or not _MIN_ANSWER <= len(answer.split()) <= _MAX_ANSWER:
        return None
    found = Question(question, answer)
    return found if _stands_alone(found) else None


def find(reading: Reading) -> Iterator[Reason]:
    """The reasons of a summary, in source order."""
    before: Statement | None = None
    for statement in reading.statements:
        clause = statement.clause
        late = _cut(statement, reading)
        if late is not None:
            yield from _reason(statement.evidence, late[1], late[0], reading)
            before = statement
            continue
        own = (_why(statement, clause, reading) or _named(statement, clause, reading)) if clause else None
        if own and clause:
            yield from _reason(statement.evidence, own, clause, reading)
        elif before is not None and before.clause is not None:
            drawn = _from_before(before, statement, reading)
            if drawn and clause:
                yield from _reason(joint(before, statement), drawn, clause, reading)
            elif (told := _this_is_why(before, statement, reading)) is not None:
                yield from _reason(joint(before, statement), told, before.clause, reading)
        before = statement


def _cut(statement: Statement, reading: Reading) -> tuple[Clause, Question] | None:
    """`S because R` where the parser could make out S alone, and `R, which is why S`."""
    drawn = _WHICH_IS_WHY.fullmatch(statement.text)
    if drawn is not None and set(statement.problems) <= {"too long", "not one well-formed clause"}:
        parse = parse_text(drawn["then"][0].upper() + drawn["then"][1:])
        clause = main_clause(parse)
        if clause is None or any(unresolved(parse, clause)) or any(unresolved(parse_text(drawn["first"]), None)):
            return None
        return _with(clause, asked_whole(clause, "why", drawn["first"], reading.casing))
    found = cut_at(statement, _LATE) if statement.clause is None else None
    return _with(found[0], asked_whole(found[0], "why", found[1], reading.casing)) if found else None


def _with(clause: Clause, found: Question | None) -> tuple[Clause, Question] | None:
    return (clause, found) if found is not None and _stands_alone(found) else None


def _named(statement: Statement, clause: Clause, reading: Reading) -> Question | None:
    found = _named_reason(clause, reading) or _comma_so(clause, reading)
    return found if found and usable(statement, found) else None


def _reason(evidence: Evidence, found: Question, clause: Clause, reading: Reading) -> Iterator[Reason]:
    ready = finished(found, clause, reading, evidence)
    if ready is not None:
        answer = _AS.sub("", ready.answer)
        yield Reason(evidence=evidence, question=ready.question, answer=answer, subject=clause.subject_text)
