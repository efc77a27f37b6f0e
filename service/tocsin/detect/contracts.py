"""Contract months of futures: which delivery a price is for.

Values: `2025-11` for `2511`, `M11` for the November contract, `3M` for LME three months, `main` for the most traded, `front`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tocsin.detect.periods import FUTURES, MONTHS
from tocsin.detect.tries import longest_of
from tocsin.messages import Span


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract month with the characters that name it."""

    value: str
    span: Span


_MONTH = longest_of(MONTHS)
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


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"(?:{_METALS})(?:主力|合约|期货)?(?P<c>{_YYMM})(?:合约)?(?![0-9])"), _coded),
    (re.compile(rf"(?:{_CODES}) ?(?P<c>{_YYMM})(?:合约)?(?![0-9a-z.,])"), _coded),
    (re.compile(rf"(?P<c>{_YYMM})(?: contracts?(?![a-z])|合约|期货)"), _coded),
    (re.compile(rf"(?P<n>{_MONTH})(?:{FUTURES})"), _named),
    (re.compile(r"(?P<n>1[0-2]|[1-9])月份?(?:交割|合约|期货|期铜|期铝|期锡|期镍)"), _numbered),
    (re.compile(r"(?:three-month|3-month|three months|lme 3m|3m(?= (?:copper|aluminium|zinc|nickel|tin|lead))|三个月期|三月期|3个月期)"), lambda _: "3M"),
    (re.compile(r"(?:主力合约|主力|most-traded|most traded|most-active|most active)"), lambda _: "main"),
    (re.compile(r"(?:front-month|front month|nearby contract|近月合约|近月)"), lambda _: "front"),
)  # fmt: skip


def find_contracts(text: str, start: int = 0, end: int | None = None) -> list[Contract]:
    """Return the contract months between two places from left to right, the longest where several begin together."""
    stop = len(text) if end is None else min(end, len(text))
    found: list[Contract] = []
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text, start, stop):
            at = match.start()
            if at and text[at].isascii() and text[at - 1].isascii() and text[at - 1].isalnum():
                continue
            found.append(Contract(read(match), match.span()))
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
    return None
