"""Unreal in Chinese: what a sentence supposes, rules, demands, rehearses or shows in a museum, though it has the words of a fact.

`如果投资不足,供应下降,那么…` supposes, `根据某法,未经许可不得出口` recalls a law, `呼吁取消关税` asks for what another has to grant,
`演练模拟停产` plays, and `出土铜锭` is of a trade that ended long ago.
"""

import re

from tocsin.detect.refusals.seasons_chinese import of_every_year
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import OLD_AGE

_THOUGHT_UP = re.compile(
    r"(?:假如|假使|假若|倘若|倘使|(?<![主只需重首次必])要是(?!求)|万一|试想|不妨设想|不妨想象|想象一下|设想一下)[^。!?]*\Z"
)
"""What makes all that follows a thing thought up, its consequences too."""
_IF = re.compile(
    r"(?:^|[,;:。!?、\"“(\n ]|但|而|因此|所以|那么)(?:如果|如若|若(?!干)|一旦|只要|除非|当(?=[^,;。]{2,20}时,))[^。;!?]*\Z"
)
_THEN = re.compile(
    r"[^。;!?]*?(?:那么|那就|,则(?![二三四五])|则(?=[一-鿿]{0,8}(?:会|将|有望|可能|可))|就会|便会|才会|就要|就能|也会|怎么办|,甚至|甚至被迫)"
)
"""What begins the consequence of a condition, so that all before it is supposed."""
_SO = re.compile(r",(?:那么|那就)[^。;!?]*\Z")
"""The same before a fact, which is but what would come of it."""
_IF_THEN = re.compile(
    r"(?:如果|如若|若(?!干)|一旦|只要)[^。;!?]{2,30},[^,;。!?]{0,10}(?:就会|便会|就将|才会|便将|就要)[^,;。!?]{0,24}\Z"
)
"""A condition with its consequence, in which the fact stands: 如果价格上涨太多,政府就会投放储备."""
_DEFINED = re.compile(
    r"(?:[正负数]值|数值|读数|指标|信号|符号|曲线|比值|差值|[柱红绿]线)[^,;。\d]{0,6}(?:表示|代表|意味着|说明|表明|显示)(?:了|着)?[^,;。\d]{0,8}\Z"
)
"""What a figure of a table stands for: 正值表示库存增加."""
_SHOWS = re.compile(r"了?(?:则|往往|通常|一般|就)?(?:表明|意味着|说明|表示|代表|预示着?)")
"""What a state of the market shows wherever it comes: 库存增加表明供应过剩."""
_IF_SERIES = re.compile(
    r"(?:^|[。;!?\n:])(?:而|但|同样|此外)?,?(?:若(?!干|羌)|如果|一旦|倘若)(?:[^,。;!?\d]*,){2}[^。;!?\d]*\Z"
)
"""What makes of a row of clauses without a number one that follows from the first: 若利润高,开工积极,供给增多."""
_RISKED = re.compile(
    r"(?:^|[,;:。!?(\n ])如(?:(?:未来|今后|后续|将来)|(?:遇|出现|发生)|(?=[^,;。果何下此同期今市]{2,14}(?:上涨|下跌|下降|上升|波动|减少|不足|恶化|收紧)))[^。;!?]*\Z"
    r"|(?:乐观|悲观|极端|最坏|最好|假设)的?情[景形](?:下|中|假设)?[,:][^;。]*\Z"
)
"""What a company's paragraph of risks sets out with, or a scenario: 如未来铜价大幅上涨,公司成本将上升."""
_WHENEVER = re.compile(
    r"(?:^|[,;:。!?\n])(?:而|但)?(?:当|每当|在)?[^,;。\d]{1,18}(?:景气|低迷|上涨|下跌|上升|下降|增加|减少|紧张|过剩|旺盛|疲软|走强|走弱|不足|充足|偏紧|宽松|高涨|短缺)时(?:\([^()]{1,16}\))?[,:](?:(?!宣布|公告|决定|今|昨|已)[^;。\d])*\Z"
    r"|(?:^|[,;。\n])[^,;。\d]{0,6}价(?:格)?(?:大|急|暴)?[跌涨]时[^,;。\d]{0,8}\Z"
)
"""What happens whenever another thing does: 行业低迷时,需求下降."""
_GENERALLY = re.compile(
    r"(?:^|[;。,\n(])反之,[^。!?]*\Z|(?:一般(?:来说|说来|而言|来讲|情况下|规律|的时候)|通常(?:来说|而言|情况下|来讲)|(?:从)?历史(?:经验|规律|数据)?(?:来看|看,|表明)|理论上|众所周知)[^。!?]*\Z"
)
"""What opens a rule of thumb."""
_CONVERSELY = re.compile(r"[,;](?:反之(?!,?[今昨本上\d])|反之亦然)")
"""What makes of all before it one half of a rule: 矿石增加,加工费上涨,反之则下跌."""
_RULE_SO = re.compile(
    r"(?:增[加长多]|减少|上升|下降|上涨|下跌|走[强弱]|充足|短缺|旺盛|不足|过剩|升值|贬值)(?:\([^()]{1,24}\))?,?则(?:会|将|压|推|抬|价|金|油|铜|利[多空好]|下[跌降]|上[涨升]|意味|需求|供[给应])"
)
"""What makes of a sentence a rule: 供给增加(如新矿投产)则压制价格."""
_FORMULA = re.compile(
    r"[增减升降涨跌强弱加高低少]\)?→|预期 ?= ?利[多空]|利[多空]\([^()]{0,8}看[涨跌]|(?:涨跌|价格|走势)(?:的?变化|波动)?(?:主要|大多|一般)?(?:是)?(?:受到?|取决于)[^;。]{2,40}(?:的?影响|因素|供求|供需)(?=[;。]|\Z)"
)
"""How a lesson says which way a figure moves prices, or by what they are moved."""
_SCREEN_ERROR = re.compile(r"(?:软件|系统|行情|终端)[^,;。]{0,6}(?:显示|报价|数据)(?:异常|错误|有误|故障)")
"""What a quotation was that was none: 系个别行情软件显示异常."""
_TENDS = re.compile(r"往往|容易|(?<!非)通常")
"""What makes of a sentence without a number or a day a rule of thumb: 到船集中时库存上升,价格容易下跌."""
_AT_TIMES = re.compile(
    r"(?:^|[,;:、。!?\n])(?:而|但)?(?:当|每当|在|若)?(?!(?:同|届|此|及|随|按|暂|平|小|实|过|定|临|报|到|当|彼|有|准|与此同|国庆|春节|截至)时)[^,;。\d今昨本上]{2,18}?(?<![同届此及随按暂平小实过定临到彼有准])时(?![代间期段刻])(?:,|就|便|则|往往|会|必?须|应|需|也)?[^,;。\d]{0,16}(?:,[^,;。\d]{0,12}){0,2}\Z"
)
"""What opens a clause of what happens at such times: 炉衬寿命短时须."""
_MEANWHILE = re.compile(
    r"宣布|公告|决定|记者|昨|今日|今年|去年|本[周月]|上[周月]|据|采访|受访|表示|发稿|截稿|收盘|报告|\d"
)
"""What dates it, so that it is told of one time."""
_A_CASE = re.compile(
    r"(?<![一-鿿])[甲乙丙丁]公司|受贿|行贿|贪污|挪用公款|谋取利益|职务犯罪|诈骗|骗局|谎称|冒充[^,;。]{0,12}(?:人员|机构|客服|领导|部门|名义)|虚假平台"
)
"""What is told of a crime that is none of trade."""
_APPEAL = re.compile(
    r"(?:指出|强调|要求|号召|提出|部署),?(?:[^,;。]{0,8}?)要?(?:抓好|做好|打好|坚持|切实|狠抓|全力以赴|统筹|克服)[^;。]*\Z"
)
"""What a meeting tells everybody to do: 会议指出,要抓好保供增产."""
_RISK_OF = re.compile(r"[^,;。]{0,6}(?:属于?|系)(?:[^,;。]{0,8})(?:风险|范畴|现象|行为)")
"""What makes of a fact one of a judgement: 铝价下跌属市场风险."""
_REHEARSED = re.compile(r"(?:模拟|演练|推演)(?!软件|系统|器|结束|完成|之?后)[^,;。]{0,20}\Z")
_SPOKEN_OF = re.compile(
    r"(?:议题|主题|话题|课题|议程|课程|(?:课程|培训|讲座|演讲)内容|讲座|论坛|演讲)(?:主要|将|重点|均|都)*(?:包括|涵盖|涉及|围绕|聚焦|讨论|探讨|为|是|有|含|:)[^;。]*\Z"
)
"""What opens a list of matters that people speak about."""
_NOT_BEFORE = re.compile(r"(?:不会|不能|不可能|不可|不应|绝不|不愿|未能)[^,;。]{0,16}(?:之前|以前|前)[^,;。]{0,4}\Z")
"""What keeps a thing from coming soon: 制裁不会在达成协议之前解除."""
_WARNED_OFF = re.compile(
    r"(?:别把|别让|不要把|莫把|勿把|不应把|所谓的?|何谓|把这[波轮场次]|先把这?)[^,;。]{0,4}[\"“]?\Z"
)
"""What makes of a fact a word that is talked of: 别把“限产”当成工具."""
_WAITED_FOR = re.compile(r"(?:想等|等着|盼着?|指望|期待着?|坐等|静待|等待|巴望|梦想)[^,;。]{0,8}\Z")
"""What makes of a move one that somebody waits for: 等着锡价再涨一涨."""
_POTENTIAL = re.compile(r"(?:潜在的?|可能的|预期中的?)[^,;。、和与]{0,6}\Z")
"""What makes of it one that is only possible: 潜在供应恢复等因素."""
_BOUGHT_FOR = re.compile(
    r"[^,;。]{0,2}(?:用|所需|期间)?(?:的)?(?:耐火材料|备件|材料|物资|设备|配件|服务|工程|项目)[^,;。]{0,6}(?:采购|招标|中标|询价|比选|候选人)"
)
"""What makes of repairs the reason of a purchase: 电解槽大修耐火材料采购."""
_PRETEXT = re.compile(r"(?<![所可得予加足])以[^,;。]{1,16}为(?:由|借口|理由|名义|名)")
"""What makes a fact the reason that a party gives: 以铝价下跌为由拒付."""
_MUSEUM = re.compile(rf"出土|考古|古墓|窖藏|馆藏|文物(?!价)|青铜器|遗址(?!公园)|{OLD_AGE}")
"""Words of what was made and traded in other ages."""
_OLD = re.compile("[代朝]|时期|商|考古|出土|古墓|窖藏|馆藏|文物|铜器|遗址")
"""One of these stands in all of them."""
_PROVEN = re.compile(r"资源量|储量|金属量|探明|探获")
"""What is told of a deposit of today."""
_LAW = re.compile(
    r"(?:根据|依照|按照|依据|按|违反)[^,;。]{0,6}《[^》]{2,40}(?:法|条例|办法|规定|细则|公约)》|(?:条例|办法|法律|法规|刑法|司法解释|海关法|管制法|资源法)[^,;。]{0,6}规定|应当?依法|提醒|提示|普法"
)
_RULE = re.compile(r"不得|应当|必须|须|严禁|违者|可以?处|将被?追究|情节严重")
"""What a law says, or one who recalls it."""
_EVERYBODY = re.compile(
    r"任何(?:组织|单位|企业|个人|机构)[^,;。]{0,10}不得"
    r"|(?:的|者),(?:依法|由[^,;。]{2,10}|处|可以?处|将被?|应当?|没收|吊销|给予)[^,;。]{0,16}(?:追究|处罚|罚款|罚金|有期徒刑|查处|没收|处分|移送|吊销|责任|以下)"
    r"|构成(?:走私|犯罪)[^,;。]{0,6}的"
)
"""Who is meant by a law: everybody, or whoever has done a thing."""
_ENACTED = re.compile(
    r"自[^,;。]{1,14}起|即日|生效|施行|决定|公告(?!期)|宣布|命令|发布|出台|新规|修订|通过|批复|一审|二审|判处|抓获|查扣|查获[^,;。]{0,16}\d|缴获"
)
"""What makes of it one that is new, or a case that was."""
_RECALLED = frozenset(["export_control", "smuggling"])
"""What offices recall without naming a law."""
_OF_A_MARKET = frozenset(["price_move", "production_change", "demand_change", "inventory_change"])
_RULED = frozenset(["export_control", "smuggling", "mna", "production_change", "supply_source"])

