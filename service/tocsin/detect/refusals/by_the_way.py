"""By the way: what an English sentence below the headline really tells, in which the words of a fact only stand.

An assay, somebody's career, a rule of thumb or a neighbour's works have such words, with a number or without. Each reason is one
predicate; a new one is a row of the table.
"""

import re
from collections.abc import Callable

from tocsin.detect.refusals.leave import is_course_of_leave, is_standing_leave
from tocsin.detect.refusals.nearby import AROUND, NEAR, lead, precede
from tocsin.detect.refusals.put_off import is_late_start
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.messages import Modality

_OWED = re.compile(
    r"\b(?:driven by|due to|thanks to|because of|owing to|on the back of|helped by|supported by|reflecting|attribut(?:able|ed) to|boosted by|aided by|as a result of|offset by|resulting from|impact(?:ed)? (?:by|of))(?: [\w'’-]+){0,4} \Z"
)
"""What makes of a price the reason for a figure."""
_UPON = re.compile(r"\b(?:on|amid|as|with|despite|after|in spite of)(?: [a-z'’-]+){0,3} \Z")
"""The same in few words, of a price that no number tells: `profit jumps on higher tin prices`."""
_RESULTS = re.compile(
    r"\b(?:revenues?|turnover|sales|earnings|profits?|(?:net )?income|ebitda|margins?|cash flows?|net present value|npv|irr|royalt(?:y|ies))\b"
)
"""A firm's figures, which prices move and which are no news of the price."""
_STUDY = re.compile(
    r"\b(?:\d+(?:%| ?pct?| per ?cent) (?:higher|lower|increase|decrease|rise|fall)|each (?:\$|\d)|at spot)\b[^.;]*\b(?:npv\d?%?|irr|net present value|internal rate of return|payback)\b"
)
"""What a study of a project reckons with prices of its own."""
_FEED = re.compile(
    r" (?:of |containing |with )?(?:[a-z-]+ ){0,3}(?:feed|ore|material|rock|waste|run-of-mine|rom|overburden|soil)\b"
)
"""What a mine piles up and no state keeps: `stockpiling of oxide ore`."""
_LIES = re.compile(
    r"\b(?:\d+ ?(?:km|kilomet(?:re|er)s?|miles?)|adjacent to|located near|next to|along trend from|neighbou?ring)\b"
)
"""Where a property lies, which tells of its neighbour only in passing."""
_HOLDS = re.compile(
    r"\b(?:who (?:once |previously )?(?:led|made|oversaw|guided|helped with|took part in)|includes?|including|included|hosts?|home to|contains?|containing|features?|boasts?|since) (?:an? |the |its )?\Z"
)
"""What makes a discovery a thing that is there: `the land hosts the discovery of`."""
_IN_GROUND = re.compile(
    r"\b(?:holds?|held|hosts?|has|have|boasts?|home to|contains?|sits? on|estimated)\b[^.;]{0,48}\b(?:largest|biggest|richest|vast|huge|abundant|ample|proven|proved|probable|recoverable|untapped|mineral|ore)\b[^.;]{0,32}\b(?:reserves?|deposits?)\b"
)
"""What a country or mine has in its ground, which nobody stores: `holds the third-largest copper reserves`."""
_BY_DEAL = re.compile(
    r"\b(?:stakes?|shares|interest|shareholding) (?:in|of)\b[^.;]{0,160}\breserves\b(?! (?:bank|agency|bureau))"
)
"""How a firm comes by reserves in the ground: `bought a stake in the mine to enlarge its coal reserves`."""
_OIL_RESERVES = re.compile(r"\b(?:oil|gas|crude|coal|ore|mineral) reserves\b")
_OF_STATE = re.compile(
    r"\b(?:strategic|state|national|emergency|government|ministry|minister|president|cabinet|agency|nation|country)\b"
)
"""Whose oil reserves lie in tanks: a firm that spends money on reserves buys fields."""
_POWER = re.compile(r"\b(?:electricity|power|energy|semiconductors?|vessels?|ships?|tankers?|freight)\b")
"""What demand is for where it stands beside no goods."""
_HABIT = frozenset(
    ["supplies", "sells", "buys", "takes", "receives", "gets", "sources", "provides", "delivers", "purchases"]
)
"""Verbs that tell a standing custom, where nothing says that it is new."""
_STANDING = re.compile(r"\b(?:owns|operates|runs|has)\b[^;]*\band (?:supplies|sells|ships|delivers|provides)\b")
"""How a firm says what it is and does all the time."""
_ANEW = re.compile(
    r"\b(?:new|sign(?:s|ed)?|agree[sd]?|agreement|deal|pact|accord|won|wins|award(?:s|ed)?|secure[sd]?|extend(?:s|ed)?|renew(?:s|ed)?|starting|beginning|from 20\d\d|order(?:s|ed)?|tender)\b"
)
_PRAISED = re.compile(
    r"\b(?:underscor|highlight|showcas|demonstrat|reflect|underlin|illustrat|exemplif)\w* [^;.]{0,60}\b(?:efforts?|commitment|determination|resolve|work) (?:to|in|of) \Z"
)
"""What makes of a fight against smugglers the praise of those who fight."""
_SHIELD = re.compile(
    r"\b(?:protect|shield|insulat|guard|cushion|hedg)\w*(?: [\w'’-]+){0,8} (?:from|against)(?: [\w'’-]+){0,3}(?: or(?: [\w'’-]+){1,2})? \Z"
)
"""What makes of a measure one that may come: `to shield farmers from an embargo`."""
_SHIELDS = ("protect", "shield", "insulat", "guard", "cushion", "hedg")
"""One of these stands in all of that."""
_SHIELDED = frozenset(["export_control", "production_change", "price_move", "supply_source"])
_CAREER = re.compile(
    r"(?:(?:while |when )?(?:at|with|for|before|prior to|previously|earlier|during)\b[^.;:]{0,48}? )?"
    r"(?:(?:mr|ms|mrs|dr|prof)\.? [\w'’-]+|s?he) (?:has |also |then |previously |most recently )*"
    r"(?:is (?:best|also|widely|well) known|negotiated|delivered|structured|commissioned|supervised|helped|played|was responsible|led|oversaw|managed|held|joined|began|served|headed|was|worked|spent|brings|guided|directed|founded|co-founded|bought|built|ran|grew|took over|turned|sold|quit|retired)\b"
)
"""How a sentence begins that tells of somebody's career."""
_APPOINTED = re.compile(
    r"\b(?:appoint(?:s|ed)|named|hire[sd]|recruited|welcomed|joined by) (?:[\w'’,.-]+ ){1,12}?(?:who|whose)\b[^;]*\Z"
)
"""What makes of a deed the career of somebody who is taken on: `appointed an engineer who ramped up two mines`."""
_IN_TIME = re.compile(
    r" (?:(?:over|in) the (?:long(?:er)? (?:term|run)|years|decades)|over time|through(?:out)? history)\b"
)
"""What makes of a move before it one of all times."""
WOULD = re.compile(r" (?:would|could|might|may|can)\b")
"""What makes of a rising price the condition of something."""
_MONEY_DOES = re.compile(
    r"\b(?:stronger|weaker|strong|weak|firmer|softer|firm|soft|higher|lower|rising|falling|appreciating|depreciating|rise (?:of|in)|fall (?:of|in)) (?:the |an? )?(?:[a-z.]+ )?(?:dollar|greenback|euro|yen|rupee|ringgit|currency|currencies|interest rates|rates) "
    r"(?:[a-z]+ly )?(?:decreases?|reduces?|dampens?|curbs?|hurts?|pressures?|cuts?|boosts?|lifts?|increases?|raises?|supports?|limits?|erodes?|lowers?|crimps?|makes?|tends? to)\b"
)
"""What a currency does to demand at all times: `a stronger dollar usually dampens demand`."""
_RULE_OF_THUMB = re.compile(
    r"\ban? (?:[\d.]+(?: ?%| ?pct?\b| per ?cent)|[$€£]?[\d.,]+)(?:-[a-z]+)? (?:rise|fall|increase|decrease|drop|change|move|improvement|decline) in (?:the )?(?:[a-z]+ ){0,3}prices?"
    r" (?:adds|would|could|lifts|raises|cuts|changes|increases|decreases|reduces|means|results|translates|equates)\b"
)
"""`A 10% rise in the zinc price adds $90 million`."""
_COVERED = re.compile(
    r"\b(?:cover|recover|recoup|absorb|compensate (?:[a-z]+ )?for|make up(?: for)?|offset)(?:s|ed|ing)? (?:the |its |their |his |her |any |all |some |such |for |up )*(?:[a-z]+ )?\Z"
)
"""What makes of a loss money that somebody wants back: `to cover the loss in melting`."""
_IF_CHEAPER = re.compile(
    r"\ban? [\d.]+ ?(?:%|pct?\b|per ?cent) (?:higher|lower) (?:[a-z]+ ){0,3}prices? (?:reduces|lifts|raises|cuts|adds|increases|decreases|would|could|gives|brings|takes)\b"
)
"""What a study's figure does at another price: `a 10% lower price cuts it to $90 million`."""
_ADVICE = re.compile(r"with [^,;.]{3,60}, (?:you|your|we|i|it pays|consider|try|why not)\b")
"""What makes of a price the setting of advice: `with egg prices up, you can use one`."""
_FOR_OTHERS = re.compile(
    r"\bin (?:[a-z-]+ ){0,3}(?:schools?|training|communit(?:y|ies)|education|health|healthcare|clinics?|scholarships?|safety|housing|roads)\b"
)
"""What money is spent on beside a mine and not in it."""
_CENTRAL = re.compile(r"\b(?:central[- ]banks?|reserve managers?)\b")
"""Whose purchases are reserves, which packs of reserves tell."""
_AMONG_OTHERS = re.compile(
    r"\b(?:investors|consumers|households|savers|jewell?ers|funds|buyers|industry),? and central[- ]banks\b|\bcentral[- ]banks,? (?:and|as well as) (?:[a-z]+ )?(?:investors|consumers|households|savers|jewell?ers|funds|industry)\b"
)
"""Central banks as one of those who buy: the demand is everybody's."""
_ASSAY = re.compile(r"\d ?(?:m|metres?|meters?|ft|feet) (?:at|of|@|grading|averaging|true width)\b")
"""What a drill hole brought, which is neither output nor a price."""
_METHOD = re.compile(
    r" (?:an? |the )?(?:new |novel |better |cheaper )?(?:ways?|methods?|process(?:es)?|techniques?|approach(?:es)?|links?|flaws?|uses?|treatments?|compounds?|properties)\b"
)
"""What is discovered and no deposit."""
STARTED = frozenset(["resume", "new"])
_AS_OTHER = re.compile(r" as an? ")
"""What makes of a works that opens something else: `reopened as a museum`."""
_USE = frozenset(["use", "usage", "consumption", "fuel use", "need", "needs"])
"""Nouns of use, which a machine may lower as well as a country."""
_EQUITY = re.compile(
    r"\b(?:net asset value|per share|reverse split|stock split|exercise price|conversion price|offering price|warrants?|private placement|common (?:shares?|stock)|market capitali[sz]ation|share price|stock price)\b"
)
"""Words of shares, whose price is meant where no goods are named beside it."""
_FIGURES = frozenset(["production_change", "price_move", "inventory_change", "demand_change"])
TOLD = 2
"""Sentences from the top in which an aim is what the article is for."""


