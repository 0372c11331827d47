"""What the readers' verdicts say of the cards that are kept today.

    python tests/quality/report.py [--refused]

Reads `judged.jsonl` beside this script and makes the cards of `seeds/` as `deckgen cards` would. `--refused` lists the
kept cards that a reader refused, with the remarks.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen import pipeline, sources
from deckgen.config import Deck
from deckgen.model import Choice

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Verdicts:
    """The verdicts on the cards kept today, and how many of those have none."""

    kept: tuple[tuple[Choice, tuple[Mapping[str, Any], ...]], ...]
    unread: int

    @property
    def labels(self) -> Counter[str]:
        """How often readers said keep, fix and reject."""
        return Counter(verdict["label"] for _, verdicts in self.kept for verdict in verdicts)

    def share(self, *labels: str) -> float:
        """Share of the verdicts with one of these labels."""
        return sum(self.labels[label] for label in labels) / max(sum(self.labels.values()), 1)


def judged() -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Key of the card -> verdicts on it."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in (HERE / "judged.jsonl").read_text(encoding="utf-8").splitlines():
        verdict = json.loads(line)
        found[verdict["key"]].append(verdict)
    return {key: tuple(verdicts) for key, verdicts in found.items()}


def verdicts() -> Verdicts:
    """The cards of `seeds/` that are kept today, with what readers said of them."""
    deck = Deck(name="quality", summaries=("seeds/*.md",), output=ROOT / "quality.apkg", root=ROOT)
    texts = pipeline.read(sources.find(deck.summaries, deck.root))
    kept = pipeline.judge(texts.summaries, deck).kept
    known = judged()
    read = tuple((choice, known[choice.card.key]) for choice in kept if choice.card.key in known)
    return Verdicts(read, len(kept) - len(read))


def main(arguments: list[str]) -> None:
    """Print the figures."""
    found = verdicts()
    print(f"{len(found.kept)} kept cards have a verdict, {found.unread} have none")
    print(f"keep {found.share('keep'):.0%}, usable {found.share('keep', 'fix'):.0%}  {dict(found.labels)}")
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for choice, said in found.kept:
        by_kind[choice.card.kind].update(verdict["label"] for verdict in said)
    for kind, labels in sorted(by_kind.items()):
        print(f"  {kind:14} keep {labels['keep']:3}  fix {labels['fix']:3}  reject {labels['reject']:3}")
    print("reasons", dict(Counter(r for _, said in found.kept for v in said for r in v["reasons"]).most_common()))
    if "--refused" in arguments:
        for _, said in found.kept:
            for verdict in said:
                if verdict["label"] != "keep":
                    print(f"{verdict['label']} {verdict['front']} -> {verdict['back']}  ({verdict['remark']})")


if __name__ == "__main__":
    main(sys.argv[1:])
