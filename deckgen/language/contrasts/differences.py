"""Sentences that say how one thing differs from another.

    Unlike T, S V P               unlike T, what does S V?       P
    Unlike T, S is a P            unlike T, what is S?           a P
    Unlike T, S is P              how does S differ from T?      P
    S differs from T in that P    how does S differ from T?      P
    S is similar to T, but P      how does S differ from T?      P
    T does Q, whereas S does P    while T does Q, what does S do?    P
    The difference between S and T is P    what is the difference between S and T?    P

Each function takes a sentence or its clause and gives None where it has not this form, or where a side is not named.
"""

from __future__ import annotations

import re

from deckgen.language.contrasts.compared import both_named, clause_of, object_asked, said_of
from deckgen.language.contrasts.sides import auxiliary, named, named_subject, predicate
from deckgen.language.grammar.asking import Question
from deckgen.language.grammar.clauses import Clause, by_people
from deckgen.language.grammar.questions import subject_inside
from deckgen.language.words.casing import Casing

_UNLIKE = re.compile(r"^(?P<how>Unlike|In contrast to|As opposed to|Contrary to) (?P<side>[^,]{2,90}), (?P<main>.+)\Z")
_BEHIND = re.compile(r"^(?P<main>[^,]{8,}?),? (?P<how>unlike|in contrast to) (?P<side>[^,]{2,90})\.\Z")
_BETWEEN = re.compile(
    r"^(?P<main>[^,]{2,90}), (?P<how>unlike|in contrast to|as opposed to) (?P<side>[^,]{2,90}),(?P<rest> .{8,})\Z"
)
_DIFFERENCE = re.compile(
    r"^(?P<what>(?:The|One|A|Another) (?:only |main |key |major |biggest |most important |important |crucial |first )?"
    r"(?:differences?|advantages?|disadvantages?|benefits?|drawbacks?) "
    r"(?P<of>between|of|over)\b [^,;]{3,110}?) (?P<be>is|was|are|were|lies in)(?: in)?(?: (?:the fact )?that|:)? "
    r"(?P<said>.{8,}?)\.\Z"
)
_DIFFERS = re.compile(
    r"^(?P<main>.{2,80}?) (?P<verb>differs?|differed|is different|are different) (?:from|to) (?P<side>.{2,80}?),?"
    r" (?P<said>(?:in that|because|as|in|by) .{8,})\.\Z"
)
_ALIKE = re.compile(
    r"^(?P<main>[^,;]{2,60}?) (?P<be>is|are) (?:very |quite |closely |mostly |essentially |basically |largely )?"
    r"(?:similar to|the same as|identical to|like) (?P<side>[^,;]{2,80}?),? (?:but|except(?: that)?|only that) "
    r"(?P<said>.{8,})\.\Z"
)
_WHEREAS = re.compile(r"^(?P<one>[^,;]{8,120}), (?:whereas|while) (?P<two>[^,;]{8,120})\.\Z")
_WHILE = re.compile(r"^(?:While|Whereas) (?P<one>[^,;]{8,120}), (?P<two>[^,;]{8,120})\.\Z")
_LEADS = re.compile(r"^(?:in that|because|that|as) ")
_LIGHT = frozenset("make take give do get spend keep put pay hold perform".split())  # nothing is asked by these alone
_MIN_DONE = 3


def unlike(text: str, casing: Casing) -> Question | None:
    """`Unlike T, S does P`, the side in front or behind."""
    found = _UNLIKE.match(text) or _BEHIND.match(text) or _BETWEEN.match(text)
    main = clause_of(found["main"] + found.groupdict().get("rest", "")) if found else None
    if found is None or main is None or not both_named(main, found["side"]):
        return None
    if by_people(main):
        return None
    done = object_asked(main, casing)
    if done is not None and not main.negated and main.verb.lemma not in _LIGHT:
        return Question(f"unlike {found['side']}, {done.question}", done.answer)
    subject = subject_inside(main, casing)
    if done is not None and not main.negated and not main.auxiliaries:
        return said_of(main, f"unlike {found['side']}, what {auxiliary(main)} {subject} do?")
    if main.copular and not main.negated and not main.auxiliaries and main.complement("attr"):
        return said_of(main, f"unlike {found['side']}, what {main.finite.text} {subject}?")
    return said_of(main, f"how {auxiliary(main)} {subject} differ from {found['side']}?")


