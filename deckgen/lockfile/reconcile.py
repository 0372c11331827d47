"""From the cards of today and the lock of yesterday to the notes of the deck and the lock of today.

A published note keeps its GUID through rewording, moving and renaming; it stays while its evidence stands, whatever
selection thinks today; when the evidence is gone it is retired and kept, and it returns with the evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from deckgen.lockfile import publishing
from deckgen.lockfile.entry import Cause, Entry, Lock
from deckgen.lockfile.matching import Matches, match
from deckgen.lockfile.standing import Standing
from deckgen.lockfile.trace import Trace, asks_alike, of_choice, of_entry, same_question
from deckgen.model import Card, Choice, Note, State, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

DeckName: TypeAlias = "str | Callable[[Card], str]"


class ChangeKind(StrEnum):
    """What happened to a note since the lock was written."""

    ADDED = "added"
    REWORDED = "reworded"
    RETIRED = "retired"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Change:
    """One note that is not what it was.

    Attributes:
        kind: what happened.
        before: the entry as the lock had it; None when added.
        after: the entry as it is now.
        remark: why, where that is worth saying.
    """

    kind: ChangeKind
    before: Entry | None
    after: Entry
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A card that selection kept and that does not enter the deck, and why."""

    choice: Choice
    reason: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a build publishes.

    Attributes:
        notes: in source order; notes without a card of today after them, retired ones last.
        lock: what to remember of it.
        changes: in the order of the notes.
        held: new cards that were held back.
        stale: live notes that keep their old text: their sentence was reworded, and no card could be made of it.
    """

    notes: tuple[Note, ...]
    lock: Lock
    changes: tuple[Change, ...]
    held: tuple[Held, ...]
    stale: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How a build treats what is published.

    Attributes:
        now: seconds since the epoch, the time of this build.
        deck: the Anki deck of a card, or one for all.
        refresh: apply today's selection to published notes too.
        limit: most live notes of one summary before new ones are held back; None for no limit.
        rejected: keys, of notes or cards, that the user never wants.
        pinned: keys of cards that enter the deck whatever the limit says.
        incomplete: some source could not be read: notes of summaries that are not there stay as they are.
        fit: whether a card that selection left out may still word a published note; else its stored text stays.
    """

    now: int
    deck: DeckName
    refresh: bool = False
    limit: int | None = None
    rejected: Collection[str] = frozenset()
    pinned: Collection[str] = frozenset()
    incomplete: bool = False
    fit: Callable[[Choice], bool] = field(default=lambda _: True)

    def deck_of(self, card: Card) -> str:
        """Full Anki deck name of a card."""
        return self.deck if isinstance(self.deck, str) else self.deck(card)


def reconcile(lock: Lock, choices: Sequence[Choice], summaries: Sequence[Summary], policy: Policy) -> Reconciled:
    """Carry every published note on, and publish what is new.

    Args:
        lock: what was published.
        choices: every card that could be made, kept or not, in source order.
        summaries: everything the cards were made of.
        policy: the time, the deck and the user's wishes.
    """
    matches = match(lock, [choice for choice in choices if choice.kept or not policy.refresh])
    new = [choice for choice in choices if choice.kept and choice.card.key not in matches.entry_of]
    build = _Build(policy, matches, Standing(summaries, choices), [of_choice(choice) for choice in new])
    by_note = {matches.entry_of[c.card.key]: c for c in reversed(choices) if c.card.key in matches.entry_of}
    carried = {entry.key: build.carry(entry, by_note.get(entry.key), by_note) for entry in lock.entries}
    fresh, held = _publish(build, choices, new, carried)
    order = {choice.card.key: number for number, choice in enumerate(choices)}
    now = sorted((*carried.values(), *fresh), key=lambda e: (not e.live, order.get(e.card_key, len(order)), e.key))
    entries = tuple(sorted((build.with_rivals(entry) for entry in now), key=lambda entry: entry.key))
    looks = publishing.looks(lock.looks, policy.now) if entries else lock.looks
    changes = tuple(_changes(lock, now, matches))
    stale = tuple(entry for entry in entries if entry.live and entry.key in build.reworded)
    return Reconciled(tuple(entry.note() for entry in now), Lock(entries, looks), changes, tuple(held), stale)


