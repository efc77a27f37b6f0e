"""`kill -9` of the deliver process at random instants: nothing is lost, nothing overtakes, and a second message arises only
where the kill fell between a channel's acceptance and the ledger's write. A program checks the history.

`TOCSIN_KILLS` sets how often it is killed (10 unless set).
"""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tocsin.deliver.values import Status
from tocsin.messages import Alert
from tocsin.store import SqlLedger, open_ledger, upgrade
from tocsin.testing.alerts import alert
from tocsin.testing.postgres import NoPostgresError, postgres

KILLS = int(os.environ.get("TOCSIN_KILLS", "10"))
ALERTS = 400
REVISIONS = 5
RECEIVERS = ("steady", "quick", "flaky")
WITHIN = 90.0 + 3.0 * KILLS
PROCESS = Path(__file__).parent / "deliver_process.py"

Key = tuple[str, int]


@dataclass
class Sink(threading.Condition):
    """What the channels accepted, in order, by receiver, with the process that sent it."""

    accepted: dict[str, list[tuple[str, Key]]] = field(default_factory=lambda: {name: [] for name in RECEIVERS})
    calls: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def take(self, receiver: str, process: str, body: dict[str, Any]) -> bool:
        with self:
            self.calls += 1
            is_taken = receiver != "flaky" or self.calls % 2 == 0
            if is_taken:
                keys = [(item["alert_id"], item["revision"]) for item in body["alerts"]]
                self.accepted[receiver] += [(process, key) for key in keys]
            self.notify_all()
            return is_taken


@pytest.fixture
def sink() -> Iterator[tuple[Sink, str]]:
    kept = Sink()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status = 200 if kept.take(self.path.strip("/"), self.headers["X-Process"], body) else 500
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that was killed is expected here."""

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield kept, f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/ledger.db"
        return
    try:
        with postgres() as address:
            yield address
    except NoPostgresError as error:
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


def revisions() -> list[Alert]:
    """Return the revisions of all alerts, those of one alert a while apart, as news comes."""
    now = datetime.now(UTC)
    ordered = [
        (number + revision * 60, revision, number) for number in range(ALERTS) for revision in range(1, REVISIONS + 1)
    ]
    return [alert(str(number), revision, *RECEIVERS, at=now) for _, revision, number in sorted(ordered)]


def wait_until(sink: Sink, claim: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + WITHIN
    with sink:
        while not claim():
            assert time.monotonic() < end, f"{what} did not come about within {WITHIN:g} s"
            sink.wait(0.1)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_kills_lose_nothing_and_repeat_only_what_the_ledger_could_not_know(
    sink: tuple[Sink, str], url: str, tmp_path: Path
) -> None:
    kept, address = sink
    chance = random.Random(6)
    upgrade(url, datetime.now(UTC) - timedelta(hours=1))
    journal, offset = tmp_path / "alerts.jsonl", tmp_path / "offset"
    journal.write_bytes(b"".join(item.to_json() + b"\n" for item in revisions()))
    command = [sys.executable, str(PROCESS), url, str(journal), str(offset), address, "1.5"]
    ledger = open_ledger(url)
    for _ in range(KILLS):
        process = start(command, tmp_path)
        wanted = kept.calls + chance.randint(1, 2 * 3 * ALERTS // KILLS)
        wait_until(kept, lambda wanted=wanted: kept.calls >= wanted, f"call {wanted}")  # type: ignore[misc]
        process.kill()
        process.wait()
    last = start(command, tmp_path)
    try:
        wait_until(kept, lambda: is_done(ledger, offset), "the end")
    finally:
        last.kill()
        last.wait()
    check(kept, ledger)
    ledger.close()


def start(command: list[str], folder: Path) -> "subprocess.Popen[bytes]":
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log)


def is_done(ledger: SqlLedger, offset: Path) -> bool:
    if not offset.exists() or int(offset.read_text()) < ALERTS * REVISIONS:
        return False
    counts = ledger.counts()
    return not counts.get("waiting") and not counts.get("sending")


def check(kept: Sink, ledger: SqlLedger) -> None:
    """Hold what arrived against what was planned."""
    assert ledger.counts().get("dead", 0) == 0
    repeated = 0
    for receiver, order in kept.accepted.items():
        repeated += check_order(receiver, order)
    assert repeated <= KILLS * len(RECEIVERS)
    arrived = {receiver: {key for _, key in order} for receiver, order in kept.accepted.items()}
    for number in range(ALERTS):
        alert_id = alert(str(number)).alert_id
        rows = ledger.history(alert_id)
        assert len(rows) == REVISIONS * len(RECEIVERS), "every revision is planned once for every receiver"
        assert {row.status for row in rows} <= {Status.SENT, Status.REPLACED}
        for row in rows:
            is_arrived = (alert_id, row.revision) in arrived[row.receiver]
            assert is_arrived or row.status is Status.REPLACED, f"lost: {alert_id} {row.revision} {row.receiver}"
            assert is_arrived or (alert_id, REVISIONS) in arrived[row.receiver]


def check_order(receiver: str, order: list[tuple[str, Key]]) -> int:
    """Return how many messages came twice; each must be the last that a killed process had brought to the receiver."""
    last = dict(order)
    seen: Counter[Key] = Counter()
    newest: dict[str, int] = defaultdict(int)
    may_repeat: set[Key] = set()
    repeated = 0
    for process, key in order:
        seen[key] += 1
        if seen[key] > 1:
            assert key in may_repeat, f"{receiver} got {key} again, which no kill explains"
            repeated += 1
        if last[process] == key:
            may_repeat.add(key)
        else:
            may_repeat.discard(key)
        assert key[1] >= newest[key[0]], f"{receiver}: revision {key[1]} came after {newest[key[0]]}"
        newest[key[0]] = key[1]
    return repeated
