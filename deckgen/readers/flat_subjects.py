"""Items that leave their subject to what they hang under, as "Uses two networks" does.

Where flattening hid what an item hangs under, such an item says nothing sure about anything.
"""

from __future__ import annotations

import re

_STEMS = (
    "use apply take get receive split learn train work need require contain consist combine compute calculate "
    "output produce make show help improve reduce achieve perform generate encode decode map add remove "
    "replace keep store introduce propose sample select optimize optimise minimize minimise maximize maximise "
    "measure treat model represent assume start end allow provide predict give build create convert transform "
    "project update estimate evaluate compare extract detect find define determine describe decide depend "
    "differ enable encourage ensure exploit extend force form handle hold ignore increase decrease induce "
    "infer initialize know lead leverage limit lower match merge move normalize operate pass pick place "
    "prevent process push put rank read reach refine regularize rely return run save scale score search send "
    "set share shift solve stack stop sum support switch tend tell try turn vary weight write yield cause "
    "classify concatenate attend mask pool fine-tune pretrain backpropagate collect act behave come go do "
    "lack suffer avoid become break capture carry change check choose cluster cover drop expect fail feed fit "
    "follow freeze grow happen interpolate iterate jump label look lose mean mix penalize plan play prefer "
    "prune query raise reconstruct recover remember repeat respond reuse reward see simulate slow speed spend "
    "stay step suggest tackle target test track translate view"
).split()
_IRREGULAR = (
    "is are was were has have had can could may might must will would should does did took got gave built "
    "made chose found kept led ran set sent responsible based same similar due able done given trained used "
    "applied computed calculated called known meant designed"
).split()


def _forms(stem: str) -> list[str]:
    if stem.endswith("y") and stem[-2] not in "aeo":
        return [stem, stem[:-1] + "ies", stem[:-1] + "ied"]
    ends = stem + ("es" if stem.endswith(("s", "sh", "ch", "x", "ss")) else "s")
    past = stem + ("d" if stem.endswith("e") else "ed")
    return [stem, ends, past]


_VERBS = frozenset(form for stem in _STEMS for form in _forms(stem)) | frozenset(_IRREGULAR)
_FIRST = re.compile(
    r"[\W_]*(?:(?:also|then|often|usually|always|mostly|sometimes|typically|otherwise|instead|thus|not|only|finally|simply)"
    r",? )?([A-Za-z-]+)",
    re.IGNORECASE,
)
_UNKNOWN_VERB = re.compile(r"[A-Za-z]+[^suiSUI\W]s (?:the|an?|its|their|each|every|this|that|how|whether|it|them)\b")


def lacks_subject(item: str) -> bool:
    """Whether an item starts with a verb or another word that continues what stands above it.

    Example:
        >>> lacks_subject("Uses two networks."), lacks_subject("The net uses two."), lacks_subject("Is trained last.")
        (True, False, True)
    """
    match = _FIRST.match(item)
    if match is None:
        return False
    return match.group(1).lower() in _VERBS or bool(_UNKNOWN_VERB.match(item, match.start(1)))
