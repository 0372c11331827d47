"""Writing files so that a build killed at any moment leaves all of the old ones or all of the new ones.

One file is replaced by a rename. Several are replaced together: their new contents are written beside them, then a
journal that names them is renamed into place, and from then on the change counts as made; the renames that follow can
be finished by anybody. `settle` finishes what a killed build left; every reader of a lock calls it first.
"""

from __future__ import annotations

import contextlib
import glob
import hashlib
import json
import os
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING

from deckgen.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_together(files: Mapping[Path, bytes], journal: Path) -> tuple[Path, ...]:
    """Replace all files or none; a file that has its content already is left alone.

    Args:
        files: path -> new content, all in one folder.
        journal: a path in that folder that is used by nothing else, the same for the same group of files.

    Returns:
        The files that were written.

    Raises:
        WriteError: a folder or file cannot be written; nothing has changed then.
    """
    if any(path.parent != journal.parent for path in files):
        raise ValueError("files that are replaced together stand in one folder")
    try:
        settle(journal)
        changed = {path: content for path, content in files.items() if _differs(path, content)}
        if not changed:
            return ()
        for path in (*changed, journal):
            path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(journal.parent):
            _settle(journal)
            _replace(changed, journal)
    except OSError as error:
        raise WriteError(f"cannot be written ({error.strerror})", path=error.filename or journal) from error
    return tuple(changed)


def journal_of(lock: Path) -> Path:
    """The journal of the pair that a lock and its deck are."""
    return lock.with_name(f".{lock.name}.journal")


def settle(journal: Path) -> None:
    """Finish what a killed build had begun to replace; without a journal there is nothing to do."""
    if not journal.exists():
        return
    try:
        with _alone(journal.parent):
            _settle(journal)
    except OSError as error:
        raise WriteError(f"an interrupted build cannot be finished ({error.strerror})", path=journal) from error


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content


def _replace(files: Mapping[Path, bytes], journal: Path) -> None:
    _refuse_unwritable(files)
    for path in files:
        _discard_drafts(path)
    fresh = {path: _fresh(path, content) for path, content in files.items()}
    try:
        for path, content in files.items():
            _write(fresh[path], content)
        _commit(journal, fresh)
    except OSError:
        for path in files:
            _discard_drafts(path)
        raise
    _settle(journal)


def _discard_drafts(path: Path) -> None:
    """Remove what builds that were killed before their journal stood have left."""
    for draft in path.parent.glob(f".{glob.escape(path.name)}.*.new"):
        draft.unlink(missing_ok=True)


def _fresh(path: Path, content: bytes) -> Path:
    """Where the new content waits; named by it, so that no two builds share a half-written file."""
    return path.with_name(f".{path.name}.{hashlib.sha256(content).hexdigest()[:12]}.new")


def _refuse_unwritable(files: Mapping[Path, bytes]) -> None:
    for path in files:
        if path.is_dir():
            raise IsADirectoryError(21, "it is a folder", str(path))
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(13, "it is write-protected", str(path))


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        _sync(file)


def _commit(journal: Path, fresh: Mapping[Path, Path]) -> None:
    moves = [[new.name, path.name] for path, new in fresh.items()]
    draft = journal.with_name(journal.name + ".new")
    _write(draft, json.dumps({"moves": moves}).encode())
    draft.replace(journal)
    _sync_folder(journal.parent)


def _settle(journal: Path) -> None:
    """Make every rename of the journal that is not made yet, then forget the journal."""
    if not journal.exists():
        return
    for new, path in _moves(journal):
        with contextlib.suppress(FileNotFoundError):  # this one was made before the build was killed
            (journal.parent / new).replace(journal.parent / path)
    _sync_folder(journal.parent)
    journal.unlink()


def _moves(journal: Path) -> list[tuple[str, str]]:
    """What a journal wants renamed. It may have come with somebody's repository: only drafts of this folder count."""
    try:
        moves = [(str(new), str(path)) for new, path in json.loads(journal.read_bytes())["moves"]]
    except (ValueError, KeyError, TypeError) as error:
        raise WriteError("is no journal of an interrupted build: delete it", path=journal) from error
    for new, path in moves:
        if Path(path).name != path or not re.fullmatch(re.escape(f".{path}.") + r"[0-9a-f]{12}\.new", new):
            raise WriteError(f"would rename {new} to {path}, which no build does: delete it", path=journal)
    return moves


def _sync(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep a second build out of the folder for as long as this one replaces files; it waits."""
    if os.name != "posix":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
