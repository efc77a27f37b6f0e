"""Logs: one shape for all processes, to standard error: readable on a terminal, JSON lines otherwise.

Logs carry ids and hosts, never article text, receivers' addresses or query strings. Callers keep to that; the masks here are
the net below them, since foreign libraries and exceptions write what they like: an address of the web keeps its scheme and
host, any other `scheme://` only its scheme (a notifier's "host" may be a token), an e-mail address its first letter and host.
"""

import logging
import os
import re
import sys
import time
import traceback
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, TextIO

import structlog
from pydantic import ValidationError

MAX_VALUE = 2_000
"""Characters of one value in a log line; what is longer is cut and marked."""

FORMAT_VARIABLE = "TOCSIN_LOG_FORMAT"
"""Environment variable: `console` or `json`; else a terminal gets the one and anything else the other."""

MAX_KINDS = 1_000
"""Kinds of foreign lines that are remembered at once; some libraries put names into their texts."""

_URL = re.compile(r"\b([A-Za-z][A-Za-z0-9+.-]{1,30})://([^\s\"'<>]*)")
_MAIL = re.compile(r"([A-Za-z0-9])[A-Za-z0-9._%+-]*@([A-Za-z0-9][A-Za-z0-9.-]*)")
_NUMBER = re.compile(r"0x[0-9a-f]+|[0-9]+(?:\.[0-9]+)?")
_WEB = frozenset({"http", "https"})
_QUIET = ("faust", "mode", "aiokafka", "kafka", "apprise", "asyncio", "httpx", "urllib3", "trafilatura", "alembic")


def mask(text: str) -> str:
    """Return the text with what may be secret in addresses taken out, and cut to a bearable length."""
    if len(text) > MAX_VALUE:
        text = text[:MAX_VALUE] + "…"
    return _MAIL.sub(r"\1…@\2", _URL.sub(_mask_url, text))


def _mask_url(found: re.Match[str]) -> str:
    scheme, rest = found[1], found[2]
    if scheme.lower() not in _WEB:
        return f"{scheme}://…"
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    host = authority.rpartition("@")[2]
    return f"{scheme}://{host}" if rest == authority == host else f"{scheme}://{host}/…"


def describe(error: BaseException) -> str:
    """Say what went wrong without the input that caused it: for dead letters and logs.

    Of pydantic's errors the place and the kind; of others the type and the message, masked.
    """
    if isinstance(error, ValidationError):
        parts = [
            f"{'.'.join(map(str, fault['loc'])) or 'value'}: {fault['type']}"
            for fault in error.errors(include_input=False, include_url=False, include_context=False)[:10]
        ]
        return f"{error.title}: {'; '.join(parts)}"
    message = str(error)
    return mask(f"{type(error).__name__}: {message}" if message else type(error).__name__)


def where(error: BaseException) -> str:
    """Name the line that raised, as `module.py:12 function`; nothing of the data that it worked on."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "unknown"
    last = frames[-1]
    return f"{last.filename.rpartition('/')[2]}:{last.lineno} {last.name}"


def tell_exception(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Turn `exc_info` into `error` and `trace`, lines only: a traceback's messages may quote an article (a structlog processor)."""
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given if isinstance(given, BaseException) else sys.exc_info()[1]
    if given and isinstance(error, BaseException):
        event.setdefault("error", describe(error))
        frames = traceback.extract_tb(error.__traceback__)[-8:]
        event["trace"] = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def mask_event(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Mask every text of a log line, within lists and mappings too (a structlog processor)."""
    for key, value in event.items():
        if not key.startswith("_"):
            event[key] = _masked(value)
    return event


def _masked(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {_masked(key): _masked(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_masked(item) for item in value]
    if isinstance(value, bytes | bytearray):
        return f"{len(value)} bytes"
    return mask(describe(value) if isinstance(value, BaseException) else str(value))


def configure(
    stage: str | None = None, *, level: str = "INFO", stream: TextIO | None = None, as_json: bool | None = None
) -> None:
    """Set up structlog and the standard library's loggers of this process, once, at its start.

    `stage` stands in every line. Without `as_json` the variable TOCSIN_LOG_FORMAT decides (console or json), else a terminal gets
    the readable form. Foreign libraries speak from WARNING up.
    """
    out = stream if stream is not None else sys.stderr
    in_json = _wants_json(out) if as_json is None else as_json
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        *([] if stage is None else [_Stage(stage)]),
        structlog.processors.StackInfoRenderer(),
        tell_exception,
        mask_event,
    ]
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if in_json
        else structlog.dev.ConsoleRenderer(colors=out.isatty())
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    handler.addFilter(Throttle())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    quiet_foreign()
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _wants_json(out: TextIO) -> bool:
    wish = os.environ.get(FORMAT_VARIABLE, "").lower()
    return wish == "json" if wish in {"json", "console"} else not out.isatty()


def quiet_foreign() -> None:
    """Keep foreign libraries to warnings; some reset their loggers when they start, so a stage may call this again."""
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


class Throttle(logging.Filter):
    """Lets a foreign library say one thing once in a while: without a broker aiokafka writes ten lines a second, all the same.

    The next line of the kind says how many were left out. Our own lines always pass. `clock` returns seconds.
    """

    def __init__(self, every: float = 10.0, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._every, self._clock = every, clock
        self._last: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether the line passes."""
        if record.name.partition(".")[0] not in _QUIET:
            return True
        key, now = (record.name, _NUMBER.sub("#", str(record.msg))), self._clock()  # some write their numbers in
        said, left_out = self._last.get(key, (-self._every, 0))
        if now - said < self._every:
            self._last[key] = (said, left_out + 1)
            return False
        if len(self._last) >= MAX_KINDS:
            self._last.clear()
        self._last[key] = (now, 0)
        if left_out:
            record.msg = f"{record.msg} ({left_out} more like it left out)"
        return True


class _Stage:
    """Puts the stage into every line."""

    def __init__(self, stage: str) -> None:
        self._stage = stage

    def __call__(self, _logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event.setdefault("stage", self._stage)
        return event
