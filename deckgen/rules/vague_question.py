"""A question has one answer.

"What do the authors propose?", "What is the effect of training?" and "What is the model?" fit many answers: name the
thing and ask for the specific. So do "How does A compare with B?" and "Unlike B, what does A do?": two things differ
in many ways.

Bad:  What do the authors propose? -> Position-sensitive score maps.
Good: What do the R-FCN authors propose to restore position? -> Position-sensitive score maps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_GENERIC = (
    "model|method|approach|paper|algorithm|network|architecture|framework|technique|system|idea|result|results|"
    "experiments?|"
    "authors?|work|problem|task|input|output|data|data ?sets?|training|testing|evaluation|loss|layer|"
    "construction|setting|setup|"
    "first phase|second phase|step|stage|process|procedure|function|parameter|value|variable|view|graph|matrix|"
    "vector|image|sample|applications?|advantages?|disadvantages?|contributions?|goals?|motivation|limitations?|"
    "drawbacks?|benefits?|future work|conclusions?|solution|findings?|takeaways?|challenges?|issues?|strengths?|"
    "weaknesses"
)
_VAGUE = re.compile(
    rf"^(?:what (?:do|does|did) (?:the )?(?:[\w#'-]+ ){{0,3}}?(?:authors|paper|article|study|work) (?:propose|"
    rf"present|introduce|suggest|develop|describe|do|show|use|find)(?: to)?\?"
    rf"|what (?:is|are|was|were) (?:the |an? )?(?:{_GENERIC})\?|(?:what|how) (?:is|are|do|does) (?:it|they|this|that)\b"
    rf"|(?:what|which) (?:is|are|was|were) (?:one of|some of|one|another)\b|why (?:is|are|does|do) (?:the |an? "
    rf")?(?:{_GENERIC}) \w+\?|what happens\?)",
    re.IGNORECASE,
)


_PROSE = ("purpose", "effect", "dependence", "keypoint", "contribution", "means", "condition")
_UNTOLD = re.compile(
    r"\b(?:a couple of|several|some|certain|various|a number of|(?:one of )?(?:two|three|four|five)) (?:main |"
    r"key |simple |different |"
    r"new |novel |types of |kinds of )?(?:techniques?|tricks?|methods?|ways|steps|problems?|properties|"
    r"mechanisms?|types|kinds|things|"
    r"assumptions?|advantages?|approaches|strategies|ideas|components|modules|losses|reasons)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"^what (?:can|could|does|do|did|will|would) .{1,60}\b(?:not|fail to|unable to) do\?$", re.IGNORECASE
)
_ONE_OF_MANY = re.compile(
    r"^(?:how (?:do|does|did) .{2,90} compare with\b|"
    r"(?:unlike|in contrast to|as opposed to) .{2,90}, what (?:do|does|did)\b)",
    re.IGNORECASE,
)
_PAPER_ACTS = re.compile(r"^(?:what|why|how) (?:does|did) the (?:paper|work|article|study)\b", re.IGNORECASE)


def check(face: Face) -> Iterator[str]:
    """Speaks against questions that fit many answers."""
    if not face.is_cloze and (
        _VAGUE.search(face.asked) or _PAPER_ACTS.search(face.asked) or _NOT_DONE.search(face.asked)
    ):
        yield "the question fits many answers; name the thing and ask for the specific"
    elif face.kind in _PROSE and _UNTOLD.search(f"{face.asked} {face.back}"):
        yield "it speaks of several things and tells none of them"
    elif face.kind != "own" and not face.is_cloze and _ONE_OF_MANY.search(face.asked):
        yield "two things differ in many ways; ask for the one that is meant"


RULE = Rule(
    code="A201",
    slug="vague-question",
    page=__doc__ or "",
    check=check,
    bad=Face("What do the authors propose?", "Position-sensitive score maps."),
    good=Face(
        "What do the R-FCN authors propose to restore position?", "Position-sensitive score maps.", topic="R-FCN"
    ),
)
