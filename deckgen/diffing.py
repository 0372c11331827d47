"""What differs between two states of a deck, card by card and word by word.

A state is a lock: the one on disk, the one a build would write, one of another git revision, or what
`lockfile.from_apkg` finds in a package. Notes are matched by their GUID, as Anki does.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from deckgen.lockfile.similarity import folded
from deckgen.plain import plain

if TYPE_CHECKING:
    from deckgen.lockfile import Entry, Lock

Words: TypeAlias = tuple[tuple[str, str], ...]
"""Stretches of text, each after "=", "-" or "+": in both, only in the old, only in the new."""

_WORD = re.compile(r"\s+|\w[\w:'’-]*|.", re.DOTALL)
_LONGEST_TEXT = 2_000  # words of one field that are compared
_LONGEST_COMMENT = 60_000  # GitHub takes 65 536 characters
_MARKDOWN = {ord(letter): f"&#{ord(letter)};" for letter in "\\`*_[]{}#@~|$!<>&:"}


class Kind(StrEnum):
    """What became of a note, in the order in which it is told."""

    ADDED = "added"
    REWORDED = "reworded"
    RETIRED = "retired"
    RETURNED = "returned"
    REDATED = "re-dated"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Difference:
    """One note that is not the same in both states.

    Attributes:
        kind: what became of it.
        before: the note as it was, or None.
        after: the note as it is, or None.
        words: name of a field, or "tags" -> its text, word by word; for `reworded` only what changed.
        rendering: only the wording is another; the sentence behind it and what it asks for are the same.
    """

    kind: Kind
    before: Entry | None
    after: Entry | None
    words: Mapping[str, Words]
    rendering: bool = False

    @property
    def entry(self) -> Entry:
        """The note in its latest state."""
        entry = self.after or self.before
        assert entry is not None  # a difference has at least one side
        return entry


def compare(before: Lock, after: Lock) -> tuple[Difference, ...]:
    """Every note that differs, by kind and then by key."""
    old = {entry.guid: entry for entry in before.entries}
    new = {entry.guid: entry for entry in after.entries}
    found = [_difference(old.get(guid), new.get(guid)) for guid in sorted({*old, *new})]
    order = list(Kind)
    return tuple(sorted(filter(None, found), key=lambda each: (order.index(each.kind), each.entry.key)))


def words(before: str, after: str) -> Words:
    """Two texts word by word.

    Example:
        >>> words("the old net", "the new net")
        (('=', 'the '), ('-', 'old'), ('+', 'new'), ('=', ' net'))
    """
    old, new = _WORD.findall(before)[:_LONGEST_TEXT], _WORD.findall(after)[:_LONGEST_TEXT]
    found: list[tuple[str, str]] = []
    gone, come = "", ""
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[i1:i2]), "".join(new[j1:j2])
        if operation == "equal" and (left.strip() or not (gone or come) or i2 == len(old)):
            found += [("-", gone)] * bool(gone) + [("+", come)] * bool(come) + [("=", left)]
            gone, come = "", ""
        else:  # a lone space between two changes belongs to both
            gone, come = gone + left, come + right
    return (*found, *[("-", gone)] * bool(gone), *[("+", come)] * bool(come))


def as_text(differences: Iterable[Difference]) -> str:
    """For a terminal: `[-old-]{+new+}`; "" when nothing differs."""
    lines = []
    for each in differences:
        lines.append(f"{each.kind:<9} {each.entry.key}{_remark(each)}")
        lines += [f"    {name.lower():<13} {_marked(text)}" for name, text in each.words.items()]
    return "\n".join(lines)


def as_json(differences: Iterable[Difference]) -> str:
    """One JSON document: how many of each kind, and every difference with its texts."""
    found = tuple(differences)
    document = {
        "version": 1,
        "counts": _counts(found),
        "notes": [
            {
                "kind": each.kind.value,
                "key": each.entry.key,
                "guid": each.entry.guid,
                "deck": each.entry.deck,
                "rendering": each.rendering,
                "cause": each.entry.cause.value,
                "mtime": {"before": each.before and each.before.mtime, "after": each.after and each.after.mtime},
                "before": None if each.before is None else _shown(each.before),
                "after": None if each.after is None else _shown(each.after),
                "words": {name: [list(pair) for pair in text] for name, text in each.words.items()},
            }
            for each in found
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def as_markdown(differences: Iterable[Difference], title: str = "Cards") -> str:
    """For a comment on a pull request: counts first, then each kind in a section that can be folded.

    The first line is an invisible mark by which a later run finds and replaces its own comment.
    """
    found = tuple(differences)
    counts = ", ".join(f"{number} {kind}" for kind, number in _counts(found).items())
    parts = [f"<!-- deckgen diff: {_escaped(title)} -->", f"### {_escaped(title)}: {counts or 'nothing changed'}"]
    if rewrites := sum(each.rendering for each in found):
        parts.append(
            f"{rewrites} of the reworded {'cards is' if rewrites == 1 else 'cards are'} worded anew though the summary"
            " says the same. Importing them replaces what a learner edited in them."
        )
    size = sum(map(len, parts))
    for kind in Kind:
        cards = [_card(each) for each in found if each.kind is kind]
        section, left_out = _fitting(cards, _LONGEST_COMMENT - size)
        if left_out:
            section.append(f"... and {left_out} more: `deckgen diff` shows all.")
        if section:
            heading = f"<details{' open' if len(cards) <= 10 else ''}><summary>{len(cards)} {kind}</summary>"
            parts.append("\n\n".join((heading, *section, "</details>")))
            size += len(parts[-1])
    return "\n\n".join(parts) + "\n"


FORMATS: Mapping[str, Callable[[Iterable[Difference]], str]] = MappingProxyType(
    {"text": as_text, "markdown": as_markdown, "json": as_json}
)


def _difference(before: Entry | None, after: Entry | None) -> Difference | None:
    if before is None or after is None:
        whole = _shown(before or after)  # type: ignore[arg-type]
        sign, kind = ("+", Kind.ADDED) if before is None else ("-", Kind.DROPPED)
        return Difference(kind, before, after, {name: ((sign, text),) for name, text in whole.items()})
    if before.state is not after.state:
        kind = Kind.RETURNED if after.live else Kind.RETIRED
        return Difference(kind, before, after, {name: (("=", text),) for name, text in _shown(after).items()})
    if before.hash != after.hash:
        same = folded(before.evidence) == folded(after.evidence) and folded(before.answer) == folded(after.answer)
        return Difference(Kind.REWORDED, before, after, _changed(before, after), rendering=same)
    return Difference(Kind.REDATED, before, after, {}) if before.mtime != after.mtime else None


def _changed(before: Entry, after: Entry) -> dict[str, Words]:
    old: Mapping[str, str] = _everything(before)
    new: Mapping[str, str] = _everything(after)
    names = [name for name in {**old, **new} if old.get(name, "") != new.get(name, "")]
    if not names:  # only the markup is another
        old, new = before.fields, after.fields
        names = [name for name in {**old, **new} if old.get(name, "") != new.get(name, "")]
    return {name: words(old.get(name, ""), new.get(name, "")) for name in names}


def _everything(entry: Entry) -> dict[str, str]:
    return {**{name: _line(text) for name, text in entry.fields.items()}, "tags": " ".join(entry.tags)}


def _shown(entry: Entry) -> dict[str, str]:
    """What tells a card: its question and its answer."""
    names = ("Front", "Back", "ReverseFront", "ReverseBack", "Text")
    return {name: _line(entry.fields[name]) for name in names if name in entry.fields}


def _line(text: str) -> str:
    return " / ".join(plain(text).splitlines())


def _remark(each: Difference) -> str:
    if each.kind is Kind.RETIRED and each.entry.cause:
        return f"  ({each.entry.cause.value})"
    return "  (wording only)" if each.rendering else ""


def _marked(text: Words) -> str:
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    if len(text) == 1:  # all new or all old: the kind says so already
        return text[0][1]
    return "".join(f"{marks[sign][0]}{part}{marks[sign][1]}" for sign, part in text)


def _counts(found: Iterable[Difference]) -> dict[str, int]:
    counted = Counter(each.kind for each in found)
    return {kind.value: counted[kind] for kind in Kind if counted[kind]}


def _card(each: Difference) -> str:
    lines = [f"- <code>{_escaped(each.entry.key)}</code>{_escaped(_remark(each))}"]
    lines += [f"  <br>{_escaped(name.lower())}: {_in_html(text)}" for name, text in each.words.items()]
    return "\n".join(lines)


def _in_html(text: Words) -> str:
    if len(text) == 1:
        return _escaped(text[0][1])
    tags = {"=": ("", ""), "-": ("<del>", "</del>"), "+": ("<ins><b>", "</b></ins>")}
    return "".join(f"{tags[sign][0]}{_escaped(part)}{tags[sign][1]}" for sign, part in text)


def _escaped(text: str) -> str:
    """Text in which nothing is markup: a card may hold anything, also `@name` and `#12`, which would notify people."""
    return text.translate(_MARKDOWN)


def _fitting(cards: list[str], room: int) -> tuple[list[str], int]:
    """As many cards as there is room for, and how many are left out."""
    fitting: list[str] = []
    for card in cards:
        room -= len(card) + 2
        if room < 200:
            break
        fitting.append(card)
    return fitting, len(cards) - len(fitting)
