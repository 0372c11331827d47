"""Rows of a table: what a method reaches on a data set, and what a header that reads as a sentence says of a row.

    | Method | ESC-50 accuracy |              "What is the ESC-50 accuracy of SoundNet features + linear SVM?"
    | Data set | Metric | DCNN |             "On ImageNet, what top-5 error does DCNN reach?"
    | Objective | Divergence minimized |     "For RAML, which divergence is minimized?"

Only the rows that matter are asked: those of the paper's own method, else the best one. Columns that tell rows of one
name apart go into the question. Not matched: columns that name no measure, tables that do not say on which data,
headers that are labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from deckgen.language.prose.statements import Reading
from deckgen.language.tables import headers
from deckgen.language.tables.metrics import direction, is_metric, number
from deckgen.model import Block, Evidence, Fact, Role

_METHODS = re.compile(
    r"^(?:methods?|models?|algorithms?|approach(?:es)?|systems?|networks?|architectures?|classifiers?)\b", re.IGNORECASE
)
_DATA = re.compile(r"^(?:data ?sets?|tasks?|benchmarks?|corpus|corpora|games?|domains?|environments?)\b", re.IGNORECASE)
_METRIC = re.compile(r"^(?:metric|measure|criterion)s?$", re.IGNORECASE)
_OURS = re.compile(r"^(?:ours?|proposed|this (?:paper|work)|our (?:method|model|approach))\b", re.IGNORECASE)
_WHERE = re.compile(r"\b[Oo]n (?P<data>(?:the )?[^,.;:()]{3,40}?)(?= dataset\b|[,.;:(]|\Z)|\((?P<in>[^()]{2,30})\)")
_NAMED = re.compile(r"(?<![A-Za-z])(?![Tt]op-\d)[A-Za-z]*[A-Z][\w-]*[A-Z0-9-][\w-]*|\b[A-Z]{3,}\b")
_PREPOSITION = re.compile(r"\b(?:of|under|on|for|in|per|at|over|with)\b")
_MAX_LABEL, _MAX_ROWS, _MAX_CARDS, _MAX_NUMBERS, _SMALL = 8, 30, 3, 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Fact):
    """A cell of a table, asked for by a masked `question` or blanked behind the masked `lead`."""

    kind: ClassVar[str] = "table"

    question: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    row: int
    column: int
    question: str
    lead: str = ""


def find(reading: Reading) -> Iterator[Cell]:
    """The cells of the tables of a summary that are worth asking about, in source order."""
    blocks = reading.summary.blocks
    for place, block in enumerate(blocks):
        if block.role is not Role.TABLE or block.mark is not None or not 2 <= len(block.rows) <= _MAX_ROWS:
            continue
        before = blocks[place - 1].text if place and blocks[place - 1].role is not Role.HEADING else ""
        for asked in list(_asked(block, before, reading))[:_MAX_CARDS]:
            answer = block.rows[asked.row][asked.column]
            said = dict.fromkeys((block.rows[asked.row][0], answer))
            evidence = Evidence(text=" | ".join(filter(None, said)), block=block, index=asked.row)
            subject = asked.question or asked.lead
            yield Cell(evidence=evidence, question=asked.question, lead=asked.lead, answer=answer, subject=subject)


def _asked(block: Block, before: str, reading: Reading) -> Iterator[_Asked]:
    header, rows = block.rows[0], block.rows[1:]
    if any(len(row) != len(header) for row in rows):
        return
    if _METHODS.match(header[0]):
        yield from islice(_by_method(block, _data(header, before, block), reading), _MAX_NUMBERS)
    elif _DATA.match(header[0]) and reading.summary.topic:
        yield from islice(_by_data(block, reading), _MAX_NUMBERS)
    yield from _told(block, reading)


def _data(header: Sequence[str], before: str, block: Block) -> str:
    """The data that the whole table is about: from the header, the text before it, or the section."""
    inside = re.search(r"\((?P<in>[^()]{2,30})\)", header[0])
    if inside:
        return inside["in"]
    found = _WHERE.search(before)
    if found and found["data"]:
        return found["data"].strip()
    last = block.section[-1] if block.section else ""
    return last if _NAMED.fullmatch(last) else ""


def _by_method(block: Block, data: str, reading: Reading) -> Iterator[_Asked]:
    header, rows = block.rows[0], block.rows[1:]
    for column, measure in enumerate(header):
        if column == 0 or not is_metric(measure) or not (data or _NAMED.search(measure)):
            continue
        for row in _rows_that_matter(measure, rows, column, reading):
            label, on = rows[row][0], data if data not in measure else ""
            told = _apart(header, rows, row)
            if _own(label, reading) and not _plain(label, reading) and row == _best(measure, rows, column):
                yield _Asked(row + 1, 0, _which(header[0], measure, rows[row][column], on, reading))
            elif _method(label, reading) and told is not None:
                yield _Asked(row + 1, column, _what(measure, _method(label, reading), on, told, reading))


def _rows_that_matter(header: str, rows: Sequence[Sequence[str]], column: int, reading: Reading) -> list[int]:
    """The best row, or where the paper's own method is in the table its best row; only where all cells are numbers."""
    values = [number(row[column]) for row in rows]
    if any(value is None for value in values) or len(set(values)) < 2:
        return []
    best = _best(header, rows, column)
    own = [place for place, row in enumerate(rows) if _own(row[0], reading)]
    if best is None:
        return own[:1]
    return [best] if best in own or not own else own[:1]


