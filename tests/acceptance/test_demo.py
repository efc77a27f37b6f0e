"""The demo does the whole job: every expected alert of the samples reaches each of its receivers exactly once."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from tocsin.messages import Alert, Article
from tocsin.pages import Page, split
from tocsin.sources import read_pages

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "seeds" / "expected" / "alerts.jsonl"

pytestmark = [pytest.mark.embedded, pytest.mark.slow]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """Run `tocsin demo --once --json` once; return its summary and its folder."""
    folder = tmp_path_factory.mktemp("demo")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("TOCSIN_")}
    done = subprocess.run(
        [sys.executable, "-m", "tocsin", "demo", "--once", "--json", "--folder", folder],
        capture_output=True, text=True, timeout=120, env=environ, cwd=folder, check=False,
    )  # fmt: skip
    log = folder / "stages.log"
    assert done.returncode == 0, done.stderr + (log.read_text("utf-8")[-3000:] if log.exists() else "")
    summary = json.loads(done.stdout)
    assert isinstance(summary, dict)
    return summary, folder


def received(folder: Path) -> Counter[tuple[str, int, str]]:
    """Count the messages in the mailbox's files by alert, revision and receiver."""
    counted: Counter[tuple[str, int, str]] = Counter()
    for path in sorted((folder / "mailbox").glob("*.eml")):
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        key = (
            str(message["X-Tocsin-Alert"]),
            int(str(message["X-Tocsin-Revision"])),
            str(message["X-Tocsin-Receiver"]),
        )
        counted[key] += 1
    return counted


def test_the_summary_names_every_figure_and_no_duplicate(run: tuple[dict[str, Any], Path]) -> None:
    summary, folder = run
    assert set(summary) == {"articles", "signals", "alerts", "deliveries", "duplicates", "dead_letters", "latency_ms"}
    assert summary["duplicates"] == 0
    assert summary["dead_letters"] == 0
    assert summary["deliveries"] == sum(received(folder).values())
    assert 0 < summary["latency_ms"]["p50"] <= summary["latency_ms"]["p95"] <= summary["latency_ms"]["p99"]


def test_each_alert_revision_reaches_a_receiver_once(run: tuple[dict[str, Any], Path]) -> None:
    assert set(received(run[1]).values()) == {1}


def test_every_expected_alert_reached_its_receivers_and_no_other_alert_did(run: tuple[dict[str, Any], Path]) -> None:
    """A revision that follows while its predecessor waits replaces it, so a receiver may get fewer messages, never more."""
    folder = run[1]
    found = {}
    for line in (folder / "alerts.jsonl").read_text("utf-8").splitlines():
        alert = Alert.model_validate_json(line)
        found[alert.alert_id] = alert
    sample_ids = {article.article_id: article.id for article in samples()}
    messages: dict[str, Counter[str]] = {}
    for (alert_id, _, receiver), count in received(folder).items():
        messages.setdefault(alert_id, Counter())[receiver] += count
    wrong: list[tuple[object, ...]] = []
    for wanted in map(json.loads, EXPECTED.read_text("utf-8").splitlines()):
        matching = [
            alert_id
            for alert_id, alert in found.items()
            if alert.lead.signal.type == wanted["type"] and sample_ids[alert.lead.article_id] in wanted["articles"]
            and set(wanted["policies"]) == {policy.name for policy in alert.policies}
        ]  # fmt: skip
        if not matching and ["denial"] in wanted["revisions"]:
            continue  # the denial was met first, and a claim after its denial alerts nobody
        if len(matching) != 1:
            wrong.append((wanted["type"], wanted["articles"], f"{len(matching)} alerts"))
            continue
        got = messages.get(matching[0], Counter())
        if set(got) != set(wanted["messages"]) or any(got[name] > wanted["messages"][name] for name in got):
            wrong.append((wanted["type"], wanted["articles"], dict(got)))
        del found[matching[0]]
    assert (wrong, [(alert.lead.signal.type, alert.lead.signal.evidence.text) for alert in found.values()]) == ([], [])


def samples() -> list[Article]:
    """Return the sample articles."""
    pages = read_pages([ROOT / "seeds" / "articles"])
    return [article for page in pages if isinstance(page, Page) for article in split(page, datetime.now(UTC))]


def test_the_mailbox_can_be_opened(run: tuple[dict[str, Any], Path]) -> None:
    summary, folder = run
    index = (folder / "mailbox" / "index.html").read_text("utf-8")
    assert index.count("<li>") == summary["deliveries"]


def test_the_readme_shows_what_the_demo_shows(run: tuple[dict[str, Any], Path]) -> None:
    """The order in which the stages meet the articles changes a message or two; the README says so."""
    summary, _ = run
    line = re.search(r"(\d+) articles  (\d+) signals  (\d+) alerts  (\d+) deliveries", (ROOT / "README.md").read_text())
    assert line is not None
    articles, signals, alerts, deliveries = map(int, line.groups())
    assert articles == summary["articles"]
    assert abs(signals - summary["signals"]) <= 4
    assert abs(alerts - summary["alerts"]) <= 1
    assert abs(deliveries - summary["deliveries"]) <= 6
