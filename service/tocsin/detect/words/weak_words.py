"""Weak words of commodities (gold, lead, 金), which count only in company: a word of trade, another commodity, a market's verb."""

import re
from collections.abc import Set as AbstractSet

from tocsin.detect.texts.text import Folded
from tocsin.detect.words.beside_weak import (
    AFTER_OBJECT,
    BY_SHARE,
    DEALT_IN,
    DELIVERED,
    MEASURE_ON,
    MINED,
    OF,
    OWN_MOVE,
    PRESSES,
    TAKEN_UP,
    TO_A_PRICE,
    TRADED,
    TRADES,
)
from tocsin.detect.words.hits import MASS_OF, NOTHING, Found, Hit
from tocsin.detect.words.reach import reaches

_VERBS = frozenset(["lead"])
"""Weak words that are verbs and adjectives first (`lead exploration of Mars`)."""
_WAY = re.compile(
    r"(?:'s)?(?: (?:is|are|was|were|has|have|had|been|last|also|now|then|still|again|extend(?:s|ed|ing)?|its|their|an?|the|will|may|might|could|"
    r"should|would|to|continue[sd]?|continuing|head(?:s|ed)|for|set|poised|early|earlier|another|further|third|more than|nearly|logs?|logged|posts?|posted|marks?|marked|books?|notch(?:es|ed)?|stag(?:es|ed|ing)|traded?|trading|ended|edged|"
    r"closed|settled|finished|[a-z]+ly)){0,5} "
)
"""What stands between a commodity and what it does on a market."""
_OPENING, _TITLE = 12, 110
"""Where a headline names what it is about, and how long it is."""


def settle_weak(found: list[Found], folded: Folded, parts: int) -> None:
    """Keep weak words only where the sentence or the headline, of so many parts, speaks of trade or of another commodity."""
    low, titles = folded.low, [item for item in found[:parts] if item is not NOTHING]
    ore = next(
        (hit.id for item in found[:parts] for hit in item.commodities if (not hit.weak and is_ore(hit.id))), None
    )
    found = [item for item in found if item is not NOTHING]
    _leave_other_oil(found, low)
    trades = any("" in item.context or any(not hit.weak for hit in item.commodities) for item in found)
    title_context = {id_ for item in titles for id_ in item.context}
    title_context |= {h.id for item in titles for h in item.commodities if not h.weak}
    iron = any(hit.id in _IRONS for item in found for hit in item.commodities if not hit.weak)
    for item in found:
        if not any(hit.weak for hit in item.commodities):
            continue
        if not iron:
            item.commodities = _of_ore(item.commodities, ore, low)
        if trades:
            item.named += [
                Hit(h.start, h.end, "named", h.id, None) for h in item.commodities if _is_in_name(h, folded.plain)
            ]
        item.commodities = [hit for hit in item.commodities if not (hit.weak and _is_person(hit, folded.plain))]
        sure = {hit.id for hit in item.commodities if not hit.weak}
        if sure and item not in titles:  # `a deal with Saltmarsh Gas for LNG`: the name sells no gas of its own
            item.commodities = [h for h in item.commodities if not (sure - {h.id} and _is_in_name(h, folded.plain))]
        trade = "" in (title_context if item in titles else item.context)
        told = item.commodities
        item.commodities = _settled(item, item.context | title_context, low, trade=trade)
        item.doubted = [hit for hit in told if hit not in item.commodities] if len(item.commodities) < len(told) else []


_EATEN = frozenset(
    ["palm_oil", "soybean_oil", "sunflower_oil", "rapeseed_oil", "coconut_oil", "peanut_oil", "vegetable_oils"]
)
_BURNT = frozenset(["crude_oil", "brent", "wti", "oil_products", "gasoline", "diesel", "fuel_oil", "natural_gas"])
_STEEL = frozenset(["steel", "hot_rolled_coil", "rebar", "pig_iron", "stainless_steel", "steel_scrap"])
_OF_WELLS = re.compile(r"\b(?:crude|mineral|petroleum|opec|barrel|energy|fuel|biodiesel|refiner)")
"""What says, near `oil`, that it comes out of wells: `palm tracked a fall in oil as OPEC met`."""
_NEAR_CRUDE = re.compile(r"\b(?:oil|petroleum|opec|barrels?|bpd|b/d|fuels?|refiner(?:y|ies|s)?|pipelines?|tankers?)\b")
_NO_OIL = ((_EATEN, "", _OF_WELLS), (_STEEL, "crude", _NEAR_CRUDE))
"""Goods of texts in which `oil`, or `crude` alone, may stand for others, and what says near it that it does not."""
_NEAR_OIL = 90


