"""One HTTP call to a channel, with an end to it: a total time limit, a limited answer, no redirects, nothing secret told."""

import logging
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx

from tocsin.deliver.values import Failure, Outcome

CONNECT_SECONDS = 10
TOTAL_SECONDS = 30
"""From the first byte sent to the last one read: a channel that drips its answer is left alone after this long."""

MAX_ANSWER = 64_000
_calling = threading.local()


class _Unnamed(logging.Filter):
    """Keeps the client from logging the address of a call: it is the secret itself."""

    def filter(self, _record: logging.LogRecord) -> bool:
        return not getattr(_calling, "now", False)


_UNNAMED = _Unnamed()
_TRY_AGAIN = frozenset({408, 421, 423, 425})


@dataclass(frozen=True)
class Answer:
    """What a channel answered, and what that means where the status alone says it."""

    status: int
    body: bytes
    outcome: Outcome


def post(url: str, content: Mapping[str, Any], headers: Mapping[str, str], total: float = TOTAL_SECONDS) -> Answer:
    """Post JSON once. Raises nothing: trouble on the way is a transient outcome with status 0."""
    timeout = httpx.Timeout(min(total, TOTAL_SECONDS), connect=min(total, CONNECT_SECONDS))
    end = time.monotonic() + total
    logging.getLogger("httpx").addFilter(_UNNAMED)  # adding it again changes nothing
    _calling.now = True
    try:
        with (
            httpx.Client(timeout=timeout, follow_redirects=False, verify=_trusted()) as client,
            client.stream("POST", url, json=content, headers=dict(headers)) as response,
        ):
            return Answer(response.status_code, _read(response, end), classify(response.status_code, response.headers))
    except TimeoutError:
        return _lost("no answer in time")
    except httpx.TimeoutException:
        return _lost("no answer in time")
    except httpx.ConnectError:
        return _lost("no connection")
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        return Answer(0, b"", Outcome(Failure.PERMANENT, "the address is not accepted"))
    except httpx.HTTPError as error:
        return _lost(f"connection lost ({type(error).__name__})")
    finally:
        _calling.now = False


@cache
def _trusted() -> ssl.SSLContext:
    """Return the certificates to trust, read once: reading them costs more than the call."""
    return ssl.create_default_context()


def classify(status: int, headers: Mapping[str, str], now: datetime | None = None) -> Outcome:
    """Say what a status means: 2xx sent, 429 rate limited, 5xx and a few more transient, the rest permanent."""
    told = f"HTTP {status}"
    if 200 <= status < 300:
        return Outcome(status=status, detail=told)
    pause = retry_after(headers.get("retry-after"), now or datetime.now(UTC))
    if status == 429 or (status == 503 and pause is not None):
        return Outcome(Failure.RATE_LIMITED, told, pause, status)
    if status >= 500 or status in _TRY_AGAIN:
        return Outcome(Failure.TRANSIENT, told, None, status)
    return Outcome(Failure.PERMANENT, told, None, status)


def retry_after(value: str | None, now: datetime) -> timedelta | None:
    """Read a `Retry-After` header: seconds, or a date. None when there is none or it says nothing."""
    text = (value or "").strip()
    try:
        return timedelta(seconds=min(max(float(text), 0), 86_400))
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(moment - now, timedelta(0)), timedelta(days=1))


def _read(response: httpx.Response, end: float) -> bytes:
    body = b""
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_ANSWER:
            break
        if time.monotonic() > end:
            raise TimeoutError
    return body


def _lost(told: str) -> Answer:
    return Answer(0, b"", Outcome(Failure.TRANSIENT, told))
