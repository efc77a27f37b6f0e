"""Lessons: English texts that teach, remember, account for a footprint or tell a theft, whatever goods and moves they name.

A guide for savers, a page about an element, the history of a district and the report of a burglary have the words of market news
(`when demand grows, copper rises`; `the tin price collapsed`). A headline gives the guides away; histories and thefts are known by
several words of their own and by the want of any day, speaker or recent year.
"""

import re

from tocsin.detect.texts.text import different
from tocsin.detect.topics.teaching import teaches
from tocsin.rules.scanner import Literals

_GUIDE = re.compile(
    r"\b(?:(?:beginner(?:'s|’s|s'|s)?|complete|ultimate|buying|buyer(?:'s|’s|s)?|investor(?:'s|’s|s)?|quick|practical|essential|definitive|step-by-step|rollover|user|study) guide|guide (?:to|for) "
    r"|(?<!seen on )(?<!split on )(?<!divided on )(?<!differ on )(?<!agree on )(?<!split over )(?<!divided over )(?<!debate )(?<!debates )(?<!discuss )(?<!weigh )(?<!weighs )(?<!row over )how to (?!make a|stop a)|faqs?\b|frequently asked|glossary|fact ?sheets?\b(?! ?[:–—-])|facts and figures|(?:industry|key|market) statistics\b|statistics:|tutorial|cheat sheet|encyclopa?edia|wiki(?:pedia)?\b"
    r"|(?:safety |technical |product |material )data ?sheet|\bm?sds\b|properties(?:,| and| &) (?:[a-z]+ and )?(?:uses|applications)|uses (?:and|of|for) |everything (?:you need|there is) to know|what you (?:need to|should) know (?:about|before)|\bwhat happens (?:to|when|if)\b[^\n]*\?|\b(?:unlocking|unveiling|demystifying|decoding|debunking|unravell?ing) (?:the |how |what )"
    r"|tips (?:for|to|on)\b|pros and cons|should (?:i|you) (?:buy|invest|sell|own|hold|keep|put|swap|switch|move|add|dump|worry|wait|get|lock)\b|is it (?:still |really )?(?:worth|time) |how much (?:will|do|can|should|does|would) (?:i|you|your|it)|understanding (?:the|how|what|gold|silver|copper|commodit)|an? (?:(?:short|brief) )?(?:history|introduction|primer|timeline)(?: of| to| on)|(?:history|timeline) of\b"
    r"|\A\W*(?:explain(?:er|ers|ed)|backgrounder|fact ?box|primer|q ?& ?a|timeline)\b ?[:–—|-]|,? explained(?:\W*\Z| ?[:–—|])|\A\W*(?:[a-z '’-]{2,30}: )?why (?:is|are|do|does|did|has|have|was|were) [^\n]*\?|[:–—|-] ?(?:an? )?explainer\W*\Z|\A\W*(?:here(?:'s|’s| is) )?(?:what|(?:\d+|[a-z]+) things) (?:you (?:need|should|have) )?to know\b"
    r"|\bhow [^\n?]{3,80}? works?\W*\Z|\A\W*how (?:[\w'’-]+ ){1,6}(?:is|are|gets?|assess|sets?|prices?|calculates?|conquer(?:s|ed)?|became|shapes?|moves?|drives?|affects?|influences?|trades?|mines?|makes?|decides?|became) |\bwhy [^\n?]{3,80}? matters?\W*\Z|ways to (?:invest|buy|save|test|clean|store|tell)|mistakes (?:to avoid|when)|myths? about|how (?:do|does|is|are) [^\n?]{2,60} (?:work|made|mined|refined|priced|taxed|recycled|calculated|determined|set)\b)"
)
"""What heads a text that teaches."""
_ASKS_WHY = re.compile(
    r"\bwhy (?:did|has|have|is|are|was|were) [^\n?]{2,60}?(?:\b\d[\d.,]* ?(?:%|pct?\b|per ?cent)|(?:us\$|[$€£¥])\d)"
)
"""A question that tells what it asks about: `Why did zinc fall 4% this week?`."""
_OPINION = re.compile(
    r"\A\W*(?:opinion|op-?ed|editorial|viewpoint|essay|guest (?:post|column|essay)|letters?(?: to the editor)?|leader|comment is free|quick take|breakingviews|my (?:view|take))\b ?[:|–—-]"
    r"|[:|–—-] ?(?:an? )?(?:opinion|op-?ed|editorial|essay)\W*\Z|\A\W*should (?:the )?(?!you\b|i\b|investors?\b)[^\n?]{3,90}\?|\b(?:is|are) (?:not|no) (?:the )?(?:solution|answer|way (?:forward|out)|remedy)\b|\b(?:simplistic|unwise|misguided|short-sighted|foolish|a bad idea|a mistake|wrong-headed)\W*(?=\n|\Z)|\bthe case (?:for|against) (?!mine)|\b(?:we|you|politicians|governments?|ministers|congress|parliament|washington|brussels|westminster) (?:must|should|ought to|need to|cannot afford)\b"
)
"""What heads what somebody thinks, in which measures and prices are matters of a dispute."""
_LIST = re.compile(
    r"\A\W*(?:aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces) ?[:–—|-]|\A\W*(?:the |our |top )?(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|a dozen)(?: (?:more|big|great|key|simple|easy|surprising|best|top|charts?|graphs?|maps?|must-know|little-known))* (?:charts?|graphs?|maps|facts|reasons (?:to|not to|for|against)|ways|questions|myths|tips|photos|pictures|quotes|books|films|places|gadgets|recipes)\b"
    r"|\b(?:(?:tip|pick|trade|idea|chart|quote|picture|recipe|book) of the (?:day|week|month|year)|in numbers|by the numbers|what the papers say|press review|review of the papers|front pages|horoscopes?|zodiac|quiz|crossword|trivia|photo gallery|in pictures|word of the (?:day|week)|on this day|this day in history|from the archives?|flashback|throwback)\b"
)
"""What heads a list to leaf through, a riddle or a memory."""
_PAPERS = re.compile(
    r"\b(?:working paper|discussion paper|research paper|white paper|dissertation|thesis|we(?:'re|’re| are) hiring|now hiring|vacanc(?:y|ies)|job (?:ad|opening|opportunity|description|posting)s?|internships?|apply (?:now|by)|join our team)\b"
)
"""What heads a scholar's paper or the search for staff."""
_OLD_HEAD = re.compile(
    r"\b(?P<of>(?:crisis|crash|panic|boom|bust|rush|swindle|fraud|strike|disaster|scandal|squeeze|corner|mania|war|bubble|collapse|glut|famine|embargo|shock|fever) (?:of|in) (?:the )?(?:early |late )?(?:1[5-9]\d\d|20[01]\d)s?)\b|(?:years on|(?:\d+|ten|twenty|thirty|forty|fifty|sixty|a hundred) years (?:ago|later|after|since)|(?:a|half a) century (?:ago|later|on)|anniversary|remembered|remembering|looking back|the (?:story|rise and fall|birth|legend|tale|days) of)\b"
)
"""What heads a memory, where the lead tells no day."""
_SINCE = re.compile(r"\b(?:since|highest|lowest|record|worst|best)\b")
"""What makes of an old time the mark to which a report goes back."""
_ON_DAY = re.compile(r"\b(?:on|late|early|since|until|said|told) (?:mon|tues|wednes|thurs|fri)day\b")
"""The day that a report tells in its lead."""
_WHAT_IS = re.compile(
    r"(?:\A|[:.\n–—-] ?)what (?:is|are|was|were|does) (?!\w+ing\b|behind|next|at stake|to blame|wrong)(?P<what>[^\n?]{2,60})\?"
)
_OF_TODAY = re.compile(
    r"\b(?:outlook|forecasts?|happen\w*|impact|effects?|prices? (?:today|now)|next|now|today|moving|mean)\b"
)
"""What makes of such a question one about the market's news."""
_SAVINGS = re.compile(
    r"\b(?:iras?|401\(?k\)?s?|pension pot|nest egg|retirement (?:savings?|portfolios?|plans?|security|accounts?))\b"
)
"""What heads advice to savers."""
_BILLS = re.compile(
    r"\b(?:power|energy|gas|electricity|heating|water|utility|fuel|household) bills?\b[^\n]{0,60}\b(?:you|your|i|my)\b|\b(?:you|your|my)\b[^\n]{0,60}\b(?:power|energy|gas|electricity|heating|water|utility|fuel|household) bills?\b"
)
"""What heads advice to those who pay for a home."""
_FOOTPRINT = re.compile(
    r"\b(?:sustainability|esg|csr|corporate responsibility) (?:reports?|reporting|targets?|goals?|performance|strategy|highlights|approach|statement)\b|\bclimate protection\b|\b(?:our )?carbon footprint\b"
)
"""What heads a firm's account of what it does for the climate and its people."""
_APPOINTMENT = re.compile(
    r"\b(?:names|appoints|elects|hires|promotes|taps)\b[^\n]{2,72}\b(?:chief|ceo|cfo|coo|chair(?:man|woman|person)?|president|(?:managing|executive) director|head|vice[- ]president|treasurer|general manager)\b"
    r"|\bappointments? of (?:[\w-]+ ){0,5}(?:chief|ceo|cfo|coo|chair(?:man|woman|person)?|president|directors?|secretary|manager|auditors?)\b"
    r"|\b(?:directorate|board) (?:changes?|appointments?)\b|\bjoins (?:the )?board\b"
    r"|\b(?:new (?:ceo|chief executive|chairman|chairwoman)|to succeed .{3,40} as (?:ceo|chief|chair))\b"
)
"""What heads the news of who leads a firm, below which its works are those of a career."""
_HOUSEHOLD = re.compile(
    r"\b(thermostats?|heating bills?|utility bills?|energy bills?|gas bills?|(?:your|my) (?:[a-z]+ )?bills?|your home|insulat\w+|homeowners?|households?|energy[- ]saving|tips|water heater|furnace filters?|blankets?|curtains|shades|doors and windows|warm home)\b"
)
"""Words of those who heat a home; three make advice to them."""
_HOUSEHOLD_SIGNS = (
    "thermostat", "bill", "bills", "home", "insulat", "household", "saving", "tips", "heater", "furnace filter", "blanket",
    "curtain", "shades", "windows",
)  # fmt: skip
"""One of these stands in each of them."""
_HEATED = 3
_YOUR = re.compile(r"\b(?:your|you|my)\b")
_THEFT = re.compile(r"\b(?:thefts?|thie(?:f|ves)|stolen|stole|steal(?:s|ing)?|burgl\w+|robber(?:y|ies|s)?|heists?)\b")
_THEFTS = ("theft", "thie", "stole", "steal", "burgl", "robber", "heist")
"""One of these stands in each of them."""
_POLICE = re.compile(
    r"\b(police|constabulary|sheriff|officers?|detectives?|arrest(?:s|ed)?|suspects?|judge|court|pleaded|guilty|jailed|sentenced|prosecut(?:ors?|ed|ion)|custody|crimes?|criminals?|charged|scrap dealers?|scrap metal dealers?|cctv|victims?)\b"
)
_OF_OIL = re.compile(r"\b(?:oil|crude|pipelines?|fuel)\b")
"""Goods whose theft costs a country its output."""
_SMUGGLED = "smuggl"
_CRIMES, _HEADED = 4, 2
"""Different words of thefts and courts from which on a text is about one; where the headline has one of them."""
_COINS = re.compile(
    r"\b(numismatic\w*|collectors?|collecting|collectibles?|mintages?|proofs?|obverse|uncirculated|coin shows?|commemorative|engraver|coin dealers?|silver eagles?|gold eagles?|silver dollars?|graded|coinage)\b"
)
"""Words of those who collect coins; three make a text for them."""
_COIN_SIGNS = (
    "numismatic", "collect", "mintage", "proof", "obverse", "uncirculated", "coin", "commemorative", "engraver", "eagle",
    "silver dollar", "graded",
)  # fmt: skip
"""One of these stands in each of them."""
_COLLECTED = 3
_AGE = re.compile(
    r"\b(?:(?P<year>1[5-9]\d\d|200[0-9])(?P<decade>s)?(?!\d|[,.]\d|[-~]\d{4}[元美吨]|[元美吨点手]|[ -]?(?:t|tons?|tonnes?|ounces|%|people|jobs|workers|gmt|utc|cet|est|edt|bst|hours|hrs)\b)|(?P<era>(?:1[0-9]|early|late|mid-?(?:1[0-9])?)(?:th)? century|(?:sixteenth|seventeenth|eighteenth|nineteenth|twentieth) century"
    r"|bronze age|iron age|stone age|middle ages|medieval|roman (?:era|times|empire|britain)|antiquity|ancient|victorian|colonial (?:era|times|period)|industrial revolution|world war|second world war|first world war"
    r"|heritage (?:site|trail|centre|center)|museums?|ghost towns?|archaeolog\w+))"
)
"""A year, decade or age long gone, and what keeps the memory of them."""
_OLD_YEAR = re.compile(r"[12](?:(?<=1)[5-9]|(?<=2)00)\d")
_ERAS = (
    "century", " age", "medieval", "roman ", "antiquity", "ancient", "victorian", "colonial ", "revolution", "world war",
    "heritage ", "museum", "ghost town", "archaeolog",
)  # fmt: skip
"""One of these stands in a text that has an age."""
_MARK = re.compile(r"\b(?:since|than in|highest in|lowest in|levels? (?:of|in)|record (?:of|set in))(?: [a-z]+)? \Z")
"""What makes of a year a mark to measure from."""
_NOWADAYS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:said|says|told|today|yesterday|this (?:week|month|quarter|year)|last (?:week|month|quarter)|q[1-4]|20[1-9]\d)\b"
)
"""What a text of our days has: a day, a speaker, a recent year."""
_AGES, _SPAN = 3, 5
"""Different old times from which on a text is about them; years between the first and the last of them."""
_TOP, _LEAD = 1600, 420
"""Characters of a text within which it shows what it is, and within which it names the first of these times."""
_SIGNS = Literals((_HOUSEHOLD_SIGNS, _COIN_SIGNS, _THEFTS, _ERAS), whole=("bill", "bills"))
"""What every word of households, collectors, thefts and ages holds; of the first two so many as of the words must stand there."""


