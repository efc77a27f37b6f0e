"""Customs: by what measure goods are priced where nobody says it.

An ounce of gold and a barrel of oil go without saying in dollars; in yuan the goods of China's spot trade and futures are
priced by the tonne, but for those that are sold by the litre, the pound or the bag as well. A recap of exchanges leaves out the money too (`沪铝收报13885涨120`): there the exchange tells it.
The word of the goods, with that of the exchange before it, is the second half of such a price's span. A plant is told by what it
makes in a year (`a 200,000-tonne smelter`, 5万吨项目); its noun, or 年产 before the goods, is the second half of such a rate.
"""

import re
from decimal import Decimal

CUSTOM: dict[str, str] = dict.fromkeys(
    "gold|spot gold|gold futures|bullion|silver|spot silver|platinum|palladium|rhodium".split("|"), "oz"
) | dict.fromkeys("oil|crude|crude oil|brent|brent crude|wti|us crude|u.s. crude".split("|"), "bbl")
"""By what measure goods are priced in dollars, in English."""
_METAL_EN = "copper|aluminium|aluminum|zinc|lead|tin|nickel"
_BULK_EN = "iron ore|coal|thermal coal|steam coal|coking coal|hard coking coal|premium hard coking coal|low-vol coking coal|premium low-vol coking coal|semi-soft coking coal|met coal|pci coal|metallurgical coal|urea|granular urea|prilled urea"
_BY_TONNE_EN = {
    "USD": frozenset(f"{_METAL_EN}|{_BULK_EN}".split("|")),
    "CNY": frozenset(
        f"{_METAL_EN}|{_BULK_EN}|alumina|lithium carbonate|lithium hydroxide|antimony|antimony ingot|magnesium|magnesium ingot|silicon|silicon metal|ferrosilicon"
        "|ferromanganese|silicomanganese|ferrochrome|rebar|steel rebar|billet|steel billet|hot-rolled coil|hot rolled coil|cold-rolled coil|wire rod|coke|methanol"
        "|soda ash|caustic soda|cobalt|rubber|pulp|tungsten concentrate|ammonium paratungstate".split("|")
    ),
}
"""Goods priced by the tonne in English, in dollars and in yuan; a metal in small dollars is priced by the pound."""
_BY_POUND = frozenset(_METAL_EN.split("|"))
LEAST = 10
"""Dollars below which a metal's price or step is one for a pound."""
_METALS = "铜铝锌铅锡镍"
_METAL = rf"(?:[沪伦期]|lme|伦敦|电解|精炼|原|现货|a00|0#|1#)*[{_METALS}](?:价|锭)?"
_BY_TONNE = (
    rf"{_METAL}|[一-鿿]*(?:钢|钢坯|方坯|板坯|螺纹|线材|盘螺|卷板|热卷|热轧|冷轧|中厚板|带钢|型材|铁矿石?|铁精粉|粉矿|块矿|球团矿?|[印澳巴]粉|(?<![镍铬])生铁"
    r"|硅铁|硅锰|锰硅|铬铁|焦炭|冶金焦|焦|焦煤|煤|煤炭|普氏(?:铁矿石?)?指数|普指|尿素|甲醇|乙二醇|纯碱|烧碱|橡胶|天胶|沪胶|棉纱|豆粕|豆油|棕榈油|菜油|菜粕|碳酸锂|氢氧化锂|锑锭|镁锭|工业硅"
    r"|燃料油|沥青|苯乙烯|聚丙烯|塑料|纸浆|氧化铝|铝合金|钼铁|钨精矿|仲钨酸铵)(?:期货)?|pta|pvc|apt|lldpe"
)
_BY_OUNCE = r"黄金|金价|现货金|现货黄金|国际金价|伦敦金|纽约金|期金|白银|银价|现货白银|现货银|纽约银|铂金?|钯金?"
_BY_BARREL = r"原油|布伦特原油|布伦特|油价|国际油价|布油|美油|期油|纽约原油|国际原油"
_BY_MONEY = {
    "CNY": ((re.compile(_BY_TONNE), "t"),),
    "USD": (
        (re.compile(_BY_OUNCE), "oz"),
        (re.compile(_BY_BARREL), "bbl"),
        (re.compile(rf"{_METAL}|铁矿石?|[一-鿿]*[印澳巴]粉|粉矿|普氏(?:铁矿石?)?指数|普指|焦煤|动力煤|热卷|热轧"), "t"),
    ),
}
_LONDON = rf"(?:lme|伦敦金属交易所)[{_METALS}]|伦[{_METALS}]"
_SHANGHAI = (
    rf"(?:长江有色|长江现货|长江|南海有色|南储|上海有色|上海金属网|smm|上海物贸|广东现货|shfe|上期所)[{_METALS}]|沪[{_METALS}]"
    rf"|(?:电解|俄|金川|进口|国产|1#|0#|a00|上海|华东|华南|广东)[{_METALS}](?:锭|板)?"
    r"|(?:螺纹钢|螺纹|热卷|铁矿石|铁矿|焦炭|焦煤|动力煤|玻璃|甲醇|沪胶|郑糖|郑棉|白糖|棉花|豆粕|豆油|棕榈油|菜油|菜粕|玉米|尿素|纯碱|pta|pvc|线材|硅铁|锰硅|工业硅|碳酸锂)"
)
_BARE = ((re.compile(_LONDON), "USD/t"), (re.compile(_SHANGHAI), "CNY/t"))
_SPLIT = re.compile(
    rf"(?:(?<=元)|(?<=\d)(?![万亿千百美欧港]*元))(?:{_LONDON}|{_SHANGHAI}|{_BY_OUNCE}|{_BY_BARREL}|{_BY_TONNE})\Z"
)
_WORDS_EN = sorted({*CUSTOM, *_BY_TONNE_EN["USD"], *_BY_TONNE_EN["CNY"]}, key=lambda word: (-len(word), word))
_SPLIT_EN = re.compile(
    rf"(?:(?<=\d)|(?<=yuan)|(?<=rmb)|(?<=cny)|(?<=dollars))(?:{'|'.join(map(re.escape, _WORDS_EN))})\Z"
)


