"""A stage in a process of its own, with a handler of a few lines.

    stage_process.py STAGE BOOTSTRAP PREFIX embedded|real [WORK [HOLD [RESUME]]]

detect passes every article on as Findings without signals. correlate counts Findings by source and makes one "alert" of
every third: `{"id": "<source>:<count>"}`; the counts and the articles seen are its records. Both spend WORK milliseconds on a
record, so that a test can catch them in the middle, and correlate waits HOLD milliseconds after each group of records that a
transaction writes, as with a slow broker, so that a test can catch it within one. RESUME is how many milliseconds a stage waits
after partitions were handed to it before it takes records from them. Prints the port of its probes as the first line.
"""

import asyncio
import json
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from unittest.mock import patch

from faust.tables.recovery import Recovery

from tocsin.broker import Broker, Outgoing, Record
from tocsin.messages import Article, ArticleRecord, Findings, ids
from tocsin.messages.topics import ALERTS, VERDICTS
from tocsin.streams import correlate, detect, memory
from tocsin.streams.condition import Condition
from tocsin.streams.outlet import Send, send_all
from tocsin.streams.ports import Step
from tocsin.streams.schema import FINDINGS, Poison
from tocsin.telemetry import Metrics, configure, serve

ALERT_EVERY = 3
BUG = "trip"
State = dict[str, dict[str, object]]


def complete(record: ArticleRecord, received_at: datetime) -> Article:
    if BUG in record.text:
        raise RuntimeError("a bug of ours")
    known = record.model_dump(exclude_none=True)
    defaults = {
        "article_id": ids.article_id(url=record.url, source=record.source, id=record.id, content=record.text),
        "ingested_at": received_at,
        "published_at": received_at,
        "language": "en",
    }
    return Article.model_validate(defaults | known)


def find(article: Article, market: str) -> Findings:
    known = article.model_dump(include={"article_id", "source", "id", "ingested_at", "published_at", "language"})
    return Findings(revision=article.revision, market=market, signals=(), **known)


class Counting:
    """A correlator whose every alert is known beforehand, in whatever order articles come."""

    def __init__(self, broker: Broker, work: float = 0.0) -> None:
        self._broker, self._work = broker, work

    def restore(self, records: Iterable[tuple[bytes, bytes]]) -> State:
        return {key.decode(): json.loads(value) for key, value in records}

    def step(self, state: State, record: Record) -> Step[State] | Poison:
        findings = FINDINGS.read(record)
        if isinstance(findings, Poison):
            return findings
        time.sleep(self._work)
        held = state.get(findings.source, {"count": 0, "seen": []})
        seen = held["seen"]
        count = held["count"]
        assert isinstance(seen, list)
        assert isinstance(count, int)
        if findings.article_id in seen:
            return Step(state)
        put: dict[str, object] = {"count": count + 1, "seen": [*seen, findings.article_id]}
        told = [self._message(VERDICTS.full_name(self._broker.topic_prefix), findings.article_id, record.partition)]
        if (count + 1) % ALERT_EVERY == 0:
            alert = f"{findings.source}:{count + 1}"
            told.append(self._message(ALERTS.full_name(self._broker.topic_prefix), alert, record.partition))
        state[findings.source] = put
        return Step(state, told, {findings.source.encode(): json.dumps(put).encode()})

    def _message(self, topic: str, name: str, partition: int) -> Outgoing:
        return Outgoing(topic, name.encode(), json.dumps({"id": name}).encode(), partition=partition)


def hold_transactions_open(seconds: float) -> None:
    """Make the stage wait within its transactions: its work on the records is done before the first of them is written."""

    async def send_and_wait(send: Send, messages: Sequence[Outgoing]) -> list[BaseException | None]:
        outcomes = await send_all(send, messages)
        await asyncio.sleep(seconds)
        return outcomes

    patch.object(memory, "send_all", send_and_wait).start()


def resume_late(seconds: float) -> None:
    """Make Faust wait between the group's answer and the taking of records: whatever is fetched meanwhile comes too soon."""
    resume = Recovery._resume_streams

    async def wait_and_resume(self: Recovery, generation_id: int = 0) -> None:
        await asyncio.sleep(seconds)
        await resume(self, generation_id)

    patch.object(Recovery, "_resume_streams", wait_and_resume).start()


def main(argv: Sequence[str]) -> None:
    stage, bootstrap, prefix, kind, *times = argv
    work, hold, resume = (float(given) / 1000 for given in [*times, "0", "0", "0"][:3])
    configure(stage)
    hold_transactions_open(hold)
    resume_late(resume)
    broker = Broker(bootstrap, prefix, embedded=kind == "embedded")
    condition, metrics = Condition(), Metrics()
    probes = serve(0, health=condition.health_problems, ready=condition.ready_problems, registry=metrics.registry)
    sys.stdout.write(f"{probes.port}\n")
    sys.stdout.flush()
    session = timedelta(seconds=6)
    if stage == "detect":

        def slow_find(article: Article, market: str) -> Findings:
            time.sleep(work)
            return find(article, market)

        handle = detect.FindingsHandler(broker, complete, slow_find, metrics=metrics)
        detect.run(broker, handle, condition=condition, metrics=metrics, session_timeout=session)
    correlate.run(broker, Counting(broker, work), condition=condition, metrics=metrics, session_timeout=session)


if __name__ == "__main__":
    main(sys.argv[1:])
