"""Where a heading of a flattened line ends.

Before a marker, a formula or a quote the end is certain. Before prose it is a guess; each rule knows whether its
guesses are good enough to build on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from deckgen.readers.flat_known import is_known, without_number
from deckgen.readers.flat_words import BINDERS, FINITE, STARTERS, TAKES_NOUNS, WEAK_STARTERS

_REACH = 420
_MOST_WORDS = 14
_KNOWN_WORDS = 8
_MOST_LISTED = 24
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"(?<!etc)(?<!al)(?<![ .][A-Z])(?<![0-9])[.!]$|[.!]\)$")
_VERB = re.compile(r"^(?:is|are|was|were|has|have|can|does|[a-z]{3,12}[^siu\W]s)$")
_PERSON = re.compile(r"^(?:and )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|and|de|van|der|von|den|la)){1,6}$")
_INITIAL = re.compile(r"^(?:[A-Z]\.?){1,3}$")
_YEAR = re.compile(r"^'?(?:19|20)?\d\d$")
_DATED = re.compile(r"[^()!?;]{2,160}?\((?:[A-Z][\w’' ]{1,20} )?(?:19|20)\d\d\)(?= [A-Z])")
_LAST_LABEL = re.compile(r"(?<=\S) ([A-Z][\w/-]{1,20}(?: [A-Za-z]{2,14})?):$")
_VENUE = re.compile(r"^[A-Za-z]{2,12}(?: [A-Z]\w+)?$")
_ENDED = re.compile(r"[!?;] |[a-z)](?<!etc)\. (?=[A-Z])")
_LINK = re.compile(
    r"!?\[(?:[^\[\]]|"
    r"\[[^\[\]]{0,200}\]){1,400}\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,300})?(?:\s\"[^\"]{0,300}\")?\s?\)|"
    r"\[[^\[\]]{0,40}\])"
)
_BOLD = re.compile(r"\*\*[^*]{1,300}\*\*:?|__[^_]{1,300}__:?|\$\\bf[^$]{1,80}\$:?")
_SENTENCE_MARK = re.compile(r"[.!?;](?:\s|$)|\.\.\.|,\s")


@dataclass(frozen=True, slots=True)
class Ending:
    """End of a heading: offset in the stretch, whether it is sure, and the rule that found it."""

    end: int
    sure: bool
    rule: str


def ending(stretch: str, stop: int) -> Ending:
    """Where the heading at the start of `stretch` ends.

    Args:
        stretch: masked text behind the heading mark.
        stop: the offset in `stretch` of the next marker, image, formula or quote, or its length.

    Example:
        >>> ending("Results The model wins.", 23).end
        7
    """
    text = stretch[: min(stop, _REACH)]
    bare = text.rstrip()
    closed = re.search(r" #+$", bare)
    if closed:
        bare = bare[: closed.start()].rstrip()
    complete = stop <= _REACH
    for name, rule in _RULES:
        found = rule(bare, complete)
        if found is not None:
            return Ending(found[0], found[1], name)
    return (
        Ending(_words(bare)[min(2, len(_words(bare)) - 1)].end(), False, "three words")
        if bare
        else Ending(0, True, "empty")
    )


def _words(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def _link(text: str, complete: bool) -> tuple[int, bool] | None:
    match = _LINK.match(text) or _BOLD.match(text)
    if match is None or (text[0] != "[" and complete and _is_short(text)):
        return None
    rest = text[match.end() :]
    tail = re.match(r"(?:\s?[(\[][^()\[\]]{0,60}[)\]])?[:.]?(?=\s+[^\sa-z(\[,;&])", rest)
    if tail is None:
        return None
    return match.end() + tail.end(), match.group()[0] == "["


def _is_short(text: str) -> bool:
    return len(_words(text)) <= _MOST_WORDS and not _SENTENCE_MARK.search(without_number(text))


def _known(text: str, complete: bool) -> tuple[int, bool] | None:
    """The longest known heading that a capital, digit or quotation mark follows."""
    words = _words(text)[: _KNOWN_WORDS + 2]
    best: tuple[int, bool] | None = None
    for i, here in enumerate(words[:-1]):
        head = text[: here.end()]
        if here.group()[-1] not in "*_" and _opens_prose(words[i + 1 :], head) and is_known(head):
            best = (here.end(), words[i + 1].group()[0] not in "0123456789([")
    if complete and is_known(text):
        return None
    if best is not None and complete and _is_short(text) and not _has_verb_start(text[best[0] :]):
        return None
    return best


def _opens_prose(words: list[re.Match[str]], head: str) -> bool:
    """Whether the words behind a known heading open a sentence; "Data" may still go on as "Data Versioning"."""
    word = words[0].group()
    if not (word[0].isupper() or word[0].isdigit() or word[0] in "\"“'‘`$[(*_") or (word[0] in "([" and len(word) < 3):
        return False
    takes_nouns = head.split()[-1].lower() in TAKES_NOUNS
    goes_on = len(words) > 1 and words[1].group()[0].isupper() and word[-1].isalpha() and word not in STARTERS
    return not (takes_nouns and goes_on)


def _has_verb_start(rest: str) -> bool:
    """Whether what follows a known heading starts like a sentence, however short it is."""
    words = rest.split()
    ended = rest.rstrip()[-1:] in ".!?:"
    return bool(words) and (ended or len(words) >= 8 or (words[0] in STARTERS and len(words) >= 5))


def _whole(text: str, complete: bool) -> tuple[int, bool] | None:
    """All of it, when it is short and does not read like a sentence or a lead-in."""
    if not complete or not _is_short(text.rstrip(" .:?!;")):
        return None
    if is_known(text):
        return len(text), True
    label = _LAST_LABEL.search(text)
    if label and is_known(label[1]) and not is_known(text[: label.start()] + ":"):
        return label.start(), True
    words = _words(text)
    finite = any(w.group() in FINITE or (i > 1 and _VERB.match(w.group())) for i, w in enumerate(words))
    ended = bool(_SENTENCE_END.search(text))
    if (
        (finite and (ended or _starter(text, complete)))
        or (ended and _repeat(text, complete))
        or (ended and len(text.split()) > _KNOWN_WORDS)
    ):
        return None
    if not text.endswith(":") or len(text.split()) <= 3:
        return len(text), True
    glued = _starter(text, complete) or _capital(text, complete) or _title_case(text, complete)
    return glued or (len(text), len(text.split()) <= 5 and not finite)


def _authors(text: str, complete: bool) -> tuple[int, bool] | None:
    """A title with the names of its authors behind it: the first name has two words, or three with an initial."""
    parts = text.split(", ") if complete else []
    dated = len(parts) > 2 and bool(_YEAR.match(parts[-1])) and bool(_VENUE.match(parts[-2]))
    names = parts[:-2] if dated else parts
    others = 0
    while others < len(names) - 1 and _PERSON.match(names[-1 - others]):
        others += 1
    head = ", ".join(names[: len(names) - others])
    words = _words(head)
    take = 3 if len(words) > 3 and _INITIAL.match(words[-2].group()) else 2
    if (others < 2 and not dated) or len(words) < take + 2 or words[-take - 1].group().endswith(":"):
        return None
    return (words[-take - 1].end(), True) if all(w.group()[0].isupper() for w in words[-take:]) else None


def _listed(text: str, complete: bool) -> tuple[int, bool] | None:
    """All of it, though it holds commas or is long: prose before a marker would end like a sentence."""
    if not complete or text[-1:] in ".!?:;" or len(_words(text)) > _MOST_LISTED or _ENDED.search(text):
        return None
    if any(w.group() in FINITE for w in _words(text)) or _starter(text, complete):
        return None
    return len(text), True


def _question(text: str, complete: bool) -> tuple[int, bool] | None:
    at = text.find("?")
    if at > 0 and len(text[:at].split()) <= _MOST_WORDS and not _SENTENCE_MARK.search(text[:at]):
        return at + 1, not re.match(r"\s[A-Z]\w* [A-Z]", text[at + 1 :])
    return None


def _colon(text: str, complete: bool) -> tuple[int, bool] | None:
    if complete and _is_short(text) and text[-1:] not in ".!?:":
        return None
    match = re.search(r":(?=\s+\S)", text)
    if match and len(text[: match.start()].split()) <= 3 and is_known(text[: match.start()]):
        return match.end(), True
    return None


def _year(text: str, complete: bool) -> tuple[int, bool] | None:
    """Up to a year in brackets, as behind a title or a list of authors."""
    match = _DATED.match(text)
    return (match.end(), True) if match and len(match.group().split()) <= _MOST_WORDS else None


def _starter(text: str, complete: bool) -> tuple[int, bool] | None:
    words = _words(text)
    for before, here in pairwise(words[: _MOST_WORDS + 1]):
        word = here.group().strip("\"“'(*_,;:")
        if word.split("'")[0].split("’")[0] not in STARTERS or not _may_end(before.group()):
            continue
        following = text[here.end() : here.end() + 2].strip()
        sentence = following[:1].islower() or here.group().endswith(",") or word not in WEAK_STARTERS
        if sentence:
            head = text[: before.end()]
            return (before.end(), len(head.split()) <= _KNOWN_WORDS) if _may_be_heading(head) else None
    return None


def _may_be_heading(head: str) -> bool:
    """Whether a stretch reads like a heading: no finite verb, no end of a sentence, no second start in it."""
    words = _words(head)
    if _ENDED.search(head + " A") or any(w.group() in FINITE for w in words):
        return False
    first = next(
        (i for i, w in enumerate(words) if w.group()[0].islower() and w.group().lower() not in BINDERS), len(words)
    )
    return not any(w.group()[0].isupper() and w.group()[1:].islower() for w in words[first + 1 :])


def _may_end(word: str) -> bool:
    return word.lower() not in BINDERS and not word.endswith((":", ",", "-"))


def _repeat(text: str, complete: bool) -> tuple[int, bool] | None:
    words = _words(text)
    if not words or len(words[0].group()) < 3:
        return None
    first = words[0].group().strip("*_:`").lower()
    for before, here in pairwise(words[: _MOST_WORDS + 1]):
        if here.group().strip("*_:`,").lower() == first and here.group()[0].isupper() and _may_end(before.group()):
            return before.end(), False
    return None


def _capital(text: str, complete: bool) -> tuple[int, bool] | None:
    """A capital after a lower-case word."""
    words = _words(text)
    for before, here in pairwise(words[: _MOST_WORDS + 1]):
        if (
            before.group()[-1].islower()
            and before.group()[0].islower()
            and here.group()[0].isupper()
            and _may_end(before.group())
        ):
            return before.end(), False
    return None


def _verb(text: str, complete: bool) -> tuple[int, bool] | None:
    """Capitals up to a verb: the word before the verb is the subject of the sentence."""
    words = _words(text)
    for i, here in enumerate(words[: _MOST_WORDS + 1]):
        word = here.group()
        if i >= 2 and _VERB.match(word) and words[i - 1].group()[0].isupper() and _may_end(words[i - 2].group()):
            return words[i - 2].end(), False
        if word[0].islower() and word.lower() not in BINDERS:
            return None
    return None


def _title_case(text: str, complete: bool) -> tuple[int, bool] | None:
    """Capitals up to a lower-case word: the last capital opens the sentence."""
    words = _words(text)
    for i, here in enumerate(words[:_MOST_WORDS]):
        word = here.group()
        if i >= 2 and word[0].islower() and word.lower() not in BINDERS and _may_end(words[i - 2].group()):
            return words[i - 2].end(), False
    return None


_RULES: tuple[tuple[str, Callable[[str, bool], tuple[int, bool] | None]], ...] = (
    ("link", _link),
    ("known", _known),
    ("colon", _colon),
    ("authors", _authors),
    ("year", _year),
    ("whole", _whole),
    ("listed", _listed),
    ("question", _question),
    ("starter", _starter),
    ("repeat", _repeat),
    ("verb", _verb),
    ("capital", _capital),
    ("title case", _title_case),
)
