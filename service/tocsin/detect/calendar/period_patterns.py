"""Patterns of the calendar: quarters, halves, months and years, batches and phases, each with how its value is read.

Each pattern names what a text must hold, so that it is tried only there.
"""

import re
from collections.abc import Callable

from tocsin.detect.calendar.months import FUTURES, MONTH, MONTHS, SAFE_MONTH, YEAR
from tocsin.detect.texts.tries import longest_of

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}

_CARDINALS = dict(zip("two three four five six seven eight nine ten eleven".split(), range(2, 12), strict=True))

HAN = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}

_Reader = Callable[[re.Match[str]], str | None]


def _full_year(text: str) -> str:
    return text if len(text) == 4 else f"20{text}"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else HAN[text]


def _western_quarter(found: re.Match[str]) -> str:
    year, part, number = found["year"], found["part"].upper(), found["n"]
    if year is None:
        return f"{part}{number}"
    return f"{'FY' if found['fy'] else ''}{_full_year(year)}{part}{number}"


def _year_first(found: re.Match[str]) -> str:
    return f"{_full_year(found['year'])}{found['part'].upper()}{found['n']}"


def _quarter_words(found: re.Match[str]) -> str:
    year = found["year"] or ""
    fiscal = "FY" if year and found["fy"] else ""
    if found["part"] == "half":
        return f"{fiscal}{year}H{_NTH[found['n']]}"
    return f"{fiscal}{year}Q{_NTH[found['n']]}"


def _english_month(found: re.Match[str]) -> str:
    month = MONTHS[found["month"]]
    return f"{found['year']}-{month:02d}" if found["year"] else f"M{month:02d}"


def _english_start(found: re.Match[str]) -> str:
    month = MONTHS[found["month"] or found["other"]]
    return f"{found['year']}-{month:02d}" if found["year"] else f"M{month:02d}"


def _months_between(found: re.Match[str]) -> str | None:
    first, last = MONTHS[found["month"]], MONTHS[found["last"]]
    return _span_of(found["year"], first, last, "M") if first < last else None


def _first_months(found: re.Match[str]) -> str:
    last = _CARDINALS.get(found["n"]) or int(found["n"])
    return _span_of(found["year"], 1, last, "M" if found["part"] == "months" else "Q")


def _span_of(year: str | None, first: int, last: int, part: str) -> str:
    """Write several months or quarters: `2025-01/2025-04`, `M01/M04`, `2025Q1/2025Q3`, `Q1/Q3`."""
    if part == "M":
        return "/".join(f"{year}-{month:02d}" if year else f"M{month:02d}" for month in (first, last))
    return f"{year or ''}Q{first}/{year or ''}Q{last}"


def _chinese_quarter(found: re.Match[str]) -> str:
    year = found["year"] or ""
    if found["first"]:
        return _span_of(year, 1, _number(found["first"]), "Q")
    if found["half"]:
        return f"{year}H{1 if found['half'] == '上' else 2}"
    return f"{year}Q{_number(found['n'][0])}"


def _chinese_months(found: re.Match[str]) -> str | None:
    year = found["year"]
    if found["first"]:
        return _span_of(year, 1, _number(found["first"]), "M")
    first, last = _number(found["n"]), _number(found["m"]) if found["m"] else None
    if first > 12 or (last is not None and last > 12):
        return None
    if last is not None:
        return _span_of(year, first, last, "M")
    return f"{year}-{first:02d}" if year else f"M{first:02d}"


def _batch(found: re.Match[str]) -> str:
    number = found["n"] or "一"
    return f"B{_ORDINALS.get(number) or _number(number)}"


def _phase(found: re.Match[str]) -> str:
    number = found["n"] or found["m"]
    return f"P{_ORDINALS.get(number) or _CARDINALS.get(number) or _number(number)}"


def _unit(found: re.Match[str]) -> str:
    return f"U{_number(found['n'] or found['m'])}"


_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("first 1st one", "second 2nd ii", "third 3rd iii", "fourth 4th iv", "fifth 5th", "sixth 6th"), 1
    )
    for word in words.split()
}

PARTS = frozenset(f"{kind}{number}" for kind in "BPU" for number in range(1, 21))
"""Batches, phases and numbered units, which are parts of one measure, project or works and no time."""

_PART_FIRST = tuple(part + n for part in "qh" for n in "1234")
_PART_LAST = tuple(n + part for part in "qh" for n in "1234")