_DEMANDED = re.compile(r"(?:呼吁|敦促|促请|吁请|要求|必须|应当|应该|理应|本应|有权)(?!函)[^,;。]{0,26}\Z")
_OPPOSED = re.compile(r"(?:反对|谴责|抗议|抵制)[^,;。]{0,26}\Z")
"""What one asks of a state or holds against it, who cannot grant it."""

_SIGNS = re.compile(
    "一般|通常|反之|则|容易|利[多空]|涨跌|影响|取决于|因素|异常|错误|故障|有误|历史|理论|众所|时|[也就便都均]会|[口地产源]国|各国|一国|往往|也可能|假如|假使|假若|倘|要是|万一|试想|设想|想象|如|若|一旦|只要|除非|时,|情景|情形|想等|等着|等待|静待|坐等|[盼巴]望|盼着|期待|梦想|潜在|可能的|预期中|把这|先把|[别不莫勿]应?要?把|别让|所谓|何谓|指出|强调|要求|号召|提出|部署|风险|范畴|现象|行为"
    "|[甲乙丙丁]公司|贿|贪污|挪用|谋取|犯罪|诈骗|骗局|谎称|冒充|虚假|模拟|演练|推演|[议主话课]题|议程|课程|培训|讲座|演讲|论坛|绝不|[不未][会能可应愿]|为[由借理名]"
    "|表明|意味|说明|表示|代表|预示|[正负数]值|数值|读数|指标|信号|符号|[曲柱红绿]线|比值|差值|采购|招标|中标|询价|比选|候选人|→"
)
"""What a sentence must hold to be unreal, unless it is of another age, recalls a law or asks for a measure."""


