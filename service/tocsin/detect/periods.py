"""Periods and dates: over what time a change is measured, which quarter, month or year a figure is for, when a measure ends.

A period's own characters give its value again, so nothing here knows when an article was published: `三季度` without a year
is `Q3`, `2月` is `M02`. Values: `day week month quarter year`, comparisons `WoW MoM QoQ YoY`, and calendar periods `2025`,
`2025-02`, `2025Q3`, `2025H1`, `FY2026`, `FY2026Q1`, without a year `Q3`, `H1`, `M02`;
a batch or tranche `B2` (第二批), a phase of a project `P2` (二期); several in a row `M01/M04`, `2025Q1/2025Q3`.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tocsin.detect.tries import longest_of
from tocsin.messages import Span
from tocsin.rules.scanner import Literals


class Period(NamedTuple):
    """A period with the characters that name it."""

    value: str
    span: Span


class Date(NamedTuple):
    """A day, month or year as printed: `2027-11-27`, `2026-03`, `2026`, without a year `--07-13` or `--10`.

    `until` is true where the words before say that something lasts to then. The end of a month or a year (2026年3月底) is its
    last day.
    """

    value: str
    span: Span
    until: bool = False


# --- words -----------------------------------------------------------------------------------------------------------

_COMPARED = {
    "YoY": "year-on-year|year on year|year-over-year|year over year|yoy|y-o-y|y/y|yr/yr|on the year|from a year ago"
    "|from a year earlier|than a year ago|than a year earlier|compared with a year ago|compared to a year ago|on an annual basis"
    "|from the same period last year|compared with the same period last year|compared to the same period last year"
    "|from the same month last year|from the same period a year ago|from the previous year|from last year|over the previous year"
    "|compared to last year|compared with last year|a year earlier|a year ago|versus last year|from the prior year"
    "|同比|同期相比|较去年同期|比去年同期|较上年同期|比上年同期|与去年同期相比|比上年|较上年|比去年|较去年|比一年前|较一年前|年同比|去年同期|上年同期",
    "QoQ": "quarter-on-quarter|quarter on quarter|quarter-over-quarter|quarter over quarter|qoq|q-o-q|q/q|on the quarter"
    "|from the previous quarter|from the prior quarter|from last quarter|compared with the previous quarter|from the preceding quarter"
    "|compared to the previous quarter|较上季度|较上一季度|比上季度|比上一季度|较上季|较二季度|较一季度|较三季度|较四季度",
    "MoM": "month-on-month|month on month|month-over-month|month over month|mom|m-o-m|m/m|on the month|from the previous month"
    "|from the prior month|from last month|compared with the previous month|compared to the previous month|compared to last month"
    "|from a month ago|from a month earlier|compared with last month|than the previous month|from the preceding month"
    "|环比|月环比|较上月|比上月|较上个月|比上个月|较上一月|与上月相比|较前一月|比前一月|较前月|月度环比",
    "WoW": "week-on-week|week on week|week-over-week|week over week|wow|w-o-w|w/w|on the week|from the previous week"
    "|from the prior week|from last week|compared with the previous week|compared to the previous week|compared to last week"
    "|compared with last week|from a week ago|from a week earlier|from last friday|from the preceding week|than last week"
    "|周环比|较上周|比上周|较上一周|较前一周|比前一周|与上周相比|较上周五|比上周五|周度环比|较上周末|较节前",
    "day": "day-on-day|day on day|day-over-day|day over day|dod|d/d|d-o-d|on the day|for the day|from the previous day|today|yesterday"
    "|from the previous session|from the prior session|from yesterday|overnight|intraday|daily|in afternoon trade|this morning"
    "|from the previous trading day|from the prior trading day|compared with the previous trading day|compared to the previous trading day"
    "|日环比|较前一日|较前一交易日|较前一个交易日|较上一交易日|比前一日|较昨日|较前日|与前一日|日内|当日|当天|今日|今天|昨日|昨天|夜盘|盘中|单日|日跌幅|日涨幅|早盘|较上日|隔夜",
    "week": "this week|last week|weekly|for the week|in the week|over the week|past week|previous week|during the week|over the past week"
    "|本周|上周|当周|一周|周度|全周|周内|这周|周涨幅|周跌幅|近一周|近周",
    "month": "this month|last month|monthly|for the month|in the month|over the month|past month|previous month|over the past month"
    "|本月|上月|当月|月度|单月|月内|这个月|上个月|近一个月|近一月|月涨幅|月跌幅",
    "quarter": "this quarter|last quarter|quarterly|for the quarter|in the quarter|over the quarter|past quarter|previous quarter"
    "|the quarter|本季度|上季度|当季|季度|本季",
    "year": "this year|last year|annual|annually|yearly|for the year|in the year|over the year|past year|previous year|full-year"
    "|full year|year-to-date|year to date|ytd|so far this year|since the start of the year|since the beginning of the year"
    "|今年|去年|全年|年度|年内|本年|年初以来|今年以来|较年初|比年初|明年|上年|当年|年初至今|以来",
}  # fmt: skip
WORDS: dict[str, str] = {
    word: value for value, words in _COMPARED.items() for word in words.split("|") if word != "以来"
}

_MONTHS = "january february march april may june july august september october november december".split()
MONTHS: dict[str, int] = {name: i for i, name in enumerate(_MONTHS, 1)}
MONTHS |= {name[:3]: i for name, i in MONTHS.items()}
MONTHS |= {f"{name[:3]}.": i for name, i in MONTHS.items()} | {"sept": 9, "sept.": 9}
_MONTH = longest_of(MONTHS)
_SAFE_MONTH = longest_of(name for name in MONTHS if name not in {"may", "march", "mar", "may."})
"""Month names that are no other word."""

FUTURES = (
    r"(?: 20\d\d)?[ -](?:[a-z]{2,12}[ -])?(?:contracts?|futures|delivery|deliveries)(?![a-z])"
    r"|(?: 20\d\d)?[ -](?:(?:ice|nymex|comex|cbot|sgx|dce|ttf)[ -])?(?:iron ore|natural gas|crude oil|palm oil|coking coal|thermal coal|live cattle|lean hogs|soybean oil)[ -](?:contracts?|futures)(?![a-z])"
    r"|(?: 20\d\d)?[ -](?:(?:ice|nymex|comex|cbot|kcbt|lme|new|york|london|chicago|kansas|city|soft|hard|red|white|winter|spring|arabica|robusta|raw|world|crude)[ -]){0,5}(?:cocoa|coffee|arabica|robusta|sugar|cotton|oats|rice|soymeal|soyoil|canola|gold|silver|copper|platinum|palladium|crude|brent|wti|corn|wheat|soybeans?|gas|nickel|tin|zinc)(?![a-z])"
    r"(?! (?:imports|exports|output|production|demand|sales|shipments|consumption|purchases))"
)
"""What makes a month name before it a contract month."""

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_CARDINALS = dict(zip("two three four five six seven eight nine ten eleven".split(), range(2, 12), strict=True))
_HAN = {
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
_YEAR = "(?:19|20)[0-9]{2}"

_Reader = Callable[[re.Match[str]], str | None]


def _full_year(text: str) -> str:
    return text if len(text) == 4 else f"20{text}"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _HAN[text]


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


_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("first 1st one", "second 2nd ii", "third 3rd iii", "fourth 4th iv", "fifth 5th", "sixth 6th"), 1
    )
    for word in words.split()
}
PARTS = frozenset(f"{kind}{number}" for kind in "BP" for number in range(1, 21))
"""Batches and phases, which are parts of one measure or project and no time."""
STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""What a text must hold to name a month in English."""
_PART_FIRST = tuple(part + n for part in "qh" for n in "1234")
_PART_LAST = tuple(n + part for part in "qh" for n in "1234")

_CALENDAR: tuple[tuple[tuple[str, ...], re.Pattern[str], _Reader], ...] = (
    (
        _PART_FIRST,
        re.compile(
            rf"(?P<part>[qh])(?P<n>[1-4])(?:[ ,'-]{{0,2}}(?:of )?(?P<fy>fy|fiscal )?(?P<year>{_YEAR}|(?<=[' y])[0-9]{{2}}))?(?![a-z0-9])"
        ),
        _western_quarter,
    ),
    (
        _PART_FIRST,
        re.compile(rf"(?P<year>{_YEAR}|[0-9]{{2}})年? ?(?P<part>[qh])(?P<n>[1-4])(?![a-z0-9])"),
        _year_first,
    ),
    (
        _PART_LAST,
        re.compile(rf"(?P<n>[1-4])(?P<part>[qh]) ?'?(?P<year>{_YEAR}|[0-9]{{2}})?(?P<fy>)(?![a-z0-9])"),
        _western_quarter,
    ),
    (
        ("quarter", "half"),
        re.compile(
            rf"(?P<n>{longest_of(_NTH)})[ -](?:(?:fiscal|calendar) )?(?P<part>quarter|half)(?![a-z])"
            rf"(?:(?: of| in)?(?: the)?(?P<fy> fiscal| fy)?(?: year)? ?(?P<year>{_YEAR})(?![0-9]))?"
        ),
        _quarter_words,
    ),
    (
        (" months", " quarters"),
        re.compile(
            rf"first (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]) (?P<part>months|quarters)(?: of (?P<year>{_YEAR}))?"
        ),
        _first_months,
    ),
    (
        tuple(MONTHS),
        re.compile(
            rf"(?P<month>{_MONTH})(?: to |-|–| through )(?P<last>{_MONTH})(?: (?:of )?(?P<year>{_YEAR}))?(?![a-z0-9])"
        ),
        _months_between,
    ),
    (
        ("from", "effective", "as of", "starting", "beginning"),
        re.compile(
            rf"(?:from|effective(?: on| from)?|as of|starting(?: on| from)?|beginning(?: on| from)?) (?:\d{{1,2}} (?P<month>{_MONTH})|(?P<other>{_MONTH}) \d{{1,2}})(?:,? (?P<year>{_YEAR}))?(?![a-z0-9])"
        ),
        _english_start,
    ),
    (
        ("日",),
        re.compile(
            rf"(?:(?P<year>{_YEAR})年)?(?P<month>1[0-2]|[1-9])月[0-3]?\d日(?:起|正式(?:施行|实施|生效)|开始(?:实施|执行|征收)|实施|生效|施行)"
        ),
        lambda found: f"{found['year']}-{int(found['month']):02d}" if found["year"] else f"M{int(found['month']):02d}",
    ),
    (
        (" quarter", "three months", "three-month"),
        re.compile(rf"(?P<month>march|june|september|december) (?P<year>{_YEAR}) quarter(?![a-z0-9])"),
        lambda found: f"{found['year']}Q{MONTHS[found['month']] // 3}",
    ),
    (
        (" quarter", "three months", "three-month"),
        re.compile(
            rf"(?:three months|three-month period|quarter) (?:to|ended|ending|through|until) (?:the end of |end-)?(?P<month>march|june|september|december)(?: 3[01](?:st|th)?)?(?:,? (?P<year>{_YEAR}))?(?![a-z0-9])"
        ),
        lambda found: f"{found['year'] or ''}Q{MONTHS[found['month']] // 3}",
    ),
    (
        (" quarter",),
        re.compile(rf"(?P<month>march|june|september|december)[ -]quarter(?: (?:of )?(?P<year>{_YEAR}))?(?![a-z0-9])"),
        lambda found: f"{found['year'] or ''}Q{MONTHS[found['month']] // 3}",
    ),
    (
        ("fy", "fiscal"),
        re.compile(rf"(?:fy|fiscal year |fiscal )(?P<year>{_YEAR})(?![0-9])"),
        lambda found: f"FY{found['year']}",
    ),
    (
        tuple(MONTHS),
        re.compile(
            rf"(?P<month>{_MONTH})(?:,? (?:of )?(?P<year>{_YEAR}))(?![0-9]| (?:[a-z]+ )?(?:contracts?|futures)(?![a-z]))"
        ),
        _english_month,
    ),
    (
        tuple(MONTHS),
        re.compile(rf"(?<![0-9] )(?P<month>{_SAFE_MONTH})(?P<year>(?!))?(?! ?[0-9]|\\.|{FUTURES})"),
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
            rf"(?:(?P<year>{_YEAR})年?)?(?:前(?P<first>[23二两三])个?季度|第?(?P<n>[1-4]季度?|[一二三四]季度|(?<=第)[一二三四]季)|(?P<half>[上下])半年)"
        ),
        _chinese_quarter,
    ),
    (
        ("月",),
        re.compile(
            rf"(?:(?P<year>{_YEAR})年)?(?:[前头](?P<first>[2-9二两三四五六七八九]|1[01]|十一?)个|(?P<n>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月?份?"
            r"(?:[-—–~至到]{1,2}(?P<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]))?)月份?(?![0-9一二三四五六七八九十])"
        ),
        _chinese_months,
    ),
    (("年",), re.compile(rf"(?P<year>{_YEAR})年(?![0-9一二三四上下第前]|[qh]|底|末)"), lambda found: found["year"]),
    (
        ("in 19", "in 20", "for 20", "its 20"),
        re.compile(rf"(?:(?<=in )|(?<=for )|(?<=its ))(?P<year>{_YEAR})(?![0-9%]|[,.][0-9]|[ -][a-z]*(?:ton|%))"),
        lambda found: found["year"],
    ),
    (
        tuple(f" {year} " for year in range(2015, 2045)),
        re.compile(
            rf"(?<=[a-z] )(?P<year>{_YEAR})(?= (?:[a-z-]+ ){{0,3}}?(?:quotas?|output|production|guidance|crop|harvest|demand|consumption)(?![a-z]))"
        ),
        lambda found: found["year"],
    ),
)


_CALENDAR += (
    (
        (*(f"第{n}{kind}" for n in (*"123456789", *_HAN) for kind in "批轮"), "首批", "首轮", "头批"),
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
)


_VALUES = tuple(WORDS.values())
_SIGNS = Literals(
    (WORDS, *(needs for needs, _, _ in _CALENDAR)),
    whole={word for word in (*WORDS, *MONTHS) if word[-1].isascii() and word[-1].isalpha()},
)
"""The words, and what a text must hold for each pattern of the calendar."""


_PART = re.compile(r"(?:FY)?(?:\d{4})?[QH][1-4]\Z")
_BEFORE = re.compile(r"\b(?:from|than|than in|versus|vs\.?|against|compared (?:with|to)|over) (?:in )?(?:the )?\Z")


def find_periods(text: str, start: int = 0, end: int | None = None) -> list[Period]:
    """Return the periods between two places in the order of their starts; `环比` beside a quarter or a week overlaps it."""
    first, region = max(start, 0), text if start <= 0 and end is None else text[max(start, 0) : end]
    words, told = [], 0
    for index, at, stop in _SIGNS.scan(region):
        told |= _SIGNS.bits[index]
        if index < len(_VALUES):
            words.append((at, -stop, index))
    if not told:
        return []
    found = [*_calendar(region, told >> 1), *_words(region, words)]
    found.sort(key=lambda period: (period.span[0], -period.span[1]))
    kept: list[Period] = []
    reached = 0
    for period in found:
        if period.span[0] >= reached:
            reached = period.span[1]
            if (
                kept
                and _PART.match(period.value)
                and _BEFORE.search(region, max(0, period.span[0] - 24), period.span[0])
            ):
                continue  # a quarter compared with an earlier one
            if period.value.startswith("M") and region.startswith("以来", reached):
                continue  # 3月份以来 says since when, and no month
            kept.append(period)
    every = [*_quarterly(region, kept)]
    return [Period(p.value, (p.span[0] + first, p.span[1] + first)) for p in every] if first else every


def parse_period(text: str) -> Period | None:
    """Return the period that the text is, or None where it is none or more than one."""
    for period in find_periods(text):
        if period.span == (0, len(text)):
            return period
    if re.fullmatch(r"[一二三四]期", text):
        return Period(f"P{_HAN[text[0]]}", (0, len(text)))
    if text in MONTHS:
        return Period(f"M{MONTHS[text]:02d}", (0, len(text)))
    return Period(text, (0, len(text))) if re.fullmatch(_YEAR, text) else None


_IS_OTHER = re.compile(r".?(?:同比例|annual (?:general|report|meeting))|[个0-9](?:月内|季度|周内|年度|年内)")
"""Words that only look like a period: 同比例, an annual meeting, 6个月内."""


def _goes_on(text: str, at: int, joints: str) -> bool:
    """Tell whether the letters or digits at a place go on something that stands before it."""
    before = text[at - 1]
    return text[at].isascii() and before.isascii() and (before.isalnum() or before in joints)


def _words(text: str, places: list[tuple[int, int, int]]) -> Iterator[Period]:
    """Yield the periods that words say: of words that overlap the first, of those at one place the longest."""
    reached = 0
    for at, negative_end, index in sorted(places):
        if at < reached:
            continue
        reached = -negative_end
        if (at and _goes_on(text, at, "")) or _IS_OTHER.match(text, max(at - 1, 0)):
            continue
        yield Period(_VALUES[index], (at, reached))


def _calendar(text: str, told: int) -> Iterator[Period]:
    """Yield the periods of the patterns whose bits are set."""
    for bit, (_, pattern, read) in enumerate(_CALENDAR):
        if not told >> bit & 1:
            continue
        for found in pattern.finditer(text):
            at = found.start()
            if (
                at
                and text[at].isascii()
                and text[at - 1].isascii()
                and (text[at - 1].isalnum() or text[at - 1] in "-.")
            ):
                continue
            value = read(found)
            if value is not None:
                yield Period(value, found.span())


def _quarterly(text: str, periods: Sequence[Period]) -> Iterable[Period]:
    """Turn `环比` behind a quarter into QoQ, behind a week into WoW; its span then begins there, so that it reads the same alone."""
    for at, period in enumerate(periods):
        yield period
        if period.value != "MoM" or text[period.span[0] : period.span[1]] != "环比":
            continue
        for other in reversed(periods[max(0, at - 3) : at]):
            between = text[other.span[1] : period.span[0]]
            if len(between) > 48 or re.search(r"[。；;\n]", between) or re.match(r"M\d|month$", other.value):
                break
            if of := re.search(r"(?:(Q)[1-4]|^(q)uarter|^(w)eek)$", other.value):
                yield Period("WoW" if of[3] else "QoQ", (other.span[0], period.span[1]))
                break


# --- dates -----------------------------------------------------------------------------------------------------------

_UNTIL = re.compile(
    r"(?:until|till|through|up to|lasting to|valid to|expires on|expires in|(?:延长|延续|持续|有效期|直)?至|到|截止)(?: at least| the| the end of| end of)* ?$"
)

_DATES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("-", "/", "."), re.compile(rf"(?P<y>{_YEAR})[-/.](?P<m>[01]?[0-9])[-/.](?P<d>[0-3]?[0-9])(?![0-9])")),
    (("月",), re.compile(rf"(?:(?P<y>{_YEAR})年)?(?P<m>1[0-2]|0?[1-9])月(?:份)?(?P<d>[12][0-9]|3[01]|0?[1-9])[日号]")),
    (("月",), re.compile(rf"(?P<y>{_YEAR})年(?P<m>1[0-2]|0?[1-9])月(?:份)?(?P<e>[底末])?")),
    (("年",), re.compile(rf"(?P<y>{_YEAR})年(?P<e>[底末]|年底|年末)?")),
    (
        STEMS,
        re.compile(
            rf"(?P<n>{_MONTH})(?:,? (?P<d>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9,]?[0-9]))(?:,? (?P<y>{_YEAR})(?![0-9]))?"
        ),
    ),
    (
        STEMS,
        re.compile(
            rf"(?P<d>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?: of)? (?P<n>{_MONTH})(?:,? (?P<y>{_YEAR})(?![0-9]))?"
        ),
    ),
    (STEMS, re.compile(rf"(?P<e>(?:the )?end[ -](?:of )?)?(?P<n>{_MONTH}),? (?P<y>{_YEAR})(?![0-9])")),
    (("end of", "end-of"), re.compile(rf"(?P<e>(?:the )?end[ -]of )(?P<y>{_YEAR})(?![0-9])")),
    (("until ",), re.compile(rf"(?<=until )(?P<y>{_YEAR})(?![0-9])")),
    (("until ", "through "), re.compile(rf"(?:until |through )(?:the end of )?(?P<n>{_MONTH})(?! [0-9])")),
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """Return the dates between two places from left to right, the longest where several begin together."""
    first, region = max(start, 0), text if start <= 0 and end is None else text[max(start, 0) : end]
    found: list[Date] = []
    for needs, pattern in _DATES:
        if not any(need in region for need in needs):
            continue
        for match in pattern.finditer(region):
            at = match.start()
            if at and _goes_on(region, at, "-./"):
                continue
            value = _iso(match.groupdict())
            if value is not None:
                found.append(Date(value, (at + first, match.end() + first), until=_lasts(region, match)))
    found.sort(key=lambda date: (date.span[0], -date.span[1]))
    kept: list[Date] = []
    for date in found:
        if not kept or date.span[0] >= kept[-1].span[1]:
            kept.append(date)
    return kept


_LASTING = ("until", "till", "through", "up to", "lasting to", "valid to", "expires", "至", "到", "截止")
"""What a text must hold to say that something lasts to a date."""


def find_ends(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """Return the dates between two places to which something lasts."""
    region = text[max(start, 0) : end]
    if not any(word in region for word in _LASTING):
        return []
    return [date for date in find_dates(text, start, end) if date.until]


def parse_date(text: str) -> Date | None:
    """Return the date that the text is, or None."""
    for date in find_dates(text):
        if date.span == (0, len(text)):
            return date
    return Date(text, (0, 4)) if re.fullmatch(_YEAR, text) else None


def _lasts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 30) : match.start()]
    return match.group().startswith(("until", "through")) or _UNTIL.search(before) is not None


def _iso(parts: dict[str, str | None]) -> str | None:
    year, month, day = parts.get("y"), parts.get("m"), parts.get("d")
    name = parts.get("n")
    number = MONTHS[name] if name else int(month) if month else None
    if number is not None and not 1 <= number <= 12:
        return None
    if parts.get("e") and year:
        number = number or 12
        return f"{year}-{number:02d}-{calendar.monthrange(int(year), number)[1]:02d}"
    head = year or "-"
    if number is None:
        return year
    if day is None:
        return f"{head}-{number:02d}"
    longest = (
        calendar.monthrange(int(year), number)[1]
        if year
        else (29 if number == 2 else calendar.monthrange(2024, number)[1])
    )
    return f"{head}-{number:02d}-{int(day):02d}" if 1 <= int(day) <= longest else None
