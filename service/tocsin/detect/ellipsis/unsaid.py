"""Unsaid goods: English prices whose goods only the text around them tells, `Grade II fetched $52,000/t, 3% more than in April`.

A price for a measure of goods (`a tonne`, `/lb`) beside what it changed by stands for the noun of what moved. It is of the goods
spoken of, where these are one alone and priced by such a measure; of costs, fees, forecasts and shares it is no price.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tocsin.detect.ellipsis.unnamed_amounts import BESIDE, DOUBT, FIGURED, OF_OTHERS, changes_beside, given_by
from tocsin.detect.magnitudes.denominators import Priced, is_priced_by
from tocsin.detect.quantities.amount import Amount
from tocsin.detect.scenes.scene import UNSAID, Candidate, Scene
from tocsin.detect.texts.text import Sentence, holds_any
from tocsin.detect.topics.topic import Memory
from tocsin.detect.triggers.change import Change
from tocsin.detect.triggers.comparison_hints import compares
from tocsin.detect.triggers.marks import NUMBERED
from tocsin.detect.words.hits import Found, Hit
from tocsin.rules.loader import LoadedPack, Move, RulePack
from tocsin.rules.scanner import Literals

ALIKE = 4
"""A sum is a price without its measure where it lies within a quarter of one of the same goods that has it."""

_OTHERS = re.compile(
    r"\b(?:cash|operating|production|unit|total|sustaining|mining|site|capital|average|input|processing|power|energy|labou?r|landed|delivered)? ?costs?\b(?! (?:[$€£¥]|\d|about|around|buyers|more|less|and freight|usd|eur|cny|rmb|us))"
    r"|\b(?:an average (?:price )?of|average received|reali[sz]\w+|earn(?:s|ed|ing)?|tankers?|vlccs?|the state (?:takes|collects|gets)|aisc|capex|opex|c1|expenditures?|expens\w+|spending|royalt\w+|margins?|profit\w*|loss(?:es)? of|revenues?|earnings|ebitda|income|turnover|sales (?:of|rose|fell|came|totall?ed)|dividends?|shares?|share price|stock price|warrants?|options?|strike price|conversion price"
    rf"|{FIGURED}|{OF_OTHERS}|outlook|assum\w+|models?|scenarios?|consensus|break-?even|netbacks?|hedg\w+|collars?|penalt\w+|fines?|taxes|tax|dut(?:y|ies)|lev(?:y|ies)|tariffs?|subsid\w+|tolls?|(?<!and )freight|charter|"
    r"hire|carriage|transport\w*|shipping|haulage|storage|insurance|wages?|rents?|leases?|fees?|cap of|ceiling|price cap|floor of|npv|irr|valuation|cut-off|cutoff|impairment|inflation|index points)\b"
)
"""Nouns whose sums are no price of goods."""
_FORETOLD = re.compile(
    r"\b(?:expect\w*|forecast\w*|predict\w*|project(?:s|ed|ing)|see(?:s|ing)? (?:it|prices|the)|will average|would|could|might|may (?!\d)|should|if|were to|assum\w+)\b"
)
"""What makes a price one that nobody has paid."""
_TO = re.compile(
    r"(?: (?:its|their|the) (?:[\w'%.-]+ ){0,4})?(?:(?: (?:another|a further|about|some|around|nearly|just))?(?: ?by)?[^;:a-z]{0,16}(?:percent|per cent|cents?|yuan|dollars|a (?:tonne|ton|pound|lb|barrel|kg))?(?: and \d+(?:\.\d+)?%)?)? ?(?:to|(?<=\d )at) (?:about |around |some |just |an? |between )?"
)
"""What stands between a word of movement and where the price went: ` its marker by $1.50 to `."""
_AT = re.compile(r" (?:at|on|around|near) (?:about |around )?|(?: from [^,;.$€£¥\d]{1,24})?,? at (?:about |around )?| ")


_STAYS_AT = r"\b(stays?|stayed|remains?|remained|(?:was |is )?(?:unchanged|steady|flat)|holds?|held)(?: steady| unchanged| flat| stable)? at (?:about |around )?"
_STAYS = re.compile(rf"{_STAYS_AT}\Z")
"""What makes of the price behind it one that has not moved."""


_GOODS = (
    "tonne",
    " tons",
    "ounces",
    "barrel",
    "bushel",
    "pounds",
    " t ",
    " t,",
    " mt",
    "bpd",
    "b/d",
    " oz",
    " lb",
    "吨",
    "桶",
    "盎司",
)
_FLOWS = (" arrived", " came in", " withdrawn", " left", "let go of", " taken out", " took in", " released", " entered")
_STAYS_PUT = re.compile(_STAYS_AT + r"[^a-z]{0,4}\d")
_MONEY = ("$", "yuan", "€", "£", "usd", "cents", "dollars", "cny", "rmb", "eur", "rupees", "ringgit")
_SIGNS = (*_MONEY, *_GOODS)
_TELLING = Literals([sign] for sign in _SIGNS)


def sums_told(low: str, start: int) -> tuple[str, ...]:
    """Return the signs of a sum of money or a quantity of goods that a text holds; its sentences need be searched for no others."""
    told = _TELLING.told(low[start:])
    return tuple([sign for place, sign in enumerate(_SIGNS) if told >> place & 1])


def counts_goods(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a part of an English text may tell a quantity of goods."""
    return holds_any(low, _GOODS, start, end)


