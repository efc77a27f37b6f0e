"""Kafka behind plain values: write and be sure, read and commit, topics, offsets, dead letters, and ways to get a broker.

kafka-python enters the project by this room alone, confluent-kafka's library by `embedded` alone. The room moves bytes; what
they mean is decided elsewhere. `embedded` and `local_kafka` are imported by those who start a broker.
"""

from tocsin.broker.address import Broker
from tocsin.broker.consumer import Consumer, read_to_end
from tocsin.broker.errors import (
    BrokerError,
    BrokerUnreachableError,
    EmbeddedBrokerError,
    LocalKafkaError,
    MessageTooLargeError,
    UndeliverableError,
)
from tocsin.broker.offsets import Extent, committed, extents, lag
from tocsin.broker.ports import Reader, Sender
from tocsin.broker.producer import Producer
from tocsin.broker.records import Outgoing, Partition, Placed, Record

__all__ = [
    "Broker",
    "BrokerError",
    "BrokerUnreachableError",
    "Consumer",
    "EmbeddedBrokerError",
    "Extent",
    "LocalKafkaError",
    "MessageTooLargeError",
    "Outgoing",
    "Partition",
    "Placed",
    "Producer",
    "Reader",
    "Record",
    "Sender",
    "UndeliverableError",
    "committed",
    "extents",
    "lag",
    "read_to_end",
]
