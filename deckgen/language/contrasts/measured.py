"""A clause with an amount in it, turned into the question that the amount answers.

    S raises the recall by 4.5 points      by how much does S raise the recall?
    S is 3 times faster than T             how much faster is S than T?
    S cuts the latency from 40 to 12 ms    how far does S cut the latency?
    S gives a 3x speedup over T            how large a speedup over T does S give?
    S occurs in 70 % of tumours            in what percentage of tumours does S occur?
    70 % of tumours are S                  what percentage of tumours are S?
    S needs 3 replicas to survive          how many replicas does S need to survive?

Each takes a clause and one amount of its text, and gives None where the clause has not this form.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deckgen.language.contrasts.amounts import Amount, places
from deckgen.language.contrasts.sides import named
from deckgen.language.grammar.asking import Question, contiguous
from deckgen.language.grammar.clauses import NOUNS, Clause
from deckgen.language.grammar.questions import ask
from deckgen.language.words.casing import Casing

_CHANGES = frozenset(
    "improve reduce increase decrease raise lower cut drop fall rise grow shrink speed boost outperform beat exceed "
    "surpass degrade slow shorten lengthen prolong extend accelerate gain lead delay enhance enlarge diminish change "
    "differ overestimate underestimate".split()
)
_GAINS = frozenset(
    "reduction improvement increase decrease speedup speed-up slowdown gain drop boost rise fall saving savings loss "
    "overhead penalty decline advantage risk".split()
)
_GIVES = frozenset(
    "give yield achieve provide show lead result cause produce bring obtain offer see report have get observe deliver "
    "add incur impose save carry associate".split()
)
_GRADES = frozenset(
    "faster slower smaller larger bigger cheaper longer shorter higher lower better worse more less fewer greater "
    "likelier quicker".split()
)
_NEEDS = frozenset("need require take involve tolerate acquire".split())
_COUNTED = frozenset(
    "replica round message disk trip access mutation alteration copy node server phase acknowledgment acknowledgement "
    "ack vote read write bit byte measurement observation query hop locks lock key candidate hit allele gene "
    "amplification codon residue atom molecule proton electron photon cell ATP sodium ion dose injection".split()
)
_STRENGTHS = frozenset("significantly slightly greatly drastically considerably substantially only typically".split())
_PERCENT = re.compile(r"(?:%|percent|per cent)\Z")
_SECOND = re.compile(r"\bby (?:about |around |more than )?[~≈]?\d")  # "by 1 point and the other by 2 points"
_DATA = re.compile(r"\b(?:data ?sets?|training data|samples|images|examples)\b")
_PERCENTS = re.compile(r"\d\s?(?:%|percent|per cent)")
_RELATIVE = re.compile(r"(?:%|percent|per cent|x|×|X|times|folds?|-fold|orders? of magnitude|a factor of .{1,20})\Z")
_MAX_QUESTION = 28


def asked_amount(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """The question that an amount of the clause's text answers, or None.

    Example:
        >>> from deckgen.language.contrasts.amounts import amounts
        >>> from deckgen.language.grammar.clauses import main_clause
        >>> from deckgen.language.words.parsing import parse_text
        >>> clause = main_clause(parse_text("On the coast, SkyNetto raises the recall by 4.5 points."))
        >>> asked_amount(clause, next(amounts(clause.parse.text)), Casing())
        Question(question='on the coast, by how much does SkyNetto raise the recall?', answer='4.5 points')
    """
    if clause.second is not None or clause.negated:
        return None
    aside = clause.parse.text.rfind("(", 0, amount.start) > clause.parse.text.rfind(")", 0, amount.start)
    for form in (_bracketed,) if aside else _FORMS:
        found = form(clause, amount, casing)
        if found is not None and len(found.question.split()) <= _MAX_QUESTION:
            return found
    return None


def _asked(clause: Clause, wh: str, gone: tuple[int, ...], casing: Casing, answer: str) -> Question | None:
    if not contiguous(gone) or _torn(clause, gone):
        return None
    loose = (w.i for w in clause.parse.children(clause.verb.i, "advmod") if w.text.lower() in _STRENGTHS)
    question = ask(clause, wh, (*gone, *loose), casing)
    if question and _SECOND.search(question):
        return None
    return Question(question, answer) if question else None


def _torn(clause: Clause, gone: tuple[int, ...]) -> bool:
    """Whether the part asked for leaves the rest of its noun phrase behind: "by 2 points AP"."""
    if gone[-1] + 1 >= len(clause.parse):
        return False
    following, last = clause.parse.words[gone[-1] + 1], clause.parse.words[gone[-1]]
    return following.tag in NOUNS and last.head == following.i


def _by(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`by AMOUNT`, of a verb of change."""
    parse, said = clause.parse, places(clause.parse, amount)
    before = parse.words[said[0] - 1] if said and said[0] else None
    if before is None or before.text != "by" or not _changes(clause):
        return None
    if clause.verb.lemma in ("outperform", "beat", "exceed", "surpass"):
        thing = clause.complement("dobj")
        told = clause.fronted or parse.text[amount.end :].strip(" .")
        if thing is None or not named(parse.span(parse.subtree(thing.i))) or not told:
            return None
    return _asked(clause, "by how much", (before.i, *said), casing, amount.text)