def by_the_way(draft: Draft, scene: Scene) -> str | None:
    """Return what else a sentence tells; None where its fact is what it is about."""
    for why, holds in _REASONS:
        if holds(draft, scene):
            return why
    return None


def _follow(words: re.Pattern[str], draft: Draft, scene: Scene) -> bool:
    """Tell whether such words stand right behind a fact."""
    return words.match(scene.low, draft.candidate.extent[1]) is not None


def _is_assay(draft: Draft, scene: Scene) -> bool:
    if draft.type == "price_move" and not draft.amounts and _SLOPES.match(scene.low, draft.candidate.start):
        return scene.says(_OF_ROCK) is not None
    return draft.type in _FIGURES and scene.says(_ASSAY) is not None


_SLOPES = re.compile(r"(?:plung|dip|drop|fall|climb|slid|pitch)")
"""How a seam of ore lies: `the high-grade copper plunge remains open`."""
_OF_ROCK = re.compile(
    r"\b(?:drill\w*|(?:drill )?holes?|at depth|down[- ]dip|down[- ]plunge|lodes?|veins?|shoots?|shear(?:s|ed)?|minerali[sz]\w*|intercepts?|intersect\w*|assays?|hanging wall|footwall|g/t|(?:remains?|still) open|ore ?bod(?:y|ies)|orebod(?:y|ies)|high-grade)\b"
)
"""Words of geology beside it."""


