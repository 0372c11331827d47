"""The last look at a question made of a sentence: what is left over goes, what nothing narrows makes no question.

Asked of every "why", "how", "when" and "what ... for" before it becomes a fact, so that the guards stand in one place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.language.grammar.asking import Question
from deckgen.language.grammar.clauses import Clause, by_people
from deckgen.language.grammar.scenes import scene
from deckgen.language.prose.statements import Reading
from deckgen.language.words.frequency import zipf
from deckgen.language.words.parsing import Word
from deckgen.language.words.stems import content_stems
from deckgen.model import Evidence

_LEFT_OVER = re.compile(
    r"\bnot (?:only|just|merely|simply)\b|\bvice versa\b|\bwhatnot\b|\bdue too\b|\b[Tt]o (?:again|further)\b|"
    r"\b(?:that|which|who|the|an?)\Z"
)
_ONE_OF_OTHERS = re.compile(
    r"\b(?:why|how|when|what) (?:is|are|was|were|does|do|did|will|can) (?:another|\d+|two|three|four|five)\b|"
    r"\bthe (?:corresponding|respective|described|mentioned)\b|\bhow (?:can|could|should) \w{2,20}ing\b.{0,150} done\?|"
    r"\bwhy\b.{0,150} (?:in order to|idea of)\b|\bwhy\b.{0,150} by \w{2,20}ing\b"
)
_LEFT_IT = re.compile(
    r"\w (?<!when )(?<!if )(?<!that )(?<!as )(?:it|them)(?:[,?]| (?:in|on|to|by|as|among|from|with|at|for|into)\b)"
)
_TWO_VERBS = re.compile(r"\b(?:does|did) .* and (?:then )?\w{3,20}(?<!s)s (?:the|an?|its|to|it)\b|\w, though\b")
_SYMBOL = re.compile(
    r"\b(?:the|an?|is|are|was|were|be|does|do|did|can|will|would|train|to|of|by|for|and|from|vector|most|least) "
    r"[B-HJ-Zb-hj-z](?![\w().,/'’+-])"
)
_EMPTY = re.compile(
    r"(?:due to|because of) (?:the )?(?:intricac|complexit|nature\b|peculiarit|various|many)", re.IGNORECASE
)
_AIM = re.compile(r"(?:in order )?to (\w{5,20})", re.IGNORECASE)
_THEN = re.compile(r",? then\Z")
_NEXT_SENTENCE = re.compile(r"(?<=[a-z]{3})\. (?=\w)")
_WHICH = re.compile(r", (?:which|however|though)\b")
_KNOWN_PART = re.compile(
    r"\b(?:what|why)\b.* (?:use|uses) (?:an? |the )?(?:RPN|region proposal network|RoI[- ]?pooling|XOR|soft-?max|ReLU|"
    r"Adam|SGD|sigmoid|arg-?max|max[- ]pooling|back-?propagation|drop-?out)s?(?: for)?\?",
    re.IGNORECASE,
)
_SAME_AS = re.compile(r"\bsame as\b", re.IGNORECASE)
_DOER = re.compile(r"\w{2,20}[eo]r|client|agent")
_ARTICLES = frozenset({"the", "a", "an", "all"})
_NAMES = frozenset({"NNP", "NNPS"})
_MAX_BACK, _MIN_BACK, _MIN_SHARED, _CIRCULAR = 12, 4, 2, 0.5
_RARE, _MIN_TENSES, _PAST = 3.0, 8, 0.25


def finished(found: Question | None, clause: Clause, reading: Reading, evidence: Evidence) -> Question | None:
    """The question ready for its card, or None where nothing narrows it, or where it says nothing.

    Args:
        found: what was asked of the clause.
        clause: the clause it was made of.
        reading: the summary with its statements.
        evidence: where the clause stands.
    """
    if found is None:
        return None
    found = replace(found, answer=without_tail(found.answer))
    said, section = f"{found.question.removesuffix('?')} {found.answer}", evidence.block.section
    if _LEFT_OVER.search(said) or _LEFT_OVER.search(found.question.removesuffix("?")):
        return None
    if _ONE_OF_OTHERS.search(found.question) or _KNOWN_PART.search(found.question):
        return None
    if _LEFT_IT.search(found.question) or _TWO_VERBS.search(found.question):
        return None
    if _SYMBOL.search(found.question) or _EMPTY.match(found.answer):
        return None
    if circular(found) or (section and _SAME_AS.search(section[-1])):
        return None
    if _mistaken_past(found, clause, reading) or _bare(found, clause, (reading.summary.topic, *section)):
        return None
    return replace(found, question=scene(found.question, clause, section, reading.casing))


def without_tail(answer: str) -> str:
    """The answer as far as its first thought: without a "then", a second sentence, and a long one without ", which".

    Example:
        >>> without_tail("if the queue is full, then")
        'if the queue is full'
    """
    answer = _NEXT_SENTENCE.split(_THEN.sub("", answer), maxsplit=1)[0]
    aside = _WHICH.search(answer)
    if aside is None or len(answer.split()) <= _MAX_BACK or len(answer[: aside.start()].split()) < _MIN_BACK:
        return answer
    return answer[: aside.start()]


def circular(found: Question) -> bool:
    """Whether the reason or the purpose says what the question has said.

    Example:
        >>> circular(Question("why does the parity disk use XOR?", "To find the parity of all disks"))
        True
    """
    if not re.search(r"\bwhy\b|\bfor\?", found.question):
        return False
    answer, question = content_stems(found.answer), content_stems(found.question)
    shared = answer & question
    verb = _AIM.match(found.answer)
    if verb is not None and found.question.endswith(" for?") and content_stems(verb[1]) & question:
        return True
    return len(shared) >= _MIN_SHARED and len(shared) >= _CIRCULAR * len(answer)


def _mistaken_past(found: Question, clause: Clause, reading: Reading) -> bool:
    """Whether "did" was made of a participle: "proposals warped via pooling" in notes that tell all in the present."""
    if not re.search(r"\b(?:how|why|when|what) did\b", found.question) or by_people(clause):
        return False
    if clause.subject_head.tag in _NAMES or not clause.verb.text.endswith("ed"):
        return False
    tenses = [s.clause.finite.tag for s in reading.statements if s.clause is not None]
    return len(tenses) >= _MIN_TENSES and tenses.count("VBD") < _PAST * len(tenses)


def _bare(found: Question, clause: Clause, told: tuple[str, ...]) -> bool:
    """Whether "why" or "how" asks about a common noun alone: "the layer", "changes", where no heading tells which."""
    if not re.match(r"(?:[^,]+, )?(?:why|how) (?!should\b)", found.question):
        return False
    parse, head = clause.parse, clause.subject_head
    words = [parse.words[i] for i in clause.subject if parse.words[i].text.lower() not in _ARTICLES]
    if [w.i for w in words] != [head.i] or head.tag not in ("NN", "NNS") or not head.text.islower():
        return False
    if any(parse.words[i].tag != "," for i in clause.fronted) or by_people(clause) or (any(told) and _acts(clause)):
        return False
    named = any(w.tag in _NAMES or w.text[:2] == "Zq" or not w.text[1:].islower() for w in _asked(found, clause))
    return not (named or content_stems(head.text) & content_stems(" ".join(told)) or zipf(head.lemma) < _RARE)


def _acts(clause: Clause) -> bool:
    """Whether the subject is the one that does such things in the system at hand: the client, the scheduler."""
    head, first = clause.subject_head, clause.parse.words[clause.subject[0]]
    active = not clause.passive and clause.complement("dobj", "xcomp") is not None
    return active and first.text.lower() == "the" and _DOER.fullmatch(head.lemma) is not None


def _asked(found: Question, clause: Clause) -> list[Word]:
    return [w for w in clause.parse.words if len(w.text) > 1 and w.tag[:2] == "NN" and w.text in found.question]
