"""The lines of `tocsin status` below its tables: who refuses messages, how all is, and what waits for somebody."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tocsin.cli.status import _print_tables, as_json
from tocsin.deliver.values import Failure, Refusal
from tocsin.ops.receivers import Deliveries
from tocsin.ops.status import Status
from tocsin.testing.alerts import NOON


@pytest.mark.parametrize(
    ("waiting", "told"),
    [
        (0, "all is fine"),
        (1, "all is fine; 1 dead letter waits: `tocsin dead-letters list`"),
        (2, "all is fine; 2 dead letters wait: `tocsin dead-letters list`"),
    ],
)
def test_the_last_line_counts_what_waits(waiting: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    _print_tables(Status("kafka:9092", (), (), waiting, 0))
    assert capsys.readouterr().out.splitlines()[-1].strip() == told


REFUSAL = Refusal(
    receiver="metals desk",
    retried=2,
    given_up=1,
    behind=3,
    since=NOON - timedelta(minutes=9),
    tried_at=NOON - timedelta(seconds=20),
    answer="no connection\x1b[2J",
    failure=Failure.TRANSIENT,
    next_at=NOON + timedelta(seconds=40),
)


def told(deliveries: Deliveries) -> Status:
    return Status("kafka:9092", (), (), 0, 0, deliveries)


def test_a_receiver_that_refuses_is_named_with_since_when_how_many_and_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _print_tables(told(Deliveries((REFUSAL,), at=NOON)))
    lines = " ".join(capsys.readouterr().out.split())
    assert (
        "receiver metals desk refuses since 2026-03-03 11:51:00 UTC: 2 being retried, 3 waiting behind, 1 given up"
        in lines
    )
    assert "last answer: no connection\\u001b[2J (2026-03-03 11:59:40 UTC)" in lines
    assert "next try: 2026-03-03 12:00:40 UTC" in lines
    assert "what to do: see that the channel answers: `tocsin notify test 'metals desk'`" in lines
    assert "what was given up is not sent again" in lines
    assert lines.endswith("not all is fine")


@pytest.mark.parametrize(
    ("refusal", "is_fine"),
    [
        (REFUSAL, False),
        (replace(REFUSAL, given_up=0), False),
        (replace(REFUSAL, given_up=0, since=NOON - timedelta(seconds=30)), True),
        (replace(REFUSAL, since=NOON - timedelta(seconds=30)), False),
    ],
)
def test_only_a_failure_that_lasts_or_costs_a_message_is_not_fine(refusal: Refusal, is_fine: bool) -> None:
    found = as_json(told(Deliveries((refusal,), at=NOON)))
    assert (found["fine"], found["deliveries"]["fine"]) == (is_fine, is_fine)
    (shown,) = found["deliveries"]["receivers"]
    assert (shown["receiver"], shown["fine"], shown["retried"], shown["since"][:4]) == (
        "metals desk",
        is_fine,
        2,
        "2026",
    )


@pytest.mark.parametrize(
    ("failure", "remedy"),
    [
        (Failure.PERMANENT, "mend the address below receivers"),
        (Failure.RATE_LIMITED, "what waits goes out when the channel allows it"),
        (Failure.TRANSIENT, "what waits goes out by itself"),
    ],
)
def test_the_remedy_fits_the_failure(failure: Failure, remedy: str) -> None:
    found = as_json(told(Deliveries((replace(REFUSAL, failure=failure),), at=NOON)))
    assert remedy in found["deliveries"]["receivers"][0]["remedy"]


def test_a_ledger_that_does_not_answer_is_not_fine(capsys: pytest.CaptureFixture[str]) -> None:
    status = told(Deliveries(problem="ledger postgresql: db/tocsin: no connection"))
    _print_tables(status)
    assert "deliveries: nobody knows: ledger postgresql: db/tocsin: no connection" in capsys.readouterr().out
    assert not status.is_fine
