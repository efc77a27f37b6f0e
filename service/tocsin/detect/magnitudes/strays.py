"""Strays: amounts near a trigger that are another fact's: a stake, guidance, people, what one share costs, what somebody owns.

Each function looks at the words right around an amount and tells one such kind; `meanings` asks them before it gives the amount
a meaning.
"""

import re

from tocsin.detect.magnitudes.portions import is_of_votes
from tocsin.detect.quantities.amount import Amount
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import CAUSE

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

_EXPECTED = re.compile(
    r" (?:the |its |their |what |that |more than |as (?:much|many|large|big) as )*(?:(?:was|were|had been|analysts|analyst|traders|economists|market|markets|industry|dealers)(?:'s?|’s?)? )*(?:had |have )?(?:expect|forecast|predict|anticipat|project|estimat|guess|consensus|average|normal|usual|seasonal)"
)
"""What makes of a multiple one of what was expected: `rose by 3 million barrels, 2.4 times the expected gain`."""


_EARLIER_PRICE = re.compile(
    r"\b(?:from|over|on|against|versus|compared (?:with|to)) (?:the|its|their|an?) (?:[\w'’-]+ ){0,4}(?:assessments?|prices?|levels?|quot(?:es?|ations?)|averages?|ranges?|settlements?|close|fix(?:ing)?) (?:of|at) (?:about |around )?\Z"
)
"""What makes of a price the one that a step was counted from: `a gain of $300 from the previous assessment of $31,500`."""
_SINCE_MARK = re.compile(
    r"\bsince (?:(?:it|they|prices|the price) )?(?:last |briefly )?(?:peak|hit|touch|reach|climb|fetch|trad|bottom|top|sett?l|sell|sold|record|post|ris|rose|fall|fell|sink|sank|break|broke|mark|cross|set)[a-z]*"
    r"(?: (?:out|at|to|above|below|around|near|past|an?|its|as|high|low|highs|lows|record|records|peak|of|all-time|[a-z]+-(?:year|month|week|day)))* (?:about |around |nearly )?\Z"
)
"""What makes of a price the mark that the market is held against: `slid since peaking at $14`, `its highest since touching $18`."""


_OF_STOCKPILE = re.compile(r" of (?:[a-z-]+ ){0,3}?(?:stockpile[sd]?|stocks|inventor(?:y|ies)|stored)\b")
"""What makes of goods beside a stop those that are there and worked up: `process 150,000 t of stockpiled ore instead`."""
_AFTER_CLOSE = re.compile(
    r"\bafter (?:having )?(?:ending|finishing|closing|settling)\b(?: [a-z]+){0,4} (?:(?:down|up|lower|higher|off) )?(?:[$€£¥]?[\d.,]+(?: cents)?,? (?:or )?|at )?\Z"
)
"""What makes an amount that of the session before: `was up 20 cents, after ending the previous day down 96 cents, or 1.5 percent`."""


_OF_PRESSURE = re.compile(r" (?:of )?(?:[a-z-]+ ){0,3}pressure\b")
"""What makes pounds those of a gauge: `at 900 pounds of tubing pressure`."""
_THAN_BEFORE = re.compile(
    r" (?:less|more|fewer|lower|higher|up|down|below|above)(?: than| from| on)? (?:in |the |a |last |its )"
)
"""What makes of a percentage how a quota stands against the one before: `12.8 million tonnes, 8% less than a year earlier`."""
_OF_SHARE = re.compile(r"\b(?:an?|per)[ -]share\b")
"""What makes of cents those of a firm's share: `a loss of 16 cents a share`."""
_NEXT = re.compile(r", (?:but|while|although|though|yet|whereas) |; ")
"""What parts a clause from the one before."""


