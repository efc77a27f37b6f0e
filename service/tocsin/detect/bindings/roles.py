"""Roles: who of a contract's or a deal's parties buys and who sells, from the words beside their names.

Who gives out work or orders goods buys; who wins the work, or supplies, sells. In a deal the acquirer buys, who parts with a
business sells, and what is bought keeps the role of an owner. Where the words leave it open, the part is that of the type.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

Role = Literal["buyer", "seller"]
_BUYER: Role = "buyer"
_SELLER: Role = "seller"
_NEAR = 110
"""Characters before a name in which its part is told."""

_AUX = (
    r"(?:,? (?:inc|ltd|corp|plc|co|sa|ag)\.?,?)?(?:'s)?(?: \([^()]{1,30}\))?(?: (?:has|have|had|will|would|is|are|was|also|said|says|it|it's|today|on|agreed|agrees|plans|expects|intends|"
    r"committed|to|recently|reportedly|jointly|[a-z]+day|[a-z]+ly))*"
)
_BUYS = re.compile(
    rf"{_AUX} (?:award(?:s|ed|ing)?(?! an? [^.;]{{0,60}}\bby\b)|placed?|places|order(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|procur(?:e|es|ed)|import(?:s|ed)?|"
    r"books?|booked|take(?:s|n)?|took|source[sd]?|secur(?:e|es|ed) (?:the )?(?:[a-z]+ )?suppl(?:y|ies)|issu(?:e|es|ed) (?:an? )?(?:[a-z]+ )?tenders?|pick(?:s|ed)|chose|chooses|select(?:s|ed)|appoint(?:s|ed)|hire[sd]?|contracted (?:with|for)"
    r"|acquir(?:e|es|ed|ing)|complet(?:e|es|ed) (?:its |the )?(?:acquisition|purchase|takeover)|takes? over|took over)\b"
)
"""What stands after who buys: `will buy`, `awarded a contract`, `has placed an order`."""
_WAS_AWARDED = re.compile(
    rf"{_AUX} (?:(?:was|were|been|being|gets|got) (?:awarded|given|handed|selected|chosen|picked|hired|appointed)|won|wins|win|secured|secures|landed|lands|bagged|clinched|received|receives)\b"
)
"""What stands after who wins the work."""
_SELLS = re.compile(
    rf"{_AUX} (?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|sell(?:s|ing)?|sold|ship(?:s|ped)?|provid(?:e|es|ed)|export(?:s|ed)?|divest(?:s|ed|ing)?|offload(?:s|ed)?|complet(?:e|es|ed) (?:its |the )?(?:sale|divestment|disposal))\b"
)
_TAKES_OFF = re.compile(rf"{_AUX}[^.;]{{0,60}}\boff-?take\b[^.;]{{0,80}} from\b")
"""What stands after who takes off: `has signed an offtake agreement for 9,000 tonnes from`."""
_A_FEW = r"(?:(?!to\b|with\b|by\b|from\b|for\b)[\w'’&-]+ ){0,3}\Z"
_SOLD_TO = re.compile(
    rf"\b(?:suppl(?:y|ies|ied|ying)|deliver\w*|sell(?:s|ing)?|sold|ship(?:s|ped|ping)?|provid\w*|export\w*|sales?|disposal|divestment)\b[^.;]{{0,90}} to {_A_FEW}|\b(?:suppl(?:y|ying|ies|ied)|provid(?:e|es|ing)) {_A_FEW}"
)
_WON_FROM = re.compile(
    rf"\b(?:w[io]ns?|secur(?:e|es|ed)|receiv(?:e|es|ed)|awarded|landed|bagged|got|gets|clinched|contracts?|work|orders?|mandate|selected|chosen|picked|hired)\b[^.;]{{0,80}} (?:by|for|from) {_A_FEW}"
)
_BOUGHT_FROM = re.compile(
    rf"\b(?:buy(?:s|ing)?|bought|purchas\w*|import\w*|procur\w*|ordered|tak(?:e|es|en|ing)|took|sourc\w*|acquir\w*|booked|orders? (?:for|of)\b)[^.;]{{0,100}} (?:from|with|by) {_A_FEW}"
    rf"|\boff-?takes?\b[^.;]{{0,80}} from {_A_FEW}"
)
_AWARDED_TO = re.compile(
    rf"\b(?:award(?:s|ed|ing)?|gave|given|handed|hands)\b[^.;]{{0,80}} to {_A_FEW}|\baward(?:s|ed|ing)? {_A_FEW}|\b(?:placed?|places)\b[^.;]{{0,60}} orders?\b[^.;]{{0,60}} with {_A_FEW}"
)
_DEED_WITH = re.compile(
    rf"\b(?P<what>offtake|supply|sales?|purchase|procurement)\b[^.;]{{0,40}}\b(?:agreements?|deals?|contracts?|term sheets?|mou|memorandum[a-z ]*|pacts?|arrangements?) (?:[^.;]{{0,40}} )?with {_A_FEW}"
)

_PARTNER = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|deliver\w*|sell(?:s|ing)?|sold|ship(?:s|ped|ping)?|provid\w*|sales?)\b[^.;]{0,90} to (?:the )?\Z"
    r"|\b(?:buy(?:s|ing)?|bought|purchas\w*|procur\w*|tak(?:e|es|en|ing)|took|sourc\w*)\b[^.;]{0,90} from (?:the )?\Z"
    r"|\b(?:off-?take|supply|sales?|purchase|agreements?|deals?|contracts?|pacts?|sign(?:s|ed)?|concluded|agreed)\b[^.;]{0,60} with (?:the )?\Z"
)


def is_partner(start: int, scene: Scene) -> bool:
    """Tell whether a name that begins there is the other party of an English contract: `to supply 9,000 tonnes a year to Hansol`."""
    return scene.says_before(_PARTNER, start, _NEAR) is not None


_BUYS_ZH = re.compile(
    r"(?:股份|集团|公司|控股)?(?:\([^()]{1,12}\))?(?:今日|昨日|日前|近日|已|将|拟|计划|宣布|公告|同意|(?:自|从)?\d{4}年\d{0,2}月?(?:起|开始)|每年|逐年|长期|(?:与|同|和|向|从)[^,。;]{2,16}?)*(?:签[订署约下])?(?:[^,。;]{0,8})?(?:采购|购买|购入|订购|买入|招标|收购|并购|发包|授予)"
)
_SELLS_ZH = re.compile(
    r"(?:股份|集团|公司|控股)?(?:\([^()]{1,12}\))?(?:今日|昨日|日前|近日|已|将|拟|计划|宣布|公告|同意|完成|(?:对|向|给)[^,。;]{2,16}?)*(?:供应|供货|供给|销售|出售|交付|转让|剥离|中标|获得?[^,。;]{0,12}(?:订单|合同))"
)
_SOLD_TO_ZH = re.compile(r"(?:供应|供货|销售|出售|转让|交付)给\Z|(?:向|对|给)(?:[\u4e00-\u9fff]{2,3}(?:国)?)?\Z")
_GIVES_ZH = re.compile(r"[^,。;]{0,12}(?:供应|供货|供给|销售|出售|交付|提供|转让|出口)")
_TAKES_ZH = re.compile(r"[^,。;]{0,12}(?:采购|购买|购入|订购|买入|进口|收购|购得)")
_FROM_ZH = re.compile(r"(?:从|自|由|向)\Z")
_WON_OF_ZH = re.compile(r"(?:中标|获得?|承接|承建|签下|拿下)[^,。;]{0,6}\Z")
_WITH_ZH = re.compile(r"(?:与|同|和|跟)\Z")
_TO_THEM_ZH = re.compile(r"向(?:其|对方|后者|该公司)[^,。;]{0,8}(?:供应|供货|销售|提供|交付|出售)")
_FROM_THEM_ZH = re.compile(r"(?:向|从|自)(?:其|对方|后者|该公司)[^,。;]{0,8}(?:采购|购买|购入|买入)")


def parts_of(draft: Draft, scene: Scene) -> dict[int, Role]:
    """Return the parts of a draft's companies in a contract or a deal, by where each name begins; open ones are left out."""
    if draft.type not in {"large_contract", "mna"}:
        return {}
    told = {hit.start: _part(hit, draft, scene) for hit in draft.companies}
    parts = {start: role for start, role in told.items() if role is not None}
    return {**parts, **_opposite(draft.companies, parts)} if draft.type == "large_contract" else parts


