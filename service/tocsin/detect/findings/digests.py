"""Digests for investors: what English releases say of the market without a day, weighed once everything is known.

Whoever sells shares, funds or a firm's story opens with the market: prices at records, demand that grows, banks that buy. A fact of
the day says so (`on Monday`, `this week`); the rest is the scenery of the story and has rung long ago. The firm's own prices, sales
and works are its news, save what it is only on the way to, what only tries a process, and ground that explorers buy.
"""

import re
from collections.abc import Sequence
from datetime import date

from tocsin.detect.calendar.months import MONTH, MONTHS, TRADING_DAY
from tocsin.detect.findings.relevance import STANDING
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Sentence, different
from tocsin.detect.topics.release import Voice
from tocsin.messages import Modality

_OF_MARKET = frozenset(["price_move", "demand_change", "stockpiling", "export_control"])
_PITCH = re.compile(
    r"\b(?:undervalued|overlooked|under-the-radar|opportunit(?:y|ies)|poised|upside|exposure to|well[- ]positioned|emerging as|could benefit|stands? to benefit|high-potential|near-term produc\w+|stands out"
    r"|building steam|compelling|game[- ]chang\w+|attractive|bull market|portfolios?|note to investors|etfs?|shareholders|investors|flagship|world-class|disruptive|red metal|safe[- ]haven)\b"
)
"""Words of who sells a share or a fund."""
_PITCHES = {Voice.PAID: 0, Voice.LISTED: 2, Voice.FIRM: 4}
"""How many of them make a pitch, by who speaks."""
_TODAY = re.compile(
    rf"\b(?:today|yesterday|overnight|tonight|this (?:week|morning|afternoon|evening|session)|on the day|for the week|week[- ]on[- ]week|intraday|{TRADING_DAY}"
    r"|(?:(?:last|past|previous|prior|recent) (?:few |several |couple of |two |three )?(?:days?|weeks?|sessions?|24 hours))|within (?:hours|minutes|(?:two|three|a few) days)"
    r"|after (?:it was|the) (?:announce|confirm|report|news|decision|vote)\w*|just (?:hit|set|reached|broke|passed|touched|crossed|topped|fell|rose|jumped)"
    r"|currently (?:trading|trades)|\d{4} gmt|\d ?[ap]\.?m\b|settled|(?:closed|ended|finished) (?:at|up|down|higher|lower|[\d.]+(?:%| ?pct?| per ?cent))|in (?:early|late|morning|afternoon|asian|european) trad(?:e|ing))\b"
)
"""What says that a fact is of these days."""
_ACTIVE = re.compile(r"\bactive (?:[a-z]+ ){0,3}(?:companies|stocks|miners)\b")
"""What names the firms that pay, and no day: `active companies in the markets today include`."""
_DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\.? (?P<d1>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])|(?P<d2>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)? (?:of )?(?P<m2>{MONTH})(?![a-z]))(?:,? (?P<year>20[0-9]{{2}}))?"
)
_IN_MONTH = re.compile(rf"\b(?:in|for|during|through) (?P<month>{MONTH})\b(?! [0-9]{{1,2}}(?![0-9]))")
_PART_OF_MONTH = re.compile(rf"\b(?:in|by|since) (?:early|mid|late)[ -](?P<month>{MONTH})\b")
_FEATURE = re.compile(
    r"(?:#+ ?)?(?:(?:why|how|what|where|when|who|can|could|should|will|is|are|does|do|the case for|top|\d+|meet)\b|[^\n]*(?:\bhere(?:'s|’s| is| are)\b|\b(?:what it means|what this means|what you need|how to|next big|explained)\b|: (?:why|how|what|the case)\b))"
)
"""How a headline begins that explains, lists or sells: `Why tin prices are at a record`."""
_SELLS = re.compile(
    r"\b(?:stocks?|shares|miners|etfs?|plays?) to (?:watch|buy|own|consider)\b|\b(?:before|if) you (?:invest|buy)\b|\bwhat (?:to know|investors (?:should|need to) know)\b|\bnext big\b|\bshould you (?:buy|invest)\b|\bways? to (?:invest|play|profit)\b"
)
"""How a headline says that it sells shares, whoever speaks."""
_TELLS = re.compile(
    r"\b(?:announced|this month|new rules?|signed|decided|ordered|ministry|takes? effect|took effect)\b"
)
"""What makes of a measure far down one that is told as news."""
_LEAD = 2
"""Sentences after the headline whose day is that of the text."""
_DAYS = 8
"""Days within which a dated price is of these days."""
_MONTHS = 2
"""Months within which the figure of a month is the latest."""
_BY_YEAR = re.compile(
    r"\b(?:by|in|to|through|until|over) (?:the (?:end|start|middle) of |late |early |mid-)?20(\d\d)\b"
)
_FAR = 3
"""Years ahead from which on a forecast is a long-range one."""
_OWN = re.compile(
    r"\b(?:its|our|their|list|posted|contract|official|selling) (?:[\w-]+ ){0,4}(?:prices?|premiums?|surcharges?|fees?)\b|\beffective\b|\bsurcharges?\b"
    r"|\bannounc\w+ (?:an? )?(?:[\w-]+ ){0,3}(?:price|premium)\b|\bwill (?:increase|raise|cut|lower|adjust|reduce) (?:[\w-]+ ){0,4}(?:prices?|premiums?|surcharges?)\b|\bwill (?:increase|rise|go up) by\b"
)
"""What makes a price the firm's own, which is its news."""
_TRIAL = re.compile(
    r"\b(?:pilot|demonstration|demo|test|trial|bench|lab|laboratory)[- ](?:scale |stage |size |direct |commercial )?(?:[\w-]+ (?:[\w-]+ )?(?:\([\w“”\"' -]+\) )?)?(?:plants?|facility|facilities|lines?|units?|mining|mine|production|works|refinery|smelter|run|batch|processing|programme?|campaign)\b"
    r"|\b(?:bench|lab|laboratory|pilot)[- ](?:scale|tests?)\b|\bin (?:the|a|its) (?:lab|laboratory)\b|\bbulk[- ]samples?\b|\bbulk sampling\b|\b(?:mill|plant|site) clean-?ups?\b|\bclean-?up (?:of the (?:mill|plant)|material|and recovery)\b|\brecovery program(?:me)?\b"
)
"""Works that try a process, or goods that are swept up: no market sees them."""
_GROUND = re.compile(
    r"\b(?:tenements?|(?:mineral|mining|exploration|gold|lode|adjacent|additional|new|contiguous|unpatented|quartz|placer) (?:[a-z-]+ )?claims?|concessions?|exploration (?:licen[cs]es?|permits?|ground|projects?|propert(?:y|ies)|rights|land|portfolio|assets?)|land (?:package|position)|mineral (?:rights|titles?|licen[cs]es?|tenure))\b"
)
"""What explorers buy, whose goods nobody has found."""
_ROYALTY = re.compile(r"\b(?:royalty|royalties)\b(?! (?:compan|firm|trust))")
_EARLY_STUDY = re.compile(
    r"\b(?:scoping stud(?:y|ies)|preliminary economic assessments?|pea|concept(?:ual)? stud(?:y|ies)|pre-?feasibility stud(?:y|ies)|pfs)\b"
)
"""What decides on no works."""
_REACH = 60
"""Characters around a deal within which its object stands."""
_ON_THE_WAY = re.compile(
    r"\b(?:prepar(?:es?|ed|ing|ation|ations) for|(?:mov|advanc|progress|work|head|transition|gear|edg|push|driv|march|build)\w*(?: (?:it|forward|up|closer|quickly|steadily|strategically))*(?: [\w'’]+){0,6} (?:to|toward|towards)|on (?:its|the|track|course|a) (?:way|path|road)?(?: ?(?:to|for))|positioned (?:to|for)|near(?:s|ing)|ahead of|in the lead-up to|focused on|as (?:it|we|they) (?:near|approach)\w*)"
    r" (?:an? |the |its |their |our )?(?:[\w-]+ ){0,3}\Z"
)
"""What a firm says of works that are to run again, or for the first time, on a day that it does not name here."""
_STARTS = frozenset(["production_change", "supply_source"])
_QUARTER = re.compile(r"(?:(?P<year>20\d\d)-?)?Q(?P<quarter>[1-4])\Z")
_HELD_AGAINST = re.compile(
    r"\b(?:than|from|below|above|against|versus|vs|compar\w+|over|up on|down on|since|previous|prior|preceding)\b"
)
"""What makes of a quarter the one that another is held against."""
_MEAN = re.compile(
    r"\bprices?\b[^.;]{0,40}\baverag(?:ed|ing|es)\b|\baverage (?:realized |realised |spot |market |sales |selling |lme )?(?:[a-z]+ )?prices?\b"
)
_LATE = 95
"""Days after which the figures of a quarter have been told: those of the next one are due."""
_OF_FIGURES = frozenset(["production_change", "demand_change", "inventory_change", "corporate_results"])


