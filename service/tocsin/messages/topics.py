"""The topics: name, partitions, retention. A setting `topic_prefix` stands before each name.

Names have dots and hyphens, never underscores, since Kafka's metric names cannot tell a dot from an underscore. Partition
counts never change: keys would move and their state would not.
"""

from dataclasses import dataclass
from datetime import timedelta

MAX_MESSAGE_BYTES = 1_048_576


@dataclass(frozen=True)
class Topic:
    """One topic. `partitions` counts those of one market; `compacted` topics keep the newest record of a key for ever."""

    name: str
    partitions: int
    retention: timedelta | None
    holds: str
    per_market: bool = False
    compacted: bool = False

    def full_name(self, prefix: str) -> str:
        """Return the name as it stands on the broker."""
        return prefix + self.name

    def partition_count(self, markets: int) -> int:
        """Return how many partitions it has for that many markets."""
        return self.partitions * markets if self.per_market else self.partitions


ARTICLES = Topic(
    "tocsin.articles.v1", 8, timedelta(days=400), "one article revision each; the history that backtests read"
)
SIGNALS = Topic(
    "tocsin.signals.v1", 1, timedelta(days=90), "Findings, one per article revision and market", per_market=True
)
ALERTS = Topic("tocsin.alerts.v1", 1, timedelta(days=90), "alert revisions", per_market=True)
VERDICTS = Topic("tocsin.verdicts.v1", 1, timedelta(days=90), "one verdict per signal", per_market=True)
EVENTS = Topic("tocsin.events.v1", 1, None, "event records: correlate's memory", per_market=True, compacted=True)
DEAD_LETTERS = Topic("tocsin.dead-letters.v1", 1, timedelta(days=30), "messages that a stage could not work on")

ALL = (ARTICLES, SIGNALS, ALERTS, VERDICTS, EVENTS, DEAD_LETTERS)
BY_NAME = {topic.name: topic for topic in ALL}

SCHEMA_HEADER = "schema"
"""Header that names a record's model and version, such as `article/1`; absent means version 1."""
