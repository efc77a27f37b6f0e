"""Topics on a real Kafka: made once, judged, and the memory topic really compacted."""

from dataclasses import replace
from datetime import timedelta

import confluent_kafka
import pytest
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource

from tocsin.broker import Broker, read_to_end, topics
from tocsin.cli import main
from tocsin.messages.topics import ALL, ARTICLES, EVENTS, VERDICTS

pytestmark = pytest.mark.real_broker


@pytest.fixture
def named(kafka: Broker, prefix: str, monkeypatch: pytest.MonkeyPatch) -> Broker:
    """A fresh prefix without topics, named to commands by the environment."""
    monkeypatch.setenv("TOCSIN_KAFKA__BOOTSTRAP_SERVERS", kafka.bootstrap_servers)
    monkeypatch.setenv("TOCSIN_KAFKA__TOPIC_PREFIX", prefix)
    return kafka.with_prefix(prefix)


def command(*arguments: str) -> int:
    try:
        main(["topics", *arguments])
    except SystemExit as done:
        return int(done.code or 0)
    return 0


def test_check_fails_until_create_and_create_may_be_repeated(named: Broker, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("check") == 1
    assert capsys.readouterr().out.count("is missing; create it with `tocsin topics create`") == len(ALL)
    assert command("create") == 0
    assert f"{len(ALL)} topics created, 0 were there" in capsys.readouterr().out
    assert command("create") == 0
    assert f"0 topics created, {len(ALL)} were there" in capsys.readouterr().out
    assert command("check") == 0
    assert topics.check(named) == ()


def test_settings_that_differ_are_told_with_both_values(named: Broker) -> None:
    topics.create(named, wanted=[replace(VERDICTS, retention=timedelta(days=7)), replace(EVENTS, compacted=False)])
    faults = topics.check(named, wanted=[VERDICTS, EVENTS])
    assert {(fault.path, fault.message.split(",")[0]) for fault in faults} >= {
        (named.topic(VERDICTS), "retention.ms is '604800000'"),
        (named.topic(EVENTS), "cleanup.policy is 'delete'"),
    }


def test_the_memory_topic_is_compacted_on_the_broker(named: Broker) -> None:
    topics.create(named, wanted=[EVENTS])
    name = named.topic(EVENTS)
    client = KafkaAdminClient(**named.client_settings())
    settings = client.describe_configs([ConfigResource("TOPIC", name)], config_filter="all")["topic"][name]
    client.close()
    assert (settings["cleanup.policy"]["value"], settings["segment.bytes"]["value"]) == ("compact", str(64 * 2**20))


@pytest.mark.parametrize("codec", ["zstd", "lz4", "snappy", "gzip", "none"])
def test_articles_of_any_compression_can_be_read(real_broker: Broker, codec: str) -> None:
    """Anyone may produce articles, and other clients compress as they like."""
    writer = confluent_kafka.Producer({"bootstrap.servers": real_broker.bootstrap_servers, "compression.type": codec})
    text = b"antimony " * 200
    for _ in range(20):
        writer.produce(real_broker.topic(ARTICLES), key=b"k", value=text)
    assert writer.flush(30) == 0
    assert [record.value for record in read_to_end(real_broker, real_broker.topic(ARTICLES))] == [text] * 20
