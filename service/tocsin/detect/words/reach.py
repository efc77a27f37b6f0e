"""Reach: whether the words between a commodity and a word of movement leave the commodity the subject of that movement.

In English a commodity may itself move (`gold slips`). What stands between the two must then be of the market (futures, spot),
an auxiliary, an adverb, a number, a phrase with a preposition (`for November`, `on the London Metal Exchange`) or an aside.
Any other noun is a subject of its own: `copper stocks fell`, `the gold miner rose`.
"""

import re

from tocsin.detect.words.clauses import drop_asides

PHRASE = 4
"""Words that a phrase after a preposition may have."""
_SPEC = re.compile(
    r",? \d[\d.,-]*% ?(?:min\.? |basis )?[a-z][a-z0-9]{0,5}\b,?"
    r"|, (?:(?:a|of|with) )?(?:max(?:imum)?|min(?:imum)?|below|above|under|over|up to|less than|more than)\.? [\d.]+ ?(?:ppm|%) (?:of |[+-]\d+ )?[a-z]+\b,?"
    r"|, [a-z]+[ -]grade\b,?| [3-9]n\d?(?= )"
)
"""A grade beside its goods: `manganese ore, 44% Mn, lost 7 cents`, `hydroxide, battery grade, eased`, `ingot, max 120 ppm bismuth`."""
_OTHER_WAY = re.compile(r" (?:went|moved|headed|swam) (?:in )?(?:the|an) (?:other|opposite) (?:way|direction) and(?= )")
"""A first verb that says nothing of its own: `zinc went the other way and gained`."""
_WHICH = re.compile(
    r",? which(?: (?:means|makes|puts|left|leaves|represents|represented))?(?: (?:it|them|the price|the level))?(?= )"
)
"""A relative clause is no subject of its own: `zinc, which settled lower`, `quoted at $13, which makes it 60 cents more`."""
_PRONOUN = re.compile(r":? (?:it|they)(?= (?:(?:has|had|was|is|were|are|have|also|then|in turn|[a-z]+ly) )*\Z)")
"""What takes up the goods again right before the move: `zinc: it also rose`."""
_TICKER = re.compile(r"(?<![a-z0-9])[<(]?[a-z]{2,7}\d{1,2}!?[>)]?(?![a-z0-9])")
"""A contract's code beside its name, as wires have it: `copper CMCU3`, `nickel NICKEL1!`."""
_TOKEN = re.compile(r"[a-z][a-z'’.-]*|[$€£¥]?\d[\d.,/]*%?(?: ?[a-z]+/[a-z]+)?|\S")
_PREPOSITIONS = frozenset(
    "for in on off at of from to with near around by per during after since above below over under into outside across within fob cif cfr dap ddp fot ex-works".split()
)
_OWN = frozenset(
    "barge barges nola granular prilled tender tenders swap swaps paper physical in-whs whs dup ddu dp exw fot cpt basis min purity contained w wo3 mo sb nb ta nd u3o8 duty unpaid paid duty-unpaid rotterdam europe ddp fca pc pct futures future contract contracts price prices market spot benchmark crude oil ingot ingots cathode cathodes concentrate concentrates "
    "bullion metal scrap oxide powder flake fines pellets wire rod bar bars coil coils sheet billet billets grade index indices assessment delivery settlement indicator indicators marker quote quotes quotation assessment assessments basis prices differential electronic trading trade trades traded floor session day days week weeks month months quarter half year today yesterday "
    "loading kerb ring rings fix fixing fixings evening official outcry curve strip vwap complex afternoon morning daytime midday night-time cash forward prompt day-ahead month-ahead week-ahead year-ahead quarter-ahead front-year offers bids values indications cargoes front-month three-month most-active most-traded december january february march april june july august september october november".split()
)
_LIGHT = frozenset(
    "looked looks look felt seemed seems appeared appears proved sat sits nevertheless still shade touch fraction tad whisker hair notch little bit shrug shrugs shrugged ignores ignored defies defied brushes brushed record-breaking record-setting losing winning eventful volatile was were is are has have had been be being will would may could might should also then again slightly sharply further finally briefly just now "
    "upward upwards downward downwards relentless steady dramatic spectacular remarkable impressive blistering stunning historic unprecedented "
    "setting sets breaking breaks broke broken smashing smashes smashed shattering shatters shattered "
    "continuing keeping maintain maintains maintained resume resumes resumed sustain sustains sustained "
    "nearly still only modestly steadily strongly broadly mostly largely quickly initially later early late previously generally already even "
    "monday's tuesday's wednesday's thursday's friday's today's session trading "
    "monday tuesday wednesday thursday friday close hover hovers hovered settle settles settled closes closed end ends ended finish finishes finished "
    "open opens opened hit hits hitting published printed calculated fixed posted reported assessed quoted offered heard seen bid done indicated priced pegged put stood stands lay lies valued set remain remains remained stay stays stayed "
    "held hold holds holding more than touch touches touched reach reaches reached mark marks marked log logs logged post posts posted notch notches "
    "notched sees saw fresh new its their about as much many modest slight minor small straight third second fourth fifth tally tallies tallied last "
    "back weekly monthly daily quarterly yearly annual registers registered register stretches stretched claws clawed suffers suffered posts gets got best worst rates rate scores scored score taps tapped tap tips tipped eyes eyed eyeing eye notes note noted sees see back-to-back biggest worst best largest steepest sharpest pares pared trims trimmed other metals some any few scales books booked secures nets records recorded snaps ends outperformed outperforms underperformed underperforms led leads lagged lags previous earlier overnight recent prior initial sharp steep big heavy a an the extend extends extended continue continues continued begin begins began start starts started likely expected this that an ounce "
    "dramatic impressive remarkable meteoric spectacular stunning relentless rapid sudden swift parabolic explosive torrid unprecedented extraordinary sustained continued ongoing past wrapped wraps rounded rounds out ton tonne dollar dollars yuan euro euros rupee rupees pound pounds ringgit rand barrel pound kilo kilogram cent cents percent cif fob ex-works in-warehouse duty-paid delivered loaded on-week up down there heads headed head "
    "worth having did become becomes became grown got two thirds quarters quarter fifth tenth half made makes making took takes clocks clocked clocking notching posting logging marking booking registering recording suffering enjoying scoring seeing cny usd eur gbp inr jpy rmb hkd aud cad krw "
    "staged stages staging steady consistent powerful impressive remarkable dramatic spectacular persistent sustained relentless blistering tentative fierce stunning historic robust "
    "experienced experiences witnessed witnesses enjoyed enjoys strong substantial significant considerable notable marked "
    "poised another struck strike strikes striking plumbed plumbs chalked chalks chalking attained attains achieved achieves nursed nurses nursing deepened deepens deepening built builds building scaling reaching touching hitting extending stretching printing printed prints claimed claims "
    "turns turned came come comes gone go goes went course track way been briefly meanwhile however both all together moves moved keep keeps kept went other opposite way direction too also likewise similarly equally instead more or fetch fetches fetched sold cost costs changed hands change year's month's week's day's session's quarter's reverse reverses reversed course mtu lb kg t oz bbl mt w/w d/d m/m on-day on-month".split()
)
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve first fourth sixth seventh eighth ninth tenth consecutive successive unbroken".split()
)
"""Numbers in words, of the days and weeks that a move goes on for: `six straight weeks of gains`."""
_NO_ADVERBS = frozenset(
    "supply resupply oversupply family assembly anomaly monopoly duopoly reply ally july italy".split()
)
"""Nouns that end as adverbs do."""
_SPANS = ("-", "-day", "-week", "-month", "-year", "-session", "-quarter")
_STOPS = frozenset(';:?!"”“')


