"""Which `*`, `-` and `+` of a flattened line are bullets, and which are dashes, products and sums.

The same sign is never read on its own: how it stands everywhere in the line decides what one of it means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.readers.flat_known import is_known

_BULLET = re.compile(r"(?:^|(?<= ))([*+\-\u2022\u25e6\u25aa\u2023])(?= |$)")
_AFTER = frozenset(".:;?!)]\"'*|>$`…”’")
_OPENERS = frozenset("`$[!<")
_LETTER = re.compile(r"(?:[\"“]|\*{1,3}|_{1,3})?([^\W\d_])")
_EQUATION = re.compile(r"\S{1,24} = ")
_SURE = frozenset("\u2022\u25e6\u25aa\u2023")
_STOPS = (". ", "! ", "? ", ": ")
_NEAR_HEADING = 62
_OPERAND = re.compile(r"(?:^|[\s(])(?:[\d.]+|[A-Za-z]|\w{0,2}[\])}`$]|\w+_\w+)$")
_OPERAND_NEXT = re.compile(r"(?:[\d.]+|[A-Za-z](?![A-Za-z])|[`$(\\]|\w+_\w)")
_INTRODUCES = re.compile(
    r"(?:,|[,;] (?:and|or)|\b(?:with|including|includes?|of|to|in|that|which|are|is|by|for|has|have|as|"
    r"between|following|contains?|either|can|must|from|namely|like))$"
)
_LINK_WORDS = re.compile(r"\[[^\[\]]{1,300}\]\(")
_TERM_WORDS = 7
_LOWER_STYLE = 0.35
_SENTENCE = re.compile(r"[.:?!](?:\s|$)|#")
_ENTITY = re.compile(r"&#?\w{1,10};$")
_NEXT_ITEM = re.compile(r"\[[ xX]\] ")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sign at an offset: whether something may end before it, surely does, and what follows it."""

    at: int
    good: bool
    strong: bool
    opens: bool
    lower: bool


def ends_before(text: str, at: int) -> bool:
    """Whether a sentence, label or span may have ended right before offset `at`."""
    i = at - 1
    while i >= 0 and text[i] == " ":
        i -= 1
    return i < 0 or text[i] in _AFTER


def introduces(text: str, at: int) -> bool:
    """Whether the word or comma before offset `at` asks for something to follow, as in "consists of"."""
    return bool(_INTRODUCES.search(text, max(0, at - 14), max(0, at - 1)))


def bullets(text: str, bodies: Sequence[int], taken: set[int]) -> list[int]:
    """Offsets of the signs that open list items.

    Args:
        text: the masked line.
        bodies: offsets of the texts of the headings.
        taken: offsets that already belong to another marker.

    Example:
        >>> bullets("* Fit - fast. * Test.", (), set())
        [0, 14]
    """
    by_sign: dict[str, list[_Candidate]] = {}
    linked = {at for link in _LINK_WORDS.finditer(text) for at in range(link.start(), link.end()) if text[at] in "*+-"}
    for match in _BULLET.finditer(text):
        if match.start() not in taken and match.start() not in linked:
            by_sign.setdefault(match.group(1), []).append(_candidate(text, match.start(), bodies))
    star = _is_list("*", by_sign.get("*", []), star=False)
    if star and "-" in by_sign:
        by_sign["-"] = _without_glossary(text, [c.at for c in by_sign["*"]], by_sign["-"])
    found: list[int] = []
    for sign, candidates in sorted(by_sign.items()):
        if _is_list(sign, candidates, star=star):
            lower_style = _lower_style(candidates)
            found += [c.at for c in candidates if _accepts(text, sign, c, lower_style=lower_style)]
        elif sign == "-":
            found += [
                c.at
                for c in candidates
                if c.opens and text[c.at - 2 : c.at] in _STOPS and not text[c.at + 2 : c.at + 3].isdigit()
            ]
    return sorted(found)


