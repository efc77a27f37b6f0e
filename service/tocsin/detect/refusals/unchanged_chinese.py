"""Unchanged in Chinese: states of supply, capacities and growths that are spoken of, where no output has moved.

A shortage is ending, a cut is undone, works stood idle before they got leave, the harvest is a figure of speech.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.chinese import SUPPLY_STATE

_EITHER = re.compile(
    r"(?:减产|增产|扩产|限产)(?:或|还是|或者|与否)(?:增产|减产|扩产|限产|维持)|(?:增产|减产)、(?:减产|增产)或"
)
"""What names a cut beside a rise and tells neither: 产油国的减产或增产决策."""
_AT_FULL = re.compile(r"(?:保持|维持|处于|持续|一直|继续|均?为|能够)(?:着|在)?[^,;。]{0,4}\Z")
"""What makes of full use a state that lasts: 保持满产满销."""
_PRICE_STEPS = ("涨幅", "跌幅", "上涨幅度", "下跌幅度")
"""Nouns of a price's move, which works named behind them have none of: 此前涨得较多，加上炼厂出货变多."""
_TECHNICAL = re.compile(r"技术(?:性|面|上)?(?:的)?\Z")
"""What makes of a move one of prices on charts: 技术涨幅充分."""
_FORCE_LIFTED = re.compile(r"(?:解除|取消|撤销|撤回|结束)(?:了|其|对|此前|在)?[^,;。]{0,16}\Z")
"""What undoes a force majeure behind it: 解除扎维耶炼厂不可抗力."""
_CUT_ENDED = re.compile(
    r"(?:退出|撤出|撤回|取消|解除|放松|放宽|回撤|终止|结束)(?:了|其|此前|部分|全部|自愿|额外|第?[一二三]?轮)*\Z"
)
"""What undoes a cut that is named: 逐步退出自愿减产."""
_WHOEVER = re.compile(r"[^,;。]{0,10}的(?:煤矿|矿山|矿井|企业|单位|装置|产线|钢厂|炼厂|厂家)")
_OF_WHOM = re.compile(r"(?:对|凡|针对)[^,;。]{0,12}\Z")
"""What makes of more output a mark by which works are chosen: 对年产量超公告产能10%的煤矿."""
_EASED = re.compile(r"(?:缓解|缓和|改善|化解)了?(?:(?!导致|使|令)[^,;。]){0,8}\Z")
_EASES = re.compile(
    r"的?(?:格局|局面|状况|态势|情况|问题|矛盾|现象)?(?:将|会|或|有望|得到|明显|有所|逐步|逐渐|已|也|进一步|大幅|大为)*(?:缓解|缓和|改善|好转|扭转|结束|解除)"
)
"""What says before or after a state of supply that it is ending: 缓解供应紧张, 供过于求局面有所缓解."""
_UNUSED = re.compile(
    r"(?:产能)?(?:可能|或|将|会)*(?:无法|难以|不能)(?:被|得到|充分|及时)?(?:消化|利用|释放|消纳)|(?:产能)?消化(?:不及|风险)"
)
"""What follows a capacity whose use is in doubt: 新增产能可能无法消化."""
_GROWS_LESS = re.compile(
    r"的?(?:势头|态势|趋势|局面|冲动)?(?:已经?|得到|受到|被|有效|初步|基本|明显)*(?:抑制|遏制|控制住|扭转|刹住)|(?:停滞|乏力|见顶|触顶|瓶颈|空间(?:有限|不大|收窄|受限|基本消失)|(?:十分|较为|相对)?有限)|(?:速度|步伐|进程|节奏|进度|释放|投放|落地|爬坡)?(?:受[^,;。\d]{1,16}(?:影响|拖累|干扰|制约))?(?:将|会|或|有望|出现|有所|明显|逐步|开始|也|较|仍)*(?:放缓|减缓|趋缓|放慢|缓慢|减速|受阻|受限|受[^,;。]{1,8}所限)"
)
"""What follows a growth whose pace is told: 产能扩张将放缓."""
_HARDLY_FELT = re.compile(
    r"[^,;。]{0,6}对[^,;。]{2,16}(?:影响|冲击|扰动)(?:很小|不大|较小|有限|甚微|微乎其微|可控|轻微|并不大|几乎没有)"
)
"""What follows harm that is weighed and found light: 这一产能受损对全行业影响很小."""
_LITTLE = re.compile(r"(?:很小|不大|较小|有限|甚微|微乎其微|可控|轻微|并不大)")
_AS_LIMIT = re.compile(r"(?:叠加|受制于|受限于|受|面临|存在|因|由于|突破)(?:了|到|着)?[^,;。]{0,6}\Z")
"""What makes of limited capacity a noun, the setting of another thing: 叠加产能限制."""
_FAULT = re.compile(
    r"(?:频繁|不当|不良|不均|不稳|不到位|不合理|过[高低多少大小长短快慢厚薄])[^,;。]{0,4}(?:将|会|可|易|容易|极易|往往)(?:会|能)?(?:造成|导致|引起|引发|使)[^,;。]{0,8}\Z"
)
"""What makes a loss one of a handbook: 电压不稳将造成产量减少."""


