"""No text stops the way from a note to its choices, and no crafted line makes a pattern slow."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen import cards, cloze, facts, language, readers, rules, selection
from deckgen.errors import SourceError
from deckgen.model import Choice, NoteType
from deckgen.readers.source import Source, normalise
from tests.facts.test_cases import ALL

# any text


def choices(text: str) -> list[Choice]:
    """A text on its way through every stage up to selection."""
    try:
        summaries = readers.read(Source("note.md", normalise(text))).summaries
    except SourceError:
        return []
    made = [card for summary in summaries for card in cards.compose(facts.extract(summary), summary)]
    return list(selection.select(made, list(rules.check(made)), 5))


def check(text: str) -> None:
    """What every choice promises."""
    for choice in choices(text):
        assert 0 <= choice.score <= 1
        fields = choice.card.fields
        assert fields.get("Text") or (fields["Front"] and fields["Back"])
        assert not any(re.search("[\ue000-\uf8ff]|<script", field) for field in fields.values())
        if choice.card.note_type is NoteType.CLOZE:
            assert cloze.numbers(fields["Text"])


def thorough(cases: int) -> settings:
    """The settings of a property: the full number of cases in CI, some of them elsewhere."""
    return settings(
        max_examples=cases if "CI" in os.environ else cases // 4,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
    )


PIECES = (
    "# ", "\n", "\n\n", "- ", "  - ", "1. ", "> ", "| a | b |\n|---|---|\n| 1 % | x |\n", "`", "$x$", "$$y$$",
    "**", "*", "[", "](", ")", "(", "==", "{{c1::", "}}", "::", ": ", "; ", ", ", ". ", "? ", " - ", "Q: ",
    "A: ", "\"", "“", "é", "中", "Zq0x ", "&amp;", "<b>", "</b>", "<script>", "et al. ", "Ng et al. (2016) ",
    "R-FCN ", "The authors ", "They ", "It ", "the filter ", "lamps ", "is ", "are ", "hides ", "depends on ",
    "because ", "if ", "when ", "by hiding ", "to hide ", "than ", "Unlike ", "a net that ", "refers to ",
    "proposes ", "42.5 % ", "accuracy ", "on CIFAR-10 ", "consists of ", "two parts:", "The loss is ",
    "(Fig. 2) ", "TODO ", "I think ", "not ", "and ", "but ", "which ", "\u200b", "\t",
)  # fmt: skip
NOTES = [case.note for case in ALL]
pieces = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
edits = st.lists(st.tuples(st.integers(0, 2**12), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=5)


@thorough(160)
@given(pieces | st.text(max_size=120))
def test_any_text_is_taken_through_every_stage(text: str) -> None:
    check(text)


@thorough(160)
@given(st.sampled_from(NOTES), edits)
def test_a_mutated_note_is_taken_through_every_stage(note: str, changes: list[tuple[int, int, str]]) -> None:
    for at, length, piece in changes:
        place = at % (len(note) + 1)
        note = note[:place] + piece + note[place + length :]
    check(note)


REPEATED = (
    "[", "]", "(", ")", "a: ", "- ", "\"", "“", "et al. ", "Ng et al. ", "1) ", "1.", "because ", ".", "? ",
    "!", ",", ", ", ";", "a", "A", "1", "a ", "A ", "a-", "A-", "-", "_", "*", "$", "=", "Zq0x ", "\\(", "\\",
    "{{c1::", "}}", "&", "<", "“a", "(a", "a)", "the ", "of ", "I ", "very ", "what ", "why ", "[...] ",
    "It is ", "paper ", "3 ", "1,", "1.5 ", "A. ", "e.g. ", "is a ", "and ", "The authors ", "see Fig. 1 ",
    "more than ", "not ", "# ", "* ", "> ", "|", "a b, ",
)  # fmt: skip


CRAFTED = ("[", "(", "a: ", "- ", '"', "et al. ", "1) ", "because ", "[...] ", "\\(", "{{c1::", ".", "A. ", "a-")


@pytest.mark.parametrize("piece", CRAFTED)
def test_a_crafted_line_is_taken_through_every_stage(piece: str) -> None:
    text = (piece * (50_000 // len(piece) + 1))[:50_000]
    for note in (f"The filter hides {text}.", f"Q: {text}\nA: {text}\n"):
        check(note)


# patterns

MODULES = tuple(
    importlib.import_module(name)
    for name in (
        *(
            f"deckgen.{name}"
            for name in ("citation", "cards", "cloze", "face", "markup", "plain", "ranking", "selection")
        ),
        *(
            m.name
            for package in (language, rules, facts)
            for m in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        ),
    )
)
SEPARATED = {
    r"^(?:(?:mainly|probably|partly|simply|only|just|mostly|largely|presumably|likely|primarily|partially)\s+)+",
    r"[A-Z][a-z]*(?:-[a-z]+)*\Z",
    r"[^\W_]+(?:[-'’][^\W_]+)*",
    r"\w+(?:-\w+)*",
}
"""Patterns that repeat a repetition, each round of which begins with a sign that the inner one cannot hold."""

SHORT = {"deckgen.rules.bare_symbol._NAMED": "the twenty characters before a symbol"}
"""Patterns that only ever see a short text, and which."""


@dataclass(frozen=True)
class Used:
    """A pattern, and whether it is looked for everywhere or only at the start of a text."""

    pattern: re.Pattern[str]
    everywhere: bool

    def work(self, text: str) -> float:
        """Processor time of what is done with it, the least of three; of one where that is next to nothing."""
        times = []
        for _ in range(3):
            start = time.process_time()
            if self.everywhere:
                self.pattern.sub("", text)
            else:
                self.pattern.match(text)
            times.append(time.process_time() - start)
            if times[0] < _WORTH_A_LOOK:
                break
        return min(times)


def patterns(module: ModuleType) -> Iterator[tuple[str, Used]]:
    """The patterns of a module by name, and those inside its functions by line."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call)]
    methods = [node.func for node in calls if isinstance(node.func, ast.Attribute)]
    used = {(ast.unparse(method.value), method.attr) for method in methods}
    for name, value in vars(module).items():
        if isinstance(value, re.Pattern):
            done = {attribute for owner, attribute in used if owner == name}
            yield f"{module.__name__}.{name}", Used(value, not done or bool(done - {"match", "fullmatch"}))
    for node in calls:
        function, first = ast.unparse(node.func), next(iter(node.args), None)
        if function.startswith("re.") and function != "re.compile" and isinstance(first, ast.Constant):
            pattern = re.compile(str(first.value))
            yield f"{module.__name__}:{node.lineno}", Used(pattern, function not in ("re.match", "re.fullmatch"))


