"""Channels against real servers: HTTP that plays Slack's answers, SMTP with and without TLS, stock plugins' words."""

import io
import json
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import apprise
import pytest

from tocsin.deliver.glossary import Glossary
from tocsin.deliver.message import Message
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.render import render
from tocsin.deliver.values import Claim, Failure, Outcome
from tocsin.messages import Severity
from tocsin.notifiers import AppriseNotifier
from tocsin.notifiers.attempt_log import read
from tocsin.notifiers.calls import classify, retry_after
from tocsin.notifiers.mailbox import Mailbox
from tocsin.testing.alerts import NOON, alert

TLS = Path(__file__).parent / "tls"
"""A certificate for 127.0.0.1 that signs itself, valid for a century, with its key: of no use outside these tests."""

SECRET = "B0SECRETSECRET"
RATE = timedelta(seconds=7)


class Channel(ThreadingHTTPServer):
    """A server that answers as it is told and keeps what it was sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.answer = "ok"
        self.got: list[tuple[str, dict[str, str], Any]] = []
        self.going = threading.Event()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is expected here."""


class _Answers(BaseHTTPRequestHandler):
    server: Channel
    plain: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "ok": (200, {}, b'{"ok": true}'),
        "limited": (429, {"Retry-After": "7"}, b"rate_limited"),
        "busy": (503, {"Retry-After": "7"}, b""),
        "broken": (500, {}, b""),
        "gone": (404, {}, b"no_service"),
        "forbidden": (403, {}, b"invalid_token"),
        "refused": (200, {}, b'{"ok": false, "error": "channel_not_found"}'),
        "fell": (200, {}, b'{"ok": false, "error": "internal_error"}'),
        "odd": (200, {}, b"<html>"),
        "elsewhere": (302, {"Location": "http://127.0.0.1:9/"}, b""),
    }

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length", 0))
        self.server.got.append((self.path, dict(self.headers.items()), json.loads(self.rfile.read(size))))
        kind = self.server.answer
        if kind == "hang":
            self.server.going.wait(10)
        elif kind == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            self.connection.close()
        elif kind == "drip":
            self._drip()
        else:
            status, headers, body = self.plain[kind]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"x")
            self.wfile.flush()
            if self.server.going.wait(0.05):
                return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def channel() -> Iterator[Channel]:
    server = Channel()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.going.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def notifier() -> AppriseNotifier:
    return AppriseNotifier(total_seconds=30)


@pytest.fixture(scope="module")
def hasty() -> AppriseNotifier:
    """For channels that never end their answer."""
    return AppriseNotifier(total_seconds=0.5)


def message(receiver: str = "desk") -> Message:
    claim = Claim(1, receiver, alert(), ("first",), (), Severity.HIGH, attempt=1, began_at=NOON, planned_at=NOON)
    return render([claim], build(receiver, {"url": "json://x"}), NOON, Glossary())


def hook(channel: Channel) -> Receiver:
    return build("desk", {"url": f"slack://T0SECRET/{SECRET}/c0Secret?base={channel.base}"})


def bot(channel: Channel) -> Receiver:
    return build("desk", {"url": f"slack://xoxb-{SECRET}/metals?base={channel.base}"})


def webhook(channel: Channel) -> Receiver:
    host = channel.base.removeprefix("http://")
    return build("desk", {"url": f"json://user:{SECRET}@{host}/in/{SECRET}?+X-Key={SECRET}"})


@pytest.mark.parametrize(
    ("kind", "failure", "pause"),
    [
        ("ok", None, None),
        ("limited", Failure.RATE_LIMITED, RATE),
        ("busy", Failure.RATE_LIMITED, RATE),
        ("broken", Failure.TRANSIENT, None),
        ("gone", Failure.PERMANENT, None),
        ("forbidden", Failure.PERMANENT, None),
        ("elsewhere", Failure.PERMANENT, None),
        ("reset", Failure.TRANSIENT, None),
    ],
)
@pytest.mark.parametrize("make", [hook, bot, webhook])
def test_every_answer_is_classed(
    notifier: AppriseNotifier,
    channel: Channel,
    *,
    make: Any,
    kind: str,
    failure: Failure | None,
    pause: timedelta | None,
) -> None:
    channel.answer = kind
    outcome = notifier.send(make(channel), message())
    assert (outcome.failure, outcome.retry_after) == (failure, pause)
    assert SECRET not in outcome.detail


@pytest.mark.parametrize("kind", ["hang", "drip"])
@pytest.mark.parametrize("make", [hook, bot, webhook])
def test_an_answer_that_does_not_end_is_given_up(
    hasty: AppriseNotifier, channel: Channel, *, make: Any, kind: str
) -> None:
    channel.answer = kind
    outcome = hasty.send(make(channel), message())
    assert (outcome.failure, outcome.retry_after) == (Failure.TRANSIENT, None)
    assert SECRET not in outcome.detail


@pytest.mark.parametrize(
    ("kind", "failure"), [("refused", Failure.PERMANENT), ("fell", Failure.TRANSIENT), ("odd", Failure.TRANSIENT)]
)
def test_a_bots_no_under_status_200_is_read(
    notifier: AppriseNotifier, channel: Channel, kind: str, failure: Failure
) -> None:
    channel.answer = kind
    assert notifier.send(bot(channel), message()).failure is failure


