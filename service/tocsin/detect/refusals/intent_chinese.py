"""Intent in Chinese: what a sentence only names, rules or explains, though it has the words of a fact.

Manuals say what must be done before a stop, handbooks which fault lowers output, reports of a seizure name goods that no
market trades, and a firm that gets a loan has won no order.
"""

import re

from tocsin.detect.bindings.objects_chinese import names_other_goods
from tocsin.detect.refusals.no_prices_chinese import is_cost_of_own_products, no_price
from tocsin.detect.refusals.processes_chinese import is_of_a_process
from tocsin.detect.refusals.restarts_chinese import no_stop_or_restart
from tocsin.detect.refusals.wished_chinese import is_start_wished
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.chinese import CAUSE, IS_REASON, OF_SUPPLY, SUPPLY_STATE
from tocsin.messages import Modality

_RULED = re.compile(
    r"[^,;。]{0,3}(?:之?前|之?后|期间|过程中)(?:必?须|应当?(?![地该届])|要先|不得|严禁)"
    r"|[^,;。]{0,12}(?:之前|之后|前|后|时),[^,;。]{0,10}(?:必?须|应当?(?![地该届对])|不得)(?![^,;。]{0,2}求)"
)
"""What follows a stop or a start in a manual or a law: 停槽前须抽出铝液; 矿山闭坑前,企业应完成治理."""
_LOOKED_AT = re.compile(
    r"[^,;。]{0,8}(?:项目|产能|工程|矿山)(?:进行|开展|实施|的)?[^,;。]{0,4}(?:检查|核查|清理|整顿|督查|督导|摸底|排查|审计|叫停|评估)"
)
"""What makes planned works ones that are looked into: 对拟建电解铝项目进行检查."""
_NOT_OF_GOODS = re.compile(
    r"(?:工程|工地|项目|建筑|下游|终端|房地产|基建|组件|轮胎|汽车|家电|纺织|织造|印染|纺企|纺纱|纱厂|织厂|织企|棉纺|布厂|电池|板厂|家具|电缆|线缆|包装|食品|饲料|复合肥)(?:厂|企业|行业)?(?:的)?(?:整体|平均|周度)?\Z"
)
"""Whose operating rate is none of the goods that another sentence names."""
_RESUMED = r"(?:启动|启炉|启槽|开槽|开炉|开车|重启|复产|复工|复采|恢复|投产|停产|停槽|停炉|停车|停工|停采)"
_WITH_OPPOSITE = re.compile(rf"[与和及或、]{_RESUMED}(?![^,;。]*\d)")
_AFTER_OPPOSITE = re.compile(rf"{_RESUMED}[与和及或、]\Z")
"""What names a stop beside a start and tells neither: 停炉与开炉."""
_FAULT = re.compile(
    r"(?:频繁|不当|不良|不均|不稳|不到位|不合理|过[高低多少大小长短快慢厚薄])[^,;。]{0,4}(?:将|会|可|易|容易|极易|往往)(?:会|能)?(?:造成|导致|引起|引发|使)[^,;。]{0,8}\Z"
)
"""What makes a loss one of a handbook: 电压不稳将造成产量减少."""
_SMUGGLED = re.compile(
    r"走私(?:入境|出境|进口|出口|过境)?的?(?P<what>[一-鿿、]{2,14}?)(?:共|约|合计|近|逾|超)*\d|\d[\d.,]*万?(?:吨|公斤|千克|箱|件|包|只|条|台|部|支|瓶)(?:涉嫌)?走私的?(?P<more>[一-鿿]{2,8})"
)
"""Goods that are smuggled, before their amount or after it."""
_THESE = re.compile(r"这|该|此|上述|其|货物|货品|货柜|物品|金属|矿|锭|原料|产品|案|价值|重量|总")
"""What names again goods that were named before."""
_OTHER_GOODS = re.compile(
    r"自行车|电动车|电动汽车|汽车|整车|卡车|摩托车|轮胎|家具|床垫|服装|鞋|箱包|玩具|家电|冰箱|空调|洗衣机|电视|手机|电脑|芯片|半导体|软件|无人机|葡萄酒|白酒|啤酒|酒类|奶粉"
    r"|药品|疫苗|口罩|医疗器械|机械|机床|起重机|叉车|电梯|工具|瓷砖|陶瓷|餐具|卫浴|洁具|灯具|眼镜|钟表|化妆品|自行|紧固件|阀门|轴承|法兰|风塔|烟草|香烟|影片|游戏|军品|武器|枪支|文物"
)
"""Goods that no commodity market trades, and that a measure may be on."""
_LENT = re.compile(
    r"[^,;。\d]{0,8}(?:融资|贷款|授信|信贷|借款|补助|补贴|资助|赔偿|注资|拨款|投资(?!建设|项目)|战略投资|发债|债券|增资)"
)
"""What follows a sum that is lent, granted or invested, so that no order is won: 获得1.6亿元授信."""
_OWN_POWER = ("用电量", "耗电量", "用电", "用气量", "用水量")
"""What is used by works, and is none of their goods: 冶炼业用电量增长12%."""
_POWER = frozenset(["power", "coal", "thermal_coal"])
_EASED = re.compile(r"(?:缓解|缓和|改善|化解)了?(?:(?!导致|使|令)[^,;。]){0,8}\Z")
_EASES = re.compile(
    r"的?(?:格局|局面|状况|态势|情况|问题|矛盾|现象)?(?:将|会|或|有望|得到|明显|有所|逐步|逐渐|已|也|进一步|大幅|大为)*(?:缓解|缓和|改善|好转|扭转|结束|解除)"
)
"""What says before or after a state of supply that it is ending: 缓解供应紧张, 供过于求局面有所缓解."""
_GROWS_LESS = re.compile(
    r"(?:速度|步伐|进程|节奏|进度)?(?:将|会|或|有望|出现|有所|明显|逐步|开始|也|较|仍)*(?:放缓|减缓|趋缓|放慢|缓慢|减速|受阻|受限|受[^,;。]{1,8}所限)"
)
"""What follows a growth whose pace is told: 产能扩张将放缓."""
_UNUSED = re.compile(
    r"(?:产能)?(?:可能|或|将|会)*(?:无法|难以|不能)(?:被|得到|充分|及时)?(?:消化|利用|释放|消纳)|(?:产能)?消化(?:不及|风险)"
)
"""What follows a capacity whose use is in doubt: 新增产能可能无法消化."""
_SHARE_OF = re.compile(r"(?:总量|总数|总)?的?(?:比例|比重|占比|份额|百分比)")
"""What makes of a noun before it the whole of which a share moves: 占锌库存的比例升至34%."""
_STOPS = frozenset(["halt", "resume"])