def all_unsaid(found: Sequence[Found], sentences: Sequence[Sentence], low: str, sums: Sequence[str]) -> frozenset[int]:
    """Return the sentences, by their place, that may tell a price or quantity of goods that only the text around them names."""
    if not sums:
        return frozenset()
    pairs = enumerate(zip(found, sentences, strict=True))
    return frozenset([index for index, (each, sentence) in pairs if _leaves_unsaid(each, sentence, low, sums)])


def _leaves_unsaid(found: Found, sentence: Sentence, low: str, sums: Sequence[str]) -> bool:
    """Tell, cheaply, whether an English sentence that names no goods may tell their price or quantity, and its change."""
    if found.commodities or sentence.chinese or sentence.order == 0:
        return False
    start, end = sentence.start, sentence.end
    if not holds_any(low, sums, start, end):
        return False
    if found.moves or compares(low, start, end) or _STAYS_PUT.search(low, start, end) is not None:
        return True
    return holds_any(low, _FLOWS, start, end)


def find_unsaid(
    rules: RulePack, scene: Scene, others: Sequence[Candidate], memory: Memory, told: Sequence[Priced]
) -> Iterator[Candidate]:
    """Yield the candidate for a price and its change in a sentence that names no goods, if the text tells whose it is."""
    sentence, found = scene.sentence, scene.found
    if sentence.chinese or sentence.order == 0 or len({hit.id for hit in found.commodities}) > 1:
        return
    if any(other.pack.pack.signal == "price_move" for other in others):
        return
    if _is_row_of_another(scene, memory):
        return
    if not (found.commodities or found.doubted or memory.speaks_of_goods(sentence)):
        return
    market = next(((pack, index) for pack, index, kind in rules.bare if kind is True), None)
    quote = _quote(scene)
    if market is None or quote is None:
        return
    goods = _goods_of(quote, rules, scene, memory, told)
    if not goods:
        return
    made = _compared(market, quote, scene) or _moved(market, quote, scene)
    if made is not None and not _is_of_other(quote, scene):
        made.commodities, made.spoken = goods, True
        yield made


def _is_row_of_another(scene: Scene, memory: Memory) -> bool:
    """Tell whether a row of a table names no goods we know, where the row before names its own: it is of others."""
    if not scene.low.startswith("|", scene.sentence.start) or scene.found.commodities or not memory.last:
        return False
    line = scene.low.rfind("\n", 0, memory.last[0].start) + 1
    return scene.low.startswith("|", line)


