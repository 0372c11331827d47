"""The user's word on single cards: it holds through rewording, and the file stays the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen import curation
from deckgen.curation import Applied, Curation, Line
from deckgen.errors import CurationError
from deckgen.lockfile import Lock, Policy, Reconciled, reconcile
from tests.lockfile.test_reconcile import BRIEF, LOSS, build, published
from tests.making import basic, cloze, kept, left_out, summary

HOME = summary("attention", BRIEF, LOSS)
ONE, TWO = basic(HOME, BRIEF, "all hidden states"), cloze(HOME, LOSS, "penalty", "smooth")
WORDED = BRIEF.replace("attends to", "looks at").replace("every", "each")
AFTER = summary("attention", WORDED, LOSS)


def written(tmp_path: Path, text: str) -> Curation:
    path = tmp_path / "d.curation.yaml"
    path.write_text(text, encoding="utf-8")
    return curation.read(path)


def of(*lines: Line) -> Curation:
    return Curation(Path("d.curation.yaml"), lines)


def rebuilt(applied: Applied, lock: Lock, home: object = HOME) -> Reconciled:
    policy = applied.policy(Policy(now=2000, deck="Papers"))
    return reconcile(lock, applied.choices, [home], policy)  # type: ignore[list-item]


def fronts(applied: Applied) -> list[str]:
    return [choice.card.fields.get("Front", "") for choice in applied.choices if choice.kept]


def test_a_file_that_does_not_exist_changes_nothing(tmp_path: Path) -> None:
    applied = curation.apply(curation.read(tmp_path / "none.yaml"), Lock(), kept(ONE))
    assert (applied.choices, applied.problems) == (tuple(kept(ONE)), ())


def test_a_rejected_card_is_left_out_and_its_note_retired(tmp_path: Path) -> None:
    user = written(tmp_path, f"reject:\n- {ONE.key}  # too vague\n")
    applied = curation.apply(user, published(ONE, TWO), kept(ONE, TWO))
    assert [choice.reasons for choice in applied.choices] == [(curation.REJECTED,), ()]
    assert [c.kind.value for c in rebuilt(applied, published(ONE, TWO)).changes] == ["retired"]


@pytest.mark.parametrize("lock", [published(ONE), Lock()], ids=["published", "never published"])
def test_a_rejected_card_does_not_come_back_reworded(lock: Lock) -> None:
    user = of(curation.line_for("reject", ONE))
    card = basic(AFTER, WORDED, "all hidden states")
    applied = curation.apply(user, lock, kept(card))
    done = rebuilt(applied, lock, AFTER)
    assert not done.lock.live


def test_an_edit_replaces_the_text_and_survives_a_reworded_source() -> None:
    user = of(curation.line_for("edit", ONE, {"Front": "What does the decoder see?"}))
    lock = rebuilt(curation.apply(user, Lock(), kept(ONE)), Lock()).lock
    assert [entry.fields["Front"] for entry in lock.entries] == ["What does the decoder see?"]
    applied = curation.apply(user, lock, kept(basic(AFTER, WORDED, "all hidden states")))
    assert fronts(applied) == ["What does the decoder see?"]
    assert ["is stale" in str(problem) for problem in applied.problems] == [True]
    assert "each step" in str(applied.problems[0])
    done = rebuilt(applied, lock, AFTER)
    assert [note.guid for note in done.notes] == [lock.entries[0].guid]


def test_an_edit_whose_source_did_not_change_is_no_problem() -> None:
    user = of(curation.line_for("edit", TWO, {"Text": "The loss adds a {{c1::penalty}}."}))
    lock = published(ONE, TWO)
    applied = curation.apply(user, lock, kept(ONE, TWO))
    assert not applied.problems
    assert applied.choices[1].card.fields["Text"] == "The loss adds a {{c1::penalty}}."


def test_an_edit_is_cleaned_like_every_field() -> None:
    applied = curation.apply(
        of(curation.line_for("edit", ONE, {"Back": "<script>x</script><b>b</b>"})), Lock(), kept(ONE)
    )
    assert applied.choices[0].card.fields["Back"] == "<b>b</b>"


def test_an_edit_of_a_field_that_the_card_does_not_have_is_reported() -> None:
    applied = curation.apply(of(curation.line_for("edit", ONE, {"Text": "x"})), Lock(), kept(ONE))
    assert "text, which a basic card does not have" in str(applied.problems[0])


def test_a_pinned_card_enters_the_deck_whatever_selection_and_limits_say() -> None:
    user = of(curation.line_for("pin", TWO))
    lock = published(ONE)
    applied = curation.apply(user, lock, [*kept(ONE), left_out(TWO)])
    done = reconcile(lock, applied.choices, [HOME], applied.policy(Policy(now=2, deck="D", limit=1)))
    assert len(done.lock.live) == 2


def test_a_card_rejected_and_pinned_is_rejected() -> None:
    user = of(curation.line_for("reject", ONE), curation.line_for("pin", ONE))
    assert not curation.apply(user, Lock(), kept(ONE)).choices[0].kept


def test_a_line_about_an_unknown_key_is_reported_with_its_place(tmp_path: Path) -> None:
    applied = curation.apply(written(tmp_path, "# mine\npin:\n- nothing#x-1\n"), Lock(), kept(ONE))
    assert str(applied.problems[0]).startswith(f"{tmp_path}/d.curation.yaml:3: pin nothing#x-1 names no card")


def test_a_former_key_still_works_after_rewording(tmp_path: Path) -> None:
    card = basic(AFTER, WORDED, "all hidden states")
    lock = build(published(ONE), kept(card), AFTER).lock
    for key in (ONE.key, card.key):
        applied = curation.apply(written(tmp_path, f"edit:\n- key: {key}\n  front: Mine?\n"), lock, kept(card))
        assert fronts(applied) == ["Mine?"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("reject: [", 1, "is not YAML"),
        ("reject:\n- a#b-1\ndrop:\n- a\n", 1, "drop"),
        ("- a\n", 1, "no lists"),
        ("reject: yes\n", None, "is no list"),
        ("edit:\n- key: a#b-1\n  front: x\n  colour: red\n", 2, "colour"),
        ("edit:\n- key: a#b-1\n  front: 7\n", 2, "front"),
        ("edit:\n- key: a#b-1\n", 2, "changes nothing"),
        ("pin:\n- evidence: x\n", 2, "key"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_wrong(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    with pytest.raises(CurationError) as caught:
        written(tmp_path, text)
    assert says in str(caught.value)
    assert caught.value.line in (line, line and line + 1)


MINE = """\
# My rules for this deck.
reject:
  # boring
