"""Strays: amounts near a trigger that are another fact's: a stake, a forecast, what was before, a grade, a mean.

Each function looks at the words right around an amount and tells one such kind; `meanings` asks them before it gives the amount
a meaning.
"""

import re

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import CAUSE, is_start

_OVER_ZH = re.compile(r"(?:升水|贴水|溢价|折价)(?:约|为|至)?\Z")
"""What makes a Chinese price the distance from a benchmark: 较均价升水1.00美元."""

_HELD = re.compile(
    r"\b(?:holds?|owns?|held|owned|holding|owning|controls?|(?:stake|interest|holding) of)(?: an?| about| roughly)? \Z"
)
"""What makes a percentage a share of a firm: `in which Vesk holds 38%`."""

_GUIDED = re.compile(
    r"\b(?:original|previous|prior|earlier|initial|former) (?:[a-z]+ )?(?:guidance|forecast|estimate|target|plan|range|budget)(?: range)? of (?:between |about |around )?\Z"
)
"""What makes an amount the one that guidance was before."""

_PEOPLE = re.compile(
    r"\b(?:miners|workers|people|employees|men|women|staff|contractors|jobs|persons|villagers|suspects)\b"
)


_TELLERS = re.compile(
    r" (?:said|say|told|confirmed|added|reported|reckon(?:ed)?|estimated?|familiar|with (?:direct )?knowledge|briefed|close to|who (?:declined|asked|spoke))\b"
)
"""What makes of a count of traders those who tell of a thing: `three traders said`."""
_VOTED = re.compile(
    r"\b(?:vot(?:es?|ed|ing)|ballot(?:ed)?|(?:rejected|backed|approved|supported|endorsed|accepted) by)\b[^,;.]{0,40}\Z|赞成率[^,;。]{0,4}\Z|(?:投票|表决|票选)[^,;。]{0,12}\Z"
)
_OF_VOTERS = re.compile(
    r" of (?:the |its |their |all |those )?(?:[\w'’-]+ ){0,3}?(?:members?|workers|employees|miners|votes?|voters|ballots?|staff|shareholders|holders|membership|workforce)\b"
    r"|[ -](?:[a-z]+ )?(?:support|majority|approval|in favou?r|against|of (?:the )?votes?|turnout)\b|(?:以上)?的(?:高?(?:票数|得票|赞成票|多数票|支持率|同意率|反对票|投票率)|[^,;。]{0,4}(?:成员|会员|工人|员工|矿工|职工)[^,;。]{0,4}(?:投票|赞成|支持|同意|反对|否决|拒绝))"
)
"""What stands about the share of those who vote, which moves nothing: `voted by 91% to strike`, 以九成票数否决."""
_OF_WORK = frozenset(["production_change", "supply_source"])