def differs(clause: Clause, casing: Casing) -> Question | None:
    """`S differs from T in that P`."""
    found = _DIFFERS.match(clause.parse.text)
    if (
        found is None
        or not found["main"].endswith(clause.subject_text)
        or not named(found["side"])
        or not named_subject(clause)
    ):
        return None
    start = casing.inside(found["main"], clause.parse.words[0].tag)
    form = "did" if found["verb"] == "differed" else "do" if found["verb"] in ("differ", "are different") else "does"
    return Question(f"how {form} {start} differ from {found['side']}?", _LEADS.sub("", found["said"]))


def alike(clause: Clause, casing: Casing) -> Question | None:
    """`S is similar to T, but P`."""
    found = _ALIKE.match(clause.parse.text)
    if found is None or found["main"] != clause.subject_text or not named(found["side"]) or not named_subject(clause):
        return None
    if len(found["said"].split()) <= _MIN_DONE or found["said"].startswith(("also ", "for ", "in ", "on ")):
        return None
    start = casing.inside(found["main"], clause.parse.words[0].tag)
    form = "does" if found["be"] == "is" else "do"
    return Question(f"how {form} {start} differ from {found['side']}?", found["said"])


def whereas(clause: Clause, casing: Casing) -> Question | None:
    """`T does Q, whereas S does P`: two subjects of one verb, or of two under "whereas"."""
    found = _WHEREAS.match(clause.parse.text) or _WHILE.match(clause.parse.text)
    one, two = (clause_of(found["one"]), clause_of(found["two"])) if found else (None, None)
    if one is None or two is None or not both_named(two, one.subject_text) or one.fronted or not named_subject(one):
        return None
    alike = one.verb.lemma == two.verb.lemma or "hereas " in clause.parse.text
    said = predicate(two)
    if (
        not alike
        or not named(two.subject_text)
        or len(said.split()) < _MIN_DONE
        or one.subject_text.lower() == two.subject_text.lower()
    ):
        return None
    other = casing.inside(found["one"] if found else "", one.parse.words[0].tag)
    done = object_asked(two, casing)
    if done is not None and not two.negated:
        return Question(f"while {other}, {done.question}", done.answer)
    return Question(f"while {other}, what {auxiliary(two)} {subject_inside(two, casing)} do?", said)


def _tells_which(sides: list[str], said: str) -> bool:
    """Whether what is said of two things says of which of them."""
    heard = {word.rstrip("s") for word in re.findall(r"[\w-]{2,}", said.lower())}
    first, last = ({w.rstrip("s") for w in re.findall(r"[\w-]{2,}", side.lower())} for side in (sides[0], sides[-1]))
    return bool(heard & (first ^ last))


def difference(clause: Clause, casing: Casing) -> Question | None:
    """`The main difference between S and T is P`."""
    found = _DIFFERENCE.match(clause.parse.text)
    if found is None or (found["of"] == "between" and " and " not in found["what"]):
        return None
    side = found["what"].split(f" {found['of']} ", 1)[-1]
    sides = re.split(r" and | over | to ", side)
    if not all(named(part) for part in sides) or (found["of"] == "between" and not _tells_which(sides, found["said"])):
        return None
    be = "do" if found["be"] == "lies in" else found["be"]
    what = casing.inside(found["what"], "DT")
    what = re.sub(r"^(?:one|an?|another) ", "one ", what)
    question = f"what does {what} lie in?" if be == "do" else f"what {be} {what}?"
    return Question(question, found["said"])
