"""Facts become cards: templates of the user and ours, safe HTML, keys that stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import pytest

from deckgen import cards, cloze, facts, readers
from deckgen.cards import compose, variants
from deckgen.errors import TemplateError
from deckgen.model import Block, Card, Element, ElementKind, Evidence, Fact, NoteType, Origin, Role, Summary
from deckgen.readers.source import Source

SENTENCE = "The tower hides the lamps because the pilots are blinded."


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Fact):
    """A fact of a kind of its own, so that its templates are the test's alone."""

    kind: ClassVar[str] = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why(Fact):
    """A fact that our own template for reasons understands."""

    kind: ClassVar[str] = "reason"

    question: str = "why does the tower hide the lamps?"


def summary(text: str = SENTENCE, **rest: object) -> Summary:
    block = Block(role=Role.PARAGRAPH, text=text, origin=Origin("tower.md", 7))
    return Summary(id="tower", origin=block.origin, blocks=(block,), **rest)  # type: ignore[arg-type]


def evidence(home: Summary) -> Evidence:
    return Evidence(text=home.blocks[0].text, block=home.blocks[0])


def template(folder: Path, text: str, kind: str = "claim", variant: str = "mine") -> Path:
    path = folder / "cards" / kind / f"{variant}.html.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def made(folder: Path, answer: str = "pilots", home: Summary | None = None) -> list[Card]:
    home = home or summary()
    return list(compose([Claim(evidence=evidence(home), answer=answer, subject="tower")], home, folder))


def note(text: str) -> list[Card]:
    """Every card of a note, through reader, extractors and templates."""
    (found,) = readers.read(Source("tower.md", text)).summaries
    return list(compose(facts.extract(found), found))


def question(front: str, back: str = "{{ fact.answer }}") -> str:
    return f"{{% block front %}}{front}{{% endblock %}}\n{{% block back %}}{back}{{% endblock %}}\n"


# templates


def test_our_templates_are_found_in_a_checkout() -> None:
    assert (cards.folder() / "cards" / "reason" / "why.html.j2").is_file()
    assert variants(None)["reason"] == ("why",)


def test_a_question_has_all_the_fields_of_its_note_type() -> None:
    home = summary(title="Dim Lamps", authors=("Ada Ng",), year=2031, topic="TowerNet")
    (card,) = compose([Why(evidence=evidence(home), answer="because the pilots are blinded")], home)
    assert card.note_type is NoteType.BASIC
    assert card.fields == {
        "Front": "TowerNet: why does the tower hide the lamps?",
        "Back": "Because the pilots are blinded.",
        "Context": "TowerNet",
        "Evidence": SENTENCE,
        "Source": "Ng (2031). Dim Lamps.",
    }
    assert (card.kind, card.variant, str(card.origin)) == ("reason", "why", "tower.md:7")


def test_templates_of_the_user_go_before_ours_one_at_a_time(tmp_path: Path) -> None:
    home = summary()
    fact = Why(evidence=evidence(home), answer="because the pilots are blinded")
    template(tmp_path, question("Say why."), kind="reason", variant="why")
    (card,) = compose([fact], home, tmp_path)
    assert card.fields["Front"] == "Say why."
    assert variants(tmp_path)["definition"] == variants(None)["definition"], "the other kinds keep ours"


def test_a_new_template_of_the_user_stands_beside_ours(tmp_path: Path) -> None:
    home = summary()
    template(tmp_path, question("Say why."), kind="reason", variant="short")
    found = compose([Why(evidence=evidence(home), answer="because the pilots are blinded")], home, tmp_path)
    assert [card.variant for card in found] == ["short", "why"]


def test_a_file_that_opens_with_an_underscore_is_no_template(tmp_path: Path) -> None:
    template(tmp_path, question("Shared."), variant="_base")
    assert made(tmp_path) == []


def test_a_template_whose_first_block_is_empty_makes_no_card(tmp_path: Path) -> None:
    template(tmp_path, question("{{ fact.answer if fact.subject == 'filter' }}"))
    assert made(tmp_path) == []