_KEPT = re.compile(r"[维保]持|处于|位运行|居高|徘徊")
"""What tells where a price stays, not that it went there: 价格维持高位."""


def is_standing(draft: Draft, scene: Scene) -> bool:
    """Tell whether supply or a price is only said to be in a state, which may have lasted long, or is a price's reason: no news."""
    if draft.type == "mna":
        return _is_traded(draft, scene)
    if draft.type == "price_move":
        kept = draft.sentence.chinese and _KEPT.search(scene.low, draft.candidate.start, draft.candidate.end)
        return bool(kept) or is_cost_of_own_products(draft, scene)
    if draft.type == "supply_source" and not draft.amounts:
        return scene.says(_PROGRESS) is not None
    if draft.type != "production_change" or not draft.sentence.chinese:
        return False
    low, (start, end) = scene.low, draft.candidate.extent
    if SUPPLY_STATE.search(low, start, end):
        return True
    if draft.amounts or draft.direction not in {"up", "down"} or not OF_SUPPLY.search(low, start, end):
        return False
    return CAUSE.search(low[max(draft.sentence.start, start - 24) : start]) is not None


_AWAITS = re.compile(r"有待(?:小幅|大幅|进一步|逐步|明显|继续)*\Z")
"""What makes a move one that has not come: 价格有待小幅上涨."""


_ASKED = re.compile(r"[^,;:。?!]{1,12}\?[\"'”’)\s]*\Z")
"""What makes of the last words of a sentence a question, answered by the next one: `轮出?`."""


_MATTER_AFTER = re.compile(
    r"(?:之?后|[之以]下|时代)?的?(?:应对|对策|启示|思考|出路|挑战与|机遇与|何去何从|记忆|往事|日子|故事|岁月)|之后(?=\n|$)"
)
"""What makes of a fact the matter of a talk: 铝材出口退税取消后的应对."""


