"""Links, images, citations and wikilinks inside a line.

The words of a link stay in the text, for grammar needs them; its address is kept as an element that no text names. A
bare address, `[[pdf]](url)` and the like say nothing in words: they become a token.
"""

from __future__ import annotations

import html
import re
from typing import Final

from deckgen.model import Element, ElementKind
from deckgen.readers import images
from deckgen.readers.scan import Scan

_TARGET: Final = re.compile(
    r"""\(\s*(?:<([^<>]{0,2000})>|((?:[^\s()]|\([^\s()]{0,300}\)){0,2000}))
        (?:\s+(?:"([^"]{0,2000})"|'([^']{0,2000})'|\(([^()]{0,2000})\)))?\s*(?:=\d*%?x\d*%?)?\s*\)""",
    re.VERBOSE,
)
_SPACED: Final = re.compile(r"""\(\s*([^()<>"']{1,300}\.\w{2,5})(?:\s+"([^"]{0,500})")?\s*\)""")
_LABEL: Final = re.compile(r"\[([^\[\]]{0,200})\]")
_URL: Final = re.compile(
    r"(?:https?://|www\.(?=\w))[^\s<>\"`\ue000-\ue00b]+|\bdoi:\s?10\.\d{4,}/[^\s<>\"]+", re.IGNORECASE
)
_AUTOLINK: Final = re.compile(
    r"<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4})>", re.I
)
_NUMBERS: Final = re.compile(r"[1-9]\d{0,2}(?:\s?[,;–—-]\s?[1-9]\d{0,2}){0,20}")
_KEYS: Final = re.compile(r"(?:(?:see|cf\.|e\.g\.),? )?-?@[\w:.#$%&+?/-]{1,80}(?:[,;] [^\[\]]{0,200})?")
_FURNITURE: Final = re.compile(
    r"\[.{0,40}\]|(?:https?://|www\.)\S*|link|pdf|url|doi|arxiv|bibtex|⇩|↩︎?|\U0001f517|\ue000\d+\ue001", re.IGNORECASE
)
_INDEX_BEFORE: Final = re.compile(r"(?:^|[^\w])[A-Za-z]$")
_RANGE_BEFORE: Final = re.compile(r"(?:\b(?:range|interval|in|from|between|of|to)|[=∈∊~(]|\b[A-Za-z])\s?$")


def picture(scan: Scan, at: int) -> int | None:
    """`![alt](address "title")`, `![alt][label]` and the embed `![[address|300]]`."""
    if scan.text.startswith("![[", at):
        return _embed(scan, at)
    close = scan.partners.get(at + 1) if scan.text.startswith("![", at) else None
    target = _target(scan, close) if close else None
    if not close or not target:
        return None
    href, title, end = target
    put_image(scan, scan.text[at + 2 : close], href, title)
    return end


def put_image(scan: Scan, alt: str, href: str, title: str = "") -> None:
    """Leave an image; of a missing one only the alternative text, and a warning."""
    alt = re.sub(r"[*_`\\]+", "", html.unescape(alt)).strip()
    media = None
    if href.startswith("data:"):
        scan.out.append(f" {alt} ")
        return
    if not images.is_remote(href):
        media = images.find(href, scan.context.base)
        if media is None:
            scan.context.warn(
                f"image {href or '(no address)'} not found; add the file or mend its path", scan.context.line
            )
            scan.out.append(f" {alt} ")
            return
    scan.put(Element(kind=ElementKind.IMAGE, text=alt, href=href, title=html.unescape(title), media=media))


def _embed(scan: Scan, at: int) -> int | None:
    end = scan.text.find("]]", at, at + 500)
    if end < 0:
        return None
    name, _, alt = scan.text[at + 3 : end].partition("|")
    if images.is_image(name):
        put_image(scan, "" if re.fullmatch(r"[\dx]*", alt.strip()) else alt, name.strip())
    return end + 2


def wikilink(scan: Scan, at: int) -> int | None:
    """`[[note]]`, `[[note|words]]`, `[[note#heading]]`: what the reader sees stays; `[[@key]]` is a citation."""
    if not scan.text.startswith("[[", at):
        return None
    end = scan.text.find("]]", at, at + 500)
    if end < 0 or scan.text.startswith("(", end + 2) or not scan.text[at + 2 : end].strip("[ "):
        return None
    target, bar, alias = scan.text[at + 2 : end].replace(r"\|", "|").partition("|")
    if target.strip().startswith("@") and not bar:
        scan.put(Element(kind=ElementKind.CITATION, text=target.strip()))
    elif bar:
        scan.out.append(alias.strip())
    else:
        scan.out.append(" > ".join(part.strip(" ^") for part in target.split("#") if part.strip()))
    return end + 2


