"""The main number of a sentence that prints several: the exact one of the fact itself, in its own unit."""

import pytest
from tests.unit.detect.main_numbers import main_numbers
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        # a word for a part gives way to a number
        ("price_move", "41200 USD/t", "Bismuth in Busan has more than doubled since May to $41,200 a tonne."),
        ("inventory_change", "30400 t", "On-warrant lead fell to 30,400 tonnes, little more than a third of May's."),
        ("production_change", "50 percent", "Zinc output at the Tarn mine was halved."),
        ("price_move", "214000 CNY/t", "铋锭均价由年初的12.1万元/吨升至21.4万元/吨，涨幅近八成。"),
        ("demand_change", "92 t", "上半年白银饰品消费量92吨，同比增长近三成。"),
        ("export_control", "8300 t", "刚果（金）今年钴出口配额定为8300吨，不足去年出口量的一半。"),
        # a mark passed on the way gives way to where the market went
        ("price_move", "2890 USD/t", "Lead climbed past the $2,800 mark to reach $2,890 a tonne on Friday."),
        ("price_move", "1710 USD/t", "Zinc slipped below $1,800 to touch $1,710 a tonne."),
        ("price_move", "61.2 USD/oz", "Silver recorded its fourth straight high hitting $61.20 an ounce."),
        # part of another amount
        ("production_change", "2600 t", "受洪水影响，公司预计今年锡产量减少2600吨左右，约为原计划的14%。"),
        (
            "production_change",
            "40000 t/yr",
            "Norvik has decided to curtail 40,000 tonnes of annual zinc capacity, equal to 22 percent of the plant's total capacity.",
        ),
        ("inventory_change", "71 percent", "Gas storage in Poland was 71% full, compared with 88% a year before."),
        (
            "mna",
            "22000000 AUD",
            "Ibis Gold has agreed to sell its 40% interest in the Pell nickel project for A$22 million.",
        ),
        (
            "production_change",
            "6.8 percent",
            "China's tungsten mining quota was 41,000 tonnes of concentrate, 6.8% below the 2025 level.",
        ),
        (
            "large_contract",
            "90000000 USD",
            "Sorrel Titanium wins contract from the agency for titanium plate\n\nThe contract has a maximum value of $90 million.",
        ),
        # how high another thing stands
        (
            "price_move",
            "64 USD/bbl",
            "The bank sees Brent climbing to $64 a barrel by May, with inflation at about 3 percent.",
        ),
        # how pure a metal is, what it is won from, the ends of a range whose million stands at the second
        (
            "price_move",
            "310 USD/kg",
            "Harlow raised its offer for gallium ingots, minimum 99.99 percent, to $310 a kilo.",
        ),
        (
            "supply_source",
            "2600 t/yr",
            "Tessel plans a cobalt mine in Finland.\n\nThe mine, to open in May 2029, would have an annual output of 2,600 tonnes a year.",
        ),
        (
            "inventory_change",
            "2000000 bbl",
            "Traders expect gasoline stocks to have dropped two to six million barrels.",
        ),
        # a plant is told by what it makes in a year
        ("supply_source", "90000 t/yr", "The 90,000-tonne zinc smelter produced first metal on Friday."),
        ("supply_source", "350000 t/yr", "Kolby's 350 kt smelter in Sabah tapped first aluminium last month."),
        ("supply_source", "30000 t/yr", "萍乡一期3万吨碳酸锂项目投料试车，总投资21亿元。"),
        ("supply_source", "60000 t/yr", "该铜矿二期扩建工程建成投产，年产铜由4万吨增至6万吨。"),
        ("production_change", "420 t", "该银矿去年产银420吨，比上年多出两成。"),
        # nothing is a level too
        ("production_change", "0 count", "Tin output at the Sorrel mine is expected to be 0 in the first quarter."),
        ("production_change", "0 count", "预计一季度锡产量为0。"),
        # a sector's gain behind the money that went into it
        (
            "equity_move",
            "4.6 percent",
            "The quota led to a strong rebound in the tungsten sector with a net inflow of 2.1 billion yuan and a gain of 4.6%.",
        ),
        # what holds stocks is not counted
        (
            "inventory_change",
            "900000 t",
            "Iron ore stocks at 33 Chinese ports fell by 900,000 tonnes to 121 million tonnes.",
        ),
        ("inventory_change", "7000 t", "锌锭社会库存周一录得12.8万吨，较上周四累库0.7万吨。"),
        # so many times another amount, and how much something became so many times
        ("price_move", "200 percent", "锗锭价格是去年的三倍。"),
        ("price_move", "800 percent", "铋锭价格比一年前涨了8倍。"),
        ("demand_change", "100 percent", "上周铂条销量较平日翻了一倍。"),
        ("stockpiling", "210000 oz", "4月末该国黄金储备5170万盎司，比上月多21万盎司，为央行连续第五个月增持。"),
        ("production_change", "29000000 t", "Kolby cut its iron ore guidance for 2027 to 29-31 Mt."),
        # below zero
        (
            "price_move",
            "-38 USD/t",
            "Spot treatment charges for zinc concentrate fell to minus $38 a tonne, from minus $31 in May.",
        ),
        ("price_move", "-52.4 USD/t", "进口铜精矿加工费跌至-52.4美元/干吨。"),
        # a mark that is passed gives way to where it stands; a step without a unit; purity
        (
            "price_move",
            "1312 USD/oz",
            "Rhodium's rival palladium burst through $1,300 and was last at $1,312 an ounce.",
        ),
        (
            "production_change",
            "15000 bbl/day",
            "Crude production climbed to 2.41 million barrels per day in May, up 15,000 from April.",
        ),
        ("price_move", "900 USD/t", "Antimony trioxide 99.8% in Busan moved up $900 to $43,000-44,000 per tonne."),
        (
            "production_change",
            "28000 t/yr",
            "Kolby will idle a train at Marrin, removing 28,000 tonnes of annual lithium hydroxide capacity.",
        ),
        ("inventory_change", "1400000 count", "Exchange-monitored cocoa stocks dropped to 1.4 million bags."),
        (
            "inventory_change",
            "52000000 t",
            "Coal stocks at power plants climbed to 52 million tonnes on June 1, enough for 21 days.",
        ),
        ("price_move", "1.15 CNY/count", "Silicon wafer prices were lifted to 1.15 yuan apiece from 0.90 yuan."),
        # what ore holds, the whole beside the part, how fast demand grows
        ("price_move", "101.3 USD/t", "Iron ore with 65% iron was unchanged at $101.30 a tonne on Friday."),
        ("supply_source", "800000 t/yr", "贵州一氧化铝企业第三条年产80万吨生产线点火，总产能达到210万吨。"),
        ("demand_change", "3.1 percent", "机构将明年全球锡需求增速预期由1.8%上调至3.1%。"),
        # a price touched in passing, a part payment
        ("price_move", "118300 CNY/t", "沪镍主力一度升破12万元关口，尾盘收报118300元/吨。"),
        ("price_move", "1.2 percent", "现货钯金盘中一度拉升近3%，收盘涨幅收窄至1.2%，报1188美元/盎司。"),
        ("production_change", "35 percent", "会议决定自9月1日起，将硅铁限产幅度由20%提高至35%。"),
        ("export_control", "4.5 percent", "乌克兰下调大麦出口税，由8%降为4.5%。"),
        ("export_control", "12 percent", "马来西亚将毛棕榈油出口专项税提高到12%。"),
        # what did not last, what one share or one tonne costs
        ("price_move", "0.8 percent", "Shanghai lead rose as much as 2.1% before closing 0.8% higher at 17,240 yuan."),
        (
            "large_contract",
            "310000 t",
            "Jordan bought 310,000 tonnes of wheat in its tender on Monday, mostly from Romania at $251.",
        ),
        (
            "mna",
            "640000000 CAD",
            "Under the all-share merger each gold explorer's share is worth C$3.10, which values the target at C$640 million.",
        ),
        # how often goods come, what a plant can make
        ("supply_source", "80000 t/yr", "西藏某铜矿二期启动建设，达产后年产铜精矿含铜8万吨。"),
        ("production_change", "190000 t/yr", "因电价谈判破裂，该电解铝厂19万吨产能全部关停。"),
        # one site's part in brackets
        (
            "supply_source",
            "180000 bbl/day",
            "Kenya's fields are expected to produce 180,000 barrels per day of crude after first oil at Lokichar (35,000 b/d).",
        ),
        # what goods are priced by goes without saying
        ("price_move", "20 CNY/t", "The Gansu quote for ferrosilicon 75% edged 20 yuan higher to 5,610 yuan."),
        ("price_move", "6 USD/t", "Canadian low-vol coking coal dropped by $6 to $181 fob."),
        ("price_move", "7900 CNY/t", "工业硅期货主力跌破7900元关口，为上市以来新低。"),
        ("price_move", "12 USD/t", "Granular urea in Algeria firmed by $12 to trade at $471 fob."),
        ("price_move", "0.04 USD", "Comex copper eased 4 cents to $4.85."),
        ("price_move", "3 USD/t", "62%普氏指数一周内由101美元回落到98美元，跌3美元。"),
        # a grade at the end of the name, less of some goods, a unit told twice, what a day makes
        ("price_move", "0.2 USD/mtu", "Brazilian manganese lump 43.5% eased 20 cents to $4.10 per dmtu CIF Tianjin."),
        ("demand_change", "30 percent", "Crushers purchased 30% fewer soybeans from Brazil in May."),
        (
            "large_contract",
            "70000 t/yr",
            "The miner will supply 70,000 dry metric tonnes (dmt) a year of spodumene to Posco for six years.",
        ),
        ("production_change", "900 t/day", "贵州一氧化铝厂焙烧炉检修10天，日减产900吨。"),
        # where it dipped to, how far below its high it is, what turns the other way
        ("price_move", "24100 USD/t", "伦锡下探24100美元后小幅回升，全天仍跌0.8%。"),
        ("price_move", "17 percent", "铟价较3月高点已回撤17%，目前2600元/千克。"),
        (
            "price_move",
            "4 percent",
            "Nickel gave up 4% to $15,300 a tonne after a rebound, having gained 2% on Monday.",
        ),
        # a share of the whole, a part of what is made in a year
        ("demand_change", "38000 t", "Indian zinc demand gained 38 kt and made up 9% of the total."),
        (
            "production_change",
            "700000 t",
            "Mills in Anshan were told to trim crude steel output by 700,000 tonnes this quarter, or about 4% of what they make a year.",
        ),
        # the contract and the month that an earlier sentence and a bare month name
        (
            "price_move",
            "2.6 percent",
            "Tin prices push higher. The three-month contract added 2.6% to $36,140 a tonne on Monday.",
        ),
        ("price_move", "7 percent", "Zinc prices averaged $2,740 a tonne in May, 7% below April."),
        ("large_contract", "90000 t/yr", "双方约定自2028年起四年内，买方每年包销锂辉石精矿9万吨，预付款3000万美元。"),
    ],
)
def test_main_number(kind: str, number: str, text: str) -> None:
    assert number in main_numbers(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Spodumene CIF China was assessed at $1,420/t on Thursday, up $65 from the day before and 48% higher year on year.",
        "Tin rose $300 to $38,200 a tonne, 22% above a year earlier.",
        "碳酸锂报9.2万元/吨，涨500元，同比上涨18%。",
    ],
)
def test_the_step_of_a_day_goes_before_the_rate_on_the_year(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert signal.magnitude is not None
    assert (signal.magnitude.kind, signal.magnitudes.change, signal.period) == ("change_by", None, None)


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        # what a firm sets its price by, without a word for it
        (
            "price_move",
            "75 USD/t",
            "Ferrol raised the price it charges for nickel cathode $75 a tonne, effective today.",
        ),
        (
            "price_move",
            "0.4 USD/bbl",
            "Calder lowered posted prices of crude oil 40 cents to one dollar a barrel.",
        ),
        (
            "price_move",
            "0.2 USD/bbl",
            "Calder is raising contract prices of crude oil between 20 and 90 cents a barrel.",
        ),
        ("price_move", "50 USD/t", "The $50/t price increase for hot-rolled coil takes effect in June."),
        ("price_move", "60 USD/t", "Ferrol raised prices of copper tube $60 a tonne to $9,840."),
        ("price_move", "9840 USD/t", "Ferrol raised prices of copper tube to $9,840 a tonne."),
        # what fuel holds of sulphur
        (
            "price_move",
            "1.4 USD",
            "The new price of fuel oil with 0.7 percent sulphur is 61.50 dollars, up 1.40, one percent sulphur 58 dollars.",
        ),
        # what was before
        (
            "inventory_change",
            "3100000 bbl",
            "Crude stocks fell 3.1 million barrels last week after a 2.2 million barrel build the week before.",
        ),
        (
            "inventory_change",
            "17000000 bbl",
            "Gasoline stocks were at 245 million barrels, some 17 million barrels above year-ago levels.",
        ),
        (
            "inventory_change",
            "700000 bbl",
            "Gasoline stocks were off 700,000 barrels on the week at 232 million barrels.",
        ),
        ("demand_change", "2.7 percent", "Diesel demand was 3.4 million bpd, off 2.7 percent from a year earlier."),
        ("price_move", "9400 USD/t", "Copper fell to $9,400 a tonne, almost $300 below its record high."),
        # a scale among words
        (
            "demand_change",
            "2500000 bbl/day",
            "Crude oil imports will rise by 2.5 to three million barrels per day by 2031.",
        ),
        # what was aimed at before, and what only names the thing that is cut
        (
            "production_change",
            "575000 bbl/day",
            "Oman cut its crude output ceiling of 610,000 bpd to its present output of 575,000 bpd.",
        ),
        ("production_change", "10 percent", "Oman cut its 510,000 bpd crude output target by 10 percent."),
        (
            "export_control",
            "12800000 t",
            "China has granted refiners 12.8 million tonnes of petrol export quotas, 8% less than a year earlier.",
        ),
        # pounds of a gauge, and money
        (
            "supply_source",
            "62000 m3/day",
            "The exploration well tested gas at 62,000 cubic metres a day at 900 pounds of tubing pressure.",
        ),
    ],
)
def test_the_number_of_oil_and_price_notes(kind: str, number: str, text: str) -> None:
    assert main_numbers(text, kind) == {number}


@pytest.mark.parametrize(
    "text",
    [
        "The refiner cited lower oil prices in its loss of 16 cents a share.",
        "The plan assumed crude prices at 63 dollars a barrel, but prices have risen.",
    ],
)
def test_a_share_or_a_clause_before_gives_a_move_no_number(text: str) -> None:
    assert main_numbers(text, "price_move") == set()


def test_pounds_that_are_earned_are_no_weight() -> None:
    assert (
        main_numbers("A fall in copper output was offset by earnings of 462 million pounds.", "production_change")
        == set()
    )
