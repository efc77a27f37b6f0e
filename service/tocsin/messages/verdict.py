"""Verdicts: what correlate decided about each signal and why, also for what did not alert."""

from typing import Literal

from pydantic import Field

from tocsin.messages.base import Message, Moment


class Novelty(Message):
    """How new an event is, as the field counts it.

    `days_since_similar` is the time to the last similar event in days with decimals (365 when there was none); `similar`
    counts similar events in the last 12 h, 24 h, 3 d, 5 d and 7 d; `sources` is the number of independent publishers,
    `source_share` the part (0-1) they are of all publishers that told of its family of commodities in 7 days.
    """

    days_since_similar: float = 365.0
    similar: dict[str, int] = Field(default_factory=dict)
    sources: int = 1
    source_share: float | None = None


class Comparison(Message):
    """One comparison of a policy: the field, what was wanted, what was found, whether it held."""

    field: str
    wanted: str
    found: str | None = None
    held: bool
    missed_by: str | None = None
    """By how much a number missed its threshold, with its unit."""


class PolicyTrial(Message):
    """A policy that was tried: satisfied, or the first comparison that failed."""

    policy: str
    satisfied: bool
    held_back: str | None = None
    """Why a satisfied policy made no alert: a cooldown, a re-arm level, a window not yet full."""
    failed: Comparison | None = None


class Verdict(Message):
    """One signal, judged. `of` names the signal or event it repeats, updates, denies or reverses; `reason` says why in words.

    `detail` lists what changed. `trials` holds every policy that was tried. `alert_revision` is the revision it made, if any;
    `others` counts policies of its type and commodity whose threshold is so far away that they were not tried.
    """

    verdict_id: str
    event_id: str
    signal_id: str
    article_id: str
    market: str = "default"
    at: Moment
    verdict: Literal["first", "update", "repeat", "withdrawn"]
    reason: str
    of: str | None = None
    detail: tuple[str, ...] = ()
    novelty: Novelty = Novelty()
    trials: tuple[PolicyTrial, ...] = ()
    others: int = 0
    alert_revision: int | None = None
    config_hash: str
