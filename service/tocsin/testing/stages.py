"""Processes for tests to start, stop, freeze and kill, and waiting that ends.

Every wait is for a condition, polled until a limit; a failed one says what the process printed.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from http.client import HTTPConnection
from types import TracebackType
from typing import Self

POLL = 0.02


def wait_until(claim: Callable[[], object], what: str, limit: float = 60.0) -> None:
    """Return when the claim holds; raise TimeoutError that says `what` when it does not within `limit` seconds."""
    end = time.monotonic() + limit
    while not claim():
        if time.monotonic() > end:
            raise TimeoutError(f"not within {limit:g} s: {what}")
        time.sleep(POLL)


class StageProcess:
    """A stage in a process of its own. The program prints the port of its probes as its first line."""

    def __init__(self, *argv: str) -> None:
        self.argv = argv
        self.lines: list[str] = []
        self._process = subprocess.Popen(  # noqa: S603 - a test's own program
            [sys.executable, *argv],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self.lines.append(line.rstrip("\n"))

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def status(self) -> int | None:
        """The exit status, None while it runs."""
        return self._process.poll()

    @property
    def port(self) -> int:
        """The port of its probes; waits for the first line."""
        wait_until(lambda: self.lines, f"{self.argv} prints its port")
        return int(self.lines[0])

    def get(self, path: str) -> tuple[int, str]:
        """Ask a probe."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def is_ready(self) -> bool:
        """Tell whether it says that it does its work."""
        try:
            return self.get("/readyz")[0] == 200
        except OSError:
            return False

    def problems(self) -> list[str]:
        """Return why it says that it is not ready."""
        return list(json.loads(self.get("/readyz")[1])["problems"])

    def figure(self, sample: str) -> float | None:
        """Return the value of a line of its metrics, such as `tocsin_records_total{stage="detect"}`, None without one."""
        return self.figures(sample).get(sample)

    def figures(self, prefix: str) -> dict[str, float]:
        """Return the lines of its metrics that begin with `prefix`, by what stands before their values."""
        lines = (line.rpartition(" ") for line in self.get("/metrics")[1].splitlines() if line.startswith(prefix))
        return {name: float(value) for name, _, value in lines}

    def wait_ready(self, limit: float = 60.0) -> Self:
        """Return itself once it is ready."""
        wait_until(lambda: self.is_ready() or self.status is not None, f"{self.argv[1:3]} is ready", limit)
        if self.status is not None:
            raise RuntimeError("\n".join(["ended before it was ready:", *self.lines[-20:]]))
        return self

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, if it still runs."""
        if self._process.poll() is None:
            os.kill(self.pid, number)

    def wait(self, limit: float = 60.0) -> int:
        """Return the exit status, waiting for the end."""
        status = self._process.wait(limit)
        self._reader.join(limit)
        return status

    def kill(self) -> None:
        """Kill it, as a power cut would."""
        self.signal(signal.SIGKILL)
        self.wait()

    def freeze(self) -> None:
        """Stop it in the middle of whatever it does; it has stopped when this returns."""
        self.signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self.pid, os.WSTOPPED)

    def thaw(self) -> None:
        """Let it go on."""
        self.signal(signal.SIGCONT)

    def stop(self) -> int:
        """Ask for an orderly end and return the exit status."""
        self.signal(signal.SIGTERM)
        return self.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        if error is not None:
            print("\n".join([f"{self.argv[1:]} printed:", *self.lines[-40:]]))  # noqa: T201 - for the report of the test


def frozen_in(processes: Sequence[StageProcess], claim: Callable[[], object], what: str, limit: float = 60.0) -> None:
    """Freeze the processes at a moment at which the claim holds, by freezing and thawing until one is met."""
    end = time.monotonic() + limit
    while True:
        for process in processes:
            process.freeze()
        if claim():
            return
        for process in processes:
            process.thaw()
        if time.monotonic() > end:
            raise TimeoutError(f"no such moment within {limit:g} s: {what}")
        time.sleep(POLL)
