"""The parts of a clause that can be asked for, each with the question it answers.

A clause tells who does what to whom, with what and where; each of these parts, left out, gives a wh-question
(Heilman, Automatic Factual Question Generation from Text, 2011). What narrows the answer is said in the question:
"which loss" where the answer is "a pixel-wise loss", a pied-piped preposition where the verb brings none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.language.grammar.asking import answer_text, contiguous
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.clauses import FINITE, NOUNS, Clause, text_of
from deckgen.language.grammar.questions import ask
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Parse, Word

SUBJECT, OBJECT, CIRCUMSTANCE = "subject", "object", "circumstance"
_MAX_ANSWER, _MAX_QUESTION, _MIN_SAID = 10, 24, 3
_PIED = frozenset("in on at from for to into onto with without through via by over between across against".split())
_STRANDED = frozenset("on from for to into of".split())
_WITH = frozenset(
    (
        "combine replace initialize initialise compare condition augment equip approximate concatenate multiply "
        "fill  interact share communicate correlate vary deal struggle agree grow scale increase decrease "
        "associate align annotate regularize"
    ).split()
)
_TIES = frozenset({"of", "between", "for", "in"})
_CHAINED = frozenset("aim try attempt seek learn want need help tend manage begin start continue have fail".split())
_HEADS = frozenset(
    (
        "loss algorithm dataset metric distribution layer optimizer optimiser network encoder decoder "
        "mechanism method model kernel protocol policy strategy estimator divergence matrix graph tree test "
        "representation objective task architecture framework technique detector classifier scheduler database "
        "language library server node cell protein gene receptor pathway therapy drug treatment dose hormone enzyme "
        "signal channel current structure index filter operator operation transformation space norm distance measure "
        "score error bound rule criterion condition constraint prior posterior process chain search sampling sampler "
        "pooling attention convolution regression"
    ).split()
)
_NARROWS = frozenset({"amod", "compound", "nmod", "nummod", "punct", "npadvmod", "advmod"})
_LIGHT = frozenset("be have use do make take get give need want include contain involve".split())
_OPEN = frozenset(
    (
        "perform take focus require work try outperform surpass beat assume help become consist extend look seem "
        "appear consider denote represent stand call define show suggest come play tend remain"
    ).split()
)
_PLAIN = frozenset(
    (
        "input output training testing formula reward runtime experiment evaluation learner line figure table number "
        "example value variable result everything something anything thing"
    ).split()
)
_PEOPLE = frozenset(
    (
        "annotator human people person researcher author clinician physician doctor nurse patient investor student "
        "developer programmer operator engineer expert reviewer participant worker teacher customer child adult woman "
        "man player scientist"
    ).split()
)
_THIRD = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "is"}
_LONG_BRACKET = re.compile(r"\([^()]{24}")
_LEADING = re.compile(r"^(?:only|mainly|mostly|simply|just|also|even)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Constituent:
    """A part of a clause and the question it answers; both masked, the question without its capital.

    Attributes:
        part: SUBJECT, OBJECT or CIRCUMSTANCE.
        question: asks for it.
        answer: the part as written.
    """

    part: str
    question: str
    answer: str


def constituents(clause: Clause, casing: Casing) -> Iterator[Constituent]:
    """Every part of a clause that gives a clear question: what is acted on, with what and where, then what acts.

    Example:
        >>> from deckgen.language.words.parsing import parse_text
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> clause = main_clause(parse_text("The encoder maps each frame to a vector."))
        >>> [found.question for found in constituents(clause, Casing())][1]
        'what does the encoder map each frame to?'
    """
    if clause.second is not None or clause.negated or clause.parse.child(clause.verb.i, "conj"):
        return
    for verb in _chain(clause):
        yield from _objects(clause, verb, casing)
        yield from _circumstances(clause, verb, casing)
    yield from _subject(clause, casing)


def _chain(clause: Clause) -> Iterator[Word]:
    """The verb, and the infinitive that completes it: "aims to reduce"."""
    yield clause.verb
    if clause.verb.lemma not in _CHAINED:
        return
    for word in clause.parse.children(clause.verb.i, "xcomp"):
        if word.tag == "VB" and word.i > clause.verb.i and not clause.parse.child(word.i, "conj"):
            yield word


def _objects(clause: Clause, verb: Word, casing: Casing) -> Iterator[Constituent]:
    for thing in clause.parse.children(verb.i, "dobj", "oprd", "attr"):
        if thing.i < verb.i or (thing.dep == "attr" and verb.lemma == "be"):
            continue
        places = clause.parse.subtree(thing.i)
        if _answers(clause.parse, places, thing) and not _loose(clause.parse, thing):
            yield from _asked(clause, OBJECT, places, places, _wh(clause.parse, places, thing), casing)


def _circumstances(clause: Clause, verb: Word, casing: Casing) -> Iterator[Constituent]:
    if verb.lemma == "be":
        return
    for preposition in clause.parse.children(verb.i, "prep", "agent"):
        thing = clause.parse.child(preposition.i, "pobj")
        if preposition.i < verb.i or thing is None or preposition.text.lower() not in _PIED:
            continue
        drop = clause.parse.subtree(preposition.i)
        places = clause.parse.subtree(thing.i)
        if len(drop) != len(places) + 1 or not _answers(clause.parse, places, thing):
            continue  # "from top to bottom" has more than one thing
        wh, last = _wh(clause.parse, places, thing), places[-1] >= len(clause.parse) - 2
        if wh == "what" and last and _ends_well(clause, verb, preposition):
            yield from _asked(clause, CIRCUMSTANCE, places, places, wh, casing)
        elif wh != "what":
            yield from _asked(clause, CIRCUMSTANCE, drop, places, f"{preposition.text.lower()} {wh}", casing)


def _ends_well(clause: Clause, verb: Word, preposition: Word) -> bool:
    """Whether a question may end with this preposition: "by" and "with" after an object tell the means instead."""
    low = preposition.text.lower()
    return low in _STRANDED or (low in ("by", "with") and (clause.passive or verb.lemma in _WITH))


def _asked(
    clause: Clause, part: str, drop: tuple[int, ...], places: tuple[int, ...], wh: str, casing: Casing
) -> Iterator[Constituent]:
    question = ask(clause, wh, drop, casing)
    if question and _clear(clause, question, places):
        yield Constituent(part, question, answer_text(clause.parse, places))


def _subject(clause: Clause, casing: Casing) -> Iterator[Constituent]:
    """What acts: the predicate after "what" or "which", the adverbial from the front behind it."""
    parse, head = clause.parse, clause.subject_head
    if (
        clause.verb.lemma in _LIGHT
        or head.tag not in NOUNS
        or head.lemma.lower() in _PLAIN
        or not _answers(parse, clause.subject, head)
    ):
        return
    wh = _wh(parse, clause.subject, head)
    verb = _singular(clause) if wh in ("what", "who") else clause.finite.text.lower()
    behind = _moved(clause, casing)
    if verb is None or behind is None:
        return
    rest = [w.i for w in parse.words[clause.finite.i :] if w.tag != "."]
    predicate = text_of(parse, rest, {clause.finite.i: verb}).rstrip(" ,;:")
    question = f"{wh} {predicate}{behind}?"
    if _clear(clause, question, clause.subject):
        answer = casing.inside(answer_text(parse, clause.subject), parse.words[clause.subject[0]].tag)
        yield Constituent(SUBJECT, question, _LEADING.sub("", answer))


def _moved(clause: Clause, casing: Casing) -> str | None:
    """What stood before the subject, to go behind the predicate; None where it is no plain adverbial."""
    words = [clause.parse.words[i] for i in clause.fronted]
    spoken = [w for w in words if w.tag not in (",", ":")]
    if not spoken:
        return ""
    if spoken[0].dep != "prep" or any(w.tag in FINITE for w in spoken) or words[-1].text != ",":
        return None
    return " " + casing.inside(text_of(clause.parse, [w.i for w in words]).rstrip(" ,"), spoken[0].tag)


def _singular(clause: Clause) -> str | None:
    """The finite verb as it stands after "what"."""
    word, low = clause.finite, clause.finite.text.lower()
    if word.tag in ("VBZ", "VBD", "MD"):
        return "was" if low == "were" else low
    if low in _THIRD:
        return _THIRD[low]
    return None if word.tag != "VBP" or clause.auxiliaries else _third_person(low)


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"


def _wh(parse: Parse, places: Sequence[int], head: Word) -> str:
    """As "which loss" where the head noun says what kind of answer is wanted and something narrows it; or "what"."""
    if head.lemma.lower() in _PEOPLE:
        return "who" if head.dep.startswith("nsubj") else "whom"
    before = [parse.words[i] for i in places if i < head.i and parse.words[i].tag not in ("DT", "PDT")]
    plain = places[-1] == head.i and all(w.dep in _NARROWS and w.tag not in ("CD", "PRP$", "POS") for w in before)
    if head.tag not in ("NN", "NNS") or not before or not plain or not content(parse, (head.i,)):
        return "what"
    nouns = [w for w in before if w.dep in ("compound", "nmod") and w.tag in ("NN", "NNS")]
    if head.lemma not in _HEADS or all(w.tag in ("JJ", "RB", "HYPH") for w in before):
        return "what"
    kept = nouns if nouns != before and nouns and before[-len(nouns) :] == nouns else []
    return "which " + " ".join(w.text for w in (*kept, head))


def _loose(parse: Parse, head: Word) -> bool:
    """Whether a phrase hangs on a noun that may belong to the verb: "transforms the image with filters"."""
    return any(word.i > head.i and word.text.lower() not in _TIES for word in parse.children(head.i, "prep"))


def _answers(parse: Parse, places: Sequence[int], head: Word) -> bool:
    """Whether a part can be recalled: a noun phrase in one piece that says something, without a clause in it."""
    words = [parse.words[i] for i in places]
    return (
        contiguous(places)
        and head.tag in NOUNS
        and len(words) <= _MAX_ANSWER
        and bool(content(parse, places))
        and not any(w.tag in FINITE or w.tag in ("PRP", "WDT", "WP", "EX") for w in words)
        and words[0].text.lower() not in ("this", "these", "that", "those", "such", "its", "their", "other", "another")
        and not any(w.dep == "acl" and w.tag == "VB" for w in words)
        and not words[0].tag.startswith(("VBZ", "VBP", "MD"))
        and "-" not in (parse.text[words[0].start - 1 : words[0].start], parse.text[words[-1].end : words[-1].end + 1])
        and sum(w.text in "\"'“”" for w in words) % 2 == 0
    )


def _stem(word: Word) -> str:
    """The lemma, and "SSTable" for "SSTables" too: names have no lemma."""
    return word.lemma.lower().removesuffix("s")


def _clear(clause: Clause, question: str, places: Sequence[int]) -> bool:
    """Whether the rest of the clause narrows the question, and none of its words gives the answer."""
    rest = [w.i for w in clause.parse.words if w.i not in places]
    said = content(clause.parse, rest)
    asked_for = {_stem(w) for w in content(clause.parse, places)}
    return (
        len(said) + (clause.verb.tag in FINITE and clause.verb.lemma not in _LIGHT) >= _MIN_SAID
        and question.count(",") < 2
        and not _LONG_BRACKET.search(question)
        and all(question.count(one) == question.count(other) for one, other in ("()", "[]"))
        and not any(question.count(sign) % 2 for sign in "\"'“”")
        and len(question.split()) <= _MAX_QUESTION
        and not asked_for & {_stem(w) for w in said}
    )
