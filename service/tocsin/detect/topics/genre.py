"""Genre: texts whose headline says that they sell, sue or invite, whatever goods and moves they name.

Advertisements for market studies, notices of lawsuits and invitations to talks are written in the words of market news. Their
headlines have words of their own, which no report of a fact has.
"""

import re

from tocsin.detect.texts.chinese import OLD_AGE
from tocsin.detect.texts.text import different, holds_any
from tocsin.detect.topics.lessons import lesson, tells_a_day
from tocsin.detect.topics.lessons_chinese import lesson_chinese, tells_a_day_chinese
from tocsin.rules.scanner import Literals

_MARKET_STUDY = re.compile(
    r"\bmarket(?: size| value)?(?: is| are)?(?: expected| set| projected| poised| forecast| likely| anticipated| estimated)?"
    r" to (?:reach|hit|exceed|surpass|be worth|cross|garner|witness|grow (?:at|by|from|to))\b"
    r"|\bmarket (?:size|research report)\b|\bcagr\b|\bmarket (?:worth|valued at) "
)
_MARKET_REPORT = re.compile(r"\bmarket (?:analysis |outlook |forecast |insights )?report\b(?! sa(?:id|ys)| show| put)")
_SOLD = re.compile(
    r"\bcagr\b|\bmarket (?:size|share|growth|trends|dynamics|segment\w*)\b|\bforecast period\b|\bkey (?:players|vendors|companies profiled)\b|\b(?:free )?sample (?:copy|report|pages?|pdf)\b|\bcompetitive landscape\b"
    r"|\b(?:global|worldwide)\b[^\n]{0,60}\bmarket\b|\b20[2-9]\d ?(?:[-–—]|to) ?20[2-9]\d\b|\bby (?:type|product|application|end[- ]use|region)\b"
)
"""What tells a study on sale from the house's own report of a market's day: both call themselves market report."""
_MARKET_STUDY_ZH = re.compile(
    r"(?:行业|市场|产业|投资|前景|战略|供需|格局|可行性)[^\n]{0,24}(?:研究|分析|咨询|调研|规划|预测|评估)报告(?![^\n]{0,4}(?:显示|称|指出|认为|预计|表示|发布))"
    r"|20\d\d年?[-—~至]20\d\d年[^\n,。:]{2,30}(?:报告|分析|预测|研究|咨询|规划)|(?:投资|发展)(?:前景|战略|潜力|策略)(?:分析|预测|研究|咨询|规划)"
)
"""What heads a Chinese study that is sold or shared."""
_FILE = re.compile(
    r"\.(?:pdf|docx?|pptx?)\b|[((]\d{1,3}页[))]|下载积分|文档简介|文档编号|报告编号|出版日期|印刷版|电子版[::]|页数[::]|订[阅购](?:电话|热线)"
)
"""What stands at the top of a page that hands out a file."""
_TITLE = 60
"""Characters of a line up to which it may be a headline of Chinese."""
_LINE = 160
"""Characters within which it stands."""
_LAWSUIT = re.compile(
    r"\b(?:class action|law firm|(?:investor|shareholder|stockholder)s? (?:alert|notice|reminder)|(?:share|stock)holders who (?:lost|suffered|purchased)"
    r"|investors who (?:lost|suffered|purchased)|securities fraud)\b"
)
_CARTEL = re.compile(
    r"\b(?:price[- ]?(?:fixing|rigging)|antitrust|anti-trust|conspirac(?:y|ies)|collusion)\b[^\n]{0,60}\b(?:claims?|lawsuits?|suits?|litigation|cases?|actions?|complaints?|judge|court|ruling)\b"
    r"|\b(?:claims?|lawsuits?|suits?|litigation|cases?|actions?|complaints?|judge|court)\b[^\n]{0,60}\b(?:price[- ]?(?:fixing|rigging)|antitrust|anti-trust|conspirac(?:y|ies)|collusion)\b"
)
"""What heads a case about prices that some are said to have moved together."""
_ON_ASSESSING = re.compile(
    r"\A[^\n]{0,24}\bpricing notice\b|\b(?:amend(?:s|ed|ments?)|proposal|proposes|consultation|correction|launch(?:es)?|discontinu(?:es|ed|ation)|changes?|extension|clarif(?:ies|ication)|review|frequency)\b[^\n]{0,80}\b(?:(?:price )?assessments?|(?:price|assessment) specifications?|methodolog(?:y|ies))\b"
)
"""What heads a price house's notice on how it assesses prices, which moves none."""
_INVITATION = re.compile(
    r"\b(?:webinar|register now|save the date|virtual event)\b|关于(?:召开|举办|举行)[^\n]{0,50}(?:通知|邀请函|公告)(?!.*(?:结果|决议))|邀请函|报名通知|会议通知"
)
_COVERAGE = re.compile(r"\b(?:initiat\w+|launch\w*) (?:of )?(?:research |analyst |equity )?coverage\b")
_RATING = re.compile(
    r"\A\W*(?:fitch|moody(?:'s|’s)|s&p|kroll|kbra|dbrs|crisil|icra|care ratings|scope ratings|jcr|lianhe)(?: global| ratings)?\b[^\n]{0,24}\b(?:affirms?|assigns?|upgrades?|downgrades?|withdraws?|places?|revises?|rates?|publishes|expects to rate)\b"
)
"""What heads the word of a rating agency on a debtor, of whose works it tells what is known."""
_TALE = re.compile(
    r"\b(?:obituary|in memoriam|(?:has died|dies) (?:at|aged)|podcast|episode \d+|book review|new book tells)\b"
)
_FUND = re.compile(
    r"\b(?:fund manager(?:'s|’s)? (?:letter|commentary|report)|(?:investor|unitholder|shareholder|quarterly|partnership) letter|letter to (?:our )?(?:investors|unitholders|partners)"
    r"|(?:portfolio|fund) (?:commentary|update|review|holdings)|(?:fund|portfolio) manager commentary)\b"
)
_LESSON = re.compile(
    r"知识问答|小课堂|攻略|教案|听课|说课|课文|课堂[::]|小知识|名词解释|学堂|投教|入门知识|百科知识|科普[:丨|]|什么是|是什么\?|入门(?:[:\n]|指南|篇|$)|用途(?:有哪些|简介)|常见问[答题]|(?:申领|办理|申请)流程|操作规程|操作指南|填报指南|标准说明|评级标准|监管问答|每日一词|案例(?:分享|分析|解析|教学)|读者来信|(?:选购|避坑|购买)指南|真题|模拟题|习题|例题|试题|历史上的今天|周年祭|(?:采集|发布)(?:时间|方法|频率)调整|一图(?:读懂|看懂|了解)|图解[::丨|]|带你(?:读懂|看懂|了解)|一文(?:读懂|看懂|搞懂|弄懂|了解|讲透)|术语(?:解释|速查)|(?:怎么|如何)(?:认定|选购|计算|理解|区分|防范|判断|辨别|识别|办理|申请)|有哪些规定|必读|什么(?:因素)?(?:会|在)?影响|(?:受|由)(?:哪些|什么|何种)(?:因素)?[^\n]{0,4}(?:影响|决定|驱动)|[价涨跌](?:格)?的?(?:关键|主要|核心)?(?:驱动|决定|影响)因素|影响[^\n]{2,12}的?(?:关键|主要|核心|几大|[一二三四五六七八九十]大)(?:驱动)?因素|影响[^\n]{2,14}价格?(?:走势|波动|涨跌|变化)?的[^\n]{0,6}因素(?=\n|$)|有(?:何|什么|哪些)区别|的区别|性质[、与和及]|常识|注意事项|(?:维护|保养|操作|检修|使用)(?:要点|要领|方法|规程|须知)|须知|新手|作业指导书|百科(?![技创])|知识(?:点|库|普及)|(?:冶炼|提炼|制备|鉴别|检测)方法|工艺(?:介绍|简介|探讨|浅析|比较|对比|流程)|中的应用(?=\n|$)|[上中]的?应用效果|肥效|栽培|施肥|计价公式|示例|教材|案例(?=[\s:(]|$)|成本对比|优缺点|哪个(?:好|划算)|怎么选|十大[^\n]{0,6}(?:新闻|事件)|新闻评选|大事记|(?:假如|如果|假设|要是|倘若)[^\n]{2,30}(?:会怎样|会怎么样|会如何|怎么办|会发生什么)"
    r"|刍议|浅[析谈论议]|(?:路径|对策|策略|机制|问题|现状|原因)(?:与对策|及对策|与建议|及建议)?(?:探析|探讨|思考|研究|初探|刍议)(?=\n|$)|的(?:思考|若干思考|对策建议)(?=\n|$)"
)
"""What heads a Chinese text that teaches, or plays with a thought."""
_PAST = re.compile(
    rf"矿山公园|工业(?:遗址|遗产|遗存|旅游)|矿业遗迹|矿史|老矿区|百年[矿煤锡铜银]|出土|考古|古墓|窖藏|馆藏|文物(?!价)|博物馆|博物院|特展|青铜器|{OLD_AGE}|的记忆|往事|19[0-8]\d年[^\n]{0, 8}(?:危机|风波|战争)|老照片|口述史|(?:史话|旧闻)[::]"
)
"""What heads a Chinese text about other ages."""
_HOUSE = re.compile(
    r"招聘|岗位职责|任职要求|校招|社招|问询函|(?:闲置|募集)资金|现金管理|理财产品|致(?:全体)?股东的?(?:一封)?信|日记|手记|基金经理|(?:基金|私募)[^\n]{0,8}(?:季报|持仓|调仓|重仓)|突击队|劳模|先进事迹|警示教育"
    r"|演讲比赛|技能(?:大赛|竞赛)|运动会|表彰|慰问|党建|党支部|主题党日|廉洁|挑战杯|有哪些\?|是为啥|怎么充电|如何正确"
)
"""What heads a Chinese text about a house's own people, papers and money."""
_VISIT = re.compile(
    r"(?:到|赴|深入|来|莅临)[^\n,。:]{2,24}(?:调研|考察|视察|检查指导|走访|慰问|洽谈)(?:指导|工作|座谈)?(?=\n|$| )|会见[^\n]{2,40}(?:一行|书记|市长|州长|县长|省长|主席|董事长)|一行(?:到|赴|来|莅临)"
)
"""What heads an account of who came to see works."""
_AGES = re.compile(
    r"新石器|旧石器|青铜(?:器|冶|时代)|先秦|夏商|商周|殷商|西周|东周|春秋(?!季)|战国|秦汉|两汉|西汉|东汉|魏晋|隋唐|唐宋|宋元|明清|民国|公元前|王朝|出土|遗址|古代|考古|文献记载|史书|《[^》]{1,6}[书记志语传]》"
)
"""Ages long past, and what keeps them; three make a Chinese text about them."""
_OLD = 3
_COUNTY = re.compile(
    r"招商|推介会|百强县|营商环境|招引|签约仪式|高质量发展|产业集群|新质生产力|对接会|示范园|重点项目|重大项目|县域|革命老区|考察团|一行|莅临|营商|延链|补链|强链|优势产业|千亿|战略性新兴产业|框架协议"
)
"""Words in which a county praises its works; four make a text about it."""
_PRAISED = 4
_SAVERS = re.compile(
    r"定投|纸黄金|新手|普通人|理财|懒人|管理费|费率|风险承受能力|资产配置|保值|割肉|追高|跟风|净值|收益率|定期定额|场外|联接|黄金基金|核心仓位|年化|金饰|表妹|小区|投资者的痛点|ETF基金|etf基金"
)
"""Words of those who save in gold; three make advice to them."""
_SAVED = 3
_DRILL = re.compile(r"应急[^\n]{0,14}演练|演练(?:活动|圆满|顺利)|(?:开展|举行|组织)[^\n]{0,24}演练")
_COURT = re.compile(
    r"纠纷案|获刑|宣判|法官(?:说法|提醒)|以案[说释]|被判(?:有期|支付|赔|罚)|(?<!走私)案(?:一审|二审|开庭)"
)
_TENDER = re.compile(
    r"^[^\n:,。]{0,16}(?:医院|保健院|卫生院|疾控|学校|中学|小学|幼儿园|大学|学院|教育局|公安局|法院|街道|社区|图书馆|敬老院|福利院|体育馆|文化馆)[^\n:,。]{0,40}(?:中标|成交|候选人|招标|采购|磋商|比选|结果)[^\n:,。]{0,8}(?:公告|公示|结果)\s*$"
)
"""What a school or hospital buys."""
_CALENDAR = re.compile(
    r"\b(?:week ahead|economic calendar|events? calendar|earnings calendar|(?:corporate|earnings|events?|diplomatic|financial) diary|diary of|(?:metals?|commodit(?:y|ies)|oil|energy|grains?|markets?|data|week'?s|trade) diary\b|what to watch (?:this|next) week|(?:week|day|month)[^\n]{0,24}what to watch|agenda for|(?:things|events) to watch)\b|财经日历|数据日历|会议日历|(?:重要|重磅|财经|本周|下周|今日|明日)日程|大事预告"
)
_SALES_TALK = re.compile(
    r"\b(?:factory[- ]direct|call (?:us )?(?:now|today)|black friday|cyber monday|save up to \d+%|(?:up to )?\d+% off\b|add to (?:cart|basket)|promo(?:tional)? code|discount code|before they sell out|hurry|sale ends|free returns|order (?:now|today|yours|online)|contact our sales|our sales team|free (?:guide|quote|shipping|delivery|sample)s?|while stocks last|offer ends|limited[- ]time offer"
    r"|we (?:buy|sell|supply|stock|offer) (?:all |your |high-quality )?[a-z]+(?: [a-z]+)? (?:in|at|of|and|,)|best prices? in town|(?:the )?(?:highest|top|best) prices? (?:in town|paid|guaranteed)|(?:buyback|buy-back)s? (?:at|price|guarantee)|(?:five|5)[- ]star (?:reviews?|ratings?)|a\+ rating|request (?:the|your|a|our) (?:free )?(?:[a-z]+ ){0,2}(?:guide|kit|brochure|quote)|free (?:20\d\d )?(?:[a-z]+ ){1,3}(?:guide|kit|brochure)|gold ira|toll[- ]free|cash for (?:gold|silver|scrap)|(?:gift|store) vouchers?|terms (?:and conditions )?apply|minimum order|moq|get one free|dealer prices?|buy now|shop now)\b"
)
"""What sellers say to buyers; two of these make an advertisement."""
_EVENT_TALK = re.compile(
    r"\b(registration|register|delegates|speakers?|keynotes?|early[- ]birds?|tickets|sponsorship|sponsors|exhibitors?|attendees|agenda|programme includes|sessions?|workshops?|masterclass(?:es)?|curriculum|syllabus|tuition|course|enrol(?:l?ment|s|led|l)?|certificates?|participants|accreditation|panel(?:s|lists?)?|networking)\b"
)
"""Words of gatherings and courses; where the headline has one of them, four make a notice of one."""
_GATHERINGS = 4
_MEETS = re.compile(r"\b(?:summit|forum|conference|congress|symposium|seminar|expo)\b")
"""What a headline calls a gathering that may be news too: its notice takes one word of them more, anywhere in the text."""
_NOTICE = 3200
"""Characters of a text within which a gathering is told of at length."""
_CLOCK = re.compile(r"(?:\n[^\n]{0,3}\d{1,2}[:.]\d\d[^\n]{4,160}){3}")
"""Lines of a programme, each with its time."""
_PROPERTY_TALK = re.compile(
    r"\b(apartments?|multifamily|residents?|tenants?|occupancy|rents|leasing|realtors?|bedrooms?|square[- ]f(?:ee|oo)t|condominiums?|hotels?|homes|housing|townhomes?|amenities|brokerage|mortgages?|listings|realty|homeowners?|homebuyers?|landlord|-unit (?:property|building|community|complex)|real estate|guests|student living|self[- ]storage)\b"
)
"""Words of houses and those who live in them; four make a text about property, whatever metals its firms are named after."""
_LETTINGS = 4
_BUILT_OF = re.compile(
    r"\b(?:(?:crude )?steel|rebar|iron[- ]ore|copper|zinc|alumini?um|cement|coking coal|glass|pvc) (?:(?:mills?'?|makers?|plants?) )?(?:output|production|demand|consumption|prices?|futures|stocks|stockpiles|inventories|imports|exports)\b"
)
"""What makes of a report on houses one on what they are built of: `housing slump cuts steel demand`."""
_SELLER = re.compile(
    r"高价(?:回收|求购)|上门(?:回收|收购|拆除)|厂家直销|量大从优|现货(?:供应|直发)(?=\n|$)|(?<!中)长期(?:供应(?![^\n]{0,6}(?:合同|协议|框架|订单|合约|协定|意向))|回收|求购)|(?:公司|企业|工厂|厂家)简介|企业文化|公司概况"
)
"""What heads the page of a Chinese seller, buyer or firm."""
_TALKS = 2
_SHORT = 1200
"""Characters of a text within which a seller comes to the point."""
_LETTING_SIGNS = (
    "apartment", "multifamily", "resident", "tenant", "occupancy", "rents", "leasing", "realtor", "bedroom", "square", "condominium", "hotel", "homes",
    "housing", "townhome", "ameniti", "brokerage", "mortgage", "listings", "realty", "homeowner", "homebuyer", "landlord", "-unit ", "real estate",
    "guests", "student living", "storage",
)  # fmt: skip
_SALES_SIGNS = (
    "factory direct", "factory-direct", "call ", "order now", "order today", "order yours", "order online",
    "minimum order", "our sales", "free ", "one free", "friday", "cyber monday", "save up", "% off", "add to ", "code", "sell out", "hurry", "sale ends", "stocks last", "time offer", "offer ends", "we buy", "we sell", "we supply", "we stock",
    "we offer", "best price", "highest price", "top price", "dealer price", "buyback", "buy-back", "buy now", "star review", "star rating",
    "a+ rating", "request ", "gold ira", "toll free", "toll-free", "cash for", "voucher", "terms ", "moq", "shop now",
)  # fmt: skip
_TALK = Literals((_LETTING_SIGNS, _SALES_SIGNS))
"""What every word of talk about property holds, and every word of a seller's; so many of them as of the words must stand there."""
CASE = "a case at court"
"""The genre of texts whose facts are those of a case, though what customs seized counts."""
_STUDY, _LIFE, _TAUGHT = "an advertisement for a market study", "a life, a book or a broadcast", "a lesson"
_UNLESS_REPORTED = frozenset([_STUDY, _LIFE, _TAUGHT])
"""What a headline may sound like and be news: `Lithium market to hit deficit, miner says`, `Worker dies at smelter`, 锑价大涨的原因是什么?"""
_CHINESE: tuple[str, ...] = ()
"""In place of such words: the pattern matches Chinese alone."""
_GENRES = (
    (("market", "cagr"), _MARKET_STUDY, _STUDY),
    (_CHINESE, _MARKET_STUDY_ZH, _STUDY),
    (("action", "law firm", " alert", " notice", " reminder", " who ", "fraud"), _LAWSUIT, "the notice of a lawsuit"),
    (("fixing", "rigging", "antitrust", "anti-trust", "conspirac", "collusion"), _CARTEL, CASE),
    (
        ("pricing notice", "methodolog", "specification", "assessment"),
        _ON_ASSESSING,
        "a price house on its own assessments",
    ),
    (("webinar", "register", "save the date", "event", "关于", "邀请函", "通知"), _INVITATION, "an invitation"),
    (("ahead", "calendar", "diary", "watch", "agenda", "日历", "日程", "预告"), _CALENDAR, "a calendar"),
    (_CHINESE, _LESSON, _TAUGHT),
    (("obituary", "memoriam", "died", "dies", "podcast", "episode", "book"), _TALE, _LIFE),
    (("letter", "portfolio", "fund"), _FUND, "a fund's report on itself"),
    (_CHINESE, _PAST, "a text about other ages"),
    (_CHINESE, _DRILL, "a drill"),
    (_CHINESE, _VISIT, "who came to see works"),
    (_CHINESE, _TENDER, "what a school or hospital buys"),
    (_CHINESE, _SELLER, "a seller's advertisement"),
    (_CHINESE, _COURT, CASE),
    (
        ("fitch", "moody", "s&p", "kroll", "kbra", "dbrs", "crisil", "icra", "ratings", "jcr", "lianhe"),
        _RATING,
        "a debtor's rating",
    ),
    (("coverage",), _COVERAGE, "a broker's first note on a firm, which sums up what it has told before"),
)
"""Words of which a headline must have one, the pattern, and what it tells."""


