import os
import time
from pathlib import Path

import pytest

from tocsin.bootstrap.renewal import Watcher, refusal
from tocsin.config import Settings, load_checked
from tocsin.config.reload import Reload
from tocsin.rules.faults import Fault, FaultsError
from tocsin.rules.loader import RulePack
from tocsin.streams.condition import Condition
from tocsin.telemetry import Metrics

DESK = "receivers: {desk: {url: 'json://localhost'}}\n"
POLICY = """\
policies:
  - {name: hike, signal: price_move, commodities: [antimony], change: {at_least: %s}, send_to: [desk]}
"""


class Desk:
    """A configuration file, its watcher, and what was adopted of it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.write(POLICY % "5%")
        settings, _ = load_checked(file, {})
        self.before = settings.config_hash
        self.condition, self.metrics = Condition(), Metrics()
        self.adopted: list[str] = []
        self.fault: FaultsError | None = None
        self.watcher = self.watch(settings, loaded_at=time.time() + 1.0)

    def watch(self, settings: Settings, loaded_at: float) -> Watcher:
        return Watcher(
            self.file,
            {},
            settings,
            self.adopt,
            loaded_at=loaded_at,
            condition=self.condition,
            metrics=self.metrics,
        )

    def write(self, text: str) -> None:
        self.file.write_text(DESK + text, "utf-8")

    def adopt(self, settings: Settings, rules: RulePack) -> None:
        del rules
        if self.fault is not None:
            raise self.fault
        self.adopted.append(settings.config_hash)

    def figure(self, name: str, **labels: str) -> float | None:
        return self.metrics.registry.get_sample_value(name, labels)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "tocsin.yml")


def test_an_unchanged_file_is_left_alone_until_somebody_asks(desk: Desk) -> None:
    desk.watcher.look()
    desk.file.touch()
    desk.watcher.look()
    assert desk.adopted == []
    desk.watcher.ask()
    desk.watcher.look()
    assert desk.adopted == [desk.before]


def test_a_faultless_change_is_taken_over_once(desk: Desk) -> None:
    desk.write(POLICY % "9%")
    desk.watcher.look()
    desk.watcher.look()
    (taken,) = desk.adopted
    assert taken != desk.before
    assert desk.condition.details() == {"configuration": taken, "refused": []}
    assert desk.figure("tocsin_config_info", hash=taken) == 1
    assert desk.figure("tocsin_config_info", hash=desk.before) is None
    assert desk.figure("tocsin_config_reloads_total", outcome="taken") == 1


@pytest.mark.parametrize("how", ["written", "moved", "added"])
def test_a_change_between_the_loading_and_the_first_look_is_taken_over(desk: Desk, how: str) -> None:
    old = load_checked(desk.file, {})[0]
    long_ago = time.time() - 1e6
    for place in (desk.file, desk.file.parent):
        os.utime(place, (long_ago, long_ago))
    begun = time.time()
    if how == "added":
        (desk.file.parent / "policies.d").mkdir()
        (desk.file.parent / "policies.d" / "more.yml").write_text(POLICY.replace("hike", "jump") % "9%", "utf-8")
    else:
        fresh = desk.file.with_suffix(".new") if how == "moved" else desk.file
        fresh.write_text(DESK + POLICY % "9%", "utf-8")
        os.utime(fresh, (long_ago, long_ago))
        fresh.replace(desk.file)
    watcher = desk.watch(old, loaded_at=begun)
    watcher.look()
    watcher.look()
    (taken,) = desk.adopted
    assert taken != desk.before


def test_a_faulty_change_is_refused_with_its_line_and_mended_by_the_next(desk: Desk) -> None:
    desk.write(POLICY % "9 parsecs")
    desk.watcher.look()
    assert desk.adopted == []
    assert desk.condition.configuration == desk.before
    (why,) = desk.condition.refused
    assert why.startswith(f"{desk.file}:3: ")
    assert desk.figure("tocsin_config_refused") == 1
    assert desk.figure("tocsin_config_reloads_total", outcome="refused") == 1
    desk.write(POLICY % "5%")
    desk.watcher.look()
    assert desk.condition.refused == ()
    assert desk.figure("tocsin_config_refused") == 0


def test_a_failing_test_of_its_own_refuses_the_change(desk: Desk) -> None:
    failing = "tests:\n  - {article: {title: Nothing happened in tin today}, expect: [hike]}\n"
    desk.write(POLICY % "9%" + failing)
    desk.watcher.look()
    assert desk.adopted == []
    assert "failed: expected 'hike'" in desk.condition.refused[0]


def test_a_new_policy_file_counts_as_a_change_and_so_does_its_removal(desk: Desk) -> None:
    extra = desk.file.parent / "policies.d" / "own.yml"
    extra.parent.mkdir()
    extra.write_text((POLICY % "9%").replace("hike", "own"), "utf-8")
    desk.watcher.look()
    extra.unlink()
    desk.watcher.look()
    desk.watcher.look()
    assert len(desk.adopted) == 2
    assert desk.adopted[1] == desk.before


def test_what_cannot_change_while_running_needs_a_restart(desk: Desk) -> None:
    desk.write(POLICY % "9%" + "ports: {detect: 9999}\n")
    desk.watcher.look()
    assert desk.adopted == []
    assert desk.condition.refused == ("ports: cannot change while running, needs a restart",)


def test_what_the_stage_cannot_build_is_refused(desk: Desk) -> None:
    desk.fault = FaultsError([Fault("secret", 0, "receivers.a.url_file", "cannot be read")])
    desk.write(POLICY % "9%")
    desk.watcher.look()
    assert desk.condition.refused == ("secret: receivers.a.url_file: cannot be read",)


def test_faults_are_told_before_settings_that_wait() -> None:
    assert refusal(Reload(Settings(), refused=("a fault",), waiting=("kafka",))) == ("a fault",)
    assert refusal(Reload(Settings())) == ()
