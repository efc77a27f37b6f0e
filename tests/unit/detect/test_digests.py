"""Digests for investors: what a pitch says of the market without a day counts below alerts; the news of a day does not."""

import pytest
from tests.unit.detect.shipped import ALERTS, DETECTOR, dated

from tocsin.messages import Signal

PITCH = (
    " Tessel Silver Corp. (TSXV: TSL) is well positioned for investors who seek an attractive opportunity in the metal."
    " Its flagship project stands out among overlooked explorers."
)
REPORT = " The metal is used for solder and coins."


def told(text: str, type_: str) -> list[Signal]:
    return [signal for signal in DETECTOR.detect(dated(text)).signals if signal.type == type_]


SCENERY = [
    ("Why silver prices are at record highs, and what it means for miners\n\nThe reasons are many.", "price_move"),
    ("Silver prices climb, and here's how Tessel plans to gain\n\nSilver prices climbed in spring.", "price_move"),
    (
        "How tin's rising demand creates value\n\nRising demand for tin fills the order books of smelters.",
        "demand_change",
    ),
    ("Tessel meets the moment\n\nThe price of silver has soared past $31 an ounce, a record.", "price_move"),
    ("Silver prices soar\n\nSilver prices soared to a record of $34 an ounce on June 12.", "price_move"),
    ("Tessel meets the moment\n\nDemand for silver has climbed as makers of panels buy more.", "demand_change"),
]


@pytest.mark.parametrize(("text", "type_"), SCENERY)
def test_the_market_in_a_pitch_alerts_nobody(text: str, type_: str) -> None:
    signals = told(text + PITCH, type_)
    assert all(signal.relevance < ALERTS for signal in signals)


@pytest.mark.parametrize(("text", "type_"), SCENERY)
def test_it_is_kept(text: str, type_: str) -> None:
    assert told(text + PITCH, type_)


@pytest.mark.parametrize(("text", "type_"), SCENERY[3:])
def test_the_same_words_in_a_report_alert(text: str, type_: str) -> None:
    assert any(signal.relevance >= ALERTS for signal in told(text + REPORT, type_))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Silver sets a record\n\nSilver hit a record this week and rose above $34 an ounce.", "price_move"),
        ("Silver jumps 4% to $34 an ounce\n\nThe metal has never been dearer.", "price_move"),
        ("Tin rises on a mine's halt\n\nTin rose 3% to $32,750 a ton in London after the announcement.", "price_move"),
        ("Tin climbs\n\nTin prices climbed to $32,750 a ton on July 10.", "price_move"),
        ("Tessel lifts its silver price\n\nTessel lifted its silver price by 4% to $31 an ounce.", "price_move"),
        ("Tessel tells of its spring\n\nSales of its kaolin rose by 900 tonnes in the quarter.", "demand_change"),
        (
            "A bank buys gold\n\nIn June, the central bank of Poland added 9 tonnes of gold to its reserves.",
            "stockpiling",
        ),
    ],
)
def test_the_news_of_a_day_and_the_firms_own_still_alert(text: str, type_: str) -> None:
    assert any(signal.relevance >= ALERTS for signal in told(text + PITCH, type_))


FIRM = "Tessel Metals Ltd (ASX: TSL) met its holders in Perth. "


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (
            f"Tessel starts a pilot\n\n{FIRM}Tessel launched a pilot brine plant for lithium at its Orsa project.",
            "supply_source",
        ),
        (
            f"Tessel pours its first gold\n\n{FIRM}Tessel poured its first gold from a bulk sample of the Pinto vein.",
            "supply_source",
        ),
        (f"Tessel grows\n\n{FIRM}Tessel has acquired the Pinto tenement, which may hold gold.", "mna"),
        (f"Tessel grows\n\n{FIRM}It bought 31 mineral claims beside its Orsa gold mine.", "mna"),
        (
            f"Tessel's resource grows\n\n{FIRM}As it prepares for the restart of tin production, he is glad.",
            "production_change",
        ),
        (
            f"Tessel's year\n\n{FIRM}It sold shares. It paid a loan. Rain fell. Tin production rose 7% in the fourth quarter of 2025.",
            "production_change",
        ),
        (f"Tessel's deal\n\n{FIRM}The sale of its Orsa gold mine strengthens the balance sheet.", "mna"),
    ],
)
def test_what_is_small_old_or_on_its_way_alerts_nobody(text: str, type_: str) -> None:
    assert all(signal.relevance < ALERTS for signal in told(text, type_))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (f"Tessel starts its plant\n\n{FIRM}Tessel launched its lithium plant at Orsa on Friday.", "supply_source"),
        (f"Tessel grows\n\n{FIRM}It bought the Orsa gold mine for $40 million.", "mna"),
        (
            f"Tessel to restart its tin mine\n\n{FIRM}It will restart tin production at Orsa in May.",
            "production_change",
        ),
        (
            f"Tessel's quarter\n\n{FIRM}It paid a loan. Rain fell. Tin production rose 7% in the second quarter of 2026.",
            "production_change",
        ),
    ],
)
def test_what_a_market_sees_still_alerts(text: str, type_: str) -> None:
    assert any(signal.relevance >= ALERTS for signal in told(text, type_))


