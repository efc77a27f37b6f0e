"""Chinese: what the words around a word of movement say about it, where grammar and not distance decides.

Chinese has no inflection, so one character may be a movement, an adjective or a part of another word (`低`, `升`, `多`). What
follows it, and whether its clause compares two times, tells which. What one room alone asks stands there (`moving_chinese`,
`negation_chinese`); here is what several share.
"""

import re

TELLS = re.compile(r"\s*(?:[至到逾超近约了幅势\d一二三四五六七八九十百千万两几,;。!?、)]|$|人民币|新台币|港币)")
"""What follows a movement of one character where it is a movement, and not a part of another word."""
_AMOUNT = re.compile(r"(?:[了出约近逾超达]|大约|将近|超过|整整)*(?:[$¥]? ?\d|[一二两三四五六七八九十百千万半几数])")
_THAN = re.compile(
    r"[与跟和同][^,;。]{1,10}相比[^,;。]{0,8}\Z|(?:[比较]|同比|环比|相比|相较)(?:[^,;。]|(?<=\d),(?=\d)){0,24}\Z|(?:一[天日周月年](?:之?间|内)?|一夜(?:之间)?|短短[^,;。]{1,4}|上周|本周|周内|月内|旬内|当日|单日|当周|今年以来|年内|昨日|昨天|近一[周月年]|[日周月季年])"
    r"(?:下来|累计|又|再|还|已经?|共|只|仅|仅仅|就|报价|价格|均价|价)*\Z"
)
"""What makes a following `more` or `less` a change: it is more than before, or more within a time."""
QUOTED = re.compile(
    r"元/ ?[干湿标公千]?[吨克斤磅度桶]|元/立方米?|[元分]每[吨桶磅]|每[标干]?(?:[吨桶磅両]|盎司|公斤|千克|公吨|蒲式耳)|/(?:桶|盎司|蒲式耳|磅)"
)
"""A price of goods, which says that a commodity is spoken of where none is named."""
QUOTES = (
    "报",
    "收于",
    "报收",
    "报于",
    "收报",
    "现报",
    "报价",
    "收在",
    "报在",
    "cfr",
    "fob",
    "cif",
    "cfr ",
    "fob ",
    "cif ",
)
"""What makes an amount of money right after it a price."""
_TIME = re.compile(
    r"[年月周日天季初末底]|上次|上轮|上一轮|同期|此前|之前|前期|节前|上期|前值|[高低]点|环比|同比|峰值|期初|正常"
)
NO_SUCH_GOODS = re.compile(r"(?:不是|并非|绝非|不属于?|而非)(?:真正的|什么)?[\"“]?\Z")
"""What says before goods that others are spoken of: 查获的货物不是稀土."""
_MEAN = re.compile(r"平均|均值|均线|中值")
"""What makes what is compared with a mean, and no earlier time: 比五年均值低8%."""
SHARES = re.compile(
    r"(?:[矿业类]|养殖|加工|开采|冶炼|制造|行业|产业|相关|资源|产业链)*(?:概念|板块|个股|股|etf|lof|基金|题材|龙头|方向)"
)
"""What follows a commodity where shares or funds are spoken of: 锂矿股, 煤炭板块."""
PRODUCT = re.compile(
    r"(?:合金)?(?:喷管|叶片|发动机|火箭|靶丸)|[铬钼镍钛钴]{1,2}(?:合金)?(?:支架|股骨|髋|义齿|种植体|膝关节|假体|烤瓷)|缓释|口服|注射|咀嚼片|分散片|胶囊|软膏|滴剂|制剂|体温计|温度计|血压|靶材|米机|首饰盒|饰面|手机|手表|手环|版(?!权)|配色|奖牌|(?:运输|散货|矿砂)?船(?!板|厂|燃|货|期)"
    r"|罐车|槽车司机|航线|运费|髋|股骨|义齿|种植体|膝关节|假体|支架|导管|酒店|会所|公寓|广场|大厦|影城|档期|会员|时段|(?:金属|合金)?(?:表壳|表带|机身|中框|边框|镜框|镜架|眼镜|戒指|项链|首饰盒|涂料|油漆|墙漆|卫浴|家具)|密封胶|玻璃胶|胶[粘黏]剂|防水卷材|门窗|(?:、[\u4e00-\u9fff]{2,3}){0,3}等[地市]|之路|之城|之都|时代|文明|战争|传说|博物|艺术|工艺品|雕|像|器皿|含量(?:超标|偏高|过高|超限)|超标|保温杯|水壶|茶具|炊具|鱼竿|球杆|餐具|餐盒|饭盒|易拉罐|锅|碗|杯|灯|电池|电容|火锅"
)
"""What follows a commodity where it is the stuff of another thing: 碳酸锂缓释片, 液化气船, 白银之路."""
FIRM = re.compile(
    r"(?:矿?业(?![内界者务主态绩人])|股份|集团|控股|公司|[也还]?(?:将|拟|欲)(?:斥资)?(?:收购|并购|入股|参股)"
    r"|(?<=[\u4e00-\u9fff]钢)(?:(?:\d{1,2}月)?(?:[\da-z]{0,5}(?:硅锰|硅铁|锰硅|高碳铬铁|铬铁|钼铁|钒铁|钒氮|铌铁|钨铁|焦炭|废钢|合金|铁合金)[^,;。]{0,6})?(?:最终)?(?:定价|招标|集采|询盘)))"
)
"""What follows a commodity within the name of a company: 某某铜业."""
FIRM_IN_ROW = re.compile(
    r"(?:[铜铝锌铅锡镍钴锂钨钼锗锑钒钛]业|钢铁|矿业|股份|集团|控股|科技|新材|资源|能源|煤业|锂能)(?:\(\d{6}[^)]{0,4}\))?[、和及](?!国内|国际|现货|进口|国产|沪|伦|[\u4e00-\u9fff]?价)[\u4e00-\u9fff]{4}\Z"
)
"""A name of four characters behind that of another firm, which is one too: 北方铜业、中原稀土."""
FIRM_NAME = re.compile(r"[\u4e00-\u9fff]{1,2}(?:矿业|股份|集团|控股|科技|新材)(?![价量的])")
"""The same behind one character of a metal: 锡盛矿业."""
OLD_AGE = (
    r"(?:(?<![厂贸易销运应造供商承包零制经售发])商|(?<![本上下每一])周|西周|东周|秦|西汉|东汉|汉|唐|宋|(?<![\d万亿千百美港欧日台单多余])元|(?<![说表声证阐])明|(?<![结付])清)(?:代|朝)(?![表理价替付码言办谢销])"
    r"|(?:商周?|春秋|战国|秦汉|唐宋|明清)时期|晚商|殷商|青铜时代|石器时代"
)
"""An age long past: 唐代, 战国时期; neither 厂商代表 nor 11亿元代价."""
LISTED = re.compile(
    r"\((?:(?:sh|sz|hk|bj)[:.]?)?(?:\d{5,6}|(?!2[4-9](?:0[1-9]|1[0-2])\))\d{4})(?:[.-](?:sh|sz|hk|tw|bj))?\)"
)
"""The number under which a firm is traded, which ends its name: 大成钢(2027); a contract's month is none: 沪铜(2612)."""
OTHER_TRADE = re.compile(
    r"[\u4e00-\u9fff]{0,5}?(?:医疗|器械|医药|药业|体育|文化|传媒|建设|建筑|园林|物业|食品|餐饮|酒店|旅游|教育|信息|软件|网络|装饰|装修|环境|设计|咨询|服务|商贸|家具|服饰|安装|检测|农业|保洁|安保|演艺|影视|广告|置业|地产|健康)"
    r"[\u4e00-\u9fff]{0,8}?(?:有限|责任|股份|集团|公司)"
)
"""What follows a character of a metal within the name of a firm of another trade: 铂瑞医疗科技有限公司."""
ITEM = re.compile(
    r"(?:^|[\n。;】!?◆●■ ])\s*(?:\d{1,2}[、.)](?!\d)|[①-⑳◆●■▲★◇▶►•※]|\((?:\d{1,2}|[一二三四五六七八九十]{1,2})\)|[一二三四五六七八九十]{1,2}、|【)"
)
"""What opens an item of a list or a digest, after which a new matter is spoken of."""
OTHER_NOUN = re.compile(
    r"(?:票房|收视率?|房价|房租|租金|学费|门票|[量率额费值]|(?<![同环相对])比|(?<![\d.元千百万亿])(?:美元|美指|人民币|美股|股市)|钻井数|钻机数|增速|利润|产能|收入|成本|订单|毛利|业绩|营收|出货|发运|日耗|表需|表观消费|可用天数|浮仓|仓单|浓度|温度|湿度|密度|含水|液位|存量|储备|到港|价差|基差|品位|(?<!价格)指数|需求|供应|库存|装船|到港|询问度|热度|关注度|人气|客流|[电能煤水油单]耗|排放|强度|效率|时间|事故|损耗|误差|占比|份额|口径|人数|场次|规模|保费|手续费|工资|薪资|薪酬|补贴|重量|克重|尺寸|消耗|耗用|消费|采购|开采|冶炼|加工|勘探|勘查|找矿|攻关|研发|工艺|取得|运输|储运|装车|销售|销量|意愿|积极性|开工|负荷|排产|心态|情绪|满意度|知名度|竞争力|影响力|参与度|认可度|增速|金额|景气度?|传闻|消息|题材|经济运行|品质|质量|盈利|亏损|面积|存栏|出栏|刚需|进口|出口|产销|业务|行业|企业|公司)"
    r"(?:则|却|同比|环比|[由从](?!业|事|此|而)[^,;。]{1,14}|较[^,]{0,8}|比[^,]{0,8}|继续|持续|大幅|小幅|明显|进一步|有所|再度|不断|快速|略有|整体|总体|均|也|将|仍|开始|出现|稳步|普遍|的|有望|未来|今年|明年|后期|短期|或|预计|会|逐渐|逐步|依然|显著|较大|较快)*\Z"
)
"""What moves in place of the goods before it: 动力煤调出量下降."""
TRADE_LAW = re.compile(
    r"(?:[许准]|关税|税|专项税|附加税|暂定税|配额|管制|限制|禁|退税|政策|订单|企业|商|国(?![际内])|市场|额|金额|依存|替代|导向|报价|均价|价|合同|检验|申报|货源|窗口|利润|成本|盈亏)"
)
"""What follows 进口 or 出口 where measures, prices or firms are spoken of, and not how much is traded."""
POINTS = re.compile(r"\d+(?:\.\d+)?(?=[,;。)]|$)")
"""A move in points of a quotation, whose unit is left unsaid: `沪锌收报18880跌100`."""
INDEX = re.compile(r"指数[^,;。]{0,8}\d[\d.,]*点")
"""An index in points, which is no price of goods."""
SUPPLY_STATE = re.compile(
    r"紧张|偏紧|紧缺|短缺|不足|充足|充裕|宽松|过剩|过于求|大于求|不应求|吃紧|缺货|偏松|偏少|有限|受限|供需[两双]弱|供需[偏趋]紧|供[弱强]需[强弱]|告急|低位|较低|断[供货档]|奇缺|紧平衡"
)
"""Words of a state that supply is in, which may have been so for long."""
OF_SUPPLY = re.compile(r"供应|供给|货源|流通|产出")
"""What is told of goods in general, and of no works."""
IS_REASON = re.compile(
    r"[^,;。]{0,2}(?:是|成为|仍是|才是|乃)[^,;。]{0,24}(?:原因|因素|动力|推手|主因|逻辑|主线|理由)|[^;。]{0,24}等(?:多重|诸多|多方面?|综合)?(?:因素|原因|利好|利空)(?:影响|作用|共同|共振|叠加|综合|持续|也|均|都)*(?:下|之下|带动|推动|推高|支撑|提振|刺激|助推|拖累|打压|压制|使得?|令|导致)"
)
"""What makes a fact before it the reason of another: 供应减少是锡价上涨的主要原因."""
OTHER_SUPPLY = re.compile(
    r"(?:电力|用电|电|资金|人力|人手|用工|劳动力|运力|流动性|住房|土地|芯片|口罩|疫苗|用水|热力|天然气管输)\Z"
)
"""What is short or ample in place of goods: 电力供应紧张."""
CAUSE = re.compile(r"(?:^|[,;:。!?]|\n)\s*(?:但|而|主要|此前|同时)*(?:因|由于|受|随着|鉴于|主因)[^,;。]*\Z")
"""What opens a clause that gives a reason, whose goods a later clause does not speak of."""