_BORDER = re.compile(r"\b(?:customs|border (?:officers|guards|police|protection|force))\b")
_BOUND_ABROAD = re.compile(
    r"\b(?:destined|bound|headed) (?:for|to) (?:asia|africa|europe|china|india|[a-z]+ (?:ports?|buyers))\b|\bout of the country\b"
)
"""What makes of stolen goods smuggled ones, where those at the border tell of them."""


def lesson(low: str, end: int) -> str | None:
    """Return what an English text is instead of news, by its headline up to `end` and its first words; None for any other."""
    headed = _headed(low, end)
    if headed is not None and not tells_a_day(low, end):
        return headed  # a lead that tells a day is news, whatever stands above it: `Codelco names new chief as output slumps`
    homes, coins, thefts, eras = _SIGNS.counts(low[:_TOP])
    if homes >= _HEATED and _is_for_households(low):
        return "advice to households"
    if thefts and _is_of_theft(low, end):
        return "a theft"
    if coins >= _COLLECTED and different(_COINS, low, _TOP) >= _COLLECTED:
        return "a text for collectors of coins"
    if _is_of_ages(low, named=eras > 0) or _is_of_a_year(low, end):
        return "a text about other ages"
    return "a lesson" if teaches(low, end) else None


_IN_OLD_YEAR = re.compile(
    r"(?:\bin|\bof|\blate|\bearly|\bby) (?:[a-z]{3,9},? )?1[5-9]\d\d\b(?!,\d)(?! ?(?:gmt|utc|cet|est|edt|bst|et|hours|hrs|local|t|tons?|tonnes?|mt|kg|oz|ounces|lbs?|pounds|barrels|bpd|dollars|yuan|euros|rupees|cents|usd|points|lots|people|workers|jobs|miners|mw|megawatts|km|miles|metres|hectares|acres|a|per)\b)"
)
_SOON = 200
"""Characters behind a headline within which a text names the year that it is about."""


