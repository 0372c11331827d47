"""What something is done for: `S uses X to VP`, `in order to VP`, `for V-ing`, `To VP, S does X`.

Examples: "SeqGAN uses REINFORCE to train the generator." -> "What does SeqGAN use REINFORCE for?" / "To train the
generator."
"To compensate for the lost accuracy, SqueezeNet downsamples late." -> "What does SqueezeNet do to compensate for the
lost accuracy?" / "Downsamples late."
"To survive a crash, batches are written twice." -> "What is done to survive a crash?" / "Batches are written twice."
Not matched: "to" after verbs that want it (try, allow, help, need) and nouns that do (a way to), evaluations ("to test
this"), purposes that fit anything ("to improve performance"), purposes inside subordinate clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.grammar.asking import Question, answer_text, asked, asked_half, contiguous, usable
from deckgen.language.grammar.blanks import content
from deckgen.language.grammar.carrier import NOMINAL, carrier, half
from deckgen.language.grammar.clauses import Clause, by_people, text_of
from deckgen.language.grammar.finishing import finished
from deckgen.language.grammar.questions import DO, subject_inside
from deckgen.language.prose.statements import Reading
from deckgen.language.words.parsing import Parse, Word
from deckgen.language.words.second_opinion import can_be_verb
from deckgen.model import Fact

_WANTS_TO = frozenset(
    (
        "try aim attempt need seem tend allow enable help lead force require want fail manage continue learn begin "
        "start appear happen cause encourage lead like be have go expect ask intend decide choose hope prove turn come "
        "get suffice know show motivate find believe consider say report think assume suppose see observe take inspire "
        "propose recommend advise tell urge permit invite agree refuse promise threaten offer plan wait work constrain "
        "limit restrict confine oblige bind prefer deserve guarantee project "
        "schedule prompt instruct compile translate convert proceed"
    ).split()
)
_CHECKS = frozenset("test evaluate see check verify show demonstrate compare illustrate validate assess do be".split())
_MADE_TO = frozenset("train design build optimize optimise pretrain learn teach program fit encourage force".split())
_TAUGHT = frozenset({"train", "pretrain", "teach"})
_WANTED = frozenset(
    (
        "way method ability approach attempt algorithm technique effort need time chance opportunity right tool "
        "process step function mechanism decision plan strategy procedure capacity incentive tendency failure desire "
        "system problem framework goal network model amount reason idea key power room order"
    ).split()
)
_USES = frozenset("use employ apply adopt utilize utilise leverage exploit".split())
_WEAK = frozenset(
    (
        "improve achieve facilitate increase boost enhance get obtain make solve address generate perform train "
        "predict learn produce help build evaluate do handle create implement complete accomplish understand ensure "
        "apply provide"
    ).split()
)
_GENERAL = frozenset(
    (
        "performance learning result results accuracy quality efficiency scalability training generalization "
        "prediction predictions model models task tasks problem problems output outputs method system data process "
        "speed robustness good better high higher best final new this different more"
    ).split()
)
_UNTOLD = re.compile(
    r"\b(?:a couple of|several|some|certain|various|a few|two|three|four|five|many|a number of|a set of) "
    r"(?:\w+ )?(?:techniques?|tricks?|methods|ways|steps|mechanisms?|things|changes|optimi[sz]ations|modifications|"
    r"ideas|approaches|strategies|algorithms|heuristics|loss terms|terms)\b"
    r"|\ban? (?:deep |simple |small )?(?:neural )?(?:network|model|technique|method|approach|function)\b(?= for\?|\?)"
)
_BARE = re.compile(r"(?:^|, )(?:why|what) (?:is|are|was|were) (?:an? |the )?[\w-]+ used(?: for)?\?|\buses? some\b")
_GOAL = re.compile(r"(?:in order |so as )?to (?!(?:get|be|do|have|become)\b)\w", re.IGNORECASE)
_WARDS_OFF = re.compile(r"(?:in order )?to (?:avoid|prevent|ensure|guarantee|reduce|keep|minimi[sz]e)\b", re.IGNORECASE)
_IN_ORDER = re.compile(r"^(?:in order|so as) (?=to )", re.IGNORECASE)
_MAX_QUESTION, _MAX_ANSWER, _MIN_DONE = 26, 22, 3
_MIN_STRONG, _MIN_WEAK, _MAX_JOINED = 2, 3, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Fact):
    """Something done with what it is done for, as a masked question with its answer."""

    kind: ClassVar[str] = "purpose"

    question: str


def _infinitive(clause: Clause, word: Word) -> bool:
    """Whether `word` heads a "to VP" of purpose."""
    to = clause.parse.child(word.i, "aux")
    opens = clause.parse.subtree(word.i)[0]
    if word.tag != "VB" or to is None or to.tag != "TO" or word.lemma in _CHECKS or not can_be_verb(word.text):
        return False
    return to.i <= opens + 2 and not clause.parse.child(word.i, "nsubj", "nsubjpass")


def _goals(clause: Clause) -> Iterator[tuple[Word, tuple[int, ...]]]:
    """The verbs of a clause that are told what for, with the places of the purpose."""
    parse = clause.parse
    for word in parse.words[clause.verb.i + 1 :]:
        order = _in_order(parse, word)
        if order is None and (word.dep not in ("advcl", "xcomp") or not _infinitive(clause, word)):
            continue
        verb = carrier(clause, word)
        if verb is None or (order is None and not _done(clause, verb, word)):
            continue
        yield verb, parse.subtree(word.i)


def _in_order(parse: Parse, word: Word) -> Word | None:
    """The verb of "in order to VP", if `word` is its "in"."""
    order = parse.child(word.i, "pobj") if word.dep == "prep" and word.text.lower() == "in" else None
    goal = parse.child(order.i, "acl") if order is not None and order.text.lower() == "order" else None
    return goal if goal is not None and goal.tag == "VB" else None


def _done(clause: Clause, verb: Word, word: Word) -> bool:
    """Whether "to VP" tells the purpose of the verb, not what it or the noun before wants."""
    parse = clause.parse
    before = parse.words[parse.subtree(word.i)[0] - 1]
    passive = parse.child(verb.i, "auxpass") is not None or (clause.passive and verb.tag == "VBN")
    full = parse.child(verb.i, "dobj") is not None or passive
    spans = before.dep == "pobj" and parse.words[before.head].text.lower() == "from"  # "from start to finish"
    return full and not spans and verb.lemma not in _WANTS_TO and before.lemma.lower() not in _WANTED


def _why(clause: Clause, reading: Reading) -> Question | None:
    able = any(word.lemma in ("can", "could", "may", "might") for word in clause.auxiliaries)
    for verb, places in _goals(clause):
        if able or not _telling(clause.parse, places) or _two_goals(clause.parse, places):
            continue
        if verb.lemma in _MADE_TO and (clause.passive or _makes_it_to(clause, verb, places)):
            return _made_to(clause, places, reading)
        found = asked_half(half(clause, verb, places), "why", places, reading.casing)
        if found is None or not _GOAL.match(found.answer):
            continue
        return Question(_used(clause, verb, found, places), found.answer)
    return None


def _used(clause: Clause, verb: Word, found: Question, places: Sequence[int]) -> str:
    """What is used is used for something; why it is used is told by what would be wrong without it."""
    closes = places[-1] >= len(clause.parse) - 2 and re.search(r"\buses?d?\b.*\?", found.question)
    wards_off = _WARDS_OFF.match(found.answer)
    if verb.lemma != "use" or not closes or wards_off or (clause.passive and not found.question.endswith(" used?")):
        return found.question
    return found.question.replace("why ", "what ", 1).removesuffix("?") + " for?"


def _makes_it_to(clause: Clause, verb: Word, places: Sequence[int]) -> bool:
    """Whether the purpose follows the thing that is trained for it: "trains a critic to rank the states"."""
    thing = clause.complement("dobj")
    direct = thing is not None and clause.parse.subtree(thing.i)[-1] + 1 == places[0]
    return (
        direct
        and verb.lemma in _TAUGHT
        and verb.i == clause.verb.i
        and clause.parse.words[places[0]].text.lower() == "to"
    )


def _two_goals(parse: Parse, places: Sequence[int]) -> bool:
    """Whether two purposes are joined that are too much for one back."""
    joined = any(parse.words[i].dep == "conj" and parse.words[i].tag == "VB" for i in places)
    return joined and len(places) > _MAX_JOINED


def _telling(parse: Parse, places: Sequence[int]) -> bool:
    """Whether the purpose fits this thing and not anything: not "to improve the performance"."""
    words = [w for w in content(parse, places) if w.lemma.lower() != "order" and len(w.text) > 1]
    if not words or words[0].lemma.lower() not in _WEAK:
        return len(words) >= _MIN_STRONG
    return sum(w.lemma.lower() not in _GENERAL and w.text.lower() not in _GENERAL for w in words) >= _MIN_WEAK


def _used_for(clause: Clause, reading: Reading) -> Question | None:
    """`S uses X for V-ing` and `X is used for V-ing` as "what ... for?"."""
    parse = clause.parse
    if clause.verb.lemma not in _USES or parse.words[clause.verb.i].tag not in ("VBZ", "VBP", "VBD", "VBN"):
        return None
    for word in parse.words[clause.verb.i + 1 :]:
        goal = parse.child(word.i, "pcomp", "pobj") if word.dep == "prep" and word.text.lower() == "for" else None
        if goal is None or (goal.tag != "VBG" and not clause.passive) or goal.tag not in ("VBG", "NN", "NNS"):
            continue
        places = parse.subtree(goal.i)
        through = frozenset() if clause.passive else NOMINAL
        if places[-1] < len(parse) - 2 or carrier(clause, word, through) is None or not _telling(parse, places):
            continue
        if parse.words[places[0]].tag == "DT":
            continue
        found = asked_half(half(clause, clause.verb, places), "what", places, reading.casing)
        return found if found and found.question.endswith(" for?") else None
    return None


def _made_to(clause: Clause, places: tuple[int, ...], reading: Reading) -> Question | None:
    """`S is trained to VP` as "what is S trained to do?"."""
    found = asked(clause, "what", places, reading.casing)
    if found is None or places[-1] < len(clause.parse) - 2:
        return None
    return Question(found.question.removesuffix("?") + " to do?", found.answer.removeprefix("to ").removeprefix("To "))


def _front(clause: Clause) -> tuple[int, ...]:
    """Places of the purpose in front of the subject, if that is all that stands there."""
    parse = clause.parse
    for word in parse.children(clause.verb.i, "advcl", "prep"):
        goal = word if word.dep == "advcl" and _infinitive(clause, word) else _in_order(parse, word)
        places = parse.subtree(word.i)
        if word.i > clause.subject[0] or goal is None or goal.lemma in _CHECKS or not contiguous(places):
            continue
        rest = set(clause.fronted) - set(places)
        if all(parse.words[i].tag == "," for i in rest) and _telling(parse, places):
            return places
    return ()


def _what_is_done(clause: Clause, reading: Reading) -> Question | None:
    """`To VP, S does X` as "what does S do to VP?", in the passive as "what is done to VP?"."""
    parse, purpose = clause.parse, _front(clause)
    paper = clause.subject_head.text.lower() in ("paper", "work", "article")
    if not purpose or clause.copular or clause.second or paper or any(w.tag == "MD" for w in clause.auxiliaries):
        return None
    goal = _IN_ORDER.sub("", reading.casing.inside(answer_text(parse, purpose), "TO"))
    if clause.passive:
        places = [w.i for w in parse.words[clause.subject[0] :] if w.tag != "."]
        question = f"what {'was' if clause.finite.tag == 'VBD' else 'is'} done {goal}?"
    else:
        places = [w.i for w in parse.words[clause.subject[-1] + 1 :] if w.tag != "."]
        helper = DO.get(clause.verb.tag)
        if helper is None or clause.auxiliaries or not _agent(clause) or places[0] != clause.verb.i:
            return None
        question = f"what {helper} {subject_inside(clause, reading.casing)} do {goal}?"
    done = text_of(parse, places)
    fits = _MIN_DONE <= len(done.split()) <= _MAX_ANSWER and len(question.split()) <= _MAX_QUESTION
    return Question(question, done) if fits and clause.verb.lemma not in _WANTS_TO else None


def _agent(clause: Clause) -> bool:
    """Whether the subject can do something: people, or what has a name."""
    head = clause.subject_head
    return by_people(clause) or clause.subject_text.endswith(("authors", "al.")) or head.tag in ("NNP", "NNPS")


def find(reading: Reading) -> Iterator[Purpose]:
    """The purposes of a summary, in source order."""
    for statement in reading.statements:
        clause = statement.clause
        if clause is None:
            continue
        found = _used_for(clause, reading) or _why(clause, reading) or _what_is_done(clause, reading)
        vague = found and (_UNTOLD.search(found.question) or _BARE.search(found.question))
        found = None if vague else finished(found, clause, reading, statement.evidence)
        if found and usable(statement, found):
            yield Purpose(
                evidence=statement.evidence, question=found.question, answer=found.answer, subject=clause.subject_text
            )
