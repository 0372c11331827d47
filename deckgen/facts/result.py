"""A measured result: the number is blanked, with its unit, in a sentence that says what it measures, of what, where.

Example: "On PASCAL VOC 2007, OHEM raises the mAP of R-FCN by about 2 percentage points." -> the same with
"[about 2 percentage points]".
Not matched: numbers without a metric and a set-up, hyper-parameters, sizes of data sets, years, version and layer
numbers, sentences with several results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language.statements import Reading, Statement
from deckgen.model import Fact

_NUMBER = re.compile(
    r"(?<![\w.,/$-])(?:(?:about|around|roughly|approximately|nearly|almost|over|more than|less than|at least|up "
    r"to|only) )?"
    r"(?:[+\-−±~≈<>]\s?)?\d{1,3}(?:[.,]\d{1,4}){0,3}(?:\s?[kKMB](?![\w]))?"
    r"(?:\s?(?:%|‰|percent(?:age points?)?|points?|pp|x|×|times|fold|-fold|ms|s|seconds?|minutes?|hours?|days?|"
    r"weeks?|months?|years?|"
    r"GB|MB|KB|mAP|BLEU|F1|dB|nats?|bits?|fps|FPS|perplexity|mm|cm|kg|mg|ml|mL|L|liters?|litres?|°C|K|Hz|GHz)(?![\w]))?"
    r"(?:\s?(?:percentage points?|points?|times|orders of magnitude)(?![\w]))?(?![\w/]|-\w)"
)
_UNIT = re.compile(r"[%‰×]|[a-zA-Z]{1,}\Z|\d\.\d")
_METRIC = re.compile(
    r"\b(?:accurac\w+|error|errors|precision|recall|F1|F-score|BLEU|ROUGE|METEOR|mAP|mIoU|IoU|AUC|AUROC|"
    r"perplexity|score|scores|"
    r"likelihood|log-likelihood|loss|reward|return|speed\w*|faster|slower|smaller|larger|fewer|less|more|lower|"
    r"higher|reduc\w+|"
    r"improv\w+|increas\w+|decreas\w+|rais\w+|lower\w*|outperform\w*|achiev\w+|reach\w*|cut\w*|halv\w+|doubl\w+|"
    r"gain\w*|drop\w*|"
    r"latenc\w+|throughput|time|cost|parameters|memory|rate|rates|mortality|survival|risk|odds|prevalence|"
    r"incidence|correlation|"
    r"median|mean|average|PSNR|SSIM|FID|Inception Score|success|top-1|top-5|WER|PER|solve\w*|prove\w*)\b",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"\b(?:batch size|learning rate|epochs?|dropout rate|momentum|weight decay|hidden (?:units|layers)|beam "
    r"(?:size|width)|"
    r"embedding size|images? (?:in|per)|data ?set (?:of|contains|has|consists)|contains? \d|consists? of \d|"
    r"trained (?:for|on) \d|"
    r"GPUs?|iterations|hyper-?parameters?|seed|fold cross|set to|window (?:size|of)|patch(?:es)? of|dimension\w*|"
    r"participants|"
    r"patients were (?:enrolled|randomi[sz]ed|recruited)|sample size|p ?[<=]|CI\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_PLACE = re.compile(
    r"\b(?:on|in|for|of|over|against|than|compared (?:to|with)|with|at|versus|vs\.?|from|between|among)\b"
)
_MAX_NUMBERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Fact):
    """A sentence with its number blanked: `before`, the answer, `after`, all masked."""

    kind: ClassVar[str] = "result"

    before: str
    after: str


def _numbers(text: str) -> list[re.Match[str]]:
    found = (m for m in _NUMBER.finditer(text) if any(c.isdigit() for c in m.group()))
    return [m for m in found if not _YEAR.match(m.group().strip()) and not _named(text, m)]


def _named(text: str, number: re.Match[str]) -> bool:
    """Whether the number belongs to a name: CIFAR 10, VOC 2007, Layer 3, k = 3."""
    before = text[: number.start()].rstrip()
    word = before.rsplit(" ", 1)[-1]
    follows = text[number.end() : number.end() + 2]
    after_name = word[:1].isupper() and number.start() > len(word) + 1 and not _UNIT.search(number.group())
    return after_name or before.endswith(("=", "^", "_", "(", "[")) or follows[:1] in ("]",)


def _worth(statement: Statement) -> re.Match[str] | None:
    """The number that is the point of the sentence, if there is exactly one."""
    text = statement.text
    numbers = _numbers(text)
    if not 1 <= len(numbers) <= _MAX_NUMBERS or not _METRIC.search(text) or _SETTING.search(text):
        return None
    with_unit = [m for m in numbers if _UNIT.search(m.group().strip())]
    if not with_unit or not _PLACE.search(text):
        return None
    return with_unit[-1] if len(numbers) == 1 or re.search(r"\bfrom\b[^,;]{1,40}\bto\b", text) else with_unit[0]


def find(reading: Reading) -> Iterator[Result]:
    """The results of a summary, in source order."""
    for statement in reading.statements:
        number = _worth(statement) if statement.sound else None
        if number is None or statement.clause is None:
            continue
        start = number.start() + len(number.group()) - len(number.group().lstrip())
        yield Result(
            evidence=statement.evidence,
            before=statement.text[:start],
            answer=number.group().strip(),
            after=statement.text[number.end() :],
            subject=statement.clause.subject_text,
        )
