"""What a receiver may say, and what it never shows."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from tocsin.deliver.receivers import Receiver, build, find_faults, shown_address

SECRET = "slack://T0000SECRET/B000/xyz"


def test_address_shows_nowhere_but_where_it_is_asked_for() -> None:
    receiver = build("desk", {"url": SECRET})
    assert receiver.address == SECRET
    assert receiver.shown == "slack://T…/…"
    for told in (repr(receiver), str(receiver), receiver.model_dump_json(), receiver.destination):
        assert "SECRET" not in told


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ({}, "needs its address"),
        ({"url": SECRET, "url_file": "x"}, "needs its address"),
        ({"url": "no scheme"}, "not an address"),
        ({"url": "no scheme"}, "deploy/RECEIVERS.md lists them"),
        ({"url": SECRET, "timezone": "Mars/Base"}, "not a time zone"),
        ({"url": SECRET, "timezone": "/etc/passwd"}, "not a time zone"),
        ({"url": SECRET, "quiet_hours": {"from": "22:00", "to": "25:00"}}, "not a time of day"),
        ({"url": SECRET, "quiet_hours": {"from": "22:00", "to": "22:00"}}, "same time"),
        ({"url": SECRET, "quiet_hours": {"from": 1320, "to": "07:00"}}, "not a time of day"),
        ({"url": SECRET, "digest": {"at": "17:30", "days": "moon"}}, "not a calendar"),
        ({"url": SECRET, "cap": 0}, "greater than or equal to 1"),
        ({"url": SECRET, "language": "fr"}, "'en' or 'zh'"),
        ({"url": SECRET, "colour": "red"}, "Extra inputs"),
    ],
)
def test_wrong_receiver_is_refused_with_the_reason(mapping: dict[str, object], told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        build("desk", mapping)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    "mapping", [{"url": SECRET, "url_file": "x"}, {"url": "hooks.example.com/SECRET"}, {"url": SECRET, "cap": 0}]
)
def test_a_refusal_does_not_quote_the_address(mapping: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as refused:
        build("desk", mapping)
    assert "SECRET" not in str(refused.value)
    assert not any("SECRET" in str(item["input"]) for item in refused.value.errors() if isinstance(item["input"], str))


def test_address_file_is_read_by_others_and_put_in_later() -> None:
    receiver = build("desk", {"url_file": "/run/secrets/desk", "quiet_hours": {"from": "22:00", "to": "07:00"}})
    assert receiver.url_file == Path("/run/secrets/desk")
    with pytest.raises(ValueError, match="not been read"):
        receiver.address  # noqa: B018 - reading it is the test
    assert receiver.with_url(SECRET + "\n") == build(
        "desk", {"url": SECRET, "quiet_hours": {"from": "22:00", "to": "07:00"}}
    )


def test_unknown_and_own_fallbacks_are_found() -> None:
    receivers: dict[str, Receiver] = {
        "a": build("a", {"url": SECRET, "fallback": ["b", "ghost"]}),
        "b": build("b", {"url": SECRET, "fallback": "b"}),
    }
    assert [(name, fault.split(";")[0]) for name, fault in find_faults(receivers)] == [
        ("a", "fallback: 'ghost' is not a receiver"),
        ("b", "fallback: 'b' is the receiver itself"),
    ]


def test_shown_address_of_rubbish_is_nothing() -> None:
    assert shown_address("secret without scheme") == "…"
