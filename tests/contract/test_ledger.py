"""One suite for every ledger: the double, SQLite, PostgreSQL."""

import os
import secrets
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tocsin.deliver.feedback import Vote, Voted
from tocsin.deliver.operations import is_report, report_death
from tocsin.deliver.planning import plan
from tocsin.deliver.ports import Ledger
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.values import (
    Attempt,
    Failure,
    Matcher,
    Outcome,
    Plan,
    Reason,
    Refusal,
    Settlement,
    Silence,
    Status,
    View,
)
from tocsin.messages import Alert, Change, Severity
from tocsin.store import SqlLedger, open_ledger, upgrade
from tocsin.testing.alerts import NOON, alert, policy
from tocsin.testing.ledger import MemoryLedger
from tocsin.testing.postgres import NoPostgresError, postgres

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
BORN = NOON - timedelta(days=1)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    try:
        with postgres() as url:
            yield url
    except NoPostgresError as error:
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


@pytest.fixture
def postgres_url(cluster: str) -> str:
    """A fresh database of the cluster."""
    name = f"t{secrets.token_hex(4)}"
    engine = create_engine(cluster.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"create database {name}"))
    engine.dispose()
    return cluster.rpartition("/")[0] + "/" + name


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    if request.param == "memory":
        yield MemoryLedger(BORN)
        return
    url = f"sqlite:///{tmp_path}/ledger.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
    upgrade(url, BORN)
    opened = open_ledger(url)
    yield opened
    opened.close()


RECEIVERS = {
    "desk": build("desk", {"url": "json://127.0.0.1/desk"}),
    "alice": build("alice", {"url": "json://127.0.0.1/alice", "fallback": "desk"}),
    "bob": build("bob", {"url": "json://127.0.0.1/bob", "digest": {"at": "17:00"}}),
}


class Desk:
    """Plans and sends by hand, at a time that only moves when told."""

    def __init__(self, ledger: Ledger, receivers: dict[str, Receiver] | None = None) -> None:
        self.ledger, self.receivers, self.now = ledger, receivers or RECEIVERS, NOON

    def plan(self, *alerts: Alert) -> list[Plan]:
        capped = [name for name, receiver in self.receivers.items() if receiver.cap]
        return self.ledger.record(
            alerts, lambda view, item: plan(view, item, self.receivers, self.now), self.now, capped
        )

    def claim(self, owner: str = "me", limit: int = 10) -> list[tuple[str, int]]:
        self.claims = self.ledger.claim(owner, list(self.receivers), self.now, MINUTE, limit)
        return [(claim.receiver, claim.alert.revision) for claim in self.claims]

    def finish(self, settlement: Settlement, outcome: Outcome | None = None, owner: str = "me") -> int:
        attempt = Attempt(self.now, SECOND, outcome or Outcome())
        return self.ledger.finish(owner, self.claims, attempt, settlement, self.now)

    def statuses(self, item: Alert) -> list[tuple[str, int, str]]:
        return [(row.receiver, row.revision, row.status.value) for row in self.ledger.history(item.alert_id)]


SENT = Settlement(Status.SENT)


@pytest.fixture
def desk(ledger: Ledger) -> Desk:
    return Desk(ledger)


def test_a_revision_is_planned_once(desk: Desk) -> None:
    first, again = desk.plan(alert(), alert())
    assert [item.receiver for item in first.deliveries] == ["desk"]
    assert (again.deliveries, again.reason) == ((), Reason.ALREADY_PLANNED)
    assert desk.plan(alert())[0].reason is Reason.ALREADY_PLANNED
    assert desk.statuses(alert()) == [("desk", 1, "waiting")]


def test_a_failed_decision_leaves_no_trace_of_the_batch(desk: Desk) -> None:
    def decide(view: View, item: Alert) -> Plan:
        if item.alert_id == alert("bad").alert_id:
            raise ZeroDivisionError
        return plan(view, item, RECEIVERS, NOON)

    with pytest.raises(ZeroDivisionError):
        desk.ledger.record([alert("good"), alert("bad")], decide, NOON)
    assert desk.ledger.counts() == {}
    assert desk.plan(alert("good"))[0].deliveries


