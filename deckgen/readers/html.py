"""HTML: files saved from a browser, and the tables and lists of HTML inside a Markdown note.

In goes HTML, out come the same blocks as from Markdown. Of a saved page only the article counts: navigation, headers,
comments and scripts are left out. Formulas are taken from the TeX that MathJax and KaTeX keep beside what they draw.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, Tag

from deckgen.readers.builder import TOP, Builder, Place, introduction

_STRUCTURE: Final = re.compile(r"<(?:table|ul|ol|dl|h[1-6]|pre|blockquote)\b", re.IGNORECASE)
_OPENS: Final = re.compile(r"\s{0,3}<[/!?A-Za-z]")
_MATH: Final = re.compile(r"(\$\$[^$]{1,3000}\$\$|\$[^$\n]{1,500}\$|\\\([^\n]{1,500}?\\\)|\\\[[^\n]{1,3000}?\\\])")
_SIGNS: Final = re.compile(r"([*_`\[\]~]|==|%%)")
_KEPT: Final = frozenset(
    {"b", "strong", "i", "em", "sub", "sup", "code", "tt", "mark", "del", "var", "cite", "kbd", "dfn"}
)
_DROPPED: Final = frozenset(
    "script style noscript nav aside form button input select textarea iframe svg canvas template head link "
    "meta".split()
)
_CONTAINERS: Final = frozenset(
    "div section article main body html center details figure header footer address fieldset hgroup span font".split()
)
_BLOCKS: Final = _CONTAINERS - {"span", "font"} | frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote hr li figcaption summary dt dd tr td th tbody thead".split()
)
_FURNITURE: Final = (
    "nav, aside, footer, form, button, [role=navigation], [role=complementary], [aria-hidden=true].katex-html, "
    ".comments, "
    "#comments, .sidebar, #sidebar, .toc, .breadcrumbs, .share, .related, .cookie, .MathJax_Preview, .MathJax, "
    ".katex-html, "
    ".headerlink, .anchor, .mw-editsection"
)
_ARTICLES: Final = (
    "article", "main", "[role=main]", ".markdown-body", ".post-content", ".entry-content",
    ".article-content", "#content",
    ".content", "body",
)  # fmt: skip
_DEEPEST: Final = 80
_ENOUGH: Final = 200  # characters of text that make a candidate an article


def has_structure(content: str) -> bool:
    """Whether HTML inside a note holds lists, tables, headings or code."""
    return bool(_STRUCTURE.search(content))


def opens_block(line: str) -> bool:
    """Whether a Markdown parser would take the line for HTML."""
    return bool(_OPENS.match(line))


def parse(content: str) -> BeautifulSoup:
    """The tree of some HTML, whatever state it is in."""
    tail = content.rfind(">") + 1  # a tag that is never closed would be tried again from each of its signs
    content = content[:tail] + content[tail:].replace("<", "&lt;")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it looks like an address, or like XML: whatever it is, it is read
        return BeautifulSoup(content, "html.parser")


def article(page: BeautifulSoup) -> Tag:
    """The part of a page that is its text."""
    for selector in _ARTICLES:
        found = max(page.select(selector, limit=20), key=_size, default=None)
        if found is not None and _size(found) >= _ENOUGH:
            return found
    return page


def clean(page: Tag) -> None:
    """Take the furniture out of a page, and put TeX where formulas are drawn."""
    for drawn in page.select(".katex, .katex-display, mjx-container, math"):
        tex = drawn.select_one('annotation[encoding="application/x-tex"]')
        if tex is not None and not drawn.decomposed:
            display = drawn.get("display") in ("block", "true") or "katex-display" in (drawn.get("class") or [])
            drawn.replace_with(_delimited(tex.get_text(), display=display))
    for script in page.select('script[type^="math/tex"]'):
        script.replace_with(_delimited(script.get_text(), display="display" in str(script.get("type"))))
    for furniture in page.select(_FURNITURE):
        if not furniture.decomposed:
            furniture.decompose()


def _delimited(tex: str, *, display: bool) -> str:
    return rf"\[{tex.strip()}\]" if display else f"${tex.strip()}$"


def _size(tag: Tag) -> int:
    return len(tag.get_text())


def build(root: Tag, builder: Builder, line: int = 1, place: Place = TOP) -> None:
    """Read a tree into a builder; its first line has the number `line`."""
    _Reader(builder, line).children(root.children, place, 0)


class _Reader:
    def __init__(self, builder: Builder, first: int) -> None:
        self._builder = builder
        self._first = first

    def _line(self, tag: PageElement) -> int:
        number = getattr(tag, "sourceline", None)
        return self._first + (number - 1 if isinstance(number, int) else 0)

    def children(self, nodes: Iterable[PageElement], place: Place, depth: int) -> None:
        """Read what stands side by side; what is no block of its own is gathered into paragraphs."""
        run: list[str] = []
        line = self._first
        for node in list(nodes):
            if isinstance(node, Tag) and _is_block(node):
                self._flush(run, line, place)
                run = []
                self._block(node, place, depth + 1)
            else:
                if not run:
                    line = self._line(node if isinstance(node, Tag) else node.parent or node)
                run.append(inline(node))
        self._flush(run, line, place)

    def _flush(self, run: list[str], line: int, place: Place) -> None:
        text = "".join(run).strip()
        if text:
            self._builder.paragraph(text, (line,), place)

    def _block(self, tag: Tag, place: Place, depth: int) -> None:
        if tag.name in _DROPPED:
            return
        if depth > _DEEPEST:
            self._builder.text(_escaped(tag.get_text(" ")), self._line(tag), place)
        elif tag.name in _TAGS:
            _TAGS[tag.name](self, tag, place, depth)
        else:
            self.children(tag.children, place, depth)

    def _heading(self, tag: Tag, place: Place, depth: int) -> None:
        self._builder.heading(inline(tag), self._line(tag), int(tag.name[1]), place)

    def _list(self, tag: Tag, place: Place, depth: int) -> None:
        lead = self._builder.lead() if place.depth == 0 else introduction(place.parents[-1]) if place.parents else ""
        place = replace(place, depth=place.depth + 1, lead=lead)
        number = _start(tag) if tag.name == "ol" else None
        for child in tag.find_all(["li", "ul", "ol"], recursive=False):
            if child.name == "li":
                self._item(child, place, number, depth + 1)
                number = None if number is None else number + 1
            else:
                self._block(child, replace(place, lead=""), depth + 1)

    def _item(self, tag: Tag, place: Place, number: int | None, depth: int) -> None:
        nodes = list(tag.children)
        cut = next((i for i, node in enumerate(nodes) if isinstance(node, Tag) and _is_block(node)), len(nodes))
        head = "".join(inline(node) for node in nodes[:cut])
        if not head.strip() and cut < len(nodes) and getattr(nodes[cut], "name", "") in ("p", "div"):
            head, cut = inline(nodes[cut]), cut + 1
        text = self._builder.item(head.strip(), (self._line(tag),), place, number)
        below = replace(place, parents=(*place.parents, text) if text else place.parents, lead="")
        self.children(nodes[cut:], below, depth)

    def _paragraph(self, tag: Tag, place: Place, depth: int) -> None:
        if any(isinstance(node, Tag) and _is_block(node) for node in tag.children):
            self.children(tag.children, place, depth)
        else:
            self._flush([inline(tag)], self._line(tag), place)

    def _quote(self, tag: Tag, place: Place, depth: int) -> None:
        sections = self._builder.sections
        self.children(tag.children, replace(place, quoted=True), depth)
        self._builder.leave(sections)

    def _code(self, tag: Tag, place: Place, depth: int) -> None:
        self._builder.code(tag.get_text(), self._line(tag), place)

    def _table(self, tag: Tag, place: Place, depth: int) -> None:
        """A table; one of a single column only lays out a page."""
        rows = [row.find_all(["td", "th"], recursive=False) for row in _own(tag, "tr", ("thead", "tbody", "tfoot"))]
        if rows and max(len(row) for row in rows) == 1:
            self.children([cell for row in rows for cell in row], place, depth)
        else:
            self._builder.table([[inline(cell) for cell in row] for row in rows], self._line(tag), place)

    def _definitions(self, tag: Tag, place: Place, depth: int) -> None:
        place, term = replace(place, depth=place.depth + 1), ""
        for child in _own(tag, ("dt", "dd"), ("div",)):
            if child.name == "dt":
                term = inline(child).strip()
            else:
                joined = f"{term.rstrip(' :')}: {inline(child).strip()}" if term else inline(child)
                self._builder.item(" ".join(joined.split()), (self._line(child),), place)

    def _nothing(self, tag: Tag, place: Place, depth: int) -> None:
        """A rule between two parts."""


_TAGS: Final[Mapping[str, Callable[[_Reader, Tag, Place, int], None]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _Reader._heading),
    **dict.fromkeys(("ul", "ol"), _Reader._list),
    **dict.fromkeys(("p", "figcaption", "summary", "td", "th", "dt", "dd"), _Reader._paragraph),
    "blockquote": _Reader._quote,
    "pre": _Reader._code,
    "table": _Reader._table,
    "dl": _Reader._definitions,
    "hr": _Reader._nothing,
}


def _is_block(tag: Tag) -> bool:
    return tag.name in _BLOCKS or tag.name in _DROPPED


def _own(tag: Tag, names: str | tuple[str, ...], wrappers: tuple[str, ...]) -> list[Tag]:
    """The parts of a table or list itself, not those of one inside it; they may be wrapped once."""
    wanted = (names,) if isinstance(names, str) else names
    found: list[Tag] = []
    for child in tag.find_all([*wanted, *wrappers], recursive=False):
        found += [child] if child.name in wanted else child.find_all(list(wanted), recursive=False)
    return found


def _start(tag: Tag) -> int:
    start = str(tag.get("start", "1"))
    return int(start) if start.isdecimal() and len(start) < 9 else 1


def inline(node: PageElement, depth: int = 0) -> str:
    """What stands inside a block, as inline Markdown with the tags that Markdown readers know."""
    if isinstance(node, NavigableString):
        return "" if isinstance(node, Comment) or type(node) is not NavigableString else _escaped(str(node))
    if not isinstance(node, Tag) or node.name in _DROPPED:
        return ""
    if node.name == "br":
        return "  \n"
    if node.name == "img":
        return f'<img src="{_value(node, "src")}" alt="{_value(node, "alt")}" title="{_value(node, "title")}">'
    if node.name in ("code", "tt"):
        return f"<code>{_entities(node.get_text())}</code>"
    inner = (
        _escaped(node.get_text()) if depth > _DEEPEST else "".join(inline(child, depth + 1) for child in node.children)
    )
    if node.name == "a" and node.get("href") and inner.strip():
        return f'<a href="{_value(node, "href")}">{inner}</a>'
    return f"<{node.name}>{inner}</{node.name}>" if node.name in _KEPT else inner


def _value(tag: Tag, name: str) -> str:
    return _entities(" ".join(str(tag.get(name) or "").split())).replace('"', "&quot;")


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escaped(text: str) -> str:
    """Text with the signs escaped that Markdown would take for its own; formulas stay as they are."""
    parts = _MATH.split(" ".join(text.split(" ")).replace("\n", " "))
    return "".join(part if index % 2 else _SIGNS.sub(r"\\\1", _entities(part)) for index, part in enumerate(parts))