def is_of_votes(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is the share of those who vote on a strike or an offer."""
    if candidate.type not in _OF_WORK:
        return False
    return _OF_VOTERS.match(scene.low, place[1]) is not None or scene.says_before(_VOTED, place[0], 60) is not None


_EQUALS = re.compile(
    r"\b(?:equal(?:ling|ing|s)? to|equals|equivalent to|representing|accounting for|which is|amounting to) (?:about |around |some |nearly |roughly )?\Z"
)
_OF_ALL = re.compile(
    r" of (?:the|its|their|his) (?:[\w'’-]+ ){0,4}?(?:capacity|output|production|total|throughput|smelting|volume)\b"
)
"""What makes of a percentage behind an amount the share that it is: `40,000 tonnes, equal to 22% of the plant's capacity`."""


_OVER_EARLIER = re.compile(
    r"\b(?:increase|rise|gain|improvement|jump|decrease|decline|drop|fall|reduction) (?:over|on|from|against|compared (?:with|to)|versus) (?:the |its |their )?(?:about |around )?\Z"
)
"""What makes an amount the earlier one: `an increase over the 3.6 million ounces of the second quarter`."""
_TIMES_OF = re.compile(
    r"\b(?:double|twice|triple|treble|(?:three|four|five) times|half) (?:the |its |their )?(?:[\w'’-]+ ){0,3}?(?:(?:quarter|year|month|week|season|day)(?:'s|’s|s'|s’)|(?:present|current|last|previous|prior|earlier|original)|of) (?:[a-z]+ )?(?:about |around )?\Z"
)
"""What makes an amount the one that another is a multiple of: `more than double the present quarter's $83`."""


def is_beside(candidate: Candidate, unit: str, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English amount is of something else: a stake in the firm, earlier guidance, people hurt, what another doubles."""
    low, start = scene.low, max(scene.sentence.start, place[0] - 48)
    if unit == "percent" and candidate.type != "mna" and _HELD.search(low, start, place[0]):
        return True
    if (
        unit == "percent"
        and candidate.pack.pack.signal == "production_change"
        and _EQUALS.search(low, start, place[0])
        and _OF_ALL.match(low, place[1])
    ):
        return True
    if unit in {"price", "money", "mass", "rate"} and (
        _TIMES_OF.search(low, start, place[0]) or _OVER_EARLIER.search(low, start, place[0])
    ):
        return True
    if unit == "count" and (_PEOPLE.search(low, place[0], place[1] + 24) or _TELLERS.match(low, place[1])):
        return True
    if unit == "percent" and is_of_votes(candidate, place, scene):
        return True
    return candidate.type == "production_change" and _GUIDED.search(low, start, place[0]) is not None


_PART_PAID = re.compile(
    r"(?:预付款?|定金|订金|首付款?|首期款|保证金|违约金|分手费|罚款|贷款|融资|筹资|募资|补贴|年产值|税费)(?:总?额)?(?:[约为达共计]|合计)*\Z"
    r"|\b(?:an? )?(?:prepayment|deposit|down payment|upfront payment|advance|loan|credit|break fee|financing|funding|subsidy|fine|penalty|fee|royalty) of (?:about |up to |around )?\Z"
)
_PAID_EARLY = re.compile(
    r"[ -](?:[a-z]+ )?(?:up ?front|prepayment|down payment|deposit|loan|credit facility|break fee|in (?:debt|financing|funding)|financing|advance)\b|(?:的)?(?:预付款|定金|贷款|融资|保证金)"
)
"""What makes a sum beside a deal a part of it or another's: `with $60 million upfront`, 预付款6000万美元."""


_TOUCHED = re.compile(
    r"(?:一度|盘中|最高|最低|曾|早盘|开盘|日内|高见|低见)[^,;。\d]{0,10}\Z"
    r"|\b(?:touch(?:ed|es|ing)?|(?:as|so) (?:high|low) as|(?:session|intraday|day's|earlier|day’s) (?:high|low|peak) of|earlier (?:hit|reached|rose|climbed|fell|traded)(?: to| at| as high as| as low as)?) (?:about |around )?\Z"
)
"""What makes a price one that was only touched: 一度升破27万元关口,尾盘收报267500元, `burst through $1,200 and was last at $1,240`."""


_TOUCHED_ZH = re.compile(r"(?:一度|盘中|日内|早盘|开盘)[^,;。\d]{0,10}\Z")
"""What makes a Chinese change one that did not last: 盘中一度拉升近2%,收盘涨1.5%."""


_BEFORE_CLOSE = re.compile(
    r"[^;.\d]{0,48} (?:before (?:closing|settling|ending|finishing|trimming|paring|easing|retreating|giving)"
    r"|(?:and|but) (?:was|is|were|stood|traded|had been|ended|closed|settled)(?: last| later)?)\b"
)
"""What makes a change one that did not last: `rose as much as 3% before closing 1.5% higher`."""


_WAYS = {"up": frozenset(["up", "up_market"]), "down": frozenset(["down", "down_market"])}
_RIGHT_BEHIND = re.compile(r"(?:了|约|近|逾|超| by | about | nearly | around | some | over | another | a further | )?")


_EXTENTS = ("收窄", "缩窄", "缩小", "放缓", "扩大")
"""Words that move an extent, whose number is that of the move itself."""
_EXTENT_ZH = re.compile(r"[幅力]度|[涨跌降增减]幅|增速|规模|比例")


def is_of_opposite(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a word that moves the other way stands right before an amount: `下探后小幅回升,全天仍跌1.9%`."""
    if candidate.direction not in _WAYS:
        return False
    other = "down" if candidate.direction == "up" else "up"
    for hit in scene.found.moves:
        if not candidate.end <= hit.start < place[1] or _RIGHT_BEHIND.fullmatch(scene.low, hit.end, place[0]) is None:
            continue
        if scene.low.startswith(_EXTENTS, hit.start) or _EXTENT_ZH.search(scene.low, candidate.start, hit.start):
            continue  # 涨幅收窄至1.2%, 限产幅度由30%提高至40%
        names = {name for name, _ in hit.data.sets}
        if names & _WAYS[other] and not names & _WAYS[candidate.direction]:
            return True
    return False


_WHOLE = re.compile(
    r"(?:总产能|总产量|总规模)[^,;。\d]{0,6}\Z|\b(?:total|combined|overall|group|cumulative)(?: [a-z]+)? (?:capacity|output|production) (?:of|to|at) (?:about |around )?\Z"
)
"""What makes an amount the whole to which this fact adds: 第二条年产30万吨生产线点火,总产能达到90万吨."""


_PART_OF = re.compile(
    r"其中[^,;。\d]{0,10}\Z|(?:\bof which|, including) (?:about |around |some |up to |over |nearly |more than )?\Z"
    r"|\b(?:potential|possible|eventual|planned|later|second-phase|further) (?:expansion|increase|growth|ramp-up) to (?:about |around |some |up to |over |nearly )?\Z"
    r"|\b(?:offers|bids) (?:for|of|totalling|covering) (?:about |around |some |up to |over |nearly )?\Z"
)
"""What makes an amount a part of another, or one that others offered: `50,000 t, of which 19,000`, 其中8吨."""


_PLANNED = re.compile(
    r"(?:计划|拟|原定|挂牌)(?:竞价)?(?:销售|投放|采购|交易|拍卖|竞拍|成交)?(?:数量|总量|量)?(?:为|约|共)?\Z"
)
_IN_FACT = re.compile(r"实际(?:成交|投放|采购|销售)|共?成交(?:数量|总量|量)?(?:为|约|共)?\d")
"""What was offered, beside what was sold of it: 计划销售6.1万吨,实际成交1.9万吨."""


def is_secondary(amount: Amount, scene: Scene) -> bool:
    """Tell whether an amount counts only where no other of its meaning is told: a part payment, a price touched, the whole."""
    low, (start, end) = scene.low, amount.place
    if scene.says_before(_PART_OF, start, 20):
        return True
    if amount.kind in {"days", "count"}:
        return True  # 58 million tonnes, enough for 24 days
    if amount.kind in {"quantity", "rate"}:
        if scene.says_before(_PLANNED, start, 16) and scene.says(_IN_FACT):
            return True
        if low[start - 1 : start] == "(" and low[end : end + 1] == ")" and not scene.sentence.chinese:
            return True  # one site's part: `expected to pump 200,000 b/d, first oil at Lindi (40,000 b/d)`
        return scene.says_before(_WHOLE, start, 24) is not None
    if amount.kind == "percent":
        if scene.says_before(_TOUCHED_ZH, start, 14):
            return True
        return low.startswith("as much as ", start) and _BEFORE_CLOSE.match(low, end) is not None
    if amount.kind == "price":
        return amount.bound in {"at_least", "at_most"} or scene.says_before(_TOUCHED, start, 32) is not None
    if amount.kind != "money":
        return False
    before = max(scene.sentence.start, start - 40)
    return _PART_PAID.search(low, before, start) is not None or _PAID_EARLY.match(low, end) is not None


_GROWN = re.compile(
    r"(?:同比|环比|增长|增加|上升|提高|下降|减少|上涨|下跌|增幅|降幅|涨幅|跌幅|溢价|折价|溢价率|增值率|收益率|利率)(?:了|约|近|逾|达|为)*\Z"
    r"|(?:[,(] ?|\b(?:is|was|were) )(?:up|down) (?:about |around |some |nearly |over )?\Z|\b(?:rose|fell|grew|gained|premium of|discount of|rate of|yield of|return of) (?:about |around |some |nearly |over )?\Z"
)
_DEARER = re.compile(r" (?:premium|discount|above|below|higher|lower|more|less|fewer|coupon|interest)\b")


def is_growth(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage beside a deal is how much something grew or is dearer, and no stake."""
    low = scene.low
    before = max(scene.sentence.start, place[0] - 28)
    return _GROWN.search(low, before, place[0]) is not None or _DEARER.match(low, place[1]) is not None


_RATIO_ZH = re.compile(
    r"(?:去年|上年|前年|同期|上月|上周|计划|目标|总量|总额|全年|全国|全球|平均|年度|产能|产量|出口量|进口量|消费量|需求量|销量|库存|储备|\d{4}年|高峰|峰值|历史)[^,;。\d]{0,6}的(?:约|近|逾|大约|将近)?\Z"
)
_RATIO = re.compile(
    r" of (?:(?:the|its|their|an?|all|what) )?(?:[\d$€£]|(?:(?:last|previous|prior) (?:year|month|week|season|quarter)|(?<=what )(?:it|they|he|the|is|was)|year-earlier|year-ago|20\d\d|nameplate|its peak|peak|pre-war|a year|original)\b|(?:total|combined|planned|installed|global|world|national|annual)\b)"
)
_LESS_THAN = re.compile(
    r"\b(?:is|was|are|were|at|only|just|equal|equivalent|equivalent to|equal to|about|or|roughly|representing|some|less than|more than|under|over|nearly|barely|little more than)(?: over| under)? \Z"
)


def is_ratio(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is a part of another amount, and no change: `just over half of the 90,000 t held in May`, 约为原计划的12%."""
    low, start = scene.low, max(scene.sentence.start, place[0] - 24)
    if scene.sentence.chinese:
        return _RATIO_ZH.search(low, start, place[0]) is not None
    return _RATIO.match(low, place[1]) is not None and _LESS_THAN.search(low, start, place[0]) is not None


_FULL = re.compile(r" (?:of (?:their |its |the |total |working )*(?:capacity|storage)|full)\b")


def is_fullness(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is how full stores are, where goods or points tell the change: `rose by 1.2 bcm … at 96% of capacity`."""
    if scene.sentence.chinese or not _FULL.match(scene.low, place[1]):
        return False
    return any(other.kind in {"quantity", "rate", "pp"} and other.place != place for other in scene.amounts)


_ONE_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|some|half|a third|a quarter|part|all|most|many|several|\d{1,3}) of (?:the |its |their |(?:the |its )?(?:[a-z]+ ){0,2}[a-z]+['’]s? )?\Z"
    r"|\b(?:surveys?|polls?|samples?|panels?|canvass) (?:of|among|covering) (?:the |about |some |around )?\Z|\b(?:surveyed|polled|canvassed) (?:about |some )?\Z"
    r"|\b(?:among|out of) (?:the |its |their |all |about |some )?\Z|(?:[.;] |, )of (?:the |its |their |all |about |some )?\Z"
    r"|(?:调研|调查|走访|抽样|样本)(?:的|了|全国|国内|涵盖|覆盖){0,2}\Z"
)
"""What makes a count that of all there are, or of those asked: `stopped one of three potlines`, `a survey of 31 smelters`, `of the 33 smelters, 14 stopped`."""
_OF_WHOM = re.compile(r"[^,;。\d]{0,8}(?:之中|当中|中),?(?:已经?|目前|现|至少|约)*有?(?:至少|约)?的?\d")
"""The same in Chinese: 33家冶炼厂中14家停产."""
_HOLDERS = re.compile(
    r"(?:[宗起例项份]|ports|warehouses|smelters|mills|plants|mines|refiner(?:ie)?s|producers|companies|firms|enterprises|makers|steelmakers|countries|provinces|facilities|sites|terminals|factories|buyers|traders|港口|家|座|国家)\Z"
)
"""What holds stocks: `stocks at 30 ports` counts no goods."""


def is_sample(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a count is that of all there are, of those asked, or of the places where stocks lie."""
    floor = scene.sentence.start
    before = scene.low[max(floor, place[0] - 28) : place[0]]
    if _ONE_OF.search(f". {before}" if place[0] - 28 <= floor else before):
        return True
    if scene.sentence.chinese and _OF_WHOM.match(scene.low, place[1]):
        return True
    return candidate.type == "inventory_change" and _HOLDERS.search(scene.low, *place) is not None


_REST = re.compile(r"[,;](?:而|但)?(?:对于|至于)?(?:其余|其他|其它|剩余|余下|另有|另外|还有)[^,;。\d]{0,12}\Z")
"""What makes an amount that of all the others: 15家停产,其余企业按50%负荷生产."""


_EACH_STEP = re.compile(
    r"每(?:增减|增加|减少|上升|下降|提高|降低|上涨|下跌|变动|变化)(?:[\d.]+[^,;。\d]{0,4},[^,;。\d]{0,12})?\Z"
)
"""What makes an amount one of a rule by which others are reckoned: `REO每增减1%,价格增减344元`."""
_PER_AREA = re.compile(r"每(?:英亩|公顷|亩|畝)\Z")


def is_beside_zh(candidate: Candidate, unit: str, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a Chinese amount is of something else: what came of it, the distance from a benchmark, the amount before."""
    if is_effect(candidate, place, scene) or scene.says_before(_REST, place[0], 18):
        return True
    if unit == "percent" and is_of_votes(candidate, place, scene):
        return True
    if _PER_AREA.search(scene.low, max(0, place[0] - 3), place[0]):
        return True
    if scene.says_before(_EACH_STEP, place[0], 30):
        return True
    if candidate.measure is None and _OVER_ZH.search(scene.low, max(0, place[0] - 8), place[0]):
        return True
    if unit not in {"mass", "rate", "price", "money"}:
        return False
    return scene.says_before(_EARLIER, place[0], 16) is not None


_RESERVES = re.compile(
    r"(?:外汇储备|外储|总资产|资产规模|市值|管理资产)(?:规模)?(?:已|超过|约|达到?|逾|为|近)*\Z|\b(?:foreign[- ]exchange|foreign|currency|forex) reserves of (?:about |over |more than )?\Z"
)


_PER_SHARE = re.compile(
    r"\bshares?(?: of [^,;.\d]{1,32}?)? (?:is |are |was |were |at |for |worth |valued |valued at )+\Z"
)
_UNIT_PRICE = re.compile(r"\bat (?:about |around |an average (?:price )?of |a price of |prices? of )?\Z")
_UNIT_MOST = 100_000
"""Money up to which `at $256` beside goods is what each tonne cost."""


def is_of_one(amount: Amount, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a sum is what one share or one tonne costs: `each share is worth C$2.40`, `90,000 tonnes of wheat at $256`."""
    low, start = scene.low, max(scene.sentence.start, place[0] - 40)
    if _PER_SHARE.search(low, start, place[0]):
        return True
    goods = any(other.kind in {"quantity", "rate"} and other.place[1] <= place[0] for other in scene.amounts)
    return amount.low < _UNIT_MOST and goods and _UNIT_PRICE.search(low, start, place[0]) is not None


_RUN = re.compile(r" (?:in a row|running|straight|in succession|on end|on the trot|consecutively|at a stretch)\b")


def is_run(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a time is how long something went on, which is no stock of days: `fell for six weeks in a row`, `halved in one day`."""
    return _RUN.match(scene.low, place[1]) is not None or scene.low.endswith((" in ", " within "), 0, place[0])


def is_wealth(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a sum is what somebody owns, and no value of this fact: `a $70 billion conglomerate`, 外汇储备超过2万亿美元."""
    if _SIZE.match(scene.low, place[1]):
        return True
    return scene.says_before(_RESERVES, place[0], 40) is not None


_IN_GROUND = re.compile(
    r"(?:资源量|储量|保有量?|产能|年产量?)[^,;。\d]{0,10}\Z"
    r"|\b(?:resources?|reserves?|capacity|output|production)(?: base| estimate)? of (?:about |around |some |over |nearly |more than )?\Z"
    r"|\b(?:holds?|holding|hosts?|hosting|contains?|containing|produc(?:es|ed|ing)) (?:about |around |some |over |nearly |more than |an estimated )?\Z"
)


def is_in_ground(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether goods are what a mine holds or makes, and not what is bought with it: 收购51%股权,该盐湖资源量1100万吨."""
    return scene.says_before(_IN_GROUND, place[0], 48) is not None


_RUNS = re.compile(
    r"(?:operating|utili[sz]ation|run|capacity) rates?|utili[sz]ation|runs|开[工机]率|产能利用率|利用率|运行率"
)


def is_beside_runs(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether goods before it are of another clause than the rate that moved: `made 2,480 t, the operating rate falling to 26%`."""
    subject = candidate.subject
    if subject is None or _RUNS.fullmatch(scene.low, subject.start, subject.end) is None:
        return False
    return place[1] <= subject.start or ";" in scene.low[candidate.end : place[0]]


_SIZE = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:conglomerate|giant|behemoth|hedge fund|fund manager|asset manager|market cap)\b"
)
"""What makes an amount a company's size: a $70 billion conglomerate."""

DEAREST = 20_000_000
"""Money above which a sum is no price of a unit of goods: the dearest oxide costs some millions a tonne."""

IN_A_ROW = ("连续", "过去", "最近", "已经", "历时")
"""What makes days the time that something took: 连续六周."""

ORDINALS = frozenset(["third", "quarter", "a third straight", "second"])
"""Fractions that are ordinals where nothing else stands with them."""

_EARLIER = re.compile(r"(?:较|比|低于|高于|不及)[^,;。]{0,12}(?:的|同期)(?:约|近|逾)?\Z")
"""What makes an amount the earlier one: `较2024年的4200万吨`."""

_EXTENT = re.compile(
    r"\b(?:gains?|loss(?:es)?|rise|fall|drop|rally|decline|advance|slide|increase|decrease|growth|pace|drawdown|returns?|climb|surge|jump)\b"
)


def is_rate_of_price(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English price, or what counts as one, came to a percentage, which is no change: `warrants rose to 34%`."""
    if scene.sentence.chinese or candidate.type != "price_move" or place[0] < candidate.end:
        return False
    low = scene.low
    return _EXTENT.search(low, max(scene.sentence.start, candidate.start - 24), place[0]) is None


DEALS = frozenset(["large_contract", "stockpiling", "mna", "export_control", "supply_source"])
"""Types whose amounts are sizes: of two that are told from and to, the later counts."""


_FIRST = re.compile(
    r"\b(?:first|initially|originally|earlier|previously) (?:fixed|set|put|agreed|planned|announced|estimated|guided|pegged|capped|due|meant)(?: at| for| to be| as)? (?:about |around |some )?\Z"
    r"|\b(?:presently|currently|today|at present) (?:stands?|standing|set|fixed|levied|charged|capped|is|are)(?: at)? (?:about |around )?\Z"
)
"""What makes a size the one that was told first: `a quota first fixed at 1.1 million tonnes, now 1.05 million`."""


def was_first(amount: Amount, scene: Scene) -> bool:
    """Tell whether an English size is the one that another of its unit has replaced later in the sentence."""
    start = amount.place[0]
    if scene.sentence.chinese or not scene.says_before(_FIRST, start, 48):
        return False
    return any(other.unit == amount.unit and other.place[0] > start for other in scene.amounts)


def was_before(amount: Amount, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a size is the one that another has replaced: `raised from $1 billion to $1.5 billion`, 由10亿元增至15亿元."""
    if scene.sentence.chinese:
        return is_start(scene.low, *place)
    if was_first(amount, scene):
        return True
    return amount.part == "from" and any(
        other.part == "to" and other.unit == amount.unit for other in scene.amounts if other is not amount
    )


_JOINED_ON = re.compile(r"\band (?:(?:has|have|had|also|then|will|is|was) )*\Z")
"""What joins a second verb to a first, whose amounts are its own."""


def is_joined_on(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount before a frame is that of another verb: `wants $18 million of coke and has signed for 30 t of tellurium`."""
    if candidate.rule.startswith("move") or candidate.rule == "phrase":
        return False
    return _JOINED_ON.search(scene.low, place[1], candidate.extent[0]) is not None


NORM = re.compile(
    r" (?:below|above|under|over|short of|off|higher than|lower than|more than|less than) (?:the |its |their |an? )?(?:(?:five|ten|three|\d+)[ -]year |seasonal |historical |long-term |recent |\w+ )?(?:averages?|norms?|normal|peaks?|highs?|lows?|expectations|forecasts?|estimates?|targets?|consensus|nameplate)\b"
    r"|[ -](?:owned|held|controlled)\b|[ -](?:\(?(?:attributable|equity|ownership|project|consolidated|owned) )?basis\b|(?:股权|权益|项目|股比|口径)"
)
"""What makes a percentage the distance from a mark, or a way to count, not a move: `about 3% below the five-year average`, `on a 100% basis`, 按100%权益计."""

_OF_NOUN = re.compile(
    r"[ -](?:[a-z-]+ ){0,1}(?:surge|jump|gain|rise|rally|drop|fall|decline|slide|plunge|slump|loss|increase|climb|advance|rebound|retreat|tumble|spike|spurt)s?\b"
)


def is_of_another_move(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage belongs to a noun of movement after it, a later one than the trigger: `fell after a 4.6% surge`."""
    if scene.sentence.chinese or place[0] < candidate.end or not candidate.rule.startswith("move"):
        return False
    noun = _OF_NOUN.match(scene.low, place[1])
    return noun is not None and _EARLIER_MOVE.search(scene.low, candidate.end, place[0]) is not None


_EARLIER_MOVE = re.compile(
    r"\b(?:after|following|despite|from|erasing|reversing|extending|on top of|portion of|part of)(?: [\w'’-]+){0,3} \Z"
)
"""What makes a move the one before: `after Tuesday's`."""

_FORESEEN = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|beating|beat|missing|missed|exceeding|exceeded|topping|short of|than|analysts(?:'|’)?(?: had)?|"
    r"economists(?:'|’)?(?: had)?|traders(?: had)?) (?:[\w'’-]+ ){0,4}?(?:expectations?|forecasts?|estimates?|consensus|projections?|predictions?|expected|forecast|"
    r"predicted)(?: (?:for|of|was for|were for|that))?(?: an?| the)?(?: (?:[\w'’-]+|about)){0,2}? \Z"
)
"""Before an amount: what others had expected of a figure, beside the figure itself."""


def _was_foreseen(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is what was expected: `rose by 2.1 million, against expectations for a 1.8 million build`."""
    return scene.says_before(_FORESEEN, place[0], 90) is not None


_HOPED = re.compile(
    r", (?:[\w'’-]+ ){0,4}?(?:expectations?|forecasts?|predictions?|projections?|hopes|expecting|predicting|forecasting)"
    r" (?:that|of|for|it|the|an?)\b[^;]*\Z"
)
"""What makes an amount that of a later clause, which only expects it: `rising prices, with forecasts that tin could reach`."""


_COULD = re.compile(
    r"\b(?:could|may|might|would|will) (?:(?:[a-z]+ly|soon|yet|even|still|then|also) )?"
    r"(?:reach|hit|climb|rise|soar|jump|surge|go|top|touch|test|surpass|exceed|pass|breach|fall|drop|sink|slide|slip|gain|lose|average|trade|cost|add|advance|rally|head|move|push)(?: [a-z'’-]+){0,5} \Z"
)
"""What makes it that of a clause behind the move, which only may come: `hit a record, and many wonder whether it could reach`."""


def is_foretold(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount behind a trigger is what was or is expected, and not what has come."""
    if _was_foreseen(place, scene):
        return True
    if not candidate.rule.startswith("move"):
        return False
    return any(words.search(scene.low, candidate.end, place[0]) is not None for words in (_HOPED, _COULD))


def is_effect(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether the trigger is in a clause of reason, and the amount tells what came of it: 受铜价上涨带动,空调提价3%."""
    low = scene.low
    if place[0] < candidate.end or "," not in low[candidate.end : place[0]]:
        return False
    return CAUSE.search(low[max(scene.sentence.start, candidate.start - 24) : candidate.start]) is not None


OFF_MEAN = re.compile(
    r"(?:平均|均值|均线)(?:水平|数|值)*(?:分别|约|仍|还|略|各)*(?:[高低多少])出?(?:[\d.%]+[、和])?(?:约|近|逾|了)*\Z"
)
"""What makes a percentage how far something lies from its mean: 比五年平均水平低12%."""


def is_converted(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a price only says the one before it in another currency: `at 240,000 yuan ($33,500) a ton`."""
    return scene.low.startswith(" (", place[0] - 2) and any(
        a.kind == "price" and place[0] - 12 <= a.place[1] <= place[0] and a.place[0] < place[0] for a in scene.amounts
    )


THAN = (" than ", " than the ", " than a ", " than an ", " than its ", " than last ")
"""What makes an amount one that another is measured by: `a bigger rise than the 1.9 million-barrel build`."""
