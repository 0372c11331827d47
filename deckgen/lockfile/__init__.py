"""The lock: everything ever published in a deck, and how the cards of today become its notes.

lock = read(lock_path(deck))
done = reconcile(lock, choices, summaries, Policy(now=now, deck="Papers"))
text = dump(done.lock)

What no package can deliver, because Anki decides it (all found by importing into the official library):

- A note that the learner edited, tagged or marked after a build keeps its text through the import of that build; it
  gets the next change. `deckgen simulate` names such notes.
- An update replaces the whole note: when source and learner changed the same note, the learner's edit and tags go.
- A note that the learner deleted comes in again with the next import; suspend it, or reject it by curation.
- A card whose cloze number is gone stays, with its history, and shows "No cloze" until Tools > Empty Cards is run.
- Cards stay in the deck they are in; only new notes follow a change of subdecks.
- A note whose type the learner changed, or whose type got fields of the learner's own, gets no updates.
"""

from deckgen.lockfile.base import from_apkg
from deckgen.lockfile.entry import BANNER, RETIRED_TAG, Cause, Entry, Lock, Look
from deckgen.lockfile.matching import Matches, match
from deckgen.lockfile.reconcile import Change, ChangeKind, Held, Policy, Reconciled, forget, reconcile, search
from deckgen.lockfile.text import VERSION, dump, load, lock_path, read

__all__ = [
    "BANNER",
    "RETIRED_TAG",
    "VERSION",
    "Cause",
    "Change",
    "ChangeKind",
    "Entry",
    "Held",
    "Lock",
    "Look",
    "Matches",
    "Policy",
    "Reconciled",
    "dump",
    "forget",
    "from_apkg",
    "load",
    "lock_path",
    "match",
    "read",
    "reconcile",
    "search",
]
