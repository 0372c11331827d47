"""A label explained by what the thing does, how it is done, or what holds for it.

Spotter: maps a photo to ...                    what does the spotter do?
Landing score: measures the distance ...        what does the landing score measure?
Data skewing: sorting keys that ...             what is data skewing?
Log truncation: Write old entries to ...        what is done in log truncation?
LateRead: Drop old requests before ...          what is the idea of LateRead?
Gate fairness: No pilot should envy ...         what does gate fairness mean?
Cold start problem: New users have no ...       what is the cold start problem?
"""

from __future__ import annotations

import re

from deckgen.language.grammar.clauses import FINITE, by_people
from deckgen.language.prose.statements import Reading, Statement
from deckgen.language.terms import articles, kinds
from deckgen.language.terms.defined import Defined
from deckgen.language.words.parsing import Parse, Word

_EMPTY_VERBS = frozenset(
    "include contain have need require consist take be become beat show work try aim want depend rely use focus "
    "outperform achieve see perform".split()
)
_ORDERS = frozenset("use add apply see note do make try set get be have consider need".split())
_MEASURES = frozenset("measure quantify evaluate assess".split())
_PROCESS = re.compile(r"(?:ing|ion|ment|sis|ance|ence|al)\Z")
_PROPERTY = re.compile(r"(?:ness|[a-z]{3}ity|[a-z]{2}cy|property)\Z", re.IGNORECASE)
_PROBLEM = re.compile(
    r"\s(?:problem|effect|phenomenon|paradox|dilemma|hypothesis|principle|theorem|law|rule|attack|criterion|"
    r"assumption|guarantee|conjecture|invariant|incentive)\Z",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"\b(?:should|must|can|cannot|can't|may|never|no|none|nobody|always|only|all|every|each|any|if|when|whether|not)\b",
    re.IGNORECASE,
)
_NO_PROCESS = re.compile(r"(?:argument|element|document|environment|component|segment|moment|instrument|goal)\Z")
_NO_VERB_BEFORE = frozenset({"that", "which", "where", "of", "whose"})
_PROOF = re.compile(r"\b(?:sufficiency|necessity|complexity|quantity|ability|[a-z]+ing [a-z]+)\Z", re.IGNORECASE)
_POSSIBLE = re.compile(r"It (?:is|should|must|can|may)(?: not)?(?: be)? (?:im)?possible ")
_FEW, _LONG = 3, 6


def principle(term: str, statement: Statement, reading: Reading) -> Defined | None:
    """A property, a problem or a principle explained by a whole sentence."""
    parse = statement.parse
    is_property = bool(_PROPERTY.search(term) and _ALWAYS.search(parse.text)) and not _PROOF.search(term)
    is_problem = _PROBLEM.search(term) and " of " not in term
    if not (is_property or is_problem) or not statement.label or not parse.words:
        return None
    if statement.clause is None and not (is_property and parse.words[0].text in ("When", "If")):
        return None
    if statement.clause is not None and by_people(statement.clause):
        return None
    if parse.words[0].tag in ("PRP", "VB", "VBG") and not _POSSIBLE.match(parse.text):
        return None
    inside = articles.named_inside(term, reading)
    answer = kinds.explanation(parse, range(len(parse)), term, least=_FEW, free=True)
    if answer is None or answer.casefold().startswith(term.casefold()):
        return None
    if is_property:
        return Defined(term, f"what does {inside} mean?", answer)
    return Defined(term, f"what is {articles.definite(inside)}?", answer)


def process(term: str, parse: Parse, reading: Reading) -> Defined | None:
    """A process explained by what is done: "sorting ...", for a term that names one."""
    if not _PROCESS.search(term) or any(w.tag in FINITE and w.dep == "ROOT" for w in parse.words):
        return None
    answer = kinds.explanation(parse, range(len(parse)), term)
    return Defined(term, f"what is {articles.named_inside(term, reading)}?", answer) if answer else None


def function(term: str, verb: Word, parse: Parse, reading: Reading) -> Defined | None:
    """A thing explained by what it does: "maps ..."; a metric by what it measures; a method by what to do."""
    lemma, plural = verb.lemma.lower(), articles.plural(term)
    ordered = verb.tag in ("VB", "VBP") and not plural
    if lemma in _EMPTY_VERBS or (plural and verb.tag == "VBZ") or _noun(verb, parse):
        return None
    measures = lemma in _MEASURES
    answer = kinds.explanation(parse, range(verb.i + (1 if measures else 0), len(parse)), term, least=_FEW)
    inside = articles.named_inside(term, reading)
    if answer is None or ";" in answer or (inside.islower() and " " not in term and kinds.circular(term, answer)):
        return None
    process_like = bool(_PROCESS.search(inside)) and " of " not in inside and not _NO_PROCESS.search(inside)
    if ordered and not measures:
        return _ordered(term, inside, lemma, answer, process_like=process_like)
    name = inside[:1].isupper() and " " not in inside and not articles.is_part(inside.lower().split("-")[-1])
    plain = articles.uncounted(inside) or plural or name
    named = inside if plain else articles.definite(inside)
    return Defined(term, f"what {'do' if plural else 'does'} {named} {lemma if measures else 'do'}?", answer)


def _noun(verb: Word, parse: Parse) -> bool:
    """Whether the verb is none: "Questions that ..."."""
    following = parse.words[verb.i + 1].text.lower() if verb.i + 1 < len(parse) else ""
    return following in _NO_VERB_BEFORE


def _ordered(term: str, inside: str, lemma: str, answer: str, *, process_like: bool) -> Defined | None:
    if process_like:
        return Defined(term, f"what is done in {inside}?", answer)
    if (
        lemma in _ORDERS
        or len(answer.split()) < _LONG
        or " " in inside
        or not any(sign.isupper() for sign in inside[1:])
    ):
        return None
    return Defined(term, f"what is the idea of {inside}?", answer)