def test_what_is_older_than_the_ledger_is_recorded_not_sent(desk: Desk) -> None:
    old = alert(at=BORN - SECOND)
    assert desk.plan(old)[0].reason is Reason.OLDER_THAN_LEDGER
    assert desk.plan(old)[0].reason is Reason.ALREADY_PLANNED
    assert desk.claim() == []


def test_a_claim_is_nobody_elses_until_its_lease_runs_out(desk: Desk) -> None:
    desk.plan(alert())
    assert desk.claim("one") == [("desk", 1)]
    assert desk.claim("two") == []
    desk.now += MINUTE
    assert desk.claim("two") == [("desk", 1)]
    assert desk.claims[0].attempt == 2
    assert desk.finish(SENT, owner="two") == 1


def test_a_renewed_lease_holds_on(desk: Desk) -> None:
    desk.plan(alert())
    desk.claim("one")
    desk.now += MINUTE / 2
    assert desk.ledger.renew("one", desk.now, MINUTE) == 1
    desk.now += MINUTE * 3 / 4
    assert desk.claim("two") == []


def test_an_acceptance_counts_even_after_the_lease_was_lost(desk: Desk) -> None:
    desk.plan(alert())
    desk.claim("slow")
    theirs = desk.claims
    desk.now += 2 * MINUTE
    desk.claim("quick")
    desk.claims = theirs
    assert desk.finish(SENT, owner="slow") == 0
    assert desk.statuses(alert()) == [("desk", 1, "sent")]


def test_a_failure_after_the_lease_was_lost_changes_nothing(desk: Desk) -> None:
    desk.plan(alert())
    desk.claim("slow")
    theirs = desk.claims
    desk.now += 2 * MINUTE
    desk.claim("quick")
    mine, desk.claims = desk.claims, theirs
    assert desk.finish(Settlement(Status.DEAD), Outcome(Failure.PERMANENT), owner="slow") == 0
    desk.claims = mine
    assert desk.finish(SENT, owner="quick") == 1


def test_a_newer_revision_takes_the_place_of_a_waiting_one_and_carries_its_news(desk: Desk) -> None:
    desk.plan(alert(), alert(revision=2), alert(revision=3))
    assert desk.statuses(alert()) == [("desk", 1, "replaced"), ("desk", 2, "replaced"), ("desk", 3, "waiting")]
    assert desk.claim() == [("desk", 3)]
    claim = desk.claims[0]
    assert claim.told is None
    assert claim.changes == ("first", "new_fact")
    assert claim.detail == ("change: 2 -> 3 percent", "change: 3 -> 4 percent")


def test_an_update_waits_until_its_first_message_is_through(desk: Desk) -> None:
    desk.plan(alert())
    assert desk.claim() == [("desk", 1)]
    first = desk.claims
    desk.plan(alert(revision=2))
    assert desk.claim() == []
    desk.claims = first
    desk.finish(Settlement(Status.WAITING, not_before=desk.now + MINUTE), Outcome(Failure.TRANSIENT))
    assert desk.claim() == []
    desk.now += MINUTE
    assert desk.claim() == [("desk", 1)]
    desk.finish(SENT)
    assert desk.claim() == [("desk", 2)]
    assert desk.claims[0].told == 1


def test_withdrawn_before_release_sends_nothing(desk: Desk) -> None:
    desk.plan(alert())
    desk.plan(alert(revision=2, changes=(Change.WITHDRAWAL,), withdrawn=True))
    assert desk.claim() == []
    assert desk.statuses(alert()) == [("desk", 1, "withdrawn")]


def test_withdrawn_after_it_was_sent_is_told(desk: Desk) -> None:
    desk.plan(alert())
    desk.claim()
    desk.finish(SENT)
    desk.plan(alert(revision=2, changes=(Change.WITHDRAWAL,), withdrawn=True))
    assert desk.claim() == [("desk", 2)]


def test_a_dead_delivery_goes_to_the_fallback_once(desk: Desk) -> None:
    desk.plan(alert("event", 1, "alice"))
    desk.claim()
    desk.finish(Settlement(Status.DEAD, fallback=("desk",)), Outcome(Failure.PERMANENT, "HTTP 404", status=404))
    assert desk.claim() == [("desk", 1)]
    assert desk.claims[0].instead_of == "alice"
    desk.finish(SENT)
    assert desk.statuses(alert()) == [("alice", 1, "dead"), ("desk", 1, "sent")]


