"""Which card of this build is which published note.

Three rounds, each sure of less: the same key; the same fact where its summary was renamed; a fact reworded. In the
last a note and a card are put together only when each is clearly the other's best; what is not clear is reported and
never guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckgen.lockfile.trace import MARGIN, Trace, likeness, of_choice, of_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from deckgen.lockfile.entry import Entry, Lock
    from deckgen.model import Choice


@dataclass(frozen=True, slots=True)
class Matches:
    """Who is who.

    Attributes:
        entry_of: card key -> key of the note it is.
        doubtful: key of a note -> keys of the cards that fit it about equally well; none of them was taken.
        homes: id of a summary in the lock -> what it is called today, where it was renamed.
    """

    entry_of: Mapping[str, str] = field(default_factory=dict)
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)


def match(lock: Lock, choices: Sequence[Choice]) -> Matches:
    """Recognise the published notes among the cards of this build.

    Args:
        lock: what was published.
        choices: every card that could be made, kept or not.
    """
    cards: dict[str, Trace] = {}
    for choice in choices:
        cards.setdefault(choice.card.key, of_choice(choice))
    notes = {entry.key: of_entry(entry) for entry in lock.entries}
    homes = _homes(notes.values(), cards.values())
    entry_of = _by_key(lock.entries, cards, homes)
    doubtful: dict[str, tuple[str, ...]] = {}
    for entries, strict in ((lock.live, False), (lock.entries, True)):
        taken = set(entry_of.values())
        missing = [notes[entry.key] for entry in entries if entry.key not in taken]
        free = [card for key, card in cards.items() if key not in entry_of]
        found, unclear = assign(_scores(missing, free, homes, strict=strict), notes, cards)
        entry_of.update(found)
        doubtful.update(unclear)
    return Matches(entry_of, {note: keys for note, keys in doubtful.items() if note not in entry_of.values()}, homes)


def _homes(notes: Iterable[Trace], cards: Iterable[Trace]) -> dict[str, str]:
    """Where the summaries of the lock are today: a summary most of whose facts stand in another was renamed."""
    places: dict[object, set[str]] = defaultdict(set)
    for card in cards:
        places[card.content].add(card.summary)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for note in notes:
        sizes[note.summary] += 1
        votes[note.summary].update(places.get(note.content, ()))
    homes = {}
    for summary, counted in sorted(votes.items()):
        best, most = min(counted.items(), key=lambda item: (-item[1], item[0])) if counted else (summary, 0)
        if most > counted[summary] and 2 * most >= sizes[summary]:
            homes[summary] = best
    return homes


def _by_key(entries: Iterable[Entry], cards: Mapping[str, Trace], homes: Mapping[str, str]) -> dict[str, str]:
    """The sure matches: today's key, then a former one; live notes before retired ones, notes at home before others."""
    ordered = sorted(entries, key=lambda entry: (not entry.live, entry.summary in homes, entry.mtime, entry.key))
    entry_of: dict[str, str] = {}
    taken: set[str] = set()
    for names in (_today, _formerly):
        for entry in ordered:
            wanted = (_at_home(name, entry.summary, homes) for name in names(entry))
            card = next((key for key in wanted if key in cards and key not in entry_of), None)
            if entry.key not in taken and card is not None and cards[card].type is entry.type:
                entry_of[card] = entry.key
                taken.add(entry.key)
    return entry_of


def _today(entry: Entry) -> tuple[str, ...]:
    return (entry.card_key,)


def _formerly(entry: Entry) -> tuple[str, ...]:
    return tuple(reversed(entry.names))


def _at_home(name: str, summary: str, homes: Mapping[str, str]) -> str:
    before, _, rest = name.partition("#")
    return f"{homes[summary]}#{rest}" if before == summary and summary in homes else name


def _scores(
    notes: Sequence[Trace], cards: Sequence[Trace], homes: Mapping[str, str], *, strict: bool
) -> dict[tuple[str, str], float]:
    """Likeness of every note with every card that has a chance to be it."""
    at_home: dict[str, list[Trace]] = defaultdict(list)
    by_word: dict[str, list[Trace]] = defaultdict(list)
    for card in cards:
        at_home[card.summary].append(card)
        for word in set(card.evidence.words):
            by_word[word].append(card)
    scores = {}
    for note in notes:
        home = homes.get(note.summary, note.summary)
        rare = sorted((len(by_word[word]), word) for word in set(note.evidence.words) if word in by_word)[:4]
        chances = {card.key: card for card in at_home.get(home, ())}
        chances.update({card.key: card for _, word in rare for card in by_word[word]})
        for card in chances.values():
            if score := likeness(note, card, home=home, strict=strict):
                scores[note.key, card.key] = score
    return scores


def assign(
    scores: Mapping[tuple[str, str], float], notes: Mapping[str, Trace], cards: Mapping[str, Trace]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Pair notes and cards one to one where each is clearly the other's best.

    Returns:
        Card key -> note key; and for each note that had candidates but no clear one, their keys.
    """
    left = dict(scores)
    found: dict[str, str] = {}
    while True:
        best_card = _best(left, 0, cards)
        best_note = _best(left, 1, notes)
        pairs = [(note, card) for note, card in best_card.items() if card and best_note.get(card) == note]
        if not pairs:
            break
        found.update({card: note for note, card in pairs})
        gone_notes, gone_cards = {note for note, _ in pairs}, {card for _, card in pairs}
        left = {pair: score for pair, score in left.items() if pair[0] not in gone_notes and pair[1] not in gone_cards}
    doubtful: dict[str, tuple[str, ...]] = {}
    for note, card in sorted(left):
        doubtful[note] = (*doubtful.get(note, ()), card)
    return found, doubtful


def _best(scores: Mapping[tuple[str, str], float], side: int, others: Mapping[str, Trace]) -> dict[str, str | None]:
    """For each note (side 0) or card (side 1) its clear best on the other side, or None when two lead together."""
    ranked: dict[str, list[tuple[float, bool, str]]] = defaultdict(list)
    for pair, score in scores.items():
        other = pair[1 - side]
        ranked[pair[side]].append((-score, not others[other].kept, other))
    best: dict[str, str | None] = {}
    for key, rivals in ranked.items():
        rivals.sort()
        close = [other for score, _, other in rivals if score - rivals[0][0] < MARGIN]
        one_fact = len({others[other].content for other in close}) == 1
        best[key] = min((kept, score, other) for score, kept, other in rivals[: len(close)])[2] if one_fact else None
    return best