def genre(low: str, end: int) -> str | None:
    """Return what kind of text a headline, up to `end`, announces where it tells no news; None for any other."""
    title = _EVENT_TALK.search(low, 0, end)
    if title is not None and len({found[1] for found in _EVENT_TALK.finditer(low, 0, _SHORT)}) >= _GATHERINGS:
        return "an invitation"
    if _MEETS.search(low, 0, end) and different(_EVENT_TALK, low, _NOTICE) > _GATHERINGS and _CLOCK.search(low, end):
        return "an invitation"
    lettings, sales = _TALK.counts(low[:_SHORT])
    if (
        lettings >= _LETTINGS
        and different(_PROPERTY_TALK, low, _SHORT) >= _LETTINGS
        and not (tells_a_day(low, end) and _BUILT_OF.search(low, 0, _SHORT))
    ):
        return "a text about property"
    if _FILE.search(low, 0, _LINE):
        return "an advertisement for a market study"
    if not low[:_SHORT].isascii() and (spoken := _spoken_of_in_chinese(low)):
        return spoken
    if end <= _TITLE and _HOUSE.search(low, 0, end) and not _is_reported(low, end):
        return "a house's own people, papers and money"
    announced = _announced(low, end)
    if announced is None and _MARKET_REPORT.search(low, 0, end) and _SOLD.search(low, 0, _SHORT):
        announced = _STUDY
    if announced in _UNLESS_REPORTED and _is_reported(low, end):
        announced = None
    if announced is None and sales >= _TALKS and different(_SALES_TALK, low, _SHORT) >= _TALKS:
        return "a seller's advertisement"
    return announced or lesson(low, end) or (None if low[:end].isascii() else lesson_chinese(low, end))