def untold_chinese(draft: Draft, scene: Scene) -> str | None:
    """Return why a Chinese draft tells no fact; None where it may."""
    subject = draft.candidate.subject
    if subject is not None and draft.candidate.start >= subject.end and _SHARE_OF.match(scene.low, subject.end):
        return "a share moves, not the whole"
    if not draft.amounts and _ASKED.match(scene.low, draft.candidate.start, draft.sentence.end):
        return "a question"
    if _MATTER_AFTER.match(scene.low, draft.candidate.extent[1]):
        return "the matter of a talk"
    if not draft.amounts and IS_REASON.match(scene.low, draft.candidate.extent[1]):
        return "the reason of another fact"
    if _is_of_a_if(draft, scene):
        return "only supposed"
    if is_of_a_process(draft, scene):
        return "a figure of one way of making"
    start = draft.candidate.start
    if draft.candidate.rule.startswith("move") and scene.says_before(_AWAITS, start, 12):
        return "awaited"
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
_FEARED = frozenset(["production_change", "demand_change", "supply_source", "inventory_change"])
"""What is feared as a reason of a price and told by nobody: 减产担忧, 市场担心需求放缓."""


def _nothing(_draft: Draft, _scene: Scene) -> str | None:
    return None


_LAID = re.compile(
    r"[^,;。]{0,16}(?:矿|储量|资源|含量|金属量|油田|气田|油气|盐湖|构造|\d[\d.]*[万亿]?(?:吨|盎司|立方|桶|千克|公斤))"
)
"""What lies in the ground, behind goods that are discovered: 发现铜矿, 探获锂资源量90万吨."""


_UNLICENSED = re.compile(
    r"(?:超证|无证|非法|越界|违规|违法|擅自|停止|禁止|限制|严禁|暂停|超量|超指标|降低|减少|削减|缩减|放缓|减缓)[^,;。]{0,4}\Z"
)
"""What makes of digging no new source: 要求停止超证开采."""
_NOT_LAID = re.compile(
    r"[^,;。]{0,16}(?:新矿物|矿物(?!量|资源)|物种|特性|规律|机制|化石|标本|粒子|现象|隐患|问题|漏洞)"
)
"""What science or an inspector finds: 发现一种含铟新矿物."""


_AT_HOME = re.compile(r"居民|住户|小区|市民|用户|村民|学校")
"""Who has gas or water again from pipes in the street: 沿线居民恢复供气."""


def _source(draft: Draft, scene: Scene) -> str | None:
    """Tell whether works are only planned ones that are looked into, or a law speaks of their end."""
    if is_start_wished(draft, scene):
        return "a start that is only wished for"
    if draft.candidate.rule == "discover-near" and not _LAID.match(scene.low, draft.candidate.start):
        return "nothing that lies in the ground"
    if draft.direction == "discovery" and _NOT_LAID.match(scene.low, draft.candidate.start):
        return "nothing that lies in the ground"
    if draft.direction == "resume" and scene.says_before(_AT_HOME, draft.candidate.extent[0], 8):
        return "what a town gets"
    if draft.direction == "loss" and not draft.amounts and _RULED.match(scene.low, draft.candidate.end):
        return "a rule of work"
    if draft.direction == "new" and scene.says_before(_UNLICENSED, draft.candidate.start, 8):
        return "digging without leave"
    if draft.direction == "new" and _LOOKED_AT.match(scene.low, draft.candidate.end):
        return "works that are looked into"
    return None


