"""A card asks for what the paper found, not for how a run was set up.

Batch sizes, learning rates, numbers of epochs, layers and participants, hardware and links are looked up, not
remembered.

Bad:  The network was trained for [...] on two GPUs. -> 110k steps
Good: Training without pretraining fails because [...]. -> the discriminator overfits
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.face import Face
from deckgen.rules.rule import Rule

_SETUP = re.compile(
    r"\b(?:batch(?:es)? (?:size|of)|mini-?batch size|learning rates?|epochs?|dropout (?:rate|of)|momentum|weight "
    r"decay|GPUs?|TPUs?|beam size|"
    r"hidden units|embedding (?:size|dimension)|grid search|random seeds?|Adam|RMSProp|SGD|Adagrad|"
    r"hyper-?parameters?|github|source code|"
    r"code is available|pre-?print|arxiv|conference|workshop|supplementary|training set of|\d+ (?:participants|"
    r"subjects|images|videos|examples|"
    r"hours of|annotators)|random(?:ly)? initiali[sz]ed|train(?:ed|ing) (?:for|took) \S+ (?:days|hours|"
    r"iterations|steps|frames))\b",
    re.IGNORECASE,
)


def check(face: Face) -> Iterator[str]:
    """Speaks against set-up details in number cards and blanks."""
    if face.kind in ("result", "keypoint", "table") and _SETUP.search(face.whole):
        yield "a set-up detail, looked up rather than remembered"


RULE = Rule(
    code="V302",
    slug="setup-detail",
    page=__doc__ or "",
    check=check,
    bad=Face("The network was trained for [...] on two GPUs.", "110k steps", kind="result"),
    good=Face("Training without pretraining fails because [...].", "the discriminator overfits", kind="keypoint"),
)
