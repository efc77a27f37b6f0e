"""What readers say of messages: ballots that are signed and expire, and how precise rules and policies are by their votes.

A ballot names one delivery. Whoever holds it may vote, and vote again; the last vote counts. The page that shows the form and
takes the vote is the console's.
"""

import base64
import hashlib
import hmac
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from tocsin.messages import Alert

BALLOT_LIFE = timedelta(days=30)
MIN_KEY_BYTES = 16
_Z = 1.96  # 95 %


class Vote(StrEnum):
    """What a reader thinks of a message."""

    USEFUL = "useful"
    NOISE = "noise"
    LATE = "late"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Voted:
    """The last vote on a delivery, with the rule that found its signal and the policies that sent it."""

    vote: Vote
    rule: str
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """The message that a ballot is for: which alert revision, to whom, and when it was sent (or planned, while it is on its way)."""

    alert: Alert
    receiver: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of the messages voted on were right (useful or late), with the 95 % interval of the share."""

    right: int
    votes: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share that was right."""
        return self.right / self.votes


def make_ballot(delivery_id: int, key: bytes, now: datetime, life: timedelta = BALLOT_LIFE) -> str:
    """Return a ballot for a delivery, for use in an address. Raises ValueError when the key is too short to keep a secret."""
    if len(key) < MIN_KEY_BYTES:
        raise ValueError(f"the key has {len(key)} bytes; give at least {MIN_KEY_BYTES}")
    body = f"{delivery_id}.{int((now + life).timestamp())}"
    return f"{body}.{_sign(body, key)}"


def read_ballot(ballot: str, key: bytes, now: datetime) -> int | None:
    """Return the delivery that the ballot is for; None when it is not ours, was changed or has expired."""
    body, _, signature = ballot.rpartition(".")
    if not hmac.compare_digest(_sign(body, key).encode(), signature.encode()):
        return None
    delivery_id, _, expires = body.partition(".")
    return int(delivery_id) if now < datetime.fromtimestamp(int(expires), UTC) else None


def precision_by_rule(votes: Iterable[Voted]) -> dict[str, Precision]:
    """Return the precision of every rule that was voted on."""
    return _precision((voted.rule, voted.vote) for voted in votes)


def precision_by_policy(votes: Iterable[Voted]) -> dict[str, Precision]:
    """Return the precision of every policy that was voted on."""
    return _precision((policy, voted.vote) for voted in votes for policy in voted.policies)


def _precision(votes: Iterable[tuple[str, Vote]]) -> dict[str, Precision]:
    counts: dict[str, list[int]] = {}
    for name, vote in votes:
        count = counts.setdefault(name, [0, 0])
        count[0] += vote in {Vote.USEFUL, Vote.LATE}
        count[1] += 1
    return {name: Precision(right, total, *interval(right, total)) for name, (right, total) in sorted(counts.items())}


def interval(right: int, total: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share; it stays within 0 and 1 and means something for few votes too."""
    share, square = right / total, _Z**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = _Z * math.sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def _sign(body: str, key: bytes) -> str:
    digest = hmac.new(key, b"tocsin ballot " + body.encode("utf-8", "replace"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:18]).decode()
