"""Receivers: where messages go, in which language, when, and how many. One model for the configuration and the room.

An address is a secret: it never shows in logs, errors, databases or pages, only as scheme and first characters of its host.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, field_validator, model_validator

Language = Literal["en", "zh"]
NAME = re.compile(r"[\w][\w .@+-]{0,63}\Z")
MIN_CAP, MAX_CAP = 1, 3_600


def _clock(value: object) -> object:
    """Read `7:00` and `22:00`; YAML readers that know sixties give minutes, which are refused."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", value.strip()) if isinstance(value, str) else None
    if isinstance(value, time):
        return value
    if found is None:
        raise ValueError(f"{value!r} is not a time of day; write one such as '22:00'")
    return time(int(found[1]), int(found[2]))


def _zone(value: object) -> str:
    try:
        ZoneInfo(str(value))
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{value!r} is not a time zone; write one such as Asia/Hong_Kong") from error
    return str(value)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str | time) else value


Clock = Annotated[time, BeforeValidator(_clock)]
Zone = Annotated[str, BeforeValidator(_zone)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, hide_input_in_errors=True)


class QuietHours(_Part):
    """Hours in which only critical alerts are sent; what is held goes out at `to`, one by one or as one digest.

    `to` before `from` means the next morning. Without `timezone` the receiver's holds.
    """

    start: Clock = Field(alias="from")
    end: Clock = Field(alias="to")
    timezone: Zone | None = None
    release: Literal["each", "digest"] = "each"

    @model_validator(mode="after")
    def _not_empty(self) -> "QuietHours":
        if self.start == self.end:
            raise ValueError("'from' and 'to' are the same time; leave quiet_hours out, or let them differ")
        return self


class Digest(_Part):
    """One message a time of day instead of one an alert; critical alerts still go out at once.

    `days`: every day, Monday to Friday, or the trading days of an exchange that the `holidays` library knows (`NYSE`, `SSE`).
    """

    at: Annotated[tuple[Clock, ...], BeforeValidator(_listed)] = Field(min_length=1, max_length=24)
    timezone: Zone | None = None
    days: str = "all"

    @field_validator("days")
    @classmethod
    def _known_days(cls, value: str) -> str:
        from tocsin.deliver.calendar import is_known_calendar  # noqa: PLC0415 - holidays loads slowly; few use it

        if value not in {"all", "weekdays"} and not is_known_calendar(value):
            raise ValueError(f"{value!r} is not a calendar; write all, weekdays, or an exchange such as NYSE or SSE")
        return value


class Receiver(_Part):
    """One receiver as the configuration writes it. `url` or `url_file` names its address in Apprise's form, not both.

    `updates: all` also sends a message for one more source alone. `cap` is messages an hour, the overflow goes out as one
    digest; critical alerts pass. `fallback` names receivers who get what could not be delivered here.
    """

    name: str = ""
    url: SecretStr | None = None
    url_file: Path | None = None
    language: Language = "en"
    timezone: Zone = "UTC"
    updates: Literal["news", "all"] = "news"
    quiet_hours: QuietHours | None = None
    digest: Digest | None = None
    cap: int | None = Field(default=None, ge=MIN_CAP, le=MAX_CAP)
    fallback: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()

    @field_validator("name")
    @classmethod
    def _plain_name(cls, value: str) -> str:
        if value and not NAME.match(value):
            raise ValueError("a receiver's name is 1 to 64 letters, digits, spaces or one of . _ @ + -")
        return value

    @model_validator(mode="after")
    def _one_address(self) -> "Receiver":
        if (self.url is None) == (self.url_file is None):
            raise ValueError("needs its address as 'url' or 'url_file', and not both")
        # Judged here, not at the field, so that no fault quotes what may be a secret.
        if self.url is not None and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*://.", self.address):
            raise ValueError("'url' is not an address such as slack://… or mailtos://…; deploy/RECEIVERS.md lists them")
        return self

    def with_url(self, url: str) -> "Receiver":
        """Return the receiver with the address that its `url_file` holds. Raises pydantic's ValidationError."""
        given = self.model_dump(exclude={"url", "url_file"}, by_alias=True)
        return Receiver.model_validate(given | {"url": url.strip()})

    @property
    def address(self) -> str:
        """The address itself: a secret. Raises ValueError while only its file is known."""
        if self.url is None:
            raise ValueError(f"the address of receiver {self.name!r} has not been read from its file")
        return self.url.get_secret_value().strip()

    @property
    def scheme(self) -> str:
        """The scheme of the address in lower case; empty while only its file is known."""
        return self.address.partition("://")[0].lower() if self.url is not None else ""

    @property
    def destination(self) -> str:
        """A name for the channel behind the address that gives nothing away: receivers that share it share a queue."""
        return hashlib.sha256(self.address.encode()).hexdigest()[:16]

    @property
    def shown(self) -> str:
        """The address as it may be shown: `slack://T…/…`."""
        return shown_address(self.address) if self.url is not None else f"{self.url_file}"


def shown_address(url: str) -> str:
    """Return scheme and first character of an address, the rest hidden: `slack://T…/…`."""
    scheme, found, rest = url.strip().partition("://")
    return f"{scheme.lower()}://{rest[:1]}…/…" if found else "…"


def build(name: str, mapping: Mapping[str, Any]) -> Receiver:
    """Build a receiver from the mapping that stands below its name. Raises pydantic's ValidationError."""
    return Receiver.model_validate({**mapping, "name": name})


def find_faults(receivers: Mapping[str, Receiver]) -> Iterator[tuple[str, str]]:
    """Yield (receiver, fault) for what only shows across receivers: unknown fallbacks and fallbacks in a circle."""
    for name, receiver in receivers.items():
        for other in receiver.fallback:
            if other not in receivers:
                yield name, f"fallback: {other!r} is not a receiver; name one of {', '.join(sorted(receivers))}"
            elif other == name:
                yield name, f"fallback: {other!r} is the receiver itself; name another"
