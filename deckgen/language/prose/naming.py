"""The sentences of a summary with their subjects named, one after the other: what each hands on to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from deckgen import citation
from deckgen.language.grammar.clauses import main_clause
from deckgen.language.prose import anaphora, headnames, subjects
from deckgen.language.prose.mentions import Antecedent, Mention
from deckgen.language.words.parsing import Parse
from deckgen.model import Block, Role, Summary

_MASKED = re.compile(r"Zq\d+x \S|\S Zq\d+x")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence, the run-in label it stood under, and its place."""

    parse: Parse
    label: str
    block: Block
    index: int


def all_named(spoken: Iterable[Spoken], summary: Summary) -> list[str]:
    """The texts of the sentences with "they", "it" and "the method" named where that is sure.

    Args:
        spoken: the sentences in order.
        summary: of which they are.
    """
    authors = citation.authors(summary)
    texts: list[str] = []
    before: Antecedent | None = None
    label, index = "", -1
    for sentence in spoken:
        if before is not None and before.block.section != sentence.block.section:
            before = None
        other = headnames.of_others(sentence.block)
        opens = before is None or before.block is not sentence.block
        under = opens and before is not None and sentence.block.parents[-1:] == (before.block.text,)
        above = _above(sentence, under) if opens or sentence.label != label else None
        half = not opens and sentence.index == index
        earlier = replace(before, near=not opens, half=half) if before is not None else None
        if not opens and sentence.label not in ("", label):
            earlier = None  # "This corpus is raw: It has typing errors" speaks of its own label
        said = anaphora.named(sentence.parse, authors, "" if other else summary.topic, above or earlier)
        if other and said.subject is not None and said.subject.text.casefold() == authors.casefold():
            said = anaphora.Named(sentence.parse.text, None)  # "they" are the authors of another paper
        texts.append(said.text)
        before = Antecedent(main_clause(sentence.parse), sentence.block, said.subject)
        label, index = sentence.label, sentence.index
    return texts


def _above(sentence: Spoken, under: bool) -> Antecedent | None:
    """The label that a sentence stands under or, in the first item below, the item above; None where neither names."""
    heads = [sentence.label] if sentence.label else []
    if under and sentence.block.role is Role.ITEM:
        heads += sentence.block.parents[-1:]
    for head in heads:
        name = "" if _MASKED.search(head) else subjects.named(head)
        if name:
            return Antecedent(None, sentence.block, _headed(name), head=True)
    return None


def _headed(name: str) -> Mention:
    """A label or parent as something to repeat."""
    last = name.rstrip(")").split()[-1].lower()
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is", "ics"))
    return Mention(name, "the " + name[4:] if name.startswith("The ") else name, plural=plural, named=True)