def search(keys: Iterable[str]) -> str:
    """An Anki search that finds the notes with these keys, also before their retirement was imported.

    Example:
        >>> search(["r-fcn#result-1a2b", "r-fcn#why-3c4d"])
        '"Key:re:^(r-fcn#result-1a2b|r-fcn#why-3c4d)$"'
    """
    special = str.maketrans({letter: "\\" + letter for letter in '.+*?()[]{}|^$\\"'})
    return f'"Key:re:^({"|".join(key.translate(special) for key in keys)})$"'


def forget(lock: Lock, names: Collection[str]) -> tuple[Lock, tuple[Entry, ...]]:
    """Drop retired notes from the lock, and so from the package; learners who imported them keep theirs.

    Args:
        lock: what was published.
        names: keys, stable or former ones.

    Returns:
        The lock without them, and what was dropped; live notes are never dropped.
    """
    gone = tuple(entry for entry in lock.entries if not entry.live and not set(names).isdisjoint(entry.names))
    keys = {entry.key for entry in gone}
    return Lock(tuple(entry for entry in lock.entries if entry.key not in keys), lock.looks), gone


class _Build:
    """What the decisions of one build look at."""

    def __init__(self, policy: Policy, matches: Matches, standing: Standing, new: Sequence[Trace]) -> None:
        self.policy, self.matches, self.standing, self.new = policy, matches, standing, new
        self.reworded: dict[str, frozenset[str]] = {}

    def carry(self, entry: Entry, choice: Choice | None, by_note: dict[str, Choice]) -> Entry:
        """The entry as it goes on."""
        now = self.policy.now
        cause = self._cause(entry, choice, by_note)
        if choice and cause is Cause.NONE and (choice.kept or self.policy.fit(choice)):
            return publishing.reworded(entry, choice.card, deck=self.policy.deck_of(choice.card), now=now)
        followed = publishing.followed(entry, choice.card) if choice else self._moved(entry)
        return publishing.revived(followed, now) if cause is Cause.NONE else publishing.retired(followed, cause, now)

    def with_rivals(self, entry: Entry) -> Entry:
        """The entry with the sentences that must never inherit it."""
        if not entry.live or entry.summary not in self.standing:
            return entry
        same = self.reworded.get(entry.key, frozenset())
        return msgspec.structs.replace(entry, rivals=self.standing.rivals(entry.evidence, entry.summary, same))

    def home(self, entry: Entry) -> str:
        """Id of the entry's summary as it is called today."""
        return self.matches.homes.get(entry.summary, entry.summary)

    def _moved(self, entry: Entry) -> Entry:
        return msgspec.structs.replace(entry, summary=self.home(entry))

    def _cause(self, entry: Entry, choice: Choice | None, by_note: dict[str, Choice]) -> Cause:
        """Why the note is retired, or NONE when it is live."""
        names = {*entry.names, choice.card.key} if choice else set(entry.names)
        if not names.isdisjoint(self.policy.rejected):
            return Cause.REJECTED
        if choice is not None and choice.kept:
            return Cause.NONE
        if self.policy.incomplete and choice is None and self.home(entry) not in self.standing:
            return entry.cause
        if choice is None and not self._stands(entry):
            return Cause.SOURCE if entry.live else entry.cause
        if self.policy.refresh or entry.cause is Cause.CHOICE:
            return Cause.CHOICE
        return Cause.MERGED if choice is None and self._asked_already(entry, by_note) else Cause.NONE

    def _stands(self, entry: Entry) -> bool:
        """Whether the evidence is there: word for word, or, for a live note, in words that no new card asks about."""
        if self.standing.holds(entry, self.home(entry)):
            return True
        same = self.standing.reworded(entry, self.home(entry)) if entry.live else frozenset[str]()
        old = of_entry(entry)
        if same and not any(new.marks <= same and asks_alike(old, new, whole=True) for new in self.new):
            self.reworded[entry.key] = same
        return entry.key in self.reworded

    def asks_of_the_same(self, entry: Entry, choice: Choice) -> bool:
        """Whether a card asks what a note asks whose sentence was reworded."""
        trace = of_choice(choice)
        return trace.marks <= self.reworded.get(entry.key, frozenset()) and asks_alike(of_entry(entry), trace)

    def _asked_already(self, entry: Entry, by_note: dict[str, Choice]) -> bool:
        """Whether another published note has become the same question, as when two summaries were merged."""
        trace, home = of_entry(entry), self.home(entry)
        others = (of_choice(choice) for choice in by_note.values() if choice.card.summary.id == home)
        return any(other.content == trace.content for other in others)


