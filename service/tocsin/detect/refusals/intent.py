"""Intent: what an English sentence below the headline only aims at, supposes or knows to be so in general.

Companies fill their releases with aims (`with the goal of expanding output`), conditions (`if prices fall`), standing truths
(`prices tend to rise`) and reasons to buy their shares (`exposure to rising prices`). Each has the words of a fact. With a
number of its own an aim is a forecast; without one it tells nothing. What a sentence tells in place of a fact, `by_the_way`,
`no_deals` and `other_things` know; `intent_chinese` all of this for Chinese.
"""

import re

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.refusals.alleged import is_alleged
from tocsin.detect.refusals.beside_goods import beside_goods
from tocsin.detect.refusals.broad_tariffs import is_broad, is_of_mood
from tocsin.detect.refusals.by_the_way import TOLD, WOULD, by_the_way, is_owed
from tocsin.detect.refusals.economy import of_economy
from tocsin.detect.refusals.field_work import is_field_work
from tocsin.detect.refusals.intent_chinese import untold_chinese
from tocsin.detect.refusals.mishaps import by_mishap, by_sellers
from tocsin.detect.refusals.nearby import OF_OLD, around, lead, precede
from tocsin.detect.refusals.nearly import nearly
from tocsin.detect.refusals.no_deals import no_deal, no_deal_below
from tocsin.detect.refusals.other_things import other_thing
from tocsin.detect.refusals.others_output import is_of_measures, is_of_others
from tocsin.detect.refusals.out_of_trade import out_of_trade
from tocsin.detect.refusals.paper import of_paper
from tocsin.detect.refusals.purposes import is_let_go, is_purpose, undecided
from tocsin.detect.refusals.put_off import put_off
from tocsin.detect.refusals.reckoned import only_reckoned
from tocsin.detect.refusals.striven_for import is_striven_for
from tocsin.detect.refusals.suppositions import is_asked, is_not_known, is_supposed
from tocsin.detect.refusals.turns_of_phrase import turn_of_phrase
from tocsin.detect.refusals.ungranted import ungranted
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.messages import Modality

