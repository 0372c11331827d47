"""One image from a real server: what comes in, and in how few words everything else ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.album import Fetched, Limits, fetch
from deckgen.album.fetching import requested, suffix_of
from deckgen.errors import SourceError
from tests.album.web import PNG, Answer, Web


def problem(address: str, limits: Limits = Limits()) -> str:  # noqa: B008
    with pytest.raises(SourceError) as caught:
        fetch(address, limits)
    assert "\n" not in caught.value.message
    return caught.value.message


def test_an_image_comes_as_it_is(web: Web) -> None:
    web.answers["/net.png?raw=true"] = Answer()
    assert fetch(f"{web.address}/net.png?raw=true#top") == Fetched(PNG, ".png")


def test_spaces_and_umlauts_in_an_address_are_escaped(web: Web) -> None:
    web.answers["/my%20n%C3%A4t%20a.png"] = Answer()
    assert fetch(f"{web.address}/my nät%20a.png").content == PNG


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (PNG, ".png"),
        (b"\xff\xd8\xff\xe0 JFIF", ".jpg"),
        (b"GIF89a...", ".gif"),
        (b"RIFF\n\0\0\0WEBPVP8 ", ".webp"),
        (b"\0\0\0\x1cftypavif", ".avif"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', ".svg"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg/>', ".svg"),
        (b"<!doctype html><svg/>", ""),
        (b"<html><svg/></html>", ""),
        (b"%PDF-1.7", ""),
        (b"", ""),
    ],
)
def test_the_bytes_tell_what_an_image_is(content: bytes, suffix: str) -> None:
    assert suffix_of(content) == suffix


def test_what_the_server_calls_it_does_not_count(web: Web) -> None:
    web.answers |= {
        "/plain": Answer(kind="text/plain"),
        "/page.png": Answer(b"<!doctype html><title>Log in</title>", kind="text/html; charset=utf-8"),
        "/lie.png": Answer(b"MZ\x90\0", kind="image/png"),
    }
    assert fetch(f"{web.address}/plain").suffix == ".png"
    assert problem(f"{web.address}/page.png") == "it is text/html, not an image that Anki shows"
    assert "not an image" in problem(f"{web.address}/lie.png")


def test_a_page_of_github_about_an_image_stands_for_the_image() -> None:
    page = "https://github.com/ada/notes/blob/main/net.png"
    assert requested(page) == requested(page + "?raw=true") == page + "?raw=true"
    assert requested("https://example.org/blob/net.png?w=3") == "https://example.org/blob/net.png?w=3"


def test_a_missing_image_says_what_the_server_says(web: Web) -> None:
    assert problem(f"{web.address}/none.png") == "the server says 404 Not Found"


def test_an_empty_answer_is_no_image(web: Web) -> None:
    web.answers["/empty.png"] = Answer(b"")
    assert problem(f"{web.address}/empty.png") == "it is empty"


def test_nothing_is_read_beyond_the_limit(web: Web) -> None:
    web.answers |= {
        "/told.png": Answer(PNG * 100),
        "/untold.png": Answer(PNG * 100, length=-1),
    }
    for address in (f"{web.address}/told.png", f"{web.address}/untold.png"):
        assert problem(address, Limits(size=1000)) == "it is larger than 0.001 MB"
        assert fetch(address, Limits(size=10_000)).content == PNG * 100


def test_a_server_that_falls_silent_is_given_up(web: Web) -> None:
    web.answers["/slow.png"] = Answer(pause=True)
    assert problem(f"{web.address}/slow.png", Limits(seconds=0.2)) == "not complete after 0.2 seconds"


def test_a_server_that_never_ends_is_given_up(web: Web) -> None:
    web.answers["/drip.png"] = Answer(PNG * 100, drip=0.05)
    assert problem(f"{web.address}/drip.png", Limits(seconds=0.3)) == "not complete after 0.3 seconds"


def test_half_an_image_is_none(web: Web) -> None:
    web.answers["/half.png"] = Answer(PNG, length=len(PNG) + 1, headers={"Connection": "close"})
    assert problem(f"{web.address}/half.png") == "the connection broke off"


def test_a_redirect_is_followed_but_not_for_ever(web: Web) -> None:
    web.answers |= {
        "/old.png": Answer(b"", 301, headers={"Location": "/new.png"}),
        "/new.png": Answer(),
        **{f"/{n}": Answer(b"", 302, headers={"Location": f"/{n + 1}"}) for n in range(10)},
    }
    assert fetch(f"{web.address}/old.png").content == PNG
    assert problem(f"{web.address}/0") == "it leads from address to address"


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://127.0.0.1/net.png", "data:image/gif;base64,R0lGODlh"]
)
def test_a_redirect_leads_nowhere_but_to_the_web(web: Web, target: str) -> None:
    web.answers["/sly.png"] = Answer(b"", 302, headers={"Location": target})
    assert problem(f"{web.address}/sly.png")


def test_only_web_addresses_are_asked_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(PNG)
    for address in (secret.as_uri(), "ftp://example.org/net.png", "http:///net.png", "net.png", "https:net.png"):
        assert problem(address) == "only http and https addresses are fetched"


def test_no_name_and_no_password_goes_out(web: Web) -> None:
    web.answers["/net.png"] = Answer()
    assert "user's name" in problem(web.address.replace("//", "//ada:secret@") + "/net.png")
    assert not web.asked


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/net.png", "http://[::1/net.png", "http://127.0.0.1:x/n.png"])
def test_an_address_that_leads_nowhere_is_one_line(address: str) -> None:
    assert problem(address)
