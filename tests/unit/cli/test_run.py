import socket
import sys
from pathlib import Path

import pytest

from tocsin.broker import Broker
from tocsin.cli.run import EphemeralError, check_ports, children, command
from tocsin.config import Settings
from tocsin.config.settings import Console, Ports, Source
from tocsin.telemetry.probes import PortTakenError


def test_the_embedded_broker_is_refused_unless_its_forgetting_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocsin.cli.run.configure", lambda _stage: None)
    config = tmp_path / "tocsin.yml"
    config.write_text("kafka: {embedded: true}\n")
    with pytest.raises(EphemeralError, match=r"tocsin\.yml: kafka\.embedded is set, .* give --ephemeral"):
        command(config, ephemeral=False)


def test_the_stages_are_children_in_the_order_of_the_flow() -> None:
    settings = Settings(sources=(Source(name="inbox", directory=Path("inbox")),), ports=Ports(detect=0))
    found = children(settings, Path("t.yml"), Broker("127.0.0.1:9", embedded=True))
    assert [(child.name, child.ready_url) for child in found] == [
        ("ingest", "http://127.0.0.1:9101/readyz"),
        ("detect", None),
        ("correlate", "http://127.0.0.1:9103/readyz"),
        ("deliver", "http://127.0.0.1:9104/readyz"),
    ]
    assert found[0].argv == [sys.executable, "-m", "tocsin", "ingest", "--watch", "-c", "t.yml"]
    assert found[1].argv == [sys.executable, "-m", "tocsin", "detect", "-c", "t.yml"]
    assert found[1].env["TOCSIN_KAFKA__BOOTSTRAP_SERVERS"] == "127.0.0.1:9"
    assert found[1].env["TOCSIN_KAFKA__EMBEDDED"] == "true"


def test_without_sources_nothing_is_ingested() -> None:
    found = children(Settings(), Path("t.yml"), Broker("127.0.0.1:9"))
    assert [child.name for child in found] == ["detect", "correlate", "deliver"]


def test_with_a_public_address_the_pages_are_served() -> None:
    settings = Settings(console=Console(public_url="https://tocsin.example.com"))
    found = children(settings, Path("t.yml"), Broker("127.0.0.1:9"))
    assert [(child.name, child.ready_url) for child in found][-1] == ("serve", "http://127.0.0.1:9105/readyz")


def test_a_port_that_another_program_holds_is_told_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError, match=rf"cannot listen on 127\.0\.0\.1:{port} .*choose another port"):
            check_ports(Settings(ports=Ports(detect=0, correlate=port, deliver=0)))
    check_ports(Settings(ports=Ports(detect=0, correlate=port, deliver=0)))
