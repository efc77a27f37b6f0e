"""Intent in Chinese: what a sentence only names, rules or explains, though it has the words of a fact.

What holds of facts of all types stands here, and of demand; what holds of one alone, `no_prices_chinese`, `no_output_chinese`,
`no_measures_chinese` and `no_deals_chinese` know.
"""

import re

from tocsin.detect.refusals.no_deals_chinese import no_contract, no_reserve, no_takeover
from tocsin.detect.refusals.no_measures_chinese import no_measure, no_smuggling
from tocsin.detect.refusals.no_output_chinese import no_production, no_source
from tocsin.detect.refusals.no_prices_chinese import no_price
from tocsin.detect.refusals.processes_chinese import is_of_a_process
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.chinese import IS_REASON
from tocsin.messages import Modality

_SHARE_OF = re.compile(
    r"(?:占[^,;。\d]{1,8}?)?(?:总量|总数|总)?的?(?:比例|比重|占比|份额|百分比)|的?(?:对外)?(?:依赖度|依存度)"
)
"""What makes of a noun before it the whole of which a share moves: 占锌库存的比例升至34%; 进口依存度上升."""
_AWAITS = re.compile(r"有待(?:小幅|大幅|进一步|逐步|明显|继续)*\Z")
"""What makes a move one that has not come: 价格有待小幅上涨."""
_ASKED = re.compile(r"[^,;:。?!]{1,12}\?[\"'”’)\s]*\Z")
"""What makes of the last words of a sentence a question, answered by the next one: `轮出?`."""
_MATTER_AFTER = re.compile(
    r"(?:之?后|[之以]下|时代)?的?(?:应对|对策|启示|思考|出路|挑战与|机遇与|何去何从|记忆|往事|日子|故事|岁月)|之后(?=\n|$)"
)
"""What makes of a fact the matter of a talk: 铝材出口退税取消后的应对."""


_CAPACITY_HELD = re.compile(r"收储[^,;。\d]{0,12}产能")
"""Works that makers buy out to shut them, and no goods: 拟收储落后产能."""
_HELD_AGAINST = re.compile(
    r"(?:低于|高于|优于|好于|差于|超过|超出?|不及|逊于|远超|大于|小于|强于|弱于|符合)(?:了|此前|先前|分析师|市场|机构|[\u4e00-\u9fff]{0,10})(?:的)?(?:预期|预测|预估|预计|估计)(?:的|值|为|中)*[\"“”‘’'「(]?\Z"
    r"|(?:分析师|分析员|分析人士|受访者|经济学家)们?(?:平均|普遍|原本|此前|先前|原先|曾)*(?:预估|预计|预测|预期|估计|料)(?:的)?(?:当周|上周|该周|截至[^,;。]{1,14}周)(?:(?!,[^,;。]{0,14}(?:报告|公布|数据显示|数据称|实际))[^;。]){0,60}\Z"
)
"""What was expected of a week whose figure is out: 优于市场预期的“增加90万桶”, 分析师预估当周库存减少."""
_PACE = re.compile(
    r"(?:增长|增幅|增速|增加|增|涨幅|涨)[^,;。]{0,8}%,(?:增速|增幅|涨幅)?(?:同比|环比|较[^,;。]{1,10}|比[^,;。]{1,10})?\Z"
)
_POINTS = re.compile(r"(?:了|约|近)?[\d.]+个?百分点")


def _is_pace(draft: Draft, scene: Scene) -> bool:
    """Tell whether only a growth told right before has changed, by points: 产量增长6%,减缓2个百分点."""
    end = draft.candidate.end
    return _POINTS.match(scene.low, end) is not None and scene.says_before(_PACE, draft.candidate.start, 32) is not None


