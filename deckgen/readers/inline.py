"""Raw inline Markdown in, masked one-line text and its emphasised stretches out.

    >>> Inliner().read("The loss $L$ is **new**")
    ('The loss Zq0x is new', (Emphasis(start=17, end=20, kind='strong'),))

Handlers first take what must not be read as Markdown (code, math, links, tags); a Markdown parser then finds emphasis,
escapes and entities in the rest; last the markers are settled into tokens and positions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from deckgen.model import Element, ElementKind, Emphasis
from deckgen.readers import links, markup, math, obsidian
from deckgen.readers.scan import CLOSE, OPEN, PRIVATE, Context, Handler, Scan

if TYPE_CHECKING:
    from markdown_it.token import Token

TOKEN: Final = re.compile(r"Zq\d+x")

HANDLERS: Final[Mapping[str, tuple[Handler, ...]]] = {
    "`": (markup.code,),
    "$": (math.dollar,),
    "\\": (math.bracket, math.environment, math.command),
    "!": (links.picture,),
    "[": (links.wikilink, links.citation, links.link),
    "]": (links.close,),
    "<": (
        markup.anchor_end, markup.comment, markup.script, markup.scripted, markup.code_tag, markup.anchor,
        links.autolink, markup.tag,
    ),
    "h": (links.address,), "H": (links.address,), "w": (links.address,), "d": (links.address,),
    "%": (markup.comment,),
    "{": (markup.shortcode,),
    "=": (markup.highlight,),
    "*": (markup.product,),
}  # fmt: skip
_SPECIAL: Final = re.compile(r"[`$\\\[\]<*]|!\[|%%|==|\{[%{:#.]|https?://|www\.|doi:\s?10\.", re.IGNORECASE)
_SETTLED: Final = re.compile(r"\ue000(\d+)\ue001|\ue002(\d+)\ue001|[\ue003-\ue00b]|Zq\d+x|\s+")
_MARKS: Final = re.compile(r"\ue002\d+\ue001|[\ue003-\ue00b]")
_LOOSE_BOLD: Final = re.compile(r"(?<!\S)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\S)")
_SPACED_BOLD: Final = re.compile(r"(\*\*|__)(?:\s+([^*_]{1,200}?)\s*|([^*_\s][^*_]{0,200}?)\s+)\1")
_OPENS: Final = {mark: kind for kind, mark in OPEN.items()}
_CLOSES: Final = {mark: kind for kind, mark in CLOSE.items()}
_TAGS: Final = {"em": "em", "strong": "strong", "s": "del"}
_CHUNK: Final = 12_000  # a paragraph longer than this is no paragraph, and any parser's cost must stay in proportion


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(
        ["escape", "entity", "emphasis", "strikethrough", "balance_pairs", "fragments_join"]
    )
    parser.options["maxNesting"] = 40
    return parser


_PARSER: Final = _parser()


def _ignore(message: str, line: int) -> None:
    """Nobody asked for warnings."""


class Inliner:
    """Masks the inline elements of one summary and numbers them through.

    Args:
        base: folder of the note, against which local images are looked up.
        warn: called with a message and a line for what cannot be found.

    Attributes:
        elements: what each token stands for. A link whose words stay in the text has an element here too, whose token
        no
            text names: its `text` is those words, its `href` the address.
        references: addresses of reference links (`[words][label]`) by lower-case label.
    """

    def __init__(self, base: Path | None = None, warn: Callable[[str, int], None] | None = None) -> None:
        self.elements: dict[str, Element] = {}
        self.references: dict[str, str] = {}
        self._base = base
        self._warn = warn or _ignore

    def read(self, source: str, line: int = 0) -> tuple[str, tuple[Emphasis, ...]]:
        """Masked text and emphasised stretches of a piece of raw inline Markdown.

        Args:
            source: any text; line breaks in it count as spaces.
            line: where it stands, for warnings.
        """
        text = " ".join(source.translate(PRIVATE).split())
        text = obsidian.without_tags(_SPACED_BOLD.sub(_tight_bold, text) if text.startswith(("**", "__")) else text)
        found: list[Element] = []
        marked = []
        for chunk in _chunks(text):
            scan = Scan(chunk, Context(self._base, self.references, self._warn, line), found=found)
            marked.append(_emphasise(_take(scan)))
        return self._settle(" ".join(marked), found)

    def plain(self, text: str) -> str:
        """Masked text as plain readable text: each token gives way to the text of its element."""
        return TOKEN.sub(lambda match: self.elements[match[0]].text if match[0] in self.elements else match[0], text)

    def _settle(self, marked: str, found: list[Element]) -> tuple[str, tuple[Emphasis, ...]]:
        """Settle the markers; where taking one out would make words look like a token, emphasis gives way."""
        known = len(self.elements)
        settler = self._pass(marked, found)
        if settler.has_false_token():
            for name in list(self.elements)[known:]:
                del self.elements[name]
            settler = self._pass(_MARKS.sub("", marked), found)
        return settler.result()

    def _pass(self, marked: str, found: list[Element]) -> _Settler:
        settler = _Settler(self.elements, found)
        position = 0
        for match in _SETTLED.finditer(marked):
            settler.add(marked[position : match.start()])
            settler.mark(match)
            position = match.end()
        settler.add(marked[position:])
        return settler


class _Settler:
    """Builds the masked text and notes where emphasis and links begin and end."""

    def __init__(self, elements: dict[str, Element], found: list[Element]) -> None:
        self._elements = elements
        self._found = found
        self._text: list[str] = []
        self._length = 0
        self._starts: set[int] = set()
        self._last = " "
        self._open: dict[str, list[int]] = {}
        self._links: list[tuple[Element, int]] = []
        self._emphasis: list[Emphasis] = []

    def add(self, piece: str) -> None:
        if piece:
            self._text.append(piece)
            self._length += len(piece)
            self._last = piece[-1]

    def mark(self, match: re.Match[str]) -> None:
        mark = match[0]
        if match[1]:
            self._token(self._found[int(match[1])])
        elif match[2]:
            self._links.append((self._found[int(match[2])], self._length))
        elif mark in _OPENS:
            self._open.setdefault(_OPENS[mark], []).append(self._length)
        elif mark in _CLOSES:
            self._close(_CLOSES[mark])
        elif mark.isspace():
            self.add("" if self._last == " " else " ")
        elif mark.startswith("Zq"):
            self._token(Element(kind=ElementKind.LITERAL, text=mark))
        elif self._links:
            self._link()

    def _token(self, element: Element) -> None:
        name = f"Zq{len(self._elements)}x"
        self._elements[name] = element
        self._starts.add(self._length)
        self.add(name)

    def has_false_token(self) -> bool:
        """Whether the text holds a token that stands for nothing."""
        return any(match.start() not in self._starts for match in TOKEN.finditer("".join(self._text)))

    def _close(self, kind: str) -> None:
        starts = self._open.get(kind)
        if starts:
            self._emphasis.append(Emphasis(starts.pop(), self._length, kind))

    def _link(self) -> None:
        element, start = self._links.pop()
        words = "".join(self._text)[start:].strip()
        words = TOKEN.sub(
            lambda match: self._elements[match[0]].text if match[0] in self._elements else match[0], words
        )
        name = f"Zq{len(self._elements)}x"
        self._elements[name] = Element(
            kind=ElementKind.LINK, text=words or element.href, href=element.href, title=element.title
        )

    def result(self) -> tuple[str, tuple[Emphasis, ...]]:
        raw = "".join(self._text)
        text = raw.rstrip()
        return text, tuple(sorted(_trimmed(text, self._emphasis), key=lambda each: (each.start, -each.end, each.kind)))


def _trimmed(text: str, emphasis: list[Emphasis]) -> Iterator[Emphasis]:
    for each in emphasis:
        start, end = each.start, min(each.end, len(text))
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start < end:
            yield Emphasis(start, end, each.kind)


def _chunks(text: str) -> Iterator[str]:
    """The text in pieces of bounded length, cut at spaces."""
    start = 0
    while len(text) - start > _CHUNK:
        cut = text.rfind(" ", start + 1, start + _CHUNK)
        end = cut if cut > 0 else start + _CHUNK
        yield text[start:end]
        start = end
    yield text[start:]


def _tight_bold(match: re.Match[str]) -> str:
    """`** Head.** text` as its author meant it."""
    return f"{match[1]}{match[2] or match[3]}{match[1]} " if match.start() == 0 else match[0]


def _take(scan: Scan) -> str:
    """Let the handlers take what they recognise; copy the rest."""
    at, size = 0, len(scan.text)
    while at < size:
        special = _SPECIAL.search(scan.text, at)
        if special is None:
            scan.out.append(scan.text[at:])
            break
        if special.start() > at:
            scan.out.append(scan.text[at : special.start()])
        at = special.start()
        at = _handle(scan, at)
    return "".join(scan.out)


def _handle(scan: Scan, at: int) -> int:
    char = scan.text[at]
    for handler in HANDLERS.get(char, ()):
        end = handler(scan, at)
        if end is not None:
            return end
    width = 2 if char == "\\" else 1
    scan.out.append(scan.text[at : at + width])
    return at + width


def _emphasise(text: str) -> str:
    """The text with emphasis turned into markers, escapes and entities resolved."""
    if not any(sign in text for sign in "*_~\\&"):
        return text
    children = _PARSER.parseInline(text, {})[0].children or []
    return "".join(_marker(token) for token in children)


def _marker(token: Token) -> str:
    if token.type == "text_special":
        return token.content
    kind = _TAGS.get(token.tag)
    if kind is None:
        return _LOOSE_BOLD.sub("", token.content)
    return OPEN[kind] if token.nesting > 0 else CLOSE[kind]
