"""Make the topics as `tocsin.messages.topics` wants them, and tell where a broker's differ.

Creation never changes a topic that exists. A partition count cannot be corrected: keys would move and their state would not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from kafka.admin import ConfigResource
from kafka.errors import KafkaError, TopicAlreadyExistsError

from tocsin.broker.address import Broker
from tocsin.broker.errors import BrokerError, EmbeddedBrokerError
from tocsin.broker.offsets import admin, partition_counts
from tocsin.messages import topics as catalogue
from tocsin.messages.topics import MAX_MESSAGE_BYTES, Topic
from tocsin.rules.faults import Fault

_BATCH_OVERHEAD = 12
"""Kafka counts a batch's own twelve bytes in front of the message limit."""


class TopicMaker(Protocol):
    """Creates topics where the admin protocol cannot: the embedded broker, from the process that started it."""

    def create_topic(self, name: str, partitions: int) -> None:
        """Create one topic; nothing happens when it exists."""


@dataclass(frozen=True)
class TopicState:
    """What a broker says of a topic; `settings` is None where it does not say."""

    partitions: int
    settings: Mapping[str, str] | None = None


def settings_of(topic: Topic) -> dict[str, str]:
    """Return the topic's settings as Kafka spells them."""
    common = {
        "max.message.bytes": str(MAX_MESSAGE_BYTES + _BATCH_OVERHEAD),
        # The broker stores every message so, whatever its producer chose: our readers know no zstd, lz4 or snappy.
        "compression.type": "gzip",
    }
    if topic.compacted:
        return common | {
            "cleanup.policy": "compact",
            # The segment that is written to is never compacted, so it must not stay open for long.
            "segment.bytes": str(64 * 1024 * 1024),
            "segment.ms": str(timedelta(hours=1) // timedelta(milliseconds=1)),
            "min.cleanable.dirty.ratio": "0.1",
        }
    kept = -1 if topic.retention is None else topic.retention // timedelta(milliseconds=1)
    return common | {"cleanup.policy": "delete", "retention.ms": str(kept)}


def create(
    broker: Broker,
    *,
    markets: int = 1,
    maker: TopicMaker | None = None,
    wanted: Sequence[Topic] = catalogue.ALL,
) -> list[str]:
    """Create the topics that are missing and return their full names.

    On the embedded broker `maker` (its `EmbeddedKafka`) is needed when something is missing. Raises BrokerError.
    """
    with admin(broker) as client:
        there = partition_counts(client)
        missing = [topic for topic in wanted if broker.topic(topic) not in there]
        names = [broker.topic(topic) for topic in missing]
        if not missing:
            return []
        if maker is not None:
            for topic in missing:
                maker.create_topic(broker.topic(topic), topic.partition_count(markets))
            return names
        if broker.embedded:
            raise EmbeddedBrokerError(
                f"topics are missing on the embedded broker: {', '.join(names)}; only the process that started it can create them"
            )
        for topic in missing:
            _create_one(client, broker.topic(topic), topic, markets)
        client.wait_for_topics(names, timeout_ms=30_000)
        return names


def _create_one(client: object, name: str, topic: Topic, markets: int) -> None:
    request = {
        name: {
            "num_partitions": topic.partition_count(markets),
            "replication_factor": -1,  # the broker's own default
            "configs": settings_of(topic),
        }
    }
    try:
        client.create_topics(request)  # type: ignore[attr-defined]  # kafka-python ships no types
    except TopicAlreadyExistsError:
        return  # somebody was quicker; `check` judges what they made
    except KafkaError as error:
        raise BrokerError(f"topic {name} could not be created: {error}") from error


def check(broker: Broker, *, markets: int = 1, wanted: Sequence[Topic] = catalogue.ALL) -> tuple[Fault, ...]:
    """Return what differs from the catalogue; nothing means all is as it should be."""
    with admin(broker) as client:
        counts = partition_counts(client)
        there = [broker.topic(topic) for topic in wanted if broker.topic(topic) in counts]
        settings: dict[str, dict[str, str]] = {}
        if there and not broker.embedded:
            answer = client.describe_configs([ConfigResource("TOPIC", name) for name in there], config_filter="all")
            settings = {
                str(name): {str(key): str(entry["value"]) for key, entry in entries.items()}
                for name, entries in answer.get("topic", {}).items()
            }
    states = {name: TopicState(counts[name], settings.get(name)) for name in there}
    return tuple(
        fault
        for topic in wanted
        for fault in differences(
            broker.bootstrap_servers, broker.topic(topic), topic, markets, states.get(broker.topic(topic))
        )
    )


def differences(place: str, name: str, topic: Topic, markets: int, state: TopicState | None) -> list[Fault]:
    """Return how a topic's state differs from what is wanted of it, each with its remedy."""
    if state is None:
        return [Fault(place, 0, name, "is missing; create it with `tocsin topics create`")]
    faults: list[Fault] = []
    count = topic.partition_count(markets)
    if state.partitions != count:
        faults.append(
            Fault(
                place,
                0,
                name,
                f"has {state.partitions} partitions, {count} are needed; counts never change, "
                "so choose another kafka.topic_prefix and replay the articles there",
            )
        )
    for key, value in settings_of(topic).items():
        found = value if state.settings is None else state.settings.get(key, "")
        if not _fits(key, found, value):
            faults.append(
                Fault(
                    place,
                    0,
                    name,
                    f"{key} is '{found}', '{value}' is needed; correct it with "
                    f"`kafka-configs.sh --alter --entity-type topics --entity-name {name} --add-config {key}={value}`",
                )
            )
    return faults


def _fits(key: str, found: str, needed: str) -> bool:
    if key == "max.message.bytes":
        return found.isdigit() and int(found) >= int(needed)
    return found == needed