_INFLUENCED = re.compile(
    r"(?:变化|波动|利润|存栏|节奏|开工率|面积|进度|条件|政策|因素|周期|程度|水平|情况|状况|积极性|价格|汇率|习惯|结构|效率|规律)(?:等)?[^,;。\d]{0,4}"
    r"(?:直接|间接|也会|都会|均会|还会|会|也|都|均|主要|共同|最终|从而|进而|显著|深刻|往往|将)*\Z"
    r"|(?:会|可能|往往)[^,;。\d]{0,24},(?:从而|进而|继而)(?:会|将|直接|间接)*\Z"
)
"""What stands before 影响 where it says on what a figure depends, and no day has done anything: 养殖利润直接影响需求量."""
_OTHER_OBJECT = re.compile(
    r"了?(?:单位|吨[钢铝铜焦]?|生产|采购|运营|综合|整体|企业|进口|物流|融资|用电|客户)*(?:成本|能耗|电耗|费用|关税|税率|税负|风险|排放|损耗|门槛|利率)"
)
"""What a verb is about whose noun of output or demand only stands near: 整合产能可降低单位成本."""
_COUNTED = frozenset(["production_change", "demand_change", "inventory_change"])


def untold_chinese(draft: Draft, scene: Scene) -> str | None:
    """Return why a Chinese draft tells no fact; None where it may."""
    subject = draft.candidate.subject
    if subject is not None and draft.candidate.start >= subject.end and _SHARE_OF.match(scene.low, subject.end):
        return "a share moves, not the whole"
    if scene.says_before(_HELD_AGAINST, draft.candidate.start, 88):
        return "what somebody had expected"
    if _is_pace(draft, scene):
        return "only its pace"
    if not draft.amounts and _ASKED.match(scene.low, draft.candidate.start, draft.sentence.end):
        return "a question"
    if draft.type == "stockpiling" and scene.says(_CAPACITY_HELD):
        return "works, no goods"
    if _MATTER_AFTER.match(scene.low, draft.candidate.extent[1]):
        return "the matter of a talk"
    if not draft.amounts and IS_REASON.match(scene.low, draft.candidate.extent[1]):
        return "the reason of another fact"
    if draft.type in _COUNTED and draft.candidate.rule.startswith("move"):
        low, at = scene.low, draft.candidate.start
        if low.startswith("影响", at) and not draft.amounts and scene.says_before(_INFLUENCED, at, 40):
            return "what a figure depends on"
        if _OTHER_OBJECT.match(low, draft.candidate.end):
            return "another thing moves"
    if _is_of_a_if(draft, scene):
        return "only supposed"
    if is_of_a_process(draft, scene):
        return "a figure of one way of making"
    start = draft.candidate.start
    if draft.candidate.rule.startswith("move") and scene.says_before(_AWAITS, start, 12):
        return "awaited"
    if draft.type in _FEARED and not draft.amounts and _FEAR_BEHIND.match(scene.low, draft.candidate.extent[1]):
        return "only feared"
    if draft.type in _FEARED and draft.modality is Modality.POSSIBLE and _FEAR.search(draft.why):
        return "only feared"
    return _TOLD_BY_TYPE.get(draft.type, _nothing)(draft, scene)


_IF = re.compile(r"(?:若|如果|一旦|倘若|假如|要是)[^,;。]{2,24},[^,;。]{0,12}\Z")
_SUPPOSED = frozenset(["demand_change"])


def _is_of_a_if(draft: Draft, scene: Scene) -> bool:
    """Tell whether demand would only move if something came true, and nobody says by how much: 若量产,将减少对铜的需求."""
    if draft.type not in _SUPPOSED or draft.amounts or draft.sentence.order == 0:
        return False
    start = draft.candidate.extent[0]
    return scene.says_before(_IF, start, 48) is not None


_FEAR = re.compile(r"担忧|担心|忧虑|疑虑")
_FEAR_BEHIND = re.compile(r"(?:的)?(?:担忧|担心|忧虑|隐忧|之忧|恐慌)")
"""What makes of a fact before it a fear: 断供担忧."""
_FEARED = frozenset(["production_change", "demand_change", "supply_source", "inventory_change"])
"""What is feared as a reason of a price and told by nobody: 减产担忧, 市场担心需求放缓."""


