"""What counts as an earlier event: only what happened, once, and of the same thing that moves."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tocsin.correlate import Book, Bounds, Outcome, Policy, Quantity, State, correlate
from tocsin.correlate.comparisons import shown_duration
from tocsin.correlate.policy import After, Burst, Cooldown, Window
from tocsin.messages import Findings, Modality
from tocsin.testing.builders import START, findings, signal

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
"""START is a Monday."""
BAN = After(frozenset({"export_control"}), frozenset({"tighten"}), 30 * DAY)
TEN = Window(7 * DAY, change=Decimal(10))


def run(policy: Policy, *stream: Findings) -> list[Outcome]:
    book, state, outcomes = Book.build([policy]), State.empty(), list[Outcome]()
    for found in stream:
        outcome = correlate(state, found, found.ingested_at, book)
        state = outcome.state
        outcomes.append(outcome)
    return outcomes


def alerted(policy: Policy, *stream: Findings) -> list[int]:
    return [len(outcome.alerts) for outcome in run(policy, *stream)]


def failed(outcome: Outcome) -> tuple[str, str | None, str | None]:
    found = outcome.verdicts[-1].trials[0].failed
    assert found is not None
    return found.field, found.found, found.missed_by


def move(day: float, change: str, direction: str = "up", **slots: Any) -> Findings:
    told = signal(
        "price_move", direction, "copper", change=f"{change} percent", text=f"{day} {change} {slots}", **slots
    )
    return findings(told, at=START + day * DAY, publisher="A")


def cut(day: float, name: str, **slots: Any) -> Findings:
    told = signal("production_change", "down", "zinc", actors=[name], place=f"{name} Works", **slots)
    return findings(told, at=START + day * DAY, publisher="A")


def ban(day: float, modality: Modality = Modality.ACTUAL) -> Findings:
    told = signal("export_control", "tighten", "copper", countries=("CN",), measure="ban", modality=modality)
    return findings(told, at=START + day * DAY, publisher="A", article="ban")


def taken_back(day: float) -> Findings:
    return findings(at=START + day * DAY, publisher="A", article="ban", text="nothing of it")


@pytest.mark.parametrize(
    ("before", "count"),
    [
        ([ban(0)], 1),
        ([ban(0, Modality.EXPECTED)], 1),
        ([ban(0, Modality.POSSIBLE)], 0),
        ([ban(0, Modality.DENIED)], 0),
        ([ban(0, Modality.HISTORICAL)], 0),
        ([ban(0), taken_back(0.5)], 0),
    ],
)
def test_a_sequence_begins_with_what_stands(before: list[Findings], count: int) -> None:
    policy = Policy("hike after a ban", signals=frozenset({"price_move"}), after=BAN)
    assert alerted(policy, *before, move(1, "5"))[-1] == count


@pytest.mark.parametrize(("direction", "count"), [("halt", 1), ("down", 0)])
def test_a_sequence_after_a_halt_does_not_begin_with_a_cut(direction: str, count: int) -> None:
    halt = After(frozenset({"production_change"}), frozenset({"halt"}), 30 * DAY)
    first = findings(signal("production_change", direction, "copper", actors=["Ember"]), at=START)
    outcomes = run(Policy("after", signals=frozenset({"price_move"}), after=halt), first, move(1, "5"))
    assert len(outcomes[1].alerts) == count
    if not count:
        wanted = outcomes[1].verdicts[0].trials[0].failed
        assert wanted is not None
        assert wanted.wanted == "production_change halt within 30d before"


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.HISTORICAL, Modality.POSSIBLE])
def test_a_window_counts_what_happened_alone(modality: Modality) -> None:
    policy = Policy("two", window=Window(7 * DAY, count=2))
    outcomes = run(policy, cut(0, "Ember", modality=modality), cut(1, "Birch"))
    assert outcomes[1].alerts == ()
    assert failed(outcomes[1]) == ("window.count", "1", "1")


def test_a_policy_that_asks_for_rumours_counts_them() -> None:
    asked = frozenset({Modality.ACTUAL, Modality.POSSIBLE})
    policy = Policy("two", modality=asked, window=Window(7 * DAY, count=2))
    assert alerted(policy, cut(0, "Ember", modality=Modality.POSSIBLE), cut(1, "Birch")) == [0, 1]


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.HISTORICAL])
def test_what_did_not_happen_is_no_part_of_the_past_of_a_burst(modality: Modality) -> None:
    policy = Policy("burst", burst=Burst(Decimal(2), DAY, 20 * DAY, 3))
    past = [cut(n * 3, f"Sorrel{n}", modality=modality) for n in range(4)]
    assert failed(run(policy, *past, cut(15, "Birch"))[-1]) == ("burst", "0", "3")


def test_a_denial_is_counted_beside_what_happened() -> None:
    asked = frozenset({Modality.ACTUAL, Modality.DENIED})
    policy = Policy("burst", modality=asked, burst=Burst(Decimal(3), DAY, 20 * DAY, 3))
    past = [cut(n * 3, f"Sorrel{n}") for n in range(4)]
    told = run(policy, *past, cut(15, "Birch"), cut(15.1, "Ember", modality=Modality.DENIED))
    assert [len(outcome.alerts) for outcome in told[-2:]] == [0, 1]


def test_a_burst_says_by_how_much_it_is_missed() -> None:
    policy = Policy("burst", burst=Burst(Decimal(3), DAY, 20 * DAY, 5))
    past = [move(n * 3, f"{n + 1}.5") for n in range(6)]
    assert failed(run(policy, *past, move(20, "11.1"))[-1]) == ("burst", "1", "1")


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.HISTORICAL])
def test_what_did_not_happen_disturbs_no_quiet(modality: Modality) -> None:
    policy = Policy("fresh", quiet_for=5 * DAY, novelty={"days_since_similar": Bounds(Quantity(Decimal(5)))})
    outcomes = run(policy, move(0, "9", modality=modality), move(1, "5"))
    assert len(outcomes[1].alerts) == 1
    assert outcomes[1].verdicts[0].novelty.days_since_similar == 365


def test_what_happens_after_all_disturbs_the_quiet() -> None:
    denied, done, next_one = (
        cut(0, "Ember", change_by="2000 t", modality=Modality.DENIED),
        cut(1, "Ember", change_by="2000 t"),
        cut(3, "Birch"),
    )
    assert alerted(Policy("fresh", quiet_for=5 * DAY), denied, done, next_one) == [0, 1, 0]


def test_two_facts_of_one_article_are_not_before_each_other() -> None:
    both = [
        signal("price_move", "up", "copper", change="6 percent", market="LME", article_id="one", text="a"),
        signal("price_move", "up", "copper", change="4 percent", market="SHFE", article_id="one", text="b"),
    ]
    outcomes = run(Policy("fresh", quiet_for=5 * DAY), findings(*both, at=START, article="one"), move(2, "7"))
    assert [len(outcome.alerts) for outcome in outcomes] == [2, 0]
    assert [verdict.novelty.similar["12h"] for verdict in outcomes[0].verdicts] == [0, 0]


def test_of_two_articles_of_one_moment_the_first_to_come_in_is_before() -> None:
    late = move(0, "7").model_copy(update={"ingested_at": START + HOUR})
    assert alerted(Policy("fresh", quiet_for=5 * DAY), move(0, "5"), late) == [1, 0]


@pytest.mark.parametrize(
    ("first", "second", "net"),
    [
        (move(0, "9", modality=Modality.EXPECTED), move(1, "2"), "2 % net"),
        (move(0, "45", period="YoY 2024-12"), move(1, "2"), "2 % net"),
        (move(0, "9", period="YoY"), move(1, "2"), "2 % net"),
        (move(0, "9", period="ytd"), move(1, "2", period="day"), "2 % net"),
        (move(0, "9", period="MoM 2025-02"), move(1, "2", period="day"), "2 % net"),
        (move(0, "9", period="week"), move(6.9, "0.5", period="week"), "9.5 % net"),
        (move(1, "4", market="LME"), move(1.1, "3", market="SHFE"), "3 % net"),
        (move(1, "4", contract="2025-02"), move(2, "3", contract="2025-03"), "3 % net"),
        (move(1, "4", forms=("concentrate",)), move(2, "3", forms=("cathode",)), "3 % net"),
        (move(1, "4", market="LME"), move(2, "3"), "7 % net"),
        (move(1, "4"), move(1.2, "5.5"), "5.5 % net"),  # the day's move told twice
    ],
)
def test_changes_are_added_up_once_and_of_one_thing(first: Findings, second: Findings, net: str) -> None:
    outcomes = run(Policy("ten", window=TEN), first, second)
    assert failed(outcomes[1])[:2] == ("window.change", net)


@pytest.mark.parametrize(
    ("told", "net"),
    [(3.2, "7 % net"), (4, "7 % net"), (5, "7 % net"), (7, "7 % net")],  # on Thursday, Friday, Saturday, and on Monday
)
def test_a_weeks_change_holds_those_of_its_days(told: float, net: str) -> None:
    stream = [move(0.5, "2"), move(3, "3"), move(told, "7", period="week")]
    assert failed(run(Policy("ten", window=Window(9 * DAY, change=Decimal(10))), *stream)[-1])[1] == net


def test_a_day_after_the_week_is_added_to_it() -> None:
    stream = [move(2, "3"), move(4, "7", period="week"), move(7.5, "3.5", period="day")]
    assert alerted(Policy("ten", window=TEN), *stream) == [0, 0, 1]


def test_a_forecast_is_added_up_where_forecasts_are_asked_for() -> None:
    policy = Policy("foreseen", modality=frozenset({Modality.EXPECTED}), window=TEN)
    assert alerted(policy, move(0, "12", modality=Modality.EXPECTED)) == [1]


@pytest.mark.parametrize(
    ("later", "count"),
    [
        (move(4, "6", period="week"), 1),  # three of its six percent came after the alert
        (move(4, "5", period="week"), 0),
        (move(0.2, "7"), 1),  # the day went on
        (move(0.2, "5"), 0),
        (move(3, "45", period="YoY"), 0),
        (move(3, "9", modality=Modality.EXPECTED), 0),
    ],
)
def test_a_re_arm_level_counts_what_moved_since_the_alert(later: Findings, count: int) -> None:
    assert alerted(Policy("any", rearm=Decimal(3)), move(0, "3"), later)[1] == count


def test_the_level_of_another_exchange_does_not_re_arm() -> None:
    first = move(0, "3", market="LME", level="9800 USD/t")
    other = move(0.1, "2.5", market="COMEX", level="10700 USD/t")
    outcomes = run(Policy("any", rearm=Decimal(3)), first, other)
    held = outcomes[1].verdicts[0].trials[0].held_back
    assert held is not None
    assert held.startswith("moved -0.5 % since the alert on ")


def test_a_cooldown_says_how_much_of_it_is_left() -> None:
    policy = Policy("any", cooldown=Cooldown(2 * DAY))
    held = run(policy, move(0, "2"), move(1.4, "5"))[1].verdicts[0].trials[0].held_back
    assert held is not None
    assert held.startswith("cooldown of 2d since the alert on ")
    assert held.endswith(", 14h 24m left")


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        (30 * DAY, "30d"),
        (90 * timedelta(minutes=1), "90m"),
        (timedelta(seconds=201_661), "2d 8h"),
        (timedelta(seconds=95), "1m 35s"),
        (timedelta(days=1, seconds=9), "1d 0h"),
        (timedelta(0), "0s"),
    ],
)
def test_durations_are_told_by_their_largest_units(span: timedelta, shown: str) -> None:
    assert shown_duration(span) == shown


def test_a_share_is_told_in_percent() -> None:
    policy = Policy("half", novelty={"source_share": Bounds(at_most=Quantity(Decimal(50), "percent"))})
    assert failed(run(policy, move(0, "2"))[0]) == ("novelty.source_share", "100 %", "50 %")
