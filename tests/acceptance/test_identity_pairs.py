"""From text to event: two short articles, one event or two."""

from dataclasses import dataclass

import pytest

from tocsin.backtest import Timeline


@dataclass(frozen=True)
class Pair:
    claim: str
    one: str
    two: str
    events: int
    minutes: int = 120


PAIRS = [
    Pair("one move in two languages", "LME nickel closed up 2.4% at $15,310 a tonne on Monday.", "周一LME镍收涨2.4%，报15310美元/吨。", 1),
    Pair("the next day's move", "LME nickel closed up 2.4% at $15,310 a tonne on Monday.", "LME nickel closed up 0.9% at $15,448 a tonne on Tuesday.", 2, 24 * 60),
    Pair("another metal", "LME nickel closed up 2.4% on Monday.", "LME zinc closed up 2.4% on Monday.", 2),
    Pair("up and down", "Tin prices rose 3.1% on Monday.", "Tin prices fell 3.1% on Monday.", 2),
    Pair("a figure and its rounding", "Antimony prices climbed 7.84% this week.", "Antimony prices climbed 7.8% this week.", 1),
    Pair("another figure", "Antimony prices climbed 7.84% this week.", "Antimony prices climbed 3.2% this week.", 2),
    Pair("siblings of one family", "Lithium carbonate prices rose 900 yuan a tonne on Monday.", "Lithium hydroxide prices rose 900 yuan a tonne on Monday.", 2),
    Pair("one ban in two languages", "China imposes export ban on gallium.", "中国禁止镓出口。", 1),
    Pair("two countries", "China imposes export ban on antimony.", "Indonesia imposes export ban on antimony.", 2),
    Pair("a ban and its end", "China imposes export ban on gallium.", "China lifts export ban on gallium.", 2, 24 * 60 * 20),
    Pair("one company's cut told twice", "Codelco cut copper output by 12,500 tonnes in May.", "智利国家铜业公司5月铜产量减少1.25万吨。", 1),
    Pair("two companies' cuts", "Codelco cut copper output by 12,500 tonnes in May.", "Antofagasta cut copper output by 9,300 tonnes in May.", 2),
]  # fmt: skip


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.claim)
def test_two_articles(timeline: Timeline, pair: Pair) -> None:
    timeline.article(at=0, outlet="Metal Wire", text=pair.one)
    timeline.article(at=pair.minutes, outlet="Ore Daily", text=pair.two)
    found = {v.event_id for step in timeline.run() for v in step.outcome.verdicts if v.verdict == "first"}
    assert len(found) == pair.events, timeline.story()
