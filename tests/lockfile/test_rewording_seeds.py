"""The same through the whole program: sentences of real summaries are edited at random and the deck is built again."""

from __future__ import annotations

import random
import re
from pathlib import Path

from deckgen import pipeline
from deckgen.config import Deck
from deckgen.lockfile import Entry
from deckgen.pipeline import Build

SEEDS = Path(__file__).parents[2] / "seeds"
PAPERS = ("r-fcn", "revnet", "seqgan", "raml", "squeezenet", "admm-net")
EDITS, NOW = 60, 1_700_000_000


def built(folder: Path, now: int) -> Build:
    return pipeline.build(Deck(name="D", summaries=("*.md",), output=folder / "d.apkg", root=folder), now)


def edited(sentence: str, words: list[str], chance: random.Random) -> str:
    """Up to a third of the words replaced, dropped or inserted, with words of the same summary."""
    found = sentence.split()
    for _ in range(chance.randint(1, max(1, len(found) // 3))):
        where, kind = chance.randrange(len(found)), chance.choice(("replace", "replace", "drop", "insert"))
        if kind == "replace":
            found[where] = chance.choice(words)
        elif kind == "drop" and len(found) > 3:
            del found[where]
        else:
            found.insert(where, chance.choice(words))
    return " ".join(found).rstrip(".") + "."


def place_of(entry: Entry, text: str) -> re.Match[str] | None:
    """Where the evidence of a note stands in the file, if it stands there without markup."""
    return re.search(r"\s+".join(re.escape(word) for word in entry.evidence.split()), text)


def test_editing_a_sentence_of_a_summary_keeps_its_note_and_touches_no_other(tmp_path: Path) -> None:
    chance, kept, done = random.Random(5), 0, 0
    for name in PAPERS:
        folder = tmp_path / name
        folder.mkdir()
        source, text = folder / f"{name}.md", (SEEDS / f"{name}.md").read_text(encoding="utf-8")
        source.write_text(text, encoding="utf-8")
        first = built(folder, NOW)
        pipeline.write(first)
        words = [word for word in text.split() if word.isalpha() and word.islower()]
        plain = [entry for entry in first.reconciled.lock.live if place_of(entry, text)]
        assert plain, f"no sentence of {name} stands in its cards as it stands in the file"
        for entry in chance.choices(plain, k=EDITS // len(PAPERS)):
            place = place_of(entry, text)
            assert place
            changed = text[: place.start()] + edited(entry.evidence, words, chance) + text[place.end() :]
            source.write_text(changed, encoding="utf-8")
            after = {each.guid: each for each in built(folder, NOW + 9).reconciled.lock.entries}
            others = [each for each in first.reconciled.lock.entries if each.evidence != entry.evidence]
            assert all(after[each.guid].evidence == each.evidence for each in others), "a GUID passed to another fact"
            kept, done = kept + after[entry.guid].live, done + 1
    print(f"kept {kept} of {done}")
    assert kept >= 0.9 * done  # the others lost the words of their answer; what the extractors still find may vary
