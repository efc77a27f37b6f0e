"""`tocsin why` reads the story from the topics of a broker."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.broker import Broker, Outgoing, Producer
from tocsin.cli import build_app
from tocsin.correlate import Book, Policy, State, correlate
from tocsin.messages import Message
from tocsin.messages.topics import ALERTS, SIGNALS, VERDICTS, Topic
from tocsin.testing.builders import findings, signal

TOLD = findings(signal(change="7 percent"), article="told")
SILENT = findings(signal("mna", "acquire", "tin"), article="silent")


@pytest.fixture
def configuration(embedded_broker: Broker, tmp_path: Path) -> Path:
    """A configuration of the broker, on whose topics two articles and what came of them lie."""
    broker, state = embedded_broker, State.empty()
    book = Book.build([Policy("any move", signals=frozenset({"price_move"}), send_to=("desk",))])
    with Producer(broker) as producer:

        def write(topic: Topic, *messages: Message) -> None:
            producer.send_all([Outgoing(broker.topic(topic), b"k", message.to_json(), (), 0) for message in messages])

        for found in (TOLD, SILENT):
            outcome = correlate(state, found, found.ingested_at, book)
            write(SIGNALS, found)
            write(VERDICTS, *outcome.verdicts)
            write(ALERTS, *outcome.alerts)
    path = tmp_path / "tocsin.yml"
    servers, prefix = broker.bootstrap_servers, broker.topic_prefix
    path.write_text(
        f'kafka: {{bootstrap_servers: "{servers}", topic_prefix: "{prefix}", embedded: true}}\n', encoding="utf-8"
    )
    return path


def why(asked: str, configuration: Path) -> tuple[int, str]:
    result = CliRunner().invoke(build_app("why"), ["why", asked, "-c", str(configuration)])
    return result.exit_code, result.stdout


def test_an_alert_is_told_with_its_policy(configuration: Path) -> None:
    status, told = why(TOLD.signals[0].signal_id, configuration)
    assert (status, "policy 'any move' (medium) for desk" in told) == (0, True)


def test_what_alerted_nobody_is_told_too(configuration: Path) -> None:
    status, told = why("silent", configuration)
    assert status == 0
    assert "no policy asks for this type and commodity" in told
    assert "no alert was written" in told


def test_an_unknown_id_exits_1(configuration: Path) -> None:
    assert why("nothing-of-the-kind", configuration) == (1, "")


def test_a_file_that_waits_to_be_read_is_no_unknown_id(configuration: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Copper rose 7%.", "utf-8")
    result = CliRunner().invoke(build_app("why"), ["why", str(tmp_path / "new.txt"), "-c", str(configuration)])
    assert result.exit_code == 1
    assert "the file is there, but what it says has not come through the stages" in result.stderr
