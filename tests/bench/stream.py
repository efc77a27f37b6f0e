"""A stream of Findings as a market makes it: new events, the same ones told again by others, and what others print of them."""

import random
from datetime import timedelta
from decimal import Decimal

from tocsin.correlate import Book
from tocsin.correlate.policy import Bounds, Policy, Quantity
from tocsin.messages import Findings, Signal
from tocsin.messages.alert import Severity
from tocsin.testing.builders import START, findings, signal

COMMODITIES = "antimony copper tungsten lithium gallium germanium nickel zinc tin cobalt aluminium gold silver molybdenum bismuth".split()
KINDS = (
    ("price_move", ("up", "down")),
    ("production_change", ("up", "down")),
    ("export_control", ("tightened", "eased")),
    ("large_contract", ("signed",)),
    ("inventory_change", ("up", "down")),
    ("demand_change", ("up", "down")),
)
OUTLETS = tuple(f"Wire {number}" for number in range(24))
RETOLD = 0.4
"""So many of the Findings tell an event that was told before."""


def stream(count: int) -> list[Findings]:
    """Return so many Findings, two minutes apart, four in ten of them about an event of the last hours."""
    dice = random.Random(8)
    told: list[Signal] = []
    found: list[Findings] = []
    for number in range(count):
        again = bool(told) and dice.random() < RETOLD
        article = f"article-{number}"
        old = dice.choice(told[-60:]) if again else None
        new = _signal(dice, article) if old is None else _again(old, article)
        signals = [new]
        if dice.random() < 0.25:
            signals.append(_signal(dice, article))
        told.extend(signals[:1] if old is None else ())
        found.append(
            findings(
                *signals,
                article=article,
                publisher=dice.choice(OUTLETS),
                at=START + timedelta(minutes=2 * number),
            )
        )
    return found


def _signal(dice: random.Random, article: str) -> Signal:
    kind, directions = dice.choice(KINDS)
    direction = dice.choice(directions)
    number = f"{dice.randint(10, 240) / 10}"
    amounts = {
        "price_move": {"change": f"{number} percent", "level": f"{dice.randint(1_000, 90_000)} USD/t"},
        "production_change": {"change": f"{number} percent"},
        "inventory_change": {"change": f"{number} percent", "quantity": f"{dice.randint(1_000, 90_000)} t"},
        "demand_change": {"change": f"{number} percent"},
        "large_contract": {
            "value": f"{dice.randint(100, 900)}000000 USD",
            "quantity": f"{dice.randint(1_000, 90_000)} t",
        },
        "export_control": {},
    }[kind]
    actors = (f"Company {dice.randint(1, 300)}",) if dice.random() < 0.6 else ()
    return signal(kind, direction, dice.choice(COMMODITIES), article_id=article, actors=actors, **amounts)


def _again(old: Signal, article: str) -> Signal:
    """Return what another article says of the same event."""
    return old.model_copy(update={"signal_id": f"{article}-{old.signal_id[:12]}"})


def percent(amount: str) -> Bounds:
    """Return the threshold `>= amount %`."""
    return Bounds(at_least=Quantity(Decimal(amount), "percent"))


def matching() -> list[Policy]:
    """Return the policies of a desk: ten, which match a good part of the stream."""
    return [
        Policy(
            f"{kind} of {commodity}", send_to=("desk",), signals=frozenset({kind}), commodities=frozenset({commodity})
        )
        for kind, _ in KINDS[:5]
        for commodity in COMMODITIES[:2]
    ]


def subscriptions(count: int, *, only_thresholds: bool) -> list[Policy]:
    """Return so many policies that match nothing, half of them with type and commodity of the stream's signals.

    Those share everything but a threshold out of reach; unless `only_thresholds`, three in ten name a company that is never
    told of, a country, or a confidence beyond all.
    """
    dice = random.Random(9)
    found: list[Policy] = []
    for number in range(count):
        kind, _ = dice.choice(KINDS)
        commodity = dice.choice(COMMODITIES) if number % 2 else f"unseen-{number % 997}"
        turn = 9 if only_thresholds else dice.randrange(10)
        found.append(
            Policy(
                f"subscription {number}",
                severity=Severity.LOW,
                send_to=(f"reader-{number}",),
                signals=frozenset({kind}),
                commodities=frozenset({commodity}),
                companies=frozenset({f"Nobody {number}"}) if turn == 0 else frozenset(),
                countries=frozenset({"AQ"}) if turn == 1 else frozenset(),
                confidence=Bounds(at_least=Quantity(Decimal("0.99"))) if turn == 2 else None,
                amounts={"change": percent(str(30 + number % 400))} if turn > 2 else {},
            )
        )
    return found


def book(policies: list[Policy]) -> Book:
    """Return the book of these policies."""
    return Book.build(policies, config_hash="bench")