def test_a_refused_connection_is_transient(notifier: AppriseNotifier) -> None:
    closed = build("desk", {"url": "slack://T00/B00/c00?base=http://127.0.0.1:9"})
    assert notifier.send(closed, message()) == Outcome(Failure.TRANSIENT, "no connection")


def test_slack_gets_blocks_and_a_harmless_text(notifier: AppriseNotifier, channel: Channel) -> None:
    assert notifier.send(hook(channel), message()).is_sent
    assert notifier.send(bot(channel), message()).is_sent
    (hook_path, _, hooked), (bot_path, headers, posted) = channel.got
    assert hook_path == f"/T0SECRET/{SECRET}/c0Secret"
    assert (bot_path, headers["Authorization"], posted["channel"]) == (
        "/chat.postMessage",
        f"Bearer xoxb-{SECRET}",
        "metals",
    )
    assert hooked["blocks"] == posted["blocks"] == json.loads(json.dumps(list(message().blocks)))
    assert hooked["unfurl_links"] is False
    assert "mrkdwn" not in json.dumps(hooked["blocks"])


def test_a_webhook_gets_the_data_and_the_marks(notifier: AppriseNotifier, channel: Channel) -> None:
    assert notifier.send(webhook(channel), message()).is_sent
    ((path, headers, posted),) = channel.got
    assert path == f"/in/{SECRET}"
    assert headers["X-Key"] == SECRET
    assert headers["Authorization"].startswith("Basic ")
    assert headers["X-Tocsin-Alert"] == alert().alert_id
    assert posted["alerts"][0]["alert"]["alert_id"] == alert().alert_id
    assert posted["alerts"][0]["headline"] == "Antimony ingot price up 8.5% on the week"


@pytest.mark.parametrize(
    "url",
    [
        "slack://T/B",
        "slack://xoxb-1/a/b",
        "slack://T00/B00/c00?base=ftp://x",
        "nothing://somewhere",
        "json://:80/",
        "telegram://bad",
    ],
)
def test_an_address_that_no_channel_takes_is_permanent_and_found_beforehand(
    notifier: AppriseNotifier, url: str
) -> None:
    receiver = build("desk", {"url": url})
    assert notifier.send(receiver, message()).failure is Failure.PERMANENT
    fault = notifier.find_fault(receiver)
    assert fault is not None
    assert "deploy/RECEIVERS.md tells the forms" in fault
    assert url not in fault


# -- mail ------------------------------------------------------------------------------------------------------------


def test_mail_carries_both_forms_and_the_marks(notifier: AppriseNotifier, tmp_path: Path) -> None:
    with Mailbox(tmp_path) as mailbox:
        receiver = build("desk", {"url": mailbox.url("desk@example.com")})
        assert notifier.send(receiver, message()).is_sent
        (mail,) = mailbox.mails
        assert mail.keys == ((alert().alert_id, 1, "desk"),)
        assert mail.subject == "[high] Antimony ingot price up 8.5% on the week"
        assert mail.to == ("desk@example.com",)
        assert "<blockquote" in mail.html
        assert "https://news.example.com/a/1?lang=en" in mail.text
        assert mail.text.replace("\r\n", "\n").rstrip() == message().text.rstrip()
        assert "rose »8.5%« on the week" in mail.text
        assert mailbox.duplicates() == 0
        notifier.send(receiver, message())
        assert mailbox.duplicates() == 1
    assert "Mailbox: 2 messages" in (tmp_path / "index.html").read_text("utf-8")
    assert {path.suffix for path in tmp_path.iterdir()} == {".eml", ".html", ".txt"}


@pytest.mark.parametrize(
    ("answer", "failure", "detail"),
    [
        ("451 try later", Failure.TRANSIENT, "SMTP 451"),
        ("550 no such user <desk@example.com>", Failure.PERMANENT, "SMTP 550"),
    ],
)
def test_a_mail_servers_refusal_is_classed_by_its_code(
    notifier: AppriseNotifier, answer: str, failure: Failure, detail: str
) -> None:
    with Mailbox(answer=lambda _to: answer) as mailbox:
        receiver = build("desk", {"url": mailbox.url("desk@example.com")})
        outcome = notifier.send(receiver, message())
    assert (outcome.failure, outcome.detail) == (failure, detail)


def test_a_mail_server_that_is_gone_is_transient(notifier: AppriseNotifier) -> None:
    receiver = build("desk", {"url": "mailto://127.0.0.1:9/?from=a@example.com&to=b@example.com"})
    assert notifier.send(receiver, message()) == Outcome(Failure.TRANSIENT, "no connection")


