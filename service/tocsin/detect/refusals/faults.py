"""Faults: why a draft is no signal, by what it lacks and by what its sentence speaks of, whatever the text is about."""

import re
from collections.abc import Callable

from tocsin.detect.magnitudes import slots
from tocsin.detect.quantities.amount import unit_class
from tocsin.detect.refusals.other_objects import of_other_object
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import INDEX, POINTS, SUPPLY_STATE
from tocsin.detect.words.hits import Hit

_NEAR = 2.5
"""How near a bare commodity's word of movement stands that needs no number."""
_CLEAR = {False: 4, True: 2}
"""Letters or characters from which on a word of movement is clear by itself: `soared`, not `up`."""
_COUNTS_GOODS = frozenset(["quantity", "capacity", "change_by", "level"])
"""Amounts that tell how many goods there are."""
_COUNTS_OUTPUT = _COUNTS_GOODS | {"share"}
"""The same in a contract, which may be for a part of what works make: `a binding term sheet for 40% of the concentrate`."""


def fault(draft: Draft, scene: Scene) -> str | None:
    """Return why a draft is no signal; None when it is one."""
    for why, holds in _FAULTS:
        if holds(draft, scene):
            return why
    needs = draft.candidate.pack.pack.needs
    if draft.carried and needs.commodity in {"near", "sentence"}:
        return "no commodity in the sentence"
    if needs.any_of and not any(_has(draft, what, scene) for what in needs.any_of):
        return f"none of {', '.join(needs.any_of)}"
    return None


_DOUBLES = frozenset(["doubles", "doubled", "triples", "tripled", "quadruples", "quadrupled", "halves", "halved"])
"""What a firm does to something of its own, and no share of it in a day: `Corvane triples its landholding`."""


def _is_bare_company(draft: Draft, scene: Scene) -> bool:
    """Tell whether a company moved, not by a number nor as far as a day's trade may go."""
    start, end = draft.candidate.start, draft.candidate.end
    limit = scene.low[start:end] in {"涨停", "跌停"}
    change = draft.amounts.get("change")
    told = change is not None and (draft.sentence.chinese or scene.low[start:end] not in _DOUBLES)
    return draft.candidate.rule == "move.company" and not told and not limit


_FLOW = re.compile(r"\bnet (?:capital |fund )?(?:in|out)flows? of [^\d]{0,6}\d")
"""A number of a move in shares: how much money came into them or left."""


def _are_bare_shares(draft: Draft, scene: Scene) -> bool:
    bare = draft.type == "equity_move" and _is_english_share(draft) and draft.sentence.order > 0
    return bare and scene.says(_FLOW) is None


def _are_shares_of_nothing(draft: Draft, scene: Scene) -> bool:
    if draft.type == "equity_move" and draft.carried and not draft.sentence.chinese and scene.says(_INDEX):
        return True
    return draft.type == "equity_move" and _is_english_share(draft) and not draft.commodities


_INDEX = re.compile(
    r"\b(?:msci|nikkei|topix|kospi|hang seng|csi ?300|ftse|dax|cac|s&p|dow jones|nasdaq|stoxx|sensex|nifty|(?:share|stock|composite|benchmark|main|all-share|blue-chip) index|index of [a-z-]+ (?:shares|stocks))\b"
)
"""An index of all shares."""


def _is_english_share(draft: Draft) -> bool:
    return not draft.sentence.chinese and not draft.amounts


def _are_goods_of_a_name(draft: Draft, scene: Scene) -> bool:
    return draft.candidate.bare and not draft.amounts and not draft.sentence.chinese and _are_names(draft, scene)


_TO = (" to ", " to a ")
"""What stands before the rate that a duty is lifted to."""
_NEAR_RATE = 40
"""Characters behind a duty within which that rate is told."""


def _is_raised(draft: Draft, scene: Scene) -> bool:
    """Tell whether a duty that is lifted goes up, by the rate it is lifted to: `lifted its tariff on steel to 50%`."""
    if draft.type != "export_control" or draft.direction != "ease":
        return False
    low, candidate = scene.low, draft.candidate
    if not low.startswith("lift", candidate.start):
        return False
    behind = [a for a in scene.amounts if 0 <= a.place[0] - candidate.extent[1] <= _NEAR_RATE]
    if any(a.part == "by" and a.kind == "percent" for a in behind):
        return True  # `lifts its wheat export duty by 12% to 85 roubles a tonne`
    return any(
        a.kind in {"percent", "price"} and low.endswith(_TO, candidate.end, a.place[0]) and a.high != 0 for a in behind
    )


