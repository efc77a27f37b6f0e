"""The main number of a sentence in which others stand: grades, parts, steps since last year, a day's goods, taxes in money.

The size of a fact that a sentence behind its headline, or behind the sentence that tells it again, tells.
"""

import pytest
from tests.unit.detect.main_numbers import main_numbers
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("price_move", "600 TWD/t", "〔記者陳大文／高雄報導〕鋼廠宏岳今日開出12月盤價，熱軋每公噸調降新台幣600元。"),
        ("price_move", "7 USD/t", "63.5%印度粉矿外盘报价108-110美元/吨,较上周上涨7美元。"),
        ("price_move", "30 CNY/t", "港口62%白钾报2950元/吨,较上周上涨30元,青海60%粉晶维持不变。"),
        (
            "price_move",
            "210000 CNY/t",
            "In China, 65% wolframite concentrate broke through 210,000 yuan a tonne for the first time.",
        ),
        ("price_move", "5 USD/t", "UG2 chrome ore, 42%, gave up another $5 to stand at $241/t."),
        ("demand_change", "130 percent", "前9月我国进口炼焦煤1870万吨,同比增长1.3倍。"),
        ("demand_change", "220 percent", "6月进口氧化铝31.2万吨,同比激增2.2倍。"),
        ("production_change", "4100 t/day", "本周216家钢厂日均铁水产量231.4万吨,环比减少0.41万吨。"),
        ("production_change", "180 t/day", "平阳一家铅厂日产量由260吨降到180吨。"),
        ("demand_change", "23000 t/day", "沿海电厂日耗71.2万吨,较前一周减少2.3万吨。"),
        ("production_change", "750 t/day", "受限电影响,中卫已有5台锰硅炉停产,日影响产量约750吨。"),
        (
            "production_change",
            "6200 t/day",
            "Average daily pig iron output at surveyed mills slid by 6,200 tonnes week on week to 2.31 million tonnes.",
        ),
        ("production_change", "480000 t/yr", "5月以来全国已关停电解铝产能约48万吨,占运行产能的2.4%。"),
        ("production_change", "150000 t/yr", "云南电解铝复产产能已达15万吨。"),
        ("price_move", "165 CNY/t", "港口甲醇均价2610元/吨,涨165元/吨,同比上涨18%。"),
        ("inventory_change", "900 t", "LME铜库存再减900吨至88125吨,今年以来已减少约54%。"),
        (
            "price_move",
            "1.8 percent",
            "二季度稀土精矿价格调整为17205元/吨,REO每增减1%,不含税价增减344元/吨,较一季度上浮1.8%。",
        ),
        (
            "price_move",
            "2.1 percent",
            "Zinc jumped as much as 3.3% on the news and was last up 2.1% at $2,940 a tonne.",
        ),
        (
            "large_contract",
            "700000 t",
            "The importer received offers for 2.9 million tonnes and is expected to buy 700,000 tonnes of urea.",
        ),
        ("smuggling", "96 t", "法院通报,该案涉及走私96余吨锑锭,其中41余吨在口岸被海关查扣。"),
        (
            "price_move",
            "180 USD/t",
            "Japanese buyers agreed third-quarter aluminium premiums of $180 a tonne, more than double the present quarter's $83.",
        ),
        (
            "export_control",
            "88.2 percent",
            "The department set final anti-dumping duties of 88.20% on graphite anodes from China, up from a preliminary 61.4%.",
        ),
        (
            "export_control",
            "45 USD/t",
            "The export levy on chrome ore, which now stands at $25 per tonne, shall be raised to $45 per tonne on 1 June.",
        ),
        ("export_control", "41 USD/t", "该国贸易部宣布,毛棕榈油出口税由每吨68美元下调至每吨41美元。"),
        ("export_control", "83 USD/t", "该国将9月毛棕榈油出口税由每吨61美元上调至83美元。"),
        (
            "price_move",
            "55 percent",
            "Cobalt metal in Europe has risen more than 55% since the ban began and was last assessed at $15.20-16.00 per lb.",
        ),
        (
            "price_move",
            "85 percent",
            "Over the last twelve months lithium prices have plummeted on oversupply, with some contracts seeing declines of nearly 85%.",
        ),
        ("price_move", "195 CNY/t", "本周PVC市场上行,华东电石法五型料报6120-6150元/吨,较上周上涨195元/吨。"),
        ("inventory_change", "410 count", "碳酸锂仓单9120张,减少410张。"),
        (
            "stockpiling",
            "900 t",
            "Over the past two years central banks have added 900 tonnes of gold on average to their reserves annually.",
        ),
        ("price_move", "186500 CNY/t", "湖南1#锑锭均价186500元/吨,0#锑锭均价188500元/吨,均与上周持平。"),
        (
            "price_move",
            "9 percent",
            "High-ash material from the port, thermal coal of 5,500 kcal, was down 9% at $71/t.",
        ),
        ("price_move", "21.5 USD/kg", "欧洲钼铁报价由周初的20.9-21.2美元/千克钼,小涨至21.5-21.9美元/千克钼。"),
        (
            "demand_change",
            "540000 bbl/day",
            "Implied gasoline demand slid to 8.7 million barrels per day, 540,000 less than a week before.",
        ),
        ("production_change", "800000 t/yr", "鄂托克一套80万吨甲醇装置10月8日起停车检修20天。"),
        ("production_change", "900000 t/yr", "宁东90万吨甲醇装置因故障10月中旬临停6日。"),
        ("price_move", "75 CNY/t", "山东氧化铝出厂价2860元/吨,上调75。"),
        ("price_move", "40 CNY/t", "二甲醚:河南4210元/吨,上涨40。"),
        (
            "stockpiling",
            "130000 t",
            "Washington Adds Potash Purchases to Reserve Plan\n\nThe government will buy 130,000 tonnes of potash for a new federal fertilizer reserve, officials said.",
        ),
        (
            "production_change",
            "120000 t/yr",
            "Marlow Zinc places Tarn refinery on care and maintenance\n\nMarlow Zinc said its zinc refinery at Tarn will be placed on care and maintenance from 3 May. The refinery has an annual capacity of 120,000 tonnes of zinc.",
        ),
        (
            "large_contract",
            "140000000 USD",
            "Sorrel Metals Awarded Antimony Contract by Defense Agency\n\nSorrel Metals has been awarded an indefinite-delivery contract to supply antimony ingots. The contract has a maximum value of $140 million over five years.",
        ),
        (
            "mna",
            "210000000 USD",
            "Corvane to sell its Arena gold mine\n\nRecently the company agreed to sell its Arena gold mine in Peru to Tovara. The deal includes an initial cash payment of $210 million and a $40 million contingent payment.",
        ),
        (
            "supply_source",
            "60000000000 m3",
            "Tarn Energy announces gas discovery offshore Cyprus\n\nTarn Energy has made a gas discovery offshore Cyprus. Preliminary estimates point to 60 to 90 billion cubic metres of gas in place.",
        ),
        (
            "stockpiling",
            "100000 t",
            "关于投放2026年第一批中央储备食糖的通知\n\n决定于5月9日竞卖中央储备食糖10万吨,竞卖底价6100元/吨。",
        ),
        (
            "production_change",
            "25 percent",
            "平谷镁企联合限产\n\n平谷县镁业协会召集会员企业开会,自5月10日起会员企业统一减产25%,为期两个月。",
        ),
        ("smuggling", "63 t", "走私锑锭逾60吨\n\n法院通报,此案涉及走私63余吨锑锭,其中21余吨在口岸被海关查扣。"),
        (
            "inventory_change",
            "1740 t",
            "碳酸锂日报:去库延续 17宗采矿证拟注销\n\n周度社会库存环比减少1740吨至104300吨。",
        ),
        ("price_move", "30 CNY/t", "港口62%白钾报2950元/吨,较上周上涨30元,青海60%粉晶到站价2870元/吨。"),
        ("supply_source", "1.2 t/yr", "该金矿计划2027年投产,达产后年均产金约1.2吨。"),
        ("price_move", "50 CNY/t", "二甲醚:河南心连心4120元/吨,上推50。"),
        ("price_move", "80 CNY/t", "醋酸:江苏索普2760元/吨,下修80,成交寥寥。"),
        (
            "production_change",
            "11200 t",
            "26家锌冶炼企业(涉及产能510万吨)中,5月精炼锌产量38.4万吨,环比减少1.12万吨,产能利用率82.1%。",
        ),
        (
            "production_change",
            "35 percent",
            "平谷镁企联合限产\n\n铁合金信息港:平谷县镁业协会召集会员企业开会,自5月10日起会员企业统一减产35%,为期两个月。",
        ),
        (
            "price_move",
            "31 percent",
            "On Monday the price of silver crossed the $48 mark for the first time, and the metal has so far appreciated by 31% this year.",
        ),
        (
            "demand_change",
            "38 t",
            "Outflows from gold ETFs went on for an eighth month, leading to a 38-ton decrease in holdings.",
        ),
        (
            "price_move",
            "2410 USD/oz",
            "Impact of rising gold prices on projects\n\nWith gold prices soaring to $2,410 per ounce, project values are rising, the chief executive said.",
        ),
        (
            "price_move",
            "9 percent",
            "High-ash coal from the port was down 9% at US$71/t, pulled by a drop of domestic prices.",
        ),
        (
            "price_move",
            "62 percent",
            "Standard grade cobalt metal in Europe has risen more than 62% since the ban began and was last assessed at $16.10-16.90 per lb.",
        ),
        (
            "production_change",
            "70000 t/yr",
            "Norlys Aluminium Restarts Idled Potline in Iceland\n\nNorlys Aluminium has restarted the potline that it took offline in 2022 at its Kolby smelter, adding 70,000 tonnes a year of capacity.",
        ),
        (
            "large_contract",
            "800000 t/yr",
            "Baltic Supply and Tarn LNG sign 15-year sale and purchase agreement\n\nUnder the agreement, 800,000 tonnes a year will be lifted by Baltic on a free-on-board basis for 15 years, with the first LNG cargo due in 2030.",
        ),
        (
            "large_contract",
            "1800 t/yr",
            "Carolina Magnetics and Brenner Enter Supply Agreement for Rare Earth Magnets\n\nDeliveries start in 2027 from the Kolby plant and rise to 1,800 metric tons a year in 2029.",
        ),
        (
            "price_move",
            "940 USD/kg",
            "MINOR METALS: Germanium hits new high in Rotterdam, gallium stable\n\nGallium 4N held at $940-1,100 per kg in Rotterdam.",
        ),
        (
            "mna",
            "280000000 USD",
            "Talks with a Chinese buyer about a sale of its Serra nickel mine for around $280 million are well advanced, the company said.",
        ),
        (
            "inventory_change",
            "1100000000 m3",
            "Gas inventories in the region rose by 1.1 billion cubic metres in the week and now stand at 94% of capacity.",
        ),
        (
            "supply_source",
            "160000 bbl/day",
            "Exports through the crude pipeline to Ceyhan, halted since March, will resume on Saturday at an initial 160,000 barrels per day.",
        ),
        (
            "price_move",
            "70 percent",
            "Over the last twelve months lithium prices have plummeted due to a glut, with some contracts seeing declines of nearly 70%.",
        ),
        (
            "export_control",
            "55 USD/t",
            "The export levy on chrome ore, which presently stands at $35 per tonne, remains in place until May and shall be raised to $55 per tonne on 1 June.",
        ),
        ("price_move", "980 USD/kg", "Gallium 4N held at $980-1,050 per kg in Rotterdam."),
        (
            "price_move",
            "3.4 percent",
            "Spot tin gained 3.4% on the week to close Friday at $33,150 a tonne, while stocks fell 5% to 4,120 tonnes.",
        ),
        (
            "production_change",
            "12 percent",
            "Harlan Gold produced 61,300 ounces in the third quarter, up 12% from the second quarter and 4% above the same period last year.",
        ),
        (
            "large_contract",
            "24000 t/yr",
            "Alder signed a five-year agreement to supply 24,000 tonnes a year of lithium hydroxide to Volanto, worth about $1.5 billion.",
        ),
        (
            "inventory_change",
            "3.1 percent",
            "Copper stocks in Shanghai rose 3.1% from a week earlier to 98,400 tonnes, the exchange said.",
        ),
        (
            "export_control",
            "15 percent",
            "Kolvia will levy a 15% duty on exports of manganese ore from July, after shipments rose 22% last year.",
        ),
        ("stockpiling", "40000 t", "The state reserve bought 40,000 tonnes of aluminium at 19,200 yuan a tonne."),
        (
            "demand_change",
            "6.5 percent",
            "Indian copper demand grew 6.5% to 1.9 million tonnes in the fiscal year, helped by spending of $4 billion on grids.",
        ),
        (
            "production_change",
            "30000 t/yr",
            "Bruneck will halve output at its 60,000-tonne-a-year zinc smelter, removing 30,000 tonnes a year from the market.",
        ),
        ("price_move", "25 USD/t", "Hard coking coal lost $25 in a month to trade at $188 a tonne fob Australia."),
        (
            "production_change",
            "200000 bbl/day",
            "The group agreed to raise output by 200,000 barrels a day from August, bringing total increases this year to 1.4 million.",
        ),
        ("smuggling", "2.4 t", "Customs seized 2.4 tonnes of gold bars worth $190 million hidden in 14 containers."),
        ("price_move", "2.7 percent", "沪锡主力合约收报265400元/吨,日内上涨2.7%,持仓增加1200手。"),
        ("price_move", "150 CNY/t", "唐山钢坯出厂价上调150元至3120元/吨,周累计上涨4%。"),
        (
            "inventory_change",
            "28600 t",
            "截至6月12日,全国主要市场铝锭库存48.2万吨,较上周四减少2.86万吨,较去年同期低31%。",
        ),
        ("supply_source", "50000 t/yr", "赣南年产5万吨锂盐项目一期投产,项目总投资18亿元。"),
        ("large_contract", "3200000000 CNY", "天岭股份与客户签订硅料销售合同,预计合同总金额约32亿元。"),
        ("mna", "51 percent", "岭东矿业拟收购纳米比亚铀矿51%股权。"),
        ("export_control", "50 percent", "该国将镍矿出口关税由30%上调至50%,7月1日起执行。"),
        ("production_change", "90000 t/yr", "受电力紧张影响,云岭铝业关停9万吨电解铝产能,占其总产能的三成。"),
        ("price_move", "800 CNY/t", "硫酸镍报价2.88万元/吨,较昨日下跌800元/吨。"),
        (
            "inventory_change",
            "1.9 percent",
            "Crude inventories fell by 8.1 million barrels, or 1.9%, to 417 million barrels in the week to 6 June.",
        ),
        (
            "price_move",
            "18 percent",
            "Antimony prices have climbed 18% since March to more than $29,000 a tonne as China kept curbs on exports.",
        ),
        ("stockpiling", "15 t", "The central bank added 15 tonnes of gold in May, taking its holdings to 410 tonnes."),
        (
            "large_contract",
            "2000000 t",
            "The utility awarded Tarn Coal a contract for 2 million tonnes of thermal coal for delivery through 2028.",
        ),
        (
            "production_change",
            "8 percent",
            "Orvane cut its 2026 copper guidance by 8% to 310,000-330,000 tonnes after a wall slide.",
        ),
        (
            "supply_source",
            "110000 t/yr",
            "The $900 million refinery will make 110,000 tonnes of alumina a year once it starts in 2028.",
        ),
        ("price_move", "4210 USD/oz", "Gold broke above $4,210 an ounce for the first time on Tuesday."),
        ("inventory_change", "2400 t", "LME tin inventories dropped to 2,400 tonnes, the lowest since January."),
        ("price_move", "12 USD/t", "铁矿石普氏指数本周下跌12美元,周五报94.5美元/吨。"),
    ],
)
def test_number_of_the_fact_itself(kind: str, number: str, text: str) -> None:
    assert main_numbers(text, kind) == {number}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Of the 33 antimony smelters in the sample, 14 had stopped production in May.", set()),
        ("Among 41 copper rod plants, several have suspended production.", set()),
        ("Of its nine zinc smelters, three have halted output.", set()),
        ("33家锑冶炼厂中14家停产。", {"14 count"}),
        ("在33家锑冶炼企业中，有14家停产。", {"14 count"}),
    ],
)
def test_all_there_are_is_no_count_of_those_that_stopped(text: str, numbers: set[str]) -> None:
    assert main_numbers(text, "production_change") == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Some 92% of union members voted to strike at the Tambora zinc mine.",
        "The offer was rejected by 89.5% of workers at Corvane's Dalby copper mine, who will down tools on Friday.",
        "铜矿工会91%的成员投票赞成罢工。",
        "工会以97%的赞成票通过罢工决议，铜矿将于周五停工。",
        "Production at the Dalby tin mine has stopped, three traders said.",
    ],
)
def test_those_who_vote_or_tell_are_no_size_of_a_stop(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction, signal.magnitude) == ("production_change", "halt", None)


