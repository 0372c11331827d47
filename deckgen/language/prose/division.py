"""Long sentences divided where each part is a clause of its own.

    "The filter hides the lamps; the spotter waits."           at a joint: two sentences
    "The net uses maps of lamps, which contain edges."         at a relative clause whose noun is sure: two sentences

A part that holds for both ("If snow falls, ...") keeps the sentence whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.language.grammar.clauses import FINITE, SUBJECTS, consistent, main_clause
from deckgen.language.prose.openings import opening
from deckgen.language.words.parsing import Parse, Word, parse_all

_JOINTS = re.compile(r"(?:\s?;|\s[-–—]{1,3}|:|\s?(?:->|=>|→|⇒))\s+(?:(?:but|and|so|thus|hence) (?=\S))?")
_SEMICOLON = re.compile(r"; (?:and |but )?")
_DASH = re.compile(r"\s[-–—]{1,3}\s")
_ONLY_ONCE = frozenset("-–—>=→⇒")
_EXAMPLE = re.compile(r"(?:e\.g|i\.e|that is|for example|for instance|namely|1st|\d|first|one )", re.IGNORECASE)
_STAND_INS = frozenset({"all", "both", "others", "some", "none", "most", "many", "each", "either", "neither"})
_CUT = re.compile(r"\A[\"“]|(?:e\.?g|i\.?e|etc|vs)\.?\Z", re.IGNORECASE)
_OPEN_END = frozenset({"IN", "TO", "DT", "CC", "VBZ", "VBP", "VBD", "MD", "WDT"})
_JOINT = re.compile(r"(?<![\s,;–—>=→⇒-])[\s,;–—>=→⇒-]*\b(?:and|but|while|so|yet|or)?[\s,;–—>=→⇒-]*\Z", re.IGNORECASE)
_MAX_JOINTS, _MIN_WORDS = 6, 4
_LONG = 14
_SHARED = frozenset(
    {"both", "either", "neither", "not", "if", "when", "whenever", "although", "though", "while", "unless"}
)
# With these verbs "which" is the noun before the comma and not the whole clause before it.
_OF_NOUNS = frozenset(
    "consist contain map take have output predict learn compute compose denote represent operate act correspond "
    "be measure describe encode decode belong comprise store return".split()
)
_INDEFINITE = re.compile(r"\A(?:an?|another|one|some) ", re.IGNORECASE)
_MAX_NOUN = 7


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a sentence without their joints; whether the parser itself found them."""

    texts: tuple[str, ...]
    sure: bool = False


def divide(parses: Sequence[Parse]) -> list[tuple[str, ...]]:
    """For each sentence its parts where each is a clause of its own, else the sentence alone."""
    tried = [list(_conjoined(parse)) or list(_at_joints(parse)) for parse in parses]
    texts = [_ended(text) for each in tried for parts in each for text in parts.texts]
    clausal = dict(zip(texts, map(_whole, parse_all(texts)), strict=True))
    found: list[tuple[str, ...]] = []
    for each, parse in zip(tried, parses, strict=True):
        good = (parts.texts for parts in each if parts.sure or all(clausal[_ended(text)] for text in parts.texts))
        found.append(next(good, ()) or _relative(parse) or (parse.text,))
    return found


def _conjoined(parse: Parse) -> Iterator[Parts]:
    """The two full main clauses that the parser found, unless they share a part."""
    if not consistent(parse) or len(_DASH.findall(parse.text)) > 1:  # two dashes are brackets
        return
    root = next(word for word in parse.words if word.dep == "ROOT")
    if not _full(parse, root) or _shared(parse, root):
        return
    for word in parse.children(root.i, "conj", "parataxis"):
        places = parse.subtree(word.i)
        whole = places[-1] >= len(parse) - 2 and places[-1] - places[0] + 1 == len(places)
        if word.i > root.i and whole and _full(parse, word) and _MIN_WORDS <= places[0] <= len(parse) - _MIN_WORDS:
            cut = parse.words[places[0]].start
            yield Parts((_JOINT.sub("", parse.text[:cut]), parse.text[cut:]), sure=True)
            return


def _shared(parse: Parse, root: Word) -> bool:
    """Whether the sentence opens with what holds for both clauses: "both", or a condition."""
    opens = any(word.text.lower() in ("both", "either", "neither", "not") for word in parse.words[:3])
    subject = parse.children(root.i, *SUBJECTS)[0]
    clauses = (word for word in parse.children(root.i, "advcl") if word.i < subject.i)
    return opens or any(parse.child(word.i, "mark", "advmod") for word in clauses)


def _full(parse: Parse, verb: Word) -> bool:
    """Whether a verb has its own subject and is finite."""
    finite = verb.tag in FINITE or any(w.tag in FINITE for w in parse.children(verb.i, "aux", "auxpass"))
    return finite and parse.child(verb.i, *SUBJECTS) is not None


