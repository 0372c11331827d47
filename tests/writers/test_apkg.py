"""The package as the real Anki takes it: what arrives is what was meant, and equal decks have equal bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.cloze import deletion
from deckgen.errors import WriteError
from deckgen.lockfile.entry import meaning
from deckgen.model import Note, NoteType
from deckgen.notetypes import FIELDS
from deckgen.writers import WRITERS
from deckgen.writers.apkg import card_ords
from tests import anki_helpers as anki

T0 = 1_700_000_000
MTIMES = dict.fromkeys(NoteType, T0)
LONG_AGO, NOW = 1_400_000_000_000, int(time.time() * 1000)


def note(number: int = 1, *, deck: str = "Papers", mtime: int = T0, tags: tuple[str, ...] = (), **fields: str) -> Note:
    kind = NoteType.CLOZE if "Text" in fields else NoteType.BASIC
    given = {
        "Key": f"paper#fact-{number}",
        **({} if kind is NoteType.CLOZE else {"Front": "Q?", "Back": "A"}),
        **fields,
    }
    whole = {name: given.get(name, "") for name in FIELDS[kind]}
    return Note(
        key=whole["Key"],
        guid=f"guid-{number}",
        kind="fact",
        note_type=kind,
        deck=deck,
        fields=whole,
        tags=tags,
        hash=meaning(whole, tags),
        mtime=mtime,
    )


def pack(*notes: Note, media: dict[str, bytes] | None = None, mtimes: dict[NoteType, int] | None = None) -> bytes:
    return WRITERS["apkg"](notes, mtimes=mtimes or MTIMES, media=media or {})


MIXED = (
    note(1, Front="What is <b>a &lt; b</b>?", Context="Paper › Section", Evidence="It says so.", Source="Doe 2016"),
    note(2, ReverseFront="Which?", ReverseBack="That.", deck="Papers::One", tags=("papers", "papers::vision")),
    note(3, Text="{{c1::a}} and {{c3::b::hint}}", deck="Papers::Two"),
    note(4, Text=r"The loss is \(\frac{ {{c1::a}} }{b}\).", Retired="Gone."),
)


def test_notes_cards_decks_and_tags_arrive(tmp_path: Path) -> None:
    with anki.collection(tmp_path) as col:
        assert anki.load_bytes(col, pack(*MIXED), tmp_path) == {**anki.ZERO, "new": 4}
        assert col.card_count() == 1 + 2 + 2 + 1 == sum(len(card_ords(each)) for each in MIXED)
        names = {deck.name for deck in col.decks.all_names_and_ids(skip_empty_default=True)}
        assert names == {"Papers", "Papers::One", "Papers::Two"}
        for each in MIXED:
            found = anki.note(col, each.guid)
            assert dict(found.items()) == dict(each.fields)
            assert (tuple(found.tags), found.mod) == (each.tags, each.mtime)
        assert col.fix_integrity()[1]


def test_every_card_shows_its_question_above_its_answer_without_an_error(tmp_path: Path) -> None:
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(*MIXED), tmp_path)
        assert not anki.errors(col)
        shown = anki.rendered(col)
    fronts = "\n".join(front for front, _ in shown)
    assert "Paper › Section" in fronts
    assert "It says so." not in fronts
    assert all("It says so." in back and "Doe 2016" in back for front, back in shown if "Section" in front)
    assert all("Gone." in front and "Gone." in back for front, back in shown if "loss" in front)
    assert any("Which?" in front and "That." in back for front, back in shown)


def test_new_cards_come_in_the_order_of_the_notes(tmp_path: Path) -> None:
    notes = [note(number, Front=f"Question {number}") for number in (5, 3, 9, 1, 7)]
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(*notes), tmp_path)
        order = col.db.list("select n.guid from cards c join notes n on n.id = c.nid order by c.due")
    assert order == [each.guid for each in notes]


def test_ids_are_past_times_and_differ_between_decks() -> None:
    import sqlite3

    def ids(content: bytes) -> list[int]:
        base = sqlite3.connect(":memory:")
        base.deserialize(_member(content, "collection.anki2"))
        return [row[0] for row in base.execute("select id from notes union all select id from cards")]

    one, two = ids(pack(*MIXED)), ids(pack(note(1, deck="Other"), note(2, deck="Other::One")))
    assert all(LONG_AGO < number < NOW for number in one + two)
    assert not set(one) & set(two)
    kept = ids(pack(MIXED[0], *MIXED[2:]))
    assert set(kept) < set(one)


def test_importing_the_same_package_again_changes_nothing(tmp_path: Path) -> None:
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(*MIXED), tmp_path)
        for card in anki.cards(col):
            anki.answer(col, card.id)
        before = anki.history(col)
        assert anki.load_bytes(col, pack(*MIXED), tmp_path) == {**anki.ZERO, "duplicate": 4}
        assert anki.history(col) == before


def test_a_later_time_delivers_a_change_and_keeps_the_learners_other_edits(tmp_path: Path) -> None:
    later = [note(1, Front="Q1 v2", mtime=int(time.time()) + 5), note(2, Front="Q2")]
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(note(1, Front="Q1"), note(2, Front="Q2")), tmp_path)
        anki.edit(col, "guid-1", "Back", "MINE")
        anki.edit(col, "guid-2", "Back", "MINE")
        assert anki.load_bytes(col, pack(*later), tmp_path) == {**anki.ZERO, "updated": 1, "duplicate": 1}
        assert (anki.note(col, "guid-1")["Front"], anki.note(col, "guid-2")["Back"]) == ("Q1 v2", "MINE")


def test_a_new_style_arrives_and_conflicts_with_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from deckgen.writers import apkg

    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(*MIXED), tmp_path)
        real = apkg.spec
        monkeypatch.setattr(apkg, "spec", lambda kind: _restyled(real(kind)))
        done = anki.load_bytes(col, pack(*MIXED, mtimes=dict.fromkeys(NoteType, int(time.time()) + 5)), tmp_path)
        assert done == {**anki.ZERO, "duplicate": 4}
        assert col.models.by_name("deckgen basic")["css"] == "/* new */"
        assert len([each for each in col.models.all_names() if each.startswith("deckgen")]) == 2


def test_a_retired_note_keeps_its_cards_and_is_found_by_its_tag(tmp_path: Path) -> None:
    gone = note(1, Retired="No longer in the summary.", tags=("deckgen::retired",), mtime=int(time.time()) + 5)
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(note(1)), tmp_path)
        anki.answer(col, anki.cards(col)[0].id)
        before = anki.history(col)
        anki.load_bytes(col, pack(gone), tmp_path)
        assert anki.history(col) == before
        assert len(col.find_notes("tag:deckgen::retired")) == 1
        assert "No longer in the summary." in anki.rendered(col)[0][0]


def test_media_arrive_under_their_names(tmp_path: Path) -> None:
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(note(1, Back='<img src="net-0a1b.png">'), media={"net-0a1b.png": b"PNG"}), tmp_path)
        assert (Path(col.media.dir()) / "net-0a1b.png").read_bytes() == b"PNG"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="{}:a \\c1", min_size=1, max_size=14).filter(str.strip), min_size=5, max_size=20))
def test_a_blank_shows_exactly_what_was_meant(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    import html
    import re

    folder = tmp_path_factory.mktemp("cloze")
    notes = [note(number, Text=f"x {deletion(1, text)} y") for number, text in enumerate(texts, start=1)]
    with anki.collection(folder) as col:
        anki.load_bytes(col, pack(*notes), folder)
        assert col.card_count() == len(texts)
        for each, text in zip(notes, texts, strict=True):
            shown = anki.note(col, each.guid).cards()[0].answer()
            found = re.search(r'<span class="cloze" data-ordinal="1">(.*?)</span>', shown, re.DOTALL)
            assert found
            assert html.unescape(found[1]) == text


REFUSED = {
    "an empty front": note(Front=" <br> "),
    "an empty back": note(Back="<div></div>"),
    "half a reverse card": note(ReverseFront="Which?"),
    "a cloze without a blank": note(Text="nothing"),
    "a wrong cloze mark": note(Text="{{c0::a}}"),
    "a cloze number too high": note(Text="{{c501::a}}"),
    "an open blank": note(Text="{{c1::a}} {{c2::b"),
    "a separator in a field": note(Front="a\x1fb"),
    "LaTeX": note(Front="[latex]x[/latex]"),
    "decomposed Unicode": note(Front="cafe\u0301"),
    "Default": note(deck="Default"),
    "no deck": note(deck=""),
    "an empty deck part": note(deck="A::::B"),
    "a line break in a deck": note(deck="A\nB"),
    "a space in a tag": note(tags=("a b",)),
    "an empty tag part": note(tags=("a::",)),
    "no time": note(mtime=0),
}


@pytest.mark.parametrize("bad", REFUSED.values(), ids=REFUSED.keys())
def test_refuses_what_anki_would_refuse_or_change(bad: Note) -> None:
    with pytest.raises(WriteError):
        pack(bad)


def test_refuses_one_guid_twice() -> None:
    with pytest.raises(WriteError, match="one GUID"):
        pack(note(1), note(1, Front="Other?"))


@pytest.mark.parametrize("name", ["_style.png", "a/b.png", "a:b.png", "", "x" * 130, ".hidden"])
def test_refuses_media_names_that_anki_would_change(name: str) -> None:
    with pytest.raises(WriteError):
        pack(note(1), media={name: b""})


def test_the_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    script = (
        "import hashlib, os; os.umask(int(os.environ['MASK'], 8)); from tests.writers.test_apkg import MIXED, pack;"
        "print(hashlib.sha256(pack(*MIXED, media={'b.png': b'b', 'a.png': b'a'})).hexdigest())"
    )
    root = Path(__file__).parents[2]
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={
                **os.environ,
                "PYTHONPATH": str(root),
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "LC_ALL": lang,
                "MASK": mask,
            },
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, zone, lang, mask, folder in (
            ("1", "UTC", "C", "022", root),
            ("2", "Asia/Tokyo", "C.UTF-8", "077", tmp_path),
            ("99", "America/New_York", "POSIX", "002", Path("/")),
        )
    }
    assert found == {hashlib.sha256(pack(*MIXED, media={"a.png": b"a", "b.png": b"b"})).hexdigest()}


def _member(content: bytes, name: str) -> bytes:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def _restyled(spec: object) -> object:
    from dataclasses import replace

    return replace(spec, css="/* new */")  # type: ignore[type-var]


def test_an_older_package_changes_nothing_after_a_newer_one(tmp_path: Path) -> None:
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(note(1, Front="new", mtime=T0 + 9)), tmp_path)
        assert anki.load_bytes(col, pack(note(1, Front="old")), tmp_path) == {**anki.ZERO, "duplicate": 1}
        assert anki.note(col, "guid-1")["Front"] == "new"


def test_a_reverse_card_added_later_leaves_the_first_card_as_it_is(tmp_path: Path) -> None:
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(note(1)), tmp_path)
        anki.answer(col, anki.cards(col)[0].id)
        before = anki.history(col)
        anki.load_bytes(col, pack(note(1, ReverseFront="Which?", ReverseBack="That", mtime=T0 + 9)), tmp_path)
        cards, reviews = anki.history(col)
        assert ([row for row in cards if row in before[0]], reviews) == before
        assert len(cards) == 2


def test_a_learner_who_renames_the_note_type_or_its_fields_still_gets_updates(tmp_path: Path) -> None:
    with anki.collection(tmp_path) as col:
        anki.load_bytes(col, pack(note(1)), tmp_path)
        model = col.models.by_name("deckgen basic")
        model["name"] = "Mine"
        model["flds"][0]["name"] = "Vorderseite"
        col.models.update_dict(model)
        done = anki.load_bytes(col, pack(note(1, Front="v2", mtime=int(time.time()) + 9)), tmp_path)
        assert done == {**anki.ZERO, "updated": 1}
        assert anki.note(col, "guid-1").fields[0] == "v2"


def test_a_hundred_subdecks_arrive_below_their_parents(tmp_path: Path) -> None:
    notes = [note(number, deck=f"Papers::Part {number % 10}::Paper {number}") for number in range(1, 101)]
    with anki.collection(tmp_path) as col:
        assert anki.load_bytes(col, pack(*notes), tmp_path)["new"] == 100
        assert col.decks.by_name("Papers::Part 3")
        assert not anki.errors(col)
