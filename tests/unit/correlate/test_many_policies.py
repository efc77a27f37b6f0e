"""Many policies of one type and commodity: the same alerts as when each is tried, and few trials."""

from decimal import Decimal
from random import Random

from tocsin.correlate import Book, Bounds, Outcome, Policy, Quantity, State, correlate
from tocsin.messages import Findings, Modality
from tocsin.testing.builders import findings, signal


def percent(number: str) -> Bounds:
    return Bounds(at_least=Quantity(Decimal(number), "percent"))


def run(policies: list[Policy], told: Findings) -> Outcome:
    return correlate(State.empty(), told, told.ingested_at, Book.build(policies, parents={"ndpr": "rare_earths"}))


def test_a_country_and_a_confidence_of_many_are_found_without_trying_the_rest() -> None:
    kinds, goods = frozenset({"price_move"}), frozenset({"copper"})
    abroad = [Policy(f"abroad {n}", signals=kinds, commodities=goods, countries=frozenset({"AQ"})) for n in range(99)]
    sure = [Policy(f"sure {n}", signals=kinds, commodities=goods, confidence=Bounds(Quantity(Decimal(1)))) for n in range(99)]  # fmt: skip
    here = Policy("here", signals=kinds, commodities=goods, countries=frozenset({"CL"}))
    outcome = run([*abroad, *sure, here], findings(signal(change="7 percent", countries=("CL",))))
    (verdict,) = outcome.verdicts
    assert [t.policy for t in verdict.trials] == ["sure 0", "sure 1", "sure 2", "here"]
    assert verdict.others == 195
    assert [p.name for alert in outcome.alerts for p in alert.policies] == ["here"]


def test_a_policy_among_many_alerts_as_it_does_alone() -> None:
    dice = Random(5)

    def some(*values: str) -> frozenset[str]:
        return frozenset(dice.sample(values, dice.choice((0, 0, 1, 2))))

    crowd = [
        Policy(
            f"reader {n}",
            directions=some("up", "down"),
            commodities=some("copper", "rare_earths", "zinc"),
            companies=some("Codelco", "Boliden"),
            countries=some("CL", "SE", "AQ"),
            measures=some("price", "spot"),
            modality=frozenset(dice.sample(list(Modality), dice.choice((0, 2, 4)))),
            relevance=Bounds(at_least=Quantity(Decimal(dice.choice((0, 50, 90))))),
            confidence=dice.choice((None, Bounds(above=Quantity(Decimal("0.7"))), Bounds(below=Quantity(Decimal("0.6"))))),
            amounts=dice.choice(({}, {"change": percent(str(dice.randint(1, 12)))})),
        )
        for n in range(600)
    ]  # fmt: skip
    for commodity, change, company, countries in (
        ("copper", "7 percent", "codelco", ("CL", "SE")),
        ("ndpr", "3 percent", "Boliden", ()),
        ("zinc", "11 percent", "Somebody", ("SE",)),
    ):
        told = findings(
            signal("price_move", "up", commodity, change=change, actors=[company], countries=countries, measure="price")
        )
        alone = {policy.name for policy in crowd if run([policy], told).alerts}
        together = {policy.name for alert in run(crowd, told).alerts for policy in alert.policies}
        assert together == alone
        assert alone
