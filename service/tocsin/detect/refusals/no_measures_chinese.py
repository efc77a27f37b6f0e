"""No measures: Chinese sentences with the words of a measure on trade or of smuggling that bar nothing and catch no goods of a market.

Other goods are taxed or seized, a carrier stops its service, a flow starts again, a measure stays as it is.
"""

import re

from tocsin.detect.bindings.objects_chinese import names_other_goods
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_IN_TOWN = re.compile(r"散煤|劣质|无证|伪劣|假冒|无照|违规销售|市场监管|黑加油|流动加油|罐车")
"""Goods that a town takes from those who sell without leave."""
_OVER_BORDERS = re.compile(r"走私|海关|缉私|边境|偷运|闯关|绕关|出境|入境|边防|口岸")
_SMUGGLED = re.compile(
    r"走私(?:入境|出境|进口|出口|过境)?的?(?P<what>[一-鿿、]{2,14}?)(?:共|约|合计|近|逾|超)*\d|\d[\d.,]*万?(?:吨|公斤|千克|箱|件|包|只|条|台|部|支|瓶)(?:涉嫌)?走私的?(?P<more>[一-鿿]{2,8})"
)
"""Goods that are smuggled, before their amount or after it."""
_IS_PUNISHED = re.compile(
    r"[^,;。\d]{0,10},?(?:最高|可能?|将|应当?|须|会|一律|一经[^,;。]{1,6})+(?:被|面临|处以?|并处|罚|追究|没收|移送)?[^,;。]{0,6}?(?:罚款|罚金|刑事|刑期|有期徒刑|没收|立案|吊销|行政处罚|\d[^,;。]{0,8}罚)"
)
"""What the law has for those who smuggle, which tells of no catch: `瞒报货物最高罚款300万元`."""
_RESOLVED = re.compile(
    r"对[^,;。\d]{0,8}走私[^,;。\d]{0,24}(?:高压|零容忍|重拳|绝不姑息|露头就打|严打|严惩|严厉|从严|依法打击|综合治理)"
)
"""What is to be done against smugglers, which tells of no catch: 对走私锑保持高压态势."""
_THESE = re.compile(r"这|该|此|上述|其|货物|货品|货柜|物品|金属|矿|锭|原料|产品|案|价值|重量|总")
"""What names again goods that were named before."""


def no_smuggling(draft: Draft, scene: Scene) -> str | None:
    """Return why goods are not smuggled: a town takes them from who sells without leave, or others are."""
    if scene.says(_IN_TOWN) and not _OVER_BORDERS.search(scene.low):
        return "seized in town, not smuggled"
    if _IS_PUNISHED.match(scene.low, draft.candidate.extent[1], draft.sentence.end):
        return "what the law has for it"
    if not draft.amounts and scene.says(_RESOLVED) and not scene.says(_CAUGHT):
        return "what is to be done against smugglers"
    if not draft.carried:
        return None
    told = scene.says(_SMUGGLED)
    what = None if told is None else told["what"] or told["more"]
    return "other goods are smuggled" if what and not _THESE.search(what) else None