def reaches(between: str) -> bool:
    """Tell whether the text between a commodity and the word of movement after it has no subject of its own."""
    left = 0
    said = _SPEC.sub("", between.removeprefix(":")).rstrip() + " moves"  # some clauses are asides only before a verb
    said = _WHICH.sub(",", drop_asides(said)).removesuffix("moves")
    words = _TOKEN.findall(_TICKER.sub(" ", _OTHER_WAY.sub("", _PRONOUN.sub(" ", said))))
    for word in words:
        if word in _STOPS:
            return False
        if word in _PREPOSITIONS:
            left = PHRASE
        elif word[0].isalpha():
            if word in _OWN or word in _LIGHT or word in _COUNTS or word.endswith(_SPANS) or _is_adverb(word):
                continue
            if left == 0:
                return False
            left -= 1
        elif word == ",":
            left = 0
    return True


def _is_adverb(word: str) -> bool:
    """Tell whether a word says how or when something moves, whatever it is: `quietly`, `abruptly`."""
    return word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS


_ACTOR = re.compile(
    r" (?:[a-z-]+ )?(?:maker|producer|miner|refiner|smelter|trader|explorer|developer|grower|exporter|importer|seller|buyer|user|giant|firm|company|group|plant|mill|mine|refinery)s?\b"
)
"""Who acts, called after goods, wherever it is: `soda ash maker in Utah adds a shaft`."""


def ends_in_noun(between: str) -> bool:
    """Tell whether a noun of its own stands before a movement: `gold miners rise`, not `gold on Fed day rises`."""
    if _ACTOR.match(between):
        return True
    words = _TOKEN.findall(between)
    if not words or not words[-1][0].isalpha() or words[-1] in _OWN or words[-1] in _LIGHT:
        return False
    if words[-1].endswith(("ly", "-", "ed")) or words[-1] in _PREPOSITIONS:
        return False
    return not any(word in _PREPOSITIONS for word in words[-PHRASE:])