_BALANCE = re.compile(r"(?:量|约|近|逾|达到?|为|了|超过?)*\d[\d.,]* ?[万亿]?(?:吨|桶|盎司)")
"""What follows a surplus or a shortage where it is measured: a balance of the market, and no change of its supply."""
_BALANCED = ("过剩", "短缺", "不足", "紧缺")


def is_balance(low: str, start: int, end: int) -> bool:
    """Tell whether a surplus or a shortage is measured: `短缺3万吨`."""
    return low.endswith(_BALANCED, start, end) and _BALANCE.match(low, end) is not None


_STARTS = re.compile(r"[从由自](?!而)[^,;。:]{0,16}\Z")
_ENDS_AT = re.compile(r"[^,;。\d]{0,6}(?:,[^,;。\d]{0,4})?(?:[至到]|[降升增减调改变提]为)")


def is_start(low: str, start: int, end: int) -> bool:
    """Tell whether an amount is where a move came from: `从年初的每吨130美元跌至105美元`."""
    return _ENDS_AT.match(low, end) is not None and _STARTS.search(low, max(0, start - 20), start) is not None


RETAIL = re.compile(r"\b[cp]pi\b|居民消费价格|消费者物价|食用农产品|菜篮子|生产资料价格")
"""What a headline about consumer prices says."""
MACRO = re.compile(
    r"加息|降息|降准|汇率|货币政策|通胀率?|通货膨胀|\bgdp\b|利率决议|国债|财政赤字|外汇市场|股市|大盘|贬值|升值|沪指|深成指|创业板指|恒指|恒生指数|三大(?:股)?指|a股|两市|人民币|中间价"
)
"""What a headline about money as a whole says, below which prices of goods without a number are its setting."""
TOTAL = re.compile(
    r"累计[^,;。]{0,10}\Z|(?:近|过去|连续)[\d一二三两四五六七八九十]+[日天周个][^,;。]{0,6}\Z|[,(]其中[^,;。]{1,18}\Z"
)
"""What makes a move one over a longer time than the one beside it, or one of a part."""
NO_PRICE = re.compile(
    r"(?:股价|股票|每股|成本|利润|毛利|盈利|亏损|加工费|运费|运价|升水|贴水|升贴水|价差|基差|月差|税费|税金|保证金|手续费|补贴|罚款|底价|底部|压力位?|支撑位?|目标价?位?|关口)"
    r"(?:平均|均|约|为|在|报|至|达|昨日|今日|最新|收报|收于|收盘|现报|涨至|跌至|升至|降至|扩大至|收窄至|指数|\([^)]*\))*-?\Z|(?:报|为|至|在|于)-\Z"
)
"""What makes an amount of money after it something else than a price of goods."""
DOWNSTREAM = re.compile(
    r"(?:组件|(?:设备|机械)(?!故障|事故|检修|检查|问题|异常|损坏|损毁|受损|老化|改造|维护|维修|升级|更换|调试|失火|起火)|轿车|运输|汽运|海运|铁运|航空|航运|集运|手套|口罩|空调|冰箱|洗衣机|家电|汽车|乘用车|商用车|新能源车|电动车|自行车|摩托车|重卡|卡车|客车|挖掘机|装载机|手机|电脑|商品房|住宅|住房|房屋|新房|二手房|楼盘|轮胎"
    r"|电站|风机|机床|家具|服装|啤酒|白酒|饮料|游戏|影片|门票|机票|保险|电视|芯片|半导体|药品|疫苗|酒店|客房|旅游|快递|短信|流量)[^,;。]{0,5}\Z"
)
"""Things whose output, sales and prices are not those of a commodity."""
FEED = re.compile(r"对(?:矿石|原矿|原料矿|其|该产品|这种原料|该原料)的\Z")
"""What makes a demand one for the goods that the headline names: 氧化铝厂对矿石的需求."""
_EARLIER = re.compile(
    r"(?:较|(?<![赞伦冈米对占环同])比(?!例|重|亚|利时|如|特|索|绍)|高于|低于|超过|不及|(?:去年|上年|上月|上周)同期|前值|此前|上期|前期|上周[一二三四五六日天末]?|上月|预期的?|预[计估测]的|预计值)"
    r"([^,;。:(]*)\Z"
)
_MARKS = re.compile(r"[高低]点|[高低]位|水平|最[高低]|涨停|跌停|低库存|高库存")
_MOVED = re.compile(
    r"[翻涨跌增减升降多少高低滑挫落扬扩缩收抬提浮推修松调贵撤探弹削砍压腾窜蹿飙]|[累去垒]库|成长|衰退|累积|去化|便宜|反弹|突破|至|到|[上下]行|[走趋转][强弱软坚]|让利|[借卖]出|[购买]入|(?:采购|投放|查获|缴获|截获|签订|收购|中标)(?!量|额|价|规模)"
)


