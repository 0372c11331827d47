"""What hangs on the end of a piece of a flattened line: glued paragraphs, labels, lead-ins, lost line ends.

A piece is cut so that whole sentences whose ends are certain stand in certain pieces, and only the doubtful
stretch is uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from deckgen.language.prose import sentences
from deckgen.model import Role
from deckgen.readers.flat_heads import ASKED
from deckgen.readers.flat_known import is_known
from deckgen.readers.flat_mask import Masked
from deckgen.readers.flat_split import Piece

_LONGEST_PIECE = 20_000
_LONGEST_SENTENCE = 70
_TAIL_SENTENCES = 3
_TAIL_LENGTH = 3
_SHORT = 60
_JOINT = re.compile(r"[.:!?>] |[a-z)\]\"*`$%”] [A-Z]")
_PROSE = (Role.ITEM, Role.PARAGRAPH, Role.QUOTE)

_BOLD_LABEL = re.compile(r"(?:\*\*|__)(?=\S)[^*_]{1,80}?(?:[.:](?:\*\*|__)|(?:\*\*|__) ?:)(?= )")
_NUMBERED_THING = re.compile(
    r"[*_]{2}(?:Tab(?:le)?|Fig(?:ure)?|Eq(?:uation)?|Sec(?:tion)?|Algorithm|Theorem|Appendix)\b", re.IGNORECASE
)
_PLAIN_LABEL = re.compile(r"(?<=[.!?)\]”\"] )([A-Z][A-Za-z/& -]{1,38}):(?= )")
_GLUED_LABEL = re.compile(r"(?<=[a-z)] )(?:(?:My|Key|Main) [a-z]{4,20}(?: [a-z]{2,12})?|TL;?DR):(?= )")
_OWN = re.compile(r"(?:My|Key|Main) [a-z]{4,20}")
_REFERENCE = re.compile(r"([*_])[A-Z][^*_]{10,300}(?<!\d)(?:19|20)\d\d[).]{0,2}\1 (?=[A-Z\"“])")
_LAST_LABEL = re.compile(r"(?<= )([A-Z][A-Za-z/& -]{1,38}):$")
_QUOTED_LINE = re.compile(r" > (?=[A-Z][A-Za-z ]{1,20}: )")
_JOIN = re.compile(
    r"(?<=[a-z0-9)\]\"*`$%”]) (?=(?:The|This|These|We|They|There|Here|Our|Their|If|When|While|Since|"
    r"Because|However|Although|"
    r"Authors|It|In|To|For|As|An|On|At|By|With|From) [a-z])"
    r"|(?<=[A-Z]{2} (?:19|20)\d\d) (?=[A-Z][a-z]+ [a-z])"  # a sentence behind the venue of a reference
)
_BINDS = re.compile(
    r"(?:\b(?:of|and|for|in|to|the|a|an|with|on|by|from|vs|or|is|are|as|at|via|called|named|titled|paper|see)|[:,;(-])$",
    re.IGNORECASE,
)
_REPEAT = re.compile(r"(?<![\w-])([A-Z][\w-]{3,30}(?: [\w-]{1,30}){0,4}) (?=\1(?![\w-]))")
_TERM = re.compile(r"(?:^|(?<=[.!?)] )|(?<=[a-z)] ))[A-Z][\w-]{0,30}(?: [\w-]{1,30}){0,4} : (?=\w)")


def settle(masked: Masked, pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces, cut where something is glued on and marked where an end is in doubt."""
    usual = median([p.end - p.body for p in pieces if p.role is Role.ITEM] or [0])
    settled: list[Piece] = []
    for i, piece in enumerate(pieces):
        following = pieces[i + 1].role if i + 1 < len(pieces) else None
        if piece.role not in _PROSE:
            settled.append(piece)
            continue
        parts = list(_parts(masked, piece, following, usual))
        if settled and settled[-1].role is Role.HEADING and not settled[-1].certain:
            parts = _doubt_first(masked, parts)
        settled += parts
    return settled


def _parts(masked: Masked, piece: Piece, following: Role | None, usual: float) -> Iterator[Piece]:
    text = masked.text
    if piece.end - piece.body < _SHORT and not _JOINT.search(text, piece.body, piece.end):
        yield piece
        return
    for i, part in enumerate(_labelled(text, _unquoted(text, piece))):
        for chunk in _chunks(text, part):
            pieces = [chunk]
            if i == 0 and chunk.role is Role.ITEM:
                pieces = _without_tail(text, chunk, following, usual)
            for cut in pieces:
                yield from _doubts(masked, cut)


def _spans(text: str, piece: Piece) -> list[tuple[int, int]]:
    return [(piece.body + a, piece.body + b) for a, b in sentences.split(text[piece.body : piece.end])]


def _prose(piece: Piece, start: int, end: int, *, certain: bool = True) -> Piece:
    role = Role.PARAGRAPH if piece.role is Role.ITEM else piece.role
    return Piece(role, start, start, end, certain=certain, quoted=piece.quoted)


def _chunks(text: str, piece: Piece) -> Iterator[Piece]:
    """Endless pieces in windows, so that no later step has to look at megabytes at once."""
    if piece.end - piece.body <= _LONGEST_PIECE:
        yield piece
        return
    start = piece.body
    while start < piece.end:
        end = min(start + _LONGEST_PIECE, piece.end)
        cut = text.rfind(". ", start, end) + 1 if end < piece.end else end
        end = cut if cut > start else end
        yield replace(piece, end=end) if start == piece.body else _prose(piece, start, end)
        start = end + (text[end : end + 1] == " ")


