"""A deck that can be rebuilt for years: what happens to published notes when their sources change."""

from __future__ import annotations

import pytest

from deckgen.lockfile import Cause, ChangeKind, Lock, Policy, Reconciled, forget, reconcile, search
from deckgen.model import Card, Choice, State, Summary
from tests.making import basic, cloze, kept, left_out, summary

BRIEF = "The decoder attends to all hidden states of the encoder at every step of the output."
LOSS = "The loss adds a penalty on the norm of the gradient to keep the critic smooth."
RESULT = "On ImageNet the deeper network lowers the top-5 error to 3.57 percent."


def build(lock: Lock, choices: list[Choice], *summaries: Summary, now: int = 1000, **policy: object) -> Reconciled:
    return reconcile(lock, choices, summaries, Policy(now=now, deck="Papers", **policy))  # type: ignore[arg-type]


def published(*cards: Card) -> Lock:
    return build(Lock(), kept(*cards), *{card.summary.id: card.summary for card in cards}.values()).lock


def kinds(done: Reconciled) -> list[ChangeKind]:
    return [change.kind for change in done.changes]


def test_a_first_build_publishes_what_selection_keeps() -> None:
    home = summary("attention", BRIEF, LOSS)
    done = build(Lock(), [*kept(basic(home, BRIEF, "all hidden states")), left_out(basic(home, LOSS, "smooth"))], home)
    assert [(note.key, note.mtime, note.state) for note in done.notes] == [(done.lock.entries[0].key, 1000, State.LIVE)]
    assert kinds(done) == [ChangeKind.ADDED]


def test_a_second_build_changes_nothing() -> None:
    home = summary("attention", BRIEF, LOSS)
    cards = basic(home, BRIEF, "all hidden states"), cloze(home, LOSS, "penalty", "smooth")
    first = build(Lock(), kept(*cards), home)
    second = build(first.lock, kept(*cards), home, now=2000)
    assert second == first.__class__(first.notes, first.lock, (), ())


def test_a_reworded_sentence_keeps_its_guid_and_gets_a_later_time() -> None:
    home = summary("attention", BRIEF)
    lock = published(basic(home, BRIEF, "all hidden states"))
    text = BRIEF.replace("attends to", "looks at").replace("every", "each")
    after = summary("attention", text)
    done = build(lock, kept(basic(after, text, "all hidden states")), after, now=2000)
    assert kinds(done) == [ChangeKind.REWORDED]
    (note,) = done.notes
    assert (note.guid, note.key, note.mtime) == (lock.entries[0].guid, lock.entries[0].key, 2000)
    assert "looks at" in note.fields["Front"]


def test_a_note_whose_answer_was_corrected_keeps_its_guid() -> None:
    home, text = summary("resnet", RESULT), RESULT.replace("3.57", "3.75")
    lock = published(basic(home, RESULT, "3.57 percent"))
    after = summary("resnet", text)
    done = build(lock, kept(basic(after, text, "3.75 percent")), after)
    assert [note.guid for note in done.notes] == [lock.entries[0].guid]


def test_the_time_moves_on_even_when_the_clock_does_not() -> None:
    home = summary("attention", BRIEF)
    card = basic(home, BRIEF, "all hidden states")
    done = build(published(card), kept(basic(home, BRIEF, "all hidden states", tags=["new"])), home, now=500)
    assert [note.mtime for note in done.notes] == [1001]


def test_a_sibling_with_other_numbers_never_inherits() -> None:
    one = "The small network reaches 71.3 percent on ImageNet after 90 epochs."
    two = "The wide network reaches 74.6 percent on ImageNet after 90 epochs."
    home = summary("nets", one, two)
    lock = published(basic(home, one, "71.3 percent"))
    after = summary("nets", two)
    done = build(lock, kept(basic(after, two, "74.6 percent")), after)
    assert kinds(done) == [ChangeKind.ADDED, ChangeKind.RETIRED]
    assert len({note.guid for note in done.notes}) == 2


def test_two_equally_good_successors_are_not_guessed_between() -> None:
    old = "The model learns features of faces from unlabelled photos."
    new = (
        "The model learns features of hands from unlabelled photos.",
        "The model learns features of cats from unlabelled photos.",
    )
    lock = published(basic(summary("f", old), old, "features of faces", question="What does it learn?"))
    after = summary("f", *new)
    cards = [
        basic(after, text, text.split("learns ")[1].split(" from")[0], question="What does it learn?") for text in new
    ]
    done = build(lock, kept(*cards), after)
    assert sorted(kinds(done)) == [ChangeKind.ADDED, ChangeKind.ADDED, ChangeKind.RETIRED]
    assert all("nothing was guessed" in change.remark for change in done.changes)


