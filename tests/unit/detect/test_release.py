"""Releases: the price that a firm's own text names as the circumstance of its news counts below it; a report's does not."""

import pytest
from tests.unit.detect.shipped import ALERTS, DETECTOR, dated

from tocsin.messages import Signal


def moves(text: str, language: str = "en") -> list[Signal]:
    return [
        signal
        for signal in DETECTOR.detect(dated(text, language)).signals
        if signal.type in {"price_move", "equity_move"}
    ]


HOOKS = (
    "With silver trading above $31 an ounce, the board of Tessel calls the timing ideal.",
    "The listing comes amid a sharp rise in silver prices to $31 an ounce.",
    "Despite silver prices having fallen by almost 40%, the firm is sure of the metal.",
    "The drilling coincides neatly with the recent rally in the silver price to $31.",
    "The find comes at a time when silver is hovering below its peak of $34 an ounce.",
    "The rebound in silver prices has improved the mood of lenders, he said.",
    "The firm earned $14 million, helped by a silver price that rose 18% to $29 an ounce.",
)


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    "head",
    [
        "Tessel Silver Corp. drills at Pinto\n\nTessel Silver Corp. (TSXV: TSL) drilled nine holes at Pinto.",
        "Tessel drills at Pinto\n\nTessel chief executive Ivo Marsh talks about its nine holes at Pinto.",
        "Tessel drills at Pinto\n\nIssued on behalf of Tessel Resources, which drilled nine holes at Pinto.",
    ],
)
def test_the_price_beside_a_firms_own_news_alerts_nobody(head: str, hook: str) -> None:
    assert all(signal.relevance < ALERTS for signal in moves(f"{head} {hook}"))


@pytest.mark.parametrize(
    "text",
    [
        "Silver climbs\n\nSilver rose 2% to $31 an ounce on Monday as the dollar fell.",
        "Tessel Corp. lifts its silver price\n\nTessel Corp. (TSXV: TSL) lifted its silver price by 4% to $31 an ounce.",
        "Metals mixed\n\nCopper fell 1% on Monday, while silver rose 2% to $31 an ounce. Tessel (TSXV: TSL) closed flat.",
    ],
)
def test_a_price_told_for_its_own_sake_still_alerts(text: str) -> None:
    assert any(signal.relevance >= ALERTS for signal in moves(text))


def test_a_firms_own_shares_alert_nobody_in_its_release() -> None:
    text = "Tessel Silver Corp. drills at Pinto\n\nThe silver find drove the shares of Tessel Silver Corp. (TSXV: TSL) up 48%."
    assert all(signal.relevance < ALERTS for signal in moves(text))


@pytest.mark.parametrize(
    "text",
    [
        "北沙锂业接受调研\n\n北沙锂业(股票代码:839111)董事长称,随着碳酸锂价格回升至9万元/吨,公司充满信心。",
        "海石涂料发布调价函\n\n因钛白粉等原材料价格持续上涨,海石涂料决定上调外墙涂料价格5%。",
        "北沙门业通知\n\n受铝材价格上涨影响,北沙门业门窗产品价格上调6%。",
    ],
)
def test_the_price_that_a_chinese_firm_names_as_a_reason_alerts_nobody(text: str) -> None:
    assert all(signal.relevance < ALERTS for signal in moves(text, "zh"))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Hole TF-31 of Tessel made a new gold discovery; assays are pending.", "supply_source"),
        (
            "Tessel closes private placement\n\nA fund acquired 9.8% of Tessel Gold through the placement.",
            "mna",
        ),
        ("北沙锂业公告\n\n北沙锂业股东拟减持公司股份不超过2%。", "mna"),
    ],
)
def test_drilled_finds_and_a_firms_own_shares_count_below_alerts(text: str, type_: str) -> None:
    told = [signal for signal in DETECTOR.detect(dated(text)).signals if signal.type == type_]
    assert all(signal.relevance < ALERTS for signal in told)


@pytest.mark.parametrize(
    "text",
    [
        "Tessel, which restarted its zinc mine in 2021, hired a manager.",
        "Tessel, which shut its tin smelter last year, has hired a manager.",
        "It is ten years since the state halted exports of nickel ore.",
        "The zinc mine, run by Tessel after two years on care and maintenance, hired a manager.",
    ],
)
def test_what_a_clause_dates_to_earlier_years_is_background(text: str) -> None:
    assert all(signal.modality == "historical" for signal in DETECTOR.detect(dated(text)).signals)


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Tessel continues to ramp up silver production at Pinto.", "production_change"),
        ("The sale of the Pinto silver mine would strengthen the balance sheet of Tessel.", "mna"),
        ("The deal brings an increase in combined silver production to 4 million ounces a year.", "production_change"),
        ("Export controls in China on antimony underline the need for other sources, he said.", "export_control"),
        ("He named a rise in central bank gold purchases as a reason for hope.", "stockpiling"),
    ],
)
def test_what_goes_on_or_is_only_praised_counts_below_alerts(sentence: str, type_: str) -> None:
    text = f"Tessel Silver Corp. holds its meeting\n\nTessel Silver Corp. (TSXV: TSL) met in Perth. {sentence}"
    told = [signal for signal in DETECTOR.detect(dated(text)).signals if signal.type == type_]
    assert all(signal.relevance < ALERTS for signal in told)


@pytest.mark.parametrize(
    "text",
    [
        "How tin's growing demand creates value for miners",
        "Shoveler Potash adds nurses to its clinic",
        "Cobalt Skies raises drone prices",
        "The shop cut prices of steel shelving by 10%.",
        "Peru holds the second-biggest copper reserves in the world and is building a port.",
        "Nadir Research updates coverage on Tessel\n\nTessel signed an offtake agreement for 20,000 tonnes of tin.",
        "The country expects gains from lithium production.",
        "Lithium Labs acquired an app maker for $3 million.",
        "Zinc Media has sold its podcast unit to a rival for $3 million.",
    ],
)
def test_other_things_in_the_words_of_the_market_alert_nobody(text: str) -> None:
    assert all(signal.relevance < ALERTS for signal in DETECTOR.detect(dated(text)).signals)


def test_a_start_that_is_on_schedule_is_expected() -> None:
    text = "First production of tin at the Pinto mine, 9,000 tonnes a year, is on schedule for the autumn."
    assert all(signal.modality == "expected" for signal in DETECTOR.detect(dated(text)).signals)
