"""Purposes: English facts that an act is only for, that wait for something else, or that the market only hopes or fears.

`Will auction rice from its stores to bring down prices`, `will cap output until uranium prices recover`, `stricter rules on the expansion of smelting`.
"""

import re

from tocsin.detect.refusals.choices import open_choice
from tocsin.detect.refusals.nearby import NEAR, OF_OLD, precede
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.messages import Modality

_MOOD = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|fears?|feared|worr(?:y|ies|ied)|concern(?:s|ed)?|anxiet(?:y|ies)|caution|prospects?|risks?|threats?|if|optimism|pessimism|doubts?|bets?|betting|uncertaint(?:y|ies)|speculation|talk)\b(?: [\w'’-]+){0,6} \Z"
)
"""What makes of a change in demand a mood of the market, which is told of its price: `supported by hopes of stronger demand`."""
_CONCERN = re.compile(r"\b(?:concerns?|worry|worries|fears?|anxiety) (?:over|about|of|for|regarding) (?:[a-z'’-]+ )?\Z")
"""What makes of it, right before its words, only what is feared."""
_MIGHT = re.compile(r"(?: [\w'’-]+){0,4} (?:should|could|would|may|might)\b")
"""What makes of stronger demand the reason for something that may come: `stronger demand should lift prices`."""
_TO_ACT = re.compile(
    r"(?<!expected)(?<!likely)(?<!set)(?<!due)(?<!seen)(?<!forecast)(?<!poised)(?<!ready)(?<!about)(?<!bound)(?<!going)(?<!able)(?<!helped)(?<!helping)(?<!helps)(?<!help)(?<!managed)(?<!continues)(?<!continued)(?<!continue)(?<!began)(?<!begun)(?<!begin)(?<!begins)(?<!started)(?<!starts)(?<!start)(?<!enough)(?<!likelier)(?<!sure)(?<!agreed)(?<!decided)(?<!plans)(?<!plan)(?<!planned)(?<!wants)(?<!intends)(?<!threatens)(?<!threatened)(?<!failed)(?<!combined)(?<!served)(?<!has)(?<!have)(?<!had)(?<!conspired)(?<!projected)(?<!predicted)(?<!proposes)(?<!proposed) to (?:help )?\Z"
)
"""What makes of a price that somebody moves a purpose, not a fact: `will auction rice from its stores to bring down prices`."""
_AND_ALSO = re.compile(
    r"\b(?:accords?|pacts?|deals?|agreements?|plans?|efforts?|moves?|measures?|steps?|decisions?|bids?|pledges?|promises?) (?:[\w'’-]+ ){0,6}to [a-z]+ (?:[\w'’-]+ ){1,5}and (?:help |to )?\Z"
)
"""The same of the second thing that a pact is for: `the accord to curb output and boost prices`."""
_AND_TO_ACT = re.compile(
    _TO_ACT.pattern.removesuffix(r"\Z")
    + r"(?:[a-z]+ly )?(?:help )?[a-z]+ (?:[\w'’.%-]+ ){1,16}and (?:to )?(?:help )?\Z"
)
"""The same where it stands beside another purpose: `to help mills clear stocks and prop up prices`."""
_TO_FIND = re.compile(
    r"\b(?:rac(?:e|es|ed|ing)|search(?:es|ed|ing)?|hop(?:e|es|ed|ing)|try|tries|tried|trying|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|wants?|wanted|work(?:s|ed|ing)?|drill(?:s|ed|ing)?|explor(?:e|es|ed|ing)|look(?:s|ed|ing)?|plans?|planned"
    r"|bid|bidding|efforts?|quest|hunt(?:s|ing)?|push|campaigns?|means|tools?|ways?|scrambl(?:e|es|ed|ing)|rush(?:es|ed|ing)?) (?:[a-z]+ )?to (?:[a-z]+ )?\Z"
)
"""What makes of a find one that is only looked for: `ramps up its efforts to find copper`."""
_BIDDEN = re.compile(
    r"\b(?:told|ordered|asked|instructed|urged|directed|forced|led|caused|allowed|obliged|prompted|enabled|compelled|called on) (?:[\w'-]+ ){1,5}to \Z"
)
"""What makes of a purpose an order: `told miners to slash prices`."""
_WILL = re.compile(
    r"(?!(?:\S+ ){0,3}(?:act|acts|move|moves|meet|meets|vow|vows|vowed|works?|tries|fights?|struggles?|seeks?|rush|rushes|rac(?:es?|ing)|steps?|measures?|bids?|efforts?|drive|push|needs?|ways?|calls?|pressure|proposals?|how|why|what|when|tools?|chances?|sells?|buys?|cuts?|curbs?|imports?|intervenes?|auctions?|releases?|taps?|offers?|scrambles?|hopes?|aims?|wants?|asks?|asked|urge[sd]?) )"
    r"(?:(?:update|exclusive)[: -]+)?(?:[\w&.'’-]+ ){1,3}to (?:[a-z]+ly )?\Z"
)
"""What tells in a headline that somebody will move a price: `Corvane to raise potash prices`."""


def _is_ahead(draft: Draft) -> bool:
    """Tell whether a verb of movement stands ahead of the price that somebody moves: `to cool pump prices`."""
    candidate = draft.candidate
    return candidate.rule == "move.verb" and candidate.subject is not None and candidate.subject.start > candidate.start


def _is_price_purpose(draft: Draft, scene: Scene) -> bool:
    """Tell whether an act in the same clause is done so that prices move."""
    candidate = draft.candidate
    if (
        draft.type != "price_move"
        or not (candidate.rule == "move.object_verb" or _is_ahead(draft))
        or draft.amounts.keys() & {"change", "change_by"}
    ):
        return False
    if scene.says_before(_BIDDEN, candidate.start, 64):
        return False
    if draft.sentence.order == 0 and _WILL.match(scene.low, draft.sentence.start, candidate.start):
        return False
    if scene.says_before(_TO_ACT, candidate.start, 24) or scene.says_before(_AND_ALSO, candidate.start, 110):
        return True
    return holds_any(scene.low, (" and ",), max(draft.sentence.start, candidate.start - 10), candidate.start) and (
        scene.says_before(_AND_TO_ACT, candidate.start, 160) is not None
    )


_AT_HOME = re.compile(
    r" (?:(?:their|its|the|more|our) )?(?:domestic|local|national|home|homegrown|home-grown|american|u\.s\.|european) "
)


def is_let_go(draft: Draft, scene: Scene) -> bool:
    """Tell whether supplies are raised by what is sold from stock."""
    candidate, subject = draft.candidate, draft.candidate.subject
    if draft.type != "production_change" or candidate.rule != "move.object_verb" or subject is None:
        return False
    return scene.low.startswith("suppl", subject.start) and scene.says_before(_LET_GO, candidate.start, 160) is not None


_LET_GO = re.compile(
    r"\b(?:sold|sells?|selling|releas(?:e|es|ed|ing)|auction(?:s|ed|ing)?|offload(?:s|ed|ing)?|import(?:s|ed|ing)?)\b[^.;]* to (?:[a-z]+ly )?\Z"
)
"""What makes of supplies to be raised the purpose of a sale from stock: `sold wheat in the open market to augment supplies`."""


def _is_output_purpose(draft: Draft, scene: Scene) -> bool:
    """Tell whether a measure in the same clause is taken so that output at home rises: `tariffs on imports to bolster domestic production`."""
    candidate = draft.candidate
    if (
        draft.type != "production_change"
        or candidate.rule != "move.object_verb"
        or any(amount.place[0] > candidate.start for amount in draft.amounts.values())
        or draft.sentence.chinese
    ):
        return False
    if scene.says_before(_WAY_TO, candidate.start, 24) or scene.low.startswith(_STORES_UP, candidate.start):
        return True
    return (
        scene.says_before(_TO_ACT, candidate.start, 24) is not None
        and _AT_HOME.match(scene.low, candidate.end) is not None
    )


_STORES_UP = ("replenish", "restock", "refill")
"""What fills a store, and makes nothing."""
_WAY_TO = re.compile(r"\b(?:way|ways|means|options?|tool|tools|how|chance|need|proposals?) to (?:[a-z]+ly )?\Z")
"""What makes of more output a thing that somebody only thinks about: `the cheapest way to raise production`."""


_ENCOURAGED = re.compile(
    r"\b(?:incentives?|tax (?:breaks?|credits?|relief|benefits?|cuts?)|subsid(?:y|ies)|proposals?|recommendations?|policy options|legislation|costs?|grounds|sake)"
    r"(?: [\w'’-]+){0,4} (?:to|of|for)(?: (?:help|encourage|spur|support)(?: it| them| producers| companies)?)? (?:[a-z]+ly |to )?\Z"
)
"""What makes of more output what somebody is to be moved to, or what it would cost: `tax breaks to raise oil production`, `the costs of increasing output`."""


_MEASURES_TO = re.compile(
    r"\b(?:measures|steps|ways|efforts|incentives|package|campaign)(?: [\w'’-]+){0,6} to (?:[a-z]+ly )?\Z"
)


_SPARE = re.compile(r"\b(?:excess|surplus|idle|redundant|over-?capacity)\b")
"""What makes of less capacity an aim of talks: `steps to cut excess aluminium capacity`."""


def _is_encouraged(draft: Draft, scene: Scene) -> bool:
    """Tell whether output or exports are only to be raised, by what a state offers for it."""
    if draft.sentence.chinese:
        return False
    subject = draft.candidate.subject
    if draft.type == "demand_change" and subject is not None and scene.low.startswith("export", subject.start):
        return not draft.amounts and scene.says_before(_MEASURES_TO, draft.candidate.start, 96) is not None
    if (draft.type, draft.direction) == ("production_change", "down"):
        start, end = draft.candidate.extent
        spare = _SPARE.search(scene.low, start, min(end + 24, draft.sentence.end)) is not None
        return spare and not draft.amounts and scene.says_before(_MEASURES_TO, draft.candidate.start, 96) is not None
    if (draft.type, draft.direction) != ("production_change", "up"):
        return False
    return scene.says_before(_ENCOURAGED, draft.candidate.extent[0], 96) is not None


_KEPT_SMALL = re.compile(
    r"\b(?:limit|cap|curb|contain|restrain|temper|revers|eras|par|trim|prevent|dampen|stem|check|slow|blunt|wip|undo|unwind)(?:s|ped|med|e|es|ed|d|ing|ping|ming|ning|ring)?(?: out| away)?"
    r"(?: (?!(?:after|as|by|on|and|but|with|from|amid|to|that|which|while|when|in|at|for|losses|declines?|falls?|supply|output|exports?|demand|imports?|production)\b)[\w'’-]+){0,4} \Z"
)
"""What holds back or undoes a move of the price behind it: `ample supply limits oil price gains`."""


def _is_kept_small(draft: Draft, scene: Scene) -> bool:
    """Tell whether an English noun's move of a price is one that something holds back or undoes."""
    candidate = draft.candidate
    if draft.sentence.chinese or not (candidate.rule == "phrase" or candidate.nominal) or draft.amounts:
        return False
    return scene.says_before(_KEPT_SMALL, candidate.extent[0], 64) is not None


_BANNED_TO = re.compile(
    r"\b(?:bans?|banned|banning|halt(?:s|ed)?|curb(?:s|ed)?|restrict(?:s|ed|ions)?|prohibit(?:s|ed)?|stop(?:s|ped)?|suspend(?:s|ed)?) (?:(?:all|on|the|of|its|on the) ){0,2}(?:[a-z]+ )?exports? (?:of (?:[a-z]+ ){1,3})?(?:in order )?to \Z"
    r"|\b(?:export|shipment|sales) (?:bans?|suspensions?|curbs?|restrictions?|quotas?|halt|moratorium|freeze)(?: (?!(?:and|but|after|as|while)\b)[\w'’-]+){0,7} to (?:help )?\Z"
)
"""What makes of more or less supply the purpose of a ban: `halts sugar exports to lift supply at home`, `extends its export ban to curb supply`."""
_TO_KEEP = re.compile(
    r"\bto (?:keep|hold|bring|get|talk|force|help bring|help keep|stop|prevent) (?:[a-z'-]+ ){0,4}(?:prices?|costs?|rates?) (?:from (?:[a-z]+ )?)?\Z"
)
"""What makes of a price that is brought down or kept up a purpose: `an effort to keep global prices down`, `to stop prices from sliding`."""
_WAITED_FOR = re.compile(r"\b(?:until|till|unless|as soon as|by the time) (?:(?!after\b)[\w'’-]+ ){0,4}\Z")
"""What makes of a market's move the time that somebody waits for: `will cap output until uranium prices recover`."""
_WAITS = (" until ", " till ", " unless ", " as soon as ", " by the time ")


def _is_waited_for(draft: Draft, scene: Scene) -> bool:
    """Tell whether a market's move, told in the present, is what something else waits for."""
    candidate = draft.candidate
    if draft.type not in {"price_move", "demand_change"} or draft.sentence.chinese or candidate.nominal:
        return False
    if draft.direction == "flat":
        return False  # that prices settle is only possible, and some wait for it
    if not holds_any(scene.low, _WAITS, draft.sentence.start, candidate.start):
        return False
    return not OF_OLD.search(scene.low, candidate.start, candidate.end) and precede(_WAITED_FOR, draft, scene)


def undecided(draft: Draft, scene: Scene) -> str | None:
    """Return why a fact is not decided yet, or a mood of the market, be it told in the headline."""
    if why := open_choice(draft, scene):
        return why
    if draft.type == "export_control" and draft.direction == "ease":
        if scene.says(_LEFT_AS_IT_IS):
            return "a measure that is left as it is"
        if scene.says(_NO_MORE_THAN):
            return "little is let out, and the rest is not"
        if draft.candidate.measure == "quota" and scene.says(_UNFILLED):
            return "a quota that is not used up"
        if scene.says(_NEVER_TAKEN):
            return "a measure that nobody took"
    if _is_waited_for(draft, scene):
        return "the time of something else"
    if draft.type in _DONE_BY_SOMEBODY and scene.says_before(_NOT_ALLOWED, draft.candidate.extent[0], 110):
        return "what is not allowed"
    if draft.type in _RAISED and not draft.amounts and (_opens_purpose(draft, scene) or _is_use(draft, scene)):
        return "only aimed at"
    if _is_output_purpose(draft, scene) or _is_encouraged(draft, scene):
        return "only aimed at"
    if draft.type == "price_move" and _is_kept_small(draft, scene):
        return "a move that is kept small"
    if (
        not draft.sentence.chinese
        and draft.candidate.rule == "phrase"
        and scene.says_before(_HANGS_ON, draft.candidate.extent[0], 40)
    ):
        return "what something else hangs on"
    if draft.direction == "discovery" and precede(_TO_FIND, draft, scene):
        return "only looked for"
    if _is_price_purpose(draft, scene) or _is_made_a_pillar(draft, scene):
        return "only aimed at"
    if (
        draft.type == "production_change"
        and draft.direction == "resume"
        and scene.says_before(_NEEDED_TO, draft.candidate.start, 64)
    ):
        return "only needed"
    if draft.type == "production_change" and draft.direction == "up" and precede(_CURBED, draft, scene):
        return "what is to be limited"
    if draft.type == "demand_change" and not draft.amounts:
        possible = draft.modality is Modality.POSSIBLE
        if (possible and _is_mood(draft, scene)) or scene.says_before(_CONCERN, draft.candidate.extent[0], NEAR):
            return "a mood of the market"
    return None


_HANGS_ON = re.compile(
    r"\b(?:depend(?:s|ed|ent|ing)? (?:up)?on|hing(?:e|es|ed|ing) on|exercis(?:e|es|ed|ing)|contingent on|conditional on|in return for)(?: the| a| an| any)?(?: (?:[a-z]+ly|necessary|required|continued|further|strict|firm|opec|greater|more|such|own))* \Z"
)
"""What makes of output held back a condition or a virtue: `depends upon output restraint`, `to exercise the necessary production restraint`."""
_DONE_BY_SOMEBODY = frozenset(["export_control", "production_change", "supply_source"])
_NOT_ALLOWED = re.compile(
    r"\b(?:not|never|(?:refus|declin|vow)(?:es|ed|ing) (?:not )?to) (?:allow|let|permit|tolerate) (?:[\w'’-]+ ){1,6}?to (?:[\w'’-]+ ){0,8}\Z"
)
"""What keeps somebody from a deed told behind it: `would not let the rebels use the port to `."""
_RAISED = frozenset(["supply_source", "production_change", "demand_change"])


def _opens_purpose(draft: Draft, scene: Scene) -> bool:
    """Tell whether a sentence opens with what something else is done for: `To boost exports, the ministry paid growers`."""
    start, low = scene.sentence.start, scene.low
    opens = low.startswith(("to ", "in order to "), start) and draft.candidate.rule == "move.object_verb"
    return opens and 0 < draft.candidate.start - start <= _OPENING


_OPENING = 16
_USED = re.compile(
    r"\b(?:used|injected|pumped|designed|developed|intended|needed|employed|applied|installed|fitted|deployed|sold) (?:(?!(?:and|but)\b)[\w'’-]+ ){0,5}to \Z"
)
"""What a thing is for: `is injected into wells to `."""


def _is_use(draft: Draft, scene: Scene) -> bool:
    """Tell whether more output is only what a thing is used for: `gas is injected into wells to raise output`."""
    raised = draft.type == "production_change" and draft.candidate.rule == "move.object_verb"
    return raised and scene.says_before(_USED, draft.candidate.start, 64) is not None


_LEFT_AS_IT_IS = re.compile(
    r"\b(?:allow(?:s|ed|ing)?|lets?|letting|permit(?:s|ted|ting)?) (?:[\w'’-]+ ){0,6}?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|bans?|curbs|controls|restrictions|sanctions) (?:[\w'’-]+ ){0,6}?(?:to )?(?:stand|remain|stay|continue|persist)\b"
)
"""What leaves a measure in force: `a court allowed the tariffs on copper to stand`."""
_UNFILLED = re.compile(
    r"\b(?:fail(?:s|ed)? to|unable to|could not|may not|will not|might not|did not|not) (?:fill|use|use up|meet|fulfil|fulfill|exhaust)\b[^.;]{0,80}\bquotas?\b|\bquotas?\b[^.;]{0,40}\b(?:unused|unfilled|went unfilled)\b"
)
"""What leaves a quota standing: `may fail to fill 900 tonnes of its export quota`."""
_NO_MORE_THAN = re.compile(
    r"\b(?:only|just|merely) (?:allow|let|permit)(?:s|ed|ting)?\b|\b(?:allow|let|permit)(?:s|ed|ting)? (?:[\w'’-]+ ){0,3}?(?:to (?:export|ship|sell) )?only\b(?! (?:if|after|when|once|until))"
)
"""What keeps in more than it lets out: `it now only allows low-grade ore to be shipped`."""
_NEVER_TAKEN = re.compile(
    r"\b(?:(?:has|have|had) (?:not|never|yet to)|(?:hasn|haven|did|does|do)(?:['’]t| not)) (?:impos|introduc|plac|adopt|enact|appl)(?:ed|e|y|ied) (?:any |an? |such |similar |export |import |the same ){1,3}(?:export |import )?(?:bans?|curbs?|restrictions?|controls?|quotas?|tariffs?|dut(?:y|ies)|lev(?:y|ies))\b"
)
"""What says of a state that its goods were free all the time: `has not imposed any export bans, allowing it to sell`."""
_CURBED = re.compile(
    r"\b(?:rules?|limits?|curbs?|caps?|restrictions?|controls?|brakes?|moratorium|ban|freeze) on (?:the |any |all )?(?:further |future |new |additional )?\Z"
)
"""What makes of growth behind it the thing that a measure is put on: `stricter rules on the expansion of smelting`."""
_NEEDED_TO = re.compile(
    r"\b(?:conditions?|guarantees?|requirements?|steps?|permits?|approvals?|funds?|funding|parts|talks|time) (?:that (?:is|are) )?(?:necessary|needed|required|essential|sufficient) (?:for [^,;.]{2,40} )?to (?:[a-z]+ly )?\Z"
)
"""What makes of a restart only what something is needed for: `the conditions necessary to restart the mine`."""
_PILLAR = re.compile(
    r"(?: (?:of|in) [\w'’, -]{0,60})? (?:(?:as|is|was|remains) )?(?:an?|the|his|her|its|their) (?:(?:central|key|main|core|major|top|first|chief|signature) )?"
    r"(?:pillars?|cornerstones?|centrepiece|centerpiece|planks?|priority|hallmark|linchpin|goal|aim|objective|promise|pledge)\b"
)
"""What makes of a rise the aim of a policy: `made the expansion of coal output a central pillar of his campaign`."""


def _is_made_a_pillar(draft: Draft, scene: Scene) -> bool:
    """Tell whether a rise or cut of output is only what somebody stands for."""
    candidate = draft.candidate
    if (
        draft.type != "production_change"
        or draft.direction not in {"up", "down"}
        or not candidate.nominal
        or draft.amounts
    ):
        return False
    return _PILLAR.match(scene.low, candidate.end, draft.sentence.end) is not None


def _is_mood(draft: Draft, scene: Scene) -> bool:
    """Tell whether a change in demand is only hoped for, feared, or the reason of what may come."""
    candidate, low = draft.candidate, scene.low
    start, end = candidate.extent
    if scene.says_before(_MOOD, start, NEAR):
        return True
    return candidate.nominal and _MIGHT.match(low, end) is not None


def is_purpose(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is only to be brought down, or supply to be raised by a ban: an effort's purpose."""
    start = draft.candidate.start
    if draft.type == "price_move":
        return scene.says_before(_TO_KEEP, start, 64) is not None
    return draft.type == "production_change" and scene.says_before(_BANNED_TO, start, 160) is not None
