"""A faulty configuration still says where things run, for whoever looks at what is running."""

from pathlib import Path

import pytest

from tocsin.cli.connection import connection_of, looked_at
from tocsin.config.sound import load_sound
from tocsin.rules.faults import FaultsError

SOUND = """kafka: {bootstrap_servers: "kafka:9092", topic_prefix: desk-}
ports: {detect: 9202}
state_dir: ./state
sources:
  - {name: box, directory: ./inbox}
"""


@pytest.mark.parametrize(
    "broken",
    [
        "policies:\n  - {name: [}\n",
        "policies:\n  - {name: p, signal: price_mov, send_to: nobody}\n",
        "wrong: key\n",
        "ledger: {url: '${NOWHERE}'}\n",
        "ports: {detect: 9203}\n",
    ],
)
def test_what_says_where_things_run_is_read_whatever_else_is_broken(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text(SOUND + broken)
    settings, faults = load_sound(path, {"TOCSIN_PORTS__SERVE": "9999"})
    assert faults
    assert (settings.kafka.bootstrap_servers, settings.kafka.topic_prefix) == ("kafka:9092", "desk-")
    assert (settings.ports.detect in (9202, 9203), settings.ports.serve) == (True, 9999)
    assert settings.state_dir == tmp_path / "state"
    assert settings.sources[0].directory == tmp_path / "inbox"


def test_a_broken_part_falls_back_to_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text("kafka: {bootstrap_servers: 'kafka:9092', topic: x}\nports: {detect: 9202}\n")
    settings, faults = load_sound(path, {})
    assert (settings.kafka.bootstrap_servers, settings.ports.detect, len(faults)) == ("127.0.0.1:9092", 9202, 1)


def test_a_sound_file_has_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text(SOUND)
    assert load_sound(path, {})[1] == ()


def test_a_missing_file_stays_an_error(tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match="does not exist"):
        load_sound(tmp_path / "none.yml", {})


def test_faults_are_warnings_to_who_only_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text(SOUND + "wrong: key\n")
    assert connection_of(looked_at(path, {})).ports["detect"] == 9202
    told = capsys.readouterr().err.splitlines()
    assert told[0].endswith("tocsin.yml:6: wrong: is not a known key; remove it or correct its spelling")
    assert told[1].startswith("tocsin: warning: what runs keeps its last sound configuration")