def weigh_releases(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], voice: Voice, low: str, published: date | None
) -> None:
    """Let what an English release tells only as its scenery, or that no market sees, count as the setting."""
    news = [d for d in drafts if not d.standing and d.modality not in {Modality.DENIED, Modality.HISTORICAL}]
    for draft in news:
        if (
            _is_trial(draft, low)
            or _is_of_royalty(draft, low)
            or (voice is not Voice.REPORT and _is_slight(draft, low, published))
        ):
            _lower(draft)
    title_end = sentences[0].end
    sells = _SELLS.search(low, 0, title_end) is not None
    if not sells and (voice not in _PITCHES or not _is_pitch(low, _PITCHES[voice], title_end)):
        return
    market = [draft for draft in news if draft.type in _OF_MARKET]
    told_today = any(sentence.order <= _LEAD and _is_dated_now(sentence, low, published) for sentence in sentences)
    told_today = told_today or any(
        draft.type == "price_move" and _is_of_these_days(draft, low, published) for draft in market
    )
    for draft in market:
        if _is_scenery(draft, low, published, told_today, voice is Voice.PAID):
            _lower(draft)


def _lower(draft: Draft) -> None:
    draft.standing, draft.relevance = True, min(draft.relevance, STANDING)


def _is_trial(draft: Draft, low: str) -> bool:
    """Tell whether a new source only tries a process, or sweeps up what was left, as one of its sentences says."""
    if draft.type != "supply_source" or draft.direction != "new":
        return False
    return any(_TRIAL.search(low, sentence.start, sentence.end) for sentence in (draft.sentence, *draft.also))


