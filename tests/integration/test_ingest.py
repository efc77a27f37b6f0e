"""`tocsin ingest` on a broker: what was acknowledged lies on the topic and reads as it was split."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest

from tocsin.broker import Broker, Consumer, Record
from tocsin.messages import ArticleRecord
from tocsin.messages.topics import ARTICLES

PAGE = """Holmium offers rise 4% as stocks thin out

Published: March 3, 2025 09:30
Sellers in the port raised holmium oxide offers by 4% on Monday, three traders said.

Related News
Erbium falls 9%
"""
WAIT = 60


def _environment(broker: Broker) -> dict[str, str]:
    return {
        **os.environ,
        "TOCSIN_KAFKA__BOOTSTRAP_SERVERS": broker.bootstrap_servers,
        "TOCSIN_KAFKA__TOPIC_PREFIX": broker.topic_prefix,
        "TOCSIN_KAFKA__EMBEDDED": "true" if broker.embedded else "false",
        "TOCSIN_PORTS__INGEST": "0",
    }


def _records(broker: Broker, wanted: int) -> list[ArticleRecord]:
    found: list[Record] = []
    end = time.monotonic() + WAIT
    with Consumer(broker, [broker.topic(ARTICLES)], broker.group("reader")) as consumer:
        while len(found) < wanted and time.monotonic() < end:
            found.extend(consumer.poll(timedelta(milliseconds=200)))
    return [ArticleRecord.model_validate_json(record.value or b"") for record in found]


def _until(claim: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not claim():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.05)


def test_what_ingest_counts_lies_on_the_topic(broker: Broker, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.jsonl").write_text('{"text": "Thulium stayed flat.", "id": "t-1", "source": "desk"}\n{"text": 3}\n')
    run = subprocess.run(
        [sys.executable, "-m", "tocsin", "ingest", str(tmp_path)],
        env=_environment(broker),
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert "2 articles from 3 pages, 1 could not be taken" in run.stdout
    assert "b.jsonl:2: has a number in its field `text`" in run.stderr
    by_id = {record.source: record for record in _records(broker, 2)}
    assert by_id["desk"].id == "t-1"
    page = by_id["files"]
    assert page.text.startswith("Holmium offers rise 4% as stocks thin out\n\nSellers")
    assert "Erbium" not in page.text
    assert page.dated
    assert page.article_id


@pytest.mark.embedded
def test_a_watched_folder_is_ingested_while_it_runs_and_it_stops_on_sigterm(
    embedded_broker: Broker, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    log = tmp_path / "log"
    config = tmp_path / "tocsin.yml"
    config.write_text(
        f"state_dir: {tmp_path}/state\nsources: [{{name: drop, directory: ./inbox, every: 1s, tier: 3}}]\n"
    )
    with log.open("wb") as out:
        child = subprocess.Popen(
            [sys.executable, "-m", "tocsin", "ingest", "--watch", "-c", str(config)],
            env=_environment(embedded_broker),
            stderr=out,
        )
    try:
        _until(lambda: b'"started"' in log.read_bytes() or child.poll() is not None)
        (inbox / "one.txt").write_text(PAGE)
        (record,) = _records(embedded_broker, 1)
        assert (record.source, record.tier) == ("drop", 3)
        port = (
            next(line for line in log.read_text().splitlines() if '"started"' in line)
            .split('"port": ')[1]
            .split(",")[0]
        )
        with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            _until((tmp_path / "state" / "ingest.seen").exists)
            assert b"tocsin_articles_total" in answer.read()
        with urlopen(f"http://127.0.0.1:{port}/readyz") as answer:
            assert answer.status == 200
        child.send_signal(signal.SIGTERM)
        assert child.wait(WAIT) == 0
    finally:
        if child.poll() is None:
            child.kill()
        child.wait()


@pytest.mark.embedded
def test_a_restart_sends_nothing_that_was_acknowledged(embedded_broker: Broker, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "one.txt").write_text(PAGE)
    config = tmp_path / "tocsin.yml"
    config.write_text(f"state_dir: {tmp_path}/state\nsources: [{{name: drop, directory: ./inbox, every: 1s}}]\n")
    for number, said in enumerate(('"articles": 1', '"known": 1')):
        log = tmp_path / f"log{number}"
        with log.open("wb") as out:
            child = subprocess.Popen(
                [sys.executable, "-m", "tocsin", "ingest", "--watch", "-c", str(config)],
                env=_environment(embedded_broker),
                stderr=out,
            )
        try:
            _until(lambda log=log, said=said: said.encode() in log.read_bytes())  # type: ignore[misc]
        finally:
            child.terminate()
            child.wait()
    assert len(_records(embedded_broker, 1)) == 1
