"""The nouns of deckgen, in the order the pipeline meets them. All are immutable.

    Summary  one text about one paper        made of Blocks, whose inline Elements are masked
    Fact     what an extractor found         points at its Evidence
    Card     what the learner reads          composed from a Fact by a template
    Finding  what a rule says against a card
    Choice   a card with the verdict on it   made by selection
    Note     Anki's record behind cards      reconciled with the lock, has a GUID

Masked text: in `Block.text` and everything cut out of it, each inline element (code, math, link, image,
citation, a word with sub- or superscripts) is one token `Zq0x`, `Zq1x` ..., numbered through the summary;
`Summary.elements` says what each token stands for. Grammar works on masked text, `deckgen.cards` unmasks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, ClassVar

_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where something stands: a file as the user named it and a line counted from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Role(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FORMULA = "formula"
    CODE = "code"
    TABLE = "table"
    IMAGE = "image"
    QUOTE = "quote"


class Mark(StrEnum):
    """Why a block is no place to look for facts. Marked blocks are kept, shown by `outline` and passed over."""

    METADATA = "metadata"  # authors, venue, year, tags, citekey lines
    TEMPLATE = "template"  # section skeletons that were never filled in
    TODO = "todo"
    QUESTION = "question"  # the reader's questions to self
    OPINION = "opinion"  # the reader's own view, not the paper's
    RATING = "rating"
    COMMENT = "comment"  # graders' and page visitors' comments
    LINKS = "links"  # link collections, bibliographies
    NAVIGATION = "navigation"  # outlines, tables of contents, page furniture


class ElementKind(StrEnum):
    """What a masked token stands for."""

    CODE = "code"
    MATH = "math"  # inline TeX without its delimiters
    DISPLAY = "display"  # display TeX without its delimiters
    LINK = "link"
    IMAGE = "image"
    CITATION = "citation"  # [1], [@key], [^note]
    WORD = "word"  # a word with sub- or superscripts: H<sub>2</sub>O
    LITERAL = "literal"  # text that looks like one of our own tokens


@dataclass(frozen=True, slots=True)
class Media:
    """A file that travels in the package; `name` is derived from its content."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What one masked token stands for.

    Attributes:
        kind: what it is.
        text: TeX, code, link text, alt text, citation label, or the plain word ("H2O").
        html: for WORD only, the word with its `<sub>`/`<sup>`, already safe.
        href: target of a link, address of an image.
        title: title of an image or link.
        media: the local image, when there is one.
    """

    kind: ElementKind
    text: str
    html: str = ""
    href: str = ""
    title: str = ""
    media: Media | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch `[start:end]` of a block's masked text that the author emphasised."""

    start: int
    end: int
    kind: str  # em, strong, mark, del


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a summary.

    Attributes:
        role: what it is.
        text: masked text; one line, single spaces. For FORMULA the token of its TeX; for CODE the raw code.
        origin: file and line of its first character.
        level: heading level 1-6, or list depth from 1; 0 for the rest.
        number: the ordinal of an ordered item, else None.
        section: the headings it stands under, outermost first, as plain readable text.
        parents: for items, the texts (masked) of the items it hangs under, outermost first.
        lead: masked text of the paragraph or item that introduces the list it belongs to ("The losses are:"), else "".
        emphasis: stretches the author emphasised.
        rows: for TABLE, the cells, masked; the first row is the header.
        mark: why it is no place to look for facts, or None.
        certain: whether its start and its end are certain (always, but for flattened text).
        quoted: whether it stands in a block quote or callout.
    """

    role: Role
    text: str
    origin: Origin
    level: int = 0
    number: int | None = None
    section: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    lead: str = ""
    emphasis: tuple[Emphasis, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    mark: Mark | None = None
    certain: bool = True
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One text about one paper.

    Attributes:
        id: stable slug, unique in a deck; the first half of every key.
        origin: file and first line.
        title: the paper's title, or "" when nothing sure is known.
        topic: the short name a question would use (R-FCN), or "".
        authors: names, as written.
        year: of publication, or None.
        venue: where it was published, or "".
        url: link to the paper (http, https or doi), or "".
        tags: from the front matter, as Anki tags.
        blocks: in source order.
        elements: what each masked token stands for.
        metadata: everything else the front matter said, as text.
    """

    id: str
    origin: Origin
    title: str = ""
    topic: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    elements: Mapping[str, Element] = field(default_factory=lambda: _EMPTY)
    metadata: Mapping[str, str] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence, or the block, in which a fact was found.

    Attributes:
        text: masked, as it stands in the summary.
        block: the block it was cut from; its origin is the card's.
        index: which sentence of the block, from 0.
    """

    text: str
    block: Block
    index: int = 0

    @property
    def origin(self) -> Origin:
        """File and line."""
        return self.block.origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What an extractor found; subclassed beside each extractor, which adds what its templates need.

    Attributes:
        evidence: where it was found.
        answer: the masked text the learner has to recall: a span of the evidence, or spans joined by "; ".
        subject: the masked text the fact is about, or "".
    """

    kind: ClassVar[str] = ""

    evidence: Evidence
    answer: str
    subject: str = ""

    @property
    def identity(self) -> str:
        """What makes this fact this fact; hashed into the key. Independent of how a template words it."""
        return f"{self.subject}\x1f{self.answer}\x1f{self.evidence.text}"


