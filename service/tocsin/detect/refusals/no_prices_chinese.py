"""No prices: Chinese sentences with the words of a price that is of other products, of a rule of thumb, or of what a firm paid."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_OTHERS = re.compile(
    r"其[余他它](?:的)?(?:品种|产品|规格|型号|牌号|地区|市场|材质)(?:的)?(?:价格|报价|价|均|暂|则|保持)?[^,;。]{0,2}\Z"
)
"""What makes of a price that of goods a list leaves unnamed: `其余品种价格维持不变`."""
_KINDS = re.compile(r"\d(?:种|类|个品种|个规格|个城市|个省区?市?)(?:的?产品|的?商品)?(?:的?(?:平均)?)\Z")
"""What makes of a price those of a part of many kinds: 监测的30种药材中,12种价格上涨."""
_KEPT_DOWN = re.compile(r"(?:抑制|遏制|阻止|防止|避免)了?(?:(?!导致|带动|推动|使|令)[^,;。]){0,12}\Z")
"""What keeps goods from getting dearer: 阻止国内锰矿的进一步涨价."""
_RESISTED = re.compile(r"[^,;。]{0,8}(?:抵触|抵制|反感|不认可|接受度|接受程度|接受能力|接受有限|观望|谨慎)")
"""How buyers take a price that somebody asks: 对涨价普遍抵触."""
_AIMED = re.compile(
    r"(?:旨在|意在|志在|意图|力图|力求|企图|试图|以期|以便|以求|为求|为了|目的(?:是|在于)|目标是|希望(?:借此|以此|能够?)?|用以|用来|借此|以此|[,;]以)(?:进一步|有效|共同|逐步|尽快|人为)?\Z"
)
"""What makes of a price that somebody moves what an act is for: 旨在提振锡价, `,以支撑价格`."""
_LIFTED = re.compile(
    r"(?:提振|支撑|支持|扶持|挽救|拯救|稳定|拉抬|拉升|推高|抬升|提升|改善|扭转|遏制|遏止|阻止)(?:了|当前|目前|持续|长期|一直|国内|国际|全球|日渐)*\Z"
)
"""What is done to a price whose state stands behind it as an attribute: 提振低迷的镍价."""
_OF_ANOTHER_VERB = re.compile(r"利[好多空]|提振|支撑|推[动升高]|带动|助推|抬升|[\n ]")
"""What stands between a verb and a price that has a verb of its own: 仓单减少 利好镍价."""
_HELD_PRICE = re.compile(r"(?:基准|指导|限|起拍|底)价[^,;。]{0,20}\Z")
"""What makes a price that stays one that is set in a contract or by an office."""
_TO_KEEP_STEADY = re.compile(r"(?:确保|保障|维护|促进|引导|力争|努力|推动)[^,;。]{0,12}\Z")
"""What makes a steady price one that somebody wants: 确保价格稳定."""
_VIEW_KEPT = re.compile(
    r"(?:基调|观点|评级|思路|逻辑|大方向|判断|策略)(?:不变|未变|未改|不改)?\Z|(?:目标价|预测价|价格?预[测期估])[^,;。]{0,20}\Z"
)
"""What makes of it the view that a house keeps: 维持黄金目标价3000美元不变."""
_SOLD_STEADILY = re.compile(
    r"(?:轮出|轮入|轮换|投放|抛储|收储|保供|到货|发运)(?:工作|销售|总体|整体|情况|进度)*(?:较为|保持|基本|相对|持续|继续)?\Z"
)
"""What goes on steadily and is no price: 储备糖投放平稳."""
_BECAUSE = re.compile(r"(?:因为?|由于|受|鉴于|随着|面对)[^,;。]{2,40},")
_OWN_PRICE = re.compile(
    r"(?:上调|下调|提高|调涨)(?!现货|期货|国内|市场|出厂|挂牌|收购|采购|报价|价|了|幅度)[^,;。]{0,14}?[^,;。的]{2}(?:价格|售价|出厂价|零售价)"
    r"|(?:产品|系列|全线|旗下|品类|套餐)[^,;。]{0,20}(?:价|提价|调价|涨价)"
)
"""A price in the main clause that is of goods of its own: `受有机硅上涨影响,公司密封胶系列产品提价10%`."""


def is_cost_of_own_products(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is only the reason for which other products cost more: `因钛白粉上涨,公司上调涂料价格`."""
    low, (floor, end) = scene.low, (draft.sentence.start, draft.sentence.end)
    reason = next((r for r in _BECAUSE.finditer(low, floor, end) if r.start() <= draft.candidate.start < r.end()), None)
    return reason is not None and _OWN_PRICE.search(low, reason.end(), end) is not None


