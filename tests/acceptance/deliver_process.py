"""A deliver process without a broker: alert revisions come from a file, so that only what it does itself is killed.

Arguments: ledger address, journal of alerts (JSON Lines), file of the offset, sink's address, lease in seconds.
"""

import json
import os
import sys
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tocsin.broker import Broker, Record, Sender
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.outbox import settle
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.render import render
from tocsin.deliver.values import Claim, Outcome, Settlement
from tocsin.notifiers import AppriseNotifier
from tocsin.store import open_ledger, sole_sender
from tocsin.streams.condition import Condition
from tocsin.streams.deliver import DeliverStage, follow
from tocsin.streams.outbox import Outbox
from tocsin.telemetry import Metrics

BATCH = 40


class Journal:
    """A reader of the file; its offset is committed as a broker would: after the fact, and at once for all readers."""

    def __init__(self, journal: Path, offset: Path) -> None:
        self._lines = journal.read_bytes().splitlines()
        self._offset = offset
        self._next = int(offset.read_text()) if offset.exists() else 0

    def poll(self, timeout: timedelta, max_records: int = BATCH) -> list[Record]:
        found = self._lines[self._next : self._next + min(max_records, BATCH)]
        if not found:
            threading.Event().wait(timeout.total_seconds())
        records = [
            Record("alerts", 0, self._next + number, datetime.now(UTC), None, line) for number, line in enumerate(found)
        ]
        self._next += len(records)
        return records

    def commit(self, records: Iterable[Record]) -> bool:
        new = self._offset.with_suffix(f".{os.getpid()}")
        new.write_text(str(max(record.offset for record in records) + 1))
        new.replace(self._offset)
        return True

    def close(self) -> None:
        """Nothing is held."""


def main(url: str, journal: str, offset: str, sink: str, lease: str) -> None:
    """Deliver until killed."""
    receivers = {
        name: build(name, {"url": f"json://{sink}/{name}?+X-Process={os.getpid()}"})
        for name in ("steady", "quick", "flaky")
    }
    glossary, metrics, condition = Glossary(), Metrics(), Condition()
    ledger = open_ledger(url)
    with sole_sender(ledger, lambda: True) as is_alone:
        if is_alone:
            ledger.take_over(datetime.now(UTC))
        outbox = Outbox(
            ledger,
            AppriseNotifier(),
            lambda claims, receiver, now: render(claims, receiver, now, glossary),
            receivers,
            owner=f"{os.getpid()}-{json.dumps(datetime.now(UTC).isoformat())}",
            metrics=metrics,
            lease=timedelta(seconds=float(lease)),
            settle=soon,
            pause=lambda failures, chance: timedelta(milliseconds=50 * chance) if failures > 2 else None,
        )
        outbox.start()
        follow(
            DeliverStage(Broker("nowhere:1"), ledger, receivers, condition=condition, metrics=metrics),
            Journal(Path(journal), Path(offset)),
            _no_dead_letters,
            outbox,
            condition=condition,
            metrics=metrics,
            stopping=threading.Event(),
        )


def soon(claim: Claim, outcome: Outcome, receiver: Receiver, now: datetime, chance: float) -> Settlement:
    """Settle as always, but try again within a fifth of a second: a test has no day to wait."""
    made = settle(claim, outcome, receiver, now, chance)
    pause = timedelta(milliseconds=50 + 150 * chance)
    return made if made.not_before is None else replace(made, not_before=min(made.not_before, now + pause))


def _no_dead_letters() -> Sender:
    raise AssertionError("a dead letter, where every alert is good")


if __name__ == "__main__":
    main(*sys.argv[1:])