def _leave_other_oil(found: list[Found], low: str) -> None:
    """Leave out `oil` by itself in a text on oils that are eaten, and `crude` in one on steel, where nothing is burnt.

    `The oil-for-bridges deal` for palm oil, `2m tonnes of crude capacity` for crude steel.
    """
    sure = {hit.id for item in found for hit in item.commodities if not hit.weak}
    if sure & _BURNT:
        return
    for goods, word, near in _NO_OIL:
        if not sure & goods:
            continue
        for item in found:
            item.commodities = [
                hit
                for hit in item.commodities
                if not (hit.weak and hit.id == "crude_oil" and low.startswith(word, hit.start))
                or _speaks_of_wells(near, hit, low)
            ]


def _speaks_of_wells(near: re.Pattern[str], hit: Hit, low: str) -> bool:
    """Tell whether a word near `oil` or `crude`, and not that word itself, says that it is burnt."""
    before, after = max(0, hit.start - _NEAR_OIL), hit.end + _NEAR_OIL
    return near.search(low, before, hit.start) is not None or near.search(low, hit.end, after) is not None


def _settled(item: Found, context: AbstractSet[str], low: str, *, trade: bool) -> list[Hit]:
    """Return the words of goods of a sentence that count: those that are sure, act, or stand where such goods are spoken of."""
    told = item.commodities
    sure = {hit.id for hit in told if not hit.weak}
    told = [hit for hit in told if not (hit.weak and _is_example(hit, low))]
    kept = [
        hit
        for hit in told
        if not hit.weak
        or _acts(hit, item, low)
        or (
            _stands_alone(hit, low)
            and ((trade or hit.id in context or sure - {hit.id}) and not _is_attribute(hit, told, low))
        )
    ]
    if kept and len(kept) < len(told):
        kept = _with_joined(kept, told, low)
    return _without_inner(kept) if len(kept) > 1 else kept


_EXAMPLE = re.compile(r"\bfollow(?:s|ed|ing)? (?:[\w.&-]+ ){0,3}[\w.&-]+['’]s? \Z")


def _is_example(hit: Hit, low: str) -> bool:
    """Tell whether `lead` is what others follow, not the metal: `following Marlow's lead, two mills raised prices`."""
    return low[hit.start : hit.end] in _VERBS and _EXAMPLE.search(low, max(0, hit.start - 48), hit.start) is not None


_PAIR = re.compile(r",? (?:and|or|&) (?:natural )?")


def _with_joined(kept: list[Hit], told: list[Hit], low: str) -> list[Hit]:
    """Keep as well the weak words that are joined to one that counts: `production of oil and gas`."""

    def is_joined(hit: Hit) -> bool:
        joined = any(
            _PAIR.fullmatch(low, min(hit.end, other.end), max(hit.start, other.start)) is not None for other in kept
        )
        return joined and not _is_attribute(hit, kept, low) and _stands_alone(hit, low)

    return [hit for hit in told if hit in kept or is_joined(hit)]


def _without_inner(commodities: list[Hit]) -> list[Hit]:
    """Leave out a weak word within a longer one that counts: 钢 within 不锈钢."""
    return [
        hit
        for hit in commodities
        if not hit.weak
        or not any(
            o.start <= hit.start and hit.end <= o.end and o.end - o.start > hit.end - hit.start for o in commodities
        )
    ]


_OF_FIRM = re.compile(
    r" (?:Partners|Resources|Mining|Minerals|Metals|Corp|Corporation|Inc|Ltd|Limited|PLC|Company|Group|Holdings|Energy|SA|NL|Pty)\b"
)


def part_names(found: list[Found], folded: Folded) -> None:
    """Take commodities in firms' names for parts of them, where their sentence names other goods in plain words."""
    for item in found:
        if len(item.commodities) > 1:
            _part_names(item, folded.plain)


