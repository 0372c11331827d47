"""Deck and lock are one: a build killed at any moment leaves the old pair or the new pair to whoever reads next."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen import files
from deckgen.errors import WriteError

OLD, NEW = (b"old deck" * 4_000, b"old lock" * 900), (b"new deck, longer" * 5_000, b"new lock" * 1_000)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="killing a build needs fork")


def pair(folder: Path) -> tuple[Path, Path, Path]:
    lock = folder / "d.lock.jsonl"
    return folder / "d.apkg", lock, files.journal_of(lock)


def write(folder: Path, contents: tuple[bytes, bytes]) -> tuple[Path, ...]:
    deck, lock, journal = pair(folder)
    return files.write_together({deck: contents[0], lock: contents[1]}, journal)


def seen(folder: Path) -> tuple[bytes, bytes]:
    """What the next reader sees."""
    deck, lock, journal = pair(folder)
    files.settle(journal)
    return deck.read_bytes(), lock.read_bytes()


def in_a_child(work: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


STEPS = ("open", "fsync", "replace", "unlink", "flock", "write")


def die_at(step: int) -> None:
    """Kill this process before its n-th step that touches the disk."""
    import fcntl

    count = 0

    def deadly(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **rest: object) -> object:
            nonlocal count
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **rest)

        return call

    os.open, os.fsync, os.replace, os.unlink = map(deadly, (os.open, os.fsync, os.replace, os.unlink))  # type: ignore[assignment]
    fcntl.flock = deadly(fcntl.flock)  # type: ignore[assignment]
    for name in ("open", "replace", "unlink", "write_bytes"):
        setattr(Path, name, deadly(getattr(Path, name)))


def test_a_build_killed_before_any_step_leaves_one_of_the_two_pairs(tmp_path: Path) -> None:
    found = set()
    for step in range(1, 60):
        write(tmp_path, OLD)
        child = in_a_child(lambda step=step: (die_at(step), write(tmp_path, NEW)))  # type: ignore[misc]
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        state = seen(tmp_path)
        assert state in (OLD, NEW)
        found.add(state)
        if not killed:
            break
    assert not killed
    assert found == {OLD, NEW}


def test_a_build_killed_at_200_random_moments_leaves_one_of_the_two_pairs(tmp_path: Path) -> None:
    chance = random.Random(1)
    started = time.perf_counter()
    write(tmp_path, OLD)
    write(tmp_path, NEW)
    usual = (time.perf_counter() - started) / 2
    for round_ in range(200):
        write(tmp_path, OLD if round_ % 2 else NEW)
        child = in_a_child(lambda round_=round_: write(tmp_path, NEW if round_ % 2 else OLD))  # type: ignore[misc]
        time.sleep(chance.uniform(0, 2 * usual))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert seen(tmp_path) in (OLD, NEW)


def test_the_next_build_leaves_no_drafts_behind(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    os.waitpid(in_a_child(lambda: (die_at(9), write(tmp_path, NEW))), 0)
    write(tmp_path, NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.apkg", "d.lock.jsonl"]


def test_equal_contents_are_not_written_again(tmp_path: Path) -> None:
    assert len(write(tmp_path, OLD)) == 2
    before = [path.stat().st_mtime_ns for path in pair(tmp_path)[:2]]
    assert write(tmp_path, OLD) == ()
    assert [path.stat().st_mtime_ns for path in pair(tmp_path)[:2]] == before
    assert write(tmp_path, (OLD[0], NEW[1])) == (pair(tmp_path)[1],)


@pytest.mark.parametrize("broken", ["folder in its place", "no room"])
def test_a_target_that_cannot_be_written_leaves_everything_as_it_was(
    tmp_path: Path, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, OLD)
    deck, lock, _ = pair(tmp_path)
    if broken == "folder in its place":
        lock.unlink()
        lock.mkdir()
    else:
        monkeypatch.setattr(files, "_sync", _no_room)
    with pytest.raises(WriteError):
        write(tmp_path, NEW)
    assert deck.read_bytes() == OLD[0]
    assert lock.is_dir() or lock.read_bytes() == OLD[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.apkg", "d.lock.jsonl"]


def test_a_parent_that_is_a_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="cannot be written"):
        write(tmp_path / "file", NEW)


@pytest.mark.parametrize(
    "moves", ['[["a", "../../b"]]', '[["/etc/hosts", "d.apkg"]]', '[[".d.apkg.xyz.new", "d.apkg"]]', '[["x"]]', "{"]
)
def test_a_forged_journal_renames_nothing(tmp_path: Path, moves: str) -> None:
    write(tmp_path, OLD)
    (tmp_path / "a").write_text("a")
    pair(tmp_path)[2].write_text(f'{{"moves": {moves}}}')
    with pytest.raises(WriteError, match="delete it"):
        seen(tmp_path)
    assert (pair(tmp_path)[0].read_bytes(), (tmp_path / "a").read_text()) == (OLD[0], "a")


def _no_room(_: object) -> None:
    raise OSError(28, "No space left on device")
