"""From text to event: two short articles, one event or two, or one that undoes the other."""

from datetime import UTC, datetime

import pytest
from tests.acceptance import identity_pairs_named
from tests.acceptance.identity_pairs import PAIRS as FIRST
from tests.acceptance.identity_pairs import Pair

from tocsin.backtest import Timeline

PAIRS = [*FIRST, *identity_pairs_named.PAIRS]
ENOUGH = 80


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.claim)
def test_two_articles(timeline: Timeline, pair: Pair) -> None:
    """The signals of the asked type in the two articles share an event, share none, or one event names the other."""
    timeline.start = datetime.fromisoformat(pair.begins).replace(hour=8, tzinfo=UTC)
    timeline.article(at=0, outlet=pair.outlets[0], text=pair.one)
    timeline.article(at=pair.hours * 60, outlet=pair.outlets[1], text=pair.two)
    told: list[set[str]] = []
    reversed_by: dict[str, str | None] = {}
    for step in timeline.run():
        types = {signal.signal_id: signal.type for signal in step.findings.signals}
        told.append({v.event_id for v in step.outcome.verdicts if types.get(v.signal_id) == pair.type})
        reversed_by.update({id_: record.reverses for id_, record in step.outcome.records.items() if record is not None})
    first, second = told
    assert first, timeline.story()
    assert second, timeline.story()
    found = "same" if first & second else "new"
    if found == "new" and any(reversed_by.get(event) in first for event in second):
        found = "reverses"
    assert found == pair.expected, timeline.story()


def test_there_are_enough_pairs() -> None:
    assert len({pair.claim for pair in PAIRS}) == len(PAIRS) >= ENOUGH
