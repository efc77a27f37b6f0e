"""The demo does the whole job: every expected alert of the samples reaches each of its receivers exactly once."""

import json
import os
import subprocess
import sys
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "seeds" / "expected" / "alerts.jsonl"

pytestmark = [pytest.mark.embedded, pytest.mark.slow]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """Run `tocsin demo --once --json` once; return its summary and its folder."""
    folder = tmp_path_factory.mktemp("demo")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("TOCSIN_")}
    done = subprocess.run(  # noqa: S603 - our own program
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
        key = (str(message["X-Tocsin-Alert"]), int(str(message["X-Tocsin-Revision"])), str(message["X-Tocsin-Receiver"]))
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


def test_the_mailbox_can_be_opened(run: tuple[dict[str, Any], Path]) -> None:
    summary, folder = run
    index = (folder / "mailbox" / "index.html").read_text("utf-8")
    assert index.count("<li>") == summary["deliveries"]
