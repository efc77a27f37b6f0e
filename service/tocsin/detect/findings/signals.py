"""Signals: a draft written down as a message, with a span in the stored text for every slot."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from tocsin.detect.bindings.parties import CARTELS
from tocsin.detect.quantities.amount import Amount, is_negative
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.names import MOST
from tocsin.messages import Article, Evidence, Magnitudes, Signal, Span
from tocsin.messages.base import format_exact
from tocsin.messages.ids import signal_id
from tocsin.messages.signal import main_magnitude
from tocsin.rules import RulePack

_OF_STATES = frozenset({"export_control", "stockpiling", "production_change"})
"""Types that a state's authority decides: controls, reserves, quotas of mining."""

Told = dict[str, Any]
"""The fields of a part of a signal. All parts are validated at once with the whole, which is much faster than one by one."""


def to_signal(draft: Draft, article: Article, folded: Folded, rules: RulePack) -> Signal:
    """Write a draft down."""
    spans: dict[str, tuple[Span, ...]] = {}
    named = _named(draft, spans, folded, rules)
    details = _details(draft, spans, folded)
    amounts = {name: _magnitude(name, amount, folded) for name, amount in draft.amounts.items()}
    magnitudes = Magnitudes.model_validate(amounts)
    facts = [*_told_amounts(amounts), f"modality={draft.modality}", *_told_slots(draft, named)]
    fields: Told = {
        "signal_id": signal_id(article.article_id, draft.type, draft.direction, named["commodities"], facts),
        "type": draft.type,
        "direction": draft.direction,
        **named,
        "actors": list(_actors(draft, folded, rules)),
        "names": list(_names(draft, article, folded)),
        **details,
        "modality": draft.modality,
        "relevance": draft.relevance,
        "confidence": draft.confidence,
        "rule": f"{draft.candidate.pack.pack.name}/{draft.candidate.rule}",
        "pack": draft.candidate.pack.label,
        "evidence": _quote(draft.sentence, article, folded),
        "also": [_quote(sentence, article, folded) for sentence in draft.also[:5]],
        "magnitude": main_magnitude(draft.type, magnitudes),
        "magnitudes": magnitudes,
        "spans": spans,
    }
    return Signal.model_validate(fields)


def _named(draft: Draft, spans: dict[str, tuple[Span, ...]], folded: Folded, rules: RulePack) -> Told:
    """Return what lexicons and packs name of a fact, and note where each stands."""
    commodities = _ids(spans, "commodities", draft.commodities, folded)
    own_forms = [
        Hit(h.start, h.end, "form", str(h.data), None) for h in draft.commodities if h.kind == "commodity" and h.data
    ]
    forms = _ids(spans, "forms", [*own_forms, *draft.forms], folded)
    countries = _ids(spans, "countries", _states(draft, folded, rules), folded)
    market = next((hit for hit in draft.bodies if _role(hit, rules) in {"exchange", "assessor"}), None)
    if market is not None:
        spans["market"] = (folded.back(market.start, market.end),)
    measure, place = draft.candidate.measure, draft.candidate.measure_span
    if measure and place:
        spans["measure"] = (folded.back(*place),)
    route = _ids(spans, "route", [_country(hit) for hit in draft.route], folded)
    return {
        "commodities": commodities,
        "forms": forms,
        "countries": countries,
        "market": market.id if market else None,
        "measure": measure if "measure" in spans else None,
        "route": " ".join(route) or None,
    }


def _details(draft: Draft, spans: dict[str, tuple[Span, ...]], folded: Folded) -> Told:
    """Return when, where and of what grade a fact is, and note where the words stand that say so."""
    once = {"contract": draft.contract, "day": draft.day, "until": draft.until, "grade": draft.grade}
    for name, told in once.items():
        if told is not None:
            spans[name] = (folded.back(*told[1]),)
    if draft.periods:
        spans["period"] = tuple(folded.back(*span) for _, span in draft.periods)
    if draft.further is not None:
        spans["further"] = (folded.back(*draft.further),)
    if draft.place is not None:
        spans["place"] = (folded.back(draft.place.start, draft.place.end),)
    return {
        **{name: told[0] if told else None for name, told in once.items()},
        "period": " ".join(value for value, _ in draft.periods) or None,
        "place": draft.place.id if draft.place else None,
        "further": draft.further is not None,
        "former": None if draft.former is None else _magnitude("former", draft.former, folded),
    }


def _told_amounts(amounts: Mapping[str, Told]) -> Iterator[str]:
    """Yield the amounts by which a signal is told from others of its article."""
    for name, told in amounts.items():
        yield f"{name}={format_exact(told['low'])}-{format_exact(told['high'])} {told['unit']}"


