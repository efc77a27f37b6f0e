"""Backdrop: what an English text tells as the setting of its news: standing demand, far forecasts, hopes, contracts in force.

Such sentences have the words of facts, and what they tell is so; but nothing has changed on the day. They are kept, and count
below what policies ask for that name no relevance of their own.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.messages import Modality

_LEAD = 2
"""Sentences after the headline that are the lead."""
NEAR = 80
"""Characters before a fact within which the words stand that make it the setting."""

_DATED = re.compile(
    r"\b(?:this|last|past|recent|latest) (?:week|month|quarter|year|season|half)s?\b|\bq[1-4]\b|\b(?:first|second|third|fourth) (?:quarter|half)\b|\b20\d\d\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b|\byear[ -]on[ -]year\b|\b(?:to)?day\b"
)
"""What gives a change of demand a time of its own."""
_CLAUSE = re.compile(
    r"(?:\b(?:which|that|who|whose|where|experienc\w+|fac(?:es?|ing)|fac(?:ed)|see(?:s|ing)?|address\w*|meet(?:s|ing)?|met|serv(?:es?|ing)|satisf\w+|suppl(?:y|ies|ying)|fulfil\w*|respond\w*"
    r"|response|capitali[sz]\w+|benefit\w*|support(?:s|ed|ing)?|driven|fuel+ed|due|amid|given|with|including|include[sd]?|by|of|for|from|to|into|as|and)\b)(?: [\w'’,-]+){0,6} \Z"
)
"""What makes demand the object of another verb or part of a clause by the way: `addresses a growing demand`."""
_BY_YEAR = re.compile(
    r"\b(?:by|in|to|through|until|till|over|between|before) (?:the (?:end|start|middle) of |late |early |mid-)?20(\d\d)\b"
)
_FAR = 3
"""Years ahead from which on a forecast is a long-range one."""
_FORETOLD = frozenset(["demand_change", "price_move", "production_change"])
_HOPEFUL = re.compile(
    r"\b(?:optimis\w+|bullish|upbeat|confident|confidence|positive (?:about|on|outlook)|believes?|predict(?:s|ed|ing)|foresees?|anticipat(?:es|ed|ing)|expects?|expected)\b"
)
_OFFICER = re.compile(
    r"\b(?:ceo|cfo|coo|chief executive|chair(?:man|woman|person)?|managing director|founder|executive director|he|she)\b"
)
"""Who speaks for a firm, and seldom ill of its market."""
_BANKS = re.compile(
    r"\bcentral[- ]banks\b|\bcentral[- ]bank (?:gold )?(?:purchases|buying|demand|accumulation|hoarding)\b"
)
_STUDY = re.compile(
    r"(?:the|this|our|its) (?:[a-z-]+ ){0,3}(?:plan|study|design|pfs|dfs|pea|scoping study|feasibility study|assessment|concept|model|proposal)"
    r" (?:also )?(?:includes?|envisag\w+|envision\w*|contemplat\w+|proposes?|outlin\w+|calls for|assumes?|considers?|incorporates?|foresees?|consists?)\b"
)
"""How a study's design begins, which is decided by nobody yet."""
_UNDRILLED = re.compile(
    r"\b(?:explor(?:ation|er|ing)|drilling (?:activities|program(?:me)?s?|campaigns?)|drill program(?:me)?s?|first well|scoping study|prospects)\b"
)
"""What a firm is at that is far from its first goods."""
_AIMS = re.compile(r"\b(?:aim|target|hop(?:e|ing)|goal|ambition)(?:s|ed|ing)? (?:for|at|to|of) [\w' -]*\Z")
_MILESTONE = re.compile(
    r"[^,;.]{0,24} (?:represents?|marks?|is|constitutes?|remains) (?:an? |the )?(?:[a-z-]+ ){0,3}(?:milestone|step|part|element|component|pillar)\b"
)
"""What makes of a start one more step on a firm's way: `construction of the plant is a key milestone in its plan`."""
_NAMED_BY = re.compile(
    r"\b(?:relat(?:ed|ing) to|under|pursuant to|in accordance with|in line with|as part of|by virtue of|in connection with|covered by|subject to)"
    r" (?:the |its |their |this |that |our |an? )(?:terms of (?:the |its |an? )?)?(?:[\w-]+ ){0,3}(?:off-?take|suppl(?:y|ies)|sales?|purchase|contracts?|agreements?|deals?)\b"
)
"""What makes a contract one in force: `shipments under the offtake agreement`."""
_SIGNS = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|enter(?:s|ed|ing)? into|execut(?:e[sd]?|ing)|conclud(?:e[sd]?|ing)|finali[sz](?:e[sd]?|ing)|award(?:s|ed)?|secur(?:e[sd]?|ing)|w[io]ns?|new)\b"
)
_OPTION = re.compile(
    r"(?:under|pursuant to|as part of|by) (?:the |this |its |that )?(?:terms of (?:the |this |its )?)?(?:[\w-]+ ){0,3}(?:agreement|option|deal|earn-in|arrangement|joint venture)\b"
    r"[^.;]*\b(?:aims? to|may|can|could|has the (?:right|option)|have the (?:right|option)|is entitled to|will have the|must|would) (?:[a-z]+ )?(?:earn|acquire|increase|buy|obtain|gain|purchase)\b"
)
"""How the terms of an option in force are told."""
_IN_FORCE = re.compile(
    r"\b(?:has|have) (?:[a-z]+ ){0,3}(?:restricted|banned|curbed|limited|controlled|taxed|blocked|barred|sanctioned)\b[^.;]{0,80}\bsince (?:last|early|late|mid|the (?:start|end)|spring|summer|autumn|winter|20\d\d|january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:signed|imposed|introduced|announced|adopted|passed|enacted|in (?:force|effect|place))(?: into law)?(?: back)?(?: in| since| from)? (?:last (?:year|spring|summer|autumn|fall|winter)|earlier this year|(?:early |late |mid-)?20\d\d)\b"
)
"""What makes of a measure one in force for long: `has restricted exports since last year`, `the ban signed last spring`."""
_COVERAGE = re.compile(
    r"\b(?:initiat\w+|updat\w+|resum\w+|maintain\w*|reiterat\w+|launch\w*) (?:of )?(?:research |analyst )?coverage\b"
)
"""A headline of a broker's note, which sums up what a firm has told."""
_OF_FIRMS = frozenset(["mna", "large_contract", "supply_source"])


