"""A table of phrases, English and Chinese, with every amount that a careful reader finds in them.

A line is `phrase => amounts`. An amount is `low[..high] unit [marks]`; marks are its bound (`about`, `at_least`, `at_most`), its
kind where it is `grade`, `bare`, `days` or `multiple`, `change`, its part (`from`, `to`, `by`) and `minus` or `plus`.
"""

from decimal import Decimal

import pytest

from tocsin.detect.quantities.amounts import Amount, find_amounts, parse_amount

PERCENTAGES = """
nickel gained 2.7% => 2.7 percent
output fell 11 percent => 11 percent
a drop of 4 per cent => 4 percent
up 3 pct from may => 3 percent
tariffs of 10-15% => 10..15 percent
between 5 and 7 percent => 5..7 percent
from 8% to 3% => 8 percent from | 3 percent to
5% to 7% higher => 5..7 percent
profit up 412%-530% => 412..530 percent
about 6.5% => 6.5 percent about
almost a quarter lower than in may => 25 percent about
六条生产线检修 => 6 count
7条产线停车 => 7 count
nearly 40 percent of supply => 40 percent about
climbed past $2,150 an ounce => 2150 USD/oz at_least
over the past 12 days => 12 days
每年采购LPG45万吨 => 450000 t/yr
guidance of 27-30 mŧ => 27000000..30000000 t
5,200 mŧ of lead => 5200 t
410 mt of tin => 410 t
2.41 million barrels, up 15,000 => 2410000 bbl | 15000 bbl
5.1 million tonnes, up 0.2 => 5100000 t | 200000 t
1.4 million bags => 1400000 count
35,000 tonnes of annual capacity => 35000 t/yr
0#锌 22360 -90 元/吨 => 22360 CNY/t | 90 CNY/t minus
gas at 92 p/th => 9.2 GBP/MMBtu
350,000 wet metric tons of ore => 350000 t
at 86.5p a therm => 8.65 GBP/MMBtu
two and a half million tonnes => 2500000 t
收购价5亿瑞典克朗 => 500000000 SEK
rs 3,640 per quintal => 36.40 INR/kg
120kozpa => 120000 oz/yr
more than 12% => 12 percent at_least
up to 30% => 30 percent at_most
at least 2% => 2 percent at_least
no more than 4.5% => 4.5 percent at_most
less than 1% => 1 percent at_most
roughly a third of demand => 33.3333 percent about
two-thirds of exports => 66.6667 percent
cut output by half => 50 percent by
cut by nearly half => 50 percent about by
half of the smelters => 50 percent
a quarter of the fleet => 25 percent
one-fifth of capacity => 20 percent
four-fifths of its exports => 80 percent
nearly nine tenths of the crop => 90 percent about
a sixth of supply => 16.6667 percent
a change of -1.5% => 1.5 percent minus
shares +3.2% => 3.2 percent plus
库存6200万重箱 => 3100000 t
黄金储备5000万盎斯 => 50000000 oz
可可库存220万袋 => 2200000 count
收盘价3600元/500千克 => 7.2 CNY/kg
作价18亿(人民币,下同) => 1800000000 CNY
(-0.8%) => 0.8 percent minus
(27.750,-0.35,-1.25%) => 0.35 count bare minus | 1.25 percent minus
下降6.39、6.23个百分点 => 6.39 pp | 6.23 pp
rates rose 25 basis points => 0.25 pp
a 50 bp cut => 0.5 pp
up 1.4 percentage points => 1.4 pp
down 0.5 pp => 0.5 pp
five percent => 5 percent
cut by one dlr a barrel => 1 USD/bbl by
lowered 75 cts a bbl to 19.25 dlrs => 0.75 USD/bbl | 19.25 USD/bbl to
raised by a cent a pound => 0.01 USD/lb by
142 stg a tonne => 142 GBP/t
lowered 1.25 dlrs to 18.10 dlrs => 1.25 USD | 18.10 USD to
rm3,905 per tonne => 3905 MYR/t
61,200 boe/d => 61200 bbl/day
48,300 gold equivalent ounces => 48300 oz
142,000 ounces of gold annually => 142000 oz/yr
6,500 tonnes of lithium hydroxide a year => 6500 t/yr
2,100 tonnes of tin a year earlier => 2100 t
2,100 tonnes a year ago => 2100 t
4 million tonnes of liquefied natural gas a year to the buyer => 4000000 t/yr
3,150 st. tons => 2857.631931 t
rose 3,275 tonnes to 141,600 => 3275 t | 141600 t to
rose 2.4 mln barrels to 319.5 mln => 2400000 bbl | 319500000 bbl to
twenty-five percent => 25 percent
同比增长7.3% => 7.3 percent
下降约12% => 12 percent about
跌幅超过5% => 5 percent at_least
涨幅达3.1% => 3.1 percent
降幅逾两成 => 20 percent at_least
减产三成 => 30 percent
减产三成半 => 35 percent
下降百分之八 => 8 percent
增长百分之三点五 => 3.5 percent
占全球的三分之一 => 33.3333 percent
近三分之二的产能 => 66.6667 percent about
约一半的产量 => 50 percent about
过半企业停产 => 50 percent at_least
提高1.2个百分点 => 1.2 pp
下调25个基点 => 0.25 pp
下调25bp => 0.25 pp
上涨2%-3% => 2..3 percent
上涨2至3% => 2..3 percent
三至五成 => 30..50 percent
由5%上调至8% => 5 percent from | 8 percent to
从12.5%降至9% => 12.5 percent from | 9 percent to
介于4%和6%之间 => 4..6 percent
在4%到6%之间 => 4..6 percent
增幅10%以上 => 10 percent at_least
跌2%左右 => 2 percent about
不足1% => 1 percent at_most
跌-0.3% => 0.3 percent minus
"""