def _changes(clause: Clause) -> bool:
    """Whether the verb of a clause, or the one under "helps to" or "seems to", is one of change."""
    under = clause.parse.children(clause.verb.i, "xcomp", "ccomp")
    verbs = (
        clause.verb,
        *(w for w in under if clause.verb.lemma in ("seem", "help", "be", "manage", "allow", "appear")),
    )
    return any(verb.lemma.lower() in _CHANGES for verb in verbs)


def _graded(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`AMOUNT faster than T`."""
    parse, said = clause.parse, places(clause.parse, amount)
    than = next((w.i for w in parse.words if w.text == "than" and w.i > said[-1]), None) if said else None
    if than is None or parse.words[said[-1] + 1].text.lower() not in _GRADES or than - said[-1] > 6:
        return None
    if not (_RELATIVE.search(amount.text) or amount.text.endswith(("points", "point"))) or not named(
        parse.text[parse.words[than].end :].strip(" .").split(",")[0]
    ):
        return None
    grade = parse.text[parse.words[said[-1] + 1].start : parse.words[than - 1].end]
    if grade.startswith("fewer") and _PERCENT.search(amount.text):
        return None
    return _asked(clause, f"how {_many(grade)}{grade}", tuple(range(said[0], than)), casing, amount.text)


def _many(grade: str) -> str:
    return "many times " if grade.startswith(("fewer", "more likely")) else "much "


def _from_to(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`from A to B`, of a verb of change."""
    parse, said = clause.parse, places(clause.parse, amount)
    first = parse.words[said[0] - 1] if said and said[0] else None
    if first is None or first.text != "from" or clause.verb.lemma not in _CHANGES or clause.verb.lemma == "extend":
        return None
    second = re.match(
        r"\s?to (?:only |about |almost |over )?\S*\d\S*(?: (?:%|ms|points?|percent))?", parse.text[amount.end :]
    )
    end = amount.end + len(second.group().rstrip(" .,;")) if second else amount.end
    gone = tuple(w.i for w in parse.words if w.start >= first.start and w.end <= end)
    if " to " not in parse.text[first.start : end] or clause.complement("dobj") is None:
        return None
    return _asked(clause, "how far", gone, casing, parse.text[first.start : end])


def _bracketed(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`improves T (AMOUNT)`: a verb of change with the amount alone in a bracket behind."""
    parse, said = clause.parse, places(clause.parse, amount)
    if not said or clause.verb.lemma not in _CHANGES - {"change", "differ", "lead"} or not amount.unit:
        return None
    if parse.text[: amount.start].endswith(("(", "(by ")) and parse.text[amount.end : amount.end + 1] == ")":
        start = parse.text.rindex("(", 0, amount.start)
        gone = tuple(w.i for w in parse.words if w.start >= start and w.end <= amount.end + 1)
        return _asked(clause, "by how much", gone, casing, amount.text)
    return None


def _gain(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`a 3x speedup over T`: the noun of change with its measure."""
    parse, said = clause.parse, places(clause.parse, amount)
    if not said or said[-1] + 1 >= len(parse) or not amount.unit or not said[0]:
        return None
    article, noun = parse.words[said[0] - 1], parse.words[said[-1] + 1]
    if article.text == "of" and parse.words[said[0] - 2].text.lower() in _GAINS:
        noun = parse.words[said[0] - 2]
        article, last = parse.words[noun.i - 1], said[-1]
    else:
        last = parse.subtree(noun.i)[-1]
        if last == noun.i:
            return None
    if (
        clause.verb.lemma not in _GIVES
        or noun.text.lower() not in _GAINS
        or said[0] <= clause.verb.i
        or article.text == "the"
    ):
        return None
    first = article.i if article.text in ("a", "an") else noun.i if noun.i < said[0] else said[0]
    rest = noun.text if last == said[-1] else parse.text[noun.start : parse.words[last].end]
    wh = f"how large {article_for(rest)} {rest}"
    return _asked(clause, wh, tuple(range(first, last + 1)), casing, amount.text)


def article_for(text: str) -> str:
    """The indefinite article that goes before a text.

    Example:
        >>> article_for("increase in speed"), article_for("drop")
        ('an', 'a')
    """
    return "an" if text[:1].lower() in "aeio" else "a"


def _share(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`N % of T`, as the subject or behind the verb."""
    parse, said = clause.parse, places(clause.parse, amount)
    if not said or not _PERCENT.search(amount.text) or said[-1] + 2 >= len(parse):
        return None
    of = parse.words[said[-1] + 1]
    if of.text != "of" or len(_PERCENTS.findall(parse.text)) > 1:
        return None
    rest = parse.text[of.start :].rstrip(" .")
    if _DATA.search(rest):
        return None
    if clause.subject[0] in said:
        front = casing.inside(parse.text[: amount.start], parse.words[0].tag)
        return Question(f"{front}what percentage {rest}?", amount.text)
    narrowed, last = parse.subtree(of.i), parse.words[said[-1]]
    if parse.words[said[0] - 1].tag == "DT" or last.dep not in ("dobj", "pobj", "nsubj", "attr", "conj"):
        return None
    if narrowed[0] != of.i or not contiguous(narrowed) or said[0] <= clause.verb.i:
        return None
    before = parse.words[said[0] - 1]
    prep = before if before.dep == "prep" else None
    gone = tuple(range(before.i if prep else said[0], narrowed[-1] + 1))
    wh = f"{prep.text + ' ' if prep else ''}what percentage {parse.span(narrowed)}"
    return _asked(clause, wh, gone, casing, amount.text)


def _count(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`needs N replicas`: something counted that the subject needs."""
    parse, said = clause.parse, places(clause.parse, amount)
    thing = clause.complement("dobj")
    if not said or amount.unit or thing is None or clause.verb.lemma not in _NEEDS | {"have", "display", "harbor"}:
        return None
    if thing.lemma.lower() not in _COUNTED or thing.tag != "NNS" or said[-1] >= thing.i:
        return None
    whole = tuple(i for i in parse.subtree(thing.i) if i <= thing.i)
    if whole[0] != said[0]:
        return None
    noun = parse.text[parse.words[said[-1] + 1].start : thing.end]
    return _asked(clause, f"how many {noun}", whole, casing, amount.text)


def _level(clause: Clause, amount: Amount, casing: Casing) -> Question | None:
    """`reaches an accuracy of N %, compared with M for T`: a level with another to hold it against."""
    parse, said = clause.parse, places(clause.parse, amount)
    thing = clause.complement("dobj")
    against = re.search(r"\b(?:compared (?:to|with)|versus|vs\.?|as opposed to|while|whereas)\b", parse.text)
    if not said or thing is None or thing.tag not in NOUNS or against is None or against.start() < amount.end:
        return None
    whole = tuple(i for i in parse.subtree(thing.i) if parse.words[i].start < against.start())
    before_noun = said[-1] < thing.i and whole[0] >= said[0] - 1
    noun = parse.text[parse.words[said[-1] + 1].start : thing.end] if before_noun else thing.text
    behind = parse.text[thing.end : amount.start].strip()
    if not before_noun and behind != "of":
        return None
    gone = tuple(i for i in range(whole[0], max(thing.i, said[-1]) + 1))
    return _asked(clause, f"what {noun}", gone, casing, amount.text)


_FORMS: tuple[Callable[[Clause, Amount, Casing], Question | None], ...] = (
    _by,
    _graded,
    _from_to,
    _gain,
    _share,
    _count,
    _level,
)
