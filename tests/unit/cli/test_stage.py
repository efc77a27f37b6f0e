from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typer

from tocsin.broker import Broker, BrokerUnreachableError
from tocsin.cli import stage
from tocsin.messages.topics import ALL
from tocsin.rules.faults import FaultsError


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """The broker's topics with their partitions: all as they should be for one market."""
    found = {f"t-{topic.name}": topic.partition_count(1) for topic in ALL}

    @contextmanager
    def admin(_broker: Broker) -> Iterator[None]:
        yield None

    monkeypatch.setattr(stage, "admin", admin)
    monkeypatch.setattr(stage, "partition_counts", lambda _client: found)
    return found


def test_a_stage_starts_only_where_its_topics_are_as_they_must_be(counts: dict[str, int]) -> None:
    broker = Broker("kafka:9092", "t-")
    stage.require_topics(broker, 1)
    del counts["t-tocsin.events.v1"]
    counts["t-tocsin.alerts.v1"] = 4
    with pytest.raises(FaultsError) as raised:
        stage.require_topics(broker, 1)
    told = str(raised.value).splitlines()
    assert len(told) == 2
    assert told[0].startswith("kafka:9092: t-tocsin.alerts.v1: has 4 partitions, 1 are needed")
    assert told[1] == "kafka:9092: t-tocsin.events.v1: is missing; create it with `tocsin topics create`"


def test_a_broker_that_is_away_is_no_fault_of_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(self: Broker, timeout: object) -> None:
        del timeout
        raise BrokerUnreachableError(self.bootstrap_servers, 1, "connection refused")

    monkeypatch.setattr(Broker, "wait_until_reachable", away)
    monkeypatch.setattr(stage, "configure", lambda _name: None)
    config = tmp_path / "tocsin.yml"
    config.write_text("ports: {detect: 0}\n")
    with pytest.raises(typer.Exit) as left:
        stage.begin("detect", config, None, {})
    assert left.value.exit_code == 1
