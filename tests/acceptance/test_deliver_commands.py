"""The commands around delivery, called as a person calls them; and an address that is found nowhere."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client import generate_latest

from tocsin.bootstrap.delivery import receivers as read_receivers
from tocsin.broker import Broker, Record
from tocsin.cli import main
from tocsin.config import load_settings
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.receivers import build
from tocsin.deliver.render import render
from tocsin.notifiers import AppriseNotifier
from tocsin.notifiers.mailbox import Mailbox
from tocsin.rules.faults import FaultsError
from tocsin.store import open_ledger
from tocsin.streams.condition import Condition
from tocsin.streams.deliver import ALERT, DeliverStage
from tocsin.streams.outbox import Outbox
from tocsin.telemetry import Metrics, configure
from tocsin.testing.alerts import alert

SECRET = "c0SecretSecretSecret"
CONFIG = """
state_dir: {folder}/state
receivers:
  desk: {{url: "{mail}"}}
  chat: {{url_file: {folder}/chat-address, language: zh, timezone: Asia/Hong_Kong}}
  nobody: {{url: "mailto://127.0.0.1:9/?from=a@example.com&to=b@example.com"}}
policies:
  - name: antimony hike
    signal: price_move
    direction: up
    commodities: [antimony]
    change: {{at_least: 5%}}
    severity: high
    send_to: [desk, chat]
"""
HIKE = "Antimony ingot prices in Rotterdam rose 12.4% this week to $41,000 a tonne, traders said on Friday."
CALM = "Antimony ingot prices in Rotterdam rose 1.4% this week, traders said on Friday."


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as running:
        yield running


@pytest.fixture
def config(tmp_path: Path, mailbox: Mailbox) -> Path:
    (tmp_path / "chat-address").write_text(f"slack://T0SECRET/B0SECRET/{SECRET}?base=http://127.0.0.1:9\n")
    path = tmp_path / "tocsin.yml"
    path.write_text(CONFIG.format(folder=tmp_path, mail=mailbox.url("desk@example.com")))
    return path


class Answer:
    """What a command printed, and its exit status."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