def _of_clause_before(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount stands in the clause before that of a price's move: `assumed $63 a barrel, but prices have risen`."""
    subject = candidate.subject
    if subject is None or not place[1] <= subject.start < candidate.start:
        return False
    return _NEXT.search(scene.low, place[1], subject.start) is not None


_AFTERWARDS = re.compile(r",? (?:after|as|because|since|when|once|while|whereas) (?:[\w.&'’-]+ ){1,5}\Z")
"""What parts a clause that tells another fact from the number before it: `stocks stood at 90,000 tonnes, after Peru raised output`."""


def _is_of_fact_before(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is of the fact to which a clause with its own verb and object is only added."""
    if place[1] > candidate.start:
        return False
    told = _AFTERWARDS.search(scene.low, place[1], candidate.start)
    return told is not None and "," not in scene.low[told.start() + 1 : candidate.start]


_OWN = re.compile(r" (?:its|their|the|his|an?) (?:[a-z]+ ){0,2}\Z")
_WORDS = re.compile(r"(?: [a-z'-]+){0,3} ")


def _is_old_attribute(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount only names what a verb changes: `cut its 510,000 bpd target by 10 percent`."""
    subject = candidate.subject
    if subject is None or not candidate.end < place[0] < place[1] < subject.start:
        return False
    own = _OWN.search(scene.low, candidate.end, place[0])
    return (
        own is not None and own.start() == candidate.end and bool(_WORDS.fullmatch(scene.low, place[1], subject.start))
    )


_OFF_MARK = re.compile(
    r" (?:below|above|under|over) (?:(?:its|their|the|an?|last|opec|official|posted|record|year's|week's|[a-z]+-(?:month|year|week|day)) ){1,4}(?:levels?|prices?|highs?|lows?|peaks?|averages?|close|osps?)\b"
)
"""What makes of money how far a price stands from a mark: `dropped to some $4 under its peak of the year`."""
_HELD_AGAINST = re.compile(r"\b(?:against|versus|vs\.?|compared (?:with|to)|from|than) (?:just |only |about )?\Z")
"""What makes a number that of another time: `to 611, compared with 590 active rigs last May`."""
_IN_MILLIONS = re.compile(r"(?:million|billion|[mb]n) pounds\Z")
_EARNED = re.compile(
    r"\b(?:earnings|profits?|loss(?:es)?|income|revenues?|turnover|sales|dividends?|debts?|worth|valued|spend(?:ing)?|spent|cost(?:s|ing)?|budget)\b[^,;]*\Z"
)


def _is_sterling(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether pounds are money, by what is told in them: `profits at its plastics arm of 31 million pounds`."""
    low, (start, end) = scene.low, place
    if _IN_MILLIONS.search(low, start, end) is None or low.startswith(" of ", end):
        return False
    return scene.says_before(_EARNED, start, 64) is not None


_RELATIVE = re.compile(r",\s(?:which|who|whose|previously|formerly)\b(?:[^,;]|(?<=\d),(?=\d)){0,100}\Z")
_TILL_THEN = re.compile(r"[^,;]{0,80}? (?:until|up to|before) [^,;]{1,40},? (?:but|and) (?:then )?")
"""What makes an amount that of the time before a deed: `made 1,800 tonnes a month until May, but cut output`."""
_CLOSED = re.compile(r",(?!\d)")
_MOVED = frozenset(["production_change", "price_move", "inventory_change", "demand_change"])
_ARTICLE = re.compile(r"(?:\b(?:an?|the|its|their|this|planned|proposed)|['’]s) \Z")
_WORKS = re.compile(
    r"[ -](?!(?:for|in|of|to|from|deal|bid|offer|takeover|stake|investment|purchase|acquisition)\b)(?:(?!(?:for|in|of|to|from|deal|bid|offer|takeover|stake|investment|purchase|acquisition)\b)[\w'’.-]+ ){0,4}?(?:smelters?|refiner(?:y|ies)|mines?|plants?|projects?|complex|mills?|facilit(?:y|ies)|development|scheme)\b"
)
"""What makes of a sum before it the cost of works, and none of a share in them: `a 20% stake in the $3 billion tin project`."""
_OF_CAPACITY = re.compile(
    r" of (?:its |their |the |total |full |rated |nameplate |design(?:ed)? |production |smelting |primary |annual |consolidated |installed |[a-z]+ ){0,4}capacity\b"
)
"""What makes of a percentage how much of its capacity works use."""
_SHARE_IN = re.compile(r"\b(?:stake|share|shareholding|interest|holding|part|slice|percent|%) (?:in|of) \Z")


def _is_of_works(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a sum is what the works cost a share of which changes hands."""
    told = scene.says_before(_ARTICLE, place[0], 16)
    if told is None or _WORKS.match(scene.low, place[1]) is None:
        return False
    return scene.says_before(_SHARE_IN, told.start(), 32) is not None


def _is_told_of_subject(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount stands in a relative clause before the word of movement: `Orm, which dug 900 t in May, said output fell`."""
    if (
        candidate.type not in _MOVED
        or candidate.direction not in {"up", "down"}
        or place[1] > candidate.start
        or scene.says_before(_RELATIVE, place[0], 108) is None
    ):
        return False
    return _CLOSED.search(scene.low, place[1], candidate.start) is not None


_SCALED = re.compile(r"illion|trillion|[mb]n\b|\dm\b|\d,\d{3}")
_SHARE_FROM = re.compile(r"\b(?:a|per|each) share,? (?:up )?from \Z")
_A_SHARE = re.compile(r"(?: (?:in )?cash)?(?: (?:a|per|for each|for every) (?:[\w.-]+ )?share\b| shr\b)")


def _is_for_a_share(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a small sum of money is what one share is paid with, and not what the deal is worth: `to $34 a share from $31`."""
    low, (start, end) = scene.low, place
    if _SCALED.search(low, start, end + 1) is not None:
        return False
    return scene.says_before(_SHARE_FROM, start, 24) is not None or _A_SHARE.match(low, end) is not None


def is_beside(candidate: Candidate, unit: str, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English amount is of something else: a stake in the firm, earlier guidance, people hurt, what another doubles."""
    low, start = scene.low, max(scene.sentence.start, place[0] - 48)
    if unit == "percent" and candidate.type != "mna" and _HELD.search(low, start, place[0]):
        return True
    if unit == "percent" and low.endswith("times", place[0], place[1]) and _EXPECTED.match(low, place[1]):
        return True
    if unit == "money" and candidate.type == "mna" and _is_of_works(place, scene):
        return True
    if unit == "percent" and candidate.direction == "new" and _OF_CAPACITY.match(low, place[1]):
        return True
    if place[1] <= candidate.start and _TILL_THEN.match(low, place[1], candidate.start):
        return True
    if _is_told_of_subject(candidate, place, scene):
        return True
    if (
        unit == "percent"
        and candidate.pack.pack.signal == "production_change"
        and _EQUALS.search(low, start, place[0])
        and _OF_ALL.match(low, place[1])
    ):
        return True
    if (
        unit in {"mass", "rate"}
        and candidate.rule == "move.object_verb"
        and _is_of_fact_before(candidate, place, scene)
    ):
        return True
    if unit in {"price", "money", "mass", "rate"} and (
        _TIMES_OF.search(low, start, place[0]) or _OVER_EARLIER.search(low, start, place[0])
    ):
        return True
    if unit == "price" and (
        _SINCE_MARK.search(low, max(scene.sentence.start, place[0] - 64), place[0])
        or _EARLIER_PRICE.search(low, max(scene.sentence.start, place[0] - 64), place[0])
    ):
        return True
    if candidate.direction == "halt" and unit in {"mass", "rate"} and _OF_STOCKPILE.match(low, place[1]):
        return True
    if candidate.type == "mna" and unit == "money" and _is_for_a_share(place, scene):
        return True
    if unit == "mass" and (_OF_PRESSURE.match(low, place[1]) or _is_sterling(place, scene)):
        return True
    if candidate.type == "price_move" and (
        (scene.amounts and _OF_SHARE.search(low, place[0], place[1] + 6)) or _of_clause_before(candidate, place, scene)
    ):
        return True
    if (
        candidate.rule == "move.object_verb"
        and candidate.direction in {"up", "down"}
        and _is_old_attribute(candidate, place, scene)
    ):
        return True
    if unit == "percent" and candidate.type == "export_control" and _THAN_BEFORE.match(low, place[1]):
        return True
    if unit in {"price", "money"} and place[1] + 1 != candidate.start and _OFF_MARK.match(low, place[1]):
        return True
    if unit == "count" and scene.says_before(_HELD_AGAINST, place[0], 32):
        return True
    if unit == "count" and (_PEOPLE.search(low, place[0], place[1] + 24) or _TELLERS.match(low, place[1])):
        return True
    if unit == "percent" and is_of_votes(candidate, place, scene):
        return True
    if candidate.type == "price_move" and (told := scene.says_before(_AFTER_CLOSE, place[0], 80)):
        return candidate.end <= told.start()
    return candidate.type == "production_change" and _GUIDED.search(low, start, place[0]) is not None


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


_TOOK = (" in ", " within ", "连续", "过去", "最近", "已经", "历时")
"""What makes days the time that something took."""
_RUN = re.compile(r" (?:in a row|running|straight|in succession|on end|on the trot|consecutively|at a stretch)\b")


def is_run(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a time is how long something went on, which is no stock of days: `fell for six weeks in a row`, `halved in one day`, 连续六周."""
    low, (start, end) = scene.low, place
    return _RUN.match(low, end) is not None or low.endswith(_TOOK, 0, start) or "周" in low[start:end]


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
ORDINALS = frozenset(["third", "quarter", "a third straight", "second"])
"""Fractions that are ordinals where nothing else stands with them."""
_EARLIER = re.compile(r"(?:较|比|低于|高于|不及)[^,;。]{0,12}(?:的|同期)(?:约|近|逾)?\Z")
"""What makes an amount the earlier one: `较2024年的4200万吨`."""
DEALS = frozenset(["large_contract", "stockpiling", "mna", "export_control", "supply_source"])
"""Types whose amounts are sizes: of two that are told from and to, the later counts."""


def is_effect(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether the trigger is in a clause of reason, and the amount tells what came of it: 受铜价上涨带动,空调提价3%."""
    low = scene.low
    if place[0] < candidate.end or "," not in low[candidate.end : place[0]]:
        return False
    return CAUSE.search(low[max(scene.sentence.start, candidate.start - 24) : candidate.start]) is not None


def is_converted(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a price only says the one before it in another currency: `at 240,000 yuan ($33,500) a ton`."""
    return scene.low.startswith(" (", place[0] - 2) and any(
        a.kind == "price" and place[0] - 12 <= a.place[1] <= place[0] and a.place[0] < place[0] for a in scene.amounts
    )
