"""What passes on the topics, counted while it passes: for the demo, which shows the flow and sums it up."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tocsin.broker import Broker, Consumer, Record
from tocsin.broker.dead_letters import is_marker
from tocsin.messages import Alert, Findings
from tocsin.messages.topics import ALERTS, DEAD_LETTERS, SIGNALS

GROUP = "tocsin-follower"
JOINS_AGAIN = timedelta(seconds=15)
"""After how long a follower that was handed no record leaves its group and joins it again: a first joining can come to nothing."""


@dataclass
class Counts:
    """What was seen so far. `ingested` holds, for each alert revision, when its article was ingested."""

    findings: int = 0
    signals: int = 0
    dead_letters: int = 0
    ingested: dict[tuple[str, int], datetime] = field(default_factory=dict)

    @property
    def alerts(self) -> int:
        """How many events have alerted."""
        return len({alert_id for alert_id, _ in self.ingested})


class Follower:
    """Reads signals, alerts and dead letters in a thread of its own; `on_alert` is told each alert revision once."""

    def __init__(self, broker: Broker, on_alert: Callable[[Alert], None] | None = None) -> None:
        self._broker, self._on_alert = broker, on_alert
        self._topics = {
            broker.topic(SIGNALS): self._signals,
            broker.topic(ALERTS): self._alert,
            broker.topic(DEAD_LETTERS): self._dead_letter,
        }
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="follower", daemon=True)
        self.counts = Counts()

    def start(self) -> None:
        """Begin to read, from the start of the topics."""
        self._thread.start()

    def close(self) -> None:
        """Stop reading."""
        self._stop.set()
        self._thread.join(timeout=15)

    def _run(self) -> None:
        while not self._stop.is_set():
            self._follow()

    def _follow(self) -> None:
        """Read until told to stop; or, so that it may join anew, until it was handed nothing at all for a while."""
        with Consumer(self._broker, list(self._topics), self._broker.group(GROUP)) as consumer:
            patience: float | None = time.monotonic() + JOINS_AGAIN.total_seconds()
            while not self._stop.is_set() and (patience is None or time.monotonic() < patience):
                for record in consumer.poll(timedelta(milliseconds=200)):
                    patience = None  # from here on joining anew would count twice, since nothing is committed
                    self._topics[record.topic](record)

    def _signals(self, record: Record) -> None:
        found = Findings.model_validate_json(record.value or b"")
        self.counts.findings += 1
        self.counts.signals += len(found.signals)

    def _alert(self, record: Record) -> None:
        alert = Alert.model_validate_json(record.value or b"")
        key = (alert.alert_id, alert.revision)
        if key in self.counts.ingested:
            return
        self.counts.ingested[key] = alert.at
        if self._on_alert is not None:
            self._on_alert(alert)

    def _dead_letter(self, record: Record) -> None:
        self.counts.dead_letters += not is_marker(record)