def _told_slots(draft: Draft, named: Told) -> Iterator[str]:
    """Yield the other slots by which it is told from them."""
    yield f"measure={draft.candidate.measure}"
    yield from (f"country={id_}" for id_ in named["countries"])
    yield from (f"actor={hit.id}" for hit in draft.companies)
    yield from (f"period={value}" for value, _ in draft.periods)
    if draft.contract:
        yield f"contract={draft.contract[0]}"
    if draft.grade:
        yield f"grade={draft.grade[0]}"


def evidence_of(sentence: Sentence, article: Article, folded: Folded) -> Evidence:
    """Quote a sentence."""
    return Evidence.model_validate(_quote(sentence, article, folded))


def _quote(sentence: Sentence, article: Article, folded: Folded) -> Told:
    start, end = folded.back(sentence.start, sentence.end)
    return {"text": article.text[start:end], "start": start, "end": end}


def _ids(spans: dict[str, tuple[Span, ...]], name: str, hits: Iterable[Hit], folded: Folded) -> tuple[str, ...]:
    """Return the ids, each once, and note where the first of each stands."""
    first: dict[str, Span] = {}
    for hit in hits:
        first.setdefault(hit.id, folded.back(hit.start, hit.end))
    if first:
        spans[name] = tuple(first.values())
    return tuple(first)


def _country(hit: Hit) -> Hit:
    return Hit(hit.start, hit.end, "country", str(hit.data), None) if hit.kind == "place" and hit.data else hit


def _states(draft: Draft, folded: Folded, rules: RulePack) -> list[Hit]:
    """Return the countries of a fact; an authority's own comes first, and is what 国内 means beside it."""
    acting = list(_by_authority(draft, rules))
    named = [_country(hit) for hit in draft.countries]
    if acting:
        named = [hit for hit in named if not folded.low.startswith("国内", hit.start)]
    return [hit for hit in acting if all(hit.id != other.id for other in named)] + named


def _by_authority(draft: Draft, rules: RulePack) -> Iterable[Hit]:
    """Yield the country whose authority acts: 商务部 controls what leaves China."""
    if draft.type in _OF_STATES:
        for hit in draft.bodies:
            body = rules.lexicon.bodies.get(hit.id)
            if body is not None and body.role == "authority" and body.country is not None:
                yield Hit(hit.start, hit.end, "country", body.country, None)


def _role(hit: Hit, rules: RulePack) -> str:
    body = rules.lexicon.bodies.get(hit.id)
    return body.role if body is not None else ""


def _actors(draft: Draft, folded: Folded, rules: RulePack) -> Iterator[Told]:
    """Yield companies and bodies, each once, with what they do in the fact; exchanges are markets and no actors."""
    seen: set[str] = set()
    for hit in draft.companies:
        company = rules.lexicon.companies.get(hit.id)
        if company is not None and hit.id not in seen:
            seen.add(hit.id)
            ticker = company.tickers[0] if company.tickers else None
            told = next(
                (draft.roles[h.start] for h in draft.companies if h.id == hit.id and h.start in draft.roles), None
            )
            span = folded.back(hit.start, hit.end)
            yield {
                "name": company.name,
                "role": told or _part(draft),
                "span": span,
                "id": hit.id,
                "ticker": ticker,
            }
    for hit in draft.bodies:
        body = rules.lexicon.bodies.get(hit.id)
        if body is not None and hit.id not in seen and body.role != "exchange":
            seen.add(hit.id)
            decides = hit.id in CARTELS and draft.type == "production_change"
            role = "authority" if decides or body.role == "authority" else "speaker"
            yield {"name": body.name, "role": role, "span": folded.back(hit.start, hit.end), "id": hit.id}


def _names(draft: Draft, article: Article, folded: Folded) -> Iterator[Told]:
    """Yield the names that no lexicon knows, each once, as the article writes them."""
    seen: set[str] = set()
    for start, end, kind in draft.names:
        span = folded.back(start, end)
        text = article.text[slice(*span)]
        if text not in seen and len(seen) < MOST:
            seen.add(text)
            yield {"name": text, "kind": kind, "span": span}


def _part(draft: Draft) -> str:
    if draft.type == "large_contract":
        return "buyer" if draft.direction == "purchase" else "seller"
    return "owner" if draft.type == "mna" else "operator"


def _magnitude(name: str, amount: Amount, folded: Folded) -> Told:
    return {
        "low": abs(Decimal(amount.low)),
        "high": abs(Decimal(amount.high)),
        "unit": amount.unit,
        "step": Decimal(amount.step),
        "bound": amount.bound,
        "span": [folded.back(start, end) for start, end in amount.spans],
        "negative": is_negative(name, amount),
    }
