"""Reparsing: the text of every slot's span, read alone, must give the slot's value again. Here that is checked.

A line break within a span is that of a wrapped text, and is read as a space.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from tocsin.detect.bindings.implied import REFINES
from tocsin.detect.calendar.contracts import parse_contract
from tocsin.detect.calendar.dates import Date, parse_date
from tocsin.detect.calendar.days import parse_day
from tocsin.detect.calendar.grades import parse_grade
from tocsin.detect.calendar.periods import parse_period
from tocsin.detect.calendar.terms import parse_term
from tocsin.detect.findings.details import Told
from tocsin.detect.quantities.amount import Amount, is_negative
from tocsin.detect.quantities.amounts import parse_amount
from tocsin.detect.words.families import members_of
from tocsin.detect.words.pressed import pressed_of
from tocsin.detect.words.weak_words import is_ore
from tocsin.messages import Signal, Span
from tocsin.rules import RulePack
from tocsin.rules.fold import fold
from tocsin.rules.words import Entry

_KINDS = {
    "commodities": ("commodity", "market", "hint", "company", "country"),
    "countries": ("country", "place", "body"),
    "forms": ("form", "commodity"),
    "market": ("body", "market"),
    "place": ("place",),
    "route": ("country", "place"),
    "measure": ("part", "phrase", "subject"),
}


def exceptions(signal: Signal, text: str, rules: RulePack) -> Iterator[str]:
    """Yield what does not come back: slot, value and the text of its span."""
    yield from _of_amounts(signal, text)
    yield from _of_lexicon(signal, text, rules)
    yield from _of_calendar(signal, text)
    for actor in signal.actors:
        shown = _shown(text, actor.span)
        if not any(entry.id == actor.id for entry in _read(shown, rules) if entry.kind in {"company", "body"}):
            yield f"actor={actor.id}: {shown!r}"


def _of_amounts(signal: Signal, text: str) -> Iterator[str]:
    for name, told in signal.magnitudes.items():
        shown = _joined(text, told.span)
        amount = parse_amount(fold(shown).low)
        if amount is None or _facts(amount, name) != (told.low, told.high, told.unit, told.negative):
            yield f"{name}={told.low} {told.unit}: {shown!r}"


def _of_lexicon(signal: Signal, text: str, rules: RulePack) -> Iterator[str]:
    """Yield the slots whose words lexicons and packs read otherwise."""
    named = {
        "commodities": signal.commodities,
        "countries": signal.countries,
        "forms": signal.forms,
        "market": (signal.market,) if signal.market else (),
        "place": (signal.place,) if signal.place else (),
        "route": tuple((signal.route or "").split()),
        "measure": (signal.measure,) if signal.measure else (),
    }
    for slot, values in named.items():
        for value, span in zip(values, signal.spans.get(slot, ()), strict=True):
            shown = _shown(text, span)
            words = (shown, shown.rpartition(" ")[2]) if slot == "commodities" else (shown,)  # a name ends in its goods
            read = (entry for word in words for entry in _read(word, rules) if entry.kind in _KINDS[slot])
            if not any(value in _values(entry, slot, rules) for entry in read) and not _is_refined(value, shown):
                yield f"{slot}={value}: {shown!r}"


def _is_refined(value: str, shown: str) -> bool:
    """Tell whether goods are what works refine that no word of a lexicon names: `process units` make oil products."""
    return value == "oil_products" and REFINES.match(fold(shown).low) is not None


def _of_calendar(signal: Signal, text: str) -> Iterator[str]:
    """Yield the periods, days and grades that their own characters do not give again."""
    dates: tuple[tuple[str, str | None, Callable[[str], Told | None]], ...] = (
        ("period", signal.period, parse_period),
        ("contract", signal.contract, parse_contract),
        ("day", signal.day, parse_day),
        ("until", signal.until, _end),
        ("grade", signal.grade, parse_grade),
    )
    for slot, written, parse in dates:
        parts = (written or "").split() if slot == "period" else [written] if written else []
        for part, span in zip(parts, signal.spans.get(slot, ()), strict=True):
            shown = _shown(text, span)
            told = parse(fold(shown).low)
            if told is None or told.value != part:
                yield f"{slot}={part}: {shown!r}"


def _end(text: str) -> Told | None:
    """Return the date to which something lasts, or the term by which it is prolonged (`+3 months`)."""
    term = parse_term(text)
    return Date(term, (0, len(text))) if term is not None else parse_date(text)


def _facts(amount: Amount, name: str) -> tuple[Decimal, Decimal, str, bool]:
    return amount.low, amount.high, amount.unit, is_negative(name, amount)


_BROKEN = re.compile(r"(?<=[一-鿿])[ \t]*\n[ \t]*(?=[一-鿿])|(?<=[一-鿿]) (?=\d)|(?<=[\d%％]) (?=[一-鿿])")
"""A line that breaks within Chinese, which writes no spaces, and the space that some set about numbers."""


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    return "".join(_shown(text, span) for span in spans)


def _shown(text: str, span: Span) -> str:
    return _BROKEN.sub("", text[span[0] : span[1]]).replace("\n", " ")


def _values(entry: Entry, slot: str, rules: RulePack) -> set[str]:
    """Return the values that a word may give a slot: its own, or the goods and countries that it implies."""
    if slot == "measure":
        return _measures(entry, rules)
    if entry.kind == "commodity" and slot == "commodities" and entry.id == "iron_ore":
        return {
            entry.id,
            *(id_ for id_ in rules.lexicon.commodities if is_ore(id_)),
        }  # a plain word for ore is that of the goods spoken of
    if entry.kind == "commodity" and slot == "commodities":
        return {entry.id, *members_of(entry.id), *pressed_of(entry.id)}
    if entry.kind == "country" and slot == "commodities":
        return {str(rules.lexicon.countries[entry.id].goods)}
    if entry.kind == "body" and slot == "countries":
        return {str(rules.lexicon.bodies[entry.id].country)}
    if entry.kind == "company":
        return set(rules.lexicon.companies[entry.id].commodities)
    if entry.kind == "market":
        return {entry.data.commodity, entry.data.body}
    if entry.kind == "place" and slot != "place":
        return {str(entry.data)}
    return {str(entry.data)} if slot == "forms" and entry.kind == "commodity" else {entry.id}


def _measures(entry: Entry, rules: RulePack) -> set[str]:
    """Return the measures that a word of a pack may stand for: those of its phrase, of its subject, of the frames it is part of."""
    loaded = rules.pack(entry.id)
    if loaded is None:
        return set()
    pack = loaded.pack
    if entry.kind == "part":
        return {frame.measure for frame in pack.frames if frame.measure and entry.data in frame.parts}
    measure = pack.phrases[entry.data].measure if entry.kind == "phrase" else pack.subjects[entry.data].measure
    return {measure} if measure else set()


def _read(shown: str, rules: RulePack) -> Iterator[Entry]:
    folded = fold(shown)
    for table, word in ((rules.words, folded.low), (rules.cased, folded.plain)):
        for index, start, end in table.scanner.scan(word):
            if start == 0 and end == len(word):
                yield from table.entries[index]
