"""Options on works, insiders' purchases, and goods of a deal whose party is called after others."""

import pytest
from tests.unit.detect.shipped import DETECTOR, told

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "Ovelin Metals entered into an option agreement with Lund Bay to acquire all of the Orrefell tin project.",
        "Ovelin Metals has secured an exclusive option to acquire the Orrefell tin project.",
        "Ovelin Metals signed a property option agreement dated 4 May under which it may acquire a 70% interest in the Orrefell tin project.",
    ],
)
def test_an_option_just_agreed_on_is_a_deal(text: str) -> None:
    assert told(text) == [("mna", "acquire", ("tin",))]


@pytest.mark.parametrize(
    "text",
    [
        "Ovelin Metals has an option to acquire the Orrefell tin project.",
        "Ovelin Metals holds the right to earn up to 80% of the Orrefell tin project.",
        "Ovelin granted its directors options to purchase 400,000 common shares of the tin explorer.",
        "Chief executive Mara Ovelin purchased 25,000 shares of the tin company.",
        "The chairman spent $140,000 buying shares of the tin explorer in the market.",
        "Director Ulf Berg made the biggest insider purchase in tin developer Ovelin this year.",
        "With a stream, the holder makes a payment to purchase a fixed share of a mine's tin output.",
    ],
)
def test_options_held_and_insiders_purchases_are_none(text: str) -> None:
    assert told(text) == []


def test_goods_of_an_offtake_go_before_those_of_the_seller_s_name() -> None:
    text = "Ovelin Gold signed an offtake agreement with trading house Lund Bay for the tin concentrate from its mine."
    assert told(text) == [("large_contract", "offtake", ("tin_concentrate",))]


def test_stolen_goods_bound_abroad_are_smuggled() -> None:
    text = "Border officers seized 60 stolen tin ingots from two containers destined for Asia."
    assert told(text) == [("smuggling", "reported", ("tin",))]


def test_what_a_mine_makes_is_bought_and_not_the_mine() -> None:
    text = "Lund Bay will buy all of the mine's tin concentrate under a seven-year deal."
    assert told(text) == [("large_contract", "offtake", ("tin_concentrate",))]


def test_all_of_a_mine_bought_is_no_offtake() -> None:
    assert told("Lund Bay will buy 100% of its zinc assets.") == [("mna", "acquire", ("zinc",))]


def test_a_tariff_lifted_to_a_rate_goes_up() -> None:
    assert told("Oslo lifted its import tariff on steel to 30% from 15%.") == [
        ("export_control", "tighten", ("steel",))
    ]
    assert told("Oslo lifted its import tariff on steel.") == [("export_control", "ease", ("steel",))]


def test_goods_of_a_party_are_not_those_that_it_is_supplied_with() -> None:
    text = "Iron ore producer Lund Bay signed a new agreement to supply the steel giant with iron ore for ten years."
    assert told(text) == [("large_contract", "supply", ("iron_ore",))]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry grants export permits for bauxite to companies which build smelters.",
        "Imposing export controls on gallium is in line with common practice, an official said.",
        "The ministry weighed all concerns while reviewing applications for gallium export permits.",
        "The arrest underscores the navy's efforts to combat smuggling of tin ore.",
    ],
)
def test_what_an_office_always_does_is_no_measure(text: str) -> None:
    assert told(f"A ministry's week.\n\nIt had a calm week.\n\n{text}") == []


def test_a_weight_is_not_considered() -> None:
    text = "A team seized three containers weighing 60 tonnes containing tin ore disguised as sand on a vessel bound for China."
    assert {s.modality for s in DETECTOR.detect(article(text)).signals} == {"actual"}


def test_a_steelmaker_that_buys_a_mine_buys_what_it_yields() -> None:
    text = "Lund Bay sells part of its coal mine\n\nLund Bay is a miner.\n\nJapanese steelmaker Oda Tetsu will acquire a 10% stake in the mine for $90 million."
    assert ("mna", "acquire", ("coal",)) in told(text)
    assert not any("steel" in goods for _, _, goods in told(text))


def test_what_counsel_does_for_clients_is_no_measure() -> None:
    text = "Trade practice\n\nThe practice is based in Oslo.\n\nOur lawyers assist clients with export controls on crude oil and tin."
    assert told(text) == []


def test_a_percentage_that_is_anothers_hides_no_sale() -> None:
    text = "Ovelin's shares were down 0.4%, as it agreed to sell its Orrefell tin operation in Ontario for $80 million to Lund Bay."
    assert ("mna", "divest", ("tin",)) in told(text)


def test_an_agreement_to_sell_a_mine_supplies_nobody() -> None:
    assert told("Ovelin entered into an agreement to sell its Orrefell zinc mine to Lund Bay.") == [
        ("mna", "divest", ("zinc",))
    ]
