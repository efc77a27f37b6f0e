"""Negation in Chinese: why the words around a candidate leave it stating nothing.

Questions, conditions, the matter of talks, general knowledge and moves that have no room to go on have the words of facts. Each
reason is one predicate; a new one is a row of the table.
"""

import re
from collections.abc import Callable

from tocsin.detect.refusals.exhorted_chinese import is_exhorted
from tocsin.detect.refusals.supposed_chinese import SUPPOSING, is_supposed
from tocsin.detect.refusals.unreal_chinese import unreal
from tocsin.detect.scenes.scene import Candidate, Scene

_WITH = re.compile(r"(?:与|跟|同(?![比期样时]))[^,;。]{0,20}\Z")
_LINKED = re.compile(r"[^,;。]{0,20}(?:有关(?![部方各人单企])|密切相关|密不可分|脱不开)")
"""What stands about a reason that is given, whose facts are known: 减产与加工费低迷有关."""
_FOR_WANT = re.compile(r"(?:因为?|由于|受)(?![此而素应子])[^,;。]{0,10}\Z")
_SO_WORKS = re.compile(
    r"(?:影响|问题|拖累|所累)?,[^,;。]{0,16}(?:停[产工炉车机]|减产|限产|检修|关停|降负|发运|运量|推迟|延期|无法生产)"
)
"""What stands about a want of goods for which works that use them stop: 因天然气供应短缺,尿素厂减产."""
_TOPIC = re.compile(
    r"(?:针对(?![^,;。]{0,20}(?:发出|发布|宣布|宣告))|面对|应对|看待|正视|审视|围绕|鉴于|面临|探讨|讨论|评估(?![价值为显报])|等待|期待|静待|有待|取决于|警惕|尚需|仍需|有赖于)[^,;。]{0,24}\Z"
)
"""What makes a fact the matter that is spoken of, and no news: 针对供应偏紧局面,协会建议…"""
_MEANWHILE = re.compile(
    r"(?:[^,;。\d]{0,4}(?:一般|通常|往往|必然|势必|才|都|也|就|又)|[^,;。\d]{0,2})(?:(?<![易览交大能将或])会(?=[\u4e00-\u9fff])(?![议谈计员见展长持延继到出发如加放]))|了?(?:约|近|逾)?[\d.%万亿元美吨/桶点-]*的?基础之?上|(?:、[^,;。、]{2,10}?)?(?:来临|出现|持续|明显|加剧)?的?大?(?:背景|形势|前提|条件)之?下|(?:之前|以前)(?=,)|的?时候|时(?=[\u4e00-\u9fff,])(?![间期段隔点值任刻代])"
)
"""What makes a fact the setting of another: 在铜价下跌的情况下."""
_GENERAL = re.compile(
    r"(?:个年份|其[他它余]年份|多数年份|历年|季节性分析|往往|通常|一般(?:都|也|就)?会|一般来说|一般而言|一般情况下|意味着|所谓|是指|指的是|例外|理论上)"
)
"""What makes what its clause says, and what follows, general knowledge."""
_WHENEVER = re.compile(r"(?<![相正])当(?![日周月年天地前季])|每当|每逢|时,|情况下")
"""What makes the clause before one of general knowledge such a one too: 当铅价上涨时,矿山往往…"""
_RUN_OVER = re.compile(
    r"(?:结束|终结|扭转|止住|打破|吞噬|抹去|抹平|回吐|收复|一改|改变|逆转|摆脱|告别|(?:没有|未|未能|不再|并未)(?:能够?)?(?:延续|持续|再现))了?(?:此前|之前|前期|先前|连续|长达|了)*[^,;。]{0,12}\Z"
    r"|(?:抑制|遏制|控制|防止|平抑)[^,;。]{0,14}过快\Z"
    r"|(?:抑制|遏制|阻止|防止|避免|平抑)了?[^,;。]{0,8}价格?(?:的|大幅|过度|进一步|持续|继续|再度)*\Z"
)
"""What makes a move one that is over, or kept in check: 结束连续三周下降, 抑制消费过快增长, 防止粮价上涨."""
_LASTED = re.compile(r"(?:连续|接连|持续|历经|经历了?)[^,;。]{1,8}\Z")
_FIRST = re.compile(r"先\Z|先是[^,;。]{0,6}\Z")
_THEN = re.compile(
    r"(?:的?(?:行情|走势|态势))?(?:(?P<after>(?:之后|后|过后),)|(?:之?后|随后|,后|,随后|而后|,再|再)(?!续)[^,;。]{0,6}?[涨跌升降增减落高低滑行化积扬挫调加少长强弱])"
)
"""What stands about a run that is over, and about the first leg of a course: 连续三周下跌后,本周上涨; 先升后降."""
_AWAITED = re.compile(
    r"(?:还|仍|尚|也|均|都|依然|目前)*(?:有待|需要?(?:等待|看|观察)|尚需|仍需|待观察|需时间|言之尚早)"
)
"""What follows a fact that has not come yet: 需求的拉动仍有待观察."""
_PROSPECT = re.compile(
    r"(?:的)?(?:速度|节奏|程度|力度|强度)(?:将|会|则)?决定|(?:的)?(?:余地|潜力|动能|动力(?![煤电])|困难|不易|艰难|意愿|能力|阻力|难度|呼声|观点|看法|期权|诉求|进程)|[^,;。]{0,10}观点|(?:仍|均|都|普遍)?(?:保持|持|抱|表示)[^,;。]{0,6}(?:态度|抗拒|谨慎|怀疑)"
    r"|的(?:预测|预判)|(?:也|一直)?是[^,;。]{0,6}(?:看[多空涨跌]|做[多空])"
)
"""What follows a movement where it is only weighed, and none has come: 扩产余地, 减产意愿, 看涨观点."""
_WATCHED = re.compile(r"(?:关注|留意|观察|跟踪|聚焦|盯紧)[^,;。\d]{0,16}\Z")
_COURSE = re.compile(
    r"(?:的)?(?:[^,;。\d]{0,6}(?:及|和|与|、)[^,;。\d]{0,8})?(?:进度|进展|情况|节奏|动态|力度|幅度|变化|速度)"
)
"""What makes of a restart or a cut one that readers are told to watch: 关注锌厂复产进度."""
_SPENT = re.compile(r"(?:抑制|限制|压制|制约|封堵|缺乏|缺少|决定)了?[^,;。]{0,10}\Z")
"""What keeps a move from going on: 抑制铅价上行空间."""
_ROOM = re.compile(r"空间|动能|动力(?![煤电])|势头|步伐")
"""Nouns of what a move has left."""
_EXHAUSTED = re.compile(
    r"的?(?:动能|动力|势头|空间|力度)?(?:明显|略显|有所|仍|较|也|已)*(?:不足|乏力|无力|衰竭|衰减|受限|受阻)|幅度(?:仍|较|将|也)*有限"
    r"|(?:仍|还|将|会|也|依然|依旧|或|短期|后期|继续|再度)*(?:存在?|面临|承受|受到?|有)(?:着|了)?(?:较大|一定|明显|不小|较强|很大|更大|多重|技术)?的?(?:压力|阻力|压制|难度|瓶颈)"
)
"""What follows a move that does not go on: 上涨动力不足, 上涨乏力."""
_COMES_NOT = re.compile(
    r"不了(?!多久)|[^,;。]{0,8}?(?:并|也|仍|还|暂时|短期内?|年内)*(?:不会|不可能|难以|无法)(?:很快|马上|立即|立刻|真正|如期)?(?:出现|发生|到来|兑现|落地|成行)(?!逆转|反转|变化|改变|大的)"
    r"|[^,;。]{0,4},?(?:也|却|但|恐怕?|都)*[^,;。\d]{0,3}(?:无从下手|无能为力|有心无力|力不从心|来不及|为时已晚|谈何容易|并非易事)"
)
"""What follows a fact that does not come, or is out of reach: 供应增量年内不会出现, 想增产也无从下手."""
_ASKED = re.compile(
    r"(?:还是|吗|呢|是不是|该不该|值不值|要不要|会不会|能不能|能否|是否|怎么|如何|什么|为何|有何|作何|何时|哪些|多少|几何)[^?]*\?[\"'”’)\s]*\Z"
)
"""A Chinese question, which states nothing."""

