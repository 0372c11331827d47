"""A term set apart from its explanation, as in a glossary.

    Landing mask: a binary image that ...           what is a landing mask?
    **Landing mask.** A binary image that ...       what is a landing mask?
    Landing mask: It is a binary image that ...     what is a landing mask?
    a heading or an item, and under it
      A binary image that ...                       what is a landing mask?
    Spotter: maps a photo to ...                    what does the spotter do?
    Data skewing: sorting keys that ...             what is data skewing?
    Envy freeness: No user should prefer ...        what does envy freeness mean?

Not matched: findings, examples and instructions filed under a term, labels that fit any paper ("Input", "Cons").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckgen.language import kinds, terms
from deckgen.language.clauses import FINITE, by_people
from deckgen.language.parsing import Parse, Word, parse_text
from deckgen.language.statements import Reading, Statement
from deckgen.model import Role

REFUSED = frozenset({"opinion or aside", "leftover markup", "unbalanced brackets or quotes", "not a statement"})
"""Problems of a statement that keep even a part of it from being shown."""

_QUOTED = re.compile(r"[\"“](?P<text>[^\"“”]+)[\"”]\.?\Z")
_TITLE = re.compile(r"\b(?:19|20)\d\d\b|%|\bvs\b")
_IT_IS = re.compile(
    r"(?:(?:It|This|That|They|These|Which) (?:is|are|refers? to|means?|denotes?|(?:is|are) defined as) "
    r"(?:basically |simply )?(?=(?:an?|the)\s)"
    r"|It (?=[a-z]+s\s)(?!is |was |has |does ))"
)
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_PROPERTY = re.compile(r"(?:ness|[a-z]{3}ity|[a-z]{2}cy|property)\Z", re.IGNORECASE)
_PROBLEM = re.compile(
    r"\s(?:problem|effect|phenomenon|paradox|dilemma|hypothesis|principle|theorem|law|rule|attack|bias|criterion|"
    r"assumption|guarantee|conjecture|invariant|incentive)\Z",
    re.IGNORECASE,
)
_EMPTY_VERBS = frozenset(
    "include contain have need require consist take be become show depend rely use focus outperform achieve see".split()
)
_MEASURES = frozenset("measure quantify evaluate assess".split())
_INNER = frozenset({"relcl", "advcl", "ccomp", "aux", "auxpass", "conj"})
_MAX_TERM, _MAX_HEADING = 6, 4
_PROCESS = re.compile(r"(?:ing|ion|ment|sis|ance|ence|al)\Z")


@dataclass(frozen=True, slots=True)
class Defined:
    """A term that is asked for, with its explanation; all masked."""

    term: str
    question: str
    answer: str


def gloss(statement: Statement, reading: Reading) -> Defined | None:
    """What a statement explains of the term in front of it; None where there is no such term, or no explanation."""
    term = terms.bare(_term(statement))
    opened = _IT_IS.match(statement.text)
    if not term or len(term.split()) > _MAX_TERM or REFUSED & set(statement.problems):
        return None
    said = parse_text(term)
    if statement.clause is not None and not opened:
        return _principle(term, said, statement, reading)
    parse = _explaining(statement, opened.end() if opened else 0)
    root = next((w for w in parse.words if w.dep == "ROOT"), None)
    if root is None or not terms.is_term(said, reading.summary):
        return None
    if _TITLE.search(parse.text) or _titled(parse.text):
        return None
    if root.i == 0 and root.tag in ("VBZ", "VBP", "VB", "VBG") and statement.label:
        return (
            _process(term, said, parse, reading) if root.tag == "VBG" else _function(term, said, root, parse, reading)
        )
    if not statement.label and not (parse.text.startswith(("A ", "An ")) and kinds.linked(parse, root) == "clause"):
        return None
    return _kind(term, said, root, parse, reading, labelled=bool(statement.label))


def _term(statement: Statement) -> str:
    """The term before a statement: its label, else for the first sentence the item or heading it stands under."""
    index, block = statement.evidence.index, statement.evidence.block
    if statement.label:
        return statement.label if index == 0 or (index == 1 and statement.label not in statement.evidence.text) else ""
    if index:
        return ""
    if block.parents:
        return block.parents[-1].strip(" :")
    heading = block.section[-1].strip(" :.") if block.section and block.role is not Role.ITEM else ""
    return heading if len(heading.split()) <= _MAX_HEADING else ""


def _explaining(statement: Statement, start: int) -> Parse:
    """The explanation, parsed alone: without "It is" in front and without quotes round it."""
    text = statement.text[start:]
    quoted = _QUOTED.match(text)
    if quoted or start:
        text = quoted["text"] if quoted else text
        return parse_text(f"{text[:1].upper()}{text[1:]}".rstrip(".") + ".")
    return statement.parse


def _kind(term: str, said: Parse, head: Word, parse: Parse, reading: Reading, *, labelled: bool) -> Defined | None:
    first = parse.words[0]
    plain = not any(w.tag in FINITE and w.dep not in _INNER for w in parse.words)
    loose = labelled or kinds.linked(parse, head) == "clause"
    if head.tag not in ("NN", "NNS", "NNP") or not plain or not kinds.is_kind(parse, head, first, loose=loose):
        return None
    answer = kinds.explanation(parse, range(len(parse)), term, least=3)
    if answer is None or (parse.child(head.i, "conj") and "," in answer):  # "Bengio: smoothness, sparsity, and ..."
        return None
    asked = _asked(term, head, first.text, reading)
    if not terms.stands_alone(asked, reading.summary):
        return None
    plural = _plural(said)
    if plural != (head.tag == "NNS") and (head.tag == "NNS" or kinds.linked(parse, head) == "phrase"):
        return None  # "Editor: the names of ...", "Models: use of ..."
    return Defined(term, f"what {'are' if plural else 'is'} {_bare_plural(asked) if plural else asked}?", answer)


def _titled(answer: str) -> bool:
    """Whether the words are a title: "Contextual History Enhancement for Query Rewriting"."""
    words = [word for word in re.findall(r"[A-Za-z][\w-]+", answer)[1:] if len(word) > 3]
    return len(words) > 2 and 2 * sum(word[0].isupper() for word in words) > len(words)


def _plural(said: Parse) -> bool:
    last = next((w for w, after in zip(said.words, said.words[1:], strict=False) if after.text == "of"), said.words[-1])
    ending = last.text.endswith("s") and not last.text.endswith(("ss", "us", "is", "ics"))
    return ending and (last.tag in ("NNS", "NNPS") or not last.text[:-1].isupper())


def _asked(term: str, kind: Word, opening: str, reading: Reading) -> str:
    inside = term if terms.is_name_of(kind) and " " not in term else terms.named_inside(term, reading)
    return terms.with_article(inside, kind, opening, reading)


def _bare_plural(term: str) -> str:
    return re.sub(r"^an? ", "", term)


def _principle(term: str, said: Parse, statement: Statement, reading: Reading) -> Defined | None:
    """`Envy freeness: No user should ...`: a property, a problem or a principle explained by a sentence."""
    found = _PROPERTY.search(term) or _PROBLEM.search(term)
    if not found or not statement.label or not terms.is_term(said, reading.summary):
        return None
    if statement.clause is None or by_people(statement.clause) or statement.parse.words[0].tag in ("PRP", "VB", "VBG"):
        return None
    inside = terms.named_inside(term, reading)
    answer = kinds.explanation(statement.parse, range(len(statement.parse)), term)
    if answer is None or not terms.stands_alone(inside, reading.summary):
        return None
    if _PROPERTY.search(term):
        return Defined(term, f"what does {inside} mean?", answer)
    return Defined(term, f"what is {inside if _ARTICLE.match(inside) else f'the {inside}'}?", answer)


def _process(term: str, said: Parse, parse: Parse, reading: Reading) -> Defined | None:
    """`Data skew: sorting ...`: a process explained by what is done."""
    if not _PROCESS.search(said.words[-1].text) or any(w.tag in FINITE and w.dep == "ROOT" for w in parse.words):
        return None
    answer = kinds.explanation(parse, range(len(parse)), term)
    inside = terms.named_inside(term, reading)
    if answer is None or not terms.stands_alone(inside, reading.summary):
        return None
    return Defined(term, f"what is {inside}?", answer)


def _function(term: str, said: Parse, verb: Word, parse: Parse, reading: Reading) -> Defined | None:
    """`Spotter: maps the input to ...` as "what does the spotter do?", "measures" as "what does ... measure?"."""
    plural, lemma = _plural(said), verb.lemma.lower()
    ordered = verb.tag in ("VB", "VBP") and not plural
    if lemma in _EMPTY_VERBS or (plural and verb.tag == "VBZ"):
        return None
    measures = lemma in _MEASURES
    answer = kinds.explanation(parse, range(1 if measures else 0, len(parse)), term, least=3)
    inside = terms.named_inside(term, reading)
    if answer is None or not terms.stands_alone(inside, reading.summary) or ";" in answer:
        return None
    process = bool(_PROCESS.search(inside)) and " of " not in inside
    if ordered and not measures:
        return Defined(term, f"what is done in {inside}?", answer) if process else None
    name = inside[:1].isupper() and " " not in inside
    article = "" if name or process or plural or _ARTICLE.match(inside) else "the "
    return Defined(term, f"what {'do' if plural else 'does'} {article}{inside} {lemma if measures else 'do'}?", answer)
