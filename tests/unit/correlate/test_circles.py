"""Correlating leaves no circles of values behind: a backtest replays millions of signals without the garbage collector."""

import gc

from pydantic import SecretStr
from tests.bench.stream import book, matching, stream
from tests.unit.correlate.test_glance import timeline

from tocsin.backtest import Replay
from tocsin.deliver.receivers import Receiver
from tocsin.messages import Article, Findings


def _undetected(_article: Article, _market: str) -> Findings:
    raise AssertionError("what was detected is recorded")


def test_a_replay_of_signals_leaves_nothing_for_the_garbage_collector() -> None:
    rules, receivers = book(matching()), {"desk": Receiver(name="desk", url=SecretStr("json://127.0.0.1/hook"))}
    told = [*stream(400), *timeline(3), *timeline(4)]
    for brief in (True, False):
        replay = Replay(_undetected, rules, receivers, brief=brief)
        replay.feed_findings(told[0])  # what is made once, such as a table of a message's fields, may be circular
        gc.collect()
        gc.disable()
        try:
            steps = [replay.feed_findings(found) for found in told[1:]]
            left = gc.collect()
        finally:
            gc.enable()
        assert any(step.sent for step in steps)
        assert left == 0
