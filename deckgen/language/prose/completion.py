"""Sentences without a subject made whole, where it is sure what they speak of.

    "Uses a mask."               under "Night filter:"      The night filter uses a mask.
    "Trained on photos."         in notes about TowerNet    TowerNet is trained on photos.
    "Introduces a filter."                                  The TowerNet paper introduces a filter.
    "Goal is to hide lamps."                                The goal of TowerNet is to hide lamps.

What is made is parsed again; where it is no sound clause the sentence stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckgen import citation
from deckgen.language.grammar.clauses import PLURAL, SUBJECTS, Clause, by_people, main_clause
from deckgen.language.prose import subjects
from deckgen.language.prose.openings import Doer, Opening, opening
from deckgen.language.prose.subjects import Source
from deckgen.language.words.agreement import disagreements
from deckgen.language.words.parsing import Parse, Word, parse_all
from deckgen.model import Block, Summary

# Said of the sentence or the item before as often as of the paper's method.
_ASIDE_VERBS = frozenset(
    "avoids depends suffers fails lacks follows includes involves penalizes encourages tends reduces allows "
    "enables ignores preserves works was has should could may "
    "improves guides determines".split()
)  # fmt: skip
_AIM = re.compile(
    r"(?:The |Its )?(?P<aim>(?:(?:main|key|core|overall|basic|primary) )?"
    r"(?:goal|aim|objective|purpose|idea|insight|motivation|intuition|hypothesis)) (?:here )?"
    r"(?P<be>is|was) (?=to |that )",
    re.IGNORECASE,
)
_AIM_LABEL = re.compile(
    r"\W{0,4}(?:The )?(?P<aim>(?:(?:main|key|core|overall|basic|primary) )?(?:goal|aim|objective|idea))"
    r"\s?[:–—-]",
    re.IGNORECASE,
)
_RESULTING = frozenset(
    "takes makes leads results means implies shows gives causes helps forces ensures prevents "
    "suggests indicates is isn't can cannot does doesn't will must may could "
    "should".split()
)  # fmt: skip
_OF_METHODS = frozenset({"improves", "reduces", "works", "includes", "involves"})
_PLURAL = re.compile(r"[A-Za-z](?<![suic])s(?:\)|\Z)|(?:ics|ies|ces)\Z")
_NEVER = frozenset({"exists", "seems", "happens", "sounds", "looks", "feels", "reminds", "depends"})
_REPLACED = frozenset(
    "replace treat use train apply add remove compute learn initialize update implement evaluate perform select "
    "choose sample fix share concatenate feed pass generate optimize encode represent store send split divide "
    "normalize combine extract predict obtain construct collect limit process".split()
)  # fmt: skip
_EXPERIMENTS = frozenset({"use", "train", "evaluate", "compare", "apply", "add", "replace", "combine", "extend"})
_METHODS = frozenset({"use", "learn", "replace", "combine", "predict", "represent", "extend", "minimize", "maximize"})
_POINTING = frozenset({"this", "that", "such", "it", "each", "another", "one", "no", "any"})
_MIN_WORDS, _MAX_SUBJECT = 5, 5
_ONE = frozenset({"NN", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Fragment:
    """A sentence that may lack its subject: text and parse, the label it stood under, where it stands."""

    text: str
    parse: Parse
    label: str
    block: Block
    raw: str
    index: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A fragment with its subject, and what must be true of its parse."""

    text: str
    subject: str
    verb: str
    tags: frozenset[str]
    labelled: bool = False


def complete(fragments: Sequence[Fragment], summary: Summary) -> list[Whole | None]:
    """For each fragment the whole sentence where that is sure, else None."""
    above = _clauses(fragments)
    tried = [next(_wholes(fragment, above, summary), None) for fragment in fragments]
    names = frozenset({summary.topic} if len(summary.topic.split()) == 1 and summary.topic[:1].isupper() else ())
    parses = iter(list(parse_all([whole.text for whole in tried if whole is not None], names)))
    return [whole if whole is not None and _sound(whole, next(parses)) else None for whole in tried]


def _clauses(fragments: Sequence[Fragment]) -> dict[str, Clause]:
    """The clause of each block of one sentence, by the block's text: what items under it may speak of."""
    many = {fragment.block.text for fragment in fragments if fragment.index}
    found = ((each.block.text, main_clause(each.parse)) for each in fragments if not each.label)
    return {text: clause for text, clause in found if clause is not None and text not in many}


