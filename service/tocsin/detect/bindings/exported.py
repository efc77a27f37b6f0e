"""Exports: what a country or firm sends out is supply to others, so that less of it is a source lost and more of it a new one.

`China's exports of germanium fell 55%` is told of who sells, not of who buys; shipments into a country are what it buys. Where the trade reads exports as the buyers' demand they
stay demand: palm oil by the surveyors of cargoes, precious metals that refiners pass on, and sales abroad that are booked or inspected. In Chinese a port that
stops work or takes it up again makes nothing: what it holds back is a source lost.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tocsin.detect.scenes.drafts import Ancestors, Draft
from tocsin.messages import Modality
from tocsin.rules.loader import LoadedPack

_SOURCE, _DEMAND = "supply-source", "demand-change"
_WAYS = {"up": "new", "down": "loss"}
_SENT = re.compile(
    r"\b(?:exports?|exported|(?:went|sent) (?:abroad|out|overseas)|sent(?= )|let out|export (?:volumes?|shipments)|loadings|shipped(?! in\b)|shipments)\b"
)
_BOOKED = re.compile(r"\bexport (?:sales|inspections?|orders?|demand|commitments|bookings|enquiries|inquiries)\b")
_OF_A_STATE = re.compile(r"(?:shipments|shipped|\b(?:gas|oil|crude|pipeline)? ?flows)\b")
_ABROAD = re.compile(r"shipments (?:[^\d.,;]{1,40} )?(?:abroad|overseas)\b")
"""Shipments that leave the country, whoever sends them."""
_ABOUT_EXPORTS = re.compile(r"[^\n]*\bexports?\b")
"""A headline about exports, below which shipments are those."""
_ASKED_FOR = frozenset(["palm_oil", "gold", "silver", "platinum", "palladium", "rhodium"])
"""Goods whose exports the trade reads as demand."""


def take_as_sources(drafts: Iterable[Draft], packs: Mapping[str, LoadedPack], low: str, ancestors: Ancestors) -> None:
    """Turn the drafts that tell of exports in English into those of a source of supply that is new or lost."""
    source = packs.get(_SOURCE)
    if source is None:
        return
    shut: set[tuple[tuple[str, ...], str]] = set()
    for draft in drafts:
        if draft.sentence.chinese:
            told = draft.ids, draft.direction
            if _is_of_a_port(draft, low) or (told in shut and _names_no_works(draft, low)):
                shut.add(told)
                draft.become(replace(draft.candidate, pack=source, direction=_OF_A_PORT[draft.direction]))
                if all(hit.kind == "company" for hit in draft.commodities):
                    draft.modality, draft.why = Modality.HISTORICAL, "background: no goods are named"
            continue
        if _tells_of_exports(draft, low, ancestors):
            draft.become(replace(draft.candidate, pack=source, direction=_WAYS[draft.direction]))
        elif _is_brought_in(draft, low) and (demand := packs.get(_DEMAND)) is not None:
            draft.become(replace(draft.candidate, pack=demand))
        elif _is_sending_stopped(draft, low):
            draft.become(replace(draft.candidate, pack=source, direction=_STOPS[draft.direction]))
        elif _is_cut_off(draft, low):
            candidate = replace(draft.candidate, pack=source, direction="loss", measure=None, measure_span=None)
            draft.become(candidate)


_SENDING = re.compile(r"\b(?:exports?|shipments?|loadings?|flows?)\b")
_MISHAP = re.compile(
    r"\b(?:quakes?|earthquakes?|tremor|fires?|blaze|storms?|cyclones?|hurricanes?|typhoons?|floods?|flooding|leaks?|spills?|blasts?|explosions?|derailments?|landslides?|outages?|sabotage|drones?|missiles?|gunmen|rebels|militia|militants|protesters|blockades?|force majeure|high winds|rough seas|bad weather|burst|ruptured)\b"
)
_DECREED = re.compile(
    r"\b(?:bans?|banned|banning|decrees?|decreed|embargo\w*|quotas?|licen[cs]\w*|sanctions?|customs|restrict\w*|curbs?|export (?:tax|duty|duties|controls?)|retaliat\w*|permits?|cabinet|parliament)\b"
    r"|\b(?:minister|ministry|government|state|president|authorities|kremlin|beijing|moscow)(?: has| have)? (?:suspend|halt|stop|order|forb|impos|decid|block|pause)\w*"
)
"""What stops exports by nobody's order, and what by somebody's."""
_STOPPED_BY = re.compile(
    rf"{_MISHAP.pattern}(?:,? (?:which|that|has|have|had|will|would|may|could))* (?:stop|halt|interrupt|cut off|disrupt|suspend|prevent|block)(?:s|ed|ped|ing)?\b"
)
"""A mishap that stops them, by its own verb: `the quake, which will stop crude exports`."""
_LEAD = 320
"""Characters below a headline within which it says why goods stopped flowing."""


def _is_cut_off(draft: Draft, low: str) -> bool:
    """Tell whether a headline's exports stopped by a mishap of which the lead tells: `Crude exports halted`, then `a fire cut the pipeline`."""
    sentence = draft.sentence
    if (draft.type, draft.direction) != ("export_control", "tighten") or sentence.order > 1 or not draft.candidate.act:
        return False
    if draft.candidate.measure != "ban" or not _SENDING.search(low, sentence.start, sentence.end):
        return False
    if sentence.order:
        stopped = _STOPPED_BY.search(low, sentence.start, sentence.end)
        return stopped is not None and not _DECREED.search(low, sentence.start, sentence.end)
    end = sentence.end + _LEAD
    return _MISHAP.search(low, sentence.end, end) is not None and not _DECREED.search(low, sentence.start, end)


