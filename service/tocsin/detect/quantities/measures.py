"""What numbers count: physical units, shares of a whole, counted things, time, and words that make a number no amount.

Every entry turns a printed unit into a base unit of `tocsin.messages.units` by an exact factor.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tocsin.detect.quantities.numbers import ONE


@dataclass(frozen=True, slots=True)
class Measure:
    """A printed unit. `factor` base units are one of it; `inverse` is printed units per base unit, where that is exact.

    `sort` says what it measures: `quantity` may be divided by time, `rate` already is, `skip` makes the number no amount.
    `mega` marks `mt`, which a number with decimals reads as million tonnes.
    """

    sort: Literal["percent", "pp", "multiple", "quantity", "rate", "count", "days", "skip"]
    unit: str
    factor: Decimal = ONE
    inverse: Decimal | None = None
    mega: bool = False

    @property
    def per(self) -> Decimal:
        """By what a price per this unit is multiplied to be per base unit."""
        return ONE / self.factor if self.inverse is None else self.inverse


def _quantity(unit: str, table: str) -> dict[str, Measure]:
    """Read lines of `factor: name|name`."""
    found = {}
    for line in table.strip().splitlines():
        factor, _, names = line.strip().partition(": ")
        for name in names.split("|"):
            found[name] = Measure("quantity", unit, Decimal(factor))
    return found


QUANTITIES: dict[str, Measure] = (
    _quantity(
        "t",
        """
        1: t|ton|tons|tonne|tonnes|wet ton|wet tons|wet tonne|wet tonnes|metric ton|metric tons|metric tonne|metric tonnes|metric tone|metric tones|dry metric ton|dry metric tons|dmt|wmt|mts|tu
        1: dry metric tonne|dry metric tonnes|wet metric ton|wet metric tons|wet metric tonne|wet metric tonnes|dry ton|dry tons|dry tonne|dry tonnes|tonnage|tonnes lce|tonnes of lce|t lce|bone-dry tonnes
        1: 吨|公吨|干吨|湿吨|干公吨|金属吨|实物吨|标吨
        0.05: 重箱|重量箱
        0.90718474: short ton|short tons|st. ton|st. tons|net ton|net tons|短吨
        1.0160469088: long ton|long tons|gross ton|gross tons|长吨
        1000: kt|kilotonne|kilotonnes|kiloton|kilotons|ktonnes
        1000000: mmt|megatonne|megatonnes|megaton|megatons|mŧ
        """,
    )
    | _quantity(
        "kg",
        """
        1: kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|公斤|千克
        0.5: 斤|市斤
        100: quintal|quintals|qtl|公担
        0.001: gram|grams|gramme|grammes|克
        """,
    )
    | _quantity(
        "lb",
        """
        1: lb|lbs|pound|pounds|磅
        1000: klb|klbs
        1000000: mlb|mlbs|mmlb|mmlbs
        100: cwt|hundredweight
        """,
    )
    | _quantity(
        "oz",
        """
        1: oz|ozs|ounce|ounces|troy ounce|troy ounces|troy oz|toz|ozt|geo|geos|盎司|盎斯|安士
        1: gold ounces|silver ounces|gold oz|silver oz|platinum ounces|pgm ounces|4e ounces|gold equivalent ounces|gold-equivalent ounces|silver equivalent ounces|silver-equivalent ounces
        1: attributable ounces|attributable gold ounces|attributable silver ounces|payable ounces|payable gold ounces|payable silver ounces
        1000: koz|kozs
        1000000: moz|mozs
        """,
    )
    | _quantity(
        "bbl",
        """
        1: bbl|bbls|barrel|barrels|boe|boes|barrels of oil equivalent|barrels of oil-equivalent|桶
        1000: kbbl|kbbls|kboe|mboe
        1000000: mmboe|mmbbl|mmbbls|mmbbl.|mb|mmb
        """,
    )
    | _quantity(
        "m3",
        """
        1: m3|kl|kilolitre|kilolitres|kiloliter|kiloliters|cbm|cu m|cubic metre|cubic metres|cubic meter|cubic meters|立方米|立方|标方
        0.001: litre|litres|liter|liters|升|公升
        1000000: mcm
        1000000000: bcm
        0.028316846592: cubic foot|cubic feet|cu ft|cf|standard cubic foot|standard cubic feet|scf|立方英尺
        28.316846592: mcf|mscf
        28316.846592: mmcf|mmscf
        28316846.592: bcf|bscf
        28316846592: tcf
        """,
    )
    | _quantity("bu", "1: bu|bushel|bushels|蒲式耳|蒲\n1000000: mbu")
    | _quantity(
        "MWh",
        """
        1: mwh|megawatt hour|megawatt hours|megawatt-hour|megawatt-hours|兆瓦时
        0.001: kwh|kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours|千瓦时|度电
        1000: gwh|gigawatt hours|gigawatt-hours|吉瓦时
        1000000: twh|terawatt hours|terawatt-hours|太瓦时
        """,
    )
    | _quantity("mtu", "1: mtu|mtus|dmtu|metric ton unit|metric ton units|metric tonne unit|吨度")
    | _quantity(
        "MMBtu",
        "0.1: therm|therms|th|撒姆\n1: mmbtu|million btu|million british thermal units|million british thermal unit|百万英热|百万英热单位|百万英热量单位|百万英国热量单位",
    )
)
CUBIC = QUANTITIES["立方"]
"""What 方 means behind 万 or 亿."""
QUANTITIES["mt"] = Measure("quantity", "t", mega=True)
MEGA = QUANTITIES["mŧ"]
"""What `Mt` is folded to behind a number."""
_GALLON = Measure("quantity", "bbl", ONE / 42, Decimal(42))
QUANTITIES |= dict.fromkeys(("gallon", "gallons", "gal", "加仑"), _GALLON)


def _rates(unit: str, table: str) -> dict[str, Measure]:
    return {name: Measure("rate", unit, measure.factor) for name, measure in _quantity(unit, table).items()}


RATES: dict[str, Measure] = (
    _rates(
        "bbl/day",
        "1: bpd|b/d|bopd|bbl/d|bbls/d|boepd|boe/d|boed\n1000: kb/d|kbd|kbpd|tb/d|kboe/d|kboepd|mboe/d|mboepd\n1000000: mb/d|mbd|mbpd|mmbpd|mmb/d|mmbbl/d|mbbl/d",
    )
    | _rates("t/yr", "1: tpa|tpy|t/a|t/y\n1000: ktpa|ktpy|kt/a|kt/y\n1000000: mtpa|mtpy|mt/a|mt/y|mmtpa|mt/yr|mty")
    | _rates("t/yr", "0.90718474: st/yr|st/y|st/a")
    | _rates("t/day", "1: tpd|t/d\n1000: ktpd")
    | _rates("t/month", "1: tpm|t/m")
    | _rates("oz/yr", "1: ozpa\n1000: kozpa\n1000000: mozpa")
    | _rates("m3/day", "28316.846592: mmcfd|mmcf/d|mmcfe/d|mmcfed\n28316846.592: bcfd|bcf/d|bcfe/d\n1000000: mcm/d")
)

PERCENT: dict[str, Measure] = (
    dict.fromkeys(("%", "percent", "per cent", "per-cent", "pct", "pct.", "pc"), Measure("percent", "percent"))
    | {"‰": Measure("percent", "percent", Decimal("0.1")), "成": Measure("percent", "percent", Decimal(10))}
    | dict.fromkeys(
        "个百分点|百分点|pp|ppt|ppts|percentage point|percentage points|percentage-point|%-point|% points|%-points"
        "|pct points|percent point|percent points".split("|"),
        Measure("pp", "pp"),
    )
    | dict.fromkeys("bp|bps|basis point|basis points|个基点|基点|个bp".split("|"), Measure("pp", "pp", Decimal("0.01")))
    | dict.fromkeys("times|x|倍".split("|"), Measure("multiple", "percent", Decimal(100)))
)
FOLD = Measure("multiple", "percent", Decimal(100))
"""Tenfold states what becomes of a thing: ten times of it, a change of 900 percent."""
PERCENT["fold"] = FOLD

COUNT = Measure("count", "count")
CLASSIFIERS: dict[str, Measure] = dict.fromkeys(
    "袋|家|座|艘|张|条生产线|条产线|条船|台|口井|宗|起|例|头|辆|架|处|所|户|个项目|个矿山|个矿区|个矿|个工厂|个厂|个基地"
    "|个油田|个气田|个港口|个国家|个钻机|个煤矿|个炉|个电站|个高炉|只|套|罐|家企业".split("|"),
    COUNT,
)
COUNT_NOUNS = (
    "producers plants mines smelters refiners enterprises firms mills furnaces rigs wells projects claims "
    "vessels tankers ships shipments units operations makers suppliers provinces sites vehicles potlines pots "
    "kilns concessions licences licenses permits blocks fields trains reactors terminals pipelines cells cases "
    "truckloads trucks containers manufacturers exporters importers miners steelmakers traders buyers ports "
    "warehouses converters plantations farms deposits drillholes railcars cars companies refineries factories "
    "facilities countries bags bales boxes sacks cargoes cargos entities foundries territories batteries shafts pits collieries quarries"
).split()
"""What news counts, in the plural."""

DAYS: dict[str, Measure] = dict.fromkeys(
    "day|days|business days|trading days|working days|calendar days|天|日历天|个交易日|交易日|个工作日|个自然日".split(
        "|"
    ),
    Measure("days", "days"),
) | dict.fromkeys("week|weeks|周|星期|个星期".split("|"), Measure("days", "days", Decimal(7)))

_NO_AMOUNT = (
    # time, dates, order
    "year|years|yr|yrs|month|months|quarter|quarters|hour|hours|hr|hrs|minute|minutes|min|mins|second|seconds|decade|decades"
    "|century|centuries|gmt|edt|est|utc|bst|a.m.|p.m.|am|pm|a.m|p.m|st|nd|rd|th|s|january|february|march|april|june|july|august|september"
    "|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|年|年期|年度|年代|月|月份|日|号|时|点|点钟|小时"
    "|分钟|秒|个月|个季度|季度|季|旬|期|届|次|版|周年|周岁|岁|级|层|楼|环|世纪|-year|-years|-month|-months|-day|-days"
    "|-week|-weeks|-hour|-hours|-year-old|-quarter|-minute|-year-high|-month-high"
    # other dimensions
    "|mm|cm|km|metre|metres|meter|meters|mile|miles|foot|feet|ft|inch|inches|hectare|hectares|ha|acre|acres|sq km|square"
    "|kilometre|kilometres|kilometer|kilometers|公里|千米|米|毫米|厘米|英里|英尺|英寸|亩|公顷|英亩|平方|平方米|平方公里"
    "|℃|°c|°f|°|degrees|度|大卡|千卡|kcal|gw|mw|kw|gigawatt|gigawatts|megawatt|megawatts|kilowatts|watts|千瓦|兆瓦|吉瓦"
    "|gb|tb|mb|hp|mph|km/h|hz|ghz|mhz|nm|μm|um|mg|ml|ppm|ppb|g/t|g/l|gpt|mg/l|克/吨|mva|kv|dpi|carat|carats|克拉"
    # people and paper
    "|people|person|persons|employees|workers|staff|jobs|men|women|children|students|users|customers|homes|households"
    "|patients|passengers|soldiers|troops|deaths|cases of|votes|seats|points|点位|个点|shares|share|common shares"
    "|ordinary shares|warrants|units of|lots|contracts|pages|chapters|人|名|位|股|手|种|项|笔|篇|条|章|页|款|字|封|份"
    "|例如|合约|员|万人次|人次|市|省|国|天然|日均|g|gs|d|k|r|rd"
).split("|")
NO_AMOUNT: dict[str, Measure] = dict.fromkeys(_NO_AMOUNT, Measure("skip", ""))

AFTER_NUMBER: dict[str, Measure] = NO_AMOUNT | DAYS | CLASSIFIERS | QUANTITIES | RATES | PERCENT
"""Every unit that may follow a number, by its folded text."""

GOES_ON: dict[str, str] = {
    "袋": "装鼠子式",
    "成": "员本立功长为分品交都果熟年绩就型", "升": "至值级到水温幅高贴势降", "张": "图家口贴表力罚榜照片海票脸纸床网旗", "家": "电居具庭长禽乡属", "台": "湾积风阶", "只": "有能是要需",
    "头": "部寸条号", "所": "有以得在致示", "套": "利期保装餐", "起": "来步点诉到伏草", "例": "如行外", "处": "理于罚在",
    "户": "外", "架": "构", "天": "然津齐赐能气地", "周": "期年转边末", "克": "拉隆服朗瓦", "元": "素件旦气宵月", "立方": "体", "座": "谈",
    "方": "面案向法式针", "磅": "礴",
}  # fmt: skip
"""Characters that make another word of a Chinese unit: 升至, 成本, 家电."""

PERIODS: dict[str, str] = (
    dict.fromkeys("day|d|天|日|calendar day".split("|"), "day")
    | dict.fromkeys("month|mo|mth|月".split("|"), "month")
    | dict.fromkeys("year|yr|y|annum|a|年".split("|"), "yr")
)
BY_TIME: dict[str, str] = {
    "daily": "day",
    "monthly": "month",
    "annually": "yr",
    "annual": "yr",
    "yearly": "yr",
    "p.a.": "yr",
    "pa": "yr",
}
ONE_OF: dict[str, Measure] = QUANTITIES | dict.fromkeys(
    "share|股|head|头|unit|台|只|辆|套|piece|片|件|张|diluted share|common share|ordinary share|watt|瓦".split("|"),
    COUNT,
)
ONE_OF |= {
    "g": Measure("quantity", "kg", Decimal("0.001")),
    "gm": Measure("quantity", "kg", Decimal("0.001")),
    "l": QUANTITIES["litre"],
    "st": QUANTITIES["short ton"],
    "nt": QUANTITIES["short ton"],
    "gt": QUANTITIES["gross ton"],
}
ONE_OF |= dict.fromkeys(
    ("10 gm", "10 gms", "10 grams", "10 gram", "10 g", "10克"), Measure("quantity", "kg", Decimal("0.01"))
)
ONE_OF |= {
    f"{number}{name}": Measure("quantity", "kg", Decimal(number))
    for number in ("50", "100", "500")
    for name in ("公斤", "千克", "kg")
}
ONE_OF.pop("mcm")
"""What a price may be per."""

MADE_IN: dict[str, str] = {
    "年产": "yr", "年产能": "yr", "年增产": "yr", "年新增产": "yr", "月产": "month", "月产能": "month", "日产": "day", "日产能": "day", "日均": "day",
    "日均产量": "day", "年均": "yr", "月均": "month", "年处理": "yr", "每年": "yr", "每月": "month", "每日": "day",
    "每天": "day", "日均产": "day", "年加工": "yr", "日增产": "day", "日减产": "day",
}  # fmt: skip
"""Words before a Chinese quantity that make it a rate."""
