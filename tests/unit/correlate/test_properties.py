"""What holds for any stream: duplicates, restarts at any point and the interleaving of different events change nothing."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.correlate import Book, Bounds, Outcome, Policy, Quantity, SourceCount, State, correlate
from tocsin.messages import EventRecord, Findings, Modality
from tocsin.testing.builders import START, findings, signal

METALS = ("copper", "zinc", "tin", "lithium")
PARENTS = {"lithium_carbonate": "lithium"}
BOOK = Book.build(
    [
        Policy("any", send_to=("desk",)),
        Policy("five", send_to=("desk",), amounts={"change": Bounds(at_least=Quantity(Decimal(5), "percent"))}),
        Policy("twice", send_to=("risk",), sources=SourceCount(2, timedelta(days=1))),
    ],
    parents=PARENTS,
    config_hash="properties",
)
KINDS = (("price_move", "up"), ("price_move", "down"), ("production_change", "halt"), ("production_change", "resume"))


@st.composite
def stories(draw: st.DrawFn, metal: str) -> list[Findings]:
    """Draw the articles of one metal in the order of time: several outlets, repeats, revisions, denials, empty ones."""
    told = []
    at = START
    for number in range(draw(st.integers(1, 6))):
        at += timedelta(hours=draw(st.integers(1, 60)))
        signals = [
            signal(
                *draw(st.sampled_from(KINDS)),
                metal,
                article_id=f"{metal}-{number}-{place}",
                modality=draw(st.sampled_from([Modality.ACTUAL, Modality.EXPECTED, Modality.DENIED])),
                **amounts(draw),
            )
            for place in range(draw(st.integers(0, 2)))
        ]
        article = f"{metal}-{draw(st.integers(0, number))}"
        publisher = draw(st.sampled_from(["A", "B", "C"]))
        told.append(findings(*signals, article=article, publisher=publisher, at=at, text=f"{metal} {number}"))
    return told


def amounts(draw: st.DrawFn) -> dict[str, Any]:
    change = draw(st.sampled_from([None, "5 percent", "5.2 percent", "9 percent"]))
    return {} if change is None else {"change": change}


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


@settings(deadline=None, max_examples=60)
@given(stories("copper"), st.data())
def test_a_restart_at_any_point_changes_nothing(stream: list[Findings], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(stream)))
    straight = run(stream)
    stored: dict[str, bytes | None] = {}
    for outcome in run(stream[:at]):
        stored.update({key: None if r is None else r.to_json() for key, r in outcome.records.items()})
    records = {key: None if text is None else EventRecord.model_validate_json(text) for key, text in stored.items()}
    resumed = run(stream[at:], State.restore(records))
    assert [bytes_of(outcome) for outcome in resumed] == [bytes_of(outcome) for outcome in straight[at:]]


@settings(deadline=None, max_examples=60)
@given(stories("copper"), st.data())
def test_a_findings_that_comes_again_changes_nothing(stream: list[Findings], data: st.DataObject) -> None:
    again = data.draw(st.integers(0, len(stream) - 1))
    until = data.draw(st.integers(again, len(stream) - 1))
    outcomes = run([*stream[: until + 1], stream[again], *stream[until + 1 :]])
    repeated = outcomes.pop(until + 1)
    assert [bytes_of(outcome) for outcome in outcomes] == [bytes_of(outcome) for outcome in run(stream)]
    assert bytes_of(repeated) == ([], [], {})


@settings(deadline=None, max_examples=40)
@given(st.tuples(*(stories(metal) for metal in METALS)), st.randoms(use_true_random=False))
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


@settings(deadline=None, max_examples=60)
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