CALENDAR: tuple[tuple[tuple[str, ...], re.Pattern[str], _Reader], ...] = (
    (
        _PART_FIRST,
        re.compile(
            rf"(?P<part>[qh])(?P<n>[1-4])(?:[ ,'-]{{0,2}}(?:of )?(?P<fy>fy|fiscal )?(?P<year>{YEAR}|(?<=[' y])[0-9]{{2}}))?(?![a-z0-9])"
        ),
        _western_quarter,
    ),
    (
        _PART_FIRST,
        re.compile(rf"(?P<year>{YEAR}|[0-9]{{2}})年? ?(?P<part>[qh])(?P<n>[1-4])(?![a-z0-9])"),
        _year_first,
    ),
    (
        _PART_LAST,
        re.compile(rf"(?P<n>[1-4])(?P<part>[qh]) ?'?(?P<year>{YEAR}|[0-9]{{2}})?(?P<fy>)(?![a-z0-9])"),
        _western_quarter,
    ),
    (
        ("quarter", "half"),
        re.compile(
            rf"(?P<n>{longest_of(_NTH)})[ -](?:(?:fiscal|calendar) )?(?P<part>quarter|half)(?![a-z])"
            rf"(?:(?: of| in)?(?: the)?(?P<fy> fiscal| fy)?(?: year)? ?(?P<year>{YEAR})(?![0-9]))?"
        ),
        _quarter_words,
    ),
    (
        (" months", " quarters"),
        re.compile(
            rf"first (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]) (?P<part>months|quarters)(?: of (?P<year>{YEAR}))?"
        ),
        _first_months,
    ),
    (
        tuple(MONTHS),
        re.compile(
            rf"(?P<month>{MONTH})(?: to |-|–| through )(?P<last>{MONTH})(?: (?:of )?(?P<year>{YEAR}))?(?![a-z0-9])"
        ),
        _months_between,
    ),
    (
        ("between ",),
        re.compile(rf"between (?P<month>{MONTH}) and (?P<last>{MONTH})(?: (?:of )?(?P<year>{YEAR}))?(?![a-z0-9])"),
        _months_between,
    ),
    (
        ("from", "effective", "as of", "starting", "beginning"),
        re.compile(
            rf"(?:from|effective(?: on| from)?|as of|starting(?: on| from)?|beginning(?: on| from)?) (?:\d{{1,2}} (?P<month>{MONTH})|(?P<other>{MONTH}) \d{{1,2}})(?:,? (?P<year>{YEAR}))?(?![a-z0-9])"
        ),
        _english_start,
    ),
    (
        ("日",),
        re.compile(
            rf"(?:(?P<year>{YEAR})年)?(?P<month>1[0-2]|[1-9])月[0-3]?\d日(?:起|正式(?:施行|实施|生效)|开始(?:实施|执行|征收)|实施|生效|施行)"
        ),
        lambda found: f"{found['year']}-{int(found['month']):02d}" if found["year"] else f"M{int(found['month']):02d}",
    ),
    (
        (" quarter", "three months", "three-month"),
        re.compile(rf"(?P<month>march|june|september|december) (?P<year>{YEAR}) quarter(?![a-z0-9])"),
        lambda found: f"{found['year']}Q{MONTHS[found['month']] // 3}",
    ),
    (
        (" quarter", "three months", "three-month"),
        re.compile(
            rf"(?:three months|three-month period|quarter) (?:to|ended|ending|through|until) (?:the end of |end-)?(?P<month>march|june|september|december)(?: 3[01](?:st|th)?)?(?:,? (?P<year>{YEAR}))?(?![a-z0-9])"
        ),
        lambda found: f"{found['year'] or ''}Q{MONTHS[found['month']] // 3}",
    ),
    (
        (" quarter",),
        re.compile(rf"(?P<month>march|june|september|december)[ -]quarter(?: (?:of )?(?P<year>{YEAR}))?(?![a-z0-9])"),
        lambda found: f"{found['year'] or ''}Q{MONTHS[found['month']] // 3}",
    ),
    (
        ("fy", "fiscal"),
        re.compile(rf"(?:fy|fiscal year |fiscal )(?P<year>{YEAR})(?![0-9])"),
        lambda found: f"FY{found['year']}",
    ),
    (
        tuple(MONTHS),
        re.compile(
            rf"(?P<month>{MONTH})(?:,? (?:of )?(?P<year>{YEAR}))(?![0-9]| (?:[a-z]+ )?(?:contracts?|futures)(?![a-z]))"
        ),
        _english_month,
    ),
    (
        tuple(MONTHS),
        re.compile(rf"(?<![0-9] )(?P<month>{SAFE_MONTH})(?P<year>(?!))?(?! ?[0-9]|\\.|{FUTURES})"),
        _english_month,
    ),
    (
        ("in ma", "its ma", "'s ma"),
        re.compile(r"(?:(?<=in )|(?<=its )|(?<='s ))(?P<month>march|may|mar)(?P<year>(?!))?(?! ?[0-9])(?![a-z])"),
        _english_month,
    ),
    (
        ("季", "半年"),
        re.compile(
            rf"(?:(?P<year>{YEAR})年?)?(?:前(?P<first>[23二两三])个?季度|第?(?P<n>[1-4]季度?|[一二三四]季度|(?<=第)[一二三四]季)|(?P<half>[上下])半年)"
        ),
        _chinese_quarter,
    ),
    (
        ("月",),
        re.compile(
            rf"(?:(?P<year>{YEAR})年)?(?:[前头](?P<first>[2-9二两三四五六七八九]|1[01]|十一?)(?:个|(?=月))|(?P<n>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月?份?"
            r"(?:[-—–~至到]{1,2}(?P<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]))?)月份?(?![0-9一二三四五六七八九十])"
        ),
        _chinese_months,
    ),
    (("年",), re.compile(rf"(?P<year>{YEAR})年(?![0-9一二三四上下第前]|[qh]|底|末)"), lambda found: found["year"]),
    (
        ("in 19", "in 20", "for 20", "its 20"),
        re.compile(rf"(?:(?<=in )|(?<=for )|(?<=its ))(?P<year>{YEAR})(?![0-9%]|[,.][0-9]|[ -][a-z]*(?:ton|%))"),
        lambda found: found["year"],
    ),
    (
        tuple(f" {year} " for year in range(2015, 2045)),
        re.compile(
            rf"(?<=[a-z] )(?P<year>{YEAR})(?= (?:[a-z-]+ ){{0,3}}?(?:quotas?|output|production|guidance|crop|harvest|demand|consumption)(?![a-z]))"
        ),
        lambda found: found["year"],
    ),
)

