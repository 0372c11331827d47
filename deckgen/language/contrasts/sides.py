"""The two sides of a comparison: whether each is named, and what is said of the first."""

from __future__ import annotations

import re

from deckgen.language.grammar.clauses import NOUNS, Clause

_VAGUE = re.compile(
    r"\b(?:other|others|previous|previously|prior|existing|earlier|most|many|all|any|baselines?|"
    r"state[- ]of[- ](?:the[- ])?arts?|sota|"
    r"traditional|conventional|related|past|competing|competitors?|alternatives?|expected|usual|before|ever|"
    r"possible|necessary|"
    r"needed|desired|thought|anticipated|average|several|various|different|current|classical|typical|original|naive|"
    r"literature|nowadays|today|published|recent|normal)\b|\bstandard (?:approach|method|model|algorithm|technique)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"^(?:it|its|this|that|these|those|they|them|their|he|she|one|ones|which|what|we|you|both|each|such|here|there|"
    r"some|everything|anything|nothing)\b(?! of\b| that\b| which\b| using\b| with\b| trained\b)|"
    r"\b(?:this|these|its|their|above|below|former|latter)\b|\bones?\Z",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\b(?!SOTA)[A-Z][\w-]*[A-Z][\w-]*"
)  # "existing systems" is vague, "existing systems HAWQ and Hive" is not
_ANY = re.compile(r"\b(?:others?|most|many|all|any|various|several|different)\b", re.IGNORECASE)
_STRANDED = re.compile(r"\b(?:in|to|of|for|with|by|on|from|at|as|and|or)\Z")
_KIND = re.compile(
    r"\b(?:methods?|models?|works?|approaches|algorithms?|systems?|papers?|baselines?|ones|techniques?|others)\b"
)
_SPOKEN = re.compile(r"\b(?!Zq\d|and\b|or\b|the\b|of\b)[A-Za-z][\w+-]")  # a symbol alone is no name
_CLAUSE = re.compile(r"^(?!.*\b(?:that|which|who|where)\b).*\b(?:is|are|was|were|has|have|does|do|can|will)\b")
_BARE = frozenset(
    (
        "result results performance experiment experiments difference differences number accuracy error method model "
        "approach paper idea task problem one thing way case algorithm system network work study score loss training "
        "test value goal point reason version amount learning data user people"
    ).split()
)
_ALSO = re.compile(
    r"^(?:(?:also|still|then|thus|therefore|usually|generally|just|"
    r"(?:is|are|was|were) (?:found|shown|observed|reported|seen) to|seems? to|appears? to|tends? to) )+"
)
_GRADE = re.compile(
    r"(?:the )?(?:higher|lower|larger|smaller|bigger|deeper|shallower|longer|shorter|better|worse|faster|slower|more|"
    r"less|fewer|greater|normal|usual)\Z",
    re.IGNORECASE,
)  # a degree is no thing
_MAX_SIDE, _MAX_SUBJECT = 14, 14


def named(side: str, *, told: bool = False) -> bool:
    """Whether a side of a comparison says what it is: no pronoun, not "the baseline", not "other methods".

    Args:
        side: as it stands behind "than", "unlike" and the like.
        told: whether a side is good enough that says of what kind it is: "more traditional indexes for disks".

    Example:
        >>> named("Faster R-CNN"), named("previous methods"), named("it")
        (True, False, False)
    """
    words = side.split()
    if not _SPOKEN.search(side) or side.count("(") != side.count(")") or side.startswith("("):
        return False
    vague = not _WHICH.search(side) or bool(_ANY.search(side))
    vague = vague and (not told or len(words) < 3 or bool(_KIND.search(side)))
    if not 0 < len(words) <= _MAX_SIDE or (vague and _VAGUE.search(side)) or _POINTS.search(side):
        return False
    if _GRADE.match(side) or _CLAUSE.search(side) or " being " in side or _STRANDED.search(side):
        return False
    return words[-1].strip(".,").lower() not in _BARE or len([w for w in words if w.lower() not in ("the", "a")]) > 1


def named_subject(clause: Clause) -> bool:
    """Whether the subject of a clause is a named side."""
    words = [clause.parse.words[i] for i in clause.subject]
    if not _SPOKEN.search(clause.subject_text) or "authors " in clause.subject_text:
        return False
    if len(words) > _MAX_SUBJECT or any(w.tag in ("PRP", "PRP$", "EX", "WDT", "WP") for w in words):
        return False
    head = clause.subject_head
    bare = {head.text.lower(), head.lemma.lower()} & _BARE
    short = len([w for w in words if w.tag not in ("DT", ",", "CD")]) < 2
    if head.tag == "NNS" and clause.finite.tag == "VBZ":  # "ADMM-Net reconstructs images": the verb was lost
        return False
    nominal = head.tag in NOUNS or head.tag == "VBG"
    return nominal and not (bare and short) and not _POINTS.search(clause.subject_text)


def auxiliary(clause: Clause) -> str:
    """The form of "do" that agrees with the subject of a clause and with its time.

    Example:
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> from deckgen.language.words.parsing import parse_text
        >>> auxiliary(main_clause(parse_text("The filters reduce noise.")))
        'do'
    """
    finite = clause.finite
    if finite.tag == "VBD" or finite.text.lower() in ("was", "were", "had"):
        return "did"
    if finite.tag in ("VBZ", "VBP"):
        return "does" if finite.tag == "VBZ" else "do"
    joined = clause.parse.child(clause.subject_head.i, "conj") is not None
    return "do" if joined or clause.subject_head.tag in ("NNS", "NNPS") else "does"


def predicate(clause: Clause, end: int | None = None) -> str:
    """What a clause says of its subject, as written, up to the character `end`; a plain "is" in front is left out.

    Example:
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> from deckgen.language.words.parsing import parse_text
        >>> predicate(main_clause(parse_text("The log is smaller.")))
        'smaller'
    """
    first = clause.verb if clause.copular and not clause.auxiliaries and not clause.negated else None
    start = first.end if first is not None else clause.finite.start
    return _ALSO.sub("", clause.parse.text[start:end].strip(" ,;.–—"))