_LIMIT = re.compile(r"\b(?:daily limit|limit[- ](?:up|down)|trading limit|concept (?:shares|stocks))\b")
"""What tells that shares moved."""


def _are_names_of_shares(draft: Draft, scene: Scene) -> bool:
    """Tell whether goods that move are the ends of firms' names whose shares are told: `Orla Tungsten gained 6% and Bexley Tin 4%`."""
    if not draft.candidate.bare or draft.sentence.chinese or draft.sentence.order == 0:
        return False
    names = {hit.start for hit in (*scene.found.commodities, *scene.found.named) if _ends_name(hit, scene)}
    if not draft.commodities or not names.issuperset([hit.start for hit in draft.commodities]):
        return False
    return len(names) > 1 or scene.says(_LIMIT) is not None


_CALLED = re.compile(r"[A-Z][\w'’-]+ \Z")


def _ends_name(hit: Hit, scene: Scene) -> bool:
    """Tell whether goods have a capital and stand behind another word that has one, and is no exchange or country."""
    start, end = scene.sentence.start, scene.sentence.end
    if not (start <= hit.start < end and scene.folded.plain[hit.start].isupper()):
        return False
    if _CALLED.search(scene.folded.plain, max(start, hit.start - 24), hit.start) is None:
        return False
    places = (*scene.found.countries, *scene.found.bodies)
    return not any(place.end == hit.start - 1 for place in places) and not scene.says_before(_QUOTED_AS, hit.start)


_BEFORE_THAT = re.compile(
    r"(?:after|following|despite) (?:(?:an?|the|its|their|two|three|several) )?(?:[a-z-]+ ){0,2}\Z"
)


def _is_of_time_before(draft: Draft, scene: Scene) -> bool:
    """Tell whether a noun of movement opens a sentence as what came before its news: `After a rebound in May, output fell`."""
    candidate = draft.candidate
    subject, low = candidate.subject, scene.low
    if draft.sentence.chinese or subject is None or not candidate.nominal or subject.start < candidate.end:
        return False
    opens = _BEFORE_THAT.fullmatch(low, draft.sentence.start, candidate.start) is not None
    return opens and "," in low[candidate.end : subject.start]


_BUYS_ZH = re.compile(r"(?:收购|购入|购买|买入|采购)(?:了|大量|一批|少量|不少|许多|更多|部分|进口|国产|一些)*\Z")
_ASSET_ZH = re.compile(r"[^,;。]{0,12}?(?:矿(?!石|砂|粉)|厂|公司|股|企|项目|资产|业务|权|集团|工厂|基地|产能|平台)")
"""What of goods is bought as a firm or its works: 收购某钨矿, 收购铜业公司的股权."""


_LOADS = re.compile(
    r" (?:(?:an?|the|some|\d+|[a-z-]+) ){0,3}(?:cargo(?:es)?|shipments?|parcels?|tankers?)\b(?! (?:business|terminal|line|unit|firm|company|fleet))"
)
"""What makes of a purchase one of goods: `the refinery bought two cargoes of crude`."""


def _are_goods_bought(draft: Draft, scene: Scene) -> bool:
    if draft.type != "mna":
        return False
    chinese, told = draft.sentence.chinese, draft.amounts.keys()
    if chinese and "value" not in told:
        firms = {hit.start for hit in draft.companies}  # 收购英美资源 names a firm for its goods
        bought = [h for h in draft.commodities if h.start not in firms and scene.says_before(_BUYS_ZH, h.start, 8)]
        if bought and not any(_ASSET_ZH.match(scene.low, hit.start) for hit in bought):
            return True
    if not chinese and _is_delivered(draft, scene):
        return True
    if told & {"value", "share"}:
        return False
    if _LOADS.match(scene.low, draft.candidate.end):
        return True
    return "quantity" in told and draft.candidate.rule not in {"named-acquisition", "buys-reserves"}


def _is_delivered(draft: Draft, scene: Scene) -> bool:
    """Tell whether the goods themselves are bought from who makes them: `to buy lithium from Albemarle for $1 billion`."""
    end = draft.candidate.end
    bought = next((hit for hit in scene.found.commodities if hit.start == end + 1), None)
    return bought is not None and scene.low.startswith(" from ", bought.end)


def _is_still(draft: Draft, scene: Scene) -> bool:
    if draft.direction != "flat" or draft.amounts or draft.sentence.order <= 2:
        return False
    end = draft.candidate.end
    return not (draft.sentence.chinese and scene.says_before(_CLOSES, end, 16))