def _is_of_own_products(draft: Draft, scene: Scene) -> bool:
    """Tell whether the goods stand in a clause of reason alone, and other products have the price that moves."""
    low, (floor, end) = scene.low, (draft.sentence.start, draft.sentence.end)
    reason = next((r for r in _BECAUSE.finditer(low, floor, end) if r.end() <= draft.candidate.start), None)
    own = None if reason is None else _OWN_PRICE.search(low, reason.end(), end)
    if reason is None or own is None or not own.start() <= draft.candidate.start <= own.end() + 12:
        return False
    return all(reason.start() <= hit.start < reason.end() for hit in draft.commodities)


_DUTY = re.compile(r"(?:税率|关税|退税|预扣税|出口税)(?:(?!价)[^;。])*\Z")


def _is_of_duty(draft: Draft, scene: Scene) -> bool:
    """Tell whether the duty on goods moves, told in percent alone: `暂定税率,其中氧化钴由4.5%降至1%`."""
    if not scene.kinds <= {"percent", "count"}:
        return False
    return scene.says_before(_DUTY, draft.candidate.start) is not None


_EACH = re.compile(r"(?:价格?|均价|成本)?每(?:上?涨|下?跌|上升|下降|变动|波动|提高|降低|上浮)")
"""What makes of a move a rule of thumb: 铜价每涨1万元,成本增加45元."""
_BOUGHT_AT = re.compile(r"采购(?:均价|单价|成本)(?:较|比|同比|环比)?[^,;。]{0,12}\Z")
"""What a firm paid for its material in a period of its accounts."""
_WHO_RAISES = re.compile(r"(?:倒逼|迫使|促使|逼)[^,;。]{0,4}企业[^,;。]{0,4}\Z|企业被?迫(?:使)?[^,;。]{0,3}\Z")
_IS_MAKER = re.compile(r"(?:冶炼|矿|生产|钢|铝|铜|锂|化工|炼)[厂企]?业?企业")
"""Who raises the price of goods as their maker."""
_OTHER_FUTURES = re.compile(r"(?:国债|债券|股指|集运|运价|外汇|恒指)(?:指数)?期货")
"""What is traded on another market than that of goods: 国债期货小幅上涨."""
_WITH_IT = re.compile(
    r"随着?(?![^,;。]*[上本][周月])[^,;。\d今昨]{1,14}(?:[涨跌升降]|变化|波动)[^,;。]{0,2}而[^,;。]{0,4}\Z"
)
"""What goes wherever another price goes: 铝板价格随铝锭上涨而上涨."""
_WITH = re.compile(r"随着?(?![^,;。]*[上本][周月])[^,;。\d今昨]{1,12}\Z")
_SO_GOES = re.compile(r"[^,;。]{0,2}而(?:上?涨|下?跌|上?升|下?降|波动|变化|走[高低强弱])")
_JUDGED = re.compile(
    r"(?:上涨|上升|上行)(?:或|还是|与否)(?:下跌|下降|下行)|下跌(?:或|还是)上涨"
    r"|(?:上涨|上升|下跌|下降)、(?:(?:上涨|上升|下跌|下降|横盘|盘整|震荡)、)?(?:或|还是|或是)?(?:下跌|下降|上涨|上升|横盘|盘整|震荡|持平)(?:整理)?[)或还]"
)
"""What makes of a rise a thing to be judged: 判断价格上涨或下跌趋势."""


