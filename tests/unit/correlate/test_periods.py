from datetime import UTC, datetime

import pytest

from tocsin.correlate.periods import compare_bases, compare_references, period_of, same_contract, same_date

SEPTEMBER = datetime(2025, 9, 15, tzinfo=UTC)
JANUARY = datetime(2026, 1, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at", "references"),
    [
        ("YoY 2025-08", SEPTEMBER, {"2025-08"}),
        ("M08 YoY", SEPTEMBER, {"2025-08"}),
        ("M12", JANUARY, {"2025-12"}),
        ("M01", datetime(2025, 11, 2, tzinfo=UTC), {"2026-01"}),
        ("Q3", SEPTEMBER, {"2025Q3"}),
        ("Q4", JANUARY, {"2025Q4"}),
        ("H1", SEPTEMBER, {"2025H1"}),
        ("M01/M07", SEPTEMBER, {"2025-01/2025-07"}),
        ("M01/M09", datetime(2025, 10, 24, tzinfo=UTC), {"2025-01/2025-09"}),
        ("2025Q1/2025Q3", SEPTEMBER, {"2025-01/2025-09"}),
        ("M11/M02", datetime(2026, 3, 4, tzinfo=UTC), {"2025-11/2026-02"}),
        ("M01/M12", JANUARY, {"2025"}),
        ("2024/2026", SEPTEMBER, {"2024-01/2026-12"}),
        ("FY2026Q1", SEPTEMBER, {"FY2026Q1"}),
        ("2026", SEPTEMBER, {"2026"}),
        ("week", SEPTEMBER, set()),
        ("whenever", SEPTEMBER, set()),
    ],
)
def test_a_period_is_given_its_year(text: str, at: datetime, references: set[str]) -> None:
    assert period_of(text, at).references == references


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2025-08", "M08 YoY", "agree"),
        ("2025-08", "2025-07", "differ"),
        ("Q2", "H1", "differ"),
        ("2025", "2025-08", "absent"),
        ("2025", "2026", "differ"),
        ("M01/M07", "M07", "differ"),
        ("M01/M07", "2025-01/2025-07", "agree"),
        (None, "2025-08", "absent"),
    ],
)
def test_reported_times_agree_differ_or_say_nothing(one: str | None, two: str, expected: str) -> None:
    assert compare_references(period_of(one, SEPTEMBER), period_of(two, SEPTEMBER)) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"), [("week", "WoW", "agree"), ("day", "week", "differ"), (None, "day", "absent")]
)
def test_bases_agree_whatever_they_are_called(one: str | None, two: str, expected: str) -> None:
    assert compare_bases(period_of(one, SEPTEMBER), period_of(two, SEPTEMBER)) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2027-11-27", "--11-27", True),
        ("2027-11-27", "2027-11", True),
        ("--11", "2026-11", True),
        ("2027-11-27", "2027-12-27", False),
        ("--11-27", "2027-12-27", False),
        ("2026-01", "2026-05", False),
    ],
)
def test_dates_compare_by_what_both_of_them_print(one: str, two: str, expected: bool) -> None:
    assert same_date(one, two) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2026-05", "M05", True),
        ("--05", "M05", True),
        ("2026-05", "M06", False),
        ("main", "2026-05", True),
        ("main", "3M", False),
        ("cash", "3M", False),
        ("3M", "M03", False),
    ],
)
def test_contracts_that_may_be_one(one: str, two: str, expected: bool) -> None:
    """A month without its year agrees with any such month; the most active contract is one of the months."""
    assert same_contract(one, two) is same_contract(two, one) is expected
