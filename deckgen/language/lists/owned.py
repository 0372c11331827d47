"""A lead that is only a label, asked of what it belongs to.

Advantages:      under "Beam search"      which two advantages does beam search have?
3 phases:        in notes on ARCID        which three phases does ARCID have?
Contributions    in notes on ARCID        which three contributions does the ARCID paper make?
"""

from __future__ import annotations

import re

from deckgen.language.grammar.clauses import FINITE, NOUNS
from deckgen.language.lists.counting import NUMBERS, WORDS
from deckgen.language.words.agreement import bare_nouns
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block, Summary

_PARTS = (
    "advantages|benefits|features|characteristics|components|disadvantages|drawbacks|goals|ingredients|layers|limitations|modes|"
    "modules|parts|phases|properties|stages|steps|strengths|weaknesses|operations|variants|levels|inputs|outputs|"
    "objectives|assumptions|techniques|mechanisms|tricks|strategies|losses|types|kinds"
)
_LABEL = re.compile(
    rf"(?:the )?(?:(?P<number>two|three|four|five|six|seven|[2-7]) )?"
    rf"(?P<what>(?:(?:main|key|core|major|basic|important|fundamental|different) )?(?P<noun>{_PARTS}|contributions))"
    r"(?: of (?:the|this) (?:paper|work))?\Z",
    re.IGNORECASE,
)
_VERBS = {
    "assumptions": "make", "contributions": "make", "goals": "pursue", "operations": "use", "techniques": "use",
    "mechanisms": "use", "tricks": "use", "strategies": "use", "losses": "use",
}  # fmt: skip
_GENERAL = re.compile(
    r"\b(?:summary|notes?|ideas?|key|main|methods?|methodology|model|approach|architecture|overview|results?|"
    r"experiments?|evaluation|conclusions?|discussion|introduction|background|abstract|details?|contributions?|paper|"
    r"takeaways?|what|how|why|motivation|problem|general|comments?|points?|of|the|and|this|in|for|proposed)\b|\W|\d",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:goals?|definitions?|data ?sets?|formal|new|old|systems?|training|testing|setup|related|future|limitations?|"
    r"pros|cons|section|chapter|part|lecture|week|day|questions?|strengths?|weakness(?:es)?|design|implementation|"
    r"analysis|work|proof|examples?|theory|tasks?|theorem|usage|applications?|two|three|steps?)\b|[?!:.,/&\d]",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w-]*[A-Z0-9][\w-]*\Z|[a-z]+[A-Z][\w-]*\Z|[A-Z][a-z]+(?:-[A-Z0-9]\w*)\Z")
_OTHER = re.compile(r"(?:[A-Z][\w-]*[A-Z]|\d[A-Z]|[a-z]+[A-Z])[\w-]*")
_MAX_OWNER, _MAX_PAPER = 4, 4


def owned_question(label: str, count: int, block: Block, summary: Summary, casing: Casing) -> str:
    """The question that a list of `count` members under a bare label answers; "" where nothing sure owns it.

    Args:
        label: masked text of the label, with or without its colon.
        count: how many members the list has.
        block: where the label stands; its headings and the items above it may be the owner.
        summary: whose topic may be the owner.
        casing: which words keep their capital.
    """
    found = _LABEL.match(" ".join(label.split()).strip(" :.-–—"))
    if not found or (found["number"] and NUMBERS[found["number"].lower()] != count):
        return ""
    what = f"which {WORDS[count]} {found['what'].lower().removeprefix('different ')}"
    noun = found["noun"].lower()
    if noun == "contributions":
        short = summary.topic and len(summary.topic.split()) <= _MAX_PAPER
        paper = re.sub(r"^(?:An?|The) ", "", summary.topic)
        return f"{what} does the {paper} paper make?" if short else ""
    owner, plural = _owner(block, summary, casing)
    if noun in ("types", "kinds"):
        return f"{what} of {owner} are there?" if owner and owner != summary.topic else ""
    return f"{what} {'do' if plural else 'does'} {owner} {_VERBS.get(noun, 'have')}?" if owner else ""


def of_another(block: Block, summary: Summary) -> bool:
    """Whether the heading or item right above a block names another thing than the paper's own.

    Example: under "2Q (1994)" in notes on ARC, "Keeps three sets:" is said of 2Q.
    """
    above = next(iter((*block.parents[-1:], *block.section[-1:])), "")
    if above in (summary.title, summary.topic) or summary.topic.casefold() in above.casefold():
        return False
    return any(_OTHER.fullmatch(word.strip("():,.'\"")) for word in above.split())


def _owner(block: Block, summary: Summary, casing: Casing) -> tuple[str, bool]:
    """What a label belongs to, and whether it is many: the item or heading above, or the paper's own thing."""
    headings = [h.strip(" :.-–—") for h in block.section[-1:] if h not in (summary.title, summary.topic)]
    above = [parent.strip(" :.-–—") for parent in block.parents[-1:]] or headings
    said = _GENERAL.sub("", above[0]) if above and not _LABEL.match(above[0]) else ""
    if said:
        general = _VAGUE.search(above[0]) or _GENERAL.sub(" ", above[0]).split() != above[0].split()
        return ("", False) if general else _named(above[0], casing)
    if block.parents or not _NAME.match(summary.topic):
        return "", False
    return summary.topic, False


def _named(text: str, casing: Casing) -> tuple[str, bool]:
    """A heading or item as an owner, with its article; "" where it is no plain name of a thing."""
    parse = parse_text(text)
    roots = [word for word in parse.words if word.dep == "ROOT"]
    plain = len(roots) == 1 and roots[0].tag in NOUNS and not any(w.tag in FINITE | {"VB", "CC"} for w in parse.words)
    if not plain or len(text.split()) > _MAX_OWNER or "Zq" in text or roots[0].i != len(parse) - 1:
        return "", False
    inside = casing.inside(text, parse.words[0].tag)
    bare = any(bare_nouns(parse_text(f"{text} has parts.")))
    return f"the {inside}" if bare else inside, roots[0].tag in ("NNS", "NNPS")
