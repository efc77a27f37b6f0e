"""`tocsin run` on a real Kafka with real rules, policies and mail: each of its stages is killed while articles come in.

Every article is an event of its own and makes one alert, so the mailbox knows what must be in it: sixty alerts, each sent once.
Only a kill of deliver may send a message twice, with the same alert id and revision: where it falls between the mail server's
accept and the ledger's write.
"""

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tocsin.broker import Broker
from tocsin.notifiers.mailbox import Mailbox
from tocsin.testing.stages import StageProcess, wait_until

pytestmark = [pytest.mark.real_broker, pytest.mark.slow]

COMMODITIES = (
    "Antimony",
    "Tungsten",
    "Copper",
    "Nickel",
    "Cobalt",
    "Gallium",
    "Germanium",
    "Zinc",
    "Tin",
    "Lithium carbonate",
)
COUNT = 60
STAGES = ("ingest", "detect", "correlate", "deliver")

CONFIGURATION = """\
kafka: {{bootstrap_servers: "{servers}", topic_prefix: "{prefix}", session_timeout: 6s}}
state_dir: state
ports: {{ingest: 0, detect: 0, correlate: 0, deliver: 0}}
sources: [{{name: wire, directory: inbox, every: 1s}}]
receivers:
  desk: {{url: "{mailbox}&mode=insecure"}}
policies:
  - {{name: price up, signal: price_move, direction: up, severity: high, send_to: desk}}
"""


def sentence(number: int) -> str:
    """Return a fact that no other number tells: another commodity, or a change far from the others of its commodity."""
    commodity = COMMODITIES[number % len(COMMODITIES)]
    return f"{commodity} prices rose {5 + number // len(COMMODITIES) * 3}.{number % 10}% this week, traders said."


class Run:
    """`tocsin run` with an inbox that fills and a mailbox."""

    def __init__(self, broker: Broker, folder: Path, mailbox: Mailbox) -> None:
        self.mailbox = mailbox
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        config = folder / "tocsin.yml"
        config.write_text(
            CONFIGURATION.format(
                servers=broker.bootstrap_servers, prefix=broker.topic_prefix, mailbox=mailbox.url("desk@desk.example")
            ),
            encoding="utf-8",
        )
        self.process = StageProcess("-m", "tocsin", "run", "-c", str(config))
        self.feeder = threading.Thread(target=self._feed)
        self.feeder.start()

    def _feed(self) -> None:
        """Drop a file of two articles several times a second, each complete when it appears."""
        for begin in range(0, COUNT, 2):
            records = [{"id": str(n), "source": "wire", "text": sentence(n)} for n in (begin, begin + 1)]
            draft = self.inbox / f".{begin}.part"
            draft.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
            draft.rename(self.inbox / f"{begin:03}.jsonl")
            time.sleep(0.4)

    def pids(self, stage: str) -> list[int]:
        """Return the process ids that the stage has had so far, as the supervisor told them."""
        started = [line for line in self.process.lines if '"stage started"' in line and f'"of": "{stage}"' in line]
        return [int(json.loads(line)["pid"]) for line in started]

    def kill(self, stage: str) -> None:
        """Kill the stage, and wait until it is started again."""
        before = self.pids(stage)
        os.kill(before[-1], signal.SIGKILL)
        wait_until(partial(self._has_more, stage, len(before)), f"{stage} is started again")

    def _has_more(self, stage: str, count: int) -> bool:
        return len(self.pids(stage)) > count

    def has_sent(self, count: int) -> bool:
        return len(self.mailbox.counts()) >= count

    def subjects(self) -> set[str]:
        """Return what the messages say in their first line: commodity, direction and number."""
        return {mail.subject for mail in self.mailbox.mails}


@pytest.fixture
def run(real_broker: Broker, tmp_path: Path) -> Iterator[Run]:
    with Mailbox() as mailbox:
        running = Run(real_broker, tmp_path, mailbox)
        yield running
        running.feeder.join(60)
        assert running.process.stop() == 0, running.process.lines[-20:]


def test_kill_of_each_stage_loses_no_alert_and_sends_none_twice(run: Run) -> None:
    for number, stage in enumerate((*STAGES, *reversed(STAGES)), start=1):
        wait_until(partial(run.has_sent, number * COUNT // 12), f"{number * COUNT // 12} alerts are sent", 90)
        run.kill(stage)
    wait_until(partial(run.has_sent, COUNT), "all alerts are sent", 90)
    run.feeder.join(60)
    counts = run.mailbox.counts()
    assert len({alert for alert, _, _ in counts}) == COUNT
    assert {(revision, receiver) for _, revision, receiver in counts} == {(1, "desk")}
    assert len(run.subjects()) == COUNT
    twice = sum(counts.values()) - COUNT
    assert twice <= len(run.pids("deliver")) - 1, "only a kill of deliver may repeat the message that it was sending"
