"""Cases in plain files: a title, the text, what is expected, each closed by a line with a full stop."""

from __future__ import annotations

from pathlib import Path


def cases(folder: Path) -> list[tuple[str, str, str, str]]:
    """File stem, title, text and expectation of every case of a folder, in order."""
    found = []
    for path in sorted(folder.glob("*.md")):
        parts = path.read_text(encoding="utf-8").split("\n.\n")[:-1]
        found += [(path.stem, parts[i].strip(), parts[i + 1], parts[i + 2]) for i in range(0, len(parts), 3)]
    return found