class Shell:
    """Calls `tocsin` in this process."""

    def __init__(self, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.config, self.capsys = config, capsys

    def __call__(self, *words: str) -> Answer:
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([*words, "-c", str(self.config)])
        out, err = self.capsys.readouterr()
        return Answer(int(ended.value.code or 0), out, err)


@pytest.fixture
def tocsin(config: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(config, capsys)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.txt"
    path.write_text(HIKE)
    return path


def test_a_preview_is_in_the_receivers_language_and_form(tocsin: Shell, sample: Path) -> None:
    html = tocsin("notify", "preview", str(sample), "--receiver", "desk")
    assert (html.status, html.out[:15]) == (0, "<!DOCTYPE html>")
    blocks = tocsin("notify", "preview", str(sample), "--receiver", "chat")
    assert json.loads(blocks.out)["blocks"][0]["text"]["text"].endswith("锑锭价格上涨12.4%（周），至41,000美元/吨")
    text = tocsin("notify", "preview", str(sample), "--receiver", "desk", "--form", "text")
    assert text.out.startswith("Rotterdam: antimony ingot price up 12.4% on the week, to 41,000 USD/t\nHIGH\n")
    assert SECRET not in html.out + blocks.out + text.out


def test_a_preview_of_an_alert_file_and_of_what_alerts_nobody(tocsin: Shell, tmp_path: Path) -> None:
    known, calm = tmp_path / "alert.json", tmp_path / "calm.txt"
    known.write_bytes(alert().to_json())
    calm.write_text(CALM)
    assert "Antimony" in tocsin("notify", "preview", str(known), "--receiver", "desk", "--form", "text").out
    nothing = tocsin("notify", "preview", str(calm), "--receiver", "desk")
    assert nothing.status == 1
    assert "makes no alert" in nothing.out
    known.write_text("{}")
    assert tocsin("notify", "preview", str(known), "--receiver", "desk").status == 2


def test_a_test_message_is_sent_and_its_end_told(tocsin: Shell, mailbox: Mailbox) -> None:
    good = tocsin("notify", "test", "desk")
    assert (good.status, good.out.split(":")[0]) == (0, "desk")
    assert "In this test of Tocsin" in mailbox.mails[0].text
    bad = tocsin("notify", "test", "nobody")
    assert (bad.status, "no connection" in bad.out) == (1, True)
    chat = tocsin("notify", "test", "chat")
    assert chat.status == 1
    assert SECRET not in chat.out + chat.err
    unknown = tocsin("notify", "test", "ghost")
    assert unknown.status == 2
    assert "known: chat, desk, nobody" in unknown.err


def test_route_says_who_gets_it_and_why_not_the_others(tocsin: Shell, sample: Path, tmp_path: Path) -> None:
    told = json.loads(tocsin("route", str(sample), "--format", "json").out)
    assert [set(entry["gets_it"]) for entry in told] == [{"desk", "chat"}]
    assert told[0]["not"] == {"nobody": ["no policy names the receiver"]}
    calm = tmp_path / "calm.txt"
    calm.write_text(CALM)
    words = tocsin("route", str(calm)).out
    assert "price_move up of antimony, first: " in words
    assert "✗ desk: antimony hike: change ≥ 5 %, found 1.4 %, missed by 3.6 %" in words
    calm.write_text("The weather in Rotterdam was fine on Friday.")
    assert "no signal was found" in tocsin("route", str(calm)).out


def test_silences_are_added_listed_and_expired(tocsin: Shell) -> None:
    added = tocsin("silence", "add", "commodity=antimony", "severity!=critical", "--reason", "known", "--for", "2h")
    assert added.out.startswith("silence 1 until ")
    assert "commodity=antimony severity!=critical" in tocsin("silence", "list").out
    assert tocsin("silence", "expire", "1").status == 0
    assert tocsin("silence", "expire", "1").status == 1
    assert tocsin("silence", "list").out == ""
    assert "ended" in tocsin("silence", "list", "--all").out
    assert tocsin("silence", "add", "colour=red", "--reason", "x").status == 2
    assert tocsin("silence", "add", "type=mna", "--reason", "x", "--for", "soon").status == 2


@pytest.mark.parametrize(
    ("matcher", "told"),
    [
        ("commodity=antimoni", "'antimoni' is not a commodity; did you mean 'antimony'?"),
        ("severity!=hgh", "'hgh' is not a severity; did you mean 'high'?"),
        ("receiver=desks", "'desks' is not a receiver; did you mean 'desk'?"),
        ("type=pricemove", "'pricemove' is not a type; did you mean 'price_move'?"),
    ],
)
def test_a_silence_that_can_hold_nothing_is_refused(tocsin: Shell, matcher: str, told: str) -> None:
    refused = tocsin("silence", "add", matcher, "--reason", "x")
    assert (refused.status, told in refused.err, tocsin("silence", "list").out) == (2, True, "")
    assert tocsin("silence", "add", "commodity~antimoni.*", "--reason", "a pattern may wait for news").status == 0


def test_the_ledger_is_upgraded_and_checked(tocsin: Shell) -> None:
    before = tocsin("ledger", "check")
    assert before.status == 2
    assert "run: tocsin ledger upgrade" in before.err
    assert tocsin("ledger", "upgrade").status == 0
    assert tocsin("ledger", "check").status == 0


def test_an_address_file_that_says_nothing_is_told_without_quoting_it(config: Path, tmp_path: Path) -> None:
    (tmp_path / "chat-address").write_text(f"hooks.example.com/{SECRET}")
    with pytest.raises(FaultsError, match=r"receivers\.chat\.url_file: holds no address") as refused:
        read_receivers(load_settings(config, {}, {}))
    (tmp_path / "chat-address").unlink()
    with pytest.raises(FaultsError, match="cannot be read"):
        read_receivers(load_settings(config, {}, {}))
    assert SECRET not in str(refused.value)


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    """The log of a process, as one would keep it."""
    path, root = tmp_path / "log", logging.getLogger()
    handlers, level = root.handlers[:], root.level
    with path.open("w") as stream:
        configure("deliver", level="DEBUG", stream=stream, as_json=True)
        yield path
    root.handlers[:] = handlers
    root.setLevel(level)


def test_an_address_is_found_nowhere(logged: Path, tmp_path: Path, mailbox: Mailbox) -> None:
    receivers = {
        "chat": build(
            "chat", {"url": f"slack://T0SECRET/B0SECRET/{SECRET}?base=http://127.0.0.1:9", "fallback": "desk"}
        ),
        "hook": build("hook", {"url": f"json://user:{SECRET}@127.0.0.1:9/{SECRET}?+X-Key={SECRET}"}),
        "desk": build("desk", {"url": mailbox.url(f"{SECRET}@example.com")}),
        "wrong": build("wrong", {"url": f"nothing://{SECRET}/x"}),
    }
    metrics, glossary = Metrics(), Glossary()
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.db")
    now = datetime.now(UTC)
    outbox = Outbox(
        ledger,
        AppriseNotifier(),
        lambda claims, receiver, at: render(claims, receiver, at, glossary),
        receivers,
        owner="me",
        metrics=metrics,
    )
    stage = DeliverStage(Broker("nowhere:1"), ledger, receivers, condition=Condition(), metrics=metrics)
    sent_to = ("chat", "hook", "desk", "wrong")
    value = alert("event", 1, *sent_to, at=now + timedelta(seconds=1)).to_json()
    assert stage.work([Record("alerts", 0, 0, now, None, value, (ALERT.header,))]) == []
    outbox.drain(sent_to)
    tried = [attempt for row in ledger.history(alert().alert_id) for attempt in row.attempts]
    assert len(tried) == 4
    ledger.close()
    places = {
        "ledger": b"".join(path.read_bytes() for path in tmp_path.glob("ledger.db*")),
        "log": logged.read_bytes(),
        "metrics": generate_latest(metrics.registry),
        "values": repr((receivers, tried)).encode(),
    }
    assert all(places.values()), "each of them holds something"
    assert [name for name, found in places.items() if SECRET.encode() in found] == []
