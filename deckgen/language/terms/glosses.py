"""A term set apart from its explanation, as in a glossary.

    Landing mask: a binary image that ...           what is a landing mask?
    Landing mask: image that ...                    what is a landing mask?
    **Landing mask.** A binary image that ...       what is a landing mask?
    Landing mask: It is a binary image that ...     what is a landing mask?
    a heading or an item, and under it
      A binary image that ...                       what is a landing mask?
    Spotter: maps a photo to ...                    what does the spotter do?      and others, see deeds.py

Not matched: findings, examples and instructions filed under a term, labels that fit any paper ("Input", "Cons").
"""

from __future__ import annotations

import re

from deckgen.language.grammar.clauses import FINITE
from deckgen.language.prose.labels import split_label
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.terms import acts, articles, deeds, kinds
from deckgen.language.terms import term as terms
from deckgen.language.terms.defined import REFUSED, Defined
from deckgen.language.words.parsing import Parse, Word, parse_text
from deckgen.model import Role

_QUOTED = re.compile(r"[\"“](?P<text>[^\"“”]+)[\"”]\.?\Z")
_THE = re.compile(r"the ", re.IGNORECASE)
_RESULT = re.compile(r"\b(?:19|20)\d\d\b|%|\bvs\b|\(\d+ [a-z]|\d\.\d|\b(?:second-)?best\b")
_IT_IS = re.compile(
    r"(?:(?:It|This|That|They|These|Which) (?:is|are|refers? to|means?|denotes?|(?:is|are) defined as) "
    r"(?:basically |simply )?(?=(?:an?|the)\s)"
    r"|It (?=[a-z]+s\s)(?!is |was |has |does ))"
)
_BEHIND_VERBS = frozenset({"DT", "WDT", "WP", "WRB", "PRP$", "TO", "NNP"})
_NO_KIND = frozenset({"DT", "PRP", "IN", "CD", "WRB", "WP", "MD", "EX", "TO", "RB"})
_INNER = frozenset({"relcl", "advcl", "ccomp", "aux", "auxpass"})
_OTHERS = re.compile(r"\b(?:related|previous|prior) (?:works?|research|methods|approaches)\b", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"[A-Z][\w-]*[A-Z]|Zq")
_OPENS_CLAUSE = frozenset({"where", "for", "with", ","})
_MAX_TERM, _MAX_HEADING, _FEW = 6, 4, 3


def gloss(statement: Statement, reading: Reading) -> Defined | None:
    """What a statement explains of the term in front of it; None where there is no such term, or no explanation."""
    label, text = _apart(statement)
    term = terms.bare(label or _above(statement))
    if not term or len(term.split()) > _MAX_TERM or REFUSED & set(statement.problems) or _of_others(statement):
        return None
    if not terms.is_term(terms.label_words(term), reading.summary) or not terms.labels_alone(term, reading.summary):
        return None
    opened = _IT_IS.match(text)
    if statement.clause is not None and not opened and text == statement.text:
        return deeds.principle(term, statement, reading)
    parse = _explaining(statement, text, opened.end() if opened else 0)
    if not parse.words or _RESULT.search(parse.text) or _titled(parse.text):
        return None
    if not label:
        return _below(term, parse, reading)
    return _labelled(term, parse, reading) or (None if opened else deeds.principle(term, statement, reading))


def _apart(statement: Statement) -> tuple[str, str]:
    """Label and explanation of a statement, also where the label has become the subject of the sentence."""
    index, said = statement.evidence.index, statement.evidence.text
    if statement.clause is not None and not index:
        label, rest = split_label(said)
        if label and _THE.sub("", statement.clause.subject_text).casefold() == _THE.sub("", label).casefold():
            return label, f"{rest[:1].upper()}{rest[1:]}".rstrip(".") + "."
    first = index == 0 or (index == 1 and statement.label not in said)
    return (statement.label if first else ""), statement.text


def _above(statement: Statement) -> str:
    """The item or the heading under which the first sentence of a block stands."""
    block = statement.evidence.block
    if statement.evidence.index or statement.label:
        return ""
    if block.parents:
        return block.parents[-1].strip(" :")
    heading = block.section[-1].strip(" :.") if block.section and block.role is not Role.ITEM else ""
    return heading if len(heading.split()) <= _MAX_HEADING else ""


def _explaining(statement: Statement, text: str, start: int) -> Parse:
    """The explanation, parsed alone: without "It is" in front and without quotes round it."""
    text = text[start:]
    quoted = _QUOTED.match(text)
    if not quoted and text == statement.text:
        return statement.parse
    text = quoted["text"] if quoted else text
    return parse_text(f"{text[:1].upper()}{text[1:]}".rstrip(".") + ".")