def test_a_note_stays_while_its_evidence_stands_though_selection_prefers_another() -> None:
    home = summary("attention", BRIEF, LOSS)
    one, two = basic(home, BRIEF, "all hidden states"), basic(home, LOSS, "smooth")
    done = build(published(one), [left_out(one), *kept(two)], home)
    assert kinds(done) == [ChangeKind.ADDED]
    assert len(done.lock.live) == 2


def test_a_note_stays_while_its_evidence_stands_though_no_card_is_made_of_it_any_more() -> None:
    home = summary("attention", BRIEF, LOSS)
    done = build(published(basic(home, BRIEF, "all hidden states")), [], home)
    assert not done.changes
    assert done.lock.live


def test_a_note_stays_though_its_evidence_stands_late_in_a_long_paragraph() -> None:
    home = summary("attention", *(f"Sentence number {n} says little." for n in range(200)), BRIEF)
    assert not build(published(basic(home, BRIEF, "all hidden states")), [], home).changes


def test_a_refresh_retires_what_is_no_longer_chosen() -> None:
    home = summary("attention", BRIEF, LOSS)
    one = basic(home, BRIEF, "all hidden states")
    done = build(published(one), [left_out(one)], home, refresh=True)
    assert [(c.kind, c.after.cause) for c in done.changes] == [(ChangeKind.RETIRED, Cause.CHOICE)]
    again = build(done.lock, [left_out(one)], home, now=2000)
    assert not again.changes
    assert kinds(build(again.lock, kept(one), home, now=3000)) == [ChangeKind.RETURNED]


def test_a_refresh_hands_the_note_to_the_card_that_is_chosen_now() -> None:
    home = summary("attention", BRIEF)
    one = basic(home, BRIEF, "all hidden states")
    two = basic(home, BRIEF, "all hidden states", question="What does the decoder see?", kind="better")
    lock = published(one)
    done = build(lock, [left_out(one), *kept(two)], home, refresh=True)
    assert [note.guid for note in done.notes] == [lock.entries[0].guid]
    assert done.notes[0].fields["Front"] == "What does the decoder see?"


def test_a_card_that_asks_what_a_published_note_asks_is_held_back() -> None:
    home = summary("attention", BRIEF)
    one = basic(home, BRIEF, "all hidden states")
    done = build(published(one), [left_out(one), *kept(cloze(home, BRIEF, "all hidden states"))], home)
    assert [held.reason for held in done.held] == ["a published note asks the same"]
    assert len(done.notes) == 1


def test_a_card_that_asks_a_published_question_over_another_sentence_is_held_back() -> None:
    home = summary("attention", BRIEF, LOSS)
    one = basic(home, BRIEF, "all hidden states", question="What does it do?")
    done = build(published(one), [left_out(one), *kept(basic(home, LOSS, "smooth", question="What does it do?"))], home)
    assert [held.reason for held in done.held] == ["a published note asks the same"]


def test_a_vanished_note_is_retired_and_returns_with_its_guid() -> None:
    home, gone = summary("attention", BRIEF, LOSS), summary("attention", LOSS)
    card = basic(home, BRIEF, "all hidden states")
    lock = published(card)
    without = build(lock, [], gone, now=2000)
    (note,) = without.notes
    assert note.fields["Retired"]
    assert note.tags == ("deckgen::retired",)
    assert note.fields["Front"] == card.fields["Front"]
    assert note.mtime == 2000
    back = build(without.lock, kept(card), home, now=3000)
    assert kinds(back) == [ChangeKind.RETURNED]
    assert (back.notes[0].guid, back.notes[0].fields["Retired"], back.notes[0].tags) == (note.guid, "", ())


def test_nothing_is_retired_for_a_source_that_could_not_be_read() -> None:
    home = summary("attention", BRIEF)
    lock = published(basic(home, BRIEF, "all hidden states"))
    assert not build(lock, [], incomplete=True).changes
    assert kinds(build(lock, [])) == [ChangeKind.RETIRED]


def test_a_renamed_summary_keeps_its_notes_and_their_times() -> None:
    home, renamed = (
        summary("attention", BRIEF, LOSS),
        summary(
            "nmt",
            BRIEF,
            LOSS,
        ),
    )
    lock = published(basic(home, BRIEF, "all hidden states"), basic(home, LOSS, "smooth"))
    cards = []
    for text, answer in ((BRIEF, "all hidden states"), (LOSS, "smooth")):
        card = basic(renamed, text, answer)
        cards.append(Choice(card.__class__(**{**_parts(card), "fields": {**card.fields, "Context": "Attention"}}), 0.9))
    done = build(lock, cards, renamed, now=2000)
    assert not done.changes
    assert {(e.key, e.mtime, e.summary) for e in done.lock.entries} == {(e.key, 1000, "nmt") for e in lock.entries}