def _part_names(item: Found, plain: str) -> None:
    """Take a commodity in a firm's name for part of it, where the sentence names other goods in plain words: `Loma Alumina Partners, bauxite`."""
    if not any(plain[hit.start].islower() for hit in item.commodities):
        return
    within = [
        hit
        for hit in item.commodities
        if plain[hit.start].isupper()
        and _OF_FIRM.match(plain, hit.end)
        and _CAPITAL.search(plain, max(0, hit.start - 24), hit.start)
    ]
    if within and {hit.id for hit in item.commodities} - {hit.id for hit in within}:
        item.named += [Hit(h.start, h.end, "named", h.id, None) for h in within]
        item.commodities = [hit for hit in item.commodities if hit not in within]


def is_ore(commodity: str) -> bool:
    """Tell whether a commodity, by its id, is an ore other than iron's."""
    return commodity == "bauxite" or (commodity.endswith("_ore") and commodity != "iron_ore")


def _of_ore(commodities: list[Hit], ore: str | None, low: str) -> list[Hit]:
    """Let Chinese for ore, where no iron is spoken of, be the ore of the headline; else it counts for nothing."""
    plain = [hit.weak and low[hit.start : hit.end] in _ORES for hit in commodities]
    told = zip(commodities, plain, strict=True)
    if ore is None:
        return [hit for hit, is_plain in told if not is_plain]
    return [hit._replace(id=ore, weak=False) if is_plain else hit for hit, is_plain in told]


_IRONS = frozenset(["iron_ore", "steel", "rebar", "hot_rolled_coil", "pig_iron", "coke", "steel_scrap"])
_ORES = frozenset(["现货矿", "进口矿", "外矿", "矿价", "矿石", "内矿", "国产矿"])
"""Chinese for ore, which is iron ore only where a text speaks of iron or steel."""
_AFTER_METAL = frozenset(
    "价矿锭条块砂铜银铂钯铅锌、，。,;；:：)(）（和与及或等涨跌升降期现产出进储量需供库首上下均走持每的 "
    "条饰价制品年报仍已盘夜收反三"
) | {""}
_NAME = re.compile(
    r"[A-Z][a-z]+(?:[,.;:'’)]| (?:Corp|Inc|Ltd|Limited|PLC|Resources|Mines?|Mining|Minerals|Project|Stake|Royalt|Company|Deposit|Propert|Acqui|[a-z(])|\s*\n|\s*\Z)"
)
"""A commodity as the end of a name, or before what names of companies and projects end in."""
_CAPITAL = re.compile(r"[A-Z][\w'’-]+ (?:(?<=[a-z] Iron )(?:and|&) )?\Z")


def _is_in_name(hit: Hit, plain: str) -> bool:
    """Tell whether a weak word of a commodity belongs to the name of a company, mine or project (`Boroo Gold`)."""
    after, before = (
        _NAME.match(plain, hit.start, hit.end + 12),
        _CAPITAL.search(plain, max(0, hit.start - 24), hit.start),
    )
    return hit.weak and after is not None and before is not None


_GIVEN_NAME = re.compile(
    r"(?:\A|[.,;:] |\n|\b(?:by|and|with|of|to|from|said|Mr|Ms|Mrs|Dr)\.? )[A-Z][a-z]+ (?:[A-Z]\. )?\Z"
)
_CALLING = re.compile(
    r", (?:(?:an?|the|its|their|our|who|chief|senior|managing|executive|vice|founding|co-)[ -](?:[\w.'’-]+ ){0,4}?)?(?:investor|businessman|businesswoman|entrepreneur|analyst|trader|broker|chief|director|president|chairman|chairwoman|chair|attorney|lawyer|economist|spokes(?:man|woman|person)|professor|manager|executive|officer|partner|ceo|cfo|minister|senator|farmer|strategist|geologist|engineer|head)\b"
)
"""How a text says who somebody is: `James Cotton, an Arizona investor`."""


def _is_person(hit: Hit, plain: str) -> bool:
    """Tell whether a weak word of goods is the name of a person."""
    if not plain[hit.start].isupper() or _CALLING.match(plain, hit.end) is None:
        return False
    return _GIVEN_NAME.search(plain, max(0, hit.start - 32), hit.start) is not None


