"""Stand-ins: pronouns and words such as the metal mean what the text has just spoken of."""

import pytest
from tests.unit.detect.shipped import told


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("LME nickel in focus\nIt settled 1.9% lower at $15,210 a tonne.", "down"),
        ("LME nickel in focus\nIt was last at $15,640 a tonne, up 0.7%.", "up"),
        ("LME nickel in focus\nBy midday in London it was 0.4% higher at $15,700 a tonne.", "up"),
        ("LME nickel in focus\nThe contract ended down $130 at $15,210.", "down"),
        ("LME nickel in focus\nThree-month metal advanced 0.9 percent to $15,640 a tonne.", "up"),
        ("LME nickel in focus\nPrices of the metal have shed 7% since May.", "down"),
    ],
)
def test_a_stand_in_means_the_goods_of_the_headline(text: str, direction: str) -> None:
    assert told(text) == [("price_move", direction, ("nickel",))]


@pytest.mark.parametrize(
    "text",
    [
        "Nickel deals settled\nBuyers agreed to pay nickel premiums of $182 a tonne for May. That is 12% more than in April.",
        "Nickel deals settled\nThe nickel premium for May was put at $182 a tonne. The settlement represents a rise of $11 a tonne.",
        "Nickel deals settled\nBuyers paid $15,100 a tonne for nickel in May. This was $300 more than a month earlier.",
    ],
)
def test_that_means_the_price_of_the_sentence_before(text: str) -> None:
    assert told(text) == [("price_move", "up", ("nickel",))]


@pytest.mark.parametrize(
    ("text", "direction", "goods"),
    [
        ("Silver futures outdid gold with a jump of 2.9%.", "up", "silver"),
        ("Nickel on the LME brought up the rear with a loss of 1.4%.", "down", "nickel"),
        ("The biggest winner on the LME was tin, which put on 1.8 percent.", "up", "tin"),
        ("Zinc on the LME resisted the trend and crept 0.2% higher.", "up", "zinc"),
        ("LME zinc closed at $2,655, some 0.9% above Thursday's close.", "up", "zinc"),
        ("A year ago germanium cost $1,700 a kilogram, now it sells at $2,600 a kilogram.", "up", "germanium"),
        ("Thai rice is being offered at $405 a tonne, after $391 last week.", "up", "rice"),
        ("Coking coal fetched $186 a tonne, while sellers had asked $192.", "down", "coking_coal"),
        ("Germanium sells for a quarter more than in May.", "up", "germanium"),
        ("Raw sugar futures, at 17.6 cents a pound, were 2% down.", "down", "sugar"),
        ("The best metal on the LME was tin: it gained 3.1%.", "up", "tin"),
        ("LME zinc in focus\nThe price of the metal reached $2,655 a tonne, the most since May.", "up", "zinc"),
    ],
)
def test_a_move_is_told_by_its_noun_a_clause_or_an_earlier_price(text: str, direction: str, goods: str) -> None:
    assert ("price_move", direction, (goods,)) in told(text)


def test_a_pronoun_means_what_the_sentence_before_says_has_moved() -> None:
    text = "LME update\nZinc stocks rose to 81,000 tonnes. They had fallen 3% in June."
    assert told(text)[0] == ("inventory_change", "up", ("zinc",))
    assert all(kind == "inventory_change" for kind, _, _ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nickel miner Harl reports\nIt sold 900 tonnes at $15,210 a tonne and raised $40 million.",
        "Nickel miner Harl reports\nIt employs 300 people, up from 250.",
        "Nickel miner Harl reports\nIt won approval for its dam.",
    ],
)
def test_a_pronoun_that_means_a_firm_tells_no_price(text: str) -> None:
    assert [kind for kind, _, _ in told(text) if kind == "price_move"] == []


