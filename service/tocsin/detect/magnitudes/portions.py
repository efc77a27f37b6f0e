"""Portions: percentages and counts that are a part of something, and no change: votes, stakes' worth, how full, of how many.

`meanings` asks them before such an amount is given a meaning.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene

_VOTED = re.compile(
    r"\b(?:vot(?:es?|ed|ing)|ballot(?:ed)?|(?:rejected|backed|approved|supported|endorsed|accepted) by)\b[^,;.]{0,40}\Z|赞成率[^,;。]{0,4}\Z|(?:投票|表决|票选)[^,;。]{0,12}\Z"
)
_OF_VOTERS = re.compile(
    r" of (?:the |its |their |all |those )?(?:[\w'’-]+ ){0,3}?(?:members?|workers|employees|miners|votes?|voters|ballots?|staff|shareholders|holders|membership|workforce)\b"
    r"|[ -](?:[a-z]+ )?(?:support|majority|approval|in favou?r|against(?! (?:(?:the|its|their|those (?:of|in)|that (?:of|in)) )?(?:same|similar|corresponding|comparable|year|month|quarter|week|previous|prior|preceding|last|first|second|third|fourth|january|february|march|april|may|june|july|august|september|october|november|december|fiscal|\d|an? (?:year|month|week|quarter|day)|levels?|average|five-year|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday))|of (?:the )?votes?|turnout)\b|(?:以上)?的(?:高?(?:票数|得票|赞成票|多数票|支持率|同意率|反对票|投票率)|[^,;。]{0,4}(?:成员|会员|工人|员工|矿工|职工)[^,;。]{0,4}(?:投票|赞成|支持|同意|反对|否决|拒绝))"
)
"""What stands about the share of those who vote, which moves nothing: `voted by 91% to strike`, 以九成票数否决."""
_OF_BALLOT = re.compile(
    r" of (?:the |all )?(?:[\w'’-]+ ){0,2}?(?:votes?|ballots?|proxies|shares (?:voted|represented|present)|(?:share)?holders (?:voted|approved|backed))\b| (?:majority|approval|support|in favou?r)\b"
)
"""What follows the share of those who voted on a deal: `96% of votes cast were in favour of its purchase`."""
_OF_WORK = frozenset(["production_change", "supply_source"])


def is_of_votes(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is the share of those who vote on a strike or an offer."""
    if candidate.type == "mna":
        return _OF_BALLOT.match(scene.low, place[1]) is not None
    if candidate.type not in _OF_WORK:
        return False
    return _OF_VOTERS.match(scene.low, place[1]) is not None or scene.says_before(_VOTED, place[0], 60) is not None


_GROWN = re.compile(
    r"(?:同比|环比|增长|成长|衰退|增加|上升|提高|下降|减少|上涨|下跌|增幅|降幅|涨幅|跌幅|溢价|折价|溢价率|增值率|收益率|利率)(?:了|约|近|逾|达|为)*\Z"
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


_HELD = re.compile(
    r" of (?:the |all |that |its |their )?(?:metal|material|stocks?|stockpile|inventor(?:y|ies)|total|tonnage|holdings|goods|ore|oil)\b(?: now| then| still)? (?:is |was |were |are |being )?(?:earmarked|cancelled|canceled|booked|due|held|in|on|awaiting|set aside|reserved|tied|under|not)\b"
)
"""What makes of a percentage the part of stocks that is spoken of: `with 38% of the metal earmarked for delivery`."""


def is_ratio(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is a part of another amount, and no change: `just over half of the 90,000 t held in May`, 约为原计划的12%."""
    low, start = scene.low, max(scene.sentence.start, place[0] - 24)
    if scene.sentence.chinese:
        return _RATIO_ZH.search(low, start, place[0]) is not None
    if scene.says_before(_RATIO_OF, place[0], 80) or _HELD.match(scene.low, place[1]):
        return True
    return _RATIO.match(low, place[1]) is not None and _LESS_THAN.search(low, start, place[0]) is not None


_RATIO_OF = re.compile(
    r"\b(?:ratio|proportion|percentage)\b(?: (?:of|in|for) (?:[\w'’-]+ ){1,5}?)? ?(?:was|were|is|stood at|at|rose to|fell to|declined to|slipped to|climbed to|of|came to) (?:(?:about|around|only|just) )?(?:[\d.]+(?: ?%| percent| per ?cent| pct) (?:(?:and|against|versus|from|compared (?:with|to)) )+)*\Z"
)
"""What makes a percentage how high a ratio is: `its ratio in feed was 16.4%`."""


_FULL = re.compile(r" (?:of (?:their |its |the |total |working )*(?:capacity|storage)|full)\b")


_OF_CAPACITY = re.compile(r" of (?:(?:its|their|the|total|full|rated|nameplate|design|normal|installed) )*capacity\b")
_RUN_AT = re.compile(
    r"\b(?:r[au]n(?:s|ning)?|operat(?:e[sd]?|ing)|working|works?|utili[sz]ation|stood|were|was|is|are) (?:was |were |is )?at (?:about |around |just |only |some |over |nearly )?\Z"
)
"""What makes a percentage at which works run no change of what they make: `output rose as the smelter ran at 91% of capacity`."""


def is_rate_of_works(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is at how much of their capacity works run."""
    if scene.sentence.chinese or not _OF_CAPACITY.match(scene.low, place[1]):
        return False
    return scene.says_before(_RUN_AT, place[0], 40) is not None


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


_EXTENT = re.compile(
    r"\b(?:gains?|loss(?:es)?|rise|fall|drop|rally|decline|advance|slide|increase|decrease|growth|pace|drawdown|returns?|climb|surge|jump)\b"
)


def is_rate_of_price(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English price, or what counts as one, came to a percentage, which is no change: `warrants rose to 34%`."""
    if scene.sentence.chinese or candidate.type != "price_move" or place[0] < candidate.end:
        return False
    low = scene.low
    return _EXTENT.search(low, max(scene.sentence.start, candidate.start - 24), place[0]) is None


NORM = re.compile(
    r" (?:below|above|under|over|short of|off|higher than|lower than|more than|less than) (?:the |its |their |an? )?(?:(?:five|ten|three|\d+)[ -]year |seasonal |historical |long-term |recent |\w+ )?(?:averages?|norms?|normal|peaks?|highs?|lows?|expectations|forecasts?|estimates?|targets?|consensus|nameplate)\b"
    r"|[ -](?:owned|held|controlled)\b|[ -](?:\(?(?:attributable|equity|ownership|project|consolidated|owned) )?basis\b|(?:股权|权益|项目|股比|口径)"
)
"""What makes a percentage the distance from a mark, or a way to count, not a move: `about 3% below the five-year average`, `on a 100% basis`, 按100%权益计."""
OFF_MEAN = re.compile(
    r"(?:平均|均值|均线)(?:水平|数|值)*(?:分别|约|仍|还|略|各)*(?:[高低多少])出?(?:[\d.%]+[、和])?(?:约|近|逾|了)*\Z"
)
"""What makes a percentage how far something lies from its mean: 比五年平均水平低12%."""
