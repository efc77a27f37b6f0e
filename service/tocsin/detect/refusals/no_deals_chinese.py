"""No deals: Chinese sentences with the words of a contract, a takeover or a reserve by which nothing changes hands.

Money is lent, households save, an offer finds no buyer, the shares are the end of a firm's name.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_LENT = re.compile(
    r"[^,;。\d]{0,8}(?:融资|贷款|授信|信贷|借款|补助|补贴|资助|赔偿|注资|拨款|投资(?!建设|项目)|战略投资|发债|债券|增资)"
)
"""What follows a sum that is lent, granted or invested, so that no order is won: 获得1.6亿元授信."""
_NOT_PAID_FOR = re.compile(
    r"(?:授信|经费|捐赠|捐款|奖励|奖金|资助|保额)(?:总?额度?|规模)?(?:[约为达共计超逾]|合计|不超过|人民币)*\Z"
)
"""What makes a sum beside a paper that is signed no price of goods: 签订战略合作协议,获授信额度50亿元."""
_SAVED_BY_GRAMS = re.compile(r"积存|定投|克起(?:购|投|存|售|[,;。])|起购|金豆|攒金|柜台")
"""How households buy gold: 每月自动买入黄金1克起."""
_SCHOLARS = re.compile(r"高校|大学|学院|研究院|研究所|科学院|科研院所|理工")
_FOR_SCIENCE = re.compile(r"实验室|研发|科研|人才|产学研|研究中心|创新中心|技术攻关|课题|实训")
"""What is agreed with a school and sells no goods: 与高校签署协议,共建低碳冶金实验室."""


_SHARES_TAKEN = re.compile(r"(?:收购|受让|购买|转让|出售)[^;。]{0,90}?(?:股权|股份|权益|标的公司|矿权)")
"""What a paper is about that hands over a firm: 签署协议,拟收购其51%股权."""


_BUYS_WITH_IT = re.compile(r"[^,;。\d]{0,3}(?:扩大|增加|加大|用于|用来)(?:农产品|能源|对美)?(?:采购|进口|购买)")
"""What follows the worth of what buyers sign for, who win no order: 代表团签约60亿美元扩大采购."""


_WOOED = re.compile(r"招商|推介会|集中签约|签约(?:仪式)?[^,;。]{0,8}(?:\d+|[一二三四五六七八九十]+)个[^,;。]{0,6}项目")
_LAID_OUT = re.compile(
    r"(?:总投资|投资总额|总投资额|计划投资|协议投资)(?:额|金额|规模)?(?:[约为达共计超逾]|合计|人民币)*\Z"
)
"""What makes of a sum what is to be built for it: 招商会签约8个项目,总投资45亿元."""


def no_contract(draft: Draft, scene: Scene) -> str | None:
    """Return why a contract sells no goods: money is lent, households save, scholars agree, or the goods are another sentence's."""
    value = draft.amounts.get("value")
    won = scene.low.startswith("获", draft.candidate.start)
    if won and value is not None and value.place[0] >= draft.candidate.end and _LENT.match(scene.low, value.place[1]):
        return "money is lent or granted"
    if value is not None and scene.says_before(_NOT_PAID_FOR, value.place[0], 24):
        return "money is lent or granted"
    if draft.direction == "award" and value is not None and _BUYS_WITH_IT.match(scene.low, value.place[1]):
        return "buyers sign, no order is won"
    if value is not None and scene.says_before(_LAID_OUT, value.place[0], 20) and scene.says(_WOOED):
        return "works that are courted"
    if scene.says(_SAVED_BY_GRAMS):
        return "what households save"
    if draft.candidate.rule == "award" and "quantity" not in draft.amounts and scene.says(_SHARES_TAKEN):
        return "a takeover"
    if "quantity" not in draft.amounts and scene.says(_SCHOLARS) and scene.says(_FOR_SCIENCE):
        return "a pact of scholars"
    if draft.direction == "award" and draft.carried and draft.sentence.order > 1:
        return "goods of another sentence"
    return None


_UNSOLD = re.compile(r"[^。;]{0,40}?(?:全部|悉数|均|全数)(?:遭遇?)?流拍|[^。;]{0,40}?(?:零成交|无人(?:竞拍|应拍|报价))")
"""What follows an offer from reserves that nobody took: 拍卖的国储大豆全部流拍."""
_AMOUNTS_TO = re.compile(r"(?:量|规模)?(?:已|约|仍|目前|现|共|尚)*(?:超过|逾|为|有|充足|充裕|丰富)")
_WORTH = re.compile(r"储备(?:的)?(?:价值|市值|估值|折合)")


