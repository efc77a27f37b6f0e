"""What is due comes out in order once its time has come, whatever day it was noted for."""

import random
from datetime import UTC, datetime, timedelta

from tocsin.correlate.schedule import Schedule

START = datetime(2025, 1, 6, 23, 30, tzinfo=UTC)


def _come(schedule: Schedule, now: datetime) -> list[tuple[datetime, str]]:
    found = []
    while (entry := schedule.pop(now)) is not None:
        found.append(entry)
    return found


def test_entries_come_in_order_whenever_they_are_noted() -> None:
    dice, schedule = random.Random(3), Schedule()
    now, waiting = START, set[tuple[datetime, str]]()
    for number in range(600):
        at = now + timedelta(minutes=dice.choice((-3, 0, 5, 40, 1_440, 43_200)))
        schedule.add(at, f"event-{number}")
        waiting.add((at, f"event-{number}"))
        now += timedelta(minutes=dice.choice((-1, 1, 7, 900)))
        due = sorted(entry for entry in waiting if entry[0] <= now)
        assert _come(schedule, now) == due
        waiting.difference_update(due)
    assert waiting


def test_nothing_comes_before_its_time() -> None:
    schedule = Schedule()
    schedule.add(START, "one")
    assert schedule.pop(START - timedelta(minutes=1)) is None
    assert schedule.pop(START) == (START, "one")
    assert schedule.pop(START + timedelta(days=400)) is None