def split_custom(text: str) -> int | None:
    """Return where, in an amount joined with the word of its goods, that word begins; None where none ends the text."""
    found = (_SPLIT_EN if text.isascii() else _SPLIT).search(text)
    return found.start() if found is not None else None


def unit_by_custom(unit: str, goods: str) -> str | None:
    """Return the unit of a price from that of a sum, or of a bare number (`count`), and the word of its goods; None where no custom is known."""
    if unit == "count":
        return next((price for words, price in _BARE if words.fullmatch(goods)), None)
    if goods in CUSTOM:
        return f"USD/{CUSTOM[goods]}" if unit == "USD" else None
    if goods in _BY_TONNE_EN.get(unit, ()):
        return f"{unit}/t"
    measure = next((per for words, per in _BY_MONEY.get(unit, ()) if words.fullmatch(goods)), None)
    return None if measure is None else f"{unit}/{measure}"


def is_by_pound(unit: str, goods: str, least: Decimal) -> bool:
    """Tell whether dollars are too few to be a metal's for a tonne: `copper eased 3 cents to $4.60`."""
    return unit == "USD" and goods in _BY_POUND and least < LEAST


_PLANTS = "smelter|refinery|plant|mill|line|potline|foundry|concentrator|项目|产线|生产线|系统|装置|生产基地|冶炼厂|精炼厂|炼厂|工厂|铝厂|锌厂|铜厂|铅厂|产能"
_MADE = {
    "年均产": "yr", "年增产": "yr", "年新增产": "yr", "年产": "yr", "月产": "month", "日产": "day", "日均": "day", "日耗": "day", "日影响": "day", "日减产": "day", "月影响": "month",
}  # fmt: skip
PLANT = re.compile(
    rf"(?:(?<=ton)|(?<=tonne)|(?<=kt))[ -](?:[a-z-]+ ){{0,3}}?({_PLANTS})(?![a-z-])"
    rf"|(?:的(?!炼厂|工厂))?[^\d,;。:、\sa-z月日用供给在含及和与为于等约]{{0,10}}?({_PLANTS})(?!合同|订单|采购|供货|招标|工程)"
)
"""The noun of a plant behind what it makes."""
_RATE_SPLIT = re.compile(rf"(?:{_PLANTS}|{'|'.join(_MADE)})\Z")


def split_rate(text: str) -> tuple[int, str] | None:
    """Return where, in goods joined with the noun of a plant or 年产, that word begins, and of what time they are then."""
    found = _RATE_SPLIT.search(text)
    return (found.start(), _MADE.get(found.group(), "yr")) if found is not None else None
