"""Topic: a paragraph about something else parts no two others, however much the second leaves unsaid."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article

CHOIR = "The choir sang in the old church on Sunday evening, and the children had flowers."
CHOIR_ZH = "周日晚上,村里的合唱团在老教堂唱歌,孩子们拿着鲜花。"

CARRIED = [
    "Specialty metals in May\n\nBuyers of cobalt came back. They asked for cobalt in Rotterdam.\n\nPrices rose 4% to $12.10 a pound.",
    "Zinc at Orla\n\nThe zinc mine had run at half its rate since spring.\n\nProduction fell 12% to 41,000 tonnes in the quarter.",
    "小金属周评\n\n本周钼铁招标较多。下游对钼铁询盘积极。\n\n价格上涨2000元/吨至23.6万元/吨。",
]


def told(text: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    found = DETECTOR.detect(article(text)).signals
    return sorted((s.type, s.direction, s.commodities, s.modality.value) for s in found)


@pytest.mark.parametrize("text", CARRIED)
def test_what_stands_between_two_paragraphs_and_names_nothing_parts_them_not(text: str) -> None:
    parts = text.split("\n\n")
    alone = told(text)
    assert alone
    assert alone[0][2]
    for at in range(1, len(parts)):
        between = CHOIR if text.isascii() else CHOIR_ZH
        assert told("\n\n".join([*parts[:at], between, *parts[at:]])) == alone
