"""What "this filter" and "these lamps" take up, where the sentence before has only one such phrase.

"This allows ...", "this leads to ..." point at all that was said and are left alone.
"""

from __future__ import annotations

from deckgen.language.grammar.clauses import NOUNS, Clause
from deckgen.language.prose.mentions import Antecedent, Mention, alike, definite, introduced, phrase
from deckgen.language.prose.pronouns import Naming, put
from deckgen.language.words.parsing import Parse, Word

_WHOLE = frozenset(
    "method model approach technique architecture network algorithm system framework module layer loss procedure "
    "scheme strategy mechanism process representation function metric measure dataset task problem".split()
)
_METHODS = frozenset("method model approach technique architecture network algorithm system framework".split())
_VAGUE = frozenset(
    "kind type sort form part set class number amount view aspect case version lot way series group fact point kinds "
    "variety degree level sense state paper work article study publication author idea question issue reason".split()
)
_SPECIFYING = ("of", "between", "for", "to", "from", "on", "behind")


def resolved(parse: Parse, before: Antecedent | None) -> Naming | None:
    """The sentence with its opening "This ..." named; None where it does not open so or nothing is sure.

    Args:
        parse: the sentence.
        before: the sentence before, if it stands in the same block.

    Example:
        >>> from deckgen.language.words.parsing import parse_text
        >>> resolved(parse_text("This choice of lamps saves oil."), None).text
        'The choice of lamps saves oil.'
    """
    if not parse.words or parse.words[0].text not in ("This", "These", "Such"):
        return None
    if parse.words[0].dep != "det":
        return _bare(parse, before)
    noun = parse.words[parse.words[0].head]
    if noun.tag not in NOUNS or noun.lemma.lower() in _VAGUE or parse.child(noun.i, "conj"):
        return None
    if _specified(parse, noun) and parse.words[0].text != "Such":
        return Naming("The" + parse.text[parse.words[0].end :], None)
    text = _taken_up(parse, noun, before.clause, before) if before is not None and before.near else ""
    if not text:
        return None
    opening = text[0].upper() + text[1:]
    rest = parse.text[noun.end :]
    return Naming(opening + rest, Mention(opening, text, plural=noun.tag == "NNS"))


def _bare(parse: Parse, before: Antecedent | None) -> Naming | None:
    """What "This is ...", "These are ..." say right under a label or an item that names a thing."""
    word = parse.words[0]
    mention = before.subject if before is not None and before.head else None
    root = parse.words[word.head]
    states = root.lemma == "be" or parse.child(root.i, "auxpass") is not None
    if mention is None or word.dep not in ("nsubj", "nsubjpass") or root.dep != "ROOT" or not states:
        return None
    return Naming(put(parse, word, mention), mention) if mention.plural == (word.text == "These") else None


def _specified(parse: Parse, noun: Word) -> bool:
    """Whether the noun says itself which it is: "this choice of lamps"."""
    behind = next((w for w in parse.children(noun.i, "prep") if w.i == noun.i + 1), None)
    if behind is None or behind.text not in _SPECIFYING or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    goal = parse.child(behind.i, "pobj", "pcomp")
    words = [parse.words[i] for i in parse.subtree(behind.i)]
    return goal is not None and not any(w.tag.startswith("PRP") or w.text in ("this", "these", "that") for w in words)


def _taken_up(parse: Parse, noun: Word, clause: Clause | None, before: Antecedent) -> str:
    """The phrase of the sentence before that the noun takes up, with "the"; "" where there is not just one."""
    found = list(alike(clause, noun)) if clause is not None else []
    whole = noun.lemma.lower() in _WHOLE
    if len(found) == 1 and clause is not None and not (whole and found[0].dep == "pobj"):
        places = phrase(clause.parse, found[0])
        text = definite(clause.parse, places) if _telling(clause, places, found[0]) else ""
        return text if len(text.split()) > 2 and _richer(text, parse, noun) else _defined(clause, found[0], before)
    if found or noun.tag != "NN" or noun.lemma.lower() not in _WHOLE or len(phrase(parse, noun)) > 2:
        return ""
    mention = before.subject
    own = noun.lemma.lower() in _METHODS
    if mention is not None and own and mention.named and not mention.plural:
        return mention.text
    made = introduced(clause)
    return made.middle if made is not None and made.named else ""


def _richer(text: str, parse: Parse, noun: Word) -> bool:
    """Whether the phrase says more of the noun than the sentence itself does."""
    own = {parse.words[i].lemma.lower() for i in phrase(parse, noun)} | {noun.text.lower(), "this", "these", "the"}
    said = text.lower().split()
    return any(word not in own for word in said) and all(
        parse.words[i].text.lower() in said for i in phrase(parse, noun)[1:]
    )


def _telling(clause: Clause, places: tuple[int, ...], noun: Word) -> bool:
    """Whether a phrase says which thing it is: by a noun, a name or a participle, not by an adjective like "real"."""
    words = [clause.parse.words[i] for i in places if i != noun.i]
    return any(w.tag in NOUNS | {"VBN", "VBG"} or "-" in w.text for w in words)


def _defined(clause: Clause, found: Word, before: Antecedent) -> str:
    """What "this network" is behind "The spotter is a network": the spotter."""
    mention = before.subject
    attribute = clause.complement("attr")
    if mention is None or mention.plural or attribute is None or attribute.i != found.i or not mention.middle:
        return ""
    return mention.middle
