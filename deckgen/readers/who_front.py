"""What the front matter of a note says about the paper, and not about the note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_TYPE_PREFIX = re.compile(
    r"^(?:(?:re: ?)?(?:journal article|conference paper|paper|article|preprint|note|notes|thesis|essay|"
    r"book|review|summary|paper notes?|"
    r"paper review|paper summary|reading notes?|literature note|notes on|summary of|review of)|"
    r"[A-Z]{2,10}\s?['’]?\d{2,4})"
    r"(?:\s*[|:]\s*|\s+[-–—]\s+)(?=\S)",
    re.IGNORECASE,
)
_CASED_TYPE = re.compile(r"^[a-z]+[A-Z]\w*\s*[|:]\s*")
_CITE_LIKE = re.compile(
    r"^[A-Z][\w’'-]+(?: (?:et al\.?|and [A-Z][\w’'-]+|& [A-Z][\w’'-]+))?,? \(?(?:19|20)\d\d[a-z]?\)?$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BIBLIOGRAPHIC = frozenset(
    {
        "citekey",
        "doi",
        "booktitle",
        "journal",
        "abstract",
        "publisher",
        "volume",
        "container-title",
        "venue",
        "conference",
        "arxiv",
        "pdf",
    }
)
_URL_KEYS = (
    "doi",
    "url",
    "paper",
    "paper_url",
    "paperurl",
    "link",
    "arxiv",
    "pdf",
    "permalink",
    "source",
    "external_url",
    "openreview",
)
_SITE_TAGS = frozenset(
    {"articles", "article", "posts", "post", "blog", "papers", "paper", "notes", "note", "uncategorized"}
)
_WEB = re.compile(r"https?://\S+$")


def known(metadata: Mapping[str, object]) -> dict[str, Any]:
    """Title, authors, year, venue, url and tags, where the front matter gives them.

    Example:
        >>> known({"title": "Paper | Sparse Nets", "year": 2016})
        {'title': 'Sparse Nets', 'year': 2016}
    """
    if not metadata:
        return {}
    found: dict[str, Any] = {
        "title": _title(metadata),
        "topic": _text(metadata, "topic", "short_title", "short-title", "shorttitle", "method"),
        "authors": _authors(metadata),
        "year": _year(metadata),
        "venue": _text(metadata, "venue", "conference", "journal", "booktitle", "container-title", "publication"),
        "url": _url(metadata),
        "tags": _tags(metadata),
    }
    return {key: value for key, value in found.items() if value}


def clean_title(title: str) -> str:
    """A title without what note takers put before it ("Paper | X"), "" if it cites instead of naming.

    Example:
        >>> clean_title("journalArticle | Qualia Revisited"), clean_title("Jones 2015")
        ('Qualia Revisited', '')
    """
    plain = " ".join(title.split()).strip(" *_#\"'“”")
    bare = _CASED_TYPE.sub("", plain)
    bare = _TYPE_PREFIX.sub("", bare) if bare == plain else bare
    bare = re.sub(r"\s*\[[^\]]{1,40}\]$", "", bare).strip()
    return "" if _CITE_LIKE.match(bare) or bare.startswith("@") else bare


def tag(text: str) -> str:
    """A text as one Anki tag: no spaces, no quotes."""
    return re.sub(r"[\s\"']+", "-", text.strip().lstrip("#")).strip("-")


def _text(metadata: Mapping[str, object], *keys: str) -> str:
    for key in keys:
        value = metadata.get(key)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""


def _title(metadata: Mapping[str, object]) -> str:
    for key in ("title", "paper_title", "paper-title", "papertitle", "name", "description"):
        title = clean_title(_text(metadata, key))
        if title and (key != "description" or (len(title.split()) <= 25 and not title.endswith((".", "!")))):
            return title
    return ""


def _authors(metadata: Mapping[str, object]) -> tuple[str, ...]:
    value = metadata.get("authors")
    if value is None and (_BIBLIOGRAPHIC & metadata.keys() or isinstance(metadata.get("author"), list)):
        value = metadata.get("author")
    return tuple(split_names(value))


def split_names(value: object) -> list[str]:
    """Names out of a text, a list of texts, or a list of mappings with given and family names."""
    if isinstance(value, str):
        if ";" in value:
            parts = value.split(";")
        elif re.match(r"^[^,]+, [^,]+(?: and [^,]+, [^,]+)+$", value) or _last_first(value):
            parts = value.split(" and ")
        else:
            parts = re.split(r",\s*(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+", value)
        return [" ".join(p.split()).strip(" *_") for p in parts if p.strip(" *_")]
    if isinstance(value, Mapping):
        return (
            [" ".join(str(value[k]) for k in ("given", "family", "first", "last", "name") if value.get(k))]
            if value
            else []
        )
    if isinstance(value, Iterable):
        return [
            name
            for part in value
            for name in ([" ".join(part.split())] if isinstance(part, str) else split_names(part))
            if name
        ]
    return []


def _last_first(value: str) -> bool:
    """Whether a text is one name as "Last, First"; two names have two words each."""
    parts = value.split(",")
    return len(parts) == 2 and " and " not in value and min(len(part.split()) for part in parts) < 2


def _year(metadata: Mapping[str, object]) -> int | None:
    """The year of the paper. `date` is the day of the note, unless the front matter is a bibliographic record."""
    record = bool({"citekey", "booktitle", "volume", "journal", "container-title"} & metadata.keys())
    for key in ("year", "published", "publication_date", "date" if record else "year", "citekey", "issued"):
        match = _YEAR.search(str(metadata.get(key, "")))
        if match and (key != "date" or "citekey" not in metadata):
            return int(match.group())
        loose = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", str(metadata.get(key, ""))) if key == "citekey" else None
        if loose:
            return int(loose.group())
    return None


def _url(metadata: Mapping[str, object]) -> str:
    for key in _URL_KEYS:
        value = _text(metadata, key).strip("<>")
        if _WEB.match(value):
            if key != "permalink" or re.search(r"doi\.org|arxiv\.org|pdf", value):
                return value
        elif re.match(r"^(?:doi:\s*)?10\.\d{4,9}/\S+$", value, re.IGNORECASE):
            return "https://doi.org/" + re.sub(r"^doi:\s*", "", value, flags=re.IGNORECASE)
        elif key == "arxiv" and re.match(r"^\d{4}\.\d{4,5}(?:v\d+)?$", value):
            return "https://arxiv.org/abs/" + value
    return ""


def _tags(metadata: Mapping[str, object]) -> tuple[str, ...]:
    found: list[str] = []
    for key in ("tags", "keywords", "topics", "categories", "tag"):
        value = metadata.get(key)
        parts = (
            re.split(r"[,;]" if re.search(r"[,;]", value) else r"\s+", value)
            if isinstance(value, str)
            else _flat(value)
        )
        found += [tag(part) for part in parts if tag(part)]
    return tuple(dict.fromkeys(t for t in found if t.lower() not in _SITE_TAGS))


def _flat(value: object) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in _flat(part)]
    return [] if value is None or isinstance(value, Mapping) else [str(value)]