_AIM = re.compile(
    r"\b(?:objectives?|commitments?|committed|dedicated|goals?|aims?|aimed|purposes?|ambitions?|mission|vision|intention|potential|prospects?|target date|deadline|opportunit(?:y|ies)|possibilit(?:y|ies)|who (?:want|wish)"
    r"|ability|capability|chances?|likelihood|odds|probability|path|pathway|strategy|steps?|hopes?|rac(?:e|es|ed|ing)|scrambl(?:e|es|ed|ing)|rush(?:es|ed|ing)?|striv(?:e|es|ing)|vying|jostling|struggl(?:e|es|ed|ing)|focus(?:ed|es|ing)?|positioned|designed|capable|eager)"
    r"(?: (?:is|are|was|were|being|here))?(?: (?:of|for|to|in|on|at|toward|towards))(?: [a-z'-]+){0,3} \Z"
)
"""What makes of what follows an aim: `the objective is to`, `prospects for`, `focused on`."""
_PLANNED = re.compile(
    r"\b(?:steps?|goals?|objectives?|aims?|priorit(?:y|ies)|focus|strategy|task|challenge|vision|mission|plans?)\b(?: [\w'’-]+){0,6} (?:is|are|was|were|will be) to (?:[\w'’-]+ ){0,9}\Z"
    r"|\b(?:commitment|committed|dedication|dedicated) to (?:[\w'’-]+ ){0,8}\Z"
)
"""An aim whose verb stands words apart: `the next steps in our plan are to complete the plant and begin`, `committed to exploring and finding`."""
_ORDERED = re.compile(
    r"\b(?:orders?|acts?|bills?|laws?|legislation|grants?|funding|loans?|priority)(?: \d+)?(?: (?:aimed|designed|meant|intended))?(?: at| to) (?:[a-z]+ ){0,2}\Z"
)
"""What makes of output that rises the purpose of a law or grant, where it is of no goods in particular: `an order to boost mineral production`."""
_SOUGHT = re.compile(
    r"\b(?:review(?:s|ing)?|evaluat(?:es?|ing|ion)|pursu(?:es?|ing|it)|seek(?:s|ing)?|look(?:s|ing)?|identif(?:y|ies|ying|ication)|assess(?:es|ing)?|strategy|potential"
    r"|target(?:s|ing)|opportunit(?:y|ies)|generat(?:e|es|ing|ion)|criteria|experience|led the)\b(?: [\w'-]+){0,6} \Z"
)
"""What makes of a deal after it one that is looked for, or one of somebody's past."""
_SUPPOSED = re.compile(
    r"(?:\b(?:if|should|assuming|in the event of|in case of)|(?:^|[,;:] )were)(?: (?!the (?:current|recent|latest|ongoing)\b)[\w%$.'’-]+){0,8} \Z"
)
"""A condition, which the same clause has before its fact."""
_WERE = re.compile(
    r"\bwere(?: (?!(?:and|but|while|after|as|when|because)\b|the (?:current|recent|latest|ongoing)\b)[\w%$.'’-]+){0,8} \Z"
)
"""The same by a verb alone, which of prices only tells what they did: `prices were on the rise`."""
_DONE = re.compile(r"\bwere (?:[a-z]+ly )?\Z")
"""What makes of it, right before what befell output, a passive: `operations were suspended`."""
_GENERAL = re.compile(
    r"\b(?:how|whether|why|tends? to|typically|usually|generally|often|traditionally|normally)(?: [a-z'-]+){0,3} \Z"
)
"""A standing truth."""
_GENERAL_WHEN = re.compile(
    r"\b(?:usually|typically|generally|normally|often|always|historically|traditionally|tends?)\b[^.;]{0,90}\b(?:when|if)\b|\bthe (?:more|less|higher|lower|greater|fewer)\b[^.;]{3,120}?, the (?:more|less|higher|lower|greater|fewer)\b"
    r"|(?:(?<![\w%)’'] )|(?<=\band )|(?<=\bbut ))when(?:ever)? (?![^,;.]*\b(?:was|were|had|did|fell|rose|said|[a-z]{2,}ed)\b)[^;.]{3,160}?, "
)
"""What makes of a verb behind it what is so whenever something else is: `when factories hum, copper climbs`."""
_WHENEVER = re.compile(
    r"[^,;.]{0,40} (?:when(?:ever)?|if) (?![^,;.]*\b(?:was|were|had|did|fell|rose|said|[a-z]{2,}ed)\b)(?:[a-z'’-]+ ){1,7}[a-z'’-]+"
)
"""The same behind it: `oil comes down when output makes a glut`."""
_ADVISED = re.compile(
    r"\b(?:advis(?:e[sd]?|ing)|recommend(?:s|ed|ing)?|urg(?:e[sd]?|ing)|encourag(?:e[sd]?|ing)|suggest(?:s|ed|ing)?|tell(?:s|ing)?)(?: [\w'’-]+){0,4} to (?:[a-z]+ )?\Z"
)
"""What makes of purchases ones that somebody is told to make."""
_ADVISED_THAT = re.compile(r"\b(?:advis|recommend|urg|suggest)(?:e[sd]?|s|ed|ing) that [^,;.]*\Z")
_PRONE = re.compile(
    r"\b(?:susceptible|vulnerable|prone|sensitive|exposed|liable|subject|responsive) to(?: [a-z'-]+){0,4} \Z"
)
"""What may befall goods at any time."""
_PRONE_TO = re.compile(r"\b(?:susceptible|vulnerable|prone|liable) to\b")
_GAIN = re.compile(
    r"\b(?:miss(?:es|ed|ing)? out on|h[eo]ld(?:s|ing)? out for|wait(?:s|ed|ing)? for|in (?:the )?(?:hope|hopes|search|pursuit) of|(?:periods?|spells?|stretch|times|era|world|environment) of|(?:leverage|exposure|sensitive|sensitivity|resilien(?:t|ce)|vulnerable|insulated) (?:to|from)|profit(?:s|ing)? from"
    r"|leverag(?:e[sd]?|ing)|capitali[sz](?:e[sd]?|ing) on|tak(?:e|es|ing) advantage of|benefit(?:s|ed|ing)? from|bullish (?:on|about)|optimistic (?:on|about)"
    r"|hedge(?:s|d)? against|protect(?:s|ion|ing)? (?:against|from))(?: [a-z'-]+){0,3} \Z"
)
"""What makes a price a reason to buy something else."""
_TIME = re.compile(
    r"\b(?:once|until|till|as soon as|by the time|when|whenever|ahead of|in advance of)(?: [\w'’-]+){0,5} \Z"
)
"""What makes of a start the time of something else: `once the mine begins production`."""
_TOWARD = re.compile(
    r"\b(?:advanc|progress|mov|work|push|strid|step|head|march|driv|path|transition|way)\w*(?: [\w'’-]+){0,7} (?:toward|towards|to) (?:[a-z]+ ){0,2}\Z"
)
"""What makes of a start one that a firm is on its way to: `making strides toward commissioning its plant`."""
_DUE = re.compile(
    rf"\b(?:by|in|from|for|before|during) (?:the |early |late |mid-?)*(?:q[1-4]|(?:first|second|third|fourth) (?:quarter|half)|20\d\d|{FULL_MONTHS}|next (?:month|quarter|year))\b"
)
"""A time by which it is to be there."""
_COUNSEL = re.compile(
    r"\b(?:export controls?|sanctions)(?: and [a-z-]+){0,2} (?:advis(?:or|er|ory)s?|consult\w+|law firm|lawyers?|experts?|veterans?|compliance|specialists?|practice|attorneys?|professionals?)"
)
"""Who advises about measures and takes none."""
_GOODS = frozenset(
    ["production_change", "supply_source", "price_move", "demand_change", "inventory_change", "equity_move"]
)
_PRICES = frozenset(["price_move", "equity_move"])
_STANDSTILL = frozenset(["halt", "resume"])
"""Directions that are news as an aim too: works that are to restart stand still now."""
_TOP = 5
"""Sentences from the top below which a bare possibility is talk."""
_PROVIDED = re.compile(
    r"\b(?:in case of|in the event of|in times of|(?:guard|guards|hedge|cushion|buffer|protect|protects|protection|safeguard|insurance|shield) (?:against|from))"
    r"(?: (?!the (?:current|recent|latest|ongoing)\b)[\w'-]+){0,5} \Z"
)
"""What makes of a mishap one that is only provided for: `kept in case of an emergency or sudden disruption in oil supply`."""
_DASHED = re.compile(
    r"\bhopes? (?:that|of|for|to)\b[^.;]{0,140}\b(?:was|were|are|is|has been|have been|had been) (?:[a-z]+ly )?(?:dashed|crushed|quashed|shattered|disappointed|scotched)\b"
)
"""What makes of a fact a hope that came to nothing: `hopes that Peru would lift its ban were dashed`."""
_BESIDE_RATE = re.compile(
    r"\b(?:higher|lower|steeper|heavier|bigger|lighter) (?:[a-z-]+ ){0,2}(?:levy|levies|dut(?:y|ies)|tariffs?|tax(?:es)?|rates?) (?:on|for) [a-z -]{2,32} than\b"
)
"""What holds one rate against that of other goods, of which none has changed: `a higher levy on soybeans than on soyoil`."""
_JUDGED = re.compile(
    r"(?: [a-z-]+){0,4} (?:has|have|had|was|were|is|are) (?:been |being )?(?:exported|imported|dumped|sold|shipped|priced|subsidi[sz]ed)\b"
)
"""What makes of a find the finding of a probe: `has found tinplate has been exported below its normal value`."""


