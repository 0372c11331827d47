"""Years of a deck in a minute: sources, engine and learner change at random, and every build goes into the real Anki.

What must hold at each import, with Anki's default options:
- no row of an existing card and no review changes;
- a note whose source did not change keeps what the learner made of it;
- no fact is there twice;
- every change of the deck arrives, unless the learner touched the note after that build, which Anki puts first.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from deckgen.lockfile import Lock, Policy, Reconciled, dump, load, reconcile
from deckgen.model import Card, Choice, State, Summary
from deckgen.writers import WRITERS
from tests import anki_helpers as anki
from tests.lockfile.test_rewording import FACTS, Fact, reworded
from tests.making import basic, cloze, left_out, summary

START = 1_700_000_000
SEEDS, BUILDS = range(8), 40


@dataclass
class Told:
    """A fact of the world: its wording changes, it stays the same fact."""

    number: int
    fact: Fact
    is_cloze: bool


@dataclass
class World:
    """Sources, engine and clock."""

    chance: random.Random
    sources: dict[str, list[Told]] = field(default_factory=dict)
    gone: list[Told] = field(default_factory=list)
    unseen: list[Told] = field(default_factory=list)
    phrase: int = 0
    kinds: int = 0
    clock: int = START
    names: int = 0

    def __post_init__(self) -> None:
        told = [Told(number, fact, number % 3 == 0) for number, fact in enumerate(FACTS)]
        self.unseen = told[14:]
        for number in range(4):
            self.sources[f"paper-{number}"] = told[number:14:4]

    def later(self) -> int:
        self.clock += self.chance.randint(1, 5000)
        return self.clock

    def pick(self) -> tuple[str, int] | None:
        full = [(name, index) for name, told in self.sources.items() for index in range(len(told))]
        return self.chance.choice(full) if full else None

    def edit_sources(self) -> None:
        change = self.chance.choice(("reword", "reword", "move", "rename", "delete", "restore", "add", "shuffle"))
        place = self.pick()
        if change == "rename":
            name = self.chance.choice(sorted(self.sources))
            self.names += 1
            self.sources[f"renamed-{self.names}"] = self.sources.pop(name)
        elif change == "restore" and self.gone:
            self.anywhere().append(self.gone.pop())
        elif change == "add" and self.unseen:
            self.anywhere().append(self.unseen.pop())
        elif place is not None:
            self.edit_fact(change, *place)

    def edit_fact(self, change: str, name: str, index: int) -> None:
        told = self.sources[name]
        if change == "reword":
            told[index] = replace(told[index], fact=reworded(told[index].fact, self.chance))
        elif change == "move":
            self.anywhere().append(told.pop(index))
        elif change == "delete":
            self.gone.append(told.pop(index))
        elif change == "shuffle":
            self.chance.shuffle(told)

    def anywhere(self) -> list[Told]:
        return self.sources[self.chance.choice(sorted(self.sources))]

    def change_engine(self) -> None:
        if self.chance.random() < 0.5:
            self.phrase += 1
        else:
            self.kinds += 1

    def choices(self) -> tuple[list[Choice], list[Summary]]:
        """Every card of today, most of them kept."""
        found, homes = [], []
        for name, told in self.sources.items():
            home = summary(name, *(each.fact.sentence for each in told))
            homes.append(home)
            for each in told:
                card = self.card(home, each)
                found.append(Choice(card, 0.9) if self.chance.random() < 0.8 else left_out(card))
        return found, homes

    def card(self, home: Summary, told: Told) -> Card:
        answer = told.fact.answer.rstrip(".")
        if told.is_cloze:
            return cloze(replace(home, title=""), told.fact.sentence, answer, kind=f"gap{self.kinds}")
        question = f"Phrase {self.phrase}: {told.fact.sentence.replace(answer, '...')}"
        return basic(replace(home, title=""), told.fact.sentence, answer, question=question, kind=f"kind{self.kinds}")


@dataclass
class Learner:
    """Somebody with the real Anki, whose clock is the world's."""

    col: Any
    chance: random.Random
    touched: dict[str, int] = field(default_factory=dict)

    def act(self, now: int) -> None:
        cards = anki.cards(self.col)
        if not cards:
            return
        card = self.chance.choice(cards)
        deed = self.chance.choice(("review", "review", "review", "edit", "tag", "suspend", "move", "delete", "flag"))
        if deed == "review":
            anki.answer(self.col, card.id, self.chance.randint(1, 4))
        elif deed in ("edit", "tag"):
            self.change(card.note(), deed, now)
        elif deed == "suspend":
            self.col.sched.suspend_cards([card.id])
        elif deed == "move":
            self.col.set_deck([card.id], self.col.decks.id("Mine::Other"))
        elif deed == "delete" and self.chance.random() < 0.3:
            self.col.remove_notes([card.nid])
        elif deed == "flag":
            self.col.set_user_flag_for_cards(self.chance.randint(1, 7), [card.id])

    def change(self, note: Any, deed: str, now: int) -> None:
        if deed == "edit":
            note["Context"] = f"mine {now}"
        else:
            note.tags.append(f"mine-{now}")
        self.col.update_note(note)
        self.col.db.execute("update notes set mod=? where id=?", now, note.id)
        self.touched[note.guid] = now

    def notes(self) -> dict[str, tuple[int, str, str]]:
        """GUID -> time, fields and tags."""
        rows = self.col.db.all("select guid, mod, flds, tags from notes")
        assert len(rows) == len({row[0] for row in rows})
        return {guid: (mod, fields, tags) for guid, mod, fields, tags in rows}


