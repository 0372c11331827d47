"""A clause turned into a question: the small grammar behind every "Why does ...?" card.

What is asked about is left out of the clause, the first auxiliary goes before the subject, a full verb gets
"do" (Quirk et al., A Comprehensive Grammar of the English Language, 1985, 11.4-11.20). A clause that the grammar
does not cover gives no question at all; the caller falls back to a cloze or makes no card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckgen.language.grammar.clauses import Clause, text_of
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Word

DO = {"VBZ": "does", "VBP": "do", "VBD": "did"}
_CLIPPED = {"ca": "can", "wo": "will", "sha": "shall"}
_SINGULAR = frozenset({"does", "is", "was", "has"})
_ONE_FORM = frozenset("bet cost cut fit hit hurt let put quit read set shut spread split".split())
_NOT = frozenset({"n't", "n’t"})
_ONE_CASE = re.compile(
    r"\b(?:first|second|third|other|latter|former|this|that|these|most|some|certain|both) "
    r"(?:cases?|steps?|phases?|conditions|circumstances|settings)\b|\( \w \)"
)
_MAX_FRONTED = 9
_BAD_FRONTED = frozenset({"advcl", "ccomp", "nsubj", "dobj", "mark", "ROOT", "dep", "conj"})
_LINKING = frozenset(
    {
        "also",
        "then",
        "thus",
        "therefore",
        "hence",
        "however",
        "further",
        "furthermore",
        "instead",
        "still",
        "otherwise",
        "now",
        "first",
        "currently",
        "yet",
        "already",
        "additionally",
        "so",
        "finally",
        "subsequently",
        "afterwards",
        "thereby",
        "often",
        "usually",
        "typically",
        "generally",
    }
)


def _operator(clause: Clause) -> tuple[str, dict[int, str]] | None:
    """The word that goes before the subject, and how the words left behind change."""
    first = clause.finite
    if first.text.lower() in _CLIPPED:
        return _CLIPPED[first.text.lower()], {first.i: ""}
    if first.text.lower() in ("'s", "'re", "'ll", "'d", "’s", "’re"):
        return None
    if clause.auxiliaries or clause.verb.lemma == "be":
        return first.text.lower(), {first.i: ""}
    if first.tag not in DO:
        return None
    if first.tag == "VBD" and first.text.lower() in _ONE_FORM and _plural(clause.subject_head):
        return DO["VBP"], {first.i: clause.verb.lemma}
    return DO[first.tag], {first.i: clause.verb.lemma}


def _fronted(clause: Clause, drop: frozenset[int], casing: Casing) -> str | None:
    """What stands before the subject, ready to open the question; None where that cannot be."""
    kept = [i for i in clause.fronted if i not in drop]
    words = [clause.parse.words[i] for i in kept]
    spoken = [w for w in words if w.tag not in (",", ":", ".") and w.text.lower() not in _LINKING]
    if all(w.tag == "RB" and w.text.lower().endswith("ly") for w in spoken):  # "Realistically, ..."
        return ""
    if len(spoken) > _MAX_FRONTED or any(w.head == clause.verb.i and w.dep in _BAD_FRONTED for w in words):
        return None
    if clause.parse.words[kept[-1]].text != ",":  # "Earlier detectors fail": the parser took an adjective for an adverb
        return None
    if spoken[0].text.lower() in ("of", "than", "that", "which"):  # a piece of something else
        return None
    if _ONE_CASE.search(" ".join(w.text.lower() for w in words)):
        return None
    text = text_of(clause.parse, [w.i for w in words if w not in words[:1] or w in spoken])
    return casing.inside(text, spoken[0].tag) + ", "


def subject_inside(clause: Clause, casing: Casing) -> str:
    """The subject as it stands inside a sentence."""
    return casing.inside(clause.subject_text, clause.parse.words[clause.subject[0]].tag)


def ask(clause: Clause, wh: str, drop: Iterable[int], casing: Casing) -> str | None:
    """The clause as a question that opens with `wh`, without a capital; None where the grammar does not cover it.

    Args:
        clause: what is known.
        wh: what opens the question, such as "why".
        drop: places of what is asked about, left out of the question.
        casing: which words keep their capital.

    Example:
        >>> from deckgen.language.words.parsing import parse_text
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> clause = main_clause(parse_text("The filter reduces noise."))
        >>> ask(clause, "why", (), Casing())
        'why does the filter reduce noise?'
    """
    gone = frozenset(drop)
    operator = _operator(clause)
    fronted = _fronted(clause, gone, casing)
    if operator is None or fronted is None or gone & set(clause.subject):
        return None
    before_subject, swap = operator
    if before_subject in _SINGULAR and _plural(clause.subject_head):
        return None
    if swap.get(clause.verb.i) and _second_verb(clause, gone):
        return None
    left = _left_behind(clause, gone)
    swap |= {i: "not" for i in left if clause.parse.words[i].text in _NOT}
    predicate = _closed(text_of(clause.parse, left, swap))
    subject = subject_inside(clause, casing).rstrip(",;")
    return f"{fronted}{wh} {before_subject} {subject} {predicate}".rstrip(" ,;.") + "?"


def _plural(word: Word) -> bool:
    """Whether a noun is surely a plural: "statistics" and "series" are not."""
    plain = word.text[1:].islower() and word.lemma.lower() != word.text.lower() and not word.text.endswith("ics")
    return word.tag == "NNS" and plain and word.lemma not in ("datum", "data", "medium", "media")


def _left_behind(clause: Clause, gone: frozenset[int]) -> list[int]:
    """Places of the words behind the subject, without what is asked about and without loose signs around it."""
    end = clause.subject[-1]
    kept = [w for w in clause.parse.words[end + 1 :] if w.i not in gone and not _links(clause, w)]
    while kept and kept[-1].tag in (".", ",", ":", "CC"):
        kept.pop()
    return [w.i for w, before in zip(kept, [None, *kept], strict=False) if not _loose_comma(w, before)]


def _closed(text: str) -> str:
    """The text without the brackets round what is asked about."""
    text = text.replace(" ()", "").removesuffix("(").rstrip()
    return text.removesuffix(")").rstrip() if text.endswith(")") and text.count(")") > text.count("(") else text


def _second_verb(clause: Clause, gone: frozenset[int]) -> bool:
    """Whether another finite verb hangs on the first: "do" would have to be said for it too."""
    return any(w.i not in gone and w.tag in ("VBZ", "VBD") for w in clause.parse.children(clause.verb.i, "conj"))


def _links(clause: Clause, word: Word) -> bool:
    """Whether the word only ties the sentence to the one before it, as "also" and "thus" do."""
    return word.dep == "advmod" and word.head == clause.verb.i and word.text.lower() in _LINKING


def _loose_comma(word: Word, before: Word | None) -> bool:
    return word.text == "," and (before is None or before.text == "," or before.i + 1 != word.i)