def _is_bare_commodity(draft: Draft, scene: Scene) -> bool:
    """Tell whether goods below the first paragraph moved by no number, and by no word that is clear and near."""
    candidate, chinese = draft.candidate, draft.sentence.chinese
    if not candidate.bare or candidate.counted or draft.sentence.paragraph == 0:
        return False
    if draft.amounts.keys() & {"change", "change_by", "level"} or (chinese and POINTS.match(scene.low, candidate.end)):
        return False
    if chinese and scene.says_before(_FIRST_LEG, candidate.start, 16) and candidate.cost <= _FAR_LEG:
        return False
    if not chinese and (_is_plainly_told(candidate, scene) or _goes_to_a_mark(candidate, scene.low)):
        return False
    return candidate.cost > _NEAR or candidate.end - candidate.start < _CLEAR[chinese]


_FIRST_LEG = re.compile(
    r"(?:高开|低开|冲高|探底|下探|触底|先[涨跌抑扬升降])(?:之?后|随后|并|即|而|,随后|,后)(?:震荡|快速|小幅|大幅|弱势|强势|逐步|持续|一路|迅速|有所|再度|缓慢|企稳|窄幅|继续|明显)*\Z"
)
"""The first leg of a course of trading, whose last one needs no number: 高开后弱势回落."""
_FAR_LEG = 8.0
_REGISTERED = re.compile(
    r"\b(?:made|makes?|making|seen|saw|register|record|post|log|rack up|notch|book|score|suffer|show|see|chalk up|enjoy|extend|stag|maintain|follow|keep|stay on)(?:e|es|s|ed|ing|red)? (?:[a-z]+ ){0,2}\Z"
)
"""What makes of gains or losses behind it a plain move of the goods: `gold registered modest gains`."""
_SPAN_ENDED = re.compile(
    r"\b(?:end|clos|finish|start|open|wrap|round)(?:e?s|p?ed|ing)? (?:up |out |off )?(?:the |last |this |past |trading )*(?:day|week|month|quarter|half|year|session)(?: (?:on|in))? \Z"
)
"""What makes of a word behind it how goods did over a time: `tin ended last week higher`."""


