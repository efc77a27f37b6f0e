"""A mail server for tests and the demo: takes every message on loopback, keeps it in memory and as files one can open.

Each message becomes `0001.eml`, `0001.html` and `0001.txt`; `index.html` lists them. It counts (alert id, revision, receiver),
so that a duplicate shows.
"""

import html
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from ssl import SSLContext
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller

from tocsin.deliver.message import HEADER_ALERT, HEADER_RECEIVER, HEADER_REVISION

HOST = "127.0.0.1"
MAX_BYTES = 5_000_000

Key = tuple[str, int, str]
"""(alert id, revision, receiver)."""


@dataclass(frozen=True)
class Mail:
    """A message as it arrived. `keys` are the alert revisions in it, one unless it is a digest."""

    number: int
    at: datetime
    subject: str
    to: tuple[str, ...]
    keys: tuple[Key, ...]
    text: str
    html: str
    raw: bytes

    @property
    def alert_id(self) -> str:
        """The alert that it is about; of a digest the first one; empty for mail that is not ours."""
        return self.keys[0][0] if self.keys else ""

    @property
    def revision(self) -> int:
        """The revision of that alert; 0 for mail that is not ours."""
        return self.keys[0][1] if self.keys else 0


class Mailbox:
    """A running mail server. `folder` None keeps nothing on disk; `on_mail` is called in the server's thread.

    `answer` may refuse: it is given the recipient addresses and returns an SMTP answer such as `451 later`, or None to accept.
    `tls` makes it offer STARTTLS and refuse mail without it.
    """

    def __init__(
        self,
        folder: Path | None = None,
        port: int = 0,
        *,
        on_mail: Callable[[Mail], None] | None = None,
        answer: Callable[[tuple[str, ...]], str | None] | None = None,
        tls: SSLContext | None = None,
    ) -> None:
        self._folder = folder
        self._on_mail = on_mail
        self._answer = answer
        self._turn = threading.Lock()
        self._mails: list[Mail] = []
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            self._write_index()
        settings: dict[str, Any] = {"data_size_limit": MAX_BYTES}
        if tls is not None:
            settings |= {"tls_context": tls, "require_starttls": True}
        self._server = _Controller(self, hostname=HOST, port=port, **settings)

    @property
    def port(self) -> int:
        """The port that it listens on, also when 0 was asked for."""
        return self._server.bound_port

    @property
    def host(self) -> str:
        """The address that it listens on: loopback."""
        return HOST

    @property
    def mails(self) -> tuple[Mail, ...]:
        """Every message so far, in order of arrival."""
        with self._turn:
            return tuple(self._mails)

    def counts(self) -> Counter[Key]:
        """Count the messages of each alert revision and receiver."""
        return Counter(key for mail in self.mails for key in mail.keys)

    def duplicates(self) -> int:
        """Count the messages beyond one per alert revision and receiver."""
        return sum(count - 1 for count in self.counts().values())

    def url(self, to: str, sender: str = "tocsin@localhost.localdomain") -> str:
        """Return the address of a receiver who reads here."""
        return f"mailto://{HOST}:{self.port}/?from={sender}&to={to}"

    def start(self) -> Self:
        """Listen."""
        self._server.start()
        return self

    def close(self) -> None:
        """Stop listening; the files stay."""
        self._server.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Take one message (called by the server)."""
        to = tuple(str(address) for address in envelope.rcpt_tos)
        refusal = self._answer(to) if self._answer else None
        if refusal is not None:
            return refusal
        mail = self._keep(bytes(envelope.content), to)
        if self._on_mail is not None:
            self._on_mail(mail)
        return "250 kept"

    def _keep(self, raw: bytes, to: tuple[str, ...]) -> Mail:
        with self._turn:
            mail = _read(raw, to, len(self._mails) + 1)
            self._mails.append(mail)
            if self._folder is not None:
                self._write(mail, self._folder)
        return mail

    def _write(self, mail: Mail, folder: Path) -> None:
        stem = f"{mail.number:04}"
        (folder / f"{stem}.eml").write_bytes(mail.raw)
        (folder / f"{stem}.html").write_text(mail.html, encoding="utf-8")
        (folder / f"{stem}.txt").write_text(mail.text, encoding="utf-8")
        self._write_index()

    def _write_index(self) -> None:
        rows = "".join(
            f"<li>{mail.at:%H:%M:%S} {html.escape(', '.join(mail.to))}: <a href='{mail.number:04}.html'>"
            f"{html.escape(mail.subject)}</a> (<a href='{mail.number:04}.txt'>text</a>,"
            f" <a href='{mail.number:04}.eml'>source</a>)</li>\n"
            for mail in reversed(self._mails)
        )
        page = _INDEX.format(count=len(self._mails), rows=rows)
        if self._folder is not None:
            (self._folder / "index.html").write_text(page, encoding="utf-8")


_INDEX = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox</title></head>
<body style="font-family:sans-serif;max-width:60em;margin:1em auto;padding:0 1em;line-height:1.6">
<h1>Mailbox: {count} messages</h1><p>The newest first.</p><ul>
{rows}</ul></body></html>
"""


class _Controller(Controller):  # type: ignore[misc]  # aiosmtpd has no types
    """A controller that knows its port when the system chose it."""

    bound_port = 0

    def _create_server(self) -> Any:
        return super()._create_server()

    def _trigger_server(self) -> None:
        # The base class connects to the port it was told, which is 0 when the system chooses one.
        self.port = self.bound_port = int(self.server.sockets[0].getsockname()[1])
        super()._trigger_server()


def _read(raw: bytes, to: tuple[str, ...], number: int) -> Mail:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return Mail(
        number=number,
        at=datetime.now(UTC),
        subject=str(message["subject"] or ""),
        to=to,
        keys=tuple(_keys(message)),
        text=_part(message, "plain"),
        html=_part(message, "html"),
        raw=raw,
    )


def _keys(message: EmailMessage) -> list[Key]:
    ids = [part for part in str(message[HEADER_ALERT] or "").split(",") if part]
    revisions = [part for part in str(message[HEADER_REVISION] or "").split(",") if part.strip().isdigit()]
    receiver = str(message[HEADER_RECEIVER] or "")
    return [(alert.strip(), int(revision), receiver) for alert, revision in zip(ids, revisions, strict=False)]


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body(preferencelist=(kind,))
    return str(body.get_content()) if body is not None else ""
