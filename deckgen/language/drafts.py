"""Sentences on their way to statements: cut out, tidied, divided, completed and named, one step a function.

Every step only removes, moves or repeats words of the summary; nothing is said that it does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen import citation
from deckgen.language import anaphora, sentences, tidy
from deckgen.language.anaphora import Antecedent
from deckgen.language.clauses import FINITE, SUBJECTS, consistent, main_clause
from deckgen.language.outline import in_cards
from deckgen.language.parsing import Parse, Word
from deckgen.model import Block, Evidence, Role, Summary

_READ = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE})
_LABEL = re.compile(r"(?P<label>[^\s:.;?!][^:.;?!]{1,70}?)(?:\s?:|\s[-–—])\s+(?P<rest>\S.{8,})\Z", re.DOTALL)
_MAX_LABEL_WORDS, _MAX_RUN_IN_WORDS = 7, 6
_MIN_HALF = 4
_JOINT = re.compile(r"(?<![\s,;–—-])[\s,;–—-]*\b(?:and|but|while|so|yet|or)?[\s,;–—-]*\Z", re.IGNORECASE)
_GENERIC_PARENT = re.compile(
    r"^(?:what|how|why|results?|summary|notes?|idea|method|model|training|experiments?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence on its way to a statement: its text so far, the label it stood under, where it comes from."""

    text: str
    label: str
    evidence: Evidence


def readable(block: Block) -> bool:
    """Whether facts may be looked for in this block."""
    return block.role in _READ and block.mark is None and block.certain and not in_cards(block)


def split_label(text: str) -> tuple[str, str]:
    """`Label: sentence` as label and sentence; the label is empty where there is none."""
    found = _LABEL.match(text)
    if not found or len(found["label"].split()) > _MAX_LABEL_WORDS:
        return "", text
    return found["label"].strip(), found["rest"]


def first(summary: Summary) -> Iterator[Draft]:
    """Every sentence of the readable blocks of a summary, tidied, with its run-in label apart."""
    for block in filter(readable, summary.blocks):
        for index, (start, end) in enumerate(sentences.split(block.text)):
            evidence = Evidence(text=block.text[start:end], block=block, index=index)
            plain = tidy.without_references(evidence.text, summary.elements)
            label, rest = split_label(tidy.without_opener(plain))
            yield Draft(_finished(tidy.without_opener(tidy.capitalised(rest))), label, evidence)


def _finished(text: str) -> str:
    text = text.strip(" ,;–—")
    return text if not text or text[-1] in ".!?:" else text + "."


def divided(found: Sequence[Draft], parses: Sequence[Parse]) -> list[Draft]:
    """The drafts, with two clauses joined by "and", "but" or ";" as two drafts."""
    new: list[Draft] = []
    for draft, parse in zip(found, parses, strict=True):
        cut = _boundary(parse)
        if cut is None:
            new.append(draft)
            continue
        head = _JOINT.sub("", parse.text[:cut])
        new.append(replace(draft, text=_finished(head)))
        new.append(replace(draft, text=_finished(tidy.without_opener(tidy.capitalised(parse.text[cut:])))))
    return new


def _boundary(parse: Parse) -> int | None:
    """Where the second of two full main clauses starts; None for one clause, or where a part is shared."""
    if not consistent(parse):
        return None
    root = next(word for word in parse.words if word.dep == "ROOT")
    if not _full(parse, root) or _shared(parse, root):
        return None
    for word in parse.children(root.i, "conj", "parataxis"):
        places = parse.subtree(word.i)
        whole = places[-1] >= len(parse) - 2 and places[-1] - places[0] + 1 == len(places)
        if word.i > root.i and whole and _full(parse, word) and _MIN_HALF <= places[0] <= len(parse) - _MIN_HALF:
            return parse.words[places[0]].start
    return None


def _shared(parse: Parse, root: Word) -> bool:
    """Whether the sentence opens with what holds for both clauses: "both", or a condition."""
    opens = any(word.text.lower() in ("both", "either", "neither", "not") for word in parse.words[:3])
    subject = parse.children(root.i, *SUBJECTS)[0]
    clauses = (word for word in parse.children(root.i, "advcl") if word.i < subject.i)
    return opens or any(parse.child(word.i, "mark", "advmod") for word in clauses)


def _full(parse: Parse, verb: Word) -> bool:
    """Whether a verb has its own subject and is finite."""
    finite = verb.tag in FINITE or any(w.tag in FINITE for w in parse.children(verb.i, "aux", "auxpass"))
    return finite and parse.child(verb.i, *SUBJECTS) is not None


def completed(found: Sequence[Draft], parses: Sequence[Parse], summary: Summary) -> list[Draft]:
    """The drafts; "Uses attention." at the start of an item gets its subject, a run-in head becomes a label."""
    new: list[Draft] = []
    label: Draft | None = None
    for draft, parse in zip(found, parses, strict=True):
        if label is not None and label.evidence.block is not draft.evidence.block:
            label = None
        if _run_in(draft, parse):
            label = draft
        elif label is not None and not draft.label:
            draft = replace(draft, label=label.text.rstrip("."))
        elif not draft.label and not draft.evidence.index:
            subject = _missing_subject(draft.evidence.block, parse, summary)
            draft = replace(draft, text=f"{subject} {draft.text[0].lower()}{draft.text[1:]}") if subject else draft
        new.append(draft)
    return new


def _run_in(draft: Draft, parse: Parse) -> bool:
    """Whether the first sentence of a block is only a term that the next explain: "Bounded staleness (BS)."."""
    if draft.evidence.index or draft.label or not 0 < len(draft.text.split()) <= _MAX_RUN_IN_WORDS:
        return False
    emphasised = any(mark.start == 0 and mark.kind in ("em", "strong") for mark in draft.evidence.block.emphasis)
    return emphasised and not any(word.tag in FINITE for word in parse.words)


def _missing_subject(block: Block, parse: Parse, summary: Summary) -> str:
    """What an item that opens with "Uses ..." speaks of: the item it hangs under, or the paper's topic."""
    opening = parse.words[0] if parse.words else None
    dropped = block.role is Role.ITEM and opening is not None and opening.tag == "VBZ" and opening.dep == "ROOT"
    if not dropped or parse.child(0, *SUBJECTS) or len(parse) < _MIN_HALF + 1:
        return ""
    parent = block.parents[-1].strip(" :.") if block.parents else ""
    if parent:
        named = len(parent.split()) <= 4 and not _GENERIC_PARENT.match(parent) and not parent.endswith("s")
        return parent if named else ""
    return summary.topic if 0 < len(summary.topic.split()) <= anaphora.MAX_NAME_WORDS else ""


def named(found: Sequence[Draft], parses: Sequence[Parse], summary: Summary) -> list[Draft]:
    """The drafts with "they", "it" and "the method" named where that is sure."""
    new: list[Draft] = []
    before: Antecedent | None = None
    for draft, parse in zip(found, parses, strict=True):
        same = before if before is not None and before.block is draft.evidence.block else None
        text = anaphora.named(parse, citation.authors(summary), summary.topic, same)
        new.append(draft if text == draft.text else replace(draft, text=text))
        clause = main_clause(parse)
        before = Antecedent(clause, draft.evidence.block) if clause else None
    return new