def _is_judged(draft: Draft, scene: Scene) -> bool:
    return draft.direction == "discovery" and _JUDGED.match(scene.low, draft.candidate.extent[1]) is not None


def _is_dashed(draft: Draft, scene: Scene) -> bool:
    found = scene.says(_DASHED)
    return found is not None and found.start() <= draft.candidate.start < found.end()


def _is_provided_for(draft: Draft, scene: Scene) -> bool:
    candidate = draft.candidate
    return (
        candidate.nominal and draft.type in _GOODS and scene.says_before(_PROVIDED, candidate.extent[0], 80) is not None
    )


def untold(draft: Draft, scene: Scene) -> str | None:
    """Return why a draft tells no fact; None where it may."""
    if draft.type == "export_control" and _COUNSEL.search(scene.low, *around(draft)):
        return "advice about measures"
    if is_broad(draft, scene):
        return "tariffs on no goods in particular"
    if is_of_mood(draft, scene):
        return "what is feared of tariffs"
    if told := out_of_trade(draft, scene):
        return told
    if draft.sentence.chinese:
        return untold_chinese(draft, scene)
    told = (
        other_thing(draft, scene)
        or no_deal(draft, scene)
        or by_mishap(draft, scene)
        or ("of things that are no goods" if is_of_others(draft, scene) else None)
        or of_economy(draft, scene)
        or of_paper(draft, scene)
        or ("what a measure does" if is_of_measures(draft, scene) else None)
        or ("how far field work has come" if is_field_work(draft, scene) else None)
        or ungranted(draft, scene)
        or turn_of_phrase(draft, scene)
        or ("a question" if is_asked(draft, scene) else None)
        or ("one rate beside another" if draft.type == "export_control" and scene.says(_BESIDE_RATE) else None)
        or ("only a purpose" if is_purpose(draft, scene) else None)
        or ("a sale from stock" if is_let_go(draft, scene) else None)
        or ("a hope that came to nothing" if _is_dashed(draft, scene) else None)
        or ("a finding about trade" if _is_judged(draft, scene) else None)
        or ("only provided for" if _is_provided_for(draft, scene) else None)
        or ("stopped by those who sell" if by_sellers(draft, scene) else None)
        or only_reckoned(draft, scene)
        or put_off(draft, scene)
        or beside_goods(draft, scene)
        or ("it nearly came about" if nearly(draft, scene) else None)
        or ("what a party to a case says" if is_alleged(draft, scene) else None)
        or ("an effort moves, not the goods" if is_striven_for(draft, scene) else None)
        or undecided(draft, scene)
        or (
            "only waited for"
            if scene.low.endswith("to ", 0, draft.candidate.start)
            and scene.says_before(_WAITED, draft.candidate.start, 72)
            else None
        )
        or ("what weather does by rule" if _is_weather_at_large(draft, scene) else None)
        or ("years away" if draft.type in _BUILT and scene.says(_TAKES_YEARS) else None)
        or ("the reason for a firm's figures" if is_owed(draft, scene) else None)
    )
    if told or draft.sentence.order == 0:
        return told
    if is_supposed(draft, scene) or is_not_known(draft, scene):
        return "only supposed"
    if not draft.amounts and _OPENS_AIM.match(scene.low, draft.sentence.start, draft.candidate.extent[0]):
        return "only aimed at"
    told = by_the_way(draft, scene) or no_deal_below(draft, scene) or _supposed_find(draft, scene)
    return told if told or draft.amounts else _only_meant(draft, scene)


