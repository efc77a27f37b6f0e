"""Dates that a page states and nobody can use: what cannot be read, and what changes with the day of reading.

Such a page is read all the same, as undated or as of that day; whoever reads files tells their owner.
"""

from collections.abc import Iterator
from datetime import datetime

from tocsin.pages import dates
from tocsin.pages.page import Page

MAX_SHOWN = 40
"""Characters of a date that are quoted."""


def doubts(page: Page, now: datetime) -> Iterator[str]:
    """Yield a sentence for each date of the page that is not what its owner may think."""
    for name in ("published_at", "updated_at"):
        value = getattr(page, name)
        if not isinstance(value, str) or not value.strip():
            continue
        shown = f"{name} {value[:MAX_SHOWN]!r}"
        if dates.read(value, "UTC", now) is None:
            yield f"{shown} is no date, or lies ahead, and counts as none; write one such as 2025-03-01T08:00:00Z"
        elif dates.is_relative(value):
            yield f"{shown} is counted from now, and from another day tomorrow; write one such as 2025-03-01T08:00:00Z"