_OF_SHARES = re.compile(r"(?:申万|中证|国证|沪深|上证|深证|恒生|万得|标普)[^,;。]{0,10}(?:指数|行业|板块)")
"""An index of shares that is called after its metals: 申万有色金属指数."""
_OTHER_NOUN = re.compile(
    r"(?<=[金银铜铝镁锌铅镍锡油矿钢])比(?![上一前去昨])|产值|销售预[测估期]|销售目标|销售指引|回收量|盈利|净利|业绩|毛利|份额|占比|比重|占全国|占全球|营业收入|营收|税收|装机|总产值|接收量|交付量|到货量|吞吐量|货运量|通行量?|通航量?|过境量|运量|运费|航次"
)
"""What moves in place of a price, between goods and their movement: 稀土产业产值占全国份额上升至40%."""


_ONE_MORE_OF_ROW = re.compile(r"\([^()]{1,16}\)[、,][^、,()]{1,10}\(\Z")
"""What stands between goods and the move of the next member of their row, which no lexicon knows: `尿素(跌幅3%)、某胶(跌幅2%)`."""
_HOUSES = re.compile(
    r"(?:住宅|楼盘|新盘|新房|二手房|商铺|公寓|写字楼|房源|户型|别墅|洋房)[^;。]{0,80}(?:平方米|/平|每平|㎡)|(?:平方米|/平|每平|㎡)[^;。]{0,80}(?:住宅|楼盘|新房|二手房)"
)
"""What makes of a price that of houses, whatever they are called: “玻璃之城”均价2.1万元/平方米."""


_ACHIEVED = re.compile(
    r"(?:取得|实现|迎来|获得|获|有望|技术|勘查|找矿|研发|重大)(?:了|新的?|重大|重要|历史性|阶段性|关键)*\Z"
)
"""What makes of a breakthrough one of science or work: 铜矿勘查取得重大突破."""
_BULLISH = re.compile(r"看[涨跌多空](?:的)?(?:基调|观点|思路|逻辑|情绪|心态|氛围|后市|预期|大方向|格局)")
"""What makes of a rise one that somebody only looks for: 长期看涨基调不变."""
_REFUSED = re.compile(r"(?:难以?|很难|不愿意?|无法|抗拒|抵触)(?:承受|接受|认同|认可)[^,;。]{0,6}\Z")
"""Who will not take a price: 下游很难接受高价."""
_AT_ITS_END = re.compile(
    r"(?:的)?(?:行情|趋势|势头|周期|走势)?(?:或|可能|恐|将|已|已经|接近|临近|即将|料|或已|基本|正)*(?:见顶|触顶|到顶|结束|告一段落|终结|收尾|接近尾声|进入尾声)"
)
"""What says of a move that it is over, or soon will be: 本轮价格上涨或见顶."""
_CAPPED = re.compile(r"(?:不得|不能|不应|不可|不准|不许|未)\Z")
"""What makes of a mark passed a limit that is set: 投标价不得超过1.55元."""
_CHANCE = re.compile(
    r"(?:即|就|都|便|均|或)?(?:是|视为|可视作|可视为|成为|为)[^,;。]{0,8}(?:布局|买入|加仓|上车|做多|做空|抄底|配置|介入|建仓|入场)?(?:良机|机会|时机|窗口|买点|机遇)"
    r"|(?:后|时)?可?(?:逢高|做空|沽空|抛空|短空|试空|做多|试多|低多|高空|布空|布多)"
)
"""What makes of a move one that would be a chance to trade: 短线回调即是布局良机."""
_IN_COURSE = re.compile(r"的?(?:过程|途中)(?:之?中|里)?(?![,;。:]|\Z|已|将|并?未|结束)")
"""What makes of a move the time in which another thing happens: 价格下跌过程中买盘释放."""
_THEN_WOULD = re.compile(
    r"[^,;。今昨]{0,28}?(?<![当届同及准小])时,(?:则|就|便|也|都|往往|通常)?[^,;。]{0,10}(?:易|往往|可能|可以|应当?|建议|宜|须)(?![^,;。]{0,8}\d)"
)
"""What follows a price that is only thought of: 价格跌至该区间时,钢厂亏损扩大可能减产."""
_AS_SOON = re.compile(r"(?<![相正])当(?![前日时地周月年下天])[^,;。]{0,12}\Z")
_AT_TIME = re.compile(r"[^,;。\d]{0,16}时")
"""What stands about a move that a rule of trading names: 当价格突破支撑位时进场."""
_CARRIERS = re.compile(r"(?:船司|船公司|船东|航运公司|班轮公司|航司|快递公司|物流公司|集运|航线|运费)[^,;。]{0,16}\Z")
"""Who raises prices that are those of freight."""
_OF_CHARTS = re.compile(r"(?:窗口|缺口|方向|信号|点位|形态|口(?!岸)|的(?:时间|临界|方向|可能))")
"""What makes of a breakthrough a word of those who read charts: 进入突破窗口期."""
_SINCE_EXTREME = re.compile(
    r"(?:较|比|距)?(?:周期内|指数周期)?(?:\d{4}年\d{1,2}月\d{1,2}日|周期内|历史上?)最[高低]点[^,;。]{0,30}\Z"
)
"""What makes of a move one against the highest or lowest point of years, which a house counts daily: 较周期内最高点下降了七成."""
_WIDENED = re.compile(r"了?[^至到了,;。跌涨\d约近逾超一两][^,;。]{1,}")
"""What follows `扩大` that is no price: 扩大应用范围."""


