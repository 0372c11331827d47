"""Things that one sentence enumerates, and the question that names what they have in common.

    X trains a style encoder and a pose encoder      which two encoders does X train?
    X combines local, global and temporal features   which three features does X combine?
    X requires a map, a goal and a budget            which three things does X require?
    X has two modes (fast and exact)                 which two modes does X have?

Not matched: examples ("such as", "including"), alternatives ("or"), what praises ("simple and fast methods").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.language.grammar.clauses import NOUNS, Clause, by_people, text_of
from deckgen.language.lists.coordination import chain, texts, whole
from deckgen.language.lists.counting import NUMBERS, WORDS
from deckgen.language.lists.listed import ask_in_place
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Parse, Word

_ADJECTIVES = frozenset({"JJ", "VBN", "VBG"})
_MAX_MEMBER, _MAX_MEMBERS, _MAX_NOUN, _MAX_QUESTION = 8, 4, 6, 20
_OPEN = re.compile(
    r"\b(?:such as|e\.g|includ(?:e|es|ing|ed)|like|for example|for instance|etc|i\.e|among|at least|mainly|typically|"
    r"sometimes|might|may|could|should|would|many|several|various|some|other|others|respectively|between|same|similar|"
    r"different|either|both of|previous|existing|better|best|well)\b"
)
_NEEDS = frozenset(
    "require need output predict store contain guarantee track maintain learn optimize minimize maximize record "
    "combine integrate define specify receive return encode determine control estimate".split()
)
_GIVES = frozenset("support offer provide issue produce generate preserve expose share have emit describe".split())
_DULL = frozenset(
    "dataset data corpus benchmark baseline gpu result experiment table figure example paper author number amount one "
    "thing way case time year day hour percent point value sentence word set work".split()
)
_PRAISE = frozenset(
    "practical general theoretical empirical critical special crucial typical essential additional final original "
    "actual traditional classical realistic dynamic basic similar popular natural usual initial interesting improved "
    "complicated experimental impressive promising well-known state-of-the-art".split()
)
_PLACES = frozenset(
    "mode direction level stage phase step dimension kind type way axis side component part approach stream pathway "
    "process method technique model layer loss objective task setting variant term branch group class".split()
)  # nouns that are kinds themselves: "two kinds of features", but "two modes"
_TELLS_APART = frozenset({"discriminate", "distinguish", "classify"})  # "real from fake" can be guessed
_TRIED = frozenset(
    {
        "discriminate",
        "distinguish",
        "classify",
        "compare",
        "evaluate",
        "test",
        "experiment",
        "consider",
        "report",
        "show",
        "try",
    }
)
_KIND = re.compile(
    r"(?:[a-z]+(?:al|ar|ic|ary|wise|based|level|only|side|end|order|term|class|shot|free|way|domain|scale|ward|ated|ised|"
    r"ized)|[\w]+-[\w-]+|left|right|low|high|lower|upper|short|long|hard|soft|hidden|visible|past|future|positive|"
    r"negative|forward|backward|bottom-up|top-down|internal|external|inner|outer|explicit|implicit|online|offline|"
    r"discrete|continuous|sparse|dense|static|stochastic|supervised|unsupervised|labeled|unlabeled|real|fake|shallow|deep|"
    r"input|output|[A-Z]\w*)\Z"
)
_MODES = re.compile(
    r"(?: \((?P<brackets>[^()]{5,140})\)|,? (?:namely|viz\.?),? (?P<named>[^()]{5,140})\.$"
    r"| [-–—] (?P<dash>[^()]{5,140})\.$|, (?P<comma>[^().;:]{5,140})\.$)"
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A question, masked and without its capital, and the spans that answer it."""

    question: str
    members: tuple[str, ...]


def enumerations(clause: Clause, casing: Casing) -> Iterator[Enumeration]:
    """What a clause enumerates as its subject or behind its verb, the first that makes a question."""
    parse = clause.parse
    setup = clause.verb.lemma in _TRIED and (by_people(clause) or clause.verb.lemma in _TELLS_APART)
    if (
        clause.second is not None
        or clause.negated
        or setup
        or "," in clause.subject_text
        or _OPEN.search(parse.text.lower())
    ):
        return
    for noun, part in _nouns(clause):
        found = _alike(parse, noun) or _qualified(parse, noun)
        generic = None if found or part != noun else _needed(parse, clause, noun)
        what, members = found or generic or ("", ())
        question = what and _question(clause, f"which {WORDS[len(members)]} {what}", noun, part, casing)
        if question and "(" not in question and len(question.split()) <= _MAX_QUESTION:
            yield Enumeration(question, members)
            return


def counted(text: str) -> Iterator[tuple[str, str]]:
    """Leads with a number, each with the text of the members that stand behind it in brackets or behind a dash.

    Example:
        >>> list(counted("The drive has two modes (fast and exact)."))
        [('The drive has two modes', 'fast and exact')]
    """
    for number in re.finditer(r"\b(?:two|three|four|[2-4]) ", text):
        noun = re.compile(r"[^(),:;–—]{3,60}").match(text, number.end())
        behind = noun and _MODES.match(text, noun.end() - (text[noun.end() - 1] == " "))
        if not behind:
            continue
        inner = next(filter(None, behind.groups()))
        lead = text[: behind.start()] + (text[behind.end() :] if behind["brackets"] else "")
        yield lead.rstrip(" ."), inner