def _nothing(_draft: Draft, _scene: Scene) -> str | None:
    return None


_CURTAILS = frozenset(["削减", "压减", "缩减", "调减"])
"""What is done to exports by who sends them: a loss of supply, no change of what is asked for."""
_HELPS = re.compile(r"(?:有助于|有利于|能够|可以|从而|进而|足以)[^,;。]{0,4}\Z")
"""What makes of less use a thing that something is good for: 有助于降低燃油消耗."""
_TO_MEET = re.compile(r"(?:满足|应对|适应|迎合|匹配)[^,;。]{0,16}(?:日益|不断|持续|快速|迅速|日渐)?\Z")
"""What makes of growing use a reason to build: 满足日益增长的需求."""
_OWN_POWER = ("用电量", "耗电量", "用电", "用气量", "用水量")
"""What is used by works, and is none of their goods: 冶炼业用电量增长12%."""
_POWER = frozenset(["power", "coal", "thermal_coal"])
"""Goods that are power, whose use is demand."""


_OF_FUNDS = re.compile(r"(?:etf|基金)[^;。]{0,24}(?:份额|亿份|申购|赎回|净值|规模)")
_STOCK_MARKET = re.compile(r"两市|沪深|a股|三市|创业板|北交所|半日成交[^,;。]{0,4}\d[\d.]*[万亿]")
"""Where shares are traded, whose turnover is no demand for goods."""
_HELD_BY_FUNDS = frozenset(["gold", "silver", "platinum", "palladium"])
"""Goods that funds buy and store; of others they hold futures alone."""


_OF_WARES = re.compile(
    r"(?:较[快大多]|很大|可观)?(?:[、和且但]|以及)?(?:[^,;。]{0,14}?)的(?:[^,;。的]{0,30}?)(?:产品|品种|牌号|型号|规格)"
)
"""What makes of growing use the mark of wares that somebody makes: 生产需求增长较快的牌号."""


def _no_demand(draft: Draft, scene: Scene) -> str | None:
    """Return why demand is not meant: a seller cuts its exports, works use their own power."""
    subject = draft.candidate.subject
    if not _HELD_BY_FUNDS & set(draft.ids) and scene.says(_OF_FUNDS):
        return "units of a fund"
    if scene.says(_STOCK_MARKET):
        return "trade in shares"
    if (
        subject is not None
        and scene.low.startswith(("出口", "外运"), subject.start)
        and scene.low[draft.candidate.start : draft.candidate.end] in _CURTAILS
        and (draft.countries or draft.companies)
    ):
        return "a cut of supply"
    if (
        subject is not None
        and scene.low.startswith("启动", draft.candidate.start)
        and "," in scene.low[subject.end : draft.candidate.start]
    ):
        return "works that begin"
    if draft.direction == "up" and not draft.amounts and scene.says_before(_TO_MEET, draft.candidate.start, 28):
        return "a purpose"
    if draft.direction == "down" and not draft.amounts and scene.says_before(_HELPS, draft.candidate.extent[0], 14):
        return "what something is good for"
    if draft.direction == "up" and not draft.amounts and _OF_WARES.match(scene.low, draft.candidate.end):
        return "wares told by their use"
    if subject is None or _POWER & set(draft.ids):
        return None
    if scene.low[subject.start : subject.end] in _OWN_POWER:
        return "power that is used"
    return None


_TOLD_BY_TYPE = {
    "mna": no_takeover,
    "stockpiling": no_reserve,
    "supply_source": no_source,
    "production_change": no_production,
    "smuggling": no_smuggling,
    "export_control": no_measure,
    "large_contract": no_contract,
    "demand_change": _no_demand,
    "price_move": no_price,
}
