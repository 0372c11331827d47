"""One image from the web, within limits.

In goes an address, out come the bytes and the kind of picture that they are, told by the bytes themselves: what a
server calls them does not count. No cookie, no password and no local file ever goes out or comes in.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from deckgen.errors import SourceError

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import OpenerDirector

_CHUNK: Final = 65_536
_SIGNS: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ".png"),
    (re.compile(rb"\xff\xd8\xff"), ".jpg"),
    (re.compile(rb"GIF8[79]a"), ".gif"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), ".webp"),
    (re.compile(rb".{4}ftypavi[fs]", re.DOTALL), ".avif"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}<svg[\s>/]"), ".svg"),
)
_PROLOGUE: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}<(?:\?xml|!DOCTYPE svg|!--)")
_SVG: Final = re.compile(rb"<svg[\s>/]")
_SAFE: Final = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server may ask of us.

    Attributes:
        size: most bytes of an image.
        seconds: most seconds until its last byte is there, and of any silence.
        redirects: most addresses that point on to another.
    """

    size: int = 10_000_000
    seconds: float = 20.0
    redirects: int = 5


_LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of an image, and the ending of a file that holds such."""

    content: bytes = field(repr=False)
    suffix: str


Fetch: TypeAlias = Callable[[str], Fetched]
"""Address to image; raises SourceError with what is wrong, without a place."""


def fetch(address: str, limits: Limits = _LIMITS) -> Fetched:
    """The image behind an address.

    Args:
        address: as written in a note: http, https, or `//host/path`, which is taken for https.
        limits: when to give up.

    Raises:
        SourceError: there is none, or it is too large, too slow or no image; the message has neither path nor line.
    """
    from http.client import HTTPException

    try:
        return _fetched(requested(address), limits)
    except (OSError, HTTPException, ValueError) as error:  # URLError and TimeoutError are OSErrors
        raise SourceError(_reason(error, limits)) from None


def suffix_of(content: bytes) -> str:
    r"""The ending that fits an image, by its first bytes; "" when it is none that Anki shows.

    >>> suffix_of(b"GIF89a...")
    '.gif'
    """
    for sign, suffix in _SIGNS:
        if sign.match(content):
            return suffix
    return ".svg" if _PROLOGUE.match(content) and _SVG.search(content, 0, 4000) else ""


def requested(address: str) -> str:
    """The address as a request has it: spaces and letters beyond ASCII escaped, no fragment, no password.

    A page of GitHub about an image stands for the image, as it does in the notes that GitHub itself shows.

    >>> requested("https://github.com/ada/notes/blob/main/my net.png")
    'https://github.com/ada/notes/blob/main/my%20net.png?raw=true'
    """
    from urllib.parse import quote, urlsplit

    parts = urlsplit("https:" + address if address.startswith("//") else address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SourceError("only http and https addresses are fetched")
    if parts.username is not None:
        raise SourceError("an address with a user's name in it is not fetched")
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    query = "raw=true" if host == "github.com" and "/blob/" in parts.path else parts.query
    escaped = parts._replace(netloc=host, path=quote(parts.path, _SAFE), query=quote(query, _SAFE), fragment="")
    return escaped.geturl()


def _fetched(address: str, limits: Limits) -> Fetched:
    from urllib.request import Request

    deadline = time.monotonic() + limits.seconds
    request = Request(address, headers={"User-Agent": "deckgen", "Accept": "image/*"})
    with _opener(limits).open(request, timeout=limits.seconds) as response:
        content = _body(response, limits, deadline)
        kind = response.headers.get_content_type()
    if suffix := suffix_of(content):
        return Fetched(content, suffix)
    raise SourceError(f"it is {kind}, not an image that Anki shows" if content else "it is empty")


def _opener(limits: Limits) -> OpenerDirector:
    """Handlers for the web alone: urllib's own set would open files and FTP, too."""
    from urllib import request

    class Redirects(request.HTTPRedirectHandler):
        max_redirections = limits.redirects

    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
        Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _body(response: HTTPResponse, limits: Limits, deadline: float) -> bytes:
    too_large = SourceError(f"it is larger than {limits.size / 1_000_000:g} MB")
    told = int(response.headers.get("Content-Length") or 0)
    if told > limits.size:
        raise too_large
    content = bytearray()
    while chunk := response.read1(_CHUNK):  # what is there by now: a slow drip must meet the deadline
        content += chunk
        if len(content) > limits.size:
            raise too_large
        if time.monotonic() > deadline:
            raise TimeoutError
    if len(content) < told:
        raise ConnectionError("the connection broke off")
    return bytes(content)


def _reason(error: Exception, limits: Limits) -> str:
    """What is wrong, in a few words on one line."""
    from urllib.error import HTTPError, URLError

    if isinstance(error, HTTPError):
        error.close()
        loop = "it leads from address to address" if 300 <= error.code < 400 else ""
        return loop or f"the server says {error.code} {error.reason}".strip()
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return f"not complete after {limits.seconds:g} seconds"
    told = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return " ".join(str(told).split())
