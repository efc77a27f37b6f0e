from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tocsin.config import load_settings
from tocsin.correlate import Bounds, Quantity, SourceCount
from tocsin.rules.faults import FaultsError

GOOD = """\
kafka: {bootstrap_servers: "kafka:9092"}
watchlists: {battery: [lithium, cobalt]}
receivers:
  desk: {url: "json://${DESK_HOST}/hook"}
  alice: {url_file: secrets/alice, language: zh, fallback: desk}
policies:
  - name: hike
    signal: price_move
    direction: up
    commodities: [antimony]
    change: {at_least: 5%}
    severity: high
    send_to: [desk]
  - name: battery controls
    signal: export_control
    watchlist: battery
    sources: {at_least: 2, within: 24h}
    send_to: [desk, alice]
tests:
  - article: {title: "Antimony offers climb 8% in a week", published_at: 2025-03-01T08:00:00Z}
    expect: [hike]
"""
ENVIRON = {"DESK_HOST": "desk.example"}


def written(folder: Path, text: str) -> Path:
    path = folder / "tocsin.yml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path, environ: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        load_settings(path, ENVIRON if environ is None else environ)
    return [str(fault).replace(f"{path.parent}/", "") for fault in caught.value.faults]


def test_a_good_file_gives_the_policies_that_correlate_uses(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, GOOD), ENVIRON)
    hike, controls = settings.book({}).policies
    assert (hike.name, hike.send_to, dict(hike.amounts)) == (
        "hike",
        ("desk",),
        {"change": Bounds(at_least=Quantity(Decimal(5), "percent"))},
    )
    assert controls.commodities == {"lithium", "cobalt"}
    assert controls.sources == SourceCount(2, timedelta(days=1))
    assert settings.receivers["desk"].address == "json://desk.example/hook"
    assert settings.receivers["alice"].url_file == tmp_path / "secrets/alice"


def test_all_faults_of_a_file_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    text = """\
kafkka: {}
receivers:
  desk: {url: "json://${NOWHERE}/hook"}
policies:
  - name: one
    signal: price_mvoe
    change: {at_least: five}
    sources: {at_least: 2, within: 24 hour}
    send_to: [dsk]
  - name: one
    signal: export_control
    direction: up
    watchlist: batery
    modality: [historical]
    send_to: [desk]
max_age: 7d
state_dir: "${HOME}"
"""
    found = faults(written(tmp_path, text))
    assert [fault.split(": ", 2)[:2] for fault in found] == [
        ["tocsin.yml:1", "kafkka"],
        ["tocsin.yml:3", "receivers.desk.url"],
        ["tocsin.yml:6", "policies[0].signal"],
        ["tocsin.yml:7", "policies[0].change"],
        ["tocsin.yml:8", "policies[0].sources.within"],
        ["tocsin.yml:9", "policies[0].send_to[0]"],
        ["tocsin.yml:10", "policies[1].name"],
        ["tocsin.yml:12", "policies[1].direction"],
        ["tocsin.yml:13", "policies[1].watchlist"],
        ["tocsin.yml:14", "policies[1].modality"],
        ["tocsin.yml:17", "state_dir"],
    ]
    assert "did you mean 'price_move'?" in found[2]
    assert "'24 hour' is not a duration; write one such as" in found[4]
    assert "did you mean 'desk'?" in found[5]


def test_environment_lies_over_the_file_and_flags_over_both(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    environ = {
        **ENVIRON,
        "TOCSIN_KAFKA__BOOTSTRAP_SERVERS": "env:1",
        "TOCSIN_KAFKA__TOPIC_PREFIX": "env.",
        "TOCSIN_X": "y",
    }
    settings = load_settings(path, environ, {"kafka.topic_prefix": "flag.", "ports.detect": None})
    assert (settings.kafka.bootstrap_servers, settings.kafka.topic_prefix) == ("env:1", "flag.")


def test_a_fault_of_the_environment_names_its_variable(tmp_path: Path) -> None:
    found = faults(written(tmp_path, GOOD), {**ENVIRON, "TOCSIN_PORTS__DETECT": "many", "TOCSIN_KAFKA__HOST": "x"})
    assert [fault.split(":")[0] for fault in found] == ["TOCSIN_KAFKA__HOST", "TOCSIN_PORTS__DETECT"]


def test_policies_d_adds_subscriptions_and_their_faults_name_their_file(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    folder = tmp_path / "policies.d"
    folder.mkdir()
    (folder / "bob.yml").write_text("policies:\n  - {name: bob, signal: mna, send_to: desk}\n", encoding="utf-8")
    assert [entry.name for entry in load_settings(path, ENVIRON).policies] == ["hike", "battery controls", "bob"]
    (folder / "bob.yml").write_text(
        "policies:\n  - {name: hike, signal: mna, send_to: desk}\nkafka: {}\n", encoding="utf-8"
    )
    assert [fault.split(": ")[0] for fault in faults(path)] == ["policies.d/bob.yml:2", "policies.d/bob.yml:3"]


def test_the_hash_follows_the_meaning_not_the_layout(tmp_path: Path) -> None:
    one = load_settings(written(tmp_path, GOOD), ENVIRON).config_hash
    again = load_settings(written(tmp_path, "# a comment\n" + GOOD), ENVIRON).config_hash
    other = load_settings(written(tmp_path, GOOD.replace("5%", "6%")), ENVIRON).config_hash
    assert one == again != other


def test_defaults_alone_are_a_configuration() -> None:
    settings = load_settings(None, {})
    assert settings.ledger_url == "sqlite:///var/ledger.sqlite"
    assert settings.market_names == ("default",)


def test_secrets_do_not_show(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, GOOD), {"DESK_HOST": "s3cret.example"})
    assert "s3cret" not in repr(settings) + settings.model_dump_json()