_BUYS_GOODS = re.compile(
    rf"{_AUX} (?:buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing))\b(?! (?:back|into|out|shares?|stakes?))"
)
_BUYS_GOODS_ZH = re.compile(r"(?:拟|将|计划|宣布)*(?:向|从)[^,。;]{2,16}?(?:采购|购买|购入|订购)")
_SALE_OF = re.compile(r"\b(?:sale|disposal|divestment|divestiture) of\b")


_SIGNED_FOR = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ink(?:s|ed)|str(?:ikes|uck)|conclud(?:es|ed)|reach(?:es|ed)) (?:[^.;]|\.\d){0,70}\b(?:contract|deal|agreement|pact|accord)s? (?:(?:[^.;]|\.\d){0,50}\b)?for (?:[^.;]|\.\d){3,60} from (?:the |[a-z]+'s )?\Z"
)
"""How a buyer's contract names who sells: `signed a nine-year contract for uranium from`."""


def _is_from(draft: Draft, scene: Scene) -> bool:
    """Tell whether an English contract is for goods from a firm, so that whoever signs it buys."""
    floor = scene.sentence.start
    return not scene.sentence.chinese and any(
        hit.start > floor and _SIGNED_FOR.search(scene.low, max(floor, hit.start - 2 * _NEAR), hit.start)
        for hit in draft.companies
    )