def citation(scan: Scan, at: int) -> int | None:
    """`[1]`, `[2, 5-7]`, `[@key]`, `[^note]`, but neither an interval nor the words of a link."""
    close = scan.partners.get(at)
    if close is None or close - at > 300:
        return None
    label = scan.text[at + 1 : close].strip()
    if label.startswith("^") and len(label) > 1 and " " not in label:
        scan.put(Element(kind=ElementKind.CITATION, text=label))
        return close + 2 if scan.text.startswith(":", close + 1) and not scan.text[:at].strip() else close + 1
    target = _target(scan, close)
    if _KEYS.fullmatch(label) or (_NUMBERS.fullmatch(label) and not _is_interval(scan.text, at, label)):
        scan.put(Element(kind=ElementKind.CITATION, text=label, href=target[0] if target else ""))
        return target[2] if target else close + 1
    return None


def _is_interval(text: str, at: int, label: str) -> bool:
    before = text[max(0, at - 12) : at]
    return bool(_INDEX_BEFORE.search(before)) or ("," in label and bool(_RANGE_BEFORE.search(before)))


def link(scan: Scan, at: int) -> int | None:
    """`[words](address)`, `[words][label]`, `[label]`."""
    close = scan.partners.get(at)
    target = _target(scan, close) if close else None
    if close is None or target is None:
        return None
    href, title, end = target
    words = scan.text[at + 1 : close].strip()
    bare = words.strip("[] ")
    kind = ElementKind.CITATION if _NUMBERS.fullmatch(bare) else ElementKind.LINK
    element = Element(kind=kind, text=bare or href, href=href, title=title)
    if not words or _FURNITURE.fullmatch(words):
        scan.put(element)
        return end
    scan.open_link(element, close, end)
    return at + 1


def close(scan: Scan, at: int) -> int | None:
    """The closing bracket of a link whose words are in the text."""
    end = scan.jumps.get(at)
    if end is not None:
        scan.out.append("\ue003")
    return end


def _target(scan: Scan, close: int) -> tuple[str, str, int] | None:
    """Address, title and end of what follows the closing bracket of a link; the end is 0 for none."""
    after = close + 1
    inline = _TARGET.match(scan.text, after) or _SPACED.match(scan.text, after)
    if inline:
        groups = inline.groups()
        href = next((group for group in groups[:2] if group), "") if len(groups) > 2 else groups[0]
        title = next((group for group in (groups[2:] if len(groups) > 2 else groups[1:]) if group), "")
        return html.unescape(href.replace("\\", "")), title, inline.end()
    opening = scan.text.rfind("[", 0, close)
    label = _LABEL.match(scan.text, after)
    for name, end in ((label[1] if label else "", label.end() if label else 0), (scan.text[opening + 1 : close], 0)):
        href = scan.context.references.get(" ".join(name.split()).casefold(), "")
        if href:
            return href, "", end or (label.end() if label and not label[1] else after)
    return None


def address(scan: Scan, at: int) -> int | None:
    """A bare `https://..`, `www...` or `doi:10...`, without the punctuation of the sentence around it."""
    match = _URL.match(scan.text, at)
    if not match or (at and scan.text[at - 1].isalnum()):
        return None
    url = match[0].rstrip(".,;:!?'*_\\")
    while url.endswith((")", "]")) and url.count(url[-1]) > url.count({")": "(", "]": "["}[url[-1]]):
        url = url[:-1].rstrip(".,;:!?'*_\\")
    href = url.replace("\\", "")
    if href.lower().startswith("doi:"):
        href = "https://doi.org/" + href[4:].strip()
    elif href.lower().startswith("www."):
        href = "https://" + href
    scan.put(Element(kind=ElementKind.LINK, text=url, href=href))
    return at + len(url)


def autolink(scan: Scan, at: int) -> int | None:
    """`<https://..>` and `<name@example.org>`."""
    match = _AUTOLINK.match(scan.text, at)
    if not match:
        return None
    href = match[1] if ":" in match[1] else "mailto:" + match[1]
    scan.put(Element(kind=ElementKind.LINK, text=match[1], href=href))
    return match.end()
