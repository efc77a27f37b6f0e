"""Policies that look at more than one signal: sources, sequences, windows, bursts, cooldowns, re-arm levels."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tocsin.correlate import Book, Bounds, Outcome, Policy, Quantity, SourceCount, State, correlate
from tocsin.correlate.policy import After, Burst, Cooldown, Window
from tocsin.messages import Alert, Findings, Modality, PolicyTrial, Severity
from tocsin.testing.builders import START, findings, signal

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def percent(number: str) -> Bounds:
    return Bounds(at_least=Quantity(Decimal(number), "percent"))


def run(policies: list[Policy], *stream: Findings) -> list[Outcome]:
    book = Book.build(policies, parents={"ndpr": "rare_earths"})
    state, outcomes = State.empty(), []
    for found in stream:
        outcome = correlate(state, found, found.ingested_at, book)
        state = outcome.state
        outcomes.append(outcome)
    return outcomes


def alerts(outcomes: list[Outcome]) -> list[Alert]:
    return [alert for outcome in outcomes for alert in outcome.alerts]


def trial(outcome: Outcome) -> PolicyTrial:
    return outcome.verdicts[0].trials[0]


def move(after: timedelta, change: str, **slots: Any) -> Findings:
    publisher = slots.pop("publisher", "A")
    text = f"{after} {change} {slots}"
    told = signal(
        "price_move", slots.pop("direction", "up"), slots.pop("commodity", "copper"), change=change, text=text, **slots
    )
    return findings(told, at=START + after, publisher=publisher)


def test_two_sources_within_a_day_confirm() -> None:
    policy = Policy("twice", sources=SourceCount(2, DAY))
    soon = run([policy], move(0 * DAY, "5 percent"), move(5 * HOUR, "5.0 percent", publisher="B"))
    assert [alert.publishers for alert in alerts(soon)] == [("A", "B")]


def test_two_sources_too_far_apart_do_not() -> None:
    policy = Policy("twice", sources=SourceCount(2, HOUR))
    late = run([policy], move(0 * DAY, "5 percent"), move(5 * HOUR, "5.0 percent", publisher="B"))
    assert alerts(late) == []
    failed = trial(late[1]).failed
    assert failed is not None
    assert (failed.wanted, failed.found, failed.missed_by) == ("≥ 2 within 1h", "1", "1")


def test_a_copy_of_the_same_sentence_is_no_second_source() -> None:
    policy = Policy("twice", sources=SourceCount(2, DAY))
    sentence = "Copper futures in London rose 5% on Monday after a strike halted loading at the port."
    one = findings(signal(change="5 percent", text=sentence), publisher="Agency")
    two = findings(signal(change="5 percent", text=sentence, article_id="x"), publisher="Local Paper", at=START + HOUR)
    outcomes = run([policy], one, two)
    assert alerts(outcomes) == []
    assert outcomes[1].verdicts[0].verdict == "repeat"


def test_a_cooldown_holds_back_the_next_event_and_says_so() -> None:
    policy = Policy("any", cooldown=Cooldown(2 * DAY))
    outcomes = run([policy], move(0 * DAY, "2 percent"), move(DAY, "5 percent"), move(4 * DAY, "7 percent"))
    assert [alert.alert_id for alert in alerts(outcomes)] == [
        outcomes[0].verdicts[0].event_id,
        outcomes[2].verdicts[0].event_id,
    ]
    held = trial(outcomes[1])
    assert held.satisfied
    assert held.held_back is not None
    assert held.held_back.startswith("cooldown of 2d since the alert on ")


def test_a_cooldown_is_per_commodity() -> None:
    policy = Policy("any", cooldown=Cooldown(2 * DAY))
    outcomes = run([policy], move(0 * DAY, "2 percent"), move(DAY, "5 percent", commodity="zinc"))
    assert len(alerts(outcomes)) == 2


def test_a_louder_policy_has_a_cooldown_of_its_own_and_may_lift_another() -> None:
    quiet = Policy("quiet", severity=Severity.LOW, cooldown=Cooldown(9 * DAY, severity=Severity.HIGH))
    loud = Policy("loud", severity=Severity.HIGH, amounts={"change": percent("10")})
    outcomes = run([quiet, loud], move(0 * DAY, "2 percent"), move(DAY, "5 percent"), move(2 * DAY, "12 percent"))
    assert [[policy.name for policy in alert.policies] for alert in alerts(outcomes)] == [["quiet"], ["quiet", "loud"]]


def test_a_new_fact_lifts_a_cooldown() -> None:
    policy = Policy("any", cooldown=Cooldown(9 * DAY, new_fact=True))
    second = move(DAY, "5 percent")
    more = findings(
        signal(change="5 percent", level="9900 USD/t", text="the same with its level"),
        at=START + 30 * HOUR,
        publisher="A",
    )
    outcomes = run([policy], move(0 * DAY, "2 percent"), second, more)
    assert [alert.alert_id for alert in alerts(outcomes)[1:]] == [outcomes[1].verdicts[0].event_id]


@pytest.mark.parametrize(("level", "count"), [("9700 USD/t", 1), ("9860 USD/t", 2)])
def test_a_level_re_arms_only_when_it_moved_far_enough(level: str, count: int) -> None:
    policy = Policy("high", rearm=Decimal(3), amounts={"level": Bounds(at_least=Quantity(Decimal(9500), "USD/t"))})
    first = findings(signal(level="9550 USD/t", change="1.0 percent"))
    second = findings(signal(level=level, change="1.7 percent"), at=START + DAY)
    assert len(alerts(run([policy], first, second))) == count


def test_changes_add_up_towards_a_re_arm_level() -> None:
    policy = Policy("any", rearm=Decimal(3))
    stream = [
        move(n * DAY, change) for n, change in enumerate(("2 percent", "1.2 percent", "1.6 percent", "1.9 percent"))
    ]
    assert [len(outcome.alerts) for outcome in run([policy], *stream)] == [1, 0, 0, 1]


def test_builds_and_releases_of_a_stockpile_add_up_towards_a_re_arm_level() -> None:
    policy = Policy("any", rearm=Decimal(3))
    told = [("build", "4 percent"), ("build", "2 percent"), ("release", "3 percent"), ("build", "2.5 percent")]
    stream = [
        findings(signal("stockpiling", direction, "tin", change=change), at=START + n * 5 * DAY)
        for n, (direction, change) in enumerate(told)
    ]
    assert [len(outcome.alerts) for outcome in run([policy], *stream)] == [1, 0, 0, 0]


def test_a_sequence_alerts_on_its_second_step_only() -> None:
    policy = Policy(
        "hike after control",
        signals=frozenset({"price_move"}),
        after=After(frozenset({"export_control"}), frozenset({"tighten"}), 30 * DAY),
    )
    control = findings(signal("export_control", "tighten", "ndpr", countries=("CN",)), at=START + DAY)
    outcomes = run(
        [policy], move(0 * DAY, "5 percent", commodity="ndpr"), control, move(9 * DAY, "6 percent", commodity="ndpr")
    )
    assert [len(outcome.alerts) for outcome in outcomes] == [0, 0, 1]
    other = run([policy], control, move(9 * DAY, "6 percent", commodity="copper"))
    assert alerts(other) == []


def test_the_third_cut_of_a_week_alerts() -> None:
    policy = Policy("three", window=Window(7 * DAY, count=3))
    cuts = [
        findings(signal("production_change", "down", "zinc", actors=[name], place=f"{name} Works"), at=START + n * DAY)
        for n, name in enumerate(("Ember", "Birch", "Cobble"))
    ]
    assert [len(outcome.alerts) for outcome in run([policy], *cuts)] == [0, 0, 1]


def test_a_window_counts_all_directions_of_the_policy_together() -> None:
    stream = [
        findings(signal("production_change", way, "zinc", actors=[name], place=f"{name} Works"), at=START + n * DAY)
        for n, (way, name) in enumerate((("down", "Ember"), ("halt", "Birch"), ("up", "Sorrel"), ("down", "Cobble")))
    ]
    both = Policy("troubles", directions=frozenset({"down", "halt"}), window=Window(7 * DAY, count=3))
    assert [len(outcome.alerts) for outcome in run([both], *stream)] == [0, 0, 0, 1]
    failed = trial(run([Policy("alike", window=Window(7 * DAY, count=3))], *stream)[3]).failed
    assert failed is not None
    assert failed.found == "2"


@pytest.mark.parametrize(
    ("field", "bounds", "told", "found"),
    [
        ("days", Bounds(below=Quantity(Decimal(20), "days")), {"type": "inventory_change", "level": "18 days"}, "18 days (level)"),
        ("days", Bounds(below=Quantity(Decimal(20), "days")), {"type": "inventory_change", "level": "18 t"}, None),
        ("capacity", Bounds(Quantity(Decimal(90), "t/yr")), {"direction": "halt", "level": "95 t/yr"}, "95 t/yr (level)"),
        ("capacity", Bounds(Quantity(Decimal(90), "t/yr")), {"direction": "halt", "level": "95 t"}, None),
        ("capacity", Bounds(Quantity(Decimal(90), "t/yr")), {"direction": "down", "level": "95 t/yr"}, None),
    ],
)  # fmt: skip
def test_days_of_stocks_and_halted_capacity_answer_their_thresholds(
    field: str, bounds: Bounds, told: dict[str, Any], found: str | None
) -> None:
    fact = {"type": "production_change", "direction": "down", "commodities": "zinc", **told}
    (outcome,) = run([Policy("asked", amounts={field: bounds})], findings(signal(**fact)))
    if found is None:
        failed = trial(outcome).failed
        assert failed is not None
        assert (failed.field, failed.found) == (field, None)
    else:
        (alert,) = outcome.alerts
        assert [c.found for p in alert.policies for c in p.comparisons if c.field == field] == [found]


def test_a_halted_capacity_is_found_by_a_policy_of_many() -> None:
    wanted = {"capacity": Bounds(Quantity(Decimal(90), "t/yr"))}
    crowd = [Policy(f"reader {n}", amounts={"capacity": Bounds(Quantity(Decimal(900 + n), "t/yr"))}) for n in range(99)]
    (outcome,) = run(
        [*crowd, Policy("asked", amounts=wanted)],
        findings(signal("production_change", "halt", "zinc", level="95 t/yr")),
    )
    assert [p.name for alert in outcome.alerts for p in alert.policies] == ["asked"]


def test_changes_in_a_window_add_up() -> None:
    policy = Policy("ten in a week", window=Window(7 * DAY, change=Decimal(10)))
    stream = [move(n * DAY, change) for n, change in enumerate(("4 percent", "3.1 percent", "3.3 percent"))]
    outcomes = run([policy], *stream)
    assert [len(outcome.alerts) for outcome in outcomes] == [0, 0, 1]
    failed = trial(outcomes[1]).failed
    assert failed is not None
    assert failed.missed_by == "2.9 %"


def test_what_went_the_other_way_counts_against_the_change_of_a_window() -> None:
    policy = Policy("ten in a week", window=Window(7 * DAY, change=Decimal(10)))
    fall = findings(signal(direction="down", change="6.2 percent"), at=START + DAY)
    outcomes = run([policy], move(0 * DAY, "6.1 percent"), fall, move(2 * DAY, "5.3 percent"))
    assert alerts(outcomes) == []
    failed = trial(outcomes[2]).failed
    assert failed is not None
    assert (failed.found, failed.missed_by) == ("5.2 % net", "4.8 %")


def test_a_burst_is_silent_until_the_past_is_known() -> None:
    policy = Policy("burst", burst=Burst(Decimal(3), DAY, 20 * DAY, 5))
    few = [move(n * 2 * HOUR, f"{n + 1}.{n} percent") for n in range(4)]
    assert alerts(run([policy], *few)) == []
    past = [move(n * 3 * DAY, f"{n + 1}.5 percent") for n in range(6)]
    crowd = [move(20 * DAY + n * HOUR, f"{n + 11}.1 percent") for n in range(2)]
    outcomes = run([policy], *past, *crowd)
    assert [len(outcome.alerts) for outcome in outcomes] == [0, 0, 0, 0, 0, 0, 0, 1]


def test_only_what_was_quiet_for_long_alerts() -> None:
    policy = Policy("fresh", quiet_for=5 * DAY)
    outcomes = run([policy], move(0 * DAY, "2 percent"), move(2 * DAY, "3 percent"), move(9 * DAY, "4.5 percent"))
    assert [len(outcome.alerts) for outcome in outcomes] == [1, 0, 1]


def test_denied_is_sent_to_who_asked_for_denials() -> None:
    policy = Policy("denials", modality=frozenset({Modality.DENIED}), send_to=("risk",))
    claim = findings(signal("production_change", "halt", "lithium", modality=Modality.POSSIBLE), publisher="A")
    denial = findings(
        signal("production_change", "halt", "lithium", modality=Modality.DENIED), publisher="B", at=START + HOUR
    )
    (alert,) = alerts(run([policy], claim, denial))
    assert alert.denied
    assert alert.lead.signal.modality is Modality.DENIED


def claimed(after: timedelta, modality: Modality, publisher: str, **slots: Any) -> Findings:
    told = signal(
        "production_change", "down", "copper", modality=modality, change_by="20000 t", actors=["Ember"], **slots
    )
    return findings(told, at=START + after, publisher=publisher)


def test_a_claim_that_was_denied_before_it_came_alerts_nobody_and_says_why() -> None:
    denial = claimed(0 * DAY, Modality.DENIED, "A")
    outcomes = run(
        [Policy("cut")], denial, claimed(HOUR, Modality.EXPECTED, "B"), claimed(2 * HOUR, Modality.EXPECTED, "C")
    )
    assert alerts(outcomes) == []
    assert {outcome.verdicts[0].event_id for outcome in outcomes} == {outcomes[0].verdicts[0].event_id}
    assert trial(outcomes[1]).held_back == "the event is denied; the claim alone alerts nobody"


@pytest.mark.parametrize(
    ("after", "modality", "sent"),
    [
        (2 * DAY, Modality.ACTUAL, True),
        (9 * DAY, Modality.EXPECTED, True),
        (9 * DAY, Modality.POSSIBLE, False),
        (6 * DAY, Modality.EXPECTED, False),
    ],
)
def test_what_happens_or_is_announced_a_week_after_its_denial_is_news(
    after: timedelta, modality: Modality, sent: bool
) -> None:
    policy = Policy("cut", modality=frozenset({Modality.ACTUAL, Modality.EXPECTED, Modality.POSSIBLE}))
    outcomes = run([policy], claimed(0 * DAY, Modality.DENIED, "A"), claimed(after, modality, "B", text="It is so."))
    told = [(alert.denied, alert.lead.signal.modality) for alert in alerts(outcomes)]
    assert told == ([(False, modality)] if sent else [])


def test_an_event_that_comes_back_after_a_month_does_not_alert_again_without_news() -> None:
    policy = Policy("any")
    told = {"actors": ["Codelco"], "quantity": "12500 t"}
    first = findings(signal("production_change", "down", "copper", **told))
    between = findings(signal("mna", "acquire", "tin", relevance=10), at=START + 40 * DAY)
    again = findings(
        signal("production_change", "down", "copper", text="again", **told), at=START + 41 * DAY, article="later"
    )
    outcomes = run([policy], first, between, again)
    assert [verdict.verdict for outcome in outcomes for verdict in outcome.verdicts] == ["first", "first", "repeat"]
    assert [len(outcome.alerts) for outcome in outcomes] == [1, 0, 0]


def test_of_ten_thousand_policies_only_those_within_reach_are_tried() -> None:
    crowd = [Policy(f"reader {n}", signals=frozenset({"price_move"}), commodities=frozenset({"copper"}),
                    amounts={"change": percent(str(10 + n))}) for n in range(10_000)]  # fmt: skip
    near = Policy("near", signals=frozenset({"price_move"}), amounts={"change": percent("5")})
    (outcome,) = run([*crowd, near], move(0 * DAY, "7 percent"))
    (verdict,) = outcome.verdicts
    assert [(t.policy, t.satisfied) for t in verdict.trials] == [
        ("reader 0", False),
        ("reader 1", False),
        ("reader 2", False),
        ("near", True),
    ]
    assert verdict.others == 9_997


def test_a_policy_of_many_is_found_by_company_and_direction() -> None:
    crowd = [Policy(f"reader {n}", signals=frozenset({"production_change"}), directions=frozenset({"halt"}),
                    companies=frozenset({f"company {n}"})) for n in range(1_000)]  # fmt: skip
    (outcome,) = run(crowd, findings(signal("production_change", "halt", "zinc", actors=["Company 700"])))
    assert [t.policy for t in outcome.verdicts[0].trials] == ["reader 700"]
    assert [p.name for alert in outcome.alerts for p in alert.policies] == ["reader 700"]


def at_most(number: str) -> Bounds:
    return Bounds(at_most=Quantity(Decimal(number)))


def test_a_policy_counts_similar_events_of_the_hours_and_days_before() -> None:
    policy = Policy("calm before", novelty={"similar_24h": at_most("0"), "similar_7d": at_most("1")})
    stream = [
        move(at, change)
        for at, change in (
            (0 * DAY, "2 percent"),
            (5 * HOUR, "4 percent"),
            (3 * DAY, "6 percent"),
            (6 * DAY, "8 percent"),
        )
    ]
    outcomes = run([policy], *stream)
    assert [len(outcome.alerts) for outcome in outcomes] == [1, 0, 0, 0]
    fields = [failed.field for outcome in outcomes[1:] if (failed := trial(outcome).failed)]
    assert fields == ["novelty.similar_24h", "novelty.similar_7d", "novelty.similar_7d"]


def test_days_since_a_similar_event_have_decimals() -> None:
    policy = Policy("rare", novelty={"days_since_similar": Bounds(at_least=Quantity(Decimal("2.25")))})
    first, soon, late = move(0 * DAY, "2 percent"), move(54 * HOUR - HOUR, "4 percent"), move(108 * HOUR, "6 percent")
    outcomes = run([policy], first, soon, late)
    assert [len(outcome.alerts) for outcome in outcomes] == [1, 0, 1]
    failed = trial(outcomes[1]).failed
    assert failed is not None
    assert (failed.found, failed.missed_by) == ("2.208", "0.042")


def test_the_share_of_sources_is_told_and_asked_for() -> None:
    policy = Policy("half the press", novelty={"source_share": Bounds(at_least=Quantity(Decimal(50)))})
    others = [move(0 * DAY, "2 percent", direction="down", publisher=name) for name in "BCD"]
    stream = [*others, move(HOUR, "5 percent"), move(2 * HOUR, "5.0 percent", publisher="B")]
    outcomes = run([policy], *stream)
    assert [outcome.verdicts[0].novelty.source_share for outcome in outcomes[3:]] == [0.25, 0.5]
    assert [len(outcome.alerts) for outcome in outcomes[3:]] == [0, 1]


def test_who_told_nothing_for_a_week_is_no_part_of_the_press() -> None:
    outcomes = run([], move(0 * DAY, "2 percent", publisher="B"), move(8 * DAY, "5 percent"))
    assert outcomes[1].verdicts[0].novelty.source_share == 1.0


@pytest.mark.parametrize(
    ("slots", "found", "held"),
    [
        ({"direction": "down", "change_by": "60000 t"}, "60000 t (change_by)", True),
        ({"direction": "down", "quantity": "12000 t", "change_by": "60000 t"}, "12000 t", True),
        ({"direction": "halt", "change_by": "200000 t/yr"}, "200000 t (change_by: 200000 t/yr)", True),
        ({"direction": "halt", "level": "3000 t/month"}, "36000 t (level: 3000 t/month)", True),
        ({"direction": "down", "change_by": "800 t"}, "800 t (change_by)", False),
        ({"direction": "down", "level": "60000 t"}, None, False),
        ({"direction": "down", "change_by": "60000 bbl"}, "60000 bbl (change_by)", False),
    ],
)
def test_a_quantity_of_output_is_the_goods_it_is_about(slots: dict[str, str], found: str | None, held: bool) -> None:
    policy = Policy("large cut", amounts={"quantity": Bounds(at_least=Quantity(Decimal(10_000), "t"))})
    slots = dict(slots)
    told = signal("production_change", slots.pop("direction"), "copper", **slots)
    (outcome,) = run([policy], findings(told, at=START))
    tried = outcome.verdicts[0].trials[0]
    if held:
        (compared,) = [c for c in alerts([outcome])[0].policies[0].comparisons if c.field == "quantity"]
    else:
        assert tried.failed is not None
        compared = tried.failed
    assert (tried.satisfied, compared.field, compared.found) == (held, "quantity", found)


def test_a_quantity_of_new_supply_is_its_capacity_and_of_a_contract_its_own() -> None:
    policy = Policy("large", amounts={"quantity": Bounds(at_least=Quantity(Decimal(10_000), "t"))})
    mine = signal("supply_source", "new", "copper", capacity="40000 t/yr")
    deal = signal("large_contract", "supply", "tin", change_by="40000 t")
    outcomes = run([policy], findings(mine, at=START), findings(deal, at=START + HOUR))
    assert [trial(outcome).satisfied for outcome in outcomes] == [True, False]
