"""Channels: messages go out through Apprise, by our own plugins for Slack and JSON webhooks, by stock ones for the rest.

Apprise enters the project by this room alone. The room sends and says how it ended; whether and when to try again is decided
in `deliver`. `mailbox` is a mail server for tests and the demo, imported by those who start one.
"""

from tocsin.notifiers.notifier import AppriseNotifier

__all__ = ["AppriseNotifier"]
