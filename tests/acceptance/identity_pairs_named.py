"""More pairs: names that another language puts otherwise, what a figure is compared with, one more of a kind. All invented."""

from tests.acceptance.identity_pairs import CONTROL, DEAL, MNA, OUTPUT, PRICE, Pair

NAMED = [
    Pair("a firm whose name is translated", OUTPUT, "same",
         "Silver Heron Mining has suspended its Ruda Alta zinc mine after a rockfall.", "银鹭矿业的锌矿因岩崩已停产。", 5),
    Pair("two firms whose names are translated", OUTPUT, "new",
         "Silver Heron Mining has suspended its Ruda Alta zinc mine after a rockfall.", "加拿大黑狼矿业宣布，其Quilpue锌矿因岩崩已停产。", 30),
    Pair("a Japanese buyer by its characters", DEAL, "same",
         "Nakamura Cathode signed a contract to buy 12,000 tonnes a year of lithium hydroxide from Larvik Lithium.",
         "日本中村正极与Larvik Lithium签订合同，每年采购氢氧化锂1.2万吨。", 20),
    Pair("a seller half translated, half by its sound", DEAL, "same",
         "Talbot Alkali signed a contract to supply 60,000 tonnes of caustic soda to a refinery in Borneo.",
         "塔尔博特碱业签订合同，将向婆罗洲一家氧化铝厂供应6万吨烧碱。", 22),
    Pair("a plant named with and without what it makes", OUTPUT, "same",
         "荣川锂业公告，蓬溪碳酸锂工厂自5月6日起停产检修。", "荣川锂业蓬溪工厂本周起停产检修。", 20, begins="2026-05-06"),
    Pair("a firm told by its first letters in Chinese", OUTPUT, "same",
         "PT Halmahera Nikel Abadi has cut nickel pig iron production at its smelter by 20%.",
         "市场消息称，印尼HNA镍铁厂将高镍生铁产量下调20%。", 18),
    Pair("another firm of the country, told by its first letters", OUTPUT, "new",
         "印尼HNA镍铁厂将高镍生铁产量下调20%。", "印尼KSI镍铁厂将高镍生铁产量下调20%。", 40),
    Pair("a second mine of the owner, the first one beside it", OUTPUT, "new",
         "Minera Aguada Norte suspended copper mining at Cerro Limpio on Monday because of snow.",
         "After Cerro Limpio, its sister mine Quebrada Sur halted copper production on Thursday, the same operator said.", 76),
    Pair("a licence each for two firms", CONTROL, "new",
         "The trade ministry of Vietnam has granted Ha Long Magnets a licence to export rare earth magnets.",
         "The trade ministry of Vietnam has issued Red River Alloys a licence to export rare earth magnets to Japan.", 50),
    Pair("one firm's licence told by two outlets", CONTROL, "same",
         "The trade ministry of Vietnam has granted Ha Long Magnets a licence to export rare earth magnets.",
         "Ha Long Magnets has received its licence to export rare earth magnets from Vietnam's trade ministry.", 20),
]  # fmt: skip

COMPARED = [
    Pair("a month's output, compared with the month of the year before", OUTPUT, "same",
         "Crude steel production of Portugal in July 2026 was 0.21 million tonnes, down 3.4% on July 2025.",
         "葡萄牙7月粗钢产量21万吨，同比下降3.4%。", 20, begins="2026-08-25"),
    Pair("a quarter told by its months", OUTPUT, "same",
         "Tamarugo's copper production reached 84,000 tonnes between January and March, 6.2% more than a year ago.",
         "Tamarugo's first-quarter copper production rose 6.2% to 84,000 tonnes.", 20, begins="2026-04-20"),
    Pair("a range compared with that of another day", PRICE, "same",
         "Bismuth prices were assessed at $31-33/lb in Rotterdam on 12 March, down from $33-35/lb on 5 March.",
         "Bismuth prices in Rotterdam fell to $31-33/lb on Thursday.", 4, begins="2026-03-12"),
    Pair("a close and the mark of last year that it is below", PRICE, "same",
         "Cocoa fell on Tuesday to its weakest since March last year. The May contract closed down 120 pounds, or 3.4%, at 3,410 pounds a ton.",
         "May cocoa futures lost 3.4% on Tuesday and finished at £3,410 a tonne.", 3, begins="2025-01-07"),
    Pair("a month's purchase for the reserve, in ounces and tonnes", "stockpiling", "same",
         "截至2025年11月末，我国黄金储备为7402万盎司，较10月末增加2万盎司。", "中国央行11月增持黄金约0.62吨。", 1, begins="2025-12-07"),
    Pair("a duty in force, as it was notified months before", CONTROL, "same",
         "Kenya will raise its export duty on manganese ore to 60% from 50% on 1 July, the treasury notified.",
         "Kenya's higher export duty of 60% on manganese ore took effect on Wednesday, as notified in April.", 24 * 75, begins="2026-04-17"),
]  # fmt: skip

HEADED = [
    Pair("a line's stop whose firm only headline and lead name", OUTPUT, "same",
         "祥和锂业公告检修计划\n\n祥和锂业公告，将安排年度检修。公司年产4万吨碳酸锂产线已停产。",
         "Xianghe Lithium has shut its 40,000 t/yr lithium carbonate line for maintenance.", 60),
    Pair("a line of the same size, another firm in the headline", OUTPUT, "new",
         "祥和锂业公告检修计划\n\n祥和锂业公告，将安排年度检修。公司年产4万吨碳酸锂产线已停产。",
         "宏远锂业公告检修计划\n\n宏远锂业公告，将安排年度检修。公司年产4万吨碳酸锂产线已停产。", 30),
]  # fmt: skip

LATER = [
    Pair("a stake agreed, and closed two months later", MNA, "same",
         "Vantor Materials will buy 17.4% of lithium miner Coolbarra for A$310 million, the companies said.",
         "Vantor Materials has bought 17.4% of lithium miner Coolbarra, completing its investment.", 24 * 56),
    Pair("one buyer, a round volume, sellers in two scripts weeks apart", DEAL, "new",
         "Norvik Graphite has signed a binding offtake agreement with Voltera for 14,000 tonnes a year of spherical graphite.",
         "华铎碳业宣布，与电芯制造商Voltera签订石墨供货协议，每年供应1.4万吨。", 24 * 20),
    Pair("maintenance planned in Chinese, begun weeks later in English", OUTPUT, "same",
         "池州金谷铜业计划自4月9日起停炉检修，为期30天左右。",
         "China's Chizhou Jingu Copper halted its smelter on 9 April for maintenance.", 24 * 42, begins="2026-02-26"),
    Pair("a smelter's planned stop and another smelter's stop of that day", OUTPUT, "new",
         "池州金谷铜业计划自4月9日起停炉检修，为期30天左右。",
         "China's Fuyang Hengtai Copper halted its smelter on 9 April for maintenance.", 24 * 42, begins="2026-02-26"),
    Pair("a list price to rise on a date ahead, and in force on it", PRICE, "same",
         "Kestrel Oxides will raise its price of antimony trioxide by 4% from December 1.",
         "Antimony trioxide from Kestrel Oxides has become 4% dearer with effect from December 1, two buyers said.", 24 * 11,
         begins="2025-11-21"),
    Pair("a field by its name, and by the region that it lies in", OUTPUT, "same",
         "Nordhav Energi has resumed oil production at the Sleivand field at its full rate of 140,000 barrels per day.",
         "Nordhav Energi's Arctic oilfield back on stream after a week's outage", 3),
]  # fmt: skip

PAIRS = [*NAMED, *COMPARED, *HEADED, *LATER]