_OF_MOVE = re.compile(r"的?(?:[涨跌升降增减]幅|涨势|跌势|增长|回落|上涨|下跌)")
"""What says of an amount before it that it is how far something moved: 在上周出现4%的跌幅."""


def is_earlier(low: str, floor: int, start: int, end: int) -> bool:
    """Tell whether an amount is the one that another is compared with: `较9月的35万吨攀升`, `去年同期为61万吨`.

    An amount may hold the word that moved: `上周废钢每吨涨8美元`.
    """
    if _OF_MOVE.match(low, end):
        return False
    told = _EARLIER.search(low[max(floor, start - 24) : start])
    return told is not None and _MOVED.search(_MARKS.sub("", told[1]) + low[start:end]) is None


_THEN_AMOUNT = re.compile(
    r"(?:上一?[轮期次月周季]|前一?[日周月期轮]|去年同期|上年同期|昨[日天]|[年月]初|节前)(?:的|报价|价格|均价|水平|采购价|定标价)*(?:了?(?:约|近|逾))?[\d.,]+"
)
"""What follows an adjective that names the earlier time before the amount: `高出上轮9000元`."""
_QUOTED_JUST = re.compile(
    r"(?:(?<=\d)|元|美分|令吉|卢比|点)(?:/ ?[干湿标公千]?[吨克斤磅度桶]|/(?:公斤|盎司|蒲式耳|毛吨|吨度|基吨))?(?:左右|上下|附近|不等|\([^()]*\))?,"
    r"(?:逆[市势]|再|又|则|也|仍|均|都|略|小幅|大幅|继续|普遍|整体|[日周月]内|当日|[上本]周|一周|单[日周]|成交|价格)*\Z"
)
"""What stands before an adjective that compares a price with the last one: `2350元/吨,高15元`."""
_AS = re.compile(
    r"(?:与|跟|和|同|较)([^,;。]{1,10}?)(?:相?比)?(?:基本|大致|大体|几乎|差不多|完全|保持|都|也|均)*(?:上)?\Z"
)
_STILL = ("平", "稳", "一致", "一样", "相同", "相当", "无异", "没差别", "没两样")
_BY_ITSELF = ("优惠", "让利", "让步", "提到")
"""Words of asking more or less, which an amount of money alone makes moves: `今起优惠60元/吨`."""
_OF_MONEY = re.compile(r"(?:[了约近逾超])?[\d.,]+[万千]?(?:-[\d.,]+)?(?:元|美元|美分|欧元)")
_STANDS = re.compile(r"[,;。)]|$")
_EACH_OF = re.compile(r"每(?:公?吨|公?斤|千?克|桶|磅|盎司|公?升)\Z")
"""What a price is for, between the time it is compared with and the adjective: `与昨日相比每克贵了4元`."""


