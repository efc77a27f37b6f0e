"""Standing in Chinese: whether supply, a price or works are only said to be in a state, which may have lasted long.

Such a fact stays, as the setting of other news.
"""

import re

from tocsin.detect.refusals.no_prices_chinese import is_cost_of_own_products
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.chinese import CAUSE, OF_SUPPLY, SUPPLY_STATE
from tocsin.messages import Modality

_KEPT = re.compile(r"[维保]持|处于|位运行|居高|徘徊")
"""What tells where a price stays, not that it went there: 价格维持高位."""


def is_standing(draft: Draft, scene: Scene) -> bool:
    """Tell whether supply or a price is only said to be in a state, which may have lasted long, or is a price's reason: no news."""
    if draft.type == "mna":
        return _is_traded(draft, scene)
    if draft.type == "price_move":
        kept = _KEPT.search(scene.low, max(draft.sentence.start, draft.candidate.start - 6), draft.candidate.end)
        return kept is not None or is_cost_of_own_products(draft, scene) or _is_view(draft, scene)
    if draft.type == "supply_source" and scene.says(_UNDER_WAY):
        return True
    if draft.type == "supply_source" and not draft.amounts:
        return scene.says(_PROGRESS) is not None
    if draft.type == "demand_change":
        return not draft.amounts and _is_ever_growing(draft, scene)
    if draft.type != "production_change":
        return False
    if not draft.amounts and scene.says_before(_WOULD_HARM, draft.candidate.end, 24):
        return True
    low, (start, end) = scene.low, draft.candidate.extent
    if SUPPLY_STATE.search(low, start, end):
        return True
    if not draft.amounts and draft.candidate.rule == "phrase" and _MOVES_BY.match(low, end, draft.sentence.end):
        return True
    if draft.amounts or draft.direction not in {"up", "down"} or not OF_SUPPLY.search(low, start, end):
        return False
    if _LIFTS_PRICES.match(low, end, draft.sentence.end):
        return True
    return CAUSE.search(low[max(draft.sentence.start, start - 24) : start]) is not None


_HOUSES = re.compile(
    r"分析师|分析人士|业内人士|市场人士|专家|机构|券商|研报|研究报告|证券|(?:期货|投资|咨询|资管)(?:公司|研究|分析)|高盛|花旗|瑞银|摩根|大摩|小摩|美银|美国银行|德银|德意志|汇丰|渣打|野村|麦格理|惠誉|标普|穆迪|世界银行|世行|目标价|我们(?:认为|预计|判断)"
)
"""Who foretells prices."""
_FORETOLD = re.compile(r"预计|预期|预测|预估|有望|看好|后市|展望|料将|长期来看|中长期来看|中期看|未来")
"""How a price is foretold."""
_SETS = ("上调", "下调", "调涨", "调降", "提价", "降价", "涨价", "提涨", "提降", "调高", "调低")
"""Verbs of sellers, who know what they will ask."""


def _is_view(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is only what somebody thinks of it: what may be, or what houses foretell."""
    if draft.modality is Modality.POSSIBLE:
        return True
    if draft.modality is not Modality.EXPECTED:
        return False
    if scene.says(_HOUSES):
        return True
    return not scene.low.startswith(_SETS, draft.candidate.start) and scene.says(_FORETOLD) is not None


_ALONG = re.compile(r"(?:随着|伴随着?|未来|今后|将来|长期来看)(?:[^;。])*\Z")
"""With what demand has grown for years, or will: 随着工业化的推进."""
_EVER = re.compile(
    r"需求(?:量)?(?:也|将|会|还|正|的)*(?:持续|不断|日益|逐年|继续|与日俱)(?:地)?(?:增[长加]|上升|提[升高]|扩大|攀升|增)"
)
_EVER_MORE = re.compile(
    r"(?:也|正|还|呈)?(?:不断|逐年|日益|与日俱)(?:地)?(?:增[长加多]?|上升|提[升高]|扩大|攀升|下降|减少)"
)
"""How a quantity has gone for years, which says no time of its own: 进口数量不断增加."""
_OF_A_TIME = re.compile(
    r"\d|今年|本[月周季年]|上[月周半季]|当[前月]|目前|近[日期]|[一二三四]季度|下半年|[日周月]度|以来(?:,|$)"
)


def _is_ever_growing(draft: Draft, scene: Scene) -> bool:
    """Tell whether demand is only said to grow on and on, with what it goes along with: 随着工业化的推进,需求持续增长."""
    subject = draft.candidate.subject
    if subject is None:
        return False
    if _EVER_MORE.match(scene.low, subject.end) and not scene.says(_OF_A_TIME):
        return True
    if _EVER.match(scene.low, subject.start) is None:
        return False
    return scene.says_before(_ALONG, subject.start, 80) is not None


_MOVES_BY = re.compile(
    r"(?:[与和及、,][^,;。]{1,24}|等[^,;。]{0,8})?(?:的)?(?:共同|双重|多重|叠加)?(?:驱动|推动|影响|作用|支撑|刺激|提振|背景|共振|带动)(?:之?下)"
)
"""What follows a fact that is one of the causes of another: 在供应扰动与需求增长的共同驱动下."""
_LIFTS_PRICES = re.compile(
    r"(?:预期|态势|局面|趋势)?(?:将|有望|或将?|料将?|会|可能|仍|继续|持续|对|给)*(?:进一步|明显|有力|有效|大幅)?(?:支撑|支持|推动|推升|提振|利好|拉动|助推|抬升|托底|托举|压制|压低|打压|拖累|施压)[^,;。]{0,14}(?:价|走势|市场|行情)"
)
"""What follows a change of supply that is only told for what it does to prices: 供应收缩将支撑镨钕价格."""


_UNDER_WAY = re.compile(
    r"(?:目前|现有|现|已有|尚有|另有|当前)(?:仍|正|还)?(?:有)?(?:在建|在产)(?!.{0,40}(?:将|预计|计划))"
)
"""How works are said to be under construction, for some time already: 目前在建产线两条."""
_WOULD_HARM = re.compile(r"(?:称|认为|表示|担忧|担心)[^,;。]{0,3}(?:此举|该措施|这)(?:将|会|可能|或)[^;。]{0,16}\Z")
"""What makes of a blow to output one that somebody foretells of a measure: 称此举将冲击本土产能."""
_PROGRESS = re.compile(
    r"(?:项目|工程|建设)[^,。;]{0,10}(?:按计划|按期|稳步|有序|正常|顺利|积极|加快)(?:地)?(?:推进|进行|实施|建设中)"
)
"""How works are said to go on, of which nothing new is told: 在建项目按计划推进."""


_HOLDERS = re.compile(r"股东|董事|高管|监事|实控人|实际控制人|一致行动人|员工持股|回购")
_TRADED = re.compile(
    r"[减增]持[^,;。]{0,16}(?:股份|股票|股权|股比|万股|亿股|不超过|计划|公告|\d)|(?:股份|股票)[^,;。]{0,6}[减增]持|[减增]持公告"
)

_HANDED_OVER = re.compile(r"[转受]让|收购|协议|划转|要约")


def _is_traded(draft: Draft, scene: Scene) -> bool:
    """Tell whether holders only trade shares of a firm that is listed."""
    start, end = draft.sentence.start, draft.sentence.end
    if scene.says(_HOLDERS) is None or scene.says(_HANDED_OVER):
        return False
    first, last = draft.candidate.extent
    return any(told.start() < last and first < told.end() for told in _TRADED.finditer(scene.low, start, end))
