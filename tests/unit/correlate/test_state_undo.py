from datetime import timedelta

import pytest

from tocsin.correlate import Book, State, correlate
from tocsin.messages import Findings
from tocsin.testing import builders


def told(number: int, change: str) -> Findings:
    signal = builders.signal("price_move", "up", "antimony", change=change)
    return builders.findings(signal, publisher=f"Paper {number}")


@pytest.fixture
def state() -> State:
    first = told(1, "5 percent")
    return correlate(State.empty(), first, first.ingested_at, Book.build()).state


def test_what_is_undone_leaves_no_trace(state: State) -> None:
    before = {record.event_id: record for record in state}
    second = told(2, "5 percent")
    other = told(3, "9 percent")

    state.begin()
    correlate(state, second, second.ingested_at, Book.build())
    correlate(state, other, other.ingested_at + timedelta(days=400), Book.build())
    assert {record.event_id: record for record in state} != before
    state.undo()

    assert {record.event_id: record for record in state} == before
    again = correlate(state, second, second.ingested_at, Book.build())
    fresh = correlate(State.restore(before.values()), second, second.ingested_at, Book.build())
    assert (again.verdicts, again.alerts, again.records) == (fresh.verdicts, fresh.alerts, fresh.records)