_AGAINST_MARK = re.compile(
    r"(?:较|比|低于|高于|超过|不及)(?:上年度?|去年|上[月周季]|前[年值月]|此前|20\d\d年)[^,;。]{0,6}\Z"
)
"""What makes of a record that of an earlier time, with which a new figure is compared: 较上年创纪录的1.1亿吨减少."""
_FIGURE_BEFORE = re.compile(r"[,;](?:而)?(?:上月|前月|前值|上个月|(?P<month>\d{1,2})月份?)(?:则|为|是|曾|同比|环比)*\Z")
_TOLD = re.compile(r"(?P<month>\d{1,2})月[^;。]*?(?:同比|环比)(?:增长|上升|下降|减少|增加|上涨|下跌|回落)\d[\d.]*%")
"""A month's move, behind which that of the month before may stand: `10月产量同比增长1.4%,9月下降0.9%`."""

_ONCE_MEANT = re.compile(
    r"(?:原|此前|先前|曾)(?:本|先|已)?(?:定|订|計劃|计划|拟|预计|打算)(?:于|在|将)?[^,;。]{0,10}\Z"
)
"""What makes of more output a plan of the past, told beside what became of it: 原定扩产至9万吨."""


def _is_of_before(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a record or a move is an earlier time's, told only to be compared with."""
    low, floor, start = scene.low, scene.sentence.start, candidate.start
    if low.startswith(("创纪录", "创下纪录", "历史最高", "历史最低", "创历史新高"), start):
        return low.startswith("的", candidate.end) and scene.says_before(_AGAINST_MARK, start, 20) is not None
    before = scene.says_before(_FIGURE_BEFORE, start, 12)
    told = None if before is None else _TOLD.search(low, floor, before.start() + 1)
    if before is None or told is None:
        return False
    return before["month"] is None or (int(told["month"]) - int(before["month"])) % 12 == 1


def unreal(candidate: Candidate, scene: Scene) -> str | None:
    """Return why what a Chinese candidate tells has no place among facts."""
    if _is_of_before(candidate, scene):
        return "a figure of the time before"
    if candidate.type == "production_change" and scene.low.startswith("停采购", candidate.start):
        return "buying stops, not mining"
    if (candidate.type, candidate.direction) == ("production_change", "up") and scene.says_before(
        _ONCE_MEANT, candidate.start, 20
    ):
        return "what was planned once"
    if scene.says(_SIGNS) and (why := _supposed(candidate, scene)):
        return why
    if of_every_year(candidate, scene):
        return "of every year"
    if scene.says(_OLD) and scene.says(_MUSEUM) and not scene.says(_PROVEN):
        return "of another age"
    if candidate.type in _RULED and _is_law(candidate.type, scene):
        return "what the law says"
    return _asked_for(candidate, scene.low, scene.sentence.start)


def _supposed(candidate: Candidate, scene: Scene) -> str | None:
    """Return why a candidate is only supposed, played, judged or spoken of."""
    low, floor, (first, last) = scene.low, scene.sentence.start, candidate.extent
    before = low[floor:first]
    if _THOUGHT_UP.search(before):
        return "thought up"
    if _IF.search(before) and (_THEN.match(low, last, scene.sentence.end) or _SO.search(low[floor : candidate.start])):
        return "only supposed"
    if _IF_THEN.search(low[floor:last]):
        return "only supposed"
    if candidate.type in _OF_A_MARKET and _SHOWS.match(low, last) and not scene.says(_MEANWHILE):
        return "general knowledge"
    if _DEFINED.search(low[floor:first]):
        return "general knowledge"
    if _IF_SERIES.search(low[max(0, floor - 1) : last]) and not scene.says(_MEANWHILE):
        return "only supposed"
    if _RISKED.search(low[floor:last]):
        return "only supposed"
    if _WHENEVER.search(low[floor : max(first, candidate.start)]) or _GENERALLY.search(before):
        return "general knowledge"
    if (scene.says(_TENDS) or scene.says(_CONVERSELY) or scene.says(_RULE_SO)) and not scene.says(_MEANWHILE):
        return "general knowledge"
    if _is_at_times(candidate, scene):
        return "general knowledge"
    if _WARNED_OFF.search(before):
        return "a word that is talked of"
    if any(scene.says_before(_WAITED_FOR, place, 14) for place in {first, candidate.start}):
        return "only waited for"
    if _POTENTIAL.search(before):
        return "only possible"
    if candidate.type == "production_change" and _BOUGHT_FOR.match(low, last):
        return "what things are bought for"
    if _APPEAL.search(before):
        return "an appeal"
    if scene.says(_FORMULA):
        return "general knowledge"
    if scene.says(_SCREEN_ERROR):
        return "an error of a screen"
    if _RISK_OF.match(low, last, scene.sentence.end):
        return "judged, and not told"
    if candidate.type != "smuggling" and scene.says(_A_CASE):
        return "of a crime"
    if _REHEARSED.search(before):
        return "only played"
    if _SPOKEN_OF.search(before):
        return "the matter of a talk"
    if scene.says_before(_NOT_BEFORE, candidate.start):
        return "not before another thing"
    if any(told.start() <= first < told.end() for told in _PRETEXT.finditer(low, floor, scene.sentence.end)):
        return "a reason given"
    return None


_AS_SUCH_A_TIME = re.compile(
    r"[^,;。\d]{0,12}?(?<![同届此及随按暂平小实过定临到彼有准])时(?:\([^()]{1,16}\))?(?:[,:]|价格|[^,;。间期段限刻至常而代点光下]{0,6}(?:会|往往|须|应|涨|跌|升|降))"
)
_SOME_STATE = re.compile(r"(?:(?:出口|进口|产地|主产|资源|生产)国|各国|一国)(?:[政当]府|当局)?\Z")
"""Who takes a measure and is no state by name."""
_HAS_ITS_EFFECT = re.compile(
    r"[^;。]{0,14}?(?:也会|往往会?|就会|便会|都会|也可能|均会)[^,;。]{0,4}(?:推[动高升]|带动|导致|使|令|引起|造成|刺激|压低|支撑|影响|拉[高低]|抬高|打压)[^,;。]{0,8}(?:价|行情)"
)
"""What a measure or a stop does to prices whenever there is one: 出口国加税,也会推动价格走高."""
_ITS_EFFECT = re.compile(
    r"(?:也会|往往会?|就会|便会|都会|也可能|均会)[^,;。]{0,4}(?:推[动高升]|带动|导致|使|令|引起|造成|刺激|压低|支撑|影响|拉[高低]|抬高|打压)[^,;。]{0,12}\Z"
)
_WHEN = re.compile(r"(?:^|[,;:。!?\n])(?:而|但)?(?:当|每当)[^,;。\d]{0,16}\Z")


def _is_at_times(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a fact without a day or a number is one of all times like these: 当矿山停产、库存减少时价格上涨."""
    low, floor, (first, last) = scene.low, scene.sentence.start, candidate.extent
    if scene.says(_MEANWHILE):
        return False
    if _AT_TIMES.search(low[floor:first]) or _HAS_ITS_EFFECT.match(low, candidate.end):
        return True
    if scene.says_before(_SOME_STATE, candidate.start, 8):
        return True
    if candidate.type == "price_move" and scene.says_before(_ITS_EFFECT, first):
        return True
    return _WHEN.search(low[floor:first]) is not None and _AS_SUCH_A_TIME.match(low, last) is not None


def _is_law(signal: str, scene: Scene) -> bool:
    """Tell whether a sentence recalls a law, and decrees none."""
    if scene.says(_ENACTED):
        return False
    if scene.says(_EVERYBODY):
        return True
    told = scene.says(_LAW)
    if told is None or scene.says(_RULE) is None:
        return False
    return signal in _RECALLED or "《" in told.group()


def _asked_for(candidate: Candidate, low: str, floor: int) -> str | None:
    """Tell whether somebody only asks that a measure be lifted, or is against it."""
    if candidate.type != "export_control":
        return None
    until = max(candidate.end, candidate.extent[0])
    if candidate.direction == "ease" and _DEMANDED.search(low, floor, candidate.start):
        return "only asked for"
    return "only opposed" if _OPPOSED.search(low, floor, until) else None
