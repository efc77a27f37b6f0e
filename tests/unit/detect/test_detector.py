"""What the detector promises whatever it reads."""

import unicodedata
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.detect.shipped import DETECTOR

from tocsin.detect import Detector
from tocsin.detect.findings.reparse import exceptions
from tocsin.detect.quantities.amounts import parse_amount
from tocsin.messages import Article, Modality, Signal
from tocsin.messages.fingerprint import similarity
from tocsin.rules import load_rules
from tocsin.rules.fold import fold

MOMENT = datetime(2025, 7, 14, 8, tzinfo=UTC)


@pytest.fixture
def detector() -> Detector:
    return DETECTOR


def article(text: str, title: str | None = None) -> Article:
    return Article(
        article_id="a" * 26,
        source="test",
        id="1",
        text=text,
        title=title,
        published_at=MOMENT,
        ingested_at=MOMENT,
        language="en",
    )


def signals(detector: Detector, text: str) -> tuple[Signal, ...]:
    return detector.detect(article(text)).signals


def test_price_rise_carries_its_change_and_level(detector: Detector) -> None:
    (signal,) = signals(detector, "Zinc prices rose 2.4% to $2,950 a tonne on Monday.")
    assert (signal.type, signal.direction, signal.commodities) == ("price_move", "up", ("zinc",))
    assert signal.magnitudes.change is not None
    assert signal.magnitudes.change.low == Decimal("2.4")
    assert signal.magnitudes.level is not None
    assert (signal.magnitudes.level.low, signal.magnitudes.level.unit) == (Decimal(2950), "USD/t")


@pytest.mark.parametrize(
    "text",
    [
        "Bismuth output fell 4.4% in May, a survey of 23 smelters shows.",
        "Bismuth output fell 4.4% in May; 23 smelters were surveyed, and a poll of 12 producers agreed.",
        "据调研23家冶炼厂，5月铋产量下降4.4%。",
    ],
)
def test_how_many_were_asked_is_no_figure_of_the_fact(detector: Detector, text: str) -> None:
    (signal,) = signals(detector, text)
    assert signal.magnitudes.count is None
    assert signal.magnitudes.change is not None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Laos plans 7 percent export duty on potash from March", Modality.EXPECTED),
        ("Corvane Zinc plans output cut at its Oster zinc smelter", Modality.EXPECTED),
        ("Malaysia mulls 12% export tax on bauxite", Modality.POSSIBLE),
        ("Japan considers ban on gallium exports", Modality.POSSIBLE),
        ("Laos has imposed a 7 percent export duty on potash.", Modality.ACTUAL),
        ("Japan imposed a ban on gallium exports that upset the plans of buyers.", Modality.ACTUAL),
    ],
)
def test_the_object_of_a_verb_of_planning_is_to_come(detector: Detector, text: str, modality: Modality) -> None:
    (signal,) = signals(detector, text)
    assert signal.modality is modality


def test_a_measure_that_set_off_an_earlier_fall_is_background(detector: Detector) -> None:
    text = "Tin rallied on Tuesday. The drop in prices a week ago was triggered by new U.S. tariffs on tin imports."
    (measure,) = [signal for signal in signals(detector, text) if signal.type == "export_control"]
    assert measure.modality is Modality.HISTORICAL


def test_denied_cut_is_marked_denied(detector: Detector) -> None:
    (signal,) = signals(detector, "Codelco denied plans to cut copper output.")
    assert signal.modality is Modality.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "\ud800",
        "价",
        "." * 5000,
        "涨" * 3000,
        "铜价上涨" * 3000,
        "copper prices rose and zinc output fell while " * 300,
        "(" * 2000 + "zinc rose 2%" + ")" * 2000,
        "".join(f"Copper rose {n / 100}%. " for n in range(2000)),
        "e" + "\u0301" * 5000,
    ],
)
def test_any_string_gives_findings(detector: Detector, text: str) -> None:
    assert detector.detect(article(text)).article_id == "a" * 26


STORIES = [
    "Copper prices rose 2.5% to $9,800 a ton.",
    "Chile's copper output fell 3.1% in May.",
    "China banned exports of gallium.",
    "锑价上涨3.2%，至15.8万元/吨。",
    "3月铜产量同比下降4.2%。",
    "印尼宣布禁止铝土矿出口。",
]
TRADITIONAL = str.maketrans("价涨产吨锑铜铝对禁", "價漲產噸銻銅鋁對禁")
FULL_WIDTH = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F) if not chr(c).isspace()})