def _goes_with_it(start: int, end: int, scene: Scene) -> bool:
    """Tell whether a move is one of two that always go together."""
    before = scene.low[max(scene.sentence.start, start - 24) : start]
    return _WITH_IT.search(before) is not None or (
        _WITH.search(before) is not None and _SO_GOES.match(scene.low, end) is not None
    )


_CEILING = re.compile(
    r"(?:价格?|[美欧日]?元|每[桶吨])(?:的)?(?:上限|封顶)(?!附近|一线|位置)[^;。]{0,12}\Z|限价[^;。]{0,8}\Z"
)
"""What states set, and no market: 每桶60美元上限,如今下修至…"""
_OF_AMOUNTS = re.compile(r"(?:数量|[产销]量|进口量|出口量|到货量|进口[^,;。]{0,4}数量)(?:已经?|也|又|突然|大幅)*\Z")
"""Whose move stands before a price in the next clause: 数量暴增、价格偏低."""
_BUYERS_PRICE = re.compile(
    r"(?:生产|加工|制造|深加工)?(?:企业|厂家?|公司)(?:的)?(?:原料)?采购(?:价格?|均价|单价)[^,;。\d]{0,10}\Z"
)
"""What works pay that are called after what they make: 玻璃生产企业的采购价格."""
_SETS = ("下修", "下调", "调降", "调低", "降至", "降到", "降低", "上修", "上调", "调升", "调高")
"""How they change it."""


def no_price(draft: Draft, scene: Scene) -> str | None:
    """Return why a price is not that of the goods, or only kept as it is."""
    return _another_price(draft, scene) or _not_moved(draft, scene)


