"""What really moves in a Chinese sentence: goods or a quantity of them, their shares, or another thing that a clause names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.scenes.scene import FAR
from tocsin.detect.texts.chinese import FIRM_NAME, SHARES, THEN_SPAN

_TRADED = re.compile(r"[沪伦纽港连郑期]|现货|主力|合约|连续|comex|lme|布伦特|wti|油|价")
"""What makes a commodity in a report on shares the goods themselves."""
_STOPPED_OTHER = re.compile(
    r"了?[^,;。]{0,10}(?:交割|采购|报价|接单|招标|招募|上市|审批|补贴|会议|谈判|磋商|合作|收购|贸易|办理|受理|征收|实施|执行|申报|备案|认购|申购|加息|降息|放量|服务|增持|减持|运输|通关|进口|出口)"
)
"""What is stopped or taken up again that is no production: 暂停进口矿的采购."""
_UPON = frozenset(
    ["影响", "抑制", "冲击", "制约", "打击", "打压", "压制", "挤压", "削弱", "遏制", "压抑", "不利于", "提振", "助推"]
)
"""Verbs that move what they bear upon, which follows them: 影响供应, 提振需求."""
_SUFFERS = re.compile(r"(?<![不未没无])(?<!没有)(?<!不会)(?:受到?了?|遭受?|遭到)[^,;。]{0,8}\Z")
"""What makes such a verb one that is suffered: 需求受到明显抑制."""
_UNDER = re.compile(r"受[^,;。]{0,20}\Z|[不未无难]|没有|避免|并非|可能会?\Z|对[^,;。]{0,12}\Z")
"""What keeps such a verb from bearing upon what follows: 受降雨影响需求增加, 未影响生产."""
_TOLD_CUT = re.compile(r"(?:停产|关停|停工|停炉|停采|停车|减产|限产)[^;。]{0,10}\Z")
"""A cut of output, whose effect on output is no second fact."""
_NO_BLOW = re.compile(r"下(?!半年|[游月周季])|[因力较之的不有而程,;。]|导致|使|范围|需求的|来自")
"""What follows such a verb where it is a noun: 影响下, 影响因素."""
_ASIDE = re.compile(
    r"(?:市场|地区|华东|华南|华北|华中|西北|西南|东北|国内|国际|外盘|内盘|当地|港口|\s|\d|[.%/()-]|其中|而|且|并|但|同时|累计|合计|总计|共|同比|环比|平均|均|分别|再|又|继续|持续|已|仅|只|大幅|小幅|微幅|略|略有|约|日内|盘中|盘初|盘面|早盘|午后|午盘|尾盘|收盘|夜盘|开盘"
    r"|终盘|终场|仍|仍然|依然|每[吨克斤桶磅]|累|一[周月旬日天]|截至|报收|现报|收报|报|当日|当周|当月|单日|单周|周|月|日|年|旬|较[^,]*|比[^,]*|与[^,]*相比|相比[^,]*|[上本昨今前][周月日年天晚]*|周[一二三四五六日]|今年以来|年内|年初以来"
    r"|近[一二三两四五六七八九十\d]+[日周月年个天]*|[涨跌增减升降]幅?为?|价格?|均价|报价|现货|期货|主力|合约|连续|全线|集体|双双|一度|最高|最低|最大|为|了|有所|进一步|明显|普遍|整体|涨|跌|超|逾|近|至|元|美元|吨|桶|盎司|万|亿|/|创[^,]*|随后|之后|后|则|也|亦|将|或|有望|预计|可能)*"
)
"""What a clause may say before its movement without naming another thing that moves."""
_SECOND = r"(?:势|幅|速)度?(?:进一步|明显|有所|略|略有|继续|逐步|再度|开始|也|均|已|则|或|将)*"
_SLOWED = re.compile(
    r"(?:进一步|明显|有所|略|略有|继续|逐步|再度|开始|也|均|已|则|或|将|被)*(?:收窄|放缓|趋缓|缩小|减缓|收敛|减弱|回落|下调|下修|调低|上调|上修)(?!至|到)"
)
"""What follows a noun of movement where only its pace is told: 跌幅收窄, 涨势放缓."""
_PACE = re.compile(rf"[涨跌升降增减]{_SECOND}\Z")
"""What makes a movement that of a pace: 涨势放缓, 增速回落."""
if TYPE_CHECKING:
    from tocsin.detect.scenes.scene import Scene
    from tocsin.detect.words.hits import Hit


def is_pace(hit: Hit, scene: Scene) -> bool:
    """Tell whether only the pace of a move is told: 跌幅收窄, 涨势放缓."""
    low = scene.low
    if low.startswith("每", hit.start - 1):
        return True  # a rule of thumb: 硫磺每上涨100元
    if low.startswith("累积", hit.start) and _ADDED_UP.match(low, hit.start):
        return True
    if hit.end - hit.start == 1 and _TALLY.match(low, hit.start - 1):
        return True
    if low[hit.end - 1] in "势幅" and _SLOWED.match(low, hit.end):
        return True
    return _PACE.search(low[max(scene.sentence.start, hit.start - 8) : hit.start]) is not None


_ADDED_UP = re.compile(r"累积(?:下降|减少|去化|去库|回落|下滑|增加|上升|[降减增])")
"""A word of building that only adds up a move: 社会库存累积下降."""
_TURNED = re.compile(
    r"(?:了|近|约)?(?:[一二两三四五六七八九十数多几\d]+个?(?:交易日|日|天|周|个?月)|多日|数日)(?:之)?后[^,;。\d]{0,6}(?:反弹|回升|回落|回调|止跌|企稳|转[涨跌升降]|上[涨扬升]|下[跌滑]|走[高低强弱])"
)
"""What makes a run of days one that is over, since its turn is told: 连跌两日后反弹."""


def is_run_before_turn(hit: Hit, scene: Scene) -> bool:
    """Tell whether a movement is only the run that has turned since: 国际油价连跌两日后反弹."""
    return _TURNED.match(scene.low, hit.end) is not None


_TALLY = re.compile(r"[一二两三四五六七八九十][涨跌升降](?:[一二两三四五六七八九十]|[\"”、的])")
"""Counts of rounds that went up and down: 六涨三跌."""


_GROWTH_VIEW = r"(?:率|速)?(?:的)?(?:预期|预测|预估)(?:值)?"
_REVISES = r"(?:上调|下调|调高|调低|调升|调降|上修|下修|削减|缩减|砍|压低|抬高)"
_REVISED_AFTER = re.compile(rf"{_GROWTH_VIEW}(?:被|从|由|遭)?[^,;。]{{0,8}}?{_REVISES}")
_VIEW = re.compile(_GROWTH_VIEW)
_REVISED_BEFORE = re.compile(rf"{_REVISES}[^,;。]{{0,14}}\Z")


def is_revised_growth(hit: Hit, scene: Scene) -> bool:
    """Tell whether a growth is but what a revised forecast speaks of: 需求增长预期下调8万桶/日, 下调锌需求增量预测."""
    low = scene.low
    before = low[max(scene.sentence.start, hit.start - 18) : hit.start]
    if low.startswith(("增量", "增幅"), hit.start) and _REVISED_BEFORE.search(before):
        return True
    if _VIEW.match(low, hit.end) is None:
        return False
    return _REVISED_AFTER.match(low, hit.end) is not None or _REVISED_BEFORE.search(before) is not None


def is_of_raw_material(subject: Hit, scene: Scene) -> bool:
    """Tell whether a supply is of a raw material left unnamed, not of the goods after it: 原料供应减少,钛白粉价格上浮."""
    low, goods = scene.low, scene.found.commodities
    return (
        low.endswith(("原料", "原材料"), scene.sentence.start, subject.start)
        and low.startswith(("供应", "供给"), subject.start)
        and bool(goods)
        and all(hit.start >= subject.end for hit in goods)
    )


_CONTRACTED = re.compile(
    r"(?:签[订署约下]|续签|修订|修改|变更|达成)(?!意向)[^。;]{0,24}?(?<!减产)(?<!增产)(?<!限产)(?:协议|合同|长单|长协|订单)|(?:补充|变更|供货|供应|采购)(?:协议|合同)》?"
)
"""What makes of supply the goods that a contract is for: `签订补充协议,供应量由1万吨增至3万吨`."""


def is_of_contract(noun: Hit, scene: Scene) -> bool:
    """Tell whether a noun of supply is the size of a contract that is signed or amended, and no output."""
    return scene.low.startswith(("供应", "供货"), noun.start) and scene.says(_CONTRACTED) is not None


def is_of_trade(verb: Hit, scene: Scene) -> bool:
    """Tell whether a verb of trade tells a quantity of goods, whose change may follow: `进口锡矿2万吨,同比增长3%`."""
    if scene.low[verb.end : verb.end + 1] in "品业能量线区地值":
        return False
    if any(
        amount.kind in OF_GOODS and not scene.low[verb.end : amount.start].strip(" 了出入共计约合达仅只为逾超")
        for amount in scene.amounts
        if amount.start >= verb.end
    ):
        return True
    after = (c for c in scene.found.commodities if c.start >= verb.start and c.end > verb.end)  # or holds it: 进口煤炭
    goods = next((c for c in after if c.start - verb.end <= TRADED_WITHIN), None)
    if goods is not None and _HELD_AGAINST.match(scene.low, goods.end):
        return True
    if goods is None and scene.says_before(_FROM_THERE, verb.start, 18) and _MOVES_BY.match(scene.low, verb.end):
        return True
    if goods is not None and scene.low.startswith(("进口", "出口", "到港", "到货"), verb.start):
        if _GROWS.match(scene.low, goods.end):
            return True
        if _GOES_BY.match(scene.low, goods.end) and scene.says_before(_IN_PERIOD, verb.start, 24):
            return True
    return goods is not None and any(
        amount.kind in OF_GOODS and 0 <= amount.start - goods.end <= TRADED_WITHIN for amount in scene.amounts
    )


_HELD_AGAINST = re.compile(
    r"(?:及其?(?:精矿|矿砂|矿|制品|合金))?(?:数?量)?(?:环比|同比|月环比|年同比|较(?:上|去|前|年初|同期)|比(?:上|去|前)[周月年季])"
)
"""What says of goods that are traded how much more or less they are: 进口锡矿环比减少."""
_OF_IT = r"(?:及其?(?:精矿|矿砂|矿|制品|合金))?(?:的?(?:数量|总量|规模|量))?(?:也|均|则|已|再|又|继续|持续|同步|大幅|小幅|略有?|微|猛|明显|显著|进一步|有所|累计)*"
_GROWS = re.compile(rf"{_OF_IT}(?:增加|增长|减少|激增|锐减|剧增|骤增|骤减|大增|大减|翻番|翻倍|增\d|减\d)")
"""The same in verbs that are said of quantities alone: 进口锡矿减少16%."""
_GOES_BY = re.compile(rf"{_OF_IT}(?:下降|下滑|回落|上升|回升|攀升)了?(?:约|近|逾|超)?[\d.]+(?:%|万?吨)")
_FROM_THERE = re.compile(r"(?:从|自)[^,;。\d]{2,14}\Z")
_MOVES_BY = re.compile(
    r"(?:也|则|均|大幅|小幅|略有?|同比|环比)*(?:增加|增长|减少|下降|下滑|上升|回升|回落|锐减|激增|骤减|大增)了?(?:约|近|逾|超)?\d"
)
"""What tells of goods named before how many more come from a place: `铜精矿进口量回落14%,从蒙古进口则增加31%`."""
_IN_PERIOD = re.compile(r"(?:\d月份?|季度|半年|\d年|全年|[上本]周|旬|[上本当]月)[^,;。]{0,14}\Z")
"""What makes a fall of goods that are traded one of their quantity: 3月从智利进口铜精矿回落14%."""
TRADED_WITHIN = 8
"""Characters between a verb of trade and its goods, and between these and their amount."""


_SOWN = re.compile(r"\d[万亿]?(?:英亩|公顷|亩)的?\Z")
"""What makes goods a field: 种植了320万公顷玉米."""


def is_a_load(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether it is a quantity of the goods that moves, not their price: `锡锭4200吨,环比下降3%`, `成交降到9万吨`."""
    if scene.says_before(_SOWN, commodity.start, 10):
        return True
    return any(
        amount.kind in OF_GOODS
        and ((commodity.end <= amount.start and amount.end <= hit.start) or 0 <= amount.start - hit.end <= 1)
        for amount in scene.amounts
    )


