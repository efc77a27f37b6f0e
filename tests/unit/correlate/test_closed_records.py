"""A closed record is at most 1 kB whatever the articles held, still known by its number, and gone after a year of event time."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.correlate import Book, State, correlate
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.records import MAX_CLOSED, close, mark_reversed
from tocsin.correlate.state import RecordVersionError
from tocsin.messages import EventRecord, Modality
from tocsin.messages.article import Revision
from tocsin.messages.event import RECORD_VERSION, Amount, EventFact, EventSignal, EventSource, FiredPolicy, Party
from tocsin.testing.builders import START, findings, signal

DAY = timedelta(days=1)
WIDEST = ("矿" * 80, "\x00" * 80, '"\\' * 40, "a" * 80, "😀" * 80, "")
words = st.sampled_from(WIDEST)
maybe = st.none() | words
numbers = st.sampled_from([Decimal(0), Decimal(3834), Decimal("9" * 300), Decimal("1E-290"), Decimal("1E+290")])
amounts = st.builds(
    Amount, kind=st.sampled_from(["change", "quantity"]), low=numbers, high=numbers, unit=st.just("t"), step=numbers
)
parties = st.builds(Party, name=words, role=st.just("owner"), id=maybe)
facts = st.builds(
    EventFact,
    type=st.sampled_from(["price_move", "a" * 80]),
    direction=st.sampled_from(["up", "b" * 80]),
    commodities=st.lists(words, max_size=12).map(tuple),
    forms=st.lists(words, max_size=6).map(tuple),
    parties=st.lists(parties, max_size=9).map(tuple),
    countries=st.lists(words, max_size=8).map(tuple),
    amounts=st.lists(amounts, max_size=9).map(tuple),
    modality=st.sampled_from(Modality),
    at=st.just(START),
    language=words,
    **dict.fromkeys(("grade", "market", "contract", "place", "route", "measure", "period", "until"), maybe),
)
sources = st.builds(EventSource, article_id=st.just("a" * 26), publisher=words, fingerprint=words, at=st.just(START))
REVISION = Revision(at=START, hash="h" * 26, updated=False)


@settings(max_examples=40)
@given(facts=st.lists(facts, min_size=1, max_size=4).map(tuple), sources=st.lists(sources, max_size=5).map(tuple))
def test_a_closed_record_is_small_whatever_it_held(
    facts: tuple[EventFact, ...], sources: tuple[EventSource, ...]
) -> None:
    record = EventRecord(
        event_id="e" * 26,
        opened_at=START,
        last_at=START,
        told_at=START,
        facts=facts,
        signals=tuple(
            EventSignal(id="s" * 26, article_id="a" * 26, revision=REVISION, verdict="repeat") for _ in range(99)
        ),
        sources=sources,
        policies=tuple(FiredPolicy(name="p" * 80, severity="low", send_to=("r" * 80,), at=START) for _ in range(50)),
        reverses="r" * 26,
        reversed_by="v" * 26,
        alert_revision=10**9,
    )
    closed, written = close(record)
    assert written == closed.to_json()
    assert len(closed.to_json()) <= MAX_CLOSED
    assert EventRecord.model_validate_json(closed.to_json()) == closed
    assert (closed.facts[0].type, closed.facts[0].at) == (facts[0].type, START)
    assert closed.facts[0].direction in {fact.direction for fact in facts}
    assert list(State.read([written], Book.build().kinship)) == [closed]


def test_a_closed_record_stays_small_when_it_is_undone() -> None:
    """Records of every size up to the limit: the id of the event that undid it has to fit in."""
    sizes = set()
    for letters in range(1, 81):
        word = "w" * letters
        parties = tuple(Party(name=word, role="owner") for _ in range(3))
        fact = EventFact(type="production_change", direction="halt", parties=parties, place=word, market=word, at=START)
        source = EventSource(article_id="a" * 26, publisher=word, at=START)
        record = EventRecord(
            event_id="e" * 26,
            opened_at=START,
            last_at=START,
            told_at=START,
            facts=(fact,),
            signals=(),
            sources=(source,) * 3,
        )
        closed, written = close(record)
        undone = mark_reversed(closed, "v" * 26)
        sizes.add(len(written))
        assert (undone.reversed_by, len(undone.to_json()) <= MAX_CLOSED) == ("v" * 26, True)
    assert max(sizes) > MAX_CLOSED - 40


@pytest.mark.parametrize(("after", "written"), [(364, False), (366, True)])
def test_a_tombstone_is_written_after_a_year_by_event_time(after: int, written: bool) -> None:
    state, book = State.empty(), Book.build()
    told = findings(signal(change="7 percent"))
    event_id = told.signals[0].signal_id
    found: dict[str, EventRecord | None] = {}
    for at in (0, 31, after):
        one = told if at == 0 else findings(at=START + at * DAY, article=f"later-{at}")
        outcome = correlate(state, one, one.ingested_at, book)
        state, found = outcome.state, {**found, **outcome.records}
    assert (found[event_id] is None) is written
    assert (state.get(event_id) is None) is written


def test_a_record_of_a_newer_release_is_refused_with_what_to_do() -> None:
    told = findings(signal(change="5 percent"), at=START)
    (record,) = correlate(State.empty(), told, told.ingested_at, Book.build()).records.values()
    assert record is not None
    newer = record.model_copy(update={"version": RECORD_VERSION + 1})
    with pytest.raises(RecordVersionError, match="run the release that wrote them, or a newer one") as refused:
        State.read([record.to_json(), newer.to_json()], Kinship({}))
    assert refused.value.version == RECORD_VERSION + 1
    assert len(State.read([record.to_json()], Kinship({}))) == 1