def build(world: World, lock: Lock, *, refresh: bool) -> tuple[Reconciled, bytes]:
    choices, homes = world.choices()
    policy = Policy(now=world.later(), deck=lambda card: f"Papers::{card.summary.id}", refresh=refresh)
    done = reconcile(lock, choices, homes, policy)
    before = {entry.guid: entry.hash for entry in lock.entries}
    assert all(note.mtime == policy.now for note in done.notes if before.get(note.guid) != note.hash)
    mtimes = {kind: look.mtime for kind, look in done.lock.looks.items()}
    package = WRITERS["apkg"](done.notes, mtimes=mtimes, media={}) if done.notes else b""
    assert reconcile(done.lock, choices, homes, replace(policy, now=world.clock + 9)).lock == done.lock or refresh
    return replace(done, lock=load(dump(done.lock).encode(), "lock")), package


def imported(learner: Learner, done: Reconciled, package: bytes, before_lock: Lock, folder: Path) -> None:
    """Import and check everything that must hold."""
    before, history = learner.notes(), anki.history(learner.col)
    anki.load_bytes(learner.col, package, folder)
    after = learner.notes()
    cards, reviews = anki.history(learner.col)
    rows = {row[0]: row for row in cards}
    assert all(rows.get(row[0]) == row for row in history[0]), "a card row changed"
    assert reviews == history[1], "a review changed"
    old_hash = {entry.guid: entry.hash for entry in before_lock.entries}
    for note in done.notes:
        mtime, text = note.mtime, "\x1f".join(note.fields.values())
        if note.guid in before and old_hash.get(note.guid) == note.hash and before[note.guid][0] >= mtime:
            assert after[note.guid] == before[note.guid], "a note changed whose source did not"
        if note.guid not in before or before[note.guid][0] < mtime:
            assert (after[note.guid][0], after[note.guid][1]) == (mtime, text), "a change did not arrive"
        elif before[note.guid][1] != text:
            assert learner.touched.get(note.guid, 0) >= mtime, "a change did not arrive on a note nobody touched"
    assert set(after) == set(before) | {note.guid for note in done.notes}


def check_identity(world: World, done: Reconciled, owner: dict[str, int]) -> Iterator[bool]:
    """Whether each live fact kept its GUID; no GUID may ever pass to another fact, and no fact may be there twice."""
    by_text = {told.fact.sentence: told.number for each in world.sources.values() for told in each}
    seen: dict[int, str] = {}
    for entry in done.lock.live:
        number = by_text.get(entry.evidence)
        if number is None:
            continue
        assert seen.setdefault(number, entry.guid) == entry.guid, "one fact, two live notes"
        known = [guid for guid, whose in owner.items() if whose == number]
        assert owner.setdefault(entry.guid, number) == number, "a GUID passed to another fact"
        if known:
            yield entry.guid in known


@pytest.mark.parametrize("seed", SEEDS)
def test_a_deck_can_be_rebuilt_for_years(seed: int, tmp_path: Path) -> None:
    world = World(random.Random(seed))
    lock, pending = Lock(), Lock()
    owner: dict[str, int] = {}
    kept: list[bool] = []
    with anki.collection(tmp_path / "learner") as col:
        learner = Learner(col, random.Random(1000 + seed))
        for number in range(BUILDS):
            for _ in range(world.chance.randint(0, 3)):
                world.edit_sources()
            if number % 7 == 6:
                world.change_engine()
            done, package = build(world, lock, refresh=number % 13 == 12)
            lock = done.lock
            kept += check_identity(world, done, owner)
            for _ in range(2):
                learner.act(world.later())
            if package and world.chance.random() < 0.95:  # now and then a release is skipped
                imported(learner, done, package, pending, tmp_path)
                pending = lock
            for _ in range(4):
                learner.act(world.later())
        assert any(entry.state is State.RETIRED for entry in lock.entries)
    assert sum(kept) >= 0.95 * len(kept)
