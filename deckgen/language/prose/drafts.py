"""Sentences on their way to statements: cut out, tidied, divided, completed and named, one step a function.

Every step only removes, moves or repeats words of the summary; nothing is said that it does not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.language.grammar.clauses import FINITE
from deckgen.language.prose import completion, division, sentences, tidy
from deckgen.language.prose.completion import Fragment
from deckgen.language.prose.labels import split_label
from deckgen.language.prose.naming import Spoken, all_named
from deckgen.language.prose.outline import in_cards
from deckgen.language.words.parsing import Parse
from deckgen.model import Block, Evidence, Role, Summary

_READ = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE})
_MAX_RUN_IN_WORDS = 6


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence on its way to a statement: its text so far, the label it stood under, where it comes from."""

    text: str
    label: str
    evidence: Evidence


def readable(block: Block) -> bool:
    """Whether facts may be looked for in this block."""
    return block.role in _READ and block.mark is None and block.certain and not in_cards(block)


def first(summary: Summary) -> Iterator[Draft]:
    """Every sentence of the readable blocks of a summary, tidied, with its run-in label apart."""
    for block in filter(readable, summary.blocks):
        for index, (start, end) in enumerate(sentences.split(block.text)):
            evidence = Evidence(text=block.text[start:end], block=block, index=index)
            plain = tidy.without_references(evidence.text, summary.elements)
            label, rest = split_label(tidy.without_opener(plain))
            told = tidy.untied(tidy.without_opener(tidy.capitalised(tidy.unquoted(rest))))
            yield Draft(_finished(told), label, evidence)


def _finished(text: str) -> str:
    text = text.strip(" ,;–—")
    if text.endswith(" -"):  # something is announced and does not follow
        text = text.removesuffix(" -") + ":"
    return text if not text or text[-1] in ".!?:" else text + "."


def divided(found: Sequence[Draft], parses: Sequence[Parse]) -> list[Draft]:
    """The drafts, one that is several clauses as several drafts."""
    new: list[Draft] = []
    for draft, parts in zip(found, division.divide(parses), strict=True):
        texts = parts if len(parts) > 1 else ()
        new.extend([replace(draft, text=_finished(parts[0]))] if texts else [draft])
        new.extend(replace(draft, text=_finished(tidy.without_opener(tidy.capitalised(text)))) for text in texts[1:])
    return new


def completed(found: Sequence[Draft], parses: Sequence[Parse], summary: Summary) -> list[Draft]:
    """The drafts; "Uses attention." gets its subject where that is sure, a run-in head becomes a label."""
    labelled = _labelled(found, parses)
    wholes = completion.complete(
        [
            Fragment(draft.text, parse, draft.label, draft.evidence.block, draft.evidence.text, draft.evidence.index)
            for draft, parse in zip(labelled, parses, strict=True)
        ],
        summary,
    )
    return [
        draft if whole is None else replace(draft, text=whole.text, label="" if whole.labelled else draft.label)
        for draft, whole in zip(labelled, wholes, strict=True)
    ]


def _labelled(found: Sequence[Draft], parses: Sequence[Parse]) -> list[Draft]:
    """The drafts, each behind a run-in head in its block with that head as its label."""
    new: list[Draft] = []
    label: Draft | None = None
    for draft, parse in zip(found, parses, strict=True):
        if label is not None and label.evidence.block is not draft.evidence.block:
            label = None
        if _run_in(draft, parse):
            label = draft
        elif label is not None and not draft.label:
            draft = replace(draft, label=label.text.rstrip("."))
        new.append(draft)
    return new


def _run_in(draft: Draft, parse: Parse) -> bool:
    """Whether the first sentence of a block is only a term that the next explain: "Bounded staleness (BS)."."""
    if draft.evidence.index or draft.label or not 0 < len(draft.text.split()) <= _MAX_RUN_IN_WORDS:
        return False
    emphasised = any(mark.start == 0 and mark.kind in ("em", "strong") for mark in draft.evidence.block.emphasis)
    return emphasised and not any(word.tag in FINITE for word in parse.words)


def named(found: Sequence[Draft], parses: Sequence[Parse], summary: Summary) -> list[Draft]:
    """The drafts with "they", "it" and "the method" named where that is sure."""
    spoken = [
        Spoken(parse, draft.label, draft.evidence.block, draft.evidence.index)
        for draft, parse in zip(found, parses, strict=True)
    ]
    texts = all_named(spoken, summary)
    return [
        draft if text == draft.text else replace(draft, text=text) for draft, text in zip(found, texts, strict=True)
    ]
