"""No output: Chinese sentences that speak of works, sources or supply, where nothing has stopped, begun or changed.

Manuals say what must be done before a stop, handbooks which fault lowers output; others' works burn the goods, and a town has gas again.
"""

import re

from tocsin.detect.refusals.restarts_chinese import no_stop_or_restart
from tocsin.detect.refusals.unchanged_chinese import unchanged
from tocsin.detect.refusals.wished_chinese import is_start_wished
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_RULED = re.compile(
    r"[^,;。]{0,3}(?:之?前|之?后|期间|过程中)(?:必?须|应当?(?![地该届])|要先|不得|严禁)"
    r"|[^,;。]{0,12}(?:之前|之后|前|后|时),[^,;。]{0,10}(?:必?须|应当?(?![地该届对])|不得)(?![^,;。]{0,2}求)"
)
"""What follows a stop or a start in a manual or a law: 停槽前须抽出铝液; 矿山闭坑前,企业应完成治理."""
_KNOWN_LONG = re.compile(r"(?:现已|目前已?|已经?|截至目前已?)(?:累计)?探明的?[^,;。新]{0,12}储量")
"""Reserves that are told as a place has them: 现已探明的锡储量."""
_LAID = re.compile(
    r"[^,;。]{0,16}(?:矿|储量|资源|含量|金属量|油田|气田|油气|盐湖|构造|\d[\d.]*[万亿]?(?:吨|盎司|立方|桶|千克|公斤))"
)
"""What lies in the ground, behind goods that are discovered: 发现铜矿, 探获锂资源量90万吨."""
_NOT_LAID = re.compile(
    r"[^,;。]{0,16}(?:新矿物|矿物(?!量|资源)|物种|特性|规律|机制|化石|标本|粒子|现象|隐患|问题|漏洞)"
)
"""What science or an inspector finds: 发现一种含铟新矿物."""
_KNOWN = re.compile(r"已(?:探明|查明|发现)的")
"""How what lies in the ground is counted that was found long ago: 全球已探明的铜储量."""
_RANKED = re.compile(
    r"(?:的)?(?:资源|矿石|金属|基础|经济)?储?量(?:位?居|排|列|名列|位列|占|仅次|均?位于|丰富|有限|约占)"
)
"""What follows `探明` where a country's reserves are ranked: 探明储量居世界第二."""
_TIME_OF_START = re.compile(r"设?(?:以来|至今|之初|伊始|初期|前夕|之?前(?!景))")
"""What makes of a start the time of something else: 项目自投产以来, 新线投产前."""
_PRIZE = re.compile(r"(?:优质|精品|样板)工程|鲁班奖|科技进步奖|[金银特一二三]等?奖|荣获|获评|评为|授予|表彰|评选|入选")
"""What a prize is given for: 该冶炼项目获评优质工程."""
_AT_HOME = re.compile(r"居民|住户|小区|市民|用户|村民|学校")
"""Who has gas or water again from pipes in the street: 沿线居民恢复供气."""
_UNLICENSED = re.compile(
    r"(?:超证|无证|非法|越界|违规|违法|擅自|停止|禁止|限制|严禁|暂停|超量|超指标|降低|减少|削减|缩减|放缓|减缓)[^,;。]{0,4}\Z"
)
"""What makes of digging no new source: 要求停止超证开采."""
_LOOKED_AT = re.compile(
    r"[^,;。]{0,8}(?:项目|产能|工程|矿山)(?:进行|开展|实施|的)?[^,;。]{0,4}(?:检查|核查|清理|整顿|督查|督导|摸底|排查|审计|叫停|评估)"
)
"""What makes planned works ones that are looked into: 对拟建电解铝项目进行检查."""


_LISTED = re.compile(
    r"[^,;。\d]{0,12}(?:名称|清单|一览表?|名录|目录|统计表|时间表)(?![^,;。]{0,4}[推提延])|(?:时间|日期)(?=[,;。、]|\Z)"
)
"""What makes new works entries of a list: 各阶段新建项目名称及投产时间."""
_GRANTED_NO_MORE = re.compile(r"(?:不再|暂停|停止|叫停|冻结)[^,;。]{0,40}?(?:核发|颁发|发放|签发|批准|审批|授予|受理)")
"""What a state does that grants no more licences: 不再为独立冶炼厂核发许可证."""