def is_backdrop(draft: Draft, scene: Scene, year: int, title_end: int) -> bool:
    """Tell whether an English sentence below the headline, which ends at `title_end`, tells its fact as the setting only."""
    sentence, type_ = draft.sentence, draft.type
    if type_ == "price_move" and _is_view(draft, scene, title_end):
        return True
    if draft.direction == "discovery" and _is_drilled(draft, scene):
        return True
    if sentence.order == 0:
        return type_ == "demand_change" and not draft.amounts and _is_attributive(draft, scene)
    if type_ == "mna" and (_is_weighed(draft, scene) or _is_booked(draft, scene)):
        return True
    if type_ == "price_move" and _is_reason_of_results(draft, scene):
        return True
    if type_ == "mna" and scene.says_before(_AFTER_DEAL, draft.candidate.start, NEAR):
        return True
    if type_ in _DEEDS and _is_by_the_way(draft, scene):
        return True
    if type_ == "production_change" and scene.says(_COMBINED):
        return True
    if type_ == "mna" and "value" not in draft.amounts and _is_of_shares(scene, title_end):
        return True
    start = draft.candidate.extent[0]
    before = scene.low[max(sentence.start, start - NEAR) : start]
    if type_ == "demand_change" and (_is_standing_demand(draft, scene, before) or _is_hope(draft, scene)):
        return True
    if type_ == "export_control" and (scene.says(_IN_FORCE) or _is_absolute(draft, scene)):
        return True
    if type_ == "price_move" and _only_describes(draft):
        return True
    if type_ in _FORETOLD and _is_far(draft, scene, year):
        return True
    if type_ == "price_move":
        return _is_hope(draft, scene)
    if type_ == "stockpiling":
        return _is_of_all_banks(draft, scene)
    if type_ == "production_change" and _is_promised(draft, scene):
        return True
    if type_ in {"production_change", "supply_source"} and _is_design(draft, scene):
        return True
    if type_ in _OF_FIRMS and _COVERAGE.search(scene.low, 0, title_end):
        return True
    return _is_in_force(draft, scene)


