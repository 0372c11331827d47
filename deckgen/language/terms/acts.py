"""The verb in front of a note in telegraph style: "captures context in ...", "compute the vector ...".

Without a subject the parser takes many of these verbs for nouns, and then what a thing does reads like what it is.
"""

from __future__ import annotations

from deckgen.language.words.parsing import Parse, parse_text

_VERBS = frozenset(
    (
        "accept adapt align allow analyze append apply approximate assign avoid build calculate capture choose "
        "classify combine compare compress compute concatenate construct convert convolve create decode define delete "
        "derive detect determine eliminate embed enable encode enforce enrich ensure estimate evaluate execute expand "
        "extend extract fetch find generate handle identify ignore improve incorporate infer inject insert integrate "
        "introduce keep learn let localize maintain manage maximize merge minimize modify normalize optimize penalize "
        "perform predict preserve prevent produce propagate provide receive recognize recommend reconstruct reduce "
        "regularize remove replace represent reuse select send simulate solve specify store synthesize transform "
        "translate traverse treat update validate verify visualize"
    ).split()
)
"""Verbs that hardly ever stand as a noun in front of an explanation; "map" and "use" do."""


def acting(parse: Parse) -> Parse | None:
    """A fragment that opens with a verb, parsed behind a subject or behind "to"; None where it opens with no verb.

    Example:
        "Captures context in several ranges." gives the parse of "It captures context in several ranges."
    """
    text = parse.text
    first = parse.words[0].text.lower() if parse.words else ""
    if not _third_person(first) and first not in _VERBS:
        return None
    found = parse_text(f"{'It' if _third_person(first) else 'To'} {text[0].lower()}{text[1:]}")
    return found if len(found) > 2 and found.words[1].tag in ("VB", "VBZ") else None


def doing(word: str) -> bool:
    """Whether a word tells what one does: "preserving", though not "learning" in "learning rate".

    Example:
        >>> doing("Preserving"), doing("Running")
        (True, False)
    """
    stem = word.lower().removesuffix("ing")
    return stem != word.lower() and stem != "learn" and (stem in _VERBS or f"{stem}e" in _VERBS)


def _third_person(word: str) -> bool:
    stems = (word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y")
    return word.endswith("s") and any(stem in _VERBS for stem in stems)
