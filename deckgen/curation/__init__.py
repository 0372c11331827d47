"""The user's word on single cards: `decks/<deck>.curation.yaml` rejects, edits and pins them by key.

    reject:
    - key: r-fcn#definition-1a2b3c     # or just the key
    edit:
    - key: r-fcn#reason-4d5e6f
      front: Why is R-FCN fast?        # or back, or text (cloze); HTML as in Anki's fields
      evidence: R-FCN shares ...       # the sentence it was written for, to notice when that changes
    pin:
    - gan#result-7a8b9c                # enters the deck whatever selection and limits say

A line follows its card through rewording: by the lock when the card was published, else by the line's own evidence. The
file belongs to the user; only `add` writes to it, at the end of a list, and keeps comments and order.
"""

from deckgen.curation.applying import REJECTED, Applied, apply
from deckgen.curation.learning import Learnt, Proposal, learn
from deckgen.curation.line import ACTIONS, Curation, Line, curation_path, line_for, line_for_entry
from deckgen.curation.written import add, as_text, read

__all__ = [
    "ACTIONS",
    "REJECTED",
    "Applied",
    "Curation",
    "Learnt",
    "Line",
    "Proposal",
    "add",
    "apply",
    "as_text",
    "curation_path",
    "learn",
    "line_for",
    "line_for_entry",
    "read",
]