def equated(clause: Clause | None) -> Iterator[tuple[str, str]]:
    """A lead with the text of its members out of a sentence that says what they are.

    Example:
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> from deckgen.language.words.parsing import parse_text
        >>> list(equated(main_clause(parse_text("The layers of the cache are a ring, a map and a log."))))
        [('The layers of the cache are', 'a ring, a map and a log')]
    """
    if clause is None or clause.verb.text != "are" or clause.auxiliaries or clause.fronted or clause.negated:
        return
    told = clause.parse.text[clause.verb.end :].strip(" .")
    if clause.complement("attr") is not None and not _OPEN.search(told):
        yield f"{clause.subject_text} are", told


def _nouns(clause: Clause) -> Iterator[tuple[Word, Word]]:
    """Nouns that may be enumerated, each with the part of the clause that it stands in."""
    parse = clause.parse
    for verb in (clause.verb, *parse.children(clause.verb.i, "xcomp")):
        if verb.i < clause.verb.i or (clause.copular and verb == clause.verb):
            continue
        yield from ((word, word) for word in parse.children(verb.i, "dobj"))
        for preposition in parse.children(verb.i, "prep", "agent"):
            noun = parse.child(preposition.i, "pobj")
            if noun is not None and preposition.i > clause.verb.i and verb == clause.verb:
                yield noun, preposition
    if not clause.copular and not clause.fronted:
        yield clause.subject_head, clause.subject_head


def _question(clause: Clause, asked: str, noun: Word, part: Word, casing: Casing) -> str | None:
    parse = clause.parse
    places = whole(parse, noun, part)
    if not places:
        return None
    if noun == clause.subject_head:
        rest = parse.text[parse.words[places[-1]].end :].strip(" .")
        plural = clause.finite.tag in ("VBP", "VBD", "MD")
        return f"{asked} {rest}?" if plural and len(rest.split()) >= 2 else None
    return ask_in_place(clause, asked, part, places, casing)


def _alike(parse: Parse, first: Word) -> tuple[str, tuple[str, ...]] | None:
    """Things with the same noun: "encoders" for "a style encoder and a pose encoder"."""
    joined = chain(parse, first)
    nouns = {word.lemma.lower() for word in joined}
    if not 2 <= len(joined) <= _MAX_MEMBERS or len(nouns) != 1 or nouns & _DULL or not first.text.islower():
        return None
    if any(parse.child(word.i, "nummod") for word in joined):  # "one small branch and two large branches" are three
        return None
    members = texts(parse, joined)
    what = _plural(first)
    if first.tag == "NNS" and first.lemma.lower() not in _PLACES:
        what = f"kinds of {what}"
    return (what, members) if what and _plain(members) else None


def _qualified(parse: Parse, noun: Word) -> tuple[str, tuple[str, ...]] | None:
    """One noun for all: "features" for "local, global and temporal features"."""
    if noun.tag != "NNS" or noun.lemma.lower() in _DULL or parse.child(noun.i, "conj", "poss"):
        return None
    for first in parse.children(noun.i, "amod", "compound", "nmod"):
        joined = chain(parse, first)
        if not 2 <= len(joined) <= _MAX_MEMBERS or not all(w.tag in _ADJECTIVES | NOUNS for w in joined):
            continue
        members = texts(parse, joined, noun.i - 1)
        if members and all(_KIND.match(m) and m.lower() not in _PRAISE for m in members):
            kept = [i for i in parse.subtree(noun.i) if i > joined[-1].i]
            what = text_of(parse, kept)
            names = all(w.tag in ("NNP", "NNPS") for w in joined)  # "the Chrome and Android teams" are two teams
            what = what if names or noun.lemma.lower() in _PLACES else f"kinds of {what}"
            return (what, members) if len(what.split()) <= _MAX_NOUN else None
    return None


def _needed(parse: Parse, clause: Clause, first: Word) -> tuple[str, tuple[str, ...]] | None:
    """What is needed, stored or learned, where the things have no noun in common."""
    joined = chain(parse, first)
    if not _asked_for(parse, clause, first, len(joined)) or any(w.tag not in NOUNS for w in joined):
        return None
    members = texts(parse, joined)
    bare = [parse.child(word.i, "det", "amod", "compound", "poss") is None for word in joined]
    alike = len(set(bare)) == 1 or bare[0]  # "careful planning and work" may be careful work too
    numbered = any(parse.child(word.i, "nummod") for word in joined)
    return ("things", members) if _plain(members) and alike and not numbered else None


def _asked_for(parse: Parse, clause: Clause, first: Word, count: int) -> bool:
    """Whether what so many words name is worth asking for: what is needed, given, or has something done to it."""
    if not 2 <= count <= _MAX_MEMBERS or clause.subject_head.tag not in NOUNS:
        return False
    if first == clause.subject_head:
        return count > 2 and clause.passive
    verb = parse.words[first.head].lemma.lower()
    takes = verb == "take" and re.search(r"\bas (?:an )?inputs?\b", parse.text) is not None
    return first.dep == "dobj" and (verb in _NEEDS or takes or (count > 2 and verb in _GIVES))


def _plain(members: tuple[str, ...]) -> bool:
    """Whether each member is a short noun phrase of its own."""
    return bool(members) and all(0 < len(m.split()) <= _MAX_MEMBER and "," not in m for m in members)


def _plural(noun: Word) -> str:
    """The plural of a plain noun; "" where it is not regular."""
    text = noun.text
    if noun.tag == "NNS":
        return text
    if noun.tag != "NN" or not text.isalpha() or text.endswith(("is", "us", "ix", "on", "um", "ing", "a", "ness")):
        return text + "s" if text.endswith("tion") else ""
    if text.endswith("y") and text[-2] not in "aeou":
        return text[:-1] + "ies"
    return text + "es" if text.endswith(("s", "x", "ch", "sh")) else text + "s"


def says_number(text: str, count: int) -> bool:
    """Whether a text has the number `count` as a word of its own."""
    return any(NUMBERS.get(word.lower()) == count for word in text.split())
