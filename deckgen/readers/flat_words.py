"""Words that tell where a heading of a flattened line ends and its first sentence begins."""

from __future__ import annotations

FINITE = frozenset(
    "is are was were has have had does do did can could will would should we they it this these which uses "
    "shows".split()
)
"""Verbs and pronouns that a sentence has and a heading has not."""

STARTERS = frozenset(
    "The This These Those That We They It In A An For To Our Their Its As If When While Since Because With "
    "There Here Each Most Many Some Given Although However By From On At After Before During First Let "
    "Suppose Consider Unlike Assume Assuming TLDR TL;DR tl;dr tldr OK I You He She One Two Three All Both "
    "Such Similarly Note Notice Previous Recent Recently Existing Authors Author Another Instead Once Under "
    "Where Which Who Every No Not Thus Therefore Hence Then Now So But And Or Also Finally Like Just Due "
    "Between Imagine Even Despite Usually Typically Often Basically Essentially Currently Traditionally "
    "Intuitively Specifically".split()
)
"""Words that open sentences, with their capital."""

WEAK_STARTERS = frozenset("A For To On At By From With And Or No Not First Two One Three Like All In As Note".split())
"""Starters that also stand inside titles: they count only before a lower-case word."""

TAKES_NOUNS = frozenset(
    "data design abstract system research model models network training task tasks problem algorithm loss "
    "theory code paper experiment experimental evaluation optimization general main key objective question "
    "architecture inference testing setup environment method what how why who where application applications "
    "appendix link related reference analysis example examples image figure metric baseline source".split()
)
"""Known headings that may go on as a longer one ("Data Layout")."""

BINDERS = frozenset(
    "of and for in to the a an with on by from vs vs. or is are as at via using & - – versus without under over".split()
)
"""Words that no heading ends with."""
