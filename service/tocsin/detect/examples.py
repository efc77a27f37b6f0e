"""Examples: every pack proves itself on the texts that it carries; a pack whose example fails does not load.

An example lists the signals of its pack that the text must yield: no more, no fewer. Of each, only the slots that are
written down are compared; an amount is written as it would be printed (`7.84%`, `USD 245000000`, `12700 t`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import permutations
from pathlib import Path

from tocsin.detect.detector import Detector
from tocsin.detect.quantities.amounts import parse_amount
from tocsin.messages import Article, Signal
from tocsin.messages.base import format_exact
from tocsin.messages.units import is_unit
from tocsin.rules import Fault, FaultsError, LoadedPack, RuleFiles, RulePack, read_rules
from tocsin.rules.checks import SLOTS, example_amounts
from tocsin.rules.document import load_document
from tocsin.rules.fold import fold
from tocsin.rules.own_words import OwnWord, colliding
from tocsin.rules.pack import Example, ExampleSignal

MOMENT = datetime(2025, 6, 2, 12, tzinfo=UTC)
MAX_SIGNALS = 6
"""Signals an example may list; more are no example of one rule."""


def check_examples(
    rules: RulePack, packs: Sequence[LoadedPack] | None = None, own: Sequence[OwnWord] = ()
) -> list[Fault]:
    """Run the examples of the packs (all by default); return a fault for each that fails, with its file and line.

    Of a built-in pack's example it names those of the user's `own` words that stand in it: one of them means another thing.
    """
    detector = Detector(rules)
    return [fault for loaded in (rules.packs if packs is None else packs) for fault in _check(detector, loaded, own)]


def load_checked(extra: Sequence[Path] = ()) -> RulePack:
    """Load our rules and the given files, and prove the given ones by their examples; raise FaultsError with every failure."""
    return prove(read_rules(extra))


def prove(files: RuleFiles) -> RulePack:
    """Build the rules and run the examples of the user's own packs; raise FaultsError with every fault."""
    rules = build(files)
    own = [loaded for loaded in rules.packs if not loaded.builtin]
    faults = check_examples(rules, own) if own else []
    if faults:
        raise FaultsError(faults)
    return rules


def build(files: RuleFiles) -> RulePack:
    """Build the rules; raise FaultsError with every fault of the files, unreadable amounts of examples among them."""
    faults = [
        document.fault(loc, f"{text!r} is not an amount; write one such as 12%, 5000 t or USD 300")
        for document in files.documents
        for loc, text in example_amounts(document.data)
        if read_amount(text) is None
    ]
    return replace(files, faults=(*files.faults, *faults)).build()


def _check(detector: Detector, loaded: LoadedPack, own: Sequence[OwnWord]) -> Iterator[Fault]:
    document = None
    for index, example in enumerate(loaded.examples()):
        found = [s for s in detector.detect(_article(example)).signals if s.type == loaded.pack.signal]
        why = _difference(example.signals, found)
        if why:
            document = document or load_document(Path(loaded.file))
            blamed = _blamed(example, own) if loaded.builtin else ""
            yield document.fault(("examples", index), f"{_short(example.text)!r} {why}{blamed}")


_BLAMED = 3


def _blamed(example: Example, own: Sequence[OwnWord]) -> str:
    """Name the user's words that stand in an example of ours, with their places."""
    found = colliding(f"{example.title or ''}\n{example.text}", own)
    names = dict.fromkeys(f"{word.written!r} ({word.place})" for word in found)
    told = " and ".join(list(names)[:_BLAMED])
    return f"; it holds your {told}: choose a longer word, or remove it" if told else ""


def _article(example: Example) -> Article:
    text = f"{example.title}\n\n{example.text}" if example.title else example.text
    return Article(
        article_id="e" * 26,
        source="example",
        id="example",
        text=text,
        title=example.title,
        published_at=MOMENT,
        ingested_at=MOMENT,
        language="zh" if any("\u4e00" <= char <= "\u9fff" for char in text) else "en",
    )


def _difference(wanted: Sequence[ExampleSignal], found: Sequence[Signal]) -> str:
    """Say how the signals differ from the wanted ones; empty when they agree in some order."""
    if len(wanted) != len(found):
        return (
            f"yields {len(found)} signal{'s' * (len(found) != 1)} of this type instead of {len(wanted)}: {_told(found)}"
        )
    if len(wanted) > MAX_SIGNALS:
        return f"lists more than {MAX_SIGNALS} signals; split the example"
    if any(all(not _mismatch(w, f) for w, f in zip(wanted, order, strict=True)) for order in permutations(found)):
        return ""
    for want, signal in zip(wanted, found, strict=True):
        if mismatch := _mismatch(want, signal):
            return f"{mismatch}; found {_told(found)}"
    return f"yields other signals: {_told(found)}"


def _mismatch(want: ExampleSignal, signal: Signal) -> str:
    for name, value in want.model_dump(exclude_none=True).items():
        if name in SLOTS:
            amount = getattr(signal.magnitudes, name)
            shown = None if amount is None else f"{format_exact(amount.low)} {amount.unit}"
            if amount is None or read_amount(str(value)) != (amount.low, amount.unit):
                return f"has {name} {shown} instead of {value}"
        elif not _agrees(name, value, signal):
            return f"has no {name} {value}"
    return ""


def _agrees(name: str, value: object, signal: Signal) -> bool:
    named: dict[str, object] = {
        "commodity": signal.commodities,
        "country": signal.countries,
        "form": signal.forms,
        "actor": tuple(x for actor in signal.actors for x in (actor.id, actor.name)),
    }
    if name in named:
        return value in named[name]  # type: ignore[operator]
    if name == "commodities":
        return tuple(sorted(signal.commodities)) == tuple(sorted(value))  # type: ignore[call-overload]
    return bool(getattr(signal, name) == value)


def read_amount(text: str) -> tuple[Decimal, str] | None:
    """Read an amount as an example writes it: `USD 5000`, `12700 t`, or as an article would print it."""
    words = text.split()
    for number, unit in (words, words[::-1]) if len(words) == 2 else ():
        if is_unit(unit) and number.replace(".", "", 1).isdigit():
            return Decimal(number), unit
    amount = parse_amount(fold(text).low)
    return None if amount is None else (amount.low, amount.unit)


def _told(found: Sequence[Signal]) -> str:
    told = [
        " ".join(
            [
                s.direction,
                *s.commodities,
                s.modality,
                *(f"{n}={format_exact(m.low)} {m.unit}" for n, m in s.magnitudes.items()),
            ]
        )
        for s in found
    ]
    return "; ".join(told) or "nothing"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