def test_a_fallback_that_has_the_alert_gets_no_second_one(desk: Desk) -> None:
    desk.plan(alert("event", 1, "alice", "desk"))
    desk.claim(limit=1)
    assert [claim.receiver for claim in desk.claims] == ["alice"]
    desk.finish(Settlement(Status.DEAD, fallback=("desk",)), Outcome(Failure.PERMANENT))
    assert desk.statuses(alert()) == [("alice", 1, "dead"), ("desk", 1, "waiting")]


def test_digest_rows_come_together_and_alone(desk: Desk) -> None:
    desk.plan(alert("a", 1, "bob"), alert("b", 1, "bob"), alert("c", 1, "desk"))
    assert desk.claim() == [("desk", 1)]
    desk.finish(SENT)
    desk.now = NOON + timedelta(hours=5)
    assert desk.claim(limit=1) == [("bob", 1), ("bob", 1)]
    assert desk.finish(SENT) == 2


def test_due_names_receivers_and_the_next_moment(desk: Desk) -> None:
    assert desk.ledger.due(list(RECEIVERS), NOON).receivers == frozenset()
    desk.plan(alert("a", 1, "bob"), alert("c", 1, "desk"))
    due = desk.ledger.due(list(RECEIVERS), NOON)
    assert due.receivers == {"desk"}
    assert due.next_at == NOON + timedelta(hours=5)
    assert desk.ledger.due(["alice"], NOON).next_at is None


def test_a_slowed_receiver_waits_and_others_do_not(desk: Desk) -> None:
    desk.plan(alert("a", 1, "desk", "alice"))
    desk.ledger.slow(["desk"], NOON + MINUTE)
    assert desk.claim() == [("alice", 1)]
    desk.ledger.slow(["desk"], NOON + 2 * MINUTE)
    assert desk.ledger.due(list(RECEIVERS), NOON).next_at in {NOON + MINUTE, NOON + 2 * MINUTE}
    desk.now += 2 * MINUTE
    assert ("desk", 1) in desk.claim("other")


def test_what_is_given_back_counts_no_attempt(desk: Desk) -> None:
    desk.plan(alert())
    desk.claim()
    desk.ledger.give_back("me", desk.claims, desk.now)
    assert desk.claim() == [("desk", 1)]
    assert desk.claims[0].attempt == 1


def test_rows_of_a_removed_receiver_wait_and_then_close(desk: Desk) -> None:
    desk.plan(alert())
    others = ["alice"]
    assert desk.ledger.claim("me", others, NOON, MINUTE) == []
    assert desk.ledger.close_orphans(others, NOON, NOON) == 0
    later = NOON + timedelta(days=1)
    assert desk.ledger.close_orphans(others, later, later) == 1
    assert desk.ledger.history(alert().alert_id)[0].reason == Reason.NOT_CONFIGURED


def test_history_tells_every_attempt(desk: Desk) -> None:
    desk.plan(alert())
    desk.claim()
    answer = Outcome(Failure.RATE_LIMITED, "HTTP 429", status=429)
    desk.finish(Settlement(Status.WAITING, not_before=NOON), answer)
    desk.claim()
    desk.finish(SENT)
    (row,) = desk.ledger.history(alert().alert_id)
    assert [attempt.outcome for attempt in row.attempts] == [answer, Outcome()]
    assert row.attempts[0].took == SECOND
    assert (row.status, row.finished_at, row.severity) == (Status.SENT, NOON, Severity.HIGH)


def test_silences_are_kept_and_expired(desk: Desk) -> None:
    silence = Silence((Matcher("commodity", "=", "antimony"),), "ann", "known", NOON, NOON + MINUTE)
    number = desk.ledger.add_silence(silence)
    assert desk.plan(alert("a"))[0].reasons == {"desk": Reason.SILENCED}
    assert desk.claim() == []
    assert [found.silence_id for found in desk.ledger.silences(active_at=NOON)] == [number]
    assert desk.ledger.expire_silence(number, NOON) is True
    assert desk.ledger.expire_silence(number, NOON) is False
    assert desk.ledger.silences(active_at=NOON) == []
    assert len(desk.ledger.silences()) == 1
    assert desk.plan(alert("b"))[0].reasons == {"desk": Reason.FIRST}


