"""What a good card is, one rule a module.

After SuperMemo's "Twenty rules of formulating knowledge" (Wozniak 1999) and Matuschak's "focused, precise, consistent,
tractable, effortful" (How to write good prompts, 2020). The letter of a code says which of the six properties of a
kept card a rule guards: Written, one Answer, worth it (V), stands alone (O), not given away (T), short (L). The
docstring of each module is its manual page. To add one: the module with its `RULE`, and a line in `RULES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.face import face
from deckgen.model import Card, Finding
from deckgen.rules import (
    answer_in_front,
    bare_symbol,
    bare_winner,
    broken_off,
    clumsy_question,
    half_of_pair,
    known_abbreviation,
    leftover_markup,
    loose_pronoun,
    lost_pronoun,
    misspelt,
    not_a_question,
    open_blank,
    open_list,
    says_nothing,
    setup_detail,
    too_long,
    unnamed_paper,
    vague_question,
    wrong_article,
)
from deckgen.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    not_a_question.RULE,
    leftover_markup.RULE,
    broken_off.RULE,
    clumsy_question.RULE,
    misspelt.RULE,
    wrong_article.RULE,
    vague_question.RULE,
    unnamed_paper.RULE,
    open_list.RULE,
    open_blank.RULE,
    says_nothing.RULE,
    setup_detail.RULE,
    bare_winner.RULE,
    known_abbreviation.RULE,
    loose_pronoun.RULE,
    bare_symbol.RULE,
    lost_pronoun.RULE,
    answer_in_front.RULE,
    half_of_pair.RULE,
    too_long.RULE,
)
"""Every rule, in the order of the properties of a kept card."""


def check(cards: Iterable[Card]) -> Iterator[Finding]:
    """What the rules say against these cards, in their order. The author's own cards are checked and never dropped."""
    for card in cards:
        seen = face(card)
        for rule in RULES:
            for message in rule.check(seen):
                yield Finding(rule.code, rule.slug, message, card.key, card.origin, rule.drops and not card.own)