_WERE_IDLE = re.compile(
    r"的[^,;。]{0,10}(?:[煤铁铜铝锌铅锡金钨锂]矿|矿山|矿井|企业|装置|产线|生产线|高炉|[钢炼电]厂|工厂|冶炼厂|电解槽|产能|机组)[^,;。]{0,8}(?:批复|批准|核准|同意|允许|恢复|复[产工采]|重启|验收|投产|重新|开复工)"
)
"""What follows works that are told by their stop and get leave to dig, or start, again: 前期停产的煤矿批复用地."""
_BY_METHOD = re.compile(
    r"(?:推广|普及|应用|采用|运用|掌握|选用|改良|优化)[^;。\d]{0,28}(?:技术|方法|品种|良种|模式|措施|知识|机械)[^;。\d]{0,14}\Z"
)
"""What makes of more output what a way of growing is good for: 推广种植技术,有效提高产量."""
_A_FINE_HARVEST = re.compile(r"项目|工程|装置|开车|科研|科技|研发|专利|技术|业绩|党建|建设|奖")
"""Where a harvest is a figure of speech: 历经三年建设的装置喜获丰收."""


def unchanged(draft: Draft, scene: Scene) -> str | None:
    """Return why a state, a capacity or a growth that is spoken of has not changed."""
    low, candidate, (first, _) = scene.low, draft.candidate, draft.candidate.extent
    if SUPPLY_STATE.search(low, candidate.start, candidate.end) and (
        scene.says_before(_EASED, first, 16) or _EASES.match(low, candidate.end)
    ):
        return "a state that is ending"
    if draft.direction == "down" and candidate.rule == "phrase" and scene.says_before(_CUT_ENDED, first, 12):
        return "a cut that is undone"
    if (
        low.startswith("不可抗力", candidate.start)
        and draft.direction == "halt"
        and scene.says_before(_FORCE_LIFTED, candidate.start, 24)
    ):
        return "a stop that is over"
    if _WHOEVER.match(low, candidate.extent[1]) and scene.says_before(_OF_WHOM, first, 16):
        return "a mark by which works are chosen"
    if candidate.rule == "phrase" and not draft.amounts and scene.says(_EITHER):
        return "named with its opposite"
    hardly = low.startswith("影响", candidate.start) and _LITTLE.match(low, candidate.end)
    if low.startswith("满产", candidate.start) and scene.says_before(_AT_FULL, candidate.start, 10):
        return "a state that lasts"
    after = candidate.subject is not None and candidate.subject.start >= candidate.end
    if after and candidate.rule == "move.noun" and low.startswith(_PRICE_STEPS, candidate.start):
        return "a price's move"
    if scene.says_before(_TECHNICAL, candidate.start, 6):
        return "a move on charts"
    if draft.direction == "down" and (hardly or _HARDLY_FELT.match(low, candidate.end)):
        return "harm that is hardly felt"
    if (
        not draft.amounts
        and low.startswith("限制", candidate.start)
        and candidate.subject is not None
        and candidate.subject.end == candidate.start
        and scene.says_before(_AS_LIMIT, candidate.subject.start, 12)
    ):
        return "a limit that is only named"
    if draft.direction == "halt" and _WERE_IDLE.match(low, candidate.end):
        return "works that stood idle before"
    if draft.direction == "up" and not draft.amounts and scene.says_before(_BY_METHOD, candidate.start, 48):
        return "what a way of growing is good for"
    if low.startswith(("丰收", "丰产"), candidate.start) and scene.says(_A_FINE_HARVEST):
        return "a figure of speech"
    grows = candidate.rule == "phrase" and draft.direction == "up"
    if draft.direction == "up" and (grows or not draft.amounts) and _GROWS_LESS.match(low, candidate.end):
        return "only its pace"
    if grows and _UNUSED.match(low, candidate.end):
        return "a capacity that is only spoken of"
    return "general knowledge" if not draft.amounts and scene.says_before(_FAULT, first, 24) else None
