"""Looking at a learner's collection without touching it: what an import would do, and what the learner did.

with_deck = simulate(Path("collection.anki2"), Path("decks/papers.apkg"), lock)
print(as_text(with_deck))
"""

from deckgen.simulate.importing import Overwritten, Simulation, as_json, as_text, simulate

__all__ = ["Overwritten", "Simulation", "as_json", "as_text", "simulate"]
