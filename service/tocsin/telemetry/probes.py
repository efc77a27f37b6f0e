"""Probes: a small HTTP server for Prometheus and for whoever restarts or routes to a process.

`/healthz` answers 503 only when a restart would help, `/readyz` while the process cannot do its work; both name their
problems in JSON. The server binds to loopback unless told otherwise and runs in a daemon thread: it must never hold up the
stage, nor its end.
"""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from tocsin.rules.faults import TocsinError

Problems = Callable[[], Sequence[str]]
"""Returns a sentence for each thing that is wrong; none means fine. Called from the server's threads."""


Details = Callable[[], Mapping[str, object]]
"""Returns what else a probe's answer tells, whether anything is wrong or not."""


class PortTakenError(TocsinError):
    """The port of the probes is in use or not allowed."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        self.host, self.port = host, port
        super().__init__(
            f"probes: cannot listen on {host}:{port} ({reason}); stop what uses it, or choose another port (0 takes any free one)"
        )


def none() -> Sequence[str]:
    """Report no problem."""
    return ()


def nothing() -> Mapping[str, object]:
    """Tell nothing besides."""
    return {}


class BackgroundServer:
    """An HTTP server that answers in a thread of its own. `port` is the one it listens on, also when 0 was asked for."""

    def __init__(self, server: ThreadingHTTPServer, name: str) -> None:
        self._server = server
        self.port: int = server.server_address[1]
        self._thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.1}, name=name, daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop answering and free the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class ProbeServer(BackgroundServer):
    """A running probe server."""


def serve(
    port: int,
    host: str = "127.0.0.1",
    *,
    health: Problems = none,
    ready: Problems = none,
    details: Details = nothing,
    registry: CollectorRegistry,
) -> ProbeServer:
    """Serve the metrics of the registry and both probes until closed; port 0 takes any free one.

    Raises PortTakenError when it cannot listen there.
    """

    class Handler(_Handler):
        probes: ClassVar[dict[str, Problems]] = {"/healthz": health, "/readyz": ready}
        figures = registry
        besides: ClassVar[Details] = staticmethod(details)

    try:
        server = _Server((host, port), Handler)
    except OSError as error:
        raise PortTakenError(host, port, error.strerror or type(error).__name__) from error
    return ProbeServer(server, "probes")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


class _Handler(BaseHTTPRequestHandler):
    probes: ClassVar[dict[str, Problems]]
    figures: ClassVar[CollectorRegistry]
    besides: ClassVar[Details]
    timeout = 10  # seconds that a silent client may hold a thread
    server_version = "tocsin"
    sys_version = ""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/metrics":
            self._answer(HTTPStatus.OK, generate_latest(self.figures), CONTENT_TYPE_LATEST)
        elif path in self.probes:
            problems = _ask(self.probes[path])
            status = HTTPStatus.SERVICE_UNAVAILABLE if problems else HTTPStatus.OK
            body = {"ok": not problems, "problems": problems, **type(self).besides()}
            self._answer(status, json.dumps(body).encode(), "application/json")
        else:
            self._answer(
                HTTPStatus.NOT_FOUND, b"there are /metrics, /healthz and /readyz\n", "text/plain; charset=utf-8"
            )

    def _answer(self, status: HTTPStatus, body: bytes, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Log nothing: a probe every few seconds is no news."""


def _ask(problems: Problems) -> list[str]:
    """Ask for the problems; a probe that fails is itself one."""
    try:
        return list(problems())
    except Exception as error:  # noqa: BLE001 - a probe must answer whatever its stage does
        return [f"the probe itself failed: {type(error).__name__}"]