def _ended(text: str) -> str:
    capital = text[:1].upper() + text[1:]
    return capital if capital.endswith((".", "!", "?", ":")) else capital + "."


def _whole(parse: Parse) -> bool:
    """Whether a text is one clause with a subject that says what it is."""
    clause = main_clause(parse)
    marked = any(word.dep == "mark" for word in parse.words[:1])
    last = next((word for word in reversed(parse.words) if word.text[-1:].isalnum()), None)
    open_end = last is not None and last.tag in _OPEN_END
    if clause is None or clause.subject_head.text.lower() in _STAND_INS:
        return False
    return not marked and not open_end and opening(parse.text) is None


def _at_joints(parse: Parse) -> Iterator[Parts]:
    """The sentence cut at each of its joints that is not in brackets or quotes."""
    text = parse.text
    if not parse.words or parse.words[0].text.lower() in _SHARED or _reported(parse):
        return
    if text.count("; ") > 1 and "(" not in text and not re.search(r"[;:] (?:when|if|while|because|as|since)\b", text):
        yield Parts(tuple(piece.strip() for piece in _SEMICOLON.split(text)))
    joints = list(_JOINTS.finditer(text))[:_MAX_JOINTS]
    signs = [found.group().split()[0] for found in joints]
    for found, sign in zip(joints, signs, strict=True):
        if sign[0] in _ONLY_ONCE and signs.count(sign) > 1:  # brackets, or a chain
            continue
        first, second = text[: found.start()].rstrip(" ,"), text[found.end() :]
        inside = first.count("(") != first.count(")") or first.count('"') % 2
        if (sign == ":" and _root_before(parse, found.start())) or _EXAMPLE.match(second) or _CUT.search(first):
            continue
        if not inside and min(len(first.split()), len(second.split())) >= _MIN_WORDS:
            yield Parts((first, second))


def _root_before(parse: Parse, place: int) -> bool:
    """Whether the main verb stands before a colon: what follows then only spells out what was announced."""
    return any(word.dep == "ROOT" and word.start < place for word in parse.words)


def _reported(parse: Parse) -> bool:
    """Whether the sentence tells in a "that" clause what somebody says: all of it hangs on that."""
    roots = [word for word in parse.words if word.dep == "ROOT"]
    return any(parse.child(said.i, "mark") is not None for root in roots for said in parse.children(root.i, "ccomp"))


def _relative(parse: Parse) -> tuple[str, ...] | None:
    """The sentence without its last relative clause, and that clause with its noun."""
    if len(parse) < _LONG or not consistent(parse) or main_clause(parse) is None:
        return None
    verb = next((w for w in reversed(parse.words) if w.dep == "relcl" and _closes(parse, w)), None)
    if verb is None:
        return None
    head, places = parse.words[verb.head], parse.subtree(verb.i)
    noun = [i for i in parse.subtree(head.i) if i < places[0] - 1]
    if not _sure(parse, head, verb) or not 0 < len(noun) <= _MAX_NOUN or noun[-1] - noun[0] + 1 != len(noun):
        return None
    if parse.words[noun[0]].tag == "CD" or parse.words[noun[0] - 1].text.lower() == "than":
        return None
    subject = _INDEFINITE.sub("the ", parse.span(noun), count=1)
    return parse.text[: parse.words[places[0] - 1].start], f"{subject} {parse.text[parse.words[places[1]].start :]}"


def _closes(parse: Parse, verb: Word) -> bool:
    """Whether a relative clause ends the sentence: ", which ... ." with nothing behind it."""
    places = parse.subtree(verb.i)
    first = parse.words[places[0]]
    unbroken = places[-1] >= len(parse) - 2 and places[-1] - places[0] + 1 == len(places) and len(places) >= _MIN_WORDS
    return unbroken and first.text == "which" and first.dep in SUBJECTS and parse.words[first.i - 1].text == ","


def _sure(parse: Parse, head: Word, verb: Word) -> bool:
    """Whether "which" is only the noun right before it: plural as its verb is, or the verb is said of nouns."""
    before = parse.words[parse.subtree(verb.i)[0] - 2]
    finite = next((w for w in parse.children(verb.i, "aux", "auxpass") if w.tag in FINITE), verb)
    plural = finite.tag == "VBP" and head.tag in ("NNS", "NNPS")
    if verb.lemma == "be" and finite is verb and verb.tag == "VBZ" and parse.child(verb.i, "attr") is None:
        return False  # "..., which is slow": the noun or all of it
    said = finite is verb and verb.tag == "VBZ" and verb.lemma in _OF_NOUNS and head.tag in ("NN", "NNP")
    said = said and not head.text.endswith("s")
    said = said and parse.words[verb.i + 1].text not in ("why", "because", "how", "when", "where", "what")
    near = head.i == before.i or before.text == ")"
    return near and (plural or said) and parse.child(head.i, "conj", "cc") is None and head.dep != "conj"
