"""What is known about the paper of a note: front matter, heading, metadata lines, names of files and images, text."""

from __future__ import annotations

import pytest

from deckgen.model import Summary
from deckgen.readers import markdown
from deckgen.readers.source import Source
from deckgen.readers.who_front import clean_title
from deckgen.readers.who_names import from_file, from_title


def read(note: str, name: str = "note.md") -> Summary:
    return markdown.read(Source(name, note), None, lambda *_: None)[0]


def test_front_matter_comes_first() -> None:
    note = (
        "---\ntitle: 'Paper | Sparse Nets: Less Is Enough'\nauthors: [Ada Low, Bo Chan]\nyear: 2016\ndoi: 10.1000/182\n"
        "tags: [vision, sparse nets]\n---\n# Another title\n\nGates are closed.\n"
    )
    found = read(note)
    assert (found.title, found.topic, found.year) == ("Sparse Nets: Less Is Enough", "Sparse Nets", 2016)
    assert found.authors == ("Ada Low", "Bo Chan")
    assert found.url == "https://doi.org/10.1000/182"
    assert found.tags == ("vision", "sparse-nets")


def test_the_author_and_date_of_a_post_are_not_those_of_the_paper() -> None:
    found = read("---\ntitle: Sparse Nets\nauthor: The Blogger\ndate: 2020-05-01\n---\nGates are closed.\n")
    assert (found.authors, found.year) == ((), None)


def test_a_title_that_only_cites_gives_way_to_the_description() -> None:
    found = read('---\ntitle: "Jones 2015"\ndescription: "Gates in the human heart"\n---\nGates are closed.\n')
    assert found.title == "Gates in the human heart"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("journalArticle | Qualia Revisited", "Qualia Revisited"),
        ("Paper: Sparse Nets", "Sparse Nets"),
        ("Sparse Nets [math required]", "Sparse Nets"),
        ("Jones et al. 2015", ""),
        ("@1995jones", ""),
    ],
)
def test_what_note_takers_add_to_a_title_is_cut(written: str, title: str) -> None:
    assert clean_title(written) == title


def test_a_heading_gives_title_link_and_year() -> None:
    found = read("## [Closing Gates for Good (2016)](https://example.org/gates)\n\nGates are closed.\n")
    assert (found.title, found.url, found.year) == ("Closing Gates for Good", "https://example.org/gates", 2016)


@pytest.mark.parametrize(
    "note",
    [
        "# Main results\n\nThey win.\n\n# More details\n\nGates are closed.\n",
        "## Introduction\n\nGates are closed.\n",
        "Gates are closed.\n\n# Closing Gates for Good\n\nThey win.\n",
    ],
)
def test_a_section_heading_is_no_title(note: str) -> None:
    assert read(note).title == ""


def test_metadata_lines_give_what_the_heading_does_not() -> None:
    note = (
        "# Paper\n\n* **Title**: Closing All Gates via Skip-RNN\n* **Authors**: Ada Low, Bo Chan\n"
        "* **Link**: https://arxiv.org/abs/1234.5678\n* **Conference**: ICML 2016\n\n# Summary\n\n* Gates are closed.\n"
    )
    found = read(note)
    assert (found.title, found.topic) == ("Closing All Gates via Skip-RNN", "Skip-RNN")
    assert (found.authors, found.year, found.venue) == (("Ada Low", "Bo Chan"), 2016, "ICML 2016")
    assert found.url == "https://arxiv.org/abs/1234.5678"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("R-FCN: Object Detection via Gates", "R-FCN"),
        ("mixup - Beyond Risk", "mixup"),
        ("Professor Forcing: A New Algorithm", "Professor Forcing"),
        ("Fast Nets by Exponential Linear Units (ELUs)", "ELUs"),
        ("Speed Reading via Skim-RNN", "Skim-RNN"),
        ("The Tail at Scale", ""),
        ("The Linux Scheduler: A Decade of Gates", ""),
        ("From Red Wine to Red Tomato: Composition with Context", ""),
        ("Learning with LSTM: A Survey", ""),
        ("GAN: What We Know", ""),
        ("Improved Techniques for Training GANs", ""),
        ("CaMKII regulation of cardiac channels", ""),
    ],
)
def test_a_name_in_a_title(title: str, name: str) -> None:
    assert from_title(title) == name


