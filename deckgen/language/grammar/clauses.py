"""A parsed sentence seen as a clause: what it is about, its verb group, and what hangs on the verb."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deckgen.language.words.parsing import Parse, Word

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECT_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG", "PRP", "DT", "JJR", "JJS", "WDT", "EX"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL = frozenset({"NNS", "NNPS"})


_VERB_PLACES = frozenset(
    {
        "ROOT",
        "advcl",
        "ccomp",
        "relcl",
        "conj",
        "aux",
        "auxpass",
        "parataxis",
        "csubj",
        "csubjpass",
        "acl",
        "pcomp",
        "xcomp",
    }
)


def consistent(parse: Parse) -> bool:
    """Whether tags and relations agree; where they do not, the parser was lost and nothing may be built on it.

    Each finite verb must stand where a verb can stand, and the root must be a verb.
    """
    roots = [word for word in parse.words if word.dep == "ROOT"]
    if len(roots) != 1 or not roots[0].tag.startswith("VB") or _participle(parse, roots[0]):
        return False
    return all(word.dep in _VERB_PLACES for word in parse.words if word.tag in FINITE)


def _participle(parse: Parse, root: Word) -> bool:
    """Whether the root is a participle before its noun: "ADMM suits compressed sensing", with "suits" for a noun."""
    before = parse.words[root.i - 1] if root.i else None
    behind = parse.words[root.i + 1] if root.i + 1 < len(parse) else None
    if root.tag != "VBD" or before is None or behind is None or not root.text.endswith("ed"):
        return False
    return before.tag == "NNS" and before.head == root.i and behind.tag in ("NN", "NNS", "NNP", "VBG", "JJ")


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a sentence.

    Attributes:
        parse: the sentence.
        verb: the main verb; for "is a network" the copula.
        subject: places of the subject with all that hangs under it.
        auxiliaries: have, be, do and modals of this verb, in order.
        fronted: places of what stands before the subject, without coordinating words.
    """

    parse: Parse
    verb: Word
    subject: tuple[int, ...]
    auxiliaries: tuple[Word, ...]
    fronted: tuple[int, ...]

    @property
    def subject_text(self) -> str:
        """The subject as written."""
        return self.parse.span(self.subject)

    @property
    def subject_head(self) -> Word:
        """The word at the head of the subject, which a joined verb shares with the first."""
        own = self.parse.child(self.verb.i, *SUBJECTS)
        words = (self.parse.words[i] for i in self.subject)
        return own or next(word for word in words if word.head not in self.subject)

    @property
    def finite(self) -> Word:
        """The finite word of the verb group."""
        return self.auxiliaries[0] if self.auxiliaries else self.verb

    @property
    def copular(self) -> bool:
        """Whether the verb is a form of be with a complement, as in "is a network"."""
        return self.verb.lemma == "be" and self.parse.child(self.verb.i, "attr", "acomp") is not None

    @property
    def passive(self) -> bool:
        """Whether the clause is passive."""
        return any(word.dep == "auxpass" for word in self.auxiliaries)

    @property
    def negated(self) -> bool:
        """Whether the verb is negated."""
        return self.parse.child(self.verb.i, "neg") is not None

    @property
    def second(self) -> Word | None:
        """The verb of a coordinated clause with a subject of its own, if there is one."""
        for word in self.parse.children(self.verb.i, "conj", "ccomp", "parataxis"):
            if word.dep != "ccomp" and self.parse.child(word.i, *SUBJECTS):
                return word
        return None

    def complement(self, *deps: str) -> Word | None:
        """The first dependent of the verb behind it with one of these relations."""
        return next((w for w in self.parse.children(self.verb.i, *deps) if w.i > self.verb.i), None)


def by_people(clause: Clause) -> bool:
    """Whether the clause tells what the authors, or others who are cited, did."""
    subject = clause.subject_text.lower()
    return subject.endswith("et al.") or clause.subject_head.text.lower() in (
        "authors",
        "author",
        "paper",
        "researchers",
    )


def main_clause(parse: Parse) -> Clause | None:
    """The main clause of a sentence, or None where it is not one well-formed finite clause.

    Not matched: fragments, imperatives, questions, "there is", inverted clauses, subjects behind the verb.
    """
    if not consistent(parse):
        return None
    verb = next(word for word in parse.words if word.dep == "ROOT")
    subjects = parse.children(verb.i, *SUBJECTS)
    if not subjects or parse.child(verb.i, "expl") or subjects[0].i > verb.i:
        return None
    asks = parse.words[0].tag in ("WDT", "WP", "WRB") and not _conditional(parse)
    if asks or any(w.dep == "mark" for w in parse.children(verb.i)):
        return None
    auxiliaries = tuple(w for w in parse.children(verb.i, "aux", "auxpass") if w.i < verb.i)
    finite = auxiliaries[0] if auxiliaries else verb
    if finite.tag not in FINITE:
        return None
    if subjects[-1].tag not in _SUBJECT_TAGS:
        return None
    subject = parse.subtree(subjects[-1].i)
    if finite.i < subject[0] or subject[-1] >= finite.i:
        return None
    before = tuple(w.i for w in parse.words[: subject[0]] if w.dep not in ("cc", "preconj"))
    return Clause(parse, verb, subject, auxiliaries, before)


def _conditional(parse: Parse) -> bool:
    """Whether the sentence opens with a "when" clause and not with a question word."""
    first = parse.words[0]
    return first.text.lower() in ("when", "whenever") and parse.words[first.head].dep == "advcl"


def text_of(parse: Parse, places: Iterable[int], swap: dict[int, str] | None = None) -> str:
    """The words at these places in the order given, spaced as written where they were neighbours.

    Args:
        parse: the sentence.
        places: which words.
        swap: words to write differently; an empty one is left out.
    """
    swap = swap or {}
    pieces: list[str] = []
    before: Word | None = None
    for i in places:
        word = parse.words[i]
        written = swap.get(i, word.text)
        if not written:
            continue
        glued = before is not None and before.i + 1 == i and before.end == word.start
        joint = "" if before is None or glued or written in ",.;:)" else " "
        pieces.append(joint + written)
        before = word
    return "".join(pieces).strip(" ,;")