@pytest.mark.parametrize(("trusted", "is_sent"), [(True, True), (False, False)])
def test_mail_goes_over_tls_only_to_a_server_that_is_trusted(
    notifier: AppriseNotifier,
    monkeypatch: pytest.MonkeyPatch,
    *,
    trusted: bool,
    is_sent: bool,
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "certificate.pem"))
    with Mailbox(tls=context) as mailbox:
        url = f"mailtos://127.0.0.1:{mailbox.port}/?from=a@example.com&to=b@example.com&mode=starttls"
        outcome = notifier.send(build("desk", {"url": url}), message())
        assert outcome.is_sent is is_sent
        assert len(mailbox.mails) == is_sent
    if not is_sent:
        assert outcome.failure is Failure.TRANSIENT


# -- stock plugins ---------------------------------------------------------------------------------------------------


def test_the_reading_of_stock_plugins_is_held_against_this_version() -> None:
    assert apprise.__version__.startswith("2.2."), "read the attempt's log of the new version anew"


@pytest.mark.parametrize(
    ("kind", "failure"),
    [
        ("ok", None),
        ("limited", Failure.RATE_LIMITED),
        ("broken", Failure.TRANSIENT),
        ("gone", Failure.PERMANENT),
        ("forbidden", Failure.PERMANENT),
        ("reset", Failure.TRANSIENT),
    ],
)
@pytest.mark.parametrize("scheme", ["form", "ntfy", "gotify", "mmost", "rocket"])
def test_a_stock_plugins_failure_is_read_from_its_log(
    notifier: AppriseNotifier, stock_channel: Channel, scheme: str, kind: str, failure: Failure | None
) -> None:
    channel = stock_channel
    channel.answer = kind
    host = channel.base.removeprefix("http://")
    url = {
        "form": f"form://{host}/",
        "ntfy": f"ntfy://{host}/topic",
        "gotify": f"gotify://{host}/{'A' * 15}",
        "mmost": f"mmost://{host}/{'a' * 24}",
        "rocket": f"rocket://{'a' * 15}/{'b' * 15}@{host}/channel?mode=webhook",
    }[scheme]
    outcome = notifier.send(build("desk", {"url": url}), message())
    assert outcome.failure is failure, outcome


@pytest.fixture
def stock_channel(channel: Channel, monkeypatch: pytest.MonkeyPatch) -> Channel:
    """The channel, for plugins that send forms and text."""
    monkeypatch.setattr(_Answers, "do_POST", _stock)
    return channel


def _stock(handler: _Answers) -> None:
    handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
    if handler.server.answer == "reset":
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        handler.connection.close()
        return
    status, headers, body = handler.plain[handler.server.answer]
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Failed to send X: Unauthorized, error=401.", Outcome(Failure.PERMANENT, "HTTP 401", status=401)),
        ("Socket Exception: (535, b'5.7.8 no')", Outcome(Failure.PERMANENT, "SMTP 535", None, 535)),
        ("Socket Exception: {'a@b.example': (452, b'full')}", Outcome(Failure.TRANSIENT, "SMTP 452", None, 452)),
        ("SMTP recipient a@b.example was refused: 550 no", Outcome(Failure.PERMANENT, "SMTP 550", None, 550)),
        ("something else", Outcome(Failure.TRANSIENT, "the channel did not accept the message")),
    ],
)
def test_what_a_log_says_is_read_and_what_it_does_not_say_is_transient(line: str, outcome: Outcome) -> None:
    assert read(["first", line]) == outcome


@pytest.mark.parametrize(
    ("value", "pause"),
    [
        ("7", RATE),
        ("0.5", timedelta(seconds=0.5)),
        ("-3", timedelta(0)),
        ("Tue, 03 Mar 2026 12:00:07 GMT", RATE),
        ("Tue, 03 Mar 2026 11:00:00 GMT", timedelta(0)),
        ("soon", None),
        ("", None),
        (None, None),
        ("9" * 400, timedelta(days=1)),
        ("nan", None),
    ],
)
def test_retry_after_is_read_in_both_forms(value: str | None, pause: timedelta | None) -> None:
    assert retry_after(value, NOON) == pause


def test_a_status_says_whether_trying_again_helps() -> None:
    classes = {status: classify(status, {}).failure for status in (204, 400, 401, 408, 410, 421, 425, 502)}
    assert classes == {
        204: None,
        400: Failure.PERMANENT,
        401: Failure.PERMANENT,
        408: Failure.TRANSIENT,
        410: Failure.PERMANENT,
        421: Failure.TRANSIENT,
        425: Failure.TRANSIENT,
        502: Failure.TRANSIENT,
    }


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """Everything that anybody may log here, down to the finest."""
    text, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(text), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield text
    root.removeHandler(handler)
    root.setLevel(level)


def test_no_address_reaches_any_log(
    notifier: AppriseNotifier, channel: Channel, told: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    for kind in ("ok", "gone", "broken", "reset"):
        channel.answer = kind
        for make in (hook, bot, webhook):
            assert SECRET not in repr(notifier.send(make(channel), message()))
    mail = f"mailto://user:{SECRET}@127.0.0.1:9/?to=b@example.com&from=a@example.com"
    for url in (mail, f"nothing://{SECRET}/x", f"slack://{SECRET}/x"):
        assert SECRET not in repr(notifier.send(build("desk", {"url": url}), message()))
    assert SECRET not in told.getvalue() + "".join(capfd.readouterr())
