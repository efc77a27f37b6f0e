"""Our own Apprise plugins: Slack (webhook, bot) and JSON webhook.

The stock ones hide status and `Retry-After`, take blocks only from a file, and let `<!channel>` pass. Ours carry the message in
all its forms and keep the outcome where the notifier finds it. They are registered in place of the stock ones' schemes.
"""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import apprise
from apprise.exception import AppriseImproperlyConfigured
from apprise.manager_plugins import NotificationManager
from apprise.plugins.base import NotifyBase

from tocsin.deliver.escaping import slack
from tocsin.deliver.message import Message
from tocsin.deliver.values import Failure, Outcome
from tocsin.notifiers.calls import TOTAL_SECONDS, Answer, post

SLACK_HOOKS = "https://hooks.slack.com/services"
SLACK_API = "https://slack.com/api"
_PERMANENT_ANSWERS = re.compile(
    r"(invalid|no_|not_|unknown|missing|account|token|channel|user|is_archived|restricted|too_)"
)
_TRANSIENT_ANSWERS = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "rollup_error"}
)


class OwnPlugin(NotifyBase):  # type: ignore[misc]  # Apprise has no types that mypy takes
    """What ours share: a message put in before the call, an outcome left behind, a time limit."""

    request_rate_per_sec = 0
    title_maxlen = 0
    body_maxlen = 64_000
    message: Message | None = None
    outcome: Outcome | None = None
    total_seconds: float = TOTAL_SECONDS

    def __init__(self, base: str | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if base is not None and urlsplit(base).scheme not in {"http", "https"}:
            raise AppriseImproperlyConfigured("base: is not an http address")
        self.base = base.rstrip("/") if base else None

    def send(self, body: str, **_kwargs: Any) -> bool:
        """Call the channel once; what came of it stands in `outcome`."""
        self.outcome = self.call(self.message, body)
        return self.outcome.is_sent

    def call(self, message: Message | None, body: str) -> Outcome:
        """Send one message."""
        raise NotImplementedError

    def url(self, *_args: Any, **_kwargs: Any) -> str:
        """Return the address without what is secret, whatever is asked for."""
        return f"{self.protocol}://…/…"

    @property
    def url_identifier(self) -> tuple[str, ...]:
        """What tells two of these apart in Apprise's own memory."""
        return (str(self.protocol), str(id(self)))


class SlackPlugin(OwnPlugin):
    """`slack://TOKENA/TOKENB/TOKENC` (an incoming webhook) or `slack://xoxb-…/channel` (a bot in one channel).

    `?base=https://…` names another server that speaks Slack's form, such as GovSlack's.
    """

    service_name = "Slack"
    protocol = "slack"
    secure_protocol = "slack"
    templates = ("{schema}://{token}/{targets}",)
    template_tokens = dict(  # noqa: RUF012 - Apprise's own form
        NotifyBase.template_tokens,
        token={"name": "Token", "type": "string", "private": True, "required": True},
        targets={"name": "Targets", "type": "list:string", "required": True},
    )

    def __init__(self, token: str = "", targets: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.token, self.targets = token, list(targets or ())
        self.is_bot = token.startswith("xo")
        if not re.fullmatch(r"[A-Za-z0-9-]{3,200}", token):
            raise AppriseImproperlyConfigured("slack: the first part is not a token")
        wanted = 1 if self.is_bot else 2
        if len(self.targets) != wanted:
            raise AppriseImproperlyConfigured(
                "slack: write slack://A/B/C for a webhook, slack://xoxb-…/channel for a bot"
            )

    @staticmethod
    def parse_url(url: str) -> dict[str, Any] | None:
        """Split the address as Apprise asks."""
        results: dict[str, Any] | None = NotifyBase.parse_url(url, verify_host=False)
        if results:
            results["token"] = NotifyBase.unquote(results["host"])
            results["targets"] = [NotifyBase.unquote(part) for part in NotifyBase.split_path(results["fullpath"])]
            results["base"] = results["qsd"].get("base") or None
        return results

    def call(self, message: Message | None, body: str) -> Outcome:
        """Post the blocks; the text is what notifications show."""
        content: dict[str, Any] = {
            "text": slack(message.subject if message else body),
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if message is not None:
            content["blocks"] = list(message.blocks)
        if not self.is_bot:
            path = "/".join([self.token, *self.targets])
            return _webhook_outcome(post(f"{self.base or SLACK_HOOKS}/{path}", content, {}, self.total_seconds))
        content["channel"] = self.targets[0]
        headers = {"Authorization": f"Bearer {self.token}"}
        return _bot_outcome(post(f"{self.base or SLACK_API}/chat.postMessage", content, headers, self.total_seconds))


class JsonPlugin(OwnPlugin):
    """`json://host/path` and `jsons://…`: the message as one JSON object. `?+Name=value` adds a header."""

    service_name = "JSON webhook"
    protocol = "json"
    secure_protocol = "jsons"
    templates = ("{schema}://{host}:{port}{path}",)
    template_kwargs = {"headers": {"name": "HTTP Header", "prefix": "+"}}  # noqa: RUF012 - Apprise's own form

    def __init__(self, headers: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.headers = dict(headers or {})
        self.path = kwargs.get("fullpath") or "/"

    @staticmethod
    def parse_url(url: str) -> dict[str, Any] | None:
        """Split the address as Apprise asks."""
        results: dict[str, Any] | None = NotifyBase.parse_url(url)
        if results:
            results["headers"] = {
                NotifyBase.unquote(name): NotifyBase.unquote(value) for name, value in results["qsd+"].items()
            }
        return results

    def call(self, message: Message | None, body: str) -> Outcome:
        """Post the data of the message."""
        content = dict(message.data) | {"subject": message.subject, "text": message.text} if message else {"text": body}
        host = f"{self.host}:{self.port}" if self.port else str(self.host)
        if self.user:
            host = f"{self.user}:{self.password or ''}@{host}"
        url = f"{'https' if self.secure else 'http'}://{host}{self.path}"
        headers = {**self.headers, **(message.headers() if message else {})}
        return post(url, content, {name: _header(value) for name, value in headers.items()}, self.total_seconds).outcome


def register() -> None:
    """Put our plugins in the place of the stock ones. Calling it again changes nothing."""
    manager = NotificationManager()
    for plugin in (SlackPlugin, JsonPlugin):
        if manager[plugin.protocol] is not plugin:
            manager.add(plugin, schemas={plugin.protocol, plugin.secure_protocol}, force=True)
    assert apprise.Apprise  # imported whole, so that the stock plugins are known


def _header(value: str) -> str:
    return re.sub(r"[^\x20-\x7e]", "?", value)


def _webhook_outcome(answer: Answer) -> Outcome:
    """Read a webhook's answer: its status says it all; Slack's word for it is kept where it is plain."""
    if answer.outcome.is_sent or answer.status == 0:
        return answer.outcome
    word = answer.body[:40].decode("ascii", "replace")
    if re.fullmatch(r"[a-z_]+", word):
        return Outcome(
            answer.outcome.failure, f"{answer.outcome.detail} {word}", answer.outcome.retry_after, answer.status
        )
    return answer.outcome


def _bot_outcome(answer: Answer) -> Outcome:
    """Read the bot API's answer: it says `ok: false` under status 200."""
    if not answer.outcome.is_sent:
        return answer.outcome
    try:
        said = json.loads(answer.body)
        is_ok, error = said.get("ok") is True, str(said.get("error", ""))[:60]
    except (ValueError, AttributeError):
        return Outcome(Failure.TRANSIENT, "HTTP 200 with an answer that is not Slack's", None, answer.status)
    if is_ok:
        return answer.outcome
    told = f"Slack: {error}" if re.fullmatch(r"[a-z_]+", error) else "Slack: refused"
    if error in {"ratelimited", "rate_limited", "message_limit_exceeded"}:
        return Outcome(Failure.RATE_LIMITED, told, answer.outcome.retry_after, answer.status)
    is_permanent = error not in _TRANSIENT_ANSWERS and bool(_PERMANENT_ANSWERS.search(error))
    return Outcome(Failure.PERMANENT if is_permanent else Failure.TRANSIENT, told, None, answer.status)
