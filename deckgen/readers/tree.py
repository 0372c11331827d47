"""From the Markdown parser's tree to blocks: what each kind of node becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from deckgen.readers import heads, html, lines, obsidian
from deckgen.readers.builder import TOP, Builder, Place, introduction

_LISTS: Final = frozenset({"bullet_list", "ordered_list"})
_LEFT_OUT: Final = ("dataview", "tasks", "query", "button", "meta-bind", "excalidraw", "toc")
_LISTED: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\S")
_DEEPEST: Final = 60  # nested blocks; a list takes two
_SETEXT_LONGEST: Final = 15
_SUMMARY: Final = re.compile(r"<summary>([^<>]{1,200})</summary>", re.IGNORECASE)
_TAG_LINE: Final = re.compile(
    r"</?(?:div|p|center|details|section|article|aside|main|header|footer|span|figure|small|br|a"
    r"|font|hr)\b[^<>]{0,500}>",
    re.IGNORECASE,
)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").use(deflist_plugin)
    parser.disable(["reference", "inline", "linkify", "replacements", "smartquotes"], ignoreInvalid=True)
    return parser


_PARSER: Final = _parser()


class Walk:
    """One pass over the prepared lines of a note.

    Args:
        builder: takes what is met.
        numbers: for each prepared line its number in the file.
    """

    def __init__(self, builder: Builder, numbers: Sequence[int]) -> None:
        self._builder = builder
        self._numbers = numbers

    def text(self, text: Sequence[str], place: Place = TOP) -> None:
        """Read the lines."""
        tokens = _PARSER.parse("\n".join(text) + "\n")
        self._children(SyntaxTreeNode(tokens).children, place)

    def _children(self, nodes: Sequence[SyntaxTreeNode], place: Place) -> None:
        before = ""
        for node in nodes:
            if node.type in _LISTS:
                lead = self._builder.lead() if before == "paragraph" else ""
                self._list(node, replace(place, lead=lead))
            elif node.type in _NODES:
                _NODES[node.type](self, node, place)
            before = node.type

    def _line(self, node: SyntaxTreeNode) -> int:
        return self._lines(node)[0]

    def _lines(self, node: SyntaxTreeNode) -> Sequence[int]:
        start, end = node.map or (0, 1)
        return self._numbers[start : max(end, start + 1)] or self._numbers[-1:]

    def _heading(self, node: SyntaxTreeNode, place: Place) -> None:
        raw = _content(node)
        underlined = node.markup in ("-", "=")
        words = raw.split()
        if place.depth or (
            underlined and ("\n" in raw or len(words) > _SETEXT_LONGEST or raw.endswith((".", ",", ";")))
        ):
            self._builder.paragraph(raw, self._lines(node), place)
        else:
            self._builder.heading(" ".join(words), self._line(node), int(node.tag[1:]), place)

    def _paragraph(self, node: SyntaxTreeNode, place: Place) -> None:
        self._builder.paragraph(_content(node), self._lines(node), place)

    def _list(self, node: SyntaxTreeNode, place: Place) -> None:
        title = _numbered_title(node) if place == TOP else ""
        if title:
            self._builder.heading(title, self._line(node), 0, place, rank=1)
            return
        place = replace(place, depth=place.depth + 1)
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for item in node.children:
            self._item(item, place, number)
            number = None if number is None else number + 1

    def _item(self, item: SyntaxTreeNode, place: Place, number: int | None) -> None:
        children = item.children
        text = ""
        if children and children[0].type in ("paragraph", "heading"):
            text = self._builder.item(_content(children[0]), self._lines(children[0]), place, number)
            children = children[1:]
        below = replace(place, parents=(*place.parents, text) if text else place.parents, lead="")
        if children and children[0].type in _LISTS and text:
            first = replace(below, lead=introduction(text))
            self._list(children[0], first)
            children = children[1:]
        self._children(children, below)

    def _quote(self, node: SyntaxTreeNode, place: Place) -> None:
        sections = self._builder.sections
        children = node.children
        inside = replace(place, quoted=True, callout=place.callout)
        if children and children[0].type == "paragraph":
            head, _, rest = _content(children[0]).partition("\n")
            callout = obsidian.callout(head)
            if callout:
                inside = replace(inside, callout=True)
                self._callout(callout, rest, children, inside)
                children = children[1:]
        self._children(children, inside)
        self._builder.leave(sections)

    def _callout(self, callout: tuple[str, str], rest: str, children: Sequence[SyntaxTreeNode], place: Place) -> None:
        """The first paragraph of a callout; its title counts only where it is all there is, its kind is the section."""
        kind, title = callout
        numbers = self._lines(children[0])
        words = obsidian.without_tags(title)
        self._builder.enter(kind.capitalize())
        if words and words.casefold() != kind and (kind == "question" or not (rest.strip() or children[1:])):
            self._builder.text(words, numbers[0], place)
        if rest.strip():
            self._builder.paragraph(rest, numbers[1:] or numbers, place)

    def _fence(self, node: SyntaxTreeNode, place: Place) -> None:
        language = node.info.strip().split(" ")[0].lower().strip("{}.")
        if language.startswith(_LEFT_OUT):
            return
        if language in ("math", "latex", "tex", "katex") and "\\documentclass" not in node.content:
            self._builder.formula(node.content, self._line(node) + 1, place)
        elif language.startswith("ad-"):
            self._again(node, node.content, replace(place, quoted=True, callout=True), 1)
        else:
            self._builder.code(node.content, self._line(node), place)

    def _code_block(self, node: SyntaxTreeNode, place: Place) -> None:
        """Indented code, unless it is a list or prose that somebody indented."""
        first = node.content.split("\n", 1)[0]
        if (_LISTED.match(first) or _is_prose(node.content)) and place.depth < 4:
            self._again(node, _dedented(node.content), place)
        else:
            self._builder.code(node.content, self._line(node), place)

    def _again(self, node: SyntaxTreeNode, content: str, place: Place, offset: int = 0) -> None:
        """Read text found inside a node as Markdown of its own."""
        numbers = list(self._lines(node))[offset:] or [self._line(node)]
        text = content.split("\n")
        numbers += [numbers[-1]] * max(0, len(text) - len(numbers))
        Walk(self._builder, numbers).text(text, place)

    def _table(self, node: SyntaxTreeNode, place: Place) -> None:
        rows = [[_content(cell) for cell in row.children] for part in node.children for row in part.children]
        self._builder.table(rows, self._line(node), place)

    def _html(self, node: SyntaxTreeNode, place: Place) -> None:
        if html.has_structure(node.content):
            html.build(html.parse(node.content), self._builder, self._line(node), place)
            return
        text = [_TAG_LINE.sub("", _SUMMARY.sub(r"**\1**", line)) for line in node.content.split("\n")]
        if any(html.opens_block(line) for line in text):
            self._builder.paragraph(" ".join(text), self._lines(node), place)
        elif any(line.strip() for line in text):
            self._again(node, "\n".join(line.lstrip() if line.strip() else "" for line in text), place)

    def _definitions(self, node: SyntaxTreeNode, place: Place) -> None:
        """A definition list: each definition an item `Term: definition`."""
        place, term, where = replace(place, depth=place.depth + 1), "", self._lines(node)[:0]
        for child in node.children:
            if child.type == "dt":
                term, where = _content(child).strip(), self._lines(child)
                continue
            first = child.children[0] if child.children else None
            body = _content(first) if first is not None and first.type == "paragraph" else ""
            joined = f"{term.rstrip(' :')}: {body}" if term else body
            text = self._builder.item(" ".join(joined.split()), where or self._lines(child), place)
            where = where[:0]
            self._children(child.children[1 if body else 0 :], replace(place, parents=(*place.parents, text)))


_NODES: Final[Mapping[str, Callable[[Walk, SyntaxTreeNode, Place], None]]] = {
    "heading": Walk._heading,
    "paragraph": Walk._paragraph,
    "blockquote": Walk._quote,
    "fence": Walk._fence,
    "code_block": Walk._code_block,
    "table": Walk._table,
    "html_block": Walk._html,
    "dl": Walk._definitions,
}


def _content(node: SyntaxTreeNode) -> str:
    """The raw text of a node that holds inline text."""
    child = node.children[0] if node.children else None
    return child.content if child is not None and child.type == "inline" else ""


def _numbered_title(node: SyntaxTreeNode) -> str:
    """The words of a list that is one numbered name of a section (`1. Introduction`), as plain text has it, or ""."""
    item = node.children[0] if node.type == "ordered_list" and len(node.children) == 1 else None
    lone = item is not None and len(item.children) == 1 and item.children[0].type == "paragraph"
    return heads.name_line(_content(item.children[0])) if item is not None and lone else ""


def _is_prose(text: str) -> bool:
    """Whether indented text is made of words and ends like a sentence, as the abstracts of plain text files do."""
    words = text.split()
    plain = sum(word.strip(".,;:()\"'").replace("-", "").isalpha() for word in words)
    return len(words) >= 8 and plain >= 0.8 * len(words) and text.rstrip().endswith((".", "!", "?"))


def _dedented(text: str) -> str:
    width = min((len(line) - len(line.lstrip()) for line in text.split("\n") if line.strip()), default=0)
    return "\n".join(line[width:] for line in text.split("\n"))


def blocks(body: str, builder: Builder, first: int = 1) -> None:
    """Read a body whose first line has the number `first` into a builder."""
    prepared = lines.prepare(body, first)
    builder.inliner.references.update(prepared.references)
    Walk(builder, prepared.numbers).text(prepared.text)