def told(found: tuple[Signal, ...]) -> list[tuple[object, ...]]:
    return [
        (s.type, s.direction, s.commodities, s.countries, s.modality, s.measure, s.magnitude and s.magnitude.value)
        for s in found
    ]


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*STORIES, " ", "\n\n", "not ", "预计", "é"]), max_size=6).map("".join)
)
@settings(deadline=None, max_examples=150)
def test_every_offset_quotes_the_stored_text(text: str) -> None:
    for signal in signals(DETECTOR, text):
        places = [(e.text, e.start, e.end) for e in (signal.evidence, *signal.also)]
        assert all(text[start:end] == quoted for quoted, start, end in places)
        spans = [span for group in signal.spans.values() for span in group]
        spans += [span for pair in signal.magnitudes.items() for span in pair[1].span]
        spans += [actor.span for actor in signal.actors]
        assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("story", STORIES)
def test_the_form_of_the_characters_changes_no_signal(story: str) -> None:
    expected = told(signals(DETECTOR, story))
    assert expected
    assert told(signals(DETECTOR, unicodedata.normalize("NFD", story))) == expected
    assert told(signals(DETECTOR, story.translate(TRADITIONAL))) == expected
    assert told(signals(DETECTOR, story.translate(FULL_WIDTH))) == expected


OTHER_MATTERS = [
    "The city orchestra plays two concerts in the park on Saturday, and children pay nothing.",
    "Chess players from nine towns met in the library; the youngest of them was eleven years old.",
    "市交响乐团周六在公园演出两场，儿童免费入场。",
    "九个城市的棋手在图书馆相聚，年纪最小的只有十一岁。",
]


@given(
    st.lists(st.sampled_from(STORIES), min_size=2, max_size=5, unique=True),
    st.integers(1, 4),
    st.sampled_from(OTHER_MATTERS),
)
@settings(deadline=None, max_examples=60)
def test_a_paragraph_about_something_else_changes_no_signal(stories: list[str], place: int, other: str) -> None:
    longer = [*stories[:place], other, *stories[place:]]
    assert told(signals(DETECTOR, "\n\n".join(longer))) == told(signals(DETECTOR, "\n\n".join(stories)))


@pytest.mark.parametrize("story", STORIES)
def test_parsing_an_amount_again_gives_the_amount(story: str) -> None:
    for signal in signals(DETECTOR, story):
        for magnitude in dict(signal.magnitudes.items()).values():
            text = "".join(story[a:b] for a, b in magnitude.span)
            amount = parse_amount(fold(text).low)
            assert amount is not None
            assert (amount.low, amount.unit) == (magnitude.low, magnitude.unit)


def test_negated_rise_is_no_signal() -> None:
    assert signals(DETECTOR, "Tungsten prices did not rise on Monday.") == ()


def test_ban_named_as_background_is_historical() -> None:
    text = "Buyers look elsewhere.\nThe plant is small.\nIt opened in May.\nPrices are stable.\nFollowing China's export ban on germanium, traders waited."
    found = [s for s in signals(DETECTOR, text) if s.type == "export_control"]
    assert [s.modality for s in found] == [Modality.HISTORICAL]


def test_a_stop_dated_to_last_years_month_is_historical() -> None:
    text = "Tin rose 2% on Friday.\nSupply has been short since Brackmoor Tin suspended production of tin concentrate at Skell last March."
    found = [s for s in signals(DETECTOR, text) if s.direction == "halt"]
    assert [s.modality for s in found] == [Modality.HISTORICAL]


def test_the_same_fact_told_twice_is_one_signal_with_both_places() -> None:
    (signal,) = signals(DETECTOR, "Cobalt prices rose 4%.\n\nIn London trading, cobalt prices rose 4% on Friday.")
    assert len(signal.also) == 1


BESIDE = "Crude stocks in the Gulf fell 2%.\n\nGasoline stocks rose."


def test_a_headline_without_a_number_may_call_the_goods_by_their_family(detector: Detector) -> None:
    story = (
        "Ridgemont Terminates Graphite Offtake\n\n"
        "Ridgemont Motors has terminated the offtake agreement for 8,000 tonnes a year of anode material."
    )
    (signal,) = signals(detector, story)
    assert (signal.type, signal.direction) == ("large_contract", "terminate")
    assert "graphite" in signal.commodities
    assert signal.magnitudes.quantity is not None


