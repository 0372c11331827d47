"""How well the readers find the structure of real notes: `python -m tests.readers.score_corpus [folder ...]`.

The notes are not part of the project; without them there is nothing to score. Folders may hold any Markdown notes:
the flattened twin is made from each.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from deckgen.model import Block, ElementKind, Role, Summary
from deckgen.readers import markdown
from deckgen.readers.flat_mask import mask
from deckgen.readers.flat_split import Piece, split
from deckgen.readers.flat_tails import settle
from deckgen.readers.inline import TOKEN
from deckgen.readers.source import decode
from tests.readers.ground_truth import Line, Truth, lines, truth

SHARED = Path(__file__).parents[2] / ".." / "shared"
SHOWN = ("missed", "extra", "itemmissed", "itemextra", "marker", "prose", "cut", "lines")


def flattener() -> ModuleType:
    """The tool that makes flattened twins."""
    spec = importlib.util.spec_from_file_location("flatten", SHARED / "tools" / "flatten.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(truths: Iterable[tuple[str, Truth]], show: str = "") -> Counter[str]:
    """Counts of what was found, missed and invented in flattened notes."""
    counts: Counter[str] = Counter()
    for name, note in truths:
        masked = mask(note.text)
        pieces = split(masked)
        _score_headings(counts, name, note, pieces, show)
        _score_items(counts, name, note, pieces, show)
        _score_spans(counts, name, note, settle(masked, pieces), show)
    return counts


def _score_headings(counts: Counter[str], name: str, note: Truth, pieces: list[Piece], show: str) -> None:
    found = {p.start: p for p in pieces if p.role is Role.HEADING}
    counts["heading true"] += len(note.heads)
    counts["heading found"] += len(found)
    counts["heading hit"] += len(found.keys() & note.heads.keys())
    for start in sorted(found.keys() ^ note.heads.keys()):
        _show(show, "extra" if start in found else "missed", name, note.text, start)
    for start in sorted(found.keys() & note.heads.keys()):
        piece = found[start]
        end, prose = note.heads[start]
        kind = "prose" if prose else "marker"
        right = not note.text[min(piece.end, end) : max(piece.end, end)].strip("# ")
        rule = f"rule {kind} {piece.rule} {'sure' if piece.certain else 'unsure'}"
        for key in (f"end {kind}", rule):
            counts[key] += 1
            counts[f"{key} right"] += right
        if not right:
            _show(show, kind, f"{name} [{rule}] {note.text[start:end]!r}", note.text, piece.end)


def _score_items(counts: Counter[str], name: str, note: Truth, pieces: list[Piece], show: str) -> None:
    found = {p.start for p in pieces if p.role is Role.ITEM}
    counts["item true"] += len(note.items)
    counts["item found"] += len(found)
    counts["item hit"] += len(found & note.items)
    for start in sorted(found ^ note.items):
        _show(show, "itemextra" if start in found else "itemmissed", name, note.text, start)


def _score_spans(counts: Counter[str], name: str, note: Truth, pieces: list[Piece], show: str) -> None:
    """Code and formulas with the boundary of a piece strictly inside."""
    edges = sorted({edge for p in pieces for edge in (p.start, p.body, p.end)})
    for start, end in note.spans:
        inside = [edge for edge in edges if start < edge < end]
        formula = any(p.start == start and p.role is Role.HEADING for p in pieces)
        counts["spans"] += 1
        if inside and not formula:
            counts["spans cut"] += 1
            _show(show, "cut", name, note.text, inside[0])


def _show(show: str, kind: str, name: str, text: str, at: int) -> None:
    if show == kind:
        print(f"{name}: ...{text[max(0, at - 50) : at]!r} || {text[at : at + 60]!r}")


def score_markdown(notes: Iterable[tuple[str, str]], show: str = "") -> Counter[str]:
    """Counts of the headings, items, paragraphs and formulas of Markdown notes that the reader gives at their lines."""
    counts: Counter[str] = Counter()
    for name, text in notes:
        source = decode(text.encode(), name)
        found = [
            (summary, block) for summary in markdown.read(source, None, lambda *_: None) for block in summary.blocks
        ]
        for line in lines(source.text):
            if line.kind not in ("heading", "item", "paragraph", "display"):
                continue
            counts[f"md {line.kind}"] += 1
            hit = any(_is_line(line, summary, block) for summary, block in found)
            counts[f"md {line.kind} right"] += hit
            if not hit and show == "lines":
                print(f"{name}:{line.number} {line.kind} {line.text[:100]!r}")
    return counts


def _is_line(line: Line, summary: Summary, block: Block) -> bool:
    if line.kind == "display":
        kinds = {summary.elements[t].kind for t in TOKEN.findall(block.text) if t in summary.elements}
        return block.origin.line <= line.number and bool(kinds & {ElementKind.DISPLAY, ElementKind.MATH})
    roles = {
        "heading": (Role.HEADING,),
        "item": (Role.ITEM, Role.IMAGE, Role.FORMULA, Role.CODE),
        "paragraph": tuple(Role),
    }
    empty = not line.text.strip(" \t*+->#0123456789.)")
    return empty or (block.origin.line == line.number and block.role in roles[line.kind])


def report(counts: Counter[str]) -> list[str]:
    """The counts as percentages, one line a measure."""
    found = []
    for what in ("heading", "item"):
        hit, true, all_found = counts[f"{what} hit"], counts[f"{what} true"], counts[f"{what} found"]
        if true:
            found.append(f"{what} start: precision {_percent(hit, all_found)}, recall {_percent(hit, true)} of {true}")
    if counts["spans"]:
        found.append(f"code and formulas cut: {counts['spans cut']} of {counts['spans']}")
    for key in sorted(counts):
        if f"{key} right" in counts:
            found.append(f"{key}: {_percent(counts[f'{key} right'], counts[key])} of {counts[key]}")
    return found


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def texts(folders: Iterable[Path]) -> list[tuple[str, str]]:
    """The Markdown notes below the folders, by name; what only a repository holds is no twin of a page."""
    paths = sorted(p for folder in folders for p in folder.rglob("*.md") if not p.name.endswith(".repo.md"))
    return [(f"{p.parent.name}/{p.name}", p.read_bytes().decode("utf-8", "replace")) for p in paths]


def notes(folders: Iterable[Path]) -> list[tuple[str, Truth]]:
    """The truths about the flattened twins of all notes below the folders."""
    flatten = flattener().flatten
    return [(name, truth(text, flatten)) for name, text in texts(folders)]


def main() -> None:
    """Print the figures of the folders, by default of the development notes and of the seeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", default="", choices=SHOWN, help="list the misses of one sort")
    parser.add_argument("--markdown", action="store_true", help="score the Markdown reader too")
    args = parser.parse_args()
    corpus = SHARED / "corpus"
    for group in [[f] for f in args.folders] or [[corpus / "dev"], [corpus / "seed-originals", corpus / "seed-gold"]]:
        counts = score(notes(group), args.show)
        if args.markdown:
            counts += score_markdown(texts(group), args.show)
        print("\n".join([" ".join(folder.name for folder in group), *report(counts)]))


if __name__ == "__main__":
    main()
