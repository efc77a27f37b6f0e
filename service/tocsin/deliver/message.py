"""A message as it is handed to a channel: every form in which it may be sent, and the marks that let a duplicate be told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

HEADER_ALERT = "X-Tocsin-Alert"
HEADER_REVISION = "X-Tocsin-Revision"
HEADER_RECEIVER = "X-Tocsin-Receiver"
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 ._@+-]")


@dataclass(frozen=True, slots=True)
class Message:
    """One message in the forms that channels take; all of them say the same and are escaped for where they go.

    `subject` is one line. `blocks` are Slack's, `data` is the body of a JSON webhook. `alerts` lists the alert revisions in it,
    one unless it is a digest.
    """

    subject: str
    text: str
    html: str
    blocks: tuple[Mapping[str, Any], ...]
    data: Mapping[str, Any]
    receiver: str
    alerts: tuple[tuple[str, int], ...]

    def headers(self) -> dict[str, str]:
        """Return the marks as mail headers: alert ids, revisions and receiver, in characters that no header trips over."""
        return {
            HEADER_ALERT: ",".join(_NOT_PLAIN.sub("?", alert_id) for alert_id, _ in self.alerts),
            HEADER_REVISION: ",".join(str(revision) for _, revision in self.alerts),
            HEADER_RECEIVER: _NOT_PLAIN.sub("?", self.receiver),
        }