@pytest.mark.parametrize(
    "text",
    [
        f"Why the West needs tin\n\n{FIRM}Demand for tin is soaring as chip makers expand.",
        "6 silver stocks to watch as prices recover\n\nSilver prices are recovering. Here are six stocks.",
        f"Tessel's case\n\n{FIRM}Investors call it an overlooked, compelling name. Demand for tin is expected to double by 2036.",
        f"Tessel gets a grant\n\n{FIRM}China has restricted exports of several rare earths since last year.",
        f"Tessel's report\n\n{FIRM}It cut the carbon intensity of its tin production by 11%.",
        f"Tessel explains its study\n\n{FIRM}The scoping study shows annual output of 21,000 tonnes of copper over 12 years.",
        "Tessel to buy a royalty on the Pinto gold mine\n\nTessel has agreed to buy a 2% royalty on the Pinto gold mine.",
        f"Tessel makes its first graphite\n\n{FIRM}It produced its first battery-grade graphite in a laboratory.",
        f"Tessel's outlook\n\n{FIRM}Its chief executive is confident that lithium demand will recover.",
        "Tessel Minerals is now Tessel Gold\n\nRising gold prices make the name apt, the chair said.",
        f"Tessel reports its quarter\n\n{FIRM}The tin price averaged $31,200 a tonne in the quarter, against $29,800 a year before.",
        "A strong year for tin\n\nActive companies in the markets today include Tessel (ASX: TSL). Tin has risen more than 20% this year.",
        "Tin for years to come as demand skyrockets\n\nNews commentary. Tessel (ASX: TSL) drills for tin.",
        "Tessel names a chair\n\nTessel, which recently made its first tin concentrate at Orsa, has named a chair.",
        "Tessel names a chair\n\nThe news came days after the $93 million acquisition of the Orsa tin mine.",
        f"Tessel's deal\n\n{FIRM}The acquisition of the Orsa tin project signals its intent to grow.",
        "A strong year for silver\n\nThey predict that silver will break records, with a target of 36 USD (+21%).",
        f"Tin has a future\n\n{FIRM}Demand for tin is forecast to rise 31% by 2031.",
        "A bay waits\n\nA regulator opened a comment period on the Orsa LNG project, which may export 5 million tonnes.",
        "Tessel hires\n\nTessel hired a geologist who led the discovery of the Orsa nickel deposit.",
        "Tessel ships\n\nTessel shipped 7.2 Mt of iron ore in the quarter, up 8%.",
        "Lead Dancer Wines raises production\n\nCobalt Dancer Wines increased production to 70,000 cases.",
        "Zinc Valley Roofing doubles output\n\nZinc Valley Roofing doubled output of its zinc roofs.",
        f"Minister visits Tessel\n\n{FIRM}The minister said that the country wants to increase lithium production.",
    ],
)
def test_what_is_told_for_another_things_sake_alerts_nobody(text: str) -> None:
    told = [s for s in DETECTOR.detect(dated(text)).signals if s.modality in {"actual", "expected"} and s.commodities]
    assert all(signal.relevance < ALERTS for signal in told)


def test_sanctions_that_cut_supply_are_not_cut() -> None:
    assert (
        told(
            "Tessel Potash to present\n\nThe potash market has tightened since sanctions cut supply.", "export_control"
        )
        == []
    )
