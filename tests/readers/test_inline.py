"""What the masking of one line promises its callers."""

from __future__ import annotations

import pytest

from deckgen.model import Element, ElementKind, Emphasis
from deckgen.readers.inline import Inliner


def kinds(inliner: Inliner) -> list[tuple[ElementKind, str]]:
    return [(element.kind, element.text) for element in inliner.elements.values()]


def test_tokens_are_numbered_through_a_summary() -> None:
    inliner = Inliner()
    assert inliner.read("First $x$.")[0] == "First Zq0x."
    assert inliner.read("Then `y` and $z$.")[0] == "Then Zq1x and Zq2x."
    assert list(inliner.elements) == ["Zq0x", "Zq1x", "Zq2x"]


def test_emphasis_is_counted_on_the_masked_text() -> None:
    text, emphasis = Inliner().read("With $x + y + z$ the **new gate** is *it*.")
    assert [(text[e.start : e.end], e.kind) for e in emphasis] == [("new gate", "strong"), ("it", "em")]


def test_emphasis_round_a_formula_covers_its_token() -> None:
    text, emphasis = Inliner().read("**$x$**")
    assert (text, emphasis) == ("Zq0x", (Emphasis(0, 4, "strong"),))


def test_text_is_one_line_with_single_spaces() -> None:
    assert Inliner().read("  a\n  b \t c&nbsp; d<br>e  ")[0] == "a b c d e"


def test_a_link_keeps_its_words_and_leaves_its_address_in_an_element_of_its_own() -> None:
    inliner = Inliner()
    assert inliner.read('See [the *new* gate](https://example.org "Gates").')[0] == "See the new gate."
    expected = Element(kind=ElementKind.LINK, text="the new gate", href="https://example.org", title="Gates")
    assert inliner.elements == {"Zq0x": expected}


def test_reference_links_need_their_references() -> None:
    inliner = Inliner()
    inliner.references["gates"] = "https://example.org"
    assert inliner.read("See [the gate][Gates], [gates] and [other].")[0] == "See the gate, gates and [other]."
    assert [e.href for e in inliner.elements.values()] == ["https://example.org"] * 2


def test_a_word_with_subscripts_is_safe_html() -> None:
    inliner = Inliner()
    assert inliner.read("So x<sub>a&lt;b</sub> holds.")[0] == "So Zq0x holds."
    assert inliner.elements["Zq0x"].html == "x<sub>a&lt;b</sub>"
    assert inliner.elements["Zq0x"].text == "xa<b"


@pytest.mark.parametrize("raw", ["Zq5x", "Z**q**5x", "Z[q](u)5x", "*Zq5x*", "&#90;q5x"])
def test_no_text_can_pass_for_a_token(raw: str) -> None:
    inliner = Inliner()
    text, _ = inliner.read(raw)
    assert (text, inliner.plain(text)) == ("Zq0x", "Zq5x")
    assert kinds(inliner)[0] == (ElementKind.LITERAL, "Zq5x")


def test_plain_undoes_the_masking_for_people() -> None:
    inliner = Inliner()
    text, _ = inliner.read("**The** `code` of $x$")
    assert inliner.plain(text) == "The code of x"


def test_warnings_name_the_line() -> None:
    warnings: list[tuple[str, int]] = []
    Inliner(None, lambda *warning: warnings.append(warning)).read("![gate](gate.png)", 7)
    assert warnings == [("image gate.png not found; add the file or mend its path", 7)]


@pytest.mark.parametrize(
    ("raw", "tex"),
    [
        ("$x$", "x"),
        ("$ x $", "x"),
        ("$5x + 3$", "5x + 3"),
        ("$10$", "10"),
        ("$a \\text{ if } b$", "a \\text{ if } b"),
        ("$p(x|z)$", "p(x|z)"),
        ("$\\$5 + x$", "\\$5 + x"),
        ("\\begin{align}a\\end{align}", "\\begin{align}a\\end{align}"),
        ("\\mathcal{L}_t", "\\mathcal{L}_t"),
        ("\\ce{CO2}", "\\ce{CO2}"),
    ],
)
def test_formulas(raw: str, tex: str) -> None:
    inliner = Inliner()
    assert inliner.read(f"Let {raw} be.")[0] == "Let Zq0x be."
    assert inliner.elements["Zq0x"].text == tex


@pytest.mark.parametrize(
    "raw",
    [
        "$5 to $10",
        "from $1,000 and up to $2,000 a month",
        "US$ 5 or A$ 7",
        "a $ and a $ sign",
        "$HOME and $PATH are set",
        "$3.5M in 2019, $4B in 2020",
        "costs $5",
    ],
)
def test_prices_and_shell_variables_are_text(raw: str) -> None:
    inliner = Inliner()
    assert inliner.read(raw)[0] == raw
    assert not inliner.elements
