"""From a signal and its article to the fact that is compared and remembered."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from tocsin.correlate.comparable import DEALS
from tocsin.correlate.kinds import STATE
from tocsin.correlate.names import looks_like_company, same_name
from tocsin.correlate.offices import Offices
from tocsin.correlate.quick import make
from tocsin.messages.alert import AlertSignal
from tocsin.messages.event import Amount, EventFact, EventSource, Party
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Magnitude, Signal

_SPACE = re.compile(r"[\W_]+")
_CJK = re.compile(r"[㐀-鿿]")
_SHORTEST_QUOTE = 40
_SHORTEST_QUOTE_ZH = 20
_OWN_ACCOUNT = frozenset({"production_change", "supply_source", "large_contract", "mna", "corporate_results"})
_DOERS = frozenset({"owner", "operator", "seller", "buyer"})
MAX_NAME = 80
"""Characters of a name that are remembered, so that no article can swell a record."""


class Telling(NamedTuple):
    """A signal as it comes in: its fact, the Findings it stands in, and now."""

    signal: Signal
    fact: EventFact
    findings: Findings
    now: datetime


def fact_of(
    signal: Signal,
    findings: Findings,
    publishers: Mapping[str, str] | None = None,
    offices: Offices | None = None,
) -> EventFact:
    """Return what the signal says, without the article's words.

    A company that reports on itself often does not name itself: where a signal names nobody, and `publishers` knows the
    article's publisher as a company, or its name says so, that company is the owner. So it is with states: a ministry's own
    notice of a measure that names no country is of its own.
    """
    state = _own_measure(signal, findings, offices)
    return make(
        EventFact,
        type=signal.type,
        direction=signal.direction,
        commodities=signal.commodities[:12],
        forms=signal.forms[:6],
        grade=_cut(signal.grade),
        market=_cut(signal.market),
        contract=_cut(signal.contract),
        parties=(*_named(signal), *_own_account(signal, findings, publishers or {}), *_as_party(state, findings)),
        countries=_led_by(state, signal.countries)[:8],
        place=_cut(signal.place),
        route=_cut(signal.route),
        measure=_cut(signal.measure),
        modality=signal.modality,
        period=_cut(signal.period),
        day=_cut(signal.day),
        until=_cut(signal.until),
        amounts=tuple([_amount(kind, amount) for kind, amount in signal.magnitudes.items()]),
        further=signal.further,
        former=None if signal.former is None else _amount("former", signal.former),
        at=findings.published_at,
        language=findings.language,
    )


def _named(signal: Signal) -> Iterator[Party]:
    """Yield who is named, those that a lexicon knows first."""
    for actor in signal.actors[:8]:
        yield make(Party, name=actor.name[:MAX_NAME], role=actor.role, id=actor.id)
    for name in signal.names[:6]:
        yield make(Party, name=name.name[:MAX_NAME], role=name.kind, id=None)


def _amount(kind: str, told: Magnitude) -> Amount:
    return make(Amount, kind=kind, low=told.low, high=told.high, unit=told.unit, step=told.step, bound=told.bound)


def _own_account(signal: Signal, findings: Findings, publishers: Mapping[str, str]) -> tuple[Party, ...]:
    """Return the company that publishes, where nobody else is named; in a deal it is a party beside the other."""
    if signal.type not in _OWN_ACCOUNT or findings.publisher is None:
        return ()
    named = [actor for actor in signal.actors if actor.role in _DOERS]
    if any(name.kind in ("firm", "actor") and same_name(name.name, findings.publisher) for name in signal.names):
        return ()
    if named and signal.type not in DEALS:
        return ()
    company = publishers.get(findings.publisher.strip().casefold())
    if company is None and not looks_like_company(findings.publisher):
        return ()
    if any(actor.id == company if company else same_name(actor.name, findings.publisher) for actor in named):
        return ()
    return (make(Party, name=findings.publisher[:MAX_NAME], role="owner", id=company),)


def _own_measure(signal: Signal, findings: Findings, offices: Offices | None) -> tuple[str | None, str] | None:
    """Return id and country of the office that tells its own measure; None where another authority is named."""
    if offices is None or signal.type not in STATE:
        return None
    if any(actor.role == "authority" for actor in signal.actors):
        return None
    return offices.find(findings.publisher)


def _as_party(state: tuple[str | None, str] | None, findings: Findings) -> tuple[Party, ...]:
    if state is None or state[0] is None or findings.publisher is None:
        return ()
    return (make(Party, name=findings.publisher[:MAX_NAME], role="authority", id=state[0]),)


def _led_by(state: tuple[str | None, str] | None, countries: tuple[str, ...]) -> tuple[str, ...]:
    """Return the countries, the one whose office speaks first."""
    if state is None or state[1] in countries:
        return countries
    return (state[1], *countries)


def publisher_of(findings: Findings) -> str:
    """Return who tells it: the publisher, else the source that brought it."""
    return (findings.publisher or findings.source)[:MAX_NAME]


@lru_cache(maxsize=4096)
def quote_hash(text: str, *, is_title: bool = False) -> str | None:
    """Hash a quotation or a headline for the comparison of copies; None when it is too short to prove anything."""
    core = _SPACE.sub("", text.casefold())
    if len(core) < _SHORTEST_QUOTE:
        least = _SHORTEST_QUOTE_ZH if _CJK.search(core) else _SHORTEST_QUOTE
        if len(core) < (least * 3 // 5 if is_title else least):
            return None
    return hashlib.sha256(core.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def source_of(findings: Findings, signal: Signal, *, independent: bool) -> EventSource:
    """Return the article as a source of the signal's event, with the marks by which a copy is known."""
    hashes = (quote_hash(findings.title or "", is_title=True), quote_hash(signal.evidence.text))
    return make(
        EventSource,
        article_id=findings.article_id,
        publisher=publisher_of(findings),
        fingerprint=findings.fingerprint,
        quotes=tuple(dict.fromkeys([found for found in hashes if found is not None])),
        at=findings.published_at,
        independent=independent,
        cites=tuple(dict.fromkeys([a.id for a in signal.actors if a.id and a.role == "speaker"]))[:_CITED],
    )


_CITED = 4


def alert_signal(signal: Signal, findings: Findings, verdict_id: str) -> AlertSignal:
    """Return the signal beside what a reader needs of its article."""
    return make(
        AlertSignal,
        signal=signal,
        article_id=findings.article_id,
        source=findings.source,
        publisher=findings.publisher,
        title=findings.title,
        url=findings.url,
        language=findings.language,
        published_at=findings.published_at,
        ingested_at=findings.ingested_at,
        dated=findings.dated,
        verdict_id=verdict_id,
    )


def _cut(text: str | None) -> str | None:
    return text[:MAX_NAME] if text else None
