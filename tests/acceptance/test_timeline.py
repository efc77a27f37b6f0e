import pytest

from tocsin.backtest import ExpectationError, Timeline


def test_two_outlets_one_story_make_one_alert(timeline: Timeline) -> None:
    timeline.article(at=0, outlet="Metal Wire", text="Codelco raised its copper price by 15% on Monday.")
    timeline.article(at=5, outlet="Ore Daily", text="Codelco lifts copper price 15%.")
    timeline.expect(alerts=1, receiver="metals-desk", between=(0, 10), messages=1)


def test_two_languages_one_story_make_one_alert(timeline: Timeline) -> None:
    timeline.article(at=0, outlet="Metal Wire", text="Antimony prices climbed 8% this week.")
    timeline.article(at=90, outlet="有色快讯", text="本周锑价上涨8%。")
    timeline.expect(alerts=1, receiver="metals-desk", messages=1)


def test_another_metal_is_another_alert(timeline: Timeline) -> None:
    timeline.article(at=0, outlet="Metal Wire", text="Antimony prices climbed 8% this week.")
    timeline.article(at=5, outlet="Metal Wire", text="Bismuth prices climbed 8% this week.")
    timeline.expect(alerts=2, receiver="metals-desk")


def test_a_corrected_number_is_an_update_of_the_same_alert(timeline: Timeline) -> None:
    timeline.article(at=0, outlet="Metal Wire", id="a", text="Antimony prices climbed 8% this week.")
    timeline.article(
        at=30,
        outlet="Metal Wire",
        id="a",
        text="Antimony prices climbed 9% this week.",
        published_at=timeline.start,
    )
    timeline.expect(alerts=1, receiver="metals-desk", messages=2)


def test_below_the_threshold_is_silence(timeline: Timeline) -> None:
    timeline.article(at=0, outlet="Metal Wire", text="Antimony prices climbed 3% this week.")
    timeline.expect(alerts=0, receiver="metals-desk")
    timeline.expect(alerts=0)


def test_what_was_not_expected_is_told(timeline: Timeline) -> None:
    timeline.article(at=0, outlet="Metal Wire", text="Antimony prices climbed 8% this week.")
    with pytest.raises(ExpectationError, match="expected 0 alerts for metals-desk, got 1"):
        timeline.expect(alerts=0, receiver="metals-desk")