def test_what_works_lose_is_by_how_much_they_make_less() -> None:
    text = "Corvane has halted its Dalby mine and expects to lose 900 tonnes of tin."
    (signal,) = DETECTOR.detect(article(text)).signals
    assert signal.magnitude is not None
    assert signal.magnitude.kind == "change_by"
    assert signal.magnitude.value == 900


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        # some of how many, or of whose
        ("production_change", "4 count", "Four of Halmahera's nickel smelters have suspended production."),
        ("production_change", "9 count", "9 of 27 surveyed copper rod plants had ceased production by Friday."),
        (
            "production_change",
            "3 count",
            "Orvane has placed three of its five palladium shafts on care and maintenance.",
        ),
        # a change behind a dash, without its naught, or told as a noun
        ("production_change", "48 percent", "Tin output was 1,940 tonnes in July — up 48% from June."),
        ("price_move", "0.3 percent", "Spot platinum hit $1,412.20 per ounce, representing a .3% increase."),
        (
            "price_move",
            "9 CNY/kg",
            "Crude selenium retreated to 161 yuan/kg, a loss of 9 yuan/kg, and tellurium held.",
        ),
        # parts of a whole
        (
            "inventory_change",
            "3150 t",
            "LME tin stocks fell 3,150 tonnes to 8,775 tonnes, with cancelled warrants at 44% of the total.",
        ),
        (
            "supply_source",
            "8200 t/yr",
            "The plant is designed with a nameplate capacity of 8,200 tonnes per year of rare-earth oxides, including up to 2,100 tonnes of NdPr oxide.",
        ),
        ("mna", "60 percent", "Ashvale bought a 60% interest in a Queensland coal mine that holds 310 million tonnes."),
        ("mna", "55 percent", "锂原集团完成收购阿根廷盐湖55%股权,该盐湖锂资源量820万吨LCE。"),
        # goods beside the rate of works that fell
        (
            "production_change",
            "31 percent",
            "Guizhou's sampled silicon plants made 1,760 mt as their operating rate fell to 31% from 44%.",
        ),
        # a measure by the year; a row of monies for one measure; a grade behind a colon
        ("export_control", "84000 t/yr", "Congo caps cobalt exports at 84,000 t a year"),
        ("price_move", "2715 EUR/oz", "The gold price slipped to €2,715 and £2,291 per ounce."),
        ("price_move", "1500 CNY/t", "钒价上行:98%片钒现款价上调1500元至7.1万元/吨"),
        # how much is made of what is reckoned in other goods; a deed of last month is no earlier figure; works that break down
        ("production_change", "38000 t/yr", "桐岭锂矿停产,该矿年产碳酸锂当量约3.8万吨。"),
        ("stockpiling", "5 t", "日本储备机构上月向企业借出5吨镓。"),
        ("production_change", "90000 t/yr", "广西一家锌冶炼厂因设备故障停产检修,年产能9万吨,预计停产20天。"),
        # a step told once more in brackets; a noun of a step behind a price
        ("inventory_change", "3.2 percent", "Rebar inventory came to 4.9 million mt, 162,000 mt (3.2%) down WoW."),
        ("inventory_change", "2.5 percent", "Zinc stocks were 98,400 t, 2,400 t (2.5%) higher than a week before."),
        (
            "price_move",
            "0.06 USD/lb",
            "Charge chrome was settled at $1.47/lb, an increase of 6 cents on the third quarter.",
        ),
        (
            "price_move",
            "7 percent",
            "The aluminium premium was fixed at $98 a tonne, a fall of 7% on the second quarter.",
        ),
        # the first of two duties; the target before what may come later
        (
            "export_control",
            "41.5 percent",
            "The ministry announced antidumping duties of 41.5 percent and countervailing duties of 97.2 percent on imports of silicon metal from Laos.",
        ),
        (
            "production_change",
            "45000 oz/yr",
            "Orvane outlined plans, targeting gold production of 45,000 ounces a year by 2028 and a potential expansion to 130,000 ounces by 2031.",
        ),
        # what a new source adds; a price that goes up in other words
        ("supply_source", "1600000 t/yr", "广西氧化铝二期投产,新增产能160万吨/年,总产能达到400万吨/年。"),
        ("supply_source", "28000 t/yr", "塞尔维亚一座铜矿开工建设,建成后年增产铜2.8万吨。"),
        ("price_move", "6 USD/t", "锂辉石精矿CIF报价845-860美元/吨,均价较前日上行6美元。"),
        # the state since the year's start beside the step of a week; the earlier number behind its noun
        (
            "inventory_change",
            "4125 t",
            "LME tin stocks, at 8,650 tons, shrank by 4,125 tons in the week, and are 41% below their level at the start of the year.",
        ),
        (
            "production_change",
            "2900000 oz",
            "Plata Real produced 2.9 million ounces of silver in the third quarter, an increase over the 2.3 million ounces of the second.",
        ),
        # the size of a contract that ends; a subject that lacks something
        ("large_contract", "30000 t", "长岭公告,终止与宁能签署的年供3万吨锂精矿包销协议。"),
        (
            "export_control",
            "35 percent",
            "The import duty on aluminium from countries without trade deals would rise to 35% from 10%.",
        ),
        # a word that two types share; a rate that works came to; a price behind its mark; a grade behind the goods
        (
            "stockpiling",
            "7 t",
            "Poland's central bank bought 7 t of gold in a month, taking the share of gold in its reserves to 19%.",
        ),
        (
            "supply_source",
            "45000 t/yr",
            "The third line fires up on Halmahera, with capacity of 45,000 tonnes of nickel a year, backed by $300 million of loans.",
        ),
        (
            "production_change",
            "6 count",
            "Six ammonia plants have gone offline as gas costs bite, taking nitrogen capacity in use down to 65%.",
        ),
        (
            "price_move",
            "30.62 USD/oz",
            "Silver punched through the $30 mark for the first time since 2012 and was last seen at $30.62/oz.",
        ),
        (
            "production_change",
            "35000 t/yr",
            "Orvane will shut a pair of zinc smelters, both of an annual capacity of less than 35,000 tonnes.",
        ),
        (
            "production_change",
            "21.5 percent",
            "Bauxite output was 2.4 million tonnes in the quarter, 21.5% and 38.2% lower than in the previous quarter and a year earlier, respectively.",
        ),
        ("price_move", "15 EUR/t", "Rebar offers in Bari rose by €15/t to €610-620/t ex-works, including 22% VAT."),
        (
            "production_change",
            "90000 t/yr",
            "The tin smelter, whose yearly smelting capacity is 90,000 tonnes, was shut on Monday.",
        ),
        (
            "price_move",
            "61 USD/kg",
            "NdPr metal (Nd 80% Pr 20%), fob China, stood at $61-63 per kg on Friday, flat from a week ago.",
        ),
        ("price_move", "6350 CNY/t", "Silico-manganese (65% Mn, 17% Si) rose to 6,350-6,400 yuan per tonne."),
        (
            "production_change",
            "41000 oz",
            "Hollin Gold cut its 2027 output guidance to 41,000 to 46,000 ounces from 52,000 to 58,000 ounces.",
        ),
        (
            "production_change",
            "41000 oz",
            "The venture lowered its 2027 guidance for gold production from between 52,000 to 58,000 ounces to 41,000 to 46,000 ounces.",
        ),
        ("price_move", "60 CNY/t", "Ferrosilicon 72% in Gansu added Yuan 60/mt to Yuan 5,610/mt over the week."),
        # two ranges of which the earlier leaves out its unit
        (
            "production_change",
            "5200000 t",
            "Paraguay's soybean crop is seen at 5.2 million to 5.4 million tonnes, against 5.5 million to 5.8 million foreseen in May.",
        ),
        # a range in words
        (
            "inventory_change",
            "1000000 bbl",
            "Diesel stocks probably fell by one to three million barrels, brokers said.",
        ),
        # what a figure is up on, without an article
        (
            "production_change",
            "61000 t",
            "Honduran cocoa output will reach 61,000 tonnes, up on just under 58,000 tonnes.",
        ),
        # how pure goods are, and what part of a market they took
        (
            "price_move",
            "412 USD/kg",
            "Kelda Metals lifted its list price for gallium pellets, minimum 99.98 percent, to 412 dollars per kg.",
        ),
        # goods told by what they are packed in
        ("demand_change", "700000 count", "Turkish cotton imports rose to 700,000 bales in May from 610,000."),
        ("large_contract", "90000 count", "Honduras sold 90,000 60-kg bags of coffee to Japan."),
        ("export_control", "400000 count", "Pakistan raised its cotton export quota to 400,000 170-kg bales."),
        # money whose code is a word
        ("price_move", "35 TRY/t", "Rebar prices in Izmir edged up by TRY35/mt to TRY24,100/mt ex-works."),
        # what is lost by a stop is no second fact
        (
            "production_change",
            "90000 bbl/day",
            "Gunmen shut down three oil fields in Yemen, causing the country's oil output to drop by 90,000 barrels per day.",
        ),
        (
            "production_change",
            "700 t/day",
            "A walkout has closed the Tarn mine, cutting copper output by 700 tonnes a day.",
        ),
        # letters that the text explains
        (
            "production_change",
            "4000000 t",
            "Lignite stocks in Odisha stood at 11 million tonnes (MT) on Monday. Lignite output is seen rising by 4 MT by March.",
        ),
        # the part of stocks that is spoken of, and what had been before
        (
            "inventory_change",
            "1650 t",
            "LME lead stocks fell 1,650 tonnes to 208,400 tonnes, with 27% of the metal earmarked for delivery.",
        ),
        # an earlier number behind a season
        (
            "production_change",
            "9100000 t",
            "Barley output is put at 9.1 million tonnes in 2027/28, against 9.6 million in 2026/27.",
        ),
        (
            "inventory_change",
            "2700000 t",
            "Polish wheat stocks are seen at 2.7 million tonnes at the end of 2027/28, up from a previous forecast of 2.4 million.",
        ),
        ("production_change", "4 percent", "金岭矿业上半年矿产铜3.1万吨,同比增长4%。"),
        ("price_move", "95 USD/t", "锌精矿加工费定为每吨95美元和每磅9.5美分,与上季持平。"),
        ("production_change", "21000 t/day", "6月有7座高炉计划复产,涉及产能约2.1万吨/天。"),
        ("production_change", "13000 t/day", "本周4座高炉停产检修,日影响铁水产量约1.3万吨。"),
    ],
)
def test_number_beside_parts_grades_and_other_rates(kind: str, number: str, text: str) -> None:
    assert main_numbers(text, kind) == {number}


