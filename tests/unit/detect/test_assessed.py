"""Short notes of price reporters: what moved is named before, in the headline, or by its family."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Findings
from tocsin.testing.builders import article


def told(text: str) -> list[tuple[str, str, str, dict[str, str]]]:
    findings: Findings = DETECTOR.detect(article(text))
    return [
        (s.type, s.direction, ",".join(s.commodities), {k: f"{m.low:f} {m.unit}" for k, m in s.magnitudes.items()})
        for s in findings.signals
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The agency assessed bismuth, 99.99%, in-warehouse Rotterdam at $31-33 per kg on Friday, up by $2 per kg from Tuesday.",
            ("price_move", "up", "bismuth", {"change_by": "2 USD/kg", "level": "31 USD/kg"}),
        ),
        (
            "Bismuth metal gains\n\nBismuth firmed. Traders assessed 99.99pc grade ingots duty unpaid at $31,000/t, up by $900/t from Tuesday.",
            ("price_move", "up", "bismuth", {"change_by": "900 USD/t", "level": "31000 USD/t"}),
        ),
        (
            "Bismuth retreats\n\nBismuth had a poor week in Antwerp. The minor metal closed 3.1% lower at $31,200 a ton on Friday.",
            ("price_move", "down", "bismuth", {"change": "3.1 percent", "level": "31200 USD/t"}),
        ),
        (
            "The price of gallium in China reached RMB1,840/kg ($258/kg) this week, 2.4% more than last week.",
            ("price_move", "up", "gallium", {"change": "2.4 percent", "level": "1840 CNY/kg"}),
        ),
        (
            "Bismuth eases\n\nBismuth slipped. Traders assessed 99.99pc grade ingots at $31,000-33,000/t on 5 May, down from $33,500/t.",
            ("price_move", "down", "bismuth", {"level": "31000 USD/t"}),
        ),
        (
            "December soft red winter wheat advanced 1.9% to $5.48 3/4 a bushel on the Chicago Board of Trade.",
            ("price_move", "up", "wheat", {"change": "1.9 percent", "level": "5.4875 USD/bu"}),
        ),
        (
            "Palm oil ends lower\n\nThe benchmark March 2027 contract slid 3.1% to RM4,105 per tonne on weak exports, stronger ringgit.",
            ("price_move", "down", "palm_oil", {"change": "3.1 percent", "level": "4105 MYR/t"}),
        ),
        (
            "沪锌主力收涨1.4%\n\n5月7日，沪锌主力2607合约高开高走，日盘收于23110元/吨，上涨1.4%。",
            ("price_move", "up", "zinc", {"change": "1.4 percent", "level": "23110 CNY/t"}),
        ),
        (
            "The agency's index for manganese ore 44% was $4.31 per dmtu on Friday, up by $0.05 from the previous week.",
            ("price_move", "up", "manganese_ore", {"change_by": "0.05 USD/mtu", "level": "4.31 USD/mtu"}),
        ),
        ("Silver bursts through $48 an ounce.", ("price_move", "up", "silver", {"level": "48 USD/oz"})),
        (
            "The Skell mine, in which Vesk Metals holds 27.4%, cut its 2031 nickel ore production to 3 million tonnes from 4 million.",
            ("production_change", "down", "nickel_ore", {"level": "3000000 t"}),
        ),
        (
            "Tarn Copper now expects to produce 61,000 to 64,000 tonnes of copper in 2025, lower than its original guidance of 70,000 tonnes.",
            ("production_change", "down", "copper", {"level": "61000 t"}),
        ),
    ],
)
def test_an_assessment_moves_its_goods(text: str, expected: tuple[str, str, str, dict[str, str]]) -> None:
    assert expected in told(text)


def test_where_a_report_was_written_is_not_where_its_fact_happened() -> None:
    (signal,) = DETECTOR.detect(
        article("LNG climbs\n\nLONDON, Oct 9 (Wire) - Asian spot LNG prices rose to $12 per mmBtu this week.")
    ).signals
    assert (signal.countries, signal.day) == ((), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvane restarts LNG train 3 in Sabah.", [("production_change", "resume")]),
        ("Guinea has lifted the suspension of bauxite exports by two miners.", [("export_control", "ease")]),
        ("The mine is designed to yield 1,900 tonnes of tungsten oxide a year and will sell to a refiner in Graz.", []),
        (
            "Peru will not authorise exports of antimony concentrates for 90 days, the ministry said.",
            [("export_control", "tighten")],
        ),
        ("氧化锑出口订单恢复缓慢。", []),
        ("某矿业公司关于坦岭锂矿勘探取得进展的公告", []),
    ],
)
def test_old_works_bans_lifted_and_ratings_are_no_other_fact(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, direction) for kind, direction, _, _ in told(text)] == expected
