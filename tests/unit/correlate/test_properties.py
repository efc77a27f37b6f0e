"""What holds for any stream: duplicates, restarts at any point and the interleaving of different events change nothing."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.correlate import Book, Bounds, Outcome, Policy, Quantity, SourceCount, State, correlate
from tocsin.correlate.policy import After, Cooldown, Window
from tocsin.messages import Findings, Modality, Signal
from tocsin.testing.builders import START, actor, findings, signal

WEEK = timedelta(days=7)

METALS = ("copper", "zinc", "tin", "lithium")
PARENTS = {"lithium_carbonate": "lithium"}
BOOK = Book.build(
    [
        Policy("any", send_to=("desk",)),
        Policy("five", send_to=("desk",), amounts={"change": Bounds(at_least=Quantity(Decimal(5), "percent"))}),
        Policy("twice", send_to=("risk",), sources=SourceCount(2, timedelta(days=1))),
        Policy("after a stop", send_to=("risk",), after=After(frozenset({"production_change"}), frozenset({"halt"}), WEEK)),
        Policy("often", send_to=("desk",), window=Window(WEEK, count=2), cooldown=Cooldown(timedelta(days=3), new_fact=True)),
        Policy("news", send_to=("risk",), quiet_for=timedelta(days=2), rearm=Decimal(3)),
    ],
    parents=PARENTS,
    config_hash="properties",
)  # fmt: skip
KINDS = (
    ("price_move", "up", ("change", "level")),
    ("price_move", "down", ("change", "level")),
    ("production_change", "halt", ("quantity",)),
    ("production_change", "resume", ("quantity",)),
    ("production_change", "down", ("change", "quantity")),
    ("export_control", "tighten", ("level",)),
    ("export_control", "ease", ()),
    ("large_contract", "supply", ("value", "quantity")),
    ("large_contract", "terminate", ("value",)),
    ("inventory_change", "up", ("change", "quantity")),
    ("mna", "acquire", ("value", "share")),
)
"""Types and directions, with the amounts that such signals print."""
PRINTED = {
    "change": ("5 percent", "5.2 percent", "9 percent", "5~ percent", "4-6 percent"),
    "level": ("8120 USD/t", "8123 USD/t", "9400 USD/t"),
    "quantity": ("3800 t", "3834 t", "12+ t", "1200-1500 t"),
    "value": ("45000000 USD", "45200000 USD", "310000000 CNY"),
    "share": ("49 percent", "51 percent"),
}
"""Amounts that lie near each other, so that the drawn ones are often one number, rounded, or a step apart."""
COMPANIES = ("Kestrel Metals", "Kestrel Metals Ltd", "Tressil Mining", "华岭股份")
SLOTS = {
    "countries": ((), ("china",), ("chile", "peru")),
    "place": (None, "Tressil", "Tressil mine"),
    "period": (None, "MoM", "2025-02"),
    "measure": (None, "licence", "quota"),
}


HOURS = st.integers(1, 60).map(lambda hours: timedelta(hours=hours))
GAPS = st.one_of(HOURS, st.sampled_from([timedelta(minutes=1), timedelta(days=31), timedelta(days=400)]))
"""Now and then a month or a year passes, so that events close and go."""


@st.composite
def stories(draw: st.DrawFn, metal: str, gaps: st.SearchStrategy[timedelta] = GAPS) -> list[Findings]:
    """Draw the articles of one metal in the order of time: several outlets, repeats, revisions, denials, empty ones."""
    told: list[Findings] = []
    at = START
    for number in range(draw(st.integers(1, 7))):
        at += draw(gaps)
        signals = [
            draw(signals_of(metal, f"{metal}-{number}-{place}"))
            for place in range(draw(st.sampled_from([0, 1, 1, 2, 3])))
        ]
        article = f"{metal}-{draw(st.integers(0, number))}"
        publisher = draw(st.sampled_from(["A", "B", "C", "Kestrel Metals Ltd"]))
        fingerprint = draw(st.sampled_from(["", "ab12cd34ef56ab12", "0011223344556677"]))
        told.append(
            findings(
                *signals, article=article, publisher=publisher, fingerprint=fingerprint, at=at, text=f"{metal} {number}"
            )
        )
    return told


@st.composite
def signals_of(draw: st.DrawFn, metal: str, name: str) -> Signal:
    """Draw a signal: its type, the amounts that such signals print, and slots that are there or absent."""
    kind, direction, asked = draw(st.sampled_from(KINDS))
    amounts = {field: draw(st.sampled_from(PRINTED[field])) for field in asked if draw(st.booleans())}
    fields = {slot: draw(st.sampled_from(values)) for slot, values in SLOTS.items() if draw(st.booleans())}
    names = draw(st.lists(st.sampled_from(COMPANIES), max_size=2, unique=True))
    roles = ("seller", "buyer") if kind in ("large_contract", "mna") else ("owner", "operator")
    return signal(
        kind,
        direction,
        metal,
        article_id=name,
        actors=[actor(company, role) for company, role in zip(names, roles, strict=False)],
        modality=draw(st.sampled_from(list(Modality))),
        relevance=draw(st.sampled_from([40, 80])),
        **amounts,
        **fields,
    )


def run(stream: list[Findings], state: State | None = None, *, brief: bool = False) -> list[Outcome]:
    outcomes = []
    current = state or State.empty()
    for found in stream:
        outcome = correlate(current, found, found.ingested_at, BOOK, brief=brief)
        current = outcome.state
        outcomes.append(outcome)
    return outcomes


def bytes_of(outcome: Outcome) -> tuple[list[bytes], list[bytes], dict[str, bytes | None]]:
    return (
        [verdict.to_json() for verdict in outcome.verdicts],
        [alert.to_json() for alert in outcome.alerts],
        {key: None if record is None else record.to_json() for key, record in outcome.records.items()},
    )


@settings(deadline=None, max_examples=40)
@given(stories("copper"), st.data())
def test_a_restart_at_any_point_changes_nothing(stream: list[Findings], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(stream)))
    straight = run(stream)
    stored: dict[str, bytes | None] = {}
    for outcome in run(stream[:at]):
        stored.update({key: None if r is None else r.to_json() for key, r in outcome.records.items()})
    written = [text for text in stored.values() if text is not None]
    resumed = run(stream[at:], State.read(written, BOOK.kinship))
    assert [bytes_of(outcome) for outcome in resumed] == [bytes_of(outcome) for outcome in straight[at:]]


@settings(deadline=None, max_examples=40)
@given(stories("copper", HOURS), st.data())
def test_a_findings_that_comes_again_changes_nothing(stream: list[Findings], data: st.DataObject) -> None:
    """As long as its events are open; what is delivered again later is known by its offset alone."""
    again = data.draw(st.integers(0, len(stream) - 1))
    until = data.draw(st.integers(again, len(stream) - 1))
    outcomes = run([*stream[: until + 1], stream[again], *stream[until + 1 :]])
    repeated = outcomes.pop(until + 1)
    assert [bytes_of(outcome) for outcome in outcomes] == [bytes_of(outcome) for outcome in run(stream)]
    assert bytes_of(repeated) == ([], [], {})


@settings(deadline=None, max_examples=40)
@given(st.tuples(*(stories(metal, HOURS) for metal in METALS)), st.randoms(use_true_random=False))
def test_the_interleaving_of_different_events_changes_nothing(told: tuple[list[Findings], ...], chance: Any) -> None:
    alone = {
        found.revision.hash: bytes_of(outcome)
        for story in told
        for found, outcome in zip(story, run(story), strict=True)
    }
    waiting = [list(story) for story in told]
    mixed = []
    while any(waiting):
        mixed.append(chance.choice([story for story in waiting if story]).pop(0))
    together = {found.revision.hash: bytes_of(outcome) for found, outcome in zip(mixed, run(mixed), strict=True)}
    assert together == alone


@settings(deadline=None, max_examples=40)
@given(stories("copper"))
def test_a_brief_run_opens_the_same_events_and_rings_the_same_alerts(stream: list[Findings]) -> None:
    whole, brief = run(stream), run(stream, brief=True)
    assert [rung(outcome) for outcome in brief] == [rung(outcome) for outcome in whole]
    assert [o.opened for o in whole] == [sum(v.verdict == "first" for v in o.verdicts) for o in whole]
    assert not any(outcome.verdicts for outcome in brief)


def rung(outcome: Outcome) -> tuple[object, ...]:
    """Return what a comparison of two runs looks at."""
    alerts = [
        (alert.alert_id, alert.revision, alert.at, alert.changes, alert.policies, alert.lead.signal)
        for alert in outcome.alerts
    ]
    return outcome.opened, alerts, list(outcome.records)