def _is_of_a_year(low: str, end: int) -> bool:
    """Tell whether a text sets out with a year of another century and has nothing of our days: `In 1973, the cartel curtailed…`."""
    return _IN_OLD_YEAR.search(low, end, end + _SOON) is not None and _NOWADAYS.search(low, end, _TOP) is None


def _is_for_households(low: str) -> bool:
    return different(_HOUSEHOLD, low, _TOP) >= _HEATED and _YOUR.search(low, 0, _TOP) is not None


def tells_a_day(low: str, end: int) -> bool:
    """Tell whether the lead of an English text, behind its headline, reports of a day, as news does: `said on Wednesday`."""
    return _ON_DAY.search(low, end, end + _LEAD) is not None


def _headed(low: str, end: int) -> str | None:
    """Return what a headline alone says that a text is instead of news."""
    if _ASKS_WHY.search(low, 0, end):
        return None
    if _GUIDE.search(low, 0, end) or _asks_what(low, end):
        return "a lesson"
    if _OPINION.search(low, 0, end):
        return "an opinion"
    if _LIST.search(low, 0, end):
        return "a list to leaf through"
    if _PAPERS.search(low, 0, end):
        return "a paper or a post"
    if _is_memory(low, end):
        return "a text about other ages"
    if _SAVINGS.search(low, 0, end):
        return "advice to savers"
    if _BILLS.search(low, 0, end):
        return "advice to households"
    if _FOOTPRINT.search(low, 0, end):
        return "a firm's account of its footprint"
    return "who leads a firm" if _APPOINTMENT.search(low, 0, end) else None


