"""Amounts in a sentence: numbers with what they count in, and which of them can be a result.

A year, a number that belongs to a name (VOC 2007, k = 3) and a set-up (a batch size, a learning rate, how many took
part) is no result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.language.words.parsing import Parse

_ABOUT = (
    r"(?i:about|around|roughly|approximately|approx\.|nearly|almost|over|more than|less than|at least|at most|up to|"
    r"only|just|as much as|an average of|a factor of)"
)
_FIGURE = r"(?:[+\-−±~≈∼<>]\s?)?\d{1,3}(?:[.,]\d{1,4}){0,3}(?:\s?[kKMB](?!\w))?"
_UNIT = (
    r"\s?(?:%|‰|percent(?:age points?)?|per cent|points?|pp|x|×|X|times|folds?|-fold|-times|[mµu]s|ns|s|sec|seconds?|"
    r"minutes?|"
    r"hours?|days?|weeks?|months?|years?|GB|MB|KB|TB|mAP|BLEU(?: points?)?|F1|dB|nats?|bits?|fps|FPS|mm|cm|km|kg|mg|"
    r"m[lL]|L|lit(?:er|re)s?|°C|K|Hz|[kMG]Hz|mV|mM|[µn]M|W|mW|orders? of magnitude)(?!\w)"
)
_WORDED = (
    r"(?:(?:an|one|two|three|four|five|six|several|\d{1,2}) )?orders? of magnitude|"
    r"a factor of (?:two|three|four|five|ten)|"
    r"(?:two|three|four|five|six|seven|eight|ten|twenty)(?:-fold| times| percentage points?| points| percent)"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,/$^=-])(?:{_ABOUT} )?(?:{_WORDED}|{_FIGURE}(?:(?:\s?[-–—]\s?|\sto\s){_FIGURE})?"
    rf"(?:{_UNIT})?(?:\s?(?:percentage points?|points?)(?!\w))?(?:(?<=[%s])\s(?:m?AP|mIoU|AUC|F1|BLEU)\b)?)"
    r"(?![\w/]|-\w)",
)
_HAS_UNIT = re.compile(rf"(?:{_UNIT})(?: (?:m?AP|mIoU|AUC|F1|BLEU))?\Z|magnitude\Z|a factor of|-fold\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SETTING = re.compile(
    r"\b(?:batch(?:es)?(?: size)?|learning rate|epochs?|dropout rate|momentum|weight decay|hidden (?:units|layers)|"
    r"beam (?:size|width)|"
    r"embedding size|images? (?:in|per)|data ?set (?:of|contains|has|consists)|contains? \d|consists? of \d|"
    r"trained (?:for|on) \d|GPUs?|iterations|hyper-?parameters?|seed|fold cross|set to|window (?:size|of)|patch(?:es)? "
    r"of|dimension\w*|patients were (?:enrolled|randomi[sz]ed|recruited)|sample size|confidence interval|threshold)\b",
    re.IGNORECASE,
)
_STATISTICS = re.compile(
    r"\s?\((?=[^()]{0,200}(?:\bP ?[<=>]|\bp ?[<=>]|\bCI\b|confidence interval|interquartile|\bIQR\b|[Tt]able|"
    r"[Ff]ig))[^()]{1,200}\)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text: as written, from where to where, and whether it says what it counts in."""

    text: str
    start: int
    end: int
    unit: bool


def amounts(text: str) -> Iterator[Amount]:
    """The amounts of a masked text, in order; years and numbers that belong to names are none.

    Example:
        >>> [amount.text for amount in amounts("On VOC 2007 it is about 3 times faster and saves 40% of the energy.")]
        ['about 3 times', '40%']
    """
    for found in _AMOUNT.finditer(text):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        said = found.group().strip()
        unit = bool(_HAS_UNIT.search(said))
        if not _YEAR.match(said) and not (_of_name(text, start) and not unit) and _free(text, found):
            yield Amount(said, start, start + len(said), unit)


def _free(text: str, found: re.Match[str]) -> bool:
    """Whether nothing that makes a formula or a reference of it stands beside the number."""
    return not text[: found.start()].rstrip().endswith(("=", "^", "_", "[")) and text[found.end() :][:1] != "]"


def _of_name(text: str, start: int) -> bool:
    """Whether the number follows a word with a capital that does not open the sentence: CIFAR 10, Layer 3."""
    word = text[:start].rstrip().rsplit(" ", 1)[-1]
    return word[:1].isupper() and start > len(word) + 1


def setting(text: str) -> bool:
    """Whether the text tells how something was set up, not what came out.

    Example:
        >>> setting("A batch size of 64 is used."), setting("The error drops by 3 %.")
        (True, False)
    """
    return bool(_SETTING.search(text))


def without_statistics(text: str) -> str:
    """The text without brackets that hold a p-value, an interval or a pointer to a table.

    Example:
        >>> without_statistics("Mortality was 20% with ice (P<0.01).")
        'Mortality was 20% with ice.'
    """
    return _STATISTICS.sub("", text)


def places(parse: Parse, amount: Amount) -> tuple[int, ...]:
    """The places of the words that an amount of this parse's text is made of."""
    return tuple(word.i for word in parse.words if word.end > amount.start and word.start < amount.end)
