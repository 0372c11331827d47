"""A lead that leaves out who acts, said in full: who is told to "split the rows" is the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.language.words.parsing import parse_text

_GROUPED = re.compile(
    r"(?:You|One|We) can (?P<verb>classify|divide|split|separate|categorize|group|partition) "
    r"(?P<what>\w[^,:;]{2,60}?) into (?P<rest>\S.*)\Z"
)
_THAT_HAS = re.compile(
    r"\S.{0,60}? (?:propose|present|introduce|develop|describe|use)s? (?:(?P<name>[A-Z][\w-]*), )?(?:an?|the) "
    r"(?P<thing>[a-z][\w -]{3,50}?) (?:that|which) "
    r"(?P<rest>(?:consists of|comprises|contains|combines|has|uses) \S.*)\Z"
)  # "The authors propose X, a system that consists of two parts"
_ORDERS = frozenset({"Separate", "Divide", "Split", "Use", "Combine", "Partition"})


def imperative(lead: str, topic: str) -> Iterator[str]:
    """A lead that tells what to do, with the paper's name as the one who does it.

    Example:
        >>> list(imperative("Separate the rows into two groups:", "STAR"))
        ['STAR separates the rows into two groups:']
    """
    grouped = _GROUPED.match(lead)
    if grouped:
        what, verb = grouped["what"], grouped["verb"]
        done = verb if verb == "split" else verb[:-1] + "ied" if verb.endswith("y") else verb.removesuffix("e") + "ed"
        yield f"{what[0].upper()}{what[1:]} can be {done} into {grouped['rest']}"
    inner = _THAT_HAS.match(lead)
    if inner:
        yield f"{inner['name'] or 'The proposed ' + inner['thing']} {inner['rest']}"
    if not topic or " " in topic or not topic[:1].isupper():
        return
    first = parse_text(lead).words[:1]
    if first and first[0].tag == "VBZ" and first[0].dep == "ROOT":
        yield f"{topic} {lead[0].lower()}{lead[1:]}"
    elif first and (first[0].tag == "VB" or first[0].text in _ORDERS) and first[0].text.isalpha():
        verb = first[0].text.lower()
        third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "z")) else "s")
        yield f"{topic} {third if not verb.endswith('ly') else verb}{lead[len(verb) :]}"
