"""The catalogue of metric names: every figure that a Tocsin process shows, each with what it means and why one looks at it.

Names begin with `tocsin_`. Labels have few values each: stages, signal types, outcomes; never an id, an address or a text.
A histogram in seconds times work; the one in milliseconds is the figure that readers of alerts care about.
"""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)

WORK_BUCKETS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
"""Seconds of work: from one batch of short articles to a channel that answers at its time limit."""

DELIVERED_BUCKETS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14_400, 43_200)
"""Seconds to a reader: from a quiet system to a night of quiet hours."""

BATCH_BUCKETS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Records of one batch."""

LATENCY_MS_BUCKETS = (10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
"""Milliseconds from article to alert: a broker hop is about 10, a restart some 10,000, an outage more."""


class Metrics:
    """All metrics of one process, on a registry of their own."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry if registry is not None else CollectorRegistry(auto_describe=True)
        here = self.registry
        # Memory, processor time, open files and restarts (start time) of this process.
        ProcessCollector(registry=here)
        PlatformCollector(registry=here)
        GCCollector(registry=here)

        # -- what came in and went out -------------------------------------------------------------------------------
        # Articles that the broker has acknowledged, by source: a source that stands still shows here first.
        self.articles = Counter("tocsin_articles", "Articles acknowledged by the broker.", ["source"], registry=here)
        # Records that a stage has finished with, dead letters included: the stage's throughput.
        self.records = Counter("tocsin_records", "Records a stage has finished with.", ["stage"], registry=here)
        # Findings acknowledged: one per article revision and market, also the empty ones.
        self.findings = Counter("tocsin_findings", "Findings acknowledged.", ["market"], registry=here)
        # Signals within those Findings, by type: a rule pack that went silent or mad shows here.
        self.signals = Counter("tocsin_signals", "Signals found.", ["type"], registry=here)
        # Verdicts committed (first, update, repeat, withdrawn): the share of repeats says how well identity works.
        self.verdicts = Counter("tocsin_verdicts", "Verdicts committed.", ["verdict"], registry=here)
        # Alert revisions committed, by severity.
        self.alerts = Counter("tocsin_alerts", "Alert revisions committed.", ["severity"], registry=here)

        # -- what went wrong -----------------------------------------------------------------------------------------
        # Messages set aside, by stage and kind of reason: poison (bad input), handler (our fault).
        self.dead_letters = Counter(
            "tocsin_dead_letters", "Messages set aside.", ["stage", "reason"], registry=here
        )  # fmt: skip
        # Exceptions that a handler raised on good input: each is a bug or a lost dependency.
        self.handler_errors = Counter("tocsin_handler_errors", "Exceptions of handlers.", ["stage"], registry=here)
        # Produce attempts that had to be repeated: the broker is slow, gone or refuses.
        self.produce_retries = Counter("tocsin_produce_retries", "Repeated produces.", ["stage"], registry=here)
        # Errors of the group coordinator that the watchdog found and cleared.
        self.coordinator_errors = Counter(
            "tocsin_coordinator_errors", "Group errors cleared.", ["stage"], registry=here
        )
        # 1 while a stage has stopped taking records because its handler failed too often in a row.
        self.stopped_taking = Gauge("tocsin_stopped_taking", "1 while a stage takes nothing.", ["stage"], registry=here)

        # -- how fast ------------------------------------------------------------------------------------------------
        # Records in one batch: near the limit means the stage is behind.
        self.batch_size = Histogram(
            "tocsin_batch_records", "Records of one batch.", ["stage"], buckets=BATCH_BUCKETS, registry=here
        )  # fmt: skip
        # Seconds that one batch took from first look to last acknowledgement.
        self.batch_seconds = Histogram(
            "tocsin_batch_seconds", "Time of one batch.", ["stage"], buckets=WORK_BUCKETS, registry=here
        )  # fmt: skip
        # Seconds from a record's timestamp to the acknowledgement of what the stage made of it: waiting and work.
        self.stage_seconds = Histogram(
            "tocsin_stage_seconds", "Time from record to result.", ["stage"], buckets=WORK_BUCKETS, registry=here
        )  # fmt: skip
        # Milliseconds from an article's ingest time to its alert's acknowledgement on the topic.
        self.article_to_alert = Histogram(
            "tocsin_article_to_alert_milliseconds", "Time from ingest to alert.", buckets=LATENCY_MS_BUCKETS, registry=here
        )  # fmt: skip
        # Records between a stage's committed offset and the end of its topic.
        self.lag = Gauge(
            "tocsin_lag_records", "Records not worked on yet.", ["stage", "topic", "partition"], registry=here
        )

        # -- correlate's transactions and memory ---------------------------------------------------------------------
        # Transactions by outcome (committed, aborted, fenced): fenced means that another writer has taken over.
        self.transactions = Counter("tocsin_transactions", "Transactions by outcome.", ["outcome"], registry=here)
        # Seconds that reading the state back took, at the last take-over of a partition.
        self.recovery_seconds = Gauge(
            "tocsin_recovery_seconds", "Time of the last recovery.", ["partition"], registry=here
        )
        # Records read at that recovery; grows while one is running.
        self.recovery_records = Gauge(
            "tocsin_recovery_records", "Records of the last recovery.", ["partition"], registry=here
        )  # fmt: skip
        # Offset of the signals topic up to which alerts, verdicts and records are committed.
        self.offset_reached = Gauge("tocsin_offset_reached", "Next offset to correlate.", ["partition"], registry=here)

        # -- delivery ------------------------------------------------------------------------------------------------
        # Deliveries by outcome: sent, retried, dead, replaced, folded, silenced.
        self.deliveries = Counter("tocsin_deliveries", "Deliveries by outcome.", ["outcome"], registry=here)
        # Seconds that one call of a channel took, by scheme of the receiver's address.
        self.notifier_seconds = Histogram(
            "tocsin_notifier_seconds", "Time of one send.", ["scheme"], buckets=WORK_BUCKETS, registry=here
        )  # fmt: skip
        # Seconds from an article's ingest to a channel's acceptance of the message: what a reader waits for, holds included.
        self.delivered_seconds = Histogram(
            "tocsin_delivered_seconds", "Time from ingest to acceptance.", ["scheme"], buckets=DELIVERED_BUCKETS, registry=here
        )  # fmt: skip
        # Rows of the outbox by status: waiting ones that only grow mean that a channel is down.
        self.outbox_rows = Gauge("tocsin_outbox_rows", "Rows of the outbox.", ["status"], registry=here)
        # (alert revision, receiver) pairs planned so far.
        self.planned = Counter("tocsin_planned", "Deliveries planned.", registry=here)

        # -- the process itself --------------------------------------------------------------------------------------
        # Configuration reloads by outcome (taken, refused): a refused one leaves the old configuration at work.
        self.config_reloads = Counter("tocsin_config_reloads", "Configuration reloads.", ["outcome"], registry=here)
        # 1 beside the hash of the configuration in force, as alerts name it.
        self.config_info = Gauge("tocsin_config_info", "Configuration in force.", ["hash"], registry=here)
        # 1 while a changed configuration was refused and the old one stays at work.
        self.config_refused = Gauge("tocsin_config_refused", "1 while a changed one is refused.", registry=here)