@pytest.mark.parametrize(
    ("text", "direction", "goods"),
    [
        ("Tin on the LME defied the trend and added 0.9%.", "up", "tin"),
        ("Zinc on the LME underperformed and shed 0.5 percent.", "down", "zinc"),
        ("The metals woke up late, with zinc notching a 1.1 percent gain to $2,640 a tonne.", "up", "zinc"),
        ("Gallium has gone from $410 to $455 a kilogram since April.", "up", "gallium"),
        ("Ferrosilicon was offered at $1,210 a tonne, a week earlier sellers had asked $1,180.", "up", "ferrosilicon"),
        ("Alumina did not move this week and stayed at $344 a tonne.", "flat", "alumina"),
    ],
)
def test_a_move_is_found_behind_other_verbs_and_by_two_dates(text: str, direction: str, goods: str) -> None:
    assert ("price_move", direction, (goods,)) in told(text)


@pytest.mark.parametrize(
    ("text", "type_", "direction", "commodity"),
    [
        ("铋锭库存820吨；过去一周减少35吨，过去一个月减少90吨。", "inventory_change", "down", "bismuth"),
        ("锑精矿产量3100吨；1—5月累计增长4.2%。", "production_change", "up", "antimony"),
        ("5月进口锡精矿8200吨；前5个月累计下降12%。", "demand_change", "down", "tin_concentrate"),
        ("沪锡收报26.4万元，涨0.3%；本周累计下跌1.8%。", "price_move", "down", "tin"),
    ],
)
def test_a_span_alone_tells_what_the_part_before_spoke_of(
    text: str, type_: str, direction: str, commodity: str
) -> None:
    found = [(kind, way, goods[:1]) for kind, way, goods in told(text)]
    assert (type_, direction, (commodity,)) in found


def test_a_span_after_another_paragraph_stands_for_nothing() -> None:
    assert told("铋锭库存820吨。\n\n过去一周减少35吨。") == []


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        (
            "Zinc stocks were 37,000 tonnes on Friday. This represents a net increase of 410 tonnes.",
            "inventory_change",
            "up",
        ),
        ("Zinc stocks stand at 37,000 tonnes. They are down 410 tonnes from Monday.", "inventory_change", "down"),
        ("Zinc output was 37,000 tonnes in May. That is 7% less than a year ago.", "production_change", "down"),
    ],
)
def test_this_means_the_quantity_that_the_sentence_before_told(text: str, kind: str, direction: str) -> None:
    assert told(text) == [(kind, direction, ("zinc",))]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Silver slid on Monday, but the white metal regained its footing on Friday.", "silver"),
        ("Copper sold off early in the week, while the red metal rose 2% on Thursday.", "copper"),
        ("Platinum faced selling pressure, but the precious metal regained traction on Friday.", "platinum"),
    ],
)
def test_a_later_clause_describes_the_goods_of_the_first(text: str, goods: str) -> None:
    assert told(text) == [("price_move", "down", (goods,)), ("price_move", "up", (goods,))]


def test_a_metal_of_another_colour_is_other_goods() -> None:
    assert told("Silver slid on Monday, but the red metal regained its footing on Friday.") == [
        ("price_move", "down", ("silver",)),
        ("price_move", "up", ("copper",)),
    ]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Zinc fell on Monday. It regained ground on Thursday.", ["down", "up"]),
        ("Zinc prices fell on Monday. They then rebounded late Thursday.", ["down", "up"]),
        ("Zinc fell on Monday. The metal regained ground on Thursday.", ["down", "up"]),
        ("Zinc fell on Monday. The metal is used to coat steel.", ["down"]),
        ("Zinc fell on Monday. It held its meeting on Thursday.", ["down"]),
    ],
)
def test_a_day_pins_what_a_price_did_next(text: str, ways: list[str]) -> None:
    assert [way for _, way, _ in told(text)] == ways


def test_works_that_stop_are_taken_up_by_a_pronoun() -> None:
    assert told("The Harrow smelter makes a tenth of the zinc. It was idled on Monday after a fire.") == [
        ("production_change", "halt", ("zinc",))
    ]
    assert told("The Harrow mine is the largest source of zinc. It opened in 1977.") == []
