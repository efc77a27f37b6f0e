"""Words that stand by goods and are of another thing, or of what came to nothing, tell no fact of these."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def _told(text: str) -> set[tuple[str, str]]:
    return {(signal.type, signal.direction) for signal in DETECTOR.detect(article(text)).signals}


@pytest.mark.parametrize(
    "text",
    [
        "Customs officers seized 60 kg of heroin hidden in a load of scrap copper at Hamburg.",
        "A court in Kumasi acquitted two men accused of smuggling gold to Dubai.",
        "New scanners keep gold smugglers at bay at the airport.",
        "A strike at the Lunde zinc smelter was called off hours before the late shift was to down tools.",
        "The nickel plant's canteen was shut for a week.",
        "The court stopped short of halting the Lunde copper mine.",
        "The zinc smelter's owner closed the quarter with a gain.",
        "Platinum output will neither rise nor fall in May.",
        "The novel's heroine smuggles cobalt over a lake.",
        "A film about customs shows how cobalt is smuggled in tyres.",
    ],
)
def test_what_stands_by_goods_tells_no_fact(text: str) -> None:
    assert _told(text) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Customs officers seized 60 kg of smuggled gold at the border.", {("smuggling", "reported")}),
        ("A court jailed two men for smuggling gold to Dubai.", {("smuggling", "reported")}),
        ("The nickel plant was shut for a week.", {("production_change", "halt")}),
        ("Lunde halted the Orm copper mine.", {("production_change", "halt")}),
    ],
)
def test_the_fact_itself_stands(text: str, told: set[tuple[str, str]]) -> None:
    assert _told(text) == told