_NOT_OF_TRADE = re.compile(
    r"(?:商家|网店|门店|店铺|作坊|餐馆|饭店|附近|周边|沿线|居民|学校|景区|剧组|直播间|涉事店|摊位)[^;。]{0,20}\Z"
)
"""Who stops and makes none of the goods of another sentence: 商家已被责令停产."""
_OTHER_WORKS = re.compile(
    r"(?:车企|车厂|药企|(?:汽车|整车|零部件|卡车|家电|手机|芯片|服装|制鞋|鞋|玩具|家具|无人机|军工|国防承包)[^,;。]{0,6}(?:厂|企业|厂商|公司|产线|生产线))(?:也|都|均|已|曾|一度|被迫|临时|部分|短暂|陆续|先后)*\Z"
)
"""Works that only use goods told of before: 管制后,部分汽车零部件厂停产."""
_VALUED = re.compile(
    r"(?:之?后)?[,]?(?:将|可|预计|有望|能)*(?:实现|新增|形成|带来|达到?|年)*(?:新增)?(?:产值|税收|销售收入|营业收入|就业)"
)
"""What follows works that are told by what their output is worth."""
_A_SHIFT = re.compile(r"每班|班产|单班|当班|班组|每人每天|人均(?:产量|日产)")
"""What makes of a figure the output of a shift."""
_BURNT = frozenset(["coal", "thermal_coal", "natural_gas", "lng", "power", "coke", "fuel_oil"])
"""Goods that works of all trades burn."""
_BURNERS = re.compile(
    r"(?:(?<![煤焦电气])(?:生产线|窑炉|窑)|(?:纸|瓷|陶|玻璃|砖|水泥|染|纺织?|织|化纤|食品|饲料|家具|家电|电子|包装|塑料|轮胎|铸造|化工|铝|铜|锌|钢|硅|镁|镍|锰)[^,;。]{0,2}(?:厂|企业|公司|车间))[^,;。]{0,8}\Z|(?:限电|煤改[气电]|限煤|限气)[^,;。]{0,6}\Z"
)
"""Works that burn such goods and make none of them."""
_HERDS = frozenset(["hogs", "pork", "beef", "eggs", "milk", "broilers", "dairy", "feed", "wool"])
"""Goods that a herd or flock is told of."""


def _production(draft: Draft, scene: Scene) -> str | None:
    """Return why works or supply are spoken of and nothing has changed: a rule, a fault, a pace, a state that ends."""
    low, (start, end), floor = scene.low, (draft.candidate.start, draft.candidate.end), draft.sentence.start
    subject = draft.candidate.subject
    if subject is not None and low.startswith("价", subject.end):
        return "a price of goods delivered"
    if subject is not None and low.startswith(("存栏", "出栏", "能繁"), subject.start) and not _HERDS & set(draft.ids):
        return "animals that the goods are none of"
    if draft.carried and subject is not None and scene.says_before(_NOT_OF_GOODS, subject.start, 8):
        return "others' output"
    if draft.carried and draft.direction in _STOPS and scene.says_before(_NOT_OF_TRADE, start, 26):
        return "others' works"
    if draft.direction in _STOPS and scene.says_before(_OTHER_WORKS, start, 22):
        return "others' works"
    if draft.ids and _BURNT.issuperset(draft.ids) and scene.says_before(_BURNERS, start, 20):
        return "others' works"
    if _VALUED.match(low, draft.candidate.extent[1]) or _VALUED.match(low, end):
        return "output in money"
    if scene.says(_A_SHIFT):
        return "a shift's output"
    if reason := no_stop_or_restart(draft.direction, start, end, floor, low):
        return reason
    if not draft.amounts and draft.direction in _STOPS:
        if _RULED.match(low, end):
            return "a rule of work"
        if _WITH_OPPOSITE.match(low, end) or scene.says_before(_AFTER_OPPOSITE, start, 4):
            return "named with its opposite"
    if SUPPLY_STATE.search(low, start, end) and (
        scene.says_before(_EASED, draft.candidate.extent[0], 16) or _EASES.match(low, end)
    ):
        return "a state that is ending"
    if draft.candidate.rule == "phrase" and draft.direction == "up" and _UNUSED.match(low, end):
        return "a capacity that is only spoken of"
    if draft.candidate.rule == "phrase" and draft.direction == "up" and _GROWS_LESS.match(low, end):
        return "only its pace"
    if not draft.amounts and scene.says_before(_FAULT, draft.candidate.extent[0], 24):
        return "general knowledge"
    return None


_IN_TOWN = re.compile(r"散煤|劣质|无证|伪劣|假冒|无照|违规销售|市场监管|黑加油|流动加油|罐车")
"""Goods that a town takes from those who sell without leave."""
_OVER_BORDERS = re.compile(r"走私|海关|缉私|边境|偷运|闯关|绕关|出境|入境|边防|口岸")


def _smuggling(draft: Draft, scene: Scene) -> str | None:
    if scene.says(_IN_TOWN) and not _OVER_BORDERS.search(scene.low):
        return "seized in town, not smuggled"
    if not draft.carried:
        return None
    told = scene.says(_SMUGGLED)
    what = None if told is None else told["what"] or told["more"]
    return "other goods are smuggled" if what and not _THESE.search(what) else None


