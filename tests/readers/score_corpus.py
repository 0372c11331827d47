"""How well the readers find the structure of real notes: `python tests/readers/score_corpus.py [folder ...]`.

The notes are not part of the project; without them there is nothing to score. Folders may hold any Markdown notes:
the flattened twin is made from each.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from ground_truth import Truth, truth  # noqa: E402

from deckgen.model import Role  # noqa: E402
from deckgen.readers.flat_mask import mask  # noqa: E402
from deckgen.readers.flat_split import Piece, split  # noqa: E402

SHARED = Path(__file__).parents[2] / ".." / "shared"


def flattener() -> ModuleType:
    """The tool that makes flattened twins."""
    spec = importlib.util.spec_from_file_location("flatten", SHARED / "tools" / "flatten.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(truths: Iterable[tuple[str, Truth]], *, verbose: str = "") -> Counter[str]:
    """Counts of what was found, missed and invented."""
    counts: Counter[str] = Counter()
    for name, note in truths:
        pieces = split(mask(note.text))
        _score_headings(counts, name, note, pieces, verbose)
        _score_items(counts, name, note, pieces, verbose)
    return counts


def _score_headings(counts: Counter[str], name: str, note: Truth, pieces: list[Piece], verbose: str) -> None:
    found = {p.start: p for p in pieces if p.role is Role.HEADING}
    counts["heading true"] += len(note.heads)
    counts["heading found"] += len(found)
    for start, piece in found.items():
        if start not in note.heads:
            _show(verbose, "extra", name, note.text, start)
            continue
        counts["heading hit"] += 1
        end, prose = note.heads[start]
        kind = "prose" if prose else "marker"
        right = not note.text[min(piece.end, end) : max(piece.end, end)].strip("# ")
        counts[f"end {kind}"] += 1
        counts[f"end {kind} right"] += right
        counts[f"rule {kind} {piece.rule} {'sure' if piece.certain else 'unsure'}"] += 1
        counts[f"rule {kind} {piece.rule} {'sure' if piece.certain else 'unsure'} right"] += right
        if not right and verbose in (kind, kind + piece.rule):
            print(
                f"{name} [{piece.rule} {piece.certain}] {note.text[start : max(end, piece.end)][:150]!r} true {note.text[start:end]!r}"
            )
    for start in note.heads:
        if start not in found:
            _show(verbose, "missed", name, note.text, start)


def _score_items(counts: Counter[str], name: str, note: Truth, pieces: list[Piece], verbose: str) -> None:
    found = {p.start for p in pieces if p.role is Role.ITEM}
    counts["item true"] += len(note.items)
    counts["item found"] += len(found)
    counts["item hit"] += len(found & note.items)
    for start in sorted(found - note.items):
        _show(verbose, "itemextra", name, note.text, start)
    for start in sorted(note.items - found):
        _show(verbose, "itemmissed", name, note.text, start)


def _show(verbose: str, kind: str, name: str, text: str, at: int) -> None:
    if verbose == kind:
        print(f"{name}: ...{text[max(0, at - 50) : at]!r} || {text[at : at + 60]!r}")


def report(counts: Counter[str]) -> list[str]:
    """The counts as percentages, one line a measure."""
    lines = []
    for what in ("heading", "item"):
        hit, true, found = counts[f"{what} hit"], counts[f"{what} true"], counts[f"{what} found"]
        lines.append(f"{what} start: precision {_percent(hit, found)}, recall {_percent(hit, true)} of {true}")
    for kind in ("marker", "prose"):
        lines.append(
            f"heading end before {kind}: {_percent(counts[f'end {kind} right'], counts[f'end {kind}'])} of {counts[f'end {kind}']}"
        )
    for key in sorted(k for k in counts if k.startswith("rule") and not k.endswith(" right")):
        lines.append(f"  {key[5:]}: {_percent(counts[key + ' right'], counts[key])} of {counts[key]}")
    return lines


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def notes(folders: Iterable[Path]) -> list[tuple[str, Truth]]:
    """The truths of all notes below the folders."""
    flatten = flattener().flatten
    paths = sorted(p for folder in folders for p in folder.rglob("*.md") if not p.name.endswith(".repo.md"))
    texts = ((p, p.read_bytes().decode("utf-8", "replace")) for p in paths)
    return [(f"{p.parent.name}/{p.name}", truth(text, flatten)) for p, text in texts]


def main() -> None:
    """Print the figures of the folders, by default of the development notes and of the seeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", default="", help="missed, extra, itemmissed, itemextra, marker, prose")
    parser.add_argument("--by-author", action="store_true")
    args = parser.parse_args()
    corpus = SHARED / "corpus"
    groups = [[f] for f in args.folders] or [[corpus / "dev"], [corpus / "seed-originals", corpus / "seed-gold"]]
    for group in groups:
        counts = score(notes(group), verbose=args.show)
        print("\n".join([" ".join(f.name for f in group), *report(counts)]))


if __name__ == "__main__":
    main()
