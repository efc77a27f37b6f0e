"""Beside the point: facts below a headline that is about another matter: sales talk, money as a whole, consumer prices, other goods."""

import re
from typing import NamedTuple

from tocsin.detect.bindings.objects_chinese import is_remedy_on_things
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.chinese import MACRO, NO_SUCH_GOODS, RETAIL
from tocsin.detect.texts.lazily import lazily
from tocsin.detect.topics.genre import CASE, genre
from tocsin.detect.topics.market_wraps import is_of_wrap
from tocsin.detect.topics.money_news import is_of_consumers, is_of_money
from tocsin.detect.topics.release import is_circumstance

_SET_BY_MONEY = frozenset(["price_move", "demand_change", "production_change"])
"""Types whose facts are the setting of a text about money."""


_LENT = frozenset(
    ["demand_change", "production_change", "supply_source", "inventory_change", "mna", "large_contract", "stockpiling"]
)
"""Types whose words a text about money has of all trade and of money itself: imports rose, bonds were bought."""


_FLASH = re.compile(r"【[^】\n]{8,}】")
"""What opens a Chinese flash, which has a headline of its own."""

_SHARES = re.compile(
    r"板块|概念股|个股|股份[^\n,。;]{0,4}[涨跌]|[涨跌]停|两市|[a港美]股(?!份)|大盘|主力资金|复盘|沪指|股价|[收午早]评[::]|[钢铁铜铝锌锂金煤矿金属]股(?![份权东])"
)
"""What heads a Chinese text about a board of shares."""
_LIMITS = frozenset(["涨停", "跌停"])
_FUTURES = re.compile(r"期货(?!股|概念|板块|公司)|期市|合约|主力(?!资金)")
"""What says that it is futures which reached their limit: 焦煤主力合约跌停."""
_OF_GOODS = re.compile(r"价|期货|现货|合约|期[铜铝锌铅镍锡金银]|沪[铜铝锌铅镍锡金银]|[吨克盎]")
"""What says that goods are priced, and no firm called after them."""


_CAUSAL = re.compile(
    r"受(?![访理让])|因(?![此而素])|由于|鉴于|随着|导致|致使|使得|引发|引起|促使|带动|拉动|推动|驱动|刺激|提振|拖累|影响|抑制|制约|冲击|得益|受益|原因"
)
"""What tells a cause or an effect: 汽车销量下滑拖累钢材需求."""


class Lesser(NamedTuple):
    """Goods that count in some texts alone."""

    secondary: frozenset[str] = frozenset()
    """Those that are beside the point wherever the headline is about others."""
    finished: frozenset[str] = frozenset()
    """Those made of other goods, whose facts matter for what they bring about or come from."""


_OF_STOCKS = re.compile(
    r"(?:库存|仓单)(?:周报|日报|月报|报告|统计|数据|一览|变化|变动|汇总|情况|[^,;。]{0,6}?(?:下降|上升|增加|减少|增长|回落|攀升|累积|去化|骤降|骤增|大增|大降|大减))"
)
"""What heads a report on stocks, each of which it is about."""


class Headline:
    """What the headline of a folded text, up to `end`, says that it is about; read when a fact is first weighed by it."""

    def __init__(self, low: str = "", end: int = 0, goods: frozenset[str] = frozenset()) -> None:
        self._low = low
        self._end = end
        self.goods = goods
        """The commodities that it names."""

    @property
    def text(self) -> str:
        """The headline itself."""
        return self._low[: self._end]

    @lazily
    def genre(self) -> str | None:
        """What kind of text that tells no news it announces."""
        return genre(self._low, self._end)

    @lazily
    def retail(self) -> bool:
        """Whether it is about consumer prices."""
        return RETAIL.search(self._low, 0, self._end) is not None or is_of_consumers(self._low, self._end)

    @lazily
    def macro(self) -> bool:
        """Whether it is about money as a whole, and names no goods."""
        low, end = self._low, self._end
        return not self.goods and (MACRO.search(low, 0, end) is not None or is_of_money(low, end))

    @lazily
    def shares(self) -> bool:
        """Whether it is about a board of shares in Chinese."""
        found = _SHARES.search(self._low, 0, self._end)
        return found is not None and not (found.group() in _LIMITS and _FUTURES.search(self._low, 0, self._end))

    @lazily
    def things(self) -> bool:
        """Whether it is about a trade remedy on things that no market trades."""
        return is_remedy_on_things(self._low, self._end)