MULTIPLES = """
prices doubled => 100 percent multiple change
prices have more than tripled => 200 percent multiple change at_least
quadrupled since march => 300 percent multiple change
output was halved => 50 percent multiple change
a tenfold increase => 900 percent multiple change
rose threefold => 200 percent multiple change
a 5-fold rise => 400 percent multiple change
to double its capacity => 100 percent multiple change to
three times the level of last year => 300 percent multiple
2.5 times => 250 percent multiple
nearly five times the demand => 500 percent multiple about
1.8x => 180 percent multiple
产量翻番 => 100 percent multiple change
价格翻了一番 => 100 percent multiple change
产能翻两番 => 300 percent multiple change
价格翻倍 => 100 percent multiple change
较年初增长3倍 => 300 percent multiple change
涨了10倍 => 1000 percent multiple change by
比年初高出近一倍 => 100 percent multiple change about
增长超过2.5倍 => 250 percent multiple change at_least
是去年的3倍 => 300 percent multiple
出口量腰斩 => 50 percent multiple change
利润减半 => 50 percent multiple change
"""

PRICES = """
copper at $9,412 a ton => 9412 USD/t
fell to 18,350 yuan per ton => 18350 CNY/t to
23,480 yuan/mt => 23480 CNY/t
us$78.4 per barrel => 78.4 USD/bbl
$78.40/bbl => 78.4 USD/bbl
gold at $2,611.20 an ounce => 2611.2 USD/oz
$31.05/oz => 31.05 USD/oz
412.35 cents per pound => 4.1235 USD/lb
us cents 35 => 35 count bare
14.20 us cents/lb => 0.142 USD/lb
€1,050/t => 1050 EUR/t
£1,620 per tonne => 1620 GBP/t
a$95 a tonne => 95 AUD/t
cny 63,200 per tonne => 63200 CNY/t
rmb 4,150/t => 4150 CNY/t
63,200-64,000 cny per ton => 63200..64000 CNY/t
$310-$325/t => 310..325 USD/t
$310-325 per tonne => 310..325 USD/t
4.5c/lb => 0.045 USD/lb
50$/t => 50 USD/t
每吨涨价1000-2000元 => 1000..2000 CNY/t
$1,305-10/oz => 1305..1310 USD/oz
up 200 yuan/mt to 82,000–82,200 yuan/mt => 200 CNY/t | 82000..82200 CNY/t to
fell $15 to $632/oz => 15 USD/oz | 632 USD/oz to
gained $5.90, or 0.5%, to settle at $1,297.90/oz => 5.90 USD/oz | 0.5 percent | 1297.90 USD/oz to
$330 per mtu => 330 USD/mtu
$12.50/dmtu => 12.5 USD/mtu
$2.91 per million british thermal units => 2.91 USD/MMBtu
$3.05/mmbtu => 3.05 USD/MMBtu
$1.75 a gallon => 73.5 USD/bbl
at 640 cents a bushel => 6.4 USD/bu
€45 per mwh => 45 EUR/MWh
earned $1.59 per diluted share => 1.59 USD/count
$92.24 a share => 92.24 USD/count
rs 30,200 per 10 gm => 3020000 INR/kg
报7.44万元/吨 => 74400 CNY/t to
118.45万元/吨 => 1184500 CNY/t
3850元/吨 => 3850 CNY/t
640—660元/吨 => 640..660 CNY/t
上涨45-50元/吨 => 45..50 CNY/t
每吨2.25万美元 => 22500 USD/t
每公斤4200元 => 4200 CNY/kg
4200元/公斤 => 4200 CNY/kg
5.3元/克 => 5300 CNY/kg
2610美元/盎司 => 2610 USD/oz
每桶78.4美元 => 78.4 USD/bbl
上涨1.19美元,至每桶101.93美元 => 1.19 USD/bbl | 101.93 USD/bbl to
176美元/干吨 => 176 USD/t
330美元/吨度 => 330 USD/mtu
85美分/磅 => 0.85 USD/lb
640美分/蒲式耳 => 6.4 USD/bu
12万/吨 => 120000 CNY/t
每股10.5港元 => 10.5 HKD/count
3.2元/立方米 => 3.2 CNY/m3
每吨约1.6万元 => 16000 CNY/t about
约每吨1.6万元 => 16000 CNY/t about
跌至15.8万元/吨附近 => 158000 CNY/t about to
由每吨580美元涨至610美元 => 580 USD/t from | 610 USD/t to
59万日元/吨 => 590000 JPY/t
18,350 yuan ($2,580) a ton => 18350 CNY/t | 2580 USD/t
up 1,000 yuan to 75,500 yuan per tonne => 1000 CNY/t | 75500 CNY/t to
每吨上涨500元 => 500 CNY/t
每磅上涨5美分至4.2美元 => 0.05 USD/lb | 4.2 USD/lb to
由每吨5.2万元上调至5.5万元 => 52000 CNY/t from | 55000 CNY/t to
上涨500元至82000元/吨 => 500 CNY/t | 82000 CNY/t to
"""