PATTERNS = dict(found for module in MODULES for found in patterns(module))
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT)
_MANY = 100


def nested(tree: object, inside: bool = False) -> bool:
    """Whether a parsed pattern repeats without bound what repeats without bound."""
    if isinstance(tree, tuple) and len(tree) == 2 and tree[0] in _REPEATS:
        many = int(tree[1][1]) > _MANY
        return (many and inside) or nested(tree[1][2], inside or many)
    if isinstance(tree, (tuple, list, _parser.SubPattern)):
        return any(nested(part, inside) for part in tree)
    return False


@pytest.mark.parametrize(("pattern", "found"), [("(a+b*)+", True), ("(?:a|b+)*c", True), ("a+(b{1,9})*", False)])
def test_nested_repetitions_are_seen(pattern: str, found: bool) -> None:
    assert nested(_parser.parse(pattern)) is found


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_repeats_a_repetition(name: str) -> None:
    pattern = PATTERNS[name].pattern
    assert pattern.pattern in SEPARATED or not nested(_parser.parse(pattern.pattern, pattern.flags)), pattern.pattern


_WORTH_A_LOOK = 0.04  # a linear pattern needs a fiftieth of this, a quadratic one several times as much


@pytest.mark.parametrize("name", [name for name in PATTERNS if name not in SHORT])
def test_the_work_of_a_pattern_grows_in_proportion_to_the_length(name: str) -> None:
    for piece in REPEATED:
        text = (piece * (8_000 // len(piece) + 1))[:8_000]
        whole = PATTERNS[name].work(text)
        if whole > _WORTH_A_LOOK:
            half = PATTERNS[name].work(text[:4_000])
            assert whole < 3 * half, f"{PATTERNS[name].pattern.pattern!r} on {piece!r} again and again"
