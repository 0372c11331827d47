"""Words joined by commas and "and", as the parser shows them and as they stand in the text."""

from __future__ import annotations

from deckgen.language.grammar.clauses import NOUNS
from deckgen.language.words.parsing import Parse, Word


def chain(parse: Parse, first: Word) -> tuple[Word, ...]:
    """The words joined to `first` by commas and one "and", itself among them; one alone where they are not.

    The parser takes the second of "a map, a goal and a budget" for an apposition, and the last at times for a part of
    the verb: no noun can be joined to a verb.
    """
    found = [first]
    links: list[str] = []
    while following := parse.child(found[-1].i, "conj", "appos"):
        links.extend(word.text.lower() for word in parse.children(found[-1].i, "cc"))
        found.append(following)
    if not links and len(found) > 1:
        links.extend(word.text.lower() for word in parse.children(first.head, "cc") if word.i > found[-1].i)
        found.extend(word for word in parse.children(first.head, "conj") if word.tag in NOUNS)
    return tuple(found) if links in (["and"], ["&"]) and len(found) > 1 else (first,)


def whole(parse: Parse, noun: Word, part: Word) -> tuple[int, ...]:
    """Places of the part with all that is joined to its noun; empty where something else stands between."""
    joined = chain(parse, noun)
    shared = _shared(parse, joined)
    ends = [i for i in (*parse.subtree(part.i), *parse.subtree(joined[-1].i)) if i not in shared]
    places = tuple(range(min(ends), max(ends) + 1))
    strange = (i for i in places if i not in ends and parse.words[i].tag not in (",", "CC"))
    return () if any(strange) else places


def texts(parse: Parse, joined: tuple[Word, ...], last: int | None = None) -> tuple[str, ...]:
    """What the joined words say, each with what hangs on it; empty where the pieces do not follow one another."""
    found: list[str] = []
    shared = _shared(parse, joined)
    for word, following in zip(joined, [*joined[1:], None], strict=True):
        gone = {place for place in parse.subtree(word.i) if following and place >= parse.subtree(following.i)[0]}
        loose = {w.i for w in parse.children(word.i, "cc", "punct", "preconj")}
        kept = [i for i in parse.subtree(word.i) if i not in gone | loose | shared]
        if kept[-1] - kept[0] + 1 != len(kept) or (last is not None and kept[-1] > last):
            return ()
        found.append(parse.span(kept).strip(" ,;."))
    return tuple(found)


def _shared(parse: Parse, joined: tuple[Word, ...]) -> frozenset[int]:
    """Places of what stands behind the last of several words and holds for all: "a box and a class for an object"."""
    tails = [[w for w in parse.children(word.i, "prep") if w.text.lower() != "of"] for word in joined]
    if len(joined) < 2 or not tails[-1] or any(tails[:-1]):
        return frozenset()
    return frozenset(i for word in tails[-1] for i in parse.subtree(word.i))