def _is_plainly_told(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a verb before a word of movement says that goods did just that."""
    return any(scene.says_before(words, candidate.start, 32) for words in (_REGISTERED, _SPAN_ENDED))


_MARK = r"(?:records?\b|all-time\b|(?:week|month|year|decade)s?[- ](?:high|low|peak|trough)s?\b|highest\b|lowest\b)"
_IS_A_MARK = re.compile(rf"\b{_MARK}")
"""`Gold continues to reach record highs`."""
_TO_A_MARK = re.compile(rf" (?:back )?(?:to|toward|towards|near|at|from) [^,;.]{{0,24}}?\b{_MARK}")
"""`Climbed to a ten-year high`."""
_MARKING_ONE = re.compile(
    r",? (?:marking|hitting|reaching|touching|setting|notching) (?:(?:its|an?|the|their|another|fresh|new) )+(?:[\w-]+ )?(?:high|low|highest|lowest|record|peak|trough|highs|lows|records)\b"
)
"""`Silver surged, marking its highest point in 12 years`."""
_FAR_MARK = 6.0
"""How far the goods may stand from the first two, by the verbs that lead there."""


def _goes_to_a_mark(candidate: Candidate, low: str) -> bool:
    """Tell whether a word of movement is a mark, leads to one or is said to set one: it tells how far a price went as well as any number."""
    start, end = candidate.start, candidate.end
    if _MARKING_ONE.match(low, end):
        return True
    named = _IS_A_MARK.search(low, start, end) or _TO_A_MARK.match(low, end)
    return candidate.cost <= _FAR_MARK and named is not None


_RIGHT_THERE = re.compile(
    r" (?:(?:a|an|about|around|nearly|almost|over|above|just|more than|as much as|as high as|the|new|fresh|record|all-time|high|highs|peak|of|at|level|mark) ){0,5}(?:us|c|a)?[$€£¥₹]?(?:rs\.? )?\d"
)
_AT_FOOT = re.compile(
    r"[^.;]{0,60}\b(?:low(?:s|est)?|cheapest|bottom|down|after (?:falling|dropping|sliding|tumbling|losing|a (?:week|run|series|spell) of losses))\b"
)


def _is_at_foot(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price that was hit is not told right there, or is one that was fallen to: `hit $14,100, its lowest since May`."""
    if draft.candidate.rule != "hits-price":
        return False
    if draft.sentence.order > 0:
        return True  # below a headline it is the number of the move told there
    end = max(part.end for part in draft.candidate.parts)
    return _RIGHT_THERE.match(scene.low, end) is None or _AT_FOOT.match(scene.low, end) is not None


_TELL_ALONE = frozenset(
    [
        "offtake",
        "all_of",
        "sale_deed",
        "fm_notice",
        "brings_forward",
        "sends_out",
        "leave_to_mine",
        "new_output_in",
        "stoping_begun",
        "nothing_made",
        "puts_into",
        "years_of",
    ]
)
"""Words whose fact needs no number where the text tells the goods: `gave notice of force majeure to its buyers`."""


def _are_goods_uncounted(draft: Draft, scene: Scene) -> bool:
    """Tell whether a frame's goods are left to the text and nothing counts them; contracts that end need no number."""
    candidate = draft.candidate
    return (
        candidate.unsaid
        and candidate.rule != "move.compared"
        and not draft.amounts.keys() & (_COUNTS_OUTPUT if draft.type == "large_contract" else _COUNTS_GOODS)
        and draft.direction != "terminate"
        and not any(part.data in _TELL_ALONE and part.kind == "part" for part in candidate.parts)
        and not _is_dated_start(draft, scene)
        and not _is_placed_stop(draft)
        and not _is_dated_stop(draft, scene)
    )


def _is_placed_stop(draft: Draft) -> bool:
    """Tell whether works stop or start again, and the sentence tells where: `one in Ulsan has halted its oxide line`."""
    return draft.type == "production_change" and draft.direction in {"halt", "resume"} and bool(draft.countries)


def _is_dated_stop(draft: Draft, scene: Scene) -> bool:
    """Tell whether works stop or start again, and the sentence tells when: `Kiln 2 will stay down until late May`."""
    if draft.type != "production_change" or draft.direction not in {"halt", "resume"} or draft.sentence.chinese:
        return False
    return scene.says(_WHEN) is not None


_WHEN = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:in|by|of|late|early|mid|since|until|from|\d) may|"
    r"(?:first|second|third|fourth|next|this|last|final) (?:quarter|half|week|month|year)|[hq][1-4]|[1-4][hq]\d{0,4}|20\d\d|year[- ]end|mid-?year|end of (?:the|this|next) year|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d ?(?:%|pct?\b|per ?cent) complete\b"
)
"""When something starts, or how far it has come."""

_OTHER_WORKS = re.compile(
    r"\b(?:solar|wind|power|hybrid|desalination|water(?: treatment)?|sewage|paste|backfill) (?:plants?|farms?|parks?|projects?|stations?|lines?)\b|\b(?:camp|ore sorter|drill rigs?|laborator(?:y|ies)|airstrip|battery storage|accommodation village)\b"
)
"""Works at a mine that make no goods."""
_JUST_THEIRS = re.compile(f"(?:{_OTHER_WORKS.pattern})(?: [\\w'-]+){{0,6}} \\Z")
"""What stands before words of starting that are said of those."""


def _are_other_works(draft: Draft, scene: Scene) -> bool:
    """Tell whether what starts at a mine makes no goods: `the new solar plant is expected to come online`."""
    if draft.type != "supply_source" or draft.direction != "new":
        return False
    return scene.says_before(_JUST_THEIRS, draft.candidate.start, 80) is not None


def _is_dated_start(draft: Draft, scene: Scene) -> bool:
    """Tell whether works start or start again, and the sentence tells when: `the plant was commissioned in March`."""
    if draft.type != "supply_source" or draft.direction not in {"new", "resume"}:
        return False
    return scene.says(_WHEN) is not None and scene.says(_OTHER_WORKS) is None


def _lacks_commodity(draft: Draft, _: Scene) -> bool:
    candidate = draft.candidate
    return not draft.commodities and candidate.needs_commodity and candidate.pack.pack.needs.commodity != "no"


def _lacks_commodity_below(draft: Draft, _: Scene) -> bool:
    """Tell whether what needs no commodity in a headline is told below it without one."""
    candidate = draft.candidate
    if draft.commodities or candidate.needs_commodity or draft.sentence.order <= 1:
        return False
    return bool(candidate.parts) or draft.sentence.chinese


