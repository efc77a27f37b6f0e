"""Releases: English texts in which a firm, or whoever it pays, tells of itself, and what they say of the market beside that.

A release praises a project `with gold trading above $2,900`, or `as nickel prices climb`. Such prices are true and a day old or a
month; whoever trades the goods has had them from elsewhere. They are kept as the setting of the firm's own news.
"""

import re
from collections.abc import Sequence
from enum import Enum

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.messages import Modality
from tocsin.rules.scanner import Literals


class Voice(Enum):
    """Who speaks in a text."""

    REPORT = "a report"
    ABOUT = "a text that opens with a firm"
    FIRM = "a firm"
    LISTED = "a listed firm"
    PAID = "whom a firm pays"


_LISTING = re.compile(
    r"\((?:the )?(?:tsx(?:[-. ]?v)?|tsxv|nyse(?: american| arca)?|arca|nasdaq(?:cm|gm)?|asx|aim|lse|otc(?:qb|qx|pk)?|otc(?: markets| pink)?|cse|fse|frankfurt|jse|sgx|hkex|neo|cboe)\b[ .:]{1,3}[a-z0-9]"
)
"""Where a firm's shares are listed, in brackets behind its name: `(TSXV: ABC)`."""
_FIRM = re.compile(r"\b[A-Z][\w&'’-]+,? (?:Inc|Corp|Corporation|Ltd|Limited|PLC|Plc|LLC)\b")
_FIRM_ZH = re.compile(
    r"[((](?:(?:股票|证券)代码|[hs][zhk])?[:: ]?\d{5,6}(?:\.(?:sh|sz|hk|bj))?[))]|互动平台|互动易|投资者(?:关系|调研|提问|交流)|(?:机构|接受[^,。;]{0,6})调研|董秘|董事会秘书|业绩说明会"
    r"|(?:公司|集团|矿业|股份)(?:[^,。;]{0,4})(?:表示|认为|公告|董事长|总经理|总裁|宣布)"
)
"""How a Chinese text says that it is a firm's: its code, its officers, the talks of its investors."""
_CIRCUMSTANCE_ZH = re.compile(r"(?:随着|伴随|受益|得益|受到?|由于|因为?|鉴于|在)[^,。;:!?]{0,14}\Z")
_MARKET_ZH = re.compile(r"[价涨跌]|行情|市场|期货|现货")
_TALK = re.compile(
    r"\b(?:ceo|chief executive|chair(?:man|woman|person)?|managing director|executive director|president|founder|director)\b[^.;]{0,60}"
    r"\b(?:joins?|joined|sits? down|sat down|talks?|talked|spoke|speaks|discuss(?:es|ed)?|tells?|told|shares?|shared|explains?|explained)\b"
    r"|\binterview(?:s|ed)?\b[^.;]{0,60}\b(?:ceo|chief executive|chair(?:man|woman|person)?|managing director|executive director|president|founder)\b"
)
"""How talks with a firm's officer are announced."""
_STATEMENTS = re.compile(
    r"\bforward[- ]looking (?:statements?|information)\b|\bon behalf of the board\b|\bneither the (?:tsx|cse|canadian securities)\b"
)
"""What the law or custom puts at the foot of a firm's own release."""
_STATES = ("forward-looking", "forward looking", "on behalf of the board", "neither the ")
"""One of these stands in every such text."""
_PAID = tuple(
    (told, re.compile(words))
    for told, words in (
        (
            "on behalf of",
            r"\b(?:disseminated|issued|published|distributed|produced|written|prepared) on behalf of\b|\n[#*_ ]*on behalf of (?!the board)",
        ),
        ("sponsored ", r"sponsored (?<=\bsponsored )(?:by|content|post|article|feature)\b"),
        ("paid ", r"paid (?<=\bpaid )(?:advertisement|advertorial|promotion|content|for by)\b"),
        ("advertorial", r"\badvertorial\b"),
        ("promotional ", r"\bpromotional (?:content|article|feature)\b"),
        *[(f"been {done}", rf"\b(?:has|have) been {done}\b") for done in ("retained", "paid", "hired")],
        ("compensated", r"\b(?:(?:has|have) been|retained and) compensated\b"),
        ("partner cont", r"\bpartner content\b"),
        ("branded cont", r"\bbranded content\b"),
        ("news comment", r"\bnews commentary\b"),
        (
            "active ",
            r"active (?<=\bactive )(?:[a-z]+ ){0,3}(?:companies|stocks|miners)\b[^.]{0,48}\binclude\b",
        ),
    )
)
"""How a text says that somebody pays for it, and what stands in every text that says so in those words."""
_SIGNS = Literals([*([told] for told, _ in _PAID), _STATES])
"""What stands in every text that is paid for, a group for each way to say so, and in every one that a firm states."""
_TOP = 2
"""Sentences after the headline in which a firm is named whose release it is."""


def voice_of(folded: Folded, sentences: Sequence[Sentence]) -> Voice:
    """Tell who speaks in a text, by what stands at its top and foot."""
    if not sentences:
        return Voice.REPORT
    low, end = folded.low, next((s.end for s in reversed(sentences[:12]) if s.order <= _TOP), sentences[0].end)
    if sentences[0].chinese:
        return Voice.FIRM if _FIRM_ZH.search(low, 0, end) else Voice.REPORT
    told = _SIGNS.told(low)
    if told and any(words.search(low) for place, (_, words) in enumerate(_PAID) if told >> place & 1):
        return Voice.PAID
    if _LISTING.search(low, 0, end):
        return Voice.LISTED
    if (told >> len(_PAID) and _STATEMENTS.search(low)) or _LISTING.search(low):
        return Voice.FIRM
    return Voice.ABOUT if _FIRM.search(folded.plain, 0, end) or _TALK.search(low, 0, end) else Voice.REPORT


