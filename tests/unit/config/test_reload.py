from datetime import timedelta
from pathlib import Path

from tocsin.config import Settings, load_settings
from tocsin.config.reload import reload

GOOD = """\
kafka: {topic_prefix: "a."}
receivers: {desk: {url: "json://127.0.0.1/hook"}}
policies:
  - {name: hike, signal: price_move, direction: up, commodities: antimony, change: 5%, send_to: desk}
tests:
  - {name: eight, article: {title: "Antimony prices climb 8% in a week"}, expect: [hike]}
"""


def started(folder: Path) -> tuple[Path, Settings]:
    path = folder / "tocsin.yml"
    path.write_text(GOOD, encoding="utf-8")
    return path, load_settings(path, {})


def test_a_good_change_is_taken_over(tmp_path: Path) -> None:
    path, running = started(tmp_path)
    path.write_text(GOOD.replace("5%", "6%"), encoding="utf-8")
    result = reload(running, path, {})
    assert result.is_taken
    assert result.rules is not None
    assert result.settings.config_hash != running.config_hash


def test_a_fault_keeps_the_running_configuration_and_is_told(tmp_path: Path) -> None:
    path, running = started(tmp_path)
    path.write_text(GOOD.replace("send_to: desk", "send_to: dsk"), encoding="utf-8")
    result = reload(running, path, {})
    assert (result.is_taken, result.settings is running) == (False, True)
    assert "did you mean 'desk'?" in result.refused[0]


def test_a_failed_test_keeps_the_running_configuration(tmp_path: Path) -> None:
    path, running = started(tmp_path)
    path.write_text(GOOD.replace("5%", "9%"), encoding="utf-8")
    result = reload(running, path, {})
    assert (result.is_taken, result.settings is running) == (False, True)
    assert "test 'eight' failed: expected 'hike', which did not alert: change must be ≥ 9 %" in result.refused[0]


def test_what_only_a_restart_brings_waits(tmp_path: Path) -> None:
    path, running = started(tmp_path)
    path.write_text(GOOD.replace('"a."', '"b."'), encoding="utf-8")
    result = reload(running, path, {})
    assert (result.is_taken, result.waiting, result.settings.kafka) == (True, ("kafka",), running.kafka)


def test_a_source_waits_for_a_restart_as_ingest_reads_the_file_once(tmp_path: Path) -> None:
    path, running = started(tmp_path)
    path.write_text(GOOD + "sources: [{name: box, directory: ./inbox}]\n", encoding="utf-8")
    assert reload(running, path, {}).waiting == ("sources",)


def test_a_folder_is_looked_at_within_seconds_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.yml"
    path.write_text("sources: [{name: box, directory: ./inbox}]\n", encoding="utf-8")
    assert load_settings(path, {}).sources[0].every == timedelta(seconds=5)
