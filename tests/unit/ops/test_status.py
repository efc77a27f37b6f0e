from dataclasses import replace

import pytest

from tocsin.broker import Broker
from tocsin.broker.groups import ALL as STAGES
from tocsin.broker.offsets import Extent
from tocsin.broker.records import Partition
from tocsin.messages import topics as catalogue
from tocsin.ops.motion import Motion
from tocsin.ops.processes import Process, ask, problems_of
from tocsin.ops.status import Status, Survey, judge

BROKER = Broker("kafka:9092", "x-")
WELL = Process(answers=True, healthy=True, ready=True)
STAGE_NAMES = ("ingest", "detect", "correlate", "deliver")


def survey(ends: dict[str, int] | None = None, commits: dict[str, int] | None = None) -> Survey:
    """A look at all topics, with one partition each; ends by topic name and commits by stage, nil unless given."""
    extents = {Partition(BROKER.topic(topic), 0): Extent(0, (ends or {}).get(topic.name, 0)) for topic in catalogue.ALL}
    committed = {
        BROKER.group(group.group): {Partition(BROKER.topic(group.reads), 0): (commits or {}).get(group.stage)}
        for group in STAGES
    }
    return extents, committed


def judged(earlier: Survey, later: Survey, **processes: Process) -> Status:
    asked = dict.fromkeys(STAGE_NAMES, WELL) | processes
    return judge(BROKER, earlier, later, asked, waiting=2, replayed=1)


def test_an_idle_flow_is_fine_and_shows_every_stage_and_topic() -> None:
    status = judged(survey(), survey())
    assert status.is_fine
    assert [stage.stage for stage in status.stages] == list(STAGE_NAMES)
    assert [topic.name for topic in status.topics] == [BROKER.topic(topic) for topic in catalogue.ALL]
    assert (status.dead_letters_waiting, status.dead_letters_replayed) == (2, 1)


def test_each_stage_is_behind_on_the_topic_it_reads() -> None:
    ends = {"tocsin.articles.v1": 10, "tocsin.signals.v1": 7, "tocsin.alerts.v1": 3}
    later = survey(ends, {"detect": 9, "correlate": 7, "deliver": 1})
    status = judged(survey(ends, {"detect": 2, "correlate": 2, "deliver": 1}), later)
    assert [(stage.stage, stage.lag, stage.motion) for stage in status.stages] == [
        ("ingest", None, None),
        ("detect", 1, Motion.MOVING),
        ("correlate", 0, Motion.MOVING),
        ("deliver", 2, Motion.STALLED),
    ]
    assert not status.is_fine


@pytest.mark.parametrize(
    "process",
    [
        Process(answers=False),
        replace(WELL, healthy=False),
        replace(WELL, ready=False),
    ],
)
def test_one_process_that_is_unwell_is_not_fine(process: Process) -> None:
    assert not judged(survey(), survey(), correlate=process).is_fine
    assert not judged(survey(), survey(), ingest=process).is_fine


def test_the_page_of_votes_is_asked_where_messages_link_to_it() -> None:
    shown = judged(survey(), survey(), serve=Process(answers=False))
    assert [(stage.stage, stage.lag, stage.is_fine) for stage in shown.stages][-1] == ("serve", None, False)
    assert (shown.is_fine, judged(survey(), survey(), serve=WELL).is_fine) == (False, True)


def test_a_process_whose_port_nobody_knows_is_judged_by_its_offsets() -> None:
    status = judged(survey(), survey(), detect=ask(0))
    assert status.is_fine
    assert status.stages[1].motion is Motion.MOVING


def test_a_missing_topic_is_not_fine() -> None:
    extents, commits = survey()
    without = {place: extent for place, extent in extents.items() if place.topic != "x-tocsin.alerts.v1"}
    status = judged(survey(), (without, commits))
    assert [topic.name for topic in status.topics if topic.count is None] == ["x-tocsin.alerts.v1"]
    assert not status.is_fine


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        (b'{"ok": false, "problems": ["no partition yet"]}', ["no partition yet"]),
        (b'{"ok": true, "problems": []}', []),
        (b"<html>", []),
        (b"\xff\xfe", []),
        (b"[1]", []),
        (b'{"problems": "many"}', []),
    ],
)
def test_problems_are_read_from_a_probe_and_nothing_from_what_is_none(body: bytes, problems: list[str]) -> None:
    assert problems_of(body) == problems