NEAR = 80
"""Characters before a fact within which the words stand that make it the circumstance of another."""
_CIRCUMSTANCE = re.compile(
    r"\b(?:with|amid(?:st)?|despite|given|against|as|when|because|since|following|after|thanks to|due to|owing to|on the back of|in light of|in view of|because of"
    r"|coincid\w+ (?:[a-z]+ )?with|(?:helped|hurt|hit|dented|dragged down|weighed down|eroded|supported|driven|boosted|buoyed|lifted|aided|underpinned|fuel+ed|offset|propelled|encouraged|spurred|prompted) by"
    r"|benefit\w* from|reflect(?:s|ed|ing)|reflected (?:in|by)|even|capitali[sz]\w+ on|leverag\w+|exposure to|(?:impact|effect|influence|importance|driver) of|helping (?:to )?(?:drive|push|lift|send))(?: [\w'’.$%-]+(?:,\d+)*){0,10} \Z"
)
"""What makes of the price behind it the circumstance of what a firm tells."""
_ACTS_ON = re.compile(
    r"(?: (?:to|of|by|above|past|towards?|over) [$€£]?[\w.,%-]+(?: (?:an?|per) [\w-]+| [\w-]+)?)? (?:(?:has|have|had|also|is|are|was|were|could|would|should|will|may|might|can|further|really|greatly|certainly) )*"
    r"(?:improv|open|creat|help|benefit|boost(?!s? (?:the )?(?:demand|output))|support|bod|mak|mean|underlin|underscor|show|illustrat|highlight|strengthen|enhanc|underlin|validat|reinforc|add|provid|giv|present|bring|bolster|encourag|offer|favou?r|attract|renew|underpin|position|transform)\w*\b"
)
"""How a price is said to serve a firm: `the rebound in prices has improved sentiment`."""
_UNDERLINES = re.compile(
    r"[^.;]{0,48}? (?:underlin|underscor|highlight|illustrat|validat|reinforc|demonstrat)\w* (?:the |our |its |their |a |an )"
)
"""What a fact shows that is only named for what it shows: `export curbs underline the need for other sources`."""
_MARKET = re.compile(r"\b(?:prices?|markets?(?!-)|rall(?:y|ies)|futures|premiums?|spot|commodit(?:y|ies))\b")
"""What a headline says whose text is about a market after all."""
_HOOKS = frozenset(["price_move", "demand_change", "stockpiling", "export_control"])
_MADE = frozenset(["production_change", "demand_change"])
HOOKS = _HOOKS | _MADE | {"equity_move"}
"""Types of what a release may say of the market, or of its own works that go on."""
_GOES_ON = re.compile(r"\b(?:continu(?:e|es|ed|ing)|keeps?|kept|remains? set) (?:to|on) (?:[a-z]+ ){0,2}\Z")
"""What says that a thing goes on as before: `we continue to ramp up production`."""
_FIRST = 1
"""The first sentence below the headline."""


def is_hook(draft: Draft, scene: Scene, voice: Voice, title: str, told: frozenset[str]) -> bool:
    """Tell whether what a release says of the market is only the circumstance of its own news.

    `title` is the headline in lower case, `told` are the types of the facts that it tells.
    """
    type_, order = draft.type, draft.sentence.order
    if draft.modality is Modality.DENIED:
        return False
    if draft.sentence.chinese:
        if type_ != "price_move" or order == 0 or (voice is Voice.REPORT and draft.amounts) or _MARKET_ZH.search(title):
            return False
        return is_circumstance(draft, scene)
    if voice is Voice.REPORT:
        return False
    if type_ == "equity_move":
        return order > 0
    if type_ in _MADE and order > 0 and not draft.amounts and _goes_on(draft, scene):
        return True
    if type_ not in _HOOKS:
        return False
    if order == 0:
        return not draft.amounts and is_circumstance(draft, scene) and type_ in {"price_move", "demand_change"}
    if is_circumstance(draft, scene):
        return True
    if type_ != "price_move" or "price_move" in told or _MARKET.search(title):
        return False
    return voice is Voice.PAID or (voice is Voice.LISTED and order > _FIRST and not draft.amounts)


def _goes_on(draft: Draft, scene: Scene) -> bool:
    return any(scene.says_before(_GOES_ON, place) for place in {draft.candidate.start, draft.candidate.extent[0]})


def is_circumstance(draft: Draft, scene: Scene) -> bool:
    """Tell whether the words before a fact, or behind it, make it the circumstance of another."""
    if draft.sentence.chinese:
        return _is_circumstance_zh(draft, scene)
    low, (start, end) = scene.low, draft.candidate.extent
    floor = max(draft.sentence.start, start - NEAR)
    if _CIRCUMSTANCE.search(low[floor:start]):
        return True
    if _UNDERLINES.match(low, end, draft.sentence.end):
        return True
    return draft.type == "price_move" and draft.candidate.nominal and _ACTS_ON.match(low, end) is not None


def _is_circumstance_zh(draft: Draft, scene: Scene) -> bool:
    start = draft.candidate.extent[0]
    goods = [hit.start for hit in draft.commodities if draft.sentence.start <= hit.start < start]
    start = min([start, *goods])
    return scene.says_before(_CIRCUMSTANCE_ZH, start, 24) is not None
