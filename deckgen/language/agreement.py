"""Whether verbs agree with their subjects, as far as the parse is sure of both."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.language.clauses import FINITE
from deckgen.language.parsing import Parse, Word

_COLLECTIVE = frozenset(
    {"number", "majority", "couple", "set", "lot", "variety", "data", "half", "rest", "most", "all", "some", "none"}
)


def disagreements(parse: Parse) -> Iterator[str]:
    """The finite verbs of a sentence that do not agree with their subject in number, in order.

    Example:
        >>> from deckgen.language.parsing import parse_text
        >>> list(disagreements(parse_text("The nodes corresponds to objects.")))
        ['corresponds']
    """
    for word in parse.words:
        subject = parse.child(word.i, "nsubj", "nsubjpass")
        if subject is None or word.dep in ("aux", "auxpass"):
            continue
        finite = next((w for w in parse.children(word.i, "aux", "auxpass") if w.tag in FINITE), word)
        if finite.tag in ("VBZ", "VBP") and _differs(parse, subject, finite):
            yield finite.text


def _differs(parse: Parse, subject: Word, finite: Word) -> bool:
    joined = parse.child(subject.i, "conj", "cc") is not None
    if joined or subject.lemma.lower() in _COLLECTIVE or not subject.text.isalpha() or not subject.text.islower():
        return False
    if subject.tag == "NNS":
        return finite.tag == "VBZ"
    return subject.tag == "NN" and finite.tag == "VBP" and finite.text.lower() not in ("'re", "’re")
