"""The console over real HTTP, with the ledger in SQLite behind it: from the link in a message to the vote."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tocsin.bootstrap.delivery import describer, feedback_link
from tocsin.config import Settings
from tocsin.config.settings import Console
from tocsin.console import ConsoleServer, PortTakenError, Voting, ballot_key, serve
from tocsin.console.server import HEADERS, MAX_BODY
from tocsin.deliver.feedback import BALLOT_LIFE, Vote
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.planning import plan
from tocsin.deliver.receivers import build
from tocsin.deliver.render import render
from tocsin.deliver.values import Attempt, Outcome, Settlement, Status
from tocsin.rules.lexicon import Lexicon
from tocsin.store import SqlLedger, open_ledger, upgrade
from tocsin.testing.alerts import NOON, alert

DESK = build("desk", {"url": "json://127.0.0.1/"})
ZONED = build("desk", {"url": "json://127.0.0.1/", "timezone": "Asia/Hong_Kong"})
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Site:
    """A sent message, the page behind its link, and a clock that moves when told."""

    def __init__(self, folder: Path, ledger: SqlLedger) -> None:
        self.ledger, self.now = ledger, NOON
        settings = Settings(state_dir=folder, console=Console(public_url="https://t.example.com/tocsin/"))
        ledger.record([alert()], lambda view, item: plan(view, item, {"desk": DESK}, NOON), NOON)
        claims = ledger.claim("me", ["desk"], NOON, timedelta(minutes=1), 1)
        self.message = render(claims, DESK, NOON, Glossary({}), feedback_link(settings))
        ledger.finish("me", claims, Attempt(NOON, timedelta(0), Outcome()), Settlement(Status.SENT), NOON)
        self.link = str(self.message.data["alerts"][0]["feedback"])
        self.path = urlsplit(self.link).path
        self.server: ConsoleServer = serve(
            Voting(ballot_key(folder), ledger.vote, describer(ledger, Lexicon(), {"desk": ZONED})),
            0,
            prefix="/tocsin/",
            clock=lambda: self.now,
        )

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, str]:
        with closing(HTTPConnection("127.0.0.1", self.server.port, timeout=10)) as connection:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer, answer.read().decode()

    @property
    def votes(self) -> list[Vote]:
        return [voted.vote for voted in self.ledger.votes()]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    url = f"sqlite:///{tmp_path}/ledger.sqlite"
    upgrade(url, NOON - timedelta(days=1))
    with closing(open_ledger(url)) as ledger:
        made = Site(tmp_path, ledger)
        yield made
        made.server.close()


def test_the_link_stands_in_every_form_of_the_message(site: Site) -> None:
    assert re.fullmatch(r"https://t\.example\.com/tocsin/feedback/1\.\d+\.[\w-]+", site.link)
    assert site.link in site.message.text
    assert f'href="{site.link}"' in site.message.html
    assert json.dumps(site.link) in json.dumps(site.message.blocks)


def test_a_vote_goes_from_the_link_to_the_ledger_and_the_last_counts(site: Site) -> None:
    answer, page = site.ask("GET", site.path)
    assert (answer.status, 'name="vote" value="noise"' in page, site.votes) == (200, True, [])
    assert site.ask("HEAD", site.path)[1] == ""
    assert site.ask("POST", site.path, b"vote=noise", FORM)[0].status == 200
    assert site.votes == [Vote.NOISE]
    without_prefix = site.path.removeprefix("/tocsin")
    answer, page = site.ask("POST", without_prefix + ".json", b'{"vote": "useful"}')
    assert (answer.status, json.loads(page), site.votes) == (200, {"recorded": "useful"}, [Vote.USEFUL])


def test_the_page_and_its_twin_name_the_message_voted_on(site: Site) -> None:
    said = "Antimony ingot price up 8.5% on the week"
    for method, body in (("GET", None), ("POST", b"vote=late")):
        _, page = site.ask(method, site.path, body, FORM)
        assert f"<b>{said}</b>" in page
        assert "antimony · sent 3 Mar 2026, 20:00 Hong Kong Standard Time" in page
    _, page = site.ask("GET", site.path, None, {"Accept-Language": "zh"})
    assert "锑" not in page  # an empty lexicon knows no Chinese name, and the page stands all the same
    assert "2026年3月3日 20:00" in page
    assert json.loads(site.ask("GET", site.path + ".json")[1])["message"] == {
        "alert_id": alert().alert_id,
        "revision": 1,
        "headline": said,
        "commodities": ["antimony"],
        "sent_at": "2026-03-03T12:00:00.000Z",
    }


def test_a_link_that_expired_or_was_changed_records_nothing(site: Site) -> None:
    assert site.ask("POST", site.path + "x", b"vote=noise", FORM)[0].status == 404
    site.now += BALLOT_LIFE
    for method, body in (("GET", None), ("POST", b"vote=noise")):
        answer, page = site.ask(method, site.path, body)
        assert (answer.status, "This link does not work" in page) == (404, True)
    assert site.votes == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/tocsin/feedback/../../etc/passwd", 404),
        ("POST", "/elsewhere", 404),
        ("DELETE", "/", 501),
        ("GET", "/" + "x" * 70_000, 414),
        ("POST", "", 200),
    ],
)
def test_every_answer_has_the_headers_that_keep_a_page_harmless(
    site: Site, method: str, path: str, status: int
) -> None:
    answer, page = site.ask(method, path or site.path, b"vote=late", FORM)
    assert answer.status == status
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "<script" not in page
    assert answer.headers["Server"].strip() == "tocsin"


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, b"vote=" + b"x" * MAX_BODY, 413),
        ({"Content-Length": "9" * 5_000}, b"", 413),
        ({"Content-Length": "-1"}, b"", 411),
        ({"Content-Length": "²"}, b"", 411),
        ({"Transfer-Encoding": "chunked"}, b"", 411),
        ({}, b"", 400),
    ],
)
def test_a_body_that_is_no_vote_is_refused(site: Site, headers: dict[str, str], body: bytes, status: int) -> None:
    assert site.ask("POST", site.path, body, headers)[0].status == status
    assert site.votes == []


def test_what_is_no_http_at_all_stops_nothing(site: Site) -> None:
    for nonsense in (b"\x16\x03\x01\x00\r\n\r\n", b"GET\r\n\r\n", b""):
        with socket.create_connection(("127.0.0.1", site.server.port), timeout=10) as raw:
            raw.sendall(nonsense)
    assert site.ask("GET", site.path)[0].status == 200


def test_a_port_that_is_taken_is_named(site: Site) -> None:
    with pytest.raises(PortTakenError, match=rf"127\.0\.0\.1:{site.server.port} .*console\.port"):
        serve(Voting(b"0" * 16, site.ledger.vote, lambda _delivery, _language: None), site.server.port)


def test_the_command_serves_votes_until_it_is_told_to_stop(tmp_path: Path) -> None:
    config = tmp_path / "tocsin.yml"
    config.write_text(
        "state_dir: .\nconsole: {port: 0, public_url: 'https://t.example.com'}\nports: {serve: 0}\n", encoding="utf-8"
    )
    argv = [sys.executable, "-m", "tocsin", "serve", "-c", str(config)]
    environ = os.environ | {"TOCSIN_LOG_FORMAT": "json"}
    with subprocess.Popen(argv, stderr=subprocess.PIPE, text=True, env=environ) as process:
        assert process.stderr is not None
        try:
            told = next(found for line in process.stderr if (found := json.loads(line))["event"] == "serving")
            with closing(HTTPConnection("127.0.0.1", told["port"], timeout=10)) as connection:
                connection.request("GET", "/feedback/1.2.x")
                assert connection.getresponse().status == 404
            with closing(HTTPConnection("127.0.0.1", told["probes"], timeout=10)) as connection:
                connection.request("GET", "/readyz")
                assert json.loads(connection.getresponse().read()) == {"ok": True, "problems": []}
        finally:
            process.terminate()
        assert process.wait(20) == 0
    assert (tmp_path / "feedback.key").stat().st_mode & 0o077 == 0