_RAW = re.compile(
    r"\b(?:minerals?|metals?|ores?|raw materials?|commodit(?:y|ies)|critical|strategic|dual-use|grains?|crops?|food(?:stuffs)?|fuels?|energy|resources?|mines?|mining|fertili[sz]ers?|magnets?|chemicals?|concentrates?|scrap|iron|sand|stone|hides|wool|leather|citrus|fruits?|lemons?|oranges?|onions?|potatoes|tomatoes|vegetables?|meat|poultry|livestock|butter|milk|dairy|fish|logs?|wood|tobacco|nuts|spices?|pepper|vanilla|flour|export (?:controls?|quotas?)|control list)\b"
)
"""What a measure without goods that we know may be on."""


_MADE = re.compile(
    r"\b(?:cars?|trucks?|vehicles?|autos?|automobiles?|(?:micro)?chips?|semiconductors?|computers?|electronics?|machine(?:ry| tools?)|televisions?|textiles?|apparel|clothing|aircraft|weapons|arms|software|technolog(?:y|ies)|films?|goods|products|all exports)\b"
)
"""What a measure told in a headline may be on that no market of goods knows."""


def _is_of_no_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether an English measure is on things (`will curb exports of trucks`), or, unless a headline names its state, on no goods at all."""
    if draft.type != "export_control" or draft.commodities or draft.sentence.chinese:
        return False
    if scene.says(_RAW) is not None:
        return False
    named = scene.found.countries or scene.found.bodies
    return draft.sentence.order > 0 or not named or scene.says(_MADE) is not None


_CLOSES = re.compile(r"(?:收盘|收市|终盘|尾盘收|报收)[^,;。]{0,6}(?:平|稳)[^,;。]{0,2}\Z")
"""What makes of a price that stood still the close of a day, which is a fact by itself: 沪铜收盘持平."""
_FAULTS: tuple[tuple[str, Callable[[Draft, Scene], bool]], ...] = (
    ("a company moved without a number", _is_bare_company),
    ("shares moved without a number", _are_bare_shares),
    ("goods of a name", _are_goods_of_a_name),
    ("shares of no goods moved without a number", _are_shares_of_nothing),
    ("goods of firms whose shares moved", _are_names_of_shares),
    ("what came before the news", _is_of_time_before),
    ("goods are bought, no company", _are_goods_bought),
    ("a rate that is raised", _is_raised),
    ("another thing is lifted or ended", of_other_object),
    ("nothing moved, far down and without a number", _is_still),
    ("a commodity moved without a number", _is_bare_commodity),
    ("a price at its foot", _is_at_foot),
    ("goods left unsaid and not counted", _are_goods_uncounted),
    ("works that make no goods", _are_other_works),
    ("a measure on no goods", _is_of_no_goods),
    ("no commodity", _lacks_commodity),
    ("no commodity below the headline", _lacks_commodity_below),
)
"""What a draft lacks, whatever its pack asks for besides; the first that holds is told."""


def state_fault(draft: Draft, scene: Scene) -> str | None:
    """Return why a Chinese state of supply, or an index, is no change of goods: it is told below the headline."""
    candidate = draft.candidate
    if (
        draft.type == "production_change"
        and draft.sentence.chinese
        and draft.sentence.paragraph > 0
        and SUPPLY_STATE.search(scene.low, candidate.start, candidate.end)
    ):
        return "a state of supply below the headline"
    if draft.carried and draft.type == "price_move" and scene.says_before(INDEX, candidate.start):
        return "an index of many goods"
    return None


_QUOTED_AS = re.compile(
    r"(?:spot|brent|lme|comex|shfe|nymex|ice|cbot|wti|us|u\.s\.|front-month|three-month|dce|mcx|physical|cash) \Z"
)


def _are_names(draft: Draft, scene: Scene) -> bool:
    """Tell whether goods that move are only the end of a firm's name, in a sentence whose other words are small: `Shoveler Potash adds nurses`."""
    inside = [hit for hit in draft.commodities if draft.sentence.start <= hit.start < draft.sentence.end]
    named = {hit.end for hit in scene.named}
    return bool(inside) and all(
        hit.end in named and scene.is_named(hit) and not _QUOTED_AS.search(scene.low[draft.sentence.start : hit.start])
        for hit in inside
    )


def _has(draft: Draft, what: str, scene: Scene) -> bool:
    if what == "firm":
        return bool(draft.commodities) and any(name.kind == "firm" for name in scene.names)
    if what == "commodity":
        return bool(draft.commodities)
    if what == "company":
        return bool(draft.companies)
    if what == "body":
        return bool(draft.bodies)
    units = {unit_class(amount.unit) for amount in draft.amounts.values()}
    return slots.fills(what, units)
