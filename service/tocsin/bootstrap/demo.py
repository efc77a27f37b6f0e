"""The main job on sample articles, on this machine alone: embedded broker, the stages as processes, a mailbox.

Everything is the real thing (processes, topics, ledger, an SMTP conversation) except that the broker keeps nothing and the
articles are samples, moved in time so that the newest is of this minute.
"""

import contextlib
import os
import socket
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tocsin.bootstrap.following import Follower
from tocsin.broker import Broker, BrokerError, Producer, groups, lag, topics
from tocsin.broker.embedded import EmbeddedKafka
from tocsin.config import load_settings
from tocsin.messages import Alert, Article
from tocsin.notifiers.mailbox import HOST, Mailbox
from tocsin.pages import split
from tocsin.rules.faults import TocsinError
from tocsin.sources import Unreadable, read_pages
from tocsin.sources.ingest import outgoing
from tocsin.store import open_ledger
from tocsin.streams.supervisor import Child, Event, Supervisor

STAGES = ("detect", "correlate", "deliver")
START_WITHIN = timedelta(seconds=60)


class DemoError(TocsinError):
    """The demo could not go on; the message says what stopped and where its log is."""


@dataclass
class Progress:
    """What the demo has seen so far. `lags` is by stage, None where the broker does not say."""

    articles: int = 0
    signals: int = 0
    alerts: int = 0
    deliveries: int = 0
    duplicates: int = 0
    dead_letters: int = 0
    latencies: Sequence[float] = ()
    lags: Mapping[str, int | None] = field(default_factory=dict)
    waiting: int = 0

    def summary(self) -> dict[str, Any]:
        """Return the figures as the demo prints them; latencies in milliseconds from ingest to the mailbox."""
        return {
            "articles": self.articles,
            "signals": self.signals,
            "alerts": self.alerts,
            "deliveries": self.deliveries,
            "duplicates": self.duplicates,
            "dead_letters": self.dead_letters,
            "latency_ms": {
                name: percentile(self.latencies, part) for name, part in (("p50", 50), ("p95", 95), ("p99", 99))
            },
        }


def percentile(values: Sequence[float], part: int) -> float | None:
    """Return the percentile, interpolated between neighbours; None without values."""
    if not values:
        return None
    if len(values) == 1:
        return round(values[0], 1)
    return round(statistics.quantiles(values, n=100, method="inclusive")[part - 1], 1)


