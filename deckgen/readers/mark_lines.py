"""Single lines that are no facts: metadata, links, ratings, to-dos, page furniture, placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.model import Block, Element, ElementKind, Mark, Role
from deckgen.readers.mark_links import LinkTexts

_TOKEN = re.compile(r"Zq\d+x")
_FIELD = re.compile(
    r"^\W{0,4}(?:title|author|authors|author\(s\)|first author|year|venue|conference|conf|journal|"
    r"published|publication|publication date|"
    r"publisher|published in|presented at|date|date read|read on|date published|tags?|keywords?|key ?words|"
    r"topics?|categor(?:y|ies)|arxiv|arxiv id|arxiv link|doi|pdf|isbn|issn|"
    r"url|citation|cite|citekey|cite key|bibtex|bib|institutions?|institutes?|affiliations?|"
    r"organi[sz]ations?|lab|university|project page|project|website|homepage|"
    r"github|repo|repository|slides?|video|talk|reviewed by|reviewer|written by|summary by|notes by|"
    r"posted by|edited by|"
    r"zotero|zotero link|mendeley|sciwheel|semantic scholar|volume|issue|pages|pmid|pubmed|cited by|"
    r"citations|status|aliases|created|modified|updated|"
    r"presenter|presented by|lead author|corresponding author|editors?|type|language|field|area|links?|"
    r"paper link|links? to (?:the )?paper|original paper)\W{0,4}[:=]",
    re.IGNORECASE,
)
_SHORT_FIELD = re.compile(
    r"^\W{0,4}(?:paper|code|source|implementation|data|dataset|blog|blog post|demo|supplement(?:ary)?|"
    r"appendix|reference|official|official code)\W{0,4}:",
    re.IGNORECASE,
)
_DATA = re.compile(r"^\W{0,4}(?:data|implementation)", re.IGNORECASE)
_BYLINE = re.compile(
    r"^\W{0,4}(?:(?:edited|reviewed|posted|written|summari[sz]ed|summary|notes|review|presented) by|(?:dr|"
    r"prof|mr|mrs|ms)\b\.? .{2,60} reviewing)\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"^\W{0,4}[A-Z][\w’'-]+, (?:[A-Z]\.|[A-Z][\w’'-]+).{0,400}\(?\b(?:19|20)\d\d[a-z]?\b\)?")
_NAME = re.compile(
    r"^(?:[A-Z][\w’'-]*\.?|de|van|der|den|von|da|di|del|la|le|al\.?|et|bin|ter)(?: (?:[A-Z][\w’'-]*\.?|"
    r"de|van|der|den|von|da|di|del|la|le|et|al\.?|bin|ter)){1,5}$"
)
_RATING = re.compile(
    r"^\W{0,4}(?:(?:overall |my |final )?(?:rating|score|grade|confidence|recommendation|stars?|relevance|"
    r"importance|clarity|novelty|originality)\b[^.]{0,20}[:=]\W{0,4}"
    r"(?:\d|[★☆⭐]|(?:very |strong |weak )?(?:high|low|medium|good|excellent|fair|poor|accept|"
    r"reject)\W*$|[A-F][+-]?\W*$)|"
    r"[\d.]+ ?/ ?(?:5|10|100)\b\W*$|[★☆⭐]{1,10})",
    re.IGNORECASE,
)
_TODO = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBA|WIP)\b|^\W{0,4}(?:to ?do|to be (?:done|added|continued|written|completed|"
    r"filled|updated)|coming soon|work in progress|under construction|not (?:yet )?(?:done|read|"
    r"finished) ?(?:yet)?)\W*$",
    re.IGNORECASE,
)
_UPPER_TODO = re.compile(r"\b(?:TODO|FIXME|TBD|TBA|WIP)\b")
_LONGEST_TODO = 40
_EMPTY = re.compile(
    r"^(?:[\W_]*|\W{0,4}(?:n/?a|none|nothing|nothing yet|no|tba|lorem ipsum.*|bla(?:h|bla)*\W*|xxx+|"
    r"insert .{1,60} here|your .{1,40} here|placeholder|description here)\W{0,4})$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^\W{0,4}(?:(?:grader|ta|instructor|reviewer|marker|teacher|comment from|comments from|"
    r"comment by|comments by)s?(?: ?#?\d+)?(?:'s)?(?: comments?)?\W{0,3}:|\d+ comments?$)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"^\W{0,4}(?:also (?:find|see|read|available|published|posted)\b|originally (?:posted|published)|"
    r"cross-?posted|read (?:more|the (?:full|original))|view (?:on|this)|click|download|back to|"
    r"share (?:this|on)|subscribe|see (?:the )?(?:paper|original|full|code|blog|slides|video) (?:at|on|in|"
    r"here|for)|links? to (?:the )?(?:paper|code|pdf|slides|original|blog|video))",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"^\W{0,4}(?:fig(?:ure)?|table|image|graph|photo|diagram|screenshot)\.? ?\d{0,2}\W{0,3}[:.]", re.IGNORECASE
)
_ENTRY = re.compile(r"^\[\d{1,3}\]\W|^\[\^[^\]]{1,40}\]:")


def line_mark(
    block: Block, text: str, elements: Mapping[str, Element], links: LinkTexts, *, early: bool
) -> Mark | None:
    """The mark a block deserves by its own words, or None.

    Args:
        block: with its masked text.
        text: its readable text, tokens replaced.
        elements: what its tokens stand for.
        links: the words of the links of the summary.
        early: whether it stands at the top of the summary, where a bare line of names gives the authors.
    """
    words = len(text.split())
    if _EMPTY.match(text) and not _holds_content(block, elements):
        return Mark.TEMPLATE
    for rule, mark in _LINES:
        if rule.search(text):
            return mark
    if _TODO.search(text) and (words <= 6 or (_UPPER_TODO.search(text) and words <= _LONGEST_TODO)):
        return Mark.TODO
    if _SHORT_FIELD.match(text) and ((words <= 4 and not _DATA.match(text)) or "http" in text or "X" in text.split()):
        return Mark.METADATA
    if early and (_is_names(text) or _is_citation(text)):
        return Mark.METADATA
    return Mark.LINKS if block.role is not Role.QUOTE and links.fill(text) else None


_LINES: tuple[tuple[re.Pattern[str], Mark], ...] = (
    (_FIELD, Mark.METADATA),
    (_BYLINE, Mark.METADATA),
    (_RATING, Mark.RATING),
    (_COMMENT, Mark.COMMENT),
    (_ALSO, Mark.LINKS),
    (_ENTRY, Mark.LINKS),
)


def is_caption(text: str) -> bool:
    """Whether a text names itself the caption of a figure or table."""
    return bool(_PICTURE.match(text))


def _holds_content(block: Block, elements: Mapping[str, Element]) -> bool:
    kinds = {elements[t].kind for t in _TOKEN.findall(block.text) if t in elements}
    return bool(
        kinds
        & {
            ElementKind.MATH,
            ElementKind.DISPLAY,
            ElementKind.CODE,
            ElementKind.IMAGE,
            ElementKind.WORD,
            ElementKind.LINK,
        }
    )


def _is_names(text: str) -> bool:
    """A line of nothing but personal names, as in "Ada Low, Bo Chan"."""
    parts = [p.strip(" *_†‡0123456789") for p in re.split(r",| and |&|;", text[:600]) if p.strip(" *_.†‡0123456789")]
    return len(parts) >= 2 and len(text) < 600 and all(_NAME.match(p) for p in parts)


def _is_citation(text: str) -> bool:
    """A reference to the paper at the top of its own note."""
    if not _CITED.match(text) or len(text.split()) > 70:
        return False
    return (
        "doi" in text.lower()
        or "http" in text
        or "arXiv" in text
        or bool(re.search(r"\(\d{4}[a-z]?\)\.|\d+\s?\(\d+\)|\bpp?\. ?\d+|et al", text))
    )