def find_goods(
    rules: RulePack, scene: Scene, candidates: Iterable[Candidate], memory: Memory, told: Sequence[Priced]
) -> None:
    """Give moves of a price that stands for its noun the goods spoken of, which tell more than its unit or a pronoun does."""
    if scene.sentence.chinese or scene.sentence.order == 0 or scene.found.commodities:
        return
    for candidate in candidates:
        if candidate.type != "price_move" or not _is_unnamed(candidate, scene):
            continue
        if (quote := _quote(scene)) is not None:
            candidate.commodities = _goods_of(quote, rules, scene, memory, told)
            candidate.spoken = bool(candidate.commodities)


def _goods_of(quote: Amount, rules: RulePack, scene: Scene, memory: Memory, told: Sequence[Priced]) -> list[Hit]:
    """Return the goods whose price is told: those that the sentence names, else those that the text speaks of."""
    ancestors, fits = rules.lexicon.ancestors, _fits(quote, told)
    named = _own(scene, quote, fits, ancestors)
    return _spoken_of(memory, scene, fits, ancestors) if named is None else named


def _own(
    scene: Scene, quote: Amount, fits: Callable[[Iterable[str]], bool], ancestors: Callable[[str], Iterable[str]]
) -> list[Hit] | None:
    """Return the goods that the sentence itself names before its price: a weak word only at its start. None where it names none."""
    found, start = scene.found, scene.sentence.start
    named = found.commodities or found.doubted
    if not named:
        return None
    sure = bool(found.commodities) or named[0].start == start
    return [hit for hit in named[:1] if sure and hit.end <= quote.place[0] and fits((hit.id, *ancestors(hit.id)))]