def _sound(whole: Whole, parse: Parse) -> bool:
    """Whether the parser finds in the whole just the subject and the verb that it was made of."""
    clause = main_clause(parse)
    if clause is None or any(disagreements(parse)) or clause.finite.text.lower() != whole.verb:
        return False
    words = [parse.words[i] for i in clause.subject]
    last = next((w for w in reversed(parse.words) if w.text[-1:].isalnum()), clause.verb)
    if last.tag in ("DT", "CC") or last.text.lower() in ("because", "that", "by", "of", "than"):
        return False
    if (
        clause.finite.tag == "VBZ"
        and not clause.auxiliaries
        and any(_bare(parse, w) for w in parse.words[clause.verb.i :])
    ):
        return False
    plain = not any(w.tag.startswith("PRP") or w.dep in ("relcl", "acl", "advcl") for w in words)
    plain = plain or whole.subject == "It"
    return clause.subject_text == whole.subject and clause.subject_head.tag in whole.tags and plain


def _bare(parse: Parse, word: Word) -> bool:
    """Whether a further verb stays an instruction where the first one no longer is: "uses a mask, then hide it"."""
    if word.tag not in ("VB", "VBP") or word.dep not in ("conj", "advcl", "ccomp", "parataxis", "dep", "appos"):
        return False
    head = parse.words[word.head]
    of_aim = word.dep == "conj" and parse.child(head.i, "aux", *SUBJECTS) is not None and head.tag in ("VB", "VBP")
    return not of_aim and parse.child(word.i, "aux", *SUBJECTS) is None


def _wholes(fragment: Fragment, above: Mapping[str, Clause], summary: Summary) -> Iterator[Whole]:
    if (
        fragment.text.endswith((":", "?"))
        or re.search(r"; [A-Z]|\be\.g\.\Z|=", fragment.text)
        or len(fragment.text.split()) < _MIN_WORDS - 1
    ):
        return
    yield from _aims(fragment, summary)
    yield from _copulas(fragment)
    first = fragment.parse.words[0] if fragment.parse.words else None
    found = opening(fragment.text, verb=first is not None and (first.tag, first.dep) == ("VBZ", "ROOT"))
    if found is not None and found.verb in ("is", "was", "are", "were") and f'"{found.verb} ' in fragment.raw.lower():
        return  # a quoted question
    if found is None or found.verb in _NEVER or _has_subject(fragment):
        return
    if found.doer in (Doer.AUTHORS, Doer.PAPER):
        yield from _papers(fragment, found, summary)
    elif fragment.index and not fragment.label:
        yield from _second(found)
    else:
        yield from _things(fragment, found, summary)
        yield from _under(fragment, found, above)


def _second(found: Opening) -> Iterator[Whole]:
    """Behind another sentence of its block it speaks, as "it" would, of that sentence's subject."""
    if found.doer is Doer.ONE and found.verb not in _ASIDE_VERBS | _RESULTING:
        yield Whole(f"It {found.predicate}", "It", found.verb, frozenset({"PRP"}))


def _under(fragment: Fragment, found: Opening, above: Mapping[str, Clause]) -> Iterator[Whole]:
    """Under an item that is a sentence it speaks of that sentence's subject, where that is one plain thing."""
    clause = above.get(fragment.block.parents[-1]) if fragment.block.parents and not fragment.label else None
    if clause is None or found.doer is not Doer.ONE or found.verb in _ASIDE_VERBS | _RESULTING:
        return
    words = [clause.parse.words[i] for i in clause.subject]
    single = clause.subject_head.tag in ("NN", "NNP") and not by_people(clause) and not clause.fronted
    if single and len(words) <= _MAX_SUBJECT and words[0].text.lower() not in _POINTING:
        yield Whole(f"{clause.subject_text} {found.predicate}", clause.subject_text, found.verb, _ONE)


def _copulas(fragment: Fragment) -> Iterator[Whole]:
    """What is told in the passive without its "is": "Pooling replaced by convolution."."""
    parse = fragment.parse
    verb = parse.root
    if (
        verb is None
        or verb.tag not in ("VBN", "VBD")
        or verb.lemma not in _REPLACED
        or parse.child(verb.i, "aux", "auxpass")
    ):
        return
    subject = parse.child(verb.i, "nsubj", "nsubjpass")
    behind = parse.words[verb.i + 1] if verb.i + 1 < len(parse) else verb
    done = behind.tag in ("IN", "TO") if verb.tag == "VBN" else behind.text == "by"
    if subject is None or not done or parse.child(verb.i, "dobj") or parse.subtree(subject.i) != tuple(range(verb.i)):
        return
    be = "are" if subject.tag in PLURAL or parse.child(subject.i, "conj") else "is"
    head = parse.text[: verb.start].rstrip()
    if len(head.split()) > _MAX_SUBJECT or "Zq" in head:
        return
    yield Whole(f"{head} {be} {parse.text[verb.start :]}", head, be, _ONE | PLURAL)


