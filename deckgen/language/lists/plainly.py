"""A question after a list as one would say it aloud, or none where no wording helps it.

    which two ways are there to push means?      what are the two ways to push means?
    which three tried methods are there for X?   which three methods are tried for X?
    which two changes are there in the loss?     which two changes does MapNet make in the loss?

None is made of a lead that hangs on a relative pronoun ("an ensemble of which"), of what was merely compared, and of
what a data set contains.
"""

from __future__ import annotations

import re

_THERE = re.compile(
    r"(?P<front>(?:[^,?]{3,80}, )?)which (?P<count>\w+) (?P<what>[^,?]{3,120}?) are there(?P<rest>[^?]*)\?"
)
_DONE = re.compile(
    r"(?P<how>tried|tested|considered|evaluated|explored|studied|used|compared|examined|investigated) (?P<noun>.+)\Z",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:(?:main|key|major|important|small|minor|novel|new) )?"
    r"(?:changes|improvements|modifications|extensions|contributions|additions|tweaks|adjustments)\b"
)
_OWNED = re.compile(r"(?P<whose>[A-Z][\w-]*'s?) (?P<noun>.+)\Z")
_RELATIVE = re.compile(r"\bwhich \w.{0,80}? (?:of|for|in|on|to|with|by|from) (?:which|whom)\b|\bwhose\b")
_COMPARED = re.compile(r"\b(?:are|were) compared\b(?! to\b| with\b)")
_HELD = re.compile(
    r"\bwhich \w+ (?:\w+ )?(?:tasks|subsets|splits|classes|categories|images|labels|languages|datasets|data sets) "
    r"(?:do|does|did) .{2,60}? (?:contain|include|have)\?"
)


def plainly(question: str, topic: str) -> str:
    """The question in plain words; "" where it is none that a reader could answer.

    Args:
        question: masked, without its capital; "" is given back as it is.
        topic: the paper's short name, which may be said to make changes; or "".

    Example:
        >>> plainly("which two ways are there to move lamps towards zero?", "")
        'what are the two ways to move lamps towards zero?'
    """
    if _RELATIVE.search(question) or _COMPARED.search(question) or _HELD.search(question):
        return ""
    found = _THERE.fullmatch(question)
    if found is None:
        return question
    front, count, what, rest = found["front"], found["count"], found["what"], found["rest"]
    if _MADE.match(what):
        named = topic and " " not in topic and not front
        return f"which {count} {what} does {topic} make{rest}?" if named else ""
    done = _DONE.match(what)
    if done and rest:
        return f"{front}which {count} {done['noun']} are {done['how'].lower()}{rest}?"
    owned = _OWNED.match(what)
    if owned:
        return f"{front}what are {owned['whose']} {count} {owned['noun']}{rest}?"
    return f"{front}what are the {count} {what}{rest}?"