def test_the_way_round_is_filled_where_a_template_has_it(tmp_path: Path) -> None:
    text = question("Who?") + "{% block reverse_front %}{{ fact.answer }}{% endblock %}"
    template(tmp_path, text + "{% block reverse_back %}The {{ fact.subject }}.{% endblock %}")
    (card,) = made(tmp_path)
    assert (card.fields["ReverseFront"], card.fields["ReverseBack"]) == ("pilots", "The tower.")


# what is wrong with a template is said with its file and line


@pytest.mark.parametrize(
    "front",
    [
        "{{ fact.nothing }}",
        "{{ nothing }}",
        "{{ fact.__class__ }}",
        "{{ ask.__globals__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ fact.evidence.block.__init__.__globals__ }}",
        "{{ cloze.__globals__['re'] }}",
        "{{ [].append(1) }}",
        "{{ 1 / 0 }}",
        "{{ fact.answer + 1 }}",
        "{% for i in range(10000000) %}{% endfor %}",
        "{% include 'cards/nothing.html.j2' %}",
        "{% include '../../etc/passwd' %}",
        "{{ fact.answer",
        "{% if %}",
        "{{ fact.answer|nothing }}",
    ],
)
def test_a_template_that_cannot_be_rendered_is_named_with_its_line(tmp_path: Path, front: str) -> None:
    path = template(tmp_path, "{# a comment #}\n\n" + question(front))
    with pytest.raises(TemplateError) as raised:
        made(tmp_path)
    assert raised.value.path == str(path)
    assert raised.value.line == 3
    assert str(raised.value).endswith("; mend the template")
    assert "\n" not in str(raised.value)


def test_a_fault_in_an_included_file_is_named_there(tmp_path: Path) -> None:
    shared = template(tmp_path, "one\n{{ nothing }}", variant="_shared")
    template(tmp_path, question("{% include 'cards/claim/_shared.html.j2' %}"))
    with pytest.raises(TemplateError) as raised:
        made(tmp_path)
    assert (raised.value.path, raised.value.line) == (str(shared), 2)


def test_a_template_without_blocks_says_what_to_add(tmp_path: Path) -> None:
    path = template(tmp_path, "Who?")
    with pytest.raises(TemplateError, match="has no block front or text; add one") as raised:
        made(tmp_path)
    assert raised.value.path == str(path)


