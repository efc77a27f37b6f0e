"""A configuration that changes while `tocsin detect` and `tocsin correlate` run, on the embedded broker."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tocsin.bootstrap.demo import free_ports
from tocsin.broker import Broker, Outgoing, Producer, read_to_end
from tocsin.config import load_checked
from tocsin.messages import Alert
from tocsin.messages.topics import ALERTS, ARTICLES, VERDICTS
from tocsin.ops.processes import ask
from tocsin.testing.stages import wait_until


def configuration(broker: Broker, ports: list[int], threshold: str) -> str:
    return f"""
kafka:
  bootstrap_servers: "{broker.bootstrap_servers}"
  topic_prefix: "{broker.topic_prefix}"
  embedded: true
ports: {{detect: {ports[0]}, correlate: {ports[1]}}}
receivers:
  desk: {{url: "json://127.0.0.1:9"}}
policies:
  - {{name: hike, signal: price_move, commodities: [antimony], change: {{at_least: {threshold}}}, send_to: [desk]}}
"""


@contextmanager
def stages(config: Path) -> Iterator[None]:
    with (config.parent / "log").open("ab") as log:
        started = [
            subprocess.Popen([sys.executable, "-m", "tocsin", name, "-c", str(config)], stdout=log, stderr=log)
            for name in ("detect", "correlate")
        ]
        try:
            yield
        finally:
            for one in started:
                one.kill()
                one.wait()


def told(port: int) -> dict[str, Any]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        answer: dict[str, Any] = json.loads(connection.getresponse().read())
    finally:
        connection.close()
    return answer


def figures(port: int) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/metrics")
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def write(broker: Broker, number: int, text: str) -> None:
    article = json.dumps({"source": "smm", "id": str(number), "text": text}).encode()
    with Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(ARTICLES), b"k", article)])


def alerts(broker: Broker) -> list[Alert]:
    return [Alert.model_validate_json(one.value or b"") for one in read_to_end(broker, broker.topic(ALERTS))]


def test_the_next_article_alerts_under_a_changed_threshold_and_a_broken_file_changes_nothing(
    tmp_path: Path, embedded_broker: Broker
) -> None:
    broker, ports, config = embedded_broker, free_ports(2), tmp_path / "tocsin.yml"
    config.write_text(configuration(broker, ports, "50%"))
    with stages(config):
        wait_until(lambda: all(ask(port).ready for port in ports), "both stages are ready")
        write(broker, 1, "Antimony prices rose 8% this week.")
        wait_until(lambda: list(read_to_end(broker, broker.topic(VERDICTS))), "the first is judged")
        assert alerts(broker) == []

        config.write_text(configuration(broker, ports, "many"))
        wait_until(lambda: all(ask(port).refused for port in ports), "both refuse")
        assert all(ask(port).ready for port in ports)
        assert ask(ports[1]).refused[0].startswith(f"{config}:10: policies[0].change")
        assert "tocsin_config_refused 1.0" in figures(ports[1])

        config.write_text(configuration(broker, ports, "5%"))
        settings, _ = load_checked(config, os.environ)
        wait_until(lambda: told(ports[1])["configuration"] == settings.config_hash, "it is taken over")
        assert told(ports[1])["refused"] == []
        write(broker, 2, "Antimony prices rose 12% this month.")
        wait_until(lambda: alerts(broker), "the second alerts")
        assert {one.config_hash for one in alerts(broker)} == {settings.config_hash}
