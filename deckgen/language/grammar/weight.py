"""How much an answer asks one to recall.

The rarer the words of an answer are, the less the rest of its sentence gives them away: "large scenes" is guessed,
"optimistic concurrency control" has to be known. Of blanked sentences, readers kept one in six whose answer weighs
less than 2, and one in two whose answer weighs 5 or more.
"""

from __future__ import annotations

from deckgen.language.words.frequency import words, zipf

_EVERYDAY = 6.0  # the Zipf value from which on a word weighs nothing
_DEGREES = frozenset(
    (
        "more most less least better best new novel many multiple several various different additional necessary "
        "available possible good high large such other own same certain specific single entire actual improved "
        "existing few small simple general common real useful able very even higher lower larger greater stronger one "
        "two three four noticeable optimal hardest easiest core corresponding key main final respective well-known "
        "overall proper correct full whole current previous next standard typical desired given original underlying"
    ).split()
)


def weight(answer: str) -> float:
    """The sum over its words of how much rarer than everyday words each is; words of degree and number weigh nothing.

    Example:
        >>> weight("large scenes") < 2 < weight("optimistic concurrency control")
        True
    """
    return sum(max(0.0, _EVERYDAY - zipf(word)) for word in words(answer) if word not in _DEGREES)
