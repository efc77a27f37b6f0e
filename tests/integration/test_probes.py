import json
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tocsin.telemetry import Metrics, ProbeServer, serve
from tocsin.telemetry.probes import PortTakenError

PROBLEMS: list[str] = []


def _broken() -> list[str]:
    raise RuntimeError


@pytest.fixture
def server() -> Iterator[ProbeServer]:
    PROBLEMS.clear()
    running = serve(0, health=lambda: (), ready=lambda: PROBLEMS, registry=Metrics().registry)
    yield running
    running.close()


def get(port: int, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_ready_turns_with_the_problems_and_names_them(server: ProbeServer) -> None:
    assert get(server.port, "/readyz") == (200, '{"ok": true, "problems": []}')
    PROBLEMS.append("reading its state back")
    status, body = get(server.port, "/readyz")
    assert status == 503
    assert json.loads(body) == {"ok": False, "problems": ["reading its state back"]}
    assert get(server.port, "/healthz")[0] == 200


def test_metrics_are_served_and_other_paths_are_not(server: ProbeServer) -> None:
    status, body = get(server.port, "/metrics?x=1")
    assert status == 200
    assert "tocsin_transactions" in body
    assert get(server.port, "/etc/passwd")[0] == 404


def test_a_probe_that_fails_is_a_problem() -> None:
    running = serve(0, health=_broken, registry=Metrics().registry)
    status, body = get(running.port, "/healthz")
    running.close()
    assert status == 503
    assert json.loads(body)["problems"] == ["the probe itself failed: RuntimeError"]


def test_a_taken_port_is_told_with_its_remedy(server: ProbeServer) -> None:
    with pytest.raises(PortTakenError, match=f"cannot listen on 127.0.0.1:{server.port} .*another port"):
        serve(server.port, registry=Metrics().registry)