def _is_of_royalty(draft: Draft, low: str) -> bool:
    """Tell whether a deal is in a royalty, by which no mine or goods change hands."""
    start, end = draft.candidate.extent
    around = max(draft.sentence.start, start - _REACH), min(draft.sentence.end, end + 24)
    return draft.type == "mna" and _ROYALTY.search(low, *around) is not None


def _is_slight(draft: Draft, low: str, published: date | None) -> bool:
    """Tell whether a firm's own text tells a thing that is small, old, or only on its way."""
    return (
        (
            draft.type == "supply_source"
            and _EARLY_STUDY.search(low, draft.sentence.start, draft.sentence.end) is not None
        )
        or (draft.type == "mna" and not draft.amounts.keys() & {"value", "share"} and _is_of_ground(draft, low))
        or (draft.type in _STARTS and _is_on_the_way(draft, low))
        or (draft.type == "price_move" and _is_mean(draft, low))
        or (draft.type == "demand_change" and _is_far_forecast(draft, low, published))
        or (published is not None and _is_of_old_quarter(draft, low, published))
    )


def _is_mean(draft: Draft, low: str) -> bool:
    """Tell whether a firm only says what a price was on average in the time that it reports on."""
    return _MEAN.search(low, draft.sentence.start, draft.sentence.end) is not None


def _is_of_ground(draft: Draft, low: str) -> bool:
    start, end = draft.candidate.extent
    sentence = draft.sentence
    around = max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)
    return _GROUND.search(low, *around) is not None


def _is_on_the_way(draft: Draft, low: str) -> bool:
    if draft.modality is not Modality.EXPECTED or draft.amounts or draft.direction not in {"resume", "new"}:
        return False
    if any(sentence.order == 0 for sentence in (draft.sentence, *draft.also)):
        return False
    start = draft.candidate.extent[0]
    return _ON_THE_WAY.search(low, max(draft.sentence.start, start - 80), start) is not None


