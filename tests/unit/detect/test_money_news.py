"""Money: below a headline on currencies, shares, rates or consumers' prices, what moved them is no news of goods."""

import pytest
from tests.unit.detect.shipped import DETECTOR, alerts, dated


def types(text: str, language: str = "en") -> set[str]:
    return {signal.type for signal in DETECTOR.detect(dated(text, language)).signals}


@pytest.mark.parametrize(
    "text",
    [
        "Rand firms as dollar weakens\n\nThe rand gained 0.7%, supported by higher gold prices. Bonds were steady.",
        "Budget surplus shrinks\n\nThe surplus shrank by a third as lower gas prices cut revenue.",
        "Inflation slows to 3.8%\n\nPetrol fell 1.2% in the month, while copper cables rose 2%.",
        "Foreign reserves rise\n\nNet reserves rose to $46 billion, and gold reserves grew slightly.",
        "沪指收涨0.5%\n\n人民币走强。受铜价走高带动,多只个股上扬。",
    ],
)
def test_goods_in_passing_below_a_headline_on_money_raise_nothing(text: str) -> None:
    assert not types(text, "zh" if "沪" in text else "en") & {"price_move", "stockpiling", "inventory_change"}


@pytest.mark.parametrize(
    "text",
    [
        "Wall Street ends lower\n\nBrent crude fell 2.1% to $78.20 a barrel.",
        "Dollar slips as copper climbs\n\nCopper prices rose after a smelter fire.",
        "Tessel (NASDAQ: TSL) opens office\n\nLead prices fell 2% to $1,980 a ton on Monday.",
    ],
)
def test_a_price_of_its_own_is_told_all_the_same(text: str) -> None:
    assert "price_move" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oman's non-oil exports climb 16% in May\n\nOman's non-oil exports reached 410 million rials in May, 16% more than a year earlier, the statistics centre said.",
        "Non-oil growth quickens in the emirate\n\nThe non-oil sector grew 5.2% in the first quarter.",
        "Libya's trade in June\n\nImports excluding oil rose 8% and non-hydrocarbon exports fell 3%, customs said. Crude made up the rest.",
        "Zambian earnings\n\nEarnings from copper exports jumped 21% in July, the bank of issue said.",
        "Angolan tax office reports\n\nIncome from natural gas sales fell 12% in the quarter, the tax office said.",
        "Kazakh economy cools\n\nIndustrial output rose 3.1% in January-August, the bureau said. Oil was steady. Production is meant to grow 4% this year.",
        "Norway's current account narrows\n\nImports rose to 91 billion crowns in April from 86 billion. Oil made up a tenth of them.",
        "Farm office reports\n\nA 4% decline in rural exports was more than made good by minerals such as zinc.",
        "Colombian lender reports a loss\n\nCredit losses rose because of the recent sharp fall in coal prices, the lender said.",
        "Ministers meet in Libreville\n\nThe shortfall stemmed mainly from last year's slump in manganese prices, a minister said.",
        "Turnover grows at Manila exchange\n\nBarring another steep rise in oil prices, brokers are calm.",
        "Island state seeks more time\n\nRepayment hinges on a recovery in nickel prices, the delegation said.",
        "Island state seeks more time\n\nThe collapse in nickel prices has widened the gap, the delegation said.",
    ],
)
def test_figures_of_an_economy_and_reasons_of_other_news_alert_nobody(text: str) -> None:
    assert alerts(text) == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Algeria's foreign trade\n\nOil exports fell 6% in July to 410,000 barrels a day.", ("supply_source", "loss", ("crude_oil",))),
        ("Kazakh economy cools\n\nThe Tengiz oilfield has halted output, the ministry said.", ("production_change", "halt", ("crude_oil",))),
        ("Coffee falls on rain\n\nThe drop in coffee prices deepened as showers reached Minas Gerais.", ("price_move", "down", ("coffee",))),
        ("Rains and frost in Brazil\n\nArabica coffee futures fell 3% because of the rain.", ("price_move", "down", ("coffee",))),
        ("Chile's copper trade\n\nExports of copper rose 9% to 480,000 tonnes in June.", ("supply_source", "new", ("copper",))),
    ],
)  # fmt: skip
def test_goods_of_their_own_alert_in_such_texts(text: str, fact: tuple[str, str, tuple[str, ...]]) -> None:
    assert fact in alerts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Arctic Fuels' quarter\n\nOil made up half. It had sales of $7.13 billion, down from $7.17 billion. Sales of its chemical arm were up 8% to $4.2 billion.",
        "Norwegian flows\n\nNorway's imports dropped largely because of currency moves and lower oil prices.",
        "Producer prices slip in Austria\n\nFuel oil fell 22% and coffee was 7% cheaper in the month, the office said.",
        "Growers meet in Kericho\n\nTo boost exports of tea, the government introduced cash support for packet tea.",
        "Trade rows remembered\n\nIn the past, rows over steel have ended with Seoul taking on voluntary export curbs on steel.",
        "Envoys speak of trade\n\nA recent example was the 15% duty that Washington imposed on Canadian lumber.",
        "Budget of a northern state\n\nThe budget assumed an oil price rising to $78 a barrel next year from $71.",
        "Navy speaks\n\nThe navy said it will not allow the militia to use its missiles to choke off oil shipments.",
        "Banks and mills\n\nSteelmakers are putting a squeeze on what upkeep of their mills costs.",
        "Makers of equipment\n\nThe gas is injected into old wells to increase oil production.",
        "Marl Gold calls a meeting\n\nThe shares will be used for the future acquisition of gold properties.",
        "Bank in Lima\n\nA 70 million euro loan has been lined up for the Venta aluminium plant.",
        "Hollin Resources\n\nProceeds from the $49 million coal supply contract settlement with Kessel Power were received.",
        "Utility asks for new rules\n\nIt pays by contracts that are older than last year's fall in coal prices.",
        "Mill owners speak\n\nThe fall in rubber prices last year hurt them, they said.",
        "Spreads in the north\n\nEdible fat and oil consumption rose to 360,000 tonnes.",
        "Orders in Wellington\n\nOrders for crude materials rose 84% in August.",
        "Tarn Group to cut its dividend\n\nTarn said it would pay $85 million this year, a third less, as oil prices fell.",
        "Lender in Kochi\n\nLoans against gold grew 37% in the quarter, the lender said.",
        "Funds and metals\n\nLong positions in copper climbed 8% last week, the exchange's weekly table showed.",
        "Paraguayan customs\n\nSoybean exports tripled to $1.2 billion after a drought.",
        "Shilling steady in Kampala\n\nOil importers slowed their purchases of dollars this week, traders said.",
        "Ferry crews walk out\n\nInflation slowed to 2.4% in August as fuel and food prices eased.",
        "Talks on debt futures\n\nBond futures slipped, which traders linked to dearer money and a rise in oil prices.",
        "Northern flows\n\nImports fell because of currency moves and the cheaper price of oil.",
        "Brokers in Boston\n\nOil was watched. The producer price index is expected to show a rise of 0.5%.",
        "Old rules go\n\nThe rules made importers buy two thirds of their refined products from local plants.",
        "Court on a royalty\n\nTarn Oil wanted a share of the $160 million paid when it sold 62% of its oil wells in Peru.",
        "Valden offers units\n\nValden Gas was formed to buy Valden Energy's gas pipelines.",
        "Highlights\n\nNEW YORK - Silver was watched.\n\nLIVERPOOL - Hollin said its crushing plant stopped work, and production there is paralysed.\n\nLIMA - Output fell 3% last month, officials said.",
        "Kathmandu names a route\n\n70% of palm oil imports will go through the state firm",
        "Peso firms in Bogota\n\nThe peso firmed, tracking a recovery in coal prices and a softer greenback.",
        "Brokers sum up\n\nU.S. stocks closed lower as a jump in crude prices stoked worries over inflation.",
        "Shares mixed; oil in focus\n\nMSCI's index of Asian shares slipped 0.1%.",
        "Iraqi customs\n\nThe value of oil exports fell 9.4% in March, and steel shipments to the U.S. slumped 21% by value.",
    ],
)
def test_turnover_reasons_purposes_and_old_cases_alert_nobody(text: str) -> None:
    assert alerts(text) == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Copper recovered from session lows to end 1.2% lower at $9,410 a tonne.", ("price_move", "down", ("copper",))),
        ("Zinc retreated from its highs to close 0.4% higher.", ("price_move", "up", ("zinc",))),
        ("Brent crude bounced off its lows to settle down 0.8% at $71.20 a barrel.", ("price_move", "down", ("brent",))),
        ("Wheat loses early gains, ends lower", ("price_move", "down", ("wheat",))),
        ("Copper rose to close the gap with nickel.", ("price_move", "up", ("copper",))),
        ("Copper sales rose 10% to 112,900 tonnes in the quarter.", ("demand_change", "up", ("copper",))),
        ("The bank sees nickel prices dropping to $14,000 a tonne by the end of next year.", ("price_move", "down", ("nickel",))),
    ],
)  # fmt: skip
def test_how_a_market_ended_is_its_move(text: str, fact: tuple[str, str, tuple[str, ...]]) -> None:
    assert fact in alerts(text)
    opposite = "up" if fact[1] == "down" else "down"
    assert (fact[0], opposite, fact[2]) not in alerts(text)
