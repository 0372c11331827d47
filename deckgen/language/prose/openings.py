"""How a sentence opens whose subject was left out: "Uses ...", "Trained on ...", "Does not need ...", "Propose ...".

The lists are closed on purpose: what opens with another word is a noun phrase, an instruction to the reader, or a
comment on the sentence before, and nobody knows its subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_ADVERB = re.compile(
    r"(?:(?:also|only|simply|jointly|directly|explicitly|implicitly|automatically|iteratively|effectively|efficiently|"
    r"correctly|significantly|dynamically|independently|separately|typically|usually|generally|often|essentially|"
    r"mainly|mostly|basically) )",
    re.IGNORECASE,
)
# Lemmas that are hardly ever the noun in front of a fragment ("Results on ...", "Models for ..." are not among them).
_PAIRS = dict(
    pair.split(":")
    for pair in (
        "uses:use employs:employ applies:apply takes:take learns:learn computes:compute predicts:predict "
        "generates:generate produces:produce maps:map encodes:encode decodes:decode extracts:extract combines:combine "
        "extends:extend replaces:replace adds:add removes:remove consists:consist contains:contain requires:require "
        "relies:rely needs:need assumes:assume allows:allow enables:enable supports:support handles:handle "
        "avoids:avoid reduces:reduce improves:improve outperforms:outperform achieves:achieve performs:perform "
        "focuses:focus represents:represent treats:treat models:model minimizes:minimize maximizes:maximize "
        "optimizes:optimize trains:train samples:sample selects:select assigns:assign stores:store maintains:maintain "
        "keeps:keep provides:provide creates:create builds:build converts:convert transforms:transform learns:learn "
        "updates:update exploits:exploit leverages:leverage incorporates:incorporate introduces:introduce "
        "executes:execute runs:run operates:operate works:work scales:scale solves:solve includes:include "
        "involves:involve depends:depend follows:follow adopts:adopt alternates:alternate integrates:integrate "
        "penalizes:penalize encourages:encourage regularizes:regularize normalizes:normalize generalizes:generalize "
        "aggregates:aggregate concatenates:concatenate splits:split divides:divide detects:detect "
        "approximates:approximate estimates:estimate captures:capture preserves:preserve ignores:ignore "
        "tends:tend suffers:suffer fails:fail lacks:lack attends:attend receives:receive measures:measure "
        "returns:return outputs:output performs:perform iterates:iterate retrieves:retrieve constructs:construct "
        "eliminates:eliminate initializes:initialize simulates:simulate tries:try aims:aim considers:consider "
        "evaluates:evaluate compares:compare processes:process tracks:track implements:implement explores:explore "
        "employs:employ adapts:adapt decides:decide controls:control solves:solve guides:guide determines:determine "
        "modifies:modify adjusts:adjust propagates:propagate exhibits:exhibit"
    ).split()
)
_THIRD = {base: third for third, base in _PAIRS.items()}
_BE = frozenset({"is", "was", "are", "were"})
_HELPING = frozenset(
    "is was has does can cannot could may must should will isn't wasn't doesn't can't won't hasn't".split()
)
_ASKING = frozenset({"is", "was", "has", "does", "can", "could", "should", "will", "are", "were", "do", "have"})
_DONE = re.compile(
    r"(?:trained|pretrained|pre-trained|fine-tuned|finetuned|based|built|inspired|implemented|designed|backed|composed|"
    r"evaluated|tested|initialized|optimized|applied|used|developed|motivated|defined|computed|parameterized|"
    r"parametrized|divided|split|organized|replicated|calculated|followed|made|learned|formulated|modeled|modelled) "
    r"(?:on|with|using|by|via|in|from|to|for|as|into|up|of|end-to-end|jointly|separately|upon|around|over)\b",
    re.IGNORECASE,
)
_DETERMINER = r"(?:a|an|the|two|three|four|several|new|novel|how|that|different|various|multiple|their|this)\b"
_REPORTING = re.compile(
    rf"(?P<verb>propose|introduce|present|investigate|analy[sz]e|study|demonstrate|develop|explore|describe|"
    rf"examine|derive|prove|discuss|show|suggest|formulate|provide|extend|evaluate|compare|train|use|apply|"
    rf"define)(?P<end>s|d|es|ed)? (?={_DETERMINER})",
    re.IGNORECASE,
)
_PROPOSES = re.compile(r"(?P<verb>propose|introduce|present)(?P<end>s) (?=\w)", re.IGNORECASE)
_AUTHORS_ONLY = frozenset(
    "propose introduce present investigate analyze analyse study demonstrate explore describe examine derive prove "
    "discuss show suggest".split()
)
# "Consider", "focus on": what the reader is asked to do.
_NOUNS_TOO = frozenset(
    {
        "consider",
        "assume",
        "focus",
        "depend",
        "fail",
        "lack",
        "try",
        "work",
        "run",
        "include",
        "process",
        "sample",
        "model",
        "output",
        "map",
        "measure",
    }
)
_BARE = re.compile(rf"(?:{'|'.join(sorted(set(_THIRD) - _NOUNS_TOO))}) \w")


class Doer(Enum):
    """Who can be the subject that was left out."""

    ONE = "one thing"
    MANY = "several things"
    AUTHORS = "the authors"
    PAPER = "the paper"


@dataclass(frozen=True, slots=True)
class Opening:
    """A predicate without its subject.

    Attributes:
        predicate: ready to stand behind a subject: "uses a mask.", "is trained on photos."
        verb: its finite word.
        doer: who can be its subject.
        instructs: whether it is written as an instruction: "Use a mask."
    """

    predicate: str
    verb: str
    doer: Doer
    instructs: bool = False

    @property
    def third(self) -> Opening:
        """An instruction told of one thing: "uses a mask."."""
        third = _THIRD[self.verb]
        predicate = re.sub(rf"\b{self.verb}\b", third, self.predicate, count=1)
        return Opening(predicate, third, Doer.ONE)


def opening(text: str, *, verb: bool = False) -> Opening | None:
    """The predicate that a sentence without subject consists of; None for all other sentences.

    Args:
        text: the sentence.
        verb: whether the parser takes its first word for a verb in the third person.

    Example:
        >>> opening("Trained on photos.").predicate
        'is trained on photos.'
    """
    adverb = _ADVERB.match(text)
    rest = text[adverb.end() :] if adverb else text
    before = adverb.group().lower() if adverb else ""
    first = rest.split(" ", 1)[0].lower()
    low = rest[:1].lower() + rest[1:]
    following = rest.split(" ", 2)[1:2]
    if following in (["of"], ["and"], ["or"], ["-"]) or (first in _ASKING and following and following[0][:1].isupper()):
        return None
    reported = _reported(low, before)
    if reported is not None:
        return reported
    if verb or first in _HELPING or first in _PAIRS:
        return Opening(before + low, first, Doer.ONE)
    if first in ("are", "were", "have", "do", "don't", "aren't"):
        return Opening(before + low, first, Doer.MANY)
    if _DONE.match(rest):
        return Opening(f"is {before}{low}", "is", Doer.ONE)
    return Opening(before + low, first, Doer.MANY, instructs=True) if _BARE.match(low) else None


def _reported(text: str, before: str) -> Opening | None:
    """What authors do: "Propose a filter", "Introduced a filter"; and what a paper does: "Introduces a filter"."""
    found = _REPORTING.match(text) or _PROPOSES.match(text)
    if found is None or re.search(r"; [A-Z]", text):
        return None
    verb, end = found["verb"], found["end"] or ""
    if end in ("s", "es"):
        return Opening(before + text, verb + end, Doer.PAPER) if verb in _AUTHORS_ONLY else None
    return Opening(before + text, verb + end, Doer.AUTHORS) if end or verb in _AUTHORS_ONLY | {"train"} else None
