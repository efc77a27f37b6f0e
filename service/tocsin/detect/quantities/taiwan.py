"""Taiwan: a bare 元 is Taiwan's dollar in a text that is Taiwan's own.

Such a text is written in traditional characters and names Taiwan, its money or one of its towns; that name is the last span of the
amount, so that its text read alone says which money it is. A sentence that speaks of the mainland or of its exchanges keeps the
yuan, and so does a whole text that speaks of Hong Kong.
"""

import re

from tocsin.detect.quantities.amount import Amount

_MARK = r"新台币|台币|台湾|台北|台中|高雄|台南|花莲|中央社|台塑|台泥|台糖|台肥|台化|中油|中钢(?!集团|协|国际|研)|烨联|烨兴|丰兴|东和钢铁|中鸿|大成钢|华新丽华|威致|盛余|台聚|亚聚|台苯|台达化|台电"
_HOME = re.compile(rf"{_MARK}(?!海峡)")
"""What names Taiwan, in folded text."""
_TRADITIONAL = re.compile("[噸國價漲億萬產礦鋼鋁銅電與會來時後個為這車長開間關現場應調]")
_LEAST = 3
"""Characters that are written otherwise on the mainland, from which on a text is traditional; one or two may be a name."""
_HONG_KONG = re.compile(r"港元|港币|香港|本港|澳门")
_MAINLAND = re.compile(
    r"人民币|大陆|中国(?!钢铁公司|石油化学|时报)|内地|上海|沪[铜铝锌铅锡镍金银胶钢]|郑[州糖棉]|大连|广期所|无锡|山东|唐山"
)

_SPLIT = re.compile(rf"(?<=[元吨斤克升两])(?:{_MARK})\Z")
_CNY, _TWD = "CNY", "TWD"


def home_of(stored: str, low: str) -> tuple[int, int] | None:
    """Return where a text names Taiwan that is Taiwan's own; None for any other."""
    found = _HOME.search(low)
    if found is None or _HONG_KONG.search(low) is not None:
        return None
    return found.span() if len(_TRADITIONAL.findall(stored)) >= _LEAST else None


def in_taiwan_dollars(amount: Amount, home: tuple[int, int], low: str, start: int, end: int) -> Amount:
    """Return an amount of the sentence between two places in Taiwan's money where its 元 is bare; else the amount itself."""
    if not amount.unit.startswith(_CNY) or _MAINLAND.search(low, start, end) is not None:
        return amount
    joined = amount.text(low) + low[slice(*home)]
    if split_home(joined) is None:
        return amount
    return exchanged(amount)._replace(spans=(*amount.spans, home))


def split_home(text: str) -> int | None:
    """Return where, in an amount joined with a name of Taiwan, that name begins; None where none ends the text."""
    found = _SPLIT.search(text)
    return None if found is None or "元" not in text[: found.start()] else found.start()


def exchanged(amount: Amount) -> Amount:
    """Return an amount of yuan as one of Taiwan's dollars."""
    return amount._replace(unit=_TWD + amount.unit.removeprefix(_CNY))
