"""How long the everyday commands take: `python tests/benchmarks/speed.py`.

Prints the best of some runs of each, in seconds, in a copy of the project's summaries. Nothing is asserted, since
machines differ.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "--help": (5, ["--help"]),
    "outline, one summary": (3, ["outline", "seeds/revnet.md"]),
    "cards, one summary": (3, ["cards", "seeds/revnet.md"]),
    "build, all summaries": (2, ["build", "seeds/*.md", "-o", "new.apkg"]),
    "build, nothing changed": (2, ["build", "seeds/*.md", "-o", "same.apkg"]),
}


def seconds(arguments: list[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "deckgen", *arguments], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        seconds(COMMANDS["build, nothing changed"][1], folder)
        for title, (times, arguments) in COMMANDS.items():
            found = []
            for _ in range(times):
                for old in folder.glob("new.*"):
                    old.unlink()
                found.append(seconds(arguments, folder))
            print(f"{min(found):7.2f}  {title}")


if __name__ == "__main__":
    main()