def test_the_change_of_the_headline_told_again_is_one_signal_though_the_cause_has_a_name(detector: Detector) -> None:
    story = (
        "Tin jumps 7.2% in a week as United Wa State Army keeps mines shut\n\n"
        "Tin prices on the London Metal Exchange climbed 7.2% last week to $33,150 a tonne, traders said."
    )
    (signal,) = signals(detector, story)
    assert signal.magnitudes.level is not None


def test_secondary_goods_raise_nothing_below_a_headline_about_others_without_a_number() -> None:
    told = BESIDE.replace("rose.", "rose by 310,000 barrels.")
    assert [s.commodities for s in signals(DETECTOR, BESIDE)] == [("crude_oil",)]
    assert [s.commodities for s in signals(DETECTOR, told)] == [("crude_oil",), ("gasoline",)]
    assert [s.commodities for s in signals(DETECTOR, "Gasoline stocks rose by 310,000 barrels.")] == [("gasoline",)]


def test_finished_goods_count_where_a_cause_or_an_effect_is_told() -> None:
    assert [s.commodities for s in signals(DETECTOR, "受购置税优惠退出影响，6月商用车销量下降9%。")] == [("vehicles",)]
    assert not signals(DETECTOR, "6月商用车销量下降9%，前五家车企排名不变。")


def test_a_file_of_the_users_own_makes_secondary_goods_count(tmp_path: Path) -> None:
    path = tmp_path / "my-commodities.yml"
    path.write_text("- {id: gasoline, secondary: false}\n", encoding="utf-8")
    found = signals(Detector(load_rules([path])), BESIDE)
    assert [s.commodities for s in found] == [("crude_oil",), ("gasoline",)]


def test_commodities_map_to_markets() -> None:
    detector = Detector(load_rules(), {"crude_oil": "energy"})
    item = article("Brent crude prices rose 2%.")
    assert detector.detect(item).signals == ()
    assert len(detector.detect(item, "energy").signals) == 1


def test_explanation_tells_why_a_candidate_was_dropped() -> None:
    explanation = DETECTOR.explain(article("Toy prices rose 4%."))
    outcomes = [step.outcome for sentence in explanation.sentences for step in sentence.steps]
    assert outcomes
    assert all(outcome.startswith("dropped") for outcome in outcomes)


def test_explanation_names_countries_and_places_as_what_they_are() -> None:
    story = "Copper output at Escondida in Chile rose by 10% in 2025."
    (sentence,) = DETECTOR.explain(article(story)).sentences
    assert {"place:escondida", "country:chile"} <= set(sentence.matched)
    assert "country:escondida" not in sentence.matched
    bound = sentence.steps[-1].bound
    assert "country Chile CL ('chile')" in bound
    assert [slot for slot in bound if "escondida" in slot] == ["place Escondida ('escondida')"]


def test_explanation_tells_what_was_bound_and_what_became_one_signal(detector: Detector) -> None:
    story = "Tin climbs 7.2%\n\nTin prices on the London Metal Exchange climbed 7.2% to $33,150 a tonne on Monday."
    first, second = [step for sentence in detector.explain(article(story)).sentences for step in sentence.steps]
    assert "change 7.2 percent ('7.2%')" in first.bound
    assert "level 33,150 USD/t ('$33,150 a tonne')" in second.bound
    assert "body lme ('london metal exchange')" in second.bound
    assert [step.outcome.endswith("one signal with that sentence") for step in (first, second)] == [False, True]


def test_explanation_counts_words_that_stand_often(detector: Detector) -> None:
    (sentence,) = detector.explain(article("The mine beside the mine is a mine of zinc.")).sentences
    assert "part:mine ×3" in sentence.matched


def test_fingerprints_of_copies_are_near_and_of_others_far() -> None:
    base = "Copper prices rose 4%. " + " ".join(f"word{n} says thing{n * 7 % 31}" for n in range(80))
    one, copy, other = (
        DETECTOR.detect(article(t)).fingerprint for t in (base, base + " Reuters", "Zinc output fell 4% in May.")
    )
    assert similarity(one, copy) > 0.8
    assert similarity(one, other) < 0.3


def test_an_article_without_signals_has_no_fingerprint() -> None:
    assert DETECTOR.detect(article("Copper is a metal.")).fingerprint == ""


@pytest.mark.parametrize(
    "story", [*STORIES, "In May 2025 zinc stocks in Hunan fell 4% from a month earlier.", "沪铜2507合约周一下跌1.2%。"]
)
def test_every_span_read_alone_gives_its_value(story: str) -> None:
    found = signals(DETECTOR, story)
    assert found
    assert [fault for signal in found for fault in exceptions(signal, story, DETECTOR.rules)] == []