_TAKES_YEARS = re.compile(
    r"\b(?:(?:could|would|will|may|might|can|to) take|takes) (?:[\w.-]+ ){0,4}(?:years?|decades?|time) (?:for [^,;.]{2,40} )?to (?:[a-z]+ly )?(?:build|rebuild|develop|restart|replace|replenish|grow|recover|raise|fill|refill|expand)\b"
)
"""What makes of a deed one that is years away: `a reserve could take years to build`."""
_WAITED = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|hop(?:e|es|ed|ing)|long(?:s|ed|ing)?|pray(?:s|ed|ing)?|wish(?:es|ed|ing)?|yearn(?:s|ed|ing)?) for (?:[\w'’-]+ ){1,7}to \Z"
)
"""What somebody only waits for: `waiting for the mine to reopen`."""
_OF_WEATHER = frozenset(["weather-harms-crop", "crop-harmed-by-weather"])
_AT_LARGE = re.compile(
    r"\b(?:which|that|when|whenever|if|can|from|against|without|prevents?|avoids?|stops?) (?:[a-z]+ly |often |also )?\Z"
)
"""What makes of harm to crops one that weather or a pest does by rule: `resists rust, which destroys coffee plants`."""


def _is_weather_at_large(draft: Draft, scene: Scene) -> bool:
    """Tell whether harm to crops is only what a frost or a pest does, of no time."""
    candidate = draft.candidate
    if candidate.rule not in _OF_WEATHER or draft.amounts or scene.low.endswith("ed", candidate.start, candidate.end):
        return False
    return scene.says_before(_AT_LARGE, candidate.start, 24) is not None


_BUILT = frozenset(["stockpiling", "inventory_change", "production_change", "supply_source"])
_OPENS_AIM = re.compile(
    r"(?:the|their|its|our|a|one) (?:main |key |stated |ultimate |overall )?(?:goal|aim|objective|purpose|intention|idea|hope|target|ambition) (?:is|was|remains|here is|of the (?:deal|cuts|pact|plan|move|measure)s? (?:is|was)) to\b"
)
"""What opens a sentence that tells aims from end to end: `the goal is to shrink stocks and raise prices`."""


def _supposed_find(draft: Draft, scene: Scene) -> str | None:
    """Return why a find told below the headline is none."""
    if draft.direction == "discovery" and WOULD.match(scene.low, draft.candidate.extent[1]):
        return "only supposed"
    return None


def _were(draft: Draft, scene: Scene) -> bool:
    """Tell whether a verb alone makes a fact a condition; what was done to output or stocks is none."""
    if draft.type == "price_move" or not precede(_WERE, draft, scene):
        return False
    if draft.type == "inventory_change" and scene.low.endswith("ing", draft.candidate.start, draft.candidate.end):
        return True
    return draft.type not in {"production_change", "inventory_change"} or not precede(_DONE, draft, scene)


def _only_meant(draft: Draft, scene: Scene) -> str | None:
    """Return why a fact without a number is only aimed at, supposed, or so in general."""
    sentence, type_ = draft.sentence, draft.type
    goods = type_ in _GOODS
    if draft.modality is Modality.POSSIBLE and type_ != "export_control" and sentence.order > _TOP:
        return "a possibility without a number, far down"
    if type_ == "supply_source" and precede(_TIME, draft, scene):
        return "the time of something else"
    if type_ == "supply_source" and precede(_TOWARD, draft, scene) and not _has_date(scene):
        return "only on the way"
    aimed = precede(_AIM, draft, scene)
    dated = type_ == "supply_source" and draft.direction == "new" and _has_date(scene)  # an aim with its year is a plan
    if goods and draft.direction not in _STANDSTILL and ((aimed and not dated) or precede(_PLANNED, draft, scene)):
        return "only aimed at"
    if type_ == "production_change" and draft.direction == "up" and precede(_ORDERED, draft, scene):
        return "only aimed at"
    if type_ == "mna" and (precede(_SOUGHT, draft, scene) or (aimed and sentence.order > TOLD)):
        return "only looked for"
    if type_ in {"demand_change", "stockpiling"} and (
        precede(_ADVISED, draft, scene) or lead(_ADVISED_THAT, draft, scene, 72)
    ):
        return "only advised"
    if goods and (precede(_GENERAL, draft, scene) or _may_befall(draft, scene) or _is_whenever(draft, scene)):
        return "general knowledge"
    if goods and (precede(_SUPPOSED, draft, scene) or _were(draft, scene)):
        return "only supposed"
    if type_ in _PRICES and precede(_GAIN, draft, scene):
        return "a reason for something else"
    return None


def _may_befall(draft: Draft, scene: Scene) -> bool:
    """Tell whether it is only told what may befall goods at any time: `output is susceptible to disruptions`."""
    if draft.type == "production_change" and scene.says(_PRONE_TO):
        return True
    return precede(_PRONE, draft, scene)


_LEAD = 2
"""Sentences from the top in which a state that does a thing `when` is news: `copper drops when Chile says`."""


def _is_whenever(draft: Draft, scene: Scene) -> bool:
    """Tell whether a fact in the present tense is so whenever something else is, and nobody's."""
    low, sentence, candidate = scene.low, draft.sentence, draft.candidate
    if "when" not in low[sentence.start : sentence.end] and "the more" not in low[sentence.start : sentence.end]:
        return False
    if draft.day or draft.companies or draft.bodies or (draft.countries and draft.sentence.order <= _LEAD):
        return False
    if OF_OLD.search(low, candidate.start, candidate.end):
        return False
    if scene.says_before(_GENERAL_WHEN, candidate.start):
        return True
    return not candidate.nominal and _WHENEVER.match(low, candidate.end, sentence.end) is not None


def _has_date(scene: Scene) -> bool:
    return scene.says(_DUE) is not None
