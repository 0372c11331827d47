"""An answer says something.

"Good results", "an extension", "better performance" are no knowledge, nor are an answer of function words and "several
complicated steps": how many there are, and not which; nor a gain without its size. Of everyday words alone, the rest of
a blanked sentence gives them away.

Bad:  On CIFAR-10, Swapout achieves [...]. -> good results
Good: On CIFAR-10, Swapout achieves an error of [...]. -> 4.76%
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.language.grammar.weight import weight
from deckgen.rules.rule import Rule

_FILL = frozenset(
    (
        "two three four five tricks trick contributions components steps losses "
        "a an the of to in on for with by from and or as at is are was be it its their this that these those very "
        "more most less much many some several few other others another all both each good better best great new "
        "novel simple different same similar various certain existing previous high higher low lower large larger "
        "small smaller important useful interesting significant strong state art result results performance method "
        "methods approach approaches model models way ways thing things problem problems work works task tasks idea "
        "ideas paper papers author authors experiment experiments baseline baselines comparable competitive "
        "impressive improvement improvements success issue issues case cases example examples data use order part "
        "parts kind type hand first last time times set number scratch place practice general particular addition "
        "point mind question contrast fact end sense"
    ).split()
)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*|\d+|\\\(")
_UNTOLD = re.compile(
    r"(?:(?:an? |the )?(?:whole |large |small |wide |great )?(?:lot|ton|tons|lots|couple|few|number|variety|range|"
    r"bunch|series|plethora|handful|majority|host) (?:of )?|(?:so |very )?many |several |various |some |multiple |"
    r"numerous |"
    r"certain |additional |different |almost all |most |(?:two|three|four|five|six) (?:main|key|different|simple|major|"
    r"types?|kinds?|ways?|tricks?|techniques?|steps?|principles?|mechanisms?|problems?|reasons?)\b)",
    re.IGNORECASE,
)
_GAIN = re.compile(
    r"(?:can |could |may )?(?:significantly |slightly |greatly |further |only )?(?:improves?|increases?|boosts?|helps?|"
    r"leads? to|results? in|gives?|yields?|achieves?|obtains?|shows?|brings?|performs?|outperforms?)\b[^\d;]{0,80}"
    r"\b(?:significant(?:ly)?|better|performance|improvements?|results?|gains?|slightly|greatly|well|worse)\.?\Z",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\d[.,/]\d|\d ?(?:%|x\b|times\b|points?\b|percent)")
_INITIALS = re.compile(r"[A-Z]{2,6}s?")
_LEAST, _LEAST_ALONE = 2.0, 2.5
_TOLD = ("own", "list", "table", "definition", "reason", "result", "formula", "symbol")


def check(face: Face) -> Iterator[str]:
    """Speaks against answers in which every word is filler, or that only count."""
    words = _WORD.findall(face.back)
    if not words or all(word.lower() in _FILL for word in words):
        yield "the answer says nothing that could be remembered"
    elif face.kind not in _TOLD and _UNTOLD.match(face.back):
        yield "the answer says how many things there are and not which"
    elif face.kind == "keypoint" and _light(face.back):
        yield "the blank is filled with everyday words"
    elif face.kind in ("comparison", "effect", "dependence", "participant") and _GAIN.match(face.back):
        yield "the answer tells of a gain and not how large it is"


def _light(answer: str) -> bool:
    """Whether a blank is filled with everyday words; a word that stands alone has to be rarer, and no initials."""
    least = _LEAST if " " in answer else _LEAST_ALONE
    return bool(_INITIALS.fullmatch(answer)) or (weight(answer) < least and not _MEASURED.search(answer))


RULE = Rule(
    code="V301",
    slug="says-nothing",
    page=__doc__ or "",
    check=check,
    bad=Face("On CIFAR-10, Swapout achieves [...].", "good results"),
    good=Face("On CIFAR-10, Swapout achieves an error of [...].", "4.76%"),
)
