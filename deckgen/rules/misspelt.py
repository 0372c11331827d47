"""No typing error is on a card.

A word that is one letter away from a known one, or that no lexicon and no other place of the summary knows, was
mistyped in the source; the card would train the error.

Bad:  Why is each page retrived twice? -> Because the first copy may be stale.
Good: Why is each page retrieved twice? -> Because the first copy may be stale.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.face import Face
from deckgen.language.words.spelling import misspelt
from deckgen.rules.rule import Rule


def check(face: Face) -> Iterator[str]:
    """Speaks against words that look mistyped."""
    for word in (*misspelt(face.asked, face.familiar), *misspelt(face.back, face.familiar)):
        yield f"“{word}” looks mistyped; mend it in the summary"
        return


RULE = Rule(
    code="W105",
    slug="misspelt",
    page=__doc__ or "",
    check=check,
    bad=Face("Why is each page retrived twice?", "Because the first copy may be stale."),
    good=Face("Why is each page retrieved twice?", "Because the first copy may be stale."),
)
