"""A web server on loopback that answers as a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PNG = b"\x89PNG\r\n\x1a\n a picture of a gate"
OTHER_PNG = b"\x89PNG\r\n\x1a\n a picture of a door"


@dataclass(frozen=True)
class Answer:
    """What the server says to one path.

    `length` is what it claims, -1 for nothing. `pause` holds the second half of the body back until the test is over,
    `drip` sends it byte by byte with so many seconds in between.
    """

    body: bytes = PNG
    status: int = 200
    kind: str = "image/png"
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    pause: bool = False
    drip: float = 0


@dataclass
class Web:
    """The server: `address` in front of every path, `answers` by path, `asked` in order."""

    address: str
    answers: dict[str, Answer]
    asked: list[str]
    over: threading.Event


@contextmanager
def serving() -> Iterator[Web]:
    """A server for the length of a block."""
    web = Web("", {}, [], threading.Event())
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(web))
    web.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        web.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(web: Web) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(self.path)
            answer = web.answers.get(self.path, Answer(b"nothing here", 404, "text/plain"))
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            if answer.length != -1:
                self.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            half = len(answer.body) // 2 if answer.pause or answer.drip else len(answer.body)
            with suppress(OSError):  # who has read enough hangs up
                self.wfile.write(answer.body[:half])
                if answer.pause:
                    web.over.wait(30)
                for byte in answer.body[half:] if answer.drip else b"":
                    web.over.wait(answer.drip)
                    self.wfile.write(bytes([byte]))

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the terminal."""

    return Handler