_ANALYSTS = re.compile(
    r"\b(?:analysts?|economists?|strategists?|forecasters?|poll|survey|brokerage|(?:research|client) (?:note|house|firm)|in a note|goldman|morgan stanley|jp ?morgan|citi(?:group)?|ubs|bofa|bank of america|macquarie|fitch|moody's|bmi|woodmac|wood mackenzie|capital economics|world bank|imf|(?:price )?forecasts?|price targets?|outlook)\b"
)
"""Who foretells prices, and what a foretold one is called."""
_FOUND = re.compile(
    r"\b(?:study|paper|model|modelling|researchers|scientists|academics|professors?|scholars) (?:finds?|found|says?|shows?|suggests?|warns?|argues?|concludes?)\b"
)
"""What heads what a study has reckoned."""
_SAID_IN = 320
"""Characters below a headline within which it is said who foretells."""


def _is_view(draft: Draft, scene: Scene, title_end: int) -> bool:
    """Tell whether a price is only what somebody thinks of it: what may be, or what analysts foretell."""
    if draft.modality is Modality.POSSIBLE:
        return True
    if draft.sentence.order and _FOUND.search(scene.low, 0, title_end):
        return True
    if draft.modality is not Modality.EXPECTED:
        return False
    end = title_end + _SAID_IN if draft.sentence.order == 0 else draft.sentence.end
    return _ANALYSTS.search(scene.low, draft.sentence.start, end) is not None


