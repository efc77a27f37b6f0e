"""One real Apache Kafka node (KRaft) on loopback, run from its jars: for tests, and for a small machine without Docker.

The node's directory holds its settings, its log and its data. Started again on the same directory it has everything it had;
without one it gets a temporary directory that goes with it.
"""

import base64
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Self

from tocsin.broker.address import Broker
from tocsin.broker.closing import Closing
from tocsin.broker.errors import BrokerUnreachableError, LocalKafkaError
from tocsin.broker.kafka_jars import fetch

START_TIMEOUT = timedelta(seconds=90)
STOP_TIMEOUT = timedelta(seconds=30)
_LOOK_EVERY = 0.1
_JVM = ("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")
"""A small heap and the quick compiler: it is up in half the time, and one node on one machine needs no more."""


class LocalKafka(Closing):
    """A node that may be started, stopped, killed and paused.

    `tied`: it dies with this process, however that ends. `settings` replace its own, and must listen on `port`.
    """

    def __init__(
        self,
        directory: Path | None = None,
        *,
        port: int | None = None,
        tied: bool = True,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self._temporary = directory is None
        self.directory = Path(tempfile.mkdtemp(prefix="tocsin-kafka-")) if directory is None else directory.resolve()
        self.port = port or free_port()
        self._tied = tied
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher: subprocess.Popen[bytes] | None = None

    @property
    def broker(self) -> Broker:
        """Where it listens."""
        return Broker(f"127.0.0.1:{self.port}")

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._process.pid if self._process is not None else None

    @property
    def log(self) -> Path:
        """What the node prints."""
        return self.directory / "server.log"

    def start(self) -> Broker:
        """Start on the data that is there, and return when it answers. Raises LocalKafkaError with what it printed."""
        libraries = fetch()
        self.directory.mkdir(parents=True, exist_ok=True)
        if not is_free(self.port):
            raise LocalKafkaError(f"port {self.port} of 127.0.0.1 is taken; choose another with --port")
        settings = self.directory / "server.properties"
        settings.write_text(properties(self._settings or node_settings(self.directory, self.port, free_port())))
        java = ["java", *_JVM, "-Dlog4j2.level=WARN", f"-Dkafka.logs.dir={self.directory}", "-cp", f"{libraries}/*"]
        if not (self.directory / "data" / "meta.properties").is_file():
            self._format(java, settings)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603  # fixed words and our own paths
                [*java, "kafka.Kafka", str(settings)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the parent, which ends its stages before their broker
            )
        if self._tied:
            self._tie(self._process.pid)
        self._wait_until_up()
        return self.broker

    def stop(self) -> None:
        """Shut down in order; the data stay."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would; the data stay."""
        self._end(signal.SIGKILL)

    def pause(self) -> None:
        """Freeze the process: connections stay open and nothing answers."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a paused process go on."""
        self._signal(signal.SIGCONT)

    def close(self) -> None:
        """End it; a temporary directory goes with it."""
        if self._temporary:
            self.kill()
            shutil.rmtree(self.directory, ignore_errors=True)
        else:
            self.stop()

    def leave_running(self) -> int:
        """Hand the process over to nobody, so that it outlives this one; return its id."""
        process, self._process = self._process, None
        if process is None:
            raise LocalKafkaError("it is not running")
        process.returncode = 0  # nobody waits for it here
        return process.pid

    def _tie(self, pid: int) -> None:
        """Start a shell that kills the node when our end of its input closes, as it does with this process."""
        self._watcher = subprocess.Popen(  # noqa: S603  # fixed words
            ["/bin/sh", "-c", 'read -r _; kill -KILL "$0"', str(pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _untie(self) -> None:
        watcher, self._watcher = self._watcher, None
        if watcher is None:
            return
        watcher.kill()
        watcher.wait()
        if watcher.stdin is not None:
            watcher.stdin.close()

    def _format(self, java: list[str], settings: Path) -> None:
        cluster = cluster_id(uuid.uuid4().bytes)
        command = [*java, "kafka.tools.StorageTool", "format", f"--cluster-id={cluster}", f"--config={settings}"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603  # fixed words and our own paths
        except (OSError, subprocess.TimeoutExpired) as error:
            raise LocalKafkaError(f"the data directory could not be made: {error}") from error
        if done.returncode:
            raise LocalKafkaError(f"the data directory could not be made: {(done.stdout + done.stderr)[-800:]}")

    def _wait_until_up(self) -> None:
        end = time.monotonic() + START_TIMEOUT.total_seconds()
        while time.monotonic() < end:
            if self._process is None or self._process.poll() is not None:
                self._process = None
                self._untie()
                raise LocalKafkaError(f"Kafka ended while it started; the end of {self.log}:\n{tail(self.log)}")
            if not is_free(self.port):
                break
            time.sleep(_LOOK_EVERY)
        try:
            self.broker.wait_until_reachable(timedelta(seconds=max(1.0, end - time.monotonic())))
        except BrokerUnreachableError as error:
            self.kill()
            raise LocalKafkaError(f"Kafka did not answer in time; the end of {self.log}:\n{tail(self.log)}") from error

    def _signal(self, number: signal.Signals) -> None:
        if self._process is None:
            raise LocalKafkaError("it is not running")
        os.kill(self._process.pid, number)

    def _end(self, number: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        self._untie()
        process.send_signal(number)
        process.send_signal(signal.SIGCONT)
        try:
            process.wait(STOP_TIMEOUT.total_seconds())
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self


def node_settings(directory: Path, port: int, controller_port: int) -> dict[str, str]:
    """Return the node's settings: broker and controller in one process, on loopback, no replication, no automatic topics."""
    return {
        "process.roles": "broker,controller",
        "node.id": "1",
        "listeners": f"PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
        "controller.listener.names": "CONTROLLER",
        "inter.broker.listener.name": "PLAINTEXT",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "controller.quorum.voters": f"1@127.0.0.1:{controller_port}",
        "log.dirs": f"{directory / 'data'}",
        "num.partitions": "4",
        "default.replication.factor": "1",
        "min.insync.replicas": "1",
        "offsets.topic.replication.factor": "1",
        "offsets.topic.num.partitions": "4",
        "transaction.state.log.replication.factor": "1",
        "transaction.state.log.min.isr": "1",
        "transaction.state.log.num.partitions": "4",
        "share.coordinator.state.topic.replication.factor": "1",
        "share.coordinator.state.topic.min.isr": "1",
        "group.initial.rebalance.delay.ms": "0",
        "broker.session.timeout.ms": "3000",  # so long a node that was killed is refused by its own controller
        "broker.heartbeat.interval.ms": "500",
        "auto.create.topics.enable": "false",
        "log.cleaner.backoff.ms": "2000",
    }


def properties(settings: Mapping[str, str]) -> str:
    """Return settings in the form of a server.properties file."""
    return "".join(f"{key}={value}\n" for key, value in settings.items())


def cluster_id(chance: bytes) -> str:
    """Return sixteen bytes in Kafka's form of a cluster id, which must not look like an option to its tools."""
    found = base64.urlsafe_b64encode(chance).decode().rstrip("=")
    return found if not found.startswith("-") else "A" + found[1:]


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Tell whether nobody listens on that port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def tail(log: Path, lines: int = 12) -> str:
    """Return the last lines of a log."""
    if not log.is_file():
        return "(no log)"
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])


class LocalNode:
    """The node of one directory, running by itself in the background; any process may start, find and stop it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory.resolve()
        self._note = self.directory / "running.json"

    def address(self) -> str | None:
        """Return where it listens, or None when it does not run."""
        note = self._read_note()
        return f"127.0.0.1:{note[1]}" if note is not None else None

    def start(self, port: int) -> str:
        """Start it and return its address when it answers; if it runs already, only that. Raises LocalKafkaError."""
        self.directory.mkdir(parents=True, exist_ok=True)
        with (self.directory / "start.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            running = self.address()
            if running is not None:
                return running
            kafka = LocalKafka(self.directory, port=port, tied=False)
            kafka.start()
            self._note.write_text(json.dumps({"pid": kafka.leave_running(), "port": port}))
            return f"127.0.0.1:{port}"

    def stop(self) -> bool:
        """Shut it down in order and return when it has ended; False when it did not run. Raises LocalKafkaError."""
        note = self._read_note()
        if note is None:
            return False
        os.kill(note[0], signal.SIGTERM)
        end = time.monotonic() + STOP_TIMEOUT.total_seconds()
        while self._runs(note[0]):
            if time.monotonic() > end:
                raise LocalKafkaError(
                    f"Kafka (process {note[0]}) does not end; its log is {self.directory / 'server.log'}"
                )
            time.sleep(_LOOK_EVERY)
        self._note.unlink(missing_ok=True)
        return True

    def _read_note(self) -> tuple[int, int] | None:
        """Return process id and port of the running node; what a crash or reboot left behind counts as nothing."""
        try:
            found = json.loads(self._note.read_text())
            pid, port = int(found["pid"]), int(found["port"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return (pid, port) if self._runs(pid) else None

    def _runs(self, pid: int) -> bool:
        """Tell whether that process is this directory's node, and not another that got its number later."""
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return str(self.directory / "server.properties").encode() in words
