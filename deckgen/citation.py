"""The small lines round a card: the context above the question, the source under the answer."""

from __future__ import annotations

import html
import re

from deckgen.markup import element_html, unmask_plain
from deckgen.model import Block, Summary

_GENERIC = re.compile(
    r"\W*(?:(?:paper )?summary|tl;?dr|(?:my |main |paper |reading )?notes?|key (?:points?|ideas?|takeaways?|"
    r"facts|results?|findings|concepts)|"
    r"(?:main )?takeaways?|main (?:points?|ideas?|results?)|introduction|intro|overview|abstract|what|how|why|"
    r"background|"
    r"highlights?|content|contents|general|details?|idea|ideas|in short|the paper|paper|discussion|conclusions?|"
    r"commentary|"
    r"contributions?|important points|rough chapter-wise notes|chapter-wise notes|one-line summary|summary and "
    r"notes)\W*\Z",
    re.IGNORECASE,
)
_ET_AL = re.compile(r",?\s*\bet\.? al\b\.?|,?\s*\band others\b", re.IGNORECASE)
_PROPOSES = re.compile(
    r"\b(?:[Pp]aper|[Aa]uthors?|[Tt]hey|[Ww]e|[Ww]ork|[Ss]tudy|[Aa]rticle)\b(?: \([^()]{0,60}\))?(?: also| here)? "
    r"(?P<verb>proposed?s?|presente?d?s?|introduced?s?|develope?d?s?|addresse?s?d?|stud(?:y|ies|ied)|investigate[sd]?|"
    r"provided?s?|analyzed?s?|examine[sd]?|described?s?) (?P<what>(?:an?|the|two|three|several|some|new|"
    r"novel) [^.;:,()]{12,80}?)"
    r"(?=[.;:,(]| which| that | where | by | in order| and show| to (?:solve|address|improve))"
)
_PRESENT = {
    "proposeds": "proposes", "presenteds": "presents", "introduceds": "introduces", "developeds": "develops",
    "addresseds": "addresses", "studys": "studies", "studieds": "studies", "investigateds": "investigates",
    "provideds": "provides", "analyzeds": "analyzes", "examineds": "examines", "describeds": "describes",
}  # fmt: skip
_EARLY, _OPENING = 6, 800
_YEAR_BEHIND = re.compile(r"\s*[\[(][^\[\]()]{0,30}[\])]\s*\Z|\s*#+\s*\Z")
_MAX_PART = 70
_MAX_PARENT_WORDS = 7
_MAX_TOPIC_WORDS = 4
_ARTICLE = re.compile(r"^(?:The|An?) ")
_PHRASE = re.compile(r" (?:to|in|for|of|with|on|by|from|is|not|and|via|as) |, |^(?:Learning|Training|Towards?) ")


def _short(text: str) -> str:
    return text if len(text) <= _MAX_PART else text[: _MAX_PART - 1].rsplit(" ", 1)[0] + "…"


def described(summary: Summary) -> str:
    """What a paper without title and topic is about in the words of its summary; "" where it does not say.

    Example: "paper that proposes a class of loss functions for generating images".
    """
    for block in summary.blocks[:_EARLY]:
        text = unmask_plain(block.text[:_OPENING], summary.elements)
        found = _PROPOSES.search(text) if block.certain and block.mark is None else None
        if found:
            verb = found["verb"].lower()
            third = verb if verb.endswith("s") else verb + "s"
            return f"paper that {_PRESENT.get(third, third)} {found['what'].strip()}"
    return ""


def context_parts(summary: Summary, block: Block) -> tuple[str, ...]:
    """Plain texts of the context line, outermost first: paper or topic, section, label.

    Headings that say nothing ("Summary", "How") and long parents are left out.
    """
    paper = summary.topic or summary.title or described(summary)
    parts = [paper] if paper else []
    for heading in block.section:
        if not _GENERIC.match(heading) and not _repeats(heading, summary.title, paper):
            parts.append(heading.strip(" :#*"))
    for parent in block.parents:
        plain = unmask_plain(parent, summary.elements).strip(" :")
        if plain and len(plain.split()) <= _MAX_PARENT_WORDS and not _GENERIC.match(plain):
            parts.append(plain)
    return tuple(_short(part) for part in dict.fromkeys(parts) if part)


def _repeats(heading: str, *names: str) -> bool:
    """Whether a heading is the title again, perhaps with its year or venue."""
    bare = _YEAR_BEHIND.sub("", heading).strip(" .:").casefold()
    opened = any(name and bare.startswith((f"{name.casefold()}:", f"{name.casefold()} -")) for name in names)
    return opened or any(
        name and (bare == name.casefold() or (bare in name.casefold() and len(bare) > 20)) for name in names
    )


def context_line(summary: Summary, block: Block) -> str:
    """The context line as HTML."""
    return " › ".join(html.escape(part, quote=False) for part in context_parts(summary, block))


def by(names: tuple[str, ...]) -> str:
    """Last names as a citation has them: `Hinton`, `Hinton and Salakhutdinov`, `Dai et al.`; "" for none."""
    more = any(_ET_AL.search(name) for name in names)
    last = [_last(bare) for bare in (_ET_AL.sub("", name).strip(" ,") for name in names) if bare]
    if len(last) > 2 or (last and more):
        return f"{last[0]} et al."
    return " and ".join(last)


def _last(name: str) -> str:
    return name.split(",")[0] if "," in name else name.split()[-1]


def name(summary: Summary) -> str:
    """The shortest sure name of the paper: its topic, or its authors and year; "" where neither is known."""
    if 0 < len(summary.topic.split()) <= _MAX_TOPIC_WORDS:
        return summary.topic
    who = by(summary.authors)
    return f"{who} ({summary.year})" if who and summary.year else ""


def authors(summary: Summary) -> str:
    """How a sentence speaks of the authors: "the R-FCN authors", "Dai et al.", or "the authors"."""
    topic = _ARTICLE.sub("", summary.topic)
    if 0 < len(topic.split()) < _MAX_TOPIC_WORDS and not _PHRASE.search(topic):
        return f"the {topic} authors"
    who = by(summary.authors)
    return who if who.endswith("et al.") or " and " in who else "the authors"


def source_line(summary: Summary) -> str:
    """The citation as HTML, its title linked where the link is http or https.

    Example: `Dai et al. (2016). <a href="...">R-FCN: ...</a>. NIPS.` Parts that are not known are left out.
    """
    who = by(summary.authors)
    when = f"({summary.year})" if summary.year else ""
    head = " ".join(part for part in (who, when) if part)
    title = html.escape(summary.title or summary.topic, quote=False)
    if summary.url.startswith(("https://", "http://")):
        title = f'<a href="{html.escape(summary.url)}">{title or html.escape(summary.url)}</a>'
    parts = [html.escape(head, quote=False), title, html.escape(summary.venue, quote=False)]
    return " ".join(part if part.endswith((".", "?", "!")) else part + "." for part in parts if part)


def images(summary: Summary, text: str) -> tuple[str, ...]:
    """The HTML of the local images that the masked text names."""
    return tuple(
        element_html(element)
        for token, element in summary.elements.items()
        if token in text and element.media is not None
    )