_OFFERED = re.compile(
    r"凡[^,;。]{0,6}(?:订购|购买|下单|选购|预订)|免费送货|包邮|欢迎(?:来电|选购|订购)|等零?[配部零]件价格"
)
"""What a shop offers, or asks for parts of its wares: 凡订购…一律下调, 轮胎等配件价格."""


_WARNED = re.compile(
    r"(?:敬请|提请|请)[^,;。]{0,6}投资者[^。;]{0,16}(?:风险|注意)|注意投资风险|不可抗力[^。;]{0,30}可能导致(?:合同|协议)"
)
"""The last paragraph of a company's notice, which names what might befall any contract."""
_USERS_WORKS = re.compile(
    r"(?:下游|终端|饲料|焊料|用[铜铝锌铅镍锡]|镀锌板?|电池|轮胎|线缆|消费)[^,;。]{0,12}(?:企业|厂家|工厂|行业|厂)[^,;。]{0,8}\Z"
)
"""Whose operating rates tell of demand, and of no output of the goods: 下游焊料企业开工率."""


_FEED_WORKS = re.compile(
    r"(?:面粉|制粉|淀粉|酒精|深加工|饲料|油厂|压榨|榨油|纱厂|纺企|纺织)(?:企业|厂家?|工厂|行业)?[^,;。]{0,12}\Z"
)
_FEED = frozenset(["wheat", "corn", "soybeans", "canola", "cotton", "peanuts", "sorghum", "cassava"])
"""Mills that grind, crush or spin a crop, and what they so use up: 油厂开机率."""
_MILLED = frozenset(["flour", "starch", "feed"])
"""Goods that such mills are called after."""
_RATE = re.compile("开[工机]")
"""How such a rate is named."""


