"""What a sentence without a subject speaks of: its label, the item it hangs under, the lead, the heading, the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from deckgen.language.prose.labels import split_label
from deckgen.language.words.second_opinion import common_words
from deckgen.model import Block, Role, Summary

_MAX_WORDS, _MAX_TOPIC_WORDS, _MAX_HEADING_WORDS = 4, 3, 5
_YEAR = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]\s*\Z")
_NOTHING = re.compile(  # words that head a stretch of notes and name no thing
    r"(?:what|how|why|when|where|who|which|if|for|in|on|at|by|with|to|from|during|after|before|given|using|not|no|e\.g"
    r"|results?|summary|notes?|ideas?|training|testing|experiments?|examples?|evaluation|goals?|tasks?|inputs?"
    r"|outputs?|details?|limitations?|drawbacks?|problems?|issues?|solutions?|questions?|answers?|motivation|intuition"
    r"|conclusions?|contributions?|datasets?|data|steps?|phases?|stages?|step|option|case|scenario|pros?|cons?"
    r"|advantages?|disadvantages?|benefits?|strengths?|weaknesses?|remarks?|hypothesis|observations?|key|main|other"
    r"|others|setup|settings?|setting|metrics?|baselines?|first|second|third|finally|then|also|another|definition"
    r"|definitions|assumptions?|properties|findings?|implementation|inference|optimization|hyperparameters?|role|status"
    r"|time|cost|performance|challenges?|lesson|claims?|usage|purpose|test|tests|dev|train|today|past|future|this|that|long|short"
    r"|these|those|it|they|there|here|all|some|each|both|one|two|three|reward|rewards|state|states|actions?|novelty"
    r"|advice|tips?|recommendations?|warning|caveats?|quotes?|analogy|plausible|implausible|compare|neg|pos|negatives?|positives?|hybrid"
    r"|background|related|previous|existing|comparison|discussion|overview|introduction|abstract|approach|methods?"
    r"|models?|architecture|algorithm|proposed|our|their|its|original|new|paper|papers|part|chapter|section|lecture)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[A-Za-z][\w'’.+/–-]*(?: (?:\([A-Z][\w-]{1,8}\)|[\w'’.+/–-]+)){0,5}\Z")
_JOINED = re.compile(
    r"\b(?:and|or|vs|versus|in|on|for|with|by|to|from|as|at|via|is|are|was|the way|et al)\b", re.IGNORECASE
)
_THING = re.compile(
    r"(?:\w*(?:object|policy|branch|unit|cell|ecutor|embedder|net|former|coder|ator|nator|ifier|izer|tector|learner|trainer|agent|actor|critic|parser|manager|planner|"
    r"controller|router|buffer|network|model|algorithm|architecture|module|layer|mechanism|system|framework|machine))\Z",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?=\S*[A-Z]\S*[A-Z0-9]|\S*[a-z][A-Z])\S+\Z")
_OWN = re.compile(  # headings under which a note speaks of the paper's own method
    r"\W{0,6}(?:\d{1,2}\.?\d{0,2} )?(?:(?:the|main|key|paper|my|rough|short|quick|chapter-wise|proposed|core|"
    r"important|model|network|method) ){0,4}"
    r"(?:summary|tl;?dr|notes?|points?|ideas?|takeaways?|contributions?|overview|abstract|gist|methods?|methodology|"
    r"approach|architecture|models?|network|algorithm|introduction|intro|conclusions?|details?|implementation|design|"
    r"features?|properties|advantages?|strengths?|weaknesses|pros|highlights?|insights?|novelty|keynotes|what|how|"
    r"training|in short|proposal|solution|technique|facts|system|framework)\W{0,6}\Z",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    r"(?<!ev)(?<!os)al\Z|(?:[a-z]ive|[a-z]ic|ed|ous|able|ible|ful|less|ular|-\w*(?:box|level|free|only))\Z"
)
_ADJECTIVE = re.compile(r"(?:al|ive|ic|ed|ous|able|ing|ly|ary|ent|ant|less|s)\Z")
_ARTICLE = re.compile(r"(?:the|an?) (?!the |an? )", re.IGNORECASE)
_SUPERLATIVES = frozenset({"simplest", "best", "worst", "largest", "smallest", "latest", "fastest", "newest"})
_COURSE = re.compile(
    r"\W{0,6}(?:(?:lecture|chapter|part|lesson|week|unit|module|day|notes on|table of contents)\b"
    r"|my\b.{0,60}\bnotes\b|\d{1,2}\. )",
    re.IGNORECASE,
)
_PROS = re.compile(
    r"\W{0,6}(?:pros?|cons?|limitations?|drawbacks?|disadvantages?|benefits?|shortcomings?)\W{0,6}\Z", re.IGNORECASE
)
_RESULTS = re.compile(r"\W*(?:\w+ )?(?:results?|experiments?|findings?|performance)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"related|previous|prior|existing|background|baseline|others?\b|alternative|future|dataset|metric|problem|"
    r"motivation|challenge|preliminar|definition|history|traditional|question|critic|comment|limitation of|et al|\d{4}",
    re.IGNORECASE,
)


class Source(Enum):
    """Where a subject was found."""

    LABEL = "label"
    PARENT = "parent"
    LEAD = "lead"
    HEADING = "heading"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that can be the subject of a sentence, and where it was found."""

    text: str
    source: Source