def no_source(draft: Draft, scene: Scene) -> str | None:
    """Return why no source is new, back or lost: it is wished for, looked into, illegal, ruled, or nothing that a mine brings."""
    if is_start_wished(draft, scene):
        return "a start that is only wished for"
    if draft.candidate.rule == "discover-near" and not _LAID.match(scene.low, draft.candidate.start):
        return "nothing that lies in the ground"
    if draft.direction == "discovery" and _KNOWN.match(scene.low, max(0, draft.candidate.start - 1)):
        return "what is known to lie there"
    if draft.direction == "discovery" and _RANKED.match(scene.low, draft.candidate.start + 2):
        return "what is known to lie there"
    if draft.direction == "new" and scene.says(_PRIZE):
        return "works that are given a prize"
    ends = (draft.candidate.end, draft.candidate.extent[1])
    if draft.direction == "new" and any(_TIME_OF_START.match(scene.low, end) for end in ends):
        return "the time of something else"
    if draft.direction == "discovery" and _NOT_LAID.match(scene.low, draft.candidate.start):
        return "nothing that lies in the ground"
    if draft.direction == "discovery" and _KNOWN_LONG.search(
        scene.low, max(draft.sentence.start, draft.candidate.start - 6), draft.candidate.extent[1]
    ):
        return "what has been known"
    if draft.direction == "resume" and scene.says_before(_AT_HOME, draft.candidate.extent[0], 8):
        return "what a town gets"
    if draft.direction == "loss" and not draft.amounts and _RULED.match(scene.low, draft.candidate.end):
        return "a rule of work"
    if draft.direction == "new" and scene.says_before(_UNLICENSED, draft.candidate.start, 8):
        return "digging without leave"
    if draft.direction == "new" and not draft.amounts and _LISTED.match(scene.low, draft.candidate.end):
        return "entries of a list"
    if draft.direction == "new" and scene.says(_GRANTED_NO_MORE):
        return "no leave is granted any more"
    if draft.direction == "new" and _LOOKED_AT.match(scene.low, draft.candidate.end):
        return "works that are looked into"
    return None


_STOPS = frozenset(["halt", "resume"])


def no_production(draft: Draft, scene: Scene) -> str | None:
    """Return why works or supply are spoken of and nothing has changed: others' works, a rule, a fault, a pace, a state that ends."""
    candidate = draft.candidate
    return (
        _of_others(draft, scene)
        or no_stop_or_restart(draft.direction, candidate.start, candidate.end, draft.sentence.start, scene.low)
        or _stop_only_named(draft, scene)
        or unchanged(draft, scene)
    )


_NOT_OF_GOODS = re.compile(
    r"(?:工程|工地|项目|建筑|下游|终端|房地产|基建|组件|轮胎|汽车|家电|纺织|织造|印染|纺企|纺纱|纱厂|织厂|织企|棉纺|布厂|电池|板厂|家具|电缆|线缆|包装|食品|饲料|复合肥)(?:厂|企业|行业)?(?:的)?(?:整体|平均|周度)?\Z"
)
"""Whose operating rate is none of the goods that another sentence names."""
_NOT_OF_TRADE = re.compile(
    r"(?:商家|网店|门店|店铺|作坊|餐馆|饭店|附近|周边|沿线|居民|学校|景区|剧组|直播间|涉事店|摊位)[^;。]{0,20}\Z"
)
"""Who stops and makes none of the goods of another sentence: 商家已被责令停产."""
_DEARER = re.compile(
    r"(?:成本|价格?|电价|费用|运费|气温|温度|利润|税率|关税|油价|煤价)(?:也|均|都|有所|明显|大幅|小幅|持续)*\Z"
)
"""What is itself raised or cut, before works that another clause speaks of: 成本提高炼厂开工率下滑."""
_ALL_TRADES = re.compile(r"(?:制造业|工业|服务业|全行业|经济|建筑业|农业|加工业)(?:总|体|部门|整体)*\Z")
"""Whose output is told that is none of one trade: 制造业产出增长."""
_OF_USERS = re.compile(r"(?:下游|终端)[^,;。、0-9]{1,8}\Z")
"""Whose rate of work is that of users, named by what they make: 下游烯烃装置开工率."""
_OTHER_WORKS = re.compile(
    r"(?:车企|车厂|药企|(?:汽车|整车|零部件|卡车|家电|手机|芯片|服装|制鞋|鞋|玩具|家具|无人机|军工|国防承包)[^,;。]{0,6}(?:厂|企业|厂商|公司|产线|生产线))(?:也|都|均|已|曾|一度|被迫|临时|部分|短暂|陆续|先后)*\Z"
)
"""Works that only use goods told of before: 管制后,部分汽车零部件厂停产."""
_BURNT = frozenset(["coal", "thermal_coal", "natural_gas", "lng", "power", "coke", "fuel_oil"])
"""Goods that works of all trades burn."""
_BURNERS = re.compile(
    r"(?:(?<![煤焦电气])(?:生产线|窑炉|窑)|(?:纸|瓷|陶|玻璃|砖|水泥|染|纺织?|织|化纤|食品|饲料|家具|家电|电子|包装|塑料|轮胎|铸造|化工|铝|铜|锌|钢|硅|镁|镍|锰)[^,;。]{0,2}(?:厂|企业|公司|车间))[^,;。]{0,8}\Z|(?:限电|煤改[气电]|限煤|限气)[^,;。]{0,6}\Z"
)
"""Works that burn such goods and make none of them."""
_HERDS = frozenset(["hogs", "pork", "beef", "eggs", "milk", "broilers", "dairy", "feed", "wool"])
"""Goods that a herd or flock is told of."""
_TO_WORKS = re.compile(
    r"(?:向|对)[^,;。]{0,8}(?:[厂矿炉]|企业|客户|买家)[^,;。]{0,4}(?:发运|供货|供应|发货|装船|交付|供料|送货|供气|供电)"
)
"""What somebody stops who sends goods to works: 暂停向冶炼厂发运."""
_VALUED = re.compile(
    r"(?:之?后)?[,]?(?:将|可|预计|有望|能)*(?:实现|新增|形成|带来|达到?|年)*(?:新增)?(?:产值|税收|销售收入|营业收入|就业)"
)
"""What follows works that are told by what their output is worth."""
_A_SHIFT = re.compile(r"每班|班产|单班|当班|班组|每人每天|人均(?:产量|日产)")
"""What makes of a figure the output of a shift."""