def _is_of_users(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether operating rates are those of works that use the text's goods."""
    subject = candidate.subject
    if candidate.type != "production_change" or subject is None:
        return False
    low = scene.low
    if not low.startswith(("开工", "开机"), subject.start):
        return False
    before = max(scene.sentence.start, subject.start - 28)
    crops = {hit.id for hit in scene.found.commodities} - _MILLED
    if crops and crops <= _FEED and _FEED_WORKS.search(low, before, subject.start):
        return True
    return scene.says_before(_USERS_WORKS, subject.start, 28) is not None


_REPORT_ASKED = re.compile(
    r"(?:传闻|传言|消息|报道|外媒|媒体|网传|有人)(?:称|说|指|显示)?[^。;?]{4,60}(?:是否属实|是否为?真|属实吗|是真的吗)"
)
"""A report that an office is asked about, which its answer may reject: 有传闻称将取消管制,请问是否属实?"""


def _is_asked(_: Candidate, scene: Scene) -> bool:
    """Tell whether a sentence is a question, and none about a report, which the answer may reject."""
    return scene.says(_ASKED) is not None and scene.says(_REPORT_ASKED) is None


def _has_warning(_: Candidate, scene: Scene) -> bool:
    return scene.says(_WARNED) is not None


def _is_move(candidate: Candidate) -> bool:
    """Tell whether a candidate is a word or phrase of movement, and no frame."""
    return candidate.rule.startswith(("move", "phrase"))


def _is_reason(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a movement is only the reason of another fact: 减产与加工费低迷有关."""
    low, start = scene.low, candidate.start
    if candidate.type == "production_change" and candidate.rule == "phrase" and _SO_WORKS.match(low, candidate.end):
        return scene.says_before(_FOR_WANT, start, 16) is not None
    return _LINKED.match(low, candidate.end) is not None and scene.says_before(_WITH, start, 24) is not None


def _is_offer(candidate: Candidate, scene: Scene) -> bool:
    return candidate.type == "price_move" and scene.says(_OFFERED) is not None


def _is_setting(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a fact is what others speak of, or the time and circumstances of another: 在铜价下跌的情况下."""
    low, (first, last) = scene.low, candidate.extent
    before = low[max(scene.sentence.start, first - 30) : first]
    return _TOPIC.search(before) is not None or _MEANWHILE.match(low, last) is not None


def _is_over(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether words before a movement end it: 结束连续三周下降."""
    low, start = scene.low, candidate.start
    before = max(scene.sentence.start, start - 20)
    if _RUN_OVER.search(low, before, start) is not None:
        return True
    ended = _THEN.match(low, candidate.end)
    return ended is not None and (_LASTED if ended["after"] else _FIRST).search(low, before, start) is not None


def _is_awaited(candidate: Candidate, scene: Scene) -> bool:
    return _AWAITED.match(scene.low, candidate.extent[1]) is not None


def _comes_not(candidate: Candidate, scene: Scene) -> bool:
    return candidate.type != "export_control" and _COMES_NOT.match(scene.low, candidate.extent[1]) is not None


def _is_weighed(candidate: Candidate, scene: Scene) -> bool:
    if _PROSPECT.match(scene.low, candidate.end) is not None:
        return True
    watched = scene.says_before(_WATCHED, candidate.start, 24) is not None
    return watched and _COURSE.match(scene.low, candidate.end) is not None


_ASKED_ABOUT = re.compile(
    r"(?:回应|谈及?|介绍|关于)(?!称)(?P<matter>[^,;。:]{2,32}?)(?:的?(?:有关|相关)?(?:问题|关切|提问|情况)|(?<!传闻|传言|谣言|消息)(?=:(?![^,;。]{0,8}(?:不实|属实|否认|假消息|谣))))|就(?P<what>[^,;。]{2,48}?)(?:的?有关问题|的?相关问题|一事|等问题|问题)?(?:答记者问|答问|应询|回答[^,;。]{0,8}提问|回应[^,;。]{0,6}(?:关切|提问)|接受[^,;。]{0,8}采访|采访了?|专访|发表谈话|(?:进行|举行|展开|开展)了?[^,;。]{0,6}(?:磋商|会谈|讨论|交流|沟通|对话|谈判)|交换意见|交换了意见)"
)
"""What names the matter that an office is asked about: 就出口管制答记者问. A rumour that the colon answers is denied, not asked about."""

_DECIDED = re.compile(r"实施|加强|调整|取消|暂停|发布|公布|加征|征收|禁止|收紧|放宽|公告|新增|恢复|延长|列入|解除")
"""What makes it one that is decided: 就对锗实施出口管制答记者问."""

_DEALS = frozenset(["mna", "large_contract"])
"""Types whose facts are in the making while they are talked over: 就收购某矿展开谈判."""


def _is_asked_about(candidate: Candidate, scene: Scene) -> bool:
    return any(
        told.start() <= candidate.start < told.end()
        and _DECIDED.search(told["what"] or told["matter"]) is None
        and not (candidate.type in _DEALS and told.group().endswith(("谈判", "磋商")))
        for told in _ASKED_ABOUT.finditer(scene.low, scene.sentence.start, scene.sentence.end)
    )


_ENDS_FLAT = re.compile(
    r"[^。;\d]{0,6},(?:最终|终盘|尾盘)?(?:收盘|收市|收)(?:时)?(?:基本|大致|近乎|几乎)?(?:持平|平盘|走平|平收|报平)"
)
"""What takes a day's swing back: `冲高回落,收盘基本持平`."""


_OF_TAX = re.compile(
    r"(?:出口|进口|资源|消费|增值|从量|专项|附加)(?:关)?税(?:率|额|费)?(?:标准)?(?:将|已|被|也)?(?:[由从自][^,;。价]{0,18}|大幅|小幅|进一步|再度?|全面)?\Z"
)
"""What says that a tax is moved, and no price: 出口税由每吨52美元上调至."""
_TURNED = re.compile(
    r"(?P<up>高开|冲高|走高|上冲|反弹|先涨|先扬|先升)(?:之?后|随后|并|即|而|,随后|,后|,之后|,其后|,继而|,但随后)?(?:震荡|快速|小幅|大幅|弱势|强势|逐步|持续|一路|迅速|有所|再度|缓慢|企稳|窄幅|继续|明显)*(?:低走|回落|走低|下行|转跌|翻绿|跳水|遇阻|受阻|回吐|后跌|后抑|后降)"
    r"|(?P<down>低开|探底|下探|触底|走低|先跌|先抑|先降)(?:之?后|随后|并|即|而|,随后|,后|,之后|,其后|,继而|,但随后)?(?:震荡|快速|小幅|大幅|弱势|强势|逐步|持续|一路|迅速|有所|再度|缓慢|企稳|窄幅|继续|明显)*(?:高走|回升|反弹|走高|拉升|翻红|转涨|企稳|后涨|后扬|后升)"
)
"""A course of trading that turns, of which its last leg counts: 高开低走, 探底回升."""


def _is_turned(low: str, start: int, end: int) -> bool:
    """Tell whether a move is the first leg of a course that turned."""
    told = _TURNED.match(low, start)
    return told is not None and end <= told.end(told.lastgroup or 0)


def _is_spent(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese price has no room to move on, turned within its course, or is a tax: 上涨动力不足, 高开低走."""
    if candidate.type != "price_move":
        return False
    low, start, end = scene.low, candidate.start, candidate.end
    if scene.says_before(_OF_TAX, start, 30):
        return True
    if _EXHAUSTED.match(low, end) or _ENDS_FLAT.match(low, end) or _is_turned(low, start, end):
        return True
    held = _ROOM.match(low, end) or low.endswith("空间", start, end)
    return bool(held) and _SPENT.search(low, max(0, start - 20), start) is not None


def _is_general(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese fact is one of general knowledge: 锌价下跌往往…; what an earlier clause states has happened."""
    low = scene.low
    told = scene.says(_GENERAL)
    if told is None:
        return False
    end = candidate.extent[1]
    return "," not in low[end : told.start()] or scene.says_before(_WHENEVER, end) is not None


_ENDING = re.compile("停止|暂停|取消|终止|中止|叫停|搁置|不再")
_CALLED_OFF = re.compile(rf"(?:{_ENDING.pattern})(?P<goods>[^,;。\d]{{0,5}})\Z")
"""What is said before a move or purchase that ends or does not come: 停止增长, 取消锡收储计划."""
_RESERVE_CALLED_OFF = re.compile(rf"(?:{_ENDING.pattern})[^,;。\d]{{0,6}}(?:收储|抛储|轮储|轮换|轮出|轮入|投放)")
_CALLED = frozenset(["inventory_change", "demand_change"])


def _is_called_off(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a move, a cut or a purchase for a reserve is named as one that is called off or ends."""
    of_output = candidate.type == "production_change" and candidate.direction in {"up", "down"}
    if candidate.type == "stockpiling":
        return scene.says(_RESERVE_CALLED_OFF) is not None
    if not of_output and candidate.type not in _CALLED:
        return False
    told = scene.says_before(_CALLED_OFF, candidate.start, 8)
    if told is None:
        return False
    start, end = told.span("goods")
    return start == end or any(hit.start <= start and end <= hit.end for hit in scene.found.commodities)


_Reason = tuple[re.Pattern[str] | None, str, Callable[[Candidate, Scene], bool]]
_REASONS: tuple[_Reason, ...] = (
    (_ASKED, "asked", _is_asked),
    (SUPPOSING, "only supposed", is_supposed),
    (None, "a reason given", _is_reason),
    (_WARNED, "a warning to investors", _has_warning),
    (_RATE, "the works of those who use the goods", _is_of_users),
    (_OFFERED, "an offer to customers", _is_offer),
    (_ASKED_ABOUT, "the matter of a question", _is_asked_about),
    (_GENERAL, "general knowledge", _is_general),
    (None, "the matter spoken of, or the setting", _is_setting),
    (None, "a run that is over", _is_over),
    (None, "a move that does not go on", _is_spent),
    (None, "awaited", _is_awaited),
    (_ENDING, "called off", _is_called_off),
    (None, "asked of a firm's people", is_exhorted),
    (None, "only weighed", _is_weighed),
    (None, "what does not come", _comes_not),
)
"""What a sentence must say for each, and why a Chinese candidate states nothing; the first that holds is told."""
_OF_MOVES = (_is_reason, _is_over, _is_awaited, _is_weighed, _comes_not)
"""What is asked of words and phrases of movement alone."""


def _of_moves(scene: Scene) -> list[_Reason]:
    """Return the reasons that may hold in a sentence."""
    return [reason for reason in _REASONS if reason[0] is None or scene.says(reason[0])]


def _of_frames(scene: Scene) -> list[_Reason]:
    """Return those of them that may hold for a frame."""
    return [reason for reason in scene.once(_of_moves) if reason[2] not in _OF_MOVES]


def states_nothing_chinese(candidate: Candidate, scene: Scene) -> str | None:
    """Return why the words around a Chinese candidate leave it stating nothing."""
    for _, why, holds in scene.once(_of_moves if _is_move(candidate) else _of_frames):
        if holds(candidate, scene):
            return why
    return unreal(candidate, scene)