def named(text: str) -> str:
    """The name of a thing in a label, parent or lead, with the article it wants; "" where it names none.

    Example:
        >>> named("Code executor:")
        'The code executor'
    """
    bare = text.strip(" :.–—-*\"'")
    article = _ARTICLE.match(bare)
    if article:
        rest = named(bare[article.end() :])
        return rest if not rest or rest.startswith("The ") else f"The {rest}"
    if not 0 < len(bare.split()) <= _MAX_WORDS or not _PLAIN.match(bare) or _JOINED.search(bare):
        return ""
    if _NOTHING.match(bare) or bare.split()[0].lower().endswith("ly"):
        return ""
    last = bare.split()[-1]
    if _QUALITY.search(last) or (bare == last and last.endswith("ing")):
        return ""
    return _with_article(bare)


def _with_article(name: str) -> str:
    words = name.split()
    plain = all(
        word.islower()
        or (not i and word.capitalize() == word and (word.lower() in common_words() or _THING.match(word)))
        for i, word in enumerate(words)
    )
    if len(words) > 1 and words[0].lower() in _SUPERLATIVES:
        return f"The {name[0].lower()}{name[1:]}"
    if plain and _THING.match(words[-1]):
        return f"The {name[0].lower()}{name[1:]}"
    return name


def course(title: str) -> bool:
    """Whether a title heads a part of a book or a course, or somebody's own notes, and has no authors to speak of.

    Example:
        >>> course("Lecture 1: Lamps"), course("My lamp notes"), course("Learning to Dim")
        (True, True, False)
    """
    return _COURSE.match(title) is not None


def nothing(name: str) -> bool:
    """Whether a name only says what kind of note it heads: "Lecture 1"."""
    return _NOTHING.match(name) is not None


def paper(block: Block, summary: Summary) -> str:
    """The short name of what the block's paper proposes, of a heading "TowerNet: Lamps" or the topic; or "".

    Only a name of one word, an acronym or a kind of thing is sure enough to be a subject.
    """
    for heading in reversed(block.section):
        name, colon, rest = heading.partition(":")
        if colon and len(rest.split()) > 1 and _names_method(name.strip()):
            return name.strip()
    return summary.topic if _names_method(summary.topic) else ""


def _names_method(name: str) -> bool:
    words = name.split()
    if not 0 < len(words) <= _MAX_TOPIC_WORDS or _JOINED.search(name) or _NOTHING.match(name) or not _PLAIN.match(name):
        return False
    sure = len(words) == 1 or any(_ACRONYM.match(word) for word in words) or _THING.match(words[-1])
    return bool(sure) and words[0][:1].isupper() and not words[-1].endswith("ing")


def own(block: Block, summary: Summary) -> bool:
    """Whether the block stands where a note speaks of the paper's own method."""
    names = {summary.title.casefold(), summary.topic.casefold()}
    name = paper(block, summary).casefold()
    for heading in block.section:
        bare = _YEAR.sub("", heading).strip(" :.#*").casefold()
        repeats = bare in names or bool(name and re.match(rf"{re.escape(name)}(?::|\Z)", bare))
        if (heading is block.section[-1] and not repeats and not (_OWN.match(heading) or _PROS.match(heading))) or (
            not repeats and _others(heading)
        ):
            return False
    return True


def _others(place: str) -> bool:
    """Whether a heading, parent or lead is about what others did; a long one is a title."""
    return len(place.split()) <= _MAX_HEADING_WORDS and _ELSEWHERE.search(place) is not None


def elsewhere(block: Block) -> bool:
    """Whether the block stands where a note speaks of the work of others."""
    return any(map(_others, (*block.section[1:], *block.parents, block.lead)))


def candidates(block: Block, label: str, summary: Summary) -> Iterator[Subject]:
    """The subject that what stands in this block may have: the nearest place that could name one, or none."""
    if label:
        name = "" if _RESULTS.match(" ".join(block.section[-1:])) else named(label)
        yield from [Subject(name, Source.LABEL)] * bool(name)
    elif block.role is Role.ITEM and _generic(block):
        yield from _headed(block, summary)
    elif block.parents:
        head = split_label(block.parents[-1])[0] or block.parents[-1]
        yield from [Subject(name, Source.PARENT) for name in [named(head)] if name]
    elif block.lead:
        yield from [Subject(name, Source.LEAD) for name in [named(block.lead)] if name and block.lead.endswith(":")]
    else:
        yield from _headed(block, summary)


def top(block: Block) -> bool:
    """Whether it hangs under nothing, or only under what says the kind of note."""
    return (not block.parents and not block.lead) or _generic(block)


def _generic(block: Block) -> bool:
    """Whether all that an item hangs under only says what kind of note it is: "Main contributions:"."""
    above = [*block.parents, *([block.lead] if block.lead else [])]
    return bool(above) and all(_OWN.match(place) or _PROS.match(place) for place in above)


def _headed(block: Block, summary: Summary) -> Iterator[Subject]:
    """The paper where the block speaks of it, else the thing its heading names."""
    own_name = paper(block, summary)
    if own(block, summary):
        yield from [Subject(own_name, Source.TOPIC)] * bool(own_name)
    elif block.section:
        heading = block.section[-1].strip(" :")
        last = heading.split()[-1] if heading else ""
        name_like = heading == last and heading.istitle() and not _ADJECTIVE.search(heading)
        name_like = name_like and heading.lower() not in common_words()
        sure = name_like or _ACRONYM.match(last) or (_THING.match(last) and not _OWN.match(last))
        name = named(heading) if sure and " of " not in heading else ""
        yield from [Subject(name, Source.HEADING)] * bool(name)
