"""What may stand close around a number and belongs to it: bounds, signs, ranges, a price's `每吨`, grades, and dates' words."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from tocsin.detect.quantities.currencies import BEFORE
from tocsin.detect.quantities.measures import MADE_IN, ONE_OF, Measure
from tocsin.detect.texts.tries import longest_before, longest_of

Bound = Literal["exact", "about", "at_least", "at_most"]
Part = Literal["none", "from", "to", "by"]

_BOUNDS: dict[Bound, str] = {
    "about": "about|around|roughly|approximately|approx|approx.|some|circa|ca.|c.|~|≈|nearly|almost|close to|near|just under"
    "|just over|just above|just below|just shy of|an estimated|in the region of|in the vicinity of|a little over|a little under"
    "|as many as about|约|大约|约为|大概|近|将近|接近|大致|约合|约有|约占|约达|大约有|估计约|差不多",
    "at_least": "more than|over|above|at least|no less than|no fewer than|not less than|no lower than|exceeding|exceeds|exceed"
    "|exceeded|in excess of|upwards of|upward of|greater than|larger than|higher than|minimum|min|min.|a minimum of|minimum of"
    "|well over|well above|better than|>|≥|>=|超|超过|逾|高于|大于|多于|至少|最少|不低于|不少于|不小于|超出|超逾|最低|起码|突破",
    "at_most": "up to|as much as|as many as|as high as|less than|under|below|at most|no more than|not more than|fewer than"
    "|lower than|a maximum of|maximum of|maximum|max|max.|well below|well under|not exceeding|within|<|≤|<=|不超过|不高于|不多于"
    "|至多|最多|最高|低于|少于|小于|不足|不到|不及|未超过|未超|不超|未达|上限为",
}
BOUNDS_BEFORE: dict[str, Bound] = {word: bound for bound, words in _BOUNDS.items() for word in words.split("|")}
PASSED = ("past", "through", "beyond")
"""What makes a sum of money one that is passed (`climbs past $80`); before other amounts it tells a time or a place."""
BOUNDS_BEFORE |= dict.fromkeys(PASSED, "at_least")

_BOUNDS_LATER: dict[Bound, str] = {
    "about": " or so|左右|上下|附近|前后|上下波动",
    "at_least": " or more| or higher| or above| and above|-plus|+|以上|之上|有余|余|多|起|及以上|或以上",
    "at_most": " or less| or lower| or below| or fewer| and below|以下|之下|以内|之内|及以下",
}
BOUNDS_AFTER: dict[str, Bound] = {word: bound for bound, words in _BOUNDS_LATER.items() for word in words.split("|")}
BOUND_AFTER = re.compile(longest_of(BOUNDS_AFTER) + r"(?![晶年月元化数额热下])")
MORE = re.compile(
    r"(?:多(?![晶年月数元种样])|余(?![额热下])|几|来(?=[万亿吨%艘]|家(?![电居具庭长禽乡属])|座(?!谈))|\+|-plus)"
)

_SIGNS = {"-": -1, "−": -1, "minus": -1, "negative": -1, "负": -1, "+": 1}

_GRADES = "grade|grade of|grades of|grading|grades|purity|purity of|purity:|assaying|reo=|treo=|reo |品位|品位为|纯度|纯度为|纯度≥|含量|含量≥|含量为|品位≥|纯度达|tc"

_ELEMENTS = "fe sb cu zn pb ni mo sn li2o reo treo wo3 v2o5 u3o8 tio2 cr2o3 mn nb2o5 ta2o5 sb2o3 al2o3 mgo caco3 p2o5 k2o caf2".split()

OXIDES = ("wo3", "v2o5", "u3o8", "tio2", "cr2o3", "nb2o5", "ta2o5", "sb2o3", "al2o3", "caco3", "p2o5", "caf2")
"""Formulas that end in a digit, before the share of them that a grade holds: `WO3≥65%`."""
OXIDE_REACH = 8

Token = tuple[str, object]
PREFIXES: Mapping[str, Token] = (
    dict.fromkeys(
        "为|达|达到|达约|是|在|会|产|of|上涨|下跌|涨|跌|上调|下调|回落|反弹|上涨了|下跌了|涨了|跌了|提高|降低|涨价|降价|下调|下调了|上调了|上浮|提涨|提价|下降|减少|增加|加价|再涨|再跌|普涨|普跌".split(
            "|"
        ),
        ("filler", None),
    )
    | dict.fromkeys(_GRADES.split("|"), ("grade", None))
    | dict.fromkeys(
        (element + sign for element in _ELEMENTS for sign in ("", " ", "≥", ">", ":", "=", "≥ ")), ("grade", None)
    )
    | {word: ("bound", bound) for word, bound in BOUNDS_BEFORE.items()}
    | {word: ("sign", sign) for word, sign in _SIGNS.items()}
    | {word: ("made", period) for word, period in MADE_IN.items()}
    | {f"每{name}": ("per", measure) for name, measure in ONE_OF.items() if not name.isascii()}
    | {f"每一{name}": ("per", measure) for name, measure in ONE_OF.items() if not name.isascii()}
    | {word: ("currency", code) for word, code in BEFORE.items()}
    | dict.fromkeys(("between", "介于"), ("between", None))
)
PREFIX = longest_before(PREFIXES)

_PARTS: dict[Part, str] = {
    "from": "from|from just|from only|from a mere|from barely|from a paltry|from the record of|from its record of|from the record high of|from its record high of|from the all-time high of|from an all-time high of|from its all-time high of|from the peak of|from the high of|from a peak of|from a high of|from a low of|from its peak of|from peaks of|from highs of|from a record of|from a record high of|from as much as|from as high as|from the current|from a previous|由|从|自|由目前的|从目前的|由此前的|从此前的|由之前的|从之前的|由原来的|从原来的|由上月的|从上月的|由去年的|从去年的|此前的|目前的|先前的",
    "to": "至目前的|到目前的|至当前的|到现在的|至现在的|to|to a|to a record|to settle at|to end at|to close at|to hit|to reach|to trade at|至|到|达到|增至|降至|升至|跌至|涨至|减至|提高至|上调至|下调至|回落至|回升至|上升至|下降至|增加至|减少至|下滑至|攀升至|提升至|增长至|扩大至|报|收报|现报|收于|报收于|收至|站上|涨到|跌到|降到|升到|增到|提高到|下降到|上升到|增加到",
    "by": "by|by a further|by another|by as much as|了",
}
PARTS: dict[str, Part] = {word: part for part, words in _PARTS.items() for word in words.split("|")}
PART = longest_before(PARTS)
RANGING = longest_before(
    [
        "ranging from",
        "range from",
        "ranges from",
        "ranged from",
        "range of from",
        "anywhere from",
        "varying from",
        "vary from",
    ]
)

RISEN = longest_before(
    [
        rise + late
        for rise in "增长 增加 增 上涨 涨 提高 提升 上升 扩大 高出 高 多出 飙升 激增 暴涨 大涨 猛增 攀升 多 增产 增幅 涨幅 增幅达 涨幅达 翻".split()
        for late in (
            "",
            "了",
            "约",
            "逾",
            "超",
            "超过",
            "近",
            "了近",
            "了约",
            "了超过",
            "达",
            "达到",
            "了逾",
            "将近",
            "了将近",
            "出",
        )
    ]
)
MOVING = longest_before(
    "up down rose rise rises rising fell fall falls falling gained gain gains dropped drop drops dropping lost loses slipped slips"
    " climbed climbs jumped jumps surged surges shed added adds advanced advances declined declines decreased increased eased"
    " eases dipped dips soared soars plunged plunges tumbled tumbles slid slides higher lower sank sinks leapt ticked"
    " cut cuts lowered lowers reduced reduces raised raises hiked hikes trimmed trims lifted lifts increased increases"
    " 涨 跌 上涨 下跌 涨了 跌了 增 减 升 降 上调 下调 收涨 收跌 增加 减少 上升 下降 提高 降低 回落 反弹".split()
)
NAMED_BEFORE = longest_before(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october"
    " november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. wed. thu. fri. page chapter"
    " section table figure fig. group step phase line version part no. no number # $# &# article item volume vol. issue room"
    " tel phone fax annex class tier type model level stage day week route highway s&p p nasdaq ftse russell stoxx nikkei dow dax csi dax boeing airbus license licence permit block pel"
    " fortune top sh sz vega galaxy iphone windows msci 标普 沪深 中证 上证 创业板 北证 科创 世界 代码 代码: 证券代码: 编号: 编号 电话: 邮编: 电话 邮编 案例 行情".split()
)

CONNECTOR = re.compile(r" ?(?:-|–|—|——|~|～|至|到|to|−) ?(?:a )?|\.\.\.?|(?: and | or |和|与|或)")
BESIDE = re.compile(r" ?(?:and|or|and/or|和|与|及|以及|或|、|, and|, or) ?")

GRADED = re.compile(
    r"[ -]?(?:"
    + longest_of(
        [
            *_ELEMENTS,
            *"purity|pure|protein|sulphur|sulfur|moisture|grade|grades|iron ore fines|iron fines|品位|纯度|品位的|现货粉矿|现货矿|印粉|粉矿|澳粉|块矿|铁精粉|碱粉|酸粉|酸干|碱干|精粉|min".split(
                "|"
            ),
        ]
    )
    + r"|,? (?:fob|cpt|cif|dap|fca)\b(?= (?:[a-z-]+ ){0,3}(?:\$|us\$|€|up|down|was|were|at|eased|fell|rose)))"
)
IRON = re.compile(r"(?:指数|普氏|粉| iron ore| fines| index|铁矿)")
IRON_GRADES = frozenset(Decimal(text) for text in "58 61 62 63.5 65".split())
"""Percentages of iron in traded ore, a grade where an ore or its index follows."""

PURE = frozenset(
    Decimal(text) for text in "99.65 99.85 99.9 99.90 99.95 99.98 99.99 99.995 99.999 99.9999 99.3 99.5".split()
)
"""Percentages that are the purity of a traded metal and hardly ever anything else."""


def is_measure(token: object) -> Measure | None:
    """Return the measure of a `per` token."""
    return token if isinstance(token, Measure) else None
