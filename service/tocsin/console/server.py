"""The console's HTTP server: guards what comes in, and sets on every answer the headers that keep a page harmless.

It binds to loopback unless told otherwise; a proxy in front of it speaks TLS to the world.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from typing import Any, ClassVar

from tocsin.console.voting import FEEDBACK_PATH, STYLE_HASH, Answer, Voting, language_of, refuse
from tocsin.rules.faults import TocsinError
from tocsin.telemetry.probes import BackgroundServer

MAX_BODY = 1_000
"""Bytes of a request's body; a vote has twenty."""

MAX_REQUESTS = 64
"""Requests in hand; whoever comes then is turned away, so that slow clients cannot fill the memory."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


class PortTakenError(TocsinError):
    """The console's port is in use or not allowed."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        self.host, self.port = host, port
        super().__init__(f"console: cannot listen on {host}:{port} ({reason}); stop what uses it, or set console.port")


class ConsoleServer(BackgroundServer):
    """A running console."""


def serve(
    pages: Voting,
    port: int,
    host: str = "127.0.0.1",
    *,
    prefix: str = "",
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> ConsoleServer:
    """Serve the pages until closed; port 0 takes any free one. `prefix` is the path before them in the public address.

    A proxy may leave the prefix on or take it off. Raises PortTakenError when it cannot listen there.
    """

    class Handler(_Handler):
        voting = pages
        before = prefix.rstrip("/")
        now: ClassVar[Callable[[], datetime]] = staticmethod(clock)

    try:
        server = _Server((host, port), Handler)
    except OSError as error:
        raise PortTakenError(host, port, error.strerror or type(error).__name__) from error
    return ConsoleServer(server, "console")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._room = threading.BoundedSemaphore(MAX_REQUESTS)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give the request a thread while there is room."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Handle the request, then make room."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Say nothing of clients that go away."""


class _Handler(BaseHTTPRequestHandler):
    voting: ClassVar[Voting]
    before: ClassVar[str]
    now: ClassVar[Callable[[], datetime]]
    timeout = 10  # seconds that a silent client may hold a thread
    server_version = "tocsin"
    sys_version = ""

    def do_GET(self) -> None:
        path = self._path()
        if path.startswith(FEEDBACK_PATH):
            self._answer(self.voting.show(path, type(self).now(), self._language()))
        else:
            self._answer(refuse(HTTPStatus.NOT_FOUND, path))

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        path = self._path()
        length = self.headers.get("Content-Length", "")
        if not path.startswith(FEEDBACK_PATH):
            self._answer(refuse(HTTPStatus.NOT_FOUND, path))
        elif "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit()):
            self._answer(refuse(HTTPStatus.LENGTH_REQUIRED, path))
        elif len(length) > len(str(MAX_BODY)) or int(length) > MAX_BODY:
            self._answer(refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, path))
        else:
            body = self.rfile.read(int(length))
            self._answer(self.voting.take(path, body, type(self).now(), self._language()))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what the base class refuses, without repeating what the client said."""
        self.close_connection = True
        self._answer(refuse(HTTPStatus(code), ""))

    def _path(self) -> str:
        path = self.path.partition("?")[0]
        return path.removeprefix(self.before) if path.startswith(f"{self.before}/") else path

    def _language(self) -> Any:
        return language_of(self.headers.get("Accept-Language", ""))

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if getattr(self, "command", None) != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Log nothing: the path holds a ballot, which is as good as a vote."""