_LETS_GO = re.compile(
    r"投放[^,;。]{0,12}储备|其中[^,;。]{0,8}(?:销售|投放|出库)\d|(?:竞价|招标|拍卖)[^,;。]{0,8}(?:销售|投放|出库)|(?:销售|投放|出库)(?:了|国家|储备|总量|数量)*[^,;。]{0,6}\d[\d.]*万?吨"
)
_TAKES_IN = re.compile(r"收储|收购|采购|购入|轮入|增储|补库")


_EITHER_WAY = re.compile(
    r"(?:投放|抛储|抛售|轮出|出库|放储)(?:[与和及或、]|以及)(?:收储|轮入|收购|入库)|(?:收储|轮入|入库)(?:[与和及或、]|以及)?(?:投放|抛储|抛售|轮出|出库|放储)"
)
"""Buying for a reserve named beside selling from it, which tells neither: 储备糖的投放与收储."""


def no_reserve(draft: Draft, scene: Scene) -> str | None:
    """Return why a reserve neither grew nor shrank: nobody took its offer, or only its level or worth is told."""
    if not draft.amounts and scene.says(_EITHER_WAY):
        return "named with its opposite"
    if draft.direction == "release" and _UNSOLD.match(scene.low, draft.candidate.start, draft.sentence.end):
        return "nothing was sold"
    if draft.direction == "build" and scene.says(_LETS_GO) and not scene.says(_TAKES_IN):
        return "goods are let go"
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
_FROM_STATE = re.compile(
    r"[与和同](?:[^,;。与和]{0,8})(?:矿业部|矿产部|能矿部|资源部|矿业局|政府)(?:签署|签订|达成)|(?:矿业部|矿产部|能矿部|资源部|政府)(?:颁发|授予|核发|批准)"
)
_FROM_OWNER = re.compile(r"收购|转让|受让|购买|竞得|拍得|对价|出让")
"""Who grants a right to dig, and how one is bought: 与矿业部签署采矿权协议."""
_IN_ACCOUNTS = re.compile(r"合并(?:后的?)?(?:报表|营收|营业|财务|口径|净利|收入|资产|利润|范围|报告|销售)")
"""What adds up the accounts of a group: 合并报表范围."""


_GAINED = re.compile(
    r"(?:取得|获得|获)了?(?:较[大高好多]|更[大高好多]|新的?|重大|重要|历史性|阶段性|明显|显著|积极|良好|一定)*的?(?:[^,;。]{0,4}(?:突破|进展|成果|成效|成绩|效果|认可|好评|收益|效益|比率|比例|回收率))"
)
"""What is gained that nobody sells: 勘查取得重大突破, 获得较大比率的煤."""
_LEASED = re.compile(r"探矿权|采矿权|矿业权|勘查权|勘探权|矿权|土地使用权|区块|地块")
"""What a state lets out to whoever digs, and sells no mine."""
_OF_ROCK = re.compile(
    r"采剥|剥采|剥离(?:量|工程|作业|物|比)|(?:开采|采矿|岩石?|土方|表土|覆盖层|废石)[、和与及的]{0,2}剥离"
)
"""What is stripped where ore is dug."""

_ORDER_GAINED = re.compile(
    r"[^,;。]{1,24}(?:供应|供货|供气|供煤|供油|销售|采购|承购|施工|工程|总包)(?:合约|合同|契约|订单|长单|协议)"
)
"""What is gained that is a contract for goods or works: 取得某气田的供应合约."""


def no_takeover(draft: Draft, scene: Scene) -> str | None:
    """Return why no firm is bought: accounts are added up, goods are bought, or `某某股份获得发明专利` has a firm's name alone."""
    low, start = scene.low, draft.candidate.start
    if _IN_ACCOUNTS.match(low, start):
        return "accounts, no deal"
    if low.startswith("出让", start) and scene.says(_LEASED):
        return "a right that a state lets out"
    if low.startswith(("并购买", "并购入", "并购进"), start):
        return "goods are bought too, no firm"  # 抛售储备,并购买了进口棉
    if low.startswith(("取得", "获得", "获"), start) and _GAINED.match(low, start):
        return "a success, no deal"
    if low.startswith(("取得", "获得", "获", "拿下"), start) and _ORDER_GAINED.match(low, start):
        return "an order, no firm"
    if low.startswith("剥离", start) and scene.says(_OF_ROCK):
        return "rock is stripped, no firm"
    if scene.says(_AT_PRICE) and scene.says_before(_GOODS_BOUGHT, start):
        return "goods are bought, no firm"
    shares = next((part for part in draft.candidate.parts if low.startswith("股份", part.start)), None)
    if draft.candidate.rule == "take-right" and scene.says(_FROM_STATE) and not scene.says(_FROM_OWNER):
        return "a right that a state grants"
    if draft.candidate.rule != "take-right" or shares is None or shares.end > start:
        return None
    return None if _HANDED_BY.search(low, shares.end, start) else "the name of a firm"