_DRILLED = re.compile(
    r"\b(?:assay(?:s|ed)?|g/t|grams per ton(?:ne)?|aircore|intersect\w*|intercepts?|drill ?holes?|drill(?:ing)? (?:results?|program(?:me)?s?|campaigns?|core|rigs?)|(?:rc|diamond|infill|step-out) drilling"
    r"|metres of drilling|minerali[sz](?:ed|ation)|strike|holes?|\d ?(?:m|metres?|meters?) (?:of|at|grading)|over \d+(?:\.\d+)? ?(?:m|metres?|meters?)|soil (?:samples?|survey|sampling)|grab samples?|rock chips?|geochem\w*|geophysic\w*|pegmatites?|porphyry|open in all directions|untested targets?|maiden (?:mineral )?resource|(?:inferred|indicated|mineral) resources?|resource estimate|exploration (?:wells?|program(?:me)?s?|licen[cs]es?|targets?))\b"
)
"""What explorers tell of, whose finds are years away from any goods."""
_UNITS = re.compile(
    r"\b(?:in|on|through) the (?:open )?market\b|\bof the (?:units|notes|warrants)\b|\band (?:[\d.,]+ (?:million )?)?warrants\b|\bshell company\b"
)
"""How shares are traded or handed out of which no mine changes hands."""
_BOOKED = re.compile(
    r"\b(?:gain|loss|profit|charge|income|proceeds|impairment|write-?down)s?\b(?:[^.;]|\.(?=\d)){0,72}? (?:from|on|of|for|to|with) (?:the |a |an |its |their )?(?:[a-z]+ )?\Z"
)
"""What makes of a sale an item of a firm's accounts, told when it was agreed: `includes a gain of $40 million from the sale of`."""
_RESULTS = r"(?:profits?|loss(?:es)?|earnings|net income|income|results|revenues?|sales|turnover|margins?|ebitda|cash flow|write-?downs?|write-?offs?|impairments?|dividends?|downturn|charges?|performance)"
_BEFORE_REASON = re.compile(
    rf"\b{_RESULTS}\b[^.;]{{0,110}}\b(?:due to|because of|owing to|thanks to|reflect(?:s|ed|ing)?|result of|caused by|brought about by|result(?:s|ed|ing) from|following|on the back of|driven by|hit by|hurt by|helped by|helped|buoyed by|boosted by|offset by|attribut(?:ed|able) to|blam(?:ed|ing)|as a result of|stemm(?:ed|ing) from|impacted by|affected by|squeezed by|lifted by|dragged down by|weighed down by|on|from|by|with|amid|despite) (?:an? |the |its |sharply |much |significantly |lower and |weaker |stronger |continued |continuing |recent |last year['’]s ){{0,3}}\Z"
)
_BEHIND_REASON = re.compile(
    rf"(?:(?<=prices)|(?<=price)) for (?:the |its |an? )(?:[\w.,%’'-]+ ){{0,6}}{_RESULTS}\b|[^.;]{{0,60}}? (?:led to|caused|cut into|hit|hurt|weighed on|dragged down|squeezed|eroded|boosted|lifted|helped|supported|resulted in|depressed|affected|offset|reduced|contributed to) (?:[\w.,%’'-]+ ){{0,6}}{_RESULTS}\b"
)
"""How a price is told as the reason of what a firm has earned, whose time is over: `profit fell because of lower oil prices`."""
_SALE = re.compile(
    r"(?:the |a |this |any )?(?:sale|selling|acquisition|acquiring|purchase|disposal|divestment|merger|takeover|deal)\b"
)
_WOULD_SERVE = re.compile(
    r"[^.;]{0,72}? (?:(?:will|would|could|may|might|is expected to|are expected to|is set to) (?:[a-z]+ly |also |further )?|(?:[a-z]+ly |also |further )(?=[a-z]+s )|(?=(?:enhances|strengthens|boosts|signals|demonstrates|reflects|confirms|shows|reinforces|unlocks|improves|positions|diversifies|supports|underscores|marks|represents|aligns) ))"
    r"(?:enhanc|signal|demonstrat|reflect|confirm|show|reinforc|unlock|underscor|mark|represent|align|generat|provid|strengthen|unlock|allow|enabl|help|creat|position|improv|boost|increas|giv|bring|add|support|diversif|expand|free|fund)\w*"
)
"""What a deal is praised for that is told elsewhere, or not done: `selling the wells would generate cash`."""
_COMBINED = re.compile(r"\bcombined (?:[a-z]+ ){0,2}(?:production|output)\b")
"""What two firms make together once one has bought the other, of which no ounce is new."""
_AFTER_DEAL = re.compile(
    r"\b(?:days?|weeks?|months?|years?|shortly|soon|hot on the heels of) (?:after|following|of|since) (?:the |its |their |an? )(?:[$\w.,]+ ){0,4}\Z"
    r"|\bwhen (?:it|they|he|she|the (?:firm|company|group|defendants|sellers|owners)) (?:had )?\Z"
    r"|\b(?:formed|founded|set up|created|established|incorporated) to \Z"
    r"|\b(?:judge?ment|lawsuit|suit|damages|award|verdict|ruling|penalty)\b[^.;]{0,60} (?:for|over) (?:[\w'’]+ ){0,4}\Z"
    r"|\b(?:loans?|debts?|borrowings?) (?:used |taken |raised |taken out )?to \Z"
)
"""What makes of a deal the time of other news: `came days after the purchase of`."""
_DEEDS = frozenset(["supply_source", "production_change", "mna", "large_contract"])
_WHICH = re.compile(
    r", (?:which|who) (?:(?:has|had|have|also|just) )?(?:recently|lately|earlier|previously) (?:[\w'’-]+ ){0,3}\Z"
)
_GOES = re.compile(
    r"[^.;]{0,120}, (?:has|have|had|is|was|said|says|will|announced|reported|named|appointed|today|on)\b"
)
"""What parts a clause by the way from the verb of the news: `Tessel, which recently made its first tin, has named a chair`."""
_WITH = re.compile(r"\bwith (?:[\w'’-]+ ){0,4}\Z")
_ING = re.compile(r"ing\b")
_EARLY = 4000
"""Characters of a text within which it says so."""
_SHARES_ISSUED = re.compile(
    r"\b(?:private placement|placement|flow-through|bought deal|early warning|warrants|stock options|share consolidation|rights issue|shares? for debt|debt settlement|debentures?|share (?:sale|offering)|listing|ipo|investor relations|financing|issuer bid|buy-?backs?|(?:largest|major) (?:share)?holder|sells shares|insider|to list|begins trading)\b"
)
"""What a headline announces that is about a firm's own shares."""


