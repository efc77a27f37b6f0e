"""Read how an attempt of a stock plugin ended from what it wrote to Apprise's log: the plugin itself only says yes or no.

Apprise's log is kept from everybody else, for it quotes addresses and answers; nothing of it is told but a status.
"""

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tocsin.deliver.values import Failure, Outcome
from tocsin.notifiers.calls import classify

LOGGER = "apprise"
_HTTP = re.compile(r"\berror=(\d{3})\b")
_SMTP = re.compile(r"[({]\s*(?:'[^']*':\s*\()?(\d{3}), b")
_SMTP_REFUSED = re.compile(r"was refused: (\d{3}) ")
_MAX_LINES = 400


class _Lines(logging.Handler):
    """Keeps the lines that one thread writes."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._thread = threading.get_ident()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread and len(self.lines) < _MAX_LINES:
            self.lines.append(record.getMessage())


@contextmanager
def listen() -> Iterator[list[str]]:
    """Collect what Apprise logs in this thread while the block runs; nobody else gets to read it."""
    logger = logging.getLogger(LOGGER)
    logger.propagate = False
    if logger.level != logging.DEBUG:
        logger.setLevel(logging.DEBUG)
    handler = _Lines()
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)


def read(lines: list[str]) -> Outcome:
    """Return the outcome of an attempt that failed; what tells nothing is transient."""
    for line in lines:
        if found := _HTTP.search(line):
            return classify(int(found[1]), {})
        if found := _SMTP.search(line) or _SMTP_REFUSED.search(line):
            code = int(found[1])
            failure = Failure.PERMANENT if 500 <= code < 600 else Failure.TRANSIENT
            return Outcome(failure, f"SMTP {code}", None, code)
    joined = "\n".join(lines)
    if "no Email recipients" in joined:
        return Outcome(Failure.PERMANENT, "the address names no recipient")
    told = "no connection" if "onnection error" in joined else "the channel did not accept the message"
    return Outcome(Failure.TRANSIENT, told)
