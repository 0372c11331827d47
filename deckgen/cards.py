"""Facts become cards: Jinja templates in, safe HTML out.

`templates/cards/<kind>/<variant>.html.j2` is one card of that kind. A template with a block `text` makes a cloze,
one with `front` and `back` a question; `reverse_front` and `reverse_back` add the way round. A template whose first
block comes out empty makes no card. Templates see

    fact        the fact; its fields are masked text
    topic       the short name of the paper, or ""
    title       the title of the paper, or ""
    ask(...)    a question with its capital, after "R-FCN: " where it does not name its paper
    tell(...)   the same for a sentence with a blank
    cloze(...)  cloze(answer, number=1, hint="") marks a blank
    sentence(.) a span with a capital

They run in Jinja's sandbox, with autoescape and StrictUndefined: a template is a user's file and a summary is
untrusted text. Masked tokens become HTML only after rendering, and nh3 has the last word on every field.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from deckgen import citation, cloze, markup
from deckgen.errors import TemplateError
from deckgen.language.prose import headnames
from deckgen.model import Block, Card, Fact, NoteType, Summary
from deckgen.plain import plain

if TYPE_CHECKING:
    from jinja2 import Environment, Template

HERE = Path(__file__).parent
_SUFFIX = ".html.j2"
_BLOCKS = {
    "front": "Front",
    "back": "Back",
    "reverse_front": "ReverseFront",
    "reverse_back": "ReverseBack",
    "text": "Text",
}
_MARKED = re.compile("\ue000(\\d+)\ue001(.*?)\ue001(.*?)\ue002", re.DOTALL)  # private use: survives escape and nh3
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def folder() -> Path:
    """Where our templates are: inside the installed package, or beside it in a checkout."""
    inside = HERE / "templates"
    return inside if inside.is_dir() else HERE.parent / "templates"


@lru_cache(maxsize=8)
def _environment(user: Path | None) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [str(path) for path in (user, folder()) if path is not None]
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=8)
def variants(user: Path | None) -> Mapping[str, tuple[str, ...]]:
    """Kind of fact -> names of its templates, the user's and ours, sorted."""
    found: dict[str, set[str]] = {}
    for root in filter(None, (user, folder())):
        for path in (root / "cards").glob(f"*/*{_SUFFIX}"):
            if not path.name.startswith("_"):
                found.setdefault(path.parent.name, set()).add(path.name.removesuffix(_SUFFIX))
    return {kind: tuple(sorted(names)) for kind, names in sorted(found.items())}


def compose(facts: Iterable[Fact], summary: Summary, user: Path | None = None) -> Iterator[Card]:
    """Every card the templates make of these facts, in the order of the facts; equal keys once.

    Args:
        facts: of one summary.
        summary: where they were found.
        user: a folder whose templates go before ours, laid out like ours.

    Raises:
        TemplateError: a template is wrong; the message names its file and line.
    """
    seen: set[str] = set()
    for fact in facts:
        for variant in variants(user).get(fact.kind, ()):
            card = _card(fact, variant, summary, user)
            if card is not None and card.key not in seen:
                seen.add(card.key)
                yield card


def key(fact: Fact, variant: str, summary: Summary) -> str:
    """The stable name of the note: it changes with the evidence and the answer, not with the wording of a template."""
    said = unicodedata.normalize("NFC", markup.unmask_plain(fact.identity, summary.elements))
    normal = " ".join(said.casefold().split())
    digest = hashlib.sha256(json.dumps([fact.kind, variant, normal], ensure_ascii=False).encode()).hexdigest()
    return f"{summary.id}#{fact.kind}-{digest[:12]}"


def _card(fact: Fact, variant: str, summary: Summary, user: Path | None) -> Card | None:
    name = f"cards/{fact.kind}/{variant}{_SUFFIX}"
    fields = _fields(name, fact, summary, user)
    if not fields:
        return None
    evidence, own = fact.evidence, fact.kind == "own"  # an author's card is its own evidence
    start = max(evidence.block.text.find(evidence.text), 0)
    quoted = markup.emphasised(evidence.text, evidence.block.emphasis, start)
    fields |= {
        "Context": citation.context_line(summary, evidence.block),
        "Evidence": "" if own else _evidence(markup.sanitise(markup.unmask(quoted, summary.elements)), fields),
        "Source": citation.source_line(summary),
    }
    shown = "".join(fields.values())
    return Card(
        key=key(fact, variant, summary),
        kind=fact.kind,
        variant=variant,
        note_type=NoteType.CLOZE if "Text" in fields else NoteType.BASIC,
        fields=fields,
        fact=fact,
        summary=summary,
        tags=summary.tags,
        media=tuple(e.media for e in summary.elements.values() if e.media is not None and e.media.name in shown),
        own=own,
    )


