"""The half of a sentence that a part belongs to, so that a question can leave the other half out.

"The queue is short and has few readers because the disk is fast" says why the queue has few readers: the question
stands on the second half. "The queue is short because of the disk and holds reads" stands on the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckgen.language.grammar.clauses import FINITE, SUBJECTS, Clause
from deckgen.language.words.parsing import Parse, Word

NOMINAL = frozenset({"dobj", "pobj", "prep"})
"""Relations by which a noun phrase hangs on a verb or on another noun phrase."""

_COMPLEMENTS = frozenset({"xcomp", "acomp"})


@dataclass(frozen=True, slots=True)
class Half:
    """A clause, and the places of what is left out of it because it belongs to another claim."""

    clause: Clause
    cut: frozenset[int] = frozenset()


def carrier(clause: Clause, word: Word, through: frozenset[str] = frozenset()) -> Word | None:
    """The verb that `word` says something about: the main verb, one joined to it, or None.

    Args:
        clause: the main clause.
        word: the head of an adverbial.
        through: relations, besides those of complements, that may lie between the two.
    """
    parse, at = clause.parse, clause.parse.words[word.head]
    while at.i != clause.verb.i:
        if at.dep == "conj" and at.head == clause.verb.i:
            return at if _joined_verb(parse, at) else None
        if at.dep not in _COMPLEMENTS | through and not _bare(parse, at):
            return None
        at = parse.words[at.head]
    return at


def _joined_verb(parse: Parse, word: Word) -> bool:
    return word.tag.startswith("VB") and not parse.child(word.i, *SUBJECTS)


def _bare(parse: Parse, word: Word) -> bool:
    """Whether the word is the verb of "causes gradients to die"."""
    return (
        word.dep == "ccomp" and word.tag in ("VB", "VBN") and any(w.tag == "TO" for w in parse.children(word.i, "aux"))
    )


def half(clause: Clause, verb: Word, places: Sequence[int]) -> Half | None:
    """The half of the clause whose verb is `verb`, given the places of what is asked about; None where they mix.

    Example:
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> from deckgen.language.words.parsing import parse_text
        >>> clause = main_clause(parse_text("The queue is short because of the disk and holds reads."))
        >>> sorted(half(clause, clause.verb, (4, 5, 6, 7)).cut)
        [8, 9, 10]
    """
    if not places:
        return None
    if verb.i != clause.verb.i:
        return _second(clause, verb)
    cut: set[int] = set()
    for word in clause.parse.children(verb.i, "conj", "parataxis"):
        behind = clause.parse.subtree(word.i)
        if not word.tag.startswith("VB") or word.i in places:
            continue
        if verb.i < places[0] and behind[-1] < places[0]:
            return _second(clause, word) if _joined_verb(clause.parse, word) else None
        if behind[0] <= max(verb.i, places[-1] if places[0] > verb.i else 0):
            return None
        cut.update(range(_joint(clause.parse, verb, behind[0]), behind[-1] + 1))
    return Half(clause, frozenset(cut))


def _joint(parse: Parse, verb: Word, start: int) -> int:
    """Where the "and" before the second half stands, or the half itself where there is none."""
    return max((w.i for w in parse.children(verb.i, "cc") if start - 2 <= w.i < start), default=start)


def _second(clause: Clause, verb: Word) -> Half | None:
    """The joined verb with the subject of the first, and its auxiliaries where it has none."""
    parse = clause.parse
    own = tuple(w for w in parse.children(verb.i, "aux", "auxpass") if w.i < verb.i)
    start = parse.subtree(verb.i)[0]
    if own or verb.tag in FINITE:
        cut = range(clause.subject[-1] + 1, start)
        return _finite(replace(clause, verb=verb, auxiliaries=own), frozenset(cut))
    if clause.auxiliaries and verb.tag == clause.verb.tag:
        cut = range(clause.auxiliaries[-1].i + 1, start)
        shared = frozenset(i for i in cut if parse.words[i].dep != "neg")
        return Half(replace(clause, verb=verb, auxiliaries=clause.auxiliaries), shared)
    plural = verb.tag == "VB" and clause.verb.tag == "VBP"  # the parser took "and have" for an infinitive
    if plural and not clause.auxiliaries:
        return Half(replace(clause, verb=replace(verb, tag="VBP")), frozenset(range(clause.subject[-1] + 1, start)))
    return None


def _finite(clause: Clause, cut: frozenset[int]) -> Half | None:
    return Half(clause, cut) if clause.finite.tag in FINITE else None
