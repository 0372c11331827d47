"""Who "they" and "it" are, where that is sure; and what points at a sentence the card does not show.

Measured on notes about papers: a sentence-initial "They" is the authors in 7 of 8 cases, "It" is the subject of the
sentence before in the same item in 7 of 7 once expletives are out, and the topic of the paper in only 2 of 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.language.clauses import NOUNS, Clause
from deckgen.language.parsing import Parse, Word
from deckgen.model import Block

_AUTHORS = re.compile(
    r"^(?:(?:The|These) (?:paper's )?|)[Aa]uthors?(?: of (?:the|this) paper)?\b(?!')|^(?:They|We)\b(?!')"
)
_PAPER = re.compile(r"^(?:The|This|The current|The present) (?:paper|work|article|study|publication)\b(?!')")
_METHOD = re.compile(
    r"\b(?:[Tt]heir|[Oo]ur|[Tt]he(?: newly)? (?:proposed|presented|introduced|suggested)|[Tt]he authors') "
    r"(?:(?:new|novel|proposed|final|full) )?(?P<noun>method|model|approach|architecture|network|algorithm|"
    r"framework|system|technique)\b(?!')"
)
_INNER_AUTHORS = re.compile(r"(?<=[\w,] )the authors\b(?!')")
_AUTHORS_DO = frozenset(
    "propose introduce present suggest develop describe use apply train evaluate test show find compare argue "
    "report observe "
    "define study investigate analyze analyse demonstrate extend combine replace add design build create "
    "implement derive prove "
    "measure formulate employ adopt choose perform conduct optimize optimise address tackle explore examine "
    "experiment collect "
    "release provide model learn augment modify start initialize initialise run rely make aim claim estimate consider "
    "identify discuss highlight attribute assume achieve beat set select sample pretrain fine-tune generate "
    "compute minimize "
    "maximize need exploit leverage visualize hypothesize conclude try discover".split()
)
_THINGS_DO = frozenset(
    "be have contain consist include require depend allow enable lead cause occur appear become belong differ exist "
    "fail grow "
    "happen help hold lack remain represent suffer tend vary work correspond converge".split()
)
_PRONOUNS = frozenset({"it", "its", "they", "them", "their", "he", "she", "his", "her"})
_POINTERS = frozenset(
    {"this", "that", "these", "those", "such", "it", "they", "them", "he", "she", "here", "one", "ones"}
)
_OTHERS = re.compile(
    r"\b(?:the (?:former|latter|above|same|other|others|previous|following|next|second one|first one|rest|"
    r"remaining|resulting|"
    r"two|three|four|five|second|third|last)|another|others|other one|as well|too\.|so on|and so forth|each "
    r"other one|both\.|"
    r"as before|as usual|these days|the reader|previously|earlier|again|instead\.|similarly|likewise|vice versa|"
    r"mentioned|"
    r"for that|in that case|that way|the given|[Ll]ines? \d+|[Ss]teps? \d+|our|ours|we|their approach|their method|"
    r"their model)\b",
    re.IGNORECASE,
)
_MAX_ANTECEDENT, MAX_NAME_WORDS, _OPENING_WORDS = 6, 3, 3


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The sentence before: its clause and the block it stands in."""

    clause: Clause
    block: Block


def named(parse: Parse, authors: str, topic: str, before: Antecedent | None) -> str:
    """The sentence with its subject named where that is sure.

    Args:
        parse: the sentence.
        authors: how a sentence speaks of them, such as "the R-FCN authors".
        topic: the short name of the paper, or "".
        before: the sentence before, if it stands in the same block.

    Example:
        >>> from deckgen.language.parsing import parse_text
        >>> named(parse_text("They train the detector end to end."), "the R-FCN authors", "R-FCN", None)
        'The R-FCN authors train the detector end to end.'
    """
    name_like = 0 < len(topic.split()) <= MAX_NAME_WORDS
    text = _METHOD.sub(lambda m: _method(m, topic), parse.text) if name_like else parse.text
    text = _INNER_AUTHORS.sub(lambda _: authors, text, count=1)
    if _AUTHORS.match(text):
        return (
            _AUTHORS.sub(lambda _: authors[0].upper() + authors[1:], text, count=1)
            if _authors_act(parse, before)
            else text
        )
    if _PAPER.match(text):
        return _PAPER.sub(lambda _: f"The {topic} paper" if name_like else "The paper", text, count=1)
    if parse.words and parse.words[0].text == "It" and before is not None:
        return _it(parse, text, before)
    return text