_CAUGHT = re.compile(r"[查缴起截破抓]获|查扣|扣押|侦破|查证|打掉")
"""What follows a drive against smugglers where it tells of one catch: 打击走私,海关查获."""
_STOPPED_SERVICE = re.compile(
    r"(?:暂停|停止|中断|中止)了?(?:铁路|公路|海上|航运|港口|货物|客货|列车)?(?:运输|运营|服务|办公|营业|通航|航线|航班|发运|作业)[,;。]"
)
"""What a carrier stops, beside goods that are exported: 铁路公司暂停运输,钾肥出口商撤回报价."""
_BY_ROUTE = re.compile(r"[经由][^,;。]{1,10}(?:港|管道|管线|码头|海峡)[^,;。]{0,12}出口")
_LIMITED_BY = re.compile(r"限制[^,;。]{0,14}(?:出口|进口)[^,;。]{0,6}(?:物流|运输|运力|仓储|基础设施|瓶颈|天气|因素)")
"""What limits trade and is no measure: 限制他们出口的物流问题."""
_AS_BEFORE = re.compile(
    r"(?:继续|仍|仍然|依然)(?:对|实行|实施|执行|按|沿用|维持)[^;。]{0,40}(?:税率|关税|政策|配额|标准|措施|数量|总量)(?:均|都|保持|维持|继续)*(?:不变|未变|未作调整)"
    r"|(?:税率|关税|出口税|进口税|配额|税)(?:税率|总量|数量)?(?:将|均|都|继续|仍)*(?:维持|保持)(?:在|于|为)?[^,;。]{0,14}不变"
)
"""What keeps a measure as it was: `继续对玉米实行关税配额管理,税率不变`."""
_AFTERWARDS = re.compile(r"\A[以待在][在到]?[^,;。]*?(?:之?后|以后)(?!,)")
"""What makes of a freed trade the time for another thing: 以在恢复出口后控制供应."""
_NEEDED = re.compile(r"(?:需要?|须|必须|应当?|要|先)(?:事先|依法|先行|先|另行|向[^,;。]{1,10})?\Z")
"""What makes of a licence one that exporters must have: 出口前需要取得许可."""
_BLOCKADE = re.compile(r"(?:封路|堵路|路障|罢工|堵塞|抗议)[^,;。]{0,14}(?:解除|结束|撤除|取消)")
"""What ends where no state let go: 社区封路已解除,精矿外运恢复."""
_FALLS = re.compile(r"(?:关税|税率|税)(?:税率)?(?:由|从)[\d.]+%?(?:统一|暂时|大幅)?(?:下调|调降|下降|降|减|调减|削减)")
"""What a duty does that is lowered: 关税由5%下调为零."""
_OTHER_GOODS = re.compile(
    r"自行车|电动车|电动汽车|汽车|整车|卡车|摩托车|轮胎|家具|床垫|服装|鞋|箱包|玩具|家电|冰箱|空调|洗衣机|电视|手机|电脑|芯片|半导体|软件|无人机|葡萄酒|白酒|啤酒|酒类|奶粉"
    r"|药品|疫苗|口罩|医疗器械|机械|机床|起重机|叉车|电梯|工具|瓷砖|陶瓷|餐具|卫浴|洁具|灯具|眼镜|钟表|化妆品|自行|紧固件|阀门|轴承|法兰|风塔|烟草|香烟|影片|游戏|军品|武器|枪支|文物"
)
"""Goods that no commodity market trades, and that a measure may be on."""


_OF_A_KIND = re.compile(
    r"(?:疑似|属于?|系|均?为)(?:我国|国家|明令|法律|依法)*(?:禁止|限制)(?:或限制)?(?:进口|出口|进出口|进境|出境)的?"
)
"""What an officer calls goods that a standing rule bars: 疑似国家禁止进口的废渣."""
_TO_BUILD = re.compile(r"[^,;。]{0,14}(?:项目|建厂|建设|投资|[炼加]厂|就业|保证金)")
"""What exporters are asked for that is no paper: 要求出口商提供精炼项目."""


def no_measure(draft: Draft, scene: Scene) -> str | None:
    """Return why no trade is barred or freed: a seizure, a service, a flow, a bottleneck, a measure kept, or one on other goods."""
    if draft.candidate.measure == "crackdown" and _CAUGHT.search(
        scene.low, draft.candidate.extent[1], draft.sentence.end
    ):
        return "a seizure, no measure"
    kind = scene.says(_OF_A_KIND) if draft.direction == "tighten" else None
    if kind is not None and kind.start() <= draft.candidate.start < kind.end():
        return "what goods are called, no new measure"
    if draft.candidate.rule == "applicants-asked-for-more-zh" and _TO_BUILD.match(
        scene.low, draft.candidate.extent[1], draft.sentence.end
    ):
        return "works that are asked for, no papers"
    if any(_STOPPED_SERVICE.match(scene.low, part.start) for part in draft.candidate.parts):
        return "a service stops, no trade is barred"
    if (
        draft.direction == "ease"
        and draft.candidate.rule == "grant-licence"
        and scene.says_before(_NEEDED, draft.candidate.start, 10)
    ):
        return "leave that is asked for"
    if draft.direction == "ease" and _AFTERWARDS.search(
        scene.low[max(draft.sentence.start, draft.candidate.extent[0] - 2) : draft.candidate.extent[1] + 2]
    ):
        return "the time after it"
    if draft.direction == "ease" and scene.says_before(_BY_ROUTE, draft.candidate.extent[1]):
        return "a flow, no measure"
    if draft.direction == "ease" and scene.says(_BLOCKADE):
        return "a blockade ends, no measure"
    if _LIMITED_BY.search(scene.low, draft.candidate.extent[0], draft.sentence.end):
        return "no state limits it"
    if _AS_BEFORE.search(scene.low, max(draft.sentence.start, draft.candidate.extent[0] - 24), draft.sentence.end):
        return "a measure that stays as it is"
    if draft.candidate.measure == "tariff" and draft.direction == "tighten" and scene.says(_FALLS):
        return "a duty that falls"
    if names_other_goods(draft, scene):
        return "a measure on other goods"
    if draft.commodities and not draft.carried:
        return None
    if scene.says(_OTHER_GOODS):
        return "a measure on other goods"
    return None
