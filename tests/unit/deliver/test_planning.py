"""Who gets what, and when: tables of cases over the ledger's view."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tocsin.deliver.planning import facts_of, plan
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.silences import no_ancestors, parse_matcher
from tocsin.deliver.values import Matcher, Plan, Reason, Row, Silence, Status, View
from tocsin.messages import Alert, Change, Severity
from tocsin.messages.signal import Actor
from tocsin.testing.alerts import NOON, alert, alert_signal, policy

BORN = NOON - timedelta(days=1)
EMPTY = View(born_at=BORN)
URL = "json://127.0.0.1/"


def receivers(**settings: Any) -> dict[str, Receiver]:
    return {name: build(name, {"url": URL + name, **settings}) for name in ("desk", "alice")}


def rows(*found: tuple[int, Status], receiver: str = "desk") -> View:
    held = [
        Row(number, revision, receiver, status, ("first",), ("before",))
        for number, (revision, status) in enumerate(found, 1)
    ]
    return replace(EMPTY, rows=tuple(held))


def decide(view: View, item: Alert, **settings: Any) -> Plan:
    return plan(view, item, receivers(**settings), NOON)


def reason(made: Plan, receiver: str = "desk") -> str:
    return made.reasons[receiver]


NEWS = alert(revision=2)
SOURCE = alert(revision=2, changes=(Change.SOURCE,))
WITHDRAWN = alert(revision=2, changes=(Change.WITHDRAWAL,), withdrawn=True)


@pytest.mark.parametrize(
    ("view", "item", "expected", "is_sent"),
    [
        (EMPTY, alert(), Reason.FIRST, True),
        (rows((1, Status.SENT)), NEWS, Reason.UPDATE, True),
        (rows((1, Status.SENDING)), NEWS, Reason.UPDATE, True),
        (rows((1, Status.WAITING)), NEWS, Reason.REPLACES, True),
        (rows((1, Status.WAITING)), SOURCE, Reason.REPLACES, True),
        (rows((1, Status.SENT)), SOURCE, Reason.NO_NEWS, False),
        (rows((1, Status.DEAD)), NEWS, Reason.NOT_DELIVERED, True),
        (rows((1, Status.SILENCED)), NEWS, Reason.NOT_DELIVERED, True),
        (rows((1, Status.DEAD)), SOURCE, Reason.NO_NEWS, False),
        (rows((3, Status.SENT)), NEWS, Reason.SUPERSEDED, False),
        (rows((1, Status.WAITING)), WITHDRAWN, Reason.WITHDRAWN, False),
        (rows((1, Status.SENT)), WITHDRAWN, Reason.UPDATE, True),
        (EMPTY, WITHDRAWN, Reason.WITHDRAWN, False),
        (EMPTY, NEWS, Reason.FIRST, True),
        (EMPTY, SOURCE, Reason.NO_HISTORY, False),
        (rows((1, Status.SENT), receiver="alice"), NEWS, Reason.NO_HISTORY, False),
    ],
)
def test_a_receiver_gets_a_revision_or_is_told_why_not(
    view: View, item: Alert, expected: Reason, is_sent: bool
) -> None:
    made = decide(view, item)
    assert reason(made) == expected
    assert ("desk" in [delivery.receiver for delivery in made.deliveries]) is is_sent


@pytest.mark.parametrize("change", [Change.NEW_FACT, Change.DENIAL, Change.CORRECTION, Change.WITHDRAWAL])
def test_news_goes_to_everybody_who_was_told_even_when_no_policy_names_them_now(change: Change) -> None:
    item = alert(revision=2, changes=(change,), policies=(policy("nobody", newly=False),))
    made = decide(rows((1, Status.SENT), receiver="alice"), item)
    assert (reason(made, "alice"), reason(made, "nobody")) == (Reason.UPDATE, Reason.NOT_CONFIGURED)


def test_one_more_source_alone_is_sent_to_who_wants_all_updates() -> None:
    assert reason(decide(rows((1, Status.SENT)), SOURCE, updates="all")) == Reason.UPDATE


def test_a_policy_newly_satisfied_brings_in_its_receivers_and_is_news_to_the_old_ones() -> None:
    item = alert(
        revision=2,
        changes=(Change.POLICY,),
        policies=(policy("desk", newly=False), policy("desk", "alice", name="louder", severity=Severity.CRITICAL)),
    )
    made = decide(rows((1, Status.SENT)), item)
    assert dict(made.reasons) == {"desk": Reason.UPDATE, "alice": Reason.FIRST}
    assert {delivery.severity for delivery in made.deliveries} == {Severity.CRITICAL}


def test_a_policy_newly_satisfied_is_no_news_to_who_it_does_not_name() -> None:
    item = alert(
        revision=2, changes=(Change.POLICY,), policies=(policy("desk", newly=False), policy("alice", name="b"))
    )
    assert reason(decide(rows((1, Status.SENT)), item)) == Reason.NO_NEWS


def test_a_receiver_who_comes_later_gets_no_history() -> None:
    item = alert(revision=2, changes=(Change.SOURCE,), policies=(policy("desk", "alice", newly=False),))
    assert reason(decide(rows((1, Status.SENT)), item), "alice") == Reason.NO_HISTORY


def test_a_replaced_row_hands_on_its_news_and_its_pause() -> None:
    waiting = Row(7, 1, "desk", Status.WAITING, ("first",), ("a",), held_until=NOON + timedelta(minutes=3))
    (delivery,) = decide(replace(EMPTY, rows=(waiting,)), NEWS).deliveries
    assert delivery.replaces == (7,)
    assert delivery.changes == ("first", "new_fact")
    assert delivery.detail == ("a", "change: 2 -> 3 percent")
    assert delivery.not_before == NOON + timedelta(minutes=3)


def test_withdrawal_closes_what_waits() -> None:
    made = decide(rows((1, Status.WAITING)), WITHDRAWN)
    assert (made.withdraws, made.deliveries) == ((1,), ())


QUIET = {"quiet_hours": {"from": "11:00", "to": "15:00"}}


@pytest.mark.parametrize(
    ("settings", "hours", "digest", "held"),
    [
        ({}, 0, False, None),
        (QUIET, 3, False, "quiet hours"),
        ({"quiet_hours": {**QUIET["quiet_hours"], "release": "digest"}}, 3, True, "quiet hours"),
        ({"quiet_hours": {"from": "13:00", "to": "15:00"}}, 0, False, None),
        ({"quiet_hours": {**QUIET["quiet_hours"], "timezone": "Asia/Hong_Kong"}}, 0, False, None),
        ({"digest": {"at": ["08:00", "18:00"]}}, 6, True, "digest"),
        ({"digest": {"at": "13:00"}, **QUIET}, 3, True, "digest"),
        ({"cap": 2}, 1, True, "cap"),
        ({"cap": 3}, 0, False, None),
    ],
)
def test_a_message_waits_for_its_time(settings: dict[str, Any], hours: int, digest: bool, held: str | None) -> None:
    view = replace(EMPTY, recent={"desk": 2})
    (delivery,) = decide(view, alert(), **settings).deliveries
    assert (delivery.not_before - NOON, delivery.digest, delivery.held) == (timedelta(hours=hours), digest, held)


@pytest.mark.parametrize("settings", [QUIET, {"digest": {"at": "18:00"}}, {"cap": 1}])
def test_critical_passes(settings: dict[str, Any]) -> None:
    item = alert(policies=(policy("desk", severity=Severity.CRITICAL),))
    (delivery,) = decide(replace(EMPTY, recent={"desk": 9}), item, **settings).deliveries
    assert (delivery.not_before, delivery.digest, delivery.held) == (NOON, False, None)


def silence(*matchers: str, hours: tuple[int, int] = (-1, 1)) -> Silence:
    start, end = (NOON + timedelta(hours=hour) for hour in hours)
    return Silence(tuple(parse_matcher(text) for text in matchers), "ann", "noise", start, end, 4)


@pytest.mark.parametrize(
    ("held_back", "matchers"),
    [
        (True, ["commodity=antimony"]),
        (True, ["commodity=antimony", "receiver=desk", "severity!=critical"]),
        (True, ["policy~anti.*hike"]),
        (False, ["commodity=antimony", "receiver=alice"]),
        (False, ["commodity!=antimony"]),
        (False, ["country=CN"]),
        (True, ["country!=CN"]),
    ],
)
def test_a_silence_holds_back_what_all_its_matchers_match(held_back: bool, matchers: list[str]) -> None:
    view = replace(EMPTY, silences=(silence(*matchers),))
    (delivery,) = decide(view, alert()).deliveries
    expected = (Status.SILENCED, "silence 4") if held_back else (Status.WAITING, None)
    assert (delivery.status, delivery.held) == expected


PARENTS = {"neodymium": ("rare_earths",), "copper_foil": ("copper", "metals")}


@pytest.mark.parametrize(
    ("held_back", "commodity", "matcher"),
    [
        (True, "neodymium", "commodity=rare_earths"),
        (True, "copper_foil", "commodity=metals"),
        (True, "neodymium", "commodity~^rare"),
        (True, "neodymium", "commodity=neodymium"),
        (False, "neodymium", "commodity!=rare_earths"),
        (False, "rare_earths", "commodity=neodymium"),
        (False, "antimony", "commodity=rare_earths"),
        (True, "antimony", "commodity!=rare_earths"),
    ],
)
def test_a_silence_of_a_commodity_holds_those_below_it_as_a_policy_would(
    held_back: bool, commodity: str, matcher: str
) -> None:
    view = replace(EMPTY, silences=(silence(matcher),))
    item = alert(lead=alert_signal(commodities=(commodity,)))
    (delivery,) = plan(view, item, receivers(), NOON, lambda name: PARENTS.get(name, ())).deliveries
    assert (delivery.status is Status.SILENCED) is held_back


@pytest.mark.parametrize("name", ["codelco", "Codelco", "CODELCO", "SSE:600111"])
def test_a_silence_finds_a_company_by_the_names_by_which_policies_do(name: str) -> None:
    actor = Actor(id="codelco", name="Codelco", ticker="SSE:600111", role="seller", span=(0, 7))
    view = replace(EMPTY, silences=(silence(f"company={name}"),))
    (delivery,) = decide(view, alert(lead=alert_signal(actors=(actor,)))).deliveries
    assert delivery.status is Status.SILENCED


@pytest.mark.parametrize("hours", [(-2, 0), (1, 2)])
def test_a_silence_holds_only_in_its_time(hours: tuple[int, int]) -> None:
    view = replace(EMPTY, silences=(silence("commodity=antimony", hours=hours),))
    assert decide(view, alert()).deliveries[0].status is Status.WAITING


def test_a_silence_holds_back_critical_alerts_too() -> None:
    item = alert(policies=(policy("desk", severity=Severity.CRITICAL),))
    assert decide(replace(EMPTY, silences=(silence("type=price_move"),)), item).deliveries[0].status is Status.SILENCED


@pytest.mark.parametrize("text", ["commodity", "colour=red", "policy~[", "=x", "alert=" + "x" * 300])
def test_a_wrong_matcher_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"write|longer|regular"):
        parse_matcher(text)


def test_a_matcher_is_written_as_it_is_read() -> None:
    assert str(parse_matcher(" policy ~ a b ")) == "policy~a b"
    assert parse_matcher("severity!=low") == Matcher("severity", "!=", "low")


def test_silences_know_the_facts_of_an_alert() -> None:
    lead = alert_signal(countries=("CN",))
    facts = facts_of(alert(lead=lead), "desk", no_ancestors)
    assert facts["country"] == ("CN",)
    assert facts["type"] == ("price_move",)
    assert facts["severity"] == ("high",)