MONEY = """
a $245 million contract => 245000000 USD
a contract worth up to $245 million => 245000000 USD at_most
us$1.2bn => 1200000000 USD
$30 million => 30000000 USD
$30-million => 30000000 USD
$150m => 150000000 USD
$5k => 5000 USD
$2.4t of assets => 2400000000000 USD
c$30 million => 30000000 CAD
hk$4.5 million => 4500000 HKD
nt$900 million => 900000000 TWD
a$97 million => 97000000 AUD
€3 billion => 3000000000 EUR
£12m => 12000000 GBP
900 million to 960 million yuan => 900000000..960000000 CNY
$1.2bn-$1.4bn => 1200000000..1400000000 USD
$3-5 million => 3000000..5000000 USD
around 40 billion roubles => 40000000000 RUB about
5 million dollars => 5000000 USD
12 million euros => 12000000 EUR
600 billion yen => 600000000000 JPY
a $0 charge => 0 USD
100 billion won => 100000000000 KRW
8.6亿元 => 860000000 CNY
1.2亿美元 => 120000000 USD
3000万港元 => 30000000 HKD
10.6亿澳元 => 1060000000 AUD
人民币2.5亿元 => 250000000 CNY
¥500 => 500 CNY
2亿3000万元 => 230000000 CNY
一百二十三万元 => 1230000 CNY
逾50亿欧元 => 5000000000 EUR at_least
94,835,000元 => 94835000 CNY
5000-1万元 => 5000..10000 CNY
约合人民币3亿元 => 300000000 CNY about
两千万美元 => 20000000 USD
"""