def test_an_equal_sentence_follows_its_summary_when_two_files_swap_their_names() -> None:
    a, b = (
        summary("a", BRIEF, RESULT, LOSS),
        summary("b", RESULT, "Dropout is a way to train many thinned nets at once."),
    )
    other = ("Dropout is a way to train many thinned nets at once.", "many thinned nets")
    of_a = [(BRIEF, "all hidden states"), (RESULT, "3.57 percent"), (LOSS, "smooth")]
    of_b = [(RESULT, "3.57 percent"), other]
    lock = published(*(basic(a, *x) for x in of_a), *(basic(b, *x) for x in of_b))
    guid = {(e.summary, e.evidence): e.guid for e in lock.entries}
    a2, b2 = summary("a", *[t for t, _ in of_b]), summary("b", *[t for t, _ in of_a])
    done = build(lock, kept(*(basic(a2, *x) for x in of_b), *(basic(b2, *x) for x in of_a)), a2, b2)
    after = {(e.summary, e.evidence): e.guid for e in done.lock.entries}
    assert after == {({"a": "b", "b": "a"}[home], text): value for (home, text), value in guid.items()}


def test_a_sentence_that_two_summaries_swap_takes_its_note_along() -> None:
    a, b = summary("a", BRIEF), summary("b", LOSS)
    lock = published(basic(a, BRIEF, "all hidden states"), basic(b, LOSS, "smooth"))
    a2, b2 = summary("a", LOSS), summary("b", BRIEF)
    done = build(lock, kept(basic(a2, LOSS, "smooth"), basic(b2, BRIEF, "all hidden states")), a2, b2)
    assert {(e.evidence, e.guid) for e in done.lock.entries} == {(e.evidence, e.guid) for e in lock.entries}
    assert {e.summary for e in done.lock.entries if e.evidence == BRIEF} == {"b"}


def test_a_split_summary_keeps_its_notes() -> None:
    home = summary("both", BRIEF, LOSS, RESULT)
    lock = published(
        basic(home, BRIEF, "all hidden states"), basic(home, LOSS, "smooth"), basic(home, RESULT, "3.57 percent")
    )
    one, two = summary("both", BRIEF, LOSS), summary("new", RESULT)
    done = build(
        lock,
        kept(basic(one, BRIEF, "all hidden states"), basic(one, LOSS, "smooth"), basic(two, RESULT, "3.57 percent")),
        one,
        two,
    )
    assert {note.guid for note in done.notes} == {entry.guid for entry in lock.entries}
    assert len(done.lock.live) == 3


def test_merged_summaries_keep_one_note_of_an_equal_sentence() -> None:
    a, b = summary("a", BRIEF, LOSS), summary("b", BRIEF)
    lock = published(
        basic(a, BRIEF, "all hidden states"), basic(a, LOSS, "smooth"), basic(b, BRIEF, "all hidden states")
    )
    merged = summary("a", BRIEF, LOSS)
    done = build(lock, kept(basic(merged, BRIEF, "all hidden states"), basic(merged, LOSS, "smooth")), merged)
    assert [(c.kind, c.before.summary) for c in done.changes if c.before] == [(ChangeKind.RETIRED, "b")]


def test_a_better_wording_of_the_same_evidence_inherits_the_note() -> None:
    home = summary("attention", BRIEF)
    lock = published(basic(home, BRIEF, "all hidden states", kind="old"))
    card = basic(
        home, BRIEF, "all hidden states of the encoder", question="What does the decoder attend to?", kind="new"
    )
    done = build(lock, kept(card), home, now=2000)
    assert [(note.guid, note.kind) for note in done.notes] == [(lock.entries[0].guid, "new")]


def test_a_card_of_another_note_type_never_inherits() -> None:
    home = summary("attention", BRIEF)
    lock = published(basic(home, BRIEF, "all hidden states"))
    text = BRIEF.replace("every", "each")
    after = summary("attention", text)
    done = build(lock, kept(cloze(after, text, "all hidden states")), after)
    assert sorted(kinds(done)) == [ChangeKind.ADDED, ChangeKind.RETIRED]


def test_a_note_keeps_its_text_when_no_card_is_made_of_the_new_wording() -> None:
    lock = published(basic(summary("attention", BRIEF), BRIEF, "all hidden states"))
    after = summary("attention", BRIEF.replace("every step", "each single step"), LOSS)
    done = build(lock, kept(basic(after, LOSS, "smooth")), after, now=2000)
    assert [entry.evidence for entry in done.stale] == [BRIEF]
    assert {(note.guid, note.mtime) for note in done.notes} >= {(lock.entries[0].guid, 1000)}
    again = build(done.lock, kept(basic(after, LOSS, "smooth")), after, now=3000)
    assert not again.changes
    assert again.lock == done.lock
    (found,) = [
        e
        for e in build(
            done.lock, kept(basic(after, after.blocks[0].text.split(". ")[0] + ".", "all hidden states")), after
        ).lock.entries
        if e.guid == lock.entries[0].guid
    ]
    assert "each single step" in found.fields["Front"]


