"""Contract months of futures: which delivery a price is for.

Values: `2025-11` for `2511`, `M11` for the November contract, `3M` for LME three months, `main` for the most traded, `front`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from tocsin.detect.calendar.months import FUTURES, MONTH, MONTHS
from tocsin.messages import Span
from tocsin.rules.scanner import Literals


class Contract(NamedTuple):
    """A contract month with the characters that name it."""

    value: str
    span: Span


_OF_FUTURES = re.compile(
    rf"\b(?:{MONTH}|most[- ](?:active|actively traded|traded)|front-month|three-month|nearby|prompt|benchmark|day-ahead|week-ahead|weekend|month-ahead|within-day|front-quarter|front-year|year-ahead|calendar-year)(?: [a-z]+| 20\d\d)? contracts?\b(?! (?:with|for|to|worth|valued)\b)"
)
_THE_METAL = re.compile(
    r"(?:[a-z]+day's |meanwhile, |on [a-z]+day, )?the (?:(?:precious|base|red|white|yellow|silvery|battery|light|industrial|minor|galvani[sz]ing|steelmaking) )?(?:metal|commodity|grain|oilseed|fuel|ingredient|mineral|material|beans|fibre|fiber|sweetener)\b"
    r"|(?:(?:on|by|at|in|for) [^,.;:]{1,24},? )?the (?:[a-z]+ )?(?:contract|benchmark) (?:has |had |was |is |then |last |also |briefly )?(?:clos|settl|end|finish|rose|risen|fell|fallen|gain|lost|climb|drop|slid|touch|hit|up\b|down\b|last|trad|stood|shed|add|edged|slump|jump|surg|eas|dipp|hover)"
    r"|(?:(?:three-month|benchmark|cash|spot|prompt|nearby|[a-z]+-delivery|standard[ -]grade|[a-z]+[ -]grade|[a-z]+[ -]quality) )+(?:metal|material)\b"
    r"|(?:metal|material) (?:for (?:delivery in |immediate delivery|prompt delivery|[a-z]+ delivery)|in rotterdam|cif|fob|ddp|in warehouse|on the spot)"
    r"|(?:the )?prices? (?:of|for) (?:the )?(?:metal|material|grain|fuel|ore)\b"
)
NAMED = 48
"""Characters of a sentence in which it names its contract: `Shanghai's most-active contract`."""


def opens_with_futures(low: str, start: int, end: int) -> bool:
    """Tell whether an English sentence opens with what is traded, left unnamed: `The benchmark July contract`, `The metal`."""
    if _THE_METAL.match(low, start, end) is not None:
        return True
    end = min(end, start + NAMED)
    return low.find("contract", start, end) >= 0 and _OF_FUTURES.search(low, start, end) is not None


_METALS = "沪铜|沪铝|沪锌|沪铅|沪镍|沪锡|沪金|沪银|氧化铝|不锈钢|螺纹钢|螺纹|热卷|线材|铁矿石|铁矿|焦煤|焦炭|工业硅|多晶硅|碳酸锂|国际铜|铸造铝合金|原油|燃料油|沥青|豆粕|豆油|玉米|棉花|白糖|橡胶|甲醇|纯碱|玻璃|尿素|动力煤|硅铁|锰硅|棕榈油|菜油|生猪|鸡蛋|苹果|红枣|期铜|期铝|期锌|期镍|期锡|主力|合约|期货"
_CODES = "cu|al|zn|pb|ni|sn|au|ag|ao|ss|rb|hc|i|jm|j|si|ps|lc|bc|ad|sc|fu|bu|m|y|c|cf|sr|ru|ma|sa|fg|ur|zc|sf|sm|p|oi|lh|jd|ap|cj|lu|nr"
_YYMM = r"(?:2[0-9]|3[0-9]|1[0-9])(?:0[1-9]|1[0-2])"


def _coded(found: re.Match[str]) -> str:
    code = found["c"]
    return f"20{code[:2]}-{code[2:]}"


def _named(found: re.Match[str]) -> str:
    return f"M{MONTHS[found['n']]:02d}"


def _numbered(found: re.Match[str]) -> str:
    return f"M{int(found['n']):02d}"


_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ((), re.compile(rf"(?:{_METALS})(?:主力|合约|期货)?(?P<c>{_YYMM})(?:合约)?(?![0-9])"), _coded),
    ((), re.compile(rf"(?:{_CODES}) ?(?P<c>{_YYMM})(?:合约)?(?![0-9a-z.,])"), _coded),
    ((), re.compile(rf"(?P<c>{_YYMM})(?: contracts?(?![a-z])|合约|期货)"), _coded),
    (tuple(MONTHS), re.compile(rf"(?P<n>{MONTH})(?:{FUTURES})"), _named),
    (
        ("月",),
        re.compile(
            r"(?P<n>1[0-2]|[1-9])月份?(?:交割|交付|合约|期货|期铜|期铝|期锡|期镍|(?!以来|底|初|末|份|起|的|上旬|中旬|下旬|全)[\u4e00-\u9fff]{1,6}?(?:期货|期约|合约))"
        ),
        _numbered,
    ),
    (
        ("month", "3m", "月期"),
        re.compile(
            r"(?:(?:three|3)-month(?= (?:lme|copper|alumini?um|zinc|nickel|tin|lead|cobalt|metal|contract|futures|price|delivery))"
            r"|lme 3m|3m(?= (?:copper|alumini?um|zinc|nickel|tin|lead))|三个月期|三月期|3个月期)"
        ),
        lambda _: "3M",
    ),
    (
        ("主力", "most"),
        re.compile(r"(?:主力合约|主力|most-traded|most traded|most-active|most active)"),
        lambda _: "main",
    ),
    (
        ("front", "nearby", "近月"),
        re.compile(r"(?:front-month|front month|nearby contract|近月合约|近月)"),
        lambda _: "front",
    ),
)


_CODED = sum(1 << bit for bit, (needs, _, _) in enumerate(_PATTERNS) if not needs)
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
"""What the patterns of a coded month need."""
_SIGNS = Literals((needs for needs, _, _ in _PATTERNS), whole={name for name in MONTHS if name[-1] != "."})
"""What a text must hold for each of the others."""


def find_contracts(text: str, start: int = 0, end: int | None = None) -> list[Contract]:
    """Return the contract months between two places from left to right, the longest where several begin together."""
    first, region = max(start, 0), text if start <= 0 and end is None else text[max(start, 0) : end]
    told = _SIGNS.told(region) | (_CODED if _FOUR_DIGITS.search(region) else 0)
    found: list[Contract] = []
    for bit, (_, pattern, read) in enumerate(_PATTERNS) if told else ():
        if not told >> bit & 1:
            continue
        for match in pattern.finditer(region):
            at = match.start()
            if at and region[at].isascii() and region[at - 1].isascii() and region[at - 1].isalnum():
                continue
            found.append(Contract(read(match), (at + first, match.end() + first)))
    found.sort(key=lambda contract: (contract.span[0], -contract.span[1]))
    kept: list[Contract] = []
    for contract in found:
        if not kept or contract.span[0] >= kept[-1].span[1]:
            kept.append(contract)
    return kept


def parse_contract(text: str) -> Contract | None:
    """Return the contract month that the text is, or None."""
    for contract in find_contracts(text):
        if contract.span == (0, len(text)):
            return contract
    return Contract("3M", (0, len(text))) if text in {"three-month", "3-month", "3m"} else None