def test_period_contract_and_place_are_told() -> None:
    (stocks,) = signals(DETECTOR, "In May 2025 zinc inventories in Hunan fell 4% from a month earlier.")
    assert (stocks.period, stocks.place) == ("2025-05 MoM", "hunan")
    (price,) = signals(DETECTOR, "沪铜2507合约下跌1.2%。")
    assert price.contract == "2025-07"


def test_what_the_headline_tells_too_weighs_more() -> None:
    body = "\n\nBuyers waited.\n\nThe week was calm.\n\nZinc stocks in the port fell 6% to 3,100 tonnes."
    (told,) = signals(DETECTOR, f"Traders were calm about zinc.{body}")
    (retold,) = signals(DETECTOR, f"Zinc stocks fall 6%.{body}")
    assert retold.relevance > told.relevance


def test_a_later_item_of_a_list_weighs_as_much_as_an_earlier_one() -> None:
    notes = [f"{mark}Smelters in the north said little about ore." for mark in ("- ", "- ", "- ", "- ", "- ", "- ")]
    last = "The tin price rose 3% to $31,200 a tonne."
    (listed,) = signals(DETECTOR, "\n".join(["Metals in brief", *notes, f"- {last}"]))
    (told,) = signals(DETECTOR, "\n".join(["Metals in brief", *(note[2:] for note in notes), last]))
    (early,) = signals(DETECTOR, "\n".join(["Metals in brief", *notes[:3], f"- {last}"]))
    assert listed.relevance > told.relevance
    assert abs(early.relevance - listed.relevance) <= 5


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (  # the goods of a named place of work are those of the text
            "Averil Copper halts its plant in Varna\n\nThe firm digs copper.\n\nMining at the Lone Hill mine was suspended too.",
            ("production_change", "halt", ("copper",)),
        ),
        (  # what stands at the end of a month says nothing of the goods
            "Palm oil stocks seen higher\n\nEnd-May stocks rose 4.4% to 1.96 million tons.",
            ("inventory_change", "up", ("palm_oil",)),
        ),
        (  # a group with a capital is a name
            "Corrib signs an offtake term sheet\n\nCorrib Critical Minerals Ltd has signed an offtake agreement for 900 tonnes of NdPr oxide.",
            ("large_contract", "offtake", ("ndpr",)),
        ),
        (  # place and time part no change from its subject
            "Averil tells results\n\nAveril reported gold production of 31,200 ounces at its Kelso mine in Ontario, Canada, marking a 12% increase.",
            ("production_change", "up", ("gold",)),
        ),
    ],
)
def test_goods_that_a_sentence_leaves_unsaid_are_those_of_the_text(
    story: str, told: tuple[str, str, tuple[str, ...]], detector: Detector
) -> None:
    assert told in [(s.type, s.direction, s.commodities) for s in signals(detector, story)]


def test_a_duty_in_money_is_the_level_of_its_measure_but_what_goods_cost_is_none(detector: Detector) -> None:
    (duty,) = signals(detector, "The export duty on barley was raised to 1,090 roubles a tonne.")
    assert duty.magnitudes.level is not None
    assert duty.magnitudes.level.unit == "RUB/t"
    (ban, *_) = signals(detector, "Peru banned exports of indium, which costs $310 a kilogram.")
    assert ban.magnitudes.level is None


def test_what_a_change_is_measured_by_is_no_change(detector: Detector) -> None:
    text = "Crude inventories climbed by 5.1 million barrels, a bigger rise than the 1.7 million-barrel build analysts had forecast."
    (signal,) = signals(detector, text)
    assert signal.magnitudes.change_by is not None
    assert signal.magnitudes.change_by.low == Decimal(5_100_000)


