"""What the commands of the stages share: read the configuration, wait for the broker and its topics, open the probes."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import structlog
import typer

from tocsin.bootstrap.renewal import Adopt, Watcher
from tocsin.bootstrap.stages import broker_of
from tocsin.broker import Broker, BrokerError, topics
from tocsin.broker.offsets import admin, partition_counts
from tocsin.config import Settings, load_checked
from tocsin.messages.topics import ALL, Topic
from tocsin.rules.faults import Fault, FaultsError
from tocsin.rules.loader import RulePack
from tocsin.streams.condition import Condition
from tocsin.streams.renewal import Current
from tocsin.telemetry import Metrics, ProbeServer, configure, serve

log = structlog.get_logger(__name__)

T = TypeVar("T")

CONFIG: Any = typer.Option("tocsin.yml", "--config", "-c", envvar="TOCSIN_CONFIG", help="The configuration.")
PORT: Any = typer.Option(
    None,
    "--port",
    min=0,
    max=65_535,
    help="Port of figures and probes instead of the configured one; 0 takes a free one.",
)
BROKER_WITHIN = timedelta(minutes=2)


@dataclass(frozen=True)
class Stage:
    """A stage that is about to run: everything it needs, its probes answering already."""

    settings: Settings
    rules: RulePack
    broker: Broker
    metrics: Metrics
    condition: Condition
    probes: ProbeServer
    config: Path
    environ: Mapping[str, str]
    loaded_at: float
    """When its settings were read, in Unix seconds."""

    def watch(self, adopt: Adopt) -> None:
        """Have every faultless change of the configuration adopted from now on."""
        Watcher(
            self.config,
            self.environ,
            self.settings,
            adopt,
            loaded_at=self.loaded_at,
            condition=self.condition,
            metrics=self.metrics,
        ).start()

    def renewed(self, build: Callable[[Settings, RulePack, Metrics], T]) -> Current[T]:
        """Build what the stage works with, now and again at every faultless change of the configuration."""
        current = Current(build(self.settings, self.rules, self.metrics))
        self.watch(lambda settings, rules: current.offer(build(settings, rules, self.metrics)))
        return current


def begin(name: str, config: Path, port: int | None, environ: Mapping[str, str] = os.environ) -> Stage:
    """Prepare the stage's process. Raises FaultsError for faults of the configuration and missing topics.

    Without a broker it ends the process with status 1 instead of 2: that may mend itself, so a supervisor may try again.
    """
    configure(name)
    loaded_at = time.time()
    settings, rules = load_checked(config, environ)
    broker, metrics, condition = broker_of(settings), Metrics(), Condition()
    probes = serve(
        settings.ports.model_dump()[name] if port is None else port,
        health=condition.health_problems,
        ready=condition.ready_problems,
        details=condition.details,
        registry=metrics.registry,
    )
    log.info("probes", port=probes.port, configuration=settings.config_hash)
    begun = time.monotonic()
    try:
        broker.wait_until_reachable(BROKER_WITHIN)
        require_topics(broker, len(settings.market_names))
    except BrokerError as error:
        probes.close()
        log.error("no broker", reason=str(error))  # noqa: TRY400 - a trace adds nothing
        raise typer.Exit(1) from error
    except FaultsError:
        probes.close()
        raise
    log.info("broker answers", after=round(time.monotonic() - begun, 3), embedded=broker.embedded)
    return Stage(settings, rules, broker, metrics, condition, probes, config, environ, loaded_at)


def require_topics(broker: Broker, markets: int) -> None:
    """Raise FaultsError when a topic is missing or has another number of partitions than is needed."""
    with admin(broker) as client:
        counts = partition_counts(client)
    faults = [fault for topic in ALL for fault in _faults(broker, counts, topic, markets)]
    if faults:
        raise FaultsError(faults)


def _faults(broker: Broker, counts: Mapping[str, int], topic: Topic, markets: int) -> Sequence[Fault]:
    name = broker.topic(topic)
    state = topics.TopicState(counts[name]) if name in counts else None
    return topics.differences(broker.bootstrap_servers, name, topic, markets, state)