_STOPPED_SERVICE = re.compile(
    r"(?:暂停|停止|中断|中止)了?(?:铁路|公路|海上|航运|港口|货物|客货|列车)?(?:运输|运营|服务|办公|营业|通航|航线|航班|发运|作业)[,;。]"
)
"""What a carrier stops, beside goods that are exported: 铁路公司暂停运输,钾肥出口商撤回报价."""
_BY_ROUTE = re.compile(r"[经由][^,;。]{1,10}(?:港|管道|管线|码头|海峡)[^,;。]{0,12}出口")
_LIMITED_BY = re.compile(r"限制[^,;。]{0,14}(?:出口|进口)[^,;。]{0,6}(?:物流|运输|运力|仓储|基础设施|瓶颈|天气|因素)")
"""What limits trade and is no measure: 限制他们出口的物流问题."""


_AS_BEFORE = re.compile(
    r"(?:继续|仍|仍然|依然)(?:对|实行|实施|执行|按|沿用|维持)[^;。]{0,40}(?:税率|关税|政策|配额|标准|措施|数量|总量)(?:均|都|保持|维持|继续)*(?:不变|未变|未作调整)"
)
"""What keeps a measure as it was: `继续对玉米实行关税配额管理,税率不变`."""


_CAUGHT = re.compile(r"[查缴起截破]获|查扣|扣押|侦破")
"""What follows a drive against smugglers where it tells of one catch: 打击走私,海关查获."""


def _measure(draft: Draft, scene: Scene) -> str | None:
    """Tell whether a flow by pipe or port starts again, or a measure is only on goods that no market trades."""
    if draft.candidate.measure == "crackdown" and _CAUGHT.search(
        scene.low, draft.candidate.extent[1], draft.sentence.end
    ):
        return "a seizure, no measure"
    if any(_STOPPED_SERVICE.match(scene.low, part.start) for part in draft.candidate.parts):
        return "a service stops, no trade is barred"
    if draft.direction == "ease" and scene.says_before(_BY_ROUTE, draft.candidate.extent[1]):
        return "a flow, no measure"
    if _LIMITED_BY.search(scene.low, draft.candidate.extent[0], draft.sentence.end):
        return "no state limits it"
    if _AS_BEFORE.search(scene.low, max(draft.sentence.start, draft.candidate.extent[0] - 24), draft.sentence.end):
        return "a measure that stays as it is"
    if names_other_goods(draft, scene):
        return "a measure on other goods"
    if draft.commodities and not draft.carried:
        return None
    if scene.says(_OTHER_GOODS):
        return "a measure on other goods"
    return None


def _contract(draft: Draft, scene: Scene) -> str | None:
    value = draft.amounts.get("value")
    won = scene.low.startswith("获", draft.candidate.start)
    if won and value is not None and value.place[0] >= draft.candidate.end and _LENT.match(scene.low, value.place[1]):
        return "money is lent or granted"
    if value is not None and scene.says_before(_NOT_PAID_FOR, value.place[0], 24):
        return "money is lent or granted"
    if scene.says(_SAVED_BY_GRAMS):
        return "what households save"
    if "quantity" not in draft.amounts and scene.says(_SCHOLARS) and scene.says(_FOR_SCIENCE):
        return "a pact of scholars"
    if draft.direction == "award" and draft.carried and draft.sentence.order > 1:
        return "goods of another sentence"
    return None


_SAVED_BY_GRAMS = re.compile(r"积存|定投|克起(?:购|投|存|售|[,;。])|起购|金豆|攒金|柜台")
"""How households buy gold: 每月自动买入黄金1克起."""
_SCHOLARS = re.compile(r"高校|大学|学院|研究院|研究所|科学院|科研院所|理工")
_FOR_SCIENCE = re.compile(r"实验室|研发|科研|人才|产学研|研究中心|创新中心|技术攻关|课题|实训")
"""What is agreed with a school and sells no goods: 与高校签署协议,共建低碳冶金实验室."""
_NOT_PAID_FOR = re.compile(
    r"(?:授信|经费|捐赠|捐款|奖励|奖金|资助|保额)(?:总?额度?|规模)?(?:[约为达共计超逾]|合计|不超过|人民币)*\Z"
)
"""What makes a sum beside a paper that is signed no price of goods: 签订战略合作协议,获授信额度50亿元."""
_CURTAILS = frozenset(["削减", "压减", "缩减", "调减"])
"""What is done to exports by who sends them: a loss of supply, no change of what is asked for."""


