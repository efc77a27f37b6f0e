"""All stages on one machine: start, watch, start again, stop in order.

A child is a program with a name. What it prints is passed on line by line with its name before it, except JSON lines, which
name their stage themselves. A child that dies is started again (`restarts.py` decides when, and when not). A stop asks the
children one after the other in the order given, each with time to finish what it has in hand: with ingest first, the later
stages still work on what the earlier ones wrote. Killing any of them, or all, is safe; it only costs time.
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal
from urllib.error import URLError
from urllib.request import urlopen

from tocsin.streams import leash
from tocsin.streams.restarts import GiveUp, History, Rules

STOP_WITHIN = 30.0
"""Seconds that a child has for an orderly end; longer than any stage needs for the batch in hand."""

READY_POLL = 0.25

ONE_WISH = 1.0
"""Seconds within which two requests to stop are one: `timeout` and terminals signal a process and its group at once."""


@dataclass(frozen=True)
class Child:
    """A program to keep running. `argv[0]` is its path; `env` is added to our own; `ready_url` answers 200 once it works."""

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    ready_url: str | None = None


@dataclass(frozen=True)
class Event:
    """What happened to a child. `status` is its exit status, `detail` a pause in seconds or a reason in words."""

    kind: Literal["started", "ready", "died", "restarts", "gave_up", "stopping", "stopped", "killed"]
    child: str
    pid: int | None = None
    status: int | None = None
    detail: str = ""


@dataclass
class _Run:
    """A child's present run and its past."""

    child: Child
    history: History = field(default_factory=History)
    process: "subprocess.Popen[str] | None" = None
    began: float = 0.0
    start_at: float | None = 0.0


