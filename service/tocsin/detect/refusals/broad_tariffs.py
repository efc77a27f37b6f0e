"""Broad tariffs: measures that a text tells of whole countries or of all trade, beside goods whose market they move.

`Copper rebounds after the president pauses tariffs` may be about tariffs on copper. Where the text goes on with reciprocal tariffs on dozens
of countries, and nowhere speaks of tariffs on copper, no measure on copper is told.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_BROAD = re.compile(
    r"\b(?:reciprocal|sweeping|blanket|across-the-board|universal|baseline|country-specific|trade) (?:[\w.%]+ )?tariffs?\b"
    r"|\btariffs? (?:[a-z]+ ){0,3}on (?:(?:dozens|scores|a number|many|most|all|several|other|its|the|nearly|almost|more than|\d+|world|rest) (?:of )?){1,4}(?:other )?(?:countries|nations|imports|trading partners|world)\b"
)
"""How tariffs are told that are on no goods in particular."""
_OVER_TRADE = re.compile(
    r"\btariffs? (?:[\w%.]+ ){0,4}on (?:[\w'’.-]+ ){0,4}(?:goods|imports|exports|products)\b[^.;]{0,48}? (?:over|for|because of|in response to|to punish|due to) "
)
"""A tariff on all that a country sells, and the trade that it is laid for: `a tariff on Indian goods over Russian oil`."""
_ON_COUNTRY = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) (?:[\w%.]+ ){0,5}?on (?:all |most |many |any |further |other )?"
    r"(?:chinese|american|us|u\.s\.|indian|canadian|mexican|european|eu|russian|brazilian|japanese|(?:south )?korean|vietnamese|swiss|british|german|turkish|australian|indonesian|thai|south african) (?:imports?|goods|exports?|products|shipments)\b(?! of)"
)
"""A tariff on all that a country sells, of which goods named elsewhere are no more than others: `a 100% tariff on Chinese imports`."""
_BESIDE = re.compile(r"\b(?:after|as|amid|amidst|despite|following|when|while|because|since|before|ahead of|with|on)\b")
"""What opens the clause of a cause behind goods and what they did."""
_DUTY = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|taxes)"


_MOOD = r"(?:fears?|worr(?:y|ies)|jitters|concerns?|anxiet(?:y|ies)|uncertaint(?:y|ies)|angst|nerves|tensions?|woes|hopes|optimism)"
_TARIFF = re.compile(rf"\b{_DUTY}\b(?P<mood>[- ]{_MOOD}\b)?")
"""A tariff, or what markets think of one: `corn prices drop on tariff fears`."""
_ON_MINING = re.compile(
    r"\b(?:levy|levies|tax(?:es)?|royalt(?:y|ies)|dut(?:y|ies)) on (?:[\w'’-]+ ){1,5}?(?:mining|extraction|miners|mines|profits|earnings)\b"
)
"""A tax on those who dig, which holds back no trade."""
_OF_TRADE = re.compile(r"\b(?:import|export|tariff|customs|abroad|overseas|ship)")
_DEMAND_FOR = re.compile(r"\b(?:demand|appetite|orders) for (?:[a-z'’-]+ ){0,3}\Z")
"""What stands before goods of which a tariff may only lessen the demand."""


def is_of_mood(draft: Draft, scene: Scene) -> bool:
    """Tell whether a tariff is only what markets fear, a tax on those who dig, or on others than its goods: `raising duties stirs fears for demand for oats`."""
    if draft.type != "export_control" or draft.sentence.chinese:
        return False
    low, (start, end) = scene.low, draft.candidate.extent
    told = list(_TARIFF.finditer(low, start, min(draft.sentence.end, end + 16)))
    if not told:
        return False
    if _ON_MINING.search(low, start, min(draft.sentence.end, end + 60)) and not _OF_TRADE.search(
        low, draft.sentence.start, draft.sentence.end
    ):
        return True
    if all(each["mood"] for each in told):
        return True
    goods = draft.commodities
    if not goods or any(not end <= hit.start < draft.sentence.end for hit in goods):
        return False
    first = min(goods, key=lambda hit: hit.start).start
    return (
        _DEMAND_FOR.search(low, end, first) is not None
        and re.compile(rf"\b{_MOOD}\b").search(low, end, first) is not None
    )


def is_broad(draft: Draft, scene: Scene) -> bool:
    """Tell whether a tariff beside goods is told of countries or of all trade, and nowhere in the text of those goods."""
    if draft.type != "export_control" or draft.sentence.chinese or not draft.commodities:
        return False
    low, start = scene.low, draft.candidate.extent[1]
    over = _OVER_TRADE.search(low, draft.sentence.start, draft.sentence.end)
    if over is not None and all(hit.start >= over.end() for hit in draft.commodities):
        return True
    if draft.carried and _ON_COUNTRY.search(low, draft.sentence.start, draft.sentence.end):
        return not any(_of_them(low[hit.start : hit.end]).search(low) for hit in draft.commodities)
    if "tariff" not in low[draft.sentence.start : draft.sentence.end] or _BROAD.search(low) is None:
        return False
    for hit in draft.commodities:
        here = draft.sentence.start <= hit.start < draft.sentence.end
        if here and (hit.end > start or _BESIDE.search(low, hit.end, start) is None):
            return False
        if _of_them(low[hit.start : hit.end]).search(low) is not None:
            return False
    return True


def _of_them(goods: str) -> re.Pattern[str]:
    """Return how a text speaks of tariffs on goods by their name."""
    word = re.escape(goods)
    return re.compile(
        rf"\b{word}(?: (?:import|export))? {_DUTY}\b|\b{_DUTY}(?: of (?:up to )?[\d.]+(?: ?%| ?pct?\b| per ?cent))? (?:[a-z]+ ){{0,2}}on (?:[\w.,%-]+ ){{0,6}}{word}\b"
    )