def _is_unnamed(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether what moves is only a price, or a pronoun that stands for nothing told before."""
    subject, stand_in = candidate.subject, scene.stand_in
    if subject is None or candidate.commodities:
        return False
    return subject.kind == "amount" or (
        stand_in is not None and subject is stand_in.subject and not stand_in.commodities
    )


_STEP = re.compile(r" (?:an? [a-z]+ )?(?:higher|lower|above|below|over|under|more|less|dearer|cheaper|up|down|off)\b")
"""What makes a sum before it a step, and no price."""


def _quote(scene: Scene) -> Amount | None:
    """Return the price that a sentence tells: the one that something came to, or else the first that is no step to it."""
    sums = [a for a in scene.amounts if a.kind in {"price", "money"} and a.sign >= 0 and not a.unit.endswith("/count")]
    new = [a for a in sums if a.part == "to"]
    plain = [a for a in sums if a.part in {"none", "at"} and _STEP.match(scene.low, a.place[1]) is None]
    return next(iter(new or plain), None)


_DEALT = re.compile(
    r"\b(?:tenders?|bought|buys|sold|sells|offer(?:s|ed)?|bids?|paid|pays|booked|purchased|asked|asks|award(?:s|ed)?|filled)\b"
)
_DEALS = re.compile(r"(?:mill|plant|smelter|refiner(?:y|ies)|works|producer|tender|offer|enquir(?:y|ies))s?\b")
"""Who deals in goods, and in what way, so that the price told with it is theirs: `a tender by a mill was filled at $1,425/t`."""


def _is_of_other(quote: Amount, scene: Scene) -> bool:
    """Tell whether a price is that of anything but goods, or one that is only foreseen."""
    low, start = scene.low, scene.sentence.start
    before = quote.place[0]
    if any(bar.start < before for bar in scene.barriers):
        return True
    others = [hit for hit in scene.found.subjects if hit.start < before and hit.id != "price-move"]
    if others and not (_DEALT.search(low, start, before) and all(_DEALS.match(low, hit.start) for hit in others)):
        return True
    return (
        _OTHERS.search(low, start, min(scene.sentence.end, quote.place[1] + 40)) is not None
        or scene.says_before(_FORETOLD, quote.place[0]) is not None
    )


def _fits(quote: Amount, told: Sequence[Priced]) -> Callable[[Iterable[str]], bool]:
    """Return what tells whether goods, by their name and those they are a kind of, may have such a price."""
    currency, _, measure = quote.unit.partition("/")

    def fits(family: Iterable[str]) -> bool:
        if measure:
            return is_priced_by(measure, family)
        names = frozenset(family)
        return any(
            names & price.ids
            and price.amount.unit.startswith(currency + "/")
            and abs(price.amount.low - quote.low) * ALIKE <= price.amount.low
            for price in told
        )

    return fits


def _spoken_of(
    memory: Memory, scene: Scene, fits: Callable[[Iterable[str]], bool], ancestors: Callable[[str], Iterable[str]]
) -> list[Hit]:
    """Return the one commodity that a sentence without goods speaks of; none where several may be meant."""
    sentence = scene.sentence
    near: list[Sequence[Hit]] = []
    if memory.is_near(sentence):
        near.append(memory.last_all)
    near += [memory.dominant] if memory.dominant else [memory.headline] if memory.main else []
    for hits in near:
        ours = {hit.id: hit for hit in reversed(hits) if hit.id not in memory.groups}
        fitting = [hit for id_, hit in ours.items() if fits((id_, *ancestors(id_)))]
        parents = {name for hit in fitting for name in ancestors(hit.id)}
        kinds = [hit for hit in fitting if hit.id not in parents]
        if len(kinds) == 1:
            return kinds
        if len(kinds) > 1:
            return []
    return []


_SUMS = frozenset(["percent", "price", "money"])


def _compared(market: tuple[LoadedPack, int], quote: Amount, scene: Scene) -> Candidate | None:
    """Return the price as what a comparison beside it changed: `$231 a tonne, 27% below last year's contract`."""
    change = next(changes_beside(quote, [quote], _SUMS, scene), None)
    return None if change is None else _candidate(market, change, quote)


def _moved(market: tuple[LoadedPack, int], quote: Amount, scene: Scene) -> Candidate | None:
    """Return the price as what a word of movement moved to where it is, or by how much since: `lost 9% to $45/t`."""
    pack, index = market
    low, (start, end) = scene.low, quote.place
    if stays := scene.says_before(_STAYS, start):
        return _candidate(market, Change(quote, "flat", *stays.span(1)), quote, spend=False)
    for hit in scene.found.moves:
        move: Move = hit.data
        direction = pack.direction(index, move)
        if direction is None or scene.is_named(hit):
            continue
        if hit.end <= start:
            stepped = any(hit.start - 1 == a.place[1] and a.kind in _SUMS for a in scene.amounts)
            joined = _AT if direction == "flat" or stepped else _TO
            fits = joined.fullmatch(low, hit.end, start) is not None
        else:
            step = any(hit.start - 1 == a.place[1] for a in scene.amounts if a is not quote)
            near = 0 <= hit.start - end <= BESIDE and not any(mark in low[end : hit.start] for mark in ";:")
            fits = near and (_is_step(hit.end, quote, scene) or step or direction == "flat")
        if fits:
            change = Change(quote, direction, hit.start, hit.end)
            return _candidate(market, change, quote, spend=False)
    return None


def _is_step(end: int, quote: Amount, scene: Scene) -> bool:
    """Tell whether a word of movement behind a price is followed by a step of it: a percentage, or less than the price is."""
    if NUMBERED.match(scene.low, end + 3 if scene.low.startswith(" of ", end) else end) is None:
        return False
    step = next((a for a in scene.amounts if a.place[0] >= end - 1), None)
    return step is not None and (step.kind == "percent" or (step.kind in {"money", "price"} and step.low < quote.low))


def _candidate(
    market: tuple[LoadedPack, int], change: Change, quote: Amount, *, spend: bool = True
) -> Candidate | None:
    """Return the candidate of a price whose goods the text tells; None where prices have no such direction."""
    pack, index = market
    if change.direction not in pack.pack.subjects[index].moves:
        return None
    given = given_by(change, quote) if spend else {}
    earlier = () if change.earlier is None else (change.earlier,)
    return Candidate(
        pack,
        UNSAID,
        change.direction,
        change.start,
        change.end,
        subject=Hit(*quote.place, "amount", "", None),
        cost=DOUBT,
        given=given,
        spent=(*given.values(), *earlier) if spend else (),
    )