def _without_glossary(text: str, stars: list[int], dashes: list[_Candidate]) -> list[_Candidate]:
    """The dashes without those between a term and its definition: the only one behind a `*` and a few words."""
    per_star: dict[int, list[_Candidate]] = {}
    for dash in dashes:
        per_star.setdefault(bisect_right(stars, dash.at) - 1, []).append(dash)
    kept: list[_Candidate] = []
    for index, group in per_star.items():
        head = text[stars[index] + 2 : group[0].at].strip() if index >= 0 else ""
        glossary = len(group) == 1 and 0 < len(head.split()) <= _TERM_WORDS and not _SENTENCE.search(head)
        kept += [] if glossary else group
    return kept


def _candidate(text: str, at: int, bodies: Sequence[int]) -> _Candidate:
    following = text[at + 2 : at + 3]
    index = bisect_right(bodies, at) - 1
    near = index >= 0 and at < bodies[index] + _NEAR_HEADING
    before = text[max(0, at - 2) : at].strip()
    heading_ends = near and (bodies[index] == at or is_known(text[bodies[index] : at]))
    strong = at == 0 or before == ":" or heading_ends or bool(_NEXT_ITEM.match(text, at + 2))
    letter = _LETTER.match(text, at + 2)
    capital = letter is not None and letter[1].isupper()
    opens = capital or following.isdigit() or following in _OPENERS or following == ""
    near = near and (opens or text[at] == "*")
    good = strong or near or ends_before(text, at) or introduces(text, at)
    return _Candidate(at, good, strong, opens, following.islower())


def _is_list(sign: str, candidates: list[_Candidate], *, star: bool) -> bool:
    if sign in _SURE or not candidates:
        return bool(candidates)
    good = sum(c.good for c in candidates)
    share = good / len(candidates)
    if sign == "+":
        return share >= 0.9 and len(candidates) >= 2 and all(c.opens for c in candidates)
    strong = sum(c.strong for c in candidates)
    opening = sum(c.opens for c in candidates)
    if sign == "-" and star:
        return (
            candidates[0].at == 0 or (good >= 2 and share >= 0.7) or (strong >= 1 and opening >= 0.6 * len(candidates))
        )
    if len(candidates) >= 4 and opening >= 0.8 * len(candidates) and good:
        return True
    if candidates[0].at == 0 or (good >= 2 and share >= 0.5) or (strong and share >= 0.34):
        return True
    return (sign == "*" and (good >= 2 or share >= 0.5)) or (sign == "-" and strong >= 1 and share >= 0.15)


def _lower_style(candidates: list[_Candidate]) -> bool:
    """Whether the author starts items in lower case."""
    confident = [c for c in candidates if c.good]
    enough = len(confident) >= 2 or any(c.strong for c in confident)
    return enough and sum(c.lower for c in confident) >= _LOWER_STYLE * len(confident)


def _accepts(text: str, sign: str, candidate: _Candidate, *, lower_style: bool) -> bool:
    at = candidate.at
    if sign in _SURE:
        return True
    if not candidate.strong and _is_operation(text, at, sign):
        return False
    if candidate.good or candidate.opens:
        return text[at + 2 : at + 3] != "|" or candidate.good
    if sign == "*":
        return True
    return lower_style and candidate.lower


def _is_operation(text: str, at: int, sign: str) -> bool:
    before = text[max(0, at - 40) : at - 1]
    if before[-1:] in ".:;" and not _ENTITY.search(before):
        return False
    if _ENTITY.search(before) and sign == "*":
        return not text[at + 2 : at + 3].isupper()
    if sign == "-" and text[at + 2 : at + 3].isdigit() and (before[-1:].isdigit() or before[-1:] in "$%)"):
        return True
    if "=" not in before and _EQUATION.match(text, at + 2):
        return False
    return bool(_OPERAND.search(before) and _OPERAND_NEXT.match(text, at + 2))