def _below(term: str, parse: Parse, reading: Reading) -> Defined | None:
    """An explanation under its heading: only "A KIND that ...", since most of what stands there explains nothing."""
    root = parse.root
    if root is None or not parse.text.startswith(("A ", "An ")) or kinds.linked(parse, root) != "clause":
        return None
    return _kind(term, root, parse, 0, reading)


def _labelled(term: str, parse: Parse, reading: Reading) -> Defined | None:
    root, first = parse.root, parse.words[0]
    acting = acts.acting(parse)
    if acting is not None:
        return deeds.function(term, acting.words[1], acting, reading)
    if root is not None and root.i == 0 and root.tag == "VBG":
        return deeds.process(term, parse, reading)
    if root is not None and root.i == 0 and root.tag in ("VBZ", "VBP", "VB"):
        return deeds.function(term, root, parse, reading)
    found = _kind(term, root, parse, 0, reading) if root is not None else None
    if found or first.tag in _NO_KIND:
        return found
    return _framed(term, parse, reading)


def _framed(term: str, parse: Parse, reading: Reading) -> Defined | None:
    """The explanation parsed behind "It": a fragment without article misleads the parser."""
    text, first = parse.text, parse.words[0]
    inside = reading.casing.inside(text, first.tag)
    if first.tag in ("NNS", "NNPS", "NNP") and articles.plural(first.text) and not articles.plural(term):
        acting = parse_text(f"It {text[0].lower()}{text[1:]}")
        if acting.words[1].tag == "VBZ" and acting.words[2].tag in _BEHIND_VERBS:
            return deeds.function(term, acting.words[1], acting, reading)
    being = parse_text(f"{'They are' if first.tag == 'NNS' else 'It is'} {inside}")
    kind = being.child(1, "attr") if len(being) > 1 and being.words[1].dep == "ROOT" else None
    return _kind(term, kind, being, 2, reading) if kind is not None else None


def _kind(term: str, head: Word, parse: Parse, start: int, reading: Reading) -> Defined | None:
    """A kind with its difference, from place `start` to the end, as the explanation of the term."""
    first, words = parse.words[start], parse.words[start:]
    if head.tag not in ("NN", "NNS", "NNP") or head.text[:2] == "Zq" or any(_outer(parse, w) for w in words):
        return None
    named = first.tag == "NNP" and articles.plural(first.text)  # "Extends LateRead with ...", taken for a name
    if (
        named
        or acts.doing(first.text)
        or (first.text.endswith("ing") and first.i == head.i)
        or _bare(parse, head, first)
    ):
        return None
    how = kinds.linked(parse, head)
    if not kinds.is_kind(parse, head, first, loose=True):
        return None
    answer = kinds.explanation(parse, range(start, len(parse)), term, least=_FEW)
    if answer is None or kinds.circular(term, answer):
        return None
    if parse.child(head.i, "conj") and "," in answer:  # "Bengio: smoothness, sparsity, and ..."
        return None
    plural = articles.plural(term)
    if plural != (head.tag == "NNS") and (head.tag == "NNS" or how == "phrase"):
        return None  # "Editor: the names of ...", "Models: use of ..."
    inside = term if articles.is_name_of(head) and " " not in term else articles.named_inside(term, reading)
    if plural:
        return Defined(term, f"what are {inside}?", answer)
    return Defined(term, f"what is {articles.with_article(inside, head, first.text, reading)}?", answer)


def _bare(parse: Parse, head: Word, first: Word) -> bool:
    """Whether the explanation opens with an instance, or with a noun in telegraph style: "Encoder where ..."."""
    following = parse.words[first.i + 1].text.lower() if first.i + 1 < len(parse) else ""
    instance = first.tag == "NNP" and _INNER_CAPITAL.match(first.text) and (first.i == head.i or head.tag == "NNP")
    if instance and following != "of":
        return True
    noun = first.text.lower()
    countable = articles.is_part(noun) or articles.wants_article(noun)
    return first.tag in ("NN", "NNP") and following in _OPENS_CLAUSE and countable


def _of_others(statement: Statement) -> bool:
    """Whether the statement stands among the related work, whose labels tell what others tried."""
    return any(_OTHERS.search(heading) for heading in statement.evidence.block.section)


def _outer(parse: Parse, word: Word) -> bool:
    """Whether a finite verb stands outside the clauses that narrow the kind."""
    joined = word.dep == "conj" and parse.words[word.head].tag.startswith("VB")
    return word.tag in FINITE and word.dep not in _INNER and not joined


def _titled(text: str) -> bool:
    """Whether the words are a title: "Contextual History Enhancement for Query Rewriting"."""
    words = [word for word in re.findall(r"[A-Za-z][\w-]+", text)[1:] if len(word) > _FEW]
    return len(words) > 2 and 2 * sum(word[0].isupper() for word in words) > len(words)
