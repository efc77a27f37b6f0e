"""Two tellings, one verdict each: the same event in other words and figures, or another event that only looks like it."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from tocsin.correlate import Book, State, correlate
from tocsin.messages import EventRecord, Modality, Signal
from tocsin.testing.builders import START, actor, amount, findings, signal

PARENTS = {
    "ndpr": "rare_earths",
    "terbium": "rare_earths",
    "brent": "crude_oil",
    "wti": "crude_oil",
    "lithium_carbonate": "lithium",
    "lithium_hydroxide": "lithium",
    "spodumene": "lithium",
    "antimony_trioxide": "antimony",
    "cobalt_sulphate": "cobalt",
    "copper_concentrate": "copper",
}
BOOK = Book.build(parents=PARENTS, publishers={"tin valley mines": "tin_valley"})
SAME, NEW, REVERSES = "same", "new", "reverses"


def price(direction: str = "up", commodity: str = "copper", **slots: Any) -> Signal:
    return signal("price_move", direction, commodity, **slots)


def output(direction: str = "down", commodity: str = "copper", **slots: Any) -> Signal:
    return signal("production_change", direction, commodity, **slots)


def control(direction: str = "tighten", commodity: str = "lithium", **slots: Any) -> Signal:
    return signal("export_control", direction, commodity, **slots)


def deal(direction: str = "supply", commodity: str = "lithium_hydroxide", **slots: Any) -> Signal:
    return signal("large_contract", direction, commodity, **slots)


def parties(seller: str | None = None, buyer: str | None = None) -> list[Any]:
    return [actor(name, role) for name, role in ((seller, "seller"), (buyer, "buyer")) if name is not None]


@dataclass(frozen=True)
class Pair:
    claim: str
    one: Signal
    two: Signal
    expected: str
    hours: float = 6
    languages: tuple[str, str] = ("en", "en")
    publishers: tuple[str, str] = ("Metal Wire", "Ore Daily")
    fields: dict[str, Any] = field(default_factory=dict)


EN_ZH = ("en", "zh")

PRICES = [
    Pair(
        "a percentage told to two digits and to three", price(change="1.9 percent"), price(change="1.94 percent"), SAME
    ),
    Pair(
        "a level in words of another language",
        price(change="8 percent", level="81000 CNY/t"),
        price(change="8 percent", level=amount("81000 CNY/t", step="1000")),
        SAME,
        2,
        EN_ZH,
    ),
    Pair(
        "a rounded headline",
        price(level="51.22 USD/oz", commodity="silver"),
        price(level="51+ USD/oz", commodity="silver"),
        SAME,
        2,
    ),
    Pair(
        "'nearly four percent' and the figure",
        price("down", change="3.82 percent"),
        price("down", change="4~ percent"),
        SAME,
        3,
    ),
    Pair(
        "'nearly thirty percent' is not twenty",
        price(change=amount("30~ percent", step="10")),
        price(change="20.3 percent"),
        NEW,
        3,
    ),
    Pair(
        "pounds and tonnes of one price",
        price(level="10.05 USD/lb", change="2.0 percent"),
        price(level="22156 USD/t", change="2.0 percent"),
        SAME,
        3,
    ),
    Pair(
        "the next day's move",
        price(change="1.9 percent", level="9686 USD/t"),
        price(change="1.1 percent", level="9793 USD/t"),
        NEW,
        24,
    ),
    Pair(
        "the same percentage at another level",
        price(change="2.1 percent", level="9700 USD/t"),
        price(change="2.1 percent", level="9904 USD/t"),
        NEW,
        24,
    ),
    Pair(
        "the same percentage of another metal",
        price(commodity="nickel", change="2.1 percent", market="lme"),
        price(commodity="tin", change="2.1 percent", market="lme"),
        NEW,
        0.1,
    ),
    Pair(
        "a day's move beside a week's",
        price("down", "brent", change="2.8 percent", period="day"),
        price("down", "brent", change="2.8 percent", period="week"),
        NEW,
        4,
    ),
    Pair(
        "another exchange",
        price(change="1.2 percent", market="lme"),
        price(change="1.2 percent", market="shfe"),
        NEW,
        4,
    ),
    Pair(
        "another contract month",
        price(commodity="lithium_carbonate", change="3.2 percent", contract="2026-01"),
        price(commodity="lithium_carbonate", change="3.2 percent", contract="2026-05"),
        NEW,
        1,
    ),
    Pair(
        "another grade",
        price(commodity="tungsten", change="4.6 percent", grade="65%"),
        price(commodity="tungsten", change="4.6 percent", grade="55%"),
        NEW,
        1,
    ),
    Pair(
        "another product form",
        price(commodity="antimony", change="2 percent", forms=("ingot",)),
        price(commodity="antimony", change="2 percent", forms=("concentrate",)),
        NEW,
        1,
    ),
    Pair(
        "siblings of one family",
        price(commodity="lithium_carbonate", change_by="900 CNY/t"),
        price(commodity="lithium_hydroxide", change_by="900 CNY/t"),
        NEW,
        0.1,
    ),
    Pair(
        "a parent named for the child, with the number",
        price(commodity="brent", change="7.02 percent", level="74.23 USD/bbl"),
        price(commodity="crude_oil", change="7 percent", level="74.23 USD/bbl"),
        SAME,
        3,
    ),
    Pair(
        "a parent named for the child, other figures",
        price(commodity="cobalt", change_by="0.75 USD/lb"),
        price(commodity="cobalt_sulphate", change_by="2500 CNY/t"),
        NEW,
        3,
    ),
    Pair(
        "a metal and its oxide, both without figures",
        price("down", "antimony"),
        price("down", "antimony_trioxide"),
        NEW,
        1,
    ),
    Pair("up and down", price("up", change="3 percent"), price("down", change="3 percent"), NEW, 2),
    Pair(
        "a move without figures on the same day",
        price("up", "silver", change="4.6 percent"),
        price("up", "silver"),
        SAME,
        3,
    ),
    Pair(
        "a move without figures on another day",
        price("up", "silver", change="4.6 percent"),
        price("up", "silver"),
        NEW,
        40,
    ),
    Pair(
        "a Friday close retold on Monday",
        price("down", "uranium", change_by="1.25 USD/lb", level="64.25 USD/lb"),
        price("down", "uranium", change_by="1.25 USD/lb", level="64.25 USD/lb"),
        SAME,
        60,
        EN_ZH,
    ),
    Pair(
        "one range in two languages",
        price(commodity="cobalt", level="15.25-16.00 USD/lb"),
        price(commodity="cobalt", level="15.25-16 USD/lb"),
        SAME,
        60,
        EN_ZH,
    ),
    Pair(
        "a rise announced, then in force",
        price(commodity="tungsten", change="6 percent", modality=Modality.EXPECTED, actors=["Iron Crane Carbide"]),
        price(commodity="tungsten", change="6 percent", actors=["Iron Crane Carbide"]),
        SAME,
        24 * 11,
    ),
    Pair(
        "the same rise of another producer",
        price(commodity="tungsten", change="6 percent", actors=["Iron Crane Carbide"]),
        price(commodity="tungsten", change="6 percent", actors=["Delta Hardmetal"]),
        NEW,
        24,
    ),
    Pair(
        "next week's report of one indicator",
        price(commodity="uranium", change_by="2.25 USD/lb", level="78.50 USD/lb", period="week"),
        price(commodity="uranium", change_by="3.00 USD/lb", level="81.50 USD/lb", period="week"),
        NEW,
        24 * 7,
    ),
    Pair(
        "dollars and yuan say nothing of each other",
        price(commodity="ndpr", change="2 percent", level="68 USD/kg"),
        price(commodity="ndpr", change="2 percent", level="496000 CNY/t"),
        SAME,
        2,
        EN_ZH,
    ),
]

OUTPUT = [
    Pair(
        "a forecast of a month and what came of it",
        output("up", "steel", change="5 percent", period="2025-08", countries=("CN",), modality=Modality.EXPECTED),
        output("up", "steel", change="3.1 percent", period="2025-08", countries=("CN",)),
        SAME,
        24 * 20,
    ),
    Pair(
        "an outlook and another month's figure",
        output("up", "steel", change="5 percent", period="2025-09", countries=("CN",), modality=Modality.EXPECTED),
        output("up", "steel", change="3.1 percent", period="2025-08", countries=("CN",)),
        NEW,
        24,
    ),
    Pair(
        "a monthly figure in tonnes and in tens of thousands",
        output("up", "zinc", quantity="626200 t", change="28.77 percent"),
        output("up", "zinc", quantity=amount("626000 t", step="1000"), change="28.8 percent"),
        SAME,
        16,
        EN_ZH,
    ),
    Pair(
        "next month's figure",
        output("up", "zinc", level="626200 t", change="28.77 percent", period="2025-08"),
        output("up", "zinc", level="600100 t", change="20.29 percent", period="2025-09"),
        NEW,
        24 * 35,
    ),
    Pair(
        "next month with the same percentage",
        output("up", "zinc", change="4.1 percent", period="2025-08"),
        output("up", "zinc", change="4.1 percent", period="2025-09"),
        NEW,
        24 * 30,
    ),
    Pair(
        "another country's figure of the same month",
        output("up", change="14.8 percent", countries=("CN",)),
        output("up", change="14.8 percent", countries=("JP",)),
        NEW,
        20,
    ),
    Pair(
        "two miners with one percentage",
        output(change="26 percent", actors=["Andes Copper"]),
        output(change="26 percent", actors=["Lakeside Mining"]),
        NEW,
        24 * 4,
    ),
    Pair(
        "two miners report the same percentage under their own names",
        output(change="26 percent"),
        output(change="26 percent"),
        NEW,
        20,
        publishers=("Andes Copper", "Lakeside Minerals"),
    ),
    Pair("a percentage alone, days later", output(change="26 percent"), output(change="26 percent"), NEW, 24 * 5),
    Pair("a level is a quantity elsewhere", output(level="343900 t"), output(quantity="343900 t"), SAME, 20, EN_ZH),
    Pair(
        "about a tenth, and the two figures",
        output("down", "uranium", change="10 percent", level="29697 t", actors=[actor("Steppe Atom", id="steppe")]),
        output(
            "down",
            "uranium",
            change=amount("10~ percent", step="10"),
            level="29697 t",
            actors=[actor("草原原子", id="steppe")],
        ),
        SAME,
        70,
        EN_ZH,
    ),
    Pair(
        "the mine agrees, the tonnage is absent",
        output("halt", "cobalt", place="Kitoko", quantity="700 t/yr"),
        output("halt", "cobalt", place="Kitoko"),
        SAME,
        6,
    ),
    Pair(
        "another mine of the same town",
        output("halt", "lithium", place="Fern Hill", actors=["North Lithium"]),
        output("halt", "lithium", place="Heron Creek", actors=["Jade Lithium"]),
        NEW,
        24 * 3,
    ),
    Pair(
        "a stop prolonged by its company",
        output("halt", "tin", days="14 days", actors=["Tin Valley"]),
        output("halt", "tin", days="30 days", actors=["Tin Valley"]),
        SAME,
        24 * 12,
    ),
    Pair(
        "a stop prolonged, told by the company as publisher",
        output("halt", "tin", days="14 days"),
        output("halt", "tin", days="30 days"),
        SAME,
        24 * 12,
        publishers=("Tin Valley Mines", "Tin Valley Mines"),
    ),
    Pair(
        "a loss told later",
        output("halt", "copper", place="Kitoko"),
        output("halt", "copper", place="Kitoko", quantity="12000 t"),
        SAME,
        30,
    ),
    Pair(
        "a restart",
        output("halt", "copper", place="Alta Roca", actors=["Andes Copper"]),
        output("resume", "copper", place="Alta Roca", actors=["Andes Copper"]),
        REVERSES,
        72,
    ),
    Pair(
        "a restart of another mine",
        output("halt", "copper", place="Alta Roca"),
        output("resume", "copper", place="Heron Creek"),
        NEW,
        72,
    ),
    Pair(
        "a restart known by its company alone",
        output("halt", "lithium", actors=["North Lithium"]),
        output("resume", "lithium", actors=["North Lithium Ltd"]),
        REVERSES,
        24 * 110,
    ),
    Pair(
        "a rumoured stop denied",
        output("halt", "lithium", actors=["Salt Lake Potash"], modality=Modality.POSSIBLE),
        output("halt", "lithium", actors=["Salt Lake Potash"], modality=Modality.DENIED),
        SAME,
        4,
    ),
    Pair(
        "a denial without names, hours later",
        output("up", "crude_oil", modality=Modality.POSSIBLE, quantity="500000 bbl/day"),
        output("up", "crude_oil", modality=Modality.DENIED),
        SAME,
        4,
    ),
    Pair(
        "a denial by another company",
        output("halt", "lithium", actors=["Salt Lake Potash"], modality=Modality.POSSIBLE),
        output("halt", "lithium", actors=["North Lithium"], modality=Modality.DENIED),
        NEW,
        4,
    ),
    Pair(
        "a cut planned, then made",
        output(quantity="40000 t", actors=["Andes Copper"], modality=Modality.EXPECTED),
        output(quantity="40000 t", actors=["Andes Copper"]),
        SAME,
        24 * 90,
    ),
    Pair(
        "one decision, three tellings",
        output("up", "crude_oil", change_by="137000 bbl/day", period="2025-12"),
        output("up", "crude_oil", change_by="137000 bbl/day"),
        SAME,
        2,
        EN_ZH,
    ),
    Pair(
        "the same volume of another country and month",
        output("up", "crude_oil", change_by="137000 bbl/day", period="2025-12"),
        output("up", "crude_oil", change_by="137000 bbl/day", period="2025-10", countries=("GY",)),
        NEW,
        1,
    ),
    Pair(
        "an old quota quoted as background",
        output("down", "tungsten", change_by="4000 t", quantity="58000 t"),
        output("down", "tungsten", change_by="4000 t", quantity="58000 t", modality=Modality.HISTORICAL),
        SAME,
        24 * 130,
        ("zh", "zh"),
    ),
    Pair(
        "another stop of the company, months later",
        output("halt", "germanium", actors=["Dian Crystal"]),
        output("halt", "germanium", actors=["Dian Crystal"]),
        NEW,
        24 * 135,
        ("zh", "zh"),
    ),
    Pair(
        "a quarter is not the half year",
        output(change="26 percent", actors=["Andes Copper"], period="2025Q2"),
        output(change="26 percent", actors=["Andes Copper"], period="2025H1"),
        NEW,
        24,
    ),
]

CONTROLS = [
    Pair("a ban by country and product", control(measure="ban", countries=("ZW",)), control(measure="ban", countries=("ZW",)), SAME, 15, EN_ZH),
    Pair("the neighbour's ban", control(measure="ban", countries=("ZW",)), control(measure="ban", countries=("NG",)), NEW, 40),
    Pair("a quota is not a tariff", control(measure="quota", countries=("CN",)), control(measure="tariff", countries=("CN",)), NEW, 10),
    Pair("a ban eased", control(measure="ban", countries=("ID",)), control("ease", measure="ban", countries=("ID",)), REVERSES, 24 * 40),
    Pair("an old easing recalled", control(measure="ban", countries=("ID",)), control("ease", measure="ban", countries=("ID",), modality=Modality.HISTORICAL), NEW, 24),
    Pair("another country's easing", control(measure="ban", countries=("ID",)), control("ease", measure="ban", countries=("MY",)), NEW, 24 * 40),
    Pair("permits of two companies", control("ease", "copper_concentrate", countries=("ID",), actors=["Gresik Copper"], quantity="1270000 t"),
         control("ease", "copper_concentrate", countries=("ID",), actors=["Nusa Mineral"], quantity="480000 t"), NEW, 72),
    Pair("a family and its member in one order", control(commodity="rare_earths", measure="licence", countries=("CN",)),
         control(commodity="terbium", measure="licence", countries=("CN",)), SAME, 5),
    Pair("a plan that is carried out", control(measure="ban", countries=("ZW",), modality=Modality.EXPECTED, until="2027-01-01"),
         control(measure="ban", countries=("ZW",), until="2027-01-01"), SAME, 24 * 10),
    Pair("two countries bar one origin's goods", control(commodity="palladium", measure="ban", countries=("GB", "RU")),
         control(commodity="palladium", measure="ban", countries=("NO", "RU")), NEW, 3),
    Pair("two countries tax one origin's goods alike", control(commodity="graphite", measure="tariff", level="17.5 percent", countries=("CN", "TR")),
         control(commodity="graphite", measure="tariff", level="17.5 percent", countries=("CN", "IN")), NEW, 3),
    Pair("a tariff told from either end", control(commodity="graphite", measure="tariff", countries=("TR", "CN")),
         control(commodity="graphite", measure="tariff", countries=("CN", "TR")), SAME, 3),
    Pair("a ban told with different neighbours", control(measure="ban", countries=("CN", "US")), control(measure="ban", countries=("CN", "JP")), SAME, 3),
    Pair("one order's goods, each report naming others", control(commodity="ndpr", measure="licence", countries=("CN",)),
         control(commodity="terbium", measure="licence", countries=("CN",)), SAME, 5),
    Pair("another order on a sister metal a week later", control(commodity="ndpr", measure="licence", countries=("CN",)),
         control(commodity="terbium", measure="licence", countries=("CN",)), NEW, 24 * 7),
    Pair("another measure on another metal", control(commodity="gallium", measure="ban", countries=("CN",)),
         control(commodity="antimony", measure="ban", countries=("CN",)), NEW, 5),
]  # fmt: skip

DEALS = [
    Pair(
        "both parties and the value",
        deal(actors=parties("White Salt", "Volt Cell"), value="1926000000 CNY", quantity="24000 t"),
        deal(
            actors=parties("White Salt", "Volt Cell"),
            value=amount("1930000000~ CNY", step="10000000"),
            quantity="24000 t",
        ),
        SAME,
        3,
        ("zh", "zh"),
    ),
    Pair(
        "the buyer's contract with another seller",
        deal(actors=parties("White Salt", "Volt Cell"), quantity="24000 t"),
        deal(actors=parties("Melt Chem", "Volt Cell"), quantity="12000 t"),
        NEW,
        72,
    ),
    Pair(
        "the seller's second contract",
        deal(actors=parties("White Salt", "Volt Cell"), value="1860000000 CNY"),
        deal(actors=parties("White Salt", "Nova Battery"), value="1120000000 CNY"),
        NEW,
        72,
    ),
    Pair(
        "a renewal with another volume",
        deal("supply", "graphite", actors=parties("Balanga", "Future Anode"), quantity="24000 t"),
        deal("supply", "graphite", actors=parties("Balanga", "Future Anode"), quantity="18000 t"),
        NEW,
        24 * 300,
    ),
    Pair(
        "letter of intent, then signed",
        deal(
            "purchase",
            "lng",
            actors=parties("Gulf Float", "Rhine Gas"),
            quantity="1500000 t/yr",
            modality=Modality.EXPECTED,
        ),
        deal("purchase", "lng", actors=parties("Gulf Float", "Rhine Gas"), quantity="1500000 t/yr"),
        SAME,
        24 * 236,
    ),
    Pair(
        "one deal called supply and purchase",
        deal("supply", value="245000000 USD"),
        deal("purchase", value="245000000 USD"),
        SAME,
        10,
    ),
    Pair(
        "the value told later",
        deal(actors=parties("White Salt", "Volt Cell")),
        deal(actors=parties("White Salt", "Volt Cell"), value="900000000 CNY"),
        SAME,
        24 * 5,
    ),
    Pair(
        "one round volume sold to two countries, by nobody that is named",
        deal(quantity="3000 t", countries=("JP",)),
        deal(quantity="3000 t", countries=("DE",)),
        NEW,
        24 * 6,
    ),
    Pair(
        "a name in traditional and simplified characters",
        deal(quantity="1000000 t", actors=parties("內地燃氣商澄海燃氣")),
        deal(quantity="1000000 t", actors=parties("澄海燃气")),
        SAME,
        8,
        ("zh", "zh"),
    ),
    Pair(
        "a contract terminated",
        deal(actors=parties("White Salt", "Volt Cell"), value="900000000 CNY"),
        deal("terminate", actors=parties("White Salt", "Volt Cell")),
        REVERSES,
        24 * 60,
    ),
    Pair(
        "a contract of other parties terminated",
        deal(actors=parties("White Salt", "Volt Cell")),
        deal("terminate", actors=parties("Melt Chem", "Nova Battery")),
        NEW,
        24 * 60,
    ),
    Pair(
        "a million and a rounder million",
        deal(value="245300000 USD", actors=parties("Cinder Metals")),
        deal(value=amount("245000000 USD", step="1000000"), actors=parties("Cinder Metals Corp")),
        SAME,
        20,
    ),
    Pair(
        "another number of the same seller",
        deal(value="245000000 USD", actors=parties("Cinder Metals")),
        deal(value="45000000 USD", actors=parties("Cinder Metals")),
        NEW,
        20,
    ),
    Pair(
        "unknown names in two scripts with one volume",
        deal(quantity="3050000 t", actors=parties("Ronda Cathode", "Volt Cell")),
        deal(quantity="3050000 t", actors=parties("荣达", "伏特")),
        SAME,
        3,
        EN_ZH,
    ),
]

OTHERS = [
    Pair("one seizure told twice", signal("smuggling", "reported", "antimony", quantity="3834 t"),
         signal("smuggling", "reported", "antimony_trioxide", quantity=amount("3800 t", step="100")), SAME, 24 * 3),
    Pair("smuggling from one country to another", signal("smuggling", "reported", "antimony", countries=("CN", "US")),
         signal("smuggling", "reported", "antimony", countries=("US",)), SAME, 20),
    Pair("another seizure", signal("smuggling", "reported", "antimony", quantity="3834 t"),
         signal("smuggling", "reported", "antimony", quantity="96 t"), NEW, 24 * 3),
    Pair("a stock figure of another week", signal("inventory_change", "down", "copper", level="91250 t", market="lme"),
         signal("inventory_change", "down", "copper", level="88125 t", market="lme"), NEW, 24 * 7),
    Pair("a purchase for a reserve, as a plan and as news", signal("stockpiling", "build", "lithium_carbonate", countries=("KR",), modality=Modality.EXPECTED, quantity="2500 t"),
         signal("stockpiling", "build", "lithium_carbonate", countries=("KR",)), SAME, 3),
    Pair("a stockpile built and released", signal("stockpiling", "build", "cobalt", countries=("CN",)),
         signal("stockpiling", "release", "cobalt", countries=("CN",)), REVERSES, 24 * 90),
    Pair("a denial of a plan that names its goods and rate, not its country, after ten days",
         control("ease", "lithium", countries=("BR",), measure="tariff", level="35 percent", modality=Modality.POSSIBLE),
         control("ease", "lithium", measure="tariff", level="35 percent", modality=Modality.DENIED), SAME, 24 * 10),
    Pair("a week's move in two currencies, told a day later", price("up", "lithium", period="WoW", change="6.2 percent", level="71500 CNY/t"),
         price("up", "lithium", period="week", change="6.2 percent", level="9980 USD/t"), SAME, 26),
    Pair("a front-month contract, and the month by its name", price("up", "natural_gas", contract="front", change="3.7 percent", level="41.15 EUR/MWh"),
         price("up", "natural_gas", contract="M08", change="3.7 percent", level="41.15 EUR/MWh"), SAME, 1),
    Pair("a week's move, and the next week's of one size", price("up", "lithium", period="WoW", change="6.2 percent"),
         price("up", "lithium", period="WoW", change="6.2 percent"), NEW, 24 * 7),
]  # fmt: skip

PAIRS = [*PRICES, *OUTPUT, *CONTROLS, *DEALS, *OTHERS]


def outcome_of(pair: Pair) -> tuple[str, str]:
    one = findings(pair.one, publisher=pair.publishers[0], language=pair.languages[0], article="one")
    two = findings(
        pair.two,
        publisher=pair.publishers[1],
        language=pair.languages[1],
        article="two",
        at=START + timedelta(hours=pair.hours),
    )
    state = correlate(State.empty(), one, one.ingested_at, BOOK).state
    outcome = correlate(state, two, two.ingested_at, BOOK)
    (verdict,) = outcome.verdicts
    record = outcome.records[verdict.event_id]
    assert isinstance(record, EventRecord)
    if record.reverses is not None:
        return REVERSES, verdict.reason
    return (NEW if verdict.verdict == "first" else SAME), verdict.reason


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.claim)
def test_two_tellings(pair: Pair) -> None:
    found, reason = outcome_of(pair)
    assert found == pair.expected, reason


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 60
    assert len({pair.claim for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize(
    "pair", [p for p in PAIRS if p.expected == SAME and p.two.modality != "historical"], ids=lambda p: p.claim
)
def test_the_order_of_the_two_tellings_does_not_matter(pair: Pair) -> None:
    if Modality.DENIED in (pair.one.modality, pair.two.modality) or pair.one.modality is Modality.EXPECTED:
        return
    swapped = Pair(pair.claim, pair.two, pair.one, SAME, pair.hours, pair.languages[::-1], pair.publishers[::-1])
    found, reason = outcome_of(swapped)
    assert found == SAME, reason