class Supervisor:
    """Keeps children running until told to stop.

    `on_event` is told what happens, `on_line` every line a child prints (name, line); both are called from several threads.
    `before_start` is called before every start and may wait, for a broker to answer say; what it raises ends `run`.
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        rules: Rules | None = None,
        stop_within: float = STOP_WITHIN,
        on_event: Callable[[Event], None] | None = None,
        on_line: Callable[[str, str], None] | None = None,
        before_start: Callable[[], None] | None = None,
    ) -> None:
        self._runs = {child.name: _Run(child) for child in children}
        self._rules = rules if rules is not None else Rules()
        self._stop_within = stop_within
        self._on_event = on_event if on_event is not None else _ignore
        self._on_line = on_line if on_line is not None else print_line
        self._before_start = before_start
        self._deaths: queue.SimpleQueue[tuple[str, int] | None] = queue.SimpleQueue()  # a signal handler may put, too
        self._stop = threading.Event()
        self._hurry = threading.Event()
        self._asked = 0.0
        self._failure = ""

    # -- what others call ----------------------------------------------------------------------------------------------
    def run(self) -> int:
        """Keep the children running until `stop` is called or one of them cannot be helped; return the exit status.

        Everything is ended when this returns. 0 after an orderly stop, 1 when it gave up; `failure` then says why. Children
        end with the thread that calls this, so call it from one that stays.
        """
        try:
            while not self._stop.is_set() and not self._failure:
                self._start_what_is_due()
                self._wait_for_news()
        finally:
            self._stop_all()
        return 1 if self._failure else 0

    def stop(self) -> None:
        """Ask for an orderly stop; may be called from a signal handler and from any thread.

        A second call after a second (ONE_WISH) kills at once.
        """
        asked = time.monotonic()
        if self._stop.is_set() and asked - self._asked > ONE_WISH:
            self._hurry.set()
        elif not self._stop.is_set():
            self._asked = asked
        self._stop.set()
        self._deaths.put(None)

    @property
    def is_stopping(self) -> bool:
        """Tell whether a stop was asked for."""
        return self._stop.is_set()

    @property
    def failure(self) -> str:
        """Why it gave up, in a sentence; empty otherwise."""
        return self._failure

    def pid(self, name: str) -> int | None:
        """Return the process id of a child's present run, None between two runs."""
        process = self._runs[name].process
        return process.pid if process is not None else None

    # -- starting ------------------------------------------------------------------------------------------------------
    def _start_what_is_due(self) -> None:
        for run in self._runs.values():
            if run.process is None and run.start_at is not None and run.start_at <= time.monotonic():
                if self._before_start is not None:
                    self._before_start()
                if not self._stop.is_set():
                    self._start(run)

    def _start(self, run: _Run) -> None:
        child = run.child
        held = [sys.executable, "-I", "-S", str(Path(leash.__file__)), str(os.getpid()), *child.argv]
        process = subprocess.Popen(  # noqa: S603 - the caller's own programs, no shell
            held,
            env={**os.environ, **child.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            bufsize=1,
            process_group=0,  # Ctrl-C at a terminal reaches us alone, so that the stop keeps its order
        )
        run.process, run.began, run.start_at = process, time.monotonic(), None
        self._on_event(Event("started", child.name, process.pid))
        threading.Thread(target=self._follow, args=(child.name, process), name=child.name, daemon=True).start()
        if child.ready_url is not None:
            threading.Thread(target=self._await_ready, args=(child, process), name=child.name, daemon=True).start()

    def _follow(self, name: str, process: "subprocess.Popen[str]") -> None:
        """Pass on what the child prints, then report its death."""
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                self._on_line(name, line.rstrip("\n"))
        process.wait()
        self._deaths.put((name, process.pid))

    def _await_ready(self, child: Child, process: "subprocess.Popen[str]") -> None:
        assert child.ready_url is not None
        while process.poll() is None and not self._stop.wait(READY_POLL):
            if answers(child.ready_url):
                self._on_event(Event("ready", child.name, process.pid))
                return

    # -- watching ------------------------------------------------------------------------------------------------------
    def _wait_for_news(self) -> None:
        due = [run.start_at for run in self._runs.values() if run.start_at is not None]
        timeout = max(0.0, min(due) - time.monotonic()) if due else None
        try:
            news = self._deaths.get(timeout=timeout)
        except queue.Empty:
            return
        if news is not None and not self._stop.is_set():
            self._bury(*news)

    def _bury(self, name: str, pid: int) -> None:
        run = self._runs[name]
        if run.process is None or run.process.pid != pid:
            return
        status, run.process = run.process.returncode, None
        self._on_event(Event("died", name, pid, status))
        run.history, decision = self._rules.after(run.history, time.monotonic() - run.began, status)
        if isinstance(decision, GiveUp):
            self._failure = f"{name}: {decision.reason}"
            self._on_event(Event("gave_up", name, pid, status, decision.reason))
            return
        run.start_at = time.monotonic() + decision.after
        self._on_event(Event("restarts", name, detail=f"{decision.after:g}"))

    # -- stopping ------------------------------------------------------------------------------------------------------
    def _stop_all(self) -> None:
        for run in self._runs.values():
            if run.process is not None:
                self._stop_one(run.child.name, run.process)

    def _stop_one(self, name: str, process: "subprocess.Popen[str]") -> None:
        self._on_event(Event("stopping", name, process.pid))
        process.terminate()
        end = time.monotonic() + self._stop_within
        while process.poll() is None and time.monotonic() < end and not self._hurry.is_set():
            with suppress(subprocess.TimeoutExpired):
                process.wait(min(0.2, self._stop_within))
        if process.poll() is None:
            process.kill()
            process.wait()
            self._on_event(Event("killed", name, process.pid, process.returncode))
        else:
            self._on_event(Event("stopped", name, process.pid, process.returncode))


def answers(url: str) -> bool:
    """Tell whether a probe answers 200."""
    try:
        with urlopen(url, timeout=2) as answer:  # noqa: S310 - the caller's own address, on loopback
            return bool(answer.status == 200)
    except (URLError, OSError, ValueError):
        return False


def print_line(name: str, line: str, *, out: IO[str] | None = None) -> None:
    """Print a child's line to standard error with its name before it; a JSON line names its stage itself and stays whole."""
    out = sys.stderr if out is None else out
    out.write(line + "\n" if is_json_line(line) else f"{name:<9} | {line}\n")
    out.flush()


def is_json_line(line: str) -> bool:
    """Tell whether the line is one JSON object."""
    if not (line.startswith("{") and line.endswith("}")):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _ignore(_event: Event) -> None:
    """Tell nobody."""