CALENDAR += (
    (
        (*(f"第{n}{kind}" for n in (*"123456789", *HAN) for kind in "批轮"), "首批", "首轮", "头批"),
        re.compile(r"(?:第(?P<n>[1-9]|十[一二]?|[一二三四五六七八九])|[首头])[批轮](?!量)"),
        _batch,
    ),
    (
        ("batch", "tranche", " round of"),
        re.compile(
            rf"(?P<n>{longest_of(_ORDINALS)}) (?:(?:batch|tranche)(?![a-z])|round of (?:tenders?|bidding|auctions?|purchases|quotas))"
        ),
        _batch,
    ),
    (
        tuple(f"{n}期" for n in "一二三四"),
        re.compile(r"(?P<n>[一二三四])(?P<m>)期(?=项目|工程|扩建|生产线|产线|矿|选厂|冶炼|产能|投产|装置|建设|[,。)])"),
        _phase,
    ),
    (
        ("phase", "stage"),
        re.compile(
            rf"(?P<n>{longest_of(_ORDINALS)}) phase(?![a-z])|(?<![a-z])(?:phase|stage)[ -](?P<m>[1-6]|one|two|three|four|ii|iii|iv)(?![a-z0-9])"
        ),
        _phase,
    ),
    (
        tuple(f"{n}号" for n in (*"123456789", *"一二三四五六")),
        re.compile(
            r"(?<![\d月第])(?P<n>[1-9]|[一二三四五六])(?P<m>)号(?=[^,;。]{0,18}?(?:装置|机组|生产线|产线|高炉|转炉|焦炉|矿井|竖井|炉|线))"
        ),
        _unit,
    ),
    (
        ("no. ", "no.", "number ", "unit ", "train ", "potline ", "furnace "),
        re.compile(
            r"(?<![a-z])(?:no\. ?|number )(?P<n>[1-9])(?= (?:[\w,./'’-]+ ){0,5}?(?:unit|line|train|furnace|plant|cracker|potline|mill|reactor|kiln|shaft)(?![a-z]))"
            r"|(?<![a-z])(?:unit|train|potline|furnace) (?:no\. ?)?(?P<m>[1-9])(?![\d.,%/-])"
        ),
        _unit,
    ),
)

MULTIPLE = r"(?:times|twice|double|triple|half(?: of)?|(?:third|quarter|fifth|sixth|tenth) of)"
"""How many times, or what part of, an earlier amount something is."""
OF_THEN = r" (?:as (?:much|many|high|large|big) as|that|those|what|the|its|their)\b[^.;,\d]{0,40}\Z"
"""What stands between that and the time of the earlier amount, which is not the fact's: `twice what it was in 2021`."""
