"""Quiet hours, digests, clock changes and trading days."""

from datetime import UTC, datetime

import pytest

from tocsin.deliver.calendar import next_digest, quiet_until
from tocsin.deliver.receivers import Digest, QuietHours

NIGHT = QuietHours.model_validate({"from": "22:00", "to": "07:00", "timezone": "Europe/Berlin"})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2026-01-15T20:59", None),
        ("2026-01-15T21:00", "2026-01-16T06:00"),
        ("2026-01-16T02:00", "2026-01-16T06:00"),
        ("2026-01-16T06:00", None),
        # The night in which clocks go forward ends an hour earlier, the one in which they go back an hour later.
        ("2026-03-28T23:00", "2026-03-29T05:00"),
        ("2026-10-24T23:00", "2026-10-25T06:00"),
    ],
)
def test_quiet_hours_end_by_the_local_clock(now: str, end: str | None) -> None:
    assert quiet_until(NIGHT, at(now), "UTC") == (at(end) if end else None)


def test_a_quiet_time_that_the_clock_change_skips_moves_on_by_the_gap() -> None:
    hours = QuietHours.model_validate({"from": "01:00", "to": "02:30", "timezone": "Europe/Berlin"})
    assert quiet_until(hours, at("2026-03-29T00:30"), "UTC") == at("2026-03-29T01:30")


def test_quiet_hours_without_a_zone_are_in_the_receivers() -> None:
    hours = QuietHours.model_validate({"from": "22:00", "to": "07:00"})
    assert quiet_until(hours, at("2026-01-15T15:00"), "Asia/Hong_Kong") == at("2026-01-15T23:00")


@pytest.mark.parametrize(
    ("days", "now", "then"),
    [
        ("all", "2026-03-07T17:00", "2026-03-08T17:00"),  # a Saturday
        ("weekdays", "2026-03-06T18:00", "2026-03-09T17:00"),
        ("NYSE", "2026-07-02T18:00", "2026-07-06T17:00"),  # Independence Day is observed on the 3rd
        ("NYSE", "2026-07-02T16:59", "2026-07-02T17:00"),
    ],
)
def test_digests_go_out_on_their_days(days: str, now: str, then: str) -> None:
    digest = Digest.model_validate({"at": "17:00", "timezone": "UTC", "days": days})
    assert next_digest(digest, at(now), "Asia/Tokyo") == at(then)


def test_the_next_of_several_digest_times_counts() -> None:
    digest = Digest.model_validate({"at": ["18:00", "08:00"]})
    assert next_digest(digest, at("2026-03-03T08:00"), "UTC") == at("2026-03-03T18:00")