def test_a_silence_holds_what_waits_already(desk: Desk) -> None:
    desk.plan(alert("a", 1, "desk", "bob"), alert("b", 1, "desk"))
    silence = Silence((Matcher("receiver", "=", "bob"),), "ann", "known", NOON, NOON + MINUTE, 7)
    assert desk.ledger.hold_waiting(silence, NOON + MINUTE) == 0
    assert desk.ledger.hold_waiting(silence, NOON) == 1
    assert desk.statuses(alert("a")) == [("desk", 1, "waiting"), ("bob", 1, "silenced")]
    (held,) = [row for row in desk.ledger.history(alert("a").alert_id) if row.receiver == "bob"]
    assert (held.held, held.finished_at) == ("silence 7", NOON)
    assert desk.claim() == [("desk", 1), ("desk", 1)]


def test_a_silence_of_a_parent_holds_what_waits_of_its_children(desk: Desk) -> None:
    desk.plan(alert("a"))
    silence = Silence((Matcher("commodity", "=", "minor_metals"),), "ann", "known", NOON, NOON + MINUTE, 7)
    assert desk.ledger.hold_waiting(silence, NOON) == 0
    assert desk.ledger.hold_waiting(silence, NOON, lambda _: ("minor_metals",)) == 1
    assert desk.statuses(alert("a")) == [("desk", 1, "silenced")]


def test_the_last_vote_on_a_message_counts_and_only_on_one_that_was_sent(desk: Desk) -> None:
    desk.plan(alert("a"), alert("b"))
    desk.claim(limit=1)
    desk.finish(SENT)
    (sent,), (waiting,) = (desk.ledger.history(alert(name).alert_id) for name in "ab")
    assert desk.ledger.vote(sent.delivery_id, Vote.NOISE, NOON) is True
    assert desk.ledger.vote(sent.delivery_id, Vote.USEFUL, NOON) is True
    assert desk.ledger.vote(waiting.delivery_id, Vote.NOISE, NOON) is False
    assert desk.ledger.vote(10_000, Vote.NOISE, NOON) is False
    assert desk.ledger.votes() == [Voted(Vote.USEFUL, "price-up", ("antimony hike",))]
    desk.ledger.prune(NOON + timedelta(days=2), deliveries=timedelta(days=1), marks=timedelta(days=1))
    assert desk.ledger.votes() == []


def test_a_clock_that_is_set_back_delays_and_repeats_nothing(desk: Desk) -> None:
    desk.plan(alert())
    desk.claim("one")
    desk.finish(SENT, owner="one")
    desk.now = NOON - timedelta(hours=2)
    assert desk.plan(alert())[0].reason is Reason.ALREADY_PLANNED
    desk.plan(alert("later", at=desk.now))
    assert desk.claim() == [("desk", 1)]
    assert desk.finish(SENT) == 1
    assert desk.claim() == []


def test_a_clock_that_is_set_forward_releases_what_waits_once(desk: Desk) -> None:
    desk.plan(alert("a", 1, "bob"))
    desk.now = NOON + timedelta(days=3)
    assert desk.claim() == [("bob", 1)]
    desk.finish(SENT)
    desk.now = NOON
    assert desk.claim() == []


def test_the_cap_counts_the_last_hour_within_a_batch_too(ledger: Ledger) -> None:
    desk = Desk(ledger, {"desk": build("desk", {"url": "json://127.0.0.1/", "cap": 2})})
    plans = desk.plan(*[alert(str(number)) for number in range(4)])
    assert [item.held for made in plans for item in made.deliveries] == [None, None, "cap", "cap"]
    desk.now += timedelta(hours=1)
    assert desk.plan(alert("later"))[0].deliveries[0].held is None


def test_old_rows_and_marks_go_and_waiting_ones_stay(desk: Desk) -> None:
    desk.plan(alert("sent"), alert("waits", 1, "bob"))
    desk.claim()
    desk.finish(SENT)
    later = NOON + timedelta(days=200)
    long, longer = timedelta(days=180), timedelta(days=400)
    assert desk.ledger.prune(later, deliveries=long, marks=longer) >= 1
    assert desk.ledger.counts() == {"waiting": 1}
    assert desk.plan(alert("sent"))[0].reason is Reason.ALREADY_PLANNED
    assert desk.ledger.prune(NOON + timedelta(days=500), deliveries=long, marks=longer) >= 1


