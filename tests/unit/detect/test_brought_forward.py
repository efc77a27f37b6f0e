"""The Chinese 将 tells a plan before a verb and nothing of time before an object."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def modalities(text: str) -> set[str]:
    """Return the modalities of what a text tells."""
    return {signal.modality.value for signal in DETECTOR.detect(article(text)).signals}


@pytest.mark.parametrize(
    "text",
    [
        "东岭锌业已将年产12万吨的锌冶炼厂停了下来。",
        "科威特将原油日产量减少了8万桶。",
        "海关总署将钨相关物项纳入出口管制。",
        "缅甸将锡精矿列入了禁止出口清单。",
        "电荒迫使东岭锌业将锌锭减产一成。",
        "江桥石化日前将年产30万吨的苯乙烯新装置投入运行。",
        "港区海关将藏匿在集装箱里的40吨锑锭截获，系走私。",
    ],
)
def test_before_an_object_it_tells_what_was_done(text: str) -> None:
    assert modalities(text) == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        "科威特将减少原油日产量8万桶。",
        "东岭锌业将于下月停产检修，涉及锌锭产能12万吨。",
        "该厂计划将锌锭产量提高一成。",
        "到2031年，该国将锡精矿产量提高到5万吨。",
        "东岭锌业将供应5万吨锌锭。",
    ],
)
def test_before_a_verb_or_in_a_plan_it_tells_what_is_to_come(text: str) -> None:
    assert "actual" not in modalities(text)
