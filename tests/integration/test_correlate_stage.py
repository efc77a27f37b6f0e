"""The correlate stage in its own process, on the embedded broker and on Kafka: what it wrote is what it knows."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tocsin.broker import Broker, Outgoing, Producer, Record, read_to_end
from tocsin.messages import DeadLetter, Findings
from tocsin.messages.topics import ALERTS, DEAD_LETTERS, EVENTS, SIGNALS, VERDICTS
from tocsin.testing.stages import StageProcess, wait_until

SCRIPT = str(Path(__file__).parents[1] / "acceptance" / "stage_process.py")
NOW = "2025-03-01T08:00:00Z"


def correlate(broker: Broker, work: int = 0) -> StageProcess:
    kind = "embedded" if broker.embedded else "real"
    return StageProcess(SCRIPT, "correlate", broker.bootstrap_servers, broker.topic_prefix, kind, str(work))


def write(broker: Broker, *numbers: int) -> None:
    with Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(SIGNALS), b"default", found(n), (), 0) for n in numbers])


def found(number: int) -> bytes:
    return Findings.model_validate(
        {
            "article_id": f"a{number}",
            "revision": {"at": NOW, "hash": "h"},
            "source": f"s{number % 5}",
            "id": str(number),
            "ingested_at": NOW,
            "published_at": NOW,
            "language": "en",
        }
    ).to_json()


def ids(broker: Broker, name: str) -> Counter[str]:
    return Counter(json.loads(record.value or b"")["id"] for record in read_to_end(broker, name))


def expected(count: int) -> Counter[str]:
    """Every third of each source's findings is an alert."""
    return Counter(f"s{source}:{number}" for source in range(5) for number in range(3, count // 5 + 1, 3))


def newest(broker: Broker) -> dict[bytes, Record]:
    return {record.key or b"": record for record in read_to_end(broker, broker.topic(EVENTS))}


def test_alerts_records_and_the_offset_reached_agree_after_a_restart(broker: Broker) -> None:
    with correlate(broker) as stage:
        write(broker, *range(30))
        wait_until(lambda: ids(broker, broker.topic(ALERTS)) == expected(30), "the first alerts")
        assert stage.stop() == 0
    assert json.loads(newest(broker)[b"@offset"].value or b"") == {"next": 30}
    with correlate(broker) as stage:
        stage.wait_ready()
        assert (stage.figure('tocsin_recovery_records{partition="0"}') or 0) >= 6
        assert stage.figure('tocsin_offset_reached{partition="0"}') == 30
        write(broker, *range(30, 60))
        wait_until(lambda: ids(broker, broker.topic(ALERTS)) == expected(60), "the later alerts")
        assert stage.stop() == 0
    assert ids(broker, broker.topic(VERDICTS)) == Counter(f"a{number}" for number in range(60))


def test_a_findings_that_nobody_can_read_is_set_aside_and_the_rest_correlated(broker: Broker) -> None:
    with correlate(broker) as stage, Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(SIGNALS), b"k", value, (), 0) for value in (b"{}", None, b"\xff")])
        write(broker, *range(15))
        wait_until(lambda: ids(broker, broker.topic(ALERTS)) == expected(15), "the alerts")
        letters = list(read_to_end(broker, broker.topic(DEAD_LETTERS)))
        assert [DeadLetter.from_record(one.key, one.value, one.headers).offset for one in letters] == [0, 1, 2]
        assert stage.figure('tocsin_dead_letters_total{reason="poison",stage="correlate"}') == 3


@pytest.mark.real_broker
def test_a_standby_is_ready_and_takes_over_at_an_orderly_stop(real_broker: Broker) -> None:
    broker = real_broker
    with correlate(broker) as one, correlate(broker) as other:
        one.wait_ready()
        other.wait_ready()
        write(broker, *range(15))
        wait_until(lambda: ids(broker, broker.topic(ALERTS)) == expected(15), "the first alerts")
        owner, standby = (one, other) if one.figure('tocsin_records_total{stage="correlate"}') else (other, one)
        assert owner.stop() == 0
        write(broker, *range(15, 45))
        wait_until(lambda: ids(broker, broker.topic(ALERTS)) == expected(45), "the later alerts")
        assert standby.figure('tocsin_records_total{stage="correlate"}') == 30
        assert standby.stop() == 0