_MEANS = re.compile(r"(?:集装箱|运力|车皮|舱位|船舶|劳动力|劳力|人手|资金)(?:的)?\Z")
"""What a trade needs to send its goods, whose supply is none of theirs: 集装箱供应不足."""
_TROUBLES = re.compile(r"的?(?:干扰|扰动|中断|损失|紧张|短缺)(?:率|量|风险|事件|程度|频率)")
"""What rises that makes of more supply less: 矿石供应干扰率上升."""


def _of_others(draft: Draft, scene: Scene) -> str | None:
    """Return whose or what output is told in place of the goods'."""
    low, start, subject = scene.low, draft.candidate.start, draft.candidate.subject
    if subject is not None and low.startswith("价", subject.end):
        return "a price of goods delivered"
    if subject is not None and low.startswith(("存栏", "出栏", "能繁"), subject.start) and not _HERDS & set(draft.ids):
        return "animals that the goods are none of"
    if subject is not None and scene.says_before(_MEANS, subject.start, 6):
        return "others' output"
    if draft.direction in {"up", "down"} and subject is not None and _TROUBLES.match(low, subject.end):
        return "troubles of supply, no supply"
    if draft.carried and subject is not None and scene.says_before(_NOT_OF_GOODS, subject.start, 8):
        return "others' output"
    if subject is not None and low.startswith(("开工", "负荷", "产能利用", "装置"), subject.start):
        goods = [hit.start for hit in draft.commodities if draft.sentence.start <= hit.start < subject.start]
        users = scene.says_before(_OF_USERS, subject.start, 14)
        if users and not any(hit > users.start() for hit in goods):
            return "others' output"
    if (
        subject is not None
        and low.startswith("产出", subject.start)
        and scene.says_before(_ALL_TRADES, subject.start, 8)
    ):
        return "output of all trades"
    if draft.candidate.rule == "move.object_verb" and scene.says_before(_DEARER, start, 8):
        return "another thing moves"
    if draft.direction in _STOPS and _TO_WORKS.match(low, draft.candidate.end):
        return "what buyers' works are sent"
    if draft.carried and draft.direction in _STOPS and scene.says_before(_NOT_OF_TRADE, start, 26):
        return "others' works"
    if draft.direction in _STOPS and scene.says_before(_OTHER_WORKS, start, 22):
        return "others' works"
    if draft.carried and draft.direction in _STOPS and _is_of_users(draft, scene):
        return "others' works"
    if draft.ids and _BURNT.issuperset(draft.ids) and scene.says_before(_BURNERS, start, 20):
        return "others' works"
    if _VALUED.match(low, draft.candidate.extent[1]) or _VALUED.match(low, draft.candidate.end):
        return "output in money"
    return "a shift's output" if scene.says(_A_SHIFT) else None


_USERS = re.compile(r"(?:蓄?电池|电缆|线缆|家电|玩具|整车)(?:生产|制造)?(?:企业|厂家?|公司)[^。\n]{0,56}\Z")
"""Works that only use what the text is about, named up to a sentence before: 铅酸蓄电池企业中,有213家停产;另有160家关停."""


def _is_of_users(draft: Draft, scene: Scene) -> bool:
    if any("batter" in id_ for id_ in draft.ids):
        return False
    return _USERS.search(scene.low, max(0, draft.candidate.start - 80), draft.candidate.start) is not None


_RESUMED = r"(?:启动|启炉|启槽|开槽|开炉|开车|重启|复产|复工|复采|恢复|投产|停产|停槽|停炉|停车|停工|停采)"
_WITH_OPPOSITE = re.compile(rf"[与和及或、]{_RESUMED}(?![^,;。]*\d)")
_AFTER_OPPOSITE = re.compile(rf"{_RESUMED}[与和及或、]\Z")
"""What names a stop beside a start and tells neither: 停炉与开炉."""


def _stop_only_named(draft: Draft, scene: Scene) -> str | None:
    """Return why a stop or a start without a number is only named."""
    if draft.amounts or draft.direction not in _STOPS:
        return None
    start, end = draft.candidate.start, draft.candidate.end
    if _RULED.match(scene.low, end):
        return "a rule of work"
    opposite = _WITH_OPPOSITE.match(scene.low, end) or scene.says_before(_AFTER_OPPOSITE, start, 4)
    return "named with its opposite" if opposite else None
