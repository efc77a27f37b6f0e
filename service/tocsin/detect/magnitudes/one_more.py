"""One more of its kind, and what a number was before: `another 240,000 tonnes`, `raised from 0.8 to 1.1 million tonnes`.

Both tell how a fact stands to an earlier one: a second sale of equal size is no second report of the first, and a contract
enlarged from a known volume is the contract that had it.
"""

import re

from tocsin.detect.magnitudes.superseded import was_first
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.chinese import is_start
from tocsin.messages import Span

_KINDS = frozenset(["large_contract", "mna", "stockpiling", "production_change", "supply_source", "smuggling"])
_GROWN = frozenset(["large_contract", "mna", "stockpiling", "production_change", "supply_source", "export_control"])
"""Types of whose size a later report tells what it was before."""
_WHO = (
    r"(?:producers?|miners?|smelters?|refiner(?:y|ies|s)?|mines?|mills?|steelmakers?|plants?|compan(?:y|ies)|firms?|group|buyers?|sellers?|customers?|offtakers?|utilit(?:y|ies)"
    r"|exporters?|cargo(?:es)?|tenders?|sales?|purchases?|deals?|contracts?|agreements?|orders?|batch(?:es)?|lots?|tranches?|parcels?|shipments?|auctions?|units?|lines?|furnaces?|potlines?|crackers?"
    r"|off-?takes?|stakes?|seizures?|consignments?|releases?)"
)
_FURTHER = re.compile(
    r"\b(?:another|an? (?:further|additional|second|third|fourth)) (?:(?:about|around|some|nearly|roughly|up to|more than|over) )?"
    rf"(?:(?:us|a|c)?[$€£¥]? ?\d(?![\d.]*[ -](?:day|week|month|quarter|year|hour))|(?:[\w'’-]+ ){{0,3}}?{_WHO}\b)"
    r"|\b(?:its|a|the|their|the company's|the group's) (?:sister|second) "
    r"(?:[\w'’-]+ )?(?:operation|mine|plant|smelter|refinery|mill|works|concentrator|project|site|facility|colliery|pit)\b(?![^.;]{0,48}(?:unaffected|normal|not affected|continue))"
)
_FURTHER_ZH = re.compile(
    r"再[次度]?(?:向[^,;。]{1,12})?(?:采购|购买|购入|买入|购得|招标|签[订署下约得]|订购|出售|售出|卖出|销售|投放|释放|抛储|收储|减产|停产|查获|收购|增持|拍卖|获得?|中标|订)"
    r"|又(?:有)?(?:一[家座批笔起艘船宗]|采购|购买|购入|签[订署下约]|出售|售出|查获|收购)|再[购售]|增购|加购|追加(?:采购|购买|订购|订单|投放)"
    r"|姊妹[矿厂]|旗下另一|(?:另|另外|又)一[家座条套批笔起宗]|第[二三四]家|第[二三四][笔宗起]"
)
_NEAR = 48
"""Characters between the words and the verb that they belong to."""


def find_further(draft: Draft, scene: Scene) -> Span | None:
    """Return the words that make a fact one more of its kind, near its verb."""
    if draft.type not in _KINDS:
        return None
    start, end = draft.candidate.extent
    first, last = max(scene.sentence.start, start - _NEAR), min(scene.sentence.end, end + _NEAR)
    found = (_FURTHER_ZH if scene.sentence.chinese else _FURTHER).search(scene.low, first, last)
    return None if found is None else found.span()


def find_former(draft: Draft, scene: Scene) -> Amount | None:
    """Return what the number of a fact was before the change that the sentence tells."""
    if draft.type not in _GROWN or not draft.amounts:
        return None
    told = list(draft.amounts.values())
    for amount in scene.amounts:
        is_old = amount.part == "from" or was_first(amount, scene)
        if not is_old and not (scene.sentence.chinese and is_start(scene.low, *amount.place)):
            continue
        if any(other.unit == amount.unit and 0 < other.start - amount.start <= _NEAR for other in told):
            return amount
    return None
