from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.album.web import Web, serving


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A web server on loopback, asked directly whatever proxy the machine has."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as server:
        yield server
