"""Goods that only stand in a name, or that something was passed off as, are not what a deed is about."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import told

DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Cobalt Bay Partners bought a 96-unit building in Mesa for $21 million.",
        "Copper Cloud Inc. has acquired Basalt Hosting for $212 million in cash and stock.",
        "The dealer pays the highest prices for copper and brass and gives 10% to the scouts.",
        "Management will present its plan to cut steel costs by 8% and its view on tariffs.",
    ],
)
def test_a_name_a_counter_and_a_budget_tell_nothing(text: str) -> None:
    assert told(text) == []


def test_a_stake_in_a_project_is_of_what_lies_there() -> None:
    text = (
        "Ibis Gold has agreed to sell its 40% interest in the Mt Pell nickel project to Volta Metals for A$22 million."
    )
    assert told(text) == [("mna", "divest", ("nickel",))]


@pytest.mark.parametrize(
    "text",
    [
        "Dutch oil and gas company Harrow Energy is divesting its onshore wind business in Spain.",
        "The oil and gas producer has entered a deal to sell its 14 offshore wind farms to Lark Utilities.",
        "Copper producer Tesmin divests its shipping arm.",
        "Holders buy and sell shares of the Larch Silver Producers ETF at market price through a broker.",
    ],
)
def test_a_business_without_goods_or_a_fund_is_none_of_the_goods_of_its_owner(text: str) -> None:
    assert told(text) == []


def test_a_business_in_goods_is_of_these_and_not_of_the_owner_s() -> None:
    assert told("Copper producer Tesmin divests its zinc business.") == [("mna", "divest", ("zinc",))]


def test_what_a_licence_is_for_goes_before_its_holder_s_name() -> None:
    (loss,) = [
        each
        for each in told("Ghana revokes mining licence of Loma Alumina Partners, bauxite exports halted")
        if each[0] == "supply_source"
    ]
    assert loss == ("supply_source", "loss", ("bauxite",))


def test_what_smuggled_goods_were_declared_as_is_not_smuggled() -> None:
    text = "Customs officers in Yunnan have seized 40 tons of antimony ingots that were declared as lead-tin alloy for export to Laos."
    assert told(text) == [("smuggling", "reported", ("antimony",))]


def test_force_majeure_on_loads_is_a_loss_until_it_is_lifted() -> None:
    on = "The cobalt producer's force majeure on hydroxide shipments, declared in April, stays in place."
    assert [each[:2] for each in told(on)] == [("supply_source", "loss")]
    over = "The miner lifted force majeure on iron ore shipments from Port Keld."
    assert ("supply_source", "loss") not in [each[:2] for each in told(over)]


def test_a_purchase_contract_buys_no_company() -> None:
    text = "Parry Zinc notified the mine that it is terminating its concentrate purchase contract, under which it took 60,000 tonnes a year."
    assert [each[:2] for each in told(text)] == [("large_contract", "terminate")]


def test_a_row_of_a_table_lends_its_goods_to_no_other() -> None:
    text = (
        "Russian wheat prices ease\n\nRussian wheat fell $3 to $225 a tonne last week.\n\n"
        "| Product | Price | Change |\n| --- | --- | --- |\n| Wheat, 3rd class | $181/t | -$2 |\n| Rapeseed cake, FOB | $310/t | +$15 |"
    ).replace("\\\n", "\n")
    assert ("price_move", "up", ("wheat",)) not in told(text)