# untrusted text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<b onclick="alert(1)">bold</b>',
        '<a href="javascript:alert(1)">link</a>',
        "<iframe src='https://example.org'></iframe>",
        "</div><style>*{}</style>",
        "&lt;b&gt; &amp;",
    ],
)
def test_a_fact_is_text_and_never_markup(tmp_path: Path, text: str) -> None:
    template(tmp_path, question("{{ fact.answer }}"))
    (card,) = made(tmp_path, answer=text)
    assert not re.search(r"<(?!/?(?:b|em)>)", card.fields["Front"])
    assert card.fields["Front"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


@pytest.mark.parametrize("text", ["{{ fact.subject }}", "{% raw %}", "{{ ''.__class__ }}", "{# gone #}"])
def test_template_signs_in_a_summary_are_only_signs(tmp_path: Path, text: str) -> None:
    template(tmp_path, question("{{ fact.answer }}"))
    (card,) = made(tmp_path, answer=text)
    assert card.fields["Front"] == text


HOSTILE = """---
topic: TowerNet
title: "<script>alert(1)</script> lamps"
authors: ["<b onclick=alert(1)>Ng"]
url: "javascript:alert(1)"
venue: "<img src=x onerror=alert(1)>"
---

# Lamps <script>alert(1)</script>

The spotter of TowerNet estimates the glare <b onclick="alert(1)">of</b> each [lamp](javascript:alert(1)) on the runway.

TowerNet is fast because `<script>alert(1)</script>` hides **lamps** of ![a map](https://example.org/map.png) runways.

The tower is dark because {{ fact.answer }} and {% raw %} hide the lamps of the runway.

**Night filter**: a filter that hides the lamps of <img src="https://example.org/x.png" onerror="alert(1)"> runways.

Q: What does <script>alert(1)</script> the [spotter](javascript:alert(1)) see?
A: <b onclick="alert(1)">Lamps</b> {{c9::x}} and ![a lamp](https://example.org/lamp.png).

The loss of TowerNet is {{c1::<script>alert(1)</script> small}} at {{c2::[night](javascript:alert(1))}}.
"""
_TAG = re.compile(r"<(/?)([a-z]+)([^>]*)>")
_ALLOWED = {"a", "b", "em", "code", "br", "ul", "ol", "li", "mark", "s", "sub", "sup", "img", "i", "u", "p", "pre"}


def test_nothing_that_runs_or_calls_home_reaches_a_card() -> None:
    made = note(HOSTILE)
    assert {card.kind for card in made} >= {"own", "effect"}
    for card in made:
        for field in card.fields.values():
            for _, tag, attributes in _TAG.findall(field):
                assert tag in _ALLOWED
                assert not re.search(r"\bon\w+\s*=|javascript:", attributes)
            assert "<img" not in field, "the only images of the note are remote"
            assert "<script" not in field.casefold()
            assert not re.search("[\ue000-\uf8ff]|Zq\\d+x", field)


def test_only_blanks_of_the_card_are_blanks() -> None:
    for card in note(HOSTILE):
        if card.note_type is NoteType.BASIC:
            continue
        assert not cloze.unclosed(card.fields["Text"])
        assert max(cloze.numbers(card.fields["Text"])) < 9


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("std::vector", "std:&#58;vector"),
        ("a {{c2::b}} c", "a {&#123;c2:&#58;b}&#125; c"),
        ("x}}", "x}&#125;"),
        ("}", "&#125;"),
    ],
)
def test_braces_and_colons_inside_a_blank_are_escaped(tmp_path: Path, answer: str, shown: str) -> None:
    template(tmp_path, "{% block text %}It is {{ cloze(fact.answer) }}.{% endblock %}")
    (card,) = made(tmp_path, answer=answer)
    assert card.fields["Text"] == f"It is {{{{c1::{shown}}}}}."
    assert cloze.numbers(card.fields["Text"]) == (1,)


def test_braces_round_a_blank_are_escaped(tmp_path: Path) -> None:
    template(tmp_path, "{% block text %}{{ fact.subject }} {{ cloze('a', 2, 'why') }}{% endblock %}")
    home = summary()
    fact = Claim(evidence=evidence(home), answer="a", subject="{{c1::lamps}}")
    (card,) = compose([fact], home, tmp_path)
    assert cloze.deletions(card.fields["Text"]) == (cloze.Deletion(2, "a"),)
    assert card.fields["Text"].endswith("{{c2::a::why}}")


def test_math_in_a_blank_survives_its_braces(tmp_path: Path) -> None:
    elements = {"Zq0x": Element(kind=ElementKind.MATH, text=r"\frac{a}{b_{i}}")}
    template(tmp_path, "{% block text %}It is {{ cloze(fact.answer) }}.{% endblock %}")
    (card,) = made(tmp_path, answer="Zq0x", home=summary(elements=elements))
    (found,) = cloze.deletions(card.fields["Text"])
    assert found.text.replace("&#125;", "}") == r"\(\frac{a}{b_{i}}\)"


# keys


def keys(text: str) -> dict[str, str]:
    """Kind and first field of each card -> its key."""
    return {f"{card.kind}: {next(iter(card.fields.values()))}": card.key for card in note(text)}


NOTE = """---
topic: TowerNet
---

The spotter of TowerNet estimates the glare of each lamp on the runway.

The hinge loss of a score $s$ for a label $y$ is defined as $\\max(0, 1 - y s)$.
"""


def test_keys_name_the_summary_and_the_kind() -> None:
    assert all(re.fullmatch(r"tower#[a-z]+-[0-9a-f]{12}", key) for key in keys(NOTE).values())


def test_keys_stay_when_something_else_is_written_before() -> None:
    before, after = "TowerNet minimizes $L = a^2$ in `C` by [hand](https://example.org).\n\n", NOTE
    head, rest = NOTE.split("---\n\n")
    grown = keys(f"{head}---\n\n{before}{rest}")
    assert keys(after).items() <= grown.items()
    assert any("hinge loss" in name for name in grown)


