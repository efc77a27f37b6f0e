"""What the live stages made of the articles topic, `tocsin backtest` makes of it again: the same events, policies, receivers."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tocsin.broker import Broker, Outgoing, Producer, read_to_end
from tocsin.cli import build_app
from tocsin.messages import Alert, ArticleRecord
from tocsin.messages.topics import ALERTS, ARTICLES, VERDICTS
from tocsin.testing.stages import StageProcess, wait_until

CONFIGURATION = """\
kafka: {{bootstrap_servers: "{servers}", topic_prefix: "{prefix}", embedded: {embedded}}}
receivers: {{desk: {{url: "json://127.0.0.1/hook"}}, risk: {{url: "json://127.0.0.1/other"}}}}
policies:
  - {{name: hike, signal: price_move, change: 5%, cooldown: 2d, send_to: desk}}
  - {{name: twice, signal: export_control, sources: 2, severity: high, send_to: [desk, risk]}}
  - {{name: fresh, signal: production_change, quiet_for: 7d, send_to: risk}}
"""
TOLD = [
    ("Metal Wire", "Antimony prices climb 8% in a week."),
    ("Ore Daily", "Antimony prices climbed 8% over the week, traders said."),
    ("Metal Wire", "Antimony prices climbed 11% in a month."),
    ("Metal Wire", "China bans exports of gallium to Norway."),
    ("有色快讯", "中国禁止对挪威出口镓。"),
    ("Ore Daily", "Kestrel Tin has halted its Alden tin mine after a rockfall."),
    ("Ore Daily", "Ember Tin has halted its Marrow tin mine for lack of power."),
]


@pytest.fixture
def configuration(broker: Broker, tmp_path: Path) -> Path:
    path = tmp_path / "tocsin.yml"
    kind = str(broker.embedded).lower()
    path.write_text(
        CONFIGURATION.format(servers=broker.bootstrap_servers, prefix=broker.topic_prefix, embedded=kind), "utf-8"
    )
    return path


def live(broker: Broker, configuration: Path) -> list[Alert]:
    """Let the stages work the articles off, one after the other as they would come in; return what alerted."""
    stages = [
        StageProcess("-m", "tocsin", stage, "-c", str(configuration), "--port", "0")
        for stage in ("detect", "correlate")
    ]
    with stages[0], stages[1], Producer(broker) as producer:
        for number, (publisher, text) in enumerate(TOLD, 1):
            record = ArticleRecord(source="wire", id=f"{number}", text=text, publisher=publisher)
            producer.send_all([Outgoing(broker.topic(ARTICLES), record.id.encode(), record.to_json())])
            wait_until(partial(judged, broker, number), f"article {number}")
    return [Alert.model_validate_json(r.value) for r in read_to_end(broker, broker.topic(ALERTS)) if r.value]


def judged(broker: Broker, least: int) -> bool:
    """Tell whether so many signals have their verdict."""
    return len(list(read_to_end(broker, broker.topic(VERDICTS)))) >= least


def rung(found: dict[str, Any]) -> set[tuple[str, str]]:
    """Return which event a backtest says rang for whom: policies and receivers."""
    return {
        (each["event"], each["name"]) for kind in ("policies", "receivers") for c in found[kind] for each in c["alerts"]
    }


def test_both_topics_give_the_events_policies_and_receivers_again(broker: Broker, configuration: Path) -> None:
    alerts = live(broker, configuration)
    expected = {(a.alert_id, name) for a in alerts for p in a.policies for name in (p.name, *p.send_to)}
    assert len({alert.alert_id for alert in alerts}) == 3
    for options in (("--topic",), ("--from-signals",), ()):
        result = CliRunner().invoke(
            build_app("backtest"), ["backtest", str(configuration), *options, "--format", "json"]
        )
        assert result.exit_code == 0, result.output
        found = json.loads(result.stdout)
        assert (found["articles"], found["alerts"]["after"]) == (len(TOLD), 3)
        assert rung(found) == expected
