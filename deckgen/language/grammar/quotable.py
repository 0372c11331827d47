"""Whether a sentence is worth learning as it stands, with one part blanked.

A blanked sentence is read whole, so that all of it must be worth keeping: what the field used to do, what a paper sets
out to do, whom it beats, and asides are not, and a sentence that goes on from the one before cannot stand alone.
"""

from __future__ import annotations

import re

from deckgen.language.grammar.clauses import Clause

_BACKGROUND = re.compile(
    r"\b(?:anymore|[Ii]n the past|[Uu]sual(?:ly)?|[Cc]urrently|[Cc]urrent (?:networks|models|methods|approaches|setup|"
    r"work)|[Tt]raditional(?:ly)?|[Mm]any recent|[Rr]ecently|common approach|[Ee]arly approaches|[Oo]ften)\b"
    r"|^(?:Most|Many|Lots|Several|Various|Current|Some|Other|Previous|Prior|Existing) "
)
_GOES_ON = re.compile(
    r"\b(?:however|then|thus|therefore|finally|hence|also)\b|\binstead\b(?! of)|"
    r"^(?:Instead|Yet|Then|Here|From now on)\b(?! of)"
)
_SETS_OUT = re.compile(
    r"^(?:The |A |One )?(?:\w+ )?(?:goal|objective|gist|solution|argument|problem|challenge|difficulty|limitation|"
    r"approach|paper|purpose|question|motivation|proposed framework|proposed method)s? (?:is|are|was|were|of|for)\b"
)
_BEATS = re.compile(
    r"\b(?:outperform\w*|SOTA|state-of-the-art|baselines?|competitive|competing|competitors|surpass\w*|superior)\b"
)
_ASIDE = re.compile(
    r"\b(?:AFAIK|literally|resp|not difficult|not easy|easy to|[Oo]n the face|anyway|limitations?|"
    r"future (?:research|work|directions?)|et al,|ICLR|NIPS|"
    r"CVPR|ICML)\b|^(?:Problem|Example|Exercise)\b| \+ |\A\["
)
_SIGNS = (_BACKGROUND, _GOES_ON, _SETS_OUT, _BEATS, _ASIDE)
_MEANS = ("using", "by", "via", "from")


def quotable(clause: Clause) -> bool:
    """Whether the sentence of this clause can be learned as it stands.

    Example:
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> from deckgen.language.words.parsing import parse_text
        >>> clauses = map(main_clause, map(parse_text, ("Most towers keep a map.", "The tower keeps a map.")))
        >>> [quotable(clause) for clause in clauses if clause]
        [False, True]
    """
    return not any(sign.search(clause.parse.text) for sign in _SIGNS) and not _lacks_verb(clause)


def _lacks_verb(clause: Clause) -> bool:
    """Whether the verb is a participle that has lost its "is": "The set constructed using crawled pages"."""
    behind = clause.verb.i + 1
    return (
        clause.verb.tag == "VBD"
        and behind < len(clause.parse)
        and clause.parse.words[behind].text in _MEANS
        and clause.complement("dobj") is None
    )