def _own(label: str, reading: Reading) -> bool:
    """Whether a row is about the paper's own method, alone or with something added."""
    named = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", label) for name in _names(reading))
    return bool(_OURS.match(label)) or any(named)


def _plain(label: str, reading: Reading) -> bool:
    """Whether a row is the paper's own method and nothing else."""
    return bool(_OURS.match(label)) or label in _names(reading)


def _names(reading: Reading) -> tuple[str, ...]:
    """The topic, and its initials where it has several words."""
    topic = reading.summary.topic
    initials = "".join(word[0] for word in topic.split() if word[0].isupper())
    return tuple(name for name in (topic, initials if len(initials) > 1 else "") if name)


def _best(header: str, rows: Sequence[Sequence[str]], column: int) -> int | None:
    """The row with the best value; None where it is not sure which way is better, or two rows share it."""
    way = direction(header)
    values = ((number(row[column]), place) for place, row in enumerate(rows))
    known = sorted(((way * value, place) for value, place in values if value is not None), reverse=True)
    return known[0][1] if way and len(known) > 1 and known[0][0] > known[1][0] else None


def _measured(header: str, reading: Reading) -> str:
    """The header inside a sentence, without its unit in brackets."""
    text = re.sub(r"\s*\([^()]*\)", "", header)
    return text[0].lower() + text[1:] if text.startswith("Top-") else reading.casing.inside(text, "NN")


def _which(methods: str, measure: str, value: str, data: str, reading: Reading) -> str:
    """`which method has the best test error on CIFAR-10 (7.31%)?`."""
    kind = re.sub(r"\s*\([^()]*\)", "", methods).lower().removesuffix("s")
    return f"which {kind} has the best {_measured(measure, reading)}{f' on {data}' if data else ''} ({value})?"


def _method(label: str, reading: Reading) -> str:
    if _OURS.match(label):
        return reading.summary.topic
    return reading.casing.inside(label, "NN") if len(label.split()) <= _MAX_LABEL else ""


def _apart(header: Sequence[str], rows: Sequence[Sequence[str]], row: int) -> str | None:
    """What tells this row from others of the same name, such as "compression: none"; None where nothing does."""
    same = [other for other in rows if other[0] == rows[row][0]]
    if len(same) == 1:
        return ""
    conditions = [
        c for c in range(1, len(header)) if not is_metric(header[c]) and len({r[c] for r in same}) == len(same)
    ]
    if not conditions:
        return None
    return f"{header[conditions[0]]}: {rows[row][conditions[0]]}"


def _what(measure: str, method: str, data: str, told: str, reading: Reading) -> str:
    measured = _measured(measure, reading)
    where = f"on {data}, " if data else ""
    with_ = f" ({told})" if told else ""
    if _PREPOSITION.search(measured) and not measured.rpartition(" of ")[2].startswith("the "):
        return f"{where}what {measured} does {method}{with_} reach?"
    return f"{where}what is the {measured} of {method}{with_}?"


def _by_data(block: Block, reading: Reading) -> Iterator[_Asked]:
    """Rows are data sets: the columns of measures, or the paper's own column beside one that names the measure."""
    header, rows, topic = block.rows[0], block.rows[1:], reading.summary.topic
    naming = next((c for c, text in enumerate(header) if _METRIC.match(text)), None)
    for row, cells in enumerate(rows):
        for column in range(1, len(header)):
            if number(cells[column]) is None or len(cells[0].split()) > _MAX_LABEL:
                continue
            told = _conditions(header, cells, column, naming)
            if naming is not None and header[column].casefold() == topic.casefold():
                yield _Asked(row + 1, column, _reach(cells[naming], cells[0], told, reading))
            elif naming is None and is_metric(header[column]) and not any(is_metric(h) for h in header[column + 1 :]):
                yield _Asked(row + 1, column, _reach(header[column], cells[0], told, reading))


def _conditions(header: Sequence[str], cells: Sequence[str], column: int, naming: int | None) -> str:
    others = [c for c in range(1, len(header)) if c not in (column, naming) and not is_metric(header[c]) and cells[c]]
    return "; ".join(f"{header[c]}: {cells[c]}" for c in others[:2] if number(cells[c]) is not None)


def _reach(measure: str, data: str, told: str, reading: Reading) -> str:
    measured = _measured(measure, reading)
    with_ = f" ({told[0].lower() + told[1:]})" if told else ""
    if " of " in measured:
        return f"on {data}{with_}, what is the {measured}?"
    return f"on {data}{with_}, what {measured} does {reading.summary.topic} reach?"


def _told(block: Block, reading: Reading) -> Iterator[_Asked]:
    """Cells under a header that reads as a sentence: of the paper's own rows, or of a small table."""
    header, rows = block.rows[0], block.rows[1:]
    own = [place for place, row in enumerate(rows) if _own(row[0], reading)]
    for column in range(1, len(header)):
        for place in own or (range(len(rows)) if len(rows) <= _SMALL or not header[0] else ()):
            label, cell = rows[place][0], rows[place][column]
            if (
                not label
                or not cell
                or len(cell.split()) > _MAX_LABEL
                or len(label.split()) > _MAX_LABEL
                or number(cell) is not None
            ):
                continue
            question = headers.question(header[column], label, reading.casing) if header[0] else ""
            lead = "" if question else headers.sentence(header[column], label, cell, reading.casing)
            if question or lead:
                yield _Asked(place + 1, column, question, lead)
