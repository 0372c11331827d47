"""What lists, tables and formulas are read with."""

from __future__ import annotations

import pytest

from deckgen.language.lists.listed import question_of
from deckgen.language.tables import headers, metrics, tex
from deckgen.language.words.casing import Casing
from deckgen.language.words.wellknown import well_known
from deckgen.model import Element, ElementKind


def math(text: str) -> Element:
    return Element(kind=ElementKind.MATH, text=text)


@pytest.mark.parametrize(
    ("lead", "count", "question"),
    [
        ("The prover has two bottlenecks:", 2, "which two bottlenecks does the prover have?"),
        ("MapNet is tested on the following three tasks:", 3, "on which three tasks is MapNet tested?"),
        ("There are three reasons for the drop of MapNet:", 3, "which three reasons are there for the drop of MapNet?"),
        ("The three parts of MapNet are:", 3, "which three parts does MapNet have?"),
        ("MapNet consists of three parts:", 3, "which three parts does MapNet consist of?"),
        ("Two ways to train MapNet:", 2, "which two ways are there to train MapNet?"),
    ],
)
def test_a_lead_becomes_the_question_that_its_list_answers(lead: str, count: int, question: str) -> None:
    assert question_of(lead, count, Casing()) == question


@pytest.mark.parametrize(
    "lead", ["Components:", "Two components:", "This has two reasons:", "Tasks such as:", "They do two things:", "It:"]
)
def test_a_label_and_a_lead_that_points_give_no_question(lead: str) -> None:
    assert question_of(lead, 2, Casing()) is None


def test_a_lead_whose_number_is_not_that_of_the_members_gives_no_question() -> None:
    assert question_of("The prover has two bottlenecks:", 3, Casing()) is None


def test_the_symbols_of_a_formula_are_its_letters_without_functions_and_words() -> None:
    assert tex.symbols(math(r"\lambda \log f(z) + \text{loss}")) == {r"\lambda", "f", "z"}


def test_an_equation_defines_the_symbol_on_its_left() -> None:
    assert tex.defined(math(r"r_t(s) = \beta n(s)")) == {"r"}
    assert tex.defined(math(r"a b = c")) == frozenset()
    assert tex.defined(math(r"\beta n(s)")) == frozenset()


@pytest.mark.parametrize(
    "text", [r"\begin{aligned} a &= b \end{aligned}", r"a = b \\ c = d", "a" * 200, r"\frac{a}{b", "f(x"]
)
def test_arrays_long_and_broken_formulas_are_not_simple(text: str) -> None:
    assert not tex.simple(math(text))


def test_a_name_with_a_number_is_a_setting() -> None:
    assert tex.setting(math(r"\beta = 0.006"))
    assert not tex.setting(math(r"\beta = 2 \alpha"))


def test_code_is_a_formula_only_where_it_computes() -> None:
    assert tex.relation(Element(kind=ElementKind.CODE, text="y = x + F(x)"))
    assert not tex.relation(Element(kind=ElementKind.CODE, text="double sqrt(double);"))


@pytest.mark.parametrize(
    ("cell", "value"), [("about 8.4%", 8.4), ("4.8 MB", 4.8), ("81.2 ± 0.3", 81.2), ("3 of 4", None), ("Zq9x", None)]
)
def test_a_cell_gives_its_one_number(cell: str, value: float | None) -> None:
    assert metrics.number(cell) == value


def test_lower_errors_and_higher_accuracies_are_better() -> None:
    assert [metrics.direction(h) for h in ("Test error", "Top-1 accuracy", "Compression")] == [-1, 1, 0]


def test_a_header_that_is_a_label_gives_neither_question_nor_sentence() -> None:
    assert headers.question("Behavior", "hidden units", Casing()) == ""
    assert headers.sentence("Behavior", "hidden units", "textures", Casing()) == ""


def test_abbreviations_of_every_field_are_known_and_coined_ones_are_not() -> None:
    assert all(map(well_known, ("CNNs", "t-SNE", "RCT", "TCP", "GDP", "ANOVA")))
    assert not any(map(well_known, ("UVFA", "OHEM", "ISAB")))