def _is_memory(low: str, end: int) -> bool:
    """Tell whether a headline names a time long gone, as no mark, and the lead tells another and no day of ours."""
    headed = _OLD_HEAD.search(low, 0, end)
    if headed is None or _SINCE.search(low, 0, headed.start()):
        return False
    if _NOWADAYS.search(low, end, end + _LEAD):
        return False
    return headed["of"] is not None or _AGE.search(low, end, end + _LEAD) is not None


def _asks_what(low: str, end: int) -> bool:
    asked = _WHAT_IS.search(low, 0, end)
    return asked is not None and _OF_TODAY.search(asked["what"]) is None


def _is_bound_abroad(low: str) -> bool:
    """Tell whether those at the border stop goods that were on their way abroad."""
    return _BORDER.search(low, 0, _TOP) is not None and _BOUND_ABROAD.search(low, 0, _TOP) is not None


def _is_of_theft(low: str, end: int) -> bool:
    """Tell whether a text has a theft and those who deal with it, and no country's oil is stolen."""
    thefts = {found.group() for found in _THEFT.finditer(low, 0, _TOP)}
    if not thefts or _SMUGGLED in low[:_TOP] or _OF_OIL.search(low, 0, end) or _is_bound_abroad(low):
        return False
    words = thefts | {found[1] for found in _POLICE.finditer(low, 0, _TOP)}
    return len(words) >= (_HEADED if _THEFT.search(low, 0, end) else _CRIMES)


def _is_of_ages(low: str, *, named: bool) -> bool:
    """Tell whether a text has several times long gone, far apart, and nothing of our days; `named` tells that it may name an age."""
    if not (named or _OLD_YEAR.search(low, 0, _TOP)) or _NOWADAYS.search(low, 0, _LEAD):
        return False
    ages = [
        found
        for found in _AGE.finditer(low, 0, _TOP)
        if not _MARK.search(low, max(0, found.start() - 24), found.start())
    ]
    if len({found.group() for found in ages}) < _AGES or ages[0].start() > _LEAD or _NOWADAYS.search(low, 0, _TOP):
        return False
    years = [int(found["year"]) for found in ages if found["year"]]
    return any(found["era"] for found in ages) or max(years) - min(years) >= _SPAN