def _is_career(draft: Draft, scene: Scene) -> bool:
    if _CAREER.match(scene.low, draft.sentence.start, draft.sentence.end):
        return True
    return " who" in scene.low[draft.sentence.start : draft.candidate.start] and lead(_APPOINTED, draft, scene)


def _is_rule_of_thumb(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is one of all times, of a reckoning, or the setting of advice."""
    if draft.type == "demand_change":
        return not draft.amounts and scene.says(_MONEY_DOES) is not None
    if draft.type != "price_move":
        return False
    if _ADVICE.match(scene.low, draft.sentence.start, draft.sentence.end):
        return True
    told = scene.says(_RULE_OF_THUMB) or scene.says(_IF_CHEAPER)
    return told is not None or _follow(_IN_TIME, draft, scene)


_REMEDIED = re.compile(
    r"\b(?:address|tackl|bridg|fill|eas|solv|resolv|counter|alleviat|mitigat|offset|overcom|combat|avoid|prevent|plug)(?:s|e|es|ed|ing)?(?: [\w'’-]+){0,5} \Z"
)
"""What makes of a loss of supply one that somebody makes up for: `is addressing the domestic supply shortfall`."""
_WITHSTOOD = re.compile(
    r"\b(?:profitab\w+|viab\w+|economic(?:al)?|resilien\w+|(?:mak|earn)(?:e|es|ing) money|break(?:s|ing)?[- ]?even|robust|worthwhile)\b(?: [\w'’-]+){0,4} (?:at|under|with|in) (?:[a-z]+ )?\Z"
)
"""What makes of lower prices those that a project would stand: `profitable even at lower prices`."""


def _is_withstood(draft: Draft, scene: Scene) -> bool:
    return draft.type == "price_move" and not draft.amounts and precede(_WITHSTOOD, draft, scene)


_SHORTAGE = re.compile(r"(?:outstrip|exceed|outpace|outrun|surpass)(?:s|ed|ing)? supply\Z")
"""A shortage that is foretold of no time, as whoever sells a project does."""


def _is_foretold_shortage(draft: Draft, scene: Scene) -> bool:
    foretold = draft.type == "demand_change" and draft.modality in {Modality.EXPECTED, Modality.POSSIBLE}
    return foretold and not draft.amounts and _SHORTAGE.search(scene.low, 0, draft.candidate.end) is not None


_ONCE_EXPECTED = re.compile(
    r"(?:it|many|analysts|experts|traders|investors|markets?|observers) (?:was|were|had been|had) (?:[a-z]+ly |long |once )?(?:expected|feared|thought|believed|assumed|predicted|anticipated)\b"
)
"""What opens a sentence about what did not come, or came otherwise: `it was expected that the war would`."""


def _is_once_expected(draft: Draft, scene: Scene) -> bool:
    foretold = draft.modality in {Modality.EXPECTED, Modality.POSSIBLE}
    return foretold and _ONCE_EXPECTED.match(scene.low, draft.sentence.start) is not None


_MADE_UP_FOR = re.compile(
    r"\b(?:compensat(?:e|es|ed|ing)|mak(?:e|es|ing) up|made up) for (?:the |its |their |any |some )?\Z"
)
"""The same of output that was lost, beside what is asked for it: `a quota of 310,000 bpd to make up for lost output`."""
_AMID = re.compile(r"\bamid(?:st)? (?:the |a |an )?(?:[a-z]+ly )?\Z")


def _is_made_up_for(draft: Draft, scene: Scene) -> bool:
    if draft.type != "production_change" or draft.direction != "down":
        return False
    if any(amount.place[0] > draft.candidate.start for amount in draft.amounts.values()):
        return False
    if scene.says_before(_MADE_UP_FOR, draft.candidate.start, 40):
        return True
    return not draft.amounts and precede(_REMEDIED, draft, scene)


def _is_circumstance(draft: Draft, scene: Scene) -> bool:
    """Tell whether a state of supply is only what something else happens in: `sought after amid dwindling supplies`."""
    return (
        draft.type in {"production_change", "demand_change"}
        and draft.candidate.rule == "move.adjective"
        and not draft.amounts
        and precede(_AMID, draft, scene)
    )


_LETS_SUPPOSE = r"(?:(?:for (?:example|instance)|say),? )?(?:suppose|supposing|imagine|consider a (?:case|scenario)|let['’]?s (?:say|suppose|imagine|assume)|assume(?: that)?|for (?:example|instance), (?:if|suppose))\b"
_SUPPOSES = re.compile(_LETS_SUPPOSE)
_WAS_SUPPOSED = re.compile(rf"(?:\A|[.!?\n]\s*){_LETS_SUPPOSE}[^.!?\n]*[.!?]\s*\Z")
"""What opens a case that is thought up, and what ends the sentence before with one."""


def _is_thought_up(draft: Draft, scene: Scene) -> bool:
    start = draft.sentence.start
    if _SUPPOSES.match(scene.low, start) is not None:
        return True
    foreseen = draft.modality in {Modality.EXPECTED, Modality.POSSIBLE}
    return foreseen and _WAS_SUPPOSED.search(scene.low, max(0, start - 240), start) is not None


def _is_condition(draft: Draft, scene: Scene) -> bool:
    """Tell whether a fact in -ing is what something else would follow from: `raising output would`."""
    return (
        draft.type in _FIGURES
        and not draft.amounts
        and scene.low.endswith("ing", draft.candidate.start, draft.candidate.end)
        and _follow(WOULD, draft, scene)
    )


def _is_money_lost(draft: Draft, scene: Scene) -> bool:
    """Tell whether a loss is money that somebody gets back, or a wastage in work."""
    start, end = draft.candidate.start, draft.candidate.end
    if draft.type != "price_move" or scene.low[start:end] not in {"loss", "losses"}:
        return False
    return scene.says_before(_COVERED, start, NEAR) is not None


def _is_for_people(draft: Draft, scene: Scene) -> bool:
    if draft.type != "mna" or draft.direction != "invest":
        return False
    return _FOR_OTHERS.search(scene.low, draft.candidate.extent[0], draft.sentence.end) is not None


def _is_shielded_from(draft: Draft, scene: Scene) -> bool:
    if draft.type not in _SHIELDED or not holds_any(scene.low, _SHIELDS, draft.sentence.start, draft.candidate.end):
        return False
    return precede(_SHIELD, draft, scene)


def is_owed(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is only the reason of a firm's figures, in a headline as below it."""
    if draft.type != "price_move":
        return False
    owed = precede(_OWED, draft, scene) or (not draft.amounts and precede(_UPON, draft, scene))
    return owed and lead(_RESULTS, draft, scene)


def _is_reckoned(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is only one that a study tries out: `a 10% higher price lifts the NPV to $300 million`."""
    return draft.type == "price_move" and scene.says(_STUDY) is not None


def _is_feed(draft: Draft, scene: Scene) -> bool:
    return (
        draft.type in {"stockpiling", "inventory_change"}
        and "quantity" not in draft.amounts
        and _follow(_FEED, draft, scene)
    )


def _is_neighbours(draft: Draft, scene: Scene) -> bool:
    return draft.direction in STARTED and draft.sentence.order > TOLD and lead(_LIES, draft, scene)


def _is_in_ground(draft: Draft, scene: Scene) -> bool:
    if draft.type != "stockpiling" or "quantity" in draft.amounts:
        return False
    if scene.says(_IN_GROUND) is not None or scene.says(_BY_DEAL) is not None:
        return True
    bought = "value" in draft.amounts and not (draft.countries or draft.bodies)
    return bought and scene.says(_OIL_RESERVES) is not None and scene.says(_OF_STATE) is None


def _is_known(draft: Draft, scene: Scene) -> bool:
    return draft.direction == "discovery" and precede(_HOLDS, draft, scene)


def _is_custom(draft: Draft, scene: Scene) -> bool:
    """Tell whether a contract is one that a firm lives by, and nothing says that it is new."""
    if draft.type != "large_contract":
        return False
    habit = scene.low[draft.candidate.start : draft.candidate.end] in _HABIT
    return (habit or scene.says(_STANDING) is not None) and scene.says(_ANEW) is None


def _is_for_power(draft: Draft, scene: Scene) -> bool:
    return draft.type == "demand_change" and draft.carried and lead(_POWER, draft, scene)


def _is_of_central_banks(draft: Draft, scene: Scene) -> bool:
    if draft.type != "demand_change" or draft.amounts:
        return False
    start, end = draft.candidate.extent
    near = max(draft.sentence.start, start - AROUND), end + AROUND
    return _CENTRAL.search(scene.low, *near) is not None and scene.says(_AMONG_OTHERS) is None


def _is_method(draft: Draft, scene: Scene) -> bool:
    if draft.type != "supply_source" or draft.direction != "discovery":
        return False
    return _METHOD.match(scene.low, draft.candidate.end) is not None


def _is_of_shares(draft: Draft, scene: Scene) -> bool:
    return draft.type == "price_move" and draft.carried and scene.says(_EQUITY) is not None


def _is_turned_into_other(draft: Draft, scene: Scene) -> bool:
    return draft.direction in STARTED and _follow(_AS_OTHER, draft, scene)


def _is_own_use(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody lowers the use of a works or a household, and no country's, industry's or firm's is told."""
    subject = draft.candidate.subject
    if draft.type != "demand_change" or subject is None:
        return False
    if draft.candidate.rule not in {"move.object_verb", "move.adjective"}:
        return False
    if draft.countries or draft.bodies or draft.companies or "quantity" in draft.amounts:
        return False
    return (
        subject.kind == "subject"
        and draft.candidate.start < subject.start
        and scene.low[subject.start : subject.end] in _USE
    )


def _is_praise_of_fight(draft: Draft, scene: Scene) -> bool:
    """Tell whether a measure against smugglers is only praised: `underscores the navy's efforts to combat smuggling`."""
    start = draft.candidate.start
    return draft.type == "export_control" and scene.says_before(_PRAISED, start) is not None


_REASONS: tuple[tuple[str, Callable[[Draft, Scene], bool]], ...] = (
    ("an assay", _is_assay),
    ("a start that is put off", is_late_start),
    ("somebody's career", _is_career),
    ("general knowledge", _is_rule_of_thumb),
    ("only supposed", _is_thought_up),
    ("a loss that is made up for", _is_made_up_for),
    ("what was expected once", _is_once_expected),
    ("a shortage foretold of no time", _is_foretold_shortage),
    ("a price that something would stand", _is_withstood),
    ("what something else happens in", _is_circumstance),
    ("only supposed", _is_condition),
    ("money lost, no price", _is_money_lost),
    ("money for the people around", _is_for_people),
    ("what something else is to protect from", _is_shielded_from),
    ("a price that a study reckons with", _is_reckoned),
    ("ore that waits at a mine", _is_feed),
    ("a neighbour's works, by which a place is told", _is_neighbours),
    ("reserves in the ground", _is_in_ground),
    ("a discovery made before", _is_known),
    ("a standing custom", _is_custom),
    ("a standing custom", is_standing_leave),
    ("how leave is sought", is_course_of_leave),
    ("the praise of a fight", _is_praise_of_fight),
    ("demand for something else", _is_for_power),
    ("what central banks buy for their reserves", _is_of_central_banks),
    ("a way is found, no deposit", _is_method),
    ("the price of shares", _is_of_shares),
    ("it is something else now", _is_turned_into_other),
    ("a works' or household's own use", _is_own_use),
)
"""What a sentence tells in place of a fact; the first that holds is told."""
