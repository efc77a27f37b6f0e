"""The voting page, without a server, and the key that signs its links."""

import json
import os
import stat
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.console import FEEDBACK_PATH, Subject, Voting, ballot_key
from tocsin.console.voting import language_of
from tocsin.deliver.feedback import BALLOT_LIFE, Vote, make_ballot
from tocsin.deliver.ports import LedgerUnavailableError
from tocsin.rules.faults import TocsinError
from tocsin.testing.alerts import NOON

KEY = b"0123456789abcdef"
PATH = FEEDBACK_PATH + make_ballot(42, KEY, NOON)


class Box:
    """Takes votes on delivery 42."""

    def __init__(self) -> None:
        self.votes: list[tuple[int, Vote]] = []

    def record(self, delivery_id: int, vote: Vote, now: datetime) -> bool:  # noqa: ARG002
        self.votes.append((delivery_id, vote))
        return delivery_id == 42


SUBJECT = Subject("alert", 2, "<b>Copper</b> & tin up 5%", ("copper", "tin"), NOON, "3 Mar 2026, 12:00 UTC")


def describe(delivery_id: int, _language: str) -> Subject | None:
    return SUBJECT if delivery_id == 42 else None


def test_the_form_names_the_message_and_lets_none_of_its_words_be_markup() -> None:
    page = Voting(KEY, Box().record, describe).show(PATH, NOON, "en").body.decode()
    assert "<b>&lt;b&gt;Copper&lt;/b&gt; &amp; tin up 5%</b>" in page
    assert "copper, tin · sent 3 Mar 2026, 12:00 UTC" in page
    assert (
        "copper、tin · 发送于3 Mar 2026, 12:00 UTC"
        in Voting(KEY, Box().record, describe).show(PATH, NOON, "zh").body.decode()
    )


def test_a_message_that_the_ledger_forgot_is_not_asked_about() -> None:
    path = FEEDBACK_PATH + make_ballot(7, KEY, NOON)
    page = Voting(KEY, Box().record, describe).show(path, NOON, "en")
    assert (page.status, "not known" in page.body.decode()) == (HTTPStatus.NOT_FOUND, True)


def test_showing_the_form_records_nothing() -> None:
    box = Box()
    page = Voting(KEY, box.record, describe).show(PATH, NOON, "en")
    assert page.status is HTTPStatus.OK
    assert all(f'value="{vote.value}"' in page.body.decode() for vote in Vote)
    twin = Voting(KEY, box.record, describe).show(PATH + ".json", NOON, "en")
    assert json.loads(twin.body)["votes"] == ["useful", "noise", "late", "wrong"]
    assert box.votes == []


@pytest.mark.parametrize("vote", list(Vote))
def test_a_vote_is_kept_and_said_back(vote: Vote) -> None:
    box = Box()
    page = Voting(KEY, box.record, describe).take(PATH, f"vote={vote}".encode(), NOON, "zh")
    twin = Voting(KEY, box.record, describe).take(PATH + ".json", json.dumps({"vote": vote}).encode(), NOON, "en")
    assert box.votes == [(42, vote)] * 2
    assert "谢谢" in page.body.decode()
    assert (twin.status, json.loads(twin.body)) == (HTTPStatus.OK, {"recorded": vote.value})


@pytest.mark.parametrize(
    ("path", "now"),
    [
        (PATH, NOON + BALLOT_LIFE),
        (PATH[:-1], NOON),
        (PATH.replace("42.", "43."), NOON),
        (FEEDBACK_PATH, NOON),
        (FEEDBACK_PATH + "x" * 9_000, NOON),
        (FEEDBACK_PATH + make_ballot(42, KEY[::-1], NOON), NOON),
    ],
)
def test_a_link_that_is_changed_expired_or_foreign_gets_a_clear_page_and_no_vote(path: str, now: datetime) -> None:
    box = Box()
    voting = Voting(KEY, box.record, describe)
    for page in (voting.show(path, now, "en"), voting.take(path, b"vote=noise", now, "en")):
        assert page.status is HTTPStatus.NOT_FOUND
        assert "This link does not work" in page.body.decode()
        assert "<button" not in page.body.decode()
    assert "error" in json.loads(voting.take(path + ".json", b"vote=noise", now, "en").body)
    assert box.votes == []


@given(st.binary() | st.sampled_from([b"vote=great", b'{"vote": ["late"]}', b'{"vote": 1}', b"{}", b"[" * 999]))
def test_what_is_no_vote_is_not_kept(body: bytes) -> None:
    box = Box()
    assert Voting(KEY, box.record, describe).take(PATH, body, NOON, "en").status is HTTPStatus.BAD_REQUEST
    assert box.votes == []


def test_a_delivery_that_the_ledger_forgot_is_told() -> None:
    path = FEEDBACK_PATH + make_ballot(7, KEY, NOON)
    page = Voting(KEY, Box().record, describe).take(path, b"vote=late", NOON, "en")
    assert (page.status, "not known" in page.body.decode()) == (HTTPStatus.NOT_FOUND, True)


def test_a_ledger_that_is_away_is_told() -> None:
    def away(delivery_id: int, vote: Vote, now: datetime) -> bool:
        raise LedgerUnavailableError("here", f"{delivery_id} {vote} {now}")

    page = Voting(KEY, away, describe).take(PATH, b"vote=late", NOON, "en")
    assert (page.status, "try again" in page.body.decode()) == (HTTPStatus.SERVICE_UNAVAILABLE, True)


@pytest.mark.parametrize(
    ("header", "language"), [("", "en"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("de, en;q=0.5, zh", "en"), ("fr", "en")]
)
def test_the_page_speaks_the_browsers_language(header: str, language: str) -> None:
    assert language_of(header) == language


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    key = ballot_key(folder)
    assert (len(key), ballot_key(folder)) == (32, key)
    assert [path.name for path in folder.iterdir()] == ["feedback.key"]
    assert stat.S_IMODE(os.stat(folder / "feedback.key").st_mode) == 0o600  # noqa: PTH116 - the mode as it is
    assert make_ballot(1, key, NOON + timedelta(days=1))


def test_a_key_that_is_cut_off_or_unreadable_is_named(tmp_path: Path) -> None:
    (tmp_path / "feedback.key").write_bytes(b"short")
    with pytest.raises(TocsinError, match=r"feedback\.key: holds 5 bytes"):
        ballot_key(tmp_path)
    with pytest.raises(TocsinError, match=r"feedback\.key: the key"):
        ballot_key(tmp_path / "feedback.key")