class NoteType(StrEnum):
    """Which of the two note types carries a card."""

    BASIC = "basic"
    CLOZE = "cloze"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question with its answer, or a cloze text, as safe HTML.

    Attributes:
        key: `<summary id>#<kind>-<hash>`, stable as long as the fact is.
        kind: of the fact.
        variant: name of the template.
        note_type: basic or cloze.
        fields: field name of the note type -> safe HTML. Basic has Front and Back (and may have
            ReverseFront and ReverseBack), cloze has Text; both have Context, Evidence, Source.
        fact: what it was composed from.
        summary: the summary it comes from.
        tags: Anki tags.
        media: the files its fields name.
        own: whether the author of the summary wrote it as a card; such cards are never dropped.
    """

    key: str
    kind: str
    variant: str
    note_type: NoteType
    fields: Mapping[str, str]
    fact: Fact
    summary: Summary
    tags: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    own: bool = False

    @property
    def origin(self) -> Origin:
        """File and line of the evidence."""
        return self.fact.evidence.origin


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says against a card.

    Attributes:
        code: of the rule, such as D102.
        slug: of the rule, such as answer-in-front.
        message: in words, without the place.
        key: of the card.
        origin: of the card's evidence.
        drops: whether the card is left out for it; else it only lowers the card's rank.
    """

    code: str
    slug: str
    message: str
    key: str
    origin: Origin
    drops: bool = True

    def __str__(self) -> str:
        return f"{self.origin}: {self.code} {self.message} ({self.slug})"


@dataclass(frozen=True, slots=True)
class Choice:
    """A card and the verdict on it.

    Attributes:
        card: the card.
        score: estimated probability that a strict reader keeps it, 0 to 1.
        reasons: why it is left out; empty when it is kept.
    """

    card: Card
    score: float
    reasons: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether the card goes into the deck."""
        return not self.reasons


class State(StrEnum):
    """Whether the summaries still support a published note."""

    LIVE = "live"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Anki's record behind one or more cards, as it stands in the lock and in the package.

    Attributes:
        key: the stable name; also the field Key.
        guid: Anki's identity of the note, given once.
        kind: kind of fact.
        note_type: basic or cloze.
        deck: full Anki deck name, `::` between levels.
        fields: every field of the note type, in its order, as HTML.
        tags: sorted Anki tags.
        hash: of the meaning: fields and tags, NFC.
        mtime: seconds since the epoch of the first build that had this content.
        state: live or retired.
    """

    key: str
    guid: str
    kind: str
    note_type: NoteType
    deck: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    hash: str
    mtime: int
    state: State = State.LIVE
