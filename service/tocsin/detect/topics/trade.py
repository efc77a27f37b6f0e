"""Trade: whether an article speaks of trade in goods at all.

Texts about phones, games, sport or the kitchen name metals and moves as often as market news does. What they lack is the words
of trade (tonnes, futures, miners, warehouses) and prices for a measure of goods; what they have is words of their own.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tocsin.detect.quantities.amount import unit_class
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.detect.topics.elsewhere import MANY, words_of_elsewhere
from tocsin.detect.words.hits import Context, Hit
from tocsin.rules.scanner import AutomatonScanner
from tocsin.rules.words import expand

SHORT = 250
"""Characters below which a Chinese text is too short to be judged by its words."""
BRIEF = 100
"""Characters below which an English one is."""
TRADE = 8
"""Words of trade in a thousand characters, below which a Chinese text speaks of other things."""
_GENERAL = frozenset("涨跌矿")
"""Words of trade that other texts use as often."""
_POLICY = frozenset(["export_control", "large_contract", "mna", "smuggling", "stockpiling"])
"""What is told in words of policy and law, not of trade."""
_GOODS_UNITS = frozenset(["mass", "price", "rate"])
_FUNDAMENTALS = frozenset(["demand_change", "inventory_change", "production_change"])
"""What a market report tells beside prices."""
_MARKET = _FUNDAMENTALS | {"price_move"}
_WORDS = re.compile(
    r"\b(?:min(?:es?|ing|ers?)|smelters?|refiner(?:y|ies)|producers?|(?:ex|im)porter?s?|traders?|tons|barrels?|ounces?|ore|metals|minerals?"
    r"|care and maintenance|commercial production|off-?takes?|nameplate|tailings|open[- ]pit|drilling|deposits?|exploration|crude|opec|spot|wholesale|brokers?|feedstock|pipelines?|tariffs?|harvest|growers?|farmers?"
    r"|(?:oil|gas) ?(?:fields?|flows?|finds?|wells?)|flow tests?|wellheads?|farm-(?:in|out)s?|blast furnaces?|potlines?|steel(?:makers?|works)|concentrators?|investors|analysts"
    r"|raw materials|(?:steel|stainless|rolling|sugar|flour|textile|cotton|palm oil|chinese|turkish|indian|european) mills|fabricators?|(?:re)?rollers|stockists?|granar(?:y|ies)|utilities|carmakers|jewellers|crushers?|grinders|warehouses?|futures|front-month|feedstocks?|(?:per|a) (?:mtu|dmtu|kilo|lb|mmbtu|gallon|bag)"
    r"|force majeure|off-?takes?|shiploaders?|concentrates?|tailings|spodumene|cathodes?|smelting|(?:coal|ore|bulk|export|lng) terminals?"
    r"|bullion|minerali[sz]ation|(?:coal|gas|oil)-fired|power (?:plants|stations)|cargo(?:es)?|vessels?|commodit(?:y|ies)|stockpiles?|inventories|(?:per|a) (?:ton|tonne|ounce|pound|barrel|bushel|kilogram))\b"
)
"""Words of which an English text about goods has at least one, beside those of the lexicons."""
_TRADING = frozenset(["market", "company", "body"])
_ELSEWHERE = AutomatonScanner(
    sorted(
        {
            form
            for word in """
            quarterback(s) touchdown(s) playoff(s) play-off(s) midfielder(s) goalkeeper(s) striker(s) winger defender(s)
            head_coach coach(es|ed) inning(s) home_run(s) free_agent(s) roster(s) linebacker(s) half(-)time penalty_shootout
            premier_league nba nfl nhl mlb fifa uefa semi(-)final(s) quarter(-)final(s) tournament(s) championship(s)
            standings league teammate(s) goal(s) scored touchline offense pitcher(s) batter(s) wicket marathon sprint podium
            olympic(s) olympic medallist(s) athlete(s) wrestler boxer knockout album(s) singer(s) guitar(ist)(s) drummer
            concert(s) ballad(s) lyrics band(s) box_office starring screenplay premiere(s) film films movie episode(s)
            sitcom actor(s) actress theatre audience novel novelist poem(s) painting(s) exhibition gallery museum season(s)
            bench locker_room undrafted goalie goaltender puck shutout rusher(s) walk-off overtime hat-trick recipe(s)
            tablespoon(s) teaspoon(s) oven simmer garnish marinate chef restaurant menu diners player(s) quest(s) loot
            console esports gamer(s) gameplay diet workout yoga skincare hairstyle wedding bride jeweller necklace earrings
            bracelet fashion runway airline(s) loyalty lounge tier(s) frequent_flyer(s) passenger(s) cabin bitcoin crypto cryptocurrency blockchain
            hashrate hash_rate exahash altcoin(s) ethereum ether bitcoin_miner(s) mining_machines
            marketer(s) marketing inbox newsletter(s) subscriber(s) advertiser(s) crm funnel qualified_lead(s) lead_generation sales_team(s) conversion_rate(s)
            token(s) btc hash_power outreach unsubscribe qualified_contact(s) software webinar(s)
            pupil(s) school(s) teacher(s) classroom(s) head_teacher bakery sourdough loaf loaves cafe medal(s) judges wine(s) winery vineyard(s)
            vintage grapes honey nutritionist shopper(s) hair stylist(s) colourist(s) toner auction_house patch developers mining_nodes weld(s) torch(es) teams ticket(s) fans pub landlord pint photographers darkroom choir horoscope venus university students azurite(s) malachite collector(s) mineral_show lawn moss checkmate grandmaster hospice scouts knight(s) apprentices superintendent elementary anglers angling butterfly butterflies ransomware hackers passwords patients mice clinical viewers in-game antiques
            cyclists hikers trail dealers'_fair paintings gig(s) bridesmaids ring_size exhibits curator trains railway_line
            visitors guests tourists walkers cyclists parishioners restoration landmark
            """.split()
            for form in expand(word.replace("_", " "))
        }
    )
)
"""Words of sport, stage, kitchen and the like, which no market report has many of."""
ELSEWHERE = 4
"""Different words of that sort from which on an English text is about something else, unless it has more words of trade."""


def of_trade(
    drafts: list[Draft], hits: Sequence[Hit], contexts: Sequence[Context], folded: Folded, sentences: Sequence[Sentence]
) -> list[Draft]:
    """Return the drafts that stand: all of them, unless the article hardly speaks of trade.

    One whose top tells a fact is judged by `sentences`, which leave out the paragraphs that name nothing of a market: a page
    may put anything between two paragraphs of its news.
    """
    low = folded.low
    said = [low[start:end] for start, end, id_ in contexts if not id_]
    chinese = sum([s.chinese for s in sentences]) * 2 >= len(sentences)
    text = _Text(low, _told(low, sentences) if any(_is_on_top(draft) for draft in drafts) else low)
    return (_chinese if chinese else _english)(drafts, hits, said, text, sentences)


class _Text(NamedTuple):
    """The whole text, and what of it counts."""

    low: str
    told: str


def _is_on_top(draft: Draft) -> bool:
    """Tell whether a fact of goods that its own sentence names stands in the headline, of English also in the lead."""
    return bool(draft.commodities) and not draft.carried and draft.sentence.order <= (not draft.sentence.chinese)


def _told(low: str, sentences: Sequence[Sentence]) -> str:
    return "\n".join([low[sentence.start : sentence.end] for sentence in sentences])


def _chinese(
    drafts: list[Draft], hits: Sequence[Hit], said: Sequence[str], text: _Text, sentences: Sequence[Sentence]
) -> list[Draft]:
    """Return the facts of a Chinese text that may be signals: of all, of policies and deals alone, or hardly any."""
    if (elsewhere := words_of_elsewhere(text.told)) >= MANY:
        trade = set(said) - _GENERAL
        trade |= {hit.id for hit in hits if hit.kind == "market"}
        if elsewhere > len(trade) + sum(map(_is_wholesale, drafts)) and not any(map(_opens_with_deed, drafts)):
            return [draft for draft in drafts if draft.type == "mna" and not draft.ids]
    if sentences[-1].paragraph == 0 or len(text.told) < SHORT:
        return drafts
    words = sum([word not in _GENERAL for word in said])
    words += sum([hit.kind == "market" for hit in hits])
    words += _told_of_goods(drafts) + sum(map(_is_wholesale, drafts))
    if words * 1000 >= TRADE * len(text.told) or any(
        (d.sentence.order == 0 and d.type in _MARKET and _is_of_goods(d)) or _opens_with_deed(d) for d in drafts
    ):
        return drafts
    return [draft for draft in drafts if draft.type in _POLICY or _is_source_by_weight(draft) or _is_large_find(draft)]


_DEEDS = frozenset(["production_change", "export_control", "smuggling", "stockpiling", "supply_source"])


def _opens_with_deed(draft: Draft) -> bool:
    """Tell whether a text opens with works, a state or customs that do a thing to goods, whatever else it speaks of."""
    return draft.type in _DEEDS and draft.sentence.order == 0 and bool(draft.commodities) and not draft.carried


def _is_source_by_weight(draft: Draft) -> bool:
    """Tell whether new works are told with how much of goods of their own they make: 设计年产黄金12万盎司,预期投产."""
    if draft.type != "supply_source" or draft.carried:
        return False
    return any(unit_class(amount.unit) in {"mass", "rate"} for amount in draft.amounts.values())


def _is_large_find(draft: Draft) -> bool:
    """Tell whether a deposit by its size is found of goods that its sentence names: 找到多个大型锂矿."""
    return draft.candidate.rule == "discover-size" and not draft.carried


def _is_wholesale(draft: Draft) -> bool:
    """Tell whether a price is one for much of a thing: shops tell theirs a gram, or a piece."""
    return draft.type == "price_move" and any(
        unit_class(amount.unit) == "price" and amount.unit.partition("/")[2] in _BULK
        for amount in draft.amounts.values()
    )


_BULK = frozenset(["t", "dmtu", "mtu", "bbl", "oz", "MMBtu", "kg", "m2", "m3"])
"""What markets price goods by."""


def _told_of_goods(drafts: list[Draft]) -> int:
    """Count the facts told of goods by name, where supply, demand or stocks are among them, or a row of goods: 锌锭产量, 钢材需求.

    Prices of one or two goods alone make no such text: shops and share reports tell those too.
    """
    told = [draft for draft in drafts if draft.type in _MARKET and (_is_of_goods(draft) or _moves_by_number(draft))]
    several = len({id_ for draft in told for id_ in draft.ids[:1]}) >= ROW
    return len(told) if several or any(draft.type in _FUNDAMENTALS for draft in told) else 0


def _moves_by_number(draft: Draft) -> bool:
    """Tell whether goods themselves are said to move, and by how much: 醋酸(涨幅6%)."""
    subject = draft.candidate.subject
    return subject is not None and subject.kind == "commodity" and "change" in draft.amounts and not draft.carried


ROW = 3
"""Goods from which on their prices make a report of a market."""


def _english(
    drafts: list[Draft], hits: Sequence[Hit], said: Sequence[str], text: _Text, sentences: Sequence[Sentence]
) -> list[Draft]:
    low = text.low
    elsewhere = {index for index, _, _ in _ELSEWHERE.scan(text.told)}
    if len(elsewhere) >= ELSEWHERE:
        trade = set(said) | {h.id for h in hits if h.kind == "market"}
        if len(elsewhere) > len(trade):
            return []
    if sentences[-1].paragraph == 0 or len(low) < BRIEF or _trades(drafts, hits, said, low):
        return drafts
    if _tells_of_market(drafts, hits, sentences[0].end):
        return drafts
    if not elsewhere and any(d.type == "price_move" and d.sentence.order == 0 and d.amounts for d in drafts):
        return drafts  # `Gold slides 5%` needs no word of trade beside it
    return [draft for draft in drafts if draft.type in _POLICY]


def _trades(drafts: list[Draft], hits: Sequence[Hit], said: Sequence[str], low: str) -> bool:
    """Tell whether an English text has one word of trade, one name of it, one amount of goods, or speaks of `copper output`."""
    return (
        bool(said)
        or _WORDS.search(low) is not None
        or any(hit.kind in _TRADING for hit in hits)
        or any(unit_class(amount.unit) in _GOODS_UNITS for draft in drafts for amount in draft.amounts.values())
        or any(_is_of_goods(draft) or _names_goods(draft, low) or _is_of_headline(draft, hits) for draft in drafts)
    )


def _tells_of_market(drafts: Sequence[Draft], hits: Sequence[Hit], title_end: int) -> bool:
    """Tell whether an English text has facts of two kinds of the goods in its headline: what they cost, and what is made or used of them."""
    headline = {hit.id for hit in hits if hit.kind == "commodity" and hit.end <= title_end}
    return len({draft.type for draft in drafts if draft.type in _MARKET and not headline.isdisjoint(draft.ids)}) > 1


def _is_of_headline(draft: Draft, hits: Sequence[Hit]) -> bool:
    """Tell whether a figure of output is told of goods that the text names before it, in its headline: `to run silicon plant at 70%`."""
    if draft.type != "production_change" or not draft.amounts or draft.sentence.paragraph == 0:
        return False
    first = next((hit for hit in hits if hit.kind == "commodity" and not hit.weak), None)
    return first is not None and first.id in draft.ids and first.start < draft.sentence.start


_OF = tuple(f"{noun} " for noun in ("price of", "prices of", "price for", "prices for", "demand for"))


def _names_goods(draft: Draft, low: str) -> bool:
    """Tell whether an English noun of the market has its goods behind it: `the price of gold`, `demand for nickel`."""
    return any(low.endswith(_OF, max(0, hit.start - 12), hit.start) for hit in draft.commodities)


def _is_of_goods(draft: Draft) -> bool:
    """Tell whether what moved stands right behind its goods or in their word: `oil consumption`, 石墨产量, 钢价."""
    subject = draft.candidate.subject
    things = [subject] if subject is not None else [part for part in draft.candidate.parts if part.kind == "part"]
    if not things and draft.sentence.chinese:
        things = [Hit(draft.candidate.start, draft.candidate.end, "phrase", "", None)]  # 猪肉价格上涨
    return any(
        0 <= thing.start - hit.end <= 1 or hit.start < thing.start < hit.end
        for thing in things
        for hit in draft.commodities
    )