_TRADES = re.compile(r"(?:进口|出口|采购|生产)[^,;。]{0,6}\Z")


_QUOTE_BEFORE = re.compile(r"(?:报|收报|报收|收于|收)\d{3,}(?:\.\d+)?,?\Z")
_STEP_AFTER = re.compile(r"\d+(?:\.\d+)?(?![\d.]|[%元美个日周月年天倍点])")


def is_counted(hit: Hit, scene: Scene) -> bool:
    """Tell whether a recap says by a bare number how far a quote moved: `沪铅主力收报16420涨85`."""
    low = scene.low
    return (
        _STEP_AFTER.match(low, hit.end) is not None
        and _QUOTE_BEFORE.search(low[max(scene.sentence.start, hit.start - 14) : hit.start]) is not None
    )


def is_traded(commodity: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a verb of trade makes it a quantity that moves, not a price: `进口我国锡锭大幅上升`."""
    trigger = low[hit.start : hit.end]
    return "涨" not in trigger and "跌" not in trigger and _TRADES.search(low[: commodity.start][-10:]) is not None


_SET_PRICE = (
    "上调",
    "下调",
    "调高",
    "调低",
    "调涨",
    "调降",
    "上浮",
    "下浮",
    "提高",
    "降低",
    "抬高",
    "压低",
    "上推",
    "下修",
    "上修",
)


def is_price_step(hit: Hit, scene: Scene) -> bool:
    """Tell whether a Chinese verb says by its number of money that a price was set: `上调80元`."""
    if not scene.sentence.chinese or not scene.low.startswith(_SET_PRICE, hit.start, hit.end):
        return False
    step = next(
        (a for a in scene.amounts if 0 <= a.place[0] - hit.end <= 1 or a.place[0] <= hit.start < hit.end <= a.place[1]),
        None,
    )
    return step is not None and step.kind in {"price", "money"}


_NEW_PART = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
"""A space between the parts of a Chinese headline."""


def is_of_another(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a later clause, or part of a headline, names something else that moves: `沪金跌1%,集运欧线跌5%`."""
    between = scene.low[commodity.end : hit.start]
    if _NEW_PART.search(between):
        return True
    comma = between.rfind(",")
    if comma < 0:
        return False
    clause, start = between[comma + 1 :], commodity.end + comma + 1
    for named in (*scene.found.countries, *scene.found.bodies):
        if start <= named.start and named.end <= hit.start:
            clause = clause.replace(scene.low[named.start : named.end], "")
    if is_price_step(hit, scene) and not scene.found.hints and (sellers := _SELLERS.match(clause)):
        clause = clause[sellers.end() :]
    return _ASIDE.fullmatch(clause) is None


_SELLERS = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:厂家?|企业|厂商|商家|贸易商|持货商|卖方|主产区)(?=[^,;。]{0,6}\Z)")
"""Who sets the price of the goods that the clause before names: 国产LNG涨跌互现,西北液厂普遍上调50元."""


