"""The real Anki for tests: a collection, the import dialog's call, Anki's own renderer and scheduler."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ERRORS = ("front of this card is blank", "No cloze", "template has a problem", "LaTeX image generation is disabled")
ZERO = {"new": 0, "updated": 0, "duplicate": 0, "conflicting": 0}


@contextmanager
def collection(folder: Path) -> Iterator[Any]:
    """An empty collection in this folder, closed afterwards."""
    from anki.collection import Collection

    folder.mkdir(parents=True, exist_ok=True)
    opened = Collection(str(folder / "collection.anki2"))
    try:
        yield opened
    finally:
        opened.close()


def load(col: Any, package: Path, **options: Any) -> dict[str, int]:
    """Import a package with the options of Anki's dialog (its defaults unless told) and count what it did."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions(**options))
    log = col.import_anki_package(request).log
    return {name: len(getattr(log, name)) for name in ZERO}


def load_bytes(col: Any, content: bytes, folder: Path, **options: Any) -> dict[str, int]:
    """The same for a package that is not on disk yet."""
    path = folder / "package.apkg"
    path.write_bytes(content)
    return load(col, path, **options)


def note(col: Any, guid: str) -> Any:
    """The note with this GUID."""
    return col.get_note(col.db.scalar("select id from notes where guid=?", guid))


def cards(col: Any) -> list[Any]:
    """Every card, by note and position."""
    return [col.get_card(number) for number in col.db.list("select id from cards order by nid, ord")]


def rendered(col: Any) -> list[tuple[str, str]]:
    """Question and answer of every card as Anki's renderer makes them, without the style."""
    style = re.compile(r"<style>.*?</style>", re.DOTALL)
    return [(style.sub("", card.question()), style.sub("", card.answer())) for card in cards(col)]


def errors(col: Any) -> list[str]:
    """The cards on which Anki shows an error, with its text."""
    return [side for card in rendered(col) for side in card if any(error in side for error in ERRORS)]


def answer(col: Any, card_id: int, rating: int = 3) -> None:
    """Review one card with the real scheduler: 1 again, 2 hard, 3 good, 4 easy."""
    from anki.scheduler.v3 import CardAnswer

    states = col._backend.get_scheduling_states(card_id)
    col.get_card(card_id).start_timer()
    after = (states.again, states.hard, states.good, states.easy)[rating - 1]
    review = CardAnswer(
        card_id=card_id,
        current_state=states.current,
        new_state=after,
        rating=rating - 1,
        answered_at_millis=int(time.time() * 1000),
        milliseconds_taken=1,
    )
    col.sched.answer_card(review)
    time.sleep(0.002)  # two reviews in one millisecond would have one id


def edit(col: Any, guid: str, field: str, text: str) -> None:
    """What a learner does in the editor."""
    found = note(col, guid)
    found[field] = text
    col.update_note(found)


def history(col: Any) -> tuple[list[Any], list[Any]]:
    """All columns of all cards, and all reviews."""
    return col.db.all("select * from cards order by id"), col.db.all("select * from revlog order by id")
