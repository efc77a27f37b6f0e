"""Ask the stages' processes how they are, by their probes on loopback."""

import http.client
import json
from dataclasses import dataclass

DEFAULT_PORTS = {"ingest": 9101, "detect": 9102, "correlate": 9103, "deliver": 9104, "serve": 9105}
HOST = "127.0.0.1"
_TIMEOUT = 2.0
_MAX_BODY = 65_536


@dataclass(frozen=True)
class Process:
    """How a stage's process is. `answers` is None where its port is not known, so nobody could ask.

    `refused` says why a changed configuration was not taken over; the old one is still at work.
    """

    answers: bool | None
    healthy: bool = False
    ready: bool = False
    problems: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def ask(port: int, host: str = HOST, timeout: float = _TIMEOUT) -> Process:
    """Ask both probes; `timeout` in seconds each. Port 0 stands for one chosen at the start, which nobody knows here."""
    if port == 0:
        return Process(None)
    try:
        health, health_problems, _ = _probe(host, port, "/healthz", timeout)
        ready, ready_problems, refused = _probe(host, port, "/readyz", timeout)
    except (OSError, http.client.HTTPException) as error:
        return Process(answers=False, problems=(f"{host}:{port} does not answer ({reason_of(error)})",))
    problems = tuple(dict.fromkeys((*health_problems, *ready_problems)))
    return Process(answers=True, healthy=health, ready=ready, problems=problems, refused=tuple(refused))


def _probe(host: str, port: int, path: str, timeout: float) -> tuple[bool, list[str], list[str]]:
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read(_MAX_BODY)
        return answer.status == http.HTTPStatus.OK, problems_of(body), problems_of(body, "refused")
    finally:
        connection.close()


def problems_of(body: bytes, key: str = "problems") -> list[str]:
    """Return the sentences that a probe's answer has under the key; an answer of another form has none."""
    try:
        told = json.loads(body)
    except ValueError:
        return []
    found = told.get(key) if isinstance(told, dict) else None
    return [str(problem) for problem in found] if isinstance(found, list) else []


def reason_of(error: Exception) -> str:
    """Return an error's reason in a few words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
