"""Wraps: reports of a whole market, which tell of every commodity in turn, and none of them in passing."""

import re

from tocsin.detect.scenes.drafts import Draft

_HEADED = re.compile(
    r"收评|早评|午评|晚评|[早午晚夜]盘收|收盘|商品(?:期货|市场|普|多数|报价|行情)|期市|期货(?:市场|收|综述|主力合约)|国内期货|"
    r"行情一览|大宗商品|板块(?:普|多|齐|集体)|能化板块|化工板块|主力合约(?:涨|跌|普|多)"
)
"""What a headline says that is of a market as a whole."""
_OF_STOCKS = re.compile(r"(?:原油|油品|成品油|商业)库存")
"""What heads a report of oil stocks, which counts those of its products too."""
_MOVED = frozenset(["price_move", "inventory_change", "production_change"])
_STEPS = ("change", "change_by")


def is_of_wrap(draft: Draft, headline: str) -> bool:
    """Tell whether a Chinese fact with its own number stands in a report of a whole market, whatever its headline names."""
    if draft.type not in _MOVED or not any(name in draft.amounts for name in _STEPS):
        return False
    if draft.type == "inventory_change" and not draft.candidate.bare and _OF_STOCKS.search(headline):
        return True
    return _HEADED.search(headline) is not None
