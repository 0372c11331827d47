"""Sentences on their way to statements: divided, labelled, completed, named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from deckgen import readers
from deckgen.language.prose import statements
from deckgen.language.prose.drafts import readable
from deckgen.language.prose.labels import split_label
from deckgen.model import Block, Mark, Origin, Role, Summary
from deckgen.readers.source import Source


def summaries(note: str, topic: str) -> Iterator[Summary]:
    for summary in readers.read(Source("tower.md", note)).summaries:
        yield replace(summary, topic=topic)


def drafted(note: str, topic: str = "") -> list[str]:
    """The statements of a note as `label | text`."""
    found = (statement for summary in summaries(note, topic) for statement in statements.read(summary).statements)
    return [f"{each.label} | {each.text}" if each.label else each.text for each in found]


@pytest.mark.parametrize(
    "note",
    [
        "The filter hides the lamps, and the spotter marks the runway.",
        "The filter hides the lamps, but the spotter marks the runway.",
    ],
)
def test_two_clauses_become_two_statements(note: str) -> None:
    assert drafted(note) == ["The filter hides the lamps.", "The spotter marks the runway."]


def test_two_clauses_without_a_comma_become_two_statements() -> None:
    note = "The lamps fail at night and the pilots wait for the tower."
    assert drafted(note) == ["The lamps fail at night.", "The pilots wait for the tower."]


@pytest.mark.parametrize(
    "note",
    [
        "The filter hides the lamps and marks the runway.",
        "The pilots say that snow falls and the lamps fail.",
        "If snow falls, the lamps fail and the pilots wait.",
        "When snow falls, the lamps fail and the pilots wait.",
        "The filter hides the lamps and the signs of the runway.",
    ],
)
def test_clauses_that_share_a_part_stay_together(note: str) -> None:
    assert drafted(note) == [note]


def test_a_run_in_label_is_kept_apart() -> None:
    assert drafted("Filter: the lamps of the runway are hidden.") == ["Filter | The lamps of the runway are hidden."]
    assert drafted("Filter - the lamps of the runway are hidden.") == ["Filter | The lamps of the runway are hidden."]


def test_a_bold_term_on_its_own_labels_the_sentences_behind_it() -> None:
    note = "- **Night filter (NF).** The lamps of the runway are hidden. The signs stay in sight."
    assert drafted(note)[1:] == [
        "Night filter (NF) | The lamps of the runway are hidden.",
        "Night filter (NF) | The signs stay in sight.",
    ]


def test_a_label_ends_with_its_block() -> None:
    note = "- **Night filter (NF).** The lamps are hidden.\n- The signs stay in sight."
    assert drafted(note)[-1] == "The signs stay in sight."


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("Filter: hides the lamps.", "Filter", "hides the lamps."),
        ("Night filter – hides the lamps.", "Night filter", "hides the lamps."),
        ("The low-pass filter hides the lamps.", "", "The low-pass filter hides the lamps."),
        ("Filter: no", "", "Filter: no"),
        (
            "A label of far more words than any label has: lamps.",
            "",
            "A label of far more words than any label has: lamps.",
        ),
        ("", "", ""),
    ],
)
def test_a_label_is_short_and_something_follows_it(text: str, label: str, rest: str) -> None:
    assert split_label(text) == (label, rest)


def test_an_item_without_a_subject_speaks_of_the_paper() -> None:
    note = "- Uses a filter for the lamps.\n- Sends an alarm to the tower."
    assert drafted(note, "TowerNet") == [
        "TowerNet uses a filter for the lamps.",
        "TowerNet sends an alarm to the tower.",
    ]


def test_an_item_without_a_subject_speaks_of_the_item_above_it() -> None:
    note = "- Night filter:\n  - Uses a mask for the lamps."
    assert drafted(note, "TowerNet")[-1] == "Night filter uses a mask for the lamps."


@pytest.mark.parametrize("parent", ["Results", "How it works at night in the snow", "Filters"])
def test_an_item_under_a_heading_that_names_nothing_gets_no_subject(parent: str) -> None:
    assert drafted(f"- {parent}\n  - Uses a mask for the lamps.", "TowerNet")[-1] == "Uses a mask for the lamps."


def test_an_item_without_a_subject_stays_so_where_nobody_knows_it() -> None:
    assert drafted("- Uses a filter for the lamps.") == ["Uses a filter for the lamps."]


def test_they_and_the_method_get_their_names() -> None:
    note = "They train the filter on photos. The proposed method hides the lamps."
    assert drafted(note, "TowerNet") == [
        "The TowerNet authors train the filter on photos.",
        "The TowerNet method hides the lamps.",
    ]


def test_it_is_named_by_the_sentence_before_and_not_across_blocks() -> None:
    assert drafted("The filter is small. It hides the lamps.")[-1] == "The filter hides the lamps."
    assert drafted("The filter is small.\n\nIt hides the lamps.")[-1] == "It hides the lamps."


def test_a_statement_ends_with_a_full_stop_and_starts_with_a_capital() -> None:
    assert drafted("- however, the filter hides the lamps") == ["The filter hides the lamps."]


def test_headings_marked_and_uncertain_blocks_are_not_read() -> None:
    block = Block(role=Role.PARAGRAPH, text="The filter hides the lamps.", origin=Origin("tower.md", 1))
    assert readable(block)
    assert not readable(replace(block, role=Role.HEADING, level=1))
    assert not readable(replace(block, role=Role.CODE))
    assert not readable(replace(block, mark=Mark.OPINION))
    assert not readable(replace(block, certain=False))