def _is_drilled(draft: Draft, scene: Scene) -> bool:
    """Tell whether a discovery is what an explorer drilled or sampled, whose size nobody knows."""
    if draft.amounts.keys() & {"quantity", "capacity"}:
        return False
    return _DRILLED.search(scene.low, 0, _EARLY) is not None


def _is_attributive(draft: Draft, scene: Scene) -> bool:
    """Tell whether a headline only calls demand growing, and tells what it does: `How copper's growing demand creates value`."""
    candidate, subject = draft.candidate, draft.candidate.subject
    if candidate.rule == "move.adjective":
        return True
    if (
        subject is None
        or candidate.start > subject.start
        or not scene.low.endswith("ing", candidate.start, candidate.end)
    ):
        return False
    return subject.start - candidate.end <= 1


def _is_absolute(draft: Draft, scene: Scene) -> bool:
    """Tell whether a measure is only the circumstance of what follows: `with export controls tightening, it opened an office`."""
    low, (start, end) = scene.low, draft.candidate.extent
    before = low[max(draft.sentence.start, start - NEAR) : start]
    return _WITH.search(before) is not None and _ING.search(low[start:end]) is not None


def _only_describes(draft: Draft) -> bool:
    """Tell whether a price is only described beside what it does: `rising gold prices make the name apt`."""
    candidate, subject = draft.candidate, draft.candidate.subject
    return (
        candidate.rule == "move.adjective"
        and not any(amount.place[0] > candidate.start for amount in draft.amounts.values())
        and subject is not None
        and candidate.end < subject.start
        and draft.modality is Modality.ACTUAL
    )


def _is_booked(draft: Draft, scene: Scene) -> bool:
    """Tell whether a sale that is done is told only by what it brought into the books."""
    return draft.modality is Modality.ACTUAL and scene.says_before(_BOOKED, draft.candidate.start, NEAR) is not None