def test_keys_stay_when_the_wording_of_a_template_changes(tmp_path: Path) -> None:
    template(tmp_path / "a", question("Who?"))
    template(tmp_path / "b", question("Who is it?"))
    (one,), (other,) = made(tmp_path / "a"), made(tmp_path / "b")
    assert one.fields["Front"] != other.fields["Front"]
    assert one.key == other.key


def test_keys_stay_when_only_case_or_spaces_change() -> None:
    home = summary()
    fact = Claim(evidence=evidence(home), answer="the pilots", subject="tower")
    assert cards.key(fact, "mine", home) == cards.key(replace(fact, answer="The  Pilots"), "mine", home)


def test_different_facts_variants_and_summaries_have_different_keys() -> None:
    home = summary()
    fact = Claim(evidence=evidence(home), answer="the pilots", subject="tower")
    others = (
        cards.key(fact, "mine", home),
        cards.key(replace(fact, answer="the lamps"), "mine", home),
        cards.key(replace(fact, subject="filter"), "mine", home),
        cards.key(replace(fact, evidence=replace(fact.evidence, text="Another.")), "mine", home),
        cards.key(fact, "other", home),
        cards.key(fact, "mine", replace(home, id="harbour")),
        cards.key(Why(evidence=fact.evidence, answer=fact.answer, subject="tower"), "mine", home),
    )
    assert len(set(others)) == len(others)


def test_a_fact_that_is_found_twice_is_one_card(tmp_path: Path) -> None:
    template(tmp_path, question("Who?"))
    home = summary()
    fact = Claim(evidence=evidence(home), answer="pilots")
    assert len(list(compose([fact, fact], home, tmp_path))) == 1


# names and media


@pytest.mark.parametrize(
    ("about", "front"),
    [
        ({"topic": "TowerNet"}, "TowerNet: why so?"),
        ({"authors": ("Ada Ng", "Bo Weber", "Cy Li"), "year": 2031}, "Ng et al. (2031): why so?"),
        ({"authors": ("Ada Ng",)}, "why so?"),
        ({}, "Why so?"),
    ],
)
def test_a_question_that_does_not_name_its_paper_gets_its_name(
    tmp_path: Path, about: dict[str, Any], front: str
) -> None:
    template(tmp_path, question("{{ ask('why so?') }}"))
    (card,) = made(tmp_path, home=summary(**about))
    assert card.fields["Front"].casefold() == front.casefold()


def test_a_question_that_names_its_paper_is_left_alone(tmp_path: Path) -> None:
    template(tmp_path, question("{{ ask('why is TowerNet dark?') }}"))
    (card,) = made(tmp_path, home=summary(topic="TowerNet"))
    assert card.fields["Front"] == "Why is TowerNet dark?"


def test_the_sentence_is_shown_on_the_back_unless_the_card_shows_it_already(tmp_path: Path) -> None:
    template(tmp_path / "a", "{% block text %}The tower hides {{ cloze('the lamps') }}.{% endblock %}")
    template(tmp_path / "b", "{% block text %}It is {{ cloze('the tower') }}.{% endblock %}")
    home = summary("The tower hides the lamps.")
    (same,), (other,) = made(tmp_path / "a", home=home), made(tmp_path / "b", home=home)
    assert same.fields["Evidence"] == ""
    assert other.fields["Evidence"] == "The tower hides the lamps."


@pytest.mark.parametrize(
    ("section", "front"),
    [
        (("Training",), "TowerNet: why does the tower hide the lamps?"),
        (("Related work",), "Why does the tower hide the lamps?"),
        (("Existing towers", "LAMP-5: Rotating lamps"), "LAMP-5: why does the tower hide the lamps?"),
    ],
)
def test_a_question_opens_with_the_name_of_what_its_section_speaks_of(section: tuple[str, ...], front: str) -> None:
    home = summary(topic="TowerNet")
    block = replace(home.blocks[0], section=section)
    home = replace(home, blocks=(block,))
    (card,) = compose([Why(evidence=evidence(home), answer="because the pilots are blinded")], home)
    assert card.fields["Front"] == front
