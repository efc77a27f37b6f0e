"""`tocsin rules precision`: readers' votes in the ledger become shares with intervals."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import build_app
from tocsin.deliver.feedback import Vote
from tocsin.deliver.planning import plan
from tocsin.deliver.receivers import build
from tocsin.deliver.values import Attempt, Outcome, Settlement, Status
from tocsin.store import open_ledger, upgrade
from tocsin.testing.alerts import NOON, alert

DESK = {"desk": build("desk", {"url": "json://127.0.0.1/"})}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "tocsin.yml"
    path.write_text(f"ledger: {{url: 'sqlite:///{tmp_path}/ledger.sqlite'}}\n", encoding="utf-8")
    upgrade(f"sqlite:///{tmp_path}/ledger.sqlite", NOON - timedelta(days=1))
    return path


def vote(folder: Path, *votes: Vote) -> None:
    ledger = open_ledger(f"sqlite:///{folder}/ledger.sqlite")
    alerts = [alert(str(number)) for number in range(len(votes))]
    ledger.record(alerts, lambda view, item: plan(view, item, DESK, NOON), NOON)
    claims = ledger.claim("me", ["desk"], NOON, timedelta(minutes=1), len(votes))
    ledger.finish("me", claims, Attempt(NOON, timedelta(0), Outcome()), Settlement(Status.SENT), NOON)
    for claim, given in zip(claims, votes, strict=True):
        assert ledger.vote(claim.delivery_id, given, NOON)
    ledger.close()


def precision(config: Path, *options: str) -> Result:
    return CliRunner().invoke(build_app("rules"), ["rules", "precision", "-c", str(config), *options])


def test_votes_become_shares_with_intervals(config: Path) -> None:
    vote(config.parent, Vote.USEFUL, Vote.LATE, Vote.USEFUL, Vote.NOISE)
    found = json.loads(precision(config, "--format", "json").stdout)
    figures = {"right": 3, "votes": 4, "precision": 0.75, "low": 0.3006, "high": 0.9544}
    assert found == {"rules": {"price-up": figures}, "policies": {"antimony hike": figures}}
    shown = precision(config)
    assert shown.exit_code == 0
    assert [line.split() for line in shown.stdout.splitlines() if "75%" in line] == [
        ["rule", "price-up", "3", "4", "75%", "30%", "to", "95%"],
        ["policy", "antimony", "hike", "3", "4", "75%", "30%", "to", "95%"],
    ]


def test_without_votes_it_says_how_to_get_some(config: Path) -> None:
    assert "no votes yet; with console.public_url set" in precision(config).stdout
    assert json.loads(precision(config, "--format", "json").stdout) == {"rules": {}, "policies": {}}
