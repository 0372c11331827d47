"""Files that hold many summaries, and notes that only look as if they did."""

from __future__ import annotations

import pytest

from deckgen.model import Summary
from deckgen.readers import markdown
from deckgen.readers.source import Source


def read(text: str) -> tuple[Summary, ...]:
    return markdown.read(Source("papers.md", text))


def ids(text: str) -> list[str]:
    return [summary.id for summary in read(text)]


LINKED = """# Papers I read

An introduction to the list.

## [Sparse gates](https://arxiv.org/abs/1901.00001)

Gates are cheap.

### Notes

They saturate.

## [Wide doors](https://arxiv.org/abs/1902.00002)

Doors are wide.
"""


def test_one_heading_a_paper_gives_one_summary_each() -> None:
    first, second = read(LINKED)
    assert (first.id, second.id) == ("papers-sparse-gates", "papers-wide-doors")
    assert [str(summary.origin) for summary in (first, second)] == ["papers.md:5", "papers.md:13"]
    assert [block.text for block in first.blocks] == ["Sparse gates", "Gates are cheap.", "Notes", "They saturate."]
    assert [str(block.origin) for block in second.blocks] == ["papers.md:13", "papers.md:15"]


def test_metadata_lines_or_years_tell_papers_too() -> None:
    assert ids("# Gates\n**Authors**: A. Low\n\nCheap.\n\n# Doors\n**Authors**: B. Chan\n\nWide.\n") == [
        "papers-gates",
        "papers-doors",
    ]
    assert len(read("## Gates (2019)\nCheap.\n\n## Doors (NIPS 2018)\nWide.\n")) == 2


def test_papers_under_headings_of_topics_end_at_the_next_topic() -> None:
    text = "## Vision\n### Gates (2019)\nCheap.\n### Doors (2020)\nWide.\n## Speech\n### Horns (2018)\nLoud.\n"
    assert [summary.blocks[-1].text for summary in read(text)] == ["Cheap.", "Wide.", "Loud."]


def test_two_papers_of_one_title_get_two_ids() -> None:
    assert len(set(ids("# Gates (2019)\nCheap.\n\n# Gates (2019)\nSmall.\n"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "# Paper\n\n* **Title**: Gates\n* **Year**: 2019\n\n# Summary\n\nCheap.\n\n# Notes\n\nSmall.\n",
        "# Sparse gates (2019)\n\n## Method\n\nCheap.\n\n## Results\n\nSmall.\n",
        "# Summary\n\nCheap.\n\n# Related work\n\n[Doors](https://arxiv.org/abs/1902.00002) are wide.\n",
        "```\n# Gates (2019)\n# Doors (2020)\n```\n",
        "Text without any heading.\n",
    ],
)
def test_a_note_on_one_paper_stays_whole(text: str) -> None:
    assert len(read(text)) == 1
