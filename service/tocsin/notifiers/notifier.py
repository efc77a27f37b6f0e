"""Send one message through Apprise and say how it ended."""

import logging
from typing import Any

import apprise
import structlog

from tocsin.deliver.message import Message
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.values import Failure, Outcome
from tocsin.notifiers import attempt_log, plain_part
from tocsin.notifiers.calls import TOTAL_SECONDS
from tocsin.notifiers.plugins import OwnPlugin, register

MAIL = frozenset({"mailto", "mailtos"})
_log = structlog.get_logger(__name__)


class AppriseNotifier:
    """A `deliver.ports.Notifier`. May be used by several threads: every send builds its own plugin."""

    def __init__(self, total_seconds: float = TOTAL_SECONDS) -> None:
        register()
        plain_part.replace()
        self._total_seconds = total_seconds
        self._asset = apprise.AppriseAsset(app_id="Tocsin", app_desc="Tocsin", app_url="", secure_logging=True)
        logging.getLogger(attempt_log.LOGGER).propagate = False

    def send(self, receiver: Receiver, message: Message) -> Outcome:
        """Call the receiver's channel once; see the port."""
        try:
            with attempt_log.listen() as lines:
                plugin = self._plugin(receiver, message)
                if plugin is None:
                    return Outcome(Failure.PERMANENT, f"the address ({receiver.scheme}://…) is not accepted")
                if isinstance(plugin, OwnPlugin):
                    return self._send_own(plugin, message)
                with plain_part.given(message.text):
                    is_sent = plugin.notify(**_content(receiver, message))
        except Exception as error:  # noqa: BLE001 - a plugin's fault is this attempt's, never the sender's
            _log.warning("plugin failed", receiver=receiver.name, scheme=receiver.scheme, kind=type(error).__name__)
            return Outcome(Failure.TRANSIENT, f"the plugin failed ({type(error).__name__})")
        return Outcome(detail="accepted") if is_sent else attempt_log.read(lines)

    def find_fault(self, receiver: Receiver) -> str | None:
        """Return what is wrong with the receiver's address, or None. Sends nothing and quotes nothing of it."""
        with attempt_log.listen():
            if apprise.Apprise.instantiate(receiver.address, asset=self._asset) is not None:
                return None
        return f"the address ({receiver.shown}) is not accepted; deploy/RECEIVERS.md tells the forms"

    def _plugin(self, receiver: Receiver, message: Message) -> Any:
        if receiver.scheme not in MAIL:
            return apprise.Apprise.instantiate(receiver.address, asset=self._asset)
        parsed = apprise.Apprise.instantiate(receiver.address, asset=self._asset)
        if parsed is not None:
            parsed.headers.update(message.headers())
        return parsed

    def _send_own(self, plugin: OwnPlugin, message: Message) -> Outcome:
        plugin.message, plugin.total_seconds = message, self._total_seconds
        plugin.notify(body=message.text, body_format=apprise.NotifyFormat.TEXT)
        return plugin.outcome or Outcome(Failure.TRANSIENT, "the channel was not called")


def _content(receiver: Receiver, message: Message) -> dict[str, Any]:
    if receiver.scheme in MAIL:
        return {"title": message.subject, "body": message.html, "body_format": apprise.NotifyFormat.HTML}
    return {"body": message.text, "body_format": apprise.NotifyFormat.TEXT}