def is_compared(low: str, start: int, end: int) -> bool:
    """Tell whether an adjective compares an amount with an earlier time: `比上周低3元`, not `低3米的墙` or `比预期低3元`."""
    if low.startswith(_STILL, start, end):
        return _is_as_before(low, start, end)
    if _THEN_AMOUNT.match(low, end):
        return True
    if _AMOUNT.match(low, end) is None:
        return False
    before = _EACH_OF.sub("", low[max(0, start - 28) : start])
    if (low.startswith(_BY_ITSELF, start, end) and _OF_MONEY.match(low, end)) or _QUOTED_JUST.search(before):
        return True
    than = _THAN.search(before)
    return than is not None and _TIME.search(than.group()) is not None and _MEAN.search(than.group()) is None


def _is_as_before(low: str, start: int, end: int) -> bool:
    """Tell whether a price is that of an earlier time: `与上周基本一致`, `报1090元/吨,平`."""
    before = low[max(0, start - 28) : start]
    if end - start == 1:
        return _STANDS.match(low, end) is not None and _QUOTED_JUST.search(before) is not None
    as_then = _AS.search(before)
    return as_then is not None and _TIME.search(as_then[1]) is not None


SPAN = (
    r"(?:(?:过去|近|最近)的?[一二两三四五六七八九十\d]{1,3}个?(?:天|日|周|星期|月|季度|年|交易日)|[本上][周月季](?:以来|迄今|至今)?|[年月周]初(?:以来|至今|迄今)"
    r"|今年(?:以来|迄今|至今)|[年月周]内|\d{1,2}月?[-—–~至]\d{1,2}月份?|前\d{1,2}个?月|上半年|前[三3]季度|全[周月年]|当[周月]|单[周日月]|[同环]比"
    r"|较(?:去年同期|上年同期|上月末?|上周[一二三四五六日末]?|前一?[日周月]|[前上]一交易日|年初))"
)
"""A span of time that a Chinese clause tells a change of, whose subject stands before: 过去一周减少900吨."""
_ADVERBS = (
    r"(?:累计|合计|共计?|总计|已|则|也|均|仍|再|又|大幅|小幅|略|净|继续|进一步|整体|总体|期价|价格|库存|[同环]比)*"
)
SPAN_MOVES = re.compile(rf"{_ADVERBS}|[^;。]*[,、]{SPAN}{_ADVERBS}")
"""What stands between such a span, or that of a later clause, and the word of movement."""
THEN_SPAN = re.compile(rf"[^;。]*;{SPAN}{_ADVERBS}")
"""What stands between a subject and its change over another time, told in a later part of the sentence."""