def _publish(
    build: _Build, choices: Sequence[Choice], new: Sequence[Choice], carried: dict[str, Entry]
) -> tuple[list[Entry], list[Held]]:
    """First publications, the surest cards first, and what is held back."""
    policy = build.policy
    live = Counter(entry.summary for entry in carried.values() if entry.live)
    chosen = {choice.card.key for choice in choices if choice.kept}
    settled = [entry for entry in carried.values() if entry.live and entry.card_key not in chosen]
    names = {entry.key for entry in carried.values()}
    guids = {entry.guid for entry in carried.values()}
    fresh, held = [], []
    for choice in sorted(new, key=lambda choice: (choice.card.key not in policy.pinned, -choice.score)):
        card = choice.card
        reason = _held_back(build, choice, live[card.summary.id], settled)
        if reason:
            held.append(Held(choice, reason))
            continue
        entry = publishing.first(card, deck=policy.deck_of(card), now=policy.now, taken=names, guids=guids)
        live[card.summary.id] += 1
        names.add(entry.key)
        guids.add(entry.guid)
        fresh.append(entry)
    return fresh, held


def _held_back(build: _Build, choice: Choice, live: int, settled: Sequence[Entry]) -> str:
    card, policy = choice.card, build.policy
    if card.key in policy.rejected:
        return "it is rejected in the curation file"
    if card.key in policy.pinned or card.own:
        return ""
    at_home = [entry for entry in settled if entry.summary == card.summary.id]
    if any(same_question(entry, choice) or build.asks_of_the_same(entry, choice) for entry in at_home):
        return "a published note asks the same"
    if policy.limit is not None and live >= policy.limit:
        return f"its summary has {live} notes already (limit {policy.limit})"
    return ""


def _changes(lock: Lock, now: Sequence[Entry], matches: Matches) -> Iterable[Change]:
    before = {entry.key: entry for entry in lock.entries}
    for entry in now:
        old = before.get(entry.key)
        if old is None:
            rivals = [key for key, cards in matches.doubtful.items() if entry.card_key in cards]
            yield Change(ChangeKind.ADDED, None, entry, _doubt("may be a new wording of", rivals))
        elif old.state is not entry.state:
            kind = ChangeKind.RETURNED if entry.live else ChangeKind.RETIRED
            doubt = _doubt("may live on as", matches.doubtful.get(entry.key, ()))
            yield Change(kind, old, entry, doubt or _WHY[entry.cause])
        elif old.hash != entry.hash:
            yield Change(ChangeKind.REWORDED, old, entry)


_WHY = {
    Cause.NONE: "",
    Cause.SOURCE: "its evidence is gone",
    Cause.CHOICE: "no longer chosen",
    Cause.REJECTED: "rejected in the curation file",
    Cause.MERGED: "another note asks the same",
}


def _doubt(text: str, keys: Sequence[str]) -> str:
    return f"{text} {', '.join(keys)}: too alike to tell, so nothing was guessed" if keys else ""


__all__ = ["Change", "ChangeKind", "Held", "Policy", "Reconciled", "State", "forget", "reconcile", "search"]
