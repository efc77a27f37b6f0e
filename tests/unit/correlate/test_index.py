"""Counting similar events gives what listing them does."""

from datetime import timedelta

import pytest

from tocsin.correlate import Book, State, correlate
from tocsin.testing.builders import START, findings, signal

BOOK = Book.build(config_hash="index")
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("commodities", [("copper",), ("copper", "zinc"), ("zinc",), ()])
@pytest.mark.parametrize("until", [timedelta(0), 3 * HOUR, 12 * HOUR])
def test_similar_events_are_counted_as_they_are_listed(commodities: tuple[str, ...], until: timedelta) -> None:
    state = State.empty()
    for number in range(40):
        told = ("copper",) if number % 3 else ("copper", "zinc")
        fact = signal("price_move", "up", told, level=f"{8000 + 70 * number} USD/t", article_id=f"a{number}")
        found = findings(fact, article=f"a{number}", at=START + number * HOUR)
        state = correlate(state, found, found.ingested_at, BOOK).state
    own = findings(
        signal("price_move", "up", commodities, level="7000 USD/t", article_id="own"),
        article="own",
        at=START + 30 * HOUR,
    )
    outcome = correlate(state, own, own.ingested_at, BOOK)
    (record,) = (record for record in outcome.records.values() if record is not None)
    index, fact_told = outcome.state.index, record.facts[0]
    listed = index.events(fact_told, 20 * HOUR, record.event_id)
    assert index.count(record, 20 * HOUR, until) == sum(at <= fact_told.at - until for at, _ in listed)
