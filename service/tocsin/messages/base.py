"""The base of every message, and the two value types that JSON has no exact form for: moments and decimals."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, PlainSerializer


@lru_cache(maxsize=1024)
def format_moment(moment: datetime) -> str:
    """Write an aware datetime as RFC 3339 in UTC with milliseconds and `Z`. The same few stand again and again in an event."""
    told = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return f"{told.isoformat(timespec='milliseconds')[:-6]}Z"


def to_milliseconds(moment: datetime) -> datetime:
    """Return the moment in UTC, cut to whole milliseconds, so that writing and reading it changes nothing."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    beyond = moment.microsecond % 1000
    return moment.replace(microsecond=moment.microsecond - beyond) if beyond else moment


def format_exact(amount: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros: `12700`, `7.84`, `0`."""
    text = str(amount)
    if "E" in text:
        text = format(amount, "f")  # which costs four times as much
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def shorten_fraction(percent: Decimal) -> Decimal:
    """Return a third, a sixth, a seventh or a ninth in percent as readers write it: 33.3333 as 33.3; any other value as it is."""
    exponent = percent.as_tuple().exponent
    if not isinstance(exponent, int) or exponent != _KEPT:
        return percent
    shares = (percent * part / 100 for part in (3, 7, 9))
    return (
        percent.quantize(Decimal("0.1"))
        if any(abs(s - round(s)) < _CLOSE and s >= 1 - _CLOSE for s in shares)
        else percent
    )


_KEPT = -4
"""The last decimal place that the percentage of a fraction is kept to."""
_CLOSE = Decimal("0.00001")
"""How far such a percentage may be from its fraction."""

Moment = Annotated[
    AwareDatetime, AfterValidator(to_milliseconds), PlainSerializer(format_moment, return_type=str, when_used="json")
]
"""An aware datetime in UTC with milliseconds; RFC 3339 with `Z` in JSON."""

Exact = Annotated[Decimal, PlainSerializer(format_exact, return_type=str, when_used="json")]
"""A decimal that is exact; a JSON string without exponent."""


class Message(BaseModel):
    """A frozen value that ignores fields it does not know, so that older readers stand newer writers."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    def to_json(self) -> bytes:
        """Return the bytes that travel: compact JSON without the fields that are absent."""
        return self.__pydantic_serializer__.to_json(self, exclude_none=True)