@pytest.mark.parametrize(
    ("file", "known"),
    [
        ("R-FCN.md", {"topic": "R-FCN"}),
        ("notes/HyperGate.flat.txt", {"topic": "HyperGate"}),
        ("Closing_Gates_for_Good.md", {"title": "Closing Gates for Good"}),
        ("2018-03-18-Closing_Gates_for_Good.md", {"title": "Closing Gates for Good"}),
        ("@1995jones.md", {}),
        ("jones-2015.md", {}),
        ("terry2013replicated.md", {}),
        ("2017-10-25-fVHFUpiz.md", {}),
        ("000_8188729303c9d2b5.txt", {}),
        ("README.md", {}),
        ("gates.md", {}),
        ("LSTM.md", {}),
    ],
)
def test_a_file_name_counts_only_when_it_is_a_title_or_a_coined_name(file: str, known: dict[str, str]) -> None:
    assert from_file(file) == known


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("* ![a](https://example.org/images/GateNet__architecture.png?raw=true)\n* They close gates.\n", "GateNet"),
        ("SparseGate is a layer that closes gates. SparseGate needs no labels.\n", "SparseGate"),
        ("The authors propose a layer called **Gatling**, which closes gates. Gatling wins.\n", "Gatling"),
        ("This paper introduces GateNet, a net that closes gates. GateNet outperforms all others.\n", "GateNet"),
        ("Residual networks (ResNets) are deep. The authors propose to close their gates.\n", ""),
        ("They use an LSTM and an LSTM again. LSTM outperforms GRU.\n", ""),
        ("The method to do that is called Region Pooling. It is cheap.\n", ""),
        ("They compare GateNet with DoorNet. Both are fast.\n", ""),
    ],
)
def test_a_name_in_the_text_needs_evidence(text: str, topic: str) -> None:
    assert read(text).topic == topic


def test_a_short_title_is_its_own_topic_and_a_long_one_is_none() -> None:
    assert read("# Hindsight Gate Replay\n\nGates are closed.\n").topic == "Hindsight Gate Replay"
    assert read("# Closing the Gates of Wide Recurrent Networks for Good\n\nGates are closed.\n").topic == ""


@pytest.mark.parametrize("title", ["Part One", "7. Markets", "Lecture 3", "Chapter 2 Sampling", "Supplement"])
def test_a_part_of_a_book_or_a_course_names_no_paper(title: str) -> None:
    assert read(f"# {title}\n\nThe tower sorts its planes by their height.\n").topic == ""


def test_a_common_word_before_a_colon_is_a_name_only_where_the_text_uses_it_as_one() -> None:
    plain = "# Remembering: why towers keep logs\n\nThe tower sorts its planes by their height.\n"
    named = "# Remembering: a log for towers\n\nThe towers run Remembering. A pilot asks Remembering for a plane.\n"
    assert (read(plain).topic, read(named).topic) == ("", "Remembering")


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Lecture 1: Gates and Doors", ""),
        ("Part One: Gates and Their Value", ""),
        ("Machine Learning", ""),
        ("My Gate Notes", ""),
        ("Finance", ""),
        ("Gist", ""),
        ("Table of contents", ""),
        ("Gatewood: Doors for Everyone", "Gatewood"),
        ("Gate Normalization", "Gate Normalization"),
    ],
)
def test_a_field_a_part_and_a_kind_of_note_are_no_names(title: str, topic: str) -> None:
    assert read(f"# {title}\n\nThe gates of the old town are closed at night.\n").topic == topic


def test_the_front_matter_may_state_any_topic() -> None:
    assert read("---\ntopic: Machine Learning\n---\n# Gates\n\nGates are closed.\n").topic == "Machine Learning"


def test_a_word_of_the_title_is_no_name_that_the_text_gives() -> None:
    note = (
        "# Better Ways of Text Summarization for Us All Today\n\nSummarization is a hard task. Summarization is slow.\n"
    )
    assert read(note).topic == ""


def test_a_word_that_the_text_writes_small_is_no_name() -> None:
    assert read("# Tracking\n\nThey like Tracking, and Tracking needs tracking and more tracking.\n").topic == ""
    assert read("# Tracking\n\nThey like Tracking, and with Tracking they win.\n").topic == "Tracking"


def test_a_data_set_is_not_what_a_paper_with_a_title_is_called() -> None:
    told = "The authors introduce GateSet, 900 doors. They train on the GateSet dataset, and GateSet is large.\n"
    assert read(f"# Closing Doors by Growing Every Wall Around Them\n\n{told}").topic == ""
    assert read(told).topic == "GateSet"


def test_what_a_paper_proposes_is_named_early() -> None:
    told = "They introduce GateNet, a net. GateNet outperforms all others.\n"
    long = "The gates of the old town are closed at night, and nobody goes out.\n\n" * 5
    assert read(told + "\n" + long).topic == "GateNet"
    assert read(long + told).topic == ""
