"""Which short names may stand before a question: not a field, not a part of a book, not the kind of a note."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckgen.language.words.frequency import zipf
from deckgen.model import Block, Role

_FIELDS = frozenset(
    """machine learning; deep learning; reinforcement learning; supervised learning; unsupervised learning; transfer
    learning; representation learning; meta learning; meta-learning; imitation learning; federated learning; continual
    learning; multimodal machine learning; face recognition; face detection; speech recognition; image recognition;
    object recognition; object detection; object tracking; image classification; text classification; image
    segmentation; semantic segmentation; instance segmentation; machine translation; neural machine translation;
    question answering; text summarization; language modeling; language models; sentiment analysis; computer vision;
    computer graphics; natural language processing; information retrieval; information extraction; style transfer;
    domain adaptation; data mining; data science; big data; neural networks; convolutional neural networks; recurrent
    neural networks; generative models; word embeddings; artificial intelligence; distributed systems; operating
    systems; database systems; computer networks; computer architecture; self-driving cars; autonomous driving; light
    field; light fields; optical flow; linear algebra; time series; knowledge graphs; graph neural networks""".replace(
        "\n", " "
    ).split("; ")
)
_FIELD_NAMES = frozenset(" ".join(field.split()) for field in _FIELDS)
_KIND_LAST = re.compile(
    r"(?:notes?|papers?|summary|summaries|contents|methods|source|sources|list|course|lectures?|tutorial|guide|"
    r"resources|basics|terms|glossary|faq|cheat ?sheet|readings?|projects|spotlights|questions|review|\d{1,3})\Z",
    re.IGNORECASE,
)
_KIND_FIRST = re.compile(
    r"(?:table of|my|notes|some|other|various|summary|review|lecture|chapter|part|week|overview|this|these|that|it|"
    r"they|we|he|she|and|or|but)\b|[^\w\"'“(]",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[A-Z]?[a-z]+")
_IN_USE, _RARE, _AS_A_NAME = 1.0, 3.5, 2


def fits(name: str) -> bool:
    """Whether a name names one paper or thing; a field ("Machine Learning") and a kind of note ("My notes") do not.

    Example:
        >>> fits("TowerNet"), fits("Machine Learning"), fits("Lecture 1"), fits("TCR notes")
        (True, False, False, False)
    """
    words = name.split()
    several = len(words) > 1
    if not words or name.casefold() in _FIELD_NAMES or _KIND_FIRST.match(name):
        return False
    return not (_KIND_LAST.fullmatch(words[-1]) and (several or words[-1].islower() or _PLAIN.fullmatch(words[-1])))


def is_name(word: str, blocks: Iterable[Block], *, rare: bool = False) -> bool:
    """Whether a single word is written as a name: coined, or with its capital inside sentences and seldom without.

    Args:
        word: one word; a name of several is taken as it is.
        blocks: of the summary.
        rare: whether a rare word passes that the text never has without its capital, as one does that a title puts
            before its colon.

    Example:
        >>> is_name("R-FCN", ()), is_name("Finance", ()), is_name("Venti", (), rare=True)
        (True, False, True)
    """
    if not _PLAIN.fullmatch(word) or zipf(word.lower()) < _IN_USE:
        return True
    texts = [block.text for block in blocks if block.role is not Role.HEADING]
    inside = re.compile(rf"(?<=[\w,] ){re.escape(word.capitalize())}(?![\w-])")
    common = re.compile(rf"(?<![\w-]){re.escape(word.lower())}(?![\w-])")
    as_name, as_word = (sum(len(way.findall(text)) for text in texts) for way in (inside, common))
    if rare and not as_word and zipf(word.lower()) < _RARE:
        return True
    return as_name >= _AS_A_NAME and as_name > as_word


def inside(word: str, title: str) -> bool:
    """Whether a plain word has its capital from a title that it stands within.

    Example:
        >>> inside("Summarization", "Better Text Summarization"), inside("CutNet", "Better Cuts with CutNet")
        (True, False)
    """
    return _PLAIN.fullmatch(word) is not None and word in title.split()[1:]