def _is_reported(low: str, end: int) -> bool:
    return tells_a_day(low, end) or tells_a_day_chinese(low, end)


_SUED_ZH = re.compile(
    r"案情(?:摘要|简介)|基本案情|裁判(?:要旨|要点|文书)|原告|被告|上诉人|一审|二审|再审|诉讼请求|提起(?:诉讼|上诉)|判令|违约金|民终|民初|买卖合同纠纷|案例[一二三四五]"
)
"""Words of a case at court; three make a text about one."""
_SUED_WORDS = 3


def _spoken_of_in_chinese(low: str) -> str | None:
    """Return what a Chinese text is by the words that it begins with."""
    if different(_SUED_ZH, low, _SHORT) >= _SUED_WORDS:
        return CASE
    if different(_AGES, low, _SHORT) >= _OLD:
        return "a text about other ages"
    if different(_SAVERS, low, _SHORT) >= _SAVED:
        return "advice to savers"
    if different(_COUNTY, low, _SHORT) >= _PRAISED:
        return "a county's account of itself"
    return None


_SIGNED = re.compile(r"(?:签署|签订|签约)(?![^\n]{0,12}(?:须知|注意|流程|指南|模板|范本))")
"""What heads the news of a contract, whatever its parties are called: 百科化工签订长期供应合同."""


def _announced(low: str, end: int) -> str | None:
    """Return what a headline announces by its own words."""
    chinese = not low[:end].isascii()
    signed = chinese and "历史" not in low[:end] and _SIGNED.search(low, 0, end) is not None
    for needs, pattern, name in _GENRES:
        if signed and pattern in {_LESSON, _SELLER}:
            continue
        if (holds_any(low, needs, 0, end) if needs else chinese) and pattern.search(low, 0, end):
            return name
    return None
