"""What reporters of minor metals write: marks and earlier assessments, runs that go on or end, leave that is waited for, other markets."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def told(text: str) -> list[tuple[str, str, str, str, str | None]]:
    """Return type, direction, goods, modality and main number of what a text tells."""
    return [
        (
            s.type,
            s.direction,
            ",".join(s.commodities),
            s.modality.value,
            f"{s.magnitude.value.normalize():f} {s.magnitude.unit}" if s.magnitude else None,
        )
        for s in DETECTOR.detect(article(text)).signals
    ]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("TIN MONTHLY REVIEW - MAY: Prices extend losses", ("price_move", "down", "tin", "actual", None)),
        ("BISMUTH REPORT, MAY: Prices edge higher on thin stocks", ("price_move", "up", "bismuth", "actual", None)),
        (
            "The bismuth price has slid steadily since peaking at $14-15 per lb in March.",
            ("price_move", "down", "bismuth", "actual", None),
        ),
        (
            "The selenium price rose to $21/lb, its highest since hitting a record $23/lb in 2018.",
            ("price_move", "up", "selenium", "actual", "21 USD/lb"),
        ),
        (
            "Prices for molybdenum oxide climbed to $24-24.50/lb today, a gain of 40 cents/lb from the 3 June assessment of $23.60-24.10/lb.",
            ("price_move", "up", "molybdenum", "actual", "0.4 USD/lb"),
        ),
        (
            "Tin fell to $31,200/t on Friday, a decrease of $300/t from the previous assessment of $31,500/t.",
            ("price_move", "down", "tin", "actual", "300 USD/t"),
        ),
        ("Cobalt price rout accelerates", ("price_move", "down", "cobalt", "actual", None)),
        ("Chrome ore price rally falters", ("price_move", "down", "chrome_ore", "actual", None)),
        ("Vanadium price rally runs out of steam", ("price_move", "down", "vanadium", "actual", None)),
        (
            "The price of spodumene shed approximately $US240 a tonne in nine weeks.",
            ("price_move", "down", "spodumene", "actual", "240 USD/t"),
        ),
        ("The tin price shed roughly 3%.", ("price_move", "down", "tin", "actual", "3 percent")),
        ("Nickel was off almost $US400 a tonne.", ("price_move", "down", "nickel", "actual", "400 USD/t")),
        (
            "Prices of two rare earths used to make strong magnets have rallied on firm demand.",
            ("price_move", "up", "rare_earths", "actual", None),
        ),
        (
            "Antimony, a metal used in lead-acid batteries, rose 3%.",
            ("price_move", "up", "antimony", "actual", "3 percent"),
        ),
        (
            "Manganese ore prices slid after large buyers wrapped up purchasing.",
            ("price_move", "down", "manganese_ore", "actual", None),
        ),
        (
            "The firm trimmed production plans for its new lithium mine during its ramp-up.",
            ("production_change", "down", "lithium", "expected", None),
        ),
        (
            "It would cease mining at its lithium mine and process 150,000 tonnes of stockpiled ore instead, the miner said.",
            ("production_change", "halt", "lithium", "expected", None),
        ),
        (
            "Ferrosilicon output eased, but stockpiling by steel mills has largely concluded.",
            ("production_change", "down", "ferrosilicon", "actual", None),
        ),
        (
            "Traders are braced for a drop in gallium supply.",
            ("production_change", "down", "gallium", "expected", None),
        ),
        (
            "Export restrictions for graphite were imposed in China almost one year ago.",
            ("export_control", "tighten", "graphite", "historical", None),
        ),
        (
            "India raised the gold import duty to 15% from 10% a year ago.",
            ("export_control", "tighten", "gold", "actual", "15 percent"),
        ),
    ],
)
def test_a_note_tells_this_and_nothing_else(text: str, fact: tuple[str, str, str, str, str | None]) -> None:
    assert told(text) == [fact]


@pytest.mark.parametrize(
    "sentence",
    [
        "One reason may be the long lead times from application to the granting of licences for exports of germanium.",
        "The granting of export licences for germanium takes 60 days.",
        "Traders wait for the issuing of export licences for germanium.",
        "Obtaining export licences for germanium takes about two months.",
        "The smelter's bid price for germanium is lower than the spot market.",
        "Their germanium offer price is higher than the import price.",
        "Germanium prices in Europe are higher than those in China.",
        "In response, the president announced a 50 per cent tariff on Chinese imports.",
    ],
)
def test_what_is_no_news_of_the_goods_is_silent(sentence: str) -> None:
    assert told("Germanium market in brief\n\n" + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("The ministry announced the granting of export licences for germanium to two firms.", "ease"),
        ("China granted export licences for germanium to two traders.", "ease"),
        ("Exporters of germanium must now apply for export licences, which takes about two months.", "tighten"),
    ],
)
def test_leave_that_is_given_or_newly_asked_for_is_news(sentence: str, direction: str) -> None:
    facts = told("Germanium market in brief\n\n" + sentence)
    assert [fact[:3] for fact in facts] == [("export_control", direction, "germanium")]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Laos held a meeting on licences as the region inches closer to the resumption of tin mining.",
            ("production_change", "resume", "tin", "expected", None),
        ),
        (
            "The work will go on until mid-2026, culminating in tests and the restart of antimony production.",
            ("production_change", "resume", "antimony", "expected", None),
        ),
        (
            "Nickel prices have hovered around the $14-16,000/t mark for several months.",
            ("price_move", "flat", "nickel", "actual", "14000 USD/t"),
        ),
        (
            "Harrow will acquire the Bellan antimony mine from collapsed Dunmore Resources.",
            ("mna", "acquire", "antimony", "expected", None),
        ),
        (
            "Harrow is to use the site of Dunmore, which was in the process of restarting antimony production before it entered administration.",
            ("production_change", "resume", "antimony", "historical", None),
        ),
        (
            "Drilling was halted and the antimony mine was put back on care and maintenance.",
            ("production_change", "halt", "antimony", "actual", None),
        ),
    ],
)
def test_what_is_on_its_way_or_over(text: str, fact: tuple[str, str, str, str, str | None]) -> None:
    assert told(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Partial resumption of mining in Kachin, excluding tin",
        "Export of steel saw a 142 per cent jump in May, at 0.7 million tonnes.",
        "Domestic nickel ore supply is lower than demand, which reached 200 million tons a year.",
        "Copper supply is lower than demand, the minister said.",
    ],
)
def test_goods_left_out_and_figures_held_against_others_tell_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "PRICING NOTICE: Increase in frequency of tin price assessments to daily\n\nThe house will increase the frequency of its price assessments for tin to daily from Monday.",
        "Tin house at work\n\nA shortage of tin forced some automakers to halt production.",
        "Vanadium sellers turn buyers\n\nDuring a long period of relatively lower prices, the vanadium market stood apart.",
        "Oil deal\n\nThe goal is to run down the world's stocks, balance supply and in the end raise oil prices.",
        "Tin notes\n\nIt did not know when operations at the tin smelter might resume.",
        "Vanadium sellers turn buyers\n\nUnwilling to miss out on higher prices at home, makers of ferro-vanadium bought in Europe.",
    ],
)
def test_what_is_by_the_way_is_silent(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Customs reported that the country exported 3,100 tons of tungsten in June, a 15% drop from May.",
            ("supply_source", "loss", "tungsten", "actual", "15 percent"),
        ),
        (
            "The first tungsten ore mining quota of the year was set at 58,000 tons, a 6.5% decrease from the year before.",
            ("production_change", "down", "tungsten_concentrate", "actual", "6.5 percent"),
        ),
        ("国际油价连跌三日后反弹。", ("price_move", "up", "crude_oil", "actual", None)),
        (
            "美国上星期汽油库存出乎意料增加近79万桶。",
            ("inventory_change", "up", "gasoline", "actual", "790000 bbl"),
        ),
        (
            "It exported 900 tons of antimony in June, down 12% from May.",
            ("supply_source", "loss", "antimony", "actual", "12 percent"),
        ),
    ],
)
def test_figures_of_whom_no_name_tells_and_runs_that_turned(
    text: str, fact: tuple[str, str, str, str, str | None]
) -> None:
    assert told(text) == [fact]


def test_a_fall_over_years_is_the_setting() -> None:
    text = "Tin fields run low\n\nThe discovery of large deposits contributed to a sharp fall in tin prices in the last three years."
    assert [fact for fact in told(text) if fact[0] == "price_move" and fact[3] != "historical"] == []


def test_a_lowest_level_in_years_is_news() -> None:
    text = "Tin fields run low\n\nTin prices fell to their lowest level in the past five years."
    assert ("price_move", "down", "tin", "actual", None) in told(text)


def test_a_price_below_that_of_a_week_ago_has_moved() -> None:
    assert told("The tin price is lower than a week ago.") == [("price_move", "down", "tin", "actual", None)]


def test_a_tariff_on_a_country_is_not_one_on_the_goods_named_before() -> None:
    text = (
        "Rare earth curbs stir unease\n\nBeijing's export curbs on rare earths have stirred unease. "
        "In response, the president announced a 100 per cent tariff on Chinese imports."
    )
    assert [fact for fact in told(text) if fact[4] == "100 percent"] == []


def test_each_of_several_goods_has_its_own_worth() -> None:
    text = "The Pentagon bought $300 million worth of cobalt and $120 million of antimony for its stockpile."
    assert [(fact[2], fact[4]) for fact in told(text)] == [("cobalt", "300000000 USD"), ("antimony", "120000000 USD")]


@pytest.mark.parametrize("sign", [" per cent", " percent", "pc", " pct"])
@pytest.mark.parametrize(
    "text",
    [
        "Copper is closing out the first half of the year with 12% gains.",
        "The zinc concentrate index stands at $104.50/dmt, with a 3.2% week-on-week decrease.",
        "Gold saw its price hit $3,347 an ounce, a .1% increase.",
        "Zambia dug 40 tonnes of cobalt last year, 21% more than in the year before.",
        "Harrow has agreed to buy 100% of the tin mine's output over five years.",
    ],
)
def test_a_percent_sign_may_be_written_in_any_way(text: str, sign: str) -> None:
    assert told(text)
    assert told(text.replace("%", sign)) == told(text)