def is_of_shares(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a Chinese sentence speaks of the shares or funds of a commodity, not of its price."""
    if SHARES.match(scene.low, commodity.end) or (
        commodity.end - commodity.start == 1 and FIRM_NAME.match(scene.low, commodity.end)
    ):
        return True
    low, start = scene.low, commodity.start
    if (
        low[max(scene.sentence.start, start - 1) : start] not in _OPENS
        and scene.says_before(_GROUP_OF_SHARES, start)
        and scene.says_before(_OWN_NAME, start, 4)
    ):
        return True
    if not scene.found.cue("equity"):
        return False
    return not _TRADED.search(scene.low, max(scene.sentence.start, commodity.start - 2), hit.start)


_OPENS = frozenset([*"\n,;:。、( ", ""])
_GROUP_OF_SHARES = re.compile(r"(?:板块|类股|概念|[金银铜铝锌铅镍锡钢铁煤炭油矿业锂钴钨土磁化工能]股)")
_OWN_NAME = re.compile(r"[,;:。、(][^,;:。、(现货期沪伦纽港]{1,3}\Z")
"""What opens a share's own name after a group of shares has been told: 黄金股下挫,紫峰黄金跌4%."""


_PARTED = re.compile(
    r"由|(?<![了调高低])部分|以及|用于|来自|抑制|压制|打压|带动|推动|拉动|支撑|提振|使(?!用)|致使|导致|造成|引发"
)

_ENDS_CLAUSE = re.compile(r"[,:;]")
_REASON = re.compile(r"原因|因素|在于|理由|关键|动力|逻辑|背景")
"""What a movement with 的 describes in place of what follows: 上涨的主要原因在于供给."""

_MORE = frozenset(["增加", "增至", "扩大", "上升", "升至", "提高", "增加至", "扩大至", "提高至"])
_LOST = re.compile(r"(?:影响|损失|减少)(?:的)?[^,;。的]{0,6}\Z")
"""What makes an amount of output one that is lost."""
PURPOSE = (",以", ",用来", ",用以")
"""What makes a verb a purpose of the clause before."""

_SWINGS = re.compile(r"格?的?(?:大幅|剧烈)?波动")
"""What follows a price whose swings are meant: 减少铜价波动."""
_STOPS = frozenset(["暂停", "停止", "中止", "叫停", "恢复", "重启", "重新启动"])


def _is_anothers(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a Chinese word of movement behind a subject tells of something else."""
    word, end, start = low[hit.start : hit.end], subject.end, hit.start
    if word in _MORE and _LOST.search(low, max(0, subject.start - 10), subject.start):
        return True  # a loss that grows: 影响产量由10万吨增加至29万吨
    if ";" in low[end:start] and THEN_SPAN.fullmatch(low, end, start) is None:
        return True  # each part of a row tells its own: 镍矿配额收紧;交易所暂停交割
    if _NOT_THE_GOODS.search(low, end, start) or _is_a_cause(subject, hit, low):
        return True
    if subject.id == "demand-change" and low.startswith("启动", start) and _SCHEME.search(low, end, start):
        return True
    if subject.id == "production-change" and _IDLED_BEFORE.search(low, end, start):
        return True
    if _BLOW_BEFORE.search(low, end, start) and word in _FADING and not _BY_NUMBER.match(low, hit.end):
        return True
    if "," not in low[end:start]:
        return False
    if subject.id != "price-move" and _OF_MARKET.match(low, start):
        return True
    return _moves_what_follows(hit, low) or _STEADIED.match(low, start) is not None  # 为防止价格大起大落,加大储备力度


def chinese_side(cls: str, subject: Hit, hit: Hit, low: str) -> float:
    """Weigh on which side of a Chinese word of movement its subject stands; FAR where it cannot be its subject."""
    if low[hit.start : hit.end] in _STOPS and _STOPPED_OTHER.match(low, hit.end):
        return FAR
    if low.endswith(PURPOSE, 0, hit.start) and subject.end < hit.start:
        return FAR  # done for something else: 实现高产,以恢复库存
    if low[hit.start : hit.end] in _UPON and not _is_hit(subject, hit, low):
        return FAR
    if subject.end <= hit.start:
        if _is_anothers(subject, hit, low):
            return FAR
        return 1.0 if cls == "object_verb" else 0.0
    if (
        low.startswith("、", hit.end)
        or _ENDS_CLAUSE.search(low, hit.end, subject.start)
        or _PARTED.search(low, hit.end, subject.start)
        or _SWINGS.match(low, subject.end)
    ):
        return FAR  # what moves does not follow in a later clause
    if cls == "object_verb":
        return 0.5
    if ("flat", "verb") in hit.data.sets and not low.startswith("的", hit.end):
        return FAR  # what keeps a price still is a purpose: 稳定生猪价格
    if low.startswith("的", hit.end):
        return FAR if _REASON.search(low, hit.end, subject.start) else 0.0
    return 2.0 if cls in {"adjective", "state"} else 7.0


_CAUSE_CLOSES = re.compile(r"[^,;。]{0,14}(?:影响|拖累|带动|推动|支撑|提振|制约)(?:下|之下)?,")
_CAUSE_OPENS = re.compile(r"受(?:到|了|此)?[^,;。]{0,24}\Z")
_SWAYS = re.compile(r"[^,;。]{0,6}(?:影响|拖累|带动|推动|支撑|提振|制约)")
"""What stands around the reason of a move told in the next clause: 粮价受供应增加影响,环比回落."""


def _is_a_cause(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a noun, or what a word moves, stands in the reason that is given, apart from what came of it."""
    if _CAUSE_CLOSES.match(low, subject.end, hit.start):
        return _CAUSE_OPENS.search(low, max(0, subject.start - 26), subject.start) is not None
    return _CAUSE_OPENS.fullmatch(low, subject.end, hit.start) is not None and _SWAYS.match(low, hit.end) is not None


_FADES = re.compile(
    r"(?:的|程度)?(?:逐渐|逐步|有所|明显|将|已|也|较|十分|相对|非常|仍)*(?:减弱|减小|减轻|有限|不大|消退|消除|消失|较小|可控|式微)"
)
"""What follows a blow that is little or passing: 供应受限产影响逐渐减弱."""
_NOT_THE_GOODS = re.compile(
    r"(?:调控预期|政策预期|堆场|泊位|航道|锚地|仓库)(?:正|已经?|逐渐|逐步|不断|有所|明显|也|都|均|开始|持续|被迫|暂时)*\Z"
)
"""What moves or closes beside goods or works and is neither: 产量调控预期增强, 港口堆场关闭."""
_OF_MARKET = re.compile(
    r"(?:震荡)?(?:偏强|偏弱|走强|走弱|向上|向下)(?:震荡|运行|整理|盘整)|震荡(?:偏强|偏弱|走强|走弱|上行|下行|反弹|回落)"
)
"""What a market does, and no demand or supply named in the clause before: 消费淡季限制涨幅,短期偏强震荡."""
_SCHEME = re.compile(
    r"(?:试点|项目|工程|机制|平台|程序|仪式|活动|计划|方案|建设)(?:将|已|于|正式|全面|明年|今年|下月|年内|月底|陆续)*\Z"
)
"""What starts beside a demand told in an earlier clause: 联合采购稀土,首批试点明年启动."""
_IDLED_BEFORE = re.compile(
    r"(?:停产|减产|限产|停工|停炉|停车|检修|关停)(?:的)?(?:煤矿|矿山|企业|厂家?|钢厂|焦企|装置|产线|产能|高炉|炉子|现象|情况)(?:数量|数|家数)?(?:正|已经?|逐渐|逐步|不断|有所|明显|也|都|均|开始|持续|仍|较多|继续)*\Z"
)
"""What grows in number where works stand still: 供给端停产煤矿增多."""
_BLOW_BEFORE = re.compile(r"影响(?:正|已|逐渐|逐步|有所|明显|将|也|开始|持续)*\Z")
_FADING = frozenset(["减弱", "减小", "下降", "减少", "缩小", "转弱"])
"""What a blow does that fades, and no goods: 供应受限产影响逐渐减弱."""
_BY_NUMBER = re.compile(r"了?(?:约|近|逾|超|至)?\d")
"""What makes such a word one of the goods after all: 产量受限电影响下降3%."""
_STEADIED = re.compile(r"稳定了?(?:市场|供应|生产|预期|大局|民生|经济|就业|物价|信心)")
"""What makes a verb of standing still one of policy: 平抑价格波动,稳定市场预期."""


def _moves_what_follows(hit: Hit, low: str) -> bool:
    """Tell whether a word only moves an object, and one follows: a later clause tells of that."""
    return all(cls == "object_verb" for _, cls in hit.data.sets) and _OBJECT.match(low, hit.end) is not None


_OBJECT = re.compile(r"了?(?:对|其|该|这)?[一-鿿]{2}")


def _is_hit(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether something bears upon a subject: 影响锌矿供应, 需求受到较大影响; not 受天气影响需求增加."""
    if subject.end <= hit.start:
        return _SUFFERS.search(low, subject.end, hit.start) is not None and _FADES.match(low, hit.end) is None
    if low.startswith(("的", "过快"), subject.end):
        return False  # 影响供应的因素; a growth that is kept in check: 抑制煤炭消费过快增长
    if subject.id == "production-change" and _TOLD_CUT.search(low, max(0, hit.start - 24), hit.start):
        return False  # the halt itself says it: 停产,影响产量300吨
    return _NO_BLOW.match(low, hit.end) is None and _UNDER.search(low, max(0, hit.start - 24), hit.start) is None
