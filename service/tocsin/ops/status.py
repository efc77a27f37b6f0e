"""The state of the whole flow at one moment: stages, topics, dead letters, receivers, and whether all of it is fine."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from tocsin.broker import Broker
from tocsin.broker.dead_letters import list_letters
from tocsin.broker.groups import ALL as STAGES
from tocsin.broker.groups import StageGroup
from tocsin.broker.offsets import Extent, snapshot
from tocsin.broker.records import Partition
from tocsin.messages import topics as catalogue
from tocsin.ops.motion import Look, Motion, motion
from tocsin.ops.processes import DEFAULT_PORTS, Process, ask
from tocsin.ops.receivers import Deliveries, look

BETWEEN_LOOKS = timedelta(seconds=2)
"""Longer than the stages' commit interval of a second, so that who works is seen to."""


@dataclass(frozen=True)
class StageStatus:
    """One stage: its process, and for those that read a topic how far behind and the verdict."""

    stage: str
    process: Process
    lag: int | None = None
    motion: Motion | None = None

    @property
    def is_fine(self) -> bool:
        """It answers, is healthy and ready, and neither stalled nor stopped. Slow is fine: a burst looks like that.

        A refused configuration is not fine, although the old one works: somebody believes that the new one does.
        """
        told = self.process.answers is None or (self.process.healthy and self.process.ready)
        return (
            told
            and not self.process.refused
            and self.process.answers is not False
            and self.motion not in {Motion.STALLED, Motion.STOPPED}
        )


@dataclass(frozen=True)
class TopicStatus:
    """How many offsets a topic holds, and the sum of its partitions' ends; None where the topic is missing."""

    name: str
    count: int | None
    end: int | None


@dataclass(frozen=True)
class Status:
    """Everything `tocsin status` shows."""

    broker: str
    stages: tuple[StageStatus, ...]
    topics: tuple[TopicStatus, ...]
    dead_letters_waiting: int
    dead_letters_replayed: int
    deliveries: Deliveries = field(default_factory=Deliveries)

    @property
    def is_fine(self) -> bool:
        """All stages are fine, all topics there, no receiver refuses. Dead letters are shown but are no fault of the flow."""
        return (
            all(stage.is_fine for stage in self.stages)
            and all(topic.count is not None for topic in self.topics)
            and self.deliveries.is_fine
        )


Survey = tuple[Mapping[Partition, Extent], Mapping[str, Mapping[Partition, int | None]]]


def status(
    broker: Broker,
    ports: Mapping[str, int] = DEFAULT_PORTS,
    *,
    between: timedelta = BETWEEN_LOOKS,
    wait: Callable[[float], None] = time.sleep,
    has_page: bool = False,
    has_sources: bool = True,
    ledger: Callable[[], str] | None = None,
) -> Status:
    """Look twice, `between` apart, ask every process, and judge. Raises BrokerError when the broker does not answer.

    `has_page` says that messages link to the page of `tocsin serve`, so that it is asked too; without `has_sources` an
    ingest that does not answer is none that is missed. The ledger at the address that `ledger` returns knows which
    receivers refuse.
    """
    earlier = _survey(broker)
    wait(between.total_seconds())
    later = _survey(broker)
    asked = ["ingest", *(group.stage for group in STAGES), *(["serve"] if has_page else [])]
    processes = {stage: ask(ports.get(stage, 0)) for stage in asked}
    if not has_sources and processes["ingest"].answers is False:
        del processes["ingest"]
    there = {place.topic for place in later[0]}
    letters = list_letters(broker) if broker.topic(catalogue.DEAD_LETTERS) in there else []
    replayed = sum(letter.replayed_at is not None for letter in letters)
    found = judge(broker, earlier, later, processes, waiting=len(letters) - replayed, replayed=replayed)
    return found if ledger is None else replace(found, deliveries=look(ledger, datetime.now(UTC)))


def judge(
    broker: Broker, earlier: Survey, later: Survey, processes: Mapping[str, Process], *, waiting: int, replayed: int
) -> Status:
    """Put two surveys and the processes' answers together."""
    stages = [StageStatus("ingest", processes["ingest"])] if "ingest" in processes else []
    stages += [_stage(broker, group, earlier, later, processes[group.stage]) for group in STAGES]
    if "serve" in processes:
        stages.append(StageStatus("serve", processes["serve"]))
    return Status(
        broker=broker.bootstrap_servers,
        stages=tuple(stages),
        topics=tuple(_topic(broker.topic(topic), later[0]) for topic in catalogue.ALL),
        dead_letters_waiting=waiting,
        dead_letters_replayed=replayed,
    )


def _survey(broker: Broker) -> Survey:
    return snapshot(
        broker,
        [broker.topic(topic) for topic in catalogue.ALL],
        {broker.group(group.group): [broker.topic(group.reads)] for group in STAGES},
    )


def _stage(broker: Broker, group: StageGroup, earlier: Survey, later: Survey, process: Process) -> StageStatus:
    before, after = (_look(broker, group, survey) for survey in (earlier, later))
    verdict = motion(before, after, answers=process.answers is not False)
    return StageStatus(group.stage, process, after.total_lag, verdict)


def _look(broker: Broker, group: StageGroup, survey: Survey) -> Look:
    extents, commits = survey
    name = broker.topic(group.reads)
    return Look(
        {place: extent for place, extent in extents.items() if place.topic == name}, commits[broker.group(group.group)]
    )


def _topic(name: str, extents: Mapping[Partition, Extent]) -> TopicStatus:
    found = [extent for place, extent in extents.items() if place.topic == name]
    if not found:
        return TopicStatus(name, None, None)
    return TopicStatus(name, sum(extent.count for extent in found), sum(extent.next for extent in found))
