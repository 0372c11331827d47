"""Pages saved from a browser."""

from __future__ import annotations

import pytest

from deckgen.model import Block, ElementKind, Role, Summary
from deckgen.readers import page
from deckgen.readers.source import Source

FILLER = "Gates are units that let a signal pass, and this sentence makes the article long enough to be one. " * 3


def read(html: str) -> Summary:
    (summary,) = page.read(Source("page.html", html))
    return summary


def article(html: str) -> tuple[Block, ...]:
    return read(f"<html><body><article>\n{html}\n<p>{FILLER}</p></article></body></html>").blocks[:-1]


def test_only_the_article_of_a_page_is_read() -> None:
    summary = read(
        "<html><head><title>Sparse gates | A blog</title><script>var a = 1</script></head><body>"
        "<nav><a href='/'>Home</a></nav>"
        f"<main><h1>Sparse gates</h1><p>{FILLER}</p><aside>Subscribe!</aside><div class='comments'>Nice!</div></main>"
        "<footer>2019</footer></body></html>"
    )
    assert [block.text for block in summary.blocks] == ["Sparse gates", FILLER.strip()]
    assert summary.metadata["title"] == "Sparse gates"


def test_the_head_of_a_page_names_the_paper() -> None:
    summary = read(
        '<meta name="citation_title" content="Sparse gates"><meta name="citation_author" content="Ada Low">'
        '<meta name="citation_author" content="Bo Chan">'
        '<meta name="citation_date" content="2019/05/01"><p>Text here.</p>'
    )
    assert summary.metadata["authors"] == "Ada Low, Bo Chan"
    assert summary.metadata["date"] == "2019/05/01"


def test_structure_becomes_blocks_with_their_lines() -> None:
    blocks = article(
        "<h2>Idea</h2>\n<p>The kinds are:</p>\n<ol start='3'><li>hard<ul><li>binary</li></ul></li><li>soft</li></ol>"
    )
    assert [(b.role, b.text, b.level, b.number, b.parents, b.lead, b.origin.line) for b in blocks] == [
        (Role.HEADING, "Idea", 2, None, (), "", 2),
        (Role.PARAGRAPH, "The kinds are:", 0, None, (), "", 3),
        (Role.ITEM, "hard", 1, 3, (), "The kinds are:", 4),
        (Role.ITEM, "binary", 2, None, ("hard",), "", 4),
        (Role.ITEM, "soft", 1, 4, (), "The kinds are:", 4),
    ]


def test_quotes_code_tables_and_definitions() -> None:
    quote, code, table, term = article(
        "<blockquote><p>Gates leak.</p></blockquote><pre><code>x &lt; 1\n  y</code></pre>"
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><dl><dt>Gate</dt><dd>a unit</dd></dl>"
    )
    assert (quote.role, quote.text, quote.quoted) == (Role.QUOTE, "Gates leak.", True)
    assert (code.role, code.text) == (Role.CODE, "x < 1\n  y")
    assert table.rows == (("a", "b"), ("1", "2"))
    assert (term.role, term.text) == (Role.ITEM, "Gate: a unit")


@pytest.mark.parametrize(
    ("html", "tex", "kind"),
    [
        (
            '<span class="katex"><math><annotation encoding="application/x-tex">x_1</annotation></math></span>',
            "x_1",
            ElementKind.MATH,
        ),
        ('<script type="math/tex">a*b_2*c</script>', "a*b_2*c", ElementKind.MATH),
        ('<script type="math/tex; mode=display">a = b</script>', "a = b", ElementKind.DISPLAY),
        ("$x_i * y_i * z$", "x_i * y_i * z", ElementKind.MATH),
    ],
)
def test_formulas_are_read_from_the_tex_behind_them(html: str, tex: str, kind: ElementKind) -> None:
    summary = read(f"<article><p>Let {html} be given.</p><p>{FILLER}</p></article>")
    (element,) = (e for e in summary.elements.values() if e.kind in (ElementKind.MATH, ElementKind.DISPLAY))
    assert (element.text, element.kind) == (tex, kind)


def test_signs_of_markdown_in_a_page_are_text() -> None:
    (block,) = article("<p>Use a*b*c, snake_case_ and [brackets](x) `here` &lt;b&gt;.</p>")
    assert block.text == "Use a*b*c, snake_case_ and [brackets](x) `here` <b>."


def test_emphasis_links_and_scripts_inside_a_paragraph() -> None:
    summary = read(
        f"<article><p>A <b>gate</b> in <a href='https://example.org'>a book</a> is H<sub>2</sub>O.</p>"
        f"<p>{FILLER}</p></article>"
    )
    block = summary.blocks[0]
    assert block.text.startswith("A gate in a book is Zq")
    assert [(block.text[e.start : e.end], e.kind) for e in block.emphasis] == [("gate", "strong")]
    assert {e.href for e in summary.elements.values() if e.kind is ElementKind.LINK} == {"https://example.org"}


def test_a_page_nested_without_end_is_read() -> None:
    summary = read("<div>" * 3000 + "deep text" + "</div>" * 3000)
    assert [block.text for block in summary.blocks] == ["deep text"]
