"""What is ruled out at a glance is what the comparison rules out: on random timelines every verdict is the same without it."""

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.unit.correlate.test_properties import BOOK, KINDS, PRINTED, bytes_of, run

from tocsin.correlate import Outcome, assign
from tocsin.correlate.comparable import Fact, ready
from tocsin.correlate.facts import fact_of
from tocsin.correlate.glance import may_match
from tocsin.correlate.identity import Match, compare
from tocsin.correlate.index import EventIndex
from tocsin.messages import Findings, Modality, Signal
from tocsin.testing.builders import START, actor, findings, signal

METALS = ("lithium", "lithium_carbonate")
AMOUNTS = {
    **PRINTED,
    "change": (*PRINTED["change"], "0.5 pp", "12.3 percent", "12.5< percent"),
    "quantity": (*PRINTED["quantity"], "3800 t/month", "3830 t", "45600 t/yr", "3834000 kg", "12 t"),
    "level": (*PRINTED["level"], "8123 USD", "8120+ USD/t"),
}
NAMES = (
    "Kestrel Metals",
    "Kestrel Metals Ltd",
    "Tressil Mining",
    "KM",
    "华岭股份",
    "华岭",
    "岭",
    "Orvane",
    "Orvane Trading House",
)
SLOTS = {
    "countries": (("china",), ("chile", "peru"), ("peru",)),
    "place": ("Tressil", "Tressil mine", "Kestrel"),
    "route": ("Strait of Orvane", "Orvane"),
    "period": ("MoM", "2025-02", "week", "YoY 2025-02", "2025Q1"),
    "measure": ("licence", "quota", "restriction"),
    "market": ("lme", "shfe"),
    "contract": ("2025-05", "main"),
    "grade": ("99.85%", "98%"),
    "until": ("2025-04", "2025"),
    "day": ("mon", "fri"),
}  # fmt: skip
KINDS_TOLD = (*KINDS, ("supply_source", "loss", ("quantity",)), ("smuggling", "reported", ("quantity",)))


def told(dice: random.Random, name: str) -> Signal:
    """Draw a signal of one of few names, numbers and slots, so that much agrees by chance."""
    kind, direction, asked = dice.choice(KINDS_TOLD)
    amounts = {field: dice.choice(AMOUNTS[field]) for field in asked if dice.random() < 0.6}
    fields = {slot: dice.choice(values) for slot, values in SLOTS.items() if dice.random() < 0.15}
    names = dice.sample(NAMES, dice.choice((0, 0, 1, 1, 2)))
    roles = (
        ("seller", "buyer") if kind in ("large_contract", "mna") else ("owner", dice.choice(("operator", "speaker")))
    )
    ids = {"Kestrel Metals": "kestrel", "KM": "kestrel"} if dice.random() < 0.5 else {}
    return signal(
        kind,
        direction,
        dice.choice(METALS),
        article_id=name,
        actors=[actor(who, role, id=ids.get(who)) for who, role in zip(names, roles, strict=False)],
        modality=dice.choice([Modality.ACTUAL] * 4 + list(Modality)),
        **amounts,
        **fields,
    )


def timeline(seed: int, *, hours: tuple[int, ...] = (1, 3, 9, 26), months: float = 0.04) -> Iterator[Findings]:
    """Draw articles of one family of metals, hours apart, some of them revised, now and then a month later."""
    dice = random.Random(seed)
    at = START
    for number in range(60):
        at += timedelta(days=31) if dice.random() < months else timedelta(hours=dice.choice(hours))
        signals = [told(dice, f"{seed}-{number}-{place}") for place in range(dice.choice((0, 1, 1, 2, 3)))]
        yield findings(
            *signals,
            article=f"{seed}-{number if dice.random() < 0.9 else dice.randint(0, number)}",
            publisher=dice.choice(["A", "B", "C", "Kestrel Metals Ltd"]),
            language=dice.choice(["en", "zh"]),
            at=at,
            text=f"report {number}",
        )


def facts(seed: int) -> list[Fact]:
    return [ready(fact_of(told, found)) for found in timeline(seed) for told in found.signals]


def joined(outcomes: list[Outcome]) -> list[tuple[str, str, str, str | None]]:
    return [(v.signal_id, v.event_id, v.verdict, v.of) for outcome in outcomes for v in outcome.verdicts]


@pytest.mark.parametrize("seed", range(12))
def test_facts_that_match_are_never_ruled_out_at_a_glance(seed: int) -> None:
    known = facts(seed)
    pairs = [(a, b) for a in known for b in known if isinstance(compare(a, b, BOOK.kinship), Match)]
    assert len(pairs) > len(known), "too few of them match for this to show anything"
    assert [(a.told, b.told) for a, b in pairs if not may_match(a, b)] == []


def test_most_facts_of_one_kind_are_ruled_out_at_a_glance() -> None:
    known = [fact for seed in range(4) for fact in facts(seed)]
    alike = [(a, b) for a in known for b in known if (a.type, a.sense) == (b.type, b.sense) and a is not b]
    apart = [(a, b) for a, b in alike if not isinstance(compare(a, b, BOOK.kinship), Match)]
    assert sum(not may_match(a, b) for a, b in apart) > len(apart) / 2


@pytest.mark.parametrize("seed", range(20))
def test_every_verdict_is_the_same_where_nothing_is_ruled_out(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = list(timeline(seed))
    quick = list(map(bytes_of, run(stream)))
    monkeypatch.setattr(assign, "may_join", lambda *_: True)
    monkeypatch.setattr(EventIndex, "likely", EventIndex.candidates)
    assert list(map(bytes_of, run(stream))) == quick


@pytest.mark.parametrize("seed", range(20))
def test_within_days_every_event_is_the_same_where_all_pairs_are_compared(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only why an event opens may be told by another one of those that it differs from."""
    stream = list(timeline(seed, hours=(0, 1, 2), months=0))
    found = joined(run(stream))
    for some in ("candidates", "likely"):
        monkeypatch.setattr(EventIndex, some, lambda index, _: dict.fromkeys(index.known))
    monkeypatch.setattr(assign, "may_join", lambda *_: True)
    assert joined(run(stream)) == found
