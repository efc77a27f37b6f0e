"""A contract beside the company's revenue, as the quoted sentences tell it."""

from decimal import Decimal

import pytest

from tocsin.config.policies import PolicyEntry
from tocsin.correlate import Book, State, correlate
from tocsin.correlate.revenue import value_of_revenue
from tocsin.messages import Evidence, Signal
from tocsin.testing.builders import actor, findings, signal


def contract(text: str, value: str | None = "90000000 USD") -> Signal:
    amounts = {} if value is None else {"value": value}
    return signal("large_contract", "award", "antimony", actors=["Ore Works"], text=text, **amounts)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Ore Works won a $90 million order, about 6 times its annual revenue.", "600"),
        ("The $90 million order equals 2.5x the company's 2024 sales.", "250.0"),
        ("The $90 million award is worth 37.5% of its projected annual turnover.", "37.5"),
        ("公司签订9000万美元合同，占公司2024年度营业收入的比例为48.6%。", "48.6"),
        ("合同金额9000万美元，相当于公司去年营收的3倍。", "300"),
        ("Ore Works, with projected revenue of $45 million, won a $90 million order.", "200.0"),
        ("公司2024年营业收入3亿美元，新签合同9000万美元。", "30.0"),
        ("The deal is worth about three times the company's annual revenue.", "300"),
        ("The $90 million order is more than half of its 2024 sales.", "50"),
        ("The award is twice Ore Works' annual turnover.", "200"),
        ("The order equals two thirds of its yearly revenue.", "66.7"),
        ("合同金额相当于公司2024年营业收入的三倍。", "300"),
        ("合同金额约占公司上年营收的四成。", "40"),
        ("该订单相当于公司全年营业收入的一半。", "50"),
    ],
)
def test_the_share_of_revenue_is_read(text: str, percent: str) -> None:
    told = contract(text)
    assert value_of_revenue(told, findings(told)) == Decimal(percent)


@pytest.mark.parametrize(
    "text",
    [
        "Ore Works won a $90 million order.",
        "Ore Works won a $90 million order; sales rose 30% and revenue doubled.",
        "Its 2024 revenue was €45 million; the order is worth $90 million.",
        "The order is worth 6 times the annual dividend.",
        "Ore Works, half of whose sales are abroad, won a $90 million order.",
        "Ore Works won a $90 million order after sales doubled for the second half.",
        "Its annual revenue of $0 million is no measure of a $90 million order.",
    ],
)
def test_what_is_not_printed_is_not_guessed(text: str) -> None:
    told = contract(text)
    assert value_of_revenue(told, findings(told)) is None


def test_another_sentence_of_the_same_company_may_tell_it() -> None:
    told = contract("Ore Works won an order worth $90 million.")
    results = signal(
        "corporate_results",
        "up",
        "antimony",
        actors=["Ore Works"],
        text="Ore Works expects annual revenue of $30 million.",
    )
    others = signal(
        "corporate_results",
        "up",
        "antimony",
        actors=["Tin Works"],
        text="Tin Works expects annual revenue of $10 million.",
    )
    assert value_of_revenue(told, findings(told, others)) is None
    assert value_of_revenue(told, findings(told, others, results)) == Decimal("300.0")


def told_beside(text: str, *others: Signal) -> Decimal | None:
    """Read the share from a sentence that led to no signal."""
    deal = contract("Ore Works won an order worth $90 million.")
    beside = Evidence(text=text, start=100, end=100 + len(text))
    return value_of_revenue(deal, findings(deal, *others, revenue=(beside,)))


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("The company had revenue of $45 million in 2024.", "200.0"),
        ("Ore Works reported sales of about $180 million for fiscal 2024.", "50.0"),
        ("Its revenue was $60 million last year.", "150.0"),
        ("The order equals roughly 40 percent of Ore Works' 2024 revenue.", "40"),
        ("The contract is worth 1.5 times the company's annual sales.", "150.0"),
        ("该合同金额占公司2024年营业收入的12%。", "12"),
        ("合同金额占公司最近一个会计年度经审计主营业务收入的比例为35.2%。", "35.2"),
        ("公司2024年营业收入3亿美元。", "30.0"),
        ("公司去年实现营业收入约9亿元。", None),
        ("The company had revenue of $45 million in the first half of 2024.", None),
        ("Exports account for 30% of its 2024 revenue.", None),
        ("海外业务占公司2024年营业收入的30%。", None),
        ("Tin Works had revenue of $45 million in 2024.", None),
    ],
)
def test_any_sentence_of_the_article_may_tell_it(text: str, percent: str | None) -> None:
    assert told_beside(text) == (None if percent is None else Decimal(percent))


def test_a_sentence_about_another_company_of_the_article_tells_nothing() -> None:
    other = signal("production_change", "up", "tin", actors=["Tin Works"], text="Tin Works raised output.")
    assert told_beside("Tin Works said its revenue was $45 million in 2024.", other) is None


def test_the_buyers_revenue_says_nothing_of_the_sellers_contract() -> None:
    deal = signal("large_contract", "award", "antimony", actors=[actor("Ore Works", "seller"), actor("Tin Works", "buyer")],
                  text="Ore Works won an order worth $90 million from Tin Works.", value="90000000 USD")  # fmt: skip
    told = [
        Evidence(text=f"{name} had sales of $45 million in 2024.", start=0, end=9)
        for name in ("Tin Works", "Ore Works")
    ]
    assert value_of_revenue(deal, findings(deal, revenue=told[:1])) is None
    assert value_of_revenue(deal, findings(deal, revenue=told)) == Decimal("200.0")


@pytest.mark.parametrize(("asked", "count"), [("100%", 1), ("700%", 0)])
def test_a_policy_asks_for_the_share_of_revenue(asked: str, count: int) -> None:
    policy = PolicyEntry.model_validate({"name": "big", "send_to": "desk", "value_of_revenue": asked}).to_policy()
    told = findings(contract("Ore Works won a $90 million order, about 6 times its annual revenue."))
    outcome = correlate(State.empty(), told, told.ingested_at, Book.build([policy]))
    assert len(outcome.alerts) == count
    failed = outcome.verdicts[0].trials[0].failed
    assert (failed and (failed.field, failed.missed_by)) == (None if count else ("value_of_revenue", "100 %"))


def test_a_hostile_sentence_is_read_in_time() -> None:
    told = contract("1" * 400_000 + "占" * 400_000 + "9 times " + "the " * 400_000)
    assert value_of_revenue(told, findings(told)) is None