def _method(match: re.Match[str], topic: str) -> str:
    article = "The" if match.group()[0].isupper() else "the"
    return f"{article} {topic} {match['noun']}"


def _authors_act(parse: Parse, before: Antecedent | None) -> bool:
    """Whether "They" are the authors: opening a block unless things do that, later only if authors do."""
    if parse.words and parse.words[0].text not in ("They", "We"):
        return True
    root = next((w for w in parse.words if w.dep == "ROOT"), None)
    if root is None or any(w.dep == "auxpass" for w in parse.children(root.i)):
        return False
    if any(w.tag == "MD" for w in parse.children(root.i, "aux")):
        return False
    return root.lemma.lower() in _AUTHORS_DO if before is not None else root.lemma.lower() not in _THINGS_DO


def _it(parse: Parse, text: str, before: Antecedent) -> str:
    first = parse.words[0]
    if first.dep not in ("nsubj", "nsubjpass") or first.head != _root(parse) or _expletive(parse):
        return text
    places = before.clause.subject
    head = before.clause.subject_head
    words = [before.clause.parse.words[i] for i in places]
    plain = head.tag in ("NN", "NNP") and not any(w.tag.startswith("PRP") or w.dep == "conj" for w in words)
    if not plain or len(places) > _MAX_ANTECEDENT or words[0].text.lower() in _POINTERS:
        return text
    return before.clause.subject_text + text[2:]


def _expletive(parse: Parse) -> bool:
    """Whether "it" stands for the clause behind the verb: "it is easy to see that ...", "it seems that ..."."""
    root = parse.words[_root(parse)]
    if parse.child(root.i, "acomp", "attr") is None:
        return root.lemma in ("seem", "appear", "turn", "happen", "follow") and parse.child(root.i, "ccomp") is not None
    goal = parse.child(root.i, "xcomp")
    done = goal is not None and parse.child(goal.i, "dobj", "ccomp") is not None
    return done or parse.child(root.i, "ccomp") is not None


def _root(parse: Parse) -> int:
    return next((w.i for w in parse.words if w.dep == "ROOT"), -1)


def lost(parse: Parse) -> Iterator[str]:
    """The pronouns of a text that nothing before them in the text can stand for.

    Example:
        >>> from deckgen.language.parsing import parse_text
        >>> list(lost(parse_text("Why do the states it visits become harder?")))
        ['it']
    """
    for word in parse.words:
        if word.text.lower() in _PRONOUNS and word.tag in ("PRP", "PRP$") and not _antecedents(parse, word):
            yield word.text


def unresolved(parse: Parse, clause: Clause | None) -> Iterator[str]:
    """Why the sentence needs another one to be understood; nothing where it stands alone."""
    if _OTHERS.search(parse.text):
        yield "refers to another sentence"
    elif any(_dangles(parse, word) for word in parse.words):
        yield "a pronoun without its noun"


def _dangles(parse: Parse, word: Word) -> bool:
    """Whether a pointing word has nothing before it in its own sentence that it can point at."""
    low = word.text.lower()
    if low in ("this", "these", "those", "here"):
        return True
    if low == "that":
        return (word.tag == "DT" and word.dep not in ("mark", "nsubj", "nsubjpass", "dobj", "pobj")) or word.i == 0
    if low == "such":
        following = parse.words[word.i + 1].text.lower() if word.i + 1 < len(parse) else ""
        return following not in ("as", "that")
    if low == "both" and word.i < _OPENING_WORDS:
        return not any(w.text == "and" for w in parse.words[word.i : word.i + 8])
    if low in _PRONOUNS:
        return not _antecedents(parse, word)
    return low in ("one", "ones") and word.tag in NOUNS | {"PRP"}


def _antecedents(parse: Parse, pronoun: Word) -> bool:
    """Whether a noun of fitting number stands before the pronoun as subject or object."""
    plural = pronoun.text.lower() in ("they", "them", "their")
    for word in parse.words[: pronoun.i]:
        joined = any(child.dep == "conj" for child in parse.children(word.i))
        fits = word.tag in ("NNS", "NNPS") or joined if plural else word.tag in ("NN", "NNP")
        if fits and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"):
            return True
    return False
