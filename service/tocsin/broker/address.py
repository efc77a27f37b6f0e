"""Which broker, under which prefix: one frozen value that every part of the room takes.

Two brokers are known: Apache Kafka, and the embedded one (`embedded.py`), which speaks the protocol of Kafka 2.3 and leaves
checksums out. What differs between them is said here once, so nobody else has to ask.
"""

import socket
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from kafka import KafkaAdminClient
from kafka.errors import KafkaError

from tocsin.broker.errors import BrokerUnreachableError
from tocsin.messages.topics import Topic

CLIENT_ID = "tocsin"
EMBEDDED_API_VERSION = (2, 3)
"""The newest protocol that kafka-python and the embedded broker agree on."""

REQUEST_TIMEOUT = timedelta(seconds=30)
_RETRY_PAUSE = 0.1


@dataclass(frozen=True)
class Broker:
    """An address (`host:port`, several with commas), the prefix of its topics and groups, and whether it is embedded."""

    bootstrap_servers: str
    topic_prefix: str = ""
    embedded: bool = False

    def topic(self, topic: Topic) -> str:
        """Return the topic's name on this broker."""
        return topic.full_name(self.topic_prefix)

    def group(self, name: str) -> str:
        """Return the consumer group's name on this broker."""
        return self.topic_prefix + name

    def with_prefix(self, topic_prefix: str) -> "Broker":
        """Return the same broker with another prefix."""
        return Broker(self.bootstrap_servers, topic_prefix, self.embedded)

    def servers(self) -> list[str]:
        """Return the addresses one by one."""
        return [server.strip() for server in self.bootstrap_servers.split(",") if server.strip()]

    def client_settings(self) -> dict[str, Any]:
        """Return what every client of kafka-python is built with."""
        settings: dict[str, Any] = {
            "bootstrap_servers": self.servers(),
            "client_id": CLIENT_ID,
            "request_timeout_ms": _milliseconds(REQUEST_TIMEOUT),
            "reconnect_backoff_max_ms": 1_000,  # a broker that comes back is used within a second, not half a minute
        }
        if self.embedded:
            settings["api_version"] = EMBEDDED_API_VERSION
        return settings

    def consumer_settings(self) -> dict[str, Any]:
        """Return what every consumer is built with."""
        settings = self.client_settings() | {
            "enable_auto_commit": False,
            "auto_offset_reset": "earliest",
            "allow_auto_create_topics": False,
            "metrics_enabled": False,
            "fetch_max_wait_ms": 500,
        }
        if self.embedded:
            settings |= {"check_crcs": False, "fetch_max_wait_ms": 50}  # it always waits the whole time out
        return settings

    def producer_settings(self) -> dict[str, Any]:
        """Return what every producer is built with."""
        return self.client_settings() | {
            "acks": "all",
            "enable_idempotence": True,
            "compression_type": "gzip",
            "allow_auto_create_topics": False,
            "metrics_enabled": False,
            "linger_ms": 20,  # a flush does not wait for it; the batch fills meanwhile
        }

    def wait_until_reachable(self, timeout: timedelta = timedelta(seconds=30)) -> None:
        """Return when the broker has answered a request; raise BrokerUnreachableError when the time is over."""
        end = time.monotonic() + timeout.total_seconds()
        reason = "it did not answer in time"
        while True:
            try:
                self._knock(end - time.monotonic())
            except (OSError, KafkaError, ValueError) as error:
                reason = str(error) or type(error).__name__
            else:
                return
            if time.monotonic() + _RETRY_PAUSE >= end:
                raise BrokerUnreachableError(self.bootstrap_servers, timeout.total_seconds(), reason)
            time.sleep(_RETRY_PAUSE)

    def _knock(self, seconds: float) -> None:
        _connect_to_any(self.servers(), seconds)
        settings = self.client_settings() | {"bootstrap_timeout_ms": max(100, int(seconds * 1000))}
        admin = KafkaAdminClient(**settings)
        try:
            admin.describe_cluster()
        finally:
            admin.close()


def _connect_to_any(servers: list[str], seconds: float) -> None:
    """Open a connection to one of the servers and close it; a closed port is told at once, unlike by the client."""
    last: OSError = OSError("no address is given")
    for server in servers:
        host, _, port = server.rpartition(":")
        try:
            address = (host.strip("[]"), int(port))
        except ValueError as error:
            raise OSError(f"'{server}' is not host:port") from error
        try:
            socket.create_connection(address, timeout=max(0.1, min(seconds, 5))).close()
        except OSError as error:
            last = error
        else:
            return
    raise last


def _milliseconds(span: timedelta) -> int:
    return int(span / timedelta(milliseconds=1))
