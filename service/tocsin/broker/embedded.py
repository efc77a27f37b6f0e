"""The embedded broker: librdkafka's in-process cluster, run in a subprocess of its own.

It speaks Kafka's protocol on a random port of 127.0.0.1, keeps everything in memory and only the newest 5 MiB of a
partition, knows no compaction and does not enforce transactions. Good for the demo and for fast tests.

The library is the one inside the confluent-kafka wheel, called through ctypes, since the Python package shows none of the
cluster's controls. The subprocess obeys lines on its standard input and ends when that closes, so it never outlives its
parent. It must not share a process with anything else: some faults of clients make the library abort.
"""

import ctypes
import importlib.util
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from tocsin.broker.address import Broker
from tocsin.broker.closing import Closing
from tocsin.broker.errors import EmbeddedBrokerError

_PATTERNS = ("confluent_kafka.libs/librdkafka*.so*", "confluent_kafka/.dylibs/librdkafka*.dylib")
_START_SECONDS = 30
_STOP_SECONDS = 5
_BROKER_ID = 1


class EmbeddedKafka(Closing):
    """Start the broker on entering, end it on leaving. Its controls may be called from any thread.

    Raises EmbeddedBrokerError when it cannot start, for instance without the extra `demo`.
    """

    def __init__(self, topic_prefix: str = "") -> None:
        self._prefix = topic_prefix
        self._process: subprocess.Popen[str] | None = None
        self._turn = threading.Lock()
        self._address = ""

    def start(self) -> Broker:
        """Start the subprocess and return its broker."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tocsin.broker.embedded"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,  # a signal to our group (Ctrl-C, `timeout`) is for us, who end the stages before their broker
        )
        watchdog = threading.Timer(_START_SECONDS, self._process.kill)
        watchdog.start()
        try:
            answer = self._read_answer()
        finally:
            watchdog.cancel()
        self._address = answer
        threading.Thread(target=_drain, args=(self._process.stderr,), daemon=True).start()
        return self.broker

    @property
    def broker(self) -> Broker:
        """Where it listens."""
        return Broker(self._address, self._prefix, embedded=True)

    @property
    def pid(self) -> int:
        """The process id of the subprocess."""
        if self._process is None:
            raise EmbeddedBrokerError("the embedded broker has not been started")
        return self._process.pid

    def create_topic(self, name: str, partitions: int) -> None:
        """Create a topic with that many partitions; nothing happens when it exists."""
        self._command(f"topic {name} {partitions}")

    def down(self) -> None:
        """Close all connections and refuse new ones; everything written stays."""
        self._command("down")

    def up(self) -> None:
        """Answer again."""
        self._command("up")

    def fail_next(self, api_key: int, code: int, times: int = 1) -> None:
        """Answer the next requests of that kind (0 is Produce, 1 Fetch, 8 OffsetCommit) with an error code of the protocol."""
        self._command(f"err {api_key} {code} {times}")

    def set_round_trip(self, milliseconds: int) -> None:
        """Delay every answer by that much."""
        self._command(f"rtt {milliseconds}")

    def close(self) -> None:
        """End the subprocess; what it kept is gone."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            with suppress(BrokenPipeError):  # a line that it ended without reading is still in our buffer
                process.stdin.close()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()

    def _command(self, line: str) -> None:
        with self._turn:
            process = self._process
            if process is None or process.stdin is None:
                raise EmbeddedBrokerError("the embedded broker is not running")
            try:
                process.stdin.write(line + "\n")
                process.stdin.flush()
            except OSError as error:
                raise EmbeddedBrokerError(
                    f"the embedded broker has ended (exit code {process.poll()}); start it anew"
                ) from error
            self._read_answer()

    def _read_answer(self) -> str:
        process = self._process
        if process is None or process.stdout is None:
            raise EmbeddedBrokerError("the embedded broker is not running")
        line = process.stdout.readline()
        word, _, rest = line.strip().partition(" ")
        if word == "ok":
            return rest
        if word == "error":
            raise EmbeddedBrokerError(rest)
        details = process.stderr.read().strip()[-500:] if process.stderr is not None and not line else line
        self.close()
        raise EmbeddedBrokerError(f"the embedded broker ended unexpectedly: {details or 'it said nothing'}")

    def __enter__(self) -> Self:
        self.start()
        return self


def _drain(stream: Any) -> None:
    """Read what the library prints, so that its pipe never fills."""
    try:
        for _ in stream:
            pass
    except ValueError:
        return  # closed meanwhile


