import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tocsin.streams.restarts import Rules
from tocsin.streams.supervisor import Child, Event, Supervisor, is_json_line, print_line
from tocsin.telemetry import Metrics, serve

STAYS = "import signal, sys, time\nprint('up', flush=True)\nsignal.signal(signal.SIGTERM, lambda *_: sys.exit(0))\nwhile True: time.sleep(1)"
DEAF = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\nwhile True: time.sleep(1)"

SLOW_TO_STOP = STAYS.replace("sys.exit(0)", "(time.sleep(0.4), sys.exit(0))")


def python(name: str, code: str, ready_url: str | None = None) -> Child:
    return Child(name, [sys.executable, "-I", "-S", "-c", code], ready_url=ready_url)


class Watched:
    """A supervisor in a thread, with what it told."""

    def __init__(self, *children: Child, rules: Rules | None = None, stop_within: float = 10) -> None:
        self.events: list[Event] = []
        self.lines: list[tuple[str, str]] = []
        self.status: int | None = None
        self.supervisor = Supervisor(
            children,
            rules=rules,
            stop_within=stop_within,
            on_event=self.events.append,
            on_line=lambda name, line: self.lines.append((name, line)),
        )
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        self.status = self.supervisor.run()

    def wait_for(self, claim: Callable[[], object]) -> None:
        end = time.monotonic() + 20
        while not claim():
            assert time.monotonic() < end, (self.events, self.lines)
            threading.Event().wait(0.01)

    def told(self, kind: str, child: str) -> list[Event]:
        return [event for event in self.events if (event.kind, event.child) == (kind, child)]

    def finish(self) -> int | None:
        self.supervisor.stop()
        self.thread.join(30)
        assert not self.thread.is_alive()
        return self.status


Start = Callable[..., Watched]


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[Watched] = []

    def start_one(*children: Child, rules: Rules | None = None, stop_within: float = 10) -> Watched:
        started.append(Watched(*children, rules=rules, stop_within=stop_within))
        return started[-1]

    yield start_one
    for watched in started:
        watched.finish()


def test_children_are_stopped_one_after_the_other_in_their_order(start: Start) -> None:
    it = start(*[python(name, STAYS) for name in ("ingest", "detect", "correlate", "deliver")])
    it.wait_for(lambda: len(it.lines) == 4)
    assert it.finish() == 0
    ends = [(event.kind, event.child) for event in it.events if event.kind != "started"]
    assert ends == [
        (kind, name) for name in ("ingest", "detect", "correlate", "deliver") for kind in ("stopping", "stopped")
    ]


def test_a_killed_child_is_started_again(start: Start) -> None:
    it = start(python("detect", STAYS))
    it.wait_for(lambda: it.lines)
    first = it.supervisor.pid("detect")
    assert first is not None
    os.kill(first, signal.SIGKILL)
    it.wait_for(lambda: len(it.lines) == 2)
    [died] = it.told("died", "detect")
    assert (died.pid, died.status) == (first, -9)
    assert it.supervisor.pid("detect") not in (None, first)


def test_a_crash_loop_ends_everything_and_is_told_in_a_sentence(start: Start) -> None:
    it = start(
        python("deliver", STAYS), python("detect", "print('no such table'); raise SystemExit(1)"), rules=Rules(30, 3)
    )
    it.thread.join(30)
    assert it.status == 1
    assert it.supervisor.failure.startswith("detect: it died 3 times in a row within 30 s of its start")
    assert it.told("stopped", "deliver")
    assert it.lines.count(("detect", "no such table")) == 3


def test_a_child_with_a_wrong_configuration_is_not_started_again(start: Start) -> None:
    it = start(python("detect", "raise SystemExit(2)"))
    it.thread.join(30)
    assert it.status == 1
    assert len(it.told("started", "detect")) == 1


def test_a_child_that_does_not_listen_is_killed(start: Start) -> None:
    it = start(python("detect", DEAF), stop_within=0.2)
    it.wait_for(lambda: it.lines)
    assert it.finish() == 0
    assert [event.kind for event in it.events] == ["started", "stopping", "killed"]


def test_two_requests_to_stop_at_once_are_one(start: Start) -> None:
    it = start(python("detect", SLOW_TO_STOP))
    it.wait_for(lambda: it.lines)
    it.supervisor.stop()
    assert it.finish() == 0
    assert [event.kind for event in it.events] == ["started", "stopping", "stopped"]


def test_a_later_second_request_to_stop_kills(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.streams.supervisor.ONE_WISH", -1.0)
    it = start(python("detect", DEAF), stop_within=60)
    it.wait_for(lambda: it.lines)
    it.supervisor.stop()
    assert it.finish() == 0
    assert [event.kind for event in it.events] == ["started", "stopping", "killed"]


def test_readiness_is_told_once_the_probe_says_so(start: Start) -> None:
    problems = ["reads its state back"]
    probes = serve(0, ready=lambda: problems, registry=Metrics().registry)
    it = start(python("correlate", STAYS, f"http://127.0.0.1:{probes.port}/readyz"))
    it.wait_for(lambda: it.lines)
    assert not it.told("ready", "correlate")
    problems.clear()
    it.wait_for(lambda: it.told("ready", "correlate"))
    it.finish()
    probes.close()


def test_what_fails_before_a_start_ends_the_run_and_the_children() -> None:
    class GoneError(Exception):
        pass

    starts: list[int] = []

    def before_start() -> None:
        starts.append(1)
        if len(starts) == 2:
            raise GoneError

    events: list[Event] = []
    children = [python("ingest", STAYS), python("detect", STAYS)]
    supervisor = Supervisor(children, on_event=events.append, on_line=lambda *_: None, before_start=before_start)
    with pytest.raises(GoneError):
        supervisor.run()
    assert [(event.kind, event.child) for event in events][:2] == [("started", "ingest"), ("stopping", "ingest")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_children_end_with_a_supervisor_that_was_killed(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from tocsin.streams.supervisor import Child, Supervisor\n"
        f"child = Child('detect', [sys.executable, '-c', {STAYS!r}])\n"
        "Supervisor([child], on_event=lambda e: print(e.kind, e.pid, flush=True), on_line=lambda n, l: print(l, flush=True)).run()\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=tmp_path)
    assert parent.stdout is not None
    kind, pid = parent.stdout.readline().split()
    assert (kind, parent.stdout.readline()) == ("started", "up\n")
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 20
    while Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]:
        assert time.monotonic() < end
        threading.Event().wait(0.01)


def test_lines_carry_the_name_unless_they_are_json() -> None:
    out = io.StringIO()
    print_line("detect", "Traceback", out=out)
    print_line("detect", '{"stage": "detect", "event": "up"}', out=out)
    print_line("detect", "{not json}", out=out)
    assert out.getvalue() == 'detect    | Traceback\n{"stage": "detect", "event": "up"}\ndetect    | {not json}\n'
    assert not is_json_line("{1, 2}")