def as_told_by(draft: Draft, scene: Scene) -> Draft:
    """Return the draft from the side that its sentence begins with: who buys goods purchases, who sells a business divests."""
    if (draft.type, draft.direction) not in {("large_contract", "supply"), ("mna", "acquire")}:
        return draft
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    if draft.type == "large_contract" and _is_from(draft, scene):
        return replace(draft, candidate=replace(draft.candidate, direction="purchase"))
    first = next((firm for firm in scene.firms if firm.start >= start), None)
    if first is None or first.start > draft.candidate.start:
        return draft
    if draft.type == "mna":
        sells = (
            not scene.sentence.chinese and _SELLS.match(low, first.end, end) and _SALE_OF.search(low, first.end, end)
        )
        return replace(draft, candidate=replace(draft.candidate, direction="divest")) if sells else draft
    buys = (_BUYS_GOODS_ZH if scene.sentence.chinese else _BUYS_GOODS).match(low, first.end, end)
    return replace(draft, candidate=replace(draft.candidate, direction="purchase")) if buys else draft


def _opposite(companies: Iterable[Hit], parts: dict[int, Role]) -> dict[int, Role]:
    """Return the part of the one party that is left where the other's is told."""
    left = [hit for hit in companies if hit.start not in parts]
    if (
        len(left) != 1
        or len(set(parts.values())) != 1
        or any(hit.id == left[0].id for hit in companies if hit is not left[0])
    ):
        return {}
    return {left[0].start: _SELLER if _BUYER in parts.values() else _BUYER}


def _part(hit: Hit, draft: Draft, scene: Scene) -> Role | None:
    if not scene.sentence.start <= hit.start < scene.sentence.end:
        return None
    return _chinese(hit, scene) if scene.sentence.chinese else _english(hit, draft, scene)


def _english(hit: Hit, draft: Draft, scene: Scene) -> Role | None:
    """Return whether an English company buys or sells by the words right beside its name; None where they leave it open."""
    low, end = scene.low, scene.sentence.end
    before = low[max(scene.sentence.start, hit.start - _NEAR) : hit.start]
    if _WAS_AWARDED.match(low, hit.end, end):
        return _SELLER
    if _BUYS.match(low, hit.end, end) or _TAKES_OFF.match(low, hit.end, end):
        return _BUYER
    if _SELLS.match(low, hit.end, end):
        return _SELLER
    if _AWARDED_TO.search(before):
        return _SELLER
    if _SIGNED_FOR.search(low, max(scene.sentence.start, hit.start - 2 * _NEAR), hit.start):
        return _SELLER
    if _BOUGHT_FROM.search(before) and not re.search(r"\b(?:won|wins|awarded)\b", before):
        return _SELLER
    if _SOLD_TO.search(before) or (draft.type == "large_contract" and _WON_FROM.search(before)):
        return _BUYER
    deed = _DEED_WITH.search(before)
    if deed is not None and draft.type == "large_contract":
        return _SELLER if deed["what"] in {"purchase", "procurement"} else _BUYER
    return None


def _chinese(hit: Hit, scene: Scene) -> Role | None:
    """Return the same of a Chinese company."""
    low, end = scene.low, scene.sentence.end
    before = low[max(scene.sentence.start, hit.start - 14) : hit.start]
    if _SOLD_TO_ZH.search(before) and _GIVES_ZH.match(low, hit.end, end):
        return _BUYER
    if _FROM_ZH.search(before) and _TAKES_ZH.match(low, hit.end, end):
        return _SELLER
    if before.endswith(("供应给", "供货给", "销售给", "出售给", "转让给", "交付给", "卖给")) or _WON_OF_ZH.search(
        before
    ):
        return _BUYER
    if _WITH_ZH.search(before):
        if _TO_THEM_ZH.search(low, hit.end, end):
            return _BUYER
        if _FROM_THEM_ZH.search(low, hit.end, end):
            return _SELLER
        return None
    if _BUYS_ZH.match(low, hit.end, end) and not _TO_THEM_ZH.search(low, hit.end, end):
        return _BUYER
    return _SELLER if _SELLS_ZH.match(low, hit.end, end) else None
