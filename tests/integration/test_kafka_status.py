"""`tocsin status` on both brokers: stages that answer or not, that move or stall."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import CollectorRegistry

from tocsin.broker import Broker, Consumer, Outgoing, Producer
from tocsin.broker.dead_letters import Selection, replay
from tocsin.broker.groups import DELIVER
from tocsin.cli import main
from tocsin.deliver.planning import plan
from tocsin.deliver.receivers import build
from tocsin.deliver.values import Attempt, Failure, Outcome, Settlement, Status
from tocsin.messages import DeadLetter
from tocsin.messages.topics import ALERTS, ALL, ARTICLES, DEAD_LETTERS
from tocsin.store import open_ledger, upgrade
from tocsin.telemetry.probes import ProbeServer, serve
from tocsin.testing.alerts import alert

STAGES = ("ingest", "detect", "correlate", "deliver")

Run = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def probes() -> Iterator[dict[str, ProbeServer]]:
    """A probe server for each stage, all well."""
    running = {stage: serve(0, registry=CollectorRegistry()) for stage in STAGES}
    yield running
    for server in running.values():
        server.close()


@pytest.fixture
def run(
    broker: Broker,
    probes: dict[str, ProbeServer],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Run:
    monkeypatch.setenv("TOCSIN_STATE_DIR", str(tmp_path))
    monkeypatch.setenv("TOCSIN_KAFKA__BOOTSTRAP_SERVERS", broker.bootstrap_servers)
    monkeypatch.setenv("TOCSIN_KAFKA__TOPIC_PREFIX", broker.topic_prefix)
    monkeypatch.setenv("TOCSIN_KAFKA__EMBEDDED", str(broker.embedded).lower())
    for stage, server in probes.items():
        monkeypatch.setenv(f"TOCSIN_PORTS__{stage.upper()}", str(server.port))

    def call(*arguments: str) -> tuple[int, dict[str, Any]]:
        code: Any = 0
        try:
            main(["status", "--format", "json", "--between", "0.3", *arguments])
        except SystemExit as done:
            code = done.code
        return int(code or 0), json.loads(capsys.readouterr().out)

    return call


def stage(found: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in found["stages"] if one["stage"] == name)


def test_a_flow_that_waits_for_articles_is_fine(run: Run, broker: Broker) -> None:
    code, found = run()
    assert (code, found["fine"]) == (0, True)
    assert [(one["stage"], one["lag"], one["motion"]) for one in found["stages"]] == [
        ("ingest", None, None),
        ("detect", 0, "moving"),
        ("correlate", 0, "moving"),
        ("deliver", 0, "moving"),
    ]
    assert {one["name"]: one["count"] for one in found["topics"]} == {broker.topic(topic): 0 for topic in ALL}


def test_ingest_is_missed_only_where_there_is_something_to_ingest(
    run: Run, probes: dict[str, ProbeServer], tmp_path: Path
) -> None:
    probes.pop("ingest").close()
    code, found = run()
    assert (code, [one["stage"] for one in found["stages"]]) == (0, ["detect", "correlate", "deliver"])
    config = tmp_path / "tocsin.yml"
    config.write_text("sources: [{name: box, directory: ./inbox}]\n", "utf-8")
    code, found = run("-c", str(config))
    assert (code, stage(found, "ingest")["fine"]) == (1, False)


def test_alerts_that_nobody_takes_are_a_stall_until_they_are_taken(run: Run, broker: Broker) -> None:
    name = broker.topic(ALERTS)
    with Producer(broker) as producer:
        producer.send_all([Outgoing(name, b"k", b"%d" % number) for number in range(3)])
    code, found = run()
    assert code == 1
    assert (stage(found, "deliver")["lag"], stage(found, "deliver")["motion"]) == (3, "stalled")
    with Consumer(broker, [name], broker.group(DELIVER)) as consumer:
        taken = 0
        while taken < 3:
            records = consumer.poll(timedelta(seconds=1))
            taken += len(records)
            consumer.commit(records)
    code, found = run()
    assert (code, stage(found, "deliver")["lag"]) == (0, 0)


def test_a_process_that_does_not_answer_has_stopped(run: Run, probes: dict[str, ProbeServer]) -> None:
    probes.pop("correlate").close()
    code, found = run()
    assert code == 1
    assert stage(found, "correlate")["motion"] == "stopped"
    assert "does not answer" in stage(found, "correlate")["process"]["problems"][0]


def test_a_receiver_that_has_refused_for_minutes_is_not_fine(run: Run, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    then, minute = now - timedelta(minutes=5), timedelta(minutes=1)
    desk = {"desk": build("desk", {"url": "json://127.0.0.1/desk"})}
    assert run()[1]["deliveries"] == {"fine": True, "problem": None, "receivers": []}
    assert not list(tmp_path.iterdir())  # who looks makes no ledger
    url = f"sqlite:///{tmp_path}/ledger.sqlite"
    upgrade(url, then)
    with closing(open_ledger(url)) as ledger:
        ledger.record([alert(at=now)], lambda view, item: plan(view, item, desk, then), then)
        claims = ledger.claim("me", ["desk"], then, minute)
        outcome = Outcome(Failure.TRANSIENT, "no connection")
        ledger.finish(
            "me", claims, Attempt(then, minute, outcome), Settlement(Status.WAITING, not_before=now + minute), now
        )
    code, found = run()
    assert (code, found["fine"], found["deliveries"]["fine"]) == (1, False, False)
    (refusal,) = found["deliveries"]["receivers"]
    assert (refusal["receiver"], refusal["retried"], refusal["answer"]) == ("desk", 1, "no connection")


def test_dead_letters_are_counted_and_are_no_fault_of_the_flow(run: Run, broker: Broker) -> None:
    dead = DeadLetter(b"k", b"v", "detect", broker.topic(ARTICLES), 0, 0, "bad")
    with Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(DEAD_LETTERS), b"k", b"v", tuple(dead.to_headers()))] * 2)
    replay(broker, Selection(ids=("0:0",)))
    _, found = run()
    assert found["dead_letters"] == {"waiting": 1, "replayed": 1}


@pytest.mark.embedded
@pytest.mark.parametrize("broker", ["embedded"], indirect=True)
def test_a_broker_that_is_not_there_is_not_fine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_KAFKA__BOOTSTRAP_SERVERS", "127.0.0.1:1")
    code, found = run()
    assert code == 1
    assert "no Kafka answered at '127.0.0.1:1'" in found["problem"]