_HELPS = re.compile(r"(?:有助于|有利于|能够|可以|从而|进而|足以)[^,;。]{0,4}\Z")
"""What makes of less use a thing that something is good for: 有助于降低燃油消耗."""


def _demand(draft: Draft, scene: Scene) -> str | None:
    """Return why demand is not meant: a seller cuts its exports, works use their own power."""
    subject = draft.candidate.subject
    if (
        subject is not None
        and scene.low.startswith(("出口", "外运"), subject.start)
        and scene.low[draft.candidate.start : draft.candidate.end] in _CURTAILS
        and (draft.countries or draft.companies)
    ):
        return "a cut of supply"
    if draft.direction == "down" and not draft.amounts and scene.says_before(_HELPS, draft.candidate.extent[0], 14):
        return "what something is good for"
    if subject is None or _POWER & set(draft.ids):
        return None
    if scene.low[subject.start : subject.end] in _OWN_POWER:
        return "power that is used"
    return None


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


_WORTH = re.compile(r"储备(?:的)?(?:价值|市值|估值|折合)")


_AMOUNTS_TO = re.compile(r"(?:量|规模)?(?:已|约|仍|目前|现|共|尚)*(?:超过|逾|为|有|充足|充裕|丰富)")


_UNSOLD = re.compile(r"[^。;]{0,40}?(?:全部|悉数|均|全数)(?:遭遇?)?流拍|[^。;]{0,40}?(?:零成交|无人(?:竞拍|应拍|报价))")
"""What follows an offer from reserves that nobody took: 拍卖的国储大豆全部流拍."""


def _reserve(draft: Draft, scene: Scene) -> str | None:
    """Tell why a reserve neither grew nor shrank: nobody took its offer, or only its level or worth is told."""
    if draft.direction == "release" and _UNSOLD.match(scene.low, draft.candidate.start, draft.sentence.end):
        return "nothing was sold"
    (start, end), low = (draft.candidate.start, draft.candidate.end), scene.low
    apart = any("," in low[part.end : start] for part in draft.candidate.parts if part.end <= start)
    if apart and _AMOUNTS_TO.match(low, end):
        return "a reserve's level, and another thing grows"
    if "quantity" not in draft.amounts and scene.says(_WORTH):
        return "what a reserve is worth"
    return None


_HANDED_BY = re.compile(r"被|由|为|将|已|获")
"""What stands between shares and the verb of who takes them: 股份被某方取得."""


_GOODS_BOUGHT = re.compile(r"(?:库存|存货|现货|货源|原料|原矿|产品|余粮|新粮)[^,;。]{0,16}\Z")
_AT_PRICE = re.compile(r"价收购|价格收购|收购(?:价|均价)")
"""What makes of a purchase one of goods: 库存由贸易公司以高于市场的价格收购."""
_IN_ACCOUNTS = re.compile(r"合并(?:后的?)?(?:报表|营收|营业|财务|口径|净利|收入|资产|利润|范围|报告|销售)")
"""What adds up the accounts of a group: 合并报表范围."""


def _takeover(draft: Draft, scene: Scene) -> str | None:
    """Tell whether the shares of a deal are only the end of a firm's name: `某某股份获得发明专利`."""
    low, start = scene.low, draft.candidate.start
    if _IN_ACCOUNTS.match(low, start):
        return "accounts, no deal"
    if scene.says(_AT_PRICE) and scene.says_before(_GOODS_BOUGHT, start):
        return "goods are bought, no firm"
    shares = next((part for part in draft.candidate.parts if low.startswith("股份", part.start)), None)
    if draft.candidate.rule != "take-right" or shares is None or shares.end > start:
        return None
    return None if _HANDED_BY.search(low, shares.end, start) else "the name of a firm"


_TOLD_BY_TYPE = {
    "mna": _takeover,
    "stockpiling": _reserve,
    "supply_source": _source,
    "production_change": _production,
    "smuggling": _smuggling,
    "export_control": _measure,
    "large_contract": _contract,
    "demand_change": _demand,
    "price_move": no_price,
}
