r"""Masked text to safe HTML and to plain text.

Everything is escaped; only what the elements stand for becomes markup, and nh3 lets a short list of tags through.
Math comes out as `\\( \\)` and `\\[ \\]`, which Anki shows with MathJax; `$` is no math in Anki.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from functools import cache

from deckgen.model import Element, ElementKind, Emphasis

_TOKEN = re.compile(r"Zq\d+x")
_TAGS = frozenset(
    (
        "a b strong i em u s del mark code pre sub sup br p div span ul ol li dl dt dd table thead tbody tr th td "
        "blockquote img hr"
    ).split()
)
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "*": {"class"}, "td": {"align"}, "th": {"align"}}
_SCHEMES = {"http", "https", "mailto"}
_EMPHASIS = {"em": "em", "strong": "b", "mark": "mark", "del": "s"}


def _link(element: Element, text: str) -> str:
    if not element.href.startswith(("http://", "https://")):
        return html.escape(text)
    return f'<a href="{html.escape(element.href)}">{html.escape(text)}</a>'


def _image(element: Element) -> str:
    if element.media is None:
        return _link(element, element.text or element.title or "image")
    return f'<img src="{html.escape(element.media.name)}" alt="{html.escape(element.text)}">'


def element_html(element: Element) -> str:
    """What one element looks like on a card."""
    match element.kind:
        case ElementKind.CODE:
            return f"<code>{html.escape(element.text)}</code>"
        case ElementKind.MATH:
            return rf"\({html.escape(element.text.strip(), quote=False)}\)"
        case ElementKind.DISPLAY:
            return rf"\[{html.escape(element.text.strip(), quote=False)}\]"
        case ElementKind.LINK:
            return _link(element, element.text or element.href)
        case ElementKind.IMAGE:
            return _image(element)
        case ElementKind.WORD:
            return element.html
        case _:
            return html.escape(element.text, quote=False)


def element_text(element: Element) -> str:
    """What one element reads like in plain text: math in TeX delimiters, code as it is."""
    match element.kind:
        case ElementKind.MATH:
            return rf"\({element.text.strip()}\)"
        case ElementKind.DISPLAY:
            return rf"\[{element.text.strip()}\]"
        case ElementKind.LINK:
            return element.text or element.href
        case _:
            return element.text


def unmask(text: str, elements: Mapping[str, Element]) -> str:
    """HTML in which the masked tokens of `text`, itself HTML already, are what they stand for."""
    return _TOKEN.sub(lambda m: element_html(elements[m.group()]) if m.group() in elements else m.group(), text)


def unmask_plain(text: str, elements: Mapping[str, Element]) -> str:
    """Masked text as plain readable text.

    Example:
        >>> unmask_plain("Zq0x wins", {"Zq0x": Element(kind=ElementKind.CODE, text="k=3")})
        'k=3 wins'
    """
    return _TOKEN.sub(lambda m: element_text(elements[m.group()]) if m.group() in elements else m.group(), text)


def emphasised(text: str, emphasis: Iterable[Emphasis], offset: int = 0) -> str:
    """Masked text escaped, with the author's emphasis as tags.

    Args:
        text: masked text, a stretch of its block.
        emphasis: of the block.
        offset: where `text` starts in the block.
    """
    inserts: list[tuple[int, int, str]] = []
    for mark in emphasis:
        start, end = mark.start - offset, mark.end - offset
        if 0 <= start < end <= len(text) and mark.kind in _EMPHASIS:
            inserts += [(start, 1, f"<{_EMPHASIS[mark.kind]}>"), (end, 0, f"</{_EMPHASIS[mark.kind]}>")]
    pieces, done = [], 0
    for place, _, tag in sorted(inserts):
        pieces += [html.escape(text[done:place], quote=False), tag]
        done = place
    return "".join((*pieces, html.escape(text[done:], quote=False)))


def _local_only(tag: str, attribute: str, value: str) -> str | None:
    """Images come from the package, never from elsewhere."""
    if tag == "img" and attribute == "src" and (":" in value or value.startswith(("/", "\\")) or "//" in value):
        return None
    return value


@cache
def _attributes() -> dict[str, set[str]]:
    return {tag: set(names) for tag, names in _ATTRIBUTES.items()}


def sanitise(text: str) -> str:
    """The last gate: HTML with nothing but a short list of tags and attributes, and no remote image."""
    import nh3

    return nh3.clean(
        text,
        tags=set(_TAGS),
        attributes=_attributes(),
        url_schemes=_SCHEMES,
        attribute_filter=_local_only,
        link_rel=None,
    ).strip()