- a#b-1   # really
edit:
- key: a#c-2
  front: >-
    A long
    question?
"""


def test_adding_lines_keeps_the_users_comments_and_order(tmp_path: Path) -> None:
    path = tmp_path / "d.curation.yaml"
    path.write_text(MINE, encoding="utf-8")
    curation.add(path, [curation.line_for("reject", ONE), curation.line_for("pin", TWO)])
    text = path.read_text(encoding="utf-8")
    assert all(line in text for line in ("# My rules for this deck.", "  # boring", "# really"))
    lines = curation.read(path).lines
    assert [(line.action, line.key) for line in lines] == [
        ("reject", "a#b-1"),
        ("reject", ONE.key),
        ("edit", "a#c-2"),
        ("pin", TWO.key),
    ]
    assert lines[2].fields == {"Front": "A long question?"}
    assert lines[1].evidence == BRIEF


def test_adding_a_line_twice_keeps_one(tmp_path: Path) -> None:
    path = tmp_path / "new.curation.yaml"
    for front in ("First?", "Second?"):
        curation.add(path, [curation.line_for("edit", ONE, {"Front": front})])
    assert [line.fields["Front"] for line in curation.read(path).lines] == ["Second?"]


def test_lines_can_be_shown_before_they_are_written() -> None:
    text = curation.as_text([curation.line_for("reject", ONE)])
    assert text.startswith("reject:\n- key: attention#")


def test_the_curation_is_beside_its_deck() -> None:
    assert curation.curation_path(Path("d/x.apkg")) == Path("d/x.curation.yaml")
