"""Details: the period, contract month, place and end of a fact, taken from the words nearest to its trigger."""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tocsin.detect.bindings.parties import acts_behind_aside, is_affected
from tocsin.detect.bindings.roles import is_partner
from tocsin.detect.calendar.contracts import find_contracts
from tocsin.detect.calendar.dates import find_ends
from tocsin.detect.calendar.days import find_days
from tocsin.detect.calendar.grades import find_grade
from tocsin.detect.calendar.period_patterns import MULTIPLE, OF_THEN, PARTS
from tocsin.detect.calendar.periods import find_periods
from tocsin.detect.calendar.terms import find_terms
from tocsin.detect.magnitudes.one_more import find_former, find_further
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.names import MOST, Name
from tocsin.messages import Span

REACH = 22.0
"""How far from its trigger a detail may stand."""
_COMPARED = frozenset(["day", "week", "month", "quarter", "year", "WoW", "MoM", "QoQ", "YoY", "HoH", "YTD"])
_SPANS = frozenset(["day", "week", "month", "quarter", "year"])

_DELIVERED = "price_move"
"""The type whose facts are for a contract month."""
_MEASURED_FROM = re.compile(
    r"(?:\b(?:compared (?:with|to)|against|versus|vs\.?|than|(?:down|up) from)\b|较|比)[^.;。；]{0,40}\Z"
    r"|\bfrom (?:us|a|c)?[$€£¥]?\d[\d.,]*[^.;,]{0,20} (?:in|for) (?:the )?\Z"
    rf"|\b(?:x|{MULTIPLE}){OF_THEN}"
    r"|(?:%|\bper ?cent|\bpct) (?:below|above) (?:that of |the |those of |its |their )*\Z"
)
"""What makes a period the one that a figure is compared with: `9 million tonnes, compared with 31 million in 2025`."""
_COMPARED_FROM = re.compile(
    r"(?:(?:%|\bper ?cent|\bpct|\bpc|\bpoints?|\bpp|\bhigher|\blower|\bunchanged|\bup|\bdown) (?:from|on)|\bdown on|\bup on) (?:the )?\Z"
)
"""What makes a month the one that a change starts from: `fell 3.7% from February`, `down 4.1% on May 2025`."""
_SINCE = re.compile(
    r"\bsince (?:(?:about|around|late|early|mid|mid-|the (?:end|start|middle|beginning) of|at least|last|this|as far back as)[ -]?)*\Z|(?:自|从)(?:去年|今年|前年)?\Z"
)
"""What makes a period the mark from which on nothing was as high: `its highest since June`."""
_SINCE_THEN = re.compile(r"\bsince (?:(?:early|late|mid|the|start|end|middle|of|in)[ -])*(?:[a-z]+ )?(?:of )?\Z")
"""What makes of `last year` the time of a mark."""
_SINCE_ZH = re.compile(r"份?(?:[上中下]旬|[初底末中])?(?:\d{1,2}日)?以来")
_TOLD_THEN = re.compile(
    r"\b(?:announced|flagged|unveiled|disclosed|signed|agreed|promised|reported|proposed|approved|planned|notified|decided|adopted|outlined|foreshadowed|gazetted|decreed|concluded)"
    r"(?: (?:first|earlier|back))? (?:in|during|in early|in late|at the end of) \Z|\b(?:said|promised|warned|planned) (?:it|they|he|she) (?:would|might|could)(?: do)? (?:back )?in \Z"
)
_TOLD_THEN_ZH = re.compile(
    r"份?(?:已经?(?:宣布|公布|披露|公告|通过|预告|通知)|(?:宣布|公布|签署|签订|订立|签下|达成|披露|公告|通过|提出)的|(?:价格|均价|基价|水平)?(?:的)?基础上)"
)
"""What makes a month the one in which a plan was told, or from which a change is reckoned: `a step announced in December`, 9月宣布的."""
_MARKED_THEN = re.compile(
    r"\b(?:records?|highs?|lows?|peaks?|levels?|bottoms?)(?: (?:set|hit|reached|seen|touched|struck|made|posted))? (?:back )?(?:in|on|of|from) (?:early |late |mid-)?\Z"
)
"""What makes a month that of a mark: `within $900 of the record set in May 2024`."""
_SAID_ON = re.compile(
    r"\b(?:said|says|say|reported|showed|shows|announced|data|figures|report|published|released)(?: (?:late|early|data|figures))?(?: on)? \Z"
)
"""What makes a day the one on which a figure of stocks was told: `the agency said Wednesday`."""
_TOLD_ON_ZH = re.compile(r"(?:\d{1,2}日)?(?:凌晨|早间|上午|下午|晚间?)?(?:公布|发布|表示|披露|称|宣布|通报|发表)")
"""The same in Chinese: 能源信息署周三公布,截至9月19日当周."""
_BEGINS = re.compile(r"from |effective|as of|starting|beginning|.*\d日")
"""A day from which something holds: the month of a fact only where it names no period beside it (`三季度价格7月8日起执行`)."""
_BEGINS_ZH = re.compile(r"(?:份|\d{1,2}日|[初底末中]|[上中下]旬)*(?:起|开始|后)(?!草|诉|义)")
_OF_A_DEED = frozenset(["export_control", "large_contract"])
"""The types whose month of delivery or effect is none of the deed itself."""
_DAILY = frozenset(["price_move", "inventory_change", "equity_move"])
"""The types whose facts are of a day."""
_OF_THE_DAY = _DAILY - {"inventory_change"}
"""Those that are told on their day."""
_DATED = _DAILY | {"production_change"}
"""With those that happen to works on a day."""
_LASTING = frozenset(["export_control", "production_change"])
"""The types whose facts may end on a day."""


