"""A printed day is the nearest one that it can mean."""

from datetime import UTC, date, datetime

import pytest

from tocsin.correlate.days import resolve

NOVEMBER = datetime(2025, 11, 21, 3, tzinfo=UTC)  # a Friday


@pytest.mark.parametrize(
    ("told", "planned", "expected"),
    [
        ("--11-19", False, date(2025, 11, 19)),
        ("--12-01", False, date(2025, 12, 1)),  # news of a price in force from a day to come
        ("--03-02", False, date(2025, 3, 2)),
        ("--03-02", True, date(2026, 3, 2)),  # a plan lies ahead
        ("--12-01", True, date(2025, 12, 1)),
        ("--02-30", False, None),
        ("mon", False, date(2025, 11, 17)),
        ("mon", True, date(2025, 11, 24)),
        (None, False, None),
    ],
)
def test_a_day_without_its_year_is_the_nearest_that_it_can_mean(
    told: str | None, planned: bool, expected: date | None
) -> None:
    assert resolve(told, NOVEMBER, planned=planned) == expected


def test_a_leap_day_is_that_of_the_year_which_has_it() -> None:
    assert resolve("--02-29", datetime(2024, 3, 1, tzinfo=UTC)) == date(2024, 2, 29)
