"""A pronoun has its noun on the card.

When the reason is taken out of a sentence, the noun that "it" stood for may go with it.

Bad:  Why do the states it visits become harder? -> Because the agent gets better.
Good: Why do the states that an agent visits become harder? -> Because the agent gets better.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.face import Face
from deckgen.language.prose.anaphora import lost
from deckgen.language.words.parsing import parse_text
from deckgen.rules.rule import Rule


def check(face: Face) -> Iterator[str]:
    """Speaks against questions with a pronoun that nothing before it can stand for."""
    if face.is_cloze or face.kind in ("own", "image"):
        return
    for word in lost(parse_text(face.asked)):
        yield f"“{word}” stands for something that the question does not say"
        return


RULE = Rule(
    code="O403",
    slug="lost-pronoun",
    page=__doc__ or "",
    check=check,
    bad=Face("Why do the states it visits become harder?", "Because the agent gets better."),
    good=Face("Why do the states that an agent visits become harder?", "Because the agent gets better."),
)
