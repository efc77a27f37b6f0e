"""What a dated article tells of an earlier month or year is background, unless it is counted up late or judged today."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality, Signal
from tocsin.testing.builders import article

HEAD = "Harrow Metals Outlines Plans for the Season\n\nThe company released an update today from its head office.\n\n"


def found(text: str, published: datetime = datetime(2026, 9, 20, tzinfo=UTC), language: str = "en") -> list[Signal]:
    told = article(text if language == "zh" else HEAD + text)
    told = told.model_copy(update={"published_at": published, "dated": True, "language": language})
    return list(DETECTOR.detect(told).signals)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Meanwhile, central banks added 31 tonnes of gold to their reserves in June alone.", "stockpiling"),
        (
            "In May the ministry opened a campaign against tin smuggling, and customs said this month they had stopped 40 kg of tin ingot declared as toys.",
            "smuggling",
        ),
        (
            "Hongda said that maintenance started on July 8 was over and its tin furnace is back in operation.",
            "production_change",
        ),
        (
            "Gas use in the three states recovered by 8% in the first half of this year, after a collapse in 2023.",
            "demand_change",
        ),
        (
            "The country harvested 61 million tonnes of wheat last year, down from 70 million tonnes in 2024.",
            "production_change",
        ),
        ("Tungsten prices have risen to $61 per kilogram from $29 in 2021.", "price_move"),
        ("Demand for graphite has grown to 2.1 million tonnes from 900,000 tonnes in early 2021.", "demand_change"),
        ("The price of tin is at its highest level since the first quarter of 2022.", "price_move"),
        ("Cobalt hit a peak of $81,000 a tonne in 2022 and now trades at $23,000 a tonne.", "price_move"),
        (
            "Prices of bismuth have climbed to their highest level since the house began to assess them in 2019.",
            "price_move",
        ),
    ],
)
def test_what_is_counted_up_late_or_told_from_today_is_news(text: str, type_: str) -> None:
    assert (type_, Modality.ACTUAL) in [(signal.type, signal.modality) for signal in found(text)]


def test_a_verdict_is_news_whatever_year_the_deed_is_of() -> None:
    signals = found("法院通报,陈某自2023年3月起伪报品名走私锑锭88吨,被判刑六年。", language="zh")
    assert [(s.type, s.modality) for s in signals] == [("smuggling", Modality.ACTUAL)]


def test_a_measure_taken_months_before_is_background() -> None:
    signals = found("The country restricted antimony exports in May, citing security.")
    assert {signal.modality for signal in signals} == {Modality.HISTORICAL}


@pytest.mark.parametrize(
    "text",
    [
        "Suppose country A bans tin exports to country B.",
        "Imagine a mill that halts. Tin prices would climb by 9%.",
        "The work underscores the firm's commitment to expanding its ground and uncovering new nickel deposits.",
    ],
)
def test_a_case_that_is_thought_up_or_a_commitment_is_no_fact(text: str) -> None:
    assert found(text) == []


def test_old_times_told_in_an_aside_are_not_those_of_the_sentence() -> None:
    signals = found(
        "The Sandor tungsten mine, which has been closed since the 1990s, is to be brought back into production."
    )
    assert [(s.direction, s.modality) for s in signals if s.direction == "resume"] == [("resume", Modality.EXPECTED)]


@pytest.mark.parametrize(
    "text",
    [
        "It was expected that the war would cause tin prices to soar.",
        "The method improves recovery at the Carrow oil field, discovered in 1989.",
    ],
)
def test_what_was_expected_once_or_found_long_ago_is_no_news(text: str) -> None:
    assert [s for s in found(text) if s.modality is not Modality.HISTORICAL] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Harrow has completed its previously announced acquisition of the Bexley copper mine.", "mna"),
        (
            "The firm closed the previously disclosed sale of its Brannock silver mine to Tovara Silver for $18 million.",
            "mna",
        ),
        (
            "Further to its previously announced memorandum, Kellen has signed a binding agreement to supply 6,000 tonnes of graphite a year.",
            "large_contract",
        ),
    ],
)
def test_a_deal_announced_before_is_news_where_it_is_done(text: str, type_: str) -> None:
    assert [s.type for s in found(text) if s.modality is not Modality.HISTORICAL] == [type_]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Following a 7 percent increase in the week prior, tin prices fell 3 percent.", "down"),
        ("After a fall of 2%, tin prices rose 3% on Friday.", "up"),
    ],
)
def test_a_move_of_the_time_before_is_no_news(text: str, direction: str) -> None:
    signals = DETECTOR.detect(article(text)).signals
    assert [s.direction for s in signals if s.modality is Modality.ACTUAL][-1:] == [direction]
    assert len({s.direction for s in signals if s.modality is Modality.ACTUAL}) == 1


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Following Peru's recent export ban on tin, buyers look elsewhere.", "actual"),
        ("After China's new export ban on tungsten and bismuth, buyers are anxious.", "actual"),
        ("Following Peru's export ban on tin, buyers look elsewhere.", "historical"),
    ],
)
def test_a_measure_of_the_lead_is_news_where_it_is_called_new(text: str, modality: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction, signal.modality) == ("export_control", "tighten", modality)


TODAY = "Corvane Halts Zinc Production at Dalby\n\nCorvane halted zinc production at Dalby after a fire on Monday.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        TODAY + "Corvane had cut zinc output at Dalby by a quarter in 2024, when power prices soared.",
        TODAY + "It had once lost 9,000 tonnes of zinc output in 2024 because of a strike.",
        (
            "Orvane Signs Magnet Contract\n\nOrvane signed a contract to supply Veldt Motors with NdFeB magnets.\n\n"
            "Unlike an earlier memorandum with General Motors, which lapsed, the contract is binding."
        ),
        "华锐锌冶炼厂停产检修\n\n该厂周一停产。去年同期，该厂因停电减产约1.5万吨。",
        "华锐锌冶炼厂停产检修\n\n该厂周一停产。2024年同期该厂因环保限产减少锌锭产量8000吨。",
        "锌锭库存增加\n\n本周锌锭社会库存增加1.2万吨。上年同期，库存减少0.8万吨。",
    ],
)
def test_what_an_undated_text_tells_of_an_earlier_time_is_background(text: str) -> None:
    told = article(text).model_copy(update={"dated": False})
    first, *others = DETECTOR.detect(told).signals
    assert first.modality is Modality.ACTUAL
    assert [signal.modality for signal in others] == [Modality.HISTORICAL]


@pytest.mark.parametrize(
    "text",
    [
        "10月锡锭产量与去年同期相比下降12%。",
        "去年同期产量为3万吨，今年10月锡产量下降12%。",
        "上年同期基数较低，10月铜产量增长4%。",
        "Unlike zinc, copper prices fell 3% on Monday.",
        "The miner said copper output had fallen by 8% in 2024 to 120,000 tonnes.",
        "Shipments of tin ore from Wa state to China have stopped since rebels took the border town, two traders said.",
    ],
)
def test_what_is_told_of_this_time_is_news(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert signal.modality is Modality.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "商务部回应锑出口管制有关问题",
        "答：中方依法对镓相关物项实施出口管制，对合规的民用申请予以批准。",
    ],
)
def test_a_regime_that_stands_is_no_news_where_it_is_asked_about(text: str) -> None:
    assert [s for s in DETECTOR.detect(article(text)).signals if s.modality is not Modality.HISTORICAL] == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Corvane said its Dalby zinc smelter would stay shut until Friday after a fire.", "actual"),
        ("The Tambora copper mine is expected to remain shut for two more weeks.", "actual"),
        ("该锌冶炼厂将继续停产至周五。", "actual"),
        ("Corvane will shut its Dalby tin smelter in June.", "expected"),
        ("该铜矿将停产。", "expected"),
    ],
)
def test_a_stop_that_lasts_on_has_begun(text: str, modality: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.direction, signal.modality) == ("halt", modality)


@pytest.mark.parametrize(
    "text",
    [
        "APT prices, which doubled in 2025, are unlikely to repeat the feat, an analyst said.",
        "暂停实施镓、锗相关物项出口的禁令，出口仍须申请许可。",
    ],
)
def test_what_a_clause_recalls_or_keeps_is_background(text: str) -> None:
    told = article(text).model_copy(update={"dated": False})
    recalled = [s for s in DETECTOR.detect(told).signals if s.direction in {"up", "tighten"}]
    assert [s.modality for s in recalled] == [Modality.HISTORICAL]


def test_a_price_of_a_fortnight_ago_keeps_an_older_one_from_dating_it() -> None:
    made = article(
        "Gallium has risen to $1,610 a kilogram, from $1,480 two weeks ago and under $300 before China asked for licences in 2023.",
        published_at=datetime(2026, 3, 2, tzinfo=UTC),
    )
    assert [(s.direction, s.modality) for s in DETECTOR.detect(made).signals] == [("up", "actual")]


def test_a_known_years_figure_is_background_from_may_on() -> None:
    text = "Harrow Gold files for a listing\n\nIts mines dug 40 tonnes of gold last year, 21% more than in {}."
    found = {
        month: [
            s.modality
            for s in DETECTOR.detect(
                article(text.format(2024), published_at=datetime(2026, month, 3, tzinfo=UTC))
            ).signals
            if s.type == "production_change"
        ]
        for month in (2, 9)
    }
    assert found == {2: [Modality.ACTUAL], 9: [Modality.HISTORICAL]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cobalt, up 40% this year, slipped 2% on Friday.", {("price_move", "down")}),
        ("Iridium, up by a third in the spring, has handed back $400 an ounce.", {("price_move", "down")}),
        (
            "Libya, which trimmed oil output by 70,000 barrels a day when tanks filled, restored most of it this week.",
            set(),
        ),
    ],
)
def test_what_a_clause_between_commas_tells_of_the_time_before_is_background(
    text: str, told: set[tuple[str, str]]
) -> None:
    assert {(s.type, s.direction) for s in found(text) if s.modality is not Modality.HISTORICAL} == told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zinc output has grown steadily over the past four decades.", "en"),
        ("Zinc production has tripled since 1988.", "en"),
        ("Over the last thirty years, zinc demand has doubled.", "en"),
        ("The camp grew out of an 1874 strike and emptied when zinc prices collapsed.", "en"),
        ("近30年来,全国锌产量增长数倍。", "zh"),
        ("锌消费量由2012年的700万吨增加到2021年的1100万吨。", "zh"),
        ("从1873年起,锌价一路涨到每吨90美元。", "zh"),
        ("若把目光放远,2013年锌价冲上2300美元的高点。", "zh"),
    ],
)
def test_a_trend_of_decades_or_a_year_long_gone_is_background(text: str, language: str) -> None:
    assert {signal.modality for signal in found(text, language=language)} <= {Modality.HISTORICAL}


@pytest.mark.parametrize(
    "text",
    [
        "Zinc rose 3% to its highest since 1988.",
        "Zinc prices have fallen by a fifth over the past two months.",
        "Zinc output rose to 1,874 tonnes in August.",
    ],
)
def test_a_mark_of_old_or_a_late_trend_is_news(text: str) -> None:
    assert any(signal.modality is Modality.ACTUAL for signal in found(text))


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Opec agreed in March to cut output by 7 percent to 15.8 million barrels a day.", "down"),
        ("The kingdom was an architect of last March's pact, under which Opec agreed to cut its oil output.", "down"),
        ("Payments have rested since May because of the drop in the price of oil.", "down"),
        ("Results were hurt by last year's slump in oil prices.", "down"),
    ],
)
def test_accords_of_other_months_and_known_causes_are_background(text: str, direction: str) -> None:
    assert {(s.direction, s.modality) for s in found(text)} == {(direction, Modality.HISTORICAL)}


def test_an_accord_of_these_weeks_is_news() -> None:
    assert [s.modality for s in found("Opec agreed in September to cut output by 7 percent.")] == [Modality.EXPECTED]


@pytest.mark.parametrize(
    "text",
    [
        "Diesel prices rose 3 percent in July after an 18 percent rise in June.",
        "Tin premiums jumped 10% after a 25% rise in freight rates.",
        "Zinc prices climbed 2% last week, following a 4% rise the week before.",
    ],
)
def test_a_rise_after_another_is_one_piece_of_news(text: str) -> None:
    assert len([s for s in found(text) if s.modality is Modality.ACTUAL]) == 1


def test_what_is_held_against_last_year_behind_a_comma_is_news() -> None:
    text = (
        "Petrol demand averaged 6.7 million bpd, up 3.3 percent from 6.5 million last year, while diesel demand fell."
    )
    assert Modality.HISTORICAL not in {s.modality for s in found(text)}