QUANTITIES = """
8,616 tons and 4,056 tons => 8616 t | 4056 t
4 and 8 thousand tonnes => 4000 t | 8000 t
3 to 5 million tonnes => 3000000..5000000 t
12,700 metric tons => 12700 t
30,000 mt => 30000 t
12.5 mt of ore => 12500000 t
450 kt => 450000 t
20,000 short tons => 18143.6948 t
15 long tons => 15.240703632 t
a 10,000-tonne cargo => 10000 t
200 kilograms => 200 kg
500 grams => 0.5 kg
1.8 million ounces => 1800000 oz
350 koz => 350000 oz
1.2 moz => 1200000 oz
15.7 million pounds => 15700000 lb
40 mlb => 40000000 lb
4.8 million barrels => 4800000 bbl
2 bcm => 2000000000 m3
40 billion cubic metres => 40000000000 m3
90 bcf => 2548516193.28 m3
3.67 billion bushels => 3670000000 bu
12 gwh => 12000 MWh
over 3,800 tons => 3800 t at_least
some 20,000 tonnes => 20000 t about
5m tonnes of ore => 5000000 t
64,161 tonnes => 64161 t
100 770 tonnes => 100770 t
three million tonnes => 3000000 t
half a million tonnes => 500000 t
1.27万吨 => 12700 t
11.2亿吨 => 1120000000 t
约2500万吨~3000万吨 => 25000000..30000000 t about
3800余吨 => 3800 t at_least
三百多万吨 => 3000000 t at_least
一万二千吨 => 12000 t
25吨黄金 => 25 t
129公吨 => 129 t
由14.4吨增至39.5吨 => 14.4 t from | 39.5 t to
480万桶 => 4800000 bbl
36.7亿蒲式耳 => 3670000000 bu
约40亿立方米 => 4000000000 m3 about
350亿方 => 35000000000 m3
80吨以下 => 80 t at_most
不低于6000吨 => 6000 t at_least
600公斤 => 600 kg
2.5万盎司 => 25000 oz
1.2亿千瓦时 => 120000 MWh
14和39吨 => 14 t | 39 t
5万至8万吨 => 50000..80000 t
5至8万吨 => 50000..80000 t
to 5 million tonnes from 4.5 million => 5000000 t to | 4500000 t from
24.1 million tonnes versus 23.5 million => 24100000 t | 23500000 t
from 5 to 8 million tonnes => 5000000 t from | 8000000 t to
"""

RATES = """
137,000 barrels a day => 137000 bbl/day
1.8 million bpd => 1800000 bbl/day
300 kb/d => 300000 bbl/day
1.4 mb/d => 1400000 bbl/day
137,000 barrels daily => 137000 bbl/day
2.7 million tons annually => 2700000 t/yr
1,000 metric tonnes per month => 1000 t/month
ranging from 100 to 200 tonnes per month => 100..200 t/month
45,000 tpa => 45000 t/yr
45 ktpa => 45000 t/yr
1.5 mtpa => 1500000 t/yr
3,000 t/y => 3000 t/yr
500 tpd => 500 t/day
60 million cubic metres a day => 60000000 m3/day
$5 million a year => 5000000 USD/yr
7000吨/年 => 7000 t/yr
年产5万吨 => 50000 t/yr
月产800吨 => 800 t/month
日均169.23万吨 => 1692300 t/day
80万桶/日 => 800000 bbl/day
每天60万桶 => 600000 bbl/day
from 9.5 million to 10 million bpd => 9500000 bbl/day from | 10000000 bbl/day to
2.5 million-tonne-per-year => 2500000 t/yr
增产约10万至15万桶/日 => 100000..150000 bbl/day about
"""

COUNTS = """
18 producers halted output => 18 count
three mines => 3 count
two antimony smelters => 2 count
24 additional mining claims => 24 count
a dozen plants => 12 count
more than 210 claims => 210 count at_least
five blast furnaces => 5 count
33家企业 => 33 count
5座矿山 => 5 count
20多家冶炼厂 => 20 count at_least
两家工厂 => 2 count
百余家 => 100 count at_least
三座高炉 => 3 count
12艘油轮 => 12 count
213家停产 => 213 count
4.37 days of stock => 4.37 days
30天 => 30 days
16天左右 => 16 days about
10个交易日 => 10 days
within 10 business days => 10 days at_most
two weeks of supply => 14 days
days of inventories reached 4.37 => 4.37 days
库存天数为16 => 16 days
an increase of 5 compared => 5 count bare
down 0.45 wow => 0.45 count bare
gained 1,250 on the day => 1250 count bare
下跌13520 => 13520 count bare
"""

