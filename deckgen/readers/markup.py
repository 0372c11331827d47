"""HTML inside a line, code, highlights, comments and template code.

Sub- and superscripts keep their word together (`H<sub>2</sub>O` is one token); `<b>` and its like become emphasis;
any other known tag is dropped and its content kept; a tag HTML does not know (`<eos>`, `<s>`) is text.
"""

from __future__ import annotations

import html
import re
from typing import Final

from deckgen.model import Element, ElementKind
from deckgen.readers import links
from deckgen.readers.scan import CLOSE, OPEN, Scan

_TAG: Final = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9-]{0,30})
        ((?:\s[A-Za-z_:@.-][\w:.-]*(?:\s?=\s?(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s?/?>""",
    re.VERBOSE,
)
_ATTRIBUTE: Final = re.compile(r"""([A-Za-z_:@.-][\w:.-]*)(?:\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_FLAGS: Final = frozenset(
    {"hidden", "open", "controls", "allowfullscreen", "disabled", "async", "defer", "nowrap", "checked"}
)
_EMPHASIS: Final = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em", "var": "em",
    "mark": "mark", "del": "del", "strike": "del",
}  # fmt: skip
_KNOWN: Final = frozenset(
    "a abbr address article aside audio big blockquote body br button caption center col colgroup dd details div dl "
    "dt "
    "embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input ins "
    "kbd label "
    "legend li link main meta nav noscript object ol option p param path picture pre q rp rt ruby samp section "
    "select small "
    "source span summary svg table tbody td textarea tfoot th thead time title tr tt u ul video wbr figure nobr g "
    "rect".split()
)
_SCRIPTED: Final = re.compile(r"<(sub|sup)>\s?((?:(?!</?su[bp]>).){0,200}?)\s?</\1>", re.IGNORECASE)
_PREFIX: Final = re.compile(r"(?:(?<![\w*_])([*_])([\w']{1,40})\1|[\w'’]{1,60})$")
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th", "tm", "®", "™"})
_SUFFIX: Final = re.compile(r"\w{0,60}")
_CODE_TAG: Final = re.compile(r"<(code|tt|kbd|samp)(?: [^<>]{0,200})?>(.{0,2000}?)</\1>", re.IGNORECASE)
_DROPPED: Final = re.compile(r"<(script|style)\b[^<>]{0,500}>", re.IGNORECASE)
_ANCHOR: Final = re.compile(r"<a\b([^<>]{0,2000})>", re.IGNORECASE)
_STRUCK: Final = re.compile(r"<s>(?=\S)([^<>]{1,300})(?<=\S)</s>", re.IGNORECASE)
_TICKS: Final = re.compile(r"`+")
_SHORTCODE: Final = re.compile(
    r"\{%.{0,1000}?%\}|\{\{[<%].{0,1000}?[>%]\}\}|\{\{(?!c\d+::)[^{}]{0,300}\}\}|"
    r"\{:[^{}]{1,200}\}|\{[#.][A-Za-z][\w .#=\"-]{0,100}\}"
)
_DATAVIEW: Final = re.compile(r"\$?= ?(?:this\.|dv\.|\w+\()")
_HIGHLIGHT: Final = re.compile(r"==(?=[^\s=])(.{1,1000}?)(?<=[^\s=])==(?!=)")
_PRODUCT: Final = re.compile(r"(?:(?<=\b\w)|(?<=\d)|(?<=\)))\*(?=(?:\w\b|\d|\())")


def code(scan: Scan, at: int) -> int | None:
    """Code between runs of backticks of the same length; dataview code is dropped."""
    ticks = _TICKS.match(scan.text, at)
    if not ticks:
        return None
    end = _closing_ticks(scan, ticks[0], ticks.end())
    if end < 0:
        scan.out.append(ticks[0])
        return ticks.end()
    text = scan.text[ticks.end() : end].strip()
    if text and not _DATAVIEW.match(text):
        scan.put(Element(kind=ElementKind.CODE, text=text))
    return end + len(ticks[0])


def _closing_ticks(scan: Scan, ticks: str, start: int) -> int:
    end = scan.text.find(ticks, start)
    while end >= 0:
        run = _TICKS.match(scan.text, end)
        if run is None or len(run[0]) == len(ticks):
            return end
        end = scan.text.find(ticks, run.end())
    return end


def comment(scan: Scan, at: int) -> int | None:
    """`<!-- -->` and `%% %%`, dropped."""
    for opening, closing in (("<!--", "-->"), ("%%", "%%")):
        if scan.text.startswith(opening, at):
            end = scan.text.find(closing, at + len(opening))
            return end + len(closing) if end >= 0 else None
    return None


def script(scan: Scan, at: int) -> int | None:
    """`<script>` and `<style>`, dropped with what they hold."""
    opening = _DROPPED.match(scan.text, at)
    if not opening:
        return None
    closing = f"</{opening[1].lower()}>"
    end = scan.text.lower().find(closing, opening.end())
    return end + len(closing) if end >= 0 else opening.end()


def scripted(scan: Scan, at: int) -> int | None:
    """A word with sub- or superscripts, as one token; a raised number behind a plain word is a citation."""
    first = _SCRIPTED.match(scan.text, at)
    if not first:
        return None
    before = "".join(scan.out[-4:])
    prefix = _PREFIX.search(before)
    word = (prefix[2] or prefix[0]) if prefix else ""
    if _is_reference(first, word, before):
        scan.out.append(" ")
        scan.put(Element(kind=ElementKind.CITATION, text=_plain(first[2]).strip("[]")))
        return first.end()
    if prefix:
        scan.out[-4:] = [before[: prefix.start()]]
    text, markup, end = _gather(scan.text, at, word)
    scan.put(Element(kind=ElementKind.WORD, text=text, html=markup))
    return end


def _gather(text: str, at: int, word: str) -> tuple[str, str, int]:
    plain, markup = word, html.escape(word)
    while script := _SCRIPTED.match(text, at):
        tail = _SUFFIX.match(text, script.end())
        rest = tail[0] if tail else ""
        inner, tag = _plain(script[2]), script[1].lower()
        power = tag == "sup" and inner.lower() not in _ORDINALS
        plain += ("^" if power and plain else "") + inner + rest
        markup += f"<{tag}>{html.escape(inner)}</{tag}>{html.escape(rest)}"
        at = script.end() + len(rest)
    return plain, markup, at


def _is_reference(script: re.Match[str], word: str, before: str) -> bool:
    inner = _plain(script[2])
    if script[1].lower() == "sub" or not re.fullmatch(r"\[?\d{1,3}(?:[,–-]\s?\d{1,3})*\]?", inner):
        return False
    return inner.startswith("[") or (len(word) > 3 and word.islower()) or before[-1:] in ".,;:)"


def _plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^<>]*>|[*_`\\$]", "", text)).strip()


def tag(scan: Scan, at: int) -> int | None:
    """Any other tag of HTML."""
    match = _TAG.match(scan.text, at)
    name = match[2].lower() if match else ""
    if not match or not _is_html(name, match[3]):
        return _struck(scan, at)
    if name in _EMPHASIS:
        scan.out.append((CLOSE if match[1] else OPEN)[_EMPHASIS[name]])
    elif name == "img":
        values = _attributes(match[3])
        links.put_image(scan, values.get("alt", ""), values.get("src", ""), values.get("title", ""))
    elif name in ("br", "p", "div", "td", "th", "li", "tr", "hr"):
        scan.out.append(" ")
    return match.end()


def _struck(scan: Scan, at: int) -> int | None:
    struck = _STRUCK.match(scan.text, at)
    if not struck:
        return None
    scan.out.append(OPEN["del"] + struck[1] + CLOSE["del"])
    return struck.end()


def _is_html(name: str, attributes: str) -> bool:
    if name not in _KNOWN and name not in _EMPHASIS and name not in ("sub", "sup"):
        return False
    return all("=" in match[0] or match[1].lower() in _FLAGS for match in _ATTRIBUTE.finditer(attributes))


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(text)}


def code_tag(scan: Scan, at: int) -> int | None:
    """`<code>..</code>`."""
    match = _CODE_TAG.match(scan.text, at)
    if not match:
        return None
    scan.put(Element(kind=ElementKind.CODE, text=html.unescape(re.sub(r"<[^<>]*>", "", match[2])).strip()))
    return match.end()


def anchor(scan: Scan, at: int) -> int | None:
    """`<a href="..">words</a>`; the words stay."""
    match = _ANCHOR.match(scan.text, at)
    href = _attributes(match[1]).get("href", "") if match else ""
    close = scan.text.find("</a>", match.end(), match.end() + 1000) if match else -1
    if not match or not href or close < 0:
        return None
    words = re.sub(r"<[^<>]*>", "", scan.text[match.end() : close]).strip()
    scan.open_link(Element(kind=ElementKind.LINK, text=words, href=href), close, close + 4)
    return match.end()


def anchor_end(scan: Scan, at: int) -> int | None:
    """The `</a>` of such a link."""
    return links.close(scan, at)


def shortcode(scan: Scan, at: int) -> int | None:
    """Template code of site generators, dropped; `{{c1::..}}` is a cloze and stays."""
    match = _SHORTCODE.match(scan.text, at)
    return match.end() if match else None


def highlight(scan: Scan, at: int) -> int | None:
    """`==words==`."""
    if at in scan.jumps:
        scan.out.append(CLOSE["mark"])
        return scan.jumps[at]
    match = _HIGHLIGHT.match(scan.text, at)
    if not match:
        return None
    scan.jumps[match.end() - 2] = match.end()
    scan.out.append(OPEN["mark"])
    return at + 2


def product(scan: Scan, at: int) -> int | None:
    """The asterisk of a product (`m*n`), kept from being read as emphasis."""
    if not _PRODUCT.match(scan.text, at):
        return None
    scan.out.append(r"\*")
    return at + 1