def test_a_forecast_and_what_was_are_two_facts_of_one_sentence() -> None:
    text = "Orvane cut its gold output forecast to 305,000-325,000 oz (from 315,000-340,000 oz) after second-quarter output fell 3.1%."
    assert main_numbers(text, "production_change") == {"305000 oz", "3.1 percent"}


def test_what_had_been_before_takes_no_number_of_what_was_then() -> None:
    text = "Zinc settled up $14, or 0.5%, at $2,812 a tonne, having lost 3.1% last week."
    assert "0.5 percent" in main_numbers(text, "price_move")


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("production_change", "6 percent", "北岭矿业二季度铁矿石产量3100万吨,同比增长6%,环比增长14%。"),
        ("production_change", "9.1 percent", "再生铅产量11.2万吨,同比下降9.1%,环比减少4000吨。"),
        (
            "inventory_change",
            "2.4 percent",
            "Zinc stocks in Korean ports fell 2.4 percent from a month earlier to 51,000 tonnes, down 8 percent from a year ago.",
        ),
    ],
)
def test_a_second_comparison_of_one_count_is_no_second_fact(kind: str, number: str, text: str) -> None:
    assert main_numbers(text, kind) == {number}


def test_counts_of_two_things_of_one_sentence_are_two_facts() -> None:
    text = "Zinc output fell 3% from a year ago to 40,000 tonnes and zinc output in Peru fell 9% from a year ago."
    assert "3 percent" in main_numbers(text, "production_change")