def _stands_alone(hit: Hit, low: str) -> bool:
    """Tell whether 金 or 银 is the metal: they begin and end names of banks, funds and shops as well."""
    if low[hit.start : hit.end] not in {"金", "银"}:
        return True
    return low[hit.end : hit.end + 1] in _AFTER_METAL or low.startswith(("资源量", "金属量", "矿资源"), hit.end)


def _acts(hit: Hit, found: Found, low: str) -> bool:
    """Tell whether a word of the market follows right after: gold slips, oil demand, gas hits a high."""
    return (
        (low[hit.start : hit.end] not in _VERBS and _is_dealt_in(hit, low))
        or _is_counted(hit, low)
        or (AFTER_OBJECT.match(low, hit.end) is not None and _ends_with(PRESSES, hit, low, 24))
        or (bool(found.moves) and _ends_with(DELIVERED, hit, low, 12))
        or _moves(hit, found, low)
        or any(0 <= other.start - hit.end <= 1 for other in (*found.subjects, *found.phrases))
    )


def _ends_with(words: re.Pattern[str], hit: Hit, low: str, back: int) -> bool:
    """Tell whether such words stand right before one, within as many characters."""
    return words.search(low, max(0, hit.start - back), hit.start) is not None


def _is_dealt_in(hit: Hit, low: str) -> bool:
    """Tell whether a word is mined, traded or said to have moved by the words beside it."""
    return (
        MINED.match(low, hit.end) is not None
        or TRADED.match(low, hit.end) is not None
        or TO_A_PRICE.match(low, hit.end) is not None
        or _ends_with(DEALT_IN, hit, low, 40)
        or TAKEN_UP.match(low, hit.end) is not None
        or OWN_MOVE.match(low, hit.end) is not None
    )


def _is_counted(hit: Hit, low: str) -> bool:
    """Tell whether a word is counted, measured or under a measure by the words beside it."""
    return (
        TRADES.match(low, hit.end) is not None
        or low.endswith(OF, max(0, hit.start - 24), hit.start)
        or _ends_with(MASS_OF, hit, low, 48)
        or _ends_with(BY_SHARE, hit, low, 32)
        or _ends_with(MEASURE_ON, hit, low, 40)
    )


def _moves(hit: Hit, found: Found, low: str) -> bool:
    """Tell whether a word of movement of markets follows: right behind, on the way, or in the headline's reach."""
    apart = low[hit.start : hit.end] not in _VERBS
    for move in found.moves:
        gap = move.start - hit.end
        if not move.data.market or gap < 1:
            continue
        if gap == 1:
            return True
        if apart and gap < _REACH and (_WAY.fullmatch(low[hit.end : move.start]) or _opens(hit, move, low)):
            return True
    return False


_REACH = 48
"""Characters within which a word of movement may follow a weak word of goods."""


def _opens(hit: Hit, move: Hit, low: str) -> bool:
    """Tell whether a text opens with a word, and its headline says what the word did."""
    if hit.start > _OPENING or move.end > _TITLE:
        return False
    return reaches(low[hit.end : move.start].removeprefix("'s"))


def _is_attribute(hit: Hit, commodities: list[Hit], low: str) -> bool:
    """Tell whether a weak word only describes the commodity that follows it (`crude antimony`), and is not of a row (`锡、铋`)."""
    return any(
        not other.weak
        and 0 <= other.start - hit.end <= 1
        and low[hit.end : other.start] in _JOINED
        and not (low[hit.start : hit.end] in _METALS and other.id != hit.id)
        and not (low[hit.end] == "-" and low[hit.start : hit.end] in _DUG_TOGETHER and other.id != hit.id)
        for other in commodities
    )


_METALS = frozenset("铜铝铅锌锡金银")
"""Metals of one character, which stand in a row without a mark: 铅锌矿."""
_DUG_TOGETHER = frozenset(["tin", "gold", "silver", "lead"])
"""Metals that a hyphen joins to those dug with them: `tin-tungsten mine`."""
_JOINED = frozenset(["", " ", "-"])