GRADES = """
concentrate (reo=50%) => 50 percent grade
min 62% fe => 62 percent grade at_least
spodumene 6% li2o => 6 percent grade
antimony ingot 99.65% => 99.65 percent grade
99.99% purity => 99.99 percent grade
grading 2.1% copper => 2.1 percent grade
品位62%的铁矿 => 62 percent grade
纯度99.9% => 99.9 percent grade
63.5%现货粉矿 => 63.5 percent grade
铁矿石62%指数 => 62 percent grade
55%min锑精矿 => 55 percent grade
"""

NOTHING = """
on 2025-07-13 16:09
july 13, 2025
13 july 2025
7月13日16时
2025年7月
1-4月
1—4月
2018-20年
in 2024
the 1990s
since 2019 and 2021
shares (01208)
uamy.us and 600111.sh
as noted [1][3][21]
call +1-604-555-0142
888-555-0100
version 2.4.1
q3 2025
h1 results
sc6 and f-35
covid-19
the g7
s&p 500
24/7 support
li2o and co2
a 10-year low
a 7-week high
a three-day rally
the 200-day line
3 months
two years
第3季度
第三家工厂
一家工厂
一个项目
进一步
十年来
数十家
几百吨
section 2.1 copper
1、公司公告
2. outlook
chapter 7
page 12
沪铜2511合约
58岁
150人
100万股
5 hectares
12 mw
37 ℃
one mine
the first half of the year
second half
half-year report
no. 2 smelter
5.2 g/t gold
0.5 ppm
&#169;
周五升至新高
三成本项目
a yield of 81⁄2
14 may 2025
by 1230 gmt
"""

SECTIONS = (PERCENTAGES, MULTIPLES, PRICES, MONEY, QUANTITIES, RATES, COUNTS, GRADES)
CASES = [tuple(line.split(" => ")) for section in SECTIONS for line in section.strip().splitlines()]
SILENT = NOTHING.strip().splitlines()
_SHOWN = {"grade", "bare", "multiple"}


def describe(amount: Amount) -> str:
    """Write an amount as the table does."""
    low, high = (format(value.normalize(), "f") for value in (amount.low, amount.high))
    marks = [
        *([amount.kind] if amount.kind in _SHOWN else []),
        *(["change"] if amount.change else []),
        *([amount.bound] if amount.bound != "exact" else []),
        *([amount.part] if amount.part != "none" else []),
        *({-1: ["minus"], 1: ["plus"]}.get(amount.sign, [])),
    ]
    return " ".join([low if low == high else f"{low}..{high}", amount.unit, *sorted(marks)])


def normalized(expected: str) -> str:
    """Bring a line's amounts into the order of `describe`."""
    shown = []
    for part in expected.split(" | "):
        number, unit, *marks = part.split()
        ends = [format(Decimal(end).normalize(), "f") for end in number.split("..")]
        shown.append(" ".join(["..".join(ends), unit, *sorted(marks)]))
    return " | ".join(shown)


def test_the_table_is_broad() -> None:
    assert len(CASES) + len(SILENT) >= 250


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_every_amount_of_a_phrase_is_found(text: str, expected: str) -> None:
    assert " | ".join(map(describe, find_amounts(text))) == normalized(expected)


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_the_joined_spans_of_an_amount_give_it_again(text: str) -> None:
    for amount in find_amounts(text):
        again = parse_amount(amount.text(text))
        assert again is not None
        assert (again.low, again.high, again.unit, again.step, again.bound, again.kind, again.change) == (
            amount.low,
            amount.high,
            amount.unit,
            amount.step,
            amount.bound,
            amount.kind,
            amount.change,
        )


@pytest.mark.parametrize("text", SILENT)
def test_dates_codes_and_references_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == []
