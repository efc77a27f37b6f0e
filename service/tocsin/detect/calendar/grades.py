"""Grades: which quality of a commodity a fact is about, as the trade names it.

Values: `99.65%`, `62%`, `47-50%` (purity or content), `5500kcal` (coal), `1#`, `553#` (numbered grades), `battery`, `industrial`
… (by use). A grade stands right beside its commodity; a percentage is one only where it says so itself (`99.65% pure`, `62% Fe`,
`品位65%`) or where an ore, concentrate or alloy follows, since `a 25% copper tariff` is none.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from tocsin.messages import Span


class Named(Protocol):
    """A commodity's place."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade with the characters that name it."""

    value: str
    span: Span


_USES = {
    "battery": ("battery-grade", "battery grade", "电池级"),
    "industrial": ("industrial-grade", "industrial grade", "工业级"),
    "technical": ("technical-grade", "technical grade", "tech grade", "tech-grade"),
    "electronic": ("electronic-grade", "electronic grade", "电子级"),
    "solar": ("solar-grade", "solar grade", "光伏级"),
    "metallurgical": ("metallurgical-grade", "metallurgical grade", "冶金级"),
    "chemical": ("chemical-grade", "chemical grade", "化工级", "化学级"),
    "standard": ("standard-grade", "standard grade", "标准级"),
    "alloy": ("alloy-grade", "alloy grade", "合金级"),
    "food": ("food-grade", "food grade", "食品级"),
    "feed": ("feed-grade", "feed grade", "饲料级"),
    "nuclear": ("nuclear-grade", "nuclear grade", "核级"),
    "high-purity": ("high-purity", "high purity", "高纯"),
}
_BY_WORD = {word: value for value, words in _USES.items() for word in words}
_ELEMENTS = "fe|sb|cu|zn|pb|ni|mo|sn|li2o|treo|reo|wo3|v2o5|u3o8|tio2|cr2o3|cr|mn|si|nb2o5|ta2o5|sb2o3|al2o3|v"
_NUMBER = r"\d{1,2}(?:\.\d{1,4})?"
_GRADE = re.compile(
    rf"(?P<use>{'|'.join(map(re.escape, sorted(_BY_WORD, key=len, reverse=True)))})"
    r"|(?P<kcal>\d,?\d{3}) ?-?(?:大卡|kcal(?:/kg)?(?: (?:nar|gar|nar fob|gar fob))?)(?![a-z])"
    r"|(?P<mark>(?:\d{1,4}|0\d?)) ?#(?!\d)|no\. ?(?P<no>[1-3])(?![0-9a-z])"
    rf"|(?P<sign>品位|纯度|含量|(?:t?reo|fe|cr2o3|wo3) ?)(?:为|约|≥|=|>|:|)? ?(?P<signed>{_NUMBER})(?:-(?P<signed_to>{_NUMBER}))?%"
    rf"|(?P<low>{_NUMBER})%?(?:-(?P<high>{_NUMBER}))?%(?P<pure>(?: ?(?:min|pure|purity|{_ELEMENTS})(?![a-z0-9])|-(?:{_ELEMENTS})(?![a-z]))?)"
)
_ORES = re.compile(
    r"[ -]?(?:[a-z]+ ){0,2}?(?:ore|ores|concentrate|concentrates|fines|lump|pellets?|spodumene)\b|[^,;。，；]{0,4}(?:精矿|粉矿|块矿|矿砂|矿粉|钨精|辉石|铁粉)|指数|普氏| index\b"
)
_SIGN = re.compile(r"[\dgp级纯](?:(?<=[\d级纯])|(?<=g)rade|(?<=p)urity)")
"""What every grade holds: a digit, or a word for a quality."""
_PURE = re.compile(r"99\.\d{1,4}")
REACH = 40
"""Characters from a commodity in which its grade begins or ends."""
BESIDE = 12
"""Characters between a commodity and its grade after it: `锑锭(99.65%)`, `antimony ingot, 99.65%`."""
_LINK = re.compile(r"(?:[ (,\[-]|of |min |现货|国产|进口|普通|低铋|电解|市场)*")


def find_grade(low: str, hit: Named, floor: int, limit: int) -> Grade | None:
    """Return the grade inside a commodity's words or beside them, between two places of its sentence; the one before it first."""
    inside = _GRADE.match(low, hit.start, hit.end) if _SIGN.search(low, hit.start, hit.end) else None
    if inside is not None:
        return _grade(inside, low)
    first = max(floor, hit.start - REACH)
    if _SIGN.search(low, first, hit.start):
        for match in reversed(list(_GRADE.finditer(low, first, hit.start))):
            if _links(low[match.end() : hit.start]):
                return _grade(match, low)
    last = min(limit, hit.end + REACH)
    link = _LINK.match(low, hit.end, last)  # no grade begins as a link does, so one can only stand where they end
    if link is None or link.end() - hit.end > BESIDE or _SIGN.search(low, link.end(), last) is None:
        return None
    after = _GRADE.match(low, link.end(), last)
    return None if after is None else _grade(after, low)


def parse_grade(text: str) -> Grade | None:
    """Return the grade that the text is, or None."""
    match = _GRADE.fullmatch(text)
    return None if match is None else Grade(_value(match), (0, len(text)))


def _links(between: str) -> bool:
    return len(between) <= BESIDE and _LINK.fullmatch(between) is not None


def _grade(match: re.Match[str], low: str) -> Grade | None:
    """Return the match as a grade; a bare percentage only where it is a purity, or an ore, a concentrate or an index follows."""
    if match["low"] and not match["pure"] and not _PURE.fullmatch(match["low"]) and not _ORES.match(low, match.end()):
        return None
    return Grade(_value(match), match.span())


def _value(match: re.Match[str]) -> str:
    if match["use"]:
        return _BY_WORD[match["use"]]
    if match["kcal"]:
        return f"{match['kcal'].replace(',', '')}kcal"
    if match["mark"] or match["no"]:
        return f"{match['mark'] or match['no']}#"
    low, high = (match["signed"], match["signed_to"]) if match["signed"] else (match["low"], match["high"])
    return f"{low}-{high}%" if high else f"{low}%"