def beside_the_point(draft: Draft, scene: Scene, headline: Headline, lesser: Lesser) -> str | None:
    """Return why a fact is not what the text is about."""
    secondary = lesser.secondary
    if (
        draft.ids
        and lesser.finished.issuperset(draft.ids)
        and scene.says(_CAUSAL) is None
        and (draft.type != "export_control" or draft.sentence.chinese)  # duties on cars are news of their own
    ):
        return "finished goods, and neither cause nor effect of theirs"
    if headline.genre is not None and not (headline.genre is CASE and draft.type == "smuggling"):
        return headline.genre
    if draft.sentence.chinese and _are_denied(draft, scene.low):
        return "goods that it is not"
    if draft.sentence.chinese and headline.shares and _is_of_firms(draft, scene):
        return "the price of shares"
    if draft.sentence.chinese and headline.things and (draft.carried or not draft.amounts or headline.goods):
        return "a measure on other goods"
    if _is_put_on_things(draft, scene):
        return "a measure on other goods"
    if headline.retail and not headline.goods and _is_of_a_basket(draft):
        return "what consumers pay"
    below_money = headline.macro and draft.sentence.order > 0
    if below_money and draft.carried and _is_lent(draft):
        return "goods of another sentence in a text about money"
    if below_money and (_is_setting(draft, scene) or _are_bare_shares(draft)):
        return "the setting of a text about money"
    if draft.amounts and (not draft.sentence.chinese or is_of_wrap(draft, headline.text)):
        return None
    if (
        draft.sentence.chinese
        and not draft.carried
        and draft.type != "price_move"
        and (
            ("change" in draft.amounts and draft.amounts.keys() & {"level", "quantity"})
            or (
                draft.type == "inventory_change" and "change_by" in draft.amounts and draft.bodies
            )  # an office's own word
        )
    ):
        return None
    told = draft.direction in {"halt", "resume"}  # works that stop or start are no setting
    if below_money and draft.type in _SET_BY_MONEY and not draft.amounts and not told:
        return "the setting of a text about money"
    if headline.retail and draft.type == "price_move" and secondary.issuperset(draft.ids):
        return "secondary goods in a text about consumer prices"
    if draft.sentence.chinese and _FLASH.match(scene.low, draft.sentence.start):
        return None
    if draft.type == "inventory_change" and draft.sentence.chinese and _OF_STOCKS.search(headline.text):
        return None
    if draft.ids and headline.goods and not headline.goods & secondary and secondary.issuperset(draft.ids):
        return "secondary goods in a text about others"
    return None


_ON_THINGS = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|taxes|curbs|restrictions|bans?|quotas?) (?:on|for) (?:[\w'’-]+ ){0,4}?"
    r"(?:auto(?:motive|mobile)?s?|cars?|vehicles?|trucks?|buses|motorcycles|drugs?|medicines|pharmaceuticals?|furniture|cabinets|films?|movies|clothing|apparel|garments|"
    r"toys|shoes|footwear|software|appliances|parcels|wines?|spirits|whisk(?:e)?y|aircraft|ships|smartphones|electronics|robots|toothbrushes)\b"
)
"""A measure on things that no commodity market trades, in English: `tariffs on auto parts and vehicle imports`."""
_BEFORE = 320
"""Characters before a sentence within which the measure is named that it goes on about."""


def _is_put_on_things(draft: Draft, scene: Scene) -> bool:
    """Tell whether a measure whose goods are borrowed from elsewhere is one that its own sentence or the one before puts on things."""
    if draft.type != "export_control" or not draft.carried or draft.sentence.chinese or draft.sentence.order == 0:
        return False
    return _ON_THINGS.search(scene.low, max(0, draft.sentence.start - _BEFORE), draft.sentence.end) is not None


def _is_of_firms(draft: Draft, scene: Scene) -> bool:
    """Tell whether a Chinese sentence tells of a price in percent alone, with no word of what is priced: 东海钢铁上涨2.6%."""
    if (
        draft.type != "price_move"
        or draft.sentence.order == 0
        or any(amount.unit != "percent" for amount in draft.amounts.values())
    ):
        return False
    return scene.says(_OF_GOODS) is None


def _are_bare_shares(draft: Draft) -> bool:
    return draft.type == "equity_move" and not draft.amounts


def _is_lent(draft: Draft) -> bool:
    """Tell whether a flow or a deal in English is one that all trade and money have too; works that stop, and sources lost, are none."""
    return draft.type in _LENT and draft.direction not in {"halt", "resume", "loss"} and not draft.sentence.chinese


def _is_setting(draft: Draft, scene: Scene) -> bool:
    """Tell whether a text about money names a price or a reserve in passing, and not how much it is."""
    if draft.type == "stockpiling" and not draft.sentence.chinese:
        return "quantity" not in draft.amounts
    return draft.type in _SET_BY_MONEY and "level" not in draft.amounts and is_circumstance(draft, scene)


def _is_of_a_basket(draft: Draft) -> bool:
    """Tell whether an English sentence tells by how much a price rose and not what it is: a part of consumer prices."""
    if draft.type != "price_move" or draft.sentence.chinese or draft.sentence.order == 0:
        return False
    return "level" not in draft.amounts


def _are_denied(draft: Draft, low: str) -> bool:
    """Tell whether a Chinese sentence says of the goods that it speaks of others: 货物不是稀土."""
    start, end = draft.sentence.start, draft.sentence.end
    inside = [hit for hit in draft.commodities if start <= hit.start < end]
    return bool(inside) and all(NO_SUCH_GOODS.search(low, max(start, hit.start - 8), hit.start) for hit in inside)
