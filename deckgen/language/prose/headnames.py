"""What the place of a block says about whom it speaks of: the paper, a thing its heading names, or the work of others.

"LRU-k", "RAID-5: Rotating parity"      the thing named
"Related work", "Background"            nobody that is sure
"Training", "Results"                   the paper
"""

from __future__ import annotations

import re

from deckgen.language.words.frequency import zipf
from deckgen.model import Block, Summary

_OTHERS = re.compile(
    r"(?:\W|\d|\b(?:the|and|some|overview of|review of|problems? (?:with|of)|limitations? of|why|issues? with)\b){0,9}"
    r"(?:related|previous|prior|existing|earlier|past (?:work|approaches|methods)|"
    r"traditional|conventional|classical|alternative|other|baselines?|"
    r"preliminar(?:y|ies)|prerequisites?|history|historical|literature|state[ -]of[ -]the[ -]art|same as)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:experiment|experimental|result|evaluation|data ?set|ablation|training|appendix|benchmark|finding|performance)",
    re.IGNORECASE,
)
_DATA = frozenset(
    "mnist cifar cifar-10 cifar10 cifar-100 cifar100 imagenet coco ms-coco ms pascal voc svhn lfw squad imdb wmt wmt14 "
    "wmt'14 ptb atari mujoco cityscapes kitti celeba lsun ade20k librispeech glue superglue wikitext wikitext-103 dblp "
    "pubmed cora citeseer reddit yelp timit omniglot voc2007 voc2012 gpu cpu tpu api url "
    "pdf tldr faq nb todo fixme tbd arxiv".split()
)
_YEAR = re.compile(r"[\[(][^()\[\]]{0,60}[\])]|\b(?:19|20)\d\d\b")
_VENUE = re.compile(r"[^\s:]+(?: '?\d{2,4}\b.*|:\d.*)")
_SHORT = re.compile(r"(?=[^ ]*[A-Z])(?:[A-Za-z]+(?=[\w.+-]*[A-Z0-9])|\d[A-Z])[\w.+-]{0,20}")
_MAX_WORDS, _MAX_TITLE = 3, 12
_CAPITALS, _COMMON = 6, 4.0


def speaker(block: Block, summary: Summary, name: str) -> str:
    """The name of what a block speaks of, "" where that is not sure.

    Args:
        block: the block.
        summary: it is of.
        name: of the paper, or "".

    Example: under "LRU-k" in notes on ARC it is "LRU-k", under "Related work" "", under "Training" "ARC".
    """
    for heading in reversed(block.section):
        if _repeats(heading, summary, name):
            return name
        found = headed(heading)
        if found:
            return found
        if _OTHERS.match(heading):
            return ""
        if _OWN.search(heading):
            return name
    return name


def of_others(block: Block) -> bool:
    """Whether a block stands under a heading on what others did: "Related work", "Existing algorithms"."""
    return any(_OTHERS.match(heading) for heading in block.section[1:] or block.section)


def headed(heading: str) -> str:
    """The coined name that a heading consists of or puts before its colon; "" where it has none.

    Example:
        >>> headed("RAID-5: Rotating parity"), headed("LRU-k (1993)"), headed("Training"), headed("CVPR 2020")
        ('RAID-5', 'LRU-k', '', '')
    """
    if _VENUE.fullmatch(heading.strip()):
        return ""
    plain = " ".join(_YEAR.sub(" ", heading).split()).strip(" .*#")
    first, colon, rest = plain.partition(":")
    name = first.strip()
    if len(name.split()) != 1 or (colon and len(rest.split()) > _MAX_TITLE) or not _SHORT.fullmatch(name):
        return ""
    shouted = name.isupper() and name.isalpha() and (len(name) > _CAPITALS or zipf(name.lower()) >= _COMMON)
    known = name.casefold() in _DATA or re.fullmatch(r"[A-Za-z]?\d[\d.]*|[IVX]+|[A-Z]\d*|Q\d+", name)
    return "" if shouted or known else name


def _repeats(heading: str, summary: Summary, name: str) -> bool:
    """Whether a heading is the paper itself: its title, its name, or its name and more."""
    low = heading.casefold()
    names = [known.casefold() for known in (summary.title, summary.topic, name) if known]
    return any(known in low or (low in known and len(low) > 2) for known in names)
