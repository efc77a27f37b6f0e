"""Reports of dead deliveries: who gets one, about what, and what they read."""

from datetime import timedelta
from typing import Any

import pytest

from tocsin.deliver.glossary import Glossary
from tocsin.deliver.operations import is_report, report_death
from tocsin.deliver.receivers import build
from tocsin.deliver.render import render
from tocsin.deliver.values import Claim, Failure, Outcome, Report
from tocsin.messages import Alert, Severity
from tocsin.testing.alerts import NOON, alert

RECEIVERS = {
    "desk": build("desk", {"url": "slack://SECRET/B/C"}),
    "same": build("same", {"url": "slack://SECRET/B/C"}),
    "ops": build("ops", {"url": "json://127.0.0.1/ops"}),
    "betrieb": build("betrieb", {"url": "json://127.0.0.1/zh", "language": "zh"}),
}
REFUSED = Outcome(Failure.PERMANENT, "HTTP 404 no_service")


def claim(item: Alert, receiver: str = "desk") -> Claim:
    return Claim(1, receiver, item, ("first",), (), Severity.HIGH, 1, NOON, NOON)


def made(*send_to: str, after: timedelta = timedelta(0), item: Alert | None = None) -> Report | None:
    return report_death([claim(item or alert())], REFUSED, RECEIVERS["desk"], send_to, RECEIVERS, now=NOON + after)


def test_nobody_hears_of_his_dead_address_by_that_address() -> None:
    told = made("desk", "same", "ops", "gone")
    assert told is not None
    assert told.send_to == ("ops",)
    assert made("desk", "same") is None
    assert made() is None


def test_a_dead_report_makes_no_other() -> None:
    told = made("ops")
    assert told is not None
    assert is_report(told.alert)
    assert not is_report(alert())
    assert made("betrieb", item=told.alert) is None


def test_a_report_is_the_same_for_an_hour() -> None:
    ids: list[Any] = [made("ops", after=timedelta(minutes=minutes)) for minutes in (0, 59, 60)]
    assert ids[0].alert.alert_id == ids[1].alert.alert_id != ids[2].alert.alert_id


@pytest.mark.parametrize(
    ("name", "headline"), [("ops", "Messages to desk are not delivered"), ("betrieb", "无法送达 desk")]
)
def test_a_report_says_who_and_why_and_no_secret(name: str, headline: str) -> None:
    told = made(name)
    assert told is not None
    stored = Alert.model_validate_json(told.alert.to_json())
    message = render([claim(stored, name)], RECEIVERS[name], NOON, Glossary({}))
    assert headline in message.subject
    assert "HTTP 404 no_service" in message.text
    assert headline in message.html
    assert "SECRET" not in f"{message}"


def test_a_report_asks_for_no_vote() -> None:
    told = made("ops")
    assert told is not None
    claims = [claim(told.alert, "ops"), claim(alert(), "ops")]
    message = render(
        claims, RECEIVERS["ops"], NOON, Glossary({}), lambda number, _now: f"https://t.example.com/{number}"
    )
    assert message.text.count("https://t.example.com/1") == 1
    assert [item.get("feedback") for item in message.data["alerts"]] == [None, "https://t.example.com/1"]