def _another_price(draft: Draft, scene: Scene) -> str | None:
    """Return what has the price that moves, or moves in its place."""
    start, trigger, floor = draft.candidate.extent[0], draft.candidate.start, draft.sentence.start
    subject = draft.candidate.subject
    if (
        draft.candidate.rule == "move.object_verb"
        and subject is not None
        and _OF_ANOTHER_VERB.search(scene.low, draft.candidate.end, subject.start)
    ):
        return "the object of another verb"
    if scene.low.startswith("榜", draft.candidate.end):
        return "the name of a ranking"
    if scene.low.startswith("突破", trigger) and scene.says_before(_ACHIEVED, trigger, 10):
        return "a success, no mark"
    if scene.low.startswith("突破", trigger) and _OF_CHARTS.match(scene.low, draft.candidate.end):
        return "a word of charts"
    if scene.says_before(_REFUSED, start, 14):
        return "how somebody takes a price"
    if not draft.amounts and _AT_ITS_END.match(scene.low, draft.candidate.end):
        return "a move that ends"
    if scene.low.startswith(("超过", "高于", "低于", "突破"), trigger) and scene.says_before(_CAPPED, trigger, 4):
        return "a limit that is set"
    if _CHANCE.match(scene.low, draft.candidate.end):
        return "a chance to trade"
    subject = draft.candidate.subject
    if subject is not None and subject.start >= draft.candidate.end and scene.says_before(_OF_AMOUNTS, trigger, 16):
        return "another thing moves"
    paid = scene.says_before(_BUYERS_PRICE, trigger, 30)
    if paid is not None and draft.commodities and all(hit.end == paid.start() for hit in draft.commodities):
        return "what works pay for other goods"
    if scene.low.startswith(_SETS, trigger) and scene.says_before(_CEILING, trigger, 22):
        return "a limit that is set"
    if scene.says_before(_CARRIERS, trigger, 24):
        return "freight is priced"
    if not draft.amounts and _BULLISH.match(scene.low, trigger):
        return "a view of prices"
    if scene.says_before(_SINCE_EXTREME, trigger, 48):
        return "against an extreme of years"
    if scene.low.startswith("扩大", trigger) and _WIDENED.match(scene.low, draft.candidate.end):
        return "another thing is widened"
    if draft.candidate.bare and any(
        hit.end <= trigger and _OTHER_NOUN.search(scene.low, hit.end, trigger)
        for hit in draft.commodities[-1:]
        if hit.start >= floor
    ):
        return "another thing moves"
    if draft.candidate.bare and any(
        _ONE_MORE_OF_ROW.search(scene.low, hit.end, trigger)
        for hit in draft.commodities[-1:]
        if floor <= hit.start < trigger
    ):
        return "other goods of the row"
    near = max(floor, start - 4), draft.candidate.extent[1]
    if _EACH.search(scene.low, *near) or scene.says_before(_EACH, trigger, 24):
        return "general knowledge"
    if not draft.amounts and _goes_with_it(trigger, draft.candidate.end, scene):
        return "general knowledge"
    if scene.says(_HOUSES):
        return "houses are priced"
    if scene.says(_OF_SHARES) and "level" not in draft.amounts:
        return "an index of shares"
    if draft.carried and scene.says(_OTHER_FUTURES):
        return "another market"
    if scene.says_before(_BOUGHT_AT, trigger, 16):
        return "what a firm paid"
    if scene.says_before(_WHO_RAISES, trigger, 12) and not scene.says_before(_IS_MAKER, trigger, 24):
        return "other products are priced"
    if _THEN_WOULD.match(scene.low, draft.candidate.end):
        return "what would follow at a price"
    if (
        not draft.amounts
        and scene.says_before(_AS_SOON, trigger, 16)
        and _AT_TIME.match(scene.low, draft.candidate.end)
    ):
        return "general knowledge"
    if not draft.amounts and _IN_COURSE.match(scene.low, draft.candidate.extent[1]):
        return "the course in which another thing happens"
    if not draft.amounts and scene.says(_JUDGED):
        return "general knowledge"
    if draft.candidate.bare and _is_of_duty(draft, scene):
        return "a duty moves, no price"
    if draft.commodities and _is_of_own_products(draft, scene):
        return "other products are priced"
    if draft.sentence.start > 0 and not draft.amounts and is_cost_of_own_products(draft, scene):
        return "the reason for which other products cost more"
    return None


def _not_moved(draft: Draft, scene: Scene) -> str | None:
    """Return why a price is kept, taken, set or counted, and has not moved."""
    start, trigger, floor = draft.candidate.extent[0], draft.candidate.start, draft.sentence.start
    if scene.low.startswith(("涨价", "提价"), trigger) and scene.says_before(_KEPT_DOWN, trigger, 20):
        return "kept from rising"
    if scene.low.endswith("对", floor, trigger) and _RESISTED.match(scene.low, draft.candidate.end):
        return "how somebody takes a price"
    if _OTHERS.search(scene.low, max(floor, start - 10), start + 2):
        return "other goods of the list"
    if scene.says_before(_KINDS, start, 6):
        return "a count of kinds"
    if not draft.amounts and draft.candidate.rule == "move.object_verb" and scene.says_before(_AIMED, trigger, 10):
        return "only aimed at"
    if (
        not draft.amounts
        and scene.low.startswith("的", draft.candidate.end)
        and scene.says_before(_LIFTED, trigger, 12)
    ):
        return "the state of what is lifted"
    if draft.direction != "flat":
        return None
    if not draft.amounts and scene.says_before(_TO_KEEP_STEADY, trigger, 16):
        return "striven for"
    if _HELD_PRICE.search(scene.low, max(floor, start - 24), trigger):
        return "a price that is set"
    if scene.says_before(_SOLD_STEADILY, trigger, 16):
        return "sales that go on steadily"
    return "a view that is kept" if scene.says_before(_VIEW_KEPT, trigger + 2) else None