def free_ports(count: int) -> list[int]:
    """Return ports of loopback that nobody listens on now."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in sockets]


class Demo:
    """Starts everything on entry, stops it in order on exit. Paths: `folder` for what is made, `samples`, `config`."""

    def __init__(
        self,
        folder: Path,
        samples: Path,
        config: Path,
        *,
        on_alert: Callable[[Alert], None] | None = None,
        on_event: Callable[[Event], None] | None = None,
    ) -> None:
        self.folder, self._samples, self._config = folder, samples, config
        self._tell, self._on_event = on_alert, on_event
        self._stack = contextlib.ExitStack()
        self._articles = 0
        self._fed = threading.Event()
        self._ready: set[str] = set()
        self._log_lock = threading.Lock()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            self._make_folder()
            self._forget_last_run()
            self._log = stack.enter_context((self.folder / "stages.log").open("w", encoding="utf-8"))
            self.mailbox = stack.enter_context(Mailbox(self.folder / "mailbox"))
            embedded = stack.enter_context(EmbeddedKafka())
            self.broker: Broker = embedded.broker
            topics.create(self.broker, maker=embedded)
            self._ports = dict(zip(STAGES, free_ports(len(STAGES)), strict=True))
            environ = self._environment()
            settings = load_settings(self._config, {**os.environ, **environ}, {})
            self.ledger = stack.enter_context(contextlib.closing(open_ledger(settings.ledger_url)))
            self._alerts = stack.enter_context((self.folder / "alerts.jsonl").open("wb"))
            self._follower = Follower(self.broker, self._keep)
            self._supervise(environ, stack)
            self._follower.start()
            stack.callback(self._follower.close)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DemoError(
                f"{self.folder}: cannot be made a folder ({error.strerror}); name another one with --folder"
            ) from error

    def _forget_last_run(self) -> None:
        """Remove the ledger and mail of an earlier demo: a ledger that knows these alerts would rightly send none again."""
        for path in (*self.folder.glob("ledger.sqlite*"), *(self.folder / "mailbox").glob("[0-9]*.*")):
            path.unlink()

    def _environment(self) -> dict[str, str]:
        return {
            "TOCSIN_KAFKA__BOOTSTRAP_SERVERS": self.broker.bootstrap_servers,
            "TOCSIN_KAFKA__EMBEDDED": "true",
            "TOCSIN_STATE_DIR": str(self.folder.resolve()),
            "TOCSIN_DEMO_SMTP": f"{HOST}:{self.mailbox.port}",
            **{f"TOCSIN_PORTS__{name.upper()}": str(port) for name, port in self._ports.items()},
        }

    # -- the stages ----------------------------------------------------------------------------------------------------
    def _supervise(self, environ: Mapping[str, str], stack: contextlib.ExitStack) -> None:
        python = sys.executable
        children = [
            Child(
                name,
                [python, "-m", "tocsin", name, "-c", str(self._config)],
                environ,
                ready_url=f"http://127.0.0.1:{port}/readyz",
            )
            for name, port in self._ports.items()
        ]
        self._supervisor = Supervisor(children, on_event=self._note, on_line=self._write_line)
        thread = threading.Thread(target=self._supervisor.run, name="supervisor", daemon=True)
        thread.start()
        stack.callback(thread.join, 60)
        stack.callback(self._supervisor.stop)

    def _note(self, event: Event) -> None:
        self._write_line("demo", f"{event.child} {event.kind} {event.detail}".strip())
        if event.kind == "ready":
            self._ready.add(event.child)
        if self._on_event is not None:
            self._on_event(event)

    def _write_line(self, name: str, line: str) -> None:
        with self._log_lock:
            if not self._log.closed:
                self._log.write(f"{name:<9} | {line}\n")
                self._log.flush()

    def _keep(self, alert: Alert) -> None:
        self._alerts.write(alert.to_json() + b"\n")
        self._alerts.flush()
        if self._tell is not None:
            self._tell(alert)

    # -- the articles --------------------------------------------------------------------------------------------------
    def articles(self) -> list[Article]:
        """Return the sample articles in the order in which they came out, moved in time to end now."""
        now = datetime.now(UTC)
        found: list[Article] = []
        for page in read_pages([self._samples]):
            if isinstance(page, Unreadable):
                raise DemoError(f"a sample cannot be read: {page}")
            found += split(page, now)
        shift = now - max(article.updated_at or article.published_at for article in found)
        moved = [
            article.model_copy(
                update={
                    "published_at": article.published_at + shift if article.dated else now,
                    "updated_at": None if article.updated_at is None else article.updated_at + shift,
                }
            )
            for article in found
        ]
        return sorted(moved, key=lambda article: article.updated_at or article.published_at)

    def wait_until_ready(self, within: timedelta = START_WITHIN, stop: threading.Event | None = None) -> bool:
        """Wait until every stage takes records; False when `stop` was set meanwhile. Raises DemoError when one does not."""
        until = time.monotonic() + within.total_seconds()
        stop = stop if stop is not None else threading.Event()
        while self._ready != set(STAGES):
            self._check_alive()
            if time.monotonic() > until:
                late = ", ".join(sorted(set(STAGES) - self._ready))
                raise DemoError(f"{late}: not ready within {within.total_seconds():.0f} s; see {self._log.name}")
            if stop.wait(0.05):
                return False
        return True

    def _check_alive(self) -> None:
        if self._supervisor.failure:
            raise DemoError(f"{self._supervisor.failure}; its last words are in {self._log.name}")

    def feed(self, pause: timedelta = timedelta()) -> Iterator[Article]:
        """Produce the articles one after the other, each acknowledged; yield each with its ingest time."""
        with Producer(self.broker) as producer:
            for waiting in self.articles():
                article = waiting.model_copy(update={"ingested_at": datetime.now(UTC)})
                producer.send_all([outgoing(self.broker, article)])
                self._articles += 1
                yield article
                time.sleep(pause.total_seconds())
        self._fed.set()

    # -- what is seen --------------------------------------------------------------------------------------------------
    def progress(self) -> Progress:
        """Return what was seen up to now. Raises DemoError when a stage cannot be kept alive."""
        self._check_alive()
        # What is still to come is asked first: a message that arrives between the two is then counted and not missed.
        lags = self._lags()
        waiting = sum(n for status, n in self.ledger.counts().items() if status in {"waiting", "sending"})
        counts, mails = self._follower.counts, self.mailbox.mails
        return Progress(
            articles=self._articles,
            signals=counts.signals,
            alerts=counts.alerts,
            deliveries=len(mails),
            duplicates=self.mailbox.duplicates(),
            dead_letters=counts.dead_letters,
            latencies=[
                (mail.at - counts.ingested[alert, revision]) / timedelta(milliseconds=1)
                for mail in mails
                for alert, revision, _ in mail.keys
                if (alert, revision) in counts.ingested
            ],
            lags=lags,
            waiting=waiting,
        )

    def _lags(self) -> dict[str, int | None]:
        found: dict[str, int | None] = {}
        for stage in groups.ALL:
            try:
                behind = lag(self.broker, self.broker.group(stage.group), [self.broker.topic(stage.reads)])
                found[stage.stage] = sum(behind.values())
            except BrokerError:
                found[stage.stage] = None
        return found

    def is_done(self, progress: Progress) -> bool:
        """Tell whether every article was fed, worked through by each stage in turn, and every message sent."""
        return (
            self._fed.is_set()
            and all(behind == 0 for behind in progress.lags.values())
            and progress.waiting == 0
            and self._follower.counts.findings + progress.dead_letters >= progress.articles
        )