_INTO = re.compile(r"shipments (?:of (?:[\w'’-]+ ){1,4})?into (?:the )?(?P<where>[\w'’.-]+)")
_STORES = frozenset(
    "storage stores stock stocks warehouse warehouses stockpile stockpiles reserve reserves tanks service".split()
)


def _is_brought_in(draft: Draft, low: str) -> bool:
    """Tell whether goods are shipped into a country, which buys them: `traders stepped up shipments of zinc into the country`."""
    subject = draft.candidate.subject
    if draft.type != "production_change" or draft.direction not in _WAYS or subject is None or not draft.ids:
        return False
    into = _INTO.match(low, subject.start, draft.sentence.end)
    return into is not None and into["where"] not in _STORES


_HANDLING = re.compile(r" (?:the |all |its )?(?:(?:un)?loading|handling|transport|transit|shipping|bunkering) of\b")
"""What a port or railway stops or takes up again: `halts loading of chrome ore`."""
_STOPS = {"resume": "resume", "halt": "loss"}
_SENT_BY = re.compile(
    r"\b(?:exports?|shipments|loadings|deliveries)(?: of)? (?:[\w'’-]+ ){0,2}?(?:through|via|by|along|from|out of|on) (?:[\w'’-]+ ){0,3}\Z"
)
"""What stands before a way or port through which goods are sent: `exports through the northern `."""


def _is_sending_stopped(draft: Draft, low: str) -> bool:
    """Tell whether it is the sending of goods that stops or starts again: `exports through the pipeline will resume`."""
    subject = draft.candidate.subject
    if draft.type != "production_change" or draft.direction not in _STOPS or not draft.ids:
        return False
    if _HANDLING.match(low, draft.candidate.end, draft.sentence.end):
        return True
    if subject is None:
        return False
    back = max(draft.sentence.start, subject.start - _BACK)
    return low.startswith("shipments", subject.start) or _SENT_BY.search(low, back, subject.start) is not None


_BACK = 60
"""Characters before a way within which the word for sending stands."""


_OF_A_PORT = {"halt": "loss", "resume": "resume"}
_PORT = re.compile(
    r"(?:港(?![股元币澳资府])(?:口|区|务局?|务公司)?|码头|泊位|装船机?|口岸)(?:(?!生产|装置|产线|机组|项目)[^,;。\n厂矿炉]){0,18}\Z"
)
"""What a stop ends with that is one of a port: 德班港停运, 码头工人继续罢工."""
_WORKS = re.compile(r"(?:[矿厂]|油田|气田|产线|装置|[山井场])(?:和|与|及|以及|、)[^,;。\n]{0,20}\Z")
"""What makes of it works that stop with their port."""


def _is_of_a_port(draft: Draft, low: str) -> bool:
    """Tell whether what stops or starts again is a port, which makes nothing."""
    if draft.type != "production_change" or draft.direction not in _OF_A_PORT:
        return False
    candidate = draft.candidate
    start, ends = candidate.start, {candidate.start, candidate.end, candidate.extent[1]}
    floor = max(draft.sentence.start, start - 24)
    if not any(_PORT.search(low, floor, end) for end in ends):
        return False
    return _WORKS.search(low, floor, start) is None


_ANY_WORKS = re.compile(r"[厂矿炉]|装置|产线|油田|气田|机组")


def _names_no_works(draft: Draft, low: str) -> bool:
    """Tell whether a stop is told again of a port that the text has told of: `停运将使出口减少`."""
    if draft.type != "production_change" or draft.direction not in _OF_A_PORT:
        return False
    return _ANY_WORKS.search(low, draft.sentence.start, draft.sentence.end) is None


def _tells_of_exports(draft: Draft, low: str, ancestors: Ancestors) -> bool:
    if draft.direction not in _WAYS or draft.type not in _TYPES or not draft.ids:
        return False
    subject, (start, end) = draft.candidate.subject, draft.candidate.extent
    told = (start, end) if subject is None else (subject.start, subject.end)
    if draft.type == "production_change" and _ABROAD.match(low, told[0], draft.sentence.end):
        return True
    if draft.type == "production_change" and _ABOUT_EXPORTS.match(low) and low.startswith("shipments", told[0]):
        return True
    if draft.type == "production_change":
        return _OF_A_STATE.search(low, *told) is not None and _is_of_a_state(draft, told, low)
    if _SENT.search(low, *told) is None or _BOOKED.search(low, start, min(end + _NEXT, draft.sentence.end)):
        return False
    return not any(_ASKED_FOR & {id_, *ancestors(id_)} for id_ in draft.ids)


_TYPES = frozenset(["demand_change", "production_change"])
_NEXT = 14
"""Characters behind a word within which the noun stands that it describes."""
_NEAR = 40
_AFAR = 60
"""Characters behind shipments within which the country is told that they go to."""
_FROM = re.compile(r" (?:[\w'’-]+ ){0,4}?(?:from|out of) (?:the )?")


_EXPORTS = re.compile(r"\bexports of\b")


def _is_of_a_state(draft: Draft, told: tuple[int, int], low: str) -> bool:
    """Tell whether a country sends the goods, and no firm what it makes: `shipments of cobalt from Congo doubled`."""
    if draft.companies:
        return False
    if _EXPORTS.search(low, draft.sentence.start, told[0]) is not None:
        return True
    if any(
        0 < hit.start - told[1] <= _AFAR and low.endswith((" to ", " to the "), told[1], hit.start)
        for hit in draft.countries
    ):
        return True
    return any(
        0 <= told[0] - hit.end <= _NEAR
        or (0 <= hit.start - told[1] <= _NEAR and _FROM.fullmatch(low, told[1], hit.start) is not None)
        for hit in draft.countries
    )