class Told(Protocol):
    """A value and its place."""

    @property
    def value(self) -> str:
        """The value."""
        ...

    @property
    def span(self) -> Span:
        """Where it stands in the folded text."""
        ...


def add_details(drafts: Sequence[Draft], scene: Scene) -> None:
    """Fill in the details of a sentence's drafts."""
    details = _find_details({draft.type for draft in drafts}, scene)
    for draft in drafts:
        _set_times(draft, details, scene)
        if details.places:
            draft.place = _place_of(draft, details.places, scene)
        near = [name for name in scene.names if _is_near(name, draft.candidate, scene)][:MOST]
        partners = draft.type == "large_contract" and not scene.sentence.chinese
        draft.names = [_as_partner(name, scene) for name in near] if partners else near
        draft.grade = _grade_of(draft, scene)
        draft.further, draft.former = find_further(draft, scene), find_former(draft, scene)
        if draft.type in _ROUTED and scene.found.countries:
            draft.route = find_route(scene)


class _Details(NamedTuple):
    """The times and places that a sentence names."""

    news: Sequence[Told]
    """Calendar periods that may be those of a fact."""
    compared: Sequence[Told]
    """Comparisons and spans of time: week on week, a month."""
    parts: Sequence[Told]
    """Batches and phases."""
    contracts: Sequence[Told]
    days: Sequence[Told]
    ends: Sequence[Told]
    places: Sequence[Hit]


def _find_details(types: set[str], scene: Scene) -> _Details:
    """Find the times and places of a sentence that tells facts of such types."""
    low, start, end = scene.low, scene.dateline, scene.sentence.end
    periods = find_periods(low, start, end)
    news = [p for p in periods if p.value not in _COMPARED and p.value not in PARTS and not _is_of_other(p, scene)]
    if types <= _OF_A_DEED:
        news = [p for p in news if not _is_start(p.span, low)]
    if len(news) > 1:
        news = [p for p in news if not _BEGINS.match(low[p.span[0] : p.span[1]])] or news
    ends = (find_ends(low, start, end) or find_terms(low, start, end)) if types & _LASTING else ()
    if ends:
        news = [p for p in news if not any(p.span[0] < e.span[1] and e.span[0] < p.span[1] for e in ends)]
    return _Details(
        news=news,
        compared=[
            p
            for p in periods
            if p.value in (_COMPARED - _SPANS if types <= _OF_A_DEED else _COMPARED)
            and not _marks_a_time(p.span[0], scene)
        ],
        parts=[period for period in periods if period.value in PARTS],
        contracts=find_contracts(low, start, end) if _DELIVERED in types else (),
        days=list(find_days(low, start, end)) if types & _DATED else (),
        ends=ends,
        places=[hit for hit in scene.found.countries if hit.kind == "place"],
    )


def _is_of_other(period: Told, scene: Scene) -> bool:
    """Tell whether a period is one that a figure is compared with, or in which a plan was told or a mark was set."""
    low, floor, (start, end) = scene.low, scene.dateline, period.span
    return (
        any(words.search(low, max(floor, start - back), start) for words, back in _OF_OTHERS)
        or _TOLD_THEN_ZH.match(low, end) is not None
        or _SINCE_ZH.match(low, end) is not None
    )


def _is_start(place: Span, low: str) -> bool:
    """Tell whether a period only says from when on goods are delivered or a measure holds: `sets quotas from October`, 11月起交付."""
    begun = low.startswith(("from ", "effective", "as of", "starting", "beginning"), place[0])
    return begun or low.endswith(_FROM, 0, place[0]) or _BEGINS_ZH.match(low, place[1]) is not None


_FROM = (
    "from ",
    "effective ",
    "starting in ",
    "starting ",
    "beginning in ",
    "beginning ",
    "as of ",
    "from early ",
    "from late ",
)
_OF_OTHERS = ((_MEASURED_FROM, 48), (_COMPARED_FROM, 20), (_TOLD_THEN, 32), (_MARKED_THEN, 40), (_SINCE, 32))
"""What stands before a period of another fact, and within how many characters."""


