"""`tocsin run --ephemeral`: everything on an embedded broker, from a file in a folder to a mail, and an orderly end."""

import json
import os
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

from tocsin.notifiers.mailbox import Mailbox
from tocsin.testing.stages import StageProcess, wait_until

pytestmark = [pytest.mark.embedded, pytest.mark.slow]

CONFIGURATION = """\
state_dir: state
ports: {{ingest: 0, detect: 0, correlate: 0, deliver: 0}}
sources: [{{name: wire, directory: inbox, every: 1s}}]
receivers:
  desk: {{url: "{mailbox}&mode=insecure"}}
policies:
  - {{name: price up, signal: price_move, direction: up, severity: high, send_to: desk}}
"""


def start(folder: Path, mailbox: Mailbox) -> StageProcess:
    (folder / "inbox").mkdir()
    config = folder / "tocsin.yml"
    config.write_text(CONFIGURATION.format(mailbox=mailbox.url("desk@desk.example")), encoding="utf-8")
    article = {"id": "1", "source": "wire", "text": "Antimony prices rose 12.5% this week, traders said."}
    (folder / "inbox" / "news.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    return StageProcess("-m", "tocsin", "run", "--ephemeral", "-c", str(config))


def has_mail(mailbox: Mailbox) -> bool:
    return bool(mailbox.mails)


def told(process: StageProcess, event: str) -> list[dict[str, object]]:
    """Return the supervisor's lines of that event."""
    lines = [json.loads(line) for line in process.lines if line.startswith("{")]
    return [line for line in lines if line["event"] == f"stage {event}"]


def test_a_file_becomes_a_mail_and_the_stop_keeps_its_order(tmp_path: Path) -> None:
    with Mailbox() as mailbox, start(tmp_path, mailbox) as process:
        wait_until(partial(has_mail, mailbox), "the alert is in the mailbox", 90)
        assert process.stop() == 0
        assert [line["of"] for line in told(process, "stopped")] == ["ingest", "detect", "correlate", "deliver"]
        assert [mail.alert_id != "" for mail in mailbox.mails] == [True]


def is_gone(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_nothing_outlives_a_run_that_was_killed(tmp_path: Path) -> None:
    with Mailbox() as mailbox, start(tmp_path, mailbox) as process:
        wait_until(lambda: len(told(process, "started")) == 4, "all stages are started")
        pids = [int(str(line["pid"])) for line in told(process, "started")]
        os.kill(process.pid, signal.SIGKILL)
        wait_until(lambda: all(is_gone(pid) for pid in pids), "all stages have ended")
        assert process.wait() == -signal.SIGKILL
