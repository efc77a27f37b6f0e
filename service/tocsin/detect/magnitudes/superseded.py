"""Superseded: amounts that another has replaced: told first, touched, hoped for, a part of it, another move's.

`meanings` and `slots` ask them before such an amount is given a meaning.
"""

import re

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import is_start

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


_WITHIN = re.compile(r"\((?:其中)?(?:含|包括|不含)[^,;。()\d]{0,6}\Z")
"""What opens brackets with a part of the amount before them: 产能390万吨(含300万吨)."""
_FIRST_TO = re.compile(r"先(?:后|行)?[^,;。\d]{0,8}[至到为]\Z")
_THEN_TO = re.compile(r",?(?:再|然后|随后|后|又)+(?:进一步)?[^,;。\d]{0,8}[至到为]\d")


def _is_first_step(amount: Amount, scene: Scene) -> bool:
    """Tell whether a second step took a rate farther: 先提高至20%再提高至40%."""
    start, end = amount.place
    return scene.says_before(_FIRST_TO, start, 16) is not None and _THEN_TO.match(scene.low, end) is not None


def _is_mark(amount: Amount, scene: Scene) -> bool:
    """Tell whether a price is a mark that was passed, beside one of the same goods: 突破26万元,报26.3万元."""
    if amount.bound not in {"at_least", "at_most"}:
        return False
    others = [other for other in scene.amounts if other.kind == "price" and other.place != amount.place]
    if not others or any(other.place[0] > amount.place[0] for other in others):
        return True
    last = max(other.place[1] for other in others)
    return not any(last <= hit.start < amount.place[0] for hit in scene.found.commodities)


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
        return scene.says_before(_WHOLE, start, 24) is not None or scene.says_before(_WITHIN, start, 12) is not None
    if amount.kind == "percent":
        if scene.says_before(_TOUCHED_ZH, start, 14) or _is_first_step(amount, scene):
            return True
        return low.startswith("as much as ", start) and _BEFORE_CLOSE.match(low, end) is not None
    if amount.kind == "price":
        return _is_mark(amount, scene) or scene.says_before(_TOUCHED, start, 32) is not None
    if amount.kind != "money":
        return False
    before = max(scene.sentence.start, start - 40)
    return _PART_PAID.search(low, before, start) is not None or _PAID_EARLY.match(low, end) is not None


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


_MARK_OF = re.compile(
    r"\b(?:targets?|goals?|guidance|plans?|quotas?|ceilings?|limits?|forecasts?|estimates?) of (?:about |around )?\Z"
)
_TO_ITS = re.compile(r" (?:down |up )?to (?:(?:its|their|the|an?) (?:[a-z]+ ){1,4}of )?(?:about |around )?\d")


def was_the_mark(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a size is that of a mark that has another now: `lowered a ceiling of 610,000 bpd to 575,000`."""
    return scene.says_before(_MARK_OF, place[0], 40) is not None and _TO_ITS.match(scene.low, place[1]) is not None


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


_OF_NOUN = re.compile(
    r"[ -](?:[a-z-]+ ){0,1}(?:surge|jump|gain|rise|rally|drop|fall|decline|slide|plunge|slump|loss|increase|climb|advance|rebound|retreat|tumble|spike|spurt|build|draw|drawdown|injection|withdrawal)s?\b"
)


def is_of_another_move(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount belongs to a noun of movement after it, a later one than the trigger: `fell after a 4.6% surge`."""
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


THAN = (
    *(" than ", " than the ", " than a ", " than an ", " than its ", " than last "),
    *(" up on the ", " up on its ", " down on the ", " down on its "),
)
"""What makes an amount one that another is measured by: `a bigger rise than the 1.9 million-barrel build`."""
