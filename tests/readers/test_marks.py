"""Which blocks are no place to look for facts: each line of a note with the mark it gets."""

from __future__ import annotations

import pytest

from deckgen.model import Mark
from deckgen.readers import markdown
from deckgen.readers.source import Source


def marks(note: str) -> list[Mark | None]:
    """The marks of the blocks of a note that are no headings, in order."""
    found = markdown.read(Source("note.md", note), None, lambda *_: None)
    return [block.mark for summary in found for block in summary.blocks if block.role != "heading"]


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("* **Authors**: Ada Low, Bo Chan", Mark.METADATA),
        ("* **Year**: 2016", Mark.METADATA),
        ("**Conference**: ICML 2016", Mark.METADATA),
        ("DOI: 10.1000/182", Mark.METADATA),
        ("Ada Low, Bo Chan, Cy de la Diaz", Mark.METADATA),
        (
            "> Low, A., & Chan, B. (2016). Sparse Gates. *Journal of Doors*, 4(2), 1-9. https://doi.org/10.1000/182",
            Mark.METADATA,
        ),
        ("Reviewed by Dr. Ada Low", Mark.METADATA),
        ("TODO", Mark.TODO),
        ("The gates close by the rule TODO.", Mark.TODO),
        ("To be continued", Mark.TODO),
        ("Rating: 4/5", Mark.RATING),
        ("4/5", Mark.RATING),
        ("Grader: nice overview, add the baselines", Mark.COMMENT),
        ("[Paper](https://example.org/a) | [Code](https://example.org/b)", Mark.LINKS),
        ("[Link to the paper](https://example.org/a)", Mark.LINKS),
        ("Also find this summary at [my page](https://example.org/a).", Mark.LINKS),
        ("N/A", Mark.TEMPLATE),
        ("Why does the gate close?", Mark.QUESTION),
        ("Does it scale? What about doors?", Mark.QUESTION),
        ("I think the gates are too small.", Mark.OPINION),
        ("It would be interesting to see gates on speech.", Mark.OPINION),
        ("Not sure how the gates are trained.", Mark.OPINION),
        ("The paper is well written and easy to follow.", Mark.OPINION),
        ("Figure 2: gates over time", Mark.NAVIGATION),
    ],
)
def test_a_line_that_is_no_fact_is_marked(line: str, mark: Mark) -> None:
    assert marks(f"# Sparse Gates\n\n{line}\n") == [mark]


@pytest.mark.parametrize(
    "line",
    [
        "The gates close when the input is zero.",
        "They propose a neat trick that halves the memory of the net.",
        "The authors, the year and the venue are predicted from the text.",
        "Code length is measured in bits.",
        "Title words are masked during training.",
        "Is the gate closed? Yes, since the input is zero.",
        'They ask whether gates help ("Where is the gate?") and answer with a probe.',
        "Gates are good at passing noise. I like that. They need no labels.",
        "The I/O cost of phase I is low.",
        "I(X; Y) is the mutual information of gate and input.",
        "> I think of a gate as a door, said the doorman.",
        "The gate follows [Low et al.](https://example.org/a) but adds a second threshold to it.",
        "[[A gate that is closed passes no noise]]",
        "Questions are answered by pointing at a span of the text.",
    ],
)
def test_a_line_that_tells_something_is_not_marked(line: str) -> None:
    assert marks(f"# Sparse Gates\n\n{line}\n") == [None]


@pytest.mark.parametrize(
    ("section", "mark"),
    [
        ("Thoughts", Mark.OPINION),
        ("My opinion", Mark.OPINION),
        ("Comments:", Mark.OPINION),
        ("Questions/Thoughts", Mark.OPINION),
        ("Questions", Mark.QUESTION),
        ("References", Mark.LINKS),
        ("Tags", Mark.METADATA),
        ("Paper Structure Outline", Mark.NAVIGATION),
        ("Strengths", None),
        ("Weaknesses / Notes", None),
        ("Notes", None),
        ("Related Work", None),
        ("Discussion", None),
    ],
)
def test_a_section_marks_what_stands_under_it(section: str, mark: Mark | None) -> None:
    assert marks(f"# Sparse Gates\n\n## {section}\n\n* The gates of the first layer never close.\n") == [mark]


def test_a_label_marks_the_list_it_introduces() -> None:
    assert marks("Thoughts:\n\n* The gates never close in the first layer.\n") == [Mark.OPINION] * 2 or marks(
        "Thoughts:\n\n* The gates never close in the first layer.\n"
    ) == [Mark.OPINION]


def test_a_question_with_its_answer_below_is_none_to_self() -> None:
    assert marks("* Why does it work?\n  * A closed gate passes no noise.\n") == [None, None]


def test_a_list_of_section_titles_is_navigation() -> None:
    note = "1. Introduction\n2. Sparse Gates\n3. Experiments\n4. Related Work\n5. Conclusion\n"
    assert marks(note) == [Mark.NAVIGATION] * 5


def test_an_emphasised_line_below_a_picture_is_its_caption() -> None:
    note = (
        "![gate](https://example.org/g.png)\n\n*A gate that closes when the input is zero.*\n\n*Gates close early.*\n"
    )
    assert marks(note)[1:] == [Mark.NAVIGATION, None]


def test_headings_without_a_word_below_them_are_a_template() -> None:
    summary = markdown.read(
        Source("n.md", "# Gates\n\n## Model\n\n## Results\n\nThey win.\n\n## Exp\n"), None, lambda *_: None
    )[0]
    assert {b.text: b.mark for b in summary.blocks if b.role == "heading"} == {
        "Gates": None, "Model": Mark.TEMPLATE, "Results": None, "Exp": Mark.TEMPLATE,
    }  # fmt: skip