def test_several_policies_make_one_delivery(desk: Desk) -> None:
    loud = policy("desk", name="loud", severity=Severity.CRITICAL)
    (made,) = desk.plan(alert(policies=(policy("desk", name="soft", severity=Severity.LOW), loud)))
    assert [(item.receiver, item.severity) for item in made.deliveries] == [("desk", Severity.CRITICAL)]


def test_a_report_of_dead_deliveries_reaches_each_receiver_once_an_hour(desk: Desk) -> None:
    refused = Outcome(Failure.PERMANENT, "HTTP 404")

    def die(name: str) -> None:
        desk.plan(alert(name))
        desk.claims = desk.ledger.claim("me", ["desk"], desk.now, MINUTE, 10)
        told = report_death(desk.claims, refused, RECEIVERS["desk"], ("alice", "bob"), RECEIVERS, now=desk.now)
        assert desk.finish(Settlement(Status.DEAD, report=told), refused) == 1

    for name in "abc":
        die(name)
    assert desk.ledger.counts() == {"dead": 3, "waiting": 2}
    claims = desk.ledger.claim("me", ["alice", "bob"], desk.now, MINUTE, 10)
    assert {claim.receiver for claim in claims} == {"alice", "bob"}
    assert all(is_report(claim.alert) and not claim.digest for claim in claims)
    desk.now += 60 * MINUTE
    die("d")
    assert desk.ledger.counts() == {"dead": 4, "sending": 2, "waiting": 2}


REFUSED = Outcome(Failure.TRANSIENT, "no connection")
DAY = timedelta(days=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def sql_desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/ledger.db" if is_sqlite else request.getfixturevalue("postgres_url")
    upgrade(url, BORN)
    with closing(open_ledger(url)) as opened:
        yield Desk(opened)


def refusals(desk: Desk) -> list[Refusal]:
    assert isinstance(desk.ledger, SqlLedger)
    return desk.ledger.refusals(desk.now, DAY)


def test_a_receiver_that_refuses_is_told_until_it_accepts_again(sql_desk: Desk) -> None:
    desk = sql_desk
    desk.plan(alert("a"), alert("b"))
    assert refusals(desk) == []
    desk.claim(limit=1)
    assert refusals(desk) == []  # a first try has not failed yet
    desk.now = NOON + MINUTE
    desk.finish(Settlement(Status.WAITING, not_before=NOON + 2 * MINUTE), REFUSED)
    desk.ledger.slow(["desk"], NOON + 3 * MINUTE)
    waiting = Refusal(
        receiver="desk",
        retried=1,
        given_up=0,
        behind=1,
        since=NOON,
        tried_at=NOON + MINUTE,
        answer="no connection",
        failure=Failure.TRANSIENT,
        next_at=NOON + 3 * MINUTE,
    )
    assert refusals(desk) == [waiting]
    desk.now = NOON + 3 * MINUTE
    desk.claim(limit=1)
    desk.finish(Settlement(Status.DEAD), Outcome(Failure.PERMANENT, "no such mailbox"))
    (given_up,) = refusals(desk)
    assert (given_up.retried, given_up.given_up, given_up.answer) == (1, 1, "no such mailbox")
    desk.now += SECOND
    while desk.claim():
        desk.finish(SENT)
    assert refusals(desk) == []


def test_what_was_given_up_is_remembered_for_a_day(sql_desk: Desk) -> None:
    desk = sql_desk
    desk.plan(alert())
    desk.claim()
    desk.finish(Settlement(Status.DEAD), REFUSED)
    assert [(item.given_up, item.next_at) for item in refusals(desk)] == [(1, None)]
    desk.now += DAY
    assert refusals(desk) == []


def test_a_revision_that_waits_in_the_stead_of_a_refused_one_counts(sql_desk: Desk) -> None:
    desk = sql_desk
    desk.plan(alert())
    desk.claim()
    desk.finish(Settlement(Status.WAITING, not_before=NOON + MINUTE), REFUSED)
    desk.plan(alert(revision=2))
    assert [(item.retried, item.behind, item.since) for item in refusals(desk)] == [(0, 1, NOON)]
