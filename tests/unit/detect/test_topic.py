"""Topic: a paragraph about something else parts no two others, however much the second leaves unsaid."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Signal
from tocsin.testing.builders import article

CHOIR = "The choir sang in the old church on Sunday evening, and the children had flowers."
CHOIR_ZH = "周日晚上,村里的合唱团在老教堂唱歌,孩子们拿着鲜花。"

MATCH = "Portugal beat Norway 3-1 in Lisbon on Friday; the coach praised his players and their young goalkeeper after the match."
MATCH_ZH = "葡萄牙队周五在里斯本以3比1战胜挪威队，主教练称赞了球员和年轻的门将，球迷们庆祝到深夜。"
"""What a page may put between two paragraphs of its news: it has words of its own, and those of no market."""

WHOLE = [
    "Cobalt slips in quiet week\n\nCobalt fell 3% to $11.40 a pound, two analysts said.\n\nA newsletter told its subscribers to wait.\n\nThe season ends in May.",
    "Orvane finds copper at Tessel\n\nOrvane Mining said its drilling found a new copper deposit at Tessel.\n\nIt will begin mining there next year.\n\nThe find is its second.",
    "Smelter at Bruna stops for repairs\n\nHelm Metals has halted its zinc smelter at Bruna for six weeks.\n\nThe works make 90,000 tonnes a year.\n\nNobody was hurt.",
    "钨价走高\n\n黑钨精矿价格上涨2000元/吨至15.6万元/吨。\n\n持货商惜售，下游按需采购。\n\n后市仍看供应。",
]

CARRIED = [
    "Specialty metals in May\n\nBuyers of cobalt came back. They asked for cobalt in Rotterdam.\n\nPrices rose 4% to $12.10 a pound.",
    "Zinc at Orla\n\nThe zinc mine had run at half its rate since spring.\n\nProduction fell 12% to 41,000 tonnes in the quarter.",
    "小金属周评\n\n本周钼铁招标较多。下游对钼铁询盘积极。\n\n价格上涨2000元/吨至23.6万元/吨。",
]


def told(text: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    found = DETECTOR.detect(article(text)).signals
    return sorted((s.type, s.direction, s.commodities, s.modality.value) for s in found)


def whole(text: str) -> list[tuple[object, ...]]:
    found = DETECTOR.detect(article(text)).signals
    return sorted(
        (s.type, s.direction, s.commodities, s.modality.value, str(s.period), size(s), [n.name for n in s.names])
        for s in found
    )


def size(signal: Signal) -> str:
    main = signal.magnitude
    return "" if main is None else f"{main.value} {main.unit}"


@pytest.mark.parametrize("text", CARRIED)
def test_what_stands_between_two_paragraphs_and_names_nothing_parts_them_not(text: str) -> None:
    parts = text.split("\n\n")
    alone = told(text)
    assert alone
    assert alone[0][2]
    for at in range(1, len(parts)):
        between = CHOIR if text.isascii() else CHOIR_ZH
        assert told("\n\n".join([*parts[:at], between, *parts[at:]])) == alone


@pytest.mark.parametrize("text", WHOLE)
def test_sport_between_two_paragraphs_changes_no_fact_nor_whose_it_is(text: str) -> None:
    parts = text.split("\n\n")
    alone = whole(text)
    assert alone
    for at in range(1, len(parts) + 1):
        for between in (CHOIR, MATCH) if text.isascii() else (CHOIR_ZH, MATCH_ZH):
            assert whole("\n\n".join([*parts[:at], between, *parts[at:]])) == alone
            assert whole("\n\n".join([*parts[:at], between, between, *parts[at:]])) == alone


def test_a_match_report_is_none_of_a_market_whatever_its_lines_name() -> None:
    lines = ["Copper Town beat Nickel City", MATCH, "Copper Town halted production of goals for good.", MATCH]
    assert whole("\n\n".join(lines)) == []


def test_the_one_commodity_of_a_text_that_tells_how_much_is_made_is_meant_above_it() -> None:
    """A miner's holders know what its site makes; strangers read it far below."""
    text = (
        "Update on Korvale: mining suspended\n\nOrvane Resources plc gives an update on the site.\n\n"
        "The company has stood down the concentrator after a rock fall. Nobody was hurt.\n\n"
        "An inspector came on Tuesday and wants a report.\n\nKorvale made 9,400 tonnes of antimony last year."
    )
    assert told(text) == [("production_change", "halt", ("antimony",), "actual")]


def test_the_one_commodity_of_a_text_is_not_meant_where_it_is_only_used() -> None:
    text = (
        "Update on Korvale: operations suspended\n\nOrvane Hotels gives an update on the site.\n\n"
        "The company has stopped work after a fault.\n\nThe pipes of Korvale are of antimony."
    )
    assert told(text) == []