def _unquoted(text: str, piece: Piece) -> list[Piece]:
    """A quote whose every line was marked ends with the sentence of its last mark; the rest is prose."""
    last = text.rfind(" > ", piece.body, piece.end) if piece.role is Role.QUOTE else -1
    if last < 0:
        return [piece]
    end = next((b for a, b in _spans(text, piece) if b > last + 3), piece.end)
    rest = end + (text[end : end + 1] == " ")
    quote = replace(piece, end=end)
    return [quote] if rest >= piece.end else [quote, Piece(Role.PARAGRAPH, rest, rest, piece.end)]


def _labelled(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Pieces cut before each label that opens a paragraph of its own."""
    for piece in pieces:
        cuts = sorted({at for at in _label_starts(text, piece) if at > piece.body})
        start = piece.body
        for cut in [*cuts, piece.end]:
            end = cut
            while end > start and text[end - 1] == " ":
                end -= 1
            if start == piece.body:
                yield replace(piece, end=max(end, piece.body))
            elif end > start:
                yield _prose(piece, start, end)
            start = cut


def _label_starts(text: str, piece: Piece) -> Iterator[int]:
    inner = text[piece.body : piece.end]
    for match in _BOLD_LABEL.finditer(inner):
        if _NUMBERED_THING.match(match.group()):
            continue
        before = inner[max(0, match.start() - 40) : match.start()].rstrip()
        label = match.group().strip("*_ ")
        glued = label.endswith(":") and (piece.role is Role.PARAGRAPH or is_known(label) or bool(_OWN.match(label)))
        if before[-1:] in '.!?:)]"”' or (glued and not _BINDS.search(before)):
            yield piece.body + match.start()
    reference = _REFERENCE.match(inner)
    if reference:
        yield piece.body + reference.end()
    yield from (piece.body + match.start() for match in ASKED.finditer(inner))
    yield from (piece.body + m.start() for m in _PLAIN_LABEL.finditer(inner) if is_known(m.group(1)))
    yield from (piece.body + m.start() for m in _GLUED_LABEL.finditer(inner))
    lead = _LAST_LABEL.search(inner, max(0, len(inner) - 45))
    if lead and is_known(lead.group(1)):
        yield piece.body + lead.start()
    if piece.quoted:
        yield from (piece.body + m.end() for m in _QUOTED_LINE.finditer(inner))
    terms = list(_TERM.finditer(inner))
    if len(terms) >= 2:
        yield from (piece.body + match.start() for match in terms)


def _without_tail(text: str, item: Piece, following: Role | None, usual: float) -> list[Piece]:
    """The item and, cut off, the lead-in of the next list or the paragraph that was glued to a last item."""
    spans = _spans(text, item)
    if len(spans) < 2:
        return [item]
    if following is Role.ITEM:
        if text[item.end - 1] != ":":
            return [item]
        last = spans[-1][0]
        return [replace(item, end=spans[-2][1]), _prose(item, last, item.end)]
    if len(spans) >= _TAIL_SENTENCES and item.end - item.body >= _TAIL_LENGTH * usual:
        return [replace(item, end=spans[0][1]), _prose(item, spans[1][0], item.end)]
    return [item]


def _doubts(masked: Masked, piece: Piece) -> Iterator[Piece]:
    """The piece cut so that sentences in which a line end was lost stand alone, uncertain."""
    spans = _spans(masked.text, piece)
    doubtful = [_is_doubtful(masked.text[a:b]) for a, b in spans]
    if not any(doubtful):
        yield piece
        return
    i = 0
    while i < len(spans):
        j = i + 1
        while not doubtful[i] and j < len(spans) and not doubtful[j]:
            j += 1
        start, end = spans[i][0], spans[j - 1][1]
        if doubtful[i]:
            yield from _torn(masked.text, piece, start, end, first=i == 0)
        elif i == 0:
            yield replace(piece, end=end)
        else:
            yield _prose(piece, start, end)
        i = j


def _is_doubtful(sentence: str) -> bool:
    if _lost_end(sentence) is not None:
        return True
    return sentence.count(" ") > _LONGEST_SENTENCE


def _lost_end(sentence: str) -> tuple[int, bool] | None:
    """Where a sentence holds the lost end of a line, and whether what follows is surely a start."""
    for match in _REPEAT.finditer(sentence):
        return match.end(), True
    for match in _JOIN.finditer(sentence):
        before = sentence[max(0, match.start() - 40) : match.start()].rstrip(' *_"”')
        if before and before[-1] not in ".!?" and not _BINDS.search(before) and match.start() > 2:
            return match.end(), False
    return None


def _torn(text: str, piece: Piece, start: int, end: int, *, first: bool) -> Iterator[Piece]:
    lost = _lost_end(text[start:end])
    at = start + lost[0] if lost else end
    left = replace(piece, end=at, certain=False) if first else _prose(piece, start, at, certain=False)
    yield replace(left, end=at - 1) if at < end and text[at - 1] == " " else left
    if lost and at < end:
        yield _prose(piece, at, end, certain=lost[1])


def _doubt_first(masked: Masked, parts: list[Piece]) -> list[Piece]:
    """After a heading whose end was guessed, the first sentence may lack its first words."""
    if not parts or not parts[0].certain:
        return parts
    first = parts[0]
    spans = _spans(masked.text, first)
    if len(spans) < 2:
        return [replace(first, certain=False), *parts[1:]]
    rest = _prose(first, spans[1][0], first.end)
    return [replace(first, end=spans[0][1], certain=False), rest, *parts[1:]]
