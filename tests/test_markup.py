"""Masked text as safe HTML and as plain text."""

from __future__ import annotations

import pytest

from deckgen import markup
from deckgen.model import Element, ElementKind, Emphasis, Media


def element(kind: ElementKind, text: str, **rest: object) -> Element:
    return Element(kind=kind, text=text, **rest)  # type: ignore[arg-type]


PICTURE = Media(name="map-1.png", content=b"png")


@pytest.mark.parametrize(
    ("what", "html", "text"),
    [
        (element(ElementKind.CODE, "a < b"), "<code>a &lt; b</code>", "a < b"),
        (element(ElementKind.MATH, " a < b "), r"\(a &lt; b\)", r"\(a < b\)"),
        (element(ElementKind.DISPLAY, "x_{i}"), r"\[x_{i}\]", r"\[x_{i}\]"),
        (element(ElementKind.WORD, "H2O", html="H<sub>2</sub>O"), "H<sub>2</sub>O", "H2O"),
        (element(ElementKind.CITATION, "[1]"), "[1]", "[1]"),
        (element(ElementKind.LITERAL, "Zq7x"), "Zq7x", "Zq7x"),
        (
            element(ElementKind.LINK, "code & data", href="https://example.org/?a=1&b=2"),
            '<a href="https://example.org/?a=1&amp;b=2">code &amp; data</a>',
            "code & data",
        ),
        (element(ElementKind.LINK, "", href="http://a.org"), '<a href="http://a.org">http://a.org</a>', "http://a.org"),
        (element(ElementKind.LINK, "click", href="javascript:alert(1)"), "click", "click"),
        (element(ElementKind.LINK, "note", href="other.md"), "note", "note"),
        (element(ElementKind.IMAGE, "a map", media=PICTURE), '<img src="map-1.png" alt="a map">', "a map"),
        (
            element(ElementKind.IMAGE, "a map", href="https://example.org/m.png"),
            '<a href="https://example.org/m.png">a map</a>',
            "a map",
        ),
        (element(ElementKind.IMAGE, "", title="the map", href="m.png"), "the map", ""),
        (element(ElementKind.IMAGE, "", href="m.png"), "image", ""),
    ],
)
def test_an_element_looks_and_reads_like_what_it_is(what: Element, html: str, text: str) -> None:
    assert markup.unmask("<Zq0x>", {"Zq0x": what}) == f"<{html}>"
    assert markup.unmask_plain("<Zq0x>", {"Zq0x": what}) == f"<{text}>"


def test_a_token_of_no_element_stays() -> None:
    assert markup.unmask("Zq5x", {}) == markup.unmask_plain("Zq5x", {}) == "Zq5x"


def test_what_an_element_says_is_not_unmasked_again() -> None:
    elements = {"Zq0x": element(ElementKind.CODE, "Zq1x"), "Zq1x": element(ElementKind.CODE, "no")}
    assert markup.unmask("Zq0x", elements) == "<code>Zq1x</code>"


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([], "a &lt; lamp fails"),
        ([Emphasis(4, 8, "strong")], "a &lt; <b>lamp</b> fails"),
        ([Emphasis(4, 8, "em"), Emphasis(9, 14, "mark")], "a &lt; <em>lamp</em> <mark>fails</mark>"),
        ([Emphasis(0, 14, "strong"), Emphasis(4, 8, "del")], "<b>a &lt; <s>lamp</s> fails</b>"),
        ([Emphasis(4, 8, "blink")], "a &lt; lamp fails"),
        ([Emphasis(4, 99, "em")], "a &lt; lamp fails"),
    ],
)
def test_emphasis_becomes_tags_around_escaped_text(marks: list[Emphasis], html: str) -> None:
    assert markup.emphasised("a < lamp fails", marks) == html


def test_emphasis_is_counted_from_the_start_of_the_block() -> None:
    assert markup.emphasised("lamp fails", [Emphasis(4, 8, "em"), Emphasis(0, 2, "em")], 4) == "<em>lamp</em> fails"


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<script>alert(1)</script>lamp", "lamp"),
        ("<style>*{}</style>lamp", "lamp"),
        ('<b onclick="alert(1)">lamp</b>', "<b>lamp</b>"),
        ('<b style="color:red">lamp</b>', "<b>lamp</b>"),
        ('<a href="javascript:alert(1)">lamp</a>', "<a>lamp</a>"),
        ('<a href="data:text/html,x">lamp</a>', "<a>lamp</a>"),
        ('<img src="https://example.org/a.png">', "<img>"),
        ('<img src="//example.org/a.png">', "<img>"),
        ('<img src="/etc/a.png">', "<img>"),
        ('<img src="file:///a.png">', "<img>"),
        ('<img src="a-1.png" onerror="alert(1)" alt="x">', '<img src="a-1.png" alt="x">'),
        ("<iframe src='a'></iframe>lamp", "lamp"),
        ("<svg><script>alert(1)</script></svg>lamp", "lamp"),
        ("<b>lamp", "<b>lamp</b>"),
        ("a < b && c", "a &lt; b &amp;&amp; c"),
        (r"\(a &lt; b_{i}\) and {{c1::x}}", r"\(a &lt; b_{i}\) and {{c1::x}}"),
        ("H<sub>2</sub>O <code>k</code> <mark>m</mark>", "H<sub>2</sub>O <code>k</code> <mark>m</mark>"),
        ("<ul><li>a</li></ul><br>", "<ul><li>a</li></ul><br>"),
        ("  lamp  ", "lamp"),
    ],
)
def test_the_last_gate_lets_a_short_list_of_tags_through(html: str, clean: str) -> None:
    assert markup.sanitise(html) == clean


def test_what_passed_the_last_gate_passes_it_again_unchanged() -> None:
    once = markup.sanitise('<p>a &lt; b <a href="https://example.org">x</a><img src="a.png"><hr>')
    assert markup.sanitise(once) == once
