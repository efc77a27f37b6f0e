"""Paper: futures on money, a pit's trades, shares offered and things bought have the words of goods and tell none; what they leave stays told."""

import pytest
from tests.unit.detect.shipped import alerts


@pytest.mark.parametrize(
    "text",
    [
        "Auckland close\n\nGold was quiet. Share price index futures closed at 2735.5, well off the record, and index contracts dropped sharply.",
        "Floor notes\n\nBunting sold 1.5 million bushels of July wheat, floor brokers said, and bought 900,000 bushels of May.",
        "Pits at noon\n\nHigher cash corn stimulated renewed local demand in the pits.",
        "Pits at noon\n\nCorn was watched. Technical buying added to the mood.",
        "Bank reserves told\n\nGold reserves stood at $84.1 million on 31 May compared with $79.6 million a month earlier.",
        "Tarn offers shares\n\nTarn Gold filed for its offering. Of the shares being offered, 400,000 are being sold by selling shareholders, the underwriters said.",
        "Sorrel Oil borrows\n\nSorrel Oil said it received a credit of 2.1 billion yen by an agreement with Kido Bank.",
        "Sidon Development replaces its chair\n\nSidon Development said it terminated the service contract of its chief executive, Arthur Steel.",
        "Riyadh talks\n\nOil prices were on the table. Under the deal signed last year, Riyadh agreed to buy 132 warplanes under a supply contract.",
        "Corvane grows\n\nCorvane signed an agreement to buy five import cement terminals from Hollin Cement.",
        "Central bank report\n\nThe bank said that between March and June the state firm sold 9.4 million barrels of crude.",
        "Tarn Gold revises its royalty\n\nFor gold prices above $2,400 an ounce the royalty rises to 4% from 3%.",
        "Envoy speaks\n\nNobody wants to see the republic's rare earths fall into hostile hands, the envoy said.",
        "Mill notes\n\nSteel makers have lost share to imports, the agency said.",
        "Feeds afloat\n\nArgentine soymeal traded afloat at $409 a tonne.",
        "Exchange tells its month\n\nOats futures volume rose 22% to 31,000 contracts and barley futures turnover fell.",
        "Growers asked\n\nA 31 percent rise in rapeseed sowings to 90,000 hectares was expected by the union.",
        "Fields of Anatolia\n\nThe area planted to sugar beet is to remain at last year's 300,000 hectares.",
        "Ministers remember\n\nIt was the worst year since the first oil crisis, he said.",
    ],
)
def test_money_pits_and_things_alert_nobody(text: str) -> None:
    assert alerts(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Iran talks\n\nJapan will curb exports of trucks to Iran.",
        "Turkey to suspend exports of televisions from Monday",
        "Nexa licenses its overseas index for trading",
        "Korbel begins limited shipments of its new server",
    ],
)
def test_measures_on_no_goods_alert_nobody(text: str) -> None:
    assert alerts(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Japanese buyers are demanding price cuts for antimony ingot.",
        "Mills seek a 12% price cut for coking coal in annual talks.",
        "The council's chair appealed to Washington to restrict its tin releases from the stockpile.",
        "Qatar has asked all oil producers to help steady the market over the coming months by curbing output.",
    ],
)
def test_what_somebody_asks_for_is_only_possible(text: str) -> None:
    assert alerts(text) == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Uganda suspended gold export licences on Monday.", ("export_control", "tighten", ("gold",))),
        ("Peru lifts the suspension of tin export licences.", ("export_control", "ease", ("tin",))),
        ("Indonesia suspends its licence requirement for nickel exports.", ("export_control", "ease", ("nickel",))),
        ("Beijing tightens export controls on dual-use items.", ("export_control", "tighten", ())),
        ("Prices of 0.5% sulphur fuel oil rose $6 to $548 a tonne in Fujairah.", ("price_move", "up", ("fuel_oil",))),
        ("Sulphur prices rose $6 to $148 a tonne at Vancouver.", ("price_move", "up", ("sulphur",))),
        ("Barrow and gilt prices rose $1.25 in active trade, the USDA said.", ("price_move", "up", ("hogs",))),
        ("Slaughter cattle prices fell 50 cents amid thin demand.", ("price_move", "down", ("beef",))),
        ("Copper prices kept afloat by Chinese buying.", ("price_move", "up", ("copper",))),
        ("The central bank of Peru sold 3 tonnes of gold in June.", ("stockpiling", "release", ("gold",))),
        ("Norvik produced its first oil from the Alma field on Monday.", ("supply_source", "new", ("crude_oil",))),
        ("OPEC told members to cut output by 200,000 barrels a day.", ("production_change", "down", ("crude_oil",))),
    ],
)  # fmt: skip
def test_goods_stay_told(text: str, fact: tuple[str, str, tuple[str, ...]]) -> None:
    assert fact in alerts(text)


def test_a_headline_that_names_its_state_may_leave_the_goods_to_others() -> None:
    text = "Kenya: Government drops export licence requirement for wooden chairs"
    assert alerts(text) == {("export_control", "ease", ())}
