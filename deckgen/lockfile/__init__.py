"""The lock: everything ever published in a deck, and how the cards of today become its notes.

lock = read(lock_path(deck))
done = reconcile(lock, choices, summaries, Policy(now=now, deck="Papers"))
text = dump(done.lock)
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