def _is_of_old_quarter(draft: Draft, low: str, published: date) -> bool:
    """Tell whether a figure below the lead is of a quarter whose next one is due to be told."""
    if draft.type not in _OF_FIGURES or draft.sentence.order <= _LEAD or draft.also:
        return False
    quarters = [found for name, _ in draft.periods if (found := _QUARTER.match(name))]
    if len(quarters) != 1 or _HELD_AGAINST.search(low, draft.sentence.start, draft.sentence.end):
        return False
    year, quarter = int(quarters[0]["year"] or published.year), int(quarters[0]["quarter"])
    ended = date(year + quarter // 4, 3 * (quarter % 4) + 1, 1)
    return (published - ended).days > _LATE


def _is_pitch(low: str, words: int, title_end: int) -> bool:
    if words == 0 or _FEATURE.match(low, 0, title_end):
        return True
    return different(_PITCH, low, len(low)) >= words


def _is_scenery(draft: Draft, low: str, published: date | None, told_today: bool, paid: bool) -> bool:
    """Tell whether a fact of the market is the setting of a story: dated to earlier days, or told without any day."""
    told = [draft.sentence, *draft.also]
    if _is_far_forecast(draft, low, published):
        return True
    if draft.type == "export_control" and (
        draft.amounts or draft.sentence.order <= _LEAD or _TELLS.search(low, draft.sentence.start, draft.sentence.end)
    ):
        return False
    if draft.amounts and draft.type == "demand_change":
        return False
    if _is_of_these_days(draft, low, published):
        return False
    if published is not None and any(_is_stale(sentence, low, published) for sentence in told):
        return True
    title = next((sentence for sentence in told if sentence.order == 0), None)
    if title is None:
        return not told_today
    if any(title.start <= amount.start < title.end for amount in draft.amounts.values()):
        return False
    return (paid and not told_today) or _FEATURE.match(low, title.start, title.end) is not None


def _is_far_forecast(draft: Draft, low: str, published: date | None) -> bool:
    if published is None or draft.modality is not Modality.EXPECTED:
        return False
    years = [2000 + int(found[1]) for found in _BY_YEAR.finditer(low, draft.sentence.start, draft.sentence.end)]
    return bool(years) and max(years) >= published.year + _FAR


def _is_of_these_days(draft: Draft, low: str, published: date | None) -> bool:
    return any(_is_of_now(draft, sentence, low, published) for sentence in (draft.sentence, *draft.also))


def _is_stale(sentence: Sentence, low: str, published: date) -> bool:
    """Tell whether a sentence dates what it tells before these days."""
    return any(
        _days_ago(found, published) > _DAYS for found in _DATE.finditer(low, sentence.start, sentence.end)
    ) or any(
        (published.month - MONTHS[found["month"]]) % 12 in (1, 2)
        for found in _PART_OF_MONTH.finditer(low, sentence.start, sentence.end)
    )


def _is_of_now(draft: Draft, sentence: Sentence, low: str, published: date | None) -> bool:
    start, end = sentence.start, sentence.end
    if _is_dated_now(sentence, low, published):
        return True
    if draft.type == "price_move":
        return _OWN.search(low, start, end) is not None
    return published is not None and any(
        0 <= (published.month - MONTHS[found["month"]]) % 12 <= _MONTHS for found in _IN_MONTH.finditer(low, start, end)
    )


def _is_dated_now(sentence: Sentence, low: str, published: date | None) -> bool:
    if _ACTIVE.search(low, sentence.start, sentence.end):
        return False
    if _TODAY.search(low, sentence.start, sentence.end):
        return True
    return published is not None and any(
        0 <= _days_ago(found, published) <= _DAYS for found in _DATE.finditer(low, sentence.start, sentence.end)
    )


def _days_ago(found: re.Match[str], published: date) -> int:
    """Return the days since a date; without a year it is the last one before the publication."""
    month, day = MONTHS[found["m1"] or found["m2"]], int(found["d1"] or found["d2"])
    year = int(found["year"] or (published.year if month <= published.month else published.year - 1))
    try:
        then = date(year, month, day)
    except ValueError:
        return -1
    return (published - then).days