def find_library() -> Path | None:
    """Return the library inside the confluent-kafka wheel, or None when the wheel is not installed."""
    spec = importlib.util.find_spec("confluent_kafka")
    if spec is None or not spec.submodule_search_locations:
        return None
    base = Path(next(iter(spec.submodule_search_locations))).parent
    return next((path for pattern in _PATTERNS for path in sorted(base.glob(pattern))), None)


class _Cluster:
    """The library's cluster of one broker, in this process."""

    def __init__(self, library: Path) -> None:
        self._library = ctypes.CDLL(str(library))
        pointer, number = ctypes.c_void_p, ctypes.c_int
        reason = ctypes.create_string_buffer(512)
        settings = self._function("rd_kafka_conf_new", pointer)()
        new = self._function("rd_kafka_new", pointer, number, pointer, ctypes.c_char_p, ctypes.c_size_t)
        client = new(0, settings, reason, 512)
        if not client:
            raise EmbeddedBrokerError(reason.value.decode("utf-8", "replace"))
        self._cluster = self._function("rd_kafka_mock_cluster_new", pointer, pointer, number)(client, 1)
        delay = self._function("rd_kafka_mock_group_initial_rebalance_delay_ms", None, pointer, ctypes.c_int32)
        delay(self._cluster, 0)  # else the first member of a group waits three seconds

    def _function(self, name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
        function = getattr(self._library, name)
        function.restype = result
        function.argtypes = list(arguments)
        return function  # type: ignore[no-any-return]  # a C function pointer

    def address(self) -> str:
        found = self._function("rd_kafka_mock_cluster_bootstraps", ctypes.c_char_p, ctypes.c_void_p)(self._cluster)
        return str(found.decode())

    def create_topic(self, name: str, partitions: int) -> None:
        create = self._function(
            "rd_kafka_mock_topic_create", ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int
        )
        code = create(self._cluster, name.encode(), partitions, 1)
        if code and code != _TOPIC_EXISTS:
            raise EmbeddedBrokerError(f"topic {name} with {partitions} partitions was refused with code {code}")

    def set_down(self, *, down: bool) -> None:
        name = "rd_kafka_mock_broker_set_down" if down else "rd_kafka_mock_broker_set_up"
        self._function(name, ctypes.c_int, ctypes.c_void_p, ctypes.c_int32)(self._cluster, _BROKER_ID)

    def set_round_trip(self, milliseconds: int) -> None:
        function = self._function(
            "rd_kafka_mock_broker_set_rtt", ctypes.c_int, ctypes.c_void_p, ctypes.c_int32, ctypes.c_int
        )
        function(self._cluster, _BROKER_ID, milliseconds)

    def fail_next(self, api_key: int, code: int, times: int) -> None:
        function = self._function(
            "rd_kafka_mock_push_request_errors_array",
            None,
            ctypes.c_void_p,
            ctypes.c_int16,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.c_int),
        )
        function(self._cluster, api_key, times, (ctypes.c_int * times)(*[code] * times))


_TOPIC_EXISTS = 36


def obey(cluster: Any, line: str) -> bool:
    """Carry out one line of the control channel; return whether to go on. Raises ValueError for what it does not know."""
    match line.split():
        case ["topic", name, partitions]:
            cluster.create_topic(name, int(partitions))
        case ["down"]:
            cluster.set_down(down=True)
        case ["up"]:
            cluster.set_down(down=False)
        case ["err", api_key, code, times]:
            cluster.fail_next(int(api_key), int(code), int(times))
        case ["rtt", milliseconds]:
            cluster.set_round_trip(int(milliseconds))
        case ["quit"]:
            return False
        case []:
            pass
        case _:
            raise ValueError(f"'{line.strip()}' is no command")
    return True


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run the broker until the standard input closes."""
    library = find_library()
    if library is None:
        _say("error the embedded broker needs confluent-kafka; install it with `pip install 'tocsin[demo]'`")
        return 1
    try:
        cluster = _Cluster(library)
        _say(f"ok {cluster.address()}")
    except (OSError, AttributeError, EmbeddedBrokerError) as error:
        _say(f"error librdkafka could not be used: {error}")
        return 1
    for line in sys.stdin:
        try:
            if not obey(cluster, line):
                break
        except (ValueError, EmbeddedBrokerError) as error:
            _say(f"error {error}")
        else:
            _say("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
