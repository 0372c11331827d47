"""What a definition says a thing is: a kind, and the difference that tells it from others of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from deckgen.language.grammar.asking import answer_text, contiguous
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.clauses import FINITE, NOUNS
from deckgen.language.words.parsing import Parse, Word

_EMPTY = frozenset(
    "thing idea example problem choice alternative solution question issue part case result step challenge "
    "improvement contribution reason fact matter paper work study success candidate point "
    "hack trick bit lot ones topic area mix marriage replacement addition advantage benefit "
    "disadvantage drawback limitation requirement decision attempt start pain mess bottleneck professor author person "
    "concern win abbreviation acronym shorthand factor cause source key reminder basis step "
    "instance line rest focus option man woman person people sheet experiment".split()
)
_WEAK = frozenset("way variant extension version kind type sort form piece one class".split())
_BROAD = _WEAK | frozenset("method model approach technique mechanism algorithm system".split())
_PRAISED = frozenset("new novel simple own viable refreshingly effective".split())
_GROUPS = frozenset("group set collection family series sequence pair".split()) | _WEAK
_MEASURED = frozenset(
    "number fraction ratio amount probability rate unit set process ability difference distance sum average mean "
    "product proportion percentage time length degree tendency extent act phenomenon property technique method "
    "distribution practice quantity frequency likelihood expectation gap total size interval space collection "
    "inability loss change use integral derivative share volume density capacity cost".split()
)
_DEED = re.compile(r"(?:tion|sion|ment|ance|ence|ity)\Z")
_NAMES_A_KIND = frozenset({"a", "an"})
_TAIL = re.compile(
    r"(?:\s*\((?:e\.g\.|for example|see )[^()]*\)?|,?\s*(?:e\.g\.|for example\b|for instance\b)[^()]*"
    r"|\s[-–—=]+>?\s.*|\.\s\(.*|;.*)\Z"
)
_VAGUE = re.compile(
    r"\b(?:something|somehow|stuff|things?|etc|and so on|some kind|really|pretty|ugly|nice|cool|basically|above|"
    r"below|interesting|this|these|here|following|former|latter|we|you|I|our|your|my|fine|the paper|"
    r"this paper|(?<=\b[Aa] )(?:poor|good|great|bad|better|popular|common|big|huge|crucial|"
    r"useful|critical|central|major|main|key|significant|essential|powerful|strong))\b"
    r"|, (?:well|much|say|too)\Z|^(?:[Mm]ain|[Kk]ey|[Ii]mportant|[Vv]ery) |[?!\[\]{}<>|*]|->"
    r"|\b(?:refreshingly|indep|cond)\b|\beverything else\b|, well,|\bbuilding block"
    r"|, no (?=[a-z])|\bas [a-z]+ly(?: \([^()]*\))?\Z|\beach [a-z]{2,}[^\Wsuin]s\b"
)
_JOINED = re.compile(
    r"(?<!i\.e)(?<!e\.g)(?<!cf)(?<!vs)(?<!al)\. [A-Za-z]| \+ |\A[^\s:]+(?: [^\s:]+)?: |\A[^,]*, and \w+ \w+\Z"
)
_MOST_COMMAS, _ASIDE = 3, 8
_HELPING = frozenset({"aux", "auxpass"})
_MIN_CONTENT, _MIN_LINKED, MAX_ANSWER, _STEM, _OPENING = 3, 4, 26, 5, 4


def linked(parse: Parse, head: Word) -> str:
    """What narrows the noun: "clause" for "that ...", "used to ...", "phrase" for "of ...", "" for nothing."""
    behind = [child for child in parse.children(head.i) if child.i > head.i]
    if any(child.dep in ("relcl", "acl") for child in behind):
        return "clause"
    if any(child.dep == "prep" and child.text.lower() not in ("like", "than", "such") for child in behind):
        return "phrase"
    joined = [w for w in parse.children(head.i, "conj") if w.i > head.i]
    return linked(parse, joined[-1]) if joined else ""


def is_kind(parse: Parse, head: Word, first: Word, *, loose: bool = False) -> bool:
    """Whether a noun phrase is a kind with its difference: "a store that ...", "links that ...", "the number of ...".

    Args:
        parse: where it stands.
        head: its noun.
        first: its first word.
        loose: whether the article may be missing, as in a glossary.
    """
    if head.tag not in NOUNS or head.lemma.lower() in _EMPTY or head.text.lower() in _EMPTY:
        return False
    how = linked(parse, head)
    if not how:
        return False
    article = first.text.lower()
    if head.lemma.lower() == "one":
        return how == "clause" and first is head
    if article == "the":
        return loose or head.lemma.lower() in _MEASURED or (how == "phrase" and bool(_DEED.search(head.lemma)))
    if article in _NAMES_A_KIND or head.tag == "NNS":
        return first.tag in ("DT", "JJ", "VBN", "VBG", "RB", "NNP", *NOUNS)
    return loose and first.tag in ("JJ", "VBN", "VBG", "RB", *NOUNS)


def agrees(kind: Word, *, plural: bool) -> bool:
    """Whether a kind has the number of its term: what is one thing is no plural, but for groups and classes."""
    return plural == (kind.tag in ("NNS", "NNPS")) or (plural and kind.lemma.lower() in _GROUPS)


def explanation(
    parse: Parse, places: Sequence[int], term: str, least: int = _MIN_LINKED, *, free: bool = False
) -> str | None:
    """The words at these places as the answer to "what is `term`?"; None where they are too few, too many or vague.

    Args:
        parse: where they stand.
        places: of the words.
        term: what is explained.
        least: how many words have to say something, where no clause is among them.
        free: whether it is a sentence of its own, which may use the words of the term.

    Words that the term has already do not count: "the names of the editors" explains no "editor".
    """
    kept = list(places)
    while kept and parse.words[kept[-1]].tag in (".", ",", ":"):
        kept.pop()
    if not contiguous(kept) or len(kept) > MAX_ANSWER + 8:
        return None
    answer = _TAIL.sub("", answer_text(parse, kept)).rstrip(" ,;")
    end = parse.words[kept[0]].start + len(answer)
    kept = [i for i in kept if parse.words[i].start < end]
    if len(kept) > MAX_ANSWER or not _says(parse, kept, term, least) or _VAGUE.search(answer):
        return None
    if not free and " " in term and term.casefold() in answer.casefold():
        return None
    if answer.count("(") != answer.count(")") or answer.count('"') % 2 or _cut(parse, kept):
        return None
    if _JOINED.search(answer) or answer.count(",") > _MOST_COMMAS:
        return None
    return None if any(_lost(parse, i, kept) for i in kept) else answer


def circular(term: str, answer: str) -> bool:
    """Whether an explanation says the term again: a single word anywhere, more words right at its beginning.

    Example:
        >>> circular("acknowledgments", "Sections with acknowledgments."), circular("pixel control", "A way to control")
        (True, False)
    """
    said = [word[:_STEM] for word in re.findall(r"\w+", answer.casefold())]
    had = {word[:_STEM] for word in re.findall(r"\w+", term.casefold())}
    return had <= set(said if " " not in term else said[:_OPENING])


def _lost(parse: Parse, place: int, places: Sequence[int]) -> bool:
    """Whether the word is a pronoun without a noun of its number before it; the first noun is the thing itself."""
    word = parse.words[place]
    if word.tag not in ("PRP", "PRP$") or word.text.lower() in ("itself", "themselves", "one", "oneself"):
        return False
    fitting = ("NNS", "NNPS") if word.text.lower() in ("they", "their", "them") else ("NN", "NNP")
    return not any(parse.words[i].tag in fitting for i in places if i < place)


def _says(parse: Parse, places: Sequence[int], term: str, least: int) -> bool:
    had = {word[:_STEM] for word in re.findall(r"\w+", term.casefold())}
    verbs = [w for w in (parse.words[i] for i in places) if w.tag in FINITE and w.dep not in _HELPING]
    new = [
        w
        for w in (*content(parse, places), *verbs)
        if w.text.casefold()[:_STEM] not in had and w.text.lower() not in _PRAISED
    ]
    clause = any(w.dep in ("relcl", "acl", "advcl", "pcomp") for w in (parse.words[i] for i in places))
    weak = any(parse.words[i].lemma.lower() in _BROAD for i in places[:5])
    return len({w.lemma for w in new}) >= (
        _MIN_CONTENT if clause and not weak else max(least, _MIN_LINKED) if weak else least
    )


def _cut(parse: Parse, places: Sequence[int]) -> bool:
    """Whether the words end in the middle of something."""
    last = parse.words[places[-1]]
    return last.tag in ("IN", "DT", "CC", "TO", "MD", "PRP$", "WDT") or last.text in (
        "-",
        "–",
        "—",
        "including",
        "like",
    )


def ends_well(parse: Parse, last: int, verbs: Iterable[int] = ()) -> bool:
    """Whether a phrase that ends at place `last` is whole: a sign or a joining word follows, or nothing.

    Args:
        parse: the sentence.
        last: place of the last word of the phrase.
        verbs: places of the verbs on which a second predicate may hang.
    """
    behind = parse.words[last + 1 :]
    if _goes_on(parse, last):
        return False
    if not behind or behind[0].tag in (".", ",", ":", "-RRB-") or behind[0].text in ")-–—;":
        return True
    allowed = set(verbs)
    return behind[0].tag == "CC" and any(w.dep == "conj" and w.head in allowed for w in behind)


def whole(parse: Parse, places: Sequence[int]) -> Sequence[int]:
    """The places of a phrase with what goes on behind the aside that ends it: ", to the same vector"."""
    last = places[-1]
    return (*places, last + 1, *parse.subtree(last + 2)) if _goes_on(parse, last) else places


def _goes_on(parse: Parse, last: int) -> bool:
    """Whether an aside ends at place `last` and what it interrupts goes on: "many, even odd ones, to the vector"."""
    behind = parse.words[last + 1 : last + 3]
    if len(behind) < 2 or behind[0].text != "," or behind[1].dep != "prep" or behind[1].tag not in ("IN", "TO"):
        return False
    opening = [w.text.lower() for w in parse.words[max(0, last - _ASIDE) : last + 1]]
    return any(a == "," and b in ("including", "even", "especially", "such") for a, b in pairwise(opening))