def test_a_frame_tells_of_the_texts_goods_where_its_sentence_counts_them_and_leaves_them_unsaid(
    detector: Detector,
) -> None:
    head = "Corvane Lithium reports on its Marlow project\n\nThe firm digs for lithium.\n\n"
    counted = "First concentrate from the Marlow works, of 40,000 tonnes a year, is expected in May."
    uncounted = "Works contracts were awarded to two builders."
    assert [(s.type, s.commodities) for s in signals(detector, head + counted)] == [("supply_source", ("lithium",))]
    assert not signals(detector, head + uncounted)


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (
            "Uranium miners met in June.\n\nThen, in spring, the firm restarted its in-situ wells near Moab.",
            ("production_change", "resume", "uranium", None),
        ),
        (
            (
                "Corvane Uranium reports its quarter\n\nThe firm makes uranium in Wyoming.\n\n"
                "The mill recovered 84,000 pounds in April, compared with 52,000 pounds in March."
            ),
            ("production_change", "up", "uranium", 84000),
        ),
        (
            "Zinc, which galvanisers need, moved in the opposite direction and gained $40 to $2,910 a tonne.",
            ("price_move", "up", "zinc", 40),
        ),
        (
            "Peruvian zinc in the system went down by 1,300 tonnes to 9,200 tonnes.",
            ("inventory_change", "down", "zinc", 1300),
        ),
        (
            "Prices of bismuth\n\nBismuth 4N in Hunan: 81,000 yuan/t, +2%.",
            ("price_move", "up", "bismuth", 2),
        ),
        (
            "The works wants $18 million of coke and has signed for 30 tons of tellurium with Bolt's smelter.",
            ("large_contract", "purchase", "tellurium", 30),
        ),
        (
            "Corvane starts its helium plant\n\nThe plant makes helium.\n\nWhat the wells yield is committed under take-or-pay contracts.",
            ("large_contract", "offtake", "helium", None),
        ),
    ],
)
def test_what_a_report_says_in_other_words_is_told_with_its_own_number(
    story: str, told: tuple[str, str, str, int | None], detector: Detector
) -> None:
    found = [
        (s.type, s.direction, s.commodities[0], s.magnitude and int(s.magnitude.value))
        for s in signals(detector, story)
    ]
    assert told in found


def test_one_contract_that_two_rules_see_in_a_sentence_is_one_signal(detector: Detector) -> None:
    told = signals(detector, "Corvane announced the signing of agreements to supply methanol worth $210 million.")
    assert [s.type for s in told] == ["large_contract"]


def test_a_group_takes_up_the_row_of_goods_just_named(detector: Detector) -> None:
    story = (
        "Kabul acts at its borders\n\nTin, bismuth and indium need permits.\n\n"
        "Kabul cracks down on smuggling of critical minerals."
    )
    told = [s for s in signals(detector, story) if s.type == "export_control"]
    assert ("tin", "bismuth", "indium") in [s.commodities for s in told]


def test_a_participle_of_a_row_is_that_of_its_own_noun(detector: Detector) -> None:
    told = signals(detector, "Zinc is dear on account of halved production and increased demand.")
    assert ("production_change", "up") not in [(s.type, s.direction) for s in told]


def test_a_deal_that_is_closed_stops_no_works(detector: Detector) -> None:
    told = signals(detector, "Corvane Tin closes the purchase of the Penrith Mine in Wales")
    assert [(s.type, s.direction) for s in told] == [("mna", "acquire")]


def test_the_change_of_exports_is_their_main_number(detector: Detector) -> None:
    (told,) = signals(detector, "Peru shipped 21,400 tonnes of bismuth abroad, 18% less than in 2025.")
    assert told.magnitude is not None
    assert (told.magnitude.kind, str(told.magnitude.value)) == ("change", "18")


def test_explanation_tells_where_goods_are_named_and_which_part_a_firm_has(detector: Detector) -> None:
    story = "Cobalt slides\n\nPrices fell 4% on Monday.\n\nGlencore terminated its cobalt supply contract with SK On."
    _, price, deal = [step for sentence in detector.explain(article(story)).sentences for step in sentence.steps]
    assert "goods cobalt ('cobalt', named at 0)" in price.bound
    assert "goods cobalt ('cobalt')" in deal.bound
    assert "company sk_on ('sk on', buyer)" in deal.bound


def test_an_item_of_a_list_tells_its_measure_as_a_headline_does() -> None:
    items = "1. LME铜库存增加2,500吨。\n2. 镍价上涨1.2%。\n3. 锡价持平。\n4. 印尼拟限制铝土矿出口。"
    signals = DETECTOR.detect(article(f"【早报】有色金属\n{items}")).signals
    assert [s.modality.value for s in signals if s.type == "export_control"] == ["expected"]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (
            "India imported 2 million tonnes of chickpeas and soybeans. Vegetable oil imports fell 9% to 1.1 million tonnes.",
            "vegetable_oils",
        ),
        ("Palm oil demand rose in India. Vegetable oil imports fell 9% to 1.1 million tonnes.", "palm_oil"),
    ],
)
def test_a_group_means_only_goods_of_its_kind(text: str, goods: str) -> None:
    signals = [s for s in DETECTOR.detect(article(text)).signals if s.direction == "down"]

    assert [list(s.commodities) for s in signals] == [[goods]]
