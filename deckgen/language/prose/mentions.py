"""What the sentence before offers a pronoun to stand for: its subject, and the noun phrases in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.language.grammar.clauses import NOUNS, PLURAL, Clause
from deckgen.language.words.parsing import Parse, Word
from deckgen.model import Block

PEOPLE = frozenset({"author", "researcher", "team", "people", "participant", "human", "user", "scientist"})
_NAMING = frozenset({"propose", "introduce", "present", "describe", "develop", "suggest", "build", "design", "call"})
_POINTERS = frozenset(
    "this that these those such it they them he she here one ones another no none nothing many most some few both "
    "other others what which there everything something much".split()
)
_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "advmod", "punct", "case"})
_ARTICLES = frozenset({"a", "an", "the", "some", "several", "two", "three", "many", "these", "this", "such"})
_MAX_WORDS, _MAX_PHRASE = 7, 6


@dataclass(frozen=True, slots=True)
class Mention:
    """Something a sentence spoke of, in the words it can be repeated in.

    Attributes:
        text: the words, as at the start of a sentence.
        middle: the words as in the middle of one; "" where their case is not sure.
        plural: whether it is more than one.
        people: whether it is the authors or other people.
        named: whether it is a name.
        topic: whether it is the name of what the paper is about.
    """

    text: str
    middle: str
    plural: bool = False
    people: bool = False
    named: bool = False
    topic: bool = False

    @property
    def possessive(self) -> str:
        """With the sign of the genitive."""
        return self.text + ("'" if self.text.endswith("s") and self.plural else "'s")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The sentence before, or the label or item that a sentence hangs under.

    Attributes:
        clause: its main clause, as written; None where it is not one well-formed clause.
        block: the block it stands in.
        subject: what it was about, with pronouns already followed; None where that is not sure.
        near: whether it stands in the same block.
        half: whether it is the first half of the same sentence.
        head: whether it is a label or an item above.
    """

    clause: Clause | None
    block: Block
    subject: Mention | None
    near: bool = True
    half: bool = False
    head: bool = False


def lowered(text: str, first: Word) -> str:
    """The text as in the middle of a sentence, or "" where that is not sure."""
    if first.tag in ("DT", "JJ", "PRP$", "VBN", "JJR", "JJS") and first.text[1:].islower():
        return text[0].lower() + text[1:]
    return text if not text[0].isupper() or first.tag in ("NNP", "NNPS") or not first.text.isalpha() else ""


def told(clause: Clause) -> Mention | None:
    """The subject of a clause as something to repeat; None for pronouns, pointers and long phrases."""
    head, places = clause.subject_head, clause.subject
    words = [clause.parse.words[i] for i in places]
    if head.tag not in NOUNS or any(w.tag.startswith("PRP") or w.tag in ("WDT", "WP") for w in words):
        return None
    if len(places) > _MAX_WORDS or words[0].text.lower() in _POINTERS or places[-1] - places[0] + 1 != len(places):
        return None
    return Mention(
        text=clause.subject_text,
        middle=lowered(clause.subject_text, words[0]),
        plural=head.tag in PLURAL or any(w.dep == "conj" for w in words),
        people=head.lemma.lower() in PEOPLE or head.text.endswith("et al."),
        named=head.tag in ("NNP", "NNPS") and len(places) == 1,
    )


def introduced(clause: Clause | None) -> Mention | None:
    """What the authors propose in this clause, as the subject of the next: "a filter" as "The filter"."""
    if clause is None:
        return None
    made = clause.complement("dobj")
    if clause.verb.lemma not in _NAMING or made is None or made.tag not in NOUNS or clause.negated:
        return None
    if made.tag in PLURAL or clause.parse.child(made.i, "conj"):
        return None
    appositive = clause.parse.child(made.i, "appos")
    if appositive is not None and _set_off(clause.parse, made, appositive):
        return Mention(appositive.text, appositive.text, named=True)
    places = phrase(clause.parse, made)
    if made.tag == "NNP" and len(places) == 1:
        return Mention(made.text, made.text, named=True)
    text = definite(clause.parse, places)
    return Mention(text[0].upper() + text[1:], text) if len(places) > 2 and text else None


def _set_off(parse: Parse, noun: Word, name: Word) -> bool:
    """Whether a name is put behind its noun with a comma or in brackets: "a spotter, TowerNet, that"."""
    alone = name.tag == "NNP" and len(parse.subtree(name.i)) == 1 and name.i == noun.i + 2
    return alone and parse.words[noun.i + 1].text in (",", "(")


def phrase(parse: Parse, noun: Word) -> tuple[int, ...]:
    """The places of a noun with what stands before it and a short "of ..." behind it."""
    left = [i for child in parse.children(noun.i, *_LEFT) if child.i < noun.i for i in parse.subtree(child.i)]
    places = (*sorted(left), noun.i)
    whole = tuple(i for i in range(places[0], noun.i + 1))
    of = next((w for w in parse.children(noun.i, "prep") if w.text == "of" and w.i == noun.i + 1), None)
    if of is not None and len(whole) + len(parse.subtree(of.i)) <= _MAX_PHRASE:
        return (*whole, *parse.subtree(of.i))
    return whole


def definite(parse: Parse, places: tuple[int, ...]) -> str:
    """A noun phrase with "the" for its article; "" where it has a pronoun or a pointer in it."""
    words = [parse.words[i] for i in places]
    while words and words[0].text.lower() in _ARTICLES:
        words = words[1:]
    pointing = any(w.tag in ("PRP", "PRP$", "WDT") or w.text.lower() in _POINTERS for w in words)
    if not words or pointing or words[0].tag in ("DT", "POS"):
        return ""
    text = parse.text[words[0].start : words[-1].end]
    low = words[0].i == 0 and text[1:2].islower() and words[0].tag in ("JJ", "NN", "NNS", "VBN", "VBG")
    return "the " + (text[0].lower() + text[1:] if low else text)


def alike(clause: Clause, noun: Word) -> Iterator[Word]:
    """The nouns of a clause's sentence with the same lemma and number as this noun."""
    for word in clause.parse.words:
        same_number = (word.tag in PLURAL) == (noun.tag in PLURAL)
        if word.tag in NOUNS and same_number and word.lemma.lower() == noun.lemma.lower():
            yield word
