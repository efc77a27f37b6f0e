"""Dates as printed: read exactly or not at all."""

from datetime import UTC, datetime

import pytest

from tocsin.pages import dates
from tocsin.pages.publishers import zone_of

NOW = datetime(2025, 3, 10, 9, 30, tzinfo=UTC)
CHINA = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("text", "zone", "moment"),
    [
        ("2025-03-04 10:15", CHINA, "2025-03-04T02:15"),
        ("2025/3/4", CHINA, "2025-03-04T04:00"),
        ("2025.03.04", "UTC", "2025-03-04T12:00"),
        ("2025-03-04T10:15:30Z", CHINA, "2025-03-04T10:15:30"),
        ("2025-03-04 10:15 +0300", CHINA, "2025-03-04T07:15"),
        ("2025年3月4日 10：15", CHINA, "2025-03-04T02:15"),
        ("2025年03月04日（星期二）10:15", CHINA, "2025-03-04T02:15"),
        ("Mar 4, 2025 4:05 PM EST", "UTC", "2025-03-04T21:05"),
        ("Tuesday March 4th, 2025 @ 8:00 AM Pacific", "UTC", "2025-03-04T16:00"),
        ("4 March 2025, 12:05 am GMT+8", "UTC", "2025-03-03T16:05"),
        ("04-Sep-2024", "UTC", "2024-09-04T12:00"),
        ("Sept. 4, 2024", "America/New_York", "2024-09-04T16:00"),
        ("3月4日 10:15", CHINA, "2025-03-04T02:15"),
        ("12月30日", CHINA, "2024-12-30T04:00"),
        ("03-04 10:15", CHINA, "2025-03-04T02:15"),
        ("22 hours ago", "UTC", "2025-03-09T11:30"),
        ("an hour ago", "UTC", "2025-03-10T08:30"),
        ("3小时前", CHINA, "2025-03-10T06:30"),
        ("15分钟前", CHINA, "2025-03-10T09:15"),
        ("刚刚", CHINA, "2025-03-10T09:30"),
        ("昨天 18:00", CHINA, "2025-03-09T10:00"),
        ("Yesterday", "UTC", "2025-03-09T12:00"),
        ("2025-03-04 10:15 CST", CHINA, "2025-03-04T02:15"),
        ("March 4, 2025 10:15 CST", "UTC", "2025-03-04T16:15"),
    ],
)
def test_a_printed_date_is_read_in_its_zone(text: str, zone: str, moment: str) -> None:
    printed = dates.find(text)
    assert printed is not None
    assert printed.moment(zone, NOW) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2025",
        "2025-13-04",
        "2025-02",
        "v2025.1.2.3",
        "1.2025",
        "may 5 tons",
        "Q3 2025",
        "20250304",
        "3:45",
        "5月份",
        "12-30",
        "",
    ],
)
def test_what_is_no_certain_date_is_none(text: str) -> None:
    assert dates.find(text) is None


@pytest.mark.parametrize("text", ["2025-02-30", "2030-01-01", "2025-03-10 23:59"])
def test_a_day_that_does_not_exist_or_lies_ahead_is_no_moment(text: str) -> None:
    printed = dates.find(text)
    assert printed is None or printed.moment("UTC", NOW) is None


def test_todays_date_read_before_noon_is_now() -> None:
    printed = dates.find("2025-03-10")
    assert printed is not None
    assert printed.moment("UTC", NOW) == NOW


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025-03-04T10:15:00+08:00", "2025-03-04T02:15"),
        ("2025-03-04T10:15:00", "2025-03-04T02:15"),
        ("2025-03-04", "2025-03-04T04:00"),
        ("20250304", None),
        ("next week", None),
        ("9999-99-99", None),
        (datetime(2025, 3, 4, 1, tzinfo=UTC), "2025-03-04T01:00"),
        (None, None),
    ],
)
def test_a_field_is_read_like_a_printed_date(value: str | datetime | None, moment: str | None) -> None:
    wanted = datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else None
    assert dates.read(value, CHINA, NOW) == wanted


@pytest.mark.parametrize(
    ("publisher", "text", "zone"),
    [
        ("SMM", "", CHINA),
        ("Nan Fang Ri Bao", "", CHINA),
        ("南方日报", "", CHINA),
        (None, "锡价上涨", CHINA),
        ("Financial Times", "锡价上涨", "Europe/London"),
        ("Some Gazette", "Tin rose", "UTC"),
        ("Wang", "", "UTC"),
        (None, "", "UTC"),
    ],
)
def test_a_publishers_times_count_where_it_sits(publisher: str | None, text: str, zone: str) -> None:
    assert zone_of(publisher, text) == zone
