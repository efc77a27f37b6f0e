"""What the voting page answers: a request's method, path and body become a status, a page and its JSON twin.

It names the message, so that nobody votes on another one. Showing it records nothing, so a mail scanner that follows links votes for nobody.
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any, Literal
from urllib.parse import parse_qs

from tocsin.deliver.feedback import Vote, read_ballot
from tocsin.deliver.ports import LedgerUnavailableError
from tocsin.deliver.templates import template
from tocsin.messages.base import format_moment

FEEDBACK_PATH = "/feedback/"
TWIN = ".json"
MAX_BALLOT = 200

Language = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Subject:
    """The message that a vote is on: its first line, its goods, when it was sent (`shown_at`: in the receiver's zone)."""

    alert_id: str
    revision: int
    headline: str
    commodities: tuple[str, ...]
    sent_at: datetime
    shown_at: str


Describe = Callable[[int, Language], Subject | None]
"""Tells which message a delivery is; None when it is forgotten. Raises LedgerUnavailableError."""
Record = Callable[[int, Vote, datetime], bool]
"""Keeps a vote on a delivery; False when no such delivery was sent. Raises LedgerUnavailableError."""

STYLE = """\
body{margin:0;background:#eef1f4;color:#1c2733;font:16px/1.5 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',\
'Noto Sans CJK SC',Arial,sans-serif}
main{max-width:480px;margin:0 auto;padding:16px}
h1{font-size:22px;line-height:1.3;margin:8px 0}
section{margin:12px 0;padding:4px 16px;background:#fff;border-left:4px solid #0b57a4;overflow-wrap:anywhere}
section p{margin:8px 0}
button{display:block;width:100%;margin:12px 0;padding:12px 16px;text-align:left;font:inherit;color:inherit;background:#fff;\
border:1px solid #8a97a5;border-radius:6px;cursor:pointer}
button:hover,button:focus-visible{border-color:#0b57a4;outline:2px solid #0b57a4}
button b{display:block}
button span,p.small{color:#4a5967;font-size:14px}
"""
STYLE_HASH = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("How was this message?", "这条消息怎么样？"),
    "sent": ("sent {at}", "发送于{at}"),
    "again": ("You may vote again; the last vote counts.", "可以重新投票，以最后一次为准。"),
    "useful": ("Useful", "有用"),
    "useful more": ("Right, and worth a message", "内容正确，值得通知"),
    "noise": ("Noise", "噪音"),
    "noise more": ("Right, but not worth a message", "内容正确，但不值得通知"),
    "late": ("Late", "太迟"),
    "late more": ("Right, but known to me before", "内容正确，但我早已知道"),
    "wrong": ("Wrong", "错误"),
    "wrong more": ("The article does not say that", "原文并非如此"),
    "kept": ("Thank you. Your vote is kept: ", "谢谢，已记录您的投票："),
    "no link": ("This link does not work", "此链接无效"),
    "no link more": (
        "It has expired, was cut off on its way, or is not one of ours. Nothing was recorded. Please use the link in a newer message.",
        "链接已过期、不完整，或并非由我们发出。未记录任何内容。请使用较新消息中的链接。",
    ),
    "no message": ("This message is not known", "找不到这条消息"),
    "no message more": (
        "It was never sent, or so long ago that it has been forgotten. Nothing was recorded.",
        "消息从未发出，或因年代久远已被清除。未记录任何内容。",
    ),
    "no vote": ("No vote was given", "未选择"),
    "no vote more": (
        "Nothing was recorded. Go back and choose one of the four.",
        "未记录任何内容。请返回并选择其中一项。",
    ),
    "away": ("Please try again in a minute", "请稍后再试"),
    "away more": ("The vote cannot be kept at the moment. Nothing was recorded.", "目前无法记录投票，未记录任何内容。"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with its body, as HTML or JSON."""

    status: HTTPStatus
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Voting:
    """The page of one installation: its signing key, and where votes are kept. May be used by several threads."""

    key: bytes
    record: Record
    describe: Describe

    def show(self, path: str, now: datetime, language: Language) -> Answer:
        """Answer a GET: the form, or why there is none. Records nothing."""
        ballot, is_json = _split(path)
        delivery = self._delivery(ballot, now)
        if delivery is None:
            return _told("no link", HTTPStatus.NOT_FOUND, language, is_json)
        try:
            subject = self.describe(delivery, language)
        except LedgerUnavailableError:
            return _told("away", HTTPStatus.SERVICE_UNAVAILABLE, language, is_json)
        if subject is None:
            return _told("no message", HTTPStatus.NOT_FOUND, language, is_json)
        if is_json:
            return _json(HTTPStatus.OK, {"votes": [vote.value for vote in Vote], "message": _message(subject)})
        return _page(HTTPStatus.OK, language, word("title", language), subject=subject)

    def take(self, path: str, body: bytes, now: datetime, language: Language) -> Answer:
        """Answer a POST: keep the vote in its body (`vote=noise`, or JSON `{"vote": "noise"}` for the twin)."""
        ballot, is_json = _split(path)
        delivery = self._delivery(ballot, now)
        if delivery is None:
            return _told("no link", HTTPStatus.NOT_FOUND, language, is_json)
        vote = _vote(body)
        if vote is None:
            return _told("no vote", HTTPStatus.BAD_REQUEST, language, is_json)
        try:
            is_kept = self.record(delivery, vote, now)
            subject = self.describe(delivery, language) if is_kept else None
        except LedgerUnavailableError:
            return _told("away", HTTPStatus.SERVICE_UNAVAILABLE, language, is_json)
        if not is_kept:
            return _told("no message", HTTPStatus.NOT_FOUND, language, is_json)
        if is_json:
            return _json(HTTPStatus.OK, {"recorded": vote.value})
        kept = word("kept", language) + word(vote.value, language)
        return _page(HTTPStatus.OK, language, kept, subject=subject)

    def _delivery(self, ballot: str, now: datetime) -> int | None:
        return read_ballot(ballot, self.key, now) if 0 < len(ballot) <= MAX_BALLOT else None


def refuse(status: HTTPStatus, path: str) -> Answer:
    """Answer what is no request for a page of ours, in a sentence."""
    if path.endswith(TWIN):
        return _json(status, {"error": status.description or status.phrase})
    return _page(status, "en", status.phrase, status.description)


def language_of(header: str) -> Language:
    """Return the language of the page for an Accept-Language header: the first of ours that it names."""
    for item in header.lower().split(","):
        if item.strip()[:2] in {"zh", "en"}:
            return "zh" if item.strip().startswith("zh") else "en"
    return "en"


def word(key: str, language: Language) -> str:
    """Return a phrase of the page."""
    return _WORDS[key][language == "zh"]


def _split(path: str) -> tuple[str, bool]:
    ballot = path.removeprefix(FEEDBACK_PATH)
    return ballot.removesuffix(TWIN), ballot.endswith(TWIN)


def _vote(body: bytes) -> Vote | None:
    text = body.decode("utf-8", "replace")
    try:
        given: Any = json.loads(text)["vote"] if text.lstrip().startswith("{") else parse_qs(text)["vote"][-1]
        return Vote(given)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _told(key: str, status: HTTPStatus, language: Language, is_json: bool) -> Answer:
    if is_json:
        return _json(status, {"error": f"{word(key, 'en')}. {word(f'{key} more', 'en')}"})
    return _page(status, language, word(key, language), word(f"{key} more", language))


def _json(status: HTTPStatus, value: dict[str, Any]) -> Answer:
    return Answer(status, "application/json", json.dumps(value).encode())


def _message(subject: Subject) -> dict[str, Any]:
    return {
        "alert_id": subject.alert_id,
        "revision": subject.revision,
        "headline": subject.headline,
        "commodities": list(subject.commodities),
        "sent_at": format_moment(subject.sent_at),
    }


def _page(
    status: HTTPStatus, language: Language, title: str, more: str = "", *, subject: Subject | None = None
) -> Answer:
    """Write a page; one about a message offers the votes on it."""
    offered = [(vote.value, word(vote.value, language), word(f"{vote.value} more", language)) for vote in Vote]
    text = template("tocsin.console", "voting.html.j2").render(
        language="zh-Hans" if language == "zh" else "en",
        style=STYLE,
        title=title,
        more=more,
        subject=subject,
        goods=("、" if language == "zh" else ", ").join(subject.commodities) if subject else "",
        sent=word("sent", language).format(at=subject.shown_at) if subject else "",
        choices=offered if subject else (),
        again=word("again", language),
    )
    return Answer(status, "text/html; charset=utf-8", text.encode())