def _is_reason_of_results(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price without a number is only the reason of what a firm has earned in a time that is over."""
    if draft.modality is not Modality.ACTUAL or draft.sentence.order == 0:
        return False
    subject, start = draft.candidate.subject, draft.candidate.extent[0]
    first = min(start, subject.start if subject else start, *(hit.start for hit in draft.commodities[:1]))
    last = max(draft.candidate.extent[1], subject.end if subject else 0)
    if any(amount.place[0] < last for amount in draft.amounts.values()):
        return False
    if not draft.amounts and scene.says_before(_BEFORE_REASON, first, 200) is not None:
        return True
    return _BEHIND_REASON.match(scene.low, last, draft.sentence.end) is not None


def _is_by_the_way(draft: Draft, scene: Scene) -> bool:
    """Tell whether a deed stands in a clause by the way, between who is spoken of and what they do now."""
    low, (start, end) = scene.low, draft.candidate.extent
    floor = max(draft.sentence.start, start - NEAR)
    return (
        _WHICH.search(low, floor, start) is not None or _WHICH.search(low, floor, draft.candidate.start) is not None
    ) and _GOES.match(low, end, draft.sentence.end) is not None


def _is_weighed(draft: Draft, scene: Scene) -> bool:
    """Tell whether a deal is only the subject of what it will be good for."""
    if draft.amounts or _SALE.match(scene.low, draft.candidate.start) is None:
        return False
    return _WOULD_SERVE.match(scene.low, draft.candidate.end, draft.sentence.end) is not None


def _is_of_shares(scene: Scene, title_end: int) -> bool:
    """Tell whether a deal is in a firm's own shares: a placement, a holder who sells on the market."""
    if scene.says(_UNITS):
        return True
    return _SHARES_ISSUED.search(scene.low, 0, title_end) is not None


def _is_standing_demand(draft: Draft, scene: Scene, before: str) -> bool:
    if draft.amounts:
        return False
    foreseen = (
        draft.modality is Modality.EXPECTED and draft.candidate.rule == "move.verb" and draft.sentence.order > _LEAD
    )
    if draft.candidate.rule != "move.adjective" and not foreseen:
        return False
    if scene.says(_DATED):
        return False
    return draft.sentence.order > _LEAD or _CLAUSE.search(before) is not None


def _is_far(draft: Draft, scene: Scene, year: int) -> bool:
    if draft.sentence.order <= _LEAD or draft.modality not in {Modality.EXPECTED, Modality.POSSIBLE}:
        return False
    years = [2000 + int(found[1]) for found in _BY_YEAR.finditer(scene.low, draft.sentence.start, draft.sentence.end)]
    return bool(years) and max(years) >= year + _FAR


def _is_hope(draft: Draft, scene: Scene) -> bool:
    if draft.amounts or draft.modality not in {Modality.EXPECTED, Modality.POSSIBLE}:
        return False
    end = draft.candidate.end
    return scene.says_before(_OFFICER, end) is not None and scene.says_before(_HOPEFUL, end) is not None


_SAYS_AGAIN = re.compile(r"[\"“']")
"""How what somebody says begins."""


def _is_promised(draft: Draft, scene: Scene) -> bool:
    """Tell whether output is only what a speaker promises, without a number: `“Production will grow again with your help”`."""
    if draft.amounts or draft.direction != "up" or draft.modality not in {Modality.EXPECTED, Modality.POSSIBLE}:
        return False
    return _SAYS_AGAIN.match(scene.low, draft.sentence.start) is not None


def _is_of_all_banks(draft: Draft, scene: Scene) -> bool:
    if draft.countries or draft.bodies or draft.amounts.keys() & {"quantity", "change", "change_by"}:
        return False
    return scene.says(_BANKS) is not None


def _is_design(draft: Draft, scene: Scene) -> bool:
    low, sentence = scene.low, draft.sentence
    if sentence.order <= 1:
        return False
    if _STUDY.match(low, sentence.start, sentence.end):
        return True
    if draft.type != "supply_source" or draft.direction != "new":
        return False
    aimed = scene.low[max(sentence.start, draft.candidate.start - NEAR) : draft.candidate.extent[1]]
    if _AIMS.search(aimed) and scene.says(_UNDRILLED):
        return True
    return sentence.order > _LEAD and _MILESTONE.match(low, draft.candidate.extent[1], sentence.end) is not None


def _is_in_force(draft: Draft, scene: Scene) -> bool:
    low, sentence = scene.low, draft.sentence
    if draft.type == "mna":
        return _OPTION.match(low, sentence.start, sentence.end) is not None
    if draft.type != "large_contract":
        return False
    start, end = draft.candidate.extent
    named = _NAMED_BY.search(low, max(sentence.start, start - NEAR), min(sentence.end, end + NEAR))
    if named is None or named.end() <= start or end <= named.start():
        return False
    return scene.says(_SIGNS) is None


_TALLY = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:of (?:them|those|these) |(?:[a-z-]+ ){0,2}(?:producers|manufacturers|enterprises|companies|plants|mills|smelters|refineries) )"
    r"(?:(?:have|had|were|also) )?\Z"
)


def is_tally(draft: Draft, scene: Scene) -> bool:
    """Tell whether a sentence only counts those that did a thing, whose figure is told beside it: `12 producers cut output`."""
    start = draft.candidate.extent[0]
    if draft.type != "production_change" or draft.amounts.keys() & {"change", "change_by", "level"}:
        return False
    return scene.says_before(_TALLY, start, NEAR) is not None
