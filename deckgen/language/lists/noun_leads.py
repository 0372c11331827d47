"""A lead without a verb of its own turned into a question: "there are", "two ways to do X", "the goals of X"."""

from __future__ import annotations

import re

from deckgen.language.grammar.clauses import FINITE, NOUNS, text_of
from deckgen.language.lists.counting import DETERMINERS, NUMBERS, WORDS, counts, lists, small
from deckgen.language.words.casing import Casing
from deckgen.language.words.parsing import Parse, Word

_HAD = frozenset(
    "advantage aspect benefit characteristic component disadvantage drawback effect element feature goal ingredient "
    "layer limitation mode module part phase problem property sign stage step strength weakness".split()
)
_PART_OF = re.compile(
    r"(?:(?:to|in|for) (?=[A-Z]\S+\Z)|to (?=(?:each|every|the|an?) ))(?P<whole>\S+(?: [\w-]+){0,2})\Z"
)
_KINDS = frozenset(
    "category class kind layer level mode operation paradigm phase principle property stage step type variant".split()
)  # what there are several of, even where only a name stands before it: "tracking categories"


def there(parse: Parse, count: int) -> str | None:
    """`There are two reasons for X` as `which two reasons are there for X`."""
    found = re.match(
        r"(?P<fronted>[A-Z][^,]{3,60}, )?(?:[Tt]here|Here) (?:are|were) (?:currently |mainly |usually )?", parse.text
    )
    noun = next((w for w in parse.words if w.dep == "attr" and w.tag == "NNS"), None)
    if found is None or noun is None or not counts(parse, noun, count):
        return None
    fronted = found["fronted"] or ""
    asked, rest = _are_there(parse, noun, found.end(), count)
    part = noun.lemma.lower() in _HAD and _PART_OF.match(rest)
    if part:
        return f"{asked.removesuffix(' are there')} does {part['whole']} have?"
    if re.match(r"(?:that|which) ", rest) and _acting(parse, noun):
        return f"{asked.removesuffix(' are there')} {rest.split(' ', 1)[1]}?"
    of, kind = parse.child(noun.i, "prep"), parse.child(noun.i, "compound")
    told = len(rest.split()) >= 2 or (not rest and (kind is not None or (of is not None and of.text == "of")))
    return f"{fronted[:1].lower()}{fronted[1:]}{asked} {rest}".rstrip() + "?" if told else None


def _acting(parse: Parse, noun: Word) -> bool:
    """Whether the clause behind a noun tells what the noun does: "two maps that turn noise into images"."""
    verb = parse.child(noun.i, "relcl")
    who = verb and parse.child(verb.i, "nsubj", "nsubjpass")
    if who is not None and who.text.lower() in ("that", "which"):
        return True
    told = next((w for w in parse.words[noun.i + 1 :] if w.text.lower() not in ("that", "which")), None)
    return told is not None and told.tag in ("VBP", "MD") and told.i == noun.i + 2


def _are_there(parse: Parse, noun: Word, start: int, count: int) -> tuple[str, str]:
    """`which two variants of X are there`, and what follows in the text."""
    whole = parse.child(noun.i, "prep")
    last = max(parse.subtree(whole.i)) if whole is not None and whole.text == "of" else noun.i
    number = parse.child(noun.i, "nummod")
    kept = [w.i for w in parse.words if start <= w.start and w.i <= last and w != number]
    while kept and parse.words[kept[0]].text.lower() in DETERMINERS | NUMBERS.keys():
        kept.pop(0)
    rest = parse.text[parse.words[last].end :].strip(" .:")
    return f"which {WORDS[count]} {small(parse, kept, noun)} are there", rest


def phrase(parse: Parse, count: int, casing: Casing) -> str | None:
    """`Two ways to do X` as `which two ways are there to do X`."""
    roots = [w for w in parse.words if w.dep == "ROOT"]
    if len(roots) != 1 or roots[0].tag not in NOUNS or not counts(parse, roots[0], count):
        return None
    root = roots[0]
    finite = any(w.tag in FINITE and w.dep not in ("relcl", "aux", "auxpass", "advcl") for w in parse.words)
    owner = parse.child(root.i, "poss")
    if finite:
        return None
    if owner is not None and owner.tag in NOUNS and root.lemma.lower() in _HAD:
        return _owned(parse, root, owner, count, casing)
    said = any(w.i > root.i and w.tag in NOUNS for w in parse.words)
    behind = said and parse.child(root.i, "prep", "acl", "relcl", "advcl") is not None
    if not behind and not _names_kind(parse, root):
        return None
    asked, rest = _are_there(parse, root, 0, count)
    if re.match(r"(?:that|which) ", rest) and _acting(parse, root):
        return f"{asked.removesuffix(' are there')} {rest.split(' ', 1)[1]}?"
    if rest.startswith(("followed ", "as ")) or rest.endswith((" are there", " is there")):
        return None
    return (
        _has(parse, root, asked)
        if root.lemma.lower() in _HAD and behind and not rest
        else f"{asked} {rest}".rstrip() + "?"
    )


def _names_kind(parse: Parse, root: Word) -> bool:
    """Whether the noun is a kind of something that is named before it: "tracking categories"."""
    before = parse.child(root.i, "compound", "nmod")
    kind = root.lemma.lower() in _KINDS or (lists(root) and parse.child(root.i, "nummod") is not None)
    last = len(parse) - 1 - (parse.words[-1].text == ".")
    return kind and root.i == last and before is not None


def _owned(parse: Parse, root: Word, owner: Word, count: int, casing: Casing) -> str | None:
    """`The scheduler's three goals` as `which three goals does the scheduler have`."""
    whose = [i for i in parse.subtree(owner.i) if parse.words[i].tag != "POS"]
    number = parse.child(root.i, "nummod")
    gone = {*parse.subtree(owner.i), *((number.i,) if number else ())}
    kept = [i for i in parse.subtree(root.i) if i not in gone]
    if kept[-1] != root.i or parse.words[whose[0]].tag == "PRP$":
        return None
    named = casing.inside(text_of(parse, whose), parse.words[whose[0]].tag)
    do = "do" if owner.tag in ("NNS", "NNPS") else "does"
    return f"which {WORDS[count]} {small(parse, kept, root)} {do} {named} have?"


def _has(parse: Parse, root: Word, asked: str) -> str:
    """`which three parts of X are there` as `which three parts does X have`."""
    of = parse.child(root.i, "prep")
    owner = of and of.text == "of" and parse.child(of.i, "pobj")
    if not of or not owner:
        return f"{asked}?"
    whole = parse.span(parse.subtree(owner.i))
    if re.match(r"an? .*s\Z", whole) and not whole.endswith("ss"):
        return ""
    do = "do" if owner.tag in ("NNS", "NNPS") or parse.child(owner.i, "conj") else "does"
    return f"{asked.removesuffix(f' of {whole} are there')} {do} {whole} have?" if whole in asked else f"{asked}?"