@pytest.mark.parametrize(
    "after",
    [
        RESULT.replace("3.57", "3.75"),
        RESULT.replace("ImageNet", "CIFAR-10"),
        RESULT.replace("lowers the top-5 error to 3.57 percent", "uses shortcuts"),
    ],
)
def test_a_note_whose_facts_changed_is_retired_when_no_card_is_made_of_the_new_wording(after: str) -> None:
    lock = published(basic(summary("resnet", RESULT), RESULT, "3.57 percent"))
    assert kinds(build(lock, [], summary("resnet", after))) == [ChangeKind.RETIRED]


def test_a_limit_holds_new_cards_back_and_retires_nothing() -> None:
    home = summary("attention", BRIEF, LOSS, RESULT)
    one, two, three = (
        basic(home, BRIEF, "all hidden states"),
        basic(home, LOSS, "smooth"),
        basic(home, RESULT, "3.57 percent"),
    )
    done = build(published(one, two), kept(one, two, three), home, limit=1)
    assert len(done.lock.live) == 2
    assert [held.choice.card.key for held in done.held] == [three.key]


def test_a_rejected_note_is_retired_and_stays_so_when_reworded() -> None:
    home = summary("attention", BRIEF)
    lock = published(basic(home, BRIEF, "all hidden states"))
    key = lock.entries[0].key
    rejected = build(lock, kept(basic(home, BRIEF, "all hidden states")), home, rejected={key})
    assert kinds(rejected) == [ChangeKind.RETIRED]
    text = BRIEF.replace("every", "each")
    after = summary("attention", text)
    again = build(rejected.lock, kept(basic(after, text, "all hidden states")), after, rejected={key}, now=2000)
    assert not again.changes
    assert len(again.notes) == 1
    text = text.replace("attends to", "looks at")
    after = summary("attention", text)
    third = build(again.lock, kept(basic(after, text, "all hidden states")), after, rejected={key}, now=3000)
    assert not third.changes


def test_only_retired_notes_can_be_forgotten() -> None:
    home = summary("attention", BRIEF, LOSS)
    lock = published(basic(home, BRIEF, "all hidden states"), basic(home, LOSS, "smooth"))
    keys = [entry.key for entry in lock.entries]
    assert forget(lock, keys) == (lock, ())
    without = build(lock, kept(basic(home, LOSS, "smooth")), summary("attention", LOSS)).lock
    left, gone = forget(without, keys)
    assert [entry.evidence for entry in gone] == [BRIEF]
    assert [entry.evidence for entry in left.entries] == [LOSS]


def test_cloze_numbers_never_change_their_meaning() -> None:
    home = summary("gan", LOSS)
    lock = published(cloze(home, LOSS, "penalty", "gradient"))
    more = build(lock, kept(cloze(home, LOSS, "loss", "penalty", "gradient")), home, now=2000)
    (entry,) = more.lock.entries
    assert entry.fields["Text"].startswith("The {{c3::loss}} adds a {{c1::penalty}}")
    fewer = build(more.lock, kept(cloze(home, LOSS, "gradient")), home, now=3000)
    again = build(fewer.lock, kept(cloze(home, LOSS, "gradient", "critic")), home, now=4000)
    assert "{{c2::gradient}}" in again.lock.entries[0].fields["Text"]
    assert "{{c4::critic}}" in again.lock.entries[0].fields["Text"]


def test_the_printed_search_quotes_what_is_special() -> None:
    assert search(["a#b-1", "a.c"]) == r'"Key:re:^(a#b-1|a\.c)$"'


@pytest.mark.parametrize("answer", ["all hidden states", "every step of the output"])
def test_two_facts_of_one_reworded_sentence_keep_their_own_guids(answer: str) -> None:
    home = summary("attention", BRIEF)
    answers = ("all hidden states", "every step of the output")
    lock = published(*(basic(home, BRIEF, each) for each in answers))
    text = BRIEF.replace("attends to", "looks at").replace("decoder", "generator")
    after = summary("attention", text)
    done = build(lock, kept(*(basic(after, text, each) for each in answers)), after)
    before = {entry.answer: entry.guid for entry in lock.entries}
    assert {entry.answer: entry.guid for entry in done.lock.entries}[answer] == before[answer]


def _parts(card: Card) -> dict[str, object]:
    return {name: getattr(card, name) for name in card.__dataclass_fields__}