def _evidence(sentence: str, fields: Mapping[str, str]) -> str:
    """The sentence to show on the back; nothing where the card shows the very same words, or image, already."""
    shown = plain(cloze.reveal(fields["Text"])) if "Text" in fields else plain(fields["Back"])
    said = plain(sentence).rstrip(".")
    return "" if said and said in shown else sentence


def _fields(name: str, fact: Fact, summary: Summary, user: Path | None) -> dict[str, str]:
    """The fields that the blocks of a template fill; empty when it makes no card of this fact."""
    template = _template(name, user)
    filled = [block for block in _BLOCKS if block in template.blocks]
    if not filled:
        raise TemplateError("has no block front or text; add one", path=_file(name, user))
    rendered = {_BLOCKS[block]: _render(template, block, fact, summary) for block in filled}
    first = "Text" if "Text" in rendered else "Front"
    if not rendered.get(first) or (first == "Front" and not rendered.get("Back")):
        return {}
    return {field: text for field, text in rendered.items() if text}


def _template(name: str, user: Path | None) -> Template:
    from jinja2 import TemplateError as JinjaError

    try:
        return _environment(user).get_template(name)
    except JinjaError as error:
        raise _mend(error, _file(name, user)) from None


def _mend(error: Exception, path: object) -> TemplateError:
    """The error with the file and the line of the template it was raised in."""
    line: int | None = None
    for frame, number in walk_tb(error.__traceback__):
        inside = frame.f_globals.get("__jinja_template__")
        if inside is not None:
            path, line = inside.filename, inside.get_corresponding_lineno(number)
    path = getattr(error, "filename", None) or path  # a syntax error knows its place itself
    line = getattr(error, "lineno", None) or line
    return TemplateError(f"{error}; mend the template", path=path, line=line)


def _file(name: str, user: Path | None) -> Path:
    return next((root / name for root in (user, folder()) if root is not None and (root / name).is_file()), Path(name))


def _render(template: Template, block: str, fact: Fact, summary: Summary) -> str:
    context = template.new_context(_names(fact, summary))
    try:
        text = "".join(template.blocks[block](context))
    except Exception as error:  # a template is a user's file: anything can happen in it
        raise _mend(error, template.filename) from None
    return _finished(" ".join(text.split()), summary, is_cloze=block == "text")


def _finished(text: str, summary: Summary, *, is_cloze: bool) -> str:
    """Rendered text with its tokens and blanks put in, sanitised."""
    clean = markup.sanitise(markup.unmask(text, summary.elements))
    if not is_cloze:
        return _PRIVATE.sub("", clean)
    pieces, done = [], 0
    for blank in _MARKED.finditer(clean):
        pieces.append(cloze.escape_cloze(clean[done : blank.start()]))
        pieces.append(cloze.deletion(int(blank[1]), blank[2], blank[3]))
        done = blank.end()
    return _PRIVATE.sub("", "".join((*pieces, cloze.escape_cloze(clean[done:]))))


def _names(fact: Fact, summary: Summary) -> dict[str, Any]:
    """What a template sees."""
    about = _about(summary, fact.evidence.block)
    return {
        "fact": fact,
        "topic": summary.topic,
        "title": summary.title,
        "ask": lambda text: about(text, capital=False),
        "tell": lambda text: about(text, capital=True),
        "cloze": _blank,
        "sentence": _sentence,
    }


def _blank(answer: object, number: int = 1, hint: str = "") -> str:
    return f"\ue000{number}\ue001{answer}\ue001{hint}\ue002"


def _sentence(text: str) -> str:
    first = text.split(" ")[0].replace("-", "").rstrip(",")
    return text[:1].upper() + text[1:] if text[:1].islower() and first.isalpha() and first.islower() else text


def _about(summary: Summary, block: Block) -> Callable[..., str]:
    """Puts the name of what a block speaks of, mostly the paper, before a text that does not say it."""
    name = headnames.speaker(block, summary, citation.name(summary))

    def about(text: str, *, capital: bool) -> str:
        said = markup.unmask_plain(text, summary.elements).casefold()
        known = (citation.by(summary.authors), summary.topic.removesuffix("s"), name.removesuffix("s"))
        if not name or any(word and word.casefold() in said for word in known):
            return _sentence(text)
        return f"{name}: {_sentence(text) if capital else text}"

    return about
