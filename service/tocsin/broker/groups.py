"""The consumer groups: one a stage. `Broker.group` puts the prefix before each name."""

from dataclasses import dataclass

from tocsin.messages.topics import ALERTS, ARTICLES, SIGNALS, Topic

DETECT = "tocsin-detect"
CORRELATE = "tocsin-correlate"
DELIVER = "tocsin-deliver"


@dataclass(frozen=True)
class StageGroup:
    """A stage, the topic it reads, and the group whose commits say how far it has come."""

    stage: str
    group: str
    reads: Topic


ALL = (
    StageGroup("detect", DETECT, ARTICLES),
    StageGroup("correlate", CORRELATE, SIGNALS),
    StageGroup("deliver", DELIVER, ALERTS),
)
