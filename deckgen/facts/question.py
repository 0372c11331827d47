"""A question in the text with the answer that follows it.

    ### Why does dropout help?          the first sentence of the next block
    - Why does dropout help?            the one item under it, or the next sentence
        - Because units cannot ...

Not matched: yes/no questions, questions to self ("What is X? How is it related ...?"), questions that point ("Why is
that?"), label questions ("Why a CNN?"), answers that do not take the question up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.clauses import SUBJECTS, consistent
from deckgen.language.prose import sentences, tidy
from deckgen.language.prose.drafts import readable
from deckgen.language.prose.outline import children, in_cards
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.words.parsing import Parse, Word, parse_text
from deckgen.model import Block, Evidence, Fact, Role

_WH = frozenset({"why", "how", "what", "which", "when", "where", "who", "whose"})
_POINTING = re.compile(
    r"\b(?:this|that|these|those|it|its|they|them|their|we|our|I|you|your|one|here|there|such|above|below|else|"
    r"main idea|key idea|authors?|paper|next|future|interesting)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:because|since|due to|so that|thanks to|therefore|to [a-z]+|as)\b", re.IGNORECASE)
_MEANS = re.compile(r"\b(?:by|using|via|through|with|from|as)\b", re.IGNORECASE)
_MIN_QUESTION, _MAX_QUESTION, _MIN_ANSWER, _MAX_ANSWER = 4, 20, 3, 26
_SAME = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Fact):
    """A question of the author's, masked, with its answer."""

    kind: ClassVar[str] = "question"

    question: str


def find(reading: Reading) -> Iterator[Question]:
    """The answered questions of a summary, in source order."""
    blocks = reading.summary.blocks
    statements: dict[int, list[Statement]] = {}
    for statement in reading.statements:
        statements.setdefault(id(statement.evidence.block), []).append(statement)
    for place, block in enumerate(blocks):
        if block.mark is not None or not block.certain or in_cards(block):
            continue
        if block.role is Role.HEADING and block.level > 1:
            following = statements.get(id(blocks[place + 1]), []) if place + 1 < len(blocks) else []
            if following and not children(blocks, place + 1):
                yield from _asked(block.text, following[0], Evidence(text=block.text, block=block), reading)
        elif readable(block):
            yield from _in_text(blocks, place, statements, reading)


def _in_text(
    blocks: Sequence[Block], place: int, statements: dict[int, list[Statement]], reading: Reading
) -> Iterator[Question]:
    """Questions of a block, answered by its next sentence or by the only item under it."""
    block = blocks[place]
    spans = sentences.split(block.text)
    below = children(blocks, place)
    for index, (start, end) in enumerate(spans):
        asked = block.text[start:end]
        if not asked.endswith("?"):
            continue
        evidence = Evidence(text=asked, block=block, index=index)
        inside = [s for s in statements.get(id(block), []) if s.evidence.index == index + 1]
        under = statements.get(id(below[0]), [])[:1] if len(below) == 1 and index == len(spans) - 1 else []
        for statement in (inside or under)[:1]:
            yield from _asked(asked, statement, evidence, reading)


def _asked(text: str, answer: Statement, evidence: Evidence, reading: Reading) -> Iterator[Question]:
    """The question with its answer, where both can stand on a card."""
    question = tidy.without_opener(text).strip(" *")
    said = answer.text if not answer.label else f"{answer.label}: {answer.text}"
    if not complete(question) or not _MIN_ANSWER <= len(said.split()) <= _MAX_ANSWER or not _usable(answer):
        return
    if _takes_up(question, said):
        yield Question(
            evidence=evidence, question=question[0].lower() + question[1:], answer=said.rstrip("."), subject=question
        )


def complete(text: str) -> bool:
    """Whether this is one full wh-question that names what it is about."""
    if not text.endswith("?") or text.count("?") != 1 or not _MIN_QUESTION <= len(text.split()) <= _MAX_QUESTION:
        return False
    if _POINTING.search(text) or text.split()[0].lower() not in _WH:
        return False
    return _inverted(parse_text(text))


def _inverted(parse: Parse) -> bool:
    """Whether a finite verb stands before the subject, or the question word is the subject."""
    if not consistent(parse):
        return False
    root = next(word for word in parse.words if word.dep == "ROOT")
    subject = parse.child(root.i, *SUBJECTS)
    if subject is None:
        return False
    first = parse.subtree(subject.i)[0]
    helpers = [*parse.children(root.i, "aux", "auxpass"), root]
    return first == 0 or any(_finite(word) and word.i < first for word in helpers)


def _finite(word: Word) -> bool:
    return word.tag in ("VBZ", "VBP", "VBD", "MD")


def _usable(answer: Statement) -> bool:
    """Whether the question beside it is all that the answer needs to be understood."""
    opens = answer.text.split(" ", 1)[0].lower() in (
        "this",
        "that",
        "these",
        "those",
        "it",
        "they",
        "he",
        "she",
        "there",
        "here",
    )
    return not opens and not set(answer.problems) - {
        "too short",
        "not one well-formed clause",
        "a pronoun without its noun",
    }


def _takes_up(question: str, answer: str) -> bool:
    """Whether the answer fits the question: a reason for "why", a means for "how", else a word of the question."""
    first = question.split()[0].lower()
    if first == "why":
        return bool(_REASON.search(answer))
    if first == "how" and _MEANS.search(answer) is None:
        return False
    stems = {word[:_SAME].lower() for word in re.findall(r"[A-Za-z-]{4,}", answer)}
    return any(word[:_SAME].lower() in stems for word in re.findall(r"[A-Za-z-]{4,}", question)[1:])