def _has_subject(fragment: Fragment) -> bool:
    """Whether the parser sees a sentence of its own in what looks like a predicate: "Uses of masks are rare."."""
    clause = main_clause(fragment.parse)
    return clause is not None


def _things(fragment: Fragment, found: Opening, summary: Summary) -> Iterator[Whole]:
    for subject in subjects.candidates(fragment.block, fragment.label, summary):
        if subject.source is Source.HEADING and found.instructs:
            continue
        topic, many = subject.source is Source.TOPIC, found.doer is Doer.MANY
        if topic and (many or found.verb in _ASIDE_VERBS - _OF_METHODS):
            continue
        told = _agreeing(found, subject.text)
        if told is not None:
            tags = PLURAL | {"NNP"} if told.doer is Doer.MANY else _ONE
            labelled = subject.source is Source.LABEL
            yield Whole(f"{subject.text} {told.predicate}", subject.text, told.verb, tags, labelled)
    if found.instructs and subjects.own(fragment.block, summary):
        yield from _told(fragment, found, summary)


def _agreeing(found: Opening, subject: str) -> Opening | None:
    """The predicate in the number of its subject; None where it cannot be."""
    if not _PLURAL.search(subject):
        return found.third if found.instructs else found if found.doer is Doer.ONE else None
    if found.doer is Doer.MANY:
        return found
    done = found.verb == "is" and found.predicate.startswith("is ")
    return Opening(f"are{found.predicate[2:]}", "are", Doer.MANY) if done else None


def _told(fragment: Fragment, found: Opening, summary: Summary) -> Iterator[Whole]:
    """What "Use a mask." tells among the notes on the paper's own method: what it does, or what its authors do."""
    block = fragment.block
    if fragment.label or not subjects.top(block):
        return
    name = subjects.paper(block, summary)
    if found.verb in _METHODS and name:
        yield Whole(f"{name} {found.third.predicate}", name, found.third.verb, _ONE)
    elif found.verb in _EXPERIMENTS and (name or summary.authors):
        who = f"The {name} authors" if name else citation.authors(summary)
        yield Whole(f"{who} {found.predicate}", who, found.verb, PLURAL | {"NNP"})


def _papers(fragment: Fragment, found: Opening, summary: Summary) -> Iterator[Whole]:
    """What only authors do has them as its subject, wherever it stands but among the work of others."""
    if subjects.elsewhere(fragment.block) or subjects.nothing(summary.topic) or subjects.course(summary.title):
        return
    if found.doer is Doer.PAPER:
        name = subjects.named(fragment.label) if fragment.label else subjects.paper(fragment.block, summary)
        if fragment.label and not name:
            return
        subject = name if fragment.label else f"The {name} paper" if name else "The paper"
        yield Whole(f"{subject} {found.predicate}", subject, found.verb, _ONE, bool(fragment.label))
    elif not fragment.label:
        who = citation.authors(summary)
        subject = who[0].upper() + who[1:]
        yield Whole(f"{subject} {found.predicate}", subject, found.verb, PLURAL | {"NNP"})


def _aims(fragment: Fragment, summary: Summary) -> Iterator[Whole]:
    """The aim: "Goal is to ..." and "Goal: do ..." as "The goal of TowerNet is to do ..."."""
    paper = subjects.paper(fragment.block, summary)
    if not paper or not subjects.top(fragment.block) or not subjects.own(fragment.block, summary):
        return
    found = _AIM.match(fragment.text)
    labelled = None if found else _AIM_LABEL.match(fragment.raw)
    if found:
        head, rest, be = found["aim"].lower(), fragment.text[found.end() :], found["be"]
    elif labelled and fragment.parse.words[:1] and fragment.parse.words[0].tag in ("VB", "TO"):
        goal = fragment.text[0].lower() + fragment.text[1:]
        head, rest, be = labelled["aim"].lower(), goal if goal.startswith("to ") else f"to {goal}", "is"
    else:
        return
    subject = f"The {head} of {paper}"
    yield Whole(f"{subject} {be} {rest}", subject, be, _ONE, labelled=bool(labelled))