def _set_times(draft: Draft, details: _Details, scene: Scene) -> None:
    """Give a draft the period, contract month, day and end that stand nearest to its trigger."""
    candidate = draft.candidate
    told = [_nearest(kind, candidate, scene) for kind in (details.news, details.compared, details.parts) if kind]
    draft.periods = [(item.value, item.span) for item in told if item is not None]
    if draft.type == _DELIVERED:
        draft.contract = _pair(_nearest(details.contracts, candidate, scene))
    if draft.type in _DATED:
        own = [day for day in details.days if draft.type in _OF_THE_DAY or not _is_said_on(day.span, scene)]
        draft.day = _pair(_nearest(own, candidate, scene))
    if draft.type in _LASTING:
        draft.until = _pair(_nearest(details.ends, candidate, scene))


def _place_of(draft: Draft, places: Sequence[Hit], scene: Scene) -> Hit | None:
    """Return the place nearest to a fact; one that only feels what works do is no place of theirs."""
    candidate = draft.candidate
    near = [hit for hit in places if scene.between(hit, candidate) <= REACH]
    if draft.type in ("production_change", "supply_source"):
        near = [hit for hit in near if not is_affected(hit, candidate, scene)]
    return min(near, key=lambda hit: scene.between(hit, candidate), default=None)


def _marks_a_time(place: int, scene: Scene) -> bool:
    """Tell whether a year or month is that of a mark alone: `its weakest since March last year`."""
    if scene.sentence.chinese:
        return False
    return scene.says_before(_SINCE_THEN, place, 28) is not None


def _is_near(name: Name, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a name stands near the trigger, or opens the sentence as its subject."""
    near = scene.apart(name[:2], (candidate.start, candidate.end)) <= REACH
    return near or acts_behind_aside(name[:2], candidate, scene)


def _as_partner(name: Name, scene: Scene) -> Name:
    """Return the name as a firm's where the words before it make it the other party."""
    return name._replace(kind="firm") if name.kind == "name" and is_partner(name.start, scene) else name


def _is_said_on(place: Span, scene: Scene) -> bool:
    """Tell whether a day is the one on which a figure was told, not the one for which it holds."""
    if scene.sentence.chinese:
        return _TOLD_ON_ZH.match(scene.low, place[1]) is not None
    return scene.says_before(_SAID_ON, place[0], 28) is not None


def _grade_of(draft: Draft, scene: Scene) -> tuple[str, Span] | None:
    """Return the grade beside the draft's first commodity that has one in this sentence."""
    start, end = scene.sentence.start, scene.sentence.end
    for hit in draft.commodities:
        if start <= hit.start < end and (grade := find_grade(scene.low, hit, start, end)):
            return grade.value, grade.span
    return None


_ROUTED = frozenset(["smuggling", "supply_source", "demand_change"])
"""The types whose goods may go by a third country."""
_VIA = re.compile(
    r"(?:\b(?:via|through|by way of|transit(?:ing|ed)?|routed (?:through|via|to)|tranship(?:ped|ping|ment)s? (?:in|through|at|via)"
    r"|transship(?:ped|ping|ments?)? (?:in|through|at|via)|channels? (?:such as|like)) (?:the )?|经由|经|绕道|借道|途经|取道|转道|先运到|先运往)$"
)
_ONWARD = re.compile(r"(?:中转|转口|转运|转一圈)|\s+as (?:a )?(?:transit|primary channels?|main channels?|hubs?)")
_AND = re.compile(r"\s*(?:,|and|or|&|、|和|与|及|或)\s*(?:and )?(?:the )?")


def find_route(scene: Scene) -> list[Hit]:
    """Return the countries that the goods pass through on their way, in the order of the text."""
    low, hits = scene.low, [hit for hit in scene.found.countries if hit.kind == "country" or hit.data]
    route: list[Hit] = []
    for hit in hits:
        joined = bool(route) and _AND.fullmatch(low, route[-1].end, hit.start) is not None
        if joined or scene.says_before(_VIA, hit.start, 32):
            route.append(hit)
    if route:
        return route
    for at, hit in enumerate(hits):
        if _ONWARD.match(low, hit.end):
            first = at
            while first and _AND.fullmatch(low, hits[first - 1].end, hits[first].start):
                first -= 1
            return hits[first : at + 1]
    return []


def _nearest(items: Sequence[Told], candidate: Candidate, scene: Scene) -> Told | None:
    if not items:
        return None
    place = (candidate.start, candidate.end)
    near = [(gap, item) for item in items if (gap := scene.apart(item.span, place)) <= REACH]
    if len(near) > 1:  # what a semicolon parts off is told of another figure: `5月增长3%;1—5月累计产量…`
        ours = [pair for pair in near if ";" not in scene.low[place[1] : pair[1].span[0]]]
        near = ours or near
    return min(near, key=lambda pair: (pair[0], pair[1].span[0]))[1] if near else None


def _pair(item: Told | None) -> tuple[str, Span] | None:
    return None if item is None else (item.value, item.span)
