"""What a list names, short enough to recall: whole items, their labels, their heads, the pieces of a series."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deckgen.language.grammar.clauses import FINITE, Clause
from deckgen.language.prose import tidy
from deckgen.language.prose.labels import split_label
from deckgen.language.words.parsing import parse_text
from deckgen.model import Block

_SHORT_MEMBER, _SHORT_ALL, _MAX_SUBJECT, _MAX_HEAD = 13, 26, 6, 9
_LONG_MEMBER, _LONG_ALL, _MAX_STEPS = 12, 45, 6
_SERIES = re.compile(r";\s+(?:and\s+)?|,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:\d|[a-f]|i{1,3}|iv|v)\)\s+")
_LOOSE = re.compile(r"^(?:[Aa]nd|[Oo]r|[Tt]hen|[Bb]oth)\s+|[,;.:]*(?:\s+(?:and|or))?\s*$")
_EXAMPLE = re.compile(r"\s*\((?:e\.g\.|for example|such as)[^()]{0,80}\)$")
_DANGLING = re.compile(
    r"\b(?:[Ii]ts?|[Tt]hey|[Tt]hem|[Tt]heir|[Tt]his|[Tt]h[eo]se|[Hh]ere|[Hh]e|[Ss]he|[Ww]e|I|[Yy]ou|etc|above|below"
    r"|former|latter|same|[Ss]ee|[Tt]he other|and (?:more|others?)|^[Oo]ther)\b|\?|\.\.\.|…"
    r"|\)\.|(?<!\.g)(?<!\.e)[.;] [A-Z]"
    r"|(?:^| )(?:details|overview|results|experiments|introduction|background|misc)$"
)
_POINTING = re.compile(r"\b(?:this|these|those|here|he|she|we|I|you|etc|above|below|former|latter|same)\b|\?|\.\.\.")
_HEAD_ENDS = re.compile(
    r",? \(?e\.g\.?|:(?: |$)| [-–—] |(?<!i\.e)\. | ?=>| ?->| \(|; |, (?=which|where|that|i\.e|to |\w+ing )"
)
_ORDINAL = re.compile(
    r"(?i:(?:\w{1,30} )?(?:\d{1,4}(?:st|nd|rd|th)?|first|second|third|fourth|one|two|three)(?: \w{1,30})?)\Z|"
    r"\w{1,30} (?:I{1,3}|[A-D])\Z"
)
_DENIES = re.compile(
    r"(?:does|do|did|is|are|can|has|have)(?:n't| not)\b|(?:not?|cannot|without|lacks?|never)\b", re.IGNORECASE
)
_HOLDS = re.compile(r"\b(?:parts?|fields|components|contain|comprise|include|consist of|made up of|store)\b")
_LABEL_WORDS = frozenset(
    "input output note notes example examples problem solution idea question answer pros cons advantage disadvantage "
    "result results why how what first second third training testing inference baseline simplest best standard "
    "default".split()
)


def bare(text: str) -> str:
    """A member without its number, its joining word, its closing sign and an example in brackets behind it."""
    plain = _EXAMPLE.sub("", _LOOSE.sub("", _LOOSE.sub("", tidy.without_opener(text).strip()))).strip()
    return plain[1:-1].strip(" .,") if re.fullmatch(r"[\"“][^\"“”]+[\"”]", plain) else plain


def series(text: str) -> tuple[str, ...]:
    """The members of `a, b and c`, or of `1) a 2) b`.

    Example:
        >>> series("depth, width and slack.")
        ('Depth', 'Width', 'Slack')
    """
    text = text.strip(" .")
    parts = _NUMBERED.split(text)[1:] if _NUMBERED.match(text) else re.split(r";\s+(?:and\s+)?", text)
    if len(parts) < 2:
        parts = _SERIES.split(text)
    return tuple(filter(None, map(bare, parts)))


def numbered(text: str) -> bool:
    """Whether a text counts its members: `1) ... 2) ...`."""
    return _NUMBERED.search(text) is not None


def without_numbers(text: str) -> str:
    """A sentence whose members are numbered, without their numbers.

    Example:
        >>> without_numbers("The loss has (1) a content term and (2) a style term.")
        'The loss has a content term and a style term.'
    """
    return _NUMBERED.sub(" ", text).strip()


def short(members: Sequence[str]) -> bool:
    """Whether the members can be recalled together, none points elsewhere."""
    sizes = [len(member.split()) for member in members]
    clean = all(
        member and not _DANGLING.search(member) and member.count("(") == member.count(")") for member in members
    )
    told = [": " in member for member in members]
    return bool(members) and clean and len(set(told)) == 1 and max(sizes) <= _SHORT_MEMBER and sum(sizes) <= _SHORT_ALL


def steps(members: Sequence[str]) -> bool:
    """Whether the members can be blanked one by one, each with the others shown."""
    sizes = [len(member.split()) for member in members]
    clean = all(member and not _POINTING.search(member) for member in members)
    return clean and 3 <= len(members) <= _MAX_STEPS and max(sizes) <= _LONG_MEMBER and sum(sizes) <= _LONG_ALL


def new(members: Sequence[str], question: str) -> bool:
    """Whether the question gives no member away, none is there twice or denied, and not all are mere numbers."""
    said = _stems(question) | _OFFERED
    told = all(_stems(member) - said for member in members) and not all(map(_ORDINAL.match, members))
    if len({_DENIES.match(member) is None for member in members}) > 1 and _HOLDS.search(question):
        return False
    return told and len({member.casefold() for member in members}) == len(members)


def _stems(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w{3,}", text.lower())}


# "proposes MapNet" says no more than "MapNet"
_OFFERED = _stems("propose proposed present introduce introduced novel new use using design develop and the for with")


def labels(items: Sequence[Block]) -> tuple[str, ...]:
    """The labels of the items, where all of them have one that names something."""
    found = [split_label(item.text)[0] or _emphasised(item) for item in items]
    named = all(label and label.lower() not in _LABEL_WORDS for label in found)
    return tuple(map(bare, found)) if named else ()


def _emphasised(item: Block) -> str:
    """The strong or emphasised start of an item that goes on behind it: a label without a colon."""
    first = next((mark for mark in item.emphasis if mark.start == 0 and mark.kind in ("strong", "em")), None)
    if first is None or not item.text[first.end :].lstrip().startswith((":", "(", "-", "–", ".")):
        return ""
    return item.text[: first.end].strip(" :.")


def heads(members: Sequence[str]) -> tuple[str, ...]:
    """The members up to their first colon, dash, bracket or full stop, where each is then a short phrase.

    Example:
        >>> heads(["hard attention - picks one place", "soft attention: weighs all places"])
        ('Hard attention', 'Soft attention')
    """
    found = cut(members)
    return found if all(map(_phrase, found)) and not _LABEL_WORDS & {head.lower() for head in found} else ()


def cut(members: Sequence[str]) -> tuple[str, ...]:
    """The members up to where each starts to explain itself."""
    return tuple(bare(_HEAD_ENDS.split(member, maxsplit=1)[0]) for member in members)


def _phrase(text: str) -> bool:
    """Whether a text names something: no sentence, no opening left in the air."""
    if not text or len(text.split()) > _MAX_HEAD or text[0] in ",.;)":
        return False
    words = parse_text(text).words
    return bool(words) and words[-1].tag not in ("IN", "DT", "TO", "CC") and not any(w.tag in FINITE for w in words)


def phrases(members: Sequence[str]) -> bool:
    """Whether every member names something."""
    return all(map(_phrase, members))


def subjects(items: Sequence[Block], clauses: Mapping[int, Clause]) -> tuple[str, ...]:
    """What the items are about, where each is a sentence on another thing of one kind: "recurrent network", ..."""
    known = next((clauses[id(item)] for item in items if _tells(clauses.get(id(item)))), None)
    if known is None:
        return ()
    kind = re.escape(known.subject_text.rsplit(" ", 1)[-1])
    told = [
        re.match(rf"(?:(?:The|An?) )?(?P<what>\w[\w-]*(?: \w[\w-]*){{0,4}}? {kind})\b", item.text) for item in items
    ]
    found = tuple(match["what"] if match else "" for match in told)
    return found if all(found) and len(set(found)) == len(found) else ()


def _tells(clause: Clause | None) -> bool:
    return clause is not None and 2 <= len(clause.subject) <= _MAX_SUBJECT


def without_common(members: tuple[str, ...], question: str) -> tuple[str, ...]:
    """The members without the subject that all of them repeat and the question names."""
    split = [member.split() for member in members]
    same = 0
    while all(len(words) > same + 2 for words in split) and len({words[same] for words in split}) == 1:
        same += 1
    while same and len(split[0][same - 1]) < 4:  # never cut behind an article or a preposition
        same -= 1
    common = re.escape(" ".join(split[0][:same]))
    named = same and re.search(rf"\b{common}\b", question, re.IGNORECASE)
    return tuple(" ".join(words[same:]) for words in split) if named else members
